"""Where one future stands among all, so that a reader knows what it is an example of."""

from __future__ import annotations

from embargo.figures import headlines
from embargo.result import Result


def standing(
    result: Result, chosen_under: str, regime: str, replication: int, experiment: int = 1,
) -> str:
    """Why ``typical`` chose this future, and its percentile in both headline outcomes."""
    table = result.outcomes.reset_index()
    table = table[(table["status"] == "ok") & (table["experiment_id"] == experiment)
                  & (table["regime"] == regime)].set_index("replication")
    told = f"Chosen since its market disruption under {chosen_under} is nearest the median"
    places = []
    for outcome in (headlines.DISRUPTION, headlines.DEFENDERS):
        values = table[outcome].dropna()
        if replication in values.index:
            place = 100 * float(values.rank(pct=True)[replication])
            name = headlines.PANELS[outcome][0].lower()
            places.append(f"{place:.0f} % of futures have no more {name}")
    if not places:
        return told + "."
    return f"{told}. Under {regime}, {' and '.join(places)} than it."
