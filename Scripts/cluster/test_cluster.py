"""One sweep, however it is carried out: the same bytes.

    pytest Scripts/cluster

Two hundred points of the June scenario are swept on one thread and on two, in one, two and seven
shards, by Dask with a worker killed, by Slurm with a task killed, and killed itself at random
instants. All files but runtime.json must come out the same. What needs Dask or Slurm is skipped
where they are missing, except with CI=true, where that is a failure.
"""

from __future__ import annotations

import contextlib
import os
import pathlib
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import typing

import pytest

from support import (
    HERE, KILLS, PATIENCE, PROGRAM, RANGES, ROOT, Result, SCENARIO, SEED, check_same, missing,
    pytest_import, replay, result, reused, run, started, until,
)


def test_two_threads(sweep: list[str], expected: Result, tmp_path: pathlib.Path) -> None:
    words = [PROGRAM, *sweep, "--jobs", "2", "--out", str(tmp_path / "two"), "--quiet"]
    run(words)
    check_same(result(tmp_path / "two"), expected, shlex.join(words))


@pytest.mark.parametrize("count", [1, 2, 7])
def test_shards(
    count: int, sweep: list[str], expected: Result, tmp_path: pathlib.Path
) -> None:
    folders = []
    for number in range(1, count + 1):
        folders.append(str(tmp_path / f"{number}-of-{count}"))
        run([
            PROGRAM, *sweep, "--shard", f"{number}/{count}", "--jobs", "2",
            "--out", folders[-1], "--quiet",
        ])
    random.Random(SEED).shuffle(folders)
    words = [PROGRAM, "merge", *folders, "--out", str(tmp_path / "merged"), "--quiet"]
    run(words)
    check_same(result(tmp_path / "merged"), expected, shlex.join(words))


def test_killed_at_random_instants(
    sweep: list[str], expected: Result, tmp_path: pathlib.Path
) -> None:
    """Killed twenty times while it runs; whenever it gets to its end in between, it begins anew.

    The instants lie in the first half of what a whole run takes, its preparation included, so that
    every few kills bring it to its tables, and some strike there.
    """
    generator = random.Random(SEED)
    begun = 1
    out = tmp_path / str(begun)
    start = time.monotonic()
    run([PROGRAM, *sweep, "--jobs", "2", "--out", str(tmp_path / "whole"), "--quiet"])
    longest = 0.5 * (time.monotonic() - start)
    kills, instants, reused_most = 0, [], 0
    while True:
        words = [PROGRAM, *sweep, "--jobs", "2", "--out", str(out), "--quiet", "--resume"]
        instant = generator.uniform(0, longest)
        with started(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            if kills < KILLS:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=instant)
                if process.poll() is None:
                    process.kill()
                    if process.wait() == -signal.SIGKILL:
                        kills += 1
                        instants.append(f"{instant:.3f}")
                        continue
            code = process.wait(timeout=PATIENCE)
            how = f"{shlex.join(words)}\nkilled after {', '.join(instants)} s, each run in turn"
            assert code == 0, f"{process.stderr.read()}\n{replay(how)}"
        check_same(result(out), expected, how)
        reused_most = max(reused_most, reused(out))
        if kills == KILLS:
            break
        begun += 1
        out = tmp_path / str(begun)
    print(f"{kills} kills, {begun} sweeps, at most {reused_most} replications reused")
    assert reused_most > 0, f"nothing was reused\n{replay(how)}"


# Dask


