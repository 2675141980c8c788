"""Every figure draws what the tables say, at any width, and says why where it cannot."""

from __future__ import annotations

import itertools
import pathlib
import re
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
import vl_convert
from conftest import SCENARIOS

import embargo
from embargo import figures
from embargo.figures import Figure, NotDrawn, headlines, scales, swings, theme, words
from embargo.figures.standings import standing
from embargo.report import export_figures

FIGURES: dict[str, Callable[[embargo.Result], Figure]] = {
    "headline": figures.headline,
    "parts": figures.parts,
    "fan": figures.fan,
    "relief": figures.relief,
    "defenders": figures.defenders,
    "incidents": figures.incidents,
    "tornado": lambda result: figures.tornado(result, result.regimes[0]),
    "contrasts": figures.contrasts,
    "regret": figures.regret,
    "assumptions": figures.assumptions,
    "history": lambda result: history(result, result.regimes[0]),
}


def history(result: embargo.Result, regime: str) -> Figure:
    return figures.history(figures.history_of(result, regime, 1), regime, 1)


def again(result: embargo.Result) -> embargo.Result:
    """The same result with frames of its own, to be changed by a test."""
    return embargo.load(result.folder)


def svg(figure: Figure, width: int) -> str:
    spec = theme.themed(figure.draw(width), "light").to_dict()
    return str(vl_convert.vegalite_to_svg(spec, vl_version="6.4"))


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_has_words_numbers_and_marks_and_fits_its_width(
    june: embargo.Result, name: str,
) -> None:
    figure = FIGURES[name](june)
    assert figure.title and figure.caption.endswith(".")
    assert re.search(r"\d", figure.alt), "the alternative text tells numbers"
    assert len(figure.data) > 1
    for width in (330, 900):
        drawn = svg(figure, width)
        found = re.search(r'<svg[^>]* width="([\d.]+)"', drawn)
        assert found and float(found[1]) <= 1.06 * width, f"{name} is wider than {width}"
        assert len(re.findall(r'<(path|line|rect)[^>]*aria-roledescription', drawn)) > 1


def test_the_headline_is_that_of_the_summary(june: embargo.Result) -> None:
    told = figures.headline(june).data.set_index(["regime", "outcome"])
    summary = june.summary.xs(1, level="experiment_id")
    assert len(told) == 3 * len(june.regimes)
    for key, row in told.iterrows():
        assert row["mean"] == summary.loc[key, "mean"]
        assert row["median"] == summary.loc[key, "p50"]
        assert row["95 % interval, high"] == summary.loc[key, "ci95_high"]


def test_the_parts_add_up_to_the_disruption(june: embargo.Result) -> None:
    parts = figures.parts(june).data.groupby("regime")["mean, USD"].sum()
    total = june.summary.xs((1, headlines.DISRUPTION_USD), level=("experiment_id", "outcome"))
    for regime, value in parts.items():
        assert value == pytest.approx(total["mean"][regime], rel=1e-9)


def test_relief_ends_at_the_shares_of_the_outcomes(june: embargo.Result) -> None:
    told = figures.relief(june).data.set_index(["regime", "relief"])["share of futures, %"]
    for regime in june.regimes:
        days = june.outcomes.xs(regime, level="regime")["days_to_full_relief"]
        assert told[regime, "full, any route"] == pytest.approx(100 * days.notna().mean())
        routes = [value for (of, kind), value in told.items()
                  if of == regime and kind.startswith("full: ")]
        assert sum(routes) == pytest.approx(told[regime, "full, any route"])


def test_a_fan_is_that_of_the_timeline(june: embargo.Result) -> None:
    told = figures.fan(june, "defender_capability").data.set_index(["regime", "day"])
    table = june.timeline.xs((1, "defender_capability"), level=("experiment_id", "series"))
    for (regime, day), row in table.iterrows():
        assert told.loc[(regime, int(day)), "median"] == row["p50"]


def test_a_history_numbers_its_main_lines_in_order(june: embargo.Result) -> None:
    told = history(june, "model").data
    assert list(told["no"]) == list(range(1, len(told) + 1))
    assert told["day"].is_monotonic_increasing
    assert told["text"].str.contains("the order binds").any()


