"""What is to be run: the shards of a sweep, their folders and their commands."""

from __future__ import annotations

import dataclasses
import pathlib
import re
from collections.abc import Sequence

from embargo.dask_sweep.worker import OCCUPIED
from embargo.errors import EmbargoError

PROGRESS_SECONDS = 2
"""How often a shard tells how far it is."""
_PROGRESS_OPTIONS = ("--quiet", "--no-progress", "--progress-seconds")


@dataclasses.dataclass(frozen=True)
class Plan:
    """A sweep cut into ``count`` shards of ``jobs`` threads, each made by a process of its own.

    ``words`` are those of the program but for the options that belong to a shard; ``out`` is the
    absolute path of the joined result.
    """

    program: str
    words: Sequence[str]
    out: pathlib.Path
    count: int
    jobs: int

    def folder(self, number: int) -> pathlib.Path:
        """The folder of a shard, by its number from 1."""
        return shards_of(self.out) / f"{number}-of-{self.count}"

    def command(self, number: int) -> list[str]:
        """What makes a shard, or goes on with it."""
        words = [
            self.program, *self.words, "--shard", f"{number}/{self.count}",
            "--jobs", str(self.jobs), "--out", str(self.folder(number)), "--resume",
        ]
        if not {word.split("=")[0] for word in self.words} & set(_PROGRESS_OPTIONS):
            words += ["--progress-seconds", str(PROGRESS_SECONDS)]
        return words

    def merge(self) -> list[str]:
        """What joins the shards."""
        folders = [str(self.folder(number)) for number in range(1, self.count + 1)]
        return [self.program, "merge", *folders, "--out", str(self.out)]


def shards_of(out: pathlib.Path) -> pathlib.Path:
    """The folder of all shards of a result."""
    return out.with_name(out.name + ".shards")


def shard_count(out: pathlib.Path, asked: int | None, at_hand: int) -> int:
    """How many shards: as many as an earlier attempt cut, or as asked, or one for each thread.

    Raises EmbargoError with code 73 where the folders hold something else.
    """
    there = {
        int(match[1])
        for path in shards_of(out).glob("*-of-*")
        if (match := re.fullmatch(r"\d+-of-(\d+)(\.part)?", path.name))
    }
    if there - {asked} and asked or len(there) > 1:
        raise EmbargoError(
            OCCUPIED, f"{shards_of(out)} holds shards of a sweep cut into"
            f" {' and '.join(map(str, sorted(there)))}; remove it, or choose another --out")
    if out.exists() and not there:
        raise EmbargoError(OCCUPIED, f"{out} is there already; choose another --out")
    return there.pop() if there else asked or max(1, at_hand)
