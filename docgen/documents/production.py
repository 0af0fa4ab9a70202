"""From a checked dossier to documents: which ones, made in memory first, written only when all of them succeed."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from docgen import _version
from docgen.context import builder, perspective, progress, scorecard, worksheet
from docgen.diagnostics.problem import Problem
from docgen.documents import overwrite_guard
from docgen.documents.filenames import collisions
from docgen.documents.request import Job, file_name, job_named
from docgen.domain.memo import remembering
from docgen.dossier import Dossier, blocking, check
from docgen.errors import DocgenError, OutputError
from docgen.library.checklists import answered
from docgen.library.library import DocumentType, Library
from docgen.rules import runner
from docgen.schema import schema
from docgen.schema.schema import PER_PARTY
from docgen.system.isolation import walled
from docgen.word import cache
from docgen.word.renderer import CompiledTemplate, Rendered
from docgen.word.typecheck.vocabulary import Vocabulary, vocabulary_of


class DossierError(DocgenError):
    """A dossier has mistakes, so no document is made of it; `problems` says which."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("het dossier heeft fouten; er is niets gemaakt")
        self.problems = problems


@dataclass(frozen=True)
class Made:
    """A document that was written (or left alone), in a draft the paths of what it misses, and what the owner of its
    template should know."""

    path: Path
    outcome: str
    missing: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def render(
    dossier: Dossier, name: str, *, draft: bool = False, house_style: str | os.PathLike[str] | None = None
) -> bytes:
    """Make one document of a dossier and return the bytes of a .docx.

    `name` is a type ("raadsvoorstel") or a variant of one ("overdracht:bestuur"). Raises `DossierError` with the
    problems when the dossier has mistakes, `RenderError` when the template asks for what the dossier lacks.
    """
    job = job_named(dossier, name)
    problems = blocking(check(dossier, [job.kind]), draft, reports_only=job.kind.is_report)
    if problems:
        raise DossierError(problems)
    return made(dossier, job, template_of(job.kind, dossier.library, house_style), draft).data


def produce(
    dossier: Dossier,
    jobs: Iterable[Job],
    folder: Path,
    *,
    draft: bool = False,
    overwrite: bool = False,
    house_style: Path | None = None,
    earlier: Dossier | None = None,
) -> list[Made]:
    """Make documents and write them into a folder; when one cannot be made, none is written.

    `earlier` is a version of before, to compare with. The dossier must have been checked. Raises `RenderError`, `TemplateError` or `OutputError`.
    """

    def work(job: Job) -> Rendered:
        template = template_of(job.kind, dossier.library, house_style)
        return made(dossier, job, template, draft, earlier=earlier)

    jobs = list(jobs)
    named = ((job.name, file_name(dossier, job, draft)) for job in jobs)
    if twice := collisions(named, "maak ze in twee mappen"):
        raise OutputError(twice[0])
    ready: list[tuple[Path, Rendered]] = []
    sources = sources_of(dossier, house_style)
    for job in jobs:
        path = folder / file_name(dossier, job, draft)
        done = walled(partial(work, job), _named(job))
        overwrite_guard.outcome_of(path, done.data, overwrite=overwrite, protected=sources)
        ready.append((path, done))
    overwrite_guard.make_folder(folder)
    written: list[Made] = []
    for path, done in ready:
        try:
            written.append(_written(path, done, overwrite, sources))
        except OutputError as error:
            already = ", ".join(document.path.name for document in written) or "niets"
            raise OutputError(f"{error} (al wel klaar: {already})") from error
    return written


def _written(path: Path, done: Rendered, overwrite: bool, protected: set[Path]) -> Made:
    """Write one document, after a last look whether something has changed there since."""
    outcome = overwrite_guard.outcome_of(path, done.data, overwrite=overwrite, protected=protected)
    if outcome != overwrite_guard.UNCHANGED:
        overwrite_guard.write(path, done.data)
    return Made(path, outcome, done.missing, done.findings)


def sources_of(dossier: Dossier, house_style: Path | None) -> set[Path]:
    """The files that documents are made of: never written over."""
    templates = [kind.template for kind in dossier.library.types.values()]
    return {path for path in (Path(dossier.name), house_style, dossier.library.house_style, *templates) if path}


def template_of(kind: DocumentType, library: Library, house_style: str | os.PathLike[str] | None) -> CompiledTemplate:
    """The template of a document in its house style. Raises `DocgenError` when there is none or it is not sound."""
    if kind.template is None:
        raise DocgenError(f"bij documentsoort ‘{kind.name}’ ontbreekt het sjabloon templates/{kind.name}.docx")
    house = Path(house_style) if house_style else library.house_style
    return _compiled(kind.template, _stamp(kind.template), house, _stamp(house), vocabulary_of(kind, library))


@lru_cache(maxsize=64)
def _compiled(
    template: Path, _changed: Hashable, house_style: Path | None, _restyled: Hashable, vocabulary: Vocabulary
) -> CompiledTemplate:
    """A template compiled once, until the file, the house style or what it may name changes."""
    return cache.compiled(template, house_style, vocabulary)


