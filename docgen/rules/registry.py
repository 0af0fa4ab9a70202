"""Meaning: one rule a module, each with `CODE`, `LEVEL`, `ANCHOR` and `check(dossier)`; `RULES` lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from docgen.diagnostics.finding import Finding
from docgen.rules.catalog import (
    action_is_arranged,
    agreement_is_complete,
    approach_has_owners,
    archive_is_arranged,
    argument_belongs,
    benefits_are_named,
    borging_has_a_goal,
    budget_change_is_possible,
    budget_fields_fit,
    changes_are_handed_over,
    contact_is_recent,
    core_task_has_deputy,
    costs_are_covered,
    council_is_known,
    decision_is_in_time,
    decision_reads_as_decision,
    drawbacks_are_named,
    every_level_decides,
    exclusion_has_home,
    exclusions_are_named,
    facts_are_of_the_past,
    funding_is_certain,
    funding_is_followed_up,
    funding_is_spread,
    goal_is_measurable,
    handbook_is_current,
    horizon_is_long_enough,
    hours_fit,
    hours_match_budget,
    in_kind_is_committed,
    knowledge_is_recorded,
    lasting_costs_have_lasting_money,
    lasting_item_skips_no_year,
    measuring_is_arranged,
    money_route_is_known,
    money_stays_within_its_term,
    no_private_contact,
    owner_has_hours,
    parties_embed_it,
    parties_sign,
    parts_are_judged,
    policy_is_linked,
    recognition_has_date,
    renewal_is_decided_in_time,
    request_is_decided,
    reserve_is_named,
    results_are_followed,
    reviews_are_regular,
    scaling_has_route,
    signer_has_mandate,
    someone_leads,
    success_is_shared,
    support_covers_all_groups,
    task_has_owner,
    upkeep_is_budgeted,
    volunteers_are_protected,
    waiver_expired,
    waiver_unknown,
    waiver_unused,
    work_is_shared,
    years_fall_in_horizon,
)


class Explained(Protocol):
    """What can be explained: a code, its level in a dossier that was adopted, an anchor and a Dutch docstring."""

    CODE: str
    LEVEL: str
    ANCHOR: str
    __doc__: str | None


class Rule(Explained, Protocol):
    """What a rule module offers. `check` gets a complete dossier (see `completion.fill_defaults`) and yields what is wrong."""

    def check(self, dossier: Mapping[str, Any]) -> Iterator[Finding]:
        """Yield what is wrong; knows no files, lines or output."""


RULES: tuple[Rule, ...] = (
    task_has_owner,
    core_task_has_deputy,
    work_is_shared,
    someone_leads,
    approach_has_owners,
    hours_fit,
    owner_has_hours,
    hours_match_budget,
    exclusions_are_named,
    costs_are_covered,
    funding_is_followed_up,
    decision_is_in_time,
    funding_is_certain,
    lasting_costs_have_lasting_money,
    upkeep_is_budgeted,
    funding_is_spread,
    benefits_are_named,
    goal_is_measurable,
    borging_has_a_goal,
    measuring_is_arranged,
    every_level_decides,
    parties_sign,
    signer_has_mandate,
    agreement_is_complete,
    reviews_are_regular,
    parties_embed_it,
    support_covers_all_groups,
    contact_is_recent,
    success_is_shared,
    knowledge_is_recorded,
    changes_are_handed_over,
    results_are_followed,
    parts_are_judged,
    argument_belongs,
    request_is_decided,
    drawbacks_are_named,
    budget_change_is_possible,
    decision_reads_as_decision,
    no_private_contact,
    archive_is_arranged,
    scaling_has_route,
    policy_is_linked,
    recognition_has_date,
    in_kind_is_committed,
    exclusion_has_home,
    horizon_is_long_enough,
    lasting_item_skips_no_year,
    years_fall_in_horizon,
    money_stays_within_its_term,
    volunteers_are_protected,
    handbook_is_current,
    action_is_arranged,
    facts_are_of_the_past,
    renewal_is_decided_in_time,
    money_route_is_known,
    reserve_is_named,
    council_is_known,
    budget_fields_fit,
    waiver_expired,
)
EXPLAINED: tuple[Explained, ...] = (*RULES, waiver_unused, waiver_unknown)  # the last two are found by `rules/waivers`


def find(code: str) -> Explained | None:
    """The rule of a code, also one about waivers; capitals do not matter."""
    return next((rule for rule in EXPLAINED if code.upper() == rule.CODE), None)
