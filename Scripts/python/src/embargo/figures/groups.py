"""Which defenders lose most."""

from __future__ import annotations

import altair as alt

from embargo.figures import headlines, quantiles, scales, words
from embargo.figures.figure import Chart, Figure, NotDrawn
from embargo.result import Result

ALL = headlines.DEFENDERS
AFFECTED = "defender_capability_loss_affected_pct"
PARTNERS = "partner_capability_loss_pct"
_HEAD, _TAIL = "defender_capability_loss_", "_pct"


def defenders(result: Result, experiment: int = 1) -> Figure:
    """Defender capability loss by group, a panel for each regime, on one linear scale.

    Raises NotDrawn where no group loses or gains in any future.
    """
    names = _groups(result)
    rows = quantiles.rows(result, list(names), experiment)
    rows["group"] = rows["outcome"].map(names)
    if not rows[["mean", "p05", "p95"]].any(axis=None):
        raise NotDrawn("No group of defenders loses or gains in any future.")
    worst = rows.groupby("group")["mean"].max().sort_values(ascending=False)
    scale = scales.Scale(min(0.0, float(rows["p05"].min())), float(rows["p95"].max()) * 1.02)
    regimes = [regime for regime in result.regimes if regime in set(rows["regime"])]

    def draw(width: int) -> Chart:
        columns = 2 if width > 700 and len(regimes) > 1 else 1
        across = (width - 12 - 24 * (columns - 1)) // columns
        panels = [
            quantiles.panel(rows[rows["regime"] == regime], None, scale, regime,
                            "% of the group’s capability", across, list(worst.index), "group")
            for regime in regimes]
        return alt.concat(*panels, columns=columns, spacing=24)

    said = [f"{group} up to {words.amount(float(mean), 'pct')}" for group, mean in worst.items()]
    data = headlines.table(rows)
    data.insert(0, "group", data["outcome"].map(names))
    return Figure(
        id="defenders",
        title="Which defenders lose most",
        caption=f"{quantiles.READING} Capability to find, triage and fix flaws, over the horizon;"
                " below 0 is a gain. Groups overlap: a partner belongs to a group, too. A"
                " group without a row has nobody to lose anything. All panels have one scale.",
        alt=f"Mean loss under the worst regime: {words.listed(said)}.",
        data=data.drop(columns="outcome"),
        draw=draw,
    )


def _groups(result: Result) -> dict[str, str]:
    """The outcomes that are the loss of a group, and the name of each."""
    columns = [column.name for column in result.tables["outcomes"].columns]
    names = {name: name.removeprefix(_HEAD).removesuffix(_TAIL).replace("_", "-")
             for name in columns if name.startswith(_HEAD) and name.endswith(_TAIL)}
    known = {ALL: None, AFFECTED: "users of a reached model", PARTNERS: "partners"}
    names.update({name: label for name, label in known.items() if label and name in columns})
    return {name: label for name, label in names.items() if name != ALL}
