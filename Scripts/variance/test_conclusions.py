"""What is said of a conclusion, on values whose truth is known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from variance.article import clear, spelt
from variance.conclusions import FACTORS, at, step, verdicts, without_repeats
from variance.tables import summary

DRAWS, HISTORIES = 400, 2
SHAPE = (2, 2, 2, 2, DRAWS, HISTORIES)


def made(letter: float, rule: float, seed: int = 1) -> np.ndarray:
    """Noise of deviation 1 around one mean under letters and another under rules."""
    noise = np.random.default_rng(seed).normal(size=(DRAWS, HISTORIES))
    return np.broadcast_to(np.array([letter, rule])[:, None, None, None] + noise, SHAPE)


def test_factors_that_move_nothing_are_dropped() -> None:
    values = without_repeats(made(1, 0))
    assert values.shape == (1, 1, 2, 1, DRAWS, HISTORIES)
    assert without_repeats(made(1, 1)).shape[:4] == (1, 1, 1, 1)


def test_a_step_is_the_second_level_less_the_first() -> None:
    values = made(1, 0)
    assert np.allclose(step(values, "form"), -1) and step(values, "form").shape[2] == 1
    assert (step(values, "persons") == 0).all()
    assert np.array_equal(at(values, "form", "rule")[:, :, 0], values[:, :, 1])
    # A factor that a theory does not have has one level, which is every level.
    assert np.array_equal(at(values[:, :1], "persons", "noncitizen"), values[:, :1])


def test_verdicts_are_of_intervals() -> None:
    table = verdicts(without_repeats(made(1, -1)), np.ones(DRAWS, bool))
    assert table["verdict"].tolist() == ["holds", "fails"]
    assert table["form"].tolist() == ["letter", "rule"]
    assert (table["published"] == "").all() and (table["draws"] == DRAWS).all()
    # Of a normal around 1, 84 of 100 are above 0; four standard errors either side.
    assert table["futures_share"].tolist() == pytest.approx([0.841, 0.159], abs=0.06)
    means = made(1, -1)[0, 0, 0, 0].mean(1)
    half = 1.96 * means.std(ddof=1) / np.sqrt(DRAWS)
    assert table["ci95_high"][0] - table["mean"][0] == pytest.approx(half)


def test_intervals_miss_one_in_twenty() -> None:
    said = [verdicts(made(0, 0, seed)[:1, :1, :1, :1], np.ones(DRAWS, bool))["verdict"][0]
            for seed in range(400)]
    # Of 400 with chance 0.05, fewer than 5 or more than 37 come once in some thousand times.
    assert 5 <= 400 - said.count("unclear") <= 37


def test_some_draws_alone_decide_where_asked() -> None:
    values = made(1, 1).copy()
    values[..., : DRAWS // 2, :] -= 3
    half = np.arange(DRAWS) < DRAWS // 2
    assert (verdicts(values, half)["verdict"] == "fails").all()
    assert (verdicts(values, ~half)["verdict"] == "holds").all()
    # A quantity known for the first draws alone takes those of them that are chosen.
    chosen = ~half | (np.arange(DRAWS) < 50)
    assert (verdicts(values[..., : DRAWS // 2, :], chosen)["draws"] == 50).all()


def test_a_summary_counts_and_says_where() -> None:
    values = without_repeats(made(1, -1))
    tests = verdicts(values, np.ones(DRAWS, bool)).assign(parameter="", third="")
    thirds = verdicts(values, np.ones(DRAWS, bool)).assign(parameter="a.b", third="low")
    tests = pd.concat([tests, thirds], ignore_index=True).assign(
        number=1, conclusion="letters cost something", theory="")
    row = next(summary(tests).itertuples())
    assert (row.structures_holds, row.structures_unclear, row.structures_fails) == (1, 0, 1)
    assert (row.thirds_holds, row.thirds_fails) == (1, 1)
    assert (row.unclear_in, row.fails_in, row.fails_in_thirds) == ("", "rule", "low a.b")
    assert clear(row) == "in some structures"
    assert spelt("noncitizen, rule") == "all but citizens, rule"
    assert list(FACTORS) == ["published", "persons", "form", "relief"]
