"""The command that writes the page: where it writes, and how it fails."""

from __future__ import annotations

import hashlib
import pathlib
import shutil

import pytest

import embargo
from embargo.report import report
from embargo.report.__main__ import main


def hashes(folder: pathlib.Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.iterdir()}


def test_the_page_stands_beside_the_result_which_stays_as_it_is(
    june: embargo.Result, june_page: pathlib.Path,
) -> None:
    assert june_page == june.folder.with_name("june-report.html")
    assert embargo.load(june.folder).summary is not None
    assert not list(june.folder.glob("*.html"))


def test_a_page_inside_the_result_is_refused(
    june: embargo.Result, capsys: pytest.CaptureFixture[str],
) -> None:
    before = hashes(june.folder)
    assert main([str(june.folder), "--out", str(june.folder / "page.html")]) == 65
    assert "never changed" in capsys.readouterr().err
    assert hashes(june.folder) == before


def test_without_a_program_the_page_says_how_to_see_a_history(
    june: embargo.Result, tmp_path: pathlib.Path,
) -> None:
    page = report(june, tmp_path / "page.html", program=tmp_path / "absent").read_text()
    assert "embargo trace june/scenario.resolved.json --regime model --replication" in page
    assert 'id="history-model"' not in page


@pytest.mark.parametrize("arguments, code, said", [
    ([], 64, "RESULT|SCENARIO"),
    (["x", "--colour", "red"], 64, "--colour"),
    (["nowhere"], 66, "nowhere"),
    (["nowhere.json5"], 66, "there is no scenario nowhere.json5"),
    ([str(pathlib.Path(__file__).parent)], 65, "no datapackage.json"),
    ([str(pathlib.Path(__file__))], 65, ""),
])
def test_a_wrong_call_ends_in_words(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        ended = main(arguments)
    except SystemExit as stop:
        ended = int(stop.code or 0)
    told = capsys.readouterr().err
    assert ended == code
    assert said in told and "Traceback" not in told


def test_a_table_changed_by_hand_is_noticed(
    june: embargo.Result, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str],
) -> None:
    copy = tmp_path / "june"
    shutil.copytree(june.folder, copy)
    with (copy / "summary.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert main([str(copy)]) == 65
    assert "summary.csv is not the table that was written" in capsys.readouterr().err


def test_an_experiment_that_is_not_there_is_named(
    june: embargo.Result, capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([str(june.folder), "--experiment", "7"]) == 65
    assert "no experiment 7" in capsys.readouterr().err


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    told = capsys.readouterr().out
    assert stop.value.code == 0
    assert "Scripts/report Results/june-2026-directive" in told and "exit codes" in told
