"""The program's commands as functions.

Every function takes ``program``, the path of the program; without it ``find_program`` decides.
Paths are relative to the current folder, as on the command line.
"""

from __future__ import annotations

import collections
import io
import json
import pathlib
import warnings
from collections.abc import Mapping, Sequence

import pandas as pd

from embargo.csvfile import read_csv
from embargo.errors import ReplicationsFailed
from embargo.process import PARTIAL, Progress, call
from embargo.program import find_program
from embargo.result import Result, load
from embargo.words import Path, Setting, design_file, inputs, option, points


def run(
    scenario: Path, *, out: Path | None = None, regimes: Sequence[str] | None = None,
    replications: int | None = None, per_draw: int | None = None, precision: str | None = None,
    seed: int | None = None, settings: Mapping[str, Setting] | None = None,
    jobs: int | None = None, force: bool = False, resume: bool = False,
    progress: bool | Progress = True, program: Path | None = None,
) -> Result:
    """Simulates a scenario under each regime and gives its tables: ``embargo run``.

    - ``out``: the folder for the tables (default: ``Results/NAME`` of the scenario). Where it holds
      an equal result nothing is run again; where it holds another one, ``force=True`` replaces it.
    - ``settings``: changes of the scenario by address, such as
      ``{"regulator.licensing_officers": 200}`` or ``{"relief.never_probability": {"uniform":
      [0, 0.2]}}``.
    - ``progress``: a bar, or none, or a function that is told some times a second how many futures
      are done and of how many; what it raises ends the run.
    - the others as the options of the command line, which ``embargo run --help`` explains.

    Raises EmbargoError with the program's own words; warns with ReplicationsFailed where some
    replications came to no result.
    """
    words = run_words(
        scenario, regimes=regimes, replications=replications, per_draw=per_draw,
        precision=precision, seed=seed, settings=settings)
    return _simulate(words, out, jobs, force, resume, progress, program)


def run_words(
    scenario: Path, *, out: Path | None = None, regimes: Sequence[str] | None = None,
    replications: int | None = None, per_draw: int | None = None, precision: str | None = None,
    seed: int | None = None, settings: Mapping[str, Setting] | None = None,
) -> list[str]:
    """The words that ``run`` would call the program with, after its name: for a command line that
    somebody else is to type (``shlex.join`` quotes them for a shell), or for a log."""
    words = inputs(regimes, replications, per_draw, precision, seed, settings)
    return ["run", str(scenario), *words, *option("--out", out)]


def sweep(
    scenario: Path, *, design: pd.DataFrame | Path | None = None,
    vary: Mapping[str, tuple[float, float]] | None = None,
    levels: Mapping[str, Sequence[float]] | None = None, sampling: str | None = None,
    samples: int | None = None, timeline: bool = False, out: Path | None = None,
    regimes: Sequence[str] | None = None, replications: int | None = None,
    per_draw: int | None = None, precision: str | None = None, seed: int | None = None,
    settings: Mapping[str, Setting] | None = None, jobs: int | None = None, force: bool = False,
    resume: bool = False, progress: bool | Progress = True, program: Path | None = None,
) -> Result:
    """Simulates a scenario at many points, each an experiment: ``embargo sweep``.

    - ``design``: a data frame with a column for each address and a row for each experiment, or the
      path of such a CSV file; or else
    - ``vary``: a range for each address, ``levels``: values for each address, with ``sampling``
      (``grid``, ``lhs``, ``random``) and ``samples``.

    The rest is as for ``run``; the default folder is ``Results/NAME-sweep``.
    """
    words = inputs(regimes, replications, per_draw, precision, seed, settings)
    with design_file(design) as path:
        words += points(vary, levels, sampling, samples, path, timeline)
        return _simulate(
            ["sweep", str(scenario), *words], out, jobs, force, resume, progress, program)


def trace(
    scenario: Path, regime: str, *, replication: int = 1, per_draw: int | None = None,
    seed: int | None = None, settings: Mapping[str, Setting] | None = None,
    program: Path | None = None,
) -> pd.DataFrame:
    """One history: a row for each of its lines, indexed by number: ``embargo trace``.

    ``day`` counts from the start date, ``cause`` is the number of the line that led to it,
    ``grounds`` the rules it rests on; ``count`` lines of one kind and month stand in one row, up to
    ``last_day``. The future is the one of that number in a run with the same seed and settings.
    """
    words = ["trace", str(scenario), "--regime", regime, "--replication", str(replication)]
    words += inputs(per_draw=per_draw, seed=seed, settings=settings)
    frame = _listed(words, program, {
        "number": "int64", "day": "float64", "last_day": "float64", "cause": "Int64",
        "count": "int64", "represents": "float64"})
    return frame.astype({"date": "datetime64[s]"}).set_index("number")


def parameters(scenario: Path, *, program: Path | None = None) -> pd.DataFrame:
    """Every number of a scenario, indexed by address: value, the 5 %, 50 % and 95 % points of what
    is drawn, unit, bounds, evidence grade, source and meaning: ``embargo list parameters``."""
    numbers = dict.fromkeys(["low", "central", "high"], "float64")
    return _listed(["list", "parameters", str(scenario)], program, numbers).set_index("address")


def regimes(scenario: Path | None = None, *, program: Path | None = None) -> pd.DataFrame:
    """What each regime of a scenario says, or each preset: ``embargo list regimes``.

    A row for each field, indexed by ``regime`` and ``field``: title of the regime, value and
    meaning of the field, and the values it may take.
    """
    words = ["list", "regimes", *([] if scenario is None else [str(scenario)])]
    return _listed(words, program, {}).set_index(["regime", "field"])


def outcomes(*, program: Path | None = None) -> pd.DataFrame:
    """Every outcome, indexed by id: unit, sign, kind, statistic, meaning."""
    return _listed(["list", "outcomes"], program, {}).set_index("outcome")


def check(scenario: Path, *, program: Path | None = None) -> None:
    """Reads a scenario and runs nothing. Raises EmbargoError with every problem, each with file,
    line, column, address and remedy."""
    call([str(find_program(program)), "check", str(scenario)])


def _listed(
    words: list[str], program: Path | None, numbers: Mapping[str, str]
) -> pd.DataFrame:
    """A table of the standard output: columns of numbers in the types given, all others text."""
    answer, _ = call([str(find_program(program)), *words, "--format", "csv"])
    dtypes = collections.defaultdict(lambda: "string", numbers)
    return read_csv(io.StringIO(answer), dtypes)


def _simulate(
    words: list[str], out: Path | None, jobs: int | None, force: bool, resume: bool,
    progress: bool | Progress, program: Path | None,
) -> Result:
    words = [str(find_program(program)), *words, "--format", "json"]
    words += option("--out", out) + option("--jobs", jobs)
    words += ["--force"] * force + ["--resume"] * resume
    words += ["--progress-seconds", "0.2"] if progress else ["--no-progress"]
    title = pathlib.Path(words[2]).stem if progress is True else None
    answer, code = call(words, title, progress if callable(progress) else None)
    result = load(json.loads(answer)["tables"])
    if code == PARTIAL:
        warnings.warn(
            f"{len(result.failures)} replications failed; see failures of {result.folder}",
            ReplicationsFailed, stacklevel=3)
    return result
