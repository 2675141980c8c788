"""What the order costs: market disruption and the defenders' loss, as distributions."""

from __future__ import annotations

import altair as alt
import pandas as pd

from embargo.figures import quantiles, words
from embargo.figures.figure import Chart, Figure
from embargo.result import Result

DISRUPTION = "market_disruption_pct"
DISRUPTION_USD = "market_disruption_usd"
DEFENDERS = "defender_capability_loss_pct"

PANELS = {
    DISRUPTION: ("Market disruption", "% of what customers spend on AI models"),
    DISRUPTION_USD: ("Market disruption in dollars", "US dollars"),
    DEFENDERS: ("Defender capability loss", "% of the capability of all defenders"),
}
"""The headline outcomes: name, and unit as an axis has it."""


def headline(
    result: Result, experiment: int = 1, outcomes: list[str] | None = None,
) -> Figure:
    """The headline outcomes by regime: how they spread over futures, and their means.

    Raises NotDrawn where no future came to a result.
    """
    chosen = outcomes or list(PANELS)
    rows = quantiles.rows(result, chosen, experiment)
    strips = quantiles.strips(result, chosen, experiment)
    order = result.regimes

    def draw(width: int) -> Chart:
        panels = []
        for outcome in chosen:
            mine = rows[rows["outcome"] == outcome]
            if mine.empty:
                continue
            ticks = strips[strips["outcome"] == outcome]
            name, unit = PANELS[outcome]
            panels.append(quantiles.panel(
                mine, ticks, quantiles.fitting(mine, ticks), name, unit, width - 12, order))
        return alt.vconcat(*panels, spacing=28)

    return Figure(
        id="headline",
        title="Market disruption and defenders’ loss, and how far futures differ",
        caption=f"{quantiles.READING} {quantiles.TICKS} Differences to no action in the same"
                " future.",
        alt=_told(rows, chosen),
        data=table(rows),
        draw=draw,
    )


def _told(rows: pd.DataFrame, outcomes: list[str]) -> str:
    sentences = []
    for outcome in outcomes:
        mine = rows[rows["outcome"] == outcome]
        said = [f"{r.regime} {words.amount(r.mean, r.unit)}" for r in mine.itertuples()]
        sentences.append(f"{PANELS[outcome][0]}, mean: {words.listed(said)}.")
    return " ".join(sentences)


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """The numbers of ``quantiles.rows``, for readers."""
    columns = ["outcome", "regime", "unit", "n", *quantiles.STATISTICS]
    return rows[columns].rename(columns={
        "n": "futures", "ci95_low": "95 % interval, low", "ci95_high": "95 % interval, high",
        "p05": "5 %", "p25": "25 %", "p50": "median", "p75": "75 %", "p95": "95 %"})
