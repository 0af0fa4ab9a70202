"""From a checked dossier to documents: which ones, made in memory first, written only when all of them succeed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from docgen import _version
from docgen.context import builder, perspective
from docgen.diagnostics.problem import Problem
from docgen.documents import markings, overwrite_guard
from docgen.documents.filenames import collisions, file_name
from docgen.documents.gate import gate
from docgen.documents.request import DocumentRequest, parse_request
from docgen.documents.templates import source_files, template_for
from docgen.documents.variables import complete_for_report, report_variables
from docgen.domain.memo import with_memo
from docgen.domain.types import CompleteDossier
from docgen.dossier import Dossier, check
from docgen.errors import DocgenError, LimitExceeded, OutputError
from docgen.library.text_blocks import blocks_in
from docgen.schema import completion
from docgen.schema.types import PER_PARTY
from docgen.system import files
from docgen.system.isolation import run_each_isolated
from docgen.word import properties
from docgen.word.renderer import CompiledTemplate, Memory, Rendered


class PartlyWritten(DocgenError):
    """Some documents were not made or not renewed, each with its reason; `written` are the others. `is_outdated`: those
    were edited by hand and are older than the dossier, or are not accessible, and nothing else is wrong."""

    def __init__(self, faults: list[DocgenError], written: list[WrittenDocument]) -> None:
        rest = [f"de andere documenten zijn {'bijgewerkt' if self._are_outdated(faults) else 'wel gemaakt'}"]
        super().__init__("; ".join([*map(str, faults), *(rest if written else [])]))
        self.written, self.is_outdated = written, self._are_outdated(faults)
        self.problems = [problem for fault in faults if isinstance(fault, Inaccessible) for problem in fault.problems]

    @staticmethod
    def _are_outdated(faults: list[DocgenError]) -> bool:
        return all(isinstance(fault, (overwrite_guard.EditedError, Inaccessible)) for fault in faults)


class Inaccessible(OutputError):
    """A document is not written because a reader who cannot see it, or not well, is kept out; `problems` says where."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        count = "één belemmering" if len(problems) == 1 else f"{len(problems)} belemmeringen"
        super().__init__(f"{path} is niet geschreven: {count} voor wie het laat voorlezen of slecht ziet")
        self.problems = problems


