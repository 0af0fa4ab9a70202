"""A batch on a real Dask cluster: a scheduler and two workers as processes of their own, one of which is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.batch_process import assert_tidy, batch, documents, start, wait_for, write_list
from tests.conftest import ROOT

pytestmark = pytest.mark.faults

ROWS = 400
ENV = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}


class Cluster:
    """A scheduler with workers."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.processes = folder, []
        file = folder / "scheduler.json"
        self._start("dask_scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        deadline = time.monotonic() + 60
        while not file.exists() or not file.read_bytes():
            assert time.monotonic() < deadline, "the scheduler does not begin"
            time.sleep(0.05)
        self.address = json.loads(file.read_text("utf-8"))["address"].removeprefix("tcp://")

    def _start(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{program}", "--host", "127.0.0.1", *options]
        quiet = subprocess.DEVNULL
        self.processes.append(subprocess.Popen(command, cwd=self.folder, env=ENV, stdout=quiet, stderr=quiet))
        return self.processes[-1]

    def add_worker(self) -> subprocess.Popen[bytes]:
        return self._start("dask_worker", f"tcp://{self.address}", "--nthreads", "1", "--no-nanny", "--no-dashboard")

    def wait_for_workers(self, count: int) -> None:
        from distributed import Client

        with Client(f"tcp://{self.address}") as client:
            client.wait_for_workers(count, timeout=60)

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path) -> Iterator[Cluster]:
    (tmp_path / "cluster").mkdir()
    made = Cluster(tmp_path / "cluster")
    yield made
    made.stop()


def test_a_cluster_makes_the_same_documents_also_when_a_worker_is_killed(cluster, tmp_path):
    write_list(tmp_path, ROWS)
    assert batch(tmp_path)[0] == 0
    whole = documents(tmp_path)
    (tmp_path / "uit").rename(tmp_path / "ter-plaatse")
    doomed, _ = cluster.add_worker(), cluster.add_worker()
    cluster.wait_for_workers(2)
    process = start(tmp_path, "--executor", f"dask://{cluster.address}")
    wait_for(tmp_path, 40, process)
    doomed.kill()
    out, err = process.communicate(timeout=180)
    assert (process.returncode, err.count("Traceback")) == (0, 0), err
    assert documents(tmp_path) == whole and "geweigerd" not in out
    assert_tidy(tmp_path, set(whole))
    report = json.loads((tmp_path / "uit" / "verslag.json").read_text("utf-8"))
    assert report["aantallen"]["totaal"] == len(report["documenten"]) == ROWS


def test_a_cluster_without_workers_is_refused(cluster, tmp_path):
    write_list(tmp_path, 3)
    code, _, err = batch(tmp_path, "--executor", f"dask://{cluster.address}")
    assert code == 2 and "heeft geen werkers" in err and not documents(tmp_path)


def test_a_cluster_that_is_not_there_is_refused(tmp_path):
    write_list(tmp_path, 3)
    code, _, err = batch(tmp_path, "--executor", "dask://127.0.0.1:9")
    assert code == 2 and "is niet te bereiken" in err and not documents(tmp_path)
