"""Which of the simulated futures to look at."""

from __future__ import annotations

from typing import Literal, get_args

from embargo.explorer.changes import levels
from embargo.explorer.settings import Refused
from embargo.result import Result

Choice = Literal["nearest the median", "worst", "best"]
CHOICES: tuple[Choice, ...] = get_args(Choice)


def replication(result: Result, regime: str, outcome: str, choice: Choice) -> int:
    """The number of the future that is this, by an outcome of which less is better.

    The first by number where several are. Raises Refused where no future has a value.
    """
    values = levels(result, regime, outcome).droplevel("experiment_id")
    if values.empty:
        raise Refused(f"no future under {regime} has a value of {outcome}: choose another measure")
    if choice == "worst":
        return int(values.idxmax())
    if choice == "best":
        return int(values.idxmin())
    return int((values - values.median()).abs().idxmin())