def test_typical_is_the_future_nearest_the_median(june: embargo.Result) -> None:
    regime, replication = figures.typical(june)
    outcomes = june.outcomes.xs(1, level="experiment_id")[headlines.DISRUPTION]
    assert outcomes.groupby("regime").mean().idxmax() == regime
    mine = outcomes.xs(regime, level="regime")
    apart = (mine - mine.median()).abs()
    assert apart[replication] == apart.min()


def test_one_acting_regime_has_nothing_to_be_compared_with(tmp_path: pathlib.Path) -> None:
    result = embargo.run(
        SCENARIOS / "june-2026-directive.json5", replications=30, regimes=["us-person-support"],
        out=tmp_path / "one", progress=False)
    for draw in (figures.contrasts, figures.regret):
        with pytest.raises(NotDrawn, match="one acting regime"):
            draw(result)
    with pytest.raises(NotDrawn, match="No group of defenders"):
        figures.defenders(result)
    with pytest.raises(NotDrawn, match="0 in every future"):
        figures.tornado(result, "us-person-support", headlines.DEFENDERS)
    assert "0 in every future" in svg(figures.headline(result), 900)


def test_a_sweep_has_no_timeline_and_its_own_experiments(tmp_path: pathlib.Path) -> None:
    result = embargo.sweep(
        SCENARIOS / "june-2026-directive.json5", replications=15, progress=False, samples=3,
        vary={"regulator.licensing_officers": (50.0, 400.0)}, out=tmp_path / "sweep")
    with pytest.raises(NotDrawn, match="--timeline"):
        figures.fan(result)
    second = figures.headline(result, experiment=2).data.set_index(["regime", "outcome"])["mean"]
    assert second["model", headlines.DISRUPTION] == result.summary.loc[
        (2, "model", headlines.DISRUPTION), "mean"]
    drivers = figures.tornado(result, "model").data
    assert "regulator.licensing_officers" in set(drivers["address"])


def test_a_regulator_that_chooses_is_one_regime_with_and_without_orders(
    tmp_path: pathlib.Path,
) -> None:
    result = embargo.run(SCENARIOS / "regulator-chooses.json5", replications=60,
                         out=tmp_path / "chosen", progress=False)
    assert result.regimes == ["chosen"]
    outcomes = result.outcomes.xs("chosen", level="regime")
    with_order = outcomes[outcomes["order_issued"] == 1]
    told = figures.relief(result).data.set_index("relief")
    assert told.loc["full, any route", "futures"] == with_order["days_to_full_relief"].count()
    assert svg(figures.headline(result), 330)


def test_without_relief_in_any_future_the_figure_says_so(june: embargo.Result) -> None:
    result = again(june)
    for column in ("days_to_full_relief", "days_to_partial_relief", "relief_route"):
        result.outcomes[column] = pd.NA
    with pytest.raises(NotDrawn, match="No future has relief"):
        figures.relief(result)
    result.outcomes["order_issued"] = 0
    with pytest.raises(NotDrawn, match="No order takes effect"):
        figures.relief(result)


def test_failed_futures_are_left_out(june: embargo.Result) -> None:
    result = again(june)
    failed = result.outcomes.index.get_level_values("replication") <= 10
    result.outcomes.loc[failed, "status"] = "failed"
    result.outcomes.loc[failed, headlines.DISRUPTION] = np.nan
    whole = figures.relief(june).data.set_index(["regime", "relief"])
    less = figures.relief(result).data.set_index(["regime", "relief"])
    assert (less["futures"] <= whole["futures"].reindex(less.index)).all()
    assert figures.typical(result)[1] > 10
    assert svg(figures.headline(result), 330)


def test_thousands_of_futures_are_told_by_a_hundred_ticks(june: embargo.Result) -> None:
    result = again(june)
    whole = result.outcomes
    result._frames["outcomes"] = pd.concat([whole] * 50)
    counts = headlines.quantiles.strips(result, [headlines.DISRUPTION])["regime"].value_counts()
    assert set(counts) == {100}


