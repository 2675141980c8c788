"""What every figure is: a chart, the words that belong to it, and the numbers behind it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import altair as alt
import pandas as pd

Chart = alt.Chart | alt.LayerChart | alt.FacetChart | alt.ConcatChart | alt.VConcatChart

WIDE = 900
"""Pixels across, on a desktop's page and in papers."""


class NotDrawn(Exception):
    """A result lacks what a figure needs; the words say what."""


@dataclasses.dataclass(frozen=True)
class Figure:
    """A figure with its words and its numbers.

    ``title`` says what is shown, ``caption`` how to read it and in which units, ``alt`` what it
    says, in numbers, for those who do not see it. ``data`` is the table behind it, with columns
    named for readers. ``draw`` makes the chart as wide as asked, in pixels.
    """

    id: str
    title: str
    caption: str
    alt: str
    data: pd.DataFrame
    draw: Callable[[int], Chart]

    @property
    def chart(self) -> Chart:
        """The chart as wide as a desktop's page."""
        return self.draw(WIDE)


def in_panels(panel: Chart, rows: pd.DataFrame, regimes: list[str], columns: int) -> Chart:
    """A panel for each regime of ``rows``, in this order, with common axes."""
    facet = alt.Facet("regime:N", sort=regimes, title=None, header=alt.Header(
        labelAnchor="start", labelFontWeight="bold", labelFontSize=14, labelPadding=4))
    return panel.properties(data=rows).facet(facet, columns=columns)
