"""What the tests of this folder share: the program, results compared, processes that end."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import pathlib
import random
import shlex
import subprocess
import sys
import time
import typing

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = str(ROOT / ".build" / "release" / "embargo")
SCENARIO = "Scenarios/june-2026-directive.json5"
RANGES = {
    "labs.anthropic.gates.nationality_days": (7, 180),
    "labs.anthropic.margin_share": (0.3, 0.65),
    "defence.switch_gain_share": (0.01, 0.06),
}
POINTS, REPLICATIONS, KILLS = 200, 2, 20
SEED = int(os.environ.get("CLUSTER_TEST_SEED") or random.SystemRandom().randrange(10**6))
PATIENCE = 240
"""Seconds until something that never comes is given up; no assertion is on time."""


class Result(typing.NamedTuple):
    """A finished folder, with a hash of each of its files."""

    folder: pathlib.Path
    hashes: dict[str, str]

    @property
    def digest(self) -> str:
        return hashlib.sha256(repr(sorted(self.hashes.items())).encode()).hexdigest()


def result(folder: pathlib.Path) -> Result:
    return Result(folder, {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "runtime.json"
    })


def reused(folder: pathlib.Path) -> int:
    return json.loads((folder / "runtime.json").read_text())["replications_reused"]


def check_same(found: Result, expected: Result, how: str) -> None:
    names = found.hashes.keys() | expected.hashes.keys()
    differing = sorted(n for n in names if found.hashes.get(n) != expected.hashes.get(n))
    assert found.digest == expected.digest, (
        f"{differing} differ between {found.folder} and {expected.folder}\n{replay(how)}")


def replay(how: str) -> str:
    test = os.environ.get("PYTEST_CURRENT_TEST", "").split(" ")[0].split("::")[-1]
    return (f"made by: {how}\nagain, from {ROOT}:"
            f" CLUSTER_TEST_SEED={SEED} {sys.executable} -m pytest Scripts/cluster -k '{test}'")


def run(words: list[str], expected: int = 0) -> subprocess.CompletedProcess[str]:
    """Runs a command at the root to its end, which must be the one expected."""
    done = subprocess.run(
        words, check=False, cwd=ROOT, text=True, capture_output=True, timeout=PATIENCE)
    if done.returncode != expected:
        pytest.fail(
            f"code {done.returncode} instead of {expected}\n{done.stdout}{done.stderr}\n"
            + replay(shlex.join(words)))
    return done


def until(what: str, condition: typing.Callable[[], typing.Any], how: str = "") -> typing.Any:
    """Waits for a condition, and gives what it gives."""
    end = time.monotonic() + PATIENCE
    while not (value := condition()):
        if time.monotonic() > end:
            pytest.fail(f"never came: {what}\n{replay(how)}")
        time.sleep(0.02)
    return value


def missing(what: str) -> typing.NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}, and CI skips nothing")
    pytest.skip(what)


@contextlib.contextmanager
def started(words: list[str], **options: typing.Any) -> typing.Iterator[subprocess.Popen]:
    """A process that is gone afterwards."""
    process = subprocess.Popen(words, cwd=ROOT, text=True, **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()


def pytest_import(name: str) -> typing.Any:
    try:
        return __import__(name)
    except ImportError:
        missing(f"there is no {name} here: Scripts/environment installs it")
