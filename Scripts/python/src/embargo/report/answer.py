"""The answer in plain words and in a table, from ``summary`` and ``outcomes`` alone."""

from __future__ import annotations

import dataclasses

import pandas as pd

from embargo.figures import words
from embargo.figures.headlines import DEFENDERS, DISRUPTION, DISRUPTION_USD
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
           "Net security harm, futures", "Partial relief, median days",
           "Full relief, median days", "In force at the end, futures"]
"""The columns of the table after the regime."""
_MEANS = ((DISRUPTION, True), (DISRUPTION_USD, True), (DEFENDERS, True), ("net_harm", False))


class Answer:
    """What a result says of its headline questions; ``summary`` is of one experiment."""

    def __init__(self, result: Result, experiment: int = 1) -> None:
        self.result = result
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
        cells = [
            Cell(self.number(regime, outcome, "mean"),
                 self.number(regime, outcome, "ci95_low") if has_interval else None,
                 self.number(regime, outcome, "ci95_high") if has_interval else None)
            for outcome, has_interval in _MEANS]
        cells += [Cell(self.number(regime, outcome, "p50"))
                  for outcome in ("days_to_partial_relief", "days_to_full_relief")]
        without = self.without_relief(regime)
        cells.append(Cell(Number(
            regime, "days_to_full_relief", "share_none", without, words.share(without))))
        return cells

    def without_relief(self, regime: str) -> float:
        """The share of futures with an order that is still in force at the horizon."""
        mine = self.outcomes[(self.outcomes["regime"] == regime)
                             & (self.outcomes["order_issued"] == 1)]
        return float(mine["days_to_full_relief"].isna().mean())

    def paragraphs(self) -> list[str]:
        """The answer in words, what matters most first."""
        if not self.regimes:
            return ["No future came to a result."]
        return [self._disruption(), f"{self._defence()} {self._harm()} {self._relief()}",
                f"{self._extent()} {self._spread()}"]

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

    def _disruption(self) -> str:
        worst = self._worst(DISRUPTION)
        if self._statistic(worst, DISRUPTION, "mean") == 0:
            return "No regime disrupts the market."
        usd = words.amount(self._statistic(worst, DISRUPTION_USD, "mean"), "USD")
        mean = self._mean(worst, DISRUPTION, "pct")
        told = (f"The market loses most under {_named(worst)}: {mean} of"
                f" what customers spend on AI models, or {usd}.")
        least = min(self.regimes, key=lambda r: self._statistic(r, DISRUPTION, "mean"))
        if least != worst:
            share = words.amount(self._statistic(least, DISRUPTION, "mean"), "pct")
            usd = words.amount(self._statistic(least, DISRUPTION_USD, "mean"), "USD")
            told += f" It loses least under {_named(least)}: {share}, or {usd}."
        return told

    def _spread(self) -> str:
        worst = self._worst(DISRUPTION)
        low, high = (words.amount(self._statistic(worst, DISRUPTION, name), "pct")
                     for name in ("p05", "p95"))
        if self._statistic(worst, DISRUPTION, "mean") <= 0:
            return ""
        return (f"Futures differ far more than these intervals say: under {_named(worst)}, one in"
                f" twenty is at {low} or less and one in twenty at {high} or more.")

    def _defence(self) -> str:
        worst = self._worst(DEFENDERS)
        if self._statistic(worst, DEFENDERS, "mean") <= 0:
            return "No regime costs defenders capability in the mean."
        none = [_named(regime) for regime in self.regimes
                if all(self._statistic(regime, DEFENDERS, name) == 0
                       for name in ("mean", "p05", "p95"))]
        mean = self._mean(worst, DEFENDERS, "pct")
        told = (f"Defenders lose most under {_named(worst)}: {mean} of their"
                " capability to find, triage and fix flaws")
        return told + (f"; they lose nothing under {words.listed(none)}." if none else ".")

    def _relief(self) -> str:
        shares = {regime: self.without_relief(regime) for regime in self.regimes}
        known = {regime: share for regime, share in shares.items() if not pd.isna(share)}
        if not known:
            return "No order takes effect in any future."
        return ("Share of futures with an order in which it is still in force at the end:"
                f" {_across(known)}.")

    def _harm(self) -> str:
        shares = {regime: self._statistic(regime, "net_harm", "mean") for regime in self.regimes}
        return ("Share of futures in which more security incidents are added than avoided, on an"
                f" assumed scale: {_across(shares)}.")


def _across(shares: dict[str, float]) -> str:
    """The share under each regime, or under the lowest and the highest where there are many."""
    told = {regime: f"{words.share(share)} under {_named(regime)}"
            for regime, share in shares.items()}
    if len(shares) <= 5:
        return words.listed(list(told.values()))
    low, high = min(shares, key=shares.__getitem__), max(shares, key=shares.__getitem__)
    return f"from {told[low]} to {told[high]}"


def _named(regime: str) -> str:
    return f"‘{regime}’"
