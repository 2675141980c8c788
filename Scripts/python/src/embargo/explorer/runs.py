"""Results of what the page asks for: each simulated once, the oldest forgotten."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import pathlib
import shutil
import tempfile
import threading
import time

from embargo.commands import run
from embargo.explorer.settings import Settings
from embargo.process import Progress
from embargo.result import Result

KEPT = 24
"""Results that are kept; one of 200 futures and five worlds takes some 3 MB."""


@dataclasses.dataclass(frozen=True)
class Run:
    """A finished run: its result, how many seconds it took, and when it ended."""

    result: Result
    seconds: float
    ended: datetime.datetime


class Runs:
    """Runs in a folder, found again by their command and by what the scenario's files held then.

    Several threads may ask at once. A run that its ``progress`` breaks off leaves nothing behind.
    """

    def __init__(self, folder: pathlib.Path, kept: int = KEPT) -> None:
        self._folder = folder
        self._kept = kept
        self._runs: collections.OrderedDict[tuple[str, ...], Run] = collections.OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._runs)

    def run(self, settings: Settings, progress: Progress) -> Run:
        """The run of these settings, simulated unless it is there.

        Raises EmbargoError with the program's own words, and whatever ``progress`` raises.
        """
        key = (stamp(settings.scenario), *settings.words())
        with self._lock:
            if key in self._runs:
                self._runs.move_to_end(key)
                return self._runs[key]
        done = self._simulate(settings, progress)
        with self._lock:
            self._runs[key] = done
            while len(self._runs) > self._kept:
                _, oldest = self._runs.popitem(last=False)
                shutil.rmtree(oldest.result.folder.parent, ignore_errors=True)
        return done

    def _simulate(self, settings: Settings, progress: Progress) -> Run:
        began = time.monotonic()
        own = pathlib.Path(tempfile.mkdtemp(dir=self._folder))
        try:
            result = run(
                settings.scenario, out=own / "result", regimes=settings.regimes,
                replications=settings.replications, seed=settings.seed,
                settings=settings.changes, progress=progress)
        except BaseException:
            shutil.rmtree(own, ignore_errors=True)
            raise
        return Run(result, time.monotonic() - began, datetime.datetime.now())


def stamp(scenario: str) -> str:
    """What tells whether a scenario, or another that it may extend, was written since."""
    path = pathlib.Path(scenario).resolve()
    root = next((p for p in path.parents if p.name == "Scenarios"), path.parent)
    newest = max((file.stat().st_mtime_ns for file in root.rglob("*.json5")), default=0)
    return f"{path} {newest}"
