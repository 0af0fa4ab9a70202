"""From a checked dossier to documents: which ones, made in memory first, written only when all of them succeed."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import docgen
from docgen import checkup, context, files, judge, schema
from docgen.dossier import Dossier, blocking, check
from docgen.errors import DocgenError, OutputError
from docgen.jobs import Job, file_name, job_named
from docgen.limits import walled
from docgen.problem import Problem
from docgen.word import cache
from docgen.word.render import CompiledTemplate, Rendered


class DossierError(DocgenError):
    """A dossier has mistakes, so no document is made of it; `problems` says which."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("het dossier heeft fouten; er is niets gemaakt")
        self.problems = problems


@dataclass(frozen=True)
class Made:
    """A document that was written (or left alone), and in a draft the paths of what it misses."""

    path: Path
    outcome: str
    missing: tuple[str, ...] = ()


def render(
    dossier: Dossier, name: str, *, draft: bool = False, house_style: str | os.PathLike[str] | None = None
) -> bytes:
    """Make one document of a dossier and return the bytes of a .docx.

    `name` is a type ("raadsvoorstel") or a variant of one ("overdracht:bestuur"). Raises `DossierError` with the
    problems when the dossier has mistakes, `RenderError` when the template asks for what the dossier lacks.
    """
    job = job_named(dossier, name)
    problems = blocking(check(dossier, [job.kind]), draft, reports_only=job.kind.judges)
    if problems:
        raise DossierError(problems)
    return _made(dossier, job, house_style, draft).data


def produce(
    dossier: Dossier,
    jobs: Iterable[Job],
    folder: Path,
    *,
    draft: bool = False,
    overwrite: bool = False,
    house_style: Path | None = None,
) -> list[Made]:
    """Make documents and write them into a folder; when one cannot be made, none is written.

    The dossier must have been checked. Raises `RenderError`, `TemplateError` or `OutputError`.
    """
    ready: list[tuple[Path, Rendered]] = []
    sources = _sources(dossier, house_style)
    for job in jobs:
        path = folder / file_name(dossier, job, draft)
        done = walled(lambda job=job: _made(dossier, job, house_style, draft), _named(job))  # type: ignore[misc]
        files.outcome_of(path, done.data, overwrite=overwrite, protected=sources)
        ready.append((path, done))
    files.make_folder(folder)
    made: list[Made] = []
    for path, done in ready:
        try:
            made.append(_written(path, done, overwrite, sources))
        except OutputError as error:
            already = ", ".join(document.path.name for document in made) or "niets"
            raise OutputError(f"{error} (al wel klaar: {already})") from error
    return made


def _written(path: Path, done: Rendered, overwrite: bool, protected: set[Path]) -> Made:
    """Write one document, after a last look whether something has changed there since."""
    outcome = files.outcome_of(path, done.data, overwrite=overwrite, protected=protected)
    if outcome != files.UNCHANGED:
        files.write(path, done.data)
    return Made(path, outcome, done.missing)


def _sources(dossier: Dossier, house_style: Path | None) -> set[Path]:
    """The files that documents are made of: never written over."""
    templates = [kind.template for kind in dossier.library.types.values()]
    return {path for path in (Path(dossier.name), house_style, dossier.library.house_style, *templates) if path}


def _template(dossier: Dossier, job: Job, house_style: str | os.PathLike[str] | None) -> CompiledTemplate:
    if job.kind.template is None:
        raise DocgenError(f"bij documentsoort ‘{job.kind.name}’ ontbreekt het sjabloon templates/{job.kind.name}.docx")
    house = Path(house_style) if house_style else dossier.library.house_style
    return _compiled(job.kind.template, _stamp(job.kind.template), house, _stamp(house))


@lru_cache(maxsize=64)
def _compiled(template: Path, _changed: Hashable, house_style: Path | None, _restyled: Hashable) -> CompiledTemplate:
    """A template compiled once, until the file or the house style changes."""
    return cache.compiled(template, house_style)


def _stamp(path: Path | None) -> Hashable:
    try:
        state = path.stat() if path else None
    except OSError:
        return None  # compiling says what is wrong
    return state and (state.st_mtime_ns, state.st_size, state.st_ino)


def _named(job: Job) -> str:
    return f"sjabloon {job.kind.template.name}" if job.kind.template else job.title


def _verdict(dossier: Dossier) -> dict[str, Any]:
    """What the rules find, for a report; in a draft what is missing is visible there too."""
    full = schema.complete(dossier.data, dossier.library.schema.rules, blank="[ontbreekt]")
    return checkup.overview(full, judge.judge(full, {kind.name for kind in dossier.asked_types()}))


def _made(dossier: Dossier, job: Job, house_style: str | os.PathLike[str] | None, draft: bool) -> Rendered:
    template = _template(dossier, job, house_style)
    full: dict[str, Any] = schema.complete(dossier.data, dossier.library.schema.rules)
    about = {"type": job.kind.name, "titel": job.title, "variant": job.variant}
    judged = {"oordeel": _verdict(dossier)} if job.kind.judges else {}
    names = context.build(full, document=about, concept=draft, **judged)
    custom = {
        "docgen.soort": ":".join(filter(None, [job.kind.name, job.variant])),
        "docgen.dossier": dossier.fingerprint,
        "docgen.sjabloon": template.digest,
        "docgen.versie": docgen.__version__,
    }
    return template.render_with(names, draft=draft, custom=custom)
