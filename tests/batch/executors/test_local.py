"""Workers on this machine: they make chunks, may die, and end when they must."""

from __future__ import annotations

import os
import signal

import pytest

from docgen.batch.executors.local import Local
from docgen.batch.task import MADE, Task
from docgen.batch.worker import WORK, WorkerConfig
from tests.batch.batch_folder import SMALL


@pytest.fixture
def local(tmp_path):
    (tmp_path / WORK).mkdir()
    local = Local(WorkerConfig(str(tmp_path)), 1)
    yield local
    local.stop()


def chunk(*numbers):
    return tuple(Task(n, "partij welzijn", str(SMALL), "overeenkomst", f"{n}.docx", "welzijn") for n in numbers)


def test_a_chunk_is_made_in_another_process_and_its_results_come_back(local, tmp_path):
    results = local.submit(chunk(1, 2)).result(timeout=60)
    assert [(one.number, one.state) for one in results] == [(1, MADE), (2, MADE)]
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == ["1.docx", "2.docx"]


def test_a_worker_that_dies_is_told_of_and_after_renewal_the_work_goes_on(local):
    doomed = local.pool.submit(os.getpid).result(timeout=60)
    os.kill(doomed, signal.SIGKILL)
    with pytest.raises(local.dies):
        local.submit(chunk(1)).result(timeout=60)
    local.renew()
    assert local.submit(chunk(1)).result(timeout=60)[0].state == MADE


def test_when_it_stops_no_worker_is_left(local):
    worker = local.pool.submit(os.getpid).result(timeout=60)
    local.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
