"""Indices are those that functions are known to have, and no incomplete sample gets any."""

from __future__ import annotations

import pathlib

import numpy as np
import pandas as pd
import pytest

from embargo.samples import SampleError
from embargo.sensitivity import interactions, morris, morris_design, sobol, sobol_design
from handmade import REGIME, sweep, write

PI = {"x.one": (-np.pi, np.pi), "x.two-b": (-np.pi, np.pi), "x.three": (-np.pi, np.pi)}
UNIT = {"a.x": (0.0, 1.0), "a.y": (0.0, 1.0), "a.z": (0.0, 1.0)}
# Saltelli et al., Global Sensitivity Analysis (2008), of Ishigami's function with 7 and 0.1.
ISHIGAMI = pd.DataFrame(
    {"S1": [0.3139, 0.4424, 0.0], "ST": [0.5576, 0.4424, 0.2437]}, index=list(PI))


def ishigami(x: np.ndarray) -> np.ndarray:
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def close(found: pd.DataFrame, expected: pd.DataFrame, widest: float) -> None:
    """Within one and a half half-widths, none of which is wide."""
    for name in ("S1", "ST"):
        half = found[f"{name}_conf"]
        assert (half < widest).all(), found
        assert ((found[name] - expected[name]).abs() <= 1.5 * half + 0.002).all(), found


