"""The page, as Streamlit runs it: ``streamlit run app.py -- SCENARIO FOLDER``."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Callable

import pandas as pd
import streamlit as st

import embargo
from embargo import commands, figures
from embargo.explorer import drawn, headline, inspector, knobs, sidebar
from embargo.explorer.runs import Run, Runs, stamp
from embargo.explorer.settings import Refused, Settings
from embargo.figures import words
from embargo.result import Result

DISCLAIMER = "Model estimates under stated assumptions; not forecasts and not legal advice."
FIGURES: dict[str, list[Callable[[Result], figures.Figure]]] = {
    "Distributions": [figures.headline],
    "Parts": [figures.parts],
    "Defenders": [figures.defenders, figures.incidents],
    "Relief": [figures.relief],
}
"""What each tab shows, besides those that ask for something first."""
TABS = [*FIGURES, "Over time", "One history", "The command"]


def page(scenario: str, folder: str) -> None:
    """Draws the page; runs whatever it needs that is not there."""
    st.set_page_config(page_title="Embargo explorer", layout="wide", initial_sidebar_state=360)
    st.html(pathlib.Path(__file__).with_name("style.css"))
    try:
        _page(scenario, _runs(folder))
    except embargo.EmbargoError as error:
        st.error("The program says:")
        st.code(error.words.strip() or str(error), language=None, wrap_lines=True)
    except (Refused, figures.NotDrawn) as reason:
        st.error(str(reason))


def _page(scenario: str, runs: Runs) -> None:
    numbers, seed = _numbers(scenario, stamp(scenario))
    own, presets = _regimes(scenario, stamp(scenario))
    with st.sidebar:
        wanted = sidebar.settings(scenario, numbers, own, presets, seed)
    if not wanted.regimes:
        st.info("Choose at least one regime.")
        return
    now, before = _results(runs, wanted)
    st.header(now.result.scenario["title"])
    st.caption(_told(wanted, now))
    st.html(headline.as_html(headline.table(now.result, before.result if before else None)))
    st.caption(_reading(wanted, now.result) + DISCLAIMER)
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


def _reading(wanted: Settings, result: Result) -> str:
    reading = ("Differences to no action; means with 95 % intervals. A future whose order is still"
               " in force at the end counts with all days until then, one without an order not at"
               " all. ")
    if set(result.regimes) != set(wanted.regimes):
        reading += (f"In this scenario {words.listed(result.regimes)} stands for whichever of the"
                    " regimes the regulator takes in each future. ")
    if wanted.pinned:
        pinned = words.listed([f"`{address}={value}`" for address, value in wanted.changes.items()])
        reading += ("Changes are against the scenario as it stands, in the same futures, and come"
                    f" of {pinned}; those in bold are clear of zero. ")
    return reading


def _tabs(wanted: Settings, result: Result) -> None:
    for name, tab in zip(TABS, st.tabs(TABS, key="tab", on_change="rerun")):
        if tab.open:
            with tab:
                _tab(name, wanted, result)


def _tab(name: str, wanted: Settings, result: Result) -> None:
    match name:
        case "Over time":
            series = st.selectbox(
                "Series", figures.series_of(result), key="series",
                format_func=lambda series: figures.SERIES[series][0])
            drawn.show(lambda: figures.fan(result, series))
        case "One history":
            inspector.inspector(wanted, result)
        case "The command":
            _command(wanted, result)
        case _:
            for figure in FIGURES[name]:
                drawn.show(lambda: figure(result))


def _command(wanted: Settings, result: Result) -> None:
    st.markdown(f"Typed in the folder `{pathlib.Path.cwd()}`, this makes the numbers of this page"
                " again, to the last digit; their tables go to the folder after `--out`. The button"
                " in its corner copies it.")
    st.code(wanted.command, language="shell", wrap_lines=True)
    st.caption(f"`embargo` is the program; here it is `{embargo.find_program()}`.")
    for table, column in zip(("summary.csv", "outcomes.csv"), st.columns([1, 1, 2])):
        column.download_button(
            f"Download {table}", (result.folder / table).read_bytes(), table, "text/csv",
            on_click="ignore")


@st.cache_resource
def _runs(folder: str) -> Runs:
    return Runs(pathlib.Path(folder))


# The pages of one scenario share what is read of it; a changed stamp has it read again.


@st.cache_resource(max_entries=4, show_spinner="Reading the scenario")
def _numbers(scenario: str, stamp: str) -> tuple[dict[str, knobs.Knob], int]:
    parameters = embargo.parameters(scenario)
    return knobs.knobs(parameters), int(parameters.loc["seed", "central"])


@st.cache_resource(max_entries=4, show_spinner=False)
def _regimes(scenario: str, stamp: str) -> tuple[list[str], list[str]]:
    return _ids(commands.regimes(scenario)), _ids(commands.regimes())


def _ids(regimes: pd.DataFrame) -> list[str]:
    return [str(regime) for regime in regimes.index.unique("regime") if regime != "field"]


if __name__ == "__main__":
    page(*sys.argv[1:])
