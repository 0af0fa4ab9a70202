"""Block 1a and 1b: what the approach is, where it belongs and who owns it."""

from __future__ import annotations

import re

from docgen.context.worksheet.answer import NOTHING, Answer, beside, known, pieces, sentences
from docgen.domain.names import party_names, roles_in_sentences
from docgen.domain.proven import active_roles, has_happened
from docgen.domain.queries import by_id, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import counted, enumeration, hours, in_words, long_date, without_full_stop

KINDS = ("gedachtegoed", "werkwijze", "beleid")  # of what is to be kept
PLACE = re.compile(r"(aan|bij|binnen|buiten|door|in|naast|onder|op|over|tussen|via|voor)\b", re.IGNORECASE)


def complete(dossier: CompleteDossier) -> Answer:
    """Is the approach clear and complete, and does its way of working stand on paper?"""
    about = section(dossier, "interventie")
    parts = [row["naam"] for row in about.get("onderdelen") or [] if row["naam"]]
    book: TableRow = about.get("handboek") or {}
    text = sentences(_parts(parts), _on_paper(book) if book else "")
    is_on_paper = has_happened(dossier, book.get("datum")) and bool(book.get("locatie"))
    return Answer(text, bool(about.get("kern") and parts and is_on_paper))


def _parts(names: list[str]) -> str:
    return f"de aanpak heeft {counted(len(names), 'onderdeel', 'onderdelen')}: {enumeration(names)}" if names else ""


def _on_paper(book: TableRow) -> str:
    version = f"versie {book['versie']}" if book["versie"] else ""
    day = f"van {long_date(book['datum'])}" if book["datum"] else ""
    return beside(f"de werkwijze staat in ‘{book['titel']}’", " ".join(filter(None, (version, day))))


def to_be_kept(dossier: CompleteDossier) -> Answer:
    """What has to stay, and of what does it consist?"""
    rows = section(dossier, "interventie").get("wat_borgen") or []
    told = {kind: pieces(row["tekst"] for row in rows if row["soort"] == kind) for kind in KINDS}
    lines = [f"{kind}: {text}" for kind, text in told.items() if text]
    return Answer(sentences(*lines), all(told.values()))


def place(dossier: CompleteDossier) -> Answer:
    """Where does it belong: in one organisation or in more?"""
    where = without_full_stop(section(dossier, "interventie").get("waar_borgen") or "")
    names = enumeration(party["naam"] for party in dossier["partijen"])
    if not where:
        return NOTHING
    there = where[0].lower() + where[1:] if PLACE.match(where) else f"bij {where}"
    return Answer(sentences(f"de aanpak hoort thuis {there}" + (f": {names}" if names else "")))


def leader(dossier: CompleteDossier) -> Answer:
    """Is there an owner who really pulls?"""
    active = by_id(active_roles(dossier))
    leaders, called = [role for role in active.values() if role["trekker"]], roles_in_sentences(dossier)
    if len(leaders) != 1:
        return known(
            f"er zijn {in_words(len(leaders))} trekkers: {enumeration(called[role['id']] for role in leaders)}"
            if leaders
            else ""
        )
    role = leaders[0]
    deputy = active.get(role["vervanger"] or "")
    time = f"{hours(role['uren'])} per jaar" if role["uren"] else ""
    text = f"de trekker is {called[role['id']]}" + (f", voor {time}" if time else "")
    if not deputy or deputy is role:
        return known(text)
    return Answer(sentences(f"{text}; bij afwezigheid gaat de taak over op {called[deputy['id']]}"), bool(time))


def owners(dossier: CompleteDossier) -> Answer:
    """Who owns the content, who the execution?"""
    about, active = section(dossier, "interventie"), by_id(active_roles(dossier))
    content = active.get(about.get("inhoudelijk_eigenaar") or "")
    work = active.get(about.get("uitvoerend_eigenaar") or "")
    if content and content is work:
        return Answer(sentences(f"{_with_party(dossier, content)} is van beide eigenaar"))
    told = [
        f"{what}: {_with_party(dossier, role)}" for what, role in (("inhoud", content), ("uitvoering", work)) if role
    ]
    return Answer(sentences("; ".join(told)), len(told) == 2)


def _with_party(dossier: CompleteDossier, role: TableRow) -> str:
    return beside(role["naam"], party_names(dossier).get(role["partij"]))


def consequences(dossier: CompleteDossier) -> Answer:
    """What does that mean in law and in money?"""
    text = sentences(section(dossier, "interventie").get("gevolgen_eigenaarschap"))
    return Answer(text, bool(text))
