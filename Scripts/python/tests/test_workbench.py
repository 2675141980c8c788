"""The model of the EMA Workbench: a batch per process, and the program's own numbers."""

from __future__ import annotations

import pathlib
import pickle
import shlex
from typing import Any

import ema_workbench
import numpy as np
import pandas as pd
import pytest
from ema_workbench import Policy, Scenario, perform_experiments

import embargo
from embargo import EmbargoError
from embargo.workbench import HEADLINES, BatchEvaluator, EmbargoModel

ROOT = pathlib.Path(__file__).resolve().parents[3]
JUNE = ROOT / "Scenarios" / "june-2026-directive.json5"
OFFICERS, NEVER = "regulator.licensing_officers", "relief.never_probability"
STAFF = "labs.anthropic.foreign_staff_share"
REGIMES = ["output", "weight"]
COUNT = 3
"""Replications of each experiment."""


class Counted:
    """The program, and what it was called for."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.log = folder / "calls"
        self.path = folder / "embargo"
        program = shlex.quote(str(embargo.find_program()))
        self.path.write_text(
            f'#!/bin/sh\necho "$1" >>{shlex.quote(str(self.log))}\nexec {program} "$@"\n')
        self.path.chmod(0o755)

    def simulations(self) -> list[str]:
        """The commands that simulated something, since last asked."""
        calls = self.log.read_text().split() if self.log.exists() else []
        self.log.write_text("")
        return [call for call in calls if call in ("run", "sweep")]


@pytest.fixture
def counted(tmp_path: pathlib.Path) -> Counted:
    return Counted(tmp_path)


def model_of(counted: Counted | None = None, **options: Any) -> EmbargoModel:
    options = {"uncertainties": [NEVER, STAFF], "regimes": REGIMES, "replications": COUNT,
               "program": counted.path if counted else None, **options}
    return EmbargoModel(JUNE, **options)


def same(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert a.keys() == b.keys()
    for name in a:
        np.testing.assert_array_equal(a[name], b[name])


def test_parameters_are_the_numbers_of_the_scenario() -> None:
    numbers = embargo.parameters(JUNE)
    whole = numbers.index[numbers["bounds"].str.endswith("whole")][0]
    model = model_of(levers={OFFICERS: (50, 400), whole: (1, 9)})
    never = model.uncertainties["relief__never_probability"]
    assert never.variable_name == [NEVER]
    assert [never.lower_bound, never.upper_bound] == pytest.approx(
        list(numbers.loc[NEVER, ["low", "high"]]), rel=1e-12)
    officers, counted, regime = model.levers
    assert (officers.lower_bound, officers.upper_bound) == (50, 400)
    assert isinstance(counted, ema_workbench.IntegerParameter) and counted.variable_name == [whole]
    assert not isinstance(officers, ema_workbench.IntegerParameter)
    assert [each.value for each in regime.categories] == REGIMES
    assert all(each.name.isidentifier() for each in (*model.uncertainties, *model.levers))
    assert model.name == "june2026directive"


def test_without_a_choice_every_uncertain_number_and_regime_is_there() -> None:
    model = EmbargoModel(JUNE)
    numbers = embargo.parameters(JUNE)
    assert len(model.uncertainties) == (numbers["low"] < numbers["high"]).sum() > 400
    assert model.regimes == ["model", "output", "us-person-support", "weight"]


def test_outcomes_have_their_direction_and_unit() -> None:
    model = model_of(outcomes=["market_disruption_usd", "incidents_avoided", "hhi_change_final"])
    kinds = [each.kind for each in model.outcomes]
    scalar = ema_workbench.ScalarOutcome
    assert kinds == [scalar.MINIMIZE, scalar.MAXIMIZE, scalar.INFO]
    assert model.units["market_disruption_usd"] == "USD"
    assert model.meanings["market_disruption_usd"].startswith("Loss to customers and sellers")


@pytest.mark.parametrize(("options", "said"), [
    ({"uncertainties": ["relief.never_probabilty"]}, f"did you mean '{NEVER}'"),
    ({"uncertainties": ["attackers.count"]}, r"is not uncertain here: give a range"),
    ({"outcomes": ["market_disruption"]}, "did you mean 'market_disruption_"),
])
def test_what_is_not_to_be_had(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        model_of(**options)


def test_a_batch_is_one_process_and_has_the_numbers_of_the_command_line(
    counted: Counted, tmp_path: pathlib.Path
) -> None:
    model = model_of(counted)
    experiments, outcomes = perform_experiments(
        model, scenarios=4, policies=model.policies(), evaluator=BatchEvaluator(model))
    assert counted.simulations() == ["sweep"]
    assert list(experiments["policy"]) == ["output"] * 4 + ["weight"] * 4
    names = {"relief__never_probability": NEVER, "labs__anthropic__foreign_staff_share": STAFF}
    points = experiments[list(names)].rename(columns=names).iloc[:4]
    summary = embargo.sweep(
        JUNE, design=points, regimes=REGIMES, replications=COUNT, out=tmp_path / "sweep",
        progress=False).summary["mean"]
    for name, values in outcomes.items():
        expected = [summary[(number, regime, name)] for regime in REGIMES for number in range(1, 5)]
        np.testing.assert_array_equal(values, expected)
    assert len(set(outcomes["market_disruption_pct"])) == 8


def test_one_by_one_it_is_the_same_to_the_last_bit(counted: Counted) -> None:
    model = model_of(counted, levers={OFFICERS: (50, 400)})
    scenarios = [Scenario(str(k), relief__never_probability=0.01 * k,
                          labs__anthropic__foreign_staff_share=0.1 + 0.1 * k) for k in (1, 2)]
    policies = [Policy("few", regime="output", regulator__licensing_officers=60),
                Policy("many", regime="weight", regulator__licensing_officers=300)]
    # As its evaluators on many processes send it there.
    sent = pickle.loads(pickle.dumps(model))
    _, one_by_one = perform_experiments(sent, scenarios, policies)
    assert counted.simulations() == ["sweep"] * 4
    _, batch = perform_experiments(
        model, scenarios, policies, evaluator=BatchEvaluator(model, progress=False))
    # Each number of officers goes with one regime here, so the design has a column of regimes.
    assert counted.simulations() == ["sweep"]
    same(batch, one_by_one)


def test_sampled_levers_are_one_batch(counted: Counted) -> None:
    model = model_of(counted, levers={OFFICERS: (50, 400)})
    experiments, outcomes = perform_experiments(
        model, scenarios=2, policies=5, evaluator=BatchEvaluator(model))
    assert counted.simulations() == ["sweep"]
    assert len(experiments) == 10 and set(experiments["regime"]) == set(REGIMES)
    assert pd.Series(outcomes["market_disruption_pct"]).notna().all()


def test_policies_alone_are_a_run(counted: Counted, tmp_path: pathlib.Path) -> None:
    model = model_of(counted)
    _, outcomes = perform_experiments(
        model, policies=model.policies(), evaluator=BatchEvaluator(model))
    assert counted.simulations() == ["run"]
    summary = embargo.run(
        JUNE, regimes=REGIMES, replications=COUNT, out=tmp_path / "run",
        progress=False).summary["mean"]
    for name, values in outcomes.items():
        assert list(values) == [summary[(1, regime, name)] for regime in REGIMES]


def test_one_regime_is_no_lever() -> None:
    model = model_of(regimes=["output"])
    assert len(model.levers) == 0
    experiments, outcomes = perform_experiments(
        model, scenarios=2, evaluator=BatchEvaluator(model))
    assert len(outcomes["market_disruption_pct"]) == 2 and set(experiments["policy"]) == {"None"}


def test_a_regulator_that_chooses_has_one_regime() -> None:
    chooses = ROOT / "Scenarios" / "regulator-chooses.json5"
    options: dict[str, Any] = {"uncertainties": [NEVER], "replications": 1}
    model = EmbargoModel(chooses, regimes=["chosen"], **options)
    _, outcomes = perform_experiments(model, scenarios=2, evaluator=BatchEvaluator(model))
    assert len(outcomes["market_disruption_pct"]) == 2
    model = EmbargoModel(chooses, **options)
    with pytest.raises(ValueError, match=r"say regimes=\['chosen'\]"):
        perform_experiments(
            model, scenarios=2, policies=model.policies(), evaluator=BatchEvaluator(model))


def test_constants_and_outcomes_of_ones_own() -> None:
    model = model_of(uncertainties=[NEVER])
    fixed = model_of(uncertainties=[NEVER], settings={OFFICERS: 60})
    model.constants = [ema_workbench.Constant(OFFICERS, 60)]
    outcome = ema_workbench.ScalarOutcome(
        "both", variable_name=list(HEADLINES), function=lambda a, b: a + b)
    model.outcomes = [outcome]
    scenarios = [Scenario("a", relief__never_probability=0.1)]
    _, made = perform_experiments(
        model, scenarios, model.policies(), evaluator=BatchEvaluator(model))
    _, expected = perform_experiments(
        fixed, scenarios, fixed.policies(), evaluator=BatchEvaluator(fixed))
    np.testing.assert_array_equal(made["both"], sum(expected.values()))


def test_failures_are_told_in_the_words_of_the_program() -> None:
    model = model_of(settings={STAFF: 7})
    with pytest.raises(EmbargoError, match="foreign_staff_share") as caught:
        perform_experiments(
            model, scenarios=2, policies=model.policies(), evaluator=BatchEvaluator(model))
    assert caught.value.code == 65
    with pytest.raises(ema_workbench.EMAError, match="foreign_staff_share"):
        perform_experiments(model, scenarios=1, policies=model.policies())


def test_experiments_that_the_model_does_not_know() -> None:
    model = model_of()
    evaluator = BatchEvaluator(model)
    with pytest.raises(ValueError, match="names no regime; policies=model.policies()"):
        perform_experiments(model, scenarios=2, evaluator=evaluator)
    strange = [Scenario("a", relief__never=0.1)]
    with pytest.raises(ValueError, match="no uncertainty or lever relief__never; there are: labs"):
        perform_experiments(model, strange, model.policies(), evaluator=evaluator)
    with pytest.raises(TypeError, match="is no EmbargoModel"):
        BatchEvaluator([ema_workbench.Model("other", function=print)])


def test_a_generation_of_an_optimization_is_a_batch(counted: Counted) -> None:
    model = model_of(counted, uncertainties=[NEVER], levers={OFFICERS: (50, 400)})
    with BatchEvaluator(model, progress=False) as evaluator:
        found = evaluator.optimize(
            nfe=8, population_size=4, epsilons=[0.01, 0.01], convergence_freq=4,
            reference=Scenario("reference", relief__never_probability=0.05))
    assert len(found) >= 1
    assert 1 <= len(counted.simulations()) <= 4
