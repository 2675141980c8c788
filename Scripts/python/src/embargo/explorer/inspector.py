"""One history: which, its timeline as a figure, and its lines with causes and legal grounds."""

from __future__ import annotations

import html
from collections.abc import Hashable
from typing import Any, Literal

import pandas as pd
import streamlit as st

import embargo
from embargo.explorer import choice, drawn
from embargo.explorer.headline import HEADLINES
from embargo.explorer.runs import stamp
from embargo.explorer.settings import Settings
from embargo.figures import words
from embargo.figures.histories import history
from embargo.result import Result

BY_NUMBER: Literal["by number"] = "by number"
_COLUMNS = ["day", "date", "actor", "text", "cause", "grounds", "event", "count"]


def inspector(settings: Settings, result: Result) -> None:
    """Draws the choice of a history and what it tells.

    Raises EmbargoError with the program's own words, Refused where there is no such history.
    """
    regime, number = _chosen(settings, result)
    lines = _trace(settings, stamp(settings.scenario), regime, number)
    figure = history(lines, regime, number)
    drawn.draw(figure)
    st.html(as_html(figure.data))
    st.markdown(f"What came of it: {_came(result, regime, number)}.")
    st.markdown("#### All lines")
    st.caption("A cause is the number of the line that led to this one; lines that recur by the"
               " month stand together, and the count says how many.")
    mine = _filtered(lines)[_COLUMNS]
    mine["grounds"] = mine["grounds"].fillna("")
    mine["cause"] = mine["cause"].astype("string").fillna("")
    st.dataframe(mine, column_config={
        "day": st.column_config.NumberColumn(format="%.1f"),
        "date": st.column_config.DateColumn(),
        "text": st.column_config.TextColumn("what happens", width="large"),
        "grounds": st.column_config.TextColumn("legal grounds", width="medium"),
    })


def as_html(main: pd.DataFrame) -> str:
    """The main lines of a history, as the figure numbers them, for a page."""
    rows = "".join(
        f"<tr><th scope='row'>{row['no']}</th><td>day {row['day']:g}<small>{row['date']}</small>"
        f"</td><td>{_told(row)}</td></tr>" for row in main.fillna("").to_dict("records"))
    return f"<div class='lines'><table><tbody>{rows}</tbody></table></div>"


def _told(row: dict[Hashable, Any]) -> str:
    who, what, grounds = (html.escape(str(row[name])) for name in ("actor", "text", "legal ground"))
    return f"<b>{who}</b> {what}<small>{grounds}</small>"


def _chosen(settings: Settings, result: Result) -> tuple[str, int]:
    left, middle, right = st.columns(3)
    regime = left.selectbox("Regime", result.regimes, key="history regime")
    by = middle.selectbox("Future", [*choice.CHOICES, BY_NUMBER], key="history choice")
    if by not in choice.CHOICES:
        return regime, int(right.number_input(
            "Number", 1, settings.replications, 1, key="history number"))
    outcome = right.selectbox(
        "Measured by", list(HEADLINES), format_func=lambda name: HEADLINES[name][0],
        key="history outcome")
    return regime, choice.replication(result, regime, outcome, by)


@st.cache_data(max_entries=50, show_spinner=False)
def _trace(settings: Settings, stamp: str, regime: str, number: int) -> pd.DataFrame:
    return embargo.trace(
        settings.scenario, regime, replication=number, seed=settings.seed,
        settings=settings.changes)


def _came(result: Result, regime: str, number: int) -> str:
    row = result.outcomes.loc[(1, number, regime)]
    return "; ".join([
        f"market disruption {words.number(row['market_disruption_pct'])} % of spend",
        f"defender capability loss {words.number(row['defender_capability_loss_pct'])} %",
        f"security incidents {words.number(row['net_incidents'])} net",
        "no full relief by the horizon" if pd.isna(row["days_to_full_relief"])
        else f"full relief after {words.number(row['days_to_full_relief'])} days",
    ])


def _filtered(lines: pd.DataFrame) -> pd.DataFrame:
    left, right = st.columns(2)
    actors = left.multiselect("Actors", sorted(lines["actor"].unique()), key="history actors",
                              placeholder="all")
    search = right.text_input("Search", key="history search", placeholder="licence, 15 CFR, …")
    mine = lines[lines["actor"].isin(actors)] if actors else lines
    texts = mine[["event", "text", "grounds"]].fillna("").agg(" ".join, axis=1)
    return mine[texts.str.contains(search, case=False, regex=False)] if search else mine
