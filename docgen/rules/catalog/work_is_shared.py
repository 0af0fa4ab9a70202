"""
Eén rol draagt te veel alleen.

Eén rol heeft meer dan 40% van de kerntaken (bij ten minste twee kerntaken) of doet meer dan 40% van de betaalde uren.
Vertrekt die persoon, dan vertrekt de aanpak bijna mee. Vrijwilligers tellen hier niet mee, en rollen die
voor de peildatum zijn gestopt ook niet. De grens staat in
`dossier.instellingen.max_aandeel_rol`. Bron: wijkengids, hoofdstuk 6.9 (hang succes niet op aan één persoon); Loket
Gezond Leven, Borg uw project (wisseling van personeel).

Herstel: geef een of meer kerntaken een andere eigenaar, of verdeel de uren over meer rollen. Kan het niet anders, zorg
dan voor een ingewerkte vervanger en leg de melding vast als afwijking.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.proven import has_ended
from docgen.domain.queries import hours_per_role, setting, share_above
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import hours

CODE = "ROL-03"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    limit = setting(dossier, "max_aandeel_rol")
    gone = {rol["id"] for rol in dossier["rollen"] if has_ended(dossier, rol)}
    paid = {rol["id"] for rol in dossier["rollen"] if not rol["vrijwillig"]} - gone
    spent = {rol: number for rol, number in hours_per_role(dossier).items() if rol in paid}
    owned = Counter(taak["eigenaar"] for taak in dossier["taken"] if taak["kerntaak"] and taak["eigenaar"] not in gone)
    all_tasks, all_hours = owned.total(), sum(spent.values())
    for i, rol in enumerate(dossier["rollen"]):
        if rol["vrijwillig"] or rol["id"] in gone:
            continue
        tasks, time = owned[rol["id"]], spent.get(rol["id"], 0)
        parts = []
        if tasks > 1 and (share := share_above(limit, tasks, all_tasks)):
            parts.append(f"is eigenaar van {tasks} van de {all_tasks} kerntaken ({share})")
        if share := share_above(limit, time, all_hours):
            parts.append(f"doet {hours(time)} van de {hours(all_hours)} betaald werk ({share})")
        if parts:
            message = f"{rol['naam']} draagt te veel alleen: {' en '.join(parts)}"
            yield Finding(("rollen", i), message, about=rol["id"], hint="verdeel kerntaken en uren over meer rollen")
