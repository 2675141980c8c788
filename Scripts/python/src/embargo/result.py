"""A finished result: its tables as typed data frames, with the units and meanings of columns."""

from __future__ import annotations

import hashlib
import json
import os
import pathlib
from collections.abc import Mapping
from typing import Any

import pandas as pd

from embargo import schema
from embargo.csvfile import read_csv
from embargo.errors import ResultError

NONE = "none"
"""The regime of no action, which every result has."""


def load(folder: str | os.PathLike[str], check: bool = True) -> Result:
    """Opens the folder of a finished run, sweep or back-test; tables are read when first asked for.

    With ``check`` every table is compared with its hash in ``datapackage.json`` as it is read, so
    that a table changed by hand is noticed.

    Raises FileNotFoundError where there is no such folder, ResultError where it holds no finished
    result.
    """
    return Result(pathlib.Path(folder), check)


class Result:
    """The tables of a run or sweep.

    Every table is an attribute (``result.summary``) and a data frame indexed by its key, with the
    types of the data package: whole numbers ``int64`` (``Int64`` where some may be missing),
    numbers ``float64``, text ``string``. ``frame.attrs`` holds ``units`` and ``meanings`` of the
    columns; ``describe`` gives both, and evidence and source of parameters, as a table.
    """

    def __init__(self, folder: pathlib.Path, check: bool = True) -> None:
        self.folder = folder
        self._check = check
        self._frames: dict[str, pd.DataFrame] = {}
        if not folder.is_dir():
            part = folder.with_name(folder.name + ".part")
            hint = f"; {part} is unfinished: resume=True goes on" if part.exists() else ""
            raise FileNotFoundError(f"there is no folder {folder}{hint}")
        package = folder / "datapackage.json"
        if not package.is_file():
            raise ResultError(f"{folder} holds no result: there is no datapackage.json in it")
        if (folder / "rows.bin").is_file():
            raise ResultError(f"{folder} is a shard: 'embargo merge' joins it with the others")
        self.package: dict[str, Any] = json.loads(package.read_text(encoding="utf-8"))
        self.tables: dict[str, schema.Table] = {
            r["name"]: schema.table(r) for r in self.package["resources"] if "schema" in r
        }

    def __repr__(self) -> str:
        return f"<Result {self.folder}: {', '.join(self.tables)}>"

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or name not in self.tables:
            known = ", ".join(self.__dict__.get("tables", {}))
            raise AttributeError(f"no table {name!r} in {self.folder}; there are: {known}")
        return self.table(name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.tables]

    def table(self, name: str) -> pd.DataFrame:
        """The table of that name, indexed by its key.

        Raises KeyError where there is no such table, ResultError where the file is not the one
        that was written.
        """
        table = self._table(name)
        if name not in self._frames:
            self._frames[name] = self._read(table)
        return self._frames[name]

    def describe(self, name: str) -> pd.DataFrame:
        """The columns of a table: a row for each with type, unit, meaning and what else is known,
        such as the address, evidence grade and source of a parameter.

        Raises KeyError where there is no such table.
        """
        return self._table(name).describe()

    @property
    def manifest(self) -> dict[str, Any]:
        """What was run: version, hashes of inputs, seed, and the command that makes it again."""
        return self._json("manifest.json")

    @property
    def scenario(self) -> dict[str, Any]:
        """The scenario as it was run, after ``extends``, defaults and changes."""
        return self._json("scenario.resolved.json")

    @property
    def command(self) -> str:
        """The command line that makes this result again."""
        return str(self.manifest["command"])

    @property
    def regimes(self) -> list[str]:
        """The acting regimes of all experiments, in the order of the tables; without ``none``.

        A back-test has none.
        """
        if "summary" not in self.tables:
            return []
        return [regime for regime in self.summary.index.unique("regime") if regime != NONE]

    def futures(self, regime: str) -> pd.DataFrame:
        """What was drawn and what came of it under one regime: a row for each future.

        Columns are those of ``draws``, of ``experiments`` and of ``outcomes``, but for ``status``;
        ``attrs`` has their units and meanings. Futures that failed are left out. Raises KeyError
        for a regime that was not run.
        """
        outcomes = self.outcomes
        if regime not in outcomes.index.get_level_values("regime"):
            raise KeyError(f"no regime {regime!r} in {self.folder}; there are: {self.regimes}")
        mine = outcomes.xs(regime, level="regime")
        mine = mine[mine["status"] == "ok"].drop(columns="status")
        # A swept seed stands in both tables, with the same value.
        swept = self.experiments.drop(columns="seed", errors="ignore")
        frame = self.draws.join(swept, on="experiment_id").join(mine, how="inner")
        for attribute in ("units", "meanings"):
            known = {name: text for source in (self.experiments, outcomes, self.draws)
                     for name, text in source.attrs[attribute].items()}
            frame.attrs[attribute] = {name: known[name] for name in frame.columns}
        return frame

    def _table(self, name: str) -> schema.Table:
        if name not in self.tables:
            raise KeyError(f"{self.folder} has no table {name!r}; there are: "
                           + ", ".join(self.tables))
        return self.tables[name]

    def _json(self, name: str) -> dict[str, Any]:
        data = json.loads((self.folder / name).read_text(encoding="utf-8"))
        assert isinstance(data, dict)
        return data

    def _read(self, table: schema.Table) -> pd.DataFrame:
        path = self.folder / table.path
        if self._check and table.digest:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            if digest != table.digest:
                raise ResultError(
                    f"{path} is not the table that was written: its hash is not the one in"
                    " datapackage.json (load(…, check=False) reads it all the same)")
        frame = _read_csv(path, table)
        return frame.set_index(list(table.key)) if table.key else frame


def _read_csv(path: pathlib.Path, table: schema.Table) -> pd.DataFrame:
    dates = [c.name for c in table.columns if c.type == "date"]
    dtypes = {c.name: c.dtype for c in table.columns if c.type != "date"}
    frame = read_csv(path, dtypes)
    if list(frame.columns) != [c.name for c in table.columns]:
        raise ResultError(f"the columns of {path} are not those of datapackage.json")
    for name in dates:
        frame[name] = pd.to_datetime(frame[name], format="%Y-%m-%d").astype("datetime64[s]")
    frame.attrs["units"] = _of_columns(table, "unit")
    frame.attrs["meanings"] = _of_columns(table, "meaning")
    return frame


class _Shared(dict[str, str]):
    """What all copies of a frame share: pandas copies ``attrs`` in depth at every step, which for
    hundreds of columns takes longer than the step."""

    def __deepcopy__(self, _copied: object) -> _Shared:
        return self


def _of_columns(table: schema.Table, attribute: str) -> Mapping[str, str]:
    return _Shared({column.name: getattr(column, attribute) for column in table.columns})
