"""The page, as Streamlit runs it: ``streamlit run app.py -- SCENARIO FOLDER``."""

from __future__ import annotations

import pathlib
import sys

import pandas as pd
import streamlit as st

import embargo
from embargo import commands
from embargo.explorer import drawn, headline, inspector, knobs, sidebar
from embargo.explorer.runs import Run, Runs, stamp
from embargo.explorer.settings import Settings
from embargo.figures import disruption, fans, headlines, words
from embargo.figures.figure import NotDrawn
from embargo.result import Result

DISCLAIMER = "Model estimates under stated assumptions; not forecasts and not legal advice."
TABS = ["Distributions", "Over time", "Parts", "One history", "The command"]


def page(scenario: str, folder: str) -> None:
    """Draws the page; runs whatever it needs that is not there."""
    st.set_page_config(page_title="Embargo explorer", layout="wide", initial_sidebar_state=360)
    st.html(pathlib.Path(__file__).with_name("style.css"))
    try:
        _page(scenario, _runs(folder))
    except embargo.EmbargoError as error:
        st.error("Nothing was simulated. The program says:")
        st.code(error.words.strip() or str(error), language=None, wrap_lines=True)
    except ValueError as error:
        st.error(str(error))


def _page(scenario: str, runs: Runs) -> None:
    parameters = _parameters(scenario, stamp(scenario))
    numbers = knobs.knobs(parameters)
    own, presets = _regimes(scenario, stamp(scenario))
    with st.sidebar:
        wanted = sidebar.settings(
            scenario, numbers, own, presets, int(parameters.loc["seed", "central"]))
    if not wanted.regimes:
        st.info("Choose at least one regime.")
        return
    now, before = _results(runs, wanted)
    st.subheader(now.result.scenario["title"])
    st.caption(_told(wanted, now))
    st.html(headline.as_html(headline.table(now.result, before.result if before else None)))
    st.caption(_reading(wanted) + DISCLAIMER)
    _tabs(wanted, now.result)


def _results(runs: Runs, wanted: Settings) -> tuple[Run, Run | None]:
    place = st.empty()

    def progress(done: int, total: int) -> None:
        # Streamlit ends a superseded script here, and what is raised ends the run.
        place.progress(done / total, f"{done:,} of {total:,} futures")

    now = runs.run(wanted, progress)
    before = runs.run(wanted.untouched, progress) if wanted.pinned else None
    place.empty()
    return now, before


def _told(wanted: Settings, now: Run) -> str:
    failed = len(now.result.failures) if "failures" in now.result.tables else 0
    told = (f"{wanted.replications:,} futures, seed {wanted.seed}, simulated in {now.seconds:.1f} s"
            f" at {now.ended:%H:%M:%S}")
    return told + (f"; {failed} failed and are left out" if failed else "")


def _reading(wanted: Settings) -> str:
    reading = "Differences to no action; means with 95 % intervals. "
    if wanted.pinned:
        pinned = words.listed([f"`{address}` = {value}" for address, value in wanted.pinned])
        reading += (f"The changes are those against the scenario as it stands, in the same futures,"
                    f" and come of {pinned}. ")
    return reading


def _tabs(wanted: Settings, result: Result) -> None:
    for name, tab in zip(TABS, st.tabs(TABS, key="tab", on_change="rerun")):
        if not tab.open:
            continue
        with tab:
            try:
                _tab(name, wanted, result)
            except NotDrawn as reason:
                st.info(str(reason))


def _tab(name: str, wanted: Settings, result: Result) -> None:
    match name:
        case "Distributions":
            drawn.show(headlines.headline(result))
        case "Over time":
            series = st.selectbox(
                "What", fans.series_of(result), format_func=lambda name: fans.SERIES[name][0])
            drawn.show(fans.fan(result, series))
        case "Parts":
            drawn.show(disruption.parts(result))
        case "One history":
            inspector.inspector(wanted, result)
        case "The command":
            _command(wanted, result)


def _command(wanted: Settings, result: Result) -> None:
    st.markdown("The numbers on this page, to the last digit, in the folder"
                f" `{pathlib.Path.cwd()}`:")
    st.code(wanted.command, language="shell", wrap_lines=True)
    for table in ("summary.csv", "outcomes.csv"):
        st.download_button(
            f"Download {table}", (result.folder / table).read_bytes(), table, "text/csv")


@st.cache_resource
def _runs(folder: str) -> Runs:
    return Runs(pathlib.Path(folder))


@st.cache_data(max_entries=4, show_spinner=False)
def _parameters(scenario: str, stamp: str) -> pd.DataFrame:
    return embargo.parameters(scenario)


@st.cache_data(max_entries=4, show_spinner=False)
def _regimes(scenario: str, stamp: str) -> tuple[list[str], list[str]]:
    own, presets = commands.regimes(scenario), commands.regimes()
    return _ids(own), _ids(presets)


def _ids(regimes: pd.DataFrame) -> list[str]:
    return [str(regime) for regime in regimes.index.unique("regime") if regime != "field"]


if __name__ == "__main__":
    page(*sys.argv[1:])