@pytest.fixture(autouse=True)
def python(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver runs by the Python of the tests."""
    monkeypatch.setenv("EMBARGO_PYTHON", sys.executable)


@pytest.fixture
def dask(tmp_path: pathlib.Path) -> typing.Iterator[tuple[str, list[subprocess.Popen]]]:
    """A scheduler and two workers of one thread each; the scheduler's file, and the workers.

    None of them has the package that the driver is part of.
    """
    pytest_import("distributed")
    file = tmp_path / "scheduler.json"
    base = [sys.executable, "-m", "dask"]
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "embargo.py").write_text("raise ImportError('not on this machine')\n")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "without")}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    with contextlib.ExitStack() as stack:
        stack.enter_context(started(
            [*base, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
             "--scheduler-file", str(file)], **quiet))
        until("a scheduler", file.exists)
        workers = [
            stack.enter_context(started(
                [*base, "worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny",
                 "--no-dashboard", "--host", "127.0.0.1",
                 "--local-directory", str(tmp_path / "dask")], **quiet))
            for _ in range(2)
        ]
        yield str(file), workers


def dask_sweep(scheduler: str, shards: int, out: pathlib.Path, words: list[str]) -> list[str]:
    return [
        str(HERE / "dask-sweep"), "--scheduler", scheduler, "--program", PROGRAM,
        "--shards", str(shards), "--out", str(out), "--", *words,
    ]


def shard_processes(out: pathlib.Path) -> dict[int, typing.Any]:
    """The processes that work at shards of a folder, by number of shard."""
    psutil = pytest_import("psutil")
    found = {}
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            words = process.cmdline()
            if words[:1] == [PROGRAM] and (folder := match(words, out)):
                found[folder] = process
    return found


def match(words: list[str], out: pathlib.Path) -> int | None:
    pattern = re.escape(f"{out}.shards/") + r"(\d+)-of-\d+"
    return next((int(m[1]) for word in words if (m := re.fullmatch(pattern, word))), None)


def stopped_at_work(out: pathlib.Path, how: str) -> tuple[int, typing.Any]:
    """A shard that has rows and is not at its end, with its process, which now stands still."""
    psutil = pytest_import("psutil")

    def find() -> tuple[int, typing.Any] | None:
        for number, process in shard_processes(out).items():
            with contextlib.suppress(psutil.Error):
                process.suspend()
                # The journal begins with a header; what tells that rows follow it is its growth.
                for journal in shards.glob(f"{number}-of-*.part/journal"):
                    size = journal.stat().st_size
                    if size > sizes.setdefault(number, size):
                        return number, process
                process.resume()
        return None

    shards = out.with_name(f"{out.name}.shards")
    sizes: dict[int, int] = {}
    return until("a shard at work", find, how)


def test_dask_goes_on_without_a_lost_worker(
    dask: tuple[str, list[subprocess.Popen]], sweep: list[str], expected: Result,
    tmp_path: pathlib.Path,
) -> None:
    distributed, psutil = pytest_import("distributed"), pytest_import("psutil")
    scheduler, workers = dask
    out = tmp_path / "dasked"
    words = dask_sweep(scheduler, 4, out, sweep)
    how = shlex.join(words)
    with (
        distributed.Client(scheduler_file=scheduler) as client,
        started(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as driver,
    ):
        client.wait_for_workers(2)
        shard, process = stopped_at_work(out, how)
        held_by = process.ppid()
        worker = next(each for each in workers if each.pid == held_by)
        tasks = [task for held in client.processing().values() for task in held]
        assert any(f"embargo-shard-{shard}-" in str(task) for task in tasks), replay(how)
        worker.kill()
        gone, _ = psutil.wait_procs([process], timeout=PATIENCE)
        assert gone, f"the worker's program outlived it\n{replay(how)}"
        until("the loss of the worker", lambda: len(client.scheduler_info()["workers"]) == 1, how)
        _, told = driver.communicate(timeout=PATIENCE)
    assert driver.returncode == 0, f"{told}\n{replay(how)}"
    assert re.search(rf"shard {shard}: its worker \S+ was lost", told), f"{told}\n{replay(how)}"
    check_same(result(out), expected, how)
    assert reused(out.with_name(f"{out.name}.shards") / f"{shard}-of-4") > 0, replay(how)


def test_dask_waits_for_a_shard_that_another_process_holds(
    dask: tuple[str, list[subprocess.Popen]], sweep: list[str], expected: Result,
    tmp_path: pathlib.Path,
) -> None:
    scheduler, _ = dask
    out = tmp_path / "dasked"
    words = dask_sweep(scheduler, 2, out, sweep)
    how = shlex.join(words)
    left_over = [
        PROGRAM, *sweep, "--shard", "2/2", "--jobs", "1", "--quiet",
        "--out", f"{out}.shards/2-of-2",
    ]
    with started(left_over, stdout=subprocess.DEVNULL) as holder:
        stopped_at_work(out, shlex.join(left_over))
        with started(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as driver:
            lines = []
            while not any("another process is still at it" in line for line in lines):
                lines.append(driver.stderr.readline())
                assert lines[-1], f"{''.join(lines)}\n{replay(how)}"
            holder.kill()
            _, told = driver.communicate(timeout=PATIENCE)
    assert driver.returncode == 0, f"{''.join(lines)}{told}\n{replay(how)}"
    check_same(result(out), expected, how)
    assert reused(out.with_name(f"{out.name}.shards") / "2-of-2") > 0, replay(how)


def test_dask_stops_at_once_for_bad_input(
    dask: tuple[str, list[subprocess.Popen]], tmp_path: pathlib.Path
) -> None:
    scheduler, _ = dask
    for wrong, code in [("--regime", 64), ("--regimes=outputt", 65), ("Scenarios/no.json5", 66)]:
        scenario = wrong if code == 66 else SCENARIO
        words = ["sweep", scenario, "--vary", f"{next(iter(RANGES))}=20:160"]
        words += [wrong] * (code != 66)
        done = run(dask_sweep(scheduler, 4, tmp_path / str(code), words), expected=code)
        said = run([PROGRAM, *words, "--out", str(tmp_path / "none")], expected=code)
        assert done.stderr.count(said.stderr.strip()) == 1, done.stderr
        assert not (tmp_path / str(code)).exists()


def test_dask_goes_on_after_an_interruption(
    dask: tuple[str, list[subprocess.Popen]], sweep: list[str], expected: Result,
    tmp_path: pathlib.Path,
) -> None:
    psutil = pytest_import("psutil")
    scheduler, _ = dask
    out = tmp_path / "dasked"
    words = dask_sweep(scheduler, 4, out, sweep)
    how = shlex.join(words)
    with started(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as driver:
        shard, process = stopped_at_work(out, how)
        driver.send_signal(signal.SIGINT)
        process.resume()
        _, told = driver.communicate(timeout=PATIENCE)
    assert driver.returncode == 130, f"{told}\n{replay(how)}"
    assert shlex.join(words) in told, told
    psutil.wait_procs(shard_processes(out).values(), timeout=PATIENCE)
    assert not shard_processes(out) and not out.exists(), replay(how)
    folder = out.with_name(f"{out.name}.shards") / f"{shard}-of-4"
    was_complete = folder.exists()
    # Without --shards it finds how the sweep was cut.
    cut = words.index("--shards")
    run(words[:cut] + words[cut + 2:])
    check_same(result(out), expected, how)
    assert was_complete or reused(folder) > 0, replay(how)


# Slurm


@pytest.fixture(scope="session")
def slurm() -> typing.Iterator[dict[str, str]]:
    """A Slurm of its own; the environment that leads to it."""
    for command in ("slurmctld", "slurmd", "sbatch", "munged"):
        if not shutil.which(command, path=f"{os.environ['PATH']}:/usr/sbin:/sbin"):
            missing(f"there is no {command} here: slurmctld slurmd slurm-client munge")
    if os.getuid() != 0:
        missing("slurmd starts jobs as their users, which takes root")
    folder = tempfile.mkdtemp(prefix="slurm-")
    try:
        run([str(HERE / "slurm-here"), "up", folder])
        run([str(HERE / "slurm-here"), "up", folder])
        yield {**os.environ, "SLURM_CONF": f"{folder}/slurm.conf"}
    finally:
        run([str(HERE / "slurm-here"), "down", folder])
        left = [
            path.parent.name
            for path in pathlib.Path("/proc").glob("[0-9]*/cmdline")
            if folder.encode() in contents(path)
        ]
        shutil.rmtree(folder)
        assert not left, f"processes that slurm-here left: {left}"


def contents(path: pathlib.Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def slurm_sweep(environment: dict[str, str], *words: str) -> str:
    command = [str(HERE / "slurm-sweep"), *words]
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=environment, text=True, capture_output=True,
        timeout=PATIENCE)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\n{replay(shlex.join(command))}"
    return done.stdout


def test_slurm_reruns_what_failed(
    slurm: dict[str, str], sweep: list[str], expected: Result, tmp_path: pathlib.Path
) -> None:
    # A path in which every shell and sbatch itself would find something to expand.
    out = tmp_path / "it's $HOME %j" / "slurmed"
    out.parent.mkdir()
    words = ["--shards", "4", "--out", str(out), "--program", PROGRAM, "--", *sweep]
    how = f"slurm-sweep {shlex.join(words)}"

    def is_done() -> bool:
        queue = ["squeue", "--noheader"]
        return not subprocess.run(
            queue, env=slurm, text=True, capture_output=True, check=True).stdout.strip()

    told = slurm_sweep(slurm, *words)
    assert "shards 1-4: job" in told, told
    shard, process = stopped_at_work(out, how)
    process.kill()
    until("the end of the queue", is_done, how)
    assert not out.exists(), f"joined without shard {shard}\n{replay(how)}"
    told = slurm_sweep(slurm, "--status", "--out", str(out))
    assert f"3 of 4 shards are complete, but not {shard}\n" in told, f"{told}\n{replay(how)}"
    told = slurm_sweep(slurm, "--rerun", "--out", str(out))
    assert f"shards {shard}: job" in told, f"{told}\n{replay(how)}"
    until("the end of the queue", is_done, how)
    told = slurm_sweep(slurm, "--status", "--out", str(out))
    assert f"{out} is complete" in told, f"{told}\n{replay(how)}"
    check_same(result(out), expected, how)
    assert reused(out.with_name(f"{out.name}.shards") / f"{shard}-of-4") > 0, replay(how)
