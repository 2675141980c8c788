"""Scenario discovery: under which assumptions does an outcome come about?

Boxes (PRIM, Friedman and Fisher, Statistics and Computing 9, 1999, as in Bryant and Lempert,
Technological Forecasting and Social Change 77, 2010) and trees (CART), both by the EMA Workbench,
on the draws of a run or the experiments of a sweep:

    box = prim(result, "net_harm", "model", parameters=[...])
    print(box)

Whoever looks at many parameters finds a box in noise, too. So one half of the cases finds, and the
other half confirms: what is told of the other half is honest, as long as nothing else, a screening
of parameters included, has looked at it. ``finding_half`` names the half to screen with.
"""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import binomtest

from embargo.result import Result
from embargo.samples import SampleError, read
from embargo.screening import drawn

with warnings.catch_warnings():
    # It tells which ways of running models it lacks; none is used here.
    warnings.simplefilter("ignore")
    from ema_workbench.analysis.cart import CART
    from ema_workbench.analysis.prim import Prim

Mask = npt.NDArray[np.bool_]
_ANY = 1e-9
"""A density that any box has: it is the caller who chooses one, not the algorithm."""


@dataclasses.dataclass(frozen=True)
class Cases:
    """What a box is looked for in: a row for each case.

    ``x`` has a column for each address, ``y`` says whether the criterion holds, ``finding`` which
    half the case belongs to, ``units`` has the unit of each address, ``criterion`` is ``y`` in
    words.
    """

    x: pd.DataFrame
    y: Mask
    finding: Mask
    units: pd.Series[str]
    criterion: str

    def quality(self, inside: Mask) -> pd.DataFrame:
        """How well a set of cases agrees with the criterion: a row for each half.

        - ``density``: the share of the cases inside for which it holds, ``base`` that of all;
        - ``coverage``: the share inside of the cases for which it holds;
        - ``mass``: the share inside of all cases, of which there are ``n``;
        - ``_low``, ``_high``: 95 % intervals (Wilson) for the half that confirms; for the half that
          finds, whose cases chose the box, there is none.
        """
        rows = {name: _quality(inside[half], self.y[half], interval)
                for name, half, interval in (("found", self.finding, False),
                                             ("confirmed", ~self.finding, True))}
        return pd.DataFrame(rows.values(), index=pd.Index(rows, name="half"))


@dataclasses.dataclass(frozen=True)
class Box:
    """A box of assumptions in which a criterion holds more often than elsewhere.

    - ``limits``: a row for each restricted parameter, by address: ``low`` and ``high`` (inclusive;
      the end of what was drawn where a side is free), ``unit``, and ``qp_low`` and ``qp_high``,
      the quasi-p values of each limit: the chance of so many cases inside, had this limit nothing
      to do with it. As the limits were chosen with the same cases, they are too small;
    - ``quality``: see ``Cases.quality``;
    - ``trajectory``: every step of the peeling with the same measures for either half, so that one
      sees where the box begins to fit the noise of the half that found it; ``prim(step=…)`` takes
      another step;
    - ``ema``: the PrimBox of the EMA Workbench, for its pictures and the rest.
    """

    criterion: str
    limits: pd.DataFrame
    quality: pd.DataFrame
    trajectory: pd.DataFrame
    step: int
    ema: Any

    def inside(self, x: pd.DataFrame) -> Mask:
        """Which rows of a frame with a column for each address lie in the box."""
        return _inside(x, self.limits)

    def __str__(self) -> str:
        table = str(self.quality.drop(columns="n").round(3).to_string())
        return f"{self.criterion}\nwhere {_rule(self.limits)}\n{table}"


@dataclasses.dataclass(frozen=True)
class Tree:
    """The leaves of a classification tree: ``leaves`` has a row for each, the densest first, with
    its ``rule`` and the measures of ``Cases.quality`` for either half; ``limits`` those of each, as
    of a Box but for quasi-p values; ``ema`` is the CART of the EMA Workbench."""

    criterion: str
    leaves: pd.DataFrame
    limits: tuple[pd.DataFrame, ...]
    ema: Any


def finding_half(result: Result) -> range:
    """The replications of a run that find; the others confirm."""
    return range(1, int((result.draws["draw"] <= _middle(result)).sum()) + 1)


