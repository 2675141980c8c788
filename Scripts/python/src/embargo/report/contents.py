"""What stands on the page, in which order; figures that a result does not allow say why."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable

from embargo import figures
from embargo.words import Path
from embargo.errors import EmbargoError
from embargo.figures import Figure, NotDrawn
from embargo.figures.headlines import DEFENDERS, DISRUPTION, PANELS
from embargo.figures.standings import standing
from embargo.result import Result

Maker = tuple[str, Callable[[], Figure]]
"""What a choice among figures is called, and what makes it."""


@dataclasses.dataclass(frozen=True)
class Block:
    """One figure, or several of which readers choose one; and what could not be drawn, and why."""

    id: str
    choices: list[tuple[str, Figure]]
    missing: list[str]
    choose: str = "Show"
    """What the choice is of, as a label."""
    is_open: bool = False
    """Whether the numbers stand open below the figure."""
    rows: int = 400
    """How many rows of the numbers are told at most."""


@dataclasses.dataclass(frozen=True)
class Section:
    """A heading with what belongs under it."""

    id: str
    title: str
    blocks: list[Block]


def contents(result: Result, experiment: int = 1, program: Path | None = None) -> list[Section]:
    """The sections of the page of a result, of one experiment where it is a sweep."""
    def one(id: str, make: Callable[..., Figure], **more: object) -> Block:
        return block(id, [("", functools.partial(make, result, experiment=experiment))], **more)

    return [
        Section("cost", "What the order costs", [
            one("headline", figures.headline), one("parts", figures.parts)]),
        Section("time", "How things go over time", [
            block("fan", _fans(result, experiment), choose="Series"),
            one("relief", figures.relief)]),
        Section("defence", "Who defends worse, and what it means for security", [
            one("defenders", figures.defenders), one("incidents", figures.incidents)]),
        Section("drivers", "What drives the outcomes", [
            block("drivers", _drivers(result), choose="Outcome and regime", rows=40)]),
        Section("compare", "Regime against regime", [
            block("contrasts", [
                (PANELS[outcome][0], functools.partial(
                    figures.contrasts, result, outcome, experiment))
                for outcome in (DISRUPTION, DEFENDERS)], choose="Outcome"),
            one("regret", figures.regret)]),
        Section("history", "One history", [_histories(result, experiment, program)]),
        Section("evidence", "Assumptions and their evidence", [
            one("assumptions", figures.assumptions, rows=5000)]),
    ]


def block(id: str, makers: Iterable[Maker], **more: object) -> Block:
    """A block of the figures that can be drawn, and the reasons of those that cannot."""
    choices, missing = [], []
    for name, make in makers:
        try:
            choices.append((name, make()))
        except NotDrawn as reason:
            missing.append(f"{name}: {reason}" if name else str(reason))
    return Block(id, choices, list(dict.fromkeys(missing)), **more)  # type: ignore[arg-type]


def _fans(result: Result, experiment: int) -> list[Maker]:
    names = figures.series_of(result) or ["displaced_share"]
    return [(figures.SERIES[name][0] if "timeline" in result.tables else "",
             functools.partial(figures.fan, result, name, experiment)) for name in names]


def _drivers(result: Result) -> list[Maker]:
    return [(f"{PANELS[outcome][0]} under {regime}",
             functools.partial(figures.tornado, result, regime, outcome))
            for outcome in (DISRUPTION, DEFENDERS) for regime in result.regimes]


def _histories(result: Result, experiment: int, program: Path | None) -> Block:
    try:
        worst, replication = figures.typical(result, experiment=experiment)
    except NotDrawn as reason:
        return Block("history", [], [str(reason)])

    def make(regime: str) -> Figure:
        try:
            trace = figures.history_of(result, regime, replication, experiment, program)
        except EmbargoError as error:
            command = (f"embargo trace {result.folder.name}/scenario.resolved.json"
                       f" --regime {regime} --replication {replication}")
            raise NotDrawn(f"The history is not here, since the program did not tell it"
                           f" ({str(error).splitlines()[0]}). To see it: {command}") from error
        why = standing(result, worst, regime, replication, experiment)
        return figures.history(trace, regime, replication, result.regimes, why)

    order = [worst, *(regime for regime in result.regimes if regime != worst)]
    return block("history", [(regime, functools.partial(make, regime)) for regime in order],
                 choose="The same future under", is_open=True)
