"""The answer in plain words and in a table, from ``summary`` and ``outcomes`` alone."""

from __future__ import annotations

import dataclasses
import math

import pandas as pd

from embargo.figures import words
from embargo.figures.headlines import DEFENDERS, DISRUPTION, DISRUPTION_USD
from embargo.report.paired import paired
from embargo.result import Result


@dataclasses.dataclass(frozen=True)
class Number:
    """A number on the page, and where in the tables it is."""

    regime: str
    outcome: str
    statistic: str
    value: float
    text: str


@dataclasses.dataclass(frozen=True)
class Cell:
    """A cell of the table: the number, and the interval around it or nothing."""

    number: Number
    low: Number | None = None
    high: Number | None = None


COLUMNS = ["Market disruption, % of spend", "Market disruption, USD", "Defender loss, %",
           "Share of futures with net harm", "Partial relief, median days",
           "Full relief, median days", "In force at the end, share of futures"]
"""The columns of the table after the regime."""
_MEANS = (DISRUPTION, DISRUPTION_USD, DEFENDERS, "net_harm")
NET = "net_incidents"
WARNING = ("A regime that does little looks best by these measures: they price what an order costs,"
           " not what it is meant to achieve.")


class Answer:
    """What a result says of its headline questions; ``summary`` is of one experiment."""

    def __init__(self, result: Result, experiment: int = 1) -> None:
        self.result = result
        self.experiment = experiment
        self.summary = result.summary.xs(experiment, level="experiment_id")
        outcomes = result.outcomes.xs(experiment, level="experiment_id").reset_index()
        self.outcomes = outcomes[outcomes["status"] == "ok"]
        self.regimes = [regime for regime in result.regimes
                        if self._statistic(regime, DISRUPTION, "n") > 0]

    def number(self, regime: str, outcome: str, statistic: str) -> Number:
        """A number of ``summary``, worded with three significant digits."""
        value = self._statistic(regime, outcome, statistic)
        if outcome == "net_harm":
            text = words.share(value)
        elif outcome.startswith("days") and pd.isna(value):
            text = f"over {self._observed(regime):.0f}"
        else:
            text = words.number(value)
        return Number(regime, outcome, statistic, value, text)

    def table(self) -> list[tuple[str, list[Cell]]]:
        """The table: a row for each acting regime, cells as ``COLUMNS``."""
        return [(regime, self._row(regime)) for regime in self.regimes]

    def _row(self, regime: str) -> list[Cell]:
        cells = [Cell(*(self.number(regime, outcome, name)
                        for name in ("mean", "ci95_low", "ci95_high"))) for outcome in _MEANS]
        cells += [Cell(self.number(regime, outcome, "p50"))
                  for outcome in ("days_to_partial_relief", "days_to_full_relief")]
        without = self.without_relief(regime)
        ends = zip(("share_none", "share_none_low", "share_none_high"),
                   (without, *wilson(without, len(self._ordered(regime)))))
        cells.append(Cell(*(Number(regime, "days_to_full_relief", name, value, words.share(value))
                            for name, value in ends)))
        return cells

    def without_relief(self, regime: str) -> float:
        """The share of futures with an order that is still in force at the horizon."""
        return float(self._ordered(regime)["days_to_full_relief"].isna().mean())

    def _ordered(self, regime: str) -> pd.DataFrame:
        return self.outcomes[(self.outcomes["regime"] == regime)
                             & (self.outcomes["order_issued"] == 1)]

    def paragraphs(self) -> list[str]:
        """The answer in words, what matters most first."""
        if not self.regimes:
            return ["No future came to a result."]
        return [self._disruption(), self._defence(), self._harm(), self._relief(),
                f"{WARNING} {self._evidence()}".strip(), f"{self._extent()} {self._spread()}"]

    def _statistic(self, regime: str, outcome: str, statistic: str) -> float:
        if (regime, outcome) not in self.summary.index:
            return float("nan")
        return float(self.summary.loc[(regime, outcome), statistic])

    def _observed(self, regime: str) -> float:
        mine = self.outcomes[self.outcomes["regime"] == regime]
        return float(mine["days_observed"].max())

    def _worst(self, outcome: str) -> str:
        return max(self.regimes, key=lambda regime: self._statistic(regime, outcome, "mean"))

    def _mean(self, regime: str, outcome: str, unit: str) -> str:
        mean, low, high = (self._statistic(regime, outcome, name)
                           for name in ("mean", "ci95_low", "ci95_high"))
        return f"{words.amount(mean, unit)} (95 % interval of the mean {words.span(low, high)})"

    def _extent(self) -> str:
        futures = int(self._statistic(self.regimes[0], DISRUPTION, "n"))
        scenario = self.result.scenario
        return (f"Estimated over {futures:,} simulated futures of {scenario['horizon_days']} days"
                f" from {scenario['start_date']}, each lived through once without any action and"
                " once under each regime.")

    def _evidence(self) -> str:
        """How many of the uncertain parameters are assumed."""
        said = self.result.describe("draws") if "draws" in self.result.tables else pd.DataFrame()
        if "evidence" not in said:
            return ""
        grades = said.loc[said["address"].notna(), "evidence"]
        return (f"{int((grades == 'assumed').sum())} of the {len(grades)} uncertain parameters are"
                " assumed: no measurement of them is known.")

    def _disruption(self) -> str:
        worst = self._worst(DISRUPTION)
        if self._statistic(worst, DISRUPTION, "mean") == 0:
            return "No regime disrupts the market."
        ranked = self._ranked(DISRUPTION)
        usd = words.amount(self._statistic(worst, DISRUPTION_USD, "mean"), "USD")
        mean = self._mean(worst, DISRUPTION, "pct")
        what = "of what customers spend on AI models"
        told = (self._together(ranked[:2], DISRUPTION, "cost the market", what)
                or f"The market loses most under {_named(worst)}: {mean} {what}, or {usd}.")
        if len(ranked) < 2 or (len(ranked) == 2 and not told.startswith("The market")):
            return told
        return f"{told} {self._least(ranked)}"

    def _least(self, ranked: list[str]) -> str:
        tied = self._together(ranked[:-3:-1], DISRUPTION, "cost it least,", "")
        if tied:
            return tied
        share = words.amount(self._statistic(ranked[-1], DISRUPTION, "mean"), "pct")
        usd = words.amount(self._statistic(ranked[-1], DISRUPTION_USD, "mean"), "USD")
        return f"It loses least under {_named(ranked[-1])}: {share}, or {usd}."

    def _ranked(self, outcome: str) -> list[str]:
        """The regimes by mean, the largest first."""
        return sorted(self.regimes, key=lambda r: -self._statistic(r, outcome, "mean"))

    def _together(self, two: list[str], outcome: str, costs: str, what: str) -> str:
        """Two regimes whose paired interval holds 0 as a sentence; nothing where it does not."""
        if len(two) < 2:
            return ""
        difference = paired(self.result, self.experiment, two[0], two[1], outcome)
        if not difference.holds_zero:
            return ""
        means = [self._statistic(regime, outcome, "mean") for regime in two]
        alike = ("about the same" if difference.alike(means[0])
                 else "amounts that these futures do not tell apart")
        told = words.listed([words.amount(mean, "pct") for mean in means])
        return (f"{words.listed([_named(regime) for regime in two])} {costs} {alike}, {told}"
                f"{' ' * bool(what)}{what} ({difference.told}).")

    def _spread(self) -> str:
        worst = self._worst(DISRUPTION)
        low, high = (words.amount(self._statistic(worst, DISRUPTION, name), "pct")
                     for name in ("p05", "p95"))
        if self._statistic(worst, DISRUPTION, "mean") <= 0:
            return ""
        return (f"Futures differ far more than these intervals say: under {_named(worst)}, market"
                f" disruption is {low} or less in one future of twenty, and {high} or more in one"
                " of twenty.")

    def _defence(self) -> str:
        worst = self._worst(DEFENDERS)
        if self._statistic(worst, DEFENDERS, "mean") <= 0:
            return "No regime costs defenders capability in the mean."
        none = [_named(regime) for regime in self.regimes
                if all(self._statistic(regime, DEFENDERS, name) == 0
                       for name in ("mean", "p05", "p95"))]
        mean = self._mean(worst, DEFENDERS, "pct")
        what = "of their capability to find, triage and fix flaws"
        tied = self._together(self._ranked(DEFENDERS)[:2], DEFENDERS, "cost defenders", what)
        told = tied or f"Defenders lose most under {_named(worst)}: {mean} {what}."
        return told + (f" They lose nothing under {words.listed(none)}." if none else "")

    def _relief(self) -> str:
        shares = {regime: self.without_relief(regime) for regime in self.regimes}
        known = {regime: share for regime, share in shares.items() if not pd.isna(share)}
        if not known:
            return "No order takes effect in any future."
        return ("Share of futures with an order in which it is still in force at the end:"
                f" {_across(known)}.")

    def _harm(self) -> str:
        shares = {regime: self._statistic(regime, "net_harm", "mean") for regime in self.regimes}
        nets = {regime: "mean net incidents " + self._net(regime) for regime in self.regimes}
        return ("Share of futures in which more security incidents are added than avoided, and the"
                f" mean of added less avoided, on an assumed scale: {_across(shares, nets)}. The"
                " two need not agree in sign: futures in which much is avoided weigh more in the"
                " mean.")

    def _net(self, regime: str) -> str:
        mean, low, high = (self._statistic(regime, NET, name)
                           for name in ("mean", "ci95_low", "ci95_high"))
        return f"{words.number(mean)} (95 % interval {words.span(low, high)})"


def wilson(share: float, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share of so many (1927, doi:10.1080/01621459.1927.10502953)."""
    if count == 0:
        return math.nan, math.nan
    z = 1.959963984540054
    whole = 1 + z * z / count
    centre = (share + z * z / (2 * count)) / whole
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / whole
    return max(0.0, centre - half), min(1.0, centre + half)


def _across(shares: dict[str, float], more: dict[str, str] | None = None) -> str:
    """The share under each regime, or under the lowest and the highest where there are many; and
    what else there is to say of each."""
    said = {regime: f", {text}" for regime, text in (more or {}).items()}
    told = {regime: f"{words.share(share)} under {_named(regime)}{said.get(regime, '')}"
            for regime, share in shares.items()}
    if said and len(shares) <= 5:
        return "; ".join(told.values())
    if len(shares) <= 5:
        return words.listed(list(told.values()))
    low, high = min(shares, key=shares.__getitem__), max(shares, key=shares.__getitem__)
    return f"from {told[low]} to {told[high]}"


def _named(regime: str) -> str:
    return f"‘{regime}’"
