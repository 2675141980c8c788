"""The reference results as figures in words, and the marks by which documents quote them.

A mark is an HTML comment; what stands between it and its end is written by `Scripts/reference`:

    <!-- reference: june-2026-directive output market_disruption_pct -->…<!-- reference: end -->
    <!-- reference: fix-window output net_harm.mean less june-2026-directive -->…
    <!-- reference: table
    scenarios: june-2026-directive, fix-window
    regimes: model, output
    outcomes: market_disruption_pct as market disruption, days_to_full_relief.p50
    -->…
    <!-- reference: version -->…

A figure is a mean with its 95 % interval, or a statistic alone (mean, sd, n or p05 to p95). A
table has a row for each figure, or with `layout: wide` for each scenario and regime; with
`less: SCENARIO` its figures are paired differences. `scenarios: all` and no `regimes` take all; an
indented line goes on with the one before.
"""

import csv
import functools
import json
import pathlib
import re

from quoting import differences

MARK = re.compile(r"(<!-- reference: (?!end)(.*?)-->)(.*?)(<!-- reference: end -->)", re.S)
FENCE = re.compile(r"(^```.*?^```$)", re.M | re.S)
# From where on a figure is told in a larger unit, that unit, and its word.
SCALES = [(1e9, 1e9, " bn"), (1e6, 1e6, " m"), (1e4, 1e3, " k")]
UNITS = {"pct": "%", "pp": "points", "1": "", "share": ""}
KEYS = {"scenarios", "regimes", "outcomes", "less", "layout"}


class Unknown(Exception):
    """A figure that the reference results do not have, or a mark that cannot be read."""


