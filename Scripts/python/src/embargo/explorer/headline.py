"""The headline table: every regime's outcomes with their intervals, and what the changes change."""

from __future__ import annotations

import dataclasses
import html
import math

import pandas as pd

from embargo.explorer.changes import Change, change
from embargo.figures import words
from embargo.result import Result

HEADLINES = {
    "market_disruption_pct": ("Market disruption", "% of spend"),
    "defender_capability_loss_pct": ("Defender capability loss", "% of all"),
    "net_harm": ("P(net harm)", "share of futures"),
    "days_to_full_relief": ("Time to full relief", "days"),
}
"""The outcomes of the table: their names, and units as the heading has them."""


@dataclasses.dataclass(frozen=True)
class Cell:
    """One outcome under one regime: the mean, its 95 % interval, a remark, and the change against
    the scenario as it stands, where there is one."""

    mean: str
    interval: str
    remark: str
    change: str
    is_clear: bool
    """Whether the interval of the change leaves out zero."""


def table(now: Result, before: Result | None) -> dict[str, dict[str, Cell]]:
    """The cells by regime and outcome; ``before`` is the scenario as it stands, over the same
    futures, or nothing where nothing is changed."""
    return {regime: {outcome: _cell(now, before, regime, outcome) for outcome in HEADLINES}
            for regime in now.regimes}


def as_html(cells: dict[str, dict[str, Cell]]) -> str:
    """The table for a page."""
    heads = "".join(f"<th scope='col'>{name}<small>{unit}</small></th>"
                    for name, unit in HEADLINES.values())
    rows = "".join(
        f"<tr><th scope='row'>{html.escape(regime)}</th>"
        + "".join(_as_html(cell, outcome) for outcome, cell in row.items()) + "</tr>"
        for regime, row in cells.items())
    return (f"<div class='headline'><table><thead><tr><th scope='col'>Regime</th>{heads}</tr>"
            f"</thead><tbody>{rows}</tbody></table></div>")


def _cell(now: Result, before: Result | None, regime: str, outcome: str) -> Cell:
    row = now.summary.loc[(1, regime, outcome)]
    interval = "" if math.isnan(row["ci95_low"]) else words.span(row["ci95_low"], row["ci95_high"])
    remark = _relief(now, regime, row["p50"]) if outcome == "days_to_full_relief" else ""
    difference = change(now, before, regime, outcome) if before else None
    return Cell(
        mean=words.number(row["mean"]), interval=interval, remark=remark,
        change=_told(difference) if difference else "",
        is_clear=difference is not None and (difference.low > 0 or difference.high < 0))


def _relief(result: Result, regime: str, median: float) -> str:
    """The median, which may lie beyond the end, and the share of futures without relief."""
    rows = result.outcomes.xs(regime, level="regime")
    rows = rows[(rows["status"] == "ok") & rows["days_observed"].notna()]
    if rows.empty:
        return "no order in any future"
    none_yet = float(rows["days_to_full_relief"].isna().mean())
    beyond = pd.isna(median)
    middle = f"> {words.number(rows['days_observed'].max())}" if beyond else words.number(median)
    return f"median {middle}; none yet {words.share(none_yet)}"


def _told(difference: Change) -> str:
    if difference.n == 0:
        return "no pair of futures"
    if difference.low == difference.high == 0:
        return "no change"
    sign = "+" if difference.mean > 0 else ""
    low, high = words.exact(difference.low, 2), words.exact(difference.high, 2)
    return f"change {sign}{words.exact(difference.mean, 2)} ({low} to {high})"


def _as_html(cell: Cell, outcome: str) -> str:
    interval = f"<span class='interval'>({cell.interval})</span>" if cell.interval else ""
    remark = f"<span class='remark'>{html.escape(cell.remark)}</span>" if cell.remark else ""
    kind = "change clear" if cell.is_clear else "change"
    moved = f"<span class='{kind}'>{cell.change}</span>" if cell.change else ""
    name, unit = HEADLINES[outcome]
    return (f"<td data-label='{name}, {unit}' data-outcome='{outcome}'>"
            f"<span class='mean'>{cell.mean}</span> {interval}{remark}{moved}</td>")