def _stamp(path: Path | None) -> Hashable:
    try:
        state = path.stat() if path else None
    except OSError:
        return None  # compiling says what is wrong
    return state and (state.st_mtime_ns, state.st_size, state.st_ino)


def _named(job: Job) -> str:
    return f"sjabloon {job.kind.template.name}" if job.kind.template else job.title


def extra_names(
    job: Job, data: dict[str, Any], dossier: Dossier, draft: bool, earlier: Dossier | None = None
) -> dict[str, Any]:
    """What a template may use beside the dossier and its tables: for a report what the rules find in the `data`
    (`oordeel`), the worksheet (`werkblad`), and what moved since an `earlier` version (`vergelijking`)."""
    about = {"type": job.kind.name, "titel": job.title, "variant": job.variant, "rol": job.role}
    names: dict[str, Any] = {"document": about, "concept": draft, "vergelijking": None}
    if job.kind.checklist:
        names["checklist"] = answered(job.kind.checklist, data.get(job.kind.section) or {})
    if not (job.kind.judges or job.kind.has_worksheet or earlier):
        return names
    full = remembering(_for_report(data, dossier.library))
    if job.kind.judges:
        names["oordeel"] = _verdict(full, dossier)
    if job.kind.has_worksheet:
        blocks = dossier.library.schema.rules_at(worksheet.BLOCKS) or {}
        names["werkblad"] = worksheet.filled(full, blocks.get("schema", {}))
        lists = [kind for kind in dossier.library.types.values() if kind.checklist and data.get(kind.section)]
        names["checklists"] = [answered(kind.checklist, data[kind.section]) for kind in lists if kind.checklist]
    if earlier and job.kind.compares:
        old = remembering(_for_report(earlier.data, earlier.library))
        points = scorecard.moved(_verdict(old, earlier), names.get("oordeel") or _verdict(full, dossier))
        rows = progress.moved(old, full) + list(progress.differences(_answers(earlier), _answers(dossier)))
        names["vergelijking"] = progress.since(old) | {"punten": points, "regels": rows}
    return names


def _answers(dossier: Dossier) -> dict[str, progress.Fact]:
    """What was answered to each point of the checklists, to compare."""
    kinds = [kind for kind in dossier.library.types.values() if kind.checklist and dossier.data.get(kind.section)]
    return {
        f"{kind.section} {point}": progress.Fact(f"{kind.title}, {point}", answer.get("antwoord") or "")
        for kind in kinds
        for point, answer in dossier.data[kind.section].items()
        if answer
    }


def _for_report(data: dict[str, Any], library: Library) -> dict[str, Any]:
    """A complete dossier in which what is missing is visible in a report too."""
    full: dict[str, Any] = schema.complete(data, library.schema.rules, blank="[ontbreekt]")
    return full


def _verdict(full: Mapping[str, Any], dossier: Dossier) -> dict[str, Any]:
    return scorecard.overview(full, runner.judge(full, {kind.name for kind in dossier.asked_types()}))


def finished(
    template: CompiledTemplate, job: Job, names: dict[str, Any], fingerprint: str, draft: bool = False
) -> Rendered:
    """The document with what docgen writes into it about itself; `fingerprint` is that of the dossier."""
    custom = {
        "docgen.soort": job.name,
        "docgen.dossier": fingerprint,
        "docgen.sjabloon": template.digest,
        "docgen.versie": _version.__version__,
    }
    return template.render_with(names, draft=draft, custom=custom)


def made(
    dossier: Dossier,
    job: Job,
    template: CompiledTemplate,
    draft: bool = False,
    party: str | None = None,
    earlier: Dossier | None = None,
) -> Rendered:
    """One document of a dossier that was checked; for one party its part of it, or the whole with its name on it;
    beside an `earlier` version also what moved."""
    full: dict[str, Any] = schema.complete(dossier.data, dossier.library.schema.rules)
    own = next((partij for partij in full["partijen"] if partij["id"] == party), None) if party else None
    sees_part = own and job.kind.per_party == PER_PARTY[0]
    full = perspective.by_party(full, own["id"]) if own and sees_part else perspective.with_partner(full)
    role = job.role or (full["overdracht"] or {}).get("rol")
    full = perspective.by_role(full, role) if role and job.kind.per_role else full
    extra = extra_names(job, dossier.data, dossier, draft, earlier)
    names = builder.build(full, **extra) | ({"partner": _as_partner(dossier, own)} if own else {})
    return finished(template, job, names, dossier.fingerprint, draft)


def _as_partner(dossier: Dossier, party: dict[str, Any]) -> dict[str, Any]:
    """A party as the partner of a document: with the fields, empty, that a library gives to partners alone."""
    rules = dossier.library.schema.rules_at(("partner",)) or {}
    more = {name: inner for name, inner in rules.get("schema", {}).items() if name not in party}
    return {**party, **schema.complete({}, {"type": "dict", "schema": more})}
