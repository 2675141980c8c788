"""Results that hold what a test knows, written as the program writes them."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import numpy as np
import pandas as pd

import embargo
from embargo.result import Result

REGIME = "model"
Frame = pd.DataFrame


def sweep(folder: pathlib.Path, design: Frame, values: np.ndarray, seed: int = 1) -> Result:
    """A sweep of a design, with values (experiments × futures) of the outcome ``y``."""
    experiments = design.copy()
    experiments.insert(0, "experiment_id", np.arange(1, len(design) + 1))
    return write(folder, experiments, _outcomes(values), None, seed)


def run(folder: pathlib.Path, drawn: Frame, values: np.ndarray, per_draw: int = 1) -> Result:
    """A run with a row of drawn parameters and a value of ``y`` for each replication."""
    draws = drawn.copy()
    count = len(draws)
    draws.insert(0, "experiment_id", 1)
    draws.insert(1, "replication", np.arange(1, count + 1))
    draws.insert(2, "draw", np.arange(count) // per_draw + 1)
    return write(folder, Frame({"experiment_id": [1]}), _outcomes(values[None, :]), draws, 1)


def _outcomes(values: np.ndarray) -> Frame:
    experiments, futures = values.shape
    return Frame({
        "experiment_id": np.repeat(np.arange(1, experiments + 1), futures),
        "replication": np.tile(np.arange(1, futures + 1), experiments),
        "regime": REGIME, "status": "ok", "y": values.ravel()})


def write(
    folder: pathlib.Path, experiments: Frame, outcomes: Frame, draws: Frame | None, seed: int,
) -> Result:
    folder.mkdir(parents=True)
    tables = {"experiments": (experiments, ["experiment_id"]),
              "outcomes": (outcomes, ["experiment_id", "replication", "regime"])}
    if draws is not None:
        tables["draws"] = (draws, ["experiment_id", "replication"])
    resources = []
    for name, (frame, key) in tables.items():
        columns = {each: str(each).replace(".", "__").replace("-", "_") for each in frame}
        frame.rename(columns=columns).to_csv(folder / f"{name}.csv", index=False)
        resources.append({
            "name": name, "path": f"{name}.csv", "description": "",
            "schema": {"fields": [_field(address, column, key, frame[address])
                                  for address, column in columns.items()],
                       "primaryKey": key}})
    package = {"resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package))
    inputs = {"version": "0", "scenario_sha256": "0", "seed": seed, "per_draw": 1,
              "regimes": ["none", REGIME]}
    (folder / "manifest.json").write_text(json.dumps({"inputs": inputs, "command": "embargo"}))
    return embargo.load(folder)


def _field(address: str, column: str, key: list[str], values: pd.Series[Any]) -> dict[str, Any]:
    kind = ("string" if not pd.api.types.is_numeric_dtype(values)
            else "integer" if pd.api.types.is_integer_dtype(values) else "number")
    field: dict[str, Any] = {"name": column, "type": kind, "unit": "share"}
    if column in key:
        field["constraints"] = {"required": True}
    elif "." in address:
        field["address"] = address
    return field
