"""What a dossier holds for an answer of the worksheet: one short Dutch fact, or "" when there is nothing."""

from __future__ import annotations

from docgen.domain.queries import by_id, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text import dutch
from docgen.text.dutch import NO_BREAK_SPACE as NBSP
from docgen.text.dutch import long_date


def _share(count: int, whole: int, what: str) -> str:
    return f"{what}: {count}{NBSP}van{NBSP}{whole}" if whole else ""


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""


def leader(dossier: CompleteDossier) -> str:
    """Who leads and who stands in."""
    roles = by_id(dossier["rollen"])
    trekker = next((rol for rol in dossier["rollen"] if rol["trekker"]), None)
    deputy = roles.get(trekker["vervanger"]) if trekker else None
    return (
        f"{trekker['naam']}, vervanger {deputy['naam']}" if trekker and deputy else trekker["naam"] if trekker else ""
    )


def hours(dossier: CompleteDossier) -> str:
    """Paid hours a year that parties committed."""
    given = [rol for rol in dossier["rollen"] if rol["uren"] and not rol["vrijwillig"]]
    parties = {rol["partij"] for rol in given}
    total = dutch.hours(sum(rol["uren"] for rol in given))
    decided = "" if _is_decided(dossier) else "; er is nog geen besluit over tijd en geld genomen"
    return f"{total} per jaar van {_number(len(parties), 'partij', 'partijen')}{decided}" if given else ""


def _is_decided(dossier: CompleteDossier) -> bool:
    return any(row["niveau"] == "tijd_en_geld" and row["status"] == "genomen" for row in dossier["besluitvorming"])


def board_contact(dossier: CompleteDossier) -> str:
    """The last contact with the board or council."""
    dated = [rij for rij in dossier["draagvlak"] if rij["niveau"] == "bestuur" and rij["laatste_contact"]]
    last = max(dated, key=lambda rij: rij["laatste_contact"], default=None)
    return f"laatste contact met {last['groep']}: {long_date(last['laatste_contact'])}" if last else ""


def signatures(dossier: CompleteDossier) -> str:
    """Parties that signed."""
    signed = sum(bool(partij["getekend_op"]) for partij in dossier["partijen"])
    there = bool(section(dossier, "overeenkomst"))
    return _share(signed, len(dossier["partijen"]), "partijen die hebben getekend") if there else ""


def handbook(dossier: CompleteDossier) -> str:
    """The handbook, its version and place."""
    book: TableRow = section(dossier, "interventie").get("handboek") or {}
    version = f" {book['versie']}" if book.get("versie") else ""
    place = f", te vinden in {book['locatie']}" if book.get("locatie") else ""
    return f"{book['titel']}{version}{place}" if book else ""
