"""Results that several tests read: made once, small, the same at every call."""

from __future__ import annotations

import functools
import pathlib
import tempfile

import embargo
from embargo.process import call

ROOT = pathlib.Path(__file__).resolve().parents[3]
JUNE = ROOT / "Scenarios" / "june-2026-directive.json5"
REFERENCE = ROOT / "Results" / "reference" / "june-2026-directive"


@functools.cache
def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder that lasts as long as the tests."""
    return tempfile.TemporaryDirectory(prefix="embargo-tests-")


@functools.cache
def run(replications: int, per_draw: int | None = None) -> pathlib.Path:
    """The June scenario under all its regimes."""
    out = pathlib.Path(scratch().name) / f"run-{replications}-{per_draw}"
    return embargo.run(
        JUNE, replications=replications, per_draw=per_draw, out=out, progress=False).folder


@functools.cache
def sweep() -> pathlib.Path:
    """Two points of a parameter and of the seed, with time courses."""
    levels: dict[str, list[float]] = {
        "labs.anthropic.foreign_staff_share": [0.1, 0.45], "seed": [1, 2]}
    return embargo.sweep(
        JUNE, regimes=["output"], levels=levels, timeline=True, replications=3, progress=False,
        out=pathlib.Path(scratch().name) / "sweep").folder


@functools.cache
def backtest() -> pathlib.Path:
    """The back-test on dated cases."""
    out = pathlib.Path(scratch().name) / "backtest"
    history = ROOT / "Scenarios" / "history"
    call([str(embargo.find_program()), "backtest", "--replications", "100", "--out", str(out),
          "--cases", str(history / "cases.json"), "--scenario", str(history / "stand-in.json5")])
    return out
