"""Every help question with what answers it from the dossier, and what of that everybody may read."""

from __future__ import annotations

from collections.abc import Callable

from docgen.context.worksheet import approach, conditions, funding, organisations, scaling, support
from docgen.context.worksheet.answer import Answer
from docgen.domain.types import CompleteDossier
from docgen.domain.worksheet_questions import SUPPORT

Answering = Callable[[CompleteDossier], Answer]

ANSWERS: dict[str, Answering] = {
    "compleet": approach.complete,
    "wat_precies": approach.to_be_kept,
    "waar": approach.place,
    "actief": approach.leader,
    "inhoud_en_uitvoering": approach.owners,
    "gevolgen": approach.consequences,
    "wat_nodig": support.needed,
    "onder_aandacht": support.regular_task("onder_aandacht"),
    "netwerk": support.regular_task("netwerk"),
    "materiaal": support.material,
    "scholing": support.training,
    "invoeren": support.regular_task("invoeren"),
    "kwaliteit": support.quality,
    "bekendheid": support.publicity,
    "steun": organisations.backing,
    "ingebed": organisations.embedded,
    "afgesproken": organisations.agreed,
    "in_plannen": organisations.in_plans,
    "genoeg": funding.enough,
    "gesprekken": funding.talks,
    "andere_wegen": funding.other_ways,
    "meerwaarde": funding.added_value,
    "baten": funding.benefits,
    "gewenst": scaling.wanted,
    "nodig": scaling.if_wanted("nodig"),
    "landelijk": scaling.if_wanted("route"),
    "richtlijnen": scaling.if_wanted("richtlijn"),
    "overige": conditions.others,
    "van_belang": conditions.importance,
    "eisen": conditions.requirements,
    "proces": conditions.process,
    "beleid": conditions.policy,
    "bestuurlijke_steun": conditions.board_support,
    "verkenning": conditions.exploring,
}
# What everybody may read instead, also instead of what the writer says; without an answer the question is left out.
IN_PUBLIC: dict[str, Answering | None] = {
    "steun": None,
    "gesprekken": funding.public_talks,
    "andere_wegen": None,
    "bestuurlijke_steun": conditions.public_board_support,
    "verkenning": conditions.public_exploring,
}
PART_OF = {  # a question that goes into another one
    **dict.fromkeys(SUPPORT, "wat_nodig"),
    "baten": "meerwaarde",
    **dict.fromkeys(("nodig", "landelijk", "richtlijnen"), "gewenst"),
    **dict.fromkeys(("eisen", "proces"), "van_belang"),
}
