"""What the results seem to say, each as a quantity that is above 0 where it is true."""

from __future__ import annotations

import typing

import numpy as np
import pandas as pd

FACTORS = {
    "published": ["spared", "reached"],
    "persons": ["foreign", "noncitizen"],
    "form": ["letter", "rule"],
    "relief": ["competing", "single"],
}
MARKET, DEFENDERS = "market_disruption_pct", "defender_capability_loss_pct"
DOLLARS, HARM, INCIDENTS = "market_disruption_usd", "net_harm", "net_incidents"
GROUPS = ["critical_infrastructure", "other_us", "allied", "open_source"]
OUTCOMES = [MARKET, DEFENDERS, DOLLARS, HARM, INCIDENTS]
OUTCOMES += [f"defender_capability_loss_{group}_pct" for group in GROUPS]
BROAD, NARROW = "us-person-support-broad", "us-person-support"
THEORIES = ["model", "output", "weight", BROAD]

Values = typing.Callable[..., np.ndarray]


def at(values: np.ndarray, factor: str, level: str) -> np.ndarray:
    """The values at one level of a factor, whose axis stays."""
    axis = list(FACTORS).index(factor)
    return values.take([FACTORS[factor].index(level)], axis) if values.shape[axis] > 1 else values


def step(values: np.ndarray, factor: str) -> np.ndarray:
    """What the second level of a factor adds to the first."""
    first, second = FACTORS[factor]
    return at(values, factor, second) - at(values, factor, first)


def less(y: Values, outcome: str, smaller: str, larger: str) -> np.ndarray:
    return y(outcome, larger) - y(outcome, smaller)


def equally_long(y: Values, theory: str) -> np.ndarray:
    """A letter within the year less a rule that binds for as many days."""
    rule = y(DOLLARS, theory, longer=True)
    letter = at(y(DOLLARS, theory), "form", "letter")[..., : rule.shape[-2], :]
    return letter - rule


def open_source_first(y: Values, theory: str) -> dict[str, np.ndarray]:
    loss = {group: y(f"defender_capability_loss_{group}_pct", theory) for group in GROUPS}
    return {
        f"{theory} against {group.replace('_', ' ')}": loss["open_source"] - loss[group]
        for group in GROUPS[:-1]
    }


def conclusions(y: Values) -> dict[str, dict[str, np.ndarray]]:
    """The quantities of every conclusion, by theory where there are several."""
    persons = ["model", "output", "weight"]
    weight = y(MARKET, "weight")
    reached, spared = at(weight, "published", "reached"), at(weight, "published", "spared")
    return {
        "`model` costs the market more than `output`": {"": less(y, MARKET, "output", "model")},
        "`output` costs the market more than `weight`": {"": less(y, MARKET, "weight", "output")},
        "`output` costs the market more than broad support":
            {"": less(y, MARKET, BROAD, "output")},
        "broad support costs the market at least half of what `output` does":
            {"": y(MARKET, BROAD) - y(MARKET, "output") / 2},
        "narrow support costs the market less than 0.05 % of spend": {"": 0.05 - y(MARKET, NARROW)},
        "a rule with notice costs the market less than a letter, within the year":
            {theory: -step(y(MARKET, theory), "form") for theory in THEORIES},
        "and over as many days in force": {theory: equally_long(y, theory) for theory in THEORIES},
        "barring permanent residents too costs the market more":
            {theory: step(y(MARKET, theory), "persons") for theory in persons},
        "without the published exclusion `weight` costs the market a quarter more":
            {"": reached - 1.25 * spared},
        "`model` costs defenders something": {"": y(DEFENDERS, "model")},
        "`output` costs defenders something": {"": y(DEFENDERS, "output")},
        "`output` costs defenders more than `weight`": {"": less(y, DEFENDERS, "weight", "output")},
        "defenders lose less than 1 % of their capability":
            {theory: 1 - y(DEFENDERS, theory) for theory in THEORIES},
        "open-source maintainers lose more than any other group":
            {**open_source_first(y, "model"), **open_source_first(y, "output")},
        "net harm is likelier than not": {theory: y(HARM, theory) - 0.5 for theory in THEORIES},
        "`model` avoids more incidents than it adds": {"": -y(INCIDENTS, "model")},
    }


def without_repeats(values: np.ndarray) -> np.ndarray:
    """One level alone of every factor that moves nothing."""
    for axis in range(len(FACTORS)):
        first = values.take([0], axis)
        if (values == first).all():
            values = first
    return values


def verdicts(values: np.ndarray, draws: np.ndarray) -> pd.DataFrame:
    """Every structure's mean over some of the draws, with its interval and what it says."""
    rows = []
    for cell in np.ndindex(values.shape[: len(FACTORS)]):
        sample = values[cell][draws[: values.shape[-2]]]
        means = sample.mean(1)
        mean, error = means.mean(), means.std(ddof=1) / np.sqrt(len(means))
        low, high = mean - 1.96 * error, mean + 1.96 * error
        levels = {
            name: FACTORS[name][cell[axis]] if values.shape[axis] > 1 else ""
            for axis, name in enumerate(FACTORS)
        }
        rows.append({
            **levels, "draws": len(means), "mean": mean, "ci95_low": low, "ci95_high": high,
            "futures_share": (sample > 0).mean(),
            "verdict": "holds" if low > 0 else "fails" if high < 0 else "unclear",
        })
    return pd.DataFrame(rows)
