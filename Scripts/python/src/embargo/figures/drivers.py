"""What drives an outcome: the uncertain parameters with the largest swings."""

from __future__ import annotations

import altair as alt
import pandas as pd

from embargo.figures import headlines, theme, words
from embargo.figures.figure import Chart, Figure
from embargo.figures.swings import Swings, swings
from embargo.result import Result

SHOWN = 12
ROW = 44


def tornado(result: Result, regime: str, outcome: str = headlines.DISRUPTION) -> Figure:
    """The parameters whose lowest and highest fifth differ most in the mean of an outcome, with
    what chance alone would reach; over all experiments of a sweep.

    Raises NotDrawn where nothing drives the outcome, or too little was drawn to tell.
    """
    found = swings(result, regime, outcome)
    name, unit = headlines.PANELS[outcome]
    column = result.tables["outcomes"].column(outcome)
    rows = _rows(found, column.unit)
    paint = theme.colours(result.regimes)[regime]

    def draw(width: int) -> Chart:
        return _chart(rows, found, f"mean, {unit}", width - 12, paint)

    many = int((found.rows["swing"].abs() > found.chance).sum())
    data = found.rows.drop(columns="label").round(6)
    return Figure(
        id=f"drivers-{regime}-{outcome}",
        title=f"What drives {name[0].lower()}{name[1:]} under {regime}",
        caption=f"{many} of {len(found.rows)} uncertain parameters swing by more than chance. Shown"
                " is the mean of the outcome in the futures with the lowest fifth (▼) and the"
                " highest fifth (▲) of each, with two standard errors to each side. The grey band"
                " is chance: of as many parameters without any effect the largest would be wider in"
                " one case of twenty. Rows within it are pale. One parameter at a time: what acts"
                " only together with others is not seen.",
        alt=_told(rows, found, many),
        data=data.rename(columns={
            "low": "mean in lowest fifth", "low_error": "standard error, lowest",
            "high": "mean in highest fifth", "high_error": "standard error, highest",
            "low_to": "lowest fifth up to", "high_from": "highest fifth from"}),
        draw=draw,
    )


def _rows(found: Swings, unit: str) -> pd.DataFrame:
    rows = found.rows.head(SHOWN).copy()
    rows["row"] = range(1, len(rows) + 1)
    for end in ("low", "high"):
        rows[f"{end}_least"] = rows[end] - 2 * rows[f"{end}_error"]
        rows[f"{end}_most"] = rows[end] + 2 * rows[f"{end}_error"]
    rows["strength"] = [1.0 if abs(swing) > found.chance else 0.3 for swing in rows["swing"]]
    parameter = rows["unit"].fillna("").replace("1", "").astype(str)
    rows["lowest fifth"] = [
        f"{words.amount(mean, unit)} (up to {words.number(to)} {of})"
        for mean, to, of in zip(rows["low"], rows["low_to"], parameter)]
    rows["highest fifth"] = [
        f"{words.amount(mean, unit)} (from {words.number(start)} {of})"
        for mean, start, of in zip(rows["high"], rows["high_from"], parameter)]
    rows["evidence"] = rows["evidence"].fillna("swept")
    return rows[["row", "label", "address", "evidence", "low", "high", "low_least", "low_most",
                 "high_least", "high_most", "strength", "lowest fifth", "highest fifth", "swing"]]


def _chart(rows: pd.DataFrame, found: Swings, axis: str, width: int, paint: str) -> Chart:
    height = ROW * len(rows)
    ends = [found.mean - found.chance / 2, found.mean + found.chance / 2]
    x = alt.X("low:Q", scale=alt.Scale(zero=False, nice=False, padding=8),
              axis=alt.Axis(title=axis, grid=True, tickCount=max(3, width // 90)))
    y = alt.Y("row:O", axis=None, scale=alt.Scale(padding=0.5))
    tips = [alt.Tooltip("label:N", title="parameter"), alt.Tooltip("address:N"),
            alt.Tooltip("evidence:N"), alt.Tooltip("lowest fifth:N"),
            alt.Tooltip("highest fifth:N")]
    colour, strength = alt.value(paint), alt.Opacity("strength:Q", scale=None)
    band = alt.Chart(pd.DataFrame({"low": [ends[0]], "high": [ends[1]], "mean": [found.mean]}))
    base = alt.Chart(rows).encode(y=y)
    drawn = base.encode(color=colour, opacity=strength)
    name = base.mark_text(align="left", style="ink", dy=-10, limit=width - 74)
    grade = base.mark_text(align="right", style="faint", dy=-10)
    layers = [
        band.mark_rect(opacity=0.16, color="#7f8790").encode(
            x, x2="high:Q", y=alt.value(0), y2=alt.value(height)),
        band.mark_rule(style="guide").encode(
            alt.X("mean:Q"), y=alt.value(0), y2=alt.value(height)),
        drawn.mark_rule(strokeWidth=3, yOffset=8).encode(x, x2="high:Q"),
        drawn.mark_rule(strokeWidth=1, yOffset=8).encode(alt.X("low_least:Q"), x2="low_most:Q"),
        drawn.mark_rule(strokeWidth=1, yOffset=8).encode(alt.X("high_least:Q"), x2="high_most:Q"),
        drawn.mark_point(size=110, filled=True, shape="triangle-down", yOffset=8).encode(x),
        drawn.mark_point(size=110, filled=True, shape="triangle-up", yOffset=8).encode(
            alt.X("high:Q")),
        name.encode(x=alt.value(0), text="label:N"),
        grade.encode(x=alt.value(width), text="evidence:N"),
        base.mark_rule(strokeWidth=ROW - 4, opacity=0.001, clip=True).encode(
            x=alt.value(0), x2=alt.value(width), tooltip=tips),
    ]
    return alt.layer(*layers).properties(width=width, height=height)


def _told(rows: pd.DataFrame, found: Swings, many: int) -> str:
    said = [f"{row.label}: {words.number(float(row.low))} in its lowest fifth,"
            f" {words.number(float(row.high))} in its highest" for row in rows.head(4).itertuples()]
    return (f"Mean {words.number(found.mean)} over {found.draws:,} draws. {'; '.join(said)}."
            f" Of {len(found.rows)} parameters, {many} swing by more than chance would,"
            f" {words.number(found.chance)}.")
