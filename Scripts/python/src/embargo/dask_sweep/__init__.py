"""Sweeps on the workers of a Dask cluster, shard by shard.

    from distributed import Client
    from embargo import dask_sweep

    result = dask_sweep.sweep(
        Client("tcp://10.0.0.1:8786"), "Scenarios/june-2026-directive.json5", samples=200,
        vary={"regulator.licensing_officers": (50, 400)}, sampling="lhs", out="Results/officers")

What comes out is what one machine would have made, to the byte. Workers need Dask, the program,
and the same files under the same paths; they need not have this package. On the command line it is
``Scripts/cluster/dask-sweep``, which can also start the workers.
"""

from __future__ import annotations

import contextlib
import os
import pathlib
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from embargo.dask_sweep import cluster
from embargo.dask_sweep.hand_out import make_shards
from embargo.dask_sweep.plan import Plan, shard_count, shards_of
from embargo.dask_sweep.progress import Progress
from embargo.errors import ReplicationsFailed
from embargo.process import PARTIAL, call
from embargo.program import find_program
from embargo.result import Result, load
from embargo.words import Path, Setting, inputs, points, write_design

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["sweep"]


def sweep(
    client: Client | str, scenario: Path, *, out: Path, design: pd.DataFrame | Path | None = None,
    vary: Mapping[str, tuple[float, float]] | None = None,
    levels: Mapping[str, Sequence[float]] | None = None, sampling: str | None = None,
    samples: int | None = None, timeline: bool = False, regimes: Sequence[str] | None = None,
    replications: int | None = None, per_draw: int | None = None, seed: int | None = None,
    settings: Mapping[str, Setting] | None = None, shards: int | None = None, jobs: int = 1,
    retries: int = 3, progress: bool = True, program: Path | None = None,
) -> Result:
    """Simulates a scenario at many points on a Dask cluster: ``embargo.sweep`` in shards.

    - ``client``: a client of the cluster, or the address or file of its scheduler.
    - ``out``: the folder for the result. Shards go to ``out`` with ``.shards`` after it, and are no
      longer needed when the result is there; after a failure or an interruption the same call goes
      on with what they hold.
    - ``shards``: how many to cut (default: one for each thread of the workers); ``jobs``: threads
      of each; ``retries``: further tries of a shard that failed.
    - ``program``: its path as the workers see it.
    - the others as for ``embargo.sweep``.

    Raises EmbargoError with the program's own words, with code 69 where the cluster cannot be used
    or was lost, and with code 73 where ``out`` holds something else. Warns with ReplicationsFailed
    where some replications came to no result.
    """
    folder = pathlib.Path(os.path.abspath(out))
    path = str(find_program(program))
    words = ["sweep", str(scenario)]
    words += inputs(regimes, replications, per_draw, None, seed, settings)
    with contextlib.ExitStack() as stack:
        if isinstance(client, str):
            client = stack.enter_context(cluster.scheduler(client))
        count = shard_count(folder, shards, sum(cluster.workers_of(client).values()))
        file = stack.enter_context(_design_file(design, folder))
        words += points(vary, levels, sampling, samples, file, timeline)
        plan = Plan(path, words, folder, count, jobs)
        made = make_shards(client, plan, retries, Progress(count, is_shown=progress))
    _, code = call([*plan.merge(), "--quiet"])
    result = load(folder)
    if PARTIAL in (made, code):
        warnings.warn(
            f"{len(result.failures)} replications failed; see failures of {folder}",
            ReplicationsFailed, stacklevel=2)
    return result


@contextlib.contextmanager
def _design_file(design: pd.DataFrame | Path | None, out: pathlib.Path) -> Iterator[Path | None]:
    """A design as a file that workers see, which stays as long as there are shards of it."""
    if not isinstance(design, pd.DataFrame):
        yield design
        return
    folder = shards_of(out)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "design.csv"
    write_design(design, path)
    try:
        yield path
    finally:
        if not any(folder.glob("*-of-*")):
            path.unlink()
            with contextlib.suppress(OSError):
                folder.rmdir()
