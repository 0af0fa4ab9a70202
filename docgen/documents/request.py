"""Which documents to make of a dossier, and how their files are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from docgen.diagnostics.suggest import did_you_mean
from docgen.dossier import Dossier
from docgen.errors import DocgenError
from docgen.library.document_type import DocumentType


@dataclass(frozen=True)
class DocumentRequest:
    """One document to make: its type, for a type with variants which one, and the role it is made for."""

    kind: DocumentType
    variant: str | None = None
    role: str | None = None

    @cached_property
    def name(self) -> str:
        """How the document is asked for: "jaarplan", with its variant and role "overdracht:bestuur@wijkcoordinator"."""
        variant = f":{self.variant}" if self.variant else ""
        return f"{self.kind.name}{variant}{f'@{self.role}' if self.role else ''}"

    @property
    def is_public(self) -> bool:
        """Whether the document is for everybody."""
        return bool(self.kind.public and (self.variant or "") in self.kind.public)

    @property
    def title(self) -> str:
        """What the document is called: the title of the variant, or of the type."""
        return self.kind.variants[self.variant] if self.variant else self.kind.title


def requests_for(dossier: Dossier, names: Sequence[str] = (), roles: Sequence[str] = ()) -> list[DocumentRequest]:
    """The documents to make: those named ("overdracht" or "overdracht:bestuur"), else those the dossier has a section for;
    with `roles` those that are made for one, for each."""
    roles = list(dict.fromkeys(roles))
    if names:
        requests = [parse_request(dossier, name) for name in names]
        requests = [for_role(dossier, request, role) for request in requests for role in roles] if roles else requests
        return list({request.name: request for request in requests}.values())
    requests = [_request(dossier, kind, None) for kind in dossier.asked_types() if kind.is_per_role or not roles]
    requests = [for_role(dossier, request, role) for request in requests for role in roles] if roles else requests
    if not requests:
        sections = sorted({kind.section for kind in dossier.library.types.values() if kind.is_per_role or not roles})
        raise DocgenError(
            f"{dossier.name} vraagt geen documenten; voeg een onderdeel toe ({', '.join(sections)}) of noem ze met -d"
        )
    return requests


def parse_request(dossier: Dossier, name: str) -> DocumentRequest:
    """The document of that name: "overdracht", or with its variant and role "overdracht:bestuur@wijkcoordinator"."""
    name, for_one, role = name.partition("@")
    base, colon, variant = name.partition(":")
    kind = dossier.library.type_named(base)
    if colon and variant not in kind.variants:
        known = ", ".join(kind.variants) or "geen"
        raise DocgenError(f"{base} heeft geen variant ‘{variant}’; er is: {known}")
    request = _request(dossier, kind, variant or None)
    return for_role(dossier, request, role) if for_one else request


def for_role(dossier: Dossier, request: DocumentRequest, role: str) -> DocumentRequest:
    """The same document for one role. Raises `DocgenError` when there is no such role, or no such document."""
    if not request.kind.is_per_role:
        able = ", ".join(kind.name for kind in dossier.library.types.values() if kind.is_per_role)
        raise DocgenError(f"{request.kind.name} is niet per rol te maken; wel: {able}")
    if request.role and request.role != role:
        raise DocgenError(f"{request.name} is al voor de rol {request.role}; laat --role weg, of de rol achter de @")
    known = roles_of(dossier)
    if role not in known:
        likely = did_you_mean(role, known) or (f"kies uit {', '.join(known)}" if known else "vul ‘rollen’ in")
        raise DocgenError(f"rol ‘{role}’ staat niet in {dossier.name}; {likely}")
    return replace(request, role=role)


def roles_of(dossier: Dossier) -> list[str]:
    """The ids of the roles in a dossier."""
    return [str(rol["id"]) for rol in dossier.data.get("rollen") or [] if rol.get("id")]


def _request(dossier: Dossier, kind: DocumentType, variant: str | None) -> DocumentRequest:
    if not kind.variants:
        return DocumentRequest(kind)
    section = dossier.data.get(kind.section)
    asked = section.get("variant") if isinstance(section, dict) else None
    return DocumentRequest(kind, variant or (asked if asked in kind.variants else next(iter(kind.variants))))
