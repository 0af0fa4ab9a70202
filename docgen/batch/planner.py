"""What a batch will do, before it does anything: which documents, under which name, and which need no work."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from docgen import _version
from docgen.batch import fingerprint
from docgen.batch.fingerprint import Fingerprint
from docgen.batch.journal import Journal, JournalEntry
from docgen.batch.order import Order
from docgen.batch.sources import Sources, UnnamedTask, check_pattern, read_sources
from docgen.batch.task import REFUSED, Result, Task
from docgen.batch.worker import WorkerConfig
from docgen.diagnostics.problem import LEVELS, Problem
from docgen.documents import filenames, overwrite_guard
from docgen.documents.gate import blocking, worth_showing
from docgen.documents.request import DocumentRequest
from docgen.documents.templates import source_files, template_for
from docgen.dossier import Dossier, check
from docgen.errors import OutputError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library, open_library
from docgen.system import files
from docgen.system.files import UNCHANGED
from docgen.system.isolation import run_isolated
from docgen.validation.structure import MISSING

NEW, GONE, EDITED = "nieuw", "het bestand is weg", "na het maken veranderd"
UNKNOWN = "het staat er al, maar niet in het journaal"
FILLED_BY_ROWS = (MISSING, "aantal")  # what a dossier may lack when rows are laid over it


@dataclass(slots=True)
class Planned:
    """A unit, what it is made of, why it needs work, and what came of it when that is known without work."""

    unit: Task
    traces: Fingerprint | None = None
    why: tuple[str, ...] = ()
    outcome: Result | None = None


@dataclass
class Plan:
    """A batch that is ready to run. With `clashes` or `stopping` nothing may be made; `problems` are worth telling too.
    `left` are documents of an earlier run of the same order that are no longer asked for; `fields` has the hashes of
    the fields of each dossier by its fingerprint; `journal` is what was known when the plan was made; `findings` are what
    the owners of the templates should know."""

    order: Order
    recipe: WorkerConfig
    planned: list[Planned]
    stopping: list[Problem]
    problems: list[Problem]
    clashes: list[str]
    left: list[str]
    fields: dict[str, dict[str, str]]
    sources: Sources
    journal: Journal
    findings: list[str]

    @property
    def is_blocked(self) -> bool:
        """Whether something is wrong that would be wrong in every document."""
        return bool(self.clashes or self.stopping)

    @property
    def has_refused(self) -> bool:
        """Whether a document was refused so far."""
        return any(one.outcome and one.outcome.state == REFUSED for one in self.planned)

    def to_do(self) -> list[Task]:
        """The units that need work."""
        return [one.unit for one in self.planned if one.outcome is None]


def make_plan(order: Order, journal: Journal) -> Plan:
    """Plan an order; `journal` is that of its folder. Raises `DocgenError` when it can in no way be done."""
    library = open_library(order.library or None)
    check_pattern(order.name, library)
    sources = read_sources(order, library)
    stopping, problems = _about_all(sources)
    planner = _Planner(order, library, sources, journal)
    planned: list[Planned] = []
    if not stopping:
        planned = [planner.plan_task(number, draft) for number, draft in enumerate(sources.units(), 1)]
    clashes = filenames.collisions((one.unit.label, one.unit.file) for one in planned if one.unit.file)
    left = planner.left_of(planned)
    return Plan(
        order,
        planner.recipe(),
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
        jobs = sources.jobs(base)
        found = worth_showing(check(base, [job.kind for job in jobs]), order.draft)
        stopping = blocking(found, order.draft, reports_only=all(job.kind.is_report for job in jobs))
        return stopping, [one for one in found if one.level == LEVELS[1] and not one.accepted]
    wrong = [one for one in base.reading.problems if one.level == LEVELS[0] and one.code not in FILLED_BY_ROWS]
    wrong += [one for one in people.problems if one.level == LEVELS[0]]
    return wrong, [one for one in people.problems if one.level != LEVELS[0]]


class _Planner:
    """Turns drafts into units, one by one."""

    def __init__(self, order: Order, library: Library, sources: Sources, journal: Journal) -> None:
        self.order, self.library, self.sources, self.journal = order, library, sources, journal
        self.columns = sources.people.columns if sources.people else {}
        self.out = Path(order.out)
        self.fields: dict[str, dict[str, str]] = dict(journal.fields)
        self.read: set[str] = set()
        self.templates: dict[str, str] = {}
        self.findings: list[str] = []
        self.manners: dict[str, str] = {}
        self.protected = {order.partners, order.house_style} - {""}
        self.signs = sources.partners_sign
        about = (
            order.draft,
            order.for_journal()["partners"],
            order.per,
            self.signs,
            library.schema.fields,
            library.types,
        )
        self.shared = fingerprint.short(about)

    def plan_task(self, number: int, draft: UnnamedTask) -> Planned:
        """One draft as a unit with what is known of it."""
        dossier, job = draft.dossier, draft.job
        if dossier is None or job is None:
            return _refused(Task(number, draft.label, draft.label, "", ""), draft.problems, draft.fault)
        entry = self.journal.entries.get(draft.file)
        known = (entry.sha, entry.content) if entry else ("", "")
        unit = Task(number, draft.label, dossier.name, job.name, draft.file, draft.party, draft.row, draft.cells, known)
        if draft.fault or any(problem.level == "fout" for problem in draft.problems):
            return _refused(unit, draft.problems, draft.fault)
        return self._decide(unit, self._traces(unit, dossier, job), entry)

    def _traces(self, unit: Task, dossier: Dossier, job: DocumentRequest) -> Fingerprint:
        if dossier.name not in self.read:
            self.read.add(dossier.name)
            self.fields[dossier.fingerprint] = fingerprint.of_fields(dossier.data)
            self.protected |= {str(path) for path in source_files(dossier, None)}
        cells = (
            f"partij={fingerprint.short(unit.party)}" if unit.party else fingerprint.of_cells(unit.cells, self.columns)
        )
        manner = self.manners.setdefault(unit.job, fingerprint.short((self.shared, unit.job)))
        return Fingerprint(dossier.fingerprint, cells, self._digest(job.kind), _version.__version__, manner)

    def _digest(self, kind: DocumentType) -> str:
        """The digest of a template, compiled once behind the wall before anything else is done with it."""
        if kind.name not in self.templates:
            house = self.order.house_style or None
            digest, findings = run_isolated(lambda: self._looked_at(kind, house), f"sjabloon {kind.name}.docx")
            self.templates[kind.name] = digest
            self.findings += findings
        return self.templates[kind.name]

    def _looked_at(self, kind: DocumentType, house: str | None) -> tuple[str, tuple[str, ...]]:
        template = template_for(kind, self.library, house)
        return template.digest, template.findings

    def _decide(self, unit: Task, made_of: Fingerprint, entry: JournalEntry | None) -> Planned:
        """Whether a unit needs work, and why."""
        path = self.out / unit.file
        if entry is None:
            return Planned(unit, made_of, (UNKNOWN if os.path.lexists(path) else NEW,))
        why = fingerprint.why(entry.traces, made_of, self.fields)
        size, changed = files.size_and_time(path)
        if not changed:
            return Planned(unit, made_of, (GONE, *why))
        try:
            is_ours = (size, changed) == (entry.size, entry.changed) or overwrite_guard.is_as_made(path, entry.sha)
        except OutputError as error:
            return _refused(unit, fault=str(error))
        if not is_ours:
            return Planned(unit, made_of, (EDITED, *why))
        if why:
            return Planned(unit, made_of, why)
        return Planned(
            unit, made_of, (), Result(unit.number, UNCHANGED, entry.sha, entry.content, size, changed, entry.found)
        )

    def left_of(self, planned: list[Planned]) -> list[str]:
        """Documents that the same order made before and that it no longer asks for."""
        asked, manners = {one.unit.file for one in planned}, {one.traces.manner for one in planned if one.traces}
        return sorted(
            entry.file
            for entry in self.journal.entries.values()
            if entry.file not in asked and entry.traces.manner in manners and (self.out / entry.file).exists()
        )

    def recipe(self) -> WorkerConfig:
        """What the workers need to know."""
        order = self.order
        return WorkerConfig(
            order.out,
            texts=tuple(self.sources.texts.items()),
            library=order.library or None,
            house_style=order.house_style or None,
            templates=tuple(self.templates.items()),
            protected=tuple(sorted(str(Path(name).absolute()) for name in self.protected)),
            draft=order.draft,
            overwrite=order.overwrite,
            partners_sign=self.signs,
        )


def _refused(unit: Task, problems: tuple[Problem, ...] = (), fault: str = "") -> Planned:
    return Planned(unit, outcome=Result(unit.number, REFUSED, found=problems, fault=fault))
