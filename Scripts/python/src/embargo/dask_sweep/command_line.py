"""The command line: ``python -m embargo.dask_sweep``, or ``Scripts/cluster/dask-sweep``."""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import pathlib
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NoReturn

from embargo.dask_sweep import cluster
from embargo.dask_sweep.hand_out import BAD_INPUT, make_shards
from embargo.dask_sweep.plan import Plan, shard_count, shards_of
from embargo.dask_sweep.progress import Progress
from embargo.dask_sweep.worker import OCCUPIED
from embargo.errors import EmbargoError
from embargo.process import PARTIAL
from embargo.program import find_program

if TYPE_CHECKING:
    from distributed import Client

DESCRIPTION = """\
Runs the shards of a sweep on the workers of a Dask cluster and joins what they made.

Every shard is one task: a process `embargo … --shard I/N --resume` on a worker, which writes to
OUT.shards/I-of-N. Workers and this driver must see the same files under the same paths. A worker
that is lost takes its process with it; the shard goes on from its journal on another worker. At
the end `embargo merge` joins the shards to OUT, to the byte what one machine would have made.
"""
EXAMPLES = """\
examples:
  dask-sweep --local 4 --out Results/staff -- \\
      sweep Scenarios/june-2026-directive.json5 --vary regulator.licensing_officers=50:400 \\
      --sampling lhs --samples 200 --replications 100
      Four workers on this machine.

  dask-sweep --scheduler tcp://10.0.0.1:8786 --shards 64 --out Results/staff -- sweep …
      A cluster that is there; so started, each worker takes one shard at a time:
      dask scheduler;  dask worker tcp://10.0.0.1:8786 --nworkers 16 --nthreads 1

  dask-sweep --jobqueue slurm --workers 8 --jobqueue-option cores=16 \\
      --jobqueue-option memory=16GB --jobqueue-option walltime=04:00:00 \\
      --jobqueue-option queue=short --out Results/staff -- sweep …
      Eight Slurm jobs of 16 cores, which dask-jobqueue submits and replaces when they end.

After Ctrl-C or a failure the same command goes on with what was finished.

exit codes: those of embargo (75: some replications failed, all others are in OUT);
69 the cluster cannot be used, or was lost
"""
OWN_OPTIONS = ("--out", "--shard", "--jobs", "--resume", "--force")
CALLED_AS = "EMBARGO_CALLED_AS"
"""The environment variable by which a script that calls this module says its own name."""


