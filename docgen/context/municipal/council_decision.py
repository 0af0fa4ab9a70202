"""What the council decided, as a document tells it: the text of the decision, what was changed in it, amendments and motions."""

from __future__ import annotations

from docgen.domain.council_decision import (
    ADOPTED,
    AMENDED,
    CHANGED,
    DROPPED,
    NEW,
    REJECTED,
    SAME,
    decided_points,
    decision_day,
    outcome,
)
from docgen.domain.memo import memoized
from docgen.domain.queries import HELD, proposal_points, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import capital, enumeration, long_date, without_full_stop

DID = {  # in a sentence that begins with "De raad heeft het voorstel"
    ADOPTED: "aangenomen",
    AMENDED: "gewijzigd aangenomen",
    REJECTED: "niet aangenomen",
    HELD: "aangehouden; er is nog geen besluit",
}
CHANGE = {CHANGED: "Gewijzigd", NEW: "Nieuw", DROPPED: "Vervallen"}


@memoized
def council_decision(dossier: CompleteDossier) -> TableRow | None:
    """What the council did with the proposal: `uitkomst` (as heading: `kop`), `datum`, `nummer`, in one sentence (`zin`), what it changed (`wijzigingen`),
    all `amendementen` and `moties`, and the motions it adopted (`opdrachten`). `None` until it is known."""
    found = outcome(dossier)
    if not found:
        return None
    asked = {row["nr"]: row["tekst"] for row in proposal_points(dossier)}
    motions = [row | {"kop": _heading(row)} for row in found["moties"] or ()]
    amendments = [row | {"kop": _heading(row)} for row in found["amendementen"] or ()]
    return {
        "uitkomst": found["uitkomst"],
        "kop": capital(DID[found["uitkomst"]].partition(";")[0]),
        "datum": decision_day(dossier),
        "nummer": found["nummer"],
        "zin": _sentence(dossier, found),
        "wijzigingen": [
            row | {"wat": CHANGE[row["wijziging"]], "voorstel": asked.get(row["nr"])}
            for row in decided_points(dossier)
            if row["wijziging"] != SAME
        ],
        "aangenomen_amendementen": [row["nummer"] for row in amendments if row["uitkomst"] == ADOPTED],
        "amendementen": amendments,
        "moties": motions,
        "opdrachten": [row for row in motions if row["uitkomst"] == ADOPTED],
    }


def _sentence(dossier: CompleteDossier, found: TableRow) -> str:
    name, day = section(dossier, "raadsvoorstel")["onderwerp"], decision_day(dossier)
    about = f" ‘{without_full_stop(name)}’" if name else ""
    on = f" op {long_date(day)}" if day else ""
    accepted = [row["nummer"] for row in found["amendementen"] or () if row["uitkomst"] == ADOPTED]
    told = f" ({'amendement' if len(accepted) == 1 else 'amendementen'} {enumeration(accepted)})" if accepted else ""
    with_amendments = told if found["uitkomst"] == AMENDED else ""
    return f"De raad heeft het voorstel{about}{on} {DID[found['uitkomst']]}{with_amendments}."


def _heading(row: TableRow) -> str:
    """The number of a motion or amendment with what it is about and who moved it."""
    title = f", {without_full_stop(row['titel'])}" if row["titel"] else ""
    mover = f" ({row['indiener']})" if row["indiener"] else ""
    return capital(f"{row['nummer']}{title}{mover}")
