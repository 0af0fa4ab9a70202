"""What a batch has to tell: of each document what came of it, and where every finding is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain

from docgen.batch.plan import Plan, Planned
from docgen.batch.unit import STATES, Found
from docgen.judge import node_at
from docgen.problem import Problem
from docgen.sheets import Place


def counts(plan: Plan) -> dict[str, int]:
    """How many documents there are of each state; those that were not reached have none."""
    found = Counter(one.outcome.state for one in plan.planned if one.outcome)
    return {state: found[state] for state in STATES if found[state]}


def problems_of(plan: Plan, one: Planned) -> list[Problem]:
    """The findings about a document, each at its cell or its line."""
    return [placed(plan, one, found) for found in (one.outcome.found if one.outcome else ())]


def placed(plan: Plan, one: Planned, found: Found | Problem) -> Problem:
    """A finding with its place: the cell of the row that it is about, else where the dossier says it."""
    if isinstance(found, Problem):
        return found
    base, people = plan.sources.base, plan.sources.people
    assert base is not None  # only rows have findings without a place
    reading, path = base.reading, found.path
    at = node_at(reading, path)
    problem = reading.problem(at, path, found.code, found.message, found.hint, found.level)
    about = [
        cell.path for cell in one.unit.cells if path[: len(cell.path)] == cell.path or cell.path[: len(path)] == path
    ]
    if people is None or not (about or path[:1] == ("partner",)):
        return problem
    place: Place = people.place(one.unit.row, about[0] if about else path)
    return replace(problem, file=place.file, line=place.line, column=place.column, text=place.text, width=1)


def faults(plan: Plan) -> dict[str, list[str]]:
    """What stopped documents without a finding, with the labels of those it stopped."""
    found: dict[str, list[str]] = {}
    for one in plan.planned:
        if one.outcome and one.outcome.fault:
            found.setdefault(one.outcome.fault, []).append(one.unit.label)
    return found


def tally(plan: Plan) -> dict[Problem, int]:
    """Every different finding with the number of documents that have it, the most frequent first."""
    found = Counter(chain.from_iterable(problems_of(plan, one) for one in plan.planned))
    return dict(found.most_common())
