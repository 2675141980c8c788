"""Every figure as a file of its own, for papers."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import Literal

import vl_convert

from embargo.words import Path
from embargo.figures import theme
from embargo.figures.figure import WIDE
from embargo.report.contents import contents
from embargo.report.framed import framed
from embargo.report.page import VEGA_LITE, figures_of
from embargo.result import Result, load

Format = Literal["svg", "png"]


def export_figures(
    result: Result | Path, folder: Path, formats: Sequence[Format] = ("svg", "png"), *,
    experiment: int = 1, program: Path | None = None,
) -> list[pathlib.Path]:
    """Writes every figure of a result into a folder, made where it is absent; gives the paths.

    Light colours on white, with title and disclaimer; PNG at twice the size.
    ``captions.md`` there has their titles and captions. Figures that the result does not allow are left out.
    """
    if not isinstance(result, Result):
        result = load(result)
    place = pathlib.Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    written, captions = [], []
    for figure in figures_of(contents(result, experiment, program)):
        spec = framed(theme.themed(figure.draw(WIDE), "light").to_dict(), figure, result, WIDE)
        for form in formats:
            path = place / f"{figure.id}.{form}"
            if form == "svg":
                path.write_text(
                    vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE), encoding="utf-8")
            else:
                path.write_bytes(
                    vl_convert.vegalite_to_png(spec, vl_version=VEGA_LITE, scale=2))
            written.append(path)
        captions.append(f"**{figure.title}.** {figure.caption} (`{figure.id}`)\n")
    (place / "captions.md").write_text("\n".join(captions), encoding="utf-8")
    return written
