"""Where each kind of line of a history stands, and which lines are its main ones."""

from __future__ import annotations

import pandas as pd

LANES = ["Law", "Labs and clouds", "Telling users apart", "Customers", "Defenders",
         "Bypass and attackers", "Public"]
"""The lanes from top to bottom."""

_KINDS = {
    "Law": (
        "government_told bypass_judged experts_review fix_demanded order_issued theory_chosen"
        " trigger_met order_takes_effect order_extended relief_route_opens partial_relief"
        " order_lifted suit_filed injunction_refused lab_designated criteria_published"
        " standard_hardens licence_filed licence_referred licence_granted licence_denied"
        " licence_returned customers_file customers_licensed customers_denied"
        " customers_returned filter_agreed"),
    "Telling users apart": "gate_started gate_built gate_rejected",
    "Bypass and attackers":
        "bypass_found attackers_hold_bypass flaws_weaponized incidents attackers_reach",
    "Defenders": "flaws_found flaws_triaged flaws_fixed reports_withheld reports_resume",
    "Public": "letter_leaked letter_signed accounts_published meeting_held fix_promised"
              " safeguard_promised lab_engages",
    "Customers": "model_adopted pools_lose pools_fall_back pools_migrate pools_come_back"
                 " pools_leave_in_fear pools_regain pools_settle pools_phase_out"
                 " sovereignty_reserve sovereignty_reserve_ends",
}
_LANE = {kind: lane for lane, kinds in _KINDS.items() for kind in kinds.split()}
"""A kind that is named nowhere is what labs and clouds do."""

_WORK = ("flaws_found", "flaws_triaged", "flaws_fixed")
_MAIN = frozenset((
    "bypass_found attackers_hold_bypass government_told fix_demanded demand_answered order_issued"
    " theory_chosen order_takes_effect letter_leaked service_suspended service_restricted"
    " handling_suspended publication_barred staff_barred staff_restored gate_built gate_rejected"
    " fix_shipped partial_relief order_extended suit_filed injunction_refused lab_designated"
    " licence_granted order_lifted").split())
_FIRST = ("pools_lose", "pools_regain")
"""Kinds whose first day has main lines, of customers and of defenders."""


def laned(trace: pd.DataFrame) -> pd.DataFrame:
    """The lines of a history with their ``lane``, and whether they are ``main`` ones.

    Lines of one kind and day that are in one lane stand together in one row: ``lines`` says how
    many, ``actor`` who, ``text`` what the first of them says.
    """
    lines = trace.reset_index()
    defenders = set(lines.loc[lines["event"].isin(_WORK), "actor"])
    named = set(lines.loc[lines["event"].isin(("service_suspended", "service_restricted")),
                          "actor"])
    lines["lane"] = lines["event"].map(_LANE).fillna("Labs and clouds")
    theirs = (lines["lane"] == "Customers") & lines["actor"].isin(defenders)
    lines.loc[theirs, "lane"] = "Defenders"
    others = lines["event"].eq("gate_built") & ~lines["actor"].isin(named)
    start = lines.groupby(["lane", "event"])["day"].transform("min")
    first = lines["event"].isin(_FIRST) & (lines["day"] < start + 1)
    lines["main"] = first | (lines["event"].isin(_MAIN) & ~others)
    lines["at"] = lines["day"].where(lines["main"], lines["day"] // 3 * 3).round(2)
    lines.loc[first, "at"] = start[first]
    return _together(lines)


def _together(lines: pd.DataFrame) -> pd.DataFrame:
    def joined(values: pd.Series[str]) -> str:
        names = list(dict.fromkeys(values.dropna()))
        return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")

    groups = lines.groupby(["at", "lane", "event"], sort=False, dropna=False)
    rows = groups.agg(
        number=("number", "first"), day=("day", "first"), date=("date", "first"),
        actor=("actor", joined), text=("text", "first"), lines=("text", "size"),
        grounds=("grounds", "first"), main=("main", "first")).reset_index()
    more = rows["lines"] - 1
    rows.loc[more > 0, "text"] += " (and " + more[more > 0].astype(str) + " alike)"
    return rows.drop(columns="at").sort_values(["day", "number"]).reset_index(drop=True)
