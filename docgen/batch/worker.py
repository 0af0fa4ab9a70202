"""Makes the documents of a batch, in whatever process it runs: prepared once, then one task after the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from traceback import format_exception
from typing import Any

from docgen import _version
from docgen.batch.incremental.row_checker import RowChecker
from docgen.batch.journal import WORK
from docgen.batch.task import REFUSED, Result, Task
from docgen.context import builder, perspective
from docgen.diagnostics.finding import Finding
from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem
from docgen.documents import overwrite_guard
from docgen.documents.gate import F, gate
from docgen.documents.production import complete, make_document, render_sealed
from docgen.documents.request import DocumentRequest, parse_request
from docgen.documents.templates import template_for
from docgen.documents.variables import report_variables
from docgen.domain.names import PARTIES, PARTNER
from docgen.dossier import Dossier, check, load, loads, structural_problems
from docgen.errors import DiskFull, DocgenError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library, open_library
from docgen.loading.loaded_data import LoadedData
from docgen.partners import overlay
from docgen.partners.named_partner import names_partner, with_own_id
from docgen.pictures.picture_file import PictureFile, opener_of
from docgen.rules import runner
from docgen.schema import completion
from docgen.system import files, reference
from docgen.system.isolation import deadline
from docgen.validation import structure
from docgen.word.renderer import CompiledTemplate, Memory, Rendered

REST_LATER = "; daarom stopt de batch. Maak ruimte vrij en geef dezelfde opdracht opnieuw"


@dataclass(frozen=True)
class WorkerConfig:
    """What all tasks of a batch share, as plain data that any process can work from. `texts` are the dossiers that were
    read already, by name; `templates` the digests of the templates as they were when the batch was planned."""

    out: str
    folder: str = ""  # the one that names of dossiers are seen from, where that is not the folder of the process
    version: str = _version.__version__
    texts: tuple[tuple[str, bytes], ...] = ()
    pictures: tuple[tuple[str, tuple[PictureFile, ...]], ...] = ()  # those of these dossiers, as they were when planned
    library: str | None = None
    house_style: str | None = None
    templates: tuple[tuple[str, str], ...] = ()
    protected: tuple[str, ...] = ()
    draft: bool = False
    overwrite: bool = False
    partners_are_parties: bool = False
    is_writing: bool = True
    run_folder: str = ""  # in which documents are made before they get their name, inside the folder that docgen keeps
    shown: str = ""  # the folder of the documents as it was asked for, where `out` is another way to write it

    def dry(self) -> WorkerConfig:
        """The same without writing."""
        return replace(self, is_writing=False)


@lru_cache(maxsize=1)
def worker_for(config: WorkerConfig) -> Worker:
    """The worker of a configuration, prepared once in a process."""
    return Worker(config)


def make_chunk(
    config: WorkerConfig, chunk: Iterable[Task], is_stopping: Callable[[], bool] = lambda: False
) -> list[Result]:
    """Make tasks one after the other; fewer when it must stop, or when no other can be made."""
    worker = worker_for(config)
    outcomes: list[Result] = []
    for task in chunk:
        if is_stopping():
            break
        outcomes.append(worker.outcome(task))
        if outcomes[-1].is_final:
            break
    return outcomes


class Worker:
    """Makes tasks of one configuration."""

    def __init__(self, config: WorkerConfig) -> None:
        if config.version != _version.__version__:
            raise DocgenError(
                f"deze werker heeft docgen {_version.__version__}, de opdracht {config.version}; maak ze gelijk"
            )
        self.config = config
        self.library: Library = open_library(config.library)
        self.texts = dict(config.texts)
        self.out = Path(config.out)
        self.dossier = lru_cache(maxsize=2)(self._dossier)
        self.complete = lru_cache(maxsize=2)(lambda name: complete(self.dossier(name)))
        self.names_partner = cache(lambda name: names_partner(self.dossier(name).data, self.library.schema.root))
        self.template = cache(self._template)
        self.kept: dict[str, Memory] = {}
        self.overlaid = lru_cache(maxsize=16)(self._overlaid)
        self.checked = lru_cache(maxsize=16)(self._problems_of)

    def outcome(self, task: Task) -> Result:
        """Make one document, and write it unless the configuration says otherwise; what stops it is in the outcome."""
        try:
            with deadline():
                done, found = self._make(task)
            return self._write(task, done, found) if done else Result(task.number, REFUSED, found=tuple(found))
        except DiskFull as error:
            return Result(task.number, REFUSED, fault=f"{self._as_asked(error)}{REST_LATER}", is_final=True)
        except DocgenError as error:
            return Result(task.number, REFUSED, fault=self._as_asked(error))
        except OSError as error:
            path = self.out / task.file
            fault = f"{path} is niet te maken: {files.cause(error, path)}"
            return Result(task.number, REFUSED, fault=self._as_asked(fault))
        except MemoryError:
            return Result(task.number, REFUSED, fault="dit document vraagt te veel geheugen")
        except Exception as error:  # a bug that one document meets must not take all others with it
            fault = f"hier gaat docgen zelf mis ({error!r}); meld dit, met dit dossier"
            return Result(task.number, REFUSED, fault=fault, trace="".join(format_exception(error)))

    def _as_asked(self, fault: object) -> str:
        """What is wrong, with the folder of the documents as it was asked for."""
        shown = self.config.shown
        return str(fault).replace(f"{self.out}{os.sep}", str(Path(shown, "x"))[:-1]) if shown else str(fault)

    def _dossier(self, name: str) -> Dossier:
        text = self.texts.get(name)
        if text is None:
            return load(Path(self.config.folder, name), self.library)
        return loads(text, name, self.library, opener_of(dict(self.config.pictures).get(name, ())))

    def _template(self, kind: str) -> CompiledTemplate:
        template = template_for(self.library.types[kind], self.library, self.config.house_style, self.config.draft)
        planned = dict(self.config.templates).get(kind)
        if planned and planned != template.digest:
            raise DocgenError(f"sjabloon {template.name} is tijdens de batch veranderd; geef de opdracht opnieuw")
        return template

    def _overlaid(self, name: str, kind: str) -> RowChecker:
        return RowChecker(self.dossier(name), [self.library.types[kind]])

    def _problems_of(self, name: str, kind: str) -> list[Problem]:
        return check(self.dossier(name), [self.library.types[kind]])

    def _make(self, task: Task) -> tuple[Rendered | None, Sequence[Finding | Problem]]:
        dossier = self.dossier(task.dossier)
        request = parse_request(dossier, task.request)
        if task.row:
            return self._of_row(dossier, request, task)
        problems = self.checked(task.dossier, request.kind.name)
        if stopping := gate(problems, [request], self.config.draft).stopping:
            return None, stopping
        template, full = self.template(request.kind.name), self.complete(task.dossier)
        done = make_document(dossier, request, template, self.config.draft, task.party or None, full=full)
        return done, _grave(problems)

    def _of_row(
        self, dossier: Dossier, request: DocumentRequest, task: Task
    ) -> tuple[Rendered | None, Sequence[Finding | Problem]]:
        plain = overlay.overlay(dossier.data, task.cells)
        data = self._with_partner(task, plain)
        look = None if reference.IS_FORCED else self.overlaid(task.dossier, request.kind.name).check_row(data)
        found = (
            [one.in_short() for one in look.findings]
            if look and look.is_sound
            else slow_findings(dossier, request.kind, data)
        )
        if stopping := gate(found, [request], self.config.draft).stopping:
            return None, _without_repeats(_of_partner(one, plain, data) for one in stopping)
        extra = report_variables(request, data, dossier, self.config.draft)
        names = (
            look.names(**extra)
            if look
            else builder.build(completion.fill_defaults(data, dossier.library.schema.root), **extra)
        )
        kept = self.kept.setdefault(task.request, {}) if look else None
        template = self.template(request.kind.name)
        done = render_sealed(template, request, names, dossier.fingerprint, self.config.draft, kept)
        return done, _without_repeats(_of_partner(one, plain, data) for one in _grave(found))

    def _with_partner(self, task: Task, plain: dict[str, Any]) -> dict[str, Any]:
        """The data of a row with its partner among the parties, under its own id where the dossier says `partner`."""
        root = self.library.schema.root
        party = root.at((PARTIES, 0))
        data = perspective.with_partner(plain, self.config.partners_are_parties, party.children if party else None)
        is_named = self.names_partner(task.dossier) or any(value == PARTNER for _, value in task.cells)
        if data is plain or not is_named:
            return data
        return with_own_id(data, root, data[PARTIES][perspective.place_of_partner(plain)]["id"])

    def _write(self, task: Task, done: Rendered, found: Sequence[Finding | Problem]) -> Result:
        """Write a document where that changes something."""
        path = self.out / task.file
        sha, content = task.known
        if content == done.content and overwrite_guard.is_as_made(path, sha):
            state = files.UNCHANGED
        else:
            protected = map(Path, self.config.protected)
            state = overwrite_guard.plan_write(
                path, done.data, overwrite=self.config.overwrite, protected=protected, former_sha=sha
            )
            if state == overwrite_guard.EDITED:  # what is remembered is how docgen made it
                return Result(task.number, state, found=tuple(found), missing=done.missing)
            sha = overwrite_guard.sha_of(path) if state == files.UNCHANGED else files.digest(done.data)
            if self.config.is_writing and state != files.UNCHANGED:
                files.write(path, done.data, through=self.out / WORK / self.config.run_folder)
        size, changed = files.size_and_time(path)
        return Result(task.number, state, sha, done.content, size, changed, tuple(found), done.missing)


def slow_findings(dossier: Dossier, kind: DocumentType, data: dict[str, Any]) -> list[Finding]:
    """What is wrong with data laid over a dossier, in the same words as `docgen check`."""
    loaded = reading_of(dossier, data)
    structure.validate(loaded, dossier.library.schema)
    found = [
        Finding(path, problem.message, hint=problem.hint, code=problem.code, level=problem.level)
        for path, problem in structural_problems(loaded, dossier.library, [kind])
    ]
    if not any(one.level == LEVELS[0] for one in found):
        full = completion.fill_defaults(data, dossier.library.schema.root)
        found += [one.in_short() for one in runner.run_rules(full, {kind.name}, dossier.library.schema.frames)]
    return list(dict.fromkeys(found))


def reading_of(dossier: Dossier, data: dict[str, Any]) -> LoadedData:
    """Other data as if loaded, with the places of a dossier."""
    of = dossier.loaded
    return LoadedData(of.source, of.singular, data, of.value_nodes, of.key_nodes)


def _grave(found: Iterable[F]) -> list[F]:
    """What a report of the batch says about a document that was made."""
    return [one for one in found if one.level != LEVELS[-1] and not one.accepted]


def _without_repeats(found: Iterable[Finding]) -> list[Finding]:
    """What is missing of a partner among the parties is missing of the partner too."""
    return list({(one.path, one.code): one for one in found}.values())


def _of_partner(found: Finding, plain: dict[str, Any], joined: dict[str, Any]) -> Finding:
    """A finding about the partner among the parties, as one about the partner of the row."""
    at = perspective.place_of_partner(plain)
    told_there = len(found.path) > 2 and found.path[2] in (plain.get("partner") or {})
    is_new = len(joined.get("partijen") or ()) > len(plain.get("partijen") or ())
    is_about = found.path[:2] == ("partijen", at) and joined is not plain
    return found._replace(path=("partner", *found.path[2:])) if is_about and (is_new or told_there) else found
