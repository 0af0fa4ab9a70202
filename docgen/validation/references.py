"""References between lists: a role, party or post that is named must stand in its list."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.domain.names import PARTIES, PARTNER
from docgen.loading.loaded_data import LoadedData
from docgen.schema.field import Field, Known
from docgen.text.characters import is_prose, without_invisible
from docgen.validation.corrections import for_several

MOST_SUGGESTIONS = 40  # looking for a name that resembles costs time; after so many the list of names is enough

NUMBERED = regex(r"[A-Za-z]{0,3}[-_ ]?\d{1,4}")
RANGE = regex(r"([\w]+) ?(?:-|–|t/m|tot en met) ?([\w]+)")
LOOK_ALIKE = str.maketrans("oli", "011")


@dataclass
class ReferenceTarget:
    """The list that a reference points into, by its dotted path: `begroting.posten`."""

    loaded: LoadedData
    target: str

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(self.target.split("."))

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        data: Any = self.loaded.data
        for name in self.names:
            data = data.get(name) if isinstance(data, dict) else None
        rows = data if isinstance(data, list) else []
        named = [
            {"id": row} if isinstance(row, str) else row for row in rows
        ]  # a name in a list of texts is its own id
        return [row for row in named if isinstance(row, dict)]

    @cached_property
    def ids(self) -> dict[str, None]:
        broken = self.loaded.unusable
        return dict.fromkeys(
            row["id"]
            for i, row in enumerate(self.rows)
            if isinstance(row.get("id"), str) and not (broken and (*self.names, i, "id") in broken)
        )

    @cached_property
    def by_name(self) -> dict[str, str]:
        """The id of each row by its name, in lower case."""
        rows = reversed(self.rows)  # the first of two rows with the same name counts
        return {str(row.get("naam", row.get("bron", ""))).lower(): row["id"] for row in rows if row.get("id")}

    @cached_property
    def by_lower(self) -> dict[str, str]:
        """The ids by themselves in lower case."""
        return {name.lower(): name for name in self.ids}

    @cached_property
    def is_reported(self) -> bool:
        """Whether the list has a finding of its own: something in it is wrong, or its name is misspelt."""
        faulty = any(path[: len(self.names)] == self.names for path, _ in self.loaded.problems_by_path)
        return faulty or any(self._is_meant(path) for path in self.loaded.unknown_keys)

    def _is_meant(self, unknown: tuple[Any, ...]) -> bool:
        if unknown[-1] == self.names[-1] or len(unknown) > 1:
            return bool(unknown[-1] == self.names[-1])
        return bool(did_you_mean(unknown[0], self.names[:1])) or self._stands_under(unknown)

    def _stands_under(self, unknown: tuple[Any, ...]) -> bool:
        """Whether the list stands in a section of another name: `posten` under `budget`, or rows with an id."""
        if (self.names[0],) in self.loaded.key_nodes:
            return False
        node = self.loaded.value_nodes[unknown]
        if len(self.names) > 1:
            return any(key.text == self.names[1] for key, _ in node.pairs)
        return bool(node.items) and any(key.text == "id" for key, _ in node.items[0].pairs)

    @cached_property
    def broken(self) -> set[str]:
        """Ids that have a finding of their own, as others write them: without the sign that is too many."""
        length = len(self.names)
        ids = {path for path in self.loaded.unusable if path[:length] == self.names and path[length + 1 :] == ("id",)}
        written = (self.loaded.value_nodes[path].text for path in ids if path in self.loaded.value_nodes)
        misspelt = (
            self.loaded.value_nodes[path].text
            for path in self.loaded.unknown_keys
            if path[:length] == self.names and len(path) == length + 2 and re.sub(r"\W", "", str(path[-1])) == "id"
        )
        named = chain(written, misspelt)
        return {name for text in named for name in (text, re.sub(r"\W+$", "", text))} - self.ids.keys()

    @cached_property
    def has_lost(self) -> bool:
        """Whether an id stands there twice, so that a row has lost its own."""
        return any(
            p.code == "dubbel" and path[-1:] == ("id",) and path[: len(self.names)] == self.names
            for path, p in self.loaded.problems_by_path
        )

    def is_reported_elsewhere(self, value: str, suggest: bool) -> bool:
        """Whether what is wrong with a reference is told elsewhere: at the list, or at the id that was meant."""
        if (not self.ids and self.is_reported) or value in self.broken or self.has_lost:
            return True
        return suggest and bool(did_you_mean(value, self.broken)) and not did_you_mean(value, self.ids, 0.85)


def report_references(loaded: LoadedData, values: Iterable[Known]) -> None:
    """Add to loaded data every reference that leads nowhere."""
    lists: dict[str, ReferenceTarget] = {}
    looked = suggestions = 0
    for path, value, field, is_key in values:
        if not field.reference or not isinstance(value, str) or not value:
            continue
        known = lists.setdefault(field.reference, ReferenceTarget(loaded, field.reference))
        if resolves(known, value, field):
            continue
        looked += 1
        if known.is_reported_elsewhere(value, looked <= MOST_SUGGESTIONS):
            continue
        node = loaded.key_nodes.get(path) if is_key else loaded.value_nodes.get(path)
        suggestions += 1
        if is_partner(value, field):
            loaded.add(node, path, PARTNER, *_without_list(known))
            continue
        own = (
            path[len(known.names)] if path[: len(known.names)] == known.names and len(path) > len(known.names) else None
        )
        message, hint = dangling(known, value, field, suggestions <= MOST_SUGGESTIONS, own)
        if isinstance(path[-1], int):
            hint = _range(known, value) or hint
            if hint.startswith("hier past één"):
                hint = "zet elk kenmerk op een eigen regel, met een streepje ervoor"
        loaded.add(node, path, "verwijzing", message, hint)


def resolves(known: ReferenceTarget, value: str, field: Field) -> bool:
    """Whether a reference is in its list, or may be something else in the field it stands in."""
    return value in known.ids or value in field.also or (field.may_be_prose and is_prose(value))


def is_partner(value: Any, field: Field) -> bool:
    """Whether a reference names the partner of a row as a party."""
    return field.reference == PARTIES and value == PARTNER


def _without_list(known: ReferenceTarget) -> tuple[str, str]:
    parties = f": {', '.join(islice(known.ids, 12))}" if known.ids else ""
    return (
        f"‘{PARTNER}’ is de partner van een lijst, en die is er nu niet",
        "gebruik dit dossier met docgen batch --partners LIJST (controleer het met --dry-run), of noem een partij uit"
        f" het dossier{parties}",
    )


def dangling(
    known: ReferenceTarget, value: str, field: Field, suggest: bool = True, own: Any = None
) -> tuple[str, str]:
    """Message and hint for a reference that leads nowhere; `own`: the place of the row in that list that it stands in."""
    return f"‘{value[:60]}’ staat niet onder ‘{known.target}’", _hint(known, value, field.also, suggest, own)


def _range(known: ReferenceTarget, value: str) -> str:
    """The ids that "P07-P13" stands for, each to be named."""
    found = RANGE.fullmatch(value)
    ids, ends = list(known.ids), [found[1], found[2]] if found else []
    if not found or any(end not in known.ids for end in ends) or ids.index(ends[0]) >= ids.index(ends[1]):
        return ""
    return f"noem elk kenmerk apart: {', '.join(ids[ids.index(ends[0]) : ids.index(ends[1]) + 1])}"


def likely_id(value: str, ids: Iterable[str]) -> str:
    """The id that was surely or probably meant; of a letter with a number only the same: P13 is not P14 misspelt."""
    known = list(ids)
    same = [name for name in known if _folded(name) == _folded(value)]
    if same or NUMBERED.fullmatch(value):
        return f"bedoel je ‘{same[0]}’?" if same else ""
    return did_you_mean(value, known)


def _folded(name: str) -> str:
    """An id in which an O and a nought, an l and a one are alike, and noughts in front do not count."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", name.lower().translate(LOOK_ALIKE))


def _hint(known: ReferenceTarget, value: str, others: Iterable[str], suggest: bool, own: Any) -> str:
    seen = without_invisible(value)
    if seen in known.ids or seen in others:
        return "er staat een onzichtbaar teken of een harde spatie in; typ het kenmerk opnieuw"
    if value.lower() in known.by_name:
        return f"gebruik het kenmerk: ‘{known.by_name[value.lower()]}’"
    several = for_several(seen, ChainMap(known.by_lower, {name.lower(): name for name in others}), "kenmerk")
    if several:
        return several
    itself = known.rows[own].get("id") if isinstance(own, int) and own < len(known.rows) else None
    first = list(islice((name for name in chain(known.ids, others) if name != itself), 12))
    listed = f"bekend zijn: {', '.join(first)}" if first else f"vul ‘{known.target}’ in"
    return (
        likely_id(value, (name for name in chain(known.ids, others) if name != itself)) if suggest else ""
    ) or listed
