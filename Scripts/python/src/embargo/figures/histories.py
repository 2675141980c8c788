"""One history as a timeline: who did what, when, and on what legal ground."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

import embargo
from embargo.words import Path
from embargo.figures import headlines, theme
from embargo.figures.figure import Chart, Figure, NotDrawn
from embargo.figures.lanes import LANES, laned
from embargo.result import Result

BADGE = 19
"""Pixels across the number of a main line."""
TICKS = [0, 1, 3, 7, 14, 30, 60, 90, 120, 180, 270, 365, 545, 730, 1095, 1460]
"""Days on the axis: the first days are the busiest, so time is drawn by its square root."""


def typical(result: Result, regime: str | None = None, experiment: int = 1) -> tuple[str, int]:
    """The regime that disrupts most in the mean, unless one is named, and the replication whose
    market disruption under it is nearest the median.

    Raises NotDrawn where no future came to a result.
    """
    table = result.outcomes.reset_index()
    table = table[(table["status"] == "ok") & (table["experiment_id"] == experiment)
                  & table["regime"].isin([regime] if regime else result.regimes)]
    if table.empty:
        raise NotDrawn("No future came to a result, so there is no history to tell.")
    outcome = headlines.DISRUPTION
    if regime is None:
        regime = str(table.groupby("regime")[outcome].mean().idxmax())
    mine = table[table["regime"] == regime].set_index("replication")[outcome]
    return regime, int((mine - mine.median()).abs().idxmin())


def history_of(
    result: Result, regime: str, replication: int, experiment: int = 1,
    program: Path | None = None,
) -> pd.DataFrame:
    """The trace of one future of a result, told again by the program: see ``embargo.trace``.

    Raises EmbargoError as ``embargo.trace`` does, ProgramMissing where there is no program.
    """
    inputs = result.manifest["inputs"]
    return embargo.trace(
        result.folder / "scenario.resolved.json", regime, replication=replication,
        per_draw=inputs["per_draw"], seed=inputs["seed"],
        settings=swept(result, experiment), program=program)


def swept(result: Result, experiment: int) -> dict[str, float]:
    """What makes up an experiment of a sweep: values by address; nothing for a run."""
    addresses = result.describe("experiments").get("address")
    return {} if addresses is None else {
        str(addresses[name]): float(value)
        for name, value in result.experiments.loc[experiment].items()}


def history(
    trace: pd.DataFrame, regime: str, replication: int, regimes: Sequence[str] = (),
    why: str = "",
) -> Figure:
    """One history in lanes over time, the main lines numbered; ``data`` tells these.

    ``trace`` is what ``embargo.trace`` or ``history_of`` gives; ``regimes`` are those of its
    result, so that the colour is the same as elsewhere; ``why`` says why this future was chosen.
    Raises NotDrawn where nothing happens.
    """
    if trace.empty:
        raise NotDrawn("Nothing happens in this history.")
    rows = laned(trace)
    main = rows[rows["main"]].copy()
    main["no"] = range(1, len(main) + 1)
    rows = rows.join(main["no"])
    binding = _binding(trace)

    def draw(width: int) -> Chart:
        return _chart(rows, binding, width, theme.colours([*regimes, regime])[regime])

    end = " to ".join(f"{day:.0f}" for day in binding) if binding else "never"
    told = main[["no", "day", "date", "actor", "text", "grounds"]].rename(
        columns={"grounds": "legal ground"})
    told["date"] = told["date"].dt.strftime("%Y-%m-%d")
    told["day"] = told["day"].round(1)
    return Figure(
        id=f"history-{regime}",
        title=f"One history under {regime}: future {replication:,}",
        caption="Numbers are the main lines, told in the table; small dots are all other lines,"
                " larger where many come together. The shaded time is when the order binds. Day 0"
                f" is {trace['date'].iloc[0]:%Y-%m-%d}. One future of many, not a forecast."
                + f" {why}" * bool(why),
        alt=f"The order binds on days {end}. " + " ".join(
            f"Day {row.day:.0f}: {row.actor} {row.text}." for row in main.head(12).itertuples()),
        data=told.reset_index(drop=True),
        draw=draw,
    )


def _binding(trace: pd.DataFrame) -> tuple[float, float] | None:
    """From when to when the order binds, in days."""
    start = trace.loc[trace["event"] == "order_takes_effect", "day"]
    end = trace.loc[trace["event"] == "order_lifted", "day"]
    if start.empty:
        return None
    return float(start.min()), float(end.max() if len(end) else trace["last_day"].max())


def _placed(rows: pd.DataFrame, width: int) -> tuple[pd.DataFrame, dict[str, float], float]:
    """The rows with a height ``y`` in pixels, so that numbers do not cover each other; the top of
    each lane, and the height of all."""
    across = width * (rows["day"].clip(lower=0) / _last(rows)) ** 0.5
    tops: dict[str, float] = {}
    placed, top = [], 0.0
    for lane in [lane for lane in LANES if (rows["lane"] == lane).any()]:
        mine = rows[rows["lane"] == lane].copy()
        ends: list[float] = []
        levels = []
        for x, main in zip(across[mine.index], mine["main"]):
            level = next((at for at, end in enumerate(ends) if end <= x), len(ends))
            if main:
                ends[level:level + 1] = [x + BADGE]
            levels.append(level if main else -1)
        depth = max(len(ends), 1)
        mine["y"] = [top + 31 + BADGE * level if level >= 0 else top + 37 + BADGE * (depth - 0.5)
                     for level in levels]
        tops[lane] = top
        top += 50 + BADGE * depth
        placed.append(mine)
    return pd.concat(placed), tops, top


def _last(rows: pd.DataFrame) -> float:
    return max(float(rows["day"].max()), 1.0)


def _chart(
    rows: pd.DataFrame, binding: tuple[float, float] | None, width: int, paint: str,
) -> Chart:
    across = width - 24
    placed, tops, height = _placed(rows, across)
    placed["day"] = placed["day"].round(2)
    placed["date"] = placed["date"].dt.strftime("%Y-%m-%d")
    x = alt.X("day:Q", scale=alt.Scale(type="sqrt", nice=False, domain=[0, _last(rows)]),
              axis=alt.Axis(title="day (wider apart at first)", grid=True, values=TICKS))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    colour = alt.value(paint)
    tips = [alt.Tooltip("day:Q"), alt.Tooltip("date:N"), alt.Tooltip("actor:N"),
            alt.Tooltip("text:N"), alt.Tooltip("grounds:N", title="legal ground"),
            alt.Tooltip("lines:Q")]
    shown = ["day", "date", "actor", "text", "grounds", "lines", "y", "no"]
    main = alt.Chart(placed.loc[placed["main"], shown])
    other = alt.Chart(placed.loc[~placed["main"], shown])
    lanes = pd.DataFrame({"lane": list(tops), "y": list(tops.values())})
    layers: list[alt.Chart] = [
        alt.Chart(lanes).mark_rule().encode(y=y, x=alt.value(0), x2=alt.value(across)),
        alt.Chart(lanes).mark_text(align="left", fontWeight="bold", style="ink", dy=11).encode(
            y=y, x=alt.value(2), text="lane:N"),
        other.mark_point(filled=True, opacity=0.45, size=26).encode(
            x, y, tooltip=tips, color=colour,
            size=alt.Size("lines:Q", legend=None, scale=alt.Scale(
                domain=[1, max(2, int(rows["lines"].max()))], range=[18, 150]))),
        main.mark_point(
            filled=True, opacity=1, size=(BADGE - 2) ** 2, stroke=paint, strokeWidth=2,
        ).encode(x, y, tooltip=tips, color=alt.value(theme.ground(paint))),
        main.mark_text(fontSize=10.5, fontWeight="bold", color="white").encode(
            x, y, text="no:N", tooltip=tips),
    ]
    if binding:
        band = alt.Chart(pd.DataFrame({"from": [binding[0]], "to": [binding[1]]}))
        layers.insert(0, band.mark_rect(opacity=0.12).encode(
            alt.X("from:Q"), x2="to:Q", y=alt.value(0), y2=alt.value(height), color=colour))
    return alt.layer(*layers).properties(width=across, height=height)
