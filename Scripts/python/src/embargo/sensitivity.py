"""Which assumptions an outcome hangs on: samples of SALib for sweeps, and indices of their results.

    ranges = {"labs.anthropic.margin_share": (0.3, 0.65), "relief.never_probability": (0.1, 0.9)}
    result = embargo.sweep(scenario, design=sobol_design(ranges, 256), replications=16)
    sobol(result, "market_disruption_pct", "model")

Ranges are uniform: an index answers for the ranges given, not for the distributions of a scenario.
Everything that is not swept is drawn as in the scenario, and belongs to the futures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from SALib.analyze import morris as salib_morris
from SALib.analyze import sobol as salib_sobol
from SALib.sample import morris as salib_morris_sample
from SALib.sample import sobol as salib_sobol_sample

from embargo.result import Result
from embargo.samples import (
    SEED, Floats, Sample, SampleError, blocks, joined, read, trajectories)

Ranges = Mapping[str, tuple[float, float]]
_NORMAL_95 = 1.959963984540054


def sobol_design(
    ranges: Ranges, size: int, second_order: bool = False, own_futures: bool = False, seed: int = 1,
) -> pd.DataFrame:
    """A Saltelli sample for ``embargo.sweep(design=…)``: a column for each address.

    ``size`` blocks, a power of two, of (parameters + 2) points each, with ``second_order`` of
    2 × (parameters + 1). The sample of a smaller size with the same seed is its beginning.

    With ``own_futures`` a column ``seed`` gives every block futures of its own, which its points
    share; without, all points of the sweep share theirs. ``sobol`` says what either means.
    """
    if size < 2 or size & (size - 1):
        raise ValueError(f"size is a power of two from 2 on, not {size}")
    if own_futures and second_order:
        raise ValueError("second-order indices want shared futures")
    points = salib_sobol_sample.sample(
        _problem(ranges), size, calc_second_order=second_order, seed=seed)
    frame = pd.DataFrame(points, columns=list(ranges))
    if own_futures:
        # One stream: a smaller sample has the seeds that a larger one begins with.
        seeds = np.random.default_rng(seed).integers(1, 2**31, size)
        frame[SEED] = np.repeat(seeds, len(frame) // size)
    return frame


def morris_design(
    ranges: Ranges, trajectories: int, levels: int = 4, seed: int = 1,
) -> pd.DataFrame:
    """Morris trajectories for ``embargo.sweep(design=…)``: a column for each address, and
    (parameters + 1) rows for each trajectory; every range has ``levels`` points, an even number."""
    points = salib_morris_sample.sample(
        _problem(ranges), trajectories, num_levels=levels, seed=seed)
    return pd.DataFrame(points, columns=list(ranges))


def sobol(
    result: Result | Sequence[Result], outcome: str, regime: str, *, size: int | None = None,
    futures: Sequence[int] | None = None, over_futures: bool = False, second_order: bool = False,
    resamples: int = 1000, seed: int = 1,
) -> pd.DataFrame:
    """Sobol indices of an outcome: a row for each address with ``S1``, ``S1_conf``, ``ST`` and
    ``ST_conf``.

    S1 is the part of the variance that goes when the parameter is known, ST the part that stays
    when all others are; ``_conf`` is half the width of a 95 % interval (1.96 standard deviations
    of a bootstrap). What the variance is of depends on the sweep:

    - **Shared futures** (the usual sweep). All experiments live through the same R futures, so that
      the mean over them is a function of the swept numbers alone, without noise: the indices are
      exactly those of this function, by SALib. Other futures give another function. Its variance
      holds the 1/R-th part of what parameters do differently from future to future, and the
      intervals hold nothing of the choice of futures. With ``over_futures`` they do: blocks and
      futures are both drawn anew, each on its own (the pigeonhole bootstrap, Owen, Annals of
      Applied Statistics 1, 2007, which errs on the wide side); the indices stay those of the mean
      over R futures. To look at two halves: ``futures=range(1, 9)`` and ``range(9, 17)``.
    - **Own futures** (``sobol_design(…, own_futures=True)``). Every block has futures of its own.
      The indices are then those of the mean over *all* futures, whatever R is, and the intervals,
      by a bootstrap of blocks, hold the choice of futures too. See ``own_indices``.

    ``attrs["variance"]`` of the frame is the variance that is divided, in the unit of the outcome
    squared. ``size`` takes the first blocks alone, to see whether the indices stand still;
    ``futures`` takes some replications alone; ``second_order`` says that the sample was made with
    it. ``result`` may be several sweeps, each of whole blocks: the parts of one sample, in order.

    Raises SampleError, with the ids of the experiments, where the sweep is no complete Saltelli
    sample or a value is missing, and where the outcome is the same everywhere.
    """
    parts = _parts(result, outcome, regime, size, futures, second_order)
    sample = parts[0]
    if all(part.seeds is not None for part in parts):
        found = own_indices(parts, resamples, seed)
    else:
        sample = joined(parts)
        found = _analyzed(sample, second_order, 2 if over_futures else resamples, seed)
    if over_futures and sample.seeds is None:
        count = blocks(sample, second_order)
        spread = _pigeonhole(sample, count, resamples, seed)
        found["S1_conf"], found["ST_conf"] = _NORMAL_95 * spread.std(axis=0, ddof=1)
    columns = ["S1", "S1_conf", "ST", "ST_conf"]
    frame = pd.DataFrame({name: found[name] for name in columns}, index=_index(sample))
    frame.attrs["variance"] = found["variance"]
    return frame


def interactions(
    result: Result | Sequence[Result], outcome: str, regime: str, *, size: int | None = None,
    futures: Sequence[int] | None = None, resamples: int = 1000, seed: int = 1,
) -> pd.DataFrame:
    """Second-order indices, for a sweep of ``sobol_design(…, second_order=True)`` whose experiments
    share their futures: a row for each pair of addresses with ``S2`` and ``S2_conf``, the part of
    the variance that goes only when both are known. Errors as of ``sobol``."""
    sample = joined(_parts(result, outcome, regime, size, futures, True))
    if sample.seeds is not None:
        raise SampleError("the seed is swept: second-order indices want shared futures")
    found = _analyzed(sample, True, resamples, seed)
    pairs = np.triu_indices(len(sample.addresses), 1)
    names = [tuple(sample.addresses[each] for each in pair) for pair in zip(*pairs, strict=True)]
    return pd.DataFrame(
        {name: found[name][pairs] for name in ("S2", "S2_conf")},
        index=pd.MultiIndex.from_tuples(names, names=["address", "with"]))


def morris(
    result: Result, outcome: str, regime: str, *, levels: int = 4,
    futures: Sequence[int] | None = None, resamples: int = 1000, seed: int = 1,
) -> pd.DataFrame:
    """Morris' measures of an outcome, for a sweep of ``morris_design`` with as many ``levels``: a
    row for each address with ``mu``, ``mu_star``, ``mu_star_conf`` and ``sigma``.

    An elementary effect is the change of the mean over the futures, per whole range of the
    parameter, in the unit of the outcome. ``mu`` is their mean, ``mu_star`` that of their sizes
    with half its 95 % interval, ``sigma`` their standard deviation: large where effects bend or
    hang on other parameters. All hold for the futures of the sweep. Raises SampleError, with the
    ids of the experiments, where the sweep is no set of whole trajectories or a value is missing.
    """
    sample = read(result, outcome, regime, futures)
    points = sample.points.reshape(trajectories(sample), -1, len(sample.addresses))
    whole = np.abs(np.diff(points, axis=1)).max(axis=(0, 1)) * 2 * (levels - 1) / levels
    if (np.ptp(sample.points, axis=0) > whole * (1 + 1e-9)).any():
        raise SampleError(f"the trajectories were made with other levels than {levels}")
    found = salib_morris.analyze(
        {"num_vars": len(sample.addresses), "names": list(sample.addresses), "groups": None},
        sample.points, sample.values.mean(axis=1), num_resamples=resamples, num_levels=levels,
        seed=seed)
    columns = ["mu", "mu_star", "mu_star_conf", "sigma"]
    return pd.DataFrame({name: found[name] for name in columns}, index=_index(sample), dtype=float)


def own_indices(parts: Sequence[Sample], resamples: int, seed: int) -> dict[str, Any]:
    """Indices of the mean over all futures, from blocks that have futures of their own.

    With d(P, Q) the differences of two points of a block, a value for each of its R futures, and
    ⟨u, v⟩ the mean of u_r v_s over all r ≠ s, which has no bias for the product of the two means
    over all futures,

        V    = ½ E⟨d(A, B), d(A, B)⟩
        V_i  = ½ E⟨d(A, AB_i), d(A, B) + d(AB_i, B)⟩
        VT_i = ½ E⟨d(A, AB_i), d(A, AB_i)⟩

    VT_i is Jansen's (Computer Physics Communications 117, 1999); V_i is Saltelli's of 2010, less
    ½ (A² − AB_i²), which is 0 in the mean. Only differences within a future enter, so that what a
    future does to all points alike has gone. Indices that are nothing can come out below 0.
    """
    each = [_of_blocks(part) for part in parts]
    whole, first, total = (np.concatenate(some) for some in zip(*each, strict=True))
    if not whole.any():
        raise _constant(parts[0])

    def ratio(weights: Floats) -> Floats:
        found: Floats = np.stack([weights @ first, weights @ total]) / (weights @ whole)
        return found

    count = len(whole)
    draws = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), resamples)
    spread = ratio(draws.astype(float)).std(axis=1, ddof=1) * _NORMAL_95
    s1, st = ratio(np.ones((1, count)))[:, 0]
    return {"S1": s1, "S1_conf": spread[0], "ST": st, "ST_conf": spread[1],
            "variance": float(whole.mean())}


def _of_blocks(sample: Sample) -> tuple[Floats, Floats, Floats]:
    """What each block says of V, of each V_i and of each VT_i."""
    futures = sample.values.shape[1]
    if futures < 2:
        raise SampleError("futures of their own want two replications or more in each experiment")
    values = sample.values.reshape(blocks(sample, False), -1, futures)
    a, b, ab = values[:, :1], values[:, -1:], values[:, 1:-1]
    return (_unbiased(a - b, a - b) / 2, _unbiased(a - ab, (a - b) + (ab - b)) / 2,
            _unbiased(a - ab, a - ab) / 2)


def _unbiased(u: Floats, v: Floats) -> Floats:
    """⟨u, v⟩ over the last axis."""
    count = u.shape[-1]
    product = u.sum(axis=-1) * v.sum(axis=-1) - (u * v).sum(axis=-1)
    mean: Floats = product / (count * (count - 1))
    return mean


def _parts(
    result: Result | Sequence[Result], outcome: str, regime: str, size: int | None,
    futures: Sequence[int] | None, second_order: bool,
) -> list[Sample]:
    """The parts of a complete sample, or of its first blocks."""
    results = [result] if isinstance(result, Result) else list(result)
    if len({_inputs(each) for each in results}) > 1:
        raise SampleError(f"{', '.join(str(each.folder) for each in results)} were not made of the"
                          " same scenario, seed and version, and are no parts of one sample")
    parts, left = [], size
    for each in results:
        part = read(each, outcome, regime, futures)
        count = blocks(part, second_order)
        if left is not None:
            part = part.rows(len(part.points) // count * min(left, count))
            left -= min(left, count)
        parts.append(part)
        if left == 0:
            break
    if left:
        raise SampleError(f"the sample has fewer blocks than {size}")
    if len({(part.addresses, part.seeds is None) for part in parts}) > 1:
        raise SampleError(f"{', '.join(part.source for part in parts)} do not sweep the same"
                          " parameters, and are no parts of one sample")
    return parts


def _inputs(result: Result) -> tuple[object, ...]:
    inputs = result.manifest["inputs"]
    return tuple(inputs[key] for key in ("version", "scenario_sha256", "seed", "per_draw"))


def _analyzed(sample: Sample, second_order: bool, resamples: int, seed: int) -> dict[str, Any]:
    values = sample.values.mean(axis=1)
    if np.ptp(values) == 0:
        raise _constant(sample)
    problem = {"num_vars": len(sample.addresses), "names": list(sample.addresses)}
    found: dict[str, Any] = salib_sobol.analyze(
        problem, values, calc_second_order=second_order, num_resamples=resamples, seed=seed)
    found["variance"] = float(values.var())
    return found


def _pigeonhole(sample: Sample, count: int, resamples: int, seed: int) -> Floats:
    """Both indices of samples whose blocks and futures are drawn anew: resamples × 2 × addresses."""
    generator = np.random.default_rng(seed)
    futures = sample.values.shape[1]
    parameters = range(len(sample.addresses))
    kinds: list[Callable[..., Any]] = [salib_sobol.first_order, salib_sobol.total_order]
    found = np.empty((resamples, len(kinds), len(parameters)))
    for number in range(resamples):
        weights = generator.multinomial(futures, np.full(futures, 1 / futures)) / futures
        values = (sample.values @ weights).reshape(count, -1)[generator.integers(count, size=count)]
        values = values - values.mean()
        found[number] = [
            [kind(values[:, 0], values[:, 1 + each], values[:, -1]) for each in parameters]
            for kind in kinds]
    return found


def _constant(sample: Sample) -> SampleError:
    return SampleError(f"the outcome is {sample.values.flat[0]:g} in all experiments, up to what"
                       " futures differ in, and has no variance to divide")


def _problem(ranges: Ranges) -> dict[str, Any]:
    if wrong := [name for name, (low, high) in ranges.items() if not low < high]:
        raise ValueError(f"the range of {', '.join(wrong)} is not from low to high")
    return {"num_vars": len(ranges), "names": list(ranges),
            "bounds": [list(ends) for ends in ranges.values()]}


def _index(sample: Sample) -> pd.Index[str]:
    return pd.Index(sample.addresses, name="address")
