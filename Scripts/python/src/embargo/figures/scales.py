"""Scales that keep values of several sizes readable in one panel."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable

import altair as alt

APART = 30.0
"""How many times the smallest typical value the largest must be for a scale of sizes."""
ROOM = 46
"""Pixels between the labels of a scale of sizes."""
USD_LABELS = (
    "replace(replace(replace(format(datum.value, '~s'), 'G', ' bn'), 'M', ' m'), 'k', ',000')")
"""How an axis tells dollars: ``250 m``, ``1.5 bn``."""
ZERO = {"condition": {"test": "datum.value === 0", "value": 2.5}, "value": 1}
"""The line at 0 is the thicker one."""


@dataclasses.dataclass(frozen=True)
class Scale:
    """A scale from ``low`` to ``high``.

    With ``constant`` it is one of sizes: linear up to the constant and growing by powers of ten
    beyond it (``symlog``: Webber 2013, doi:10.1088/0957-0233/24/2/027001).
    """

    low: float
    high: float
    constant: float | None = None

    @property
    def scale(self) -> alt.Scale:
        """The scale, for a channel."""
        if self.constant is None:
            return alt.Scale(domain=[self.low, self.high], nice=False, zero=False)
        return alt.Scale(type="symlog", constant=self.constant, domain=[self.low, self.high],
                         nice=False, zero=False)

    def axis(self, title: str, width: int, unit: str = "") -> alt.Axis:
        """The axis below a panel so many pixels wide; ``unit`` is that of the tables."""
        if self.constant is None:
            return alt.Axis(title=title, grid=True, gridWidth=ZERO, labelFlush=False,
                            tickCount=max(3, width // 90),
                            labelExpr=USD_LABELS if unit == "USD" else "datum.label")
        note = "(axis grows by powers of ten)"
        return alt.Axis(title=[title, note] if width < 450 else f"{title} {note}", grid=True,
                        gridWidth=ZERO, labelFlush=False, labelOverlap=False,
                        values=self.ticks(width),
                        labelExpr=USD_LABELS if unit == "USD" else "format(datum.value, ',~g')")

    def ticks(self, width: int) -> list[float]:
        """0 and the powers of ten that have room for their labels, the largest first."""
        assert self.constant is not None
        whole = self._at(self.high) - self._at(self.low)
        powers = [self.constant * 10.0**step for step in range(16, -1, -1)]
        signed = [sign * power for power in powers for sign in (1, -1)]
        kept = [0.0]
        for tick in signed:
            apart = [abs(self._at(tick) - self._at(other)) for other in kept]
            if self.low <= tick <= self.high and min(apart) * width >= ROOM * whole:
                kept.append(tick)
        return [float(f"{tick:.6g}") for tick in sorted(kept)]

    def _at(self, value: float) -> float:
        assert self.constant is not None
        return math.copysign(math.log1p(abs(value) / self.constant), value)


def fitting(typical: Iterable[float], low: float, high: float) -> Scale:
    """A scale that holds ``low``, ``high`` and 0: of sizes where typical values lie far apart.

    Its constant is the smallest typical value, rounded down to a power of ten, or a thousandth of
    the largest.
    """
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return Scale(-1, 1)
    sizes = [abs(value) for value in typical if value]
    if not sizes or max(sizes) < APART * min(sizes):
        return Scale(low, high)
    start = max(math.floor(math.log10(min(sizes))), math.floor(math.log10(max(sizes))) - 3)
    return Scale(low, high, 10.0**start)
