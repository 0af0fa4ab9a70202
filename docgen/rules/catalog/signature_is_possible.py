"""
Een partij tekent op een niveau of een dag die niet kan.

Alleen een gemeente heeft een college van burgemeester en wethouders. Wie na de laatste dag tekent, tekent voor niets. Tekent het college
zelf, dan kan dat niet voordat het heeft besloten; op de dag van het besluit mag. Is van geen partij bekend dat zij de gemeente is, dan zwijgt
de regel over het niveau. Bron: Gemeentewet, artikel 160 (het college besluit); overeenkomsten van gemeenten. Een model, geen juridisch advies.

Herstel: verbeter bij de partij `niveau` of `getekend_op`, of de dag waarmee die wordt vergeleken.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.term import term
from docgen.domain.organs import COLLEGE
from docgen.domain.queries import by_id, council_party, municipalities, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "OVK-09"
LEVEL = "fout"
ANCHOR = "Draagvlak"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    known = municipalities(dossier) & by_id(dossier["partijen"]).keys()
    for i, party in enumerate(dossier["partijen"]):
        if known and party["niveau"] == COLLEGE and party["id"] not in known:
            message = f"{party['naam']} tekent op niveau college, maar is geen gemeente"
            hint = "kies management, directie of bestuur"
            yield Finding(("partijen", i, "niveau"), message, about=party["id"] or "", hint=hint)
    yield from _days(dossier)


def _days(dossier: CompleteDossier) -> Iterator[Finding]:
    end, decided = term(dossier).einde, section(dossier, "raadsvoorstel").get("collegebesluit")
    own = council_party(dossier)
    for i, party in enumerate(dossier["partijen"]):
        path, day, name = ("partijen", i, "getekend_op"), party["getekend_op"], party["naam"]
        if day and end and day > end:
            message = f"{name} tekende op {long_date(day)}, maar de overeenkomst stopte op {long_date(end)}"
            yield Finding(path, message, about=party["id"] or "", hint="controleer getekend_op en overeenkomst.einde")
        if day and decided and day < decided and party["niveau"] == COLLEGE and party["id"] == own:
            message = f"{name} tekende op {long_date(day)}, maar het college besluit pas op {long_date(decided)}"
            hint = "controleer getekend_op en raadsvoorstel.collegebesluit"
            yield Finding(path, message, about=party["id"] or "", hint=hint)
