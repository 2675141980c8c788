"""What changing an assumption changes: differences of paired futures."""

from __future__ import annotations

import dataclasses
import math

import pandas as pd
from scipy import stats

from embargo.result import Result


@dataclasses.dataclass(frozen=True)
class Change:
    """Mean of the differences over ``n`` paired futures, with its 95 % interval (Student t)."""

    mean: float
    low: float
    high: float
    n: int


def change(after: Result, before: Result, regime: str, outcome: str) -> Change:
    """How the mean of an outcome differs between two results of the same futures.

    Both must have been run with one seed, so that the luck of a future is the same in both. As in
    ``contrasts.csv``, days to relief without any by the end count as the days observed.
    """
    pairs = pd.concat(
        [levels(after, regime, outcome), levels(before, regime, outcome)], axis=1).dropna()
    return paired(pairs.iloc[:, 0] - pairs.iloc[:, 1])


def paired(differences: pd.Series) -> Change:
    """Their mean and its interval; not-a-number where there are too few."""
    n = len(differences)
    if n == 0:
        return Change(math.nan, math.nan, math.nan, 0)
    mean = float(differences.mean())
    if n == 1:
        return Change(mean, math.nan, math.nan, 1)
    half = float(stats.t.ppf(0.975, n - 1) * differences.std(ddof=1) / math.sqrt(n))
    return Change(mean, mean - half, mean + half, n)


def levels(result: Result, regime: str, outcome: str) -> pd.Series:
    """An outcome by future, those without a value left out; days to relief up to the horizon."""
    rows = result.outcomes.xs(regime, level="regime")
    rows = rows[rows["status"] == "ok"]
    values = rows[outcome]
    if outcome.endswith("_relief"):
        values = values.fillna(rows["days_observed"])
    return values.astype("float64").dropna()
