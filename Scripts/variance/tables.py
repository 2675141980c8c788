"""Reads the runs of every structure and makes the tables of the study."""

from __future__ import annotations

import io
import json
import pathlib
import subprocess
import sys

import numpy as np
import pandas as pd

from variance import conclusions
from variance import split as parts
from variance.conclusions import BROAD, DEFENDERS, FACTORS, MARKET, NARROW, OUTCOMES, THEORIES

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "embargo"
SCENARIOS = {
    "competing": "Scenarios/studies/structure.json5",
    "single": "Scenarios/studies/structure-single-route.json5",
}
ONE_ROUTE = "relief.fixed_full_days"
ROUTE_PART = "of both parts of parameters: day of the one route"
CELLS = tuple(range(len(FACTORS)))


def regimes(theory: str, forms: list[str]) -> list[list[list[str]]]:
    """The regimes of a theory by published weights, persons and form.

    Support is of listed users, so residents are no question there.
    """
    persons = ["listed"] if theory in (BROAD, NARROW) else FACTORS["persons"]
    return [[[f"{theory}_{published}_{person}_{form}" for form in forms] for person in persons]
            for published in FACTORS["published"]]


class Simulated:
    """Every outcome by structure, draw and history, and the parameters of every draw."""

    def __init__(self, runs: pathlib.Path) -> None:
        self.folders = [
            runs / f"{relief}{length}" for length in ["", "-longer"] for relief in SCENARIOS]
        self.inputs = json.loads((self.folders[0] / "manifest.json").read_text())["inputs"]
        self.outcomes = {folder.name: self._outcomes(folder) for folder in self.folders}
        first, second = (self._draws(runs / relief) for relief in SCENARIOS)
        if not first.equals(second[first.columns]):
            sys.exit("the runs differ in their draws: make both again")
        second = second.loc[:, second.nunique() > 1]
        self.known = self._known().loc[second.columns].set_index("address")
        self.parameters = parts.Parameters(second.set_axis(self.known.index, axis=1))

    def _outcomes(self, folder: pathlib.Path) -> dict[str, np.ndarray]:
        rows = pd.read_csv(
            folder / "outcomes.csv", usecols=["replication", "regime", "status", *OUTCOMES])
        if failed := sorted({*rows.loc[rows["status"] != "ok", "replication"]}):
            sys.exit(f"replications {failed} failed: see {folder}/failures.csv")
        shape = len(OUTCOMES), -1, self.inputs["per_draw"]
        return {
            regime: table.sort_values("replication")[OUTCOMES].to_numpy().T.reshape(shape)
            for regime, table in rows.groupby("regime")
        }

    def _draws(self, folder: pathlib.Path) -> pd.DataFrame:
        rows = pd.read_csv(folder / "draws.csv").drop_duplicates("draw").reset_index(drop=True)
        return rows.drop(columns=["experiment_id", "replication", "draw", "seed"])

    def _known(self) -> pd.DataFrame:
        """What the program lists of each parameter, by its column in a table of draws."""
        listed = subprocess.run(
            [PROGRAM, "list", "parameters", SCENARIOS["single"], "--format", "csv"],
            cwd=ROOT, check=True, capture_output=True, text=True).stdout
        known = pd.read_csv(io.StringIO(listed))
        columns = known["address"].str.replace(".", "__").str.replace("-", "_")
        return known.set_index(columns.rename("column"))

    def __call__(self, outcome: str, theory: str, longer: bool = False) -> np.ndarray:
        """Axes: the factors in order, draws, histories."""
        names = regimes(theory, ["rule"] if longer else FACTORS["form"])
        place = OUTCOMES.index(outcome)
        return np.stack([
            np.array([[[self.outcomes[relief + "-longer" * longer][name][place] for name in inner]
                       for inner in outer] for outer in names])
            for relief in SCENARIOS], axis=3)

    def first_order(self, values: np.ndarray) -> pd.DataFrame:
        """What parameters explain of the draw means over all structures."""
        means = values.mean(axis=(*CELLS, -1))
        known = self.parameters
        if len(means) < len(known.drawn):
            known = parts.Parameters(known.drawn.iloc[: len(means)])
        return known.first_order(means).assign(variance=means.var(ddof=1))


def variance_split(y: Simulated) -> pd.DataFrame:
    tables = []
    for outcome in [MARKET, DEFENDERS]:
        subjects = {theory: y(outcome, theory) for theory in [*THEORIES, NARROW]}
        subjects |= {f"{a} - {b}": y(outcome, a) - y(outcome, b)
                     for a, b in [("model", "output"), ("output", "weight"), ("output", BROAD)]}
        subjects |= {f"{theory}, letters": conclusions.at(y(outcome, theory), "form", "letter")
                     for theory in THEORIES}
        for subject, values in subjects.items():
            scales = {"percent": values}
            if subject in THEORIES:
                ranks = pd.Series(values.ravel()).rank(pct=True).to_numpy()
                scales["rank"] = ranks.reshape(values.shape)
            for scale, scaled in scales.items():
                table = parts.split(scaled, list(FACTORS))
                means = np.column_stack([c.mean(1) for c in parts.effects(scaled).values()])
                explained = y.parameters.explained(means)[y.parameters.place(ONE_ROUTE)]
                route = explained @ means.var(0, ddof=1)
                total = table.loc["total", "variance"]
                table.loc[ROUTE_PART] = [route, route / total if total else 0, np.nan, np.nan]
                tables.append(table.rename_axis("component").reset_index().assign(
                    outcome=outcome, subject=subject, scale=scale))
    keys = ["outcome", "subject", "scale", "component"]
    return pd.concat(tables).set_index(keys).reset_index()


