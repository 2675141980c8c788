"""Every number on the page is the one in the tables, which are read here without the package."""

from __future__ import annotations

import csv
import html.parser
import json
import pathlib
import re

import pytest

import embargo

SIZES = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12, "%": 0.01}


class Page(html.parser.HTMLParser):
    """The elements that name a number of the tables, with their own text, and all plain text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.numbers: list[tuple[dict[str, str | None], str]] = []
        self.scripts: dict[str, str] = {}
        self.words = ""
        self._open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("td", "span", "script", "small"):
            self._open.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            _, attributes, parts = self._open.pop()
            if "data-statistic" in attributes:
                self.numbers.append((attributes, "".join(parts).strip()))
            if tag == "script" and attributes.get("id"):
                self.scripts[str(attributes["id"])] = "".join(parts)

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1][2].append(data)
        else:
            self.words += data


@pytest.fixture(scope="module")
def page(june_page: pathlib.Path) -> Page:
    return Page(june_page.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def summary(june: embargo.Result) -> dict[tuple[str, str], dict[str, str]]:
    with (june.folder / "summary.csv").open(encoding="utf-8", newline="") as file:
        return {(row["regime"], row["outcome"]): row for row in csv.DictReader(file)}


def test_every_number_is_that_of_the_summary(
    page: Page, summary: dict[tuple[str, str], dict[str, str]],
) -> None:
    checked = 0
    for attributes, text in page.numbers:
        key = (str(attributes["data-regime"]), str(attributes["data-outcome"]))
        if str(attributes["data-statistic"]).startswith("share_none"):
            continue
        raw = summary[key][str(attributes["data-statistic"])]
        told = float(str(attributes["data-value"]))
        assert (told != told) if raw == "" else told == float(raw), (key, attributes)
        _as_told(text, told, key)
        checked += 1
    outcomes = [key for key in summary if key[0] != "none" and summary[key]["n"] != "0"]
    assert checked >= 6 * len(outcomes)


def _as_told(text: str, value: float, key: tuple[str, str]) -> None:
    """The text is the value rounded to three digits, or to a whole percentage."""
    if value != value:
        assert text == "–" or text.startswith("over "), (key, text)
        return
    if text in ("under 0.001", "between \u22120.001 and 0"):
        assert 0 < abs(value) < 0.001 and (value > 0) == text.startswith("under"), (key, text)
        return
    if text.startswith(("under 1", "over 99")):
        assert 0 < value < 0.005 or 0.995 <= value < 1, (key, text)
        return
    number, _, unit = text.replace("\u2212", "-").replace(",", "").partition("\u00a0")
    rounding = 0.005001 if unit == "%" else max(abs(value) * 0.0051, 1e-300)
    assert abs(float(number) * SIZES.get(unit, 1) - value) <= rounding, (key, text, value)


def test_the_answer_covers_every_acting_regime(page: Page, june: embargo.Result) -> None:
    told = {(attributes["data-regime"], attributes["data-outcome"], attributes["data-statistic"])
            for attributes, _ in page.numbers}
    for regime in june.regimes:
        for outcome in ("market_disruption_pct", "market_disruption_usd",
                        "defender_capability_loss_pct", "net_harm"):
            assert {(regime, outcome, name) for name in ("mean", "ci95_low", "ci95_high")} <= told


def test_futures_without_relief_are_those_of_the_outcomes(
    page: Page, june: embargo.Result,
) -> None:
    with (june.folder / "outcomes.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["order_issued"] == "1"]
    found = {str(attributes["data-regime"]): float(str(attributes["data-value"]))
             for attributes, _ in page.numbers if attributes["data-statistic"] == "share_none"}
    assert set(found) == set(june.regimes)
    for regime, share in found.items():
        mine = [row for row in rows if row["regime"] == regime]
        without = sum(row["days_to_full_relief"] == "" for row in mine)
        assert share == pytest.approx(without / len(mine))


def test_the_words_of_the_answer_tell_the_largest_mean(
    page: Page, summary: dict[tuple[str, str], dict[str, str]],
) -> None:
    means = {regime: float(row["mean"]) for (regime, outcome), row in summary.items()
             if outcome == "market_disruption_pct"}
    worst = max(means, key=means.__getitem__)
    said = re.search(r"The market loses most under ‘(.+?)’: ([\d.]+)\u00a0%", page.words)
    assert said and said[1] == worst
    assert float(said[2]) == pytest.approx(means[worst], rel=0.006)


def test_the_charts_hold_the_numbers_of_the_summary(
    page: Page, summary: dict[tuple[str, str], dict[str, str]],
) -> None:
    held = json.loads(page.scripts["charts"])
    found = 0
    for spec in held["charts"]["headline"].values():
        for name in spec["usermeta"]["datasets"]:
            columns, rows = held["data"][name]["columns"], held["data"][name]["rows"]
            if "ci95_low" not in columns:
                continue
            means = {row[columns.index("mean")] for row in rows}
            told = [{float(row["mean"]) for (_, outcome), row in summary.items()
                     if outcome == wanted and _ != "none"}
                    for wanted in ("market_disruption_pct", "market_disruption_usd",
                                   "defender_capability_loss_pct")]
            assert means in told
            found += 1
    assert found >= 3


def test_the_same_result_gives_the_same_page(
    june: embargo.Result, june_page: pathlib.Path, tmp_path: pathlib.Path,
) -> None:
    from embargo.report import report

    assert report(june, tmp_path / "again.html").read_bytes() == june_page.read_bytes()
