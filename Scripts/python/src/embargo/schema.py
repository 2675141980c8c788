"""Columns as a result's data package describes them, and the types they are read with."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pandas as pd


@dataclasses.dataclass(frozen=True)
class Column:
    """One column of a table.

    ``type`` is that of the Table Schema (integer, number, string, boolean, date), ``unit`` as in
    the tables (pct is 0 to 100, share 0 to 1, pp percentage points; empty where rows differ or
    there is none). ``details`` holds what else is said of it: for a parameter ``address``,
    ``evidence`` and ``source``; for an outcome ``sign`` and ``comparison``.
    """

    name: str
    type: str
    unit: str
    meaning: str
    is_required: bool
    details: Mapping[str, str]

    @property
    def dtype(self) -> str:
        """The pandas type; the nullable one of whole numbers where values may be missing."""
        return {
            "integer": "int64" if self.is_required else "Int64",
            "number": "float64",
            "string": "string",
            "boolean": "boolean",
            "date": "datetime64[s]",
        }[self.type]


@dataclasses.dataclass(frozen=True)
class Table:
    """One table: its file, what it holds, its key, and its columns in order."""

    name: str
    path: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    digest: str
    """SHA-256 of the file, in hexadecimal digits."""

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError with the names there are."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")

    def describe(self) -> pd.DataFrame:
        """A row for each column: type, unit, meaning, and what else is said of it."""
        rows = [
            {"column": c.name, "type": c.type, "unit": c.unit, "meaning": c.meaning, **c.details}
            for c in self.columns
        ]
        return pd.DataFrame(rows).set_index("column").astype("string")


def table(resource: Mapping[str, Any]) -> Table:
    """A table of a data package. Raises KeyError where the resource is none."""
    schema = resource["schema"]
    return Table(
        name=resource["name"], path=resource["path"], meaning=resource.get("description", ""),
        key=tuple(schema.get("primaryKey", ())),
        columns=tuple(_column(field) for field in schema["fields"]),
        digest=resource.get("hash", "").removeprefix("sha256:"),
    )


def _column(field: Mapping[str, Any]) -> Column:
    plain = ("name", "type", "unit", "description", "constraints")
    return Column(
        name=field["name"], type=field["type"], unit=field.get("unit", ""),
        meaning=field.get("description", ""),
        is_required=bool(field.get("constraints", {}).get("required")),
        details={key: str(value) for key, value in field.items() if key not in plain},
    )
