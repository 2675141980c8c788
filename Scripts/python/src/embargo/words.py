"""The options of the program's command line, from what Python knows of them."""

from __future__ import annotations

import json
import os
import pathlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pandas as pd

Path = str | os.PathLike[str]
Setting = float | int | str | bool | Mapping[str, object] | Sequence[object] | None
"""A number, or anything else that a scenario may hold there, such as a distribution."""


def inputs(
    regimes: Sequence[str] | None = None, replications: int | None = None,
    per_draw: int | None = None, precision: str | None = None, seed: int | None = None,
    settings: Mapping[str, Setting] | None = None,
) -> list[str]:
    """What is simulated, in the options that ``run`` and ``sweep`` share.

    Raises TypeError for regimes that are one text, whose letters would be taken for ids.
    """
    if isinstance(regimes, str):
        raise TypeError(f"regimes is a list of ids, such as ['{regimes}']")
    words = option("--regimes", ",".join(regimes) if regimes is not None else None)
    words += option("--replications", replications) + option("--per-draw", per_draw)
    words += option("--precision", precision) + option("--seed", seed)
    for address, value in (settings or {}).items():
        words += ["--set", f"{address}={_text(value)}"]
    return words


def points(
    vary: Mapping[str, tuple[float, float]] | None = None,
    levels: Mapping[str, Sequence[float]] | None = None, sampling: str | None = None,
    samples: int | None = None, design: Path | None = None, timeline: bool = False,
) -> list[str]:
    """What is swept, in the options of ``sweep`` alone."""
    words = [word for address, (low, high) in (vary or {}).items()
             for word in ("--vary", f"{address}={_text(low)}:{_text(high)}")]
    words += [word for address, values in (levels or {}).items()
              for word in ("--levels", f"{address}={','.join(map(_text, values))}")]
    words += option("--sampling", sampling) + option("--samples", samples)
    return words + option("--design", design) + ["--timeline"] * timeline


def option(name: str, value: object) -> list[str]:
    """An option with its value; no words where there is none."""
    return [] if value is None else [name, str(value)]


@contextmanager
def design_file(design: pd.DataFrame | Path | None) -> Iterator[Path | None]:
    """The path of a design; of a data frame that of a file for as long as the context lasts.

    The file's name is always the same, for a result names its design's file, and an equal result
    is not simulated again.
    """
    if not isinstance(design, pd.DataFrame):
        yield design
        return
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "design.csv"
        write_design(design, path)
        yield path


def write_design(design: pd.DataFrame, path: pathlib.Path) -> None:
    """Writes a design with all digits of its numbers, without the numbers of its rows."""
    design.to_csv(path, index=False, lineterminator="\n")


def _text(value: object) -> str:
    """A value as a scenario would have it, with all digits; those of numpy as Python's own."""
    if isinstance(value, str):
        return value
    return json.dumps(value, default=lambda number: number.item())
