"""Figures in words: what a reader sees must be what the table has."""

import pytest

from quoting.figures import figure


def row(mean: str, low: str = "", high: str = "", unit: str = "USD", n: str = "1000") -> dict:
    return {"unit": unit, "n": n, "mean": mean, "ci95_low": low, "ci95_high": high, "p50": mean}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("703895.9", "568000", "842000"), "704 k USD (568 to 842)"),
        (("1234567890", "1.1e9", "1.4e9"), "1.23 bn USD (1.10 to 1.40)"),
        (("2340000", "2e6", "2.7e6"), "2.3 m USD (2.0 to 2.7)"),
        (("827", "312", "1342"), "827 USD (312 to 1,342)"),
        (("0", "0", "0"), "0 USD"),
        (("-45", "-113", "24"), "-45 USD (-113 to 24)"),
    ],
)
def test_scale(cells: tuple[str, str, str], told: str) -> None:
    assert figure(row(*cells)) == told


def test_what_never_came_is_said() -> None:
    assert figure(row("", unit="days") | {"p50": ""}, "p50") == "not by the end"
    assert figure(row("", n="0")) == "–"
