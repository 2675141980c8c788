"""A scenario as a model of the EMA Workbench, whose experiments run a batch per process.

    from ema_workbench import perform_experiments
    from embargo.workbench import BatchEvaluator, EmbargoModel

    model = EmbargoModel(
        "Scenarios/june-2026-directive.json5", replications=20,
        uncertainties=["relief.never_probability", "labs.anthropic.foreign_staff_share"],
        levers={"regulator.licensing_officers": (50, 400)})
    experiments, outcomes = perform_experiments(
        model, scenarios=100, policies=model.policies(), evaluator=BatchEvaluator(model))

The Workbench runs experiments one by one. Starting the program for each would cost more than many
of them take, so ``BatchEvaluator`` collects all experiments of a call, makes one design of them,
and runs one ``embargo sweep``. With the Workbench's own evaluators the results are the same, to the
last bit, and take a process for each experiment.

What is made is deleted once it is read. For tables that stay, and for long sweeps that can be
interrupted, use ``embargo.sweep`` with a design.
"""

from __future__ import annotations

import collections
import difflib
import json
import pathlib
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
from ema_workbench import (
    CategoricalParameter, IntegerParameter, Policy, RealParameter, ScalarOutcome)
from ema_workbench.em_framework.evaluators import BaseEvaluator
from ema_workbench.em_framework.model import AbstractModel
from ema_workbench.em_framework.points import experiment_generator

from embargo import commands
from embargo.process import call
from embargo.program import find_program
from embargo.result import Result
from embargo.words import Path, Setting

HEADLINES = ("market_disruption_pct", "defender_capability_loss_pct")
CHOSEN = "chosen"
"""The one regime of a scenario whose regulator chooses the theory itself."""
Ranges = Sequence[str] | Mapping[str, tuple[float, float] | None]
"""Addresses; with a range for some, or for those that are fixed numbers of the scenario."""
Case = tuple[str, tuple[Any, ...]]
"""An experiment: its regime, and the values of what is swept."""
_REGIME = "regime"
_KINDS = {
    "higher is worse": ScalarOutcome.MINIMIZE, "higher is better": ScalarOutcome.MAXIMIZE,
    "neutral": ScalarOutcome.INFO,
}


