"""What a batch has to tell: of each document what came of it, and where every finding is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from docgen.batch.planner import Plan, Planned
from docgen.batch.task import STATES
from docgen.diagnostics.finding import Finding
from docgen.diagnostics.problem import Problem
from docgen.loading.loaded_data import node_at
from docgen.validation.structure import MISSING


def counts(plan: Plan) -> dict[str, int]:
    """How many documents there are of each state; those that were not reached have none."""
    found = Counter(one.outcome.state for one in plan.planned if one.outcome)
    return {state: found[state] for state in STATES if found[state]}


class Reported:
    """Every document with the findings about it, each at its cell or its line; only findings take room."""

    def __init__(self, plan: Plan) -> None:
        known: dict[Problem, Problem] = {}  # of many documents that have the same finding, each holds the same object
        self._planned = plan.planned
        self._problems: dict[int, tuple[Problem, ...]] = {}
        for one in plan.planned:
            if one.outcome and one.outcome.found:
                problems = (located(plan, one, found) for found in one.outcome.found)
                self._problems[id(one)] = tuple(known.setdefault(problem, problem) for problem in problems)

    def __iter__(self) -> Iterator[tuple[Planned, Sequence[Problem]]]:
        return ((one, self._problems.get(id(one), ())) for one in self._planned)


def located(plan: Plan, one: Planned, found: Finding | Problem) -> Problem:
    """A finding with its place: the cell of the row that it is about, else where the dossier says it."""
    if isinstance(found, Problem):
        return found
    base, people = plan.sources.base, plan.sources.people
    assert base is not None  # only rows have findings without a place
    loaded, path = base.loaded, found.path
    at = node_at(loaded, path)
    problem = loaded.problem(at, path, found.code, found.message, found.hint, found.level)
    about = [
        cell.path for cell in one.task.cells if path[: len(cell.path)] == cell.path or cell.path[: len(path)] == path
    ]
    if people is None or not (about or path[:1] == ("partner",)):
        return problem
    place = people.place(one.task.row, about[0] if about else path)
    column = "" if path in people.columns else f"zet in de lijst een kolom {'.'.join(map(str, path))}"
    if found.code == MISSING:
        message = problem.message.replace("ontbreekt", "is nog leeg", 1)
        problem = replace(problem, code="leeg", message=message, hint=column or "vul deze cel in")
    elif column and not about:
        problem = replace(problem, hint="; ".join(filter(None, [column, problem.hint])))
    return problem.moved_to(place)


def faults(plan: Plan) -> dict[str, list[str]]:
    """What stopped documents without a finding, with the labels of those it stopped; one reason for many is told once."""
    found: dict[str, list[Planned]] = {}
    for one in plan.planned:
        if one.outcome and one.outcome.fault:
            path = str(Path(plan.order.out, one.task.file))
            found.setdefault(one.outcome.fault.replace(path, "het document"), []).append(one)
    reported = {}
    for fault, of in found.items():
        own = of[0].outcome.fault if len(of) == 1 and of[0].outcome else fault
        reported[own] = [one.task.label for one in of]
    return reported


def tally(reported: Iterable[tuple[Planned, Sequence[Problem]]]) -> dict[Problem, list[str]]:
    """Every different finding with the labels of the documents that have it, the most frequent first."""
    found: dict[Problem, list[str]] = {}
    for one, problems in reported:
        for problem in problems:
            found.setdefault(problem, []).append(one.task.label)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))
