"""What ``load`` gives: the types, values, keys, units and meanings of every column of every table,
against the CSV files and ``datapackage.json`` as another reader finds them."""

from __future__ import annotations

import csv
import hashlib
import json
import pathlib
import shutil
from collections.abc import Callable
from typing import Any

import embargo
import pandas as pd
import pytest
import results

# The rule, by Table Schema type and whether a value is required.
DTYPES = {
    ("integer", True): "int64", ("integer", False): "Int64",
    ("number", True): "float64", ("number", False): "float64",
    ("string", True): "string", ("string", False): "string",
    ("date", True): "datetime64[s]", ("date", False): "datetime64[s]",
    ("boolean", True): "boolean", ("boolean", False): "boolean",
}
READERS: dict[str, Callable[[str], Any]] = {
    "integer": int, "number": float, "string": str, "date": pd.Timestamp,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def hand_made(folder: pathlib.Path, name: str, fields: list[dict[str, Any]], key: list[str],
              text: str) -> pathlib.Path:
    """A folder with one table, and a data package that describes it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.csv").write_bytes(text.encode())
    digest = hashlib.sha256(text.encode()).hexdigest()
    resource = {
        "name": name, "path": f"{name}.csv", "hash": f"sha256:{digest}",
        "schema": {"primaryKey": key, "fields": fields},
    }
    path = folder / "datapackage.json"
    known = json.loads(path.read_text())["resources"] if path.exists() else []
    path.write_text(json.dumps({"resources": [*known, resource]}))
    return folder


def field(name: str, kind: str, required: bool = False, unit: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": name, "type": kind, "unit": unit, "description": f"what {name} means"}
    return found | ({"constraints": {"required": True}} if required else {})


def with_failures(folder: pathlib.Path) -> pathlib.Path:
    """A run of two futures of which the second failed under its regime."""
    key = [field("experiment_id", "integer", True), field("replication", "integer", True)]
    ids = ["experiment_id", "replication"]
    hand_made(folder, "experiments", key[:1], ids[:1], "experiment_id\n1\n")
    hand_made(folder, "draws", [*key, field("seed", "integer"), field("a__share", "number")],
              ids, "experiment_id,replication,seed,a__share\n1,1,9007199254740991,0.1\n"
              "1,2,9007199254740991,0.30000000000000004\n")
    hand_made(
        folder, "outcomes",
        [*key, field("regime", "string", True), field("status", "string"),
         field("loss_usd", "number", unit="USD"), field("net_harm", "integer")],
        [*ids, "regime"],
        "experiment_id,replication,regime,status,loss_usd,net_harm\n"
        "1,1,none,ok,0,0\n1,1,output,ok,5e-324,1\n1,2,none,ok,0,0\n1,2,output,failed,,\n")
    hand_made(
        folder, "failures", [*key, field("message", "string"), field("replay_command", "string")],
        ids, 'experiment_id,replication,message,replay_command\n'
        '1,2,"outcome ""x"" is NaN,\nnot finite",embargo run s.json5 --replications 2\n')
    inputs = {"regimes": ["none", "output"]}
    (folder / "manifest.json").write_text(json.dumps({"inputs": inputs}))
    return folder


def odd_values(folder: pathlib.Path) -> pathlib.Path:
    """Values that readers are known to spoil: words like NA, long whole numbers, last digits."""
    fields = [
        field("id", "integer", True), field("whole", "integer"), field("value", "number"),
        field("text", "string"), field("day", "date"), field("is_so", "boolean")]
    return hand_made(
        folder, "odd", fields, ["id"],
        "id,whole,value,text,day,is_so\n"
        "1,9007199254740991,0.1,NA,2026-06-09,true\n"
        "2,,0.30000000000000004,null,,false\n"
        "3,-9007199254740991,1.7976931348623157e308,007,1500-01-01,\n"
        "4,9007199254740990,,nan,2026-02-28,true\n"
        "5,0,2.2250738585072014e-308,,2600-12-31,true\n")


FOLDERS: dict[str, Callable[[pathlib.Path], pathlib.Path]] = {
    "run": lambda _: results.run(8),
    "run with --per-draw": lambda _: results.run(12, 3),
    "sweep with --timeline": lambda _: results.sweep(),
    "back-test": lambda _: results.backtest(),
    "run with failures": with_failures,
    "odd values": odd_values,
}
TABLES = {
    "run": {"experiments", "draws", "outcomes", "summary", "contrasts", "regret", "timeline"},
    "run with --per-draw": {"experiments", "draws", "outcomes", "summary", "contrasts", "regret",
                            "variance", "timeline"},
    "sweep with --timeline": {"experiments", "draws", "outcomes", "summary", "contrasts", "regret",
                              "timeline"},
    "back-test": {"backtest", "fits", "routes"},
    "run with failures": {"experiments", "draws", "outcomes", "failures"},
    "odd values": {"odd"},
}


@pytest.fixture(params=FOLDERS)
def folder(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> tuple[str, pathlib.Path]:
    return request.param, FOLDERS[request.param](tmp_path / "result")


def flat(result: embargo.Result, name: str) -> pd.DataFrame:
    """A table with its key among its columns, in the order of the file."""
    frame = result.table(name)
    return pd.concat([frame.index.to_frame(index=False), frame.reset_index(drop=True)], axis=1)


def resources(folder: pathlib.Path) -> list[dict[str, Any]]:
    package = json.loads((folder / "datapackage.json").read_text())
    return [resource for resource in package["resources"] if "schema" in resource]


def test_every_table_is_there(folder: tuple[str, pathlib.Path]) -> None:
    name, path = folder
    result = embargo.load(path)
    assert set(result.tables) == TABLES[name] == {file.stem for file in path.glob("*.csv")}
    assert TABLES[name] < set(dir(result))
    assert all(result.table(table) is getattr(result, table) for table in TABLES[name])


def test_types_are_those_of_the_data_package(folder: tuple[str, pathlib.Path]) -> None:
    result = embargo.load(folder[1])
    for resource in resources(folder[1]):
        frame = flat(result, resource["name"])
        for column in resource["schema"]["fields"]:
            required = column.get("constraints", {}).get("required", False)
            found = frame[column["name"]].dtype
            assert found == DTYPES[column["type"], required], (resource["name"], column["name"])
        assert list(frame.columns) == [c["name"] for c in resource["schema"]["fields"]]


def test_values_are_those_of_the_file_to_the_last_digit(folder: tuple[str, pathlib.Path]) -> None:
    result = embargo.load(folder[1])
    for resource in resources(folder[1]):
        with (folder[1] / resource["path"]).open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        frame = flat(result, resource["name"])
        assert len(frame) == len(rows) > 0
        for column in resource["schema"]["fields"]:
            name, read = column["name"], READERS[column["type"]]
            values = frame[name]
            assert list(values.isna()) == [row[name] == "" for row in rows], name
            assert [repr(read(str(value))) for value in values.dropna().map(text_of)] == [
                repr(read(row[name])) for row in rows if row[name]], name


def text_of(value: Any) -> str:
    """A value as a file holds it: Python's shortest decimals that read back as the same."""
    if value is True or value is False:
        return str(value).lower()
    return repr(float(value)) if isinstance(value, float) else str(value)


def test_the_key_is_the_index_and_unique(folder: tuple[str, pathlib.Path]) -> None:
    result = embargo.load(folder[1])
    for resource in resources(folder[1]):
        frame = result.table(resource["name"])
        assert list(frame.index.names) == resource["schema"]["primaryKey"]
        assert frame.index.is_unique


def test_units_and_meanings_are_with_the_columns(folder: tuple[str, pathlib.Path]) -> None:
    result = embargo.load(folder[1])
    for resource in resources(folder[1]):
        fields = resource["schema"]["fields"]
        attributes = result.table(resource["name"]).attrs
        told = result.describe(resource["name"])
        assert attributes["units"] == {f["name"]: f["unit"] for f in fields}
        assert attributes["meanings"] == {f["name"]: f["description"] for f in fields}
        assert all(attributes["meanings"].values())
        assert list(told.index) == [f["name"] for f in fields]
        for key in {"address", "evidence", "source", "sign"} & {k for f in fields for k in f}:
            assert list(told[key].fillna("")) == [f.get(key, "") for f in fields]


def test_every_drawn_parameter_has_address_evidence_and_source() -> None:
    told = embargo.load(results.run(8)).describe("draws").iloc[4:]
    assert (told["address"].str.replace(r"[.-]", lambda m: {".": "__", "-": "_"}[m[0]], regex=True)
            == told.index).all()
    assert set(told["evidence"]) <= {"seed", "published", "recalled", "assumed"}
    assert (told["source"].str.len() > 0).all()


def test_futures_hold_what_was_drawn_and_what_came_of_it() -> None:
    result = embargo.load(results.run(8))
    futures = result.futures("output")
    assert list(futures.index) == list(result.draws.index)
    assert list(futures.columns) == [*result.draws, *result.outcomes.columns.drop("status")]
    pd.testing.assert_frame_equal(futures[result.draws.columns], result.draws)
    mine = result.outcomes.xs("output", level="regime").drop(columns="status")
    pd.testing.assert_frame_equal(futures[mine.columns], mine)
    assert set(futures.attrs["units"]) == set(futures.attrs["meanings"]) == set(futures.columns)
    assert futures.attrs["units"]["market_disruption_usd"] == "USD"


def test_futures_of_a_sweep_hold_what_was_swept() -> None:
    result = embargo.load(results.sweep())
    futures = result.futures("output")
    swept = "labs__anthropic__foreign_staff_share"
    assert len(futures) == len(result.experiments) * 3 == 12
    assert futures.index.is_unique
    for (experiment, _), row in futures.iterrows():
        assert row[swept] == result.experiments.loc[experiment, swept]
        assert row["seed"] == result.experiments.loc[experiment, "seed"]


def test_futures_that_failed_are_left_out(tmp_path: pathlib.Path) -> None:
    result = embargo.load(with_failures(tmp_path / "result"))
    assert list(result.futures("none").index) == [(1, 1), (1, 2)]
    assert list(result.futures("output").index) == [(1, 1)]
    assert result.failures.loc[(1, 2), "message"] == 'outcome "x" is NaN,\nnot finite'
    with pytest.raises(KeyError, match="no regime 'outptu'"):
        result.futures("outptu")


def test_a_changed_table_is_refused(tmp_path: pathlib.Path) -> None:
    folder = shutil.copytree(results.run(8), tmp_path / "changed")
    path = folder / "summary.csv"
    text = path.read_text()
    path.write_text(text.replace("1,model,order_issued,1,8,", "1,model,order_issued,1,9,"))
    result = embargo.load(folder)
    assert len(result.regret) > 0
    with pytest.raises(embargo.ResultError, match=r"summary\.csv is not the table .* check=False"):
        _ = result.summary
    changed = embargo.load(folder, check=False).summary.loc[(1, "model", "order_issued")]
    assert changed["n"] == 9


def test_columns_must_be_those_of_the_data_package(tmp_path: pathlib.Path) -> None:
    folder = hand_made(tmp_path / "x", "t", [field("id", "integer", True), field("a", "number")],
                       ["id"], "id,b\n1,2\n")
    with pytest.raises(embargo.ResultError, match=r"columns of .*t\.csv"):
        _ = embargo.load(folder).t


def test_a_folder_without_a_result_says_so(tmp_path: pathlib.Path) -> None:
    with pytest.raises(embargo.ResultError, match=r"holds no result: .*datapackage\.json"):
        embargo.load(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"no folder .*absent$"):
        embargo.load(tmp_path / "absent")
    (tmp_path / "begun.part").mkdir()
    with pytest.raises(FileNotFoundError, match=r"begun\.part is unfinished: resume=True goes on"):
        embargo.load(tmp_path / "begun")


def test_a_shard_is_no_result(tmp_path: pathlib.Path) -> None:
    folder = with_failures(tmp_path / "shard")
    (folder / "rows.bin").write_bytes(b"")
    with pytest.raises(embargo.ResultError, match="is a shard: 'embargo merge'"):
        embargo.load(folder)


def test_a_table_that_is_not_there_is_told_with_those_that_are(tmp_path: pathlib.Path) -> None:
    result = embargo.load(odd_values(tmp_path / "result"))
    with pytest.raises(AttributeError, match=r"no table 'summery' .* there are: odd"):
        _ = result.summery
    for read in (result.table, result.describe):
        with pytest.raises(KeyError, match=r"no table 'summery'; there are: odd"):
            read("summery")


def test_what_was_run_is_told() -> None:
    result = embargo.load(results.run(8))
    assert result.regimes == ["model", "output", "us-person-support", "weight"]
    assert result.command.startswith("embargo run ") and "--replications 8" in result.command
    assert result.scenario["name"] == "june-2026-directive"
    assert embargo.load(results.backtest()).regimes == []


def test_lists_of_the_program_have_their_types() -> None:
    told = embargo.parameters(results.JUNE)
    assert list(told.columns[told.dtypes == "float64"]) == ["low", "central", "high"]
    assert told.loc["labs.anthropic.foreign_staff_share", "evidence"] == "assumed"
    assert embargo.outcomes().loc["market_disruption_usd", "unit"] == "USD"
