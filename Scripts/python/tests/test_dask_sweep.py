"""A sweep on Dask's workers: the same bytes, and what the driver says and asks for.

What happens when workers, drivers and schedulers are lost is tested by Scripts/cluster.
"""

from __future__ import annotations

import functools
import json
import pathlib
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import distributed
import pandas as pd
import pytest

import embargo
from embargo import EmbargoError, dask_sweep
from embargo.dask_sweep import cluster, command_line, hand_out, worker
from embargo.dask_sweep.hand_out import HandOut, submitted
from embargo.dask_sweep.plan import Plan, shard_count, shards_of
from embargo.dask_sweep.progress import Progress

ROOT = pathlib.Path(__file__).resolve().parents[3]
JUNE = ROOT / "Scenarios" / "june-2026-directive.json5"
DESIGN = pd.DataFrame({"regulator.licensing_officers": [80, 150, 300]})


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    dask: Any = distributed
    with dask.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, protocol="tcp://", host="127.0.0.1",
        dashboard_address=None,
    ) as started, dask.Client(started) as connected:
        yield connected


def tables(folder: pathlib.Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()
            if path.name != "runtime.json"}


def test_the_function_makes_what_one_machine_makes(client: Any, tmp_path: pathlib.Path) -> None:
    options: dict[str, Any] = {"design": DESIGN, "regimes": ["output"], "replications": 2}
    one = embargo.sweep(JUNE, out=tmp_path / "one", progress=False, **options)
    out = tmp_path / "cluster"
    made = dask_sweep.sweep(client, JUNE, out=out, shards=3, progress=False, **options)
    assert tables(made.folder) == tables(one.folder)
    assert sorted(path.name for path in shards_of(out).iterdir()) == [
        "1-of-3", "2-of-3", "3-of-3", "design.csv"]
    address = client.scheduler_info()["address"]
    again = dask_sweep.sweep(address, JUNE, out=out, progress=False, **options)
    assert tables(again.folder) == tables(one.folder)


def test_bad_input_is_told_in_the_words_of_the_program(client: Any, tmp_path: pathlib.Path) -> None:
    with pytest.raises(EmbargoError, match="did you mean 'output'") as caught:
        dask_sweep.sweep(client, JUNE, out=tmp_path / "x", design=DESIGN, regimes=["outputt"])
    assert caught.value.code == 65
    assert list(tmp_path.iterdir()) == []


def test_after_an_interruption_the_same_call_goes_on(
    client: Any, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(HandOut):
        def take(self, timeout: float) -> None:
            super().take(timeout)
            if self.running and self.waiting:
                raise KeyboardInterrupt

    options: dict[str, Any] = {
        "design": DESIGN, "regimes": ["output"], "replications": 4, "progress": False}
    out = tmp_path / "cluster"
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(hand_out, "HandOut", Interrupted)
        dask_sweep.sweep(client, JUNE, out=out, shards=2, **options)
    assert not out.exists()
    made = dask_sweep.sweep(client, JUNE, out=out, shards=2, **options)
    one = embargo.sweep(JUNE, out=tmp_path / "one", **options)
    assert tables(made.folder) == tables(one.folder)


def test_replications_that_failed_are_a_warning(client: Any, tmp_path: pathlib.Path) -> None:
    fields = [{"name": "replication", "type": "integer", "constraints": {"required": True}}]
    table = {"name": "failures", "path": "failures.csv", "schema": {"fields": fields}}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [table]}))
    (tmp_path / "failures.csv").write_text("replication\n4\n9\n")
    program = tmp_path / "embargo"
    program.write_text(f"""#!/bin/sh
while [ "$1" != --out ]; do shift; done
mkdir -p "$2"
cp {tmp_path}/*.json {tmp_path}/*.csv "$2"
exit 75
""")
    program.chmod(0o755)
    with pytest.warns(embargo.ReplicationsFailed, match="2 replications failed") as caught:
        result = dask_sweep.sweep(
            client, "a.json5", out=tmp_path / "out", shards=2, program=program, progress=False)
    assert list(result.failures["replication"]) == [4, 9]
    assert __file__ in {each.filename for each in caught}


def test_a_result_that_is_there_is_left_alone(client: Any, tmp_path: pathlib.Path) -> None:
    with pytest.raises(EmbargoError, match="is there already") as caught:
        dask_sweep.sweep(client, JUNE, out=tmp_path, design=DESIGN)
    assert caught.value.code == 73


def test_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(EmbargoError, match="no scheduler at nowhere:1") as caught:
        dask_sweep.sweep("nowhere:1", JUNE, out="never", design=DESIGN)
    assert caught.value.code == 69


