"""Block 1c: what keeps the approach going, and whose task that is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from docgen.context.worksheet.answer import Answer, beside, known, pieces, sentences
from docgen.domain.names import roles_in_sentences
from docgen.domain.proven import active_roles, years_to_judge
from docgen.domain.queries import by_id, cost_items, per_year, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.domain.worksheet_questions import SUPPORT
from docgen.text.dutch import amounts_in_words, enumeration, euro, without_full_stop

CALLED = dict(
    zip(
        SUPPORT,
        (
            "het handboek onder de aandacht brengen",
            "netwerkbijeenkomsten",
            "handboek, materiaal en website bijhouden",
            "training",
            "hulp bij het invoeren",
            "letten op kwaliteit",
            "bekendheid binnen en buiten",
        ),
        strict=True,
    )
)
ENOUGH_KINDS = 4  # of support that have an owner
ENOUGH_MESSAGES = 2


def needed(dossier: CompleteDossier) -> Answer:
    """What is needed to support the approach?"""
    arranged = [name for kind, name in CALLED.items() if _tasks(dossier, kind)]
    left = [name for name in CALLED.values() if name not in arranged]
    if len(arranged) < ENOUGH_KINDS:
        return known(f"belegd: {enumeration(arranged)}" if arranged else "", _in_budget(dossier))
    told = (
        f"nodig en belegd: {enumeration(arranged)}",
        f"nog niet belegd: {enumeration(left)}" if left else "",
        f"geld: {amount}" if (amount := _upkeep(dossier)) else "",
    )
    return Answer(sentences(*told))


def _in_budget(dossier: CompleteDossier) -> str:
    amount = _upkeep(dossier)
    return f"voor onderhoud staat {amount} in de begroting" if amount else ""


def _tasks(dossier: CompleteDossier, kind: str) -> list[tuple[TableRow, TableRow]]:
    """The tasks that give a kind of support and have an owner who takes part, with that owner."""
    active = by_id(active_roles(dossier))
    tasks = [task for task in dossier["taken"] if kind in (task["ondersteuning"] or ())]
    return [(task, active[task["eigenaar"]]) for task in tasks if task["eigenaar"] in active]


def _upkeep(dossier: CompleteDossier) -> str:
    """What stands in the budget for upkeep, in the years that are judged."""
    years = years_to_judge(dossier)
    amounts = per_year([post for post in cost_items(dossier) if post["soort"] == "onderhoud"], years)
    amounts = {year: amount for year, amount in amounts.items() if amount > Decimal(0)}
    if len(years) > 1 and list(amounts) == years and len(set(amounts.values())) == 1:
        return f"{euro(next(iter(amounts.values())))} per jaar"
    return amounts_in_words(amounts)


def regular_task(kind: str) -> Callable[[CompleteDossier], Answer]:
    """Who does this, as a task with an owner that comes back?"""

    def answer(dossier: CompleteDossier) -> Answer:
        tasks = _tasks(dossier, kind)
        text = sentences(pieces(_by_owner(task, owner) for task, owner in tasks))
        return Answer(text, any(task["frequentie"] for task, _ in tasks))

    return answer


def _by_owner(task: TableRow, owner: TableRow) -> str:
    return f"{owner['naam']}: {_listed(task['naam'], task['frequentie'])}"


def _listed(*texts: str | None) -> str:
    return ", ".join(without_full_stop(text) for text in texts if text)


def material(dossier: CompleteDossier) -> Answer:
    """Who keeps the handbook, the material and the site up to date?"""
    book: TableRow = section(dossier, "interventie").get("handboek") or {}
    keeper = by_id(active_roles(dossier)).get(book.get("onderhoud") or "")
    tasks = [f"{task['naam']}: {owner['naam']}" for task, owner in _tasks(dossier, "materiaal")]
    called = roles_in_sentences(dossier)
    budget = _in_budget(dossier)
    text = sentences(
        pieces(
            (
                f"bijhouden van ‘{book['titel']}’ is de taak van {called[keeper['id']]}" if keeper else "",
                *tasks,
                budget if not tasks else "",
            )
        )
    )
    return Answer(text, bool(keeper and (tasks or budget)))


def training(dossier: CompleteDossier) -> Answer:
    """Who trains?"""
    tasks = [_by_owner(task, owner) for task, owner in _tasks(dossier, "scholing")]
    if tasks:
        return Answer(sentences(pieces(tasks)))
    active = by_id(active_roles(dossier))
    rows = [row for row in dossier["communicatie"] if row["nieuwe_medewerkers"]]
    told = [
        f"{active[row['rol']]['naam']}: {_listed(row['middel'] or row['boodschap'], row['frequentie'])}"
        for row in rows
        if row["rol"] in active and (row["middel"] or row["boodschap"])
    ]
    return Answer(sentences(pieces(told)), bool(told))


def quality(dossier: CompleteDossier) -> Answer:
    """Who watches the quality?"""
    steering, called = section(dossier, "monitoring").get("bijsturen"), roles_in_sentences(dossier)
    watching = [
        _listed(f"erop letten is de taak van {called[owner['id']]}", task["frequentie"])
        for task, owner in _tasks(dossier, "kwaliteit")
    ]
    return Answer(sentences(pieces(watching), steering), bool(watching and steering))


def publicity(dossier: CompleteDossier) -> Answer:
    """Who tells about it, inside and outside?"""
    active = by_id(active_roles(dossier))
    rows = [row for row in dossier["communicatie"] if not row["nieuwe_medewerkers"]]
    complete = [row for row in rows if row["rol"] in active and row["middel"] and row["frequentie"]]
    tasks = [_by_owner(task, owner) for task, owner in _tasks(dossier, "bekendheid")]
    told = [
        beside(f"{row['doelgroep']}: {_listed(row['middel'], row['frequentie'])}", active[row["rol"]]["naam"])
        for row in complete
    ]
    if len(complete) < ENOUGH_MESSAGES:
        return known(pieces(tasks), pieces(told))
    return Answer(sentences(pieces(tasks), pieces(told)))
