"""A dossier as one of many sees it: with the partner of a row as one of its parties, or only the part of one party."""

from __future__ import annotations

from typing import Any

Data = dict[str, Any]

SIGNER = "ondertekenaar"  # a partner with one is a party


def with_partner(data: Data) -> Data:
    """The data with their partner among the parties, when it signs.

    A partner that is a party already (the same id, or without an id the same name) fills in what that party lacks and
    replaces what differs; another one comes after the others.
    """
    partner = data.get("partner") or {}
    if not partner.get(SIGNER):
        return data
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
    wanted = str(partner.get(key) or "").casefold()
    same = (i for i, partij in enumerate(parties) if wanted and str(partij.get(key) or "").casefold() == wanted)
    return next(same, len(parties))
