"""The table `voorstel`: what the template of the council proposal needs beside the fields of the dossier."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.context.municipal.budget import proposal_budget
from docgen.context.proposal import annexes, length, money, parts
from docgen.context.proposal.annexes import GOALS, NOTES, REASONS, Overflow
from docgen.domain.memo import memoized
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import counted

LONG = "uitgebreid"
SECTIONS = 10
LEAD_INS = 8  # lines that stand above a list or a table, and two that are always in the header
LISTS = ("beslispunten", "argumenten", "kanttekeningen", "alternatieven")
HEADER = ("raadsvergadering", "commissie", "collegebesluit", "portefeuillehouder", "inlichtingen", "nummer")


@memoized
def proposal(dossier: CompleteDossier) -> TableRow | None:
    """The council proposal in its form (`kort`): the rounds of the template (`delen`), its annexes and what is told where."""
    about = dossier["raadsvoorstel"]
    if not about:
        return None
    is_short = about.get("lengte") != LONG
    moved = length.moved(lambda some: _pieces(dossier, some)) if is_short else []
    names = annexes.present(dossier, moved)
    places, own = annexes.places(names, is_short), annexes.listed(names, is_short)
    reasons, other_reasons = parts.reasons(dossier, REASONS in moved) if is_short else (dossier["waarom_doorgaan"], [])
    goals, other_goals = parts.goal_rows(dossier, GOALS in moved)
    notes = money.notes(dossier)
    return {
        "kort": is_short,
        "delen": annexes.rounds(names, is_short),
        "waar": places,
        "bijlagen": own,
        "apart": annexes.apart(dossier, len(own)),
        "commissie": parts.committee(dossier),
        "bevoegdheid": parts.authority(dossier),
        "aanleiding": parts.occasion(dossier),
        "redenen": reasons,
        "meer_redenen": other_reasons,
        "beleid": parts.policy(dossier),
        "raadsbesluiten": parts.decided_by_council(dossier),
        "doelen": goals,
        "meer_doelen": other_goals,
        "alle_doelen": goals + other_goals,
        "meting": parts.is_measured(dossier),
        "successen": parts.successes(dossier),
        "punten": parts.points(dossier, {annexes.TITLES[name]: place for name, place in places.items() if place}),
        "risico_aantal": counted(len(dossier["risicos"]), "risico", "risico’s"),
        "noten": [] if NOTES in moved else notes,
        "noten_bijlage": notes if NOTES in moved else [],
        "geldzinnen": [*money.sentences(dossier, places["geld"])],
        "dekking": [*money.covered(dossier)],
        "tijdelijk": [*money.follow_ups(dossier)],
        "vervolg": [*parts.what_follows(dossier, places["buiten"])],
        "mijlpalen": parts.milestones(dossier),
    }


def _pieces(dossier: CompleteDossier, moved: Overflow) -> TableRow:
    """What stands in the proposal itself, for its length."""
    about, budget = dossier["raadsvoorstel"], proposal_budget(dossier)
    points, *notes, others = (about.get(name) or [] for name in LISTS)
    reasons, goals = parts.reasons(dossier, REASONS in moved)[0], parts.goal_rows(dossier, GOALS in moved)[0]
    tables = [
        [f"{row['tekst']} ({row['indicator']})" for row in goals],
        [row["tekst"] for row in parts.milestones(dossier)],
        *([["", *(row["naam"] for row in budget["regels"])] for _ in budget["blokken"]] if budget else []),
        [row["naam"] for row in budget["wijziging"]["regels"]] if budget and budget["wijziging"] else [],
    ]
    return {
        "koppen": SECTIONS,
        "regels": LEAD_INS + sum(1 for name in HEADER if about.get(name)),
        "alineas": [*_texts(dossier, about), *([" ".join(money.notes(dossier))] if NOTES not in moved else [])],
        "punten": [row["tekst"] for row in points]
        + reasons
        + [f"{row['kop']} {row['tekst'] or ''}" for rows in notes for row in rows]
        + [f"{row['naam']} {row['gevolg']}" for row in others],
        "tabellen": [cells for cells in tables if cells],
    }


def _texts(dossier: CompleteDossier, about: TableRow) -> Iterator[str | None]:
    """The paragraphs, each once."""
    intervention, budget = section(dossier, "interventie"), proposal_budget(dossier)
    own = [about.get(name) for name in ("samenvatting", "inleiding")]
    yield from own if any(own) else [" ".join([intervention.get("kern") or "", parts.occasion(dossier)])]
    yield " ".join([parts.authority(dossier) or "", *(about.get("wettelijk_kader") or ()), *parts.policy(dossier)])
    yield from (about.get("beoogd_effect"), intervention.get("meerwaarde"), about.get("participatie"))
    yield " ".join(budget["hoofdzinnen"]) if budget else None
    yield " ".join(money.sentences(dossier, None))
    yield " ".join(parts.what_follows(dossier, None))
    yield ", ".join([*annexes.TITLES.values(), *(about.get("bijlagen") or ())])
