"""All rules on one dossier: what they find, how serious it is, what was accepted and what caused what, each at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.domain.memo import BaseMemo, memoized, with_memo
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier
from docgen.rules.answers import answer_problems
from docgen.rules.consequences import with_causes
from docgen.rules.needs import blind_spots
from docgen.rules.partial import NotRead, as_far_as_read, without
from docgen.rules.registry import RULES, Explained, Rule, found_by
from docgen.rules.severity import level_of
from docgen.rules.waivers import apply_waivers, boundless_waivers, waiver_problems, weighed
from docgen.text.sentence_frame import NO_FRAMES, FramedFields

_Waiting = dict[tuple[Any, ...], set[str]]


def run_rules(
    dossier: CompleteDossier, asked_names: Collection[str], frames: FramedFields = NO_FRAMES
) -> Iterator[Finding]:
    """All that the rules find in a complete dossier and that is worth saying at its status; `frames` are those of its schema."""
    known, asked = with_memo(dossier), frozenset(asked_names)

    def look(changed: CompleteDossier, codes: Collection[str]) -> list[Finding]:
        return list(_find(with_memo(changed), asked, frames, codes))

    yield from with_causes(known, list(_find(known, asked, frames)), look)


def run_rules_on_what_was_read(
    dossier: CompleteDossier,
    unread: Collection[tuple[Any, ...]],
    asked_names: Collection[str],
    frames: FramedFields = NO_FRAMES,
) -> tuple[list[Finding], _Waiting]:
    """What the rules find that looked at nothing of these paths, and by path the rules that could not go on because of it."""
    known, asked, waiting = BaseMemo(without(dossier, unread)), frozenset(asked_names), _Waiting()

    def look(changed: CompleteDossier, codes: Collection[str]) -> list[Finding]:
        return list(_find_partly(dossier, changed, asked, frames, codes, _Waiting()))

    found = list(_find_partly(dossier, known, asked, frames, (), waiting))
    try:
        return with_causes(known, found, look), waiting
    except NotRead:
        return found, waiting


def _find_partly(
    whole: CompleteDossier,
    known: CompleteDossier,
    asked: frozenset[str],
    frames: FramedFields,
    codes: Collection[str],
    waiting: _Waiting,
) -> Iterator[Finding]:
    """What these rules (none named: all) find as far as they can look; the waivers and the status are those of the whole."""
    for rule in RULES:
        stopped: list[tuple[Any, ...]] = []
        if not codes or rule.CODE in codes:
            for one in weighed(whole, rule, as_far_as_read(found_by(rule, known, frames), stopped))[0]:
                yield from _worth_saying(whole, rule, one, asked)
        for path in stopped:
            waiting.setdefault(path, set()).add(rule.CODE)


def _find(
    known: CompleteDossier, asked: frozenset[str], frames: FramedFields, codes: Collection[str] = ()
) -> Iterator[Finding]:
    """What the rules of these codes find, each by itself; without codes all of them, and what is found when all have spoken."""
    used, found = set[int](), list[Finding]()
    for rule in RULES:
        if not codes or rule.CODE in codes:
            findings, in_use = _judge(known, rule, asked, frames)
            yield from findings
            found += findings
            used |= in_use
    if codes:
        return
    afterwards = chain(
        blind_spots(known), waiver_problems(known, used), boundless_waivers(known, found), answer_problems(known, found)
    )
    for rule_of_its_own, finding in afterwards:
        yield from _worth_saying(known, rule_of_its_own, finding, asked)


@memoized
def _judge(
    dossier: CompleteDossier, rule: Rule, asked: frozenset[str], frames: FramedFields
) -> tuple[tuple[Finding, ...], frozenset[int]]:
    """What a rule finds that is worth saying, and the places of the waivers that are used for it."""
    found, used = apply_waivers(dossier, rule, frames)
    return tuple(said for finding in found for said in _worth_saying(dossier, rule, finding, asked)), used


def _worth_saying(
    dossier: CompleteDossier, rule: Explained, finding: Finding, asked: frozenset[str]
) -> Iterator[Finding]:
    if level := level_of(rule, finding, section(dossier, "dossier").get("status"), asked):
        yield finding._replace(code=rule.CODE, level=level)