class DossierError(DocgenError):
    """A dossier has mistakes, so no document is made of it; `problems` says which."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("het dossier heeft fouten; er is niets gemaakt")
        self.problems = problems


@dataclass(frozen=True)
class WrittenDocument:
    """A document that was written (or left alone), its SHA-256, what it says of itself (`word/properties`), in a draft the
    paths of what it misses, and what the owner of its template should know."""

    path: Path
    outcome: str
    sha: str
    about: Mapping[str, str]
    missing: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def render(
    dossier: Dossier, name: str, *, draft: bool = False, house_style: str | os.PathLike[str] | None = None
) -> bytes:
    """Make one document of a dossier and return the bytes of a .docx.

    `name` is a type ("raadsvoorstel") or a variant of one ("overdracht:bestuur"). Raises `DossierError` with the
    problems when the dossier has mistakes, `RenderError` when the template asks for what the dossier lacks.
    """
    request = parse_request(dossier, name)
    if stopping := gate(check(dossier, [request.kind]), [request], draft).stopping:
        raise DossierError(stopping)
    return make_document(dossier, request, template_for(request.kind, dossier.library, house_style, draft), draft).data


def write_documents(
    dossier: Dossier,
    requests: Iterable[DocumentRequest],
    folder: Path,
    *,
    draft: bool = False,
    overwrite: bool = False,
    house_style: Path | None = None,
    earlier: Dossier | None = None,
    strict: bool = False,
) -> list[WrittenDocument]:
    """Make documents and write them into a folder; when a template or the dossier fails one, none is written.

    With `strict` a document that is not accessible is not written either (`Inaccessible`). `earlier` is a version of before, to compare with. The dossier must have been checked. Raises `RenderError` or
    `TemplateError`; and `PartlyWritten`, with the documents that were written, when a template asks too much time or memory,
    or when something stands in the way of a document: an edit, another file, a program that has it open.
    """
    full, for_report = complete(dossier), cache(partial(complete_for_report, dossier.data, dossier.library))

    def work(request: DocumentRequest) -> Rendered:
        template = template_for(request.kind, dossier.library, house_style, draft)
        return make_document(dossier, request, template, draft, None, earlier, full, for_report)

    by_file = _by_file(dossier, list(requests), draft)
    works = [(_template_name(request), partial(work, request)) for request in by_file.values()]
    ready: list[tuple[Path, Rendered]] = []
    faults: list[DocgenError] = []
    for file, done in zip(by_file, run_each_isolated(works), strict=True):
        if isinstance(done, LimitExceeded):
            faults.append(done)
        elif strict and (problems := _obstacles(folder / file, done)):
            faults.append(Inaccessible(folder / file, problems))
        else:
            ready.append((folder / file, done))
    written = _write_all(folder, ready, overwrite, source_files(dossier, house_style), faults)
    if faults:
        raise PartlyWritten(faults, written)
    return written


def _obstacles(path: Path, done: Rendered) -> list[Problem]:
    """What keeps a reader out of a finished document."""
    from docgen.word.inspection.finished import judge

    return [one.as_problem(str(path)) for one in judge(done.data)]


def _by_file(dossier: Dossier, requests: list[DocumentRequest], draft: bool) -> dict[str, DocumentRequest]:
    """What is asked for, each under the name of its file. Raises `OutputError` when two want the same."""
    named = [file_name(dossier, request, draft) for request in requests]
    if twice := collisions(
        ((request.name, file) for request, file in zip(requests, named, strict=True)), "maak ze in twee mappen"
    ):
        raise OutputError(twice[0])
    return dict(zip(named, requests, strict=True))


def _write_all(
    folder: Path, ready: list[tuple[Path, Rendered]], overwrite: bool, sources: set[Path], faults: list[DocgenError]
) -> list[WrittenDocument]:
    """Write what can be written; what stands in the way of a document is added to the faults."""
    written: list[WrittenDocument] = []
    if ready:
        files.make_folder(folder)
    for path, done in ready:
        try:
            written.append(_write_document(path, done, overwrite, sources))
        except OutputError as error:
            faults.append(error)
    return written


def _write_document(path: Path, done: Rendered, overwrite: bool, protected: set[Path]) -> WrittenDocument:
    """Write one document, unless what stands there is the same or was edited."""
    outcome = overwrite_guard.plan_write(path, done.data, overwrite=overwrite, protected=protected)
    is_new = outcome in (files.MADE, files.RENEWED)
    if is_new:
        files.write(path, done.data)
    sha = files.digest(done.data) if is_new else overwrite_guard.sha_of(path)
    about = properties.read_of(done.data)
    return WrittenDocument(path, outcome, sha, about, done.missing, done.findings)


def _template_name(request: DocumentRequest) -> str:
    return f"sjabloon {request.kind.template.name}" if request.kind.template else request.title


def render_sealed(
    template: CompiledTemplate,
    request: DocumentRequest,
    names: dict[str, Any],
    fingerprint: str,
    draft: bool = False,
    kept: Memory | None = None,
) -> Rendered:
    """The document with what docgen writes into it about itself; `fingerprint` is that of the dossier, `kept` see
    `CompiledTemplate.render_with`."""
    custom = {
        "docgen.soort": request.name,
        "docgen.dossier": fingerprint,
        "docgen.sjabloon": template.digest,
        "docgen.versie": _version.__version__,
    }
    marks = markings.marks_of(request, names, draft)
    kind = request.kind
    return template.render_with(
        names,
        draft=draft,
        custom=custom,
        kept=kept,
        marks=marks,
        sections=[section.headings for section in kind.sections],
        blocks=blocks_in(names, kind.name, kind.sections, request.variant or ""),
    )


def make_document(
    dossier: Dossier,
    request: DocumentRequest,
    template: CompiledTemplate,
    draft: bool = False,
    party: str | None = None,
    earlier: Dossier | None = None,
    full: dict[str, Any] | None = None,
    for_report: Callable[[], CompleteDossier] | None = None,
) -> Rendered:
    """One document of a dossier that was checked; for one party its part of it, or the whole with its name on it;
    beside an `earlier` version also what moved. `full` is the complete dossier, and `for_report` gives that for
    reports, when several documents share them."""
    names = document_names(dossier, request, draft, party, earlier, full, for_report)
    return render_sealed(template, request, names, dossier.fingerprint, draft)


def document_names(
    dossier: Dossier,
    request: DocumentRequest,
    draft: bool = False,
    party: str | None = None,
    earlier: Dossier | None = None,
    full: dict[str, Any] | None = None,
    for_report: Callable[[], CompleteDossier] | None = None,
) -> dict[str, Any]:
    """All names that the template of a document may use, with their values; the arguments are those of `make_document`."""
    full = complete(dossier) if full is None else full
    own = next((partij for partij in full["partijen"] if partij["id"] == party), None) if party else None
    sees_part = own and request.kind.per_party == PER_PARTY[0]
    full = perspective.for_party(full, own["id"]) if own and sees_part else perspective.with_partner(full)
    role = request.role or (full["overdracht"] or {}).get("rol")
    full = perspective.for_role(full, role) if role and request.kind.is_per_role else full
    extra = report_variables(request, dossier.data, dossier, draft, earlier, for_report)
    return builder.build(full, **extra) | ({"partner": _as_partner(dossier, own)} if own else {})


def complete(dossier: Dossier) -> dict[str, Any]:
    """The data of a dossier with every absent field, which works no table out twice."""
    full: dict[str, Any] = completion.fill_defaults(dossier.data, dossier.library.schema.root)
    return cast(dict[str, Any], with_memo(full))


def _as_partner(dossier: Dossier, party: dict[str, Any]) -> dict[str, Any]:
    """A party as the partner of a document: with the fields, empty, that a library gives to partners alone."""
    partner = dossier.library.schema.fields.get("partner")
    return {**completion.fill_defaults({}, partner), **party}
