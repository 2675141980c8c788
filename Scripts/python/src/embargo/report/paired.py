"""Which regime costs most and which least, judged by differences in the same futures."""

from __future__ import annotations

import dataclasses
import math

from embargo.figures import words
from embargo.result import Result

ALIKE = 0.1
"""The largest interval, as a share of the mean, of a difference that is told as about the same."""


@dataclasses.dataclass(frozen=True)
class Paired:
    """The mean difference of an outcome in the same futures, with its 95 % interval."""

    mean: float
    low: float
    high: float

    @property
    def holds_zero(self) -> bool:
        """Whether the futures do not tell the two apart; False where there is no interval."""
        return self.low <= 0 <= self.high

    @property
    def told(self) -> str:
        """``paired difference 0.0102, −0.00567 to 0.0261``."""
        return f"paired difference {words.number(self.mean)}, {words.span(self.low, self.high)}"

    def alike(self, mean: float) -> bool:
        """Whether the interval is narrow beside a mean, so that the two are about the same."""
        return max(abs(self.low), abs(self.high)) <= ALIKE * abs(mean)


def paired(result: Result, experiment: int, one: str, other: str, outcome: str) -> Paired:
    """The first regime less the second, from ``contrasts``; not a number where it has no such
    pair."""
    table = result.contrasts
    for a, b, sign in ((one, other, 1.0), (other, one, -1.0)):
        key = (experiment, a, b, outcome)
        if key in table.index:
            row = table.loc[key]
            ends = sorted(sign * float(row[name]) for name in ("ci95_low", "ci95_high"))
            return Paired(sign * float(row["mean_difference"]), *ends)
    return Paired(math.nan, math.nan, math.nan)
