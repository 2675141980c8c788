"""Which regime does worse than which, in the same futures."""

from __future__ import annotations

import itertools

import altair as alt
import pandas as pd

from embargo.figures import headlines, quantiles, scales, theme, words
from embargo.figures.figure import Chart, Figure, NotDrawn
from embargo.result import Result

ROW, PAIR = 46, 66
MOST = 15
"""Pairs in the chart."""


def contrasts(
    result: Result, outcome: str = headlines.DISRUPTION, experiment: int = 1,
) -> Figure:
    """Every pair of acting regimes: the mean difference of an outcome in the same futures, its
    95 % interval, and in what share of futures the first is higher.

    Raises NotDrawn where there is one acting regime, or where no pair differs.
    """
    if len(result.regimes) < 2:
        raise NotDrawn(f"There is one acting regime, {', '.join(result.regimes)}: nothing to"
                       " compare it with but no action, which every figure does.")
    rows = _pairs(result, outcome, experiment)
    if rows.empty or not rows["mean_difference"].any():
        raise NotDrawn("The regimes do not differ in this outcome in any future.")
    name, unit = headlines.PANELS[outcome]

    def draw(width: int) -> Chart:
        return _contrasts(rows.head(MOST), f"difference, {unit}", width - 12)

    top = rows.iloc[0]
    return Figure(
        id=f"contrasts-{outcome}",
        title=f"{name}: regime against regime, in the same futures",
        caption="The first regime less the second: the diamond is the mean difference, the bar its"
                " 95 % interval. Right of 0 the first one costs more. Both have the same strokes of"
                " luck, so an interval that leaves out 0 is a difference of the regimes in this"
                " model, and no accident of the futures drawn."
                + (f" The {MOST} largest of {len(rows)} pairs; the table has all."
                   if len(rows) > MOST else ""),
        alt=f"Largest mean difference: {top['pair']}, {words.amount(top['mean_difference'], 'pct')}"
            f" ({words.span(top['ci95_low'], top['ci95_high'])}); {top['higher']}.",
        data=rows[["regime_a", "regime_b", "unit", "n", "mean_difference", "ci95_low", "ci95_high",
                   "share_a_higher", "share_b_higher"]].rename(columns={
                       "regime_a": "regime a", "regime_b": "regime b", "n": "futures",
                       "mean_difference": "mean of a less b", "ci95_low": "95 % interval, low",
                       "ci95_high": "95 % interval, high",
                       "share_a_higher": "share of futures with a higher",
                       "share_b_higher": "share of futures with b higher"}),
        draw=draw,
    )


def _pairs(result: Result, outcome: str, experiment: int) -> pd.DataFrame:
    table = result.contrasts.reset_index()
    table = table[(table["experiment_id"] == experiment) & (table["outcome"] == outcome)
                  & (table["n"] > 0)].set_index(["regime_a", "regime_b"])
    kept = []
    for one, other in itertools.combinations(result.regimes, 2):
        pairs = [pair for pair in ((one, other), (other, one)) if pair in table.index]
        if pairs:
            kept.append(max(pairs, key=lambda pair: float(table.loc[pair, "mean_difference"])))
    rows = table.loc[kept].reset_index()
    rows["pair"] = rows["regime_a"] + f" {words.MINUS} " + rows["regime_b"]
    rows["colour"] = rows["regime_a"].map(theme.colours(result.regimes))
    lower = [table["share_a_higher"].get(key, float("nan"))
             for key in zip(rows["regime_b"], rows["regime_a"])]
    rows["share_b_higher"] = lower
    often = list(zip(rows["regime_a"], rows["share_a_higher"], lower))
    rows["higher"] = [_how_often(a, "of futures", float(more), float(less))
                      for a, more, less in often]
    rows["brief"] = [_how_often("first", "", float(more), float(less)) for _, more, less in often]
    rows["mean"] = rows["mean_difference"].map(words.number)
    rows["difference"] = [
        f"{words.number(mean)} ({words.span(low, high)})" for mean, low, high in zip(
            rows["mean_difference"], rows["ci95_low"], rows["ci95_high"])]
    return rows.sort_values("mean_difference", ascending=False, ignore_index=True)


def _how_often(regime: str, of: str, more: float, less: float) -> str:
    """In how many futures the first regime of a pair is higher, lower and equal."""
    told = f"{regime} higher in {words.share(more)} {of}".rstrip()
    if less != less:
        return told
    equal = max(0.0, round(1 - more - less, 9))
    return f"{told}, lower in {words.share(less)}, equal in {words.share(equal)}"


