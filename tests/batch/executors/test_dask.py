"""A batch on a real Dask cluster: a scheduler and two workers as processes of their own, one of which is killed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from docgen._version import __version__
from tests.batch.batch_process import assert_tidy, batch, documents, start, wait_for, write_list
from tests.conftest import ROOT

pytestmark = pytest.mark.faults

ROWS = 400
MOMENTS = range(20, ROWS, 40 if "DOCGEN_FUZZ" in os.environ else 160)  # documents that are there when it happens
ENV = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}


class Cluster:
    """A scheduler with workers."""

    def __init__(self, folder: Path, scheme: str = "tcp://", options: Sequence[str] = ()) -> None:
        self.folder, self.scheme, self.options, self.processes = folder, scheme, options, []
        file = folder / "scheduler.json"
        self._start("dask_scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        deadline = time.monotonic() + 60
        while not file.exists() or not file.read_bytes():
            assert time.monotonic() < deadline, "the scheduler does not begin"
            time.sleep(0.05)
        self.address = json.loads(file.read_text("utf-8"))["address"].removeprefix(scheme)

    def _start(self, program: str, *options: str, env: Mapping[str, str] = ENV) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{program}", "--host", "127.0.0.1", *self.options, *options]
        quiet = subprocess.DEVNULL
        self.processes.append(subprocess.Popen(command, cwd=self.folder, env=env, stdout=quiet, stderr=quiet))
        return self.processes[-1]

    def add_worker(self, path: Path = ROOT) -> subprocess.Popen[bytes]:
        """A worker that imports docgen from a folder."""
        options = (f"{self.scheme}{self.address}", "--nthreads", "1", "--no-nanny", "--no-dashboard")
        return self._start("dask_worker", *options, env={**ENV, "PYTHONPATH": str(path)})

    def wait_for_workers(self, count: int) -> None:
        from distributed import Client

        with Client(f"{self.scheme}{self.address}", security=self.security()) as client:
            client.wait_for_workers(count, timeout=60)

    def security(self) -> Any:
        from distributed.security import Security

        given = dict(zip(self.options[::2], self.options[1::2], strict=True))
        names = {"tls_ca_file": "--tls-ca-file", "tls_client_cert": "--tls-cert", "tls_client_key": "--tls-key"}
        return Security(**{name: given[option] for name, option in names.items()}) if given else None

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture
def secure(tmp_path) -> Iterator[Cluster]:
    """A cluster that speaks TLS alone, with a certificate that was made for it."""
    (tmp_path / "cluster").mkdir()
    key, certificate = tmp_path / "sleutel.pem", tmp_path / "certificaat.pem"
    asked = [
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=docgen",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
    ]
    subprocess.run(["openssl", "req", *asked, "-keyout", key, "-out", certificate], check=True, capture_output=True)  # fmt: skip
    options = ["--tls-ca-file", str(certificate), "--tls-cert", str(certificate), "--tls-key", str(key)]
    made = Cluster(tmp_path / "cluster", "tls://", options)
    yield made
    made.stop()


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


def test_what_a_worker_elsewhere_says_of_a_document_names_it_as_it_was_asked_for(cluster, tmp_path):
    write_list(tmp_path, 3)
    cluster.add_worker()
    cluster.wait_for_workers(1)
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "Partner 00001.docx").write_text("van een ander", "utf-8")
    code, _, err = batch(tmp_path, "--executor", f"dask://{cluster.address}")
    assert code == 1 and "docgen: rij 3 (Partner 00001): uit/Partner 00001.docx is niet door docgen gemaakt" in err
    report = (tmp_path / "uit" / "verslag.json").read_text("utf-8")
    assert '"oorzaak": "uit/Partner 00001.docx is niet' in report and str(tmp_path) not in report


def test_a_cluster_without_workers_is_refused(cluster, tmp_path):
    write_list(tmp_path, 3)
    code, _, err = batch(tmp_path, "--executor", f"dask://{cluster.address}")
    assert code == 2 and "heeft geen werkers" in err and not documents(tmp_path)


def test_a_cluster_that_is_not_there_is_refused(tmp_path):
    write_list(tmp_path, 3)
    code, _, err = batch(tmp_path, "--executor", "dask://127.0.0.1:9")
    assert code == 2 and "is niet te bereiken" in err and not documents(tmp_path)


def test_a_worker_that_cannot_do_the_work_is_named_and_the_others_do_it(cluster, tmp_path):
    write_list(tmp_path, 40)
    other = tmp_path / "andere-versie"
    shutil.copytree(ROOT / "docgen", other / "docgen")
    for kind in ("schemas", "templates"):
        shutil.copytree(ROOT / kind, other / kind)
    version = other / "docgen" / "_version.py"
    version.write_text(version.read_text("utf-8").replace(__version__, "0.0.1"), "utf-8")
    without = tmp_path / "zonder"
    (without / "docgen").mkdir(parents=True)
    (without / "docgen" / "__init__.py").write_text("raise ModuleNotFoundError('docgen', name='docgen')", "utf-8")
    for path in (ROOT, other, without):
        cluster.add_worker(path)
    cluster.wait_for_workers(3)
    code, out, err = batch(tmp_path, "--executor", f"dask://{cluster.address}")
    assert code == 0 and len(documents(tmp_path)) == 40 and "40 gemaakt" in out, err
    told = sorted(line.partition("doet niet mee: ")[2] for line in err.splitlines() if "doet niet mee" in line)
    assert told == [
        f"deze werker heeft docgen 0.0.1, de opdracht {__version__}; maak ze gelijk",
        "het pakket docgen ontbreekt daar, of is een andere versie dan hier",
    ]


def test_a_cluster_with_only_workers_that_cannot_do_the_work_is_refused(cluster, tmp_path):
    write_list(tmp_path, 3)
    without = tmp_path / "zonder"
    (without / "docgen").mkdir(parents=True)
    (without / "docgen" / "__init__.py").write_text("raise ModuleNotFoundError('docgen', name='docgen')", "utf-8")
    cluster.add_worker(without)
    cluster.wait_for_workers(1)
    code, _, err = batch(tmp_path, "--executor", f"dask://{cluster.address}")
    assert code == 2 and "heeft geen werker die mee kan doen; werker tcp://" in err and not documents(tmp_path)


def test_a_cluster_over_tls_makes_documents_and_is_refused_without_its_certificate(secure, tmp_path):
    write_list(tmp_path, 20)
    secure.add_worker()
    secure.wait_for_workers(1)
    address = ("--executor", f"tls://{secure.address}")
    code, _, err = batch(tmp_path, *address)
    assert code == 2 and "vraagt een beveiligde verbinding; stel in Dask het certificaat in" in err
    files = {"CA_FILE": secure.options[1], "CLIENT__CERT": secure.options[3], "CLIENT__KEY": secure.options[5]}
    env = {f"DASK_DISTRIBUTED__COMM__TLS__{name}": file for name, file in files.items()}
    code, _, err = batch(tmp_path, *address, env=env)
    assert code == 0 and len(documents(tmp_path)) == 20, err


@pytest.mark.parametrize("count", MOMENTS)
def test_a_cluster_whose_scheduler_is_lost_ends_with_what_is_true(cluster, tmp_path, count):
    write_list(tmp_path, ROWS)
    cluster.add_worker(), cluster.add_worker()
    cluster.wait_for_workers(2)
    process = start(tmp_path, "--executor", f"dask://{cluster.address}")
    wait_for(tmp_path, count, process)
    cluster.processes[0].kill()
    _, err = process.communicate(timeout=180)
    made = documents(tmp_path)
    last = err.splitlines()[-1]
    assert process.returncode == 2 and "Traceback" not in err and "distributed" not in err, err
    assert last == f"docgen: de werkers zijn niet meer te bereiken; {len(made)} van de {ROWS} documenten zijn er. Geef dezelfde opdracht opnieuw voor de rest"  # fmt: skip
    assert_tidy(tmp_path, set(made))
    report = json.loads((tmp_path / "uit" / "verslag.json").read_text("utf-8"))
    assert {one["bestand"] for one in report["documenten"] if one["stand"] == "gemaakt"} == set(made)
    time.sleep(1)
    assert documents(tmp_path) == made, "no worker writes once the folder is free"


@pytest.mark.parametrize("count", [0, 120, 360])
def test_a_cluster_that_loses_all_its_workers_ends_with_what_is_true(cluster, tmp_path, count):
    write_list(tmp_path, ROWS)
    workers = [cluster.add_worker(), cluster.add_worker()]
    cluster.wait_for_workers(2)
    process = start(tmp_path, "--executor", f"dask://{cluster.address}")
    wait_for(tmp_path, max(1, count), process)
    for worker in workers:
        worker.kill()
    out, err = process.communicate(timeout=180)
    made = documents(tmp_path)
    assert process.returncode == 2 and f"{len(made)} van de {ROWS} documenten zijn er" in err, err
    assert "Traceback" not in err and "verslag: uit/verslag.json" in out
    assert batch(tmp_path)[0] == 0 and len(documents(tmp_path)) == ROWS
