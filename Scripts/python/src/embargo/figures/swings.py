"""How far the mean of an outcome moves between the ends of each uncertain parameter.

For each parameter the futures are put in order of what was drawn; the swing is the mean of the
outcome in the highest fifth less that in the lowest. With hundreds of parameters some swing by
chance: the outcomes are shuffled among the futures, which leaves no parameter any effect, and the
largest swing of all is noted each time (Westfall and Young 1993, "Resampling-Based Multiple
Testing"). Its 95 % point is what a driver has to exceed.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd

from embargo.figures.figure import NotDrawn
from embargo.result import Result

SHUFFLES = 500
FEWEST = 5
"""Draws that each fifth must hold."""
ACTORS = ("labs", "models", "clouds", "customers", "defenders", "regimes")
"""Sections of a scenario whose entries have an id; it is told with the meaning of a parameter."""

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclasses.dataclass(frozen=True)
class Swings:
    """The swings of an outcome under one regime, largest first.

    ``rows`` has a row for each parameter: ``address``, ``label``, ``unit``, ``evidence``,
    ``source``; ``low`` and ``high``, the mean of the outcome in the lowest and in the highest
    fifth, ``low_error`` and ``high_error``, their standard errors; ``low_to`` and ``high_from``,
    where the fifths end and begin; ``swing``. ``mean`` is the outcome's mean over all draws,
    ``chance`` the 95 % point of the largest swing of as many parameters without any effect.
    """

    rows: pd.DataFrame
    mean: float
    chance: float
    draws: int


def swings(result: Result, regime: str, outcome: str, seed: int = 1) -> Swings:
    """The swings of every uncertain parameter of a result, over all experiments.

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
    rows, weights = _fifths(drawn, columns, values)
    if rows.empty:
        raise NotDrawn("No parameter is uncertain in this result.")
    generator = np.random.default_rng(seed)
    shuffled = generator.permuted(np.tile(values, (SHUFFLES, 1)), axis=1)
    largest = np.abs(shuffled @ weights.T).max(axis=1)
    rows = rows.sort_values("swing", key=abs, ascending=False, ignore_index=True)
    return Swings(rows, float(values.mean()), float(np.quantile(largest, 0.95)), len(drawn))


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
    drawn: pd.DataFrame, columns: pd.DataFrame, values: Numbers,
) -> tuple[pd.DataFrame, Numbers]:
    """A row for each parameter, and the weights that turn outcomes into its swing."""
    rows, weights = [], []
    for name, said in columns.iterrows():
        points = drawn[str(name)].to_numpy()
        below, above = np.quantile(points, [0.2, 0.8])
        if below == above:
            below, above = points.min(), points.max()
        low, high = points <= below, points >= above
        if below == above or min(low.sum(), high.sum()) < FEWEST:
            continue
        weights.append(high / high.sum() - low / low.sum())
        rows.append({
            "address": said["address"], "label": said["label"], "unit": said["unit"],
            "evidence": said["evidence"], "source": said["source"],
            "low": values[low].mean(), "low_error": _error(values[low]),
            "high": values[high].mean(), "high_error": _error(values[high]),
            "low_to": below, "high_from": above,
            "swing": values[high].mean() - values[low].mean()})
    return pd.DataFrame(rows), np.array(weights)


def _error(values: Numbers) -> float:
    return float(values.std(ddof=1) / np.sqrt(len(values)))
