"""The commands as functions: the words they say, and what the program makes of them."""

from __future__ import annotations

import json
import pathlib
import stat
from typing import Any

import numpy as np
import pandas as pd
import pytest

import embargo
from embargo import ReplicationsFailed, commands

ROOT = pathlib.Path(__file__).resolve().parents[3]
JUNE = ROOT / "Scenarios" / "june-2026-directive.json5"
OFFICERS, NEVER = "regulator.licensing_officers", "relief.never_probability"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> list[list[str]]:
    """The words of every call but the first, which names the program; nothing is simulated."""
    calls: list[list[str]] = []

    def call(words: list[str], *_: object) -> tuple[str, int]:
        calls.append(words[1:])
        return json.dumps({"tables": str(tmp_path)}), 0

    (tmp_path / "datapackage.json").write_text('{"resources": []}')
    monkeypatch.setattr(commands, "call", call)
    return calls


def values(words: list[str], option: str) -> list[str]:
    return [value for name, value in zip(words, words[1:]) if name == option]


def test_a_run_without_options(said: list[list[str]]) -> None:
    embargo.run("a.json5")
    assert said == [["run", "a.json5", "--format", "json", "--progress-seconds", "0.2"]]


def test_every_option_of_a_run(said: list[list[str]]) -> None:
    embargo.run(
        pathlib.Path("a.json5"), out=pathlib.Path("o"), regimes=["output", "weight"],
        replications=64, per_draw=2, precision="2%", seed=7, jobs=1, force=True, resume=True,
        progress=False)
    assert said == [[
        "run", "a.json5", "--regimes", "output,weight", "--replications", "64", "--per-draw", "2",
        "--precision", "2%", "--seed", "7", "--format", "json", "--out", "o", "--jobs", "1",
        "--force", "--resume", "--no-progress"]]


def test_settings_are_as_a_scenario_has_them(said: list[list[str]]) -> None:
    settings: dict[str, Any] = {
        "a": 0.1, "b": np.float64(0.3), "c": np.int64(4), "d": "none", "e": True, "f": None,
        "g": {"uniform": [0, np.float64(0.2)]}, "h": ["ace"]}
    embargo.run("a.json5", settings=settings)
    assert values(said[0], "--set") == [
        "a=0.1", "b=0.3", "c=4", "d=none", "e=true", "f=null", 'g={"uniform": [0, 0.2]}',
        'h=["ace"]']


def test_every_option_of_a_sweep(said: list[list[str]]) -> None:
    embargo.sweep(
        "a.json5", vary={"a": (0, 1e-7), "b": (np.float64(0.1), 3)},
        levels={"c": [1, 0.1 + 0.2]}, sampling="lhs", samples=9, timeline=True, regimes=["output"],
        progress=False)
    assert said == [[
        "sweep", "a.json5", "--regimes", "output", "--vary", "a=0:1e-07", "--vary", "b=0.1:3",
        "--levels", "c=1,0.30000000000000004", "--sampling", "lhs", "--samples", "9",
        "--timeline", "--format", "json", "--no-progress"]]


def test_a_design_is_a_file_or_becomes_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    seen: list[tuple[str, str]] = []

    def call(words: list[str], *_: object) -> tuple[str, int]:
        path = pathlib.Path(values(words, "--design")[0])
        seen.append((path.name, path.read_text() if path.exists() else ""))
        return json.dumps({"tables": str(tmp_path)}), 0

    (tmp_path / "datapackage.json").write_text('{"resources": []}')
    monkeypatch.setattr(commands, "call", call)
    frame = pd.DataFrame({"a.b-c": [0.1 + 0.2, 1e-300], "n": [1, 2]}, index=[7, 8])
    embargo.sweep("a.json5", design=frame)
    embargo.sweep("a.json5", design="points.csv")
    assert seen == [
        ("design.csv", "a.b-c,n\n0.30000000000000004,1\n1e-300,2\n"), ("points.csv", "")]


def test_one_text_is_no_list_of_regimes(said: list[list[str]]) -> None:
    with pytest.raises(TypeError, match=r"a list of ids, such as \['output'\]"):
        embargo.run("a.json5", regimes="output")
    assert said == []


