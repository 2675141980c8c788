"""A planted box is found and confirmed, noise is not, and what has no answer is refused."""

from __future__ import annotations

import pathlib

import numpy as np
import pandas as pd
import pytest

from embargo.discovery import cart, finding_half, prim
from embargo.samples import SampleError
from embargo.screening import screen
from handmade import REGIME, run, sweep

COUNT = 2000


def drawn(parameters: int = 8) -> pd.DataFrame:
    values = np.random.default_rng(3).uniform(0, 1, (COUNT, parameters))
    return pd.DataFrame(values, columns=[f"p.x-{each}" for each in range(parameters)])


def planted(x: pd.DataFrame) -> np.ndarray:
    """1 in nine of ten cases in a box of a fifth of all, and in one of ten outside."""
    inside = (x["p.x-1"] > 0.5) & (x["p.x-4"] < 0.4)
    luck = np.random.default_rng(4).uniform(0, 1, len(x))
    return np.where(inside, luck < 0.9, luck < 0.1).astype(int)


def test_prim_finds_a_planted_box(tmp_path: pathlib.Path) -> None:
    x = drawn()
    result = run(tmp_path / "r", x, planted(x))
    box = prim(result, "y", REGIME, at_most=2)
    assert set(box.limits.index) == {"p.x-1", "p.x-4"}, str(box)
    low, high = box.limits.loc["p.x-1"], box.limits.loc["p.x-4"]
    assert low["low"] == pytest.approx(0.5, abs=0.05)
    assert high["high"] == pytest.approx(0.4, abs=0.05)
    assert low["qp_low"] < 0.001 and high["qp_high"] < 0.001 and low["unit"] == "share"
    for each in (low, high):
        for side in ("low", "high"):
            assert each[f"{side}_free"] == np.isnan(each[f"qp_{side}"])
    told = box.quality.loc["confirmed"]
    assert told["density_low"] < 0.9 < told["density_high"] and told["coverage"] > 0.6, box.quality
    assert np.isnan(box.quality.loc["found", "density_low"])
    # What is told of the other half is so of the frame itself.
    other = x[COUNT // 2:]
    assert planted(x)[COUNT // 2:][box.inside(other)].mean() == pytest.approx(told["density"])
    assert box.ema.peeling_trajectory.density[box.step] == pytest.approx(
        box.quality.loc["found", "density"])
    assert str(box).startswith("y is 1 under model\nwhere p.x-")


def test_a_box_in_noise_is_not_confirmed(tmp_path: pathlib.Path) -> None:
    x = drawn(30)
    result = run(tmp_path / "r", x, np.random.default_rng(8).integers(0, 2, COUNT))
    box = prim(result, "y", REGIME, at_most=30, mass_min=0.25)
    found, confirmed = (box.quality.loc[half, "density"] for half in ("found", "confirmed"))
    assert found > 0.58, "what is looked for in noise is found"
    told = box.quality.loc["confirmed"]
    assert told["density_low"] < 0.5 < told["density_high"]
    assert abs(confirmed - 0.5) < 0.15
    steps = box.trajectory
    assert steps[("box", "restricted")].iloc[0] == 0
    assert steps[("found", "mass")].min() >= 0.25
    assert prim(result, "y", REGIME, step=0).quality.loc["found", "coverage"] == 1


def test_a_screening_of_one_half_finds_what_matters(tmp_path: pathlib.Path) -> None:
    x = drawn(40)
    result = run(tmp_path / "r", x, planted(x))
    half = finding_half(result)
    assert half == range(1, COUNT // 2 + 1)
    table = screen(result, "y", REGIME, replications=half, bins=20)
    assert set(table.index[table["S1"] > table["noise"]]) == {"p.x-1", "p.x-4"}
    # The variance between the means of y over one parameter: over that of y itself, by hand.
    inside, p = 0.2, 0.1 + 0.8 * 0.2
    expected = {"p.x-1": 0.8**2 * 0.4**2 * 0.25, "p.x-4": 0.8**2 * 0.5**2 * 0.24}
    for name, between in expected.items():
        assert table["S1"][name] == pytest.approx(between / (p * (1 - p)), abs=0.05), inside
    with pytest.raises(Exception, match="200 bins want 2000"):
        screen(result, "y", REGIME, replications=half, bins=200)


def test_cart_finds_a_planted_box(tmp_path: pathlib.Path) -> None:
    x = drawn()
    tree = cart(run(tmp_path / "r", x, planted(x)), "y", REGIME, mass_min=0.1)
    first = tree.leaves.iloc[0]
    assert "p.x-1 is at least 0.5" in first[("leaf", "rule")] and "p.x-4" in first[("leaf", "rule")]
    assert first[("confirmed", "density_low")] < 0.9 < first[("confirmed", "density_high")] + 0.05
    assert tree.leaves[("found", "mass")].sum() == pytest.approx(1)
    assert len(tree.limits) == len(tree.leaves) and tree.ema.boxes


def test_draws_of_many_futures_are_one_case(tmp_path: pathlib.Path) -> None:
    x = drawn().head(500)
    repeated = x.loc[x.index.repeat(4)].reset_index(drop=True)
    luck = np.random.default_rng(6).uniform(-1, 1, 2000)
    values = (repeated["p.x-1"] > 0.5).to_numpy() + luck
    result = run(tmp_path / "r", repeated, values, per_draw=4)
    assert finding_half(result) == range(1, 1001)
    box = prim(result, "y", REGIME, above=0.5, at_most=1)
    assert list(box.limits.index) == ["p.x-1"] and box.quality["n"].tolist() == [250, 250]


def test_prim_on_a_sweep(tmp_path: pathlib.Path) -> None:
    x = drawn().head(600)
    values = np.stack([x["p.x-1"], x["p.x-1"] + 1], axis=1)
    result = sweep(tmp_path / "r", x, values)
    box = prim(result, "y", REGIME, above=1.3, parameters=["p.x-1"])
    assert box.limits["low"].to_dict() == pytest.approx({"p.x-1": 0.8}, abs=0.05)
    assert box.quality["density"].min() > 0.95 and box.quality["coverage"].min() > 0.85
    assert box.quality["n"].tolist() == [300, 300]
    below = prim(result, "y", REGIME, below=0.7, parameters=["p.x-0", "p.x-1"])
    assert below.criterion == "y below 0.7 under model"
    assert below.limits["high"]["p.x-1"] == pytest.approx(0.2, abs=0.05)


def test_refusals(tmp_path: pathlib.Path) -> None:
    x = drawn(2)
    values = x["p.x-1"].to_numpy().copy()
    result = run(tmp_path / "r", x, values)
    with pytest.raises(ValueError, match="say above or below"):
        prim(result, "y", REGIME)
    with pytest.raises(ValueError, match="not both"):
        prim(result, "y", REGIME, above=0.1, below=0.9)
    with pytest.raises(SampleError, match="y above 2 under model holds in 0 of 1000"):
        prim(result, "y", REGIME, above=2)
    with pytest.raises(KeyError, match="p.z"):
        prim(result, "y", REGIME, above=0.5, parameters=["p.z"])
    with pytest.raises(ValueError, match="no step 999"):
        prim(result, "y", REGIME, above=0.5, step=999)
    values[10] = np.nan
    gap = run(tmp_path / "gap", x, values)
    with pytest.raises(SampleError, match="missing in 1 replications .*, 11 the first"):
        prim(gap, "y", REGIME, above=0.5)
