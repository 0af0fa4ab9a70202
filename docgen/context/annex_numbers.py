"""The number of every annex of the agreement: only what has content is an annex, in the order of the agreement."""

from __future__ import annotations

from docgen.context import money, people, schedule
from docgen.context.agreement import provisions
from docgen.domain.agreement.annexes import ANNEX_TITLES
from docgen.domain.memo import memoized
from docgen.domain.queries import agreement_years
from docgen.domain.types import CompleteDossier, TableRow


@memoized
def annexes(dossier: CompleteDossier) -> TableRow:
    """The number of each annex by its key, nothing when there is no such annex; and `aantal`, how many there are."""
    effort, about = people.effort(dossier), provisions.personal_data(dossier)
    content = {
        "functies": dossier["rollen"] or dossier["taken"] or provisions.contacts(dossier),
        "uren": effort["uren"] or effort["vrijwillige_uren"],
        "geld": agreement_years(dossier) and (money.costs(dossier)["regels"] or money.funding(dossier)["regels"]),
        "doelen": any(row["rol"] or row["bron"] or row["frequentie"] for row in dossier["doelen"]),
        "gegevens": about["regeling"] or about["deelt"],
        "planning": schedule.agreed(dossier) or dossier["besluitvorming"],
        "kennis": dossier["kennis"] or dossier["communicatie"],
    }
    found = [key for key in ANNEX_TITLES if content[key]]
    return {**{key: found.index(key) + 1 if key in found else None for key in ANNEX_TITLES}, "aantal": len(found)}