def test_replications_that_failed_are_a_warning(tmp_path: pathlib.Path) -> None:
    (tmp_path / "failures.csv").write_text("experiment_id,replication\n1,4\n1,9\n")
    fields = [{"name": name, "type": "integer", "constraints": {"required": True}}
              for name in ("experiment_id", "replication")]
    table = {"name": "failures", "path": "failures.csv", "schema": {"fields": fields}}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [table]}))
    program = tmp_path / "embargo"
    program.write_text(f"#!/bin/sh\necho '{json.dumps({'tables': str(tmp_path)})}'\nexit 75\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with pytest.warns(ReplicationsFailed, match="2 replications failed") as caught:
        result = embargo.run("a.json5", program=program)
    assert list(result.failures["replication"]) == [4, 9]
    (warning,) = (each for each in caught if each.category is ReplicationsFailed)
    assert warning.filename == __file__


def test_a_run(tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out"
    result = embargo.run(
        JUNE, out=out, regimes=["output", "weight"], replications=4, seed=3, progress=False,
        settings={OFFICERS: 200, NEVER: {"uniform": [0, 0.2]}})
    assert result.folder == out and result.regimes == ["output", "weight"]
    assert len(result.outcomes) == 3 * 4
    assert result.scenario["regulator"]["licensing_officers"] == 200
    assert result.draws["relief__never_probability"].between(0, 0.2).all()
    assert result.manifest["inputs"]["seed"] == 3


def test_an_equal_result_is_not_made_again(tmp_path: pathlib.Path) -> None:
    design = pd.DataFrame({OFFICERS: [100, 200]})
    made: list[Any] = []
    for count in (2, 2):
        result = embargo.sweep(
            JUNE, design=design, regimes=["output"], replications=count, out=tmp_path / "out",
            progress=False)
        made.append((result.folder / "runtime.json").stat().st_mtime_ns)
    assert made[0] == made[1]
    with pytest.raises(embargo.EmbargoError) as caught:
        embargo.sweep(JUNE, design=design, regimes=["output"], replications=3,
                      out=tmp_path / "out", progress=False)
    assert caught.value.code == 73
    again = embargo.sweep(JUNE, design=design, regimes=["output"], replications=3,
                          out=tmp_path / "out", force=True, progress=False)
    assert len(again.outcomes) == 2 * 3 * 2


def test_a_sweep_goes_where_the_design_says(tmp_path: pathlib.Path) -> None:
    design = pd.DataFrame({OFFICERS: [100, 200, 300], NEVER: [0.1, 0.1 + 0.2, 0.05]})
    result = embargo.sweep(
        JUNE, design=design, regimes=["output"], replications=1, out=tmp_path / "a",
        progress=False)
    swept = result.experiments.reset_index(drop=True)
    assert list(swept["relief__never_probability"]) == list(design[NEVER])
    assert list(swept["regulator__licensing_officers"]) == list(design[OFFICERS])
    grid = embargo.sweep(
        JUNE, vary={NEVER: (0.0, 0.2)}, levels={OFFICERS: [100, 200]}, samples=3,
        regimes=["output"], replications=1, out=tmp_path / "b", progress=False)
    assert len(grid.experiments) == 3 * 2


def test_a_trace_is_the_history_of_a_run(tmp_path: pathlib.Path) -> None:
    history = embargo.trace(JUNE, "output", replication=2, settings={OFFICERS: 200})
    assert {"day", "actor", "event", "cause", "grounds"} <= set(history.columns)
    assert (history["day"] <= history["last_day"]).all() and history.index[0] == 1
    causes = history["cause"].dropna()
    assert (causes < causes.index).all()
    (order,) = history.index[history["event"] == "order_issued"]
    assert history.loc[order, "date"] == pd.Timestamp("2026-06-12")
    assert history["grounds"].dtype == embargo.trace(JUNE, "none")["grounds"].dtype == "string"


def test_parameters_and_outcomes_have_their_types() -> None:
    frame = embargo.parameters(JUNE)
    assert frame.loc[OFFICERS, "low"] <= frame.loc[OFFICERS, "central"]
    assert list(frame.select_dtypes("number").columns) == ["low", "central", "high"]
    assert set(frame["evidence"].dropna()) <= {"seed", "published", "recalled", "assumed"}
    registry = embargo.outcomes()
    assert registry.loc["market_disruption_pct", "unit"] == "pct"
    assert (registry.dtypes == "string").all()


def test_check_has_every_problem(tmp_path: pathlib.Path) -> None:
    embargo.check(JUNE)
    wrong = tmp_path / "wrong.json5"
    wrong.write_text('{ name: "wrong", replicatons: 4, seed: -1 }')
    with pytest.raises(embargo.EmbargoError) as caught:
        embargo.check(wrong)
    assert caught.value.code == 65
    assert "replicatons" in caught.value.words and "seed" in caught.value.words