class EmbargoModel(AbstractModel):  # type: ignore[misc]
    """A scenario with uncertainties, levers and outcomes.

    - ``uncertainties``: addresses; a range is the 5 % to 95 % range of the scenario's distribution
      unless it is given. By default every uncertain number.
    - ``levers``: addresses, likewise; by default none but the regime.
    - ``regimes``: the ids of regimes among which the lever ``regime`` chooses (default: those of
      the scenario). One alone is no lever; ``["chosen"]`` where the regulator chooses itself.
    - ``outcomes``: ids; an outcome of an experiment is its mean over the replications under the
      experiment's regime, as in ``summary.csv``, NaN where it is empty there. It is to be minimized
      where higher is worse, maximized where higher is better. ``units`` and ``meanings`` tell of
      them.
    - ``replications``, ``seed``, ``settings``, ``jobs``, ``program``: as for ``embargo.sweep``.
    - ``name``: letters and digits (default: those of the scenario's file).

    Parameters are named as columns of a result (``relief__never_probability``), for the Workbench
    wants identifiers; their ``variable_name`` is the address, and a Constant's name is one. What an
    experiment fixes is no longer drawn; all else is drawn as in the scenario, and the same in all
    experiments.

    Raises ValueError for an address, outcome or range that is not to be had.
    """

    def __init__(
        self, scenario: Path, *, uncertainties: Ranges | None = None, levers: Ranges = (),
        regimes: Sequence[str] | None = None, outcomes: Sequence[str] = HEADLINES,
        replications: int | None = None, seed: int | None = None,
        settings: Mapping[str, Setting] | None = None, jobs: int | None = None,
        name: str | None = None, program: Path | None = None,
    ) -> None:
        super().__init__(name or re.sub("[^a-zA-Z0-9]", "", pathlib.Path(scenario).stem))
        self.scenario = scenario
        self.options: dict[str, Any] = {
            "replications": replications, "seed": seed, "settings": settings, "jobs": jobs,
            "program": program,
        }
        self.regimes = list(_regimes(scenario, program) if regimes is None else regimes)
        numbers = commands.parameters(scenario, program=program)
        if uncertainties is None:
            uncertainties = list(numbers.index[numbers["low"] < numbers["high"]])
        self.uncertainties: Any = [_parameter(*item, numbers) for item in _items(uncertainties)]
        self.levers: Any = [_parameter(*item, numbers) for item in _items(levers)]
        if len(self.regimes) > 1:
            self.levers += [CategoricalParameter(_REGIME, self.regimes)]
        registry = commands.outcomes(program=program)
        self.outcomes: Any = [_outcome(each, registry) for each in outcomes]
        self.units: dict[str, str] = registry["unit"].loc[list(outcomes)].to_dict()
        self.meanings: dict[str, str] = registry["meaning"].loc[list(outcomes)].to_dict()

    def policies(self) -> list[Policy]:
        """A policy for each regime, under its id; other levers stay as the scenario has them."""
        chooses = len(self.regimes) > 1
        return [Policy(each, **({_REGIME: each} if chooses else {})) for each in self.regimes]

    def run_model(self, scenario: Any, policy: Any) -> None:
        """Runs one experiment in a process of its own, for the Workbench's own evaluators."""
        (self.outcomes_output,) = self.run_batch([(scenario, policy)], progress=False)

    def run_batch(self, pairs: Sequence[tuple[Any, Any]], progress: bool) -> list[dict[str, Any]]:
        """The program's outcomes for pairs of scenario and policy, in their order.

        One process runs them all, or one for each set of addresses, where they fix different ones.

        Raises EmbargoError with the program's own words, ValueError for what the model lacks.
        """
        points = [self._point(scenario, policy) for scenario, policy in pairs]
        made: dict[int, dict[str, Any]] = {}
        for swept in dict.fromkeys(tuple(values) for _, values in points):
            places = [place for place, (_, values) in enumerate(points) if tuple(values) == swept]
            cases = [(points[place][0], tuple(points[place][1].values())) for place in places]
            made |= zip(places, self._outcomes_of(swept, cases, progress), strict=True)
        return [made[place] for place in range(len(points))]

    def _point(self, scenario: Any, policy: Any) -> tuple[str, dict[str, Any]]:
        """The regime of an experiment, and what it fixes by address."""
        given = {**scenario, **policy}
        parameters = [*self.uncertainties, *self.levers]
        if strange := given.keys() - {each.name for each in parameters}:
            raise ValueError(
                f"{self.name} has no uncertainty or lever {_listed(strange)}; there are: "
                + _listed(each.name for each in parameters))
        values: dict[str, Any] = {each.name: each.value for each in self.constants}
        for each in parameters:
            value = given.get(each.name, each.default)
            if value is not None:
                values |= dict.fromkeys(each.variable_name, value)
        regime = values.pop(_REGIME, self.regimes[0] if len(self.regimes) == 1 else None)
        if regime is None:
            raise ValueError(
                f"policy '{policy.name}' names no regime; policies=model.policies() has one for"
                " each, and so has any sample of the levers")
        return regime, values

    def _outcomes_of(
        self, swept: tuple[str, ...], cases: Sequence[Case], progress: bool
    ) -> Iterator[dict[str, Any]]:
        """The outcomes of cases, by one process."""
        design, regimes, experiments = _design(swept, cases)
        if regimes == [CHOSEN]:
            regimes = None
        with tempfile.TemporaryDirectory() as folder:
            options = {
                **self.options, "regimes": regimes, "out": pathlib.Path(folder) / "result",
                "progress": progress,
            }
            result = (commands.run(self.scenario, **options) if design.columns.empty
                      else commands.sweep(self.scenario, design=design, **options))
            means = _means(result)
        wanted = [name for outcome in self.outcomes for name in outcome.variable_name]
        if strange := set(wanted) - set(means.columns):
            raise ValueError(f"there is no outcome {_listed(strange)}")
        for case in cases:
            row = (experiments[case], case[0])
            if row not in means.index:
                raise ValueError(
                    f"the regulator of {self.scenario} chooses the regime itself:"
                    f" say regimes=['{CHOSEN}']")
            yield {name: means.at[row, name] for name in wanted}


