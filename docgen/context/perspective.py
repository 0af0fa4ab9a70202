"""A dossier as one of many sees it: with the partner of a row as one of its parties, only the part of one party, or what
everybody may read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from docgen.domain.memo import memoized
from docgen.domain.names import VIEWED_BY, WHOLE_DOSSIER
from docgen.domain.types import CompleteDossier
from docgen.text.characters import alike

Data = dict[str, Any]

OF_ROLE = ("eerste_week", "eerste_maand", "eerste_kwartaal", "toegang", "lessen")
SUPPORT, ATTITUDE = "draagvlak", "houding"  # how a group thinks is for insiders
SIGNER = "ondertekenaar"  # a partner with one is a party


def with_partner(data: Data, is_party: bool = False, fields: Collection[str] | None = None) -> Data:
    """The data with their partner among the parties, when it `is_party` or has a signer. `fields`: what a party may have.

    A partner that is a party already (the same id, or without an id the same name) fills in what that party lacks and
    replaces what differs; another one comes after the others.
    """
    partner = data.get("partner") or {}
    if not (is_party or partner.get(SIGNER)):
        return data
    if fields is not None and not partner.keys() <= set(fields):
        partner = {name: value for name, value in partner.items() if name in fields}
    parties: list[Data] = list(data.get("partijen") or [])
    at = place_of_partner(data)
    if at < len(parties):
        parties[at] = parties[at] | partner | {"id": parties[at]["id"]}
    else:
        taken = {partij.get("id") for partij in parties}
        names = (partner.get("id"), "partner", *(f"partner-{number}" for number in range(2, len(parties) + 3)))
        parties.append(partner | {"id": next(name for name in names if name and name not in taken)})
    return data | {"partijen": parties}


def place_of_partner(data: Data) -> int:
    """Which of the parties the partner is; the number of parties when it is none of them yet."""
    partner, parties = data.get("partner") or {}, data.get("partijen") or []
    key = "id" if partner.get("id") else "naam"
    wanted = alike(str(partner.get(key) or ""))
    same = (i for i, partij in enumerate(parties) if wanted and alike(str(partij.get(key) or "")) == wanted)
    return next(same, len(parties))


def for_party(full: Data, party: str) -> Data:
    """The part of one party in a complete dossier: its roles, the tasks they work on with their hours, the costs it
    makes and the money it brings in, and what else is up to its roles. Goals, decisions and the approach are of all.

    Names of others can still be looked up in it, see `domain.names`.
    """
    roles = {rol["id"] for rol in full["rollen"] if rol["partij"] == party}
    money, watching = full["begroting"], full["monitoring"]
    own = _of(full["partijen"], "id", {party})
    return full | {
        WHOLE_DOSSIER: full,
        VIEWED_BY: own[0],
        "partijen": own,
        "rollen": _of(full["rollen"], "partij", {party}),
        "taken": [_own_hours(taak, roles) for taak in full["taken"] if _works_on(taak, roles)],
        "begroting": money and money | {"posten": _of(money["posten"], "partij", {party})},
        "financiering": _of(full["financiering"], "partij", {party}),
        "verankering": _of(full["verankering"], "partij", {party}),
        "mijlpalen": _of(full["mijlpalen"], "rol", roles),
        "acties": _of(full["acties"], "rol", roles),
        "risicos": _of(full["risicos"], "rol", roles),
        "realisatie": _own_reports(full, party),
        "monitoring": watching and watching | {"reviews": _of(watching["reviews"], "rol", roles)},
    }


def for_role(full: Data, role: str) -> Data:
    """A complete dossier whose handover is that of one role: with what `overdracht.per_rol` says of it.

    What stands in `overdracht` itself for the first week, month and quarter is about the role named there, as is its
    day when `per_rol` does not name the other.
    """
    handover = full["overdracht"] or {}
    own: Data = next((row for row in handover.get("per_rol") or [] if row["rol"] == role), {})
    common = handover if handover.get("rol") == role else {}
    told = {name: own.get(name) or common.get(name) or [] for name in OF_ROLE}
    day = own.get("datum") or (handover.get("datum") if own or common else None)
    return full | {"overdracht": {"variant": None, "per_rol": [], **handover, **told, "rol": role, "datum": day}}


@memoized
def for_everybody(full: CompleteDossier) -> Data:
    """The parts of a complete dossier that hold what not everybody may read, without it."""
    whole = full.get(WHOLE_DOSSIER)
    return without_attitudes(full) | ({WHOLE_DOSSIER: {**whole, **without_attitudes(whole)}} if whole else {})


def without_attitudes(data: Mapping[str, Any]) -> Data:
    """Who supports the approach in the data, without how a group or person thinks of it."""
    groups = data.get(SUPPORT)
    if not isinstance(groups, list):
        return {}
    return {SUPPORT: [{name: value for name, value in row.items() if name != ATTITUDE} for row in groups]}


def _of(rows: list[Data], field: str, wanted: Collection[str]) -> list[Data]:
    return [row for row in rows if row[field] in wanted]


def _own_reports(full: Data, party: str) -> list[Data]:
    """What a party reported: of its roles, items and sources unless another is named, and of others in its own name."""
    lists = {"rol": full["rollen"], "post": (full["begroting"] or {}).get("posten") or [], "bron": full["financiering"]}
    own = {(kind, row["id"]) for kind, rows in lists.items() for row in _of(rows, "partij", {party})}
    return [
        row
        for row in full["realisatie"]
        if (row["partij"] or party) == party and (row["partij"] or any((kind, row[kind]) in own for kind in lists))
    ]


def _works_on(taak: Data, roles: set[str]) -> bool:
    return not roles.isdisjoint({taak["eigenaar"], taak["vervanger"], *(taak["uren"] or {})})


def _own_hours(taak: Data, roles: Collection[str]) -> Data:
    return taak | {"uren": {rol: hours for rol, hours in (taak["uren"] or {}).items() if rol in roles}}
