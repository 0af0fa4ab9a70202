"""Runs a plan: chunks of tasks to workers, one outcome for each task back, whatever happens to a worker.

A worker that dies takes nothing with it: its chunk is done again, in halves, until the one task is found that a worker
cannot survive; that one is refused.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from typing import Protocol

from docgen.batch.task import REFUSED, Result, Task
from docgen.system.log import Log

LOG = Log(__name__)
LARGEST = 100  # tasks in a chunk
PATIENCE = 5.0  # seconds without a chunk, after which the executor is asked whether it is still there
KILLED = "het maken van dit document duurt te lang of vraagt te veel geheugen; kijk het sjabloon en de gegevens na"

Chunk = tuple[Task, ...]


class Executor(Protocol):
    """Where chunks are done. `dies` are the errors that say a worker died; it `can_die_alone` when the others and what they
    are doing are still there. `left_out` says in a line each which workers cannot do the work, and why."""

    workers: int
    dies: tuple[type[BaseException], ...]
    can_die_alone: bool

    @property
    def left_out(self) -> Sequence[str]: ...

    def submit(self, chunk: Chunk) -> Future[list[Result]]: ...

    def renew(self) -> None:
        """Make ready again after a worker died."""

    def is_lost(self) -> bool:
        """Whether nobody is left to do the work."""

    def stop(self) -> None:
        """End the workers soon; the document they are at is finished or not begun."""


class Queue:
    """The chunks that still wait, those that are being done, and those that were being done when a worker died."""

    def __init__(self, tasks: Sequence[Task], executor: Executor) -> None:
        size = max(1, min(LARGEST, len(tasks) // (8 * executor.workers)))
        self.executor = executor
        self.waiting = deque(tuple(tasks[at : at + size]) for at in range(0, len(tasks), size))
        self.suspects: deque[Chunk] = deque()
        self.running: dict[Future[list[Result]], Chunk] = {}

    def __bool__(self) -> bool:
        return bool(self.waiting or self.suspects or self.running)

    def fill(self) -> None:
        """Hand out work: suspects one by one, so that it is clear which of them is to blame."""
        if self.suspects:
            if not self.running:
                self._submit(self.suspects.popleft())
            return
        while self.waiting and len(self.running) < 2 * self.executor.workers:
            self._submit(self.waiting.popleft())

    def _submit(self, chunk: Chunk) -> None:
        self.running[self.executor.submit(chunk)] = chunk

    def outcomes(self) -> Iterator[list[Result]]:
        """What is ready, at least one chunk, or what is known after a worker died."""
        died: list[Chunk] = []
        while not (done := wait(self.running, PATIENCE, return_when=FIRST_COMPLETED).done):
            if self.executor.is_lost():
                raise CancelledError
        for future in done:
            chunk = self.running.pop(future)
            try:
                yield future.result()
            except self.executor.dies:
                died.append(chunk)
        if died:
            yield from self._try_again(died)

    def _try_again(self, died: list[Chunk]) -> Iterator[list[Result]]:
        """Try again what was being done when a worker died: in halves what is to blame for certain, else as it was."""
        if not self.executor.can_die_alone:
            died += self.running.values()
            self.running.clear()
            self.executor.renew()
            if len(died) > 1:
                self.suspects.extend(died)
                return
        for chunk in died:
            LOG.debug("a worker died at documents %d to %d", chunk[0].number, chunk[-1].number)
            middle = len(chunk) // 2
            self.suspects.extendleft(half for half in (chunk[middle:], chunk[:middle]) if middle)
            if not middle:
                yield [Result(chunk[0].number, REFUSED, fault=KILLED)]

    def all(self) -> Iterator[list[Result]]:
        """The outcomes of all tasks, chunk by chunk as they come."""
        while self:
            self.fill()
            yield from self.outcomes()

    def drop(self) -> None:
        """Hand out no more work."""
        self.waiting.clear()
        self.suspects.clear()

    def late_results(self) -> Iterator[list[Result]]:
        """What was ready when the work was stopped."""
        for future in self.running:
            if future.done() and not future.cancelled() and not future.exception():
                yield future.result()
