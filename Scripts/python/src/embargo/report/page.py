"""The page: everything in one HTML file."""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
import json
import os
import pathlib
import re
from importlib import resources
from typing import Any

import jinja2
import pandas as pd
import vl_convert

from embargo.words import Path
from embargo.errors import ResultError
from embargo.figures import Figure, theme, words
from embargo.figures.figure import WIDE
from embargo.figures.histories import swept
from embargo.report.answer import COLUMNS, Answer
from embargo.report.contents import Section, contents
from embargo.report.framed import DISCLAIMER, framed
from embargo.report.theories import theories
from embargo.result import NONE, Result, load

WIDTHS = (330, WIDE)
"""The widths, in pixels, that every chart is laid out for: a phone and a desk; the page takes the
one that fits better and shrinks it where need be."""
VEGA_LITE = "6.4"
"""The version of Vega-Lite that is put into the page; Altair 6 writes for it."""


def report(
    result: Result | Path, out: Path | None = None, *, experiment: int = 1,
    program: Path | None = None,
) -> pathlib.Path:
    """Writes the page of a result and gives its path.

    ``out`` is the file (default: NAME-report.html beside the folder NAME of the result, which
    itself is never changed); ``experiment`` says which one of a sweep. One history is told again by
    the program; where there is none, the page says how to have it told.

    Raises ResultError where the result or the place is wrong, OSError where the file cannot be
    written.
    """
    if not isinstance(result, Result):
        result = load(result)
    if experiment not in result.experiments.index:
        raise ResultError(f"{result.folder} has no experiment {experiment}; it has"
                          f" {result.experiments.index.min()} to {result.experiments.index.max()}")
    path = place(result, out)
    path.write_text(_page(result, experiment, program), encoding="utf-8", newline="\n")
    return path


def place(result: Result, out: Path | None) -> pathlib.Path:
    """Where the page goes. Raises ResultError for a place inside the folder of the result."""
    folder = result.folder.resolve()
    path = pathlib.Path(out) if out is not None else folder.with_name(folder.name + "-report.html")
    if path.resolve().is_relative_to(folder):
        raise ResultError(f"{path} is inside the result {result.folder}, which is never changed;"
                          " name a file elsewhere with --out")
    return path


def _page(result: Result, experiment: int, program: Path | None) -> str:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("embargo.report"), autoescape=True, trim_blocks=True,
        lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    environment.filters.update(rows=_rows, fields=_fields, number=words.exact)
    sections = contents(result, experiment, program)
    answer = Answer(result, experiment)
    libraries = vl_convert.javascript_bundle(
        "window.vegaEmbed = vegaEmbed;", vl_version=VEGA_LITE)
    script = _file("page.js")
    return environment.get_template("page.html.j2").render(
        answer=answer, theories=theories(result, program), columns=COLUMNS,
        sections=sections, result=result, manifest=result.manifest,
        scenario=result.scenario, experiment=experiment, swept=swept(result, experiment),
        failed=len(result.table("failures")) if "failures" in result.tables else 0,
        numbers=_numbers(result, answer), inks=theme.INKS, style=_file("page.css"),
        libraries=libraries, script=script, policy=_policy(libraries, script),
        charts=_charts(sections, result), disclaimer=DISCLAIMER, licence=_file("licences.txt"),
        package=_version(),
    ) + "\n"


def _file(name: str) -> str:
    return resources.files("embargo.report").joinpath("templates", name).read_text("utf-8")


def _version() -> str:
    try:
        return importlib.metadata.version("embargo")
    except importlib.metadata.PackageNotFoundError:
        return ""


def _policy(*scripts: str) -> str:
    """A content security policy that lets these scripts run, and nothing be fetched or sent."""
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
              for script in scripts]
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return (f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline';"
            " img-src data: blob:; base-uri 'none'; form-action 'none'")


def _charts(sections: list[Section], result: Result) -> str:
    """Every chart at every width as JSON, and the data they share, each once.

    A data set is a list of columns and a list of rows, which halves its size.
    """
    data: dict[str, Any] = {}
    charts: dict[str, dict[str, Any]] = {}
    frames: dict[str, dict[str, Any]] = {}
    for figure in figures_of(sections):
        charts[figure.id] = {}
        for width in WIDTHS:
            spec = figure.draw(width).to_dict(validate=False)
            spec.pop("config", None)
            spec["description"] = figure.title
            found = spec.pop("datasets", {})
            spec["usermeta"] = {"datasets": list(found)}
            charts[figure.id][str(width)] = spec
            data.update((name, _packed(rows)) for name, rows in found.items())
        frames[figure.id] = framed({}, figure, result, WIDE)
    modes = {mode: theme.config(mode) for mode in theme.INKS}
    held = {"data": data, "charts": charts, "frames": frames, "modes": modes}
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c")


def _packed(rows: list[dict[str, Any]]) -> dict[str, Any]:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return {"columns": columns, "rows": [[row.get(name) for name in columns] for row in rows]}


def figures_of(sections: list[Section]) -> list[Figure]:
    """Every figure of the page, in order."""
    return [figure for section in sections for block in section.blocks
            for _, figure in block.choices]


def _numbers(result: Result, answer: Answer) -> list[dict[str, Any]]:
    """The rows of ``summary`` of acting regimes, with what each outcome means."""
    said = result.describe("outcomes")["meaning"]
    statistics = ("mean", "ci95_low", "ci95_high", "p05", "p50", "p95")
    rows = answer.summary.reset_index()
    rows = rows[(rows["regime"] != NONE) & (rows["n"] > 0)]
    return [{
        "outcome": row["outcome"], "regime": row["regime"], "unit": row["unit"], "n": row["n"],
        "meaning": said.get(row["outcome"].split("=")[0], ""),
        "numbers": [(name, row[name], words.number(row[name])) for name in statistics],
    } for row in rows.fillna({"unit": ""}).to_dict("records")]


def _rows(frame: pd.DataFrame, most: int) -> list[list[Any]]:
    """The rows of a table, worded."""
    return [[_worded(value) for value in row]
            for row in frame.head(most).astype(object).to_numpy().tolist()]


def _fields(frame: pd.DataFrame) -> list[tuple[str, bool]]:
    """The columns of a table, and whether each holds numbers."""
    return [(str(name), pd.api.types.is_numeric_dtype(frame[name])) for name in frame.columns]


def _worded(value: Any) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return "–"
    if isinstance(value, bool | int):
        return f"{value:,}"
    if not isinstance(value, float):
        return str(value)
    if 0 < abs(value) < 1e-4:
        return "under 0.0001" if value > 0 else f"between {words.MINUS}0.0001 and 0"
    text = words.exact(value, 4)
    return re.sub(rf"\.?0+(?=$|{words.TIGHT})", "", text) if "." in text else text


