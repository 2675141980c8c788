"""Which of many drawn parameters matter at all, from the futures of one run."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from embargo.errors import ResultError
from embargo.result import Result

Floats = npt.NDArray[np.float64]
_NOT_PARAMETERS = ("draw", "seed")


def drawn(result: Result) -> dict[str, str]:
    """The parameters that a run drew: the column of ``draws`` for each address."""
    described = result.tables["draws"].columns
    return {
        column.details.get("address", column.name): column.name for column in described
        if column.name not in (*result.tables["draws"].key, *_NOT_PARAMETERS)
    }


def screen(
    result: Result, outcome: str, regime: str, *, replications: Sequence[int] | None = None,
    bins: int = 25, level: float = 0.05, permutations: int = 200, seed: int = 1,
) -> pd.DataFrame:
    """The part of an outcome's variance over futures that each drawn parameter explains alone.

    A row for each parameter, indexed by address, the greatest first:

    - ``S1``: the first-order index, estimated from the futures as they are: these are put into
      ``bins`` of equal count by the parameter, and what lies between the means of the bins is set
      against the whole variance (Plischke, Borgonovo and Smith, European Journal of Operational
      Research 226, 2013), less what chance alone puts between them (Kelley's epsilon squared;
      below 0 where it puts less).
      It sees effects of any shape, not of any kind: what acts only together with others has none.
    - ``noise``: what the largest S1 among all parameters exceeds by chance alone, with shuffled
      outcomes, in a share ``level`` of shuffles. Above it a parameter matters; below it nothing is
      known.

    The variance is that of single futures: it holds all parameters and the luck of a future.
    ``replications`` takes some futures alone, by number.

    Raises ResultError where fewer futures than ten for each bin have the outcome.
    """
    futures = result.futures(regime)
    if outcome not in result.outcomes:
        raise KeyError(f"no outcome {outcome!r} in {result.folder}")
    if replications is not None:
        futures = futures[futures.index.get_level_values("replication").isin(replications)]
    y = futures[outcome].to_numpy(dtype=float, na_value=np.nan)
    known = ~np.isnan(y)
    if known.sum() < 10 * bins:
        raise ResultError(f"{known.sum()} futures have {outcome} under {regime}; {bins} bins want"
                          f" {10 * bins}")
    columns = drawn(result)
    x = futures.loc[known, list(columns.values())].to_numpy(dtype=float)
    y = y[known]
    members = _members(x, bins)
    generator = np.random.default_rng(seed)
    shuffled = np.stack([generator.permutation(y) for _ in range(permutations)], axis=1)
    luckiest = _explained(shuffled, members, bins).max(axis=0)
    frame = pd.DataFrame({"S1": _explained(y[:, None], members, bins)[:, 0]},
                         index=pd.Index(columns, name="address"))
    frame["noise"] = float(np.quantile(luckiest, 1 - level))
    return frame.sort_values("S1", ascending=False, kind="stable")


def _members(x: Floats, bins: int) -> sparse.csr_array:
    """Which case lies in which bin of each column: (columns × bins) × cases, of 0 and 1."""
    count, columns = x.shape
    places = np.argsort(np.argsort(x, axis=0, kind="stable"), axis=0)
    bin_of = places * bins // count + np.arange(columns) * bins
    ends = np.arange(count + 1) * columns
    return sparse.csr_array(
        (np.ones(bin_of.size), bin_of.ravel(), ends), shape=(count, columns * bins)).T.tocsr()


def _explained(y: Floats, members: sparse.csr_array, bins: int) -> Floats:
    """The adjusted correlation ratio of each column of x with each of y: columns × columns."""
    count = len(y)
    centred = y - y.mean(axis=0)
    sizes = members.sum(axis=1)[:, None]
    between = ((members @ centred) ** 2 / sizes).reshape(-1, bins, y.shape[1]).sum(axis=1)
    total = (centred ** 2).sum(axis=0)
    if not total.all():
        return np.zeros_like(between)
    ratio: Floats = 1 - (1 - between / total) * (count - 1) / (count - bins)
    return ratio
