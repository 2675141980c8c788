"""What can go wrong, in the words of the program."""

from __future__ import annotations

import shlex
import signal
from collections.abc import Sequence

MEANINGS = {
    64: "the command line is wrong",
    65: "a scenario, design or result is wrong",
    66: "there is no such file",
    70: "a bug in the program",
    73: "the folder holds something else; it was left as it is",
    74: "the tables cannot be written",
    130: "interrupted; resume=True goes on",
    143: "terminated; resume=True goes on",
}
"""The exit codes of the program, but for 0 and 75 (some replications failed, the rest is there)."""


class EmbargoError(Exception):
    """The program ended without a result.

    ``code`` is its exit code (below 0: minus the signal that killed it), ``words`` what it said of
    it (for a scenario every problem, with file, line and column), ``command`` the words it was
    called with.
    """

    def __init__(self, code: int, words: str, command: Sequence[str] = ()) -> None:
        super().__init__(code, words, tuple(command))
        self.code = code
        self.words = words
        self.command = tuple(command)

    def __str__(self) -> str:
        lines = [self.words.strip()] if self.words.strip() else []
        if not lines or self.code < 0:
            lines.append(MEANINGS.get(self.code, _ending(self.code)))
        if self.command:
            lines.append(f"(called as: {shlex.join(self.command)})")
        return "\n".join(lines)


def _ending(code: int) -> str:
    if code < 0:
        return f"killed by the signal {signal.Signals(-code).name}"
    return f"ended with code {code}"


class ProgramMissing(EmbargoError):
    """There is no program to call, and it could not be built."""

    def __init__(self, words: str) -> None:
        super().__init__(69, words)


class ReplicationsFailed(UserWarning):
    """Some replications came to no result; ``failures.csv`` says which, the others are there."""


class ResultError(Exception):
    """A folder holds no finished result, or its tables are not what it says of them."""