class Figures:
    """The tables of a folder of reference results."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder

    def scenarios(self) -> list[str]:
        return sorted(path.parent.name for path in self.folder.glob("*/manifest.json"))

    @functools.cache
    def summary(self, scenario: str) -> dict[tuple[str, str], dict[str, str]]:
        if scenario not in self.scenarios():
            raise Unknown(f"there is no scenario {scenario}: {', '.join(self.scenarios())}")
        with open(self.folder / scenario / "summary.csv", newline="") as file:
            rows = {(row.get("regime"), row.get("outcome")): row for row in csv.DictReader(file)}
        if any(None in [*key, *row, *row.values()] for key, row in rows.items()):
            raise Unknown(f"{scenario}/summary.csv is no whole table")
        return rows

    @functools.cache
    def manifest(self, scenario: str) -> dict:
        try:
            return json.loads((self.folder / scenario / "manifest.json").read_text())
        except ValueError as problem:
            raise Unknown(f"{scenario}/manifest.json: {problem}") from None

    @functools.cache
    def differences(self) -> differences.Table:
        return differences.read(self.folder / "differences.csv")

    def regimes(self, scenario: str) -> list[str]:
        return [each for each in self.manifest(scenario)["inputs"]["regimes"] if each != "none"]

    def version(self) -> str:
        """What made the results; several versions if they were not made together."""
        made = {
            "{version} (results epoch {results_epoch})".format(**self.manifest(each)["inputs"])
            for each in self.scenarios()
        }
        return " and ".join(sorted(made))

    def row(self, scenario: str, regime: str, outcome: str, less: list[str]) -> dict[str, str]:
        """The row of an outcome, or of its difference to a scenario and perhaps another regime."""
        summary = self.summary(scenario)
        if (regime, outcome) not in summary:
            lacks = "regime" if regime not in {key[0] for key in summary} else "outcome"
            named = regime if lacks == "regime" else outcome
            raise Unknown(f"{scenario} has no {lacks} {named}")
        if not less:
            return summary[regime, outcome]
        for key, row in self.differences().items():
            if key[:2] == (scenario, regime) and key[4] == outcome and key[2] == less[0]:
                if [key[3]] == less[1:] or (len(less) == 1 and key[2] != scenario):
                    unit = "pp" if row["unit"] == "pct" else row["unit"]
                    return {**row, "unit": unit, "mean": row["mean_difference"]}
        raise Unknown(f"differences.csv has no {scenario} {regime} {outcome} less {' '.join(less)}")

    def quoted(self, words: str) -> tuple[dict[str, str], str]:
        """The row that SCENARIO REGIME OUTCOME[.STATISTIC] [less …] names, and the statistic."""
        figure, _, less = words.partition(" less ")
        if len(parts := figure.split()) != 3 or len(less.split()) > 2:
            raise Unknown(f"'{words}' is not SCENARIO REGIME OUTCOME [less SCENARIO [REGIME]]")
        outcome, _, statistic = parts[2].partition(".")
        return self.row(parts[0], parts[1], outcome, less.split()), statistic

    def told(self, words: str) -> str:
        """A figure with every digit, and the commands that made it."""
        row, statistic = self.quoted(words)
        scenarios = dict.fromkeys([words.split()[0], row.get("base_scenario", words.split()[0])])
        cells = [f"{key} {value}" for key, value in row.items() if key != "experiment_id"]
        commands = [self.manifest(each)["command"] for each in scenarios]
        return "\n".join([figure(row, statistic), ", ".join(cells), self.version(), *commands])


# Words.

def figure(row: dict[str, str], statistic: str = "", unit: bool = True) -> str:
    """A mean with its interval, or one statistic, to the digits that the interval warrants."""
    column = statistic or "mean"
    if column not in row or column in ("regime", "outcome", "unit", "experiment_id"):
        raise Unknown(f"there is no statistic {statistic}")
    if row["n"] == "0":
        return "–"
    if not row[column]:
        return "not by the end" if row["unit"] == "days" else "–"
    if column == "n":
        return row[column]
    name = UNITS.get(row["unit"], row["unit"]) if unit else ""
    value, low, high = (float(row[key] or "nan") for key in (column, "ci95_low", "ci95_high"))
    if column != "mean" or low != low:
        low = high = value
    largest = max(abs(value), abs(low), abs(high))
    scale, word = next((each[1:] for each in SCALES if largest >= each[0]), (1, ""))
    value, low, high, largest = (each / scale for each in (value, low, high, largest))
    decimals = max(places(2, max(high - value, value - low)), places(9.95, largest))
    if low == high:
        decimals = places(99.95, largest)
    if largest < 0.5e-6:  # What subtracting leaves of nothing.
        value, low, high, decimals = 0.0, 0.0, 0.0, 0
    texts = [f"{round(each, decimals) + 0:,.{decimals}f}" for each in (value, low, high)]
    interval = "" if statistic or low == high else f" ({texts[1]} to {texts[2]})"
    return texts[0] + word + (name and " " + name) + interval


def places(least: float, size: float) -> int:
    """Decimals, at most six, from which on what stands before the point would be that much: as in
    the answers of the program, an interval shows the first digit that it leaves in doubt, one more
    where that is a 1, and two digits of its largest number at least."""
    return next((each for each in range(6) if size * 10**each >= least), 6) if size else 0


# Documents.

def filled(text: str, figures: Figures) -> str:
    """A document with what its marks ask for; code between fences is left as it is."""
    parts = FENCE.split(text)
    for number in range(0, len(parts), 2):
        begun = parts[number].count("<!-- reference: ")
        if begun != 2 * len(MARK.findall(parts[number])):
            raise Unknown("a mark '<!-- reference: … -->' has no end, or an end no mark")
        parts[number] = MARK.sub(lambda each: each[1] + asked(each[2], figures) + each[4],
                                 parts[number])
    return "".join(parts)


def asked(words: str, figures: Figures) -> str:
    if words.strip() == "version":
        return figures.version()
    if words.split()[:1] == ["table"]:
        return "\n\n" + "\n".join(table(words, figures)) + "\n\n"
    return figure(*figures.quoted(" ".join(words.split())))


def table(words: str, figures: Figures) -> list[str]:
    whole = re.sub(r"\n[ \t]+", " ", words.strip())
    lines = [line.partition(":") for line in whole.splitlines()[1:]]
    asks = {key.strip(): [each.strip() for each in rest.split(",")] for key, _, rest in lines}
    if not {"scenarios", "outcomes"} <= set(asks) <= KEYS:
        raise Unknown(f"a table takes {', '.join(sorted(KEYS))}, not {', '.join(asks)}")
    scenarios = figures.scenarios() if asks["scenarios"] == ["all"] else asks["scenarios"]
    less = asks.get("less", [""])[0].split()
    outcomes = [each.partition(" as ")[::2] for each in asks["outcomes"]]
    pairs = [
        (scenario, regime) for scenario in scenarios
        for regime in asks.get("regimes") or figures.regimes(scenario)
        if regime in figures.regimes(scenario) or len(scenarios) == 1
    ]
    cells = [
        [figures.quoted(" ".join([*pair, outcome, *(["less", *less] if less else [])]))
         for outcome, _ in outcomes]
        for pair in pairs
    ]
    head = ["scenario", "regime"]
    names = [title or f"`{outcome}`" for outcome, title in outcomes]
    if asks.get("layout") == ["wide"]:
        head[0] += f", less {' '.join(less)}" if less else ""
        units = [UNITS.get(row["unit"], row["unit"]) for row, _ in cells[0]]
        head += [f"{name}, {unit}" if unit else name for name, unit in zip(names, units)]
        body = [[*pair, *(figure(*each, unit=False) for each in row)]
                for pair, row in zip(pairs, cells)]
    else:
        what = f"less {' '.join(less)}" if less else "mean"
        head += ["outcome", f"{what} (95 % interval)"]
        body = [[*pair, name, figure(*each)]
                for pair, row in zip(pairs, cells) for name, each in zip(names, row)]
    return [f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *body]]
