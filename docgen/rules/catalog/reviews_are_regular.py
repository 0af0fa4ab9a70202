"""
Tussen twee reviews van de afspraken zit te veel tijd.

Afspraken die niemand bespreekt, raken vergeten. Tussen het begin van de horizon, de reviews en het einde van de horizon
mag telkens hooguit 12 maanden zitten; dat getal staat in `dossier.instellingen.max_review_maanden`. Deze regel geldt als
er een onderdeel `overeenkomst` is en zwijgt zonder horizon. Bron: Loket Gezond Leven, Continuïteit van alcoholbeleid
(volg de afspraken en stuur bij); wijkengids, hoofdstuk 6.9 (evalueer tussentijds).

Herstel: voeg onder `monitoring.reviews` een moment toe met `datum`, `onderwerp` en `rol`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import has_section, horizon, is_longer_than, section, setting
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import long_date

CODE = "OVK-04"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    period = horizon(dossier)
    reviews = section(dossier, "monitoring").get("reviews") or []
    if period is None or not has_section(dossier, "overeenkomst"):
        return
    days = sorted((review["datum"], i) for i, review in enumerate(reviews) if review["datum"])
    within = [(day, i) for day, i in days if period.begin <= day <= period.einde]
    for (start, _), (end, i) in pairwise([(period.begin, -1), *within, (period.einde, -1)]):
        if is_longer_than(months := setting(dossier, "max_review_maanden"), start, end):
            path = ("monitoring", "reviews", i, "datum") if i >= 0 else ("monitoring", "reviews")
            message = f"geen review tussen {long_date(start)} en {long_date(end)}, terwijl {months} maanden de grens is"
            hint = "voeg een review toe onder monitoring.reviews"
            yield Finding(path, message, "" if reviews else "leeg", year=min(start.year + 1, end.year), hint=hint)
