"""What differs between two versions of a dossier, told by facts that both name the same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from docgen.context.money import costs, funding
from docgen.context.money_flows import flows
from docgen.context.people import effort
from docgen.context.schedule import actions
from docgen.domain.agreement.signatures import unsigned
from docgen.domain.goals import goals
from docgen.domain.names import party_names
from docgen.domain.queries import cost_items, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text import dutch
from docgen.text.dutch import amounts_in_words, capital, euro, long_date, without_full_stop


def earlier_version(before: CompleteDossier) -> TableRow:
    """Which version an earlier dossier is: `versie` and `peildatum`."""
    about = section(before, "dossier")
    return {"versie": about.get("versie"), "peildatum": about.get("peildatum")}


class Fact(NamedTuple):
    """What a reader wants to see move: what it is about, and how it stands."""

    label: str
    value: str


def changes(before: CompleteDossier, now: CompleteDossier) -> list[TableRow]:
    """What differs between an earlier version of a dossier and this one: rows with `wat`, `toen` and `nu`, as text."""
    return list(differences(_apart(_facts(before)), _apart(_facts(now))))


def _apart(facts: Iterable[tuple[str, Fact]]) -> dict[str, Fact]:
    """Facts by key; of the second one with the same key the key has a number behind it."""
    found: dict[str, Fact] = {}
    times: Counter[str] = Counter()
    for key, fact in facts:
        times[key] += 1
        found[f"{key} ({times[key]})" if times[key] > 1 else key] = fact
    return found


def differences(before: Mapping[str, Fact], now: Mapping[str, Fact]) -> Iterator[TableRow]:
    """The facts that differ, known by the same key in both; "–" where there was or is none."""
    for key in [*now, *(key for key in before if key not in now)]:
        then, today = before.get(key, ABSENT), now.get(key, ABSENT)
        if then != today and (then.value or today.value):
            renamed = then.label and today.label and then.label != today.label
            was, is_now = (f"{fact.label}: {fact.value}" if renamed else fact.value for fact in (then, today))
            yield {"wat": capital(today.label or then.label), "toen": was or "–", "nu": is_now or "–"}


ABSENT = Fact("", "")
# what the facts below tell of the data: rows that come and go, and fields, each with all that is in it
TOLD_ROWS = frozenset(
    (
        "doelen",
        "doelen.metingen",
        "financiering",
        "begroting.posten",
        "draagvlak",
        "successen",
        "besluitvorming",
        "mijlpalen",
        "acties",
        "verankering",
        "risicos",
    )
)
TOLD_FIELDS = (
    "dossier.versie", "dossier.status", "overeenkomst.einde", "doelen.tekst", "doelen.metingen.waarde", "doelen.metingen.datum",
    "doelen.streefwaarde", "doelen.uiterlijk", "financiering.bron", "financiering.status", "financiering.bedragen", "begroting.posten.naam",
    "begroting.posten.bedragen", "partijen.getekend_op", "draagvlak.groep", "draagvlak.houding", "besluitvorming.besluit", "besluitvorming.datum",
    "besluitvorming.status", "mijlpalen.tekst", "mijlpalen.datum", "acties.tekst", "acties.uiterlijk", "acties.status", "verankering.document",
    "verankering.status", "risicos.tekst", "risicos.kans", "risicos.maatregel",
)  # fmt: skip


def is_told(path: tuple[Any, ...], before: Any, now: Any) -> bool:
    """Whether `changes` tells of this difference in the data: between values, or a row (a dict) that came or went."""
    names = ".".join(step for step in path if isinstance(step, str))
    if names in TOLD_ROWS:
        return isinstance(path[-1], int) and (before is None or now is None)
    if isinstance(before, str) and isinstance(now, str) and _short(before) == _short(now):
        return False
    return any(names == field or names.startswith(f"{field}.") for field in TOLD_FIELDS)


def _facts(dossier: CompleteDossier) -> Iterator[tuple[str, Fact]]:
    about = section(dossier, "dossier")
    yield _fact("versie", about.get("versie") or "")
    yield _fact("status", about.get("status") or "")
    until = section(dossier, "overeenkomst").get("einde")
    yield _fact("laatste dag van de overeenkomst", long_date(until) if until else "")
    for part in (_of_goals, _of_money, _of_people, _of_plans):
        yield from part(dossier)


def _of_goals(dossier: CompleteDossier) -> Iterator[tuple[str, Fact]]:
    for doel in goals(dossier):
        name, last = f"doel: {_short(doel['tekst'])}", doel["meting"]
        measured = f"{dutch.number(last['waarde'])} op {long_date(last['datum'])}, " if last else ""
        yield _fact(name, f"{measured}{doel['stand']}", f"doel {doel['id']}")
        target = dutch.number(doel["streefwaarde"]) if doel["streefwaarde"] is not None else ""
        until = f"uiterlijk {long_date(doel['uiterlijk'])}" if doel["uiterlijk"] else ""
        aim = f"streven: {_short(doel['tekst'])}"
        yield _fact(aim, ", ".join(filter(None, [target, until])), f"streven {doel['id']}")


def _of_money(dossier: CompleteDossier) -> Iterator[tuple[str, Fact]]:
    for name, table in (("kosten", costs(dossier)), ("dekking", funding(dossier))):
        for year, amount in table["per_jaar"].items():
            yield _fact(f"{name} {year}", euro(amount))
    for year, amount in flows(dossier)["onzeker"].items():
        yield _fact(f"dekking die nog niet zeker is, {year}", euro(amount))
    for bron in dossier["financiering"]:
        yield _fact(f"status van {_short(bron['bron'])}", bron["status"] or "", f"bron {bron['id']}")
        yield _fact(f"bedragen van {_short(bron['bron'])}", _amounts(bron), f"bedragen van bron {bron['id']}")
    for post in cost_items(dossier):
        yield _fact(f"kosten van {_short(post['naam'])}", _amounts(post), f"kosten van post {post['id']}")


def _amounts(row: TableRow) -> str:
    return amounts_in_words(dict(sorted((row["bedragen"] or {}).items())))


def _of_people(dossier: CompleteDossier) -> Iterator[tuple[str, Fact]]:
    yield _fact("betaalde uren per jaar", dutch.number(effort(dossier)["uren"]))
    signed = len(dossier["partijen"]) - len(unsigned(dossier, dossier["partijen"]))
    yield _fact("organisaties die tekenden", f"{signed} van {len(dossier['partijen'])}" if dossier["partijen"] else "")
    for support in dossier["draagvlak"]:
        yield _fact(f"draagvlak: {_short(support['groep'])}", support["houding"] or "in beeld")
    yield _fact("successen", str(len(dossier["successen"])) if dossier["successen"] else "")


def _of_plans(dossier: CompleteDossier) -> Iterator[tuple[str, Fact]]:
    names = party_names(dossier)
    for row in dossier["besluitvorming"]:
        yield _with_date("besluit", row, row["besluit"], row["datum"], row["status"])
    for row in dossier["mijlpalen"]:
        yield _with_date("mijlpaal", row, row["tekst"], row["datum"])
    for row in actions(dossier):
        yield _with_date("actie", row, row["tekst"], row["uiterlijk"], row["status"])
    for row in dossier["verankering"]:
        yield _fact(f"{_short(row['document'])} van {names.get(row['partij'], row['partij'])}", row["status"] or "")
    for risk in dossier["risicos"]:
        chance = f"kans {risk['kans']}" if risk["kans"] else ""
        told = "; ".join(filter(None, [chance, _short(risk["maatregel"])])) or "staat in het dossier"
        yield _fact(f"risico: {_short(risk['tekst'])}", told, risk["id"] and f"risico {risk['id']}")


def _fact(label: str, value: str, key: str | None = None) -> tuple[str, Fact]:
    return key or label, Fact(label, value)


def _with_date(
    kind: str, row: TableRow, text: str | None, day: date | None, status: str | None = None
) -> tuple[str, Fact]:
    told = ", ".join(filter(None, [long_date(day) if day else "", status or ""])) or "zonder datum"
    return _fact(f"{kind}: {_short(text)}", told, row["id"] and f"{kind} {row['id']}")


def _short(text: str | None, most: int = 70) -> str:
    text = without_full_stop(text or "")
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