def _contrasts(rows: pd.DataFrame, axis: str, width: int) -> Chart:
    rows = rows[["pair", "colour", "mean_difference", "ci95_low", "ci95_high", "higher", "brief",
                 "difference", "mean"]]
    scale = scales.Scale(min(0.0, float(rows["ci95_low"].min())),
                         max(0.0, float(rows["ci95_high"].max()) * 1.02))
    order = list(rows["pair"])
    y = alt.Y("pair:N", sort=order, axis=None, scale=alt.Scale(domain=order, padding=0.5))
    x_axis = scale.axis(axis, width)
    colour = alt.Color("colour:N", scale=None)
    tips = [alt.Tooltip("pair:N"), alt.Tooltip("difference:N", title="mean, 95 % interval"),
            alt.Tooltip("higher:N", title="how often")]
    base = alt.Chart(rows).encode(y=y)
    narrow = width <= quantiles.NARROW
    left = base.mark_text(align="left", fontWeight="bold", style="ink", dy=-18)
    right = base.mark_text(align="right", style="ink", dy=-18)
    layers = [
        base.mark_rule(strokeWidth=8, yOffset=17).encode(
            alt.X("ci95_low:Q", scale=scale.scale, axis=x_axis), x2="ci95_high:Q", color=colour),
        base.mark_point(
            style="ink", shape="diamond", size=60, filled=True, opacity=1, yOffset=17,
        ).encode(alt.X("mean_difference:Q", scale=scale.scale, axis=x_axis)),
        left.encode(x=alt.value(0), text="pair:N"),
        right.encode(x=alt.value(width), text="mean:N" if narrow else "difference:N"),
        base.mark_text(align="left", style="faint", dy=-2).encode(
            x=alt.value(0), text="brief:N" if narrow else "higher:N"),
        base.mark_rule(strokeWidth=PAIR - 8, opacity=0.001, clip=True).encode(
            x=alt.value(0), x2=alt.value(width), tooltip=tips),
    ]
    return alt.layer(*layers).properties(width=width, height=PAIR * len(order))


def regret(result: Result, experiment: int = 1) -> Figure:
    """How much worse each regime is than the best one of the same draw, and how often it is best.

    Raises NotDrawn where there is one acting regime.
    """
    if len(result.regimes) < 2:
        raise NotDrawn("There is one acting regime, so it is always the best of those that act.")
    table = result.regret.reset_index()
    rows = table[(table["experiment_id"] == experiment)
                 & table["outcome"].isin([headlines.DISRUPTION, headlines.DEFENDERS])].copy()
    if rows.empty or not rows["mean_regret"].any():
        raise NotDrawn("No regime is ever worse than another in the headline outcomes.")
    rows["colour"] = rows["regime"].map(theme.colours(result.regimes))
    rows["best"] = ["best in " + words.share(share) + " of draws" for share in rows["share_best"]]
    panels = {outcome: mine for outcome, mine in rows.groupby("outcome", sort=False)}

    def draw(width: int) -> Chart:
        return alt.vconcat(*(
            _regret(panels[outcome], *headlines.PANELS[outcome], width - 12, result.regimes)
            for outcome in headlines.PANELS if outcome in panels), spacing=24)

    said = [f"{headlines.PANELS[str(r.outcome)][0]}, {r.regime}: mean {words.number(r.mean_regret)}"
            f" %, {r.best}" for r in rows.itertuples()]
    return Figure(
        id="regret",
        title="Regret: how much worse than the best regime of the same draw",
        caption="The dot is the mean over draws, the end of the line what one draw in ten exceeds;"
                " a dot without a line is a regime that was the best in nine draws of ten or more."
                " A regime that does little is best by these measures: they price what an order"
                " costs, not what it is meant to achieve.",
        alt=". ".join(said) + ".",
        data=rows[["outcome", "regime", "mean_regret", "p90_regret", "max_regret",
                   "share_best"]].rename(columns=lambda name: name.replace("_", " ")),
        draw=draw,
    )


def _regret(
    rows: pd.DataFrame, name: str, unit: str, width: int, regimes: list[str],
) -> Chart:
    order = [regime for regime in regimes if regime in set(rows["regime"])]
    scale = scales.fitting(rows["mean_regret"], 0, float(rows["p90_regret"].max()) * 1.02)
    y = alt.Y("regime:N", sort=order, axis=None, scale=alt.Scale(domain=order, padding=0.5))
    x_axis = scale.axis(unit, width)
    colour = alt.Color("colour:N", scale=None)
    tips = [alt.Tooltip("regime:N"), alt.Tooltip("mean_regret:Q", title="mean", format=".3~g"),
            alt.Tooltip("p90_regret:Q", title="exceeded in 1 of 10", format=".3~g"),
            alt.Tooltip("best:N", title="how often")]
    base = alt.Chart(rows.assign(least=0)).encode(y=y)
    layers = [
        base.mark_rule(strokeWidth=3, yOffset=9).encode(
            alt.X("least:Q", scale=scale.scale, axis=x_axis), x2="p90_regret:Q", color=colour),
        base.mark_point(filled=True, size=110, opacity=1, yOffset=9).encode(
            alt.X("mean_regret:Q", scale=scale.scale, axis=x_axis), color=colour),
        base.mark_text(align="left", fontWeight="bold", style="ink", dy=-10).encode(
            x=alt.value(0), text="regime:N"),
        base.mark_text(align="right", style="ink", dy=-10).encode(
            x=alt.value(width), text="best:N"),
        base.mark_rule(strokeWidth=ROW - 6, opacity=0.001, clip=True).encode(
            x=alt.value(0), x2=alt.value(width), tooltip=tips),
    ]
    return alt.layer(*layers).properties(width=width, height=ROW * len(order), title=name)
