"""One call of the program: its answer, its progress, its own words where it fails."""

from __future__ import annotations

import re
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import Any

from tqdm.auto import tqdm

from embargo.errors import EmbargoError

PARTIAL = 75
"""The exit code where some replications failed and all others are in the tables."""
Progress = Callable[[int, int], None]
"""Is told how many things are done, and of how many."""
_PROGRESS = re.compile(r"^ *\d+ %, ([\d,]+) of ([\d,]+) ([a-z ]+)")


def call(
    words: Sequence[str], title: str | None = None, progress: Progress | None = None,
) -> tuple[str, int]:
    """Runs a command to its end; its standard output, and its exit code, 0 or 75.

    With a title a bar shows how far it is, in a notebook or on a terminal; ``progress`` is told so
    at every line of progress that the command writes. An interruption (Ctrl-C, the notebook's stop,
    or whatever ``progress`` raises) ends the command too, which keeps the rows it has finished.

    Raises EmbargoError with the program's own words for any other exit code.
    """
    process = subprocess.Popen(
        list(words), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, errors="replace", start_new_session=True)
    assert process.stdout and process.stderr
    answer: list[str] = []
    output = process.stdout
    reader = threading.Thread(target=lambda: answer.append(output.read()))
    reader.start()
    remarks = []
    try:
        with _Bar(title) as bar:
            for line in process.stderr:
                figures = _PROGRESS.search(line)
                if not figures:
                    remarks.append(line)
                    continue
                done, total = (int(text.replace(",", "")) for text in figures.groups()[:2])
                bar.shows(done, total, figures[3])
                if progress:
                    progress(done, total)
        code = process.wait()
    except BaseException:
        process.send_signal(signal.SIGINT)
        process.wait()
        raise
    finally:
        reader.join()
        output.close()
        process.stderr.close()
    if code not in (0, PARTIAL):
        raise EmbargoError(code, "".join(remarks), words)
    return "".join(answer), code


class _Bar:
    """A bar for each thing that the program counts; nothing at all without a title."""

    def __init__(self, title: str | None) -> None:
        self.title = title
        self.noun = ""
        self.bar: Any = None

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        if self.bar is not None:
            self.bar.close()

    def shows(self, done: int, total: int, noun: str) -> None:
        if self.title is None:
            return
        if self.noun != noun:
            self.end()
            self.noun = noun
            self.bar = tqdm(desc=self.title, total=total, unit=f" {noun}", leave=False)
        self.bar.update(done - self.bar.n)
