"""The split against data whose components are known, because they were put in."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from variance import split as module
from variance.split import (
    CHANCE, JOINT, PARAMETERS, STRUCTURE, WITH_CHANCE, WITH_PARAMETERS, Parameters, split)

FACTORS = ["law", "persons", "form"]
SIGN = np.array([-1.0, 1.0])
KNOWN = {
    "law": 0.25, "persons": 0.0, "form": 1.0, JOINT: 0.09, PARAMETERS: 1.44,
    WITH_PARAMETERS: 0.49, CHANCE: 0.64, WITH_CHANCE: 0.16,
}
REPEATS, DRAWS, HISTORIES = 300, 40, 3


def made(seed: int, draws: int = DRAWS, skewed: bool = False) -> np.ndarray:
    """Values with axes law, persons, form, draw, history, and the components of KNOWN."""
    generator = np.random.default_rng(seed)

    def noise(*shape: int) -> np.ndarray:
        # Either has mean 0 and variance 1.
        return generator.exponential(size=shape) - 1 if skewed else generator.normal(size=shape)

    law, persons, form = (
        SIGN.reshape([2 if i == axis else 1 for i in range(3)] + [1, 1]) for axis in range(3))
    whole, with_form = noise(draws, 1), noise(draws, 1)
    chance, with_persons = noise(draws, HISTORIES), noise(draws, HISTORIES)
    return (
        7 + 0.5 * law + 1.0 * form + 0.3 * law * form
        + 1.2 * whole + 0.7 * form * with_form + 0.8 * chance + 0.4 * persons * with_persons)


@pytest.mark.parametrize("skewed", [False, True])
def test_components_have_no_bias(skewed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mean over many data sets is the truth, within 4.5 standard errors of that mean."""
    monkeypatch.setattr(module, "RESAMPLES", 2)
    found = pd.DataFrame([
        split(made(seed, skewed=skewed), FACTORS)["variance"] for seed in range(REPEATS)])
    error = found.std() / np.sqrt(REPEATS)
    for name, truth in KNOWN.items():
        assert abs(found[name].mean() - truth) < 4.5 * error[name] + 1e-9, (
            f"{name}: {found[name].mean():.4f} ± {error[name]:.4f} and not {truth};"
            f" seeds 0 to {REPEATS - 1}, skewed={skewed}")
    # What a biased estimator would give, told from the truth: the test could fail.
    assert KNOWN[CHANCE] / HISTORIES > 4.5 * error[PARAMETERS]
    assert (KNOWN[WITH_PARAMETERS] + KNOWN[WITH_CHANCE]) / DRAWS > 4.5 * error["persons"]


def test_components_sum_to_the_variance_over_everything() -> None:
    values = made(1, draws=4000)
    table = split(values, FACTORS)
    assert table.loc[[*FACTORS, JOINT], "variance"].sum() == pytest.approx(
        table.loc[STRUCTURE, "variance"])
    parts = table.drop(["total", STRUCTURE])
    assert parts["variance"].sum() == pytest.approx(table.loc["total", "variance"])
    assert parts["share"].sum() == pytest.approx(1)
    assert table.loc["total", "variance"] == pytest.approx(values.var(), rel=0.01)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    total = sum(KNOWN.values())
    hits = {name: 0 for name in KNOWN}
    for seed in range(100):
        table = split(made(seed, draws=200), FACTORS)
        for name, truth in KNOWN.items():
            row = table.loc[name]
            hits[name] += row["share_low"] <= truth / total <= row["share_high"]
    # Of 100 with chance 0.95, fewer than 85 come once in ten thousand times.
    assert min(hits.values()) >= 85, hits


def test_a_factor_with_one_level_or_no_effect_has_no_part() -> None:
    values = made(3)
    table = split(values[:, :1], FACTORS)
    assert "persons" not in table.index
    same = np.repeat(values[:, :1], 2, axis=1)
    assert split(same, FACTORS).loc["persons", "variance"] == 0
    np.testing.assert_allclose(
        split(same, FACTORS).drop("persons")["variance"], table["variance"], atol=1e-12)


def test_one_history_a_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="two histories"):
        split(made(1)[..., :1], FACTORS)


def test_first_order_effects_are_found_and_noise_is_not() -> None:
    generator = np.random.default_rng(5)
    drawn = pd.DataFrame(
        generator.uniform(size=(2000, 50)), columns=[f"p{n}" for n in range(50)])
    drawn["coin"] = generator.integers(0, 2, size=2000)
    # Variances of the parts: a line 1/12, a bend (u - 1/2)^2 with 1/180, a coin 1/4, noise 0.1.
    means = (drawn["p1"] + 3 * (drawn["p2"] - 0.5) ** 2 + 0.5 * drawn["coin"]).to_numpy()
    means = means + generator.normal(scale=0.3, size=2000)
    total = 1 / 12 + 9 / 180 + 1 / 16 + 0.09
    table = Parameters(drawn).first_order(means)
    assert set(table.index[:3]) == {"p1", "p2", "coin"}
    for name, part in {"p1": 1 / 12, "p2": 9 / 180, "coin": 1 / 16}.items():
        assert table.loc[name, "explained"] == pytest.approx(part / total, abs=0.05)
    assert (table["explained"] > table["noise"]).sum() == 3


def test_thirds_are_of_one_size() -> None:
    parameters = Parameters(pd.DataFrame({"a": np.arange(31.0), "b": 1.0}))
    low, high = parameters.third("a", "low"), parameters.third("a", "high")
    assert np.flatnonzero(low).tolist() == list(range(10))
    assert np.flatnonzero(high).tolist() == list(range(21, 31))
    assert parameters.third("b", "low").sum() == 10
