"""A figure on the page: its chart in the page's colours, the words that belong to it, its numbers."""

from __future__ import annotations

import streamlit as st

from embargo.figures import theme
from embargo.figures.figure import WIDE, Figure

NARROW = 340
"""Pixels across, on a phone."""


def show(figure: Figure, table: str = "The numbers", is_open: bool = False) -> None:
    """Draws a figure with its title, its caption and, under a name, the table behind it."""
    st.subheader(figure.title)
    chart = theme.themed(figure.draw(width()), mode())
    st.altair_chart(chart, theme=None, width="content", alt=figure.alt)
    st.caption(figure.caption)
    with st.expander(table, expanded=is_open):
        st.dataframe(figure.data, hide_index=True)


def mode() -> theme.Mode:
    """Whether the page is light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def width() -> int:
    """How wide a figure is: what asks for the page says whether it is a phone."""
    return NARROW if "Mobile" in st.context.headers.get("User-Agent", "") else WIDE
