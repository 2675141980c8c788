"""The program's commands as functions.

Every function takes ``program``, the path of the program; without it ``find_program`` decides.
Paths are relative to the current folder, as on the command line.
"""

from __future__ import annotations

import io
import json
import os
import pathlib
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pandas as pd

from embargo.csvfile import read_csv
from embargo.errors import ReplicationsFailed
from embargo.process import PARTIAL, call
from embargo.program import find_program
from embargo.result import Result, load

Path = str | os.PathLike[str]
Setting = float | int | str | Mapping[str, object]
"""A number, or anything else that a scenario may hold there, such as a distribution."""


def run(
    scenario: Path, *, out: Path | None = None, regimes: Sequence[str] | None = None,
    replications: int | None = None, per_draw: int | None = None, precision: str | None = None,
    seed: int | None = None, settings: Mapping[str, Setting] | None = None,
    jobs: int | None = None, force: bool = False, resume: bool = False, progress: bool = True,
    program: Path | None = None,
) -> Result:
    """Simulates a scenario under each regime and gives its tables: ``embargo run``.

    - ``out``: the folder for the tables (default: ``Results/NAME`` of the scenario). Where it holds
      an equal result nothing is run again; where it holds another one, ``force=True`` replaces it.
    - ``settings``: changes of the scenario by address, such as
      ``{"regulator.licensing_officers": 200}`` or ``{"relief.never_probability": {"uniform":
      [0, 0.2]}}``.
    - the others as the options of the command line, which ``embargo run --help`` explains.

    Raises EmbargoError with the program's own words; warns with ReplicationsFailed where some
    replications came to no result.
    """
    words = _options(regimes, replications, per_draw, precision, seed, settings)
    return _simulate(["run", str(scenario), *words], out, jobs, force, resume, progress, program)


def sweep(
    scenario: Path, *, design: pd.DataFrame | Path | None = None,
    vary: Mapping[str, tuple[float, float]] | None = None,
    levels: Mapping[str, Sequence[float]] | None = None, sampling: str | None = None,
    samples: int | None = None, timeline: bool = False, out: Path | None = None,
    regimes: Sequence[str] | None = None, replications: int | None = None,
    per_draw: int | None = None, precision: str | None = None, seed: int | None = None,
    settings: Mapping[str, Setting] | None = None, jobs: int | None = None, force: bool = False,
    resume: bool = False, progress: bool = True, program: Path | None = None,
) -> Result:
    """Simulates a scenario at many points, each an experiment: ``embargo sweep``.

    - ``design``: a data frame with a column for each address and a row for each experiment, or the
      path of such a CSV file; or else
    - ``vary``: a range for each address, ``levels``: values for each address, with ``sampling``
      (``grid``, ``lhs``, ``random``) and ``samples``.

    The rest is as for ``run``; the default folder is ``Results/NAME-sweep``.
    """
    words = [word for address, (low, high) in (vary or {}).items()
             for word in ("--vary", f"{address}={low!r}:{high!r}")]
    words += [word for address, values in (levels or {}).items()
              for word in ("--levels", f"{address}={','.join(map(repr, values))}")]
    words += _option("--sampling", sampling) + _option("--samples", samples)
    words += ["--timeline"] * timeline
    words += _options(regimes, replications, per_draw, precision, seed, settings)
    with _design_file(design) as path:
        words += _option("--design", path)
        return _simulate(
            ["sweep", str(scenario), *words], out, jobs, force, resume, progress, program)


def trace(
    scenario: Path, regime: str, *, replication: int = 1, per_draw: int | None = None,
    seed: int | None = None, settings: Mapping[str, Setting] | None = None,
    program: Path | None = None,
) -> pd.DataFrame:
    """One history: a row for each of its lines, indexed by number: ``embargo trace``.

    ``day`` counts from the start date, ``cause`` is the number of the line that led to it,
    ``grounds`` the rules it rests on; ``count`` lines of one kind and month stand in one row, up to
    ``last_day``. The future is the one of that number in a run with the same seed and settings.
    """
    words = ["trace", str(scenario), "--regime", regime, "--replication", str(replication)]
    words += _options(None, None, per_draw, None, seed, settings)
    frame = _listed(words, program)
    whole = {"number": "int64", "cause": "Int64", "count": "Int64"}
    return frame.astype({**whole, "date": "datetime64[s]"}).set_index("number")


def parameters(scenario: Path, *, program: Path | None = None) -> pd.DataFrame:
    """Every number of a scenario, indexed by address: value, the 5 %, 50 % and 95 % points of what
    is drawn, unit, bounds, evidence grade, source and meaning: ``embargo list parameters``."""
    return _listed(["list", "parameters", str(scenario)], program).set_index("address")


def outcomes(*, program: Path | None = None) -> pd.DataFrame:
    """Every outcome, indexed by id: unit, sign, kind, statistic, meaning."""
    return _listed(["list", "outcomes"], program).set_index("outcome")


def check(scenario: Path, *, program: Path | None = None) -> None:
    """Reads a scenario and runs nothing. Raises EmbargoError with every problem, each with file,
    line, column, address and remedy."""
    call([str(find_program(program)), "check", str(scenario)])


def _listed(words: list[str], program: Path | None) -> pd.DataFrame:
    answer, _ = call([str(find_program(program)), *words, "--format", "csv"])
    frame = read_csv(io.StringIO(answer))
    texts = [name for name, dtype in frame.dtypes.items()
             if not pd.api.types.is_numeric_dtype(dtype)]
    return frame.astype(dict.fromkeys(texts, "string"))


def _simulate(
    words: list[str], out: Path | None, jobs: int | None, force: bool, resume: bool,
    progress: bool, program: Path | None,
) -> Result:
    words = [str(find_program(program)), *words, "--format", "json"]
    words += _option("--out", out) + _option("--jobs", jobs)
    words += ["--force"] * force + ["--resume"] * resume
    words += ["--progress-seconds", "0.2"] if progress else ["--no-progress"]
    answer, code = call(words, pathlib.Path(words[2]).stem if progress else None)
    result = load(json.loads(answer)["tables"])
    if code == PARTIAL:
        warnings.warn(
            f"{len(result.failures)} replications failed; see failures of {result.folder}",
            ReplicationsFailed, stacklevel=3)
    return result


def _options(
    regimes: Sequence[str] | None, replications: int | None, per_draw: int | None,
    precision: str | None, seed: int | None, settings: Mapping[str, Setting] | None,
) -> list[str]:
    if isinstance(regimes, str):
        raise TypeError("regimes is a list of ids, such as ['output']")
    words = _option("--regimes", ",".join(regimes) if regimes is not None else None)
    words += _option("--replications", replications) + _option("--per-draw", per_draw)
    words += _option("--precision", precision) + _option("--seed", seed)
    for address, value in (settings or {}).items():
        text = value if isinstance(value, str) else json.dumps(value)
        words += ["--set", f"{address}={text}"]
    return words


def _option(name: str, value: object) -> list[str]:
    return [] if value is None else [name, str(value)]


@contextmanager
def _design_file(design: pd.DataFrame | Path | None) -> Iterator[Path | None]:
    if not isinstance(design, pd.DataFrame):
        yield design
        return
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "design.csv"
        design.to_csv(path, index=False)
        yield path
