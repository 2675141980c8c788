"""A figure on the page: its chart in the page's colours, its words, its numbers."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from embargo.figures import theme
from embargo.figures.figure import Figure, NotDrawn

WIDE = 850
"""Pixels across, beside the sidebar on a screen of 1280."""
NARROW = 340
"""Pixels across, on a phone."""


def show(make: Callable[[], Figure]) -> None:
    """Draws a figure with its title, its caption and the table behind it; where the result lacks
    what it needs, what that is."""
    try:
        figure = make()
    except NotDrawn as reason:
        st.info(str(reason))
        return
    draw(figure)
    with st.expander("The numbers"):
        st.dataframe(figure.data, hide_index=True)


def draw(figure: Figure) -> None:
    """Draws a figure with its title and its caption."""
    st.markdown(f"#### {figure.title}")
    chart = theme.themed(figure.draw(width()), mode())
    # Streamlit would squeeze it into its own idea of a size.
    chart.autosize = "pad"
    st.altair_chart(chart, theme=None, width="content", alt=figure.alt)
    st.caption(figure.caption)


def mode() -> theme.Mode:
    """Whether the page is light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def width() -> int:
    """How wide a figure is: what asks for the page says whether it is a phone."""
    return NARROW if "Mobile" in st.context.headers.get("User-Agent", "") else WIDE
