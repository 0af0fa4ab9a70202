"""Chunks of tasks to workers and one outcome for each back, also when workers die."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Future

import pytest

from docgen.batch.executors.local import Local
from docgen.batch.scheduler import KILLED, Queue
from docgen.batch.task import MADE, REFUSED, Result, Task
from docgen.batch.worker import WorkerConfig
from tests.batch.plans import Here, task


class Deadly(Local):
    """Workers that unit 37 kills."""

    def submit(self, chunk: tuple[Task, ...]) -> Future[list[Result]]:
        return self.pool.submit(deadly, chunk)


def deadly(chunk: tuple[Task, ...]) -> list[Result]:
    if any(unit.number == 37 for unit in chunk):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Result(unit.number, MADE) for unit in chunk]


@pytest.mark.faults
def test_the_one_document_that_kills_workers_is_refused_and_all_others_are_made(tmp_path):
    units = [Task(number, f"rij {number}", "", "", "") for number in range(1, 200)]
    executor = Deadly(WorkerConfig(str(tmp_path)), 2)
    outcomes = [one for chunk in Queue(units, executor).all() for one in chunk]
    executor.stop()
    assert sorted(one.number for one in outcomes) == list(range(1, 200))
    assert [one.number for one in outcomes if one.state == REFUSED] == [37]


def tasks(count):
    return [task(number) for number in range(1, count + 1)]


def numbers(results):
    return [one.number for chunk in results for one in chunk]


def test_every_task_is_handed_out_once_in_chunks_of_an_eighth_of_the_share_of_a_worker():
    executor = Here()
    results = list(Queue(tasks(80), executor).all())
    assert sorted(numbers(results)) == list(range(1, 81)) and {len(chunk) for chunk in executor.chunks} == {10}


def test_a_chunk_is_never_larger_than_a_hundred_and_never_empty():
    many, few = Here(), Here()
    assert len(numbers(Queue(tasks(1000), many).all())) == 1000 and max(map(len, many.chunks)) == 100
    assert len(numbers(Queue(tasks(3), few).all())) == 3 and list(few.chunks) == [[1], [2], [3]]
    assert list(Queue([], Here()).all()) == []


@pytest.mark.parametrize("can_die_alone", [True, False])
@pytest.mark.parametrize("deadly", [[37], [1, 2, 80]])
def test_of_a_chunk_that_ends_its_worker_only_the_deadly_ones_are_refused(deadly, can_die_alone):
    executor = Here(deadly, can_die_alone)
    results = [one for chunk in Queue(tasks(80), executor).all() for one in chunk]
    assert sorted(one.number for one in results) == list(range(1, 81))
    assert [one.number for one in results if one.state == REFUSED] == deadly
    assert {one.fault for one in results if one.state == REFUSED} == {KILLED}
    assert bool(executor.renewed) is not can_die_alone  # who loses all workers begins with new ones


def test_no_more_than_two_chunks_wait_at_a_worker():
    executor = Here()
    Queue(tasks(80), executor).fill()
    assert len(executor.chunks) == 2


def test_after_a_drop_no_more_work_is_handed_out_and_what_was_ready_is_not_lost():
    executor = Here()
    queue = Queue(tasks(80), executor)
    queue.fill()
    queue.drop()
    assert sorted(numbers(queue.late_results())) == list(range(1, 21))
    assert numbers(queue.all()) and len(executor.chunks) == 2
