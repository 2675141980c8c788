"""What each regime says, in a line."""

from __future__ import annotations

import pandas as pd

import embargo
from embargo.errors import EmbargoError
from embargo.result import Result
from embargo.words import Path

_ITEMS = {
    "controlled_output": "release of outputs that are themselves controlled technology",
    "support": "any support by United States persons",
    "weights": "moving or revealing weights",
    "access": "use of the model, however remote",
}
_PERSONS = {
    "listed_end_users": "listed military-intelligence and weapons end users",
    "foreign_persons": "foreign persons",
    "any_noncitizen": "everyone without citizenship",
    "everyone_abroad": "everyone abroad",
}
_PLACES = {
    "all_foreign": "every foreign country",
    "ns1": "all countries but Australia, Canada and the United Kingdom (NS column 1)",
    "mieu_list": "the countries of 15 CFR 744.22",
    "d1_d5_e": "country groups D:1, D:5, E:1 and E:2",
}
CHOSEN = "The regulator chooses among the theories of the scenario in each future."


def theories(result: Result, program: Path | None = None) -> list[tuple[str, str]]:
    """Each acting regime with a line on what it restricts, from its fields as the program lists
    them; nothing where there is no program."""
    try:
        listed = embargo.regimes(result.folder / "scenario.resolved.json", program=program)
    except EmbargoError:
        return []
    known = listed.index.get_level_values("regime")
    return [(regime, _line(listed.loc[regime]) if regime in known else CHOSEN)
            for regime in result.regimes]


def _line(fields: pd.DataFrame) -> str:
    value = {str(name): "" if pd.isna(text) else str(text)
             for name, text in fields["value"].items()}
    who = _said(value["person_scope"], _PERSONS)
    place = _said(value["destination_scope"], _PLACES)
    how = {"letter": "by letter to named parties", "rule": "by a rule for all"}
    notice = "" if value["notice_days"] == "0" else f" with {value['notice_days']} days of notice"
    title = str(fields["title"].iloc[0]).removesuffix(", changed")
    return (f"{title}: restricts {_said(value['item_scope'], _ITEMS)}; recipients: {who};"
            f" destinations: {place}; {_said(value['effect'], how)}{notice}; who must obey:"
            f" {value['obligated']}.")


def _said(value: str, names: dict[str, str]) -> str:
    return names.get(value, value.replace("_", " "))
