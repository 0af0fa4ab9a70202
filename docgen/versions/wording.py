"""How a change between two versions of a dossier reads: a subject, what it is about, and a Dutch sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from docgen.schema.field import Field
from docgen.text.dutch import capital, enumeration, euro, long_date, number, without_full_stop
from docgen.versions.changes import ADDED, GONE, MOVED, RENAMED, Change

MONEY, HOURS, OTHER = "Geld", "Uren", "andere onderwerpen"
SUBJECTS = {  # of the sections of a dossier; an amount is money and an hour is hours wherever it stands
    "begroting": MONEY, "financiering": MONEY,
    "rollen": "Partijen en rollen", "partijen": "Partijen en rollen", "contacten": "Partijen en rollen", "organisatie": "Partijen en rollen",
    "taken": "Taken en wie ze doet", "acties": "Taken en wie ze doet", "lopend": "Taken en wie ze doet",
    "overeenkomst": "Afspraken", "uitsluitingen": "Afspraken", "verankering": "Afspraken",
    "besluitvorming": "Besluiten", "raadsvoorstel": "Besluiten",
    "doelen": "Doelen en meten", "monitoring": "Doelen en meten", "successen": "Doelen en meten", "realisatie": "Wat er gedaan en betaald is",
    "dossier": "Het dossier zelf", "afwijkingen": "Het dossier zelf", "archief": "Het dossier zelf",
}  # fmt: skip
ORDER = (
    MONEY, HOURS, "Wat er gedaan en betaald is", "Besluiten", "Afspraken", "Taken en wie ze doet", "Partijen en rollen", "Doelen en meten",
)  # fmt: skip
NAMES = (
    "naam",
    "bron",
    "titel",
    "tekst",
    "punt",
    "besluit",
    "document",
    "groep",
    "boodschap",
    "onderwerp",
    "functie",
    "vraag",
    "rol",
    "post",
    "jaar",
    "tijdvak",
    "datum",
)
LONGEST_NAME = 80
SHORT = 200  # of a text: a longer one keeps its lines


class Told(NamedTuple):
    """A change for a reader: its subject, what it is about, which kind it is, what it was and is (as text, "" for nothing), and
    all of that in one sentence; `path` is its field."""

    subject: str
    about: str
    kind: str
    before: str
    now: str
    sentence: str
    path: str


class Names:
    """The names behind the ids of both versions."""

    def __init__(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
        self._data = (now, before)
        self._known: dict[str, dict[str, str]] = {}

    def of(self, reference: str, value: str) -> str:
        """What a row of a list is called; the id itself when nobody knows it."""
        if reference not in self._known:
            self._known[reference] = {}
            for data in reversed(self._data):
                rows: Any = data
                for name in reference.split("."):
                    rows = rows.get(name) if isinstance(rows, dict) else None
                known = [row for row in rows or () if isinstance(row, dict) and isinstance(row.get("id"), str)]
                self._known[reference] |= {row["id"]: name_of(row) or row["id"] for row in known}
        return self._known[reference].get(value, value)


def told(changes: Iterable[Change], names: Names) -> list[Told]:
    """The changes in words, by subject in a fixed order."""
    found = [_told(change, names) for change in changes]
    rank = {subject: at for at, subject in enumerate(ORDER)}
    return sorted(found, key=lambda one: rank.get(one.subject, len(rank)))


def counted(found: Sequence[Told]) -> str | None:
    """How many changes there are, by subject, in a sentence without one field by its name; `None` when there are none."""
    if not found:
        return None
    known = {*SUBJECTS.values(), HOURS}
    counts = Counter(one.subject if one.subject in known else OTHER for one in found)
    parts = enumeration(
        [
            f"{number(count)} over {_small(subject)}"
            for subject, count in sorted(counts.items(), key=lambda one: one[0] == OTHER)
        ]
    )
    if len(found) == 1:
        return f"Daarnaast veranderde in het dossier één gegeven, over {_small(next(iter(counts)))}."
    return f"Daarnaast veranderden in het dossier {number(len(found))} gegevens: {parts}."


def name_of(row: Any) -> str:
    """What a row is called: its name, or the first of its texts."""
    if not isinstance(row, dict):
        return _short(row) if isinstance(row, str) else ""
    found = next((row[name] for name in NAMES if isinstance(row.get(name), str | int | date)), None)
    return _short(long_date(found) if isinstance(found, date) else str(found)) if found is not None else ""


def _short(text: str) -> str:
    text = without_full_stop(" ".join(text.split()))
    return text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME].rsplit(' ', 1)[0]} …"


def _told(change: Change, names: Names) -> Told:
    about = _about(change if change.kind != RENAMED else change._replace(path=change.path[:-1]), names)
    subject = _subject(change)
    before, now = (_value(value, change.fields[-1], names) for value in (change.before, change.now))
    path = ".".join(str(step + 1) if isinstance(step, int) else str(step) for step in change.path)
    if change.kind == MOVED:
        return Told(subject, about, change.kind, "", "", f"{capital(about)}: de volgorde is veranderd.", path)
    if change.kind == RENAMED:
        return Told(
            subject,
            about,
            change.kind,
            before,
            now,
            f"{capital(about)}: het kenmerk was {before} en is nu {now}.",
            path,
        )
    return Told(subject, about, change.kind, before, now, f"{capital(about)}: {_moved(change, before, now)}.", path)


def _moved(change: Change, before: str, now: str) -> str:
    if change.kind == ADDED:
        return f"nieuw, {now}" if now else "nieuw"
    if change.kind == GONE:
        return f"vervallen, was {before}" if before else "vervallen"
    return f"van {before} naar {now}{_difference(change)}"


def _difference(change: Change) -> str:
    """How much more or less a number is."""
    was, today = change.before, change.now
    numbers = all(isinstance(one, int | Decimal) and not isinstance(one, bool) for one in (was, today))
    if not numbers or change.fields[-1].title.startswith("Jaar") or was == today:
        return ""
    gap = abs(today - was)
    shown = euro(gap) if change.fields[-1].kind == "amount" else number(gap)
    return f" ({shown} {'meer' if today > was else 'minder'})"


def _subject(change: Change) -> str:
    kinds = {field.kind for field in _inside(change.fields[-1])}
    last = str(next((step for step in reversed(change.path) if isinstance(step, str)), ""))
    section = str(change.path[0]) if change.path else ""
    if section != "realisatie" and not isinstance(change.now or change.before, dict | list):
        if "amount" in kinds:
            return MONEY
        if last in ("uren", "tarief", "fte"):
            return HOURS
    title = change.fields[1].title if len(change.fields) > 1 else ""
    return SUBJECTS.get(section, title or section)


def _inside(field: Field) -> Iterator[Field]:
    yield field
    if field.value is not None:
        yield field.value


def _about(change: Change, names: Names) -> str:
    """What a change is about: the rows that it stands in, then the field: "bron ‘Rijk’, status"."""
    words: list[str] = []
    rows = iter(change.rows)
    for depth, step in enumerate(change.path):
        field, around = change.fields[depth + 1], change.fields[depth]
        if isinstance(step, int) and around.kind == "list":
            row = next(rows, None)
            called = name_of(row) if isinstance(row, dict) else ""
            reference = next(
                (
                    child.reference
                    for name, child in field.children.items()
                    if isinstance(row, dict) and row.get(name) == called
                ),
                "",
            )
            called = names.of(reference, called) if reference and called else called
            kind = around.singular or _small(words.pop() if words else around.title or "regel")
            if around.singular and words:
                words.pop()
            words.append(f"{kind} ‘{called}’" if called else kind)
        elif not around.has_fixed_names:
            words.append(names.of(around.key.reference, str(step)) if around.key else str(step))
        else:
            words.append(_small(field.title or str(step)))
    return ", ".join(words)


def _small(title: str) -> str:
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _value(value: Any, field: Field, names: Names) -> str:
    """A value as text; of a part or row all that stands in it."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case date():
            return long_date(value)
        case int() | Decimal():
            return euro(Decimal(value)) if field.kind == "amount" else str(value) if _is_year(field) else number(value)
        case dict():
            return _parts(value, field, names)
        case list():
            return enumeration([_value(one, field.row or field, names) for one in value])
    text = " ".join(str(value).split()) if len(str(value)) < SHORT else str(value).strip()
    if field.reference:
        text = names.of(field.reference, text)
    return f"‘{text}’" if field.is_free_text or field.reference else text


def _is_year(field: Field) -> bool:
    return bool(field.min == 1990)  # as every year of the schema


def _parts(value: Mapping[Any, Any], field: Field, names: Names) -> str:
    shown = []
    for name, one in value.items():
        child = field.below(name)
        key = field.key.reference if field.key and not field.has_fixed_names else ""
        title = names.of(key, str(name)) if child is None or not field.has_fixed_names else _small(child.title or name)
        shown.append(f"{title} {_value(one, child or field, names)}")
    return "; ".join(shown)
