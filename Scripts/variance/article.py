"""Tables of the article, as Markdown between its marks."""

from __future__ import annotations

import pathlib
import re
import typing

import numpy as np
import pandas as pd

from variance.conclusions import DEFENDERS, FACTORS, MARKET, THEORIES
from variance.split import (
    CHANCE, JOINT, PARAMETERS, STRUCTURE, WITH_CHANCE, WITH_PARAMETERS)
from variance.tables import ROUTE_PART, Simulated

COLUMNS = {
    STRUCTURE: STRUCTURE, "published": "published weights", "persons": "persons",
    "form": "letter or rule", "relief": "relief", JOINT: "jointly", PARAMETERS: PARAMETERS,
    WITH_PARAMETERS: WITH_PARAMETERS, ROUTE_PART: "of both: day of the one route",
    CHANCE: CHANCE, WITH_CHANCE: WITH_CHANCE,
}
LEVELS = {"spared": "published weights spared", "reached": "published weights reached",
          "foreign": "foreign persons", "noncitizen": "all but citizens", "letter": "letter",
          "rule": "rule", "competing": "competing routes", "single": "one route"}


def fill(path: pathlib.Path, y: Simulated, tables: dict[str, pd.DataFrame]) -> None:
    """Puts every table between its marks; nothing else of the article is touched."""
    shares = tables["variance_split"]
    blocks = {"design": design(y), "factors": factors(tables["factors"]),
              "ranks": split(shares, MARKET, "rank"),
              "conclusions": conclusions(tables["conclusions"])}
    for outcome in [MARKET, DEFENDERS]:
        blocks[f"split {outcome}"] = split(shares, outcome, "percent")
        blocks[f"drivers {outcome}"] = drivers(tables["drivers"], outcome)
    text = path.read_text()
    marked = re.findall(r"<!-- uncertainty: begin (.*) -->", text)
    if sorted(marked) != sorted(blocks):
        raise SystemExit(f"{path.name} has marks for {marked} and not for {list(blocks)}")
    for name, block in blocks.items():
        begin, end = f"<!-- uncertainty: begin {name} -->", "<!-- uncertainty: end -->"
        before, rest = text.split(begin)
        text = f"{before}{begin}\n\n{block}\n\n{end}{rest.split(end, 1)[1]}"
    path.write_text(text)


def rows(head: list[str], body: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *body])


def whole(value: float) -> str:
    return f"{value:.0f}".replace("-0", "0") if abs(value) < 0.5 else f"{value:.0f}"


def design(y: Simulated) -> str:
    inputs, parameters = y.inputs, y.parameters.drawn
    histories = inputs["per_draw"]
    return (f"Made of {len(parameters):,} draws of {parameters.shape[1]} parameters with"
            f" {histories} futures each, {inputs['replications']:,} futures in every structure,"
            f" from seed {inputs['seed']}, under results epoch {inputs['results_epoch']}.")


def split(table: pd.DataFrame, outcome: str, scale: str) -> str:
    chosen = table[(table["outcome"] == outcome) & (table["scale"] == scale)]
    body = []
    for subject, part in chosen.groupby("subject", sort=False):
        part = part.set_index("component")
        deviation = np.sqrt(part.loc["total", "variance"])
        cells = []
        for component in COLUMNS:
            if component not in part.index:
                cells.append("–")
                continue
            share, low, high = 100 * part.loc[component, ["share", "share_low", "share_high"]]
            around = f" ({whole(low)} to {whole(high)})" if high - low > 0.5 else ""
            cells.append(whole(share) + around)
        body.append([f"{subject}", f"{deviation:.3g}", *cells])
    unit = "sd, % points" if scale == "percent" else "sd of ranks"
    return rows(["", unit, *COLUMNS.values()], body)


def factors(table: pd.DataFrame) -> str:
    body = []
    for (theory, factor), part in table.groupby(["theory", "factor"], sort=False):
        if theory not in THEORIES:
            continue
        part = part.set_index("outcome")
        cells = []
        for outcome in [MARKET, DEFENDERS]:
            row = part.loc[outcome]
            cells += [f"{row['mean']:+.2g} ({row['ci95_low']:.2g} to {row['ci95_high']:.2g})",
                      f"{100 * row['futures_moved_share']:.0f}"]
        levels = f"{LEVELS[row['from_level']]} → {LEVELS[row['to_level']]}"
        body.append([theory, levels, *cells])
    head = ["theory", "change", "market, % of spend", "futures moved, %", "defenders, % of all",
            "futures moved, %"]
    return rows(head, body)


def drivers(table: pd.DataFrame, outcome: str) -> str:
    chosen = table[(table["outcome"] == outcome) & (table["explained"] > table["noise"])]
    body = [
        [theory, f"`{row.parameter}`", row.evidence, f"{100 * row.parameters_share:.0f}",
         f"{100 * row.total_share:.1f}", f"{row.low_third_mean:.2g}", f"{row.high_third_mean:.2g}"]
        for theory, part in chosen.groupby("theory", sort=False) for row in part.itertuples()
    ]
    head = ["theory", "parameter", "evidence", "of parameters, %", "of all, %",
            "mean in its low third", "in its high third"]
    return rows(head, body)


def conclusions(table: pd.DataFrame) -> str:
    body = []
    for row in table.itertuples():
        where = [f"{verdict}: {spelt(inside)}" for verdict, inside in
                 [("unclear", row.unclear_in), ("fails", row.fails_in)] if inside]
        if row.fails_in_thirds:
            ends = re.sub(r"(low|high) (\S+?)(;|$)", r"\1 `\2`\3", row.fails_in_thirds)
            where.append(f"fails in some with {ends}")
        thirds = [row.thirds_holds, row.thirds_unclear, row.thirds_fails]
        body.append([
            str(row.number), row.conclusion, clear(row),
            f"{row.structures_holds} / {row.structures_unclear} / {row.structures_fails}",
            " / ".join(map(str, thirds)) if any(thirds) else "–",
            f"{100 * row.futures_share_low:.0f} to {100 * row.futures_share_high:.0f}",
            "; ".join(where)])
    head = ["", "conclusion", "clear", "structures", "their thirds", "true in futures, %",
            "where not"]
    return rows(head, body)


def spelt(inside: str) -> str:
    return re.sub(r"\w+", lambda word: LEVELS.get(word[0], word[0]), inside)


def clear(row: typing.Any) -> str:
    """Where a conclusion holds clearly."""
    if row.structures_unclear + row.structures_fails == 0:
        alone = row.thirds_unclear + row.thirds_fails > 0
        return "in every structure" if alone else "everywhere"
    return "in some structures" if row.structures_holds else "nowhere"
