"""What a template may use: the dossier itself plus tables derived from it, computed once.

Every name in `DERIVED` is a name that template authors write. Amounts are `Decimal` euros, hours are per year,
`bedragen` maps a year to an amount and is filled for every year in `jaren`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.context import annex_numbers, money, money_flows, people, perspective, pictures, progress, schedule
from docgen.context.agreement import provisions
from docgen.context.delivery import handover_tables, progress_tables
from docgen.context.municipal import budget, contributions, council_decision, own_part, plan_year
from docgen.context.proposal import parts, proposal
from docgen.context.timeline import calendar, days
from docgen.domain import names, proven, queries
from docgen.domain.council_decision import points_in_force
from docgen.domain.memo import with_memo
from docgen.domain.types import CompleteDossier


def build(dossier: CompleteDossier, **extra: Any) -> dict[str, Any]:
    """Return all names a template may use: the parts of `dossier`, the derived tables and `extra`.

    `dossier` must have passed `check` and be complete, see `completion.fill_defaults`: an absent list is `[]` and
    any other absent field is `None`. Tables share their rows: nobody may change them. In a document for everybody
    (`document.openbaar`) the attitudes of groups are not there.
    """
    known = with_memo(dossier)
    names = {**dossier, **{name: derive(known) for name, derive in DERIVED.items()}, **extra}
    return names | perspective.for_everybody(known) if (extra.get("document") or {}).get("openbaar") else names


DERIVED: dict[str, Callable[[CompleteDossier], Any]] = {
    "gezien_vanuit": names.viewer,
    "jaren": queries.table_years,
    "jaarblokken": money.year_blocks,
    "telt_mee": money.counted_years,
    "looptijd": queries.agreement_years,
    "looptijdblokken": money.agreement_year_blocks,
    "centen": money.has_cents,
    "partijnaam": names.party_names,
    "partij_kort": names.party_short_names,
    "rolnaam": names.role_names,
    "rol_in_zin": names.roles_in_sentences,
    "functienaam": names.function_names,
    "orgaan_in_zin": names.organs_in_sentences,
    "bron_in_zin": names.sources_in_sentences,
    "trekker": people.leader,
    "inzet": people.effort,
    "jaarinzet": people.plan_effort,
    "takenlijst": people.task_list,
    "jaartaken": people.plan_tasks,
    "kosten": money.costs,
    "dekking": money.funding,
    "ideeen": money.ideas,
    "saldo": money.balance,
    "tekorten": money.gaps,
    "wie_betaalt": money.who_pays,
    "geldstromen": money_flows.flows,
    "gemeentebegrotingen": budget.budgets,
    "raadsbegroting": budget.proposal_budget,
    "bijdragen": contributions.contributions,
    "jaarbegrotingen": plan_year.plan_budgets,
    "eigen_deel": own_part.own_part,
    "urenmatrix": people.hours_matrix,
    "planning": schedule.schedule,
    "tijdlijn": days.timeline,
    "kalender": calendar.calendar,
    "actielijst": schedule.actions,
    "niveaus": schedule.decision_levels,
    "eerder_besloten": schedule.decided_before,
    "genomen_besluiten": proven.taken_decisions,
    "beslispunten": parts.decision_points,
    "besluitpunten": points_in_force,
    "raadsuitslag": council_decision.council_decision,
    "jaarcijfers": schedule.plan_year,
    "jaardoelen": schedule.plan_goals,
    "kwartalen": schedule.quarters,
    "overdrachtsrol": people.handover_role,
    "afspraken": schedule.agreed,
    "evaluaties": schedule.evaluations,
    "inwerken": schedule.settling_in,
    "bepalingen": provisions.provisions,
    "overeenkomstbijlagen": annex_numbers.annexes,
    "voorstel": proposal.proposal,
    "stand": progress.state,
    "beeldreeksen": pictures.series,
    "nog_niet_gezegd": progress.unsaid,
    "berichtperiode": progress_tables.report_title,
    "levering": progress_tables.delivery,
    "geleverd": handover_tables.handover_delivery,
}
