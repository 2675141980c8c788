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

ROW, BARE = 62, 46
"""Pixels down for each row with ticks, and without."""
NARROW = 390
"""Pixels across below which a row has no room for the interval in words."""
STATISTICS = ["mean", "ci95_low", "ci95_high", "p05", "p25", "p50", "p75", "p95"]
_TOLD = ["mean, 95 % interval", "median", "middle half", "nine in ten"]
_SHOWN = ["regime", "colour", "n", *STATISTICS, "headline", "short", *_TOLD]
READING = (
    "The thin bar holds nine futures in ten, the thick bar the middle half; the notch is the"
    " median. The diamond is the mean, its whisker the 95 % interval of the mean.")
TICKS = "Each tick below stands for one future in a hundred."


def rows(result: Result, outcomes: list[str], experiment: int = 1) -> pd.DataFrame:
    """The rows of ``summary`` of these outcomes under each acting regime, and their words."""
    summary = result.summary.reset_index()
    mine = summary[(summary["experiment_id"] == experiment) & summary["outcome"].isin(outcomes)
                   & summary["regime"].isin(result.regimes) & (summary["n"] > 0)]
    if mine.empty:
        raise NotDrawn(f"No future of experiment {experiment} came to a result.")
    mine = mine.drop(columns="experiment_id").copy()
    mine["colour"] = mine["regime"].map(theme.colours(result.regimes))
    units = mine["unit"].fillna("").astype(str)
    records = _records(mine)
    mine["short"] = [_headline(row, unit) for row, unit in zip(records, units)]
    mine["headline"] = [
        short if short.startswith("0") else
        f"{short} ({words.span(row['ci95_low'], row['ci95_high'])})"
        for short, row in zip(mine["short"], records)]
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
    return f"mean {words.amount(row['mean'], unit)}"


def strips(result: Result, outcomes: list[str], experiment: int = 1) -> pd.DataFrame:
    """A hundred values for each outcome and regime that stand for its futures: the 0.5 %, 1.5 %,
    … 99.5 % quantiles, or every future where there are fewer. Columns: regime, outcome, value,
    colour."""
    table = result.outcomes.reset_index()
    table = table[(table["status"] == "ok") & (table["experiment_id"] == experiment)]
    found = []
    for regime in result.regimes:
        for outcome in outcomes:
            values = table.loc[table["regime"] == regime, outcome].dropna().to_numpy()
            if len(values) > 100:
                values = np.quantile(values, (np.arange(100) + 0.5) / 100)
            values = [float(f"{value:.5g}") for value in values]
            found.append(pd.DataFrame({"regime": regime, "outcome": outcome, "value": values}))
    rows = pd.concat(found, ignore_index=True)
    return rows.assign(colour=rows["regime"].map(theme.colours(result.regimes)))


def fitting(rows: pd.DataFrame, strips: pd.DataFrame) -> scales.Scale:
    """The scale that holds these rows and their ticks."""
    values = strips["value"] if len(strips) else rows["mean"]
    low = min(rows["p05"].min(), rows["ci95_low"].min(), values.min())
    high = max(rows["p95"].max(), rows["ci95_high"].max(), values.max())
    return scales.fitting(rows["mean"], low, high)


def panel(
    rows: pd.DataFrame, strips: pd.DataFrame | None, scale: scales.Scale, title: str, axis: str,
    width: int, order: list[str], row: str = "regime",
) -> Chart:
    """The panel of one outcome: ``rows`` and ``strips`` as the functions of these names give them,
    or without the ticks of ``strips``.

    ``axis`` is the axis' title, with its unit; ``order`` what stands in column ``row``, from top
    to bottom.
    """
    order = [name for name in order if name in set(rows[row])]
    y = alt.Y(f"{row}:N", sort=order, axis=None, scale=alt.Scale(domain=order, padding=0.5))
    x_axis = scale.axis(axis, width, str(rows["unit"].fillna("").iloc[0]))
    colour = alt.Color("colour:N", scale=None)
    bar, line = (2, -17) if strips is not None else (8, -10)

    def x(name: str) -> alt.X:
        return alt.X(f"{name}:Q", scale=scale.scale, axis=x_axis)

    base = alt.Chart(rows[_SHOWN + [row] * (row not in _SHOWN)]).encode(y=y)
    layers = [
        base.mark_rule(strokeWidth=2, yOffset=bar).encode(x("p05"), x2="p95:Q", color=colour),
        base.mark_rule(strokeWidth=9, yOffset=bar).encode(x("p25"), x2="p75:Q", color=colour),
        base.mark_tick(style="gap", size=13, thickness=2, yOffset=bar).encode(x("p50")),
        base.mark_rule(style="line", strokeWidth=1.5, yOffset=bar).encode(
            x("ci95_low"), x2="ci95_high:Q"),
        base.mark_point(
            style="ink", shape="diamond", size=60, filled=True, opacity=1, yOffset=bar,
        ).encode(x("mean")),
        *_words(base, row, line, width),
        base.mark_rule(strokeWidth=BARE - 6, opacity=0.001, clip=True).encode(
            x=alt.value(0), x2=alt.value(width), tooltip=_tips(row)),
    ]
    if strips is not None:
        layers.insert(0, _ticks(strips, x("value"), y, colour))
    height = (BARE if strips is None else ROW) * len(order)
    return alt.layer(*layers).properties(width=width, height=height, title=title)


def _words(base: alt.Chart, row: str, line: int, width: int) -> list[alt.Chart]:
    name = base.mark_text(align="left", fontWeight="bold", style="ink", dy=line)
    number = base.mark_text(align="right", style="ink", dy=line)
    return [name.encode(x=alt.value(0), text=f"{row}:N"),
            number.encode(x=alt.value(width), text="headline:N" if width > NARROW else "short:N")]


def _tips(row: str) -> list[alt.Tooltip]:
    names = [*dict.fromkeys([row, "regime"]), *_TOLD]
    return [*(alt.Tooltip(f"{name}:N") for name in names),
            alt.Tooltip("n:Q", title="futures", format=",")]


def _ticks(strips: pd.DataFrame, x: alt.X, y: alt.Y, colour: alt.Color) -> alt.Chart:
    chart: alt.Chart = alt.Chart(strips[["regime", "value", "colour"]]).mark_tick(
        size=8, thickness=1, opacity=0.9, yOffset=15)
    return chart.encode(x, y, color=colour)
