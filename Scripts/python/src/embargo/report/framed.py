"""The frame of a figure that leaves the page: its title, and what its numbers are."""

from __future__ import annotations

import textwrap
from typing import Any

from embargo.figures import Figure, theme
from embargo.result import Result

DISCLAIMER = "Model estimates under stated assumptions; not forecasts and not legal advice."


def note(result: Result) -> str:
    """What stands in every picture: the program, its version, the scenario, the disclaimer."""
    inputs = result.manifest["inputs"]
    return f"Embargo {inputs['version']} · {inputs['scenario']} · {DISCLAIMER}"


def title(figure: Figure, result: Result, width: int) -> dict[str, Any]:
    """The title of a chart that is saved, as Vega-Lite has it, wrapped to a width in pixels."""
    inks = theme.INKS["light"]
    return {
        "text": textwrap.wrap(figure.title, width // 8),
        "subtitle": textwrap.wrap(note(result), width // 6),
        "anchor": "start", "fontSize": 16, "subtitleFontSize": 11, "offset": 14,
        "color": inks.ink, "subtitleColor": inks.faint,
    }


def framed(spec: dict[str, Any], figure: Figure, result: Result, width: int) -> dict[str, Any]:
    """The chart as a picture of its own: on a white page, with title and note."""
    return {**spec, "background": theme.INKS["light"].page, "padding": 12,
            "title": title(figure, result, width), "description": figure.alt}
