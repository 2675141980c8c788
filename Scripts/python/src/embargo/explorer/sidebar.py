"""The left of the page: regimes, futures, seed, and a slider for each number that is turned."""

from __future__ import annotations

import os
import re

import streamlit as st

from embargo.explorer import knobs
from embargo.explorer.knobs import Knob
from embargo.explorer.settings import Settings, changes_of
from embargo.figures import words

LEAST, MOST, STEP = 50, 1000, 10
LARGEST_SEED = 2**53 - 1
_ADDED = "added"
_OTHER = "other changes"


def settings(
    scenario: str, numbers: dict[str, Knob], own: list[str], presets: list[str], seed: int,
) -> Settings:
    """Draws the sidebar; what is set there.

    ``own`` are the regimes of the scenario, ``presets`` further ones. Raises Refused where the
    typed changes are none.
    """
    regimes = st.multiselect(
        "Regimes to compare", [*own, *(name for name in presets if name not in own)], own,
        key="regimes", help="Those of the scenario, and any other that comes with the program.")
    futures = st.slider(
        "Futures", LEAST, MOST, usual_futures(len(own)), STEP, key="futures",
        help="More of them make the intervals narrower and the wait longer.")
    chosen = st.number_input(
        "Seed", 0, LARGEST_SEED, seed, key="seed", help="Another seed gives other luck.")
    st.caption("Every future draws the numbers below anew, as the scenario has them, until a slider"
               " is moved or pinned. The ranges hold nine draws in ten.")
    shown = _shown(numbers)
    for address in shown:
        _slider(numbers[address])
    st.selectbox(
        "Another number of the scenario", sorted(set(numbers) - set(shown)), None,
        format_func=lambda address: f"{numbers[address].title} · {address}", key="search",
        placeholder=f"Search {len(numbers)} numbers", on_change=_add)
    text = st.text_area(
        "Other changes", key=_OTHER, placeholder="relief.never_probability={ uniform: [0, 0.2] }",
        help="ADDRESS=VALUE a line; a value may be a distribution. These go before the sliders.")
    st.button("Back to the scenario as it stands", on_click=_reset, width="stretch")
    st.html(_faint([a for a in shown if not st.session_state[_pin(a)]]))
    pinned = {a: st.session_state[_value(a)] for a in shown if st.session_state[_pin(a)]}
    pinned |= dict(changes_of(text))
    return Settings(scenario, tuple(regimes), int(futures), int(chosen), tuple(pinned.items()))


def usual_futures(regimes: int, cores: int | None = None) -> int:
    """Futures that are simulated and drawn in some two seconds: a world takes 5 ms of a core."""
    futures = 300 * (cores or os.cpu_count() or 1) / (regimes + 1)
    return max(LEAST, min(MOST, round(futures / STEP) * STEP))


def _shown(numbers: dict[str, Knob]) -> list[str]:
    usual = [knob.address for knob in knobs.first(numbers.values())]
    added = [a for a in st.session_state.setdefault(_ADDED, []) if a in numbers]
    return usual + [address for address in added if address not in usual]


def _slider(knob: Knob) -> None:
    value, pin = _value(knob.address), _pin(knob.address)
    stops = knob.stops
    st.session_state.setdefault(pin, False)
    if st.session_state.get(value) not in stops:
        st.session_state[value] = knob.start
    with st.container(key=_container(knob.address), gap=None):
        st.select_slider(
            knob.title, stops, key=value, format_func=lambda stop: f"{stop:g}",
            on_change=_pinned, args=(knob.address,))
        st.checkbox(_scenario_says(knob), key=pin, on_change=_unpinned,
                    args=(knob.address, knob.start))
        st.caption(f"{knob.evidence.capitalize() or 'No grade'}: {knob.source or 'no source'}."
                   f"  \n`{knob.address}`")


def _scenario_says(knob: Knob) -> str:
    if not knob.is_drawn:
        return f"Pinned; the scenario has {words.number(knob.central)}"
    return f"Pinned; the scenario draws {words.span(knob.low, knob.high)}"


def _container(address: str) -> str:
    return "knob-" + re.sub("[^a-z0-9]", "-", address)


def _faint(addresses: list[str]) -> str:
    """A style that sets back the sliders of numbers that are left to chance."""
    sliders = ", ".join(f".st-key-{_container(a)} [data-testid=stSlider] > div" for a in addresses)
    return f"<style>{sliders} {{ opacity: .55; }}</style>" if addresses else ""


def _value(address: str) -> str:
    return f"value of {address}"


def _pin(address: str) -> str:
    return f"{address} is pinned"


def _pinned(address: str) -> None:
    st.session_state[_pin(address)] = True


def _unpinned(address: str, start: float) -> None:
    if not st.session_state[_pin(address)]:
        st.session_state[_value(address)] = start


def _add() -> None:
    address = st.session_state["search"]
    if address:
        st.session_state[_ADDED] = [*st.session_state[_ADDED], address]
    st.session_state["search"] = None


def _reset() -> None:
    for key in list(st.session_state):
        if str(key).endswith(" is pinned"):
            st.session_state[key] = False
        elif str(key).startswith("value of "):
            del st.session_state[key]
    st.session_state[_OTHER] = ""
