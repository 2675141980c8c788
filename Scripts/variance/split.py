"""Splits a variance into structure, parameters and chance, and finds the parameters behind it.

An outcome is known for every structure s, every draw d of the parameters and every history h of
that draw; draws and histories are the same in all structures. The structures are the cells of
factors with two levels each, all of them there and all counted alike; they are fixed, while draws,
and histories within a draw, are a sample. By the law of total variance, and as in an analysis of
variance with histories nested in draws and both crossed with structure (Searle, Casella and
McCulloch, Variance Components, 1992),

    y(s,d,h) = sum over subsets A of the factors of  x_A(s) c_A(d,h)
    Var y    = sum over A not empty of  E(c_A)^2                        structure
             + sum over A of            Var_d( E(c_A | d) )             parameters
             + sum over A of            E_d( Var(c_A | d) )             chance

where x_A(s) is the product of the levels, each -1 or 1, of the factors in A, and c_A(d,h) the mean
over s of x_A(s) y(s,d,h). The empty A is the mean over structures: its terms are what parameters
and chance do alone, the others what they do together with structure. Of D draws with M histories
each, with m(d) and w(d) mean and variance of c_A within draw d,

    E(Var) by mean w    Var(E) by var m - mean w / M    E^2 by (mean m)^2 - var m / D

have no bias, whatever the distribution; what is nothing can therefore come out below 0. Intervals
come from a bootstrap of the draws, moved so that its mean is the estimate.
"""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd

STRUCTURE = "structure"
JOINT, PARAMETERS, CHANCE = "structure, jointly", "parameters", "chance"
WITH_PARAMETERS, WITH_CHANCE = "parameters × structure", "chance × structure"
RESAMPLES = 1000


def effects(values: np.ndarray) -> dict[tuple[int, ...], np.ndarray]:
    """c_A(draw, history) for every subset A of the factors; a factor with one level has no part."""
    factors = values.ndim - 2
    for axis in range(factors):
        levels = np.split(values, values.shape[axis], axis)
        if len(levels) == 2:
            low, high = levels
            levels = [(low + high) / 2, (high - low) / 2]
        values = np.concatenate(levels, axis)
    cells = itertools.product(*(range(n) for n in values.shape[:factors]))
    return {tuple(np.flatnonzero(cell)): values[cell] for cell in cells}


def split(values: np.ndarray, factors: list[str], seed: int = 1) -> pd.DataFrame:
    """Variance, share of the total and its 95 % interval, by component.

    The axes of the values are the factors, with one or two levels each, then draws and histories.
    Structure is the sum of its factors' parts and of what these do jointly; the total is the sum
    of structure, of parameters and chance alone, and of what these do together with structure.
    """
    draws, histories = values.shape[-2:]
    if histories < 2:
        raise ValueError("chance needs at least two histories of each draw")
    resamples = np.random.default_rng(seed).multinomial(
        draws, np.full(draws, 1 / draws), size=RESAMPLES)
    counts = np.vstack([np.ones(draws), resamples])
    parts = {name: np.zeros(RESAMPLES + 1) for name in [
        *(f for axis, f in enumerate(factors) if values.shape[axis] == 2),
        JOINT, PARAMETERS, WITH_PARAMETERS, CHANCE, WITH_CHANCE]}
    for subset, series in effects(values).items():
        centre = series.mean()
        means = series.mean(1) - centre
        within = counts @ series.var(1, ddof=1) / draws
        mean = counts @ means / draws
        spread = (counts @ means**2 / draws - mean**2) * draws / (draws - 1)
        parts[WITH_PARAMETERS if subset else PARAMETERS] += spread - within / histories
        parts[WITH_CHANCE if subset else CHANCE] += within
        if subset:
            name = factors[subset[0]] if len(subset) == 1 else JOINT
            parts[name] += (centre + mean) ** 2 - spread / draws
    total = sum(parts.values())
    structure = sum(part for name, part in parts.items() if name in factors or name == JOINT)
    rows = {}
    for name, part in {STRUCTURE: structure, **parts, "total": total}.items():
        share = np.divide(part, total, out=np.zeros_like(part), where=total > 0)
        around = share[1:] - share[1:].mean() + share[0]
        rows[name] = [part[0], share[0], *np.quantile(around, [0.025, 0.975])]
    return pd.DataFrame.from_dict(
        rows, orient="index", columns=["variance", "share", "share_low", "share_high"])


def unit(columns: np.ndarray) -> np.ndarray:
    """Columns of length 1; those that are nothing but rounding become 0."""
    size = np.linalg.norm(columns, axis=0)
    return np.where(size > 1e-6, columns / np.maximum(size, 1e-6), 0)


class Parameters:
    """The uncertain parameters as drawn, a row for each draw."""

    def __init__(self, drawn: pd.DataFrame, seed: int = 1) -> None:
        self.drawn = drawn
        ranks = drawn.rank().to_numpy()
        u = 2 * (ranks - 0.5) / len(drawn) - 1
        line = unit(u - u.mean(0))
        bend = u**2 - (u**2).mean(0)
        self.basis = [line, unit(bend - line * (line * bend).sum(0))]
        self.seed = seed

    def explained(self, series: np.ndarray) -> np.ndarray:
        """Adjusted R squared of every parameter (rows) for every series of means (columns)."""
        centred = series - series.mean(0)
        raw = sum((each.T @ centred) ** 2 for each in self.basis)
        raw = raw / np.maximum((centred**2).sum(0), np.finfo(float).tiny)
        return 1 - (1 - raw) * (len(series) - 1) / (len(series) - 3)

    def first_order(self, means: np.ndarray) -> pd.DataFrame:
        """The part of the variance of draw means that each parameter explains by itself.

        By a regression on its rank and the square of its rank, adjusted for the two: the
        estimate of a first-order Sobol index from random samples of Li, Wang and Rabitz (Journal
        of Physical Chemistry A 106, 2002), to the second order. `noise` is what the best of as
        many parameters without any effect reaches in one of twenty cases, from permuted means.
        """
        generator = np.random.default_rng(self.seed)
        permuted = np.column_stack([generator.permutation(means) for _ in range(200)])
        noise = np.quantile(self.explained(permuted).max(0), 0.95)
        table = pd.DataFrame(
            {"explained": self.explained(means[:, None])[:, 0], "noise": noise},
            index=self.drawn.columns)
        return table.sort_values("explained", ascending=False, kind="stable")

    def place(self, name: str) -> int:
        """Where a parameter stands among the others."""
        return self.drawn.columns.get_loc(name)

    def third(self, name: str, end: str) -> np.ndarray:
        """Which draws have the parameter in its low or its high third."""
        ranks = self.drawn[name].rank(method="first").to_numpy()
        size = len(ranks) // 3
        return ranks <= size if end == "low" else ranks > len(ranks) - size