def cases(
    result: Result, outcome: str, regime: str, *, above: float | None = None,
    below: float | None = None, parameters: Sequence[str] | None = None, seed: int = 1,
) -> Cases:
    """The cases of a result, and which of them find: of a run its draws by what was drawn, the
    first half of them; of a sweep its experiments by what was swept, a random half.

    The value of a case is the mean of the outcome over its futures. In a run without ``per_draw``
    a draw has one, and the value is as much its luck; with many it is what the assumptions lead to.
    The criterion is that the value lies ``above`` or ``below`` a number (not on it), or without
    either that it is 1. ``parameters`` takes some addresses alone.

    Raises KeyError for unknown names, SampleError where outcomes are missing or the criterion holds
    always or never in a half.
    """
    if above is not None and below is not None:
        raise ValueError("a criterion is above or below, not both")
    if result.experiments.shape[1]:
        x, values, units = _swept(result, outcome, regime)
        finding = np.zeros(len(x), dtype=bool)
        finding[np.random.default_rng(seed).permutation(len(x))[:(len(x) + 1) // 2]] = True
    else:
        x, values, units = _drawn(result, outcome, regime)
        finding = np.asarray(x.index <= _middle(result), dtype=bool)
    if unknown := sorted(set(parameters or ()) - set(x.columns)):
        raise KeyError(f"not among the parameters of {result.folder}: {', '.join(unknown)}")
    y, words = _criterion(values, outcome, above, below)
    for half in (finding, ~finding):
        if not 0 < y[half].sum() < half.sum():
            raise SampleError(f"{words} under {regime} holds in {y[half].sum()} of {half.sum()}"
                              " cases of a half; to find a box there must be some of either kind")
    chosen = list(parameters) if parameters is not None else list(x.columns)
    return Cases(x[chosen], y, finding, units[chosen], f"{words} under {regime}")


def prim(
    result: Result, outcome: str, regime: str, *, above: float | None = None,
    below: float | None = None, parameters: Sequence[str] | None = None, at_most: int = 4,
    step: int | None = None, mass_min: float = 0.05, peel: float = 0.05, seed: int = 1,
) -> Box:
    """The box that PRIM peels out of one half of the cases, confirmed on the other.

    The criterion is that of ``cases``. A step takes away the share ``peel`` of the cases in the
    box at one end of one parameter. Of the steps the last is taken that restricts ``at_most`` so
    many parameters, or ``step``; the box holds ``mass_min`` of the half or more.

    It takes some half a minute for 5,000 cases of 466 parameters, and most of such a box is noise:
    give ``parameters``, chosen before and without the half that confirms.
    """
    found_in = cases(result, outcome, regime, above=above, below=below, parameters=parameters,
                     seed=seed)
    half = found_in.finding
    ema = Prim(found_in.x[half], found_in.y[half].astype(int), threshold=_ANY, mass_min=mass_min,
               peel_alpha=peel).find_box()
    whole = ema.box_lims[0]
    limits = [_limits(lims, whole, found_in.units, qp)
              for lims, qp in zip(ema.box_lims, ema.qp, strict=True)]
    if step is None:
        step = max(each for each, some in enumerate(limits) if len(some) <= at_most)
    elif not 0 <= step < len(limits):
        raise ValueError(f"there are steps from 0 to {len(limits) - 1}, and no step {step}")
    ema.select(step)
    told = [found_in.quality(_inside(found_in.x, some)) for some in limits]
    trajectory = pd.concat(
        {name: pd.DataFrame([each.loc[name] for each in told]).reset_index(drop=True)
         for name in ("found", "confirmed")}, axis=1)
    trajectory.insert(0, ("box", "restricted"), [len(some) for some in limits])
    trajectory.index.name = "step"
    return Box(found_in.criterion, limits[step], told[step], trajectory, step, ema)


def cart(
    result: Result, outcome: str, regime: str, *, above: float | None = None,
    below: float | None = None, parameters: Sequence[str] | None = None, mass_min: float = 0.05,
    seed: int = 1,
) -> Tree:
    """A classification tree grown on one half of the cases, its leaves confirmed on the other.

    The criterion is that of ``cases``; a leaf holds ``mass_min`` of the half or more.
    """
    grown_on = cases(result, outcome, regime, above=above, below=below, parameters=parameters,
                     seed=seed)
    half = grown_on.finding
    ema = CART(grown_on.x[half].reset_index(drop=True), grown_on.y[half].astype(int), mass_min)
    ema.build_tree()
    whole = pd.DataFrame([grown_on.x[half].min(), grown_on.x[half].max()])
    limits = [_limits(lims, whole, grown_on.units) for lims in ema.boxes]
    rows = []
    for some in limits:
        told = grown_on.quality(_inside(grown_on.x, some))
        rows.append({("leaf", "rule"): _rule(some), **told.stack().to_dict()})
    leaves = pd.DataFrame(rows)
    leaves.columns = pd.MultiIndex.from_tuples(leaves.columns)
    order = leaves[("found", "density")].argsort(kind="stable")[::-1]
    return Tree(grown_on.criterion, leaves.iloc[order].reset_index(drop=True),
                tuple(limits[each] for each in order), ema)


def _middle(result: Result) -> int:
    """The last draw that finds."""
    return (int(result.draws["draw"].max()) + 1) // 2


def _drawn(
    result: Result, outcome: str, regime: str,
) -> tuple[pd.DataFrame, pd.Series[float], pd.Series[str]]:
    if outcome not in result.outcomes:
        raise KeyError(f"no outcome {outcome!r} in {result.folder}")
    columns = drawn(result)
    futures = result.futures(regime)
    values = futures[outcome].astype("float64")
    if missing := values.index.get_level_values("replication")[values.isna()].tolist():
        raise SampleError(f"{outcome} under {regime} is missing in {len(missing)} replications of"
                          f" {result.folder}, {missing[0]} the first, and is neither above nor"
                          " below anything there")
    x = futures.groupby("draw")[list(columns.values())].first().astype("float64")
    x.columns = pd.Index(columns)
    values = values.groupby(futures["draw"]).mean()
    table = result.tables["draws"]
    return x, values, pd.Series({each: table.column(name).unit for each, name in columns.items()})


def _swept(
    result: Result, outcome: str, regime: str,
) -> tuple[pd.DataFrame, pd.Series[float], pd.Series[str]]:
    sample = read(result, outcome, regime)
    x = pd.DataFrame(sample.points, index=sample.ids, columns=list(sample.addresses))
    values = pd.Series(sample.values.mean(axis=1), index=sample.ids)
    units = {c.details.get("address", c.name): c.unit for c in result.tables["experiments"].columns}
    return x, values, pd.Series(units)


def _criterion(
    values: pd.Series[float], outcome: str, above: float | None, below: float | None,
) -> tuple[Mask, str]:
    if above is not None:
        return (values > above).to_numpy(), f"{outcome} above {above:g}"
    if below is not None:
        return (values < below).to_numpy(), f"{outcome} below {below:g}"
    if not values.isin((0.0, 1.0)).all():
        raise ValueError(f"{outcome} is not 0 or 1 in each case: say above or below what")
    return (values == 1).to_numpy(), f"{outcome} is 1"


def _quality(inside: Mask, y: Mask, interval: bool) -> dict[str, float]:
    both, some, held = int((inside & y).sum()), int(inside.sum()), int(y.sum())
    row: dict[str, float] = {}
    for name, count in (("density", some), ("coverage", held)):
        row[name] = both / count if count else np.nan
        if interval and count:
            ends = binomtest(both, count).proportion_ci(method="wilson")
            row[f"{name}_low"], row[f"{name}_high"] = ends.low, ends.high
    return row | {"base": held / len(y), "mass": some / len(y), "n": len(y)}


def _limits(
    lims: pd.DataFrame, whole: pd.DataFrame, units: pd.Series[str],
    qp: dict[str, list[float]] | None = None,
) -> pd.DataFrame:
    """The restricted parameters of a box of the EMA Workbench, the tightest limits first."""
    rows = {}
    for name in lims.columns:
        (low, high), (least, most) = lims[name], whole[name]
        if low > least or high < most:
            row = {"low": float(low), "high": float(high), "unit": units[name],
                   "low_free": not low > least, "high_free": not high < most}
            if qp is not None:
                values = [np.nan if each < 0 else each for each in qp[name]]
                row |= {"qp_low": values[0], "qp_high": values[1]}
            rows[name] = row
    names = ["low", "high", "unit", "low_free", "high_free"]
    names += ["qp_low", "qp_high"] if qp is not None else []
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=names)
    frame.index.name = "address"
    if qp is None or frame.empty:
        return frame
    return frame.loc[frame[["qp_low", "qp_high"]].min(axis=1).sort_values(kind="stable").index]


def _inside(x: pd.DataFrame, limits: pd.DataFrame) -> Mask:
    inside = np.ones(len(x), dtype=bool)
    for name, row in limits.iterrows():
        # A free side has no limit: the other half may hold a little more than was drawn for this.
        if not row["low_free"]:
            inside &= (x[name] >= row["low"]).to_numpy()
        if not row["high_free"]:
            inside &= (x[name] <= row["high"]).to_numpy()
    return inside


def _rule(limits: pd.DataFrame) -> str:
    """A box in words."""
    parts = []
    for name, row in limits.iterrows():
        low, high, unit = f"{row['low']:.4g}", f"{row['high']:.4g}", row["unit"]
        said = (f"at most {high}" if row["low_free"] else f"at least {low}" if row["high_free"]
                else f"from {low} to {high}")
        parts.append(f"{name} is {said}" + (f" {unit}" if unit else ""))
    return " and ".join(parts) or "anything is so"
