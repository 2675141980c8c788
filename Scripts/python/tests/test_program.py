"""Which program is called, when it is built, and what is said where there is none."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator

import pytest

from embargo import ProgramMissing, find_program, program

BUILDS = """#!/bin/sh
echo "$@" >>builds
mkdir -p .build/release
echo "#!/bin/sh" >.build/release/embargo
chmod +x .build/release/embargo
"""


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> Iterator[None]:
    """A folder outside every checkout, a package outside too, nothing named, nothing remembered."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(program, "__file__", str(folder / "program.py"))
    monkeypatch.delenv("EMBARGO", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    program._find.cache_clear()
    yield
    program._find.cache_clear()


@pytest.fixture
def checkout(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A checkout that the current folder lies in, with sources of long ago."""
    root = tmp_path / "checkout"
    for name in ("Package.swift", "Sources/embargo/main.swift"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
        os.utime(root / name, (1e9, 1e9))
    (root / "Scenarios").mkdir()
    monkeypatch.chdir(root / "Scenarios")
    return root


def executable(path: pathlib.Path, text: str = "#!/bin/sh\n") -> pathlib.Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def builds(checkout: pathlib.Path) -> int:
    log = checkout / "builds"
    return len(log.read_text().splitlines()) if log.exists() else 0


def test_the_first_there_is_of_argument_variable_checkout_and_path(
    checkout: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    named, variable, on_path = (
        executable(tmp_path / folder / "embargo") for folder in ("named", "variable", "bin"))
    built = executable(checkout / ".build" / "release" / "embargo")
    monkeypatch.setenv("EMBARGO", str(variable))
    assert find_program(named) == named
    assert find_program() == variable
    monkeypatch.delenv("EMBARGO")
    assert find_program() == built
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert find_program() == on_path


def test_it_says_once_which_one(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = executable(tmp_path / "embargo")
    find_program(named)
    find_program(named)
    assert capsys.readouterr().err == f"embargo: using {named}\n"


def test_a_package_inside_a_checkout_takes_its_program(
    checkout: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    built = executable(checkout / ".build" / "release" / "embargo")
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setattr(program, "__file__", str(checkout / "Scripts" / "program.py"))
    assert find_program() == built


def test_a_relative_path_is_made_absolute(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    executable(tmp_path / "elsewhere" / "embargo")
    assert find_program("./embargo") == tmp_path / "elsewhere" / "embargo"
    monkeypatch.setenv("PATH", ".")
    assert find_program() == tmp_path / "elsewhere" / "embargo"


def test_nothing_there() -> None:
    with pytest.raises(ProgramMissing, match="work in a checkout .* PATH, or .* EMBARGO"):
        find_program()
    with pytest.raises(ProgramMissing, match="there is no program no/such"):
        find_program("no/such")


def test_a_checkout_is_built_where_it_is_not(
    checkout: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    executable(tmp_path / "bin" / "swift", BUILDS)
    assert find_program() == checkout / ".build" / "release" / "embargo"
    assert (checkout / "builds").read_text() == "build -c release --product embargo\n"
    assert "building the program" in capsys.readouterr().err


def test_a_checkout_is_built_again_when_a_source_is_newer(
    checkout: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    executable(tmp_path / "bin" / "swift", BUILDS)
    built = executable(checkout / ".build" / "release" / "embargo")
    find_program()
    assert builds(checkout) == 0
    (checkout / "Sources" / "embargo" / "New.swift").touch()
    os.utime(built, (1e9, 1e9))
    program._find.cache_clear()
    find_program()
    assert builds(checkout) == 1
    program._find.cache_clear()
    find_program()
    assert builds(checkout) == 1


def test_a_build_that_changes_nothing_is_not_made_twice(
    checkout: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    executable(tmp_path / "bin" / "swift", "#!/bin/sh\necho built >>builds\n")
    built = executable(checkout / ".build" / "release" / "embargo")
    os.utime(built, (5e8, 5e8))
    for _ in range(2):
        program._find.cache_clear()
        find_program()
    assert builds(checkout) == 1


def test_what_is_changed_during_a_build_is_built_next_time(
    checkout: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    edit = BUILDS.replace("mkdir", "touch Sources/embargo/main.swift\nmkdir", 1)
    executable(tmp_path / "bin" / "swift", edit)
    for _ in range(2):
        program._find.cache_clear()
        find_program()
    assert builds(checkout) == 2


def test_without_swift_an_old_program_serves(
    checkout: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(ProgramMissing, match="is not built, and there is no Swift toolchain"):
        find_program()
    built = executable(checkout / ".build" / "release" / "embargo")
    os.utime(built, (5e8, 5e8))
    assert find_program() == built
    assert "older than its sources" in capsys.readouterr().err


def test_a_build_that_fails_is_told_in_its_own_words(
    checkout: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    failing = "#!/bin/sh\necho 'compiling' \necho 'error: no such type' >&2\nexit 1\n"
    executable(tmp_path / "bin" / "swift", failing)
    with pytest.raises(ProgramMissing, match="does not build:\ncompiling\nerror: no such type"):
        find_program()
