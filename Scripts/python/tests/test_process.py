"""One call: answers, progress, failures in the program's own words, and interruptions."""

from __future__ import annotations

import json
import os
import pathlib
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

import embargo
from embargo import EmbargoError, process
from embargo.process import call

ROOT = pathlib.Path(__file__).resolve().parents[3]
JUNE = ROOT / "Scenarios" / "june-2026-directive.json5"
SAY = "import sys; say = lambda *lines: print(*lines, sep='\\n', file=sys.stderr, flush=True)\n"


def stub(code: str) -> list[str]:
    """The words that run some lines of Python, in which ``say`` writes to standard error."""
    return [sys.executable, "-c", SAY + code]


class Bars(list[Any]):
    """What is drawn, instead of bars on the screen."""

    def __call__(self, **options: Any) -> Any:
        bars, total = self, options["total"]

        class Bar:
            n = 0

            def update(self, more: int) -> None:
                self.n += more
                bars.append((options["desc"], options["unit"].strip(), self.n, total))

            def close(self) -> None:
                bars.append("closed")

        return Bar()


@pytest.fixture
def bars(monkeypatch: pytest.MonkeyPatch) -> Bars:
    drawn = Bars()
    monkeypatch.setattr(process, "tqdm", drawn)
    return drawn


def test_the_answer_and_the_code() -> None:
    assert call(stub("print('été')")) == ("été\n", 0)
    assert call(stub("print('some'); sys.exit(75)")) == ("some\n", 75)


@pytest.mark.parametrize("code", [64, 65, 66, 70, 73, 74, 130, 143, 1])
def test_a_failure_has_the_code_and_the_words_of_the_program(code: int) -> None:
    words = stub(f"print('half an answer'); say('x.json5:3:1: error: no', '1 problem')\n"
                 f"sys.exit({code})")
    with pytest.raises(EmbargoError) as caught:
        call(words)
    assert caught.value.code == code
    assert caught.value.words == "x.json5:3:1: error: no\n1 problem\n"
    assert str(caught.value).startswith("x.json5:3:1: error: no\n1 problem\n(called as: ")
    assert caught.value.command == tuple(words)


def test_a_failure_without_words_is_told_by_its_code() -> None:
    with pytest.raises(EmbargoError, match="the tables cannot be written"):
        call(stub("sys.exit(74)"))
    with pytest.raises(EmbargoError, match="killed by the signal SIGKILL"):
        call(stub("import os; say('a remark'); os.kill(os.getpid(), 9)"))


def test_the_real_program_speaks_for_itself(tmp_path: pathlib.Path) -> None:
    with pytest.raises(EmbargoError, match="did you mean 'foreign_staff_share'") as caught:
        embargo.run(JUNE, settings={"labs.anthropic.foreign_staf_share": 0.2}, out=tmp_path / "x")
    assert caught.value.code == 65
    with pytest.raises(EmbargoError) as caught:
        embargo.check(tmp_path / "no.json5")
    assert caught.value.code == 66


def test_progress_is_taken_and_remarks_are_kept() -> None:
    words = stub("say('one remark', '  8 %, 24 of 300 replications, 39.2 per s, 7.0 s left',\n"
                 "    '1,040 replications, 78.1 per s', '40 replications fail', 'another')\n"
                 "sys.exit(70)")
    with pytest.raises(EmbargoError) as caught:
        call(words)
    assert caught.value.words == "one remark\n40 replications fail\nanother\n"


def test_a_bar_for_each_thing_that_is_counted(bars: Bars) -> None:
    call(stub("say('  8 %, 1,024 of 3,000 replications', ' 50 %, 1,500 of 3,000 replications',\n"
              "    ' 50 %, 1 of 2 tables')"), title="june")
    assert bars == [
        ("june", "replications", 1024, 3000), ("june", "replications", 1500, 3000), "closed",
        ("june", "tables", 1, 2), "closed"]


def test_a_bar_where_nobody_knows_how_much_there_will_be(bars: Bars) -> None:
    call(stub("say('40 replications, 78.1 per s')"), title="june")
    assert bars == [("june", "replications", 40, None), "closed"]


def test_no_bar_without_a_title(bars: Bars) -> None:
    call(stub("say('  8 %, 24 of 300 replications, 39.2 per s, 7.0 s left')"))
    assert bars == []


def test_full_pipes_do_not_stop_it() -> None:
    answer, _ = call(stub("for _ in range(64): print('x' * 16383); say('y' * 16383)"))
    assert len(answer) == 64 * 16384


def signals_when(*conditions: Callable[[], bool]) -> threading.Thread:
    """Interrupts this process as each condition comes true, in turn."""

    def watch() -> None:
        for condition in conditions:
            while not condition():
                time.sleep(0.01)
            os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


ENDS = """
import os, pathlib, signal, time
folder = pathlib.Path({folder!r})
def end(*_):
    say('x' * 200_000)  # More than a pipe holds.
    (folder / 'asked').write_text(str(os.getpid()))
    {then}
signal.signal(signal.SIGINT, end)
(folder / 'ready').touch()
while True: time.sleep(0.01)  # A pause could miss a signal that comes just before it.
"""


def test_an_interruption_asks_the_program_to_end_and_waits_for_it(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "GRACE", 0)
    watch = signals_when((tmp_path / "ready").exists)
    with pytest.raises(KeyboardInterrupt):
        call(stub(ENDS.format(folder=str(tmp_path), then="sys.exit(130)")))
    watch.join()
    assert is_gone(int((tmp_path / "asked").read_text()))


def test_a_second_interruption_kills_it(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "GRACE", 0)
    asked = tmp_path / "asked"
    watch = signals_when(
        (tmp_path / "ready").exists, lambda: asked.exists() and bool(asked.read_text()))
    with pytest.raises(KeyboardInterrupt):
        call(stub(ENDS.format(folder=str(tmp_path), then="pass")))
    watch.join()
    assert is_gone(int(asked.read_text()))


def test_rows_of_an_interrupted_run_are_kept(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(done: int, total: int) -> None:
        if done > 0:
            raise KeyboardInterrupt

    out = tmp_path / "out"
    monkeypatch.setattr(process, "GRACE", 0)
    with pytest.raises(KeyboardInterrupt):
        call([str(embargo.find_program()), "run", str(JUNE), "--regimes", "output", "--out",
              str(out), "--replications", "200", "--progress-seconds", "0"], progress=interrupt)
    with pytest.raises(FileNotFoundError, match="is unfinished: resume=True goes on"):
        embargo.load(out)
    result = embargo.run(
        JUNE, regimes=["output"], replications=200, out=out, resume=True, progress=False)
    runtime = json.loads((result.folder / "runtime.json").read_text())
    assert 0 < runtime["replications_reused"] < 200
    assert len(result.futures("output")) == 200
