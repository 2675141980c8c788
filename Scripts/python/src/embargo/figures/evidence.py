"""What the result rests on: its uncertain parameters by evidence grade."""

from __future__ import annotations

import altair as alt
import pandas as pd

from embargo.figures import theme, words
from embargo.figures.figure import Chart, Figure, NotDrawn
from embargo.figures.swings import label
from embargo.result import Result

MEANINGS = {
    "seed": "stated in the articles on the June 2026 directive",
    "published": "from a published source",
    "recalled": "to be checked",
    "assumed": "no measurement is known",
}
"""The evidence grades, and what they mean."""


def assumptions(result: Result, experiment: int = 1) -> Figure:
    """How many of the uncertain parameters rest on which evidence, by section of the scenario;
    ``data`` lists every one, with what was drawn.

    Raises NotDrawn where no parameter is uncertain.
    """
    said = result.describe("draws")
    if "address" not in said or said["address"].notna().sum() == 0:
        raise NotDrawn("No parameter is uncertain in this result.")
    said = said[said["address"].notna()]
    drawn = result.draws.xs(experiment, level="experiment_id")[list(said.index)]
    table = _table(said, drawn)
    counts = table.groupby(["section", "evidence"]).size().rename("parameters").reset_index()
    counts["order"] = counts["evidence"].map({name: at for at, name in enumerate(MEANINGS)})
    totals = counts.groupby("section")["parameters"].sum().sort_values(ascending=False)

    def draw(width: int) -> Chart:
        return _chart(counts, list(totals.index), width - 110)

    grades = table["evidence"].value_counts()
    told = [f"{grades[name]} {name}" for name in MEANINGS if name in grades]
    return Figure(
        id="assumptions",
        title="Uncertain parameters by evidence grade",
        caption="By section of the scenario; the grades are "
                + ", ".join(f"{name} ({text})" for name, text in MEANINGS.items()) + ".",
        alt=f"Of {len(table)} uncertain parameters {words.listed(told)}.",
        data=table.drop(columns="section"),
        draw=draw,
    )


def _table(said: pd.DataFrame, drawn: pd.DataFrame) -> pd.DataFrame:
    points = drawn.quantile([0.05, 0.5, 0.95])
    return pd.DataFrame({
        "section": said["address"].str.split(".").str[0],
        "address": said["address"],
        "meaning": [label(str(a), str(m)) for a, m in zip(said["address"], said["meaning"])],
        "unit": said["unit"].replace("1", ""),
        "5 %": points.loc[0.05].map(words.exact), "median": points.loc[0.5].map(words.exact),
        "95 %": points.loc[0.95].map(words.exact),
        "evidence": said["evidence"], "source": said["source"],
    }).reset_index(drop=True)


def _chart(counts: pd.DataFrame, sections: list[str], width: int) -> Chart:
    names = [name for name in MEANINGS if name in set(counts["evidence"])]
    bars: alt.Chart = alt.Chart(counts).mark_bar(height=16)
    return bars.encode(
        x=alt.X("parameters:Q", stack="zero",
                axis=alt.Axis(title="uncertain parameters", tickCount=max(3, width // 90))),
        y=alt.Y("section:N", sort=sections,
                axis=alt.Axis(title=None, minExtent=92, maxExtent=92, ticks=False, domain=False)),
        color=alt.Color(
            "evidence:N", scale=alt.Scale(
                domain=names, range=[theme.GRADES[name] for name in names]),
            legend=alt.Legend(orient="top", title=None, columns=max(2, width // 100),
                              symbolType="square")),
        order="order:Q",
        tooltip=[alt.Tooltip("section:N"), alt.Tooltip("evidence:N"),
                 alt.Tooltip("parameters:Q")],
    ).properties(width=width, height=24 * len(sections))
