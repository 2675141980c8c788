"""Numbers as words: three significant digits, with the unit that the tables give them."""

from __future__ import annotations

import math

TIGHT = "\N{NO-BREAK SPACE}"
"""Between a number and its unit."""
_SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_UNITS = {"pct": "%", "USD": "", "1": "", "share": ""}
MINUS = "\N{MINUS SIGN}"


TINY = 0.001
"""Below it an outcome is told as under it: no estimate here is known to be so small."""


def number(value: float) -> str:
    """A number of three significant digits: ``1,720``, ``0.0123``, ``3.74 bn``; ``–`` for none,
    ``under 0.001`` for less."""
    if value is not None and 0 < abs(value) < TINY:
        return f"under {TINY}" if value > 0 else f"between {MINUS}{TINY} and 0"
    return exact(value)


def exact(value: float, digits: int = 3) -> str:
    """A number of so many significant digits, however small: for parameters and data."""
    if value is None or math.isnan(value):
        return "–"
    for size, name in _SHORT:
        if abs(value) >= size * (1 - 0.5 * 10 ** -digits):
            return exact(value / size, digits) + TIGHT + name
    if abs(value) >= 1e5:
        return exact(value / 1e3, digits) + TIGHT + "k"
    sign = MINUS if value < 0 else ""
    value = float(f"{abs(value):.{digits - 1}e}")
    if value == 0:
        return "0"
    if value < 1e-4:
        return sign + f"{value:.{digits - 1}e}".replace("e-0", "e-").replace("-", MINUS)
    places = max(0, digits - 1 - math.floor(math.log10(value)))
    return sign + f"{value:,.{min(places, 6)}f}"


def amount(value: float, unit: str) -> str:
    """A number with its unit: ``2.49 %``, ``USD 3.74 bn``, ``14.5 days``."""
    if value is None or math.isnan(value):
        return "–"
    if unit == "USD":
        return f"USD{TIGHT}{number(value)}"
    return (number(value) + TIGHT + _UNITS.get(unit, unit)).rstrip(TIGHT)


def span(low: float, high: float) -> str:
    """A range: ``2.32 to 2.66``."""
    return f"{number(low)} to {number(high)}"


def share(value: float) -> str:
    """A share from 0 to 1 as a percentage: ``85 %``."""
    if value is None or math.isnan(value):
        return "–"
    percent = 100 * value
    if 0 < percent < 0.5:
        return f"under 1{TIGHT}%"
    if 99.5 <= percent < 100:
        return f"over 99{TIGHT}%"
    return f"{percent:.0f}{TIGHT}%"


def listed(words: list[str]) -> str:
    """``a, b and c``."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""
