"""
Opzeggen of verlengen kan niet binnen de overeenkomst.

Een opzegtermijn die zo lang is als de overeenkomst zelf, maakt opzeggen onmogelijk. Een besluit over verlenging dat valt voordat de
overeenkomst begint, gaat over niets. Zonder `ingang` en `einde` zwijgt deze regel over de termijn. Bron: overeenkomsten van gemeenten; Loket
Gezond Leven, Continuïteit van alcoholbeleid (ruimte om afspraken aan te passen). Een model, geen juridisch advies.

Herstel: kies een kortere termijn, of verbeter de dagen.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement
from docgen.domain.agreement.term import term
from docgen.domain.queries import is_longer_than
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "OVK-08"
LEVEL = "fout"
ANCHOR = "Draagvlak"

ONE_DAY = timedelta(days=1)


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    own, (begin, end) = agreement(dossier), term(dossier)
    months, decided = (
        (own.get("opzegging") or {}).get("termijn_maanden"),
        (own.get("verlenging") or {}).get("uiterlijk"),
    )
    if begin and decided and decided < begin:
        when, first = long_date(decided), long_date(begin)
        message = f"partijen beslissen op {when} over verlenging, maar de overeenkomst begint pas op {first}"
        yield Finding(("overeenkomst", "verlenging", "uiterlijk"), message, hint="kies een dag na de ingang")
    if months and begin and end and begin <= end and not _is_longer(months, begin, end):
        told = f"{months} {'maand' if months == 1 else 'maanden'}"
        how = "zo lang als" if _is_longer(months - 1, begin, end) else "langer dan"
        message = f"de opzegtermijn ({told}) is {how} de overeenkomst zelf"
        yield Finding(("overeenkomst", "opzegging", "termijn_maanden"), message, hint="kies een kortere termijn")


def _is_longer(months: int, begin: date, end: date) -> bool:
    """Whether the days from the first to the last are more than so many months; a whole year is twelve."""
    return is_longer_than(months, begin, min(end, date.max - ONE_DAY) + ONE_DAY)
