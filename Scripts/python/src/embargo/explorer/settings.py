"""What is set on the page, and the command line that does the same."""

from __future__ import annotations

import dataclasses
import hashlib
import pathlib
import shlex

from embargo.commands import run_words
from embargo.words import Setting


class Refused(ValueError):
    """What is asked for on the page makes no sense; the words say why and what would."""


@dataclasses.dataclass(frozen=True)
class Settings:
    """A run that the page asks for. ``pinned`` holds the numbers that are no longer left to chance,
    or are others than those of the scenario, by address; a text is what the program reads there."""

    scenario: str
    regimes: tuple[str, ...]
    replications: int
    seed: int
    pinned: tuple[tuple[str, float | str], ...] = ()

    @property
    def untouched(self) -> Settings:
        """The scenario as it stands, over the same futures."""
        return dataclasses.replace(self, pinned=())

    @property
    def changes(self) -> dict[str, Setting]:
        """What is pinned as the program takes it, whole numbers without a point."""
        return {address: int(value) if isinstance(value, float) and value.is_integer() else value
                for address, value in self.pinned}

    def words(self, out: str | None = None) -> list[str]:
        """The words of the command, after the program's name."""
        return run_words(
            self.scenario, out=out, regimes=self.regimes, replications=self.replications,
            seed=self.seed, settings=self.changes)

    @property
    def command(self) -> str:
        """The command line for a shell. Its folder is named after what is asked, so that other
        settings go elsewhere and the same ones find their result again."""
        name = pathlib.Path(self.scenario).stem
        digest = hashlib.sha256(shlex.join(self.words()).encode()).hexdigest()[:8]
        return shlex.join(["embargo", *self.words(f"Results/{name}-explored-{digest}")])


def changes_of(text: str) -> list[tuple[str, str]]:
    """Changes as somebody types them, ``ADDRESS=VALUE`` a line; a value may be a distribution.

    Raises Refused with the line that is none.
    """
    changes = []
    for line in filter(None, map(str.strip, text.splitlines())):
        address, equals, value = line.partition("=")
        if not (address.strip() and equals and value.strip()):
            raise Refused(f"{line!r} is no change: write ADDRESS=VALUE, such as"
                          " relief.never_probability={ uniform: [0, 0.2] }")
        changes.append((address.strip(), value.strip()))
    return changes
