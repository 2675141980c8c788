"""What one scenario gives less what another gives, future by future.

Two scenarios that share their seed share their futures, so that the difference of two means is
known far better than either mean. It can only be taken while the rows of both runs are there;
`Results/reference/differences.csv` keeps it for the outcomes below, all of which every future has.
The interval is Student's t over the paired differences.
"""

import csv
import itertools
import math
import pathlib

OUTCOMES = [
    "market_disruption_usd", "market_disruption_pct", "outage_loss_usd", "release_delay_usd",
    "quality_loss_usd", "lost_margin_usd", "migration_cost_usd", "idle_compute_usd",
    "staff_cost_usd", "revenue_displaced_usd", "outage_days", "federal_seats_lost",
    "foreign_share_change_final_pp", "open_share_change_final_pp", "defender_days_lost",
    "defender_capability_loss_pct", "partner_capability_loss_pct", "attacker_capability_loss_pct",
    "exposure_days_added", "incidents_added", "incidents_avoided", "net_incidents", "net_harm",
    "order_issued",
]
KEY = ["scenario", "regime", "base_scenario", "base_regime", "outcome"]
COLUMNS = [*KEY, "unit", "n", "mean_difference", "ci95_low", "ci95_high"]
Table = dict[tuple[str, ...], dict[str, str]]


class Futures:
    """The outcomes of a run, by regime, in the order of its replications."""

    def __init__(self, folder: pathlib.Path):
        self.replications: dict[str, list[str]] = {}
        self.values: dict[tuple[str, str], list[float]] = {}
        with open(folder / "outcomes.csv", newline="") as file:
            for row in csv.DictReader(file):
                regime = row["regime"]
                if regime == "none":
                    continue
                self.replications.setdefault(regime, []).append(row["replication"])
                for outcome in OUTCOMES:
                    self.values.setdefault((regime, outcome), []).append(float(row[outcome]))
        with open(folder / "summary.csv", newline="") as file:
            self.units = {row["outcome"]: row["unit"] for row in csv.DictReader(file)}

    def regimes(self) -> list[str]:
        return list(self.replications)


def among(scenario: str, futures: Futures) -> Table:
    """Every regime of a scenario less every other."""
    pairs = itertools.permutations(futures.regimes(), 2)
    return table(scenario, futures, scenario, futures, list(pairs))


def between(scenario: str, futures: Futures, base_scenario: str, base: Futures) -> Table:
    """Each regime of a scenario less its counterpart in the base, where it has one."""
    pairs = [(each, counterpart(each, base.regimes())) for each in futures.regimes()]
    return table(scenario, futures, base_scenario, base, [pair for pair in pairs if pair[1]])


def counterpart(regime: str, regimes: list[str]) -> str | None:
    """The regime of the same name, or the one it is a variant of: `output-ace` of `output`."""
    known = [each for each in regimes if regime == each or regime.startswith(each + "-")]
    return max(known, key=len, default=None)


def table(
    scenario: str, futures: Futures, base_scenario: str, base: Futures, pairs: list[tuple[str, str]]
) -> Table:
    rows = {}
    for regime, base_regime in pairs:
        if futures.replications[regime] != base.replications[base_regime]:
            raise ValueError(f"{scenario} and {base_scenario} do not run the same replications")
        for outcome in OUTCOMES:
            values = futures.values[regime, outcome]
            less = base.values[base_regime, outcome]
            n, *numbers = interval([a - b for a, b in zip(values, less, strict=True)])
            key = (scenario, regime, base_scenario, base_regime, outcome)
            cells = [*key, futures.units[outcome], str(n), *(f"{number:.9g}" for number in numbers)]
            rows[key] = dict(zip(COLUMNS, cells, strict=True))
    return rows


def interval(values: list[float]) -> tuple[int, float, float, float]:
    """Number, mean and 95 % interval of the mean; sums are exact, so that any machine agrees."""
    n = len(values)
    mean = math.fsum(values) / n
    variance = math.fsum((value - mean) ** 2 for value in values) / (n - 1)
    half = student(n - 1) * math.sqrt(variance / n)
    return n, mean, mean - half, mean + half


def student(freedom: int) -> float:
    """The 97.5 % quantile of Student's t by the expansion of Cornish and Fisher, which is exact to
    six figures from 30 degrees of freedom on."""
    z = 1.959963984540054
    terms = [z, (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96,
             (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384]
    return sum(term / freedom**power for power, term in enumerate(terms))


def read(path: pathlib.Path) -> Table:
    if not path.exists():
        return {}
    with open(path, newline="") as file:
        return {tuple(row[name] for name in KEY): row for row in csv.DictReader(file)}


def write(path: pathlib.Path, rows: Table, scenarios: list[str]) -> None:
    """Writes rows, scenario by scenario."""
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for scenario in scenarios:
            writer.writerows(row for key, row in rows.items() if key[0] == scenario)