def test_swings_find_what_was_planted_and_little_else(june: embargo.Result) -> None:
    result = again(june)
    address = "labs.anthropic.gates.nationality_days"
    drawn = result.draws[address.replace(".", "__")].to_numpy()
    noise = np.random.default_rng(7).normal(size=len(drawn))
    _plant(result, drawn / drawn.std() * 4 + noise)
    found = swings.swings(result, "model", headlines.DISRUPTION)
    assert found.rows["address"][0] == address
    assert abs(found.rows["rho"][0]) > found.chance


def test_the_correlation_is_spearmans_and_a_few_extremes_do_not_hide_a_driver(
    june: embargo.Result,
) -> None:
    result = again(june)
    address = "labs.anthropic.gates.nationality_days"
    drawn = result.draws[address.replace(".", "__")].to_numpy()
    values = drawn / drawn.std() + np.random.default_rng(3).normal(scale=0.5, size=len(drawn))
    values[0] = -1e4
    _plant(result, values)
    found = swings.swings(result, "model", headlines.DISRUPTION)
    assert found.rows["address"][0] == address
    assert found.rows["rho"][0] == pytest.approx(
        pd.Series(drawn).corr(pd.Series(values), method="spearman"))
    assert found.middle == "median"
    told = figures.tornado(result, "model")
    assert "Shown is the median" in told.caption
    assert told.data["rank correlation"][0] == round(found.rows["rho"][0], 3)
    within = (found.rows["rho"].abs() <= found.chance).to_numpy()
    colours = told.draw(900).to_dict()["datasets"].values()
    grey = [row["colour"] == "#7f8790" for rows in colours for row in rows if "colour" in row]
    assert grey == list(within[:len(grey)])


def test_chance_alone_exceeds_its_line_in_about_one_case_of_twenty(june: embargo.Result) -> None:
    result = again(june)
    generator = np.random.default_rng(11)
    exceeded = 0
    for _ in range(40):
        _plant(result, generator.lognormal(size=len(result.draws)))
        found = swings.swings(result, "model", headlines.DISRUPTION)
        exceeded += bool((found.rows["rho"].abs() > found.chance).any())
    assert exceeded <= 7, "a binomial count of 40 at 0.05 is above 7 in one case of 3,000"


def _plant(result: embargo.Result, values: np.ndarray) -> None:
    mine = result.outcomes.index.get_level_values("regime") == "model"
    result.outcomes.loc[mine, headlines.DISRUPTION] = values


def test_regimes_never_share_a_colour_and_shipped_ones_keep_theirs() -> None:
    names = ["weight", *(f"own-{number}" for number in range(30)), "model", "none"]
    found = theme.colours(names)
    assert len(set(found.values())) == len(names)
    assert found["model"] == theme.REGIMES["model"]
    assert theme.colours(reversed(names))["weight"] == found["weight"]


def test_colours_stand_out_from_both_pages() -> None:
    marks = [*theme.colours([*theme.REGIMES, *"abcdefghijkl"]).values(), *theme.PARTS,
             *theme.GRADES.values()]
    for mode, inks in theme.INKS.items():
        for colour in marks:
            assert theme.contrast(colour, inks.page) >= 3, (mode, colour)
        for ink in (inks.ink, inks.faint):
            assert theme.contrast(ink, inks.page) >= 4.5, (mode, ink)


def test_white_numbers_can_be_read_on_every_badge() -> None:
    for colour in theme.colours([*theme.REGIMES, *"abcdefghijkl"]).values():
        assert theme.contrast("#ffffff", theme.ground(colour)) >= 4.5, colour


# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
VISIONS = {
    "usual": np.eye(3),
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                        [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                        [0.004733, 0.691367, 0.303900]]),
}


@pytest.mark.parametrize("vision", VISIONS)
def test_the_four_theories_are_told_apart_by_every_vision(vision: str) -> None:
    seen = {regime: _lab(theme.REGIMES[regime], VISIONS[vision])
            for regime in ("model", "output", "us-person-support", "weight")}
    for one, other in itertools.combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 11, (one, other)