def test_what_is_shipped_needs_nothing_of_this_package() -> None:
    class Client:
        def submit(self, *task: Any, key: str, pure: bool) -> Any:
            return pickle.dumps(task)

    task = functools.partial(worker.run_program, ["no/program"], ".", bool, print)
    shipped = submitted(Client(), task, "key")
    unpack = (
        "import pickle, sys; sys.modules['embargo'] = None;"
        "run, *task = pickle.load(sys.stdin.buffer); run(*task)")
    done = subprocess.run(
        [sys.executable, "-c", unpack], input=shipped, capture_output=True, check=False)
    assert b"FileNotFoundError: there is no program no/program" in done.stderr


def test_a_worker_tells_replications_and_keeps_the_last_words(tmp_path: pathlib.Path) -> None:
    program = tmp_path / "embargo"
    program.write_text("""#!/bin/sh
echo 'one remark' >&2
echo ' 60 %, 24 of 40 experiments checked, 117 per s, 0.1 s left' >&2
echo '  1 %, 1,024 of 80,000 replications, 33 per s, 3 min 05 s left' >&2
echo '  5 %, 4 of 80 replications in the tables' >&2
echo 'another' >&2
exit 74
""")
    program.chmod(0o755)
    told: list[Any] = []
    ended = worker.run_program(
        [str(program)], str(tmp_path), lambda: False, lambda *message: told.append(message))
    assert ended == (74, "one remark\nanother")
    assert told == [("progress", 1024, 80000)]


def test_a_shard_is_a_command_with_progress_unless_it_is_asked_otherwise() -> None:
    def command(*words: str) -> list[str]:
        return Plan("embargo", ["sweep", *words], pathlib.Path("/r/staff"), 4, 2).command(3)

    assert command("a.json5") == [
        "embargo", "sweep", "a.json5", "--shard", "3/4", "--jobs", "2",
        "--out", "/r/staff.shards/3-of-4", "--resume", "--progress-seconds", "2"]
    for word in ("--quiet", "--no-progress", "--progress-seconds=5"):
        assert command(word)[-1] == "--resume"


def test_how_many_shards(tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out"
    assert shard_count(out, None, at_hand=16) == 16
    assert shard_count(out, 5, at_hand=16) == 5
    (shards_of(out) / "2-of-7.part").mkdir(parents=True)
    assert shard_count(out, None, at_hand=16) == 7
    with pytest.raises(EmbargoError, match="cut into 7"):
        shard_count(out, 5, at_hand=16)


def test_a_line_of_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    shown = Progress(4)
    assert shown.line() == "0 of 4 shards"
    shown.hear(1, 10, 50)
    now[0] += 2
    shown.hear(1, 30, 50)
    # Four shards of about 50 each, one of which makes 10 a second.
    assert shown.line() == "0 of 4 shards, about 30 of 200 replications, 10 per s, 17 s left"
    shown.finish(1)
    shown.finish(2)
    assert shown.line() == "2 of 4 shards, about 100 of 200 replications"


@pytest.mark.parametrize(("words", "said"), [
    (["--out", "x"], "one of the arguments --scheduler --local --jobqueue is required"),
    (["--local", "0", "--out", "x"], "'0' is not a whole number from 1"),
    (["--local", "2", "--out", "x"], "after -- comes what embargo is to do"),
    (["--local", "2", "--out", "x", "--", "merge"], "after -- comes what embargo is to do"),
    (["--local", "2", "--out", "x", "--", "run", "a", "--jobs=2"], "give --jobs before --"),
    (["--local", "2", "--out", "x", "--", "run", "a", "--force"], "is set by this driver"),
])
def test_wrong_usage(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command_line.main(words)
    assert caught.value.code == 64
    told = capsys.readouterr().err
    assert said in told and told.endswith("'dask-sweep --help' explains\n")


def test_the_command_line_with_workers_of_its_own(tmp_path: pathlib.Path) -> None:
    words = ["sweep", str(JUNE), "--levels", "regulator.licensing_officers=80,150",
             "--regimes", "output", "--replications", "2"]
    program = str(embargo.find_program())
    subprocess.run([program, *words, "--out", str(tmp_path / "one"), "--quiet"],
                   capture_output=True, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "embargo.dask_sweep", "--local", "1", "--shards", "2",
         "--program", program, "--out", str(tmp_path / "two"), "--", *words],
        capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"Tables: {tmp_path / 'two'}" in done.stdout
    assert "two.shards is no longer needed" in done.stderr
    assert tables(tmp_path / "one") == tables(tmp_path / "two")
