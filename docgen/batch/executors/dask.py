"""Workers on other machines: the chunks go to a Dask cluster, the documents to a folder that all machines share."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.batch.task import Result, Task
from docgen.batch.worker import WorkerConfig, make_chunk
from docgen.errors import DocgenError

PREFIX = "dask://"
SECONDS = 15  # to find the cluster


class Cluster:
    """The workers of a Dask scheduler. What a worker that dies was doing, Dask gives to another; only a chunk that
    kills one worker after the other comes back."""

    can_die_alone = True

    def __init__(self, config: WorkerConfig, address: str) -> None:
        if not address.startswith(PREFIX):
            raise DocgenError(f"--executor {address} ken ik niet; schrijf bijvoorbeeld {PREFIX}host:8786")
        self.config = _absolute(config)
        library = _library()
        self.dies: tuple[type[BaseException], ...] = (library.KilledWorker,)
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters, this class says
        try:
            self.client: Any = library.Client(f"tcp://{address.removeprefix(PREFIX)}", timeout=SECONDS)
        except (OSError, ValueError) as error:
            raise DocgenError(f"cluster {address} is niet te bereiken; controleer het adres en de scheduler") from error
        self.workers: int = sum(self.client.nthreads().values())
        if not self.workers:
            self.client.close()
            raise DocgenError(f"cluster {address} heeft geen werkers; start ze met: dask worker {address[7:]}")
        self.pool: Any = self.client.get_executor(pure=False)

    def submit(self, chunk: tuple[Task, ...]) -> Future[list[Result]]:
        """Have a chunk made."""
        future: Future[list[Result]] = self.pool.submit(make_chunk, self.config, chunk)
        return future

    def renew(self) -> None:
        """The cluster does this itself."""

    def stop(self) -> None:
        """Ask for no more and leave the cluster as it is."""
        self.pool.shutdown(wait=False)
        self.client.close()


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
