"""Plans of a batch made by hand, and an executor that does its chunks in this process, for the tests."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from docgen.batch.fingerprint import Fingerprint, Shared
from docgen.batch.journal import Journal
from docgen.batch.order import Order
from docgen.batch.planner import Plan, Planned
from docgen.batch.sources import Sources
from docgen.batch.task import MADE, Result, Task
from docgen.batch.worker import WorkerConfig
from docgen.dossier import Dossier
from docgen.library.library import Library
from docgen.partners.row import Partners

MADE_OF = Fingerprint("dossier", "partner.naam=1", "sjabloon", "1.0", "manier")
SHARED = Shared("dossier", "sjabloon", "1.0", "manier", {("partner", "naam"): "partner.naam"})


def task(number: int, **more: object) -> Task:
    return Task(number, f"rij {number}", "d.yaml", "jaarplan", f"{number}.docx", **more)  # type: ignore[arg-type]


def plan_of(
    planned: Sequence[Planned],
    out: Path | str,
    library: Library,
    left: Sequence[str] = (),
    base: Dossier | None = None,
    people: Partners | None = None,
) -> Plan:
    """A plan for the dossier d.yaml with these documents."""
    order = Order(("d.yaml",), (), str(out))
    sources = Sources(order, library, base, people)
    journal = Journal(Path(out, "journaal.jsonl"))
    return Plan(order, WorkerConfig(str(out)), list(planned), [], [], [], list(left), {}, sources, journal, [])


class Death(Exception):
    """A worker died."""


class Here:
    """An executor of one worker in this process, which does nothing until it must; the `deadly` tasks end it."""

    workers = 1
    dies: tuple[type[BaseException], ...] = (Death,)

    def __init__(
        self,
        deadly: Sequence[int] = (),
        can_die_alone: bool = True,
        make: Callable[[Task], Result] = lambda one: Result(one.number, MADE),
    ) -> None:
        self.deadly, self.can_die_alone, self.make = deadly, can_die_alone, make
        self.chunks: deque[list[int]] = deque()
        self.renewed = self.stopped = 0

    def submit(self, chunk: tuple[Task, ...]) -> Future[list[Result]]:
        self.chunks.append([one.number for one in chunk])
        future: Future[list[Result]] = Future()
        if any(one.number in self.deadly for one in chunk):
            future.set_exception(Death())
        else:
            future.set_result([self.make(one) for one in chunk])
        return future

    def renew(self) -> None:
        self.renewed += 1

    def stop(self) -> None:
        self.stopped += 1
