"""Workers on other machines: the chunks go to a Dask cluster, the documents to a folder that all machines share."""

from __future__ import annotations

import contextlib
import logging
import os
import time
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen._lazy import regex
from docgen.batch.task import Result, Task
from docgen.batch.worker import WorkerConfig, make_chunk, worker_for
from docgen.errors import DocgenError
from docgen.text.dutch import some_of

SCHEMES = {"dask://": "tcp://", "tls://": "tls://"}  # how an address is written, and what Dask calls it
SECONDS = 15  # to find the cluster, and without any worker until it counts as lost
MOST_NAMED = 5
NOT_THERE = regex(r"(?:No module named|from|Error\()\s*\\?'(\w+)")
NO_TLS = "stel in Dask het certificaat in (distributed.comm.tls), zoals docs/schaal.md beschrijft"


class Cluster:
    """The workers of a Dask scheduler that can do the work, of those that are there when it begins. What a worker that dies
    was doing, Dask gives to another; only a chunk that kills one worker after the other comes back."""

    can_die_alone = True

    def __init__(self, config: WorkerConfig, address: str) -> None:
        scheme = next((scheme for scheme in SCHEMES if address.startswith(scheme)), "")
        if not scheme:
            raise DocgenError(f"--executor {address} ken ik niet; schrijf bijvoorbeeld dask://host:8786")
        self.config = _absolute(config)
        library = _library()
        self.dies: tuple[type[BaseException], ...] = (library.KilledWorker,)
        _silence()
        self.client: Any = _client(library, address, SCHEMES[scheme] + address.removeprefix(scheme))
        self.fit, self.left_out = self._judge_workers(address)
        self.workers: int = sum(self.client.nthreads(workers=self.fit).values())
        self.pool: Any = self.client.get_executor(pure=False, workers=self.fit)
        self.last_seen = time.monotonic()

    def _judge_workers(self, address: str) -> tuple[list[str], list[str]]:
        """The workers that can make documents, and in a line each why others cannot. Raises `DocgenError` when none can."""
        answers = self.client.run(why_unfit, self.config, on_error="return")
        reasons = {worker: _reason(answer) for worker, answer in answers.items()}
        fit = [worker for worker, reason in reasons.items() if not reason]
        left_out = [f"werker {worker} doet niet mee: {reason}" for worker, reason in sorted(reasons.items()) if reason]
        if fit:
            return fit, left_out
        self.client.close()
        if not reasons:
            raise DocgenError(f"cluster {address} heeft geen werkers; start ze met: dask worker {address}")
        raise DocgenError(f"cluster {address} heeft geen werker die mee kan doen; {some_of(left_out, MOST_NAMED)}")

    def submit(self, chunk: tuple[Task, ...]) -> Future[list[Result]]:
        """Have a chunk made."""
        future: Future[list[Result]] = self.pool.submit(make_chunk, self.config, chunk)
        return future

    def renew(self) -> None:
        """The cluster does this itself."""

    def is_lost(self) -> bool:
        """Whether the scheduler is gone, or for a while now every worker that could do the work."""
        there: set[str] = set()
        with contextlib.suppress(OSError, ValueError, RuntimeError, CancelledError):
            there = set(self.client.nthreads())
        if there & set(self.fit):
            self.last_seen = time.monotonic()
        return self.client.status != "running" or time.monotonic() - self.last_seen > SECONDS

    def stop(self) -> None:
        """Ask for no more and leave the cluster as it is."""
        with contextlib.suppress(OSError, RuntimeError, CancelledError):
            self.pool.shutdown(wait=False)
            self.client.close(timeout=SECONDS)


def why_unfit(config: WorkerConfig) -> str:
    """Why this process cannot make documents of a configuration; empty when it can."""
    try:
        worker_for(config)
    except DocgenError as error:
        return str(error)
    return "" if os.access(config.out, os.W_OK) else f"de map {config.out} is daar niet, of niet te beschrijven"


def _reason(answer: Any) -> str:
    """What a worker answered, or what went wrong when it was asked, in a few words."""
    if not isinstance(answer, BaseException):
        return str(answer)
    told = repr(answer)  # Dask can have made one error out of another
    if ("ModuleNotFoundError" in told or "ImportError" in told) and (missing := NOT_THERE.search(told)):
        return f"het pakket {missing[1]} ontbreekt daar, of is een andere versie dan hier"
    return "daar staat een andere versie van docgen" if "AttributeError" in told else told


def _client(library: Any, address: str, url: str) -> Any:
    is_secure = url.startswith("tls://")
    if is_secure and library.Security().get_connection_args("client").get("ssl_context") is None:
        raise DocgenError(f"cluster {address} vraagt een beveiligde verbinding; {NO_TLS}")
    try:
        return library.Client(url, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        hint = " en het certificaat" if is_secure else ""
        raise DocgenError(
            f"cluster {address} is niet te bereiken; controleer het adres en de scheduler{hint}"
        ) from error


def _silence() -> None:
    """What matters this module says; what Dask itself writes on the screen is English, and often long."""
    if logging.getLogger().isEnabledFor(logging.DEBUG):
        return
    for name in ["distributed", "asyncio", "tornado", *logging.root.manager.loggerDict]:
        if name.partition(".")[0] in ("distributed", "asyncio", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise DocgenError("voor --executor dask:// is een extra pakket nodig: pip install 'docgen[dask]'") from error
    return distributed


def _absolute(config: WorkerConfig) -> WorkerConfig:
    """The configuration with paths that mean the same in every folder."""
    return replace(
        config,
        out=str(Path(config.out).absolute()),
        folder=str(Path.cwd()),
        library=config.library and str(Path(config.library).absolute()),
        house_style=config.house_style and str(Path(config.house_style).absolute()),
    )
