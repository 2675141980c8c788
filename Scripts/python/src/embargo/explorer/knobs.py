"""The numbers of a scenario as something to turn: which of them first, and over what range."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterable

import numpy as np
import pandas as pd

STEPS = 60
"""Stops of a slider, or up to two and a half times as many where they are round numbers."""
RANKED = (
    "market.value_per_dollar",
    "regulator.gating_probability",
    "relief.never_probability",
    "labs.anthropic.gates.nationality_days",
    "labs.anthropic.gates.output_days",
    "models.opus-4-8.capability.general",
    "models.openai-next.release_day",
    "relief.negotiated_days",
    "market.familiarity_ratio",
    "defence.switch_gain_share",
    "attackers.bypass_held_probability",
    "labs.anthropic.margin_share",
    "defence.fix_floor_share",
    "regulator.licensing.class_wide_ratio",
    "market.adoption_per_day",
    "models.opus-4-8.capability.find",
    "market.fear_share",
    "market.sovereignty_penalty",
    "relief.collateral_probability",
    "relief.suit_probability",
    "regulator.fix.variant_efficacy_share",
    "audit.days",
    "attackers.bypass_lag_days",
    "relief.pressure_gain_ratio",
    "market.return_share",
    "defence.triage_floor_share",
)
"""What moved either headline outcome most, or whether harm is net, in the June scenario; see the
article ``Sensitivity`` of ``Sources/RegulatoryWorld``."""
NAMED = ("clouds", "customers", "defenders", "labs", "models", "regimes")
"""Parts of a scenario that hold actors and the like by name."""
ELSEWHERE = ("seed", "replications", "horizon_days", "timeline_every_days")
"""Numbers that are no assumption about the world, or have their place elsewhere on the page."""


@dataclasses.dataclass(frozen=True)
class Knob:
    """One number of a scenario: what it says, what is drawn of it, and what it may be.

    ``low``, ``central`` and ``high`` are the 5 %, 50 % and 95 % points of what is drawn, all three
    the value where nothing is; ``least`` and ``most`` the bounds, infinite where there is none.
    """

    address: str
    meaning: str
    unit: str
    evidence: str
    source: str
    value: str
    low: float
    central: float
    high: float
    least: float
    most: float
    is_whole: bool

    @property
    def is_drawn(self) -> bool:
        """Whether the scenario leaves the number to chance."""
        return self.low < self.high

    @property
    def title(self) -> str:
        """What it says, of whom, and its unit: ``fable-5: day of release (day)``."""
        part, _, rest = self.address.partition(".")
        whose = f"{rest.split('.')[0]}: " if part in NAMED else ""
        meaning = self.meaning if whose else self.meaning[:1].upper() + self.meaning[1:]
        return f"{whose}{meaning} ({self.unit})" if self.unit else f"{whose}{meaning}"

    @property
    def start(self) -> float:
        """Where the slider stands before it is moved: the median, to three digits."""
        return _whole(self.central) if self.is_whole else _to_digits(self.central)

    @property
    def stops(self) -> list[float]:
        """The values of the slider, rising, within the bounds: beyond the 5 % and 95 % points by
        half of what is between them, or by a factor of two where these are more than a factor of
        twenty apart and the stops are therefore evenly spaced in the logarithm."""
        is_wide = self.low > 0 and self.high > 20 * self.low
        low, high = (self.low / 2, self.high * 2) if is_wide else self._around()
        low, high = max(low, self.least), min(high, self.most)
        if is_wide:
            steps = list(np.geomspace(low, high, STEPS + 1))
        else:
            step = _nice((high - low) / STEPS)
            if self.is_whole:
                step = max(1.0, round(step))
            steps = [step * at for at in range(math.ceil(low / step), math.floor(high / step) + 1)]
        values = {_whole(stop) if self.is_whole else _to_digits(stop) for stop in steps}
        ends = {bound for bound in (self.least, self.most) if bound in (low, high)}
        return sorted(v for v in values | ends | {self.start} if self.least <= v <= self.most)

    def _around(self) -> tuple[float, float]:
        """What is drawn and half as much on either side; from nothing to the double of a value
        that is not drawn, and 0 to 10 for one that is 0."""
        if self.is_drawn:
            margin = (self.high - self.low) / 2
            return self.low - margin, self.high + margin
        margin = abs(self.central) or 10.0
        return self.central - margin, self.central + margin


def knobs(parameters: pd.DataFrame) -> dict[str, Knob]:
    """Every number of a scenario by address, from the table that ``embargo.parameters`` gives."""
    texts = parameters.select_dtypes("string").columns
    rows = parameters.assign(**parameters[texts].fillna(""))
    return {str(address): _knob(str(address), row) for address, row in rows.iterrows()
            if address not in ELSEWHERE}


def first(all_knobs: Iterable[Knob], count: int = 12) -> list[Knob]:
    """Those that get a slider of their own: the first of ``RANKED`` that the scenario draws."""
    drawn = {knob.address: knob for knob in all_knobs if knob.is_drawn}
    return [drawn[address] for address in RANKED if address in drawn][:count]


def _knob(address: str, row: pd.Series) -> Knob:
    least, most = _bounds(row["bounds"])
    return Knob(
        address=address, meaning=row["meaning"], unit=row["unit"], evidence=row["evidence"],
        source=row["source"], value=row["value"], low=float(row["low"]),
        central=float(row["central"]), high=float(row["high"]), least=least, most=most,
        is_whole=row["bounds"].endswith(", whole"))


def _bounds(text: str) -> tuple[float, float]:
    """The bounds as the program writes them: ``0 to 1``, ``from 0``, ``1 to 3650, whole``."""
    found = re.fullmatch(r"(?:from )?(\S+?)(?: to (\S+?))?(?:, whole)?", text)
    if not found:
        return -math.inf, math.inf
    return float(found[1]), float(found[2]) if found[2] else math.inf


def _nice(width: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is at most the width."""
    power = 10.0 ** math.floor(math.log10(width))
    return max(m * power for m in (1.0, 2.0, 5.0) if m * power <= width * (1 + 1e-9))


def _to_digits(value: float, digits: int = 3) -> float:
    return float(f"{value:.{digits}g}")


def _whole(value: float) -> float:
    return float(round(value))
