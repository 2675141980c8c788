"""One call of the program: its answer, its progress, its own words where it fails."""

from __future__ import annotations

import queue
import re
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any

from tqdm.auto import tqdm

from embargo.errors import EmbargoError

Progress = Callable[[int, int], None]
"""Is told how many things are done, and of how many; 0 where nobody knows."""
PARTIAL = 75
"""The exit code where some replications failed and all others are in the tables."""
GRACE = 1.0
"""Seconds for the program to answer an interruption that has reached it without us."""
_PROGRESS = re.compile(r" *\d+ %, ([\d,]+) of ([\d,]+) ([a-z ]+)")
_OPEN_PROGRESS = re.compile(r"([\d,]+)() ([a-z ]+), \S+ per s$")
"""Progress where nobody knows how much there will be, as with a goal of precision."""


def call(
    words: Sequence[str], title: str | None = None, progress: Progress | None = None,
) -> tuple[str, int]:
    """Runs a command to its end; its standard output, and its exit code, 0 or 75.

    With a title a bar shows how far it is, in a notebook or on a terminal; ``progress`` is told so
    at every line of progress that the command writes. An interruption (Ctrl-C, the notebook's
    stop, or whatever ``progress`` raises) ends the command too, which keeps the rows it has
    finished; a second one kills it.

    Raises EmbargoError with the program's own words for any other exit code.
    """
    # In the process group of its caller: it ends with the terminal or the kernel of a notebook.
    with subprocess.Popen(
        list(words), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8", errors="replace",
    ) as process:
        assert process.stdout and process.stderr
        answer: list[str] = []
        remarks: list[str] = []
        output = process.stdout
        lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        # Both pipes are read at once: the program waits for whoever lets one of them fill.
        readers = [
            _started(lambda: answer.append(output.read())),
            _started(_pass_on, process.stderr, lines),
        ]
        try:
            with _Bar(title) as bar:
                for line in _taken(lines):
                    if not (figures := _PROGRESS.match(line) or _OPEN_PROGRESS.match(line)):
                        remarks.append(line)
                        continue
                    done, total = (int(text.replace(",", "") or 0) for text in figures.group(1, 2))
                    bar.show(done, total, figures[3])
                    if progress:
                        progress(done, total)
            code = process.wait()
        except BaseException as error:
            _end(process, GRACE if isinstance(error, KeyboardInterrupt) else 0)
            raise
        finally:
            for reader in readers:
                reader.join()
    if code not in (0, PARTIAL):
        raise EmbargoError(code, "".join(remarks), words)
    return "".join(answer), code


def _started(work: Callable[..., object], *arguments: object) -> threading.Thread:
    thread = threading.Thread(target=work, args=arguments, daemon=True)
    thread.start()
    return thread


def _pass_on(stream: IO[str], lines: queue.SimpleQueue[str | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def _taken(lines: queue.SimpleQueue[str | None]) -> Iterator[str]:
    """The lines as they come, up to the last.

    It looks up from waiting several times a second, for an interruption that comes just before a
    wait begins would not be noticed before the wait ends.
    """
    while True:
        try:
            line = lines.get(timeout=0.2)
        except queue.Empty:
            continue
        if line is None:
            return
        yield line


def _end(process: subprocess.Popen[str], grace: float) -> None:
    """Waits for the program to end by itself, asks it to, and kills it if we are asked again.

    Terminals and notebooks interrupt the program as well as its caller, and a second signal would
    only cut its orderly end short.
    """
    try:
        try:
            process.wait(timeout=grace)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
            process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise


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

    def show(self, done: int, total: int, noun: str) -> None:
        """Moves the bar of what is counted, or begins it."""
        if not self.title:
            return
        if self.noun != noun:
            self.end()
            self.noun = noun
            self.bar = tqdm(desc=self.title, total=total or None, unit=f" {noun}", leave=False)
        self.bar.update(done - self.bar.n)
