"""How strongly an outcome goes with each uncertain parameter.

The strength is Spearman's rank correlation, which a few extreme futures cannot swamp as they can a
mean. With hundreds of parameters some correlate by chance: the outcomes are shuffled among the
futures, which leaves no parameter any effect, and the largest correlation of all is noted each time
(Westfall and Young 1993, "Resampling-Based Multiple Testing"). Its 95 % point is what a driver has
to exceed. The size of an effect is told by the middle of the outcome, its mean or median, in the
lowest and in the highest fifth of what was drawn.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd

from embargo.figures.figure import NotDrawn
from embargo.result import Result

SHUFFLES = 500
SKEWED = 4.0
"""The skewness beyond which a few futures make the mean, and medians are told instead."""
FEWEST = 5
"""Draws that each fifth must hold."""
ACTORS = ("labs", "models", "clouds", "customers", "defenders", "regimes")
"""Sections of a scenario whose entries have an id; it is told with the meaning of a parameter."""

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclasses.dataclass(frozen=True)
class Swings:
    """What goes with an outcome under one regime, the strongest rank correlation first.

    ``rows`` has a row for each parameter: ``address``, ``label``, ``unit``, ``evidence``,
    ``source``; ``rho``, Spearman's rank correlation with the outcome; ``low`` and ``high``, the
    ``middle`` (``mean`` or ``median``) of the outcome in the lowest and in the highest fifth, with
    95 % intervals ``low_least`` to ``low_most`` and ``high_least`` to ``high_most``; ``low_to`` and
    ``high_from``, where the fifths end and begin. ``centre`` is the outcome's middle over all
    draws, ``chance`` the 95 % point of the largest correlation of as many parameters without any
    effect.
    """

    rows: pd.DataFrame
    middle: str
    centre: float
    chance: float
    draws: int

    @property
    def beyond_chance(self) -> int:
        """How many parameters correlate by more than chance would."""
        return int((self.rows["rho"].abs() > self.chance).sum())


def swings(result: Result, regime: str, outcome: str, seed: int = 1) -> Swings:
    """What goes with an outcome, of every uncertain parameter, over all experiments.

    Futures that share a draw count once, with their mean. ``seed`` fixes the shuffles. Raises
    NotDrawn where there are too few draws, no uncertain parameter, or an outcome that never varies.
    """
    columns = _columns(result)
    futures = result.futures(regime).dropna(subset=[outcome])
    drawn = futures.groupby(["experiment_id", "draw"])[[*columns.index, outcome]].mean()
    if len(drawn) < 5 * FEWEST:
        raise NotDrawn(f"{len(drawn)} draws are too few to see what drives the outcome: it takes"
                       f" {5 * FEWEST} or more.")
    values = drawn[outcome].to_numpy()
    if np.ptp(values) == 0:
        raise NotDrawn(f"This outcome is {values[0]:g} in every future under {regime}, so nothing"
                       " drives it.")
    middle = _middle(values)
    rows, weights = _fifths(drawn, columns, values, middle)
    if rows.empty:
        raise NotDrawn("No parameter is uncertain in this result.")
    rows["rho"] = weights @ _ranks(values)
    generator = np.random.default_rng(seed)
    shuffled = generator.permuted(np.tile(_ranks(values), (SHUFFLES, 1)), axis=1)
    largest = np.abs(shuffled @ weights.T).max(axis=1)
    rows = rows.sort_values("rho", key=abs, ascending=False, ignore_index=True)
    centre = float(values.mean() if middle == "mean" else np.median(values))
    return Swings(rows, middle, centre, float(np.quantile(largest, 0.95)), len(drawn))


def _ranks(values: Numbers) -> Numbers:
    """Ranks, ties shared, of mean 0 and length 1: the product of two is Spearman's correlation."""
    ranks = pd.Series(values).rank().to_numpy(dtype=float)
    apart = ranks - ranks.mean()
    return np.asarray(apart / np.linalg.norm(apart))


def _middle(values: Numbers) -> str:
    """The median where the mean is made by a few futures and where half of all are not equal."""
    skewed = abs(float(pd.Series(values).skew())) > SKEWED
    low, high = np.quantile(values, [0.25, 0.75])
    return "median" if skewed and low < high else "mean"


def _columns(result: Result) -> pd.DataFrame:
    """What is said of each uncertain or swept parameter, indexed by column."""
    found = []
    for table in ("draws", "experiments"):
        said = result.describe(table)
        if "address" in said:
            found.append(said[said["address"].notna()])
    if not found:
        raise NotDrawn("No parameter is uncertain in this result.")
    columns = pd.concat(found)
    for name in ("evidence", "source"):
        columns[name] = columns[name] if name in columns else pd.NA
    columns["label"] = [label(str(row.address), str(row.meaning)) for row in columns.itertuples()]
    return columns


def label(address: str, meaning: str) -> str:
    """What a parameter means, with the id of the actor or model it belongs to."""
    parts = address.split(".")
    return f"{parts[1]}: {meaning}" if parts[0] in ACTORS and len(parts) > 2 else meaning


def _fifths(
    drawn: pd.DataFrame, columns: pd.DataFrame, values: Numbers, middle: str,
) -> tuple[pd.DataFrame, Numbers]:
    """A row for each parameter, and its ranks."""
    rows, weights = [], []
    for name, said in columns.iterrows():
        points = drawn[str(name)].to_numpy()
        below, above = np.quantile(points, [0.2, 0.8])
        if below == above:
            below, above = points.min(), points.max()
        low, high = points <= below, points >= above
        if below == above or min(low.sum(), high.sum()) < FEWEST:
            continue
        weights.append(_ranks(points))
        row = {name: said[name] for name in ("address", "label", "unit", "evidence", "source")}
        for end, chosen in (("low", low), ("high", high)):
            row[end], row[f"{end}_least"], row[f"{end}_most"] = _told(values[chosen], middle)
        rows.append({**row, "low_to": below, "high_from": above})
    return pd.DataFrame(rows), np.array(weights)


def _told(values: Numbers, middle: str) -> tuple[float, float, float]:
    """The mean with its normal 95 % interval, or the median with that of order statistics."""
    if middle == "mean":
        half = 1.96 * float(values.std(ddof=1)) / np.sqrt(len(values))
        return float(values.mean()), float(values.mean() - half), float(values.mean() + half)
    half = 0.98 / np.sqrt(len(values))
    low, at, high = np.quantile(values, np.clip([0.5 - half, 0.5, 0.5 + half], 0, 1))
    return float(at), float(low), float(high)
