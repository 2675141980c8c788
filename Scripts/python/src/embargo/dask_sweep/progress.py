"""Shards and replications done, rate and time left, on standard error."""

from __future__ import annotations

import shutil
import sys
import time


class Progress:
    """How far ``count`` shards are. Nothing but remarks is shown unless ``is_shown``."""

    def __init__(self, count: int, is_shown: bool = True) -> None:
        self.count = count
        self.is_shown = is_shown
        self.finished: set[int] = set()
        self.replications: dict[int, tuple[int, int]] = {}
        self.rates: dict[int, float] = {}
        self.heard: dict[int, float] = {}
        self.start = self.shown = time.monotonic()
        self.is_terminal = sys.stderr.isatty()

    def hear(self, number: int, done: int, total: int) -> None:
        """A shard has told how far it is."""
        now, before = time.monotonic(), self.replications.get(number)
        if before and number in self.heard and now > self.heard[number]:
            self.rates[number] = (done - before[0]) / (now - self.heard[number])
        self.replications[number], self.heard[number] = (done, total), now

    def begin(self, number: int) -> None:
        """A shard is at a worker, and what it tells next is no measure of its rate."""
        self.heard.pop(number, None)
        self.rates.pop(number, None)

    def finish(self, number: int) -> None:
        """A shard is complete."""
        self.finished.add(number)
        self.rates.pop(number, None)
        if number in self.replications:
            total = self.replications[number][1]
            self.replications[number] = (total, total)

    def show(self) -> None:
        """Draws the bar over itself on a terminal, else writes a line every ten seconds."""
        now = time.monotonic()
        if not self.is_shown:
            return
        if self.is_terminal:
            so_far, total = self.figures()
            full = 24 * so_far // total
            bar = ("=" * full + ">" * (full < 24)).ljust(24)
            width = shutil.get_terminal_size().columns - 1
            text = f"[{bar}] {self.line()}"[:width]
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
        elif now - self.shown >= 10:
            self.shown = now
            print(self.line(), file=sys.stderr, flush=True)

    def end(self) -> None:
        """Says how far it came."""
        if self.is_shown:
            self.remark(self.line())

    def remark(self, words: str) -> None:
        """Says something between two lines of progress."""
        print("\r\033[K" * self.is_terminal + words, file=sys.stderr, flush=True)

    def figures(self) -> tuple[int, int]:
        """Replications so far and in all, or shards where none has told of its replications yet."""
        if not self.replications:
            return len(self.finished), self.count
        # Shards differ by one replication at most, so those heard of tell of the others.
        known = self.replications.values()
        total = sum(total for _, total in known) * self.count // len(known)
        silent = len(self.finished - self.replications.keys())
        return sum(done for done, _ in known) + silent * total // self.count, total

    def line(self) -> str:
        """One line: shards, replications, rate and time left, as far as they are known."""
        done = len(self.finished)
        text = f"{done} of {self.count} shards"
        so_far, total = self.figures()
        if self.replications:
            text += f", about {so_far:,} of {total:,} replications"
            if rate := sum(self.rates.values()):
                text += f", {rate:.3g} per s, {duration((total - so_far) / rate)} left"
        elif done:
            seconds = (time.monotonic() - self.start) / done
            text += f", {60 / seconds:.3g} per min, {duration((self.count - done) * seconds)} left"
        return text


def duration(seconds: float) -> str:
    """A length of time: ``8 s``, ``2 min 05 s``, ``3 h 20 min``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"