def _lab(colour: str, vision: np.ndarray) -> np.ndarray:
    """CIE L*a*b* (D65) of a colour as seen with a vision."""
    parts = np.array([int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722],
                       [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ (vision @ linear).clip(0, 1) / [0.9505, 1, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("low, high", [(0, 3), (-2, 40), (-1e9, 4e10), (0, 0), (-5, 0)])
@pytest.mark.parametrize("smallest", [0, 1e-5, 0.01, 1])
def test_scales_hold_their_ends_and_zero_and_their_labels_have_room(
    low: float, high: float, smallest: float,
) -> None:
    scale = scales.fitting([smallest, high], low, high)
    assert scale.low <= low <= high <= scale.high and scale.low <= 0 <= scale.high
    if scale.constant is not None:
        for width in (330, 900):
            ticks = scale.ticks(width)
            places = [scale._at(tick) for tick in ticks]
            whole = scale._at(scale.high) - scale._at(scale.low)
            assert 0 in ticks and all(scale.low <= tick <= scale.high for tick in ticks)
            assert all(width * (b - a) >= 46 * whole * 0.999
                       for a, b in itertools.pairwise(places))


@pytest.mark.parametrize("value, told", [
    (0, "0"), (2.4901, "2.49"), (-0.5, "−0.500"), (0.0019683, "0.00197"), (14.5, "14.5"),
    (1720, "1,720"), (261107, "261 k"), (999600, "1.00 m"), (3735222577, "3.74 bn"),
    (1e-6, "under 0.001"), (-1e-6, "between −0.001 and 0"), (float("nan"), "–"), (-41.5, "−41.5"),
])
def test_numbers_have_three_digits(value: float, told: str) -> None:
    assert words.number(value).replace(words.TIGHT, " ") == told


def test_parameters_are_told_however_small() -> None:
    assert words.exact(2.8e-7) == "2.80e−7"


def test_contrasts_tell_all_three_shares_on_a_linear_axis(june: embargo.Result) -> None:
    figure = figures.contrasts(june)
    outcomes = june.outcomes.xs(1, level="experiment_id")[headlines.DISRUPTION].unstack("regime")
    for _, row in figure.data.iterrows():
        one, other = outcomes[row["regime a"]], outcomes[row["regime b"]]
        assert row["share of futures with a higher"] == pytest.approx((one > other).mean())
        assert row["share of futures with b higher"] == pytest.approx((one < other).mean())
    spec = str(figure.draw(900).to_dict())
    assert "symlog" not in spec
    assert re.search(r"higher in .+ of futures, lower in .+, equal in ", spec)


def test_the_median_of_relief_ranks_futures_without_it_last(june: embargo.Result) -> None:
    told = figures.relief(june).data.set_index(["regime", "relief"])
    summary = june.summary.xs((1, "days_to_full_relief"), level=("experiment_id", "outcome"))
    for regime in june.regimes:
        said = told["median day, all futures with an order"][regime, "full, any route"]
        median = summary["p50"][regime]
        assert said == (words.number(median) if pd.notna(median) else said)
        assert pd.notna(median) or said.startswith("over ")


def test_the_largest_part_is_named_only_where_it_leads_clearly(june: embargo.Result) -> None:
    data = figures.parts(june).data
    spec = figures.parts(june).draw(900).to_dict()
    told = {row["regime"]: row["largest"] for rows in spec["datasets"].values()
            for row in rows if "largest" in row}
    for regime, mine in data.groupby("regime"):
        first, second = mine.sort_values("mean, USD", ascending=False)[:2].to_dict("records")
        others = mine[mine["part"] != first["part"]]["95 % interval, high"]
        leads = first["95 % interval, low"] > others.max()
        assert told[regime] == (f"most: {first['part']}" if leads else "")


def test_the_history_says_why_and_where_it_stands(june: embargo.Result) -> None:
    regime, replication = figures.typical(june)
    told = standing(june, regime, regime, replication)
    place = re.search(r"(\d+) % of futures have no more market disruption", told)
    assert place and 45 <= int(place[1]) <= 55
    assert "defender capability loss" in told


def test_every_figure_becomes_a_file(june: embargo.Result, tmp_path: pathlib.Path) -> None:
    written = export_figures(june, tmp_path, ["svg"])
    assert len(written) > 20
    for path in written:
        drawn = path.read_text()
        assert drawn.startswith("<svg") and "not forecasts and not legal advice" in drawn
        assert 'fill="#ffffff"' in drawn, "the page is white"
    captions = (tmp_path / "captions.md").read_text()
    assert all(f"`{path.stem}`" in captions for path in written)
