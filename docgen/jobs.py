"""Which documents to make of a dossier, and how their files are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.doctypes import DocumentType
from docgen.dossier import Dossier
from docgen.errors import DocgenError


@dataclass(frozen=True)
class Job:
    """One document to make: its type and, for a type with variants, which one."""

    kind: DocumentType
    variant: str | None = None

    @property
    def name(self) -> str:
        """How the document is asked for: "jaarplan", or with its variant "overdracht:bestuur"."""
        return f"{self.kind.name}:{self.variant}" if self.variant else self.kind.name

    @property
    def title(self) -> str:
        """What the document is called: the title of the variant, or of the type."""
        return self.kind.variants[self.variant] if self.variant else self.kind.title


def jobs_for(dossier: Dossier, names: Sequence[str] = ()) -> list[Job]:
    """The documents to make: those named ("overdracht" or "overdracht:bestuur"), else those the dossier has a section for."""
    if names:
        jobs = [job_named(dossier, name) for name in names]
        return list({(job.kind.name, job.variant): job for job in jobs}.values())
    jobs = [_job(dossier, kind, None) for kind in dossier.asked_types()]
    if not jobs:
        sections = sorted({kind.section for kind in dossier.library.types.values()})
        raise DocgenError(
            f"{dossier.name} vraagt geen documenten; voeg een onderdeel toe ({', '.join(sections)}) of noem ze met -d"
        )
    return jobs


def job_named(dossier: Dossier, name: str) -> Job:
    """The document of that name: "overdracht", or with its variant "overdracht:bestuur"."""
    base, colon, variant = name.partition(":")
    kind = dossier.library.type_named(base)
    if colon and variant not in kind.variants:
        known = ", ".join(kind.variants) or "geen"
        raise DocgenError(f"{base} heeft geen variant ‘{variant}’; er is: {known}")
    return _job(dossier, kind, variant or None)


def _job(dossier: Dossier, kind: DocumentType, variant: str | None) -> Job:
    if not kind.variants:
        return Job(kind)
    section = dossier.data.get(kind.section)
    asked = section.get("variant") if isinstance(section, dict) else None
    return Job(kind, variant or (asked if asked in kind.variants else next(iter(kind.variants))))


def file_name(dossier: Dossier, job: Job, draft: bool = False) -> str:
    """The name of a document: "raadsvoorstel-wijkkracht-spoordijk.docx"; a draft never takes the name of a final one."""
    about = (dossier.data.get("dossier") or {}).get("id")
    variant = job.variant if job.variant != next(iter(job.kind.variants), None) else None
    words = [job.kind.name, variant, about, "concept" if draft else None]
    return "-".join(word for word in words if word) + ".docx"
