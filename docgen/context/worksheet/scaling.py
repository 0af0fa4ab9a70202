"""Block 3b: whether the approach has to grow, and what that takes."""

from __future__ import annotations

from collections.abc import Callable

from docgen.context.worksheet.answer import NOTHING, Answer, falls_away, sentences
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow

NOT_WANTED = "opschaling is niet gewenst"


def _plan(dossier: CompleteDossier) -> TableRow:
    plan: TableRow = section(dossier, "interventie").get("opschaling") or {}
    return plan


def wanted(dossier: CompleteDossier) -> Answer:
    """Do we want to scale up?"""
    plan = _plan(dossier)
    choice, why = plan.get("gewenst"), plan.get("toelichting")
    if not choice:
        return NOTHING
    return Answer(sentences(choice, why), bool(why) or choice == "nee")


def if_wanted(field: str) -> Callable[[CompleteDossier], Answer]:
    """What the plan says, unless scaling up is not wanted."""

    def answer(dossier: CompleteDossier) -> Answer:
        plan = _plan(dossier)
        if plan.get("gewenst") == "nee":
            return falls_away(NOT_WANTED)
        text = sentences(plan.get(field))
        return Answer(text, bool(text))

    return answer
