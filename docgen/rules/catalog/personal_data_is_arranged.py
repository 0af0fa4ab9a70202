"""
Partijen delen gegevens over personen, maar er is geen regeling of niemand ging die na.

De overeenkomst zegt wat de regeling ten minste regelt. Of dat zo is, weet docgen niet: dat moet iemand nagaan, en later opnieuw. Deze
regel geldt als `privacy.herleidbare_gegevens` is ingevuld, of `juridische_toets.gezamenlijk_verwerken` true is. Zij meldt ook als
`verdeling` en `gezamenlijk_verwerken` elkaar tegenspreken, en als bij `verdeling: verwerker` niet staat wie voor wie werkt.
Bron: Algemene verordening gegevensbescherming (AVG), gezamenlijke verantwoordelijken en verwerkers. Een model, geen juridisch advies.

Herstel: vul bij `overeenkomst.privacy` in: `regeling` (de naam van het stuk), `nagegaan_door` (een functie) en `nagegaan_op`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement import clauses
from docgen.domain.types import CompleteDossier

CODE = "OVK-18"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


PATH = ("overeenkomst", "privacy")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    own, is_joint = clauses.personal_data(dossier), clauses.legal_review(dossier).get("gezamenlijk_verwerken")
    if clauses.shares_personal_data(dossier) or is_joint:
        if not clauses.regulation(dossier):
            message = "partijen delen gegevens over personen, maar er is geen regeling voor"
            yield Finding((*PATH, "regeling"), message, hint="voeg toe: regeling: met de naam van het stuk")
        elif not own.get("nagegaan_op"):
            message = f"niemand ging na of ‘{clauses.regulation(dossier)}’ regelt wat nodig is"
            hint = "laat dat nagaan en vul nagegaan_door en nagegaan_op in"
            yield Finding((*PATH, "nagegaan_op"), message, hint=hint)
    yield from _contradictions(dossier, is_joint)


def _contradictions(dossier: CompleteDossier, is_joint: bool | None) -> Iterator[Finding]:
    own = clauses.personal_data(dossier)
    said = own.get("verdeling")
    if said and is_joint is not None and is_joint != (said == clauses.JOINT):
        joined = "" if is_joint else "niet "
        message = f"volgens de verdeling van de verantwoordelijkheid geldt ‘{said.replace('_', ' ')}’, maar er staat ook dat partijen gegevens {joined}samen verwerken"
        yield Finding(
            (*PATH, "verdeling"), message, hint="verbeter verdeling: of juridische_toets.gezamenlijk_verwerken:"
        )
    if said == clauses.PROCESSOR and not (own.get("verwerker") and own.get("opdrachtgever")):
        message = "er staat niet welke partij gegevens verwerkt in opdracht van welke andere"
        yield Finding((*PATH, "verdeling"), message, hint="voeg toe: verwerker: en opdrachtgever:")