def factors(y: Simulated) -> pd.DataFrame:
    rows = []
    for outcome in [MARKET, DEFENDERS]:
        for theory in [*THEORIES, NARROW]:
            for factor, (first, second) in FACTORS.items():
                values = y(outcome, theory)
                if values.shape[list(FACTORS).index(factor)] == 1:
                    continue
                change = conclusions.step(values, factor)
                means = change.mean(axis=(*CELLS, -1))
                error = 1.96 * means.std(ddof=1) / np.sqrt(len(means))
                rows.append([outcome, theory, factor, first, second, (change != 0).mean(),
                             means.mean(), means.mean() - error, means.mean() + error])
    return pd.DataFrame(rows, columns=["outcome", "theory", "factor", "from_level", "to_level",
                                       "futures_moved_share", "mean", "ci95_low", "ci95_high"])


def drivers(y: Simulated, variances: pd.DataFrame) -> pd.DataFrame:
    tables = []
    share = variances[variances["scale"] == "percent"]
    share = share.set_index(["outcome", "subject", "component"])
    for outcome in [MARKET, DEFENDERS]:
        for theory in THEORIES:
            values = y(outcome, theory)
            table = y.first_order(values).head(10)
            means = values.mean(axis=(*CELLS, -1))
            variance = table["explained"] * table["variance"]
            wholes = {"parameters_share": parts.PARAMETERS, "total_share": "total"}
            for name, whole in wholes.items():
                table[name] = variance / share.loc[(outcome, theory, whole), "variance"]
            for end in ["low", "high"]:
                table[f"{end}_third_mean"] = [
                    means[y.parameters.third(name, end)].mean() for name in table.index]
            front = {"outcome": outcome, "theory": theory, "rank": range(1, len(table) + 1),
                     "parameter": table.index,
                     "evidence": y.known.loc[table.index, "evidence"]}
            tables.append(table.drop(columns="variance").assign(**front)[[*front, *(
                name for name in table.columns if name != "variance")]])
    return pd.concat(tables, ignore_index=True)


def tested(y: Simulated) -> pd.DataFrame:
    """Every conclusion in every structure, over all draws and over thirds of them."""
    tables = []
    for conclusion, quantities in conclusions.conclusions(y).items():
        for theory, values in quantities.items():
            values = conclusions.without_repeats(values)
            found = y.first_order(values)
            found = found[found["explained"] > found["noise"]].head(3)
            samples = {("", ""): np.ones(len(y.parameters.drawn), bool)}
            samples |= {(name, end): y.parameters.third(name, end)
                        for name in found.index for end in ["low", "high"]}
            for (name, end), draws in samples.items():
                table = conclusions.verdicts(values, draws)
                front = {"conclusion": conclusion, "theory": theory, "parameter": name,
                         "third": end}
                tables.append(table.assign(**front)[[*front, *table.columns]])
    table = pd.concat(tables, ignore_index=True)
    table.insert(0, "number", table["conclusion"].factorize()[0] + 1)
    return table


def summary(tests: pd.DataFrame) -> pd.DataFrame:
    """A row for each conclusion: how often it clearly holds, and where it does not."""
    rows = []
    for (number, conclusion), part in tests.groupby(["number", "conclusion"], sort=False):
        everywhere = part["parameter"] == ""
        row = {"number": number, "conclusion": conclusion}
        for name, sample in {"structures": part[everywhere], "thirds": part[~everywhere]}.items():
            counts = sample["verdict"].value_counts()
            row |= {f"{name}_{verdict}": counts.get(verdict, 0)
                    for verdict in ["holds", "unclear", "fails"]}
        futures = part.loc[everywhere, "futures_share"]
        row |= {"futures_share_low": futures.min(), "futures_share_high": futures.max()}
        for verdict in ["unclear", "fails"]:
            row[f"{verdict}_in"] = common(part[everywhere], verdict)
        failing = part[~everywhere & (part["verdict"] == "fails")]
        ends = failing["third"] + " " + failing["parameter"]
        row["fails_in_thirds"] = "; ".join(ends.value_counts().index)
        rows.append(row)
    return pd.DataFrame(rows)


def common(part: pd.DataFrame, verdict: str) -> str:
    """What the structures with a verdict share that not all have."""
    chosen = part[part["verdict"] == verdict]
    if chosen.empty:
        return ""
    told = []
    for column in ["theory", *FACTORS]:
        levels = [level for level in chosen[column].unique() if level]
        if levels and len(levels) < part[column].replace("", np.nan).nunique():
            told.append(" or ".join(levels))
    return ", ".join(told) or "no pattern"
