"""Figures of a result: charts with the words and the numbers that belong to them.

    result = embargo.load("Results/june-2026-directive")
    figure = figures.headline(result)
    figure.title, figure.caption, figure.alt     words: what it shows, how to read it, what it says
    figure.data                                  the numbers behind it, columns named for readers
    figure.chart                                 an Altair chart, as wide as a desktop's page
    figure.draw(345)                             the same for a phone: any width in pixels
    figures.themed(figure.chart, "dark")         with the colours of a mode, for a page of your own

Every function takes a ``Result`` of any size and any regimes, and for a sweep ``experiment``, the
number of one of its experiments (1, unless told). Where a result lacks what a figure needs the
function raises ``NotDrawn``, whose words say what is missing, for the reader. Charts are
transparent and name no font or ink: ``themed`` (or ``theme.config``) gives them both, and without
it they look as Altair's own.

| figure | shows |
|---|---|
| ``headline(result)`` | market disruption and defender capability loss: distributions and means |
| ``parts(result)`` | what market disruption is made of |
| ``fan(result, series)`` | one of ``series_of(result)`` over time, a panel for each regime |
| ``relief(result)`` | the share of futures with relief by each day, by route |
| ``defenders(result)`` | defender capability loss by group |
| ``incidents(result)`` | security incidents added, avoided and net, on an assumed scale |
| ``tornado(result, regime, outcome)`` | what drives an outcome, and what chance would do |
| ``contrasts(result, outcome)`` | regime against regime in the same futures |
| ``regret(result)`` | how much worse than the best regime of a draw |
| ``history(trace, regime, replication)`` | one future; ``data`` tells its main lines |
| ``assumptions(result)`` | uncertain parameters by evidence grade; ``data`` lists them |

``typical(result)`` picks a regime and a replication, and ``history_of(result, regime,
replication)`` has the program tell that future again.

``colours(regimes)`` gives the colour of each regime, the same in every figure.
"""

from embargo.figures.comparisons import contrasts, regret
from embargo.figures.disruption import parts
from embargo.figures.drivers import tornado
from embargo.figures.evidence import assumptions
from embargo.figures.fans import SERIES, fan, series_of
from embargo.figures.figure import Figure, NotDrawn
from embargo.figures.groups import defenders
from embargo.figures.headlines import headline
from embargo.figures.histories import history, history_of, typical
from embargo.figures.reliefs import relief
from embargo.figures.security import incidents
from embargo.figures.theme import colours, themed

__all__ = [
    "SERIES", "Figure", "NotDrawn", "assumptions", "colours", "contrasts", "defenders", "fan",
    "headline", "history", "history_of", "incidents", "parts", "regret", "relief", "series_of",
    "themed", "tornado", "typical",
]
