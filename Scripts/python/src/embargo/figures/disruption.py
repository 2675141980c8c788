"""What market disruption is made of."""

from __future__ import annotations

import altair as alt
import pandas as pd

from embargo.figures import headlines, scales, theme, words
from embargo.figures.figure import Chart, Figure, NotDrawn
from embargo.result import Result

PARTS = {
    "outage_loss_usd": "outage",
    "release_delay_usd": "release delay",
    "quality_loss_usd": "poorer substitutes",
    "lost_margin_usd": "lost margin",
    "migration_cost_usd": "migration",
    "idle_compute_usd": "idle compute",
    "staff_cost_usd": "barred staff",
}
"""The seven parts that add up to market disruption, and their names."""
ROW = 46


def parts(result: Result, experiment: int = 1) -> Figure:
    """The mean of each part of market disruption by regime, in dollars and as a share of all parts.

    A part below 0 is a gain. Raises NotDrawn where nothing is disrupted in any future.
    """
    rows = _rows(result, experiment)
    order = [regime for regime in result.regimes if regime in set(rows["regime"])]
    if not rows["mean"].any():
        raise NotDrawn("No regime disrupts the market in any future, so there are no parts.")

    def draw(width: int) -> Chart:
        return alt.vconcat(
            _panel(rows, order, "mean", "Means in US dollars", "US dollars", width - 12, "total"),
            _panel(rows, order, "share", "The same as shares",
                   "% of the sum of all sizes", width - 12, "largest"),
            spacing=28,
        )

    return Figure(
        id="parts",
        title="What market disruption is made of",
        caption="Means over futures, differences to no action. Bars to the left of 0 are gains; the"
                " diamond is the sum of all parts. The lower panel makes small regimes"
                " readable, and names the largest part where its 95 % interval lies above all others.",
        alt=_told(rows, order),
        data=rows[["regime", "part", "mean", "ci95_low", "ci95_high", "share"]].rename(columns={
            "mean": "mean, USD", "ci95_low": "95 % interval, low",
            "ci95_high": "95 % interval, high", "share": "share of the sum of sizes, %"}),
        draw=draw,
    )


def _rows(result: Result, experiment: int) -> pd.DataFrame:
    summary = result.summary.reset_index()
    summary = summary[(summary["experiment_id"] == experiment) & (summary["n"] > 0)
                      & summary["regime"].isin(result.regimes)]
    rows = summary[summary["outcome"].isin(PARTS)].copy()
    rows["order"] = rows["outcome"].map({part: at for at, part in enumerate(PARTS)})
    rows["part"] = rows["outcome"].map(PARTS)
    sizes = rows.groupby("regime")["mean"].transform(lambda means: means.abs().sum())
    rows["share"] = (100 * rows["mean"] / sizes).fillna(0.0)
    total = summary[summary["outcome"] == headlines.DISRUPTION_USD].set_index("regime")["mean"]
    rows["sum"] = rows["regime"].map(total)
    rows["mean, 95 % interval"] = [
        f"USD {words.number(m)} ({words.span(low, high)})"
        for m, low, high in zip(rows["mean"], rows["ci95_low"], rows["ci95_high"])]
    rows["total"] = "sum USD " + rows["sum"].map(words.number)
    rows["largest"] = [_largest(rows[rows["regime"] == regime]) for regime in rows["regime"]]
    return rows[["regime", "part", "order", "mean", "ci95_low", "ci95_high", "share", "sum",
                 "mean, 95 % interval", "total", "largest"]].reset_index(drop=True)


def _largest(mine: pd.DataFrame) -> str:
    """The largest part, where its interval lies above that of every other."""
    first, *others = mine.sort_values("mean", ascending=False).to_dict("records")
    leads = all(first["ci95_low"] > other["ci95_high"] for other in others)
    return f"most: {first['part']}" if leads else ""


def _panel(
    rows: pd.DataFrame, order: list[str], value: str, title: str, axis: str, width: int,
    remark: str,
) -> Chart:
    x = alt.X(f"sum({value}):Q", stack="zero", scale=alt.Scale(nice=False, padding=8),
              axis=alt.Axis(title=axis, grid=True, gridWidth=scales.ZERO,
                            tickCount=max(3, width // 90),
                            labelExpr=scales.USD_LABELS if value == "mean" else "datum.label"))
    y = alt.Y("regime:N", sort=order, axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    colour = alt.Color(
        "part:N", sort=list(PARTS.values()), title=None,
        scale=alt.Scale(domain=list(PARTS.values()), range=list(theme.PARTS)),
        legend=alt.Legend(orient="top", columns=max(2, width // 118), symbolType="square"))
    tips = [alt.Tooltip("regime:N"), alt.Tooltip("part:N"), alt.Tooltip("mean, 95 % interval:N"),
            alt.Tooltip("share:Q", format=".1f", title="share, %")]
    one = alt.Chart(rows).transform_filter("datum.order === 0").encode(y=y)
    layers = [
        alt.Chart(rows).mark_bar(height=18, yOffset=9, style="gap").encode(
            x, y, color=colour, order="order:Q", tooltip=tips),
        one.mark_text(align="left", fontWeight="bold", style="ink", dy=-11).encode(
            x=alt.value(0), text="regime:N"),
        one.mark_text(align="right", style="ink", dy=-11).encode(
            x=alt.value(width), text=f"{remark}:N"),
    ]
    if value == "mean":
        layers.append(one.mark_point(
            style="ink", shape="diamond", size=70, filled=True, opacity=1, yOffset=9,
        ).encode(x="sum:Q"))
    return alt.layer(*layers).properties(width=width, height=ROW * len(order), title=title)


def _told(rows: pd.DataFrame, order: list[str]) -> str:
    sentences = []
    for regime in order:
        mine = rows[rows["regime"] == regime].sort_values("mean", key=abs, ascending=False)
        said = [f"{r.part} {words.number(float(r.mean))}" for r in mine.head(3).itertuples()]
        sentences.append(
            f"{regime}: {mine['total'].iloc[0]}; largest parts {words.listed(said)}.")
    return " ".join(sentences)
