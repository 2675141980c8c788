"""The cluster that is asked for; what is started here ends with it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from embargo.dask_sweep.worker import UNAVAILABLE
from embargo.errors import EmbargoError

if TYPE_CHECKING:
    from distributed import Client

USAGE = 64
JOB_QUEUES = {
    "slurm": "SLURMCluster", "pbs": "PBSCluster", "sge": "SGECluster", "lsf": "LSFCluster",
    "htcondor": "HTCondorCluster", "oar": "OARCluster", "moab": "MoabCluster",
}
"""The batch systems of dask-jobqueue, and its classes for them."""
PATIENCE = 30
"""Seconds until a scheduler that does not answer is given up."""
INSTALL = "Scripts/environment dask installs it into .build/venv"


@contextlib.contextmanager
def scheduler(address: str) -> Iterator[Client]:
    """A client of the scheduler at an address, or in a scheduler's file.

    Raises EmbargoError with code 69 where there is none, or no Dask.
    """
    distributed = _distributed()
    where = {"scheduler_file" if os.path.isfile(address) else "address": address}
    try:
        client = distributed.Client(**where, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise EmbargoError(UNAVAILABLE, f"no scheduler at {address}: {error}") from None
    with client:
        yield client


@contextlib.contextmanager
def local(workers: int) -> Iterator[Client]:
    """A client of so many workers of one thread each on this machine."""
    distributed = _distributed()
    with contextlib.ExitStack() as stack:
        # Ctrl-C at a terminal is for the driver alone, which then ends its workers in order.
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            place = stack.enter_context(distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, host="127.0.0.1",
                dashboard_address=None, memory_limit=0))
        finally:
            signal.signal(signal.SIGINT, handler)
        yield stack.enter_context(distributed.Client(place, timeout=PATIENCE))


@contextlib.contextmanager
def job_queue(kind: str, jobs: int, options: Mapping[str, Any]) -> Iterator[Client]:
    """A client of a cluster of jobs of a batch system; jobs that end are replaced.

    Raises EmbargoError with code 64 for options that dask-jobqueue does not take.
    """
    distributed = _distributed()
    try:
        import dask_jobqueue
    except ImportError:
        words = f"dask-jobqueue is missing here; {INSTALL}"
        raise EmbargoError(UNAVAILABLE, words) from None
    try:
        cluster = getattr(dask_jobqueue, JOB_QUEUES[kind])(**options)
    except (TypeError, ValueError) as error:
        raise EmbargoError(USAGE, f"--jobqueue-option: {error}") from None
    cluster.adapt(minimum_jobs=jobs, maximum_jobs=jobs)
    with cluster, distributed.Client(cluster, timeout=PATIENCE) as client:
        yield client


def workers_of(client: Any) -> dict[str, int]:
    """How many threads each worker has; waits until there is a worker."""
    if not client.nthreads():
        print("waiting for workers", file=sys.stderr)
        client.wait_for_workers(1)
    return dict(client.nthreads())


def _distributed() -> Any:
    try:
        import distributed
    except ImportError:
        raise EmbargoError(UNAVAILABLE, f"Dask is missing here; {INSTALL}") from None
    return distributed