class Interrupted(BaseException):
    """A signal ends the sweep, with this exit code."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number
        self.words = "interrupted"


def main(words: list[str]) -> NoReturn:
    """Carries out a command line, and leaves with its exit code."""
    options = parse(words)

    def stop(number: int, _: Any) -> None:
        # Dask's own remarks on what is now cut short are of no use to anybody.
        logging.disable()
        raise Interrupted(number)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    try:
        sys.exit(perform(options))
    except (EmbargoError, Interrupted) as end:
        started = shards_of(absolute(options.out)).exists()
        if end.code in (*BAD_INPUT, OCCUPIED) or not started:
            fail(end.code, end.words)
        called = [name, *words] if (name := os.environ.get(CALLED_AS)) else sys.orig_argv
        fail(
            end.code, f"{end.words}\nfinished rows are kept; the same command goes on:\n"
            f"  {shlex.join(called)}")


def perform(options: argparse.Namespace) -> int:
    """The whole sweep; the exit code."""
    out = absolute(options.out)
    program = str(find_program(options.program))
    with connected(options) as client:
        workers = cluster.workers_of(client)
        threads = sum(workers.values())
        at_hand = threads
        if options.jobqueue:
            at_hand = options.workers * int(options.jobqueue_option.get("cores", 1))
        count = shard_count(out, options.shards, at_hand)
        plan = Plan(program, options.words, out, count, options.jobs)
        print(
            f"{count} shards in {shards_of(out)}; workers: {len(workers)},"
            f" their threads: {threads}", file=sys.stderr)
        made = make_shards(client, plan, options.retries, Progress(count))
    code = subprocess.run(plan.merge(), check=False).returncode
    if code in (0, PARTIAL):
        print(f"{shards_of(out)} is no longer needed", file=sys.stderr)
    return code or made


@contextlib.contextmanager
def connected(options: argparse.Namespace) -> Iterator[Client]:
    """A client of the cluster that was asked for."""
    if options.local:
        place = cluster.local(options.local)
    elif options.jobqueue:
        place = cluster.job_queue(options.jobqueue, options.workers, options.jobqueue_option)
    else:
        place = cluster.scheduler(options.scheduler)
    with place as client:
        try:
            yield client
        except BaseException:
            logging.disable()
            raise


class Parser(argparse.ArgumentParser):
    """Leaves with the exit code that the program has for a wrong command line."""

    def error(self, message: str) -> NoReturn:
        fail(cluster.USAGE, f"{message}\n'dask-sweep --help' explains")


def parse(words: list[str]) -> argparse.Namespace:
    """The options; ``words`` of them are those after ``--``, for the program."""
    parser = Parser(
        prog="dask-sweep", description=DESCRIPTION, epilog=EXAMPLES,
        usage="dask-sweep (--scheduler ADDRESS | --local WORKERS | --jobqueue KIND) --out DIR"
        " [OPTIONS] -- sweep SCENARIO …",
        formatter_class=argparse.RawDescriptionHelpFormatter)
    add_places(parser)
    add_shards(parser)
    place = words.index("--") if "--" in words else len(words)
    options = parser.parse_args(words[:place])
    options.jobqueue_option = dict(options.jobqueue_option)
    options.words = words[place + 1:]
    if not options.words or options.words[0] not in ("run", "sweep"):
        parser.error("after -- comes what embargo is to do: sweep SCENARIO … or run SCENARIO …")
    for word in options.words:
        if (name := word.split("=")[0]) in OWN_OPTIONS:
            hint = f"; give {name} before --" if name in ("--out", "--jobs") else ""
            parser.error(f"{name} after -- is set by this driver{hint}")
    return options


def add_places(parser: argparse.ArgumentParser) -> None:
    """The options that say where the workers are."""
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--scheduler", metavar="ADDRESS", help="a Dask scheduler, or its scheduler file")
    where.add_argument(
        "--local", type=positive, metavar="WORKERS", help="workers on this machine instead")
    where.add_argument(
        "--jobqueue", choices=cluster.JOB_QUEUES, metavar="KIND",
        help="jobs of a batch system instead, by dask-jobqueue: " + ", ".join(cluster.JOB_QUEUES))
    parser.add_argument(
        "--workers", type=positive, default=1, metavar="N", help="jobs of --jobqueue (default: 1)")
    parser.add_argument(
        "--jobqueue-option", type=pair, action="append", default=[], metavar="KEY=VALUE",
        help="what dask-jobqueue is told: cores, memory, queue, walltime, …; may be repeated")


def add_shards(parser: argparse.ArgumentParser) -> None:
    """The options that say what the workers do."""
    parser.add_argument(
        "--out", type=pathlib.Path, required=True, metavar="DIR",
        help="the folder for the result; shards go to DIR.shards beside it")
    parser.add_argument(
        "--shards", type=positive, metavar="N",
        help="shards to cut (default: one for each thread of the workers)")
    parser.add_argument(
        "--jobs", type=positive, default=1, metavar="J", help="threads of a shard (default: 1)")
    parser.add_argument(
        "--retries", type=int, default=3, metavar="K",
        help="further tries of a shard that failed (default: 3)")
    parser.add_argument(
        "--program", metavar="PATH",
        help="embargo, as the workers see it (default: that of the environment variable EMBARGO,"
        " else .build/release/embargo, else on the PATH)")


def absolute(path: pathlib.Path) -> pathlib.Path:
    """The path from the root, with links as they are."""
    return pathlib.Path(os.path.abspath(path))


def positive(text: str) -> int:
    """A whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1")
    return int(text)


def pair(text: str) -> tuple[str, Any]:
    """KEY=VALUE, the value as JSON where it is some."""
    key, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"'{text}' is not KEY=VALUE")
    try:
        return key, json.loads(value)
    except ValueError:
        return key, value


def fail(code: int, words: str) -> NoReturn:
    """Says what went wrong, and leaves."""
    print(f"dask-sweep: {words}", file=sys.stderr)
    sys.exit(code)
