"""Workers on this machine: processes of which each makes a part of the documents."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any

from docgen.batch.task import Result, Task
from docgen.batch.worker import WorkerConfig, make_chunk, worker_for
from docgen.system import signals
from docgen.system.isolation import limit_memory

PATIENCE = 2.0  # seconds in which a worker must finish the document it is at


class Local:
    """A pool of worker processes for one configuration."""

    can_die_alone = False
    left_out: tuple[str, ...] = ()
    dies: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, config: WorkerConfig, workers: int) -> None:
        self.config, self.workers = config, workers
        way = "fork" if sys.platform == "linux" else None
        self.kind: Any = multiprocessing.get_context(way)
        if way:
            worker_for(config)  # what is prepared here, every worker has
        self.stopping = self.kind.Event()
        self.renew()

    def renew(self) -> None:
        """Begin with new workers."""
        self.pool = ProcessPoolExecutor(
            self.workers, self.kind, initializer=_begin, initargs=(self.config, self.stopping)
        )

    def submit(self, chunk: tuple[Task, ...]) -> Future[list[Result]]:
        """Have a chunk made."""
        return self.pool.submit(_make, self.config, chunk)

    def is_lost(self) -> bool:
        """A worker that dies here is told at once."""
        return False

    def stop(self) -> None:
        """End the workers: after the document they are at, and at once when that takes too long."""
        with signals.deferred():
            self.stopping.set()
            self.pool.shutdown(wait=False, cancel_futures=True)
            until = time.monotonic() + PATIENCE
            for process in multiprocessing.active_children():
                process.join(max(0.0, until - time.monotonic()))
                process.kill()
                process.join()
            self.pool.shutdown()


_stopping: Any = None


def _begin(config: WorkerConfig, stopping: Any) -> None:
    """Prepare a worker: it leaves signals to the process that began it, and ends with it."""
    global _stopping
    _stopping = stopping
    signals.ignore()
    worker_for(config)
    limit_memory()
    gc.collect()
    gc.freeze()  # what is prepared stays; it need not be looked through again and again
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: Any) -> None:
    wait([sentinel])
    os._exit(1)


def _make(config: WorkerConfig, chunk: tuple[Task, ...]) -> list[Result]:
    return make_chunk(config, chunk, _stopping.is_set)