class BatchEvaluator(BaseEvaluator):  # type: ignore[misc]
    """Runs all experiments of a call by one process of the program for each model.

    For ``perform_experiments(…, evaluator=BatchEvaluator(model))``, or as the Workbench's own::

        with BatchEvaluator(model) as evaluator:
            evaluator.optimize(nfe=1000, epsilons=[0.1, 0.1])

    where every generation is a batch. ``progress`` shows a bar of the replications; the Workbench's
    own bar counts experiments, which all end at once.
    """

    def __init__(
        self, models: EmbargoModel | Sequence[EmbargoModel], progress: bool = True
    ) -> None:
        super().__init__(models)
        for model in self._msis:
            if not isinstance(model, EmbargoModel):
                raise TypeError(f"{model} is no EmbargoModel, and its experiments are no batch")
        self.progress = progress

    def initialize(self) -> None:
        """Nothing is needed before."""

    def finalize(self) -> None:
        """Nothing is left behind."""

    def evaluate_experiments(
        self, scenarios: Any, policies: Any, callback: Callable[[Any, Any], None],
        combine: str = "factorial", **_: Any,
    ) -> None:
        """Runs what the Workbench has sampled. Raises EmbargoError with the program's words."""
        experiments = list(experiment_generator(scenarios, self._msis, policies, combine=combine))
        for model in self._msis:
            mine = [each for each in experiments if each.model_name == model.name]
            made = model.run_batch([(each.scenario, each.policy) for each in mine], self.progress)
            for experiment, outputs in zip(mine, made, strict=True):
                model.outcomes_output = outputs
                callback(experiment, dict(model.outcomes_output))


def _regimes(scenario: Path, program: Path | None) -> list[str]:
    words = ["list", "regimes", str(scenario), "--format", "json"]
    answer, _ = call([str(find_program(program)), *words])
    return list(json.loads(answer)["regimes"])


def _items(ranges: Ranges) -> list[tuple[str, tuple[float, float] | None]]:
    if isinstance(ranges, Mapping):
        return list(ranges.items())
    return [(address, None) for address in ranges]


def _parameter(
    address: str, ends: tuple[float, float] | None, numbers: pd.DataFrame
) -> RealParameter | IntegerParameter:
    if address not in numbers.index:
        near = difflib.get_close_matches(address, numbers.index, 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        raise ValueError(f"the scenario has no number '{address}'{hint}")
    low, high = map(float, ends or numbers.loc[address, ["low", "high"]])
    if not low < high:
        raise ValueError(
            f"{address} is not uncertain here: give a range, {{'{address}': (low, high)}}")
    kind = IntegerParameter if numbers.loc[address, "bounds"].endswith("whole") else RealParameter
    name = address.replace(".", "__").replace("-", "_")
    return kind(name, low, high, variable_name=address)


def _outcome(name: str, registry: pd.DataFrame) -> ScalarOutcome:
    if name not in registry.index:
        near = difflib.get_close_matches(name, registry.index, 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        raise ValueError(f"there is no outcome '{name}'{hint}")
    return ScalarOutcome(name, kind=_KINDS[registry.loc[name, "sign"]])


def _design(
    swept: tuple[str, ...], cases: Sequence[Case]
) -> tuple[pd.DataFrame, list[str] | None, dict[Case, int]]:
    """The design of some cases, the regimes of all its experiments, the experiment of each case.

    Where every point is wanted under the same regimes a point is an experiment, and its future
    without action is lived through once. Otherwise each case is, by a column of regimes.
    """
    regimes: dict[tuple[Any, ...], set[str]] = collections.defaultdict(set)
    for regime, values in cases:
        regimes[values].add(regime)
    shared = frozenset(next(iter(regimes.values())))
    if all(each == shared for each in regimes.values()):
        numbers = {values: number for number, values in enumerate(regimes, 1)}
        design = pd.DataFrame(list(regimes), columns=list(swept))
        return design, sorted(shared), {case: numbers[case[1]] for case in cases}
    rows = {case: number for number, case in enumerate(dict.fromkeys(cases), 1)}
    table = [[regime, *values] for regime, values in rows]
    return pd.DataFrame(table, columns=[_REGIME, *swept]), None, rows


def _means(result: Result) -> pd.DataFrame:
    """A row for each experiment and regime, a column for each outcome."""
    return result.summary["mean"].unstack("outcome")


def _listed(names: Any) -> str:
    return ", ".join(sorted(names))
