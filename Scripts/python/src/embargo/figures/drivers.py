"""What drives an outcome: the uncertain parameters that go with it most closely."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from embargo.figures import headlines, theme, words
from embargo.figures.figure import Chart, Figure
from embargo.figures.swings import Swings, swings
from embargo.result import Result

SHOWN = 12
ROW = 44
END: dict[str, Any] = {"size": 110, "filled": True, "opacity": 1, "yOffset": 8}
CHANCE = "#7f8790"
"""The grey of rows that chance could give; it stands out from both pages."""


def tornado(result: Result, regime: str, outcome: str = headlines.DISRUPTION) -> Figure:
    """The parameters whose rank correlation with an outcome is strongest, with the outcome in the
    lowest and highest fifth of each; over all experiments of a sweep.

    Raises NotDrawn where nothing drives the outcome, or too little was drawn to tell.
    """
    found = swings(result, regime, outcome)
    name, unit = headlines.PANELS[outcome]
    column = result.tables["outcomes"].column(outcome)
    rows = _rows(found, column.unit, theme.colours(result.regimes)[regime])

    def draw(width: int) -> Chart:
        return _chart(rows, found, f"{found.middle}, {unit}", width - 12)

    data = found.rows.drop(columns="label").round(6)
    data.insert(1, "rank correlation", data.pop("rho").round(3))
    middle = found.middle
    return Figure(
        id=f"drivers-{regime}-{outcome}",
        title=f"What drives {name[0].lower()}{name[1:]} under {regime}",
        caption=_caption(found),
        alt=_told(rows, found),
        data=data.rename(columns={
            "low": f"{middle} in lowest fifth", "low_least": "95 % interval, low, lowest",
            "low_most": "95 % interval, high, lowest",
            "high": f"{middle} in highest fifth", "high_least": "95 % interval, low, highest",
            "high_most": "95 % interval, high, highest",
            "low_to": "lowest fifth up to", "high_from": "highest fifth from"}),
        draw=draw,
    )


def _caption(found: Swings) -> str:
    why = "; medians, since a few extreme futures make the means" * (found.middle == "median")
    return (f"{found.beyond_chance} of {len(found.rows)} uncertain parameters have a rank"
            " correlation ρ (Spearman) with the outcome beyond what chance gives: of as many"
            f" parameters without any effect the largest |ρ| would exceed {found.chance:.2f} in one"
            f" case of twenty. Strongest first. Shown is the {found.middle} of the outcome in the"
            " futures with the lowest fifth (▼) and the highest fifth (▲) of each parameter, with"
            f" 95 % intervals{why}; the dashed line is the {found.middle} of all. Grey rows are"
            " those whose rank correlation is within what chance gives. One parameter at a time:"
            " what acts only together with others is not seen.")


def _rows(found: Swings, unit: str, paint: str) -> pd.DataFrame:
    rows = found.rows.head(SHOWN).copy()
    rows["row"] = range(1, len(rows) + 1)
    drives = rows["rho"].abs() > found.chance
    rows["colour"] = drives.map({True: paint, False: CHANCE})
    rows["rho"] = [f"{rho:.2f}".replace("-", words.MINUS) for rho in rows["rho"]]
    rows["correlation"] = rows["rho"] + drives.map(
        {True: "", False: f" (chance reaches {found.chance:.2f})"})
    rows["evidence"] = rows["evidence"].fillna("swept")
    rows["grade"] = "ρ " + rows["rho"] + " · " + rows["evidence"].astype(str)
    parameter = rows["unit"].fillna("").replace("1", "").astype(str)
    rows["lowest fifth"] = [
        f"{words.amount(mean, unit)} (up to {words.exact(to)} {of})"
        for mean, to, of in zip(rows["low"], rows["low_to"], parameter)]
    rows["highest fifth"] = [
        f"{words.amount(mean, unit)} (from {words.exact(start)} {of})"
        for mean, start, of in zip(rows["high"], rows["high_from"], parameter)]
    return rows[["row", "label", "address", "evidence", "low", "high", "low_least", "low_most",
                 "high_least", "high_most", "colour", "rho", "correlation", "grade",
                 "lowest fifth", "highest fifth"]]


def _chart(rows: pd.DataFrame, found: Swings, axis: str, width: int) -> Chart:
    height = ROW * len(rows)
    x = alt.X("low:Q", scale=alt.Scale(zero=False, nice=False, padding=8),
              axis=alt.Axis(title=axis, grid=True, tickCount=max(3, width // 90)))
    y = alt.Y("row:O", axis=None, scale=alt.Scale(padding=0.5))
    tips = [alt.Tooltip("label:N", title="parameter"), alt.Tooltip("address:N"),
            alt.Tooltip("correlation:N", title="rank correlation ρ"),
            alt.Tooltip("evidence:N"), alt.Tooltip("lowest fifth:N"),
            alt.Tooltip("highest fifth:N")]
    centre = alt.Chart(pd.DataFrame({"centre": [found.centre]}))
    base = alt.Chart(rows).encode(y=y)
    drawn = base.encode(color=alt.Color("colour:N", scale=None))
    name = base.mark_text(align="left", style="ink", dy=-10, limit=width - 120)
    grade = base.mark_text(align="right", style="faint", dy=-10)
    layers = [
        centre.mark_rule(style="guide").encode(
            alt.X("centre:Q"), y=alt.value(0), y2=alt.value(height)),
        drawn.mark_rule(strokeWidth=3, yOffset=8).encode(x, x2="high:Q"),
        drawn.mark_rule(strokeWidth=1, yOffset=8).encode(alt.X("low_least:Q"), x2="low_most:Q"),
        drawn.mark_rule(strokeWidth=1, yOffset=8).encode(alt.X("high_least:Q"), x2="high_most:Q"),
        drawn.mark_point(shape="triangle-down", **END).encode(x),
        drawn.mark_point(shape="triangle-up", **END).encode(alt.X("high:Q")),
        name.encode(x=alt.value(0), text="label:N"),
        grade.encode(x=alt.value(width), text="grade:N"),
        base.mark_rule(strokeWidth=ROW - 4, opacity=0.001, clip=True).encode(
            x=alt.value(0), x2=alt.value(width), tooltip=tips),
    ]
    return alt.layer(*layers).properties(width=width, height=height)


def _told(rows: pd.DataFrame, found: Swings) -> str:
    said = [f"{row.label}: rank correlation {row.rho}, {words.number(float(row.low))} in its lowest"
            f" fifth, {words.number(float(row.high))} in its highest"
            for row in rows.head(4).itertuples()]
    return (f"{found.middle.capitalize()} {words.number(found.centre)} over {found.draws:,} draws."
            f" {'; '.join(said)}. Of {len(found.rows)} parameters, {found.beyond_chance} have a"
            f" rank correlation beyond what chance would reach, {found.chance:.2f}.")
