"""The explorer without a browser: its plumbing, and its page in Streamlit's own test harness."""

from __future__ import annotations

import dataclasses
import math
import pathlib
import shlex
import subprocess
import sys

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import embargo
from embargo import commands
from embargo.explorer import changes, choice, headline, knobs, sidebar
from embargo.explorer.runs import Runs
from embargo.explorer.settings import Refused, Settings, changes_of

SCENARIOS = pathlib.Path(__file__).parents[3] / "Scenarios"
JUNE = str(SCENARIOS / "june-2026-directive.json5")
SMALL = Settings(JUNE, ("output", "weight"), 12, 7)
NEVER = "relief.never_probability"


def silent(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture(scope="module")
def numbers() -> dict[str, knobs.Knob]:
    return knobs.knobs(embargo.parameters(JUNE))


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    return Runs(tmp_path_factory.mktemp("runs"))


# Which numbers are turned, and over what range


def test_every_number_of_a_scenario_can_be_turned(numbers: dict[str, knobs.Knob]) -> None:
    for knob in numbers.values():
        stops = knob.stops
        assert len(stops) >= 10 or knob.is_whole, knob.address
        assert stops == sorted(set(stops)), knob.address
        assert knob.start in stops and len(stops) <= 3 * knobs.STEPS, knob.address
        assert knob.least <= stops[0] and stops[-1] <= knob.most, knob.address
        if knob.is_drawn:
            assert stops[0] <= knob.low and knob.high <= stops[-1], knob.address
        if knob.is_whole:
            assert all(stop.is_integer() for stop in stops), knob.address
        assert all(float(f"{stop:.3g}") == stop or knob.is_whole for stop in stops[1:-1])


def test_bounds_are_read_as_the_program_writes_them(numbers: dict[str, knobs.Knob]) -> None:
    table = embargo.parameters(JUNE)
    for address, knob in numbers.items():
        text = str(table.loc[address, "bounds"])
        most = "" if knob.most == math.inf else f" to {_as_written(knob.most)}"
        again = f"{_as_written(knob.least)}{most}" if most else f"from {_as_written(knob.least)}"
        assert text == again + (", whole" if knob.is_whole else ""), address


def _as_written(bound: float) -> str:
    return str(int(bound)) if bound.is_integer() else f"{bound:g}"


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.json5")), ids=lambda path: path.stem)
def test_a_dozen_numbers_come_first_in_any_scenario(path: pathlib.Path) -> None:
    first = knobs.first(knobs.knobs(embargo.parameters(path)).values())
    assert len(first) == 12
    assert all(knob.is_drawn for knob in first)


def test_a_title_says_whose_number_it_is(numbers: dict[str, knobs.Knob]) -> None:
    assert numbers["models.openai-next.release_day"].title.startswith("openai-next: day of release")
    assert numbers[NEVER].title == "No negotiated relief ever comes (probability)"


# Settings and their command


def test_the_command_says_all_that_is_set_and_survives_a_shell() -> None:
    settings = dataclasses.replace(
        SMALL, scenario="a folder/o'clock.json5",
        pinned=((NEVER, 0.1), ("regulator.licensing_officers", 200.0),
                ("relief.negotiated_days", "{ uniform: [1, 9] }")))
    words = shlex.split(settings.command)
    assert words[:3] == ["embargo", "run", "a folder/o'clock.json5"]
    assert words[3:-2] == [
        "--regimes", "output,weight", "--replications", "12", "--seed", "7",
        "--set", f"{NEVER}=0.1", "--set", "regulator.licensing_officers=200",
        "--set", "relief.negotiated_days={ uniform: [1, 9] }"]
    said = subprocess.run(["sh", "-c", f"printf '%s\\n' {settings.command}"], text=True,
                          capture_output=True, check=True).stdout
    assert said.splitlines() == words


def test_other_settings_have_another_folder_and_equal_ones_the_same() -> None:
    other = dataclasses.replace(SMALL, seed=8)
    assert shlex.split(SMALL.command)[-1] != shlex.split(other.command)[-1]
    assert SMALL.command == dataclasses.replace(other, seed=7).command


def test_a_pinned_number_keeps_all_its_digits() -> None:
    for value in (0.1 + 0.2, 1e-7, 1 / 3, 123456789.25):
        words = dataclasses.replace(SMALL, pinned=((NEVER, value),)).words()
        assert float(words[-1].split("=")[1]) == value


def test_typed_changes_are_read_line_by_line() -> None:
    assert changes_of("\n a.b = 1 \nc={ uniform: [0, 1] }\n") == [
        ("a.b", "1"), ("c", "{ uniform: [0, 1] }")]
    with pytest.raises(Refused, match="'a.b 1' is no change"):
        changes_of("a.b 1")


def test_the_usual_futures_are_fewer_for_more_regimes_and_more_on_more_cores() -> None:
    assert sidebar.usual_futures(1, 2) > sidebar.usual_futures(4, 2) > sidebar.usual_futures(9, 2)
    assert sidebar.usual_futures(4, 8) > sidebar.usual_futures(4, 2)
    assert sidebar.usual_futures(99, 1) == sidebar.LEAST
    assert sidebar.usual_futures(1, 99) == sidebar.MOST


# Runs


def test_equal_settings_are_simulated_once_and_the_oldest_run_goes(tmp_path: pathlib.Path) -> None:
    runs = Runs(tmp_path, kept=2)
    first = runs.run(SMALL, silent)
    assert runs.run(dataclasses.replace(SMALL), silent) is first
    for seed in (8, 9):
        runs.run(dataclasses.replace(SMALL, seed=seed), silent)
    assert len(runs) == 2 and len(list(tmp_path.iterdir())) == 2
    assert not first.result.folder.exists()
    assert runs.run(SMALL, silent) is not first


def test_an_edited_scenario_is_simulated_again(tmp_path: pathlib.Path) -> None:
    scenario = tmp_path / "Scenarios" / "one.json5"
    for source in SCENARIOS.glob("*.json5"):
        scenario.parent.mkdir(exist_ok=True)
        (scenario.parent / source.name).write_bytes(source.read_bytes())
    scenario.write_text('{ name: "one", title: "One", extends: "june-2026-directive.json5" }')
    runs = Runs(tmp_path)
    settings = dataclasses.replace(SMALL, scenario=str(scenario))
    assert runs.run(settings, silent).result.scenario["title"] == "One"
    scenario.write_text('{ name: "one", title: "Two", extends: "june-2026-directive.json5" }')
    assert runs.run(settings, silent).result.scenario["title"] == "Two"


def test_a_superseded_run_ends_its_program_and_leaves_nothing(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[subprocess.Popen[str]] = []
    popen = subprocess.Popen

    def noted(*words: object, **options: object) -> subprocess.Popen[str]:
        started.append(popen(*words, **options))  # type: ignore[call-overload]
        return started[-1]

    class Superseded(BaseException):
        pass

    def progress(_done: int, _total: int) -> None:
        raise Superseded

    monkeypatch.setattr("embargo.process.subprocess.Popen", noted)
    runs = Runs(tmp_path)
    with pytest.raises(Superseded):
        runs.run(dataclasses.replace(SMALL, replications=100_000), progress)
    assert [process.poll() for process in started] == [130]
    assert len(runs) == 0 and not list(tmp_path.iterdir())


def test_a_wrong_value_is_told_in_the_programs_own_words(runs: Runs) -> None:
    with pytest.raises(embargo.EmbargoError, match="must be from 0 to 1, but is 2") as caught:
        runs.run(dataclasses.replace(SMALL, pinned=((NEVER, 2.0),)), silent)
    assert caught.value.code == 65


# Changes and the headline table


def test_a_paired_difference_is_that_of_the_contrasts(runs: Runs) -> None:
    result = runs.run(SMALL, silent).result
    for outcome in [*headline.HEADLINES, "days_to_partial_relief", "market_disruption_usd"]:
        row = result.contrasts.loc[(1, "output", "weight", outcome)]
        mine = changes.paired(changes.levels(result, "output", outcome)
                              - changes.levels(result, "weight", outcome))
        assert mine.n == row["n"]
        assert [mine.mean, mine.low, mine.high] == pytest.approx(
            [row["mean_difference"], row["ci95_low"], row["ci95_high"]], rel=1e-9, abs=1e-12)


def test_levels_have_the_means_of_the_summary(runs: Runs) -> None:
    result = runs.run(SMALL, silent).result
    for outcome in headline.HEADLINES:
        for regime in result.regimes:
            mean = changes.levels(result, regime, outcome).mean()
            assert mean == pytest.approx(result.summary.loc[(1, regime, outcome), "mean"])


def test_an_unchanged_scenario_shows_no_change_and_a_changed_one_does(runs: Runs) -> None:
    before = runs.run(SMALL, silent).result
    assert {cell.change for row in headline.table(before, before).values()
            for cell in row.values()} == {"no change"}
    after = runs.run(dataclasses.replace(SMALL, pinned=((NEVER, 0.999),)), silent).result
    moved = headline.table(after, before)["output"]["days_to_full_relief"]
    assert moved.change.startswith("change +")


def test_pinning_one_number_leaves_the_luck_of_all_others(runs: Runs) -> None:
    before = runs.run(SMALL, silent).result.draws
    after = runs.run(dataclasses.replace(SMALL, pinned=((NEVER, 0.5),)), silent).result.draws
    others = [name for name in before if name != "relief__never_probability"]
    pd.testing.assert_frame_equal(before[others], after[others])


def test_no_pair_and_one_pair_of_futures_have_no_interval() -> None:
    assert changes.paired(pd.Series([], dtype="float64")).n == 0
    assert math.isnan(changes.paired(pd.Series([2.0])).low)


# Which history


def test_worst_best_and_median_are_what_they_say(runs: Runs) -> None:
    result = runs.run(SMALL, silent).result
    for outcome in headline.HEADLINES:
        values = changes.levels(result, "output", outcome).droplevel("experiment_id")
        picked = [values[choice.replication(result, "output", outcome, word)]
                  for word in ("best", "nearest the median", "worst")]
        assert picked == sorted(picked)
        assert picked[0] == values.min() and picked[2] == values.max()
        distance = (values - values.median()).abs()
        assert abs(picked[1] - values.median()) == distance.min()


def test_a_future_without_a_value_cannot_be_chosen(runs: Runs) -> None:
    result = runs.run(SMALL, silent).result
    with pytest.raises(Refused, match="no future under none has a value of days_to_full_relief"):
        choice.replication(result, "none", "days_to_full_relief", "worst")


# The page


def _script(scenario: str, folder: str) -> None:
    from embargo.explorer.app import page
    page(scenario, folder)


@pytest.fixture
def page(tmp_path: pathlib.Path) -> AppTest:
    test = AppTest.from_function(_script, args=(JUNE, str(tmp_path)), default_timeout=120)
    test.session_state["futures"] = sidebar.LEAST
    test.session_state["regimes"] = ["output", "weight"]
    return test.run()


def test_the_page_has_a_dozen_sliders_and_no_exception(page: AppTest) -> None:
    assert not page.exception and not page.error
    assert len(page.select_slider) == 12
    assert "output" in _table(page) and "change" not in _cells(page)
    assert any("not forecasts and not legal advice" in text.value for text in page.caption)


def test_a_moved_slider_is_pinned_and_moves_the_numbers_and_reset_undoes_it(page: AppTest) -> None:
    before = _table(page)
    slider = page.select_slider(f"value of {NEVER}")
    slider.set_value(slider.options and 1.0).run()
    assert not page.exception
    assert page.checkbox(f"{NEVER} is pinned").value
    assert _table(page) != before and "class='change" in _table(page)
    page.button[0].click().run()
    assert _table(page) == before
    assert not page.checkbox(f"{NEVER} is pinned").value


def test_unpinning_gives_the_number_back_to_chance(page: AppTest) -> None:
    before = _table(page)
    page.select_slider(f"value of {NEVER}").set_value(1.0).run()
    page.checkbox(f"{NEVER} is pinned").uncheck().run()
    assert _table(page) == before
    assert page.select_slider(f"value of {NEVER}").value != 1.0


def test_any_other_number_gets_a_slider(page: AppTest) -> None:
    page.selectbox("search").set_value("regulator.licensing_officers").run()
    assert not page.exception and len(page.select_slider) == 13
    assert page.selectbox("search").value is None
    page.select_slider("value of regulator.licensing_officers").set_value(300.0).run()
    assert not page.exception and "class='change" in _table(page)


def test_a_wrong_value_shows_the_programs_words_and_no_traceback(page: AppTest) -> None:
    page.text_area("other changes").set_value(f"{NEVER}=2").run()
    assert not page.exception
    assert "must be from 0 to 1, but is 2" in page.code[0].value
    page.text_area("other changes").set_value(f"{NEVER} 2").run()
    assert not page.exception and "is no change" in page.error[0].value


def test_a_history_is_told_with_causes_and_grounds_and_filtered(page: AppTest) -> None:
    page.session_state["tab"] = "One history"
    page.run()
    assert not page.exception
    everything = page.dataframe[0].value
    assert {"cause", "grounds"} <= set(everything.columns)
    page.text_input("history search").set_value("15 CFR").run()
    some = page.dataframe[0].value
    assert 0 < len(some) < len(everything) and some["grounds"].str.contains("15 CFR").all()
    page.selectbox("history choice").set_value("by number").run()
    page.number_input("history number").set_value(3).run()
    assert not page.exception
    assert any("future 3" in text.value for text in page.markdown)


def test_the_command_is_shown_as_it_is_typed(page: AppTest) -> None:
    page.session_state["tab"] = "The command"
    page.select_slider(f"value of {NEVER}").set_value(1.0).run()
    wanted = Settings(JUNE, ("output", "weight"), sidebar.LEAST, 20260612, ((NEVER, 1.0),))
    assert page.code[0].value == wanted.command


def test_no_regime_is_asked_for_kindly(page: AppTest) -> None:
    page.multiselect("regimes").set_value([]).run()
    assert not page.exception and page.info


def _table(page: AppTest) -> str:
    return next(str(block.proto.body) for block in page.get("html")
                if "headline" in block.proto.body and "<table>" in block.proto.body)


def _cells(page: AppTest) -> list[str]:
    return [part for part in _table(page).split("<span") if "class='change" in part]


# The command


@pytest.mark.parametrize(("words", "code", "said"), [
    ([], 64, "SCENARIO"),
    (["nothing.json5"], 66, "there is no file nothing.json5"),
    ([JUNE, "--port", "0"], 64, "a port is a number from 1 to 65535"),
    ([JUNE, "--prot", "1"], 64, "--prot"),
])
def test_a_wrong_command_line_says_so(words: list[str], code: int, said: str) -> None:
    done = _explore(*words)
    assert done.returncode == code and said in done.stderr


def test_a_wrong_scenario_is_told_before_anything_is_served(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "wrong.json5"
    path.write_text('{ name: "wrong", tilte: "Wrong" }')
    done = _explore(str(path))
    assert done.returncode == 65 and "unknown key 'tilte'" in done.stderr


def test_help_has_examples() -> None:
    done = _explore("--help")
    assert done.returncode == 0
    assert "Scripts/explore Scenarios/june-2026-directive.json5" in done.stdout


def _explore(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "embargo.explorer", *words], text=True, capture_output=True,
        check=False, timeout=120)


def test_the_regimes_of_a_scenario_are_those_it_runs(runs: Runs) -> None:
    listed = list(commands.regimes(JUNE).index.unique("regime"))
    assert sorted(listed) == ["model", "output", "us-person-support", "weight"]
    assert set(listed) < set(commands.regimes().index.unique("regime"))
