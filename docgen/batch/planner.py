"""What a batch will do, before it does anything: which documents, under which name, and which need no work."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import _version
from docgen.batch import fingerprint
from docgen.batch.fingerprint import Fingerprint, Shared
from docgen.batch.journal import Found, Journal, JournalEntry
from docgen.batch.order import Order
from docgen.batch.sources import Sources, UnnamedTask, check_pattern, read_sources
from docgen.batch.task import REFUSED, Result, Task
from docgen.batch.worker import WorkerConfig
from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem
from docgen.documents import filenames, overwrite_guard
from docgen.documents.gate import gate
from docgen.documents.request import DocumentRequest
from docgen.documents.templates import source_files, template_for
from docgen.domain.names import PARTNER
from docgen.dossier import Dossier, check
from docgen.errors import OutputError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library, open_library
from docgen.partners.row import LeftOut
from docgen.system import files
from docgen.system.files import UNCHANGED
from docgen.system.isolation import run_isolated
from docgen.validation.structure import MISSING

if TYPE_CHECKING:
    from docgen.documents.copies import WrittenCopy

NEW, GONE, EDITED = "nieuw", "het bestand is weg", "na het maken veranderd"
UNKNOWN = "het staat er al, maar niet in het journaal"
AS_NEW, AS_UNKNOWN = (NEW,), (UNKNOWN,)
FILLED_BY_ROWS = (MISSING, "aantal", PARTNER)  # what a dossier may lack when rows are laid over it


@dataclass(slots=True)
class Planned:
    """A task, what it is made of as others are, why it needs work, and what came of it when that is known without work."""

    task: Task
    shared: Shared | None = None
    why: tuple[str, ...] = ()
    outcome: Result | None = None

    @property
    def fingerprint(self) -> Fingerprint | None:
        """What the document is made of, worked out when it is asked for: there can be many thousands of these."""
        return self.shared and self.shared.with_cells(self.task.party, self.task.cells)


@dataclass
class Plan:
    """A batch that is ready to run. With `clashes` or `stopping` nothing may be made; `problems` are worth telling too.
    `left` are documents of an earlier run of the same order that are no longer asked for; `fields` has the hashes of
    the fields of each dossier by its fingerprint; `journal` is what was known when the plan was made; `findings` are what
    the owners of the templates should know; `bugs` are the tracebacks of docgen itself that documents met, each once."""

    order: Order
    config: WorkerConfig
    planned: list[Planned]
    stopping: list[Problem]
    problems: list[Problem]
    clashes: list[str]
    left: list[str]
    fields: dict[str, dict[str, str]]
    sources: Sources
    journal: Journal
    findings: list[str]
    left_out: list[str] = field(default_factory=list)  # workers that could not do the work, each with the reason
    found: dict[Found, Found] = field(default_factory=dict)  # what was found in documents so far: in many the same
    bugs: list[str] = field(default_factory=list)
    copies: list[WrittenCopy] = field(default_factory=list)  # the PDF and ODT that were made after the documents

    @property
    def is_blocked(self) -> bool:
        """Whether something is wrong that would be wrong in every document."""
        return bool(self.clashes or self.stopping)

    @property
    def has_refused(self) -> bool:
        """Whether a document was refused so far."""
        return any(one.outcome and one.outcome.state == REFUSED for one in self.planned)

    @property
    def about_list(self) -> list[Problem]:
        """What is worth telling about the list as a whole."""
        return self.problems if self.sources.people else []

    @property
    def rows_left_out(self) -> tuple[LeftOut, ...]:
        """The rows of the list that are no partner."""
        return self.sources.people.left_out if self.sources.people else ()

    def to_do(self) -> list[Task]:
        """The tasks that need work."""
        return [one.task for one in self.planned if one.outcome is None]


def make_plan(order: Order, journal: Journal) -> Plan:
    """Plan an order; `journal` is that of its folder. Raises `DocgenError` when it can in no way be done."""
    library = open_library(order.library or None)
    check_pattern(order.name, library)
    sources = read_sources(order, library)
    stopping, problems = _about_all(sources)
    planner = _Planner(order, library, sources, journal)
    planned: list[Planned] = []
    if not stopping:
        planned = [planner.plan_task(number, unnamed) for number, unnamed in enumerate(sources.tasks(), 1)]
    clashes = filenames.collisions((one.task.label, one.task.file) for one in planned if one.task.file)
    left = planner.left_of(planned)
    return Plan(
        order,
        planner.config(),
        planned,
        stopping,
        problems,
        clashes,
        left,
        planner.fields,
        sources,
        journal,
        planner.findings,
    )


def _about_all(sources: Sources) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with the list as a whole and with the one dossier beside it: what stops all, and what does not."""
    base, order, people = sources.base, sources.order, sources.people
    if base is None:
        return [], []
    if people is None:
        requests = sources.requests(base)
        verdict = gate(check(base, [request.kind for request in requests]), requests, order.draft)
        return verdict.stopping, [one for one in verdict.shown if one.level == LEVELS[1] and not one.accepted]
    own = [one for one in base.loaded.problems if one.code not in FILLED_BY_ROWS]
    return gate([*own, *people.problems]).stopping, [one for one in people.problems if one.level != LEVELS[0]]


