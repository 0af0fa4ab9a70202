"""
De uitslag van de raad klopt niet met zichzelf.

Een amendement dat is aangenomen, verandert een beslispunt: het krijgt een nieuwe tekst, het vervalt, of er komt een punt bij. Dan is het
voorstel gewijzigd aangenomen. Het raadsbesluit wordt hieruit gemaakt en is de tekst die geldt. Daarom is er geen plaats voor twee teksten van
één punt, voor een nummer dat niet bestaat en voor een wijziging zonder tekst. Bron: Gemeentewet (recht van amendement); gangbare
opbouw van raadsbesluiten.

Herstel: verbeter `uitkomst`, of vul bij het amendement `beslispunten` aan: met `nr` en de hele nieuwe `tekst`, of met `vervalt: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.council_decision import ADOPTED, AMENDED, outcome
from docgen.domain.queries import proposal_points
from docgen.domain.types import CompleteDossier, TableRow

CODE = "RVS-19"
LEVEL = "fout"
ANCHOR = "Draagvlak"

PLACE = ("raadsvoorstel", "uitslag")
Change = tuple[tuple[str | int, ...], TableRow, TableRow]  # where it stands, the amendment, and what it changes


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    found = outcome(dossier)
    if not found:
        return
    accepted = [(i, one) for i, one in enumerate(found["amendementen"] or ()) if one["uitkomst"] == ADOPTED]
    if found["uitkomst"] == ADOPTED and accepted:
        message = f"amendement {accepted[0][1]['nummer']} is aangenomen, maar het voorstel is ongewijzigd aangenomen"
        yield Finding((*PLACE, "uitkomst"), message, hint="schrijf uitkomst: gewijzigd aangenomen")
    if found["uitkomst"] == AMENDED and not accepted:
        message = "het voorstel is gewijzigd aangenomen, maar er staat geen amendement dat is aangenomen"
        hint = "voeg toe: amendementen: met nummer, uitkomst: aangenomen en beslispunten"
        yield Finding((*PLACE, "uitkomst"), message, hint=hint)
    if not found["datum"]:
        yield Finding((*PLACE, "datum"), "de dag waarop de raad besloot, ontbreekt", "dag", hint="voeg toe: datum:")
    changes: list[Change] = []
    for i, one in accepted:
        where = (*PLACE, "amendementen", i)
        if not one["beslispunten"]:
            message = f"amendement {one['nummer']} is aangenomen, maar verandert geen beslispunt"
            yield Finding(where, message, about=one["nummer"], hint="voeg toe: beslispunten: met nr en de nieuwe tekst")
        changes += [((*where, "beslispunten", j), one, row) for j, row in enumerate(one["beslispunten"] or ())]
    yield from _of_changes(changes, len(proposal_points(dossier)))


def _of_changes(changes: list[Change], last: int) -> Iterator[Finding]:
    changed: dict[int, str] = {}
    for where, one, row in changes:
        number, about = row["nr"], one["nummer"]
        if number is None:
            continue
        if number in changed:
            message = f"amendement {changed[number]} en {about} veranderen allebei beslispunt {number}"
            hint = "zet de tekst die na beide geldt bij het laatste amendement, en haal het punt bij het andere weg"
            yield Finding((*where, "nr"), message, about=about, hint=hint)
        elif number > last + 1 and number - 1 not in changed:
            message = f"er is geen beslispunt {number}; een nieuw beslispunt krijgt nummer {last + 1}"
            yield Finding((*where, "nr"), message, about=about, hint=f"schrijf nr: {last + 1}")
        elif row["vervalt"] and number > last:
            message = f"beslispunt {number} kan niet vervallen: het staat niet in het voorstel"
            yield Finding((*where, "nr"), message, about=about, hint="verbeter het nummer")
        changed[number] = about
        if bool(row["vervalt"]) == bool(row["tekst"]):
            said = (
                "vervalt én heeft een nieuwe tekst" if row["tekst"] else "heeft geen nieuwe tekst en vervalt ook niet"
            )
            hint = (
                "houd vervalt: true of tekst over"
                if row["tekst"]
                else "voeg toe: tekst: met de hele nieuwe tekst, of vervalt: true"
            )
            yield Finding(where, f"beslispunt {number} van amendement {about} {said}", about=about, hint=hint)
