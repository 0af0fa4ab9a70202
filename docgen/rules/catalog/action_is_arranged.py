"""
Een actie is te laat, niemand doet haar, of zij staat bij een vraag van een ander blok.

Een actie voor de borging heeft iemand nodig die haar doet, en een dag waarop zij klaar is. Is die dag voor de peildatum
en is de actie niet klaar of vervallen, dan is zij te laat; werk onder `lopend` ook. Zonder peildatum is niets te laat. In het werkblad staat een actie
naast haar vraag; hoort die bij een ander blok, dan komt de actie onderaan te staan. Bron: Werkblad 4, kolom
"Wat ga je doen?"; Alcoholbeleid, ingrediënt 2 (doelen met een einddatum).

Herstel: vul bij de actie `rol` en `uiterlijk` in. Is zij gedaan, zet dan `status: klaar`; doet u haar niet meer, zet dan
`status: vervallen`; anders kiest u een nieuwe dag. Staat de vraag in een ander blok, verander dan `blok` of `vraag`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import ENDED, reference_date
from docgen.domain.types import CompleteDossier
from docgen.domain.worksheet_questions import QUESTIONS
from docgen.text.dutch import enumeration, long_date, without_full_stop

CODE = "ACT-01"
LEVEL = "advies"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    today = reference_date(dossier)
    yield from _late_work(dossier, today)
    for i, actie in enumerate(dossier["acties"]):
        what, about = without_full_stop(actie["tekst"] or ""), actie["id"] or ""
        own = QUESTIONS.get(actie["blok"], ())
        if actie["vraag"] and own and actie["vraag"] not in own:
            message = f"vraag ‘{actie['vraag']}’ van actie ‘{what}’ hoort niet bij het blok {actie['blok']}"
            yield Finding(
                ("acties", i, "vraag"), message, about=about, hint=f"kies uit {', '.join(own)}, of verander blok"
            )
        if actie["status"] in ENDED:
            continue
        until = actie["uiterlijk"]
        if today and until and until < today:
            message = f"actie ‘{what}’ is te laat: zij moest op {long_date(until)} klaar zijn"
            hint = "zet status: klaar of vervallen, of kies een nieuwe dag"
            yield Finding(("acties", i, "uiterlijk"), message, "laat", about, hint=hint)
        lacking = [
            words for name, words in (("rol", "iemand die het doet"), ("uiterlijk", "een dag")) if not actie[name]
        ]
        if lacking:
            hint = "vul rol en uiterlijk in"
            yield Finding(("acties", i), f"actie ‘{what}’ mist {enumeration(lacking)}", about=about, hint=hint)


def _late_work(dossier: CompleteDossier, today: date | None) -> Iterator[Finding]:
    """What is going on and should have been done: a successor would begin with it."""
    for i, row in enumerate(dossier["lopend"]):
        if today and row["uiterlijk"] and row["uiterlijk"] < today:
            what = without_full_stop(row["onderwerp"] or "")
            message = f"lopend werk ‘{what}’ is te laat: het moest op {long_date(row['uiterlijk'])} klaar zijn"
            hint = "kies een nieuwe dag, of haal het weg als het klaar is"
            yield Finding(("lopend", i, "uiterlijk"), message, "laat", hint=hint)
