"""Security incidents that an order adds and avoids, on an assumed scale."""

from __future__ import annotations

import altair as alt

from embargo.figures import headlines, quantiles, words
from embargo.figures.figure import Chart, Figure, NotDrawn
from embargo.result import Result

PANELS = {
    "incidents_added": "Added: flaws stay open longer",
    "incidents_avoided": "Avoided: attackers lose a tool",
    "net_incidents": "Net: added less avoided",
}
HARM = "net_harm"
AXIS = "expected incidents, assumed scale"
AXES = {"net_incidents": "fewer ← expected incidents, assumed scale → more"}
"""The titles of axes that have a direction."""


def incidents(result: Result, experiment: int = 1) -> Figure:
    """Expected incidents added, avoided and net by regime, with the chance of a net harm.

    Raises NotDrawn where no regime adds or avoids any.
    """
    rows = quantiles.rows(result, [*PANELS, HARM], experiment)
    strips = quantiles.strips(result, list(PANELS), experiment)
    if not strips["value"].any():
        raise NotDrawn("No regime adds or avoids incidents in any future.")
    harm = rows[rows["outcome"] == HARM].set_index("regime")
    rows = rows[rows["outcome"] != HARM]
    net = rows["outcome"] == "net_incidents"
    told = rows.loc[net, "regime"].map(
        lambda regime: f" · net harm in {words.share(float(harm['mean'][regime]))} of futures")
    rows.loc[net, "headline"] = rows.loc[net, "headline"] + told
    scale = quantiles.fitting(rows, strips)

    def draw(width: int) -> Chart:
        return alt.vconcat(*(
            quantiles.panel(
                rows[rows["outcome"] == outcome], strips[strips["outcome"] == outcome], scale,
                title, AXES.get(outcome, AXIS), width - 12, result.regimes)
            for outcome, title in PANELS.items() if outcome in set(rows["outcome"])), spacing=24)

    data = headlines.table(rows)
    chance = data["regime"].map(harm["mean"]) * 100
    data["futures with net harm, %"] = chance.where(data["outcome"] == "net_incidents")
    said = [f"{regime}: net {words.number(float(row['mean']))}, net harm in"
            f" {words.share(float(harm['mean'][regime]))} of futures"
            for regime, row in rows[net].set_index("regime").iterrows()]
    return Figure(
        id="incidents",
        title="Security incidents added and avoided",
        caption="The scale of incidents is assumed: read signs and ratios, not numbers. "
                f"{quantiles.READING} {quantiles.TICKS} Net harm: more added than avoided; its"
                " chance need not agree in sign with the mean, in which the futures in which much is"
                " avoided weigh more.",
        alt="Expected incidents on an assumed scale. " + ". ".join(said) + ".",
        data=data,
        draw=draw,
    )
