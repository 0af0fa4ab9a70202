"""Which findings are only a consequence of another: those that are gone when that one is mended, tried literally."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NamedTuple

from docgen.diagnostics.finding import Cause, Changes, Finding
from docgen.domain.types import CompleteDossier
from docgen.rules import mends

Look = Callable[
    [CompleteDossier, Collection[str]], Sequence[Finding]
]  # what some rules, or all, find in another dossier
Key = tuple[Any, ...]


class Link(NamedTuple):
    """A cause, the rules that may find its consequences (none named: all), and how the cause is mended."""

    cause: str
    consequences: frozenset[str]
    mended: Callable[[CompleteDossier, Sequence[Finding]], Iterator[Changes]] = mends.as_told


def _rules(*codes: str) -> frozenset[str]:
    return frozenset(codes)


OF_AMOUNTS = (
    "FIN-01", "FIN-04", "FIN-05", "FIN-06", "FIN-07", "FIN-13", "FIN-15", "FIN-17", "UUR-03", "GEM-06", "GEM-07", "GEM-08", "GEM-10", "GEM-15",
    "MON-02", "JAA-01", "OVK-15",
)  # fmt: skip
# in this order: what is a consequence of one is no cause of another
LINKS = (
    Link("HOR-03", frozenset()),
    Link("FIN-18", _rules(*OF_AMOUNTS, "GEM-01", "GEM-14", "GEM-17", "FIN-16")),
    Link("FIN-14", _rules(*OF_AMOUNTS), mends.usual_amounts),
    Link("UUR-05", _rules("UUR-03")),
    Link("UUR-04", _rules("UUR-01")),
    Link("UUR-01", _rules("UUR-03", "REA-04")),
    Link("RVS-09", _rules("GEM-10")),
    Link("RVS-08", _rules("FIN-01", "FIN-04", "FIN-05", "FIN-07", "FIN-11", "FIN-17", "OVK-15")),
    Link("RVS-06", _rules("RVS-07"), mends.other_meetings),
    Link("DAT-01", _rules("OVK-01", "COM-01"), mends.happened_days),
    Link("DAT-02", _rules("DOE-06", "FIN-10", "FIN-17"), mends.happened_days),
    Link("FIN-10", _rules("FIN-13", "FIN-15", "GEM-07", "GEM-15")),
    Link("MON-02", _rules("FIN-06", "FIN-13", "FIN-15", "GEM-07", "GEM-15"), mends.paid_evaluations),
    Link("FIN-09", _rules(*OF_AMOUNTS), mends.filled_years),
    Link("FIN-13", _rules(*OF_AMOUNTS) - {"FIN-13"}),
    Link("FIN-16", _rules("FIN-05")),
    Link("FIN-17", _rules("FIN-02", "FIN-03"), mends.other_successors),
    Link("MON-03", _rules("OVK-04"), mends.earlier_reviews),
)  # fmt: skip


def with_causes(dossier: CompleteDossier, found: Sequence[Finding], look: Look) -> list[Finding]:
    """The same findings in the same order; one that is gone when another is mended has that one as its cause."""
    causes: dict[int, Cause] = {}
    for link in LINKS:
        open_ones = [i for i, one in enumerate(found) if not one.accepted and i not in causes]
        heads = [found[i] for i in open_ones if found[i].code == link.cause]
        others = [i for i in open_ones if found[i].code != link.cause and _may_follow(link, found[i])]
        if heads and others:
            causes.update(_causes(dossier, found, link, heads, others, look))
    return [one._replace(cause=causes[i]) if i in causes else one for i, one in enumerate(found)]


def _may_follow(link: Link, one: Finding) -> bool:
    return not link.consequences or one.code in link.consequences


def _causes(
    dossier: CompleteDossier, found: Sequence[Finding], link: Link, heads: list[Finding], others: list[int], look: Look
) -> dict[int, Cause]:
    """The findings, by their place, that are gone when what caused them is."""
    codes = {found[i].code for i in others} | {link.cause}
    before = {_key(one) for one in found}
    causes: dict[int, Cause] = {}
    for changes in filter(None, link.mended(dossier, heads)):
        left = look(mends.with_changes(dossier, changes), codes if link.consequences else ())
        still = {_key(one) for one in left if not one.accepted}
        new = {(one.code, one.year) for one in left if not one.accepted and _key(one) not in before}
        mended = [head for head in heads if _key(head) not in still]
        for i in others:
            if _key(found[i]) not in still and (found[i].code, found[i].year) not in new and mended:
                causes.setdefault(i, _cause_of(found[i], mended))
    return causes


def _key(one: Finding) -> Key:
    """What makes a finding the same one when amounts have changed."""
    return one.code, one.about, one.year, () if one.year else one.path


def _cause_of(one: Finding, mended: list[Finding]) -> Cause:
    """Of all that was mended what is about the same row, else the same year, else the first."""
    best = max(
        mended,
        key=lambda head: (
            bool(one.about) and head.about == one.about,
            head.year in (one.year, None),
            head.year == one.year,
        ),
    )
    return Cause(best.code, best.path)
