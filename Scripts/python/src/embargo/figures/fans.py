"""How things go over time: quantile fans by regime, beside the world without action."""

from __future__ import annotations

import altair as alt
import pandas as pd

from embargo.figures import theme, words
from embargo.figures.figure import Chart, Figure, NotDrawn, in_panels
from embargo.result import NONE, Result

SERIES = {
    "displaced_share": ("Users without the model they want", "% of spend"),
    "quality_ratio": ("Capability of the models in use", "1 = the best model of day 0"),
    "defender_capability": ("Capability of defenders", "1 = the best model of day 0"),
    "attacker_capability": ("Capability in reach of attackers", "1 = the best model of day 0"),
    "foreign_share": ("Foreign labs’ share of spend", "% of spend"),
    "open_share": ("Open weights’ share of spend", "% of spend"),
    "service_share": ("Seats that are served", "% of spend"),
    "unfixed_findings": ("Findings that wait for triage or a fix", "findings"),
}
"""The series of ``timeline``, the most telling first: name, and unit as an axis has it."""


def series_of(result: Result) -> list[str]:
    """The series that a result has and ``fan`` knows, the most telling first."""
    if "timeline" not in result.tables:
        return []
    there = set(result.timeline.index.get_level_values("series"))
    return [series for series in SERIES if series in there]


def fan(result: Result, series: str = "displaced_share", experiment: int = 1) -> Figure:
    """One series over time under each regime, a panel each, with no action's median.

    Raises NotDrawn where the result has no timeline, as a sweep without ``--timeline``.
    """
    rows = _rows(result, series, experiment)
    name, unit = SERIES[series]
    order = [regime for regime in result.regimes if regime in set(rows["regime"])]

    def draw(width: int) -> Chart:
        columns = 2 if width > 500 and len(order) > 1 else 1
        return _chart(rows, order, columns, (width - 50 - 20 * columns) // columns, unit)

    count = int(rows["n"].max())
    return Figure(
        id=f"fan-{series}",
        title=f"{name} over time",
        caption=f"Over the first {count:,} futures: the line is the median, the dark band the"
                " middle half, the light band nine futures in ten; the dashed grey line is the"
                " median without any action. The bands also hold what nobody knows about the"
                " market, which is the same without action.",
        alt=_told(rows, order, name, unit),
        data=rows.drop(columns=["experiment_id"]).rename(columns={
            "n": "futures", "p05": "5 %", "p25": "25 %", "p50": "median", "p75": "75 %",
            "p95": "95 %"}),
        draw=draw,
    )


def _rows(result: Result, series: str, experiment: int) -> pd.DataFrame:
    if "timeline" not in result.tables:
        raise NotDrawn(
            "There is no timeline in this result: a sweep writes one with --timeline only.")
    table = result.timeline.reset_index()
    rows = table[(table["experiment_id"] == experiment) & (table["series"] == series)].copy()
    if rows.empty:
        raise NotDrawn(f"The timeline has no series {series} for experiment {experiment}.")
    if SERIES[series][1].startswith("%"):
        rows[["mean", "p05", "p25", "p50", "p75", "p95"]] *= 100
    rows["day"] = rows["day"].astype(int)
    return rows.drop(columns="series").reset_index(drop=True)


def _chart(rows: pd.DataFrame, order: list[str], columns: int, width: int, unit: str) -> Chart:
    low, high = float(rows["p05"].min()), float(rows["p95"].max())
    room = 0.04 * (high - low) or 0.01
    low = low if low == 0 else low - room
    none = rows[rows["regime"] == NONE].set_index("day")["p50"].rename("none")
    mine = rows[rows["regime"] != NONE].join(none, on="day").round(6)
    mine["colour"] = mine["regime"].map(theme.colours(order))
    y = alt.Scale(domain=[low, high + room], nice=False, zero=False)
    x = alt.X("day:Q", scale=alt.Scale(nice=False),
              axis=alt.Axis(title="day (dashed line: no action)", grid=False, tickCount=6))
    cut = [unit, "(axis does not start at 0)"] if low > 0 else unit
    colour = alt.Color("colour:N", scale=None)
    tips = [alt.Tooltip("regime:N"), alt.Tooltip("day:Q"),
            *(alt.Tooltip(f"{name}:Q", title=title, format=".3~g") for name, title in (
                ("p05", "5 %"), ("p25", "25 %"), ("p50", "median"), ("p75", "75 %"),
                ("p95", "95 %"), ("mean", "mean"), ("none", "no action, median")))]

    def at(name: str) -> alt.Y:
        return alt.Y(f"{name}:Q", scale=y, axis=alt.Axis(title=cut, tickCount=5))

    base = alt.Chart().encode(x)
    panel = alt.layer(
        base.mark_area(opacity=0.2).encode(at("p05"), y2="p95:Q", color=colour),
        base.mark_area(opacity=0.4).encode(at("p25"), y2="p75:Q", color=colour),
        base.mark_line(strokeDash=[5, 3], strokeWidth=1.5, style="line", opacity=0.75).encode(
            at("none")),
        base.mark_line(strokeWidth=2.5).encode(at("p50"), color=colour),
        base.mark_rule(strokeWidth=max(4, width // 50), opacity=0.001, clip=True).encode(
            y=alt.value(0), y2=alt.value(150), tooltip=tips),
    ).properties(width=width, height=150)
    return in_panels(panel, mine.drop(columns=["experiment_id", "n"]), order, columns)


def _told(rows: pd.DataFrame, order: list[str], name: str, unit: str) -> str:
    medians = rows.pivot(index="day", columns="regime", values="p50")
    apart = medians.sub(medians[NONE], axis=0).drop(columns=NONE)
    said = []
    for regime in order:
        if not apart[regime].any():
            said.append(f"{regime}: the median is that of no action on every day.")
            continue
        day = apart[regime].abs().idxmax()
        said.append(
            f"{regime}: the median is farthest from no action on day {day}, at"
            f" {words.number(medians[regime][day])} against {words.number(medians[NONE][day])}.")
    return f"{name}, {unit}. " + " ".join(said)
