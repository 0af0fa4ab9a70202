"""Every text of a dossier that comes to stand in a sentence, held to its form: the findings by the code of their rule.

A dossier of the first form was written before there were forms: what would be found there is told in one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.annexes import ANNEX_TITLES
from docgen.domain.memo import memoized, memoized_by_value
from docgen.domain.queries import section
from docgen.domain.sentences.texts import texts_in
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.sentence_checks import (
    core_is_a_group,
    names_article_last,
    troubles,
    typed_annex,
    unknown_annex,
    we_in,
)
from docgen.text.sentence_frame import FramedField, FramedFields
from docgen.text.sentences import ARTICLES

Path = tuple[Any, ...]
SECOND_FORM = 2
AGREEMENT, CORE, LEGAL = "overeenkomst", ("interventie", "kern"), ("raadsvoorstel", "wettelijk_kader")
PROPOSAL = "raadsvoorstel"  # has annexes of its own
UNKNOWN = "onbekend"
FIRST_FORM = "oud"


def findings(dossier: CompleteDossier, fields: FramedFields, code: str) -> Iterator[Finding]:
    """What one rule finds; of a dossier of the first form nothing, see `in_one_line`."""
    if not is_first_form(dossier):
        yield from _by_code(dossier, fields).get(code, ())


def in_one_line(dossier: CompleteDossier, fields: FramedFields) -> Iterator[Finding]:
    """All that is found in a dossier of the first form, told once at the first of them."""
    if not is_first_form(dossier):
        return
    every = [finding for found in _by_code(dossier, fields).values() for finding in found]
    paths = dict.fromkeys(finding.path for finding in every)
    if paths:
        many = len(paths) > 1
        message = f"{len(paths)} {'teksten passen' if many else 'tekst past'} niet goed in de zin waarin {'zij komen' if many else 'die komt'} te staan"
        hint = "zet indeling: 2 bij dossier om ze één voor één te zien"
        yield Finding(next(iter(paths)), message, kind=FIRST_FORM, hint=hint)


def is_first_form(dossier: CompleteDossier) -> bool:
    """Whether a dossier was written before texts had a form."""
    return (section(dossier, "dossier").get("indeling") or 1) < SECOND_FORM


@memoized
def _by_code(dossier: CompleteDossier, fields: FramedFields) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for part in dossier:
        for code, finding in (*_framed(dossier, fields, part), *_anywhere(dossier, part)):
            found.setdefault(code, []).append(finding)
    return found


@memoized
def _framed(dossier: CompleteDossier, fields: FramedFields, part: str) -> list[tuple[str, Finding]]:
    """What is wrong in the texts of a part that have a frame."""
    known = fields.by_part.get(part)
    if not known:
        return []
    names, roles = _names(dossier), _role_ids(dossier)
    return [
        (trouble.code, Finding(path, trouble.message, hint=trouble.hint))
        for field in known
        for path, text in _texts(dossier[part], field, (part,))
        if not (field.may_be_id and text in roles)
        for trouble in troubles(text, field.frame, names, is_row=None in field.path)
    ]


def _texts(value: Any, field: FramedField, path: Path, depth: int = 0) -> Iterator[tuple[Path, str]]:
    """The texts of a field, each with its path."""
    if depth == len(field.path):
        if isinstance(value, str) and value.strip():
            yield path, value
    elif field.path[depth] is None:
        for i, inner in enumerate(value if isinstance(value, list) else ()):
            yield from _texts(inner, field, (*path, i), depth + 1)
    elif isinstance(value, dict):
        step = field.path[depth]
        yield from _texts(value.get(step), field, (*path, step), depth + 1)


@memoized
def _anywhere(dossier: CompleteDossier, part: str) -> list[tuple[str, Finding]]:
    """What is wrong in any text of a part, whether it has a frame or not."""
    found: list[tuple[str, Finding]] = []
    for path, text in texts_in(dossier[part], (part,)):
        if number := typed_annex(text):
            message = f"‘{number}’ is getypt; de bijlagen krijgen vanzelf een nummer"
            hint = "schrijf bijlage met de naam, bijvoorbeeld: bijlage Geld"
            found.append(("ZIN-08", Finding(path, message, hint=hint)))
        elif part != PROPOSAL and (title := unknown_annex(text, tuple(ANNEX_TITLES.values()))):
            message = f"er is geen bijlage ‘{title}’"
            hint = f"de bijlagen van de overeenkomst zijn: {', '.join(ANNEX_TITLES.values())}"
            found.append(("ZIN-08", Finding(path, message, kind=UNKNOWN, hint=hint)))
        if part == AGREEMENT and (trouble := we_in(text)):
            found.append((trouble.code, Finding(path, trouble.message, hint=trouble.hint)))
        if path == CORE and core_is_a_group(text):
            message = "de kern is geen hele zin: ‘waarin’ komt vóór het eerste werkwoord"
            hint = (
                "schrijf wie wat doet voor wie: ‘Een klein team haalt twee keer per jaar op wat de wijk nodig heeft.’"
            )
            found.append(("ZIN-10", Finding(path, message, hint=hint)))
        if path[:2] == LEGAL and names_article_last(text):
            message = f"‘{text.strip()[:60]}’ leest in een zin niet goed"
            hint = "begin met het artikel, zoals ‘artikel 189 van de Gemeentewet’"
            found.append(("ZIN-11", Finding(path, message, hint=hint)))
    return found


@memoized_by_value
def _role_ids(dossier: CompleteDossier) -> frozenset[str]:
    return frozenset(row["id"] for row in dossier["rollen"] if row["id"])


@memoized_by_value
def _names(dossier: CompleteDossier) -> frozenset[str]:
    """The words, without capitals, that begin with a capital in the name of a party, the programme, a component, a handbook, a
    neighbourhood, the agreement or an organ."""
    programme = section(dossier, "interventie")
    rows: list[TableRow] = [*dossier["partijen"], *(programme.get("onderdelen") or []), programme]
    called = [row.get(field) for row in rows for field in ("naam", "hierna")]
    called += [row["orgaan"] for row in dossier["besluitvorming"]]
    called += [(programme.get("handboek") or {}).get("titel"), section(dossier, AGREEMENT).get("titel")]
    called += section(dossier, "dossier").get("wijken") or []
    words = {word.strip("‘’(),.") for name in called if name for word in name.split()}
    return frozenset(word.casefold() for word in words if word[:1].isupper()) - {*ARTICLES}
