"""How the figures look: a colour for each regime, and the inks of both modes.

The colours of regimes follow Okabe and Ito (2008), "Color Universal Design", shifted so that each
stands out from a white and from a nearly black page (contrast of 3 or more, as WCAG 2.2 asks of
graphics). No figure rests on colour alone: every regime is also named beside its marks.
"""

from __future__ import annotations

import colorsys
import dataclasses
from collections.abc import Iterable
from typing import Any, Literal

from embargo.figures.figure import Chart
from embargo.result import NONE

Mode = Literal["light", "dark"]

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
"""Fonts that a system has; nothing is fetched."""

REGIMES = {
    NONE: "#6e7781",
    "model": "#d55e00",
    "output": "#0072b2",
    "us-person-support": "#009e73",
    "weight": "#cf6bab",
    "chosen": "#a17a00",
    "output-ace": "#3d94d9",
    "us-person-support-broad": "#5f8f1f",
    "weight-strict": "#8a63d2",
    "weight-rule": "#d0527a",
}
"""The colours of the regimes that are shipped; they are the same in every figure and result."""

PARTS = ("#4477aa", "#cc6677", "#998a2f", "#228833", "#aa4499", "#2f8f9d", "#84715f")
"""The colours of parts of a whole, and of routes: apart from those of regimes in meaning only, so
every figure that uses them names its parts."""

GRADES = {"seed": "#228833", "published": "#4477aa", "recalled": "#998a2f", "assumed": "#cc6677"}
"""The colours of evidence grades."""


@dataclasses.dataclass(frozen=True)
class Inks:
    """The colours of page, words and lines in one mode."""

    page: str
    ink: str
    faint: str
    grid: str


INKS: dict[Mode, Inks] = {
    "light": Inks(page="#ffffff", ink="#1b1f24", faint="#57606a", grid="#d8dee4"),
    "dark": Inks(page="#14171a", ink="#e6e9ec", faint="#a3adb8", grid="#353c44"),
}


def colours(regimes: Iterable[str]) -> dict[str, str]:
    """A colour for each regime: the fixed one where it is shipped, else the next that is free.

    However many regimes a scenario defines, no two have the same.
    """
    found: dict[str, str] = {}
    further = 0
    for regime in regimes:
        if regime in REGIMES:
            found[regime] = REGIMES[regime]
        elif regime not in found:
            found[regime] = _further(further)
            further += 1
    return found


def _further(number: int) -> str:
    """Colours at hues a golden angle apart, of a lightness that both pages bear."""
    hue = (0.52 + number * 0.381966) % 1
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        colour = _hex(colorsys.hls_to_rgb(hue, middle, 0.55 + 0.2 * (number % 2)))
        low, high = (middle, high) if luminance(colour) < 0.21 else (low, middle)
    return colour


def _hex(colour: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def ground(colour: str) -> str:
    """A darker shade of a regime's colour, on which white words can be read."""
    parts = [0.75 * int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    return _hex((parts[0], parts[1], parts[2]))


def luminance(colour: str) -> float:
    """Relative luminance of a colour such as ``#0072b2``, from 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def config(mode: Mode) -> dict[str, Any]:
    """The Vega-Lite configuration of a mode; the page behind the charts shows through."""
    inks = INKS[mode]
    words = {"labelColor": inks.ink, "titleColor": inks.faint, "titleFontWeight": "normal"}
    sizes = {"labelFontSize": 12, "titleFontSize": 12}
    return {
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "axis": {**words, **sizes, "gridColor": inks.grid, "domainColor": inks.grid,
                 "tickColor": inks.grid, "labelColor": inks.faint},
        "legend": {**words, **sizes, "labelLimit": 0, "symbolStrokeWidth": 2},
        "header": {**words, **sizes},
        "title": {"color": inks.ink, "subtitleColor": inks.faint, "anchor": "start",
                  "fontSize": 14, "fontWeight": "bold", "subtitleFontSize": 12, "frame": "group"},
        "text": {"color": inks.ink, "fontSize": 12},
        "rule": {"color": inks.faint},
        "style": {
            "ink": {"color": inks.ink, "fill": inks.ink, "stroke": None},
            "faint": {"color": inks.faint, "fill": inks.faint, "stroke": None},
            "line": {"color": inks.ink, "stroke": inks.ink},
            "guide": {"color": inks.faint, "stroke": inks.faint, "strokeDash": [3, 3]},
            "gap": {"stroke": inks.page, "strokeWidth": 1},
        },
    }


def themed(chart: Chart, mode: Mode) -> Chart:
    """The chart with the colours of a mode: for a notebook, or a page of one's own."""
    themed = chart.copy()
    themed.config = config(mode)
    return themed
