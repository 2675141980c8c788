"""Distributions over futures, a row for each regime: the panel that several figures are made of.

A row holds the 5 % to 95 % range (thin), the middle half (thick), the median (a notch), the mean
with its 95 % interval (a diamond with a whisker), and below them a hundred ticks, each for one
future in a hundred.
"""

from __future__ import annotations

import altair as alt
import numpy as np
import pandas as pd

from embargo.figures import scales, theme, words
from embargo.figures.figure import Chart, NotDrawn
from embargo.result import Result

ROW = 58
"""Pixels down for each row."""
STATISTICS = ["mean", "ci95_low", "ci95_high", "p05", "p25", "p50", "p75", "p95"]
READING = (
    "The thin bar holds nine futures in ten, the thick bar the middle half; the notch is the"
    " median. The diamond is the mean, its whisker the 95 % interval of the mean. Each tick below"
    " stands for one future in a hundred.")


def rows(result: Result, outcomes: list[str], experiment: int = 1) -> pd.DataFrame:
    """The rows of ``summary`` of these outcomes under each acting regime, and their words."""
    summary = result.summary.reset_index()
    mine = summary[(summary["experiment_id"] == experiment) & summary["outcome"].isin(outcomes)
                   & summary["regime"].isin(result.regimes) & (summary["n"] > 0)]
    if mine.empty:
        raise NotDrawn(f"No future of experiment {experiment} came to a result.")
    mine = mine.drop(columns="experiment_id").copy()
    units = mine["unit"].fillna("").astype(str)
    records = _records(mine)
    mine["headline"] = [_headline(row, unit) for row, unit in zip(records, units)]
    mine["mean, 95 % interval"] = [
        f"{words.amount(r['mean'], u)} ({words.span(r['ci95_low'], r['ci95_high'])})"
        for r, u in zip(records, units)]
    mine["median"] = [words.amount(r["p50"], u) for r, u in zip(records, units)]
    mine["middle half"] = [words.span(r["p25"], r["p75"]) for r in records]
    mine["nine in ten"] = [words.span(r["p05"], r["p95"]) for r in records]
    return mine


def _records(frame: pd.DataFrame) -> list[dict[str, float]]:
    values = frame[STATISTICS].to_numpy(dtype=float)
    return [dict(zip(STATISTICS, row)) for row in values.tolist()]


def _headline(row: dict[str, float], unit: str) -> str:
    if all(row[name] == 0 for name in STATISTICS):
        return "0 in every future"
    interval = words.span(row["ci95_low"], row["ci95_high"])
    return f"mean {words.amount(row['mean'], unit)} ({interval})"


def strips(result: Result, outcomes: list[str], experiment: int = 1) -> pd.DataFrame:
    """A hundred values for each outcome and regime that stand for its futures: the 0.5 %, 1.5 %,
    … 99.5 % quantiles, or every future where there are fewer. Columns: regime, outcome, value."""
    table = result.outcomes.reset_index()
    table = table[(table["status"] == "ok") & (table["experiment_id"] == experiment)]
    found = []
    for regime in result.regimes:
        for outcome in outcomes:
            values = table.loc[table["regime"] == regime, outcome].dropna().to_numpy()
            if len(values) > 100:
                values = np.quantile(values, (np.arange(100) + 0.5) / 100)
            found.append(pd.DataFrame({"regime": regime, "outcome": outcome, "value": values}))
    return pd.concat(found, ignore_index=True)


def fitting(rows: pd.DataFrame, strips: pd.DataFrame) -> scales.Scale:
    """The scale that holds these rows and their ticks."""
    values = strips["value"] if len(strips) else rows["mean"]
    low = min(rows["p05"].min(), rows["ci95_low"].min(), values.min())
    high = max(rows["p95"].max(), rows["ci95_high"].max(), values.max())
    return scales.fitting(rows["mean"], low, high)


def panel(
    rows: pd.DataFrame, strips: pd.DataFrame, scale: scales.Scale, title: str, axis: str,
    width: int, order: list[str], subtitle: str = "",
) -> Chart:
    """The panel of one outcome: ``rows`` and ``strips`` as the functions of these names give them.

    ``axis`` is the axis' title, with its unit; ``order`` the regimes from top to bottom.
    """
    unit = str(rows["unit"].fillna("").iloc[0])
    order = [regime for regime in order if regime in set(rows["regime"])]
    y = alt.Y("regime:N", sort=order, axis=None, scale=alt.Scale(domain=order, padding=0.5))
    x_axis = scale.axis(axis, unit, grid=True, tickCount=max(3, width // 90), orient="bottom")
    colour = alt.Color("regime:N", scale=theme.colour_scale(order), legend=None)
    tips = [alt.Tooltip("regime:N"), alt.Tooltip("mean, 95 % interval:N"), alt.Tooltip("median:N"),
            alt.Tooltip("middle half:N"), alt.Tooltip("nine in ten:N"),
            alt.Tooltip("n:Q", title="futures", format=",")]

    def x(name: str) -> alt.X:
        return alt.X(f"{name}:Q", scale=scale.scale, axis=x_axis)

    base = alt.Chart(rows).encode(y=y)
    layers = [
        _ticks(strips, x("value"), y, colour),
        base.mark_rule(strokeWidth=2, yOffset=8).encode(x("p05"), x2="p95:Q", color=colour),
        base.mark_rule(strokeWidth=9, yOffset=8).encode(x("p25"), x2="p75:Q", color=colour),
        base.mark_tick(style="gap", size=13, thickness=2, yOffset=8).encode(x("p50")),
        base.mark_rule(style="line", strokeWidth=1.5, yOffset=8).encode(
            x("ci95_low"), x2="ci95_high:Q"),
        base.mark_point(
            style="ink", shape="diamond", size=60, filled=True, opacity=1, yOffset=8,
        ).encode(x("mean")),
        base.mark_text(align="left", fontWeight="bold", style="ink", dy=-13).encode(
            x=alt.value(0), text="regime:N"),
        base.mark_text(align="right", style="ink", dy=-13).encode(
            x=alt.value(width), text="headline:N"),
        base.mark_rule(strokeWidth=ROW - 6, opacity=0.001, clip=True).encode(
            x=alt.value(0), x2=alt.value(width), tooltip=tips),
    ]
    heading = alt.TitleParams(title, subtitle=subtitle) if subtitle else alt.TitleParams(title)
    return alt.layer(*layers).properties(width=width, height=ROW * len(order), title=heading)


def _ticks(strips: pd.DataFrame, x: alt.X, y: alt.Y, colour: alt.Color) -> alt.Chart:
    chart: alt.Chart = alt.Chart(strips[["regime", "value"]]).mark_tick(
        size=8, thickness=1, opacity=0.55, yOffset=21)
    return chart.encode(x, y, color=colour)
