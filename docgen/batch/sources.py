"""The tasks of a batch from its sources: the parties or roles of a dossier, the rows of a list, many dossiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from docgen.batch.order import ROLE, STANDARD_INPUT, Order
from docgen.context import perspective
from docgen.diagnostics.problem import Problem
from docgen.diagnostics.suggest import did_you_mean
from docgen.documents import filenames
from docgen.documents.filenames import file_name
from docgen.documents.gate import gate
from docgen.documents.request import DocumentRequest, for_role, requests_for, roles_of
from docgen.domain.names import PARTNER
from docgen.dossier import Dossier, load, loads
from docgen.errors import DocgenError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.partners import overlay, reader
from docgen.partners.named_partner import names_partner
from docgen.partners.row import Cell, Partners, Row
from docgen.pictures.picture_file import PictureFile
from docgen.schema.field import ANYTHING
from docgen.schema.types import PER_PARTY
from docgen.syntax.parser import read_text
from docgen.text.dutch import enumeration
from docgen.validation.references import is_partner

NO_PARTIES = "er staan geen partijen in het dossier; vul ‘partijen’ in"
NO_ROLES = "er staan geen rollen in het dossier; vul ‘rollen’ in"
OWN_FIELDS = ("type", "titel", "variant", "rol", "nummer")  # of a name, beside those of the dossier


class UnnamedTask(NamedTuple):
    """A task before it has a place in the batch: `fault` is why it can have no name, `problems` what is wrong with it."""

    label: str
    dossier: Dossier | None
    request: DocumentRequest | None
    file: str
    party: str = ""
    row: int = 0
    cells: tuple[Cell, ...] = ()
    problems: tuple[Problem, ...] = ()
    fault: str = ""


@dataclass
class Sources:
    """What the tasks of an order come from. `base` is the one dossier of a list or of parties; with many dossiers it is
    `None` and they are read one by one. `texts` has the bytes of what was read."""

    order: Order
    library: Library
    base: Dossier | None = None
    people: Partners | None = None
    texts: dict[str, bytes] = field(default_factory=dict)

    @property
    def pictures(self) -> tuple[tuple[str, tuple[PictureFile, ...]], ...]:
        """The pictures of the dossiers that were read, by name."""
        base = self.base
        return ((base.name, tuple(base.loaded.pictures.values())),) if base and base.loaded.pictures else ()

    @property
    def partners_are_parties(self) -> bool:
        """Whether the partners in the list are parties: they sign (then a row without a signer is not whole), or are
        named as one who pays, bears a cost or has a role."""
        if self.people is None or self.base is None:
            return False
        return names_partner(self.base.data, self.library.schema.root) or any(map(self._makes_party, self.people.rows))

    def _makes_party(self, row: Row) -> bool:
        signer, root = ("partner", perspective.SIGNER), self.library.schema.root
        named = (path for path, value in row.cells if value == PARTNER)
        return any(path == signer for path, _ in row.cells) or any(
            is_partner(PARTNER, root.at(path) or ANYTHING) for path in named
        )

    def tasks(self) -> Iterator[UnnamedTask]:
        """Every document to make, in the order of the sources."""
        if self.base is None:
            for name in self.order.dossiers:
                yield from self._dossier(name)
            return
        if self.people is None and (nobody := self._nobody(self.base)):
            raise DocgenError(nobody)
        for request in self.requests(self.base):
            if self.people is not None:
                yield from self._rows(self.base, request, self.people)
            else:
                yield from self._each(self.base, request)

    def requests(self, dossier: Dossier) -> list[DocumentRequest]:
        """The documents to make; per party only those that a party has a part in, per role those made for a role."""
        requests = requests_for(dossier, self.order.documents)
        if not self.order.per:
            return requests
        able = [request for request in requests if self._is_able(request.kind)]
        unable = [request.kind.name for request in requests if request not in able]
        if unable and (self.order.documents or not able):
            known = enumeration([kind.name for kind in self.library.types.values() if self._is_able(kind)])
            raise DocgenError(f"{enumeration(unable)} is niet per {self.order.per} te maken; wel: {known}")
        return able

    def _is_able(self, kind: DocumentType) -> bool:
        return kind.is_per_role if self.order.per == ROLE else kind.per_party in PER_PARTY[:2]

    def _nobody(self, dossier: Dossier) -> str:
        """Why there is nobody to make a document for, if so."""
        if self.order.per == ROLE:
            return "" if roles_of(dossier) else NO_ROLES
        return "" if dossier.data.get("partijen") else NO_PARTIES

    def _dossier(self, name: str) -> Iterator[UnnamedTask]:
        refused = UnnamedTask(name, None, None, "")
        try:
            dossier = load(name, self.library)
            if problems := gate(dossier.loaded.problems, draft=self.order.draft).stopping:
                yield refused._replace(problems=tuple(problems))
                return
            requests = self.requests(dossier)
        except DocgenError as error:
            if len(self.order.dossiers) == 1:
                raise
            yield refused._replace(fault=str(error))
            return
        if self.order.per and (nobody := self._nobody(dossier)):
            yield refused._replace(fault=nobody)
        who = "" if (dossier.data.get("dossier") or {}).get("id") else Path(name).stem
        for request in requests:
            if self.order.per:
                yield from self._each(dossier, request)
            else:
                yield self._with_filename(UnnamedTask(name, dossier, request, ""), dossier, request, dossier.data, who)

    def _rows(self, dossier: Dossier, request: DocumentRequest, people: Partners) -> Iterator[UnnamedTask]:
        for row in people.rows:
            label = f"rij {row.number}" + (f" ({row.label})" if row.label != f"rij {row.number}" else "")
            unnamed = UnnamedTask(label, dossier, request, "", "", row.number, row.cells, row.problems)
            data = overlay.overlay(dossier.data, row.cells) if self._asks_data else dossier.data
            yield self._with_filename(unnamed, dossier, request, data, re.sub(r"\brij (?=\d+$)", "rij-", row.label))

    def _each(self, dossier: Dossier, request: DocumentRequest) -> Iterator[UnnamedTask]:
        yield from self._roles(dossier, request) if self.order.per == ROLE else self._parties(dossier, request)

    def _roles(self, dossier: Dossier, request: DocumentRequest) -> Iterator[UnnamedTask]:
        which = f" in {dossier.name}" if len(self.order.dossiers) > 1 else ""
        for number, role in enumerate(roles_of(dossier), 1):
            unnamed = UnnamedTask(f"rol {role}{which}", dossier, for_role(dossier, request, role), "")
            yield self._with_filename(unnamed, dossier, for_role(dossier, request, role), dossier.data, "", number)

    def _parties(self, dossier: Dossier, request: DocumentRequest) -> Iterator[UnnamedTask]:
        which = f" in {dossier.name}" if len(self.order.dossiers) > 1 else ""
        for number, partij in enumerate(dossier.data.get("partijen") or [], 1):
            name = str(partij.get("id") or partij.get("naam") or "")
            unnamed = UnnamedTask(f"partij {name}{which}", dossier, request, "", name)
            yield self._with_filename(unnamed, dossier, request, dossier.data | {"partner": partij}, name, number)

    @cached_property
    def _asks_data(self) -> bool:
        return any(asked not in OWN_FIELDS for asked in filenames.placeholders(self.order.name))

    def _with_filename(
        self,
        unnamed: UnnamedTask,
        dossier: Dossier,
        request: DocumentRequest,
        data: Mapping[str, Any],
        who: str,
        number: int = 0,
    ) -> UnnamedTask:
        """The same with the name of its file: from the pattern, else that of `docgen render` and who it is for."""
        name = "-".join(filter(None, [file_name(dossier, request).removesuffix(".docx"), who]))
        if self.order.name:
            own = {
                "type": request.kind.name,
                "titel": request.title,
                "variant": request.variant or "",
                "rol": request.role or "",
                "nummer": unnamed.row or number,
            }
            try:
                name = filenames.fill_pattern(self.order.name, {**data, **own})
            except DocgenError as error:
                return unnamed._replace(fault=str(error))
        return unnamed._replace(file=filenames.safe_filename(name, "-concept.docx" if self.order.draft else ".docx"))


def read_sources(order: Order, library: Library) -> Sources:
    """Read what an order names. Raises `DocgenError` when the dossier or the list cannot be read."""
    if STANDARD_INPUT in order.dossiers:
        raise DocgenError("een batch leest het dossier uit een bestand, niet van de standaardinvoer")
    for asked in order.documents:
        library.type_named(re.split("[:@]", asked)[0])
    found = Sources(order, library)
    if order.partners or (order.per and len(order.dossiers) == 1):
        (name,) = order.dossiers
        text = read_text(name)
        found.texts[name] = text
        found.base = loads(text, name, library)
    if order.partners and found.base:
        found.people = reader.read(order.partners, library, found.base)
    return found


def check_pattern(pattern: str, library: Library) -> None:
    """Raise `DocgenError` when a name asks for what no dossier can have."""
    for asked in filenames.placeholders(pattern):
        if asked not in OWN_FIELDS and library.schema.field_at(tuple(asked.split("."))) is None:
            around = asked.split(".")[:-1]
            known = library.schema.outline(around)[1]
            options = {".".join([*around, name]) for name in known} | (set() if around else set(OWN_FIELDS))
            likely = did_you_mean(asked, options) or f"neem bijvoorbeeld {{partner.naam}} of {{{OWN_FIELDS[0]}}}"
            raise DocgenError(f"‘{{{asked}}}’ in --name bestaat niet; {likely}")
