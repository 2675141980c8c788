"""Embargo from Python: runs the simulator, reads its tables, and draws what they say.

    import embargo

    result = embargo.run("Scenarios/june-2026-directive.json5", replications=200,
                         out="Results/first-look")
    result.summary.loc[(1, "model", "market_disruption_pct")]

Estimates under stated assumptions; not forecasts and not legal advice.
"""

from embargo.commands import check, outcomes, parameters, regimes, run, sweep, trace
from embargo.errors import EmbargoError, ProgramMissing, ReplicationsFailed, ResultError
from embargo.program import find_program
from embargo.result import Result, load
from embargo.schema import Column, Table

__all__ = [
    "Column", "EmbargoError", "ProgramMissing", "ReplicationsFailed", "Result", "ResultError",
    "Table", "check", "find_program", "load", "outcomes", "parameters", "regimes", "run",
    "sweep", "trace",
]
