"""Hands the shards out to the workers, and again where they failed."""

from __future__ import annotations

import contextlib
import functools
import logging
import operator
import os
import queue
import time
import uuid
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from embargo.dask_sweep import worker
from embargo.dask_sweep.plan import Plan, shards_of
from embargo.dask_sweep.progress import Progress
from embargo.dask_sweep.worker import BUSY, OCCUPIED, UNAVAILABLE
from embargo.errors import EmbargoError
from embargo.process import PARTIAL

if TYPE_CHECKING:
    from distributed import Client

BAD_INPUT = (64, 65, 66)
"""What another try cannot mend: usage, bad input, no such file."""


def make_shards(client: Client, plan: Plan, retries: int, progress: Progress) -> int:
    """Has every shard made by the workers; 0, or 75 where some replications failed.

    Raises EmbargoError with the program's words for bad input, with the first shard's code where
    shards failed more often than ``retries``, and with code 69 where the cluster is lost or sees
    other files. What was finished stays, and goes on when this is called again.
    """
    codes = HandOut(client, plan, retries, progress).run()
    failed = {number: code for number, code in codes.items() if code not in (0, PARTIAL)}
    if failed:
        number, code = min(failed.items())
        raise EmbargoError(
            code if code > 0 else UNAVAILABLE,
            f"{len(failed)} of {plan.count} shards failed, the first is {number} with code {code};"
            " nothing was joined")
    absent = [path for number in codes if not (path := plan.folder(number)).is_dir()]
    if absent:
        raise EmbargoError(
            UNAVAILABLE, f"{absent[0]} is not to be seen here: the workers see other files")
    return max(codes.values())


class HandOut:
    """The shards that are with the workers, and what becomes of them."""

    def __init__(self, client: Client, plan: Plan, retries: int, progress: Progress) -> None:
        # Any: Dask does not say the types of most of what is called here.
        self.client: Any = client
        self.plan = plan
        self.tries = dict.fromkeys(range(1, plan.count + 1), 1 + retries)
        self.progress = progress
        self.codes: dict[int, int] = {}
        self.waiting: dict[int, Any] = {}
        self.running: dict[int, str] = {}
        self.events: queue.Queue[Any] = queue.Queue()
        self.topic = f"embargo-{uuid.uuid4().hex}"

    def run(self) -> dict[int, int]:
        """The exit code of every shard. Raises EmbargoError where going on makes no sense."""
        self.client.subscribe_topic(self.topic, lambda event: self.events.put(event[1]))
        try:
            for number in self.tries:
                self.submit(number)
            while self.waiting:
                self.progress.show()
                self.take(timeout=0.5)
        except BaseException as error:
            if getattr(error, "code", 0) != UNAVAILABLE:
                self.progress.remark("stopping the shards")
                self.cancel()
            raise
        finally:
            with contextlib.suppress(Exception):
                self.client.unsubscribe_topic(self.topic)
        self.progress.end()
        return self.codes

    def submit(self, number: int) -> None:
        """Gives a shard to the cluster."""
        self.tries[number] -= 1
        task = functools.partial(
            worker.run_shard, number, self.plan.command(number), os.getcwd(), self.topic)
        future = submitted(self.client, task, f"embargo-shard-{number}-{uuid.uuid4().hex}")
        self.waiting[number] = future
        future.add_done_callback(lambda future: self.events.put((number, "done", future)))

    def take(self, timeout: float) -> None:
        """Takes the next thing that happened, if something does in time."""
        try:
            number, what, *rest = self.events.get(timeout=timeout)
        except queue.Empty:
            return
        if what == "progress":
            self.progress.hear(number, *rest)
        elif what == "began":
            if number in self.running:
                self.progress.remark(
                    f"shard {number}: its worker {self.running[number]} was lost;"
                    f" it goes on at {rest[0]}")
            self.running[number] = rest[0]
            self.progress.begin(number)
        elif what == "waits":
            self.progress.remark(
                f"shard {number}: another process is still at it, and is waited for")
        elif what == "ended":
            self.running.pop(number, None)
        elif rest[0] is self.waiting.get(number):
            del self.waiting[number]
            self.judge(number, rest[0])

    def judge(self, number: int, future: Any) -> None:
        """A shard's task has ended: well, for another try, or for good."""
        if future.status == "finished":
            code, words = future.result()
        elif future.status == "error":
            # Also a shard whose worker was lost more often than the scheduler allows.
            code, words = UNAVAILABLE, f"{future.exception()}"
        else:
            raise EmbargoError(UNAVAILABLE, "the connection to the scheduler was lost")
        if code in (0, PARTIAL):
            self.codes[number] = code
            self.progress.finish(number)
            return
        if code in BAD_INPUT:
            raise EmbargoError(code, words)
        if code == OCCUPIED and BUSY not in words:
            folder = shards_of(self.plan.out)
            raise EmbargoError(code, f"{words}\nremove {folder}, or choose another --out")
        remark = f"shard {number} ended with code {code}: {words}"
        if self.tries[number] > 0:
            self.progress.remark(f"{remark}\nshard {number} is tried again")
            self.submit(number)
        else:
            self.progress.remark(remark)
            self.codes[number] = code

    def cancel(self) -> None:
        """Ends the shards under way; their finished rows stay in their journals."""
        futures, self.waiting = list(self.waiting.values()), {}
        with contextlib.suppress(Exception), without_remarks_of_dask():
            self.client.cancel(futures)
            end = time.monotonic() + 20
            while self.running and time.monotonic() < end:
                self.take(timeout=0.5)


def submitted(client: Any, task: Callable[[], Any], key: str) -> Any:
    """A task of the module ``worker``, given to workers that need not have this package.

    What is submitted names nothing but the standard library and what Dask itself needs; the task
    travels as bytes, by value.
    """
    import cloudpickle
    import toolz

    cloudpickle.register_pickle_by_value(worker)
    return client.submit(
        toolz.pipe, cloudpickle.dumps(task), cloudpickle.loads, operator.call, key=key, pure=False)


@contextlib.contextmanager
def without_remarks_of_dask() -> Iterator[None]:
    """Dask's own remarks on what is cut short on purpose are of no use to anybody."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
