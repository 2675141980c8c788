"""The experiments of a sweep as a sample: its points, its values, and whether it is complete.

SALib reads values by their position alone, so one value that is missing or out of place silently
ruins every index. What is read here is therefore checked first, and what is wrong is told by the
experiments' ids.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from embargo.result import Result

Floats = npt.NDArray[np.float64]
SEED = "seed"
"""The address of the seed of a scenario; where it is swept, experiments have futures of their own.
"""


class SampleError(ValueError):
    """A sweep is not the sample that was asked for, or some of its values are missing."""


@dataclasses.dataclass(frozen=True)
class Sample:
    """The points of a sweep and what came of them, in the order of the experiments.

    - ``source``: the folder of the sweep;
    - ``ids``: of the experiments;
    - ``addresses``: of the swept parameters, but for the seed;
    - ``points``: experiments × parameters;
    - ``values``: of one outcome under one regime, experiments × futures;
    - ``seeds``: of each experiment where the seed was swept, otherwise nothing.
    """

    source: str
    ids: npt.NDArray[np.int64]
    addresses: tuple[str, ...]
    points: Floats
    values: Floats
    seeds: npt.NDArray[np.int64] | None

    def rows(self, count: int) -> Sample:
        """The first experiments alone."""
        return dataclasses.replace(
            self, ids=self.ids[:count], points=self.points[:count], values=self.values[:count],
            seeds=None if self.seeds is None else self.seeds[:count])

    def named(self, where: npt.NDArray[np.bool_] | slice) -> str:
        """The experiments of some points in words, the first ten of many."""
        ids = self.ids[where].tolist()
        more = f" and {len(ids) - 10} more" if len(ids) > 10 else ""
        return (f"experiment{'s' if len(ids) > 1 else ''} {', '.join(map(str, ids[:10]))}{more}"
                f" of {self.source}")

    def over(self, count: int) -> str:
        """The experiments from a place on, in words."""
        return self.named(slice(count, None))


def read(
    result: Result, outcome: str, regime: str, futures: Sequence[int] | None = None,
) -> Sample:
    """The sample that a sweep is, with the values of one outcome under one regime.

    ``futures`` takes some replications alone, by number. Raises KeyError for an unknown outcome or
    regime, SampleError where a value is missing or failed or what was swept is no number.
    """
    experiments = result.experiments
    columns = {column.name: column.details.get("address", column.name)
               for column in result.tables["experiments"].columns}
    texts = [columns[name] for name, dtype in experiments.dtypes.items()
             if not pd.api.types.is_numeric_dtype(dtype)]
    if experiments.shape[1] == 0 or texts:
        raise SampleError(f"{result.folder} sweeps "
                          + (f"what is no number: {', '.join(texts)}" if texts else "nothing"))
    points = experiments.rename(columns=columns)
    seeds = points.pop(SEED).to_numpy(dtype=np.int64) if SEED in points else None
    values = _values(result, outcome, regime, futures).reindex(experiments.index)
    sample = Sample(
        str(result.folder), experiments.index.to_numpy(dtype=np.int64),
        tuple(map(str, points.columns)), points.to_numpy(dtype=np.float64),
        values.to_numpy(dtype=np.float64), seeds)
    missing = np.asarray(np.isnan(sample.values).any(axis=1), dtype=bool)
    if missing.any():
        raise SampleError(f"{outcome} under {regime} is missing in some replications of"
                          f" {sample.named(missing)}: one missing value silently ruins the indices")
    return sample


def joined(samples: Sequence[Sample]) -> Sample:
    """Samples of the same parameters, one after another, where experiments share their futures.

    Raises SampleError where these are not as many.
    """
    first = samples[0]
    if len({each.values.shape[1] for each in samples}) > 1:
        raise SampleError(f"{', '.join(each.source for each in samples)} have different numbers of"
                          " futures, which they are to share")
    return dataclasses.replace(
        first, ids=np.concatenate([each.ids for each in samples]),
        points=np.concatenate([each.points for each in samples]),
        values=np.concatenate([each.values for each in samples]))


def blocks(sample: Sample, second_order: bool) -> int:
    """How many blocks a complete Saltelli sample has.

    A block is the points A, AB_1 … AB_k, with ``second_order`` also BA_1 … BA_k, and B: AB_i is A
    but in column i, where it is B, and BA_i the other way round (Saltelli, Computer Physics
    Communications 145, 2002). Raises SampleError with the ids of points that are not so.
    """
    count = len(sample.addresses)
    step = (2 * count if second_order else count) + 2
    whole = len(sample.points) // step
    if whole == 0 or len(sample.points) % step:
        raise SampleError(
            f"{len(sample.points)} experiments of {count} parameters are no Saltelli sample: each"
            f" block has {step}, and {sample.over(whole * step)} are over")
    found = sample.points.reshape(whole, step, count)
    a, b = found[:, :1, :], found[:, -1:, :]
    own = np.eye(count, dtype=bool)
    expected = [a, np.where(own, b, a), *([np.where(own, a, b)] if second_order else []), b]
    wrong = (found != np.concatenate(expected, axis=1)).any(axis=2)
    if sample.seeds is not None:
        seeds = sample.seeds.reshape(whole, step)
        wrong |= seeds != seeds[:, :1]
    if wrong.any():
        raise SampleError(
            f"{sample.named(wrong.ravel())} are not where a Saltelli sample has them:"
            " each block is A, A with one column of B after another, and B, all with one seed")
    return whole


def trajectories(sample: Sample) -> int:
    """How many trajectories a complete Morris sample has: of one point more than parameters, each
    differing from the one before in one parameter, and each parameter moved once.

    Raises SampleError with the ids of points that are not so.
    """
    if sample.seeds is not None:
        raise SampleError("the seed is swept, and Morris trajectories share their futures")
    count = len(sample.addresses)
    whole = len(sample.points) // (count + 1)
    if whole == 0 or len(sample.points) % (count + 1):
        raise SampleError(
            f"{len(sample.points)} experiments of {count} parameters are no Morris trajectories:"
            f" each has {count + 1} points, and {sample.over(whole * (count + 1))} are over")
    points = sample.points.reshape(whole, count + 1, count)
    moved = np.diff(points, axis=1) != 0
    wrong = np.zeros((whole, count + 1), dtype=bool)
    wrong[:, 1:] = moved.sum(axis=2) != 1
    twice = (moved.sum(axis=1) != 1).any(axis=1) & ~wrong.any(axis=1)
    wrong[twice] = True
    if wrong.any():
        raise SampleError(
            f"{sample.named(wrong.ravel())} are no steps of a Morris trajectory: each"
            " changes one parameter, and every parameter once")
    return whole


def _values(
    result: Result, outcome: str, regime: str, futures: Sequence[int] | None,
) -> pd.DataFrame:
    outcomes = result.outcomes
    if outcome not in outcomes:
        raise KeyError(f"no outcome {outcome!r} in {result.folder}")
    if regime not in outcomes.index.get_level_values("regime"):
        raise KeyError(f"no regime {regime!r} in {result.folder}; there are: {result.regimes}")
    mine = outcomes.xs(regime, level="regime")
    values = mine[outcome].astype("float64").where(mine["status"] == "ok")
    table: pd.DataFrame = values.unstack("replication")
    if futures is None:
        return table
    if unknown := sorted(set(futures) - set(table.columns)):
        raise SampleError(f"there are no replications {unknown} in {result.folder}")
    return table[list(futures)]
