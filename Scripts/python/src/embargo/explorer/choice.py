"""Which of the simulated futures to look at."""

from __future__ import annotations

from embargo.explorer.changes import levels
from embargo.result import Result

CHOICES = ("nearest the median", "worst", "best")


def replication(result: Result, regime: str, outcome: str, choice: str) -> int:
    """The number of the future that is this, by an outcome of which less is better.

    The first by number where several are. Raises ValueError for a word that is none of ``CHOICES``.
    """
    values = levels(result, regime, outcome).droplevel("experiment_id")
    if choice == "worst":
        return int(values.idxmax())
    if choice == "best":
        return int(values.idxmin())
    if choice == "nearest the median":
        return int((values - values.median()).abs().idxmin())
    raise ValueError(f"{choice!r} is none of {CHOICES}")
