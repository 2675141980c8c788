"""One page of a result, whole in itself, and its figures for papers.

    report("Results/june-2026-directive")                        the page, beside the folder
    export_figures("Results/june-2026-directive", "figures")     an SVG and a PNG of each figure

The page needs no network and asks for none: charts, words, tables, style and script are in the one
file. The same result gives the same bytes.
"""

from embargo.report.exporting import export_figures
from embargo.report.page import report

__all__ = ["export_figures", "report"]
