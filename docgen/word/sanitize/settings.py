"""The settings of a Word file: those that are known stay, in the order of the schema."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from lxml import etree

from docgen.opc.elements import local, remove
from docgen.opc.relationships import W, to_bytes
from docgen.word.sanitize import allowlist
from docgen.word.sanitize.cleaning import Report
from docgen.word.sanitize.part_graph import Graph, Relation

PART = allowlist.SINGLE_PARTS["settings"]
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"
ORDER = {name: number for number, name in enumerate(allowlist.SETTINGS)}


def clean(root: Any, variables: Collection[str], report: Report) -> bool:
    """Drop what is not known or fetches; of the variables those in `variables` stay. Whether something changed."""
    changed = False
    for setting in list(root.iterchildren(etree.Element)):
        name = local(setting.tag)
        if name == "docVars" and variables:
            changed |= _only(setting, lambda one: one.get(f"{W}name", "").upper() in variables)
        elif name in allowlist.DROPPED_SETTINGS:
            report.left_out(allowlist.DROPPED_SETTINGS[name])
            remove(setting)
            changed = True
        elif name not in ORDER and name not in allowlist.LATER_SETTINGS:
            report.tell(f"docgen laat een instelling van Word weg die het niet kent (‘{name}’)")
            remove(setting)
            changed = True
    return changed


def _only(around: Any, is_kept: Callable[[Any], bool]) -> bool:
    away = [one for one in around if not is_kept(one)]
    for one in away:
        remove(one)
    if not len(around):
        remove(around)
    return bool(away)


def keep_lines_unstretched(root: Any) -> bool:
    """Switch on that a line that ends in a line break is as wide as its words in a justified paragraph too."""
    compat = root.find(f"{W}compat")
    if compat is None:
        compat = etree.Element(f"{W}compat")
        root.insert(place_for(root, "compat"), compat)
    switch = compat.find(f"{W}{allowlist.UNSTRETCHED}")
    if switch is not None:
        return switch.attrib.pop(f"{W}val", None) is not None
    before = sum(1 for one in compat if local(one.tag) in allowlist.COMPAT_BEFORE)
    compat.insert(before, etree.Element(f"{W}{allowlist.UNSTRETCHED}"))
    return True


def place_for(root: Any, name: str) -> int:
    """Where a setting comes: after the last one that the schema has before it."""
    return max(
        (number for number, one in enumerate(root, 1) if ORDER.get(local(one.tag), len(ORDER)) < ORDER[name]), default=0
    )


def add(graph: Graph, main: str) -> Any:
    """The settings of a file that has none."""
    root = etree.Element(f"{W}settings", nsmap={"w": W[1:-1]})
    graph.parts = {**graph.parts, PART: to_bytes(root)}
    graph.kinds = {**graph.kinds, PART: KIND}
    taken = {one.key for one in graph.relations.setdefault(main, [])}
    key = next(key for number in range(1, len(taken) + 2) if (key := f"rIdInstellingen{number}") not in taken)
    graph.relations[main].append(Relation(key, TYPE, "settings", PART, False))
    return root