class _Planner:
    """Turns drafts into tasks, one by one."""

    def __init__(self, order: Order, library: Library, sources: Sources, journal: Journal) -> None:
        self.order, self.library, self.sources, self.journal = order, library, sources, journal
        self.columns = sources.people.columns if sources.people else {}
        self.out = Path(order.out)
        self.fields: dict[str, dict[str, str]] = dict(journal.fields)
        self.read: set[str] = set()
        self.templates: dict[str, str] = {}
        self.findings = list(library.unused)  # what the owners of templates should know
        self.shared: dict[tuple[str, str], Shared] = {}
        self.protected = {order.partners, order.house_style} - {""}
        self.partners_are_parties = sources.partners_are_parties
        self.options = fingerprint.of_options(order, self.partners_are_parties, library)

    def plan_task(self, number: int, unnamed: UnnamedTask) -> Planned:
        """An unnamed task as a task with what is known of it."""
        dossier, request = unnamed.dossier, unnamed.request
        if dossier is None or request is None:
            return _refusal(Task(number, unnamed.label, unnamed.label, "", ""), unnamed.problems, unnamed.fault)
        entry = self.journal.entries.get(unnamed.file)
        known = (entry.sha, entry.content) if entry else ("", "")
        file = entry.file if entry else unnamed.file  # of the same text one
        task = Task(
            number,
            unnamed.label,
            dossier.name,
            request.name,
            file,
            unnamed.party,
            unnamed.row,
            unnamed.cells,
            known,
        )
        if unnamed.fault or gate(unnamed.problems).stopping:
            return _refusal(task, unnamed.problems, unnamed.fault)
        return self._decide(task, self._shared(dossier, request), entry)

    def _shared(self, dossier: Dossier, request: DocumentRequest) -> Shared:
        """What all documents of a request are made of."""
        if dossier.name not in self.read:
            self.read.add(dossier.name)
            self.fields[dossier.fingerprint] = fingerprint.of_fields(dossier.data)
            self.protected |= {str(path) for path in source_files(dossier, None)}
        key = dossier.fingerprint, request.name
        if key not in self.shared:
            manner = fingerprint.of_request(self.options, request.name)
            self.shared[key] = Shared(
                dossier.fingerprint, self._digest(request.kind), _version.__version__, manner, self.columns
            )
        return self.shared[key]

    def _digest(self, kind: DocumentType) -> str:
        """The digest of a template, compiled once behind the wall before anything else is done with it."""
        if kind.name not in self.templates:
            house = self.order.house_style or None
            digest, findings = run_isolated(lambda: self._looked_at(kind, house), f"sjabloon {kind.name}.docx")
            self.templates[kind.name] = digest
            self.findings += findings
        return self.templates[kind.name]

    def _looked_at(self, kind: DocumentType, house: str | None) -> tuple[str, tuple[str, ...]]:
        template = template_for(kind, self.library, house, self.order.draft)
        return template.digest, template.findings

    def _decide(self, task: Task, shared: Shared, entry: JournalEntry | None) -> Planned:
        """Whether a task needs work, and why."""
        path = self.out / task.file
        if entry is None:
            return Planned(task, shared, AS_UNKNOWN if os.path.lexists(path) else AS_NEW)
        made_of = shared.with_cells(task.party, task.cells)
        why = fingerprint.why(entry.fingerprint, made_of, self.fields)
        size, changed = files.size_and_time(path)
        if not changed and not path.exists():
            return Planned(task, shared, (GONE, *why))
        try:
            is_as_seen = changed and (size, changed) == (entry.size, entry.changed)  # a disk may keep no times
            is_ours = is_as_seen or overwrite_guard.is_as_made(path, entry.sha)
        except OutputError as error:
            return _refusal(task, fault=str(error))
        if not is_ours:
            return Planned(task, shared, (EDITED, *why))
        if why:
            return Planned(task, shared, why)
        return Planned(task, shared, (), Result(task.number, UNCHANGED, entry.sha, found=entry.found))

    def left_of(self, planned: list[Planned]) -> list[str]:
        """Documents that the same order made before and that it no longer asks for."""
        asked = {one.task.file for one in planned}
        manners = {one.shared.manner for one in planned if one.shared}
        return sorted(
            entry.file
            for entry in self.journal.entries.values()
            if entry.file not in asked and entry.fingerprint.manner in manners and (self.out / entry.file).exists()
        )

    def config(self) -> WorkerConfig:
        """What the workers need to know."""
        order = self.order
        return WorkerConfig(
            order.out,
            texts=tuple(self.sources.texts.items()),
            pictures=self.sources.pictures,
            library=order.library or None,
            house_style=order.house_style or None,
            templates=tuple(self.templates.items()),
            protected=tuple(sorted(str(Path(name).absolute()) for name in self.protected)),
            draft=order.draft,
            overwrite=order.overwrite,
            partners_are_parties=self.partners_are_parties,
        )


def _refusal(task: Task, problems: tuple[Problem, ...] = (), fault: str = "") -> Planned:
    return Planned(task, outcome=Result(task.number, REFUSED, found=problems, fault=fault))