def test_a_design_is_a_sample_whose_beginning_is_the_smaller_one() -> None:
    for own in (False, True):
        design = sobol_design(PI, 64, own_futures=own)
        assert design.head(32 * 5).equals(sobol_design(PI, 32, own_futures=own))
        assert list(design) == [*PI, *["seed"] * own] and len(design) == 64 * 5
    assert (design.groupby(np.arange(320) // 5)["seed"].nunique() == 1).all()
    assert design["seed"].nunique() == 64
    with pytest.raises(ValueError, match="power of two"):
        sobol_design(PI, 100)
    with pytest.raises(ValueError, match="x.one"):
        sobol_design({"x.one": (1, 1)}, 64)
    with pytest.raises(ValueError, match="shared futures"):
        sobol_design(PI, 64, second_order=True, own_futures=True)


def test_indices_of_ishigami(tmp_path: pathlib.Path) -> None:
    design = sobol_design(PI, 1024)
    result = sweep(tmp_path / "r", design, ishigami(design.to_numpy())[:, None])
    found = sobol(result, "y", REGIME)
    assert list(found.index) == list(PI) and found.index.name == "address"
    close(found, ISHIGAMI, 0.12)
    wider = sobol(result, "y", REGIME, size=64)
    assert (wider["ST_conf"] > found["ST_conf"]).all()


def test_interactions_of_ishigami(tmp_path: pathlib.Path) -> None:
    design = sobol_design(PI, 1024, second_order=True)
    result = sweep(tmp_path / "r", design, ishigami(design.to_numpy())[:, None])
    close(sobol(result, "y", REGIME, second_order=True), ISHIGAMI, 0.12)
    found = interactions(result, "y", REGIME)
    expected = pd.Series([0, 0.2437, 0], index=found.index)
    assert found.index.tolist()[1] == ("x.one", "x.three")
    assert ((found["S2"] - expected).abs() <= 1.5 * found["S2_conf"]).all(), found


def futures_matter(x: np.ndarray, luck: np.ndarray) -> np.ndarray:
    """A mean over luck of 2 x + y; single futures differ much in level and in what y does."""
    return 2 * x[:, :1] + x[:, 1:2] * (1 + 3 * luck[:, 0]) + 20 * luck[:, 1]


LINEAR = pd.DataFrame({"S1": [0.8, 0.2, 0.0]}, index=list(UNIT))
LINEAR["ST"] = LINEAR["S1"]


def test_own_futures_tell_of_the_mean_over_all(tmp_path: pathlib.Path) -> None:
    design = sobol_design(UNIT, 512, own_futures=True)
    generator = np.random.default_rng(11)
    luck = np.repeat(generator.standard_normal((512, 2, 4)), 5, axis=0)
    result = sweep(tmp_path / "r", design, futures_matter(design.to_numpy(), luck))
    close(sobol(result, "y", REGIME), LINEAR, 0.2)
    assert sobol(result, "y", REGIME).attrs["variance"] == pytest.approx(5 / 12, rel=0.2)
    # Parts of a sample are the sample.
    parts = [sweep(tmp_path / str(number), design[rows].reset_index(drop=True),
                   futures_matter(design[rows].to_numpy(), luck[rows]))
             for number, rows in enumerate((slice(0, 5 * 256), slice(5 * 256, None)))]
    pd.testing.assert_frame_equal(sobol(parts, "y", REGIME), sobol(result, "y", REGIME))
    beginning = sobol(result, "y", REGIME, size=64)
    pd.testing.assert_frame_equal(sobol(parts, "y", REGIME, size=64), beginning)


def test_shared_futures_are_as_uncertain_as_the_intervals_say(tmp_path: pathlib.Path) -> None:
    """Over many choices of eight futures the indices scatter as one sweep's intervals tell, with
    the choice of futures in them; and far more than without."""
    design = sobol_design(UNIT, 128)
    generator = np.random.default_rng(5)
    found, told, alone = [], [], []
    for number in range(40):
        luck = generator.standard_normal((2, 8))[None]
        result = sweep(tmp_path / str(number), design, futures_matter(design.to_numpy(), luck))
        table = sobol(result, "y", REGIME, over_futures=True, resamples=200)
        found.append(table["ST"])
        told.append(table["ST_conf"])
        alone.append(sobol(result, "y", REGIME, resamples=200)["ST_conf"])
    scatter = 1.96 * pd.concat(found, axis=1).std(axis=1)
    for name in ("a.x", "a.y"):
        widths = [pd.concat(each, axis=1).mean(axis=1)[name] for each in (told, alone)]
        assert 0.7 * scatter[name] < widths[0] < 2 * scatter[name], (name, widths, scatter)
        assert widths[1] < 0.5 * scatter[name], (name, widths, scatter)


def test_halves_of_the_futures(tmp_path: pathlib.Path) -> None:
    design = sobol_design(UNIT, 64)
    values = design[["a.x", "a.x", "a.y", "a.y"]].to_numpy()
    result = sweep(tmp_path / "r", design, values)
    first, second = (sobol(result, "y", REGIME, futures=some)["ST"] for some in ([1, 2], [3, 4]))
    assert first["a.x"] > 0.7 and first["a.y"] == 0 and second["a.y"] > 0.7 and second["a.x"] == 0
    with pytest.raises(SampleError, match=r"no replications \[5\]"):
        sobol(result, "y", REGIME, futures=[1, 5])


def test_morris_measures_of_a_line_and_a_product(tmp_path: pathlib.Path) -> None:
    ranges = {"a.x": (0.0, 2.0), "a.y": (-1.0, 1.0), "a.z": (5.0, 6.0)}
    design = morris_design(ranges, 20, levels=6)
    x = design.to_numpy()
    result = sweep(tmp_path / "r", design, (3 * x[:, :1] + x[:, 1:2] * (x[:, 2:] - 5.5)))
    found = morris(result, "y", REGIME, levels=6)
    assert found.loc["a.x", ["mu", "mu_star"]].tolist() == pytest.approx([6, 6])
    assert found.loc["a.x", "sigma"] == pytest.approx(0, abs=1e-9)
    assert found.loc["a.y", "sigma"] > 0.2
    assert abs(found.loc["a.y", "mu"]) < found.loc["a.y", "mu_star"]
    with pytest.raises(SampleError, match="other levels than 4"):
        morris(result, "y", REGIME, levels=4)


def spoilt(design: pd.DataFrame, row: int, column: str) -> pd.DataFrame:
    design = design.copy()
    design.loc[row, column] += 0.01
    return design


def test_what_is_no_saltelli_sample_is_refused_by_the_ids(tmp_path: pathlib.Path) -> None:
    whole = sobol_design(UNIT, 4, own_futures=True)
    bad = {
        "experiment 2 of": spoilt(whole, 1, "a.y"),  # AB_1 differs in a second column
        "experiment 8 of": spoilt(whole, 7, "a.x"),
        "experiments 16, 17, 18, 19 of": whole.drop(7).reset_index(drop=True),
        "experiments 3, 4 of": whole.iloc[[0, 1, 3, 2, *range(4, 20)]].reset_index(drop=True),
        "experiment 13 of": whole.assign(seed=whole["seed"].where(whole.index != 12, 7)),
    }
    for number, (words, design) in enumerate(bad.items()):
        result = sweep(tmp_path / str(number), design, np.ones((len(design), 2)))
        with pytest.raises(SampleError, match=words):
            sobol(result, "y", REGIME)


def test_what_is_no_trajectory_is_refused_by_the_ids(tmp_path: pathlib.Path) -> None:
    whole = morris_design(UNIT, 3)
    twice = whole.copy()
    twice.iloc[6:8] = twice.iloc[[4, 5]].to_numpy()  # back and forth: one step at a time
    bad = {
        "experiment 12 of": pd.concat([whole.head(11), spoilt(whole, 11, "a.x").tail(1)])
        if whole["a.x"].iloc[11] == whole["a.x"].iloc[10] else spoilt(whole, 11, "a.y"),
        "experiments 9, 10, 11 of": whole.drop(7).reset_index(drop=True),
        "experiments 5, 6, 7, 8 of": twice,
    }
    for number, (words, design) in enumerate(bad.items()):
        result = sweep(tmp_path / str(number), design, np.ones((len(design), 2)))
        with pytest.raises(SampleError, match=words):
            morris(result, "y", REGIME)
    seeded = sweep(tmp_path / "s", whole.assign(seed=1), np.ones((len(whole), 2)))
    with pytest.raises(SampleError, match="share their futures"):
        morris(seeded, "y", REGIME)


def test_missing_values_are_refused_by_the_ids(tmp_path: pathlib.Path) -> None:
    design = sobol_design(UNIT, 4)
    values = design[["a.x", "a.y"]].to_numpy(copy=True)
    values[6, 1] = np.nan
    result = sweep(tmp_path / "nothing", design, values)
    with pytest.raises(SampleError, match="experiment 7 of .* silently ruins"):
        sobol(result, "y", REGIME)
    assert len(sobol(result, "y", REGIME, futures=[1])) == 3
    outcomes = result.outcomes.reset_index().fillna({"y": 0.0})
    outcomes.loc[8, "status"] = "failed"
    experiments = design.assign(experiment_id=range(1, 21))[["experiment_id", *UNIT]]
    for name, frame in (("failed", outcomes), ("absent", outcomes.drop([8, 39]))):
        told = "experiment 5 of" if name == "failed" else "experiments 5, 20 of"
        with pytest.raises(SampleError, match=told):
            sobol(write(tmp_path / name, experiments, frame, None, 1), "y", REGIME)


def test_other_refusals(tmp_path: pathlib.Path) -> None:
    design = sobol_design(UNIT, 4)
    same = sweep(tmp_path / "same", design, np.full((20, 2), 3.5))
    with pytest.raises(SampleError, match="3.5 in all experiments"):
        sobol(same, "y", REGIME)
    for outcome, regime in (("nothing", REGIME), ("y", "weight")):
        with pytest.raises(KeyError, match="no outcome|no regime"):
            sobol(same, outcome, regime)
    other = sweep(tmp_path / "other", design, np.full((20, 2), 3.5), seed=2)
    with pytest.raises(SampleError, match="no parts of one sample"):
        sobol([same, other], "y", REGIME)
    texts = sweep(tmp_path / "texts", design.assign(**{"a.z": "word"}), np.ones((20, 2)))
    with pytest.raises(SampleError, match="no number: a.z"):
        sobol(texts, "y", REGIME)
    with pytest.raises(SampleError, match="fewer blocks than 8"):
        sobol(same, "y", REGIME, size=8)
