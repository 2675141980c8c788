"""Scales that keep values of several sizes readable in one panel."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable

import altair as alt

APART = 30.0
"""How many times the smallest regime's typical value the largest must be for a scale of sizes."""

LABELS = (
    "replace(replace(replace(replace(format(datum.value, '~s'), 'G', ' bn'), 'M', ' m'),"
    " 'k', ',000'), 'µ', 'e-6 ')")

ZERO = {"condition": {"test": "datum.value === 0", "value": 2.5}, "value": 1}
"""The line at 0 is the thicker one."""


@dataclasses.dataclass(frozen=True)
class Scale:
    """The scale of an axis, its ticks, and whether it is one of sizes (``symlog``)."""

    scale: alt.Scale
    ticks: list[float] | None
    of_sizes: bool

    @property
    def note(self) -> str:
        """What readers must know of it, or nothing."""
        return "axis grows by powers of ten" if self.of_sizes else ""

    def axis(self, title: str, unit: str = "", **more: object) -> alt.Axis:
        """The axis that goes with it, horizontal or not."""
        noted = f"{title} ({self.note})" if self.of_sizes else title
        options: dict[str, object] = {
            "gridWidth": ZERO, "labelOverlap": "greedy", "labelSeparation": 6, **more}
        if self.ticks is not None:
            options["values"] = self.ticks
        if unit == "USD":
            options["labelExpr"] = LABELS
        elif self.of_sizes:
            options["labelExpr"] = "format(datum.value, '~g')"
        return alt.Axis(title=noted, labelFlush=False, **options)  # type: ignore[arg-type]


def fitting(typical: Iterable[float], low: float, high: float) -> Scale:
    """A scale from ``low`` to ``high``, which holds 0: of sizes where typical values lie far apart.

    A scale of sizes is linear up to the smallest typical value, rounded down to a power of ten, and
    grows by powers of ten beyond it (``symlog``: Webber 2013, doi:10.1088/0957-0233/24/2/027001).
    """
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return Scale(alt.Scale(domain=[-1, 1]), [0], False)
    sizes = [abs(value) for value in typical if value]
    if not sizes or max(sizes) < APART * min(sizes):
        return Scale(alt.Scale(domain=[low, high], nice=False, zero=False), None, False)
    start = max(math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes))) - 5)
    steps = range(start, math.ceil(math.log10(max(-low, high))) + 1)
    ticks = [-(10.0**at) for at in reversed(steps) if 10.0**at <= -low]
    ticks += [0.0, *(10.0**at for at in steps if 10.0**at <= high)]
    scale = alt.Scale(
        type="symlog", constant=10.0**start, domain=[low, high], nice=False, zero=False)
    return Scale(scale, ticks, True)
