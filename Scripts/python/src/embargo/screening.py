"""Which of many drawn parameters matter at all, from the futures of one run."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

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
    places = np.argsort(x, axis=0, kind="stable")
    generator = np.random.default_rng(seed)
    y = y[known]
    shuffled = [_explained(generator.permutation(y), places, bins).max()
                for _ in range(permutations)]
    frame = pd.DataFrame({"S1": _explained(y, places, bins)}, index=pd.Index(columns, name="address"))
    frame["noise"] = float(np.quantile(shuffled, 1 - level))
    return frame.sort_values("S1", ascending=False, kind="stable")


def _explained(y: Floats, places: npt.NDArray[np.intp], bins: int) -> Floats:
    """The adjusted correlation ratio of y with each column, whose order ``places`` gives."""
    count = len(y)
    edges = np.linspace(0, count, bins + 1).astype(int)
    sizes = np.diff(edges)[:, None]
    means = np.add.reduceat(y[places], edges[:-1], axis=0) / sizes
    between = (sizes * (means - y.mean()) ** 2).sum(axis=0)
    total = ((y - y.mean()) ** 2).sum()
    if total == 0:
        return np.zeros(places.shape[1])
    ratio: Floats = 1 - (1 - between / total) * (count - 1) / (count - bins)
    return ratio
