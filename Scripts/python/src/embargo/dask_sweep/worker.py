"""What runs on a worker: one shard, as a process that is gone when the worker is.

This module is shipped by value, so that a worker needs Dask and the program but not this package:
it imports nothing of it.
"""

from __future__ import annotations

import collections
import contextlib
import os
import pathlib
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

OCCUPIED, UNAVAILABLE = 73, 69
BUSY = "another run is writing"
"""How the program tells a journal that another process holds from other reasons for code 73."""
PROGRESS = re.compile(r" *\d+ %, ([\d,]+) of ([\d,]+) ([a-z ]+)")
"""A line of progress: how many of how many, and of what."""
LAUNCHER = """
import ctypes, os, signal, sys
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    if os.getppid() != int(sys.argv[1]):
        os._exit(137)
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Becomes the program, which the kernel then kills with the worker (1 is PR_SET_PDEATHSIG).

Set in a process of its own, for code between fork and exec is not safe among a worker's threads.
"""


def run_shard(number: int, command: list[str], cwd: str, topic: str) -> tuple[int, str]:
    """Runs one shard to its end; exit code, and the last words of standard error.

    Where another process still holds the shard's journal (that of a worker which the scheduler has
    given up) it waits for that one, as long as the journal grows at least every five minutes.
    """
    import distributed

    worker = distributed.get_worker()
    key = worker.get_current_task()

    def tell(*message: Any) -> None:
        worker.log_event(topic, [number, *message])

    def is_unwanted() -> bool:
        task = worker.state.tasks.get(key)
        return task is None or task.state == "cancelled"

    part = pathlib.Path(command[command.index("--out") + 1] + ".part")
    seen, patience = -1, 0.0
    tell("began", worker.address)
    try:
        while True:
            try:
                code, words = run_program(command, cwd, is_unwanted, tell)
            except OSError as error:
                return UNAVAILABLE, f"{worker.address}: {error}; a worker sees other files"
            if code != OCCUPIED or BUSY not in words or is_unwanted():
                return code, words
            size = sum(file.stat().st_size for file in part.glob("*") if file.is_file())
            if seen < 0:
                tell("waits")
            if size != seen:
                seen, patience = size, time.monotonic() + 300
            if time.monotonic() > patience:
                return code, words
            time.sleep(1)
    finally:
        tell("ended")


def run_program(
    command: list[str], cwd: str, is_unwanted: Callable[[], bool], tell: Callable[..., None]
) -> tuple[int, str]:
    """Runs a command until it ends or is no longer wanted; passes on its progress."""
    if not os.access(command[0], os.X_OK):
        raise FileNotFoundError(f"there is no program {command[0]}")
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", LAUNCHER, str(os.getpid()), *command],
        cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        # Ctrl-C at a terminal reaches a local worker's children too, but the driver sees to that.
        start_new_session=True, encoding="utf-8", errors="replace",
    )
    last: collections.deque[str] = collections.deque(maxlen=200)

    def read() -> None:
        assert process.stderr
        for line in process.stderr:
            progress = PROGRESS.match(line)
            if not progress:
                last.append(line)
            elif progress[3] == "replications":
                tell("progress", *(int(text.replace(",", "")) for text in progress.groups()[:2]))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    while True:
        try:
            process.wait(timeout=0.5)
            break
        except subprocess.TimeoutExpired:
            if is_unwanted():
                process.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=30)
                process.kill()
    reader.join(timeout=10)
    return process.returncode, "".join(last).strip()
