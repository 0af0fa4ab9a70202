"""docs/bronnen.md says what docgen does with each point of its sources: what stands there is so.

Every field, rule, document and heading it names exists, and a field it ties to a document is really shown there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from docgen.authoring import fields
from docgen.documents.request import parse_request
from docgen.dossier import Dossier
from docgen.rules.registry import find
from docgen.schema.completion import fill_defaults
from docgen.word.plaintext import as_text
from tests.conftest import ROOT
from tests.making import draft_maker

PAGE = (ROOT / "docs" / "bronnen.md").read_text(encoding="utf-8")
NONE = "–"
DELIBERATELY_NOT = "bewust niet"
ANSWERS = ("ja", "anders", "deels", DELIBERATELY_NOT)
# the styles of headings, and how deep each is
LEVELS = {"heading 1": 1, "Kop 1 nieuwe pagina": 1, "Bijlagekop": 1, "heading 2": 2, "Artikel": 2, "heading 3": 3}
HEADING = re.compile(rf"^\[({'|'.join(LEVELS)})\] (?:Bijlage \d+\. )?(.+)$", re.MULTILINE)

ROLE = "gezondheidsbevorderaar"  # has a handover of its own in the sample
# fields of the page that the sample leaves open, filled in (in every row of a list)
FILLED_IN = {
    "dossier.openbaar": False,
    "dossier.wijken": ["spoordijk", "havenkwartier"],
    "interventie.baten": [
        {
            "tekst": "minder herhaalbezoek bij de huisarts",
            "aantal": 300,
            "eenheid": "consulten",
            "bedrag": Decimal(9000),
        }
    ],
    "doelen[].frequentie": "elk half jaar",
    "interventie.opschaling.route": "aansluiten bij het landelijk netwerk",
    "interventie.opschaling.nodig": "een tweede trainer",
    "interventie.opschaling.richtlijn": "het beleid van de regio",
    "interventie.randvoorwaarden": [{"tekst": "een vaste ruimte", "geregeld": "deels"}],
    "taken[].ondersteuning": ["netwerk"],
    "draagvlak[].organen": ["college", "raad"],
    "partijen[].getekend_op": date(2027, 3, 1),
    "financiering[].route": "andere sector",
    "financiering[].gesprek": date(2027, 2, 1),
    "borgingsplan.wat_is_borging": "Zorgen dat het blijft.",
    "borgingsplan.wat_willen_we": "Dat bewoners elkaar blijven helpen.",
    "borgingsplan.hoe_en_met_wie": "Samen met de partners.",
    "borgingsplan.werkblad": {
        "interventie": {"compleet": "Ja, op het deel over vrijwilligers na."},
        "ondersteuning": {"bekendheid": "De GGD vertelt erover."},
    },
    "borgingscheck.antwoorden": [
        {"punt": "D2", "wijk": "spoordijk", "stand": "groen", "toelichting": "Twee bewoners zitten in de stuurgroep."}
    ],
}


@dataclass(frozen=True)
class Row:
    """A point of a source: the fields, rules and documents (with their headings) that answer it, and the answer."""

    number: int
    fields: tuple[str, ...]
    codes: tuple[str, ...]
    documents: dict[str, tuple[str, ...]]
    answer: str
    reason: str


def _row(line: str) -> Row:
    number, _, fields, codes, documents, answer = (cell.strip() for cell in line.strip("|").split("|"))
    word, _, reason = answer.partition(": ")
    places = [place.partition(": ") for place in documents.split("; ") if place != NONE]
    return Row(
        int(number),
        tuple(re.findall(r"`([^`]+)`", fields)),
        tuple(code for code in codes.split(", ") if code != NONE),
        {name: tuple(re.findall(r"\*([^*]+)\*", headings)) for name, _, headings in places},
        word,
        reason,
    )


ROWS = [_row(line) for line in PAGE.splitlines() if re.match(r"\| *\d", line)]
ANSWERED = [row for row in ROWS if row.answer != DELIBERATELY_NOT]
IN_DOCUMENTS = [pytest.param(row, id=str(row.number)) for row in ROWS if row.documents]


def part_of(field: str) -> str:
    return field.split(".")[0].removesuffix("[]")


def kind_of(library, document: str):
    return library.types[document.partition(":")[0]]


# ------------------------------------------------------------------------------------------------------ what is named


def test_every_point_of_the_sources_has_one_row_in_order():
    assert [row.number for row in ROWS] == list(range(1, 62))


def test_every_field_on_the_page_is_one_that_docgen_fields_shows(library):
    known = {field.path for field in fields.fields(library, list(library.types.values()))}
    quoted = re.findall(r"`([^`]+)`", PAGE)
    is_field = [name for name in quoted if not name.startswith(("docgen ", "--")) and not name.endswith(".yaml")]
    assert [name for name in is_field if name not in known] == []
    assert {field for row in ROWS for field in row.fields} <= set(is_field)


def test_every_rule_on_the_page_exists():
    codes = set(re.findall(r"[A-Z]{3,4}-\d+", PAGE)) | {code for row in ROWS for code in row.codes}
    assert [code for code in sorted(codes) if find(code) is None] == []


def test_every_document_is_one_that_docgen_types_shows(library):
    kinds = library.types.values()
    known = {kind.name for kind in kinds} | {f"{kind.name}:{variant}" for kind in kinds for variant in kind.variants}
    assert [(row.number, name) for row in ROWS for name in row.documents if name not in known] == []


def test_a_slot_on_the_page_is_one_that_still_waits_for_its_points(library):
    assert re.findall(r"`([a-z-]+)\.yaml`", PAGE) == list(library.slots)


# ---------------------------------------------------------------------------------------------------- what is answered


def test_every_row_has_an_answer():
    assert [(row.number, row.answer) for row in ROWS if row.answer not in ANSWERS] == []
    assert [row.number for row in ANSWERED if not (row.fields or row.codes or row.documents)] == []


def test_what_is_not_quite_so_says_why():
    assert [row.number for row in ROWS if row.answer != "ja" and len(row.reason.split()) < 5] == []


def test_what_is_left_out_deliberately_stands_in_the_list_at_the_end_and_nothing_else():
    left_out = [row for row in ROWS if row.answer == DELIBERATELY_NOT]
    listed = re.findall(r"^- \*\*(\d+), ", PAGE.partition("\n## Bewust niet\n")[2], re.MULTILINE)
    assert [str(row.number) for row in left_out] == listed != []
    assert [row.number for row in left_out if row.fields or row.codes or row.documents] == []


# --------------------------------------------------------------------------------------------- what the documents show


@pytest.mark.parametrize("row", IN_DOCUMENTS)
def test_the_documents_of_a_row_ask_for_its_fields(library, row):
    parts = {
        name: {*map(part_of, kind.needs), *kind.uses, kind.section}
        for name in row.documents
        for kind in [kind_of(library, name)]
    }
    fields = {part_of(field) for field in row.fields}
    assert fields <= set().union(*parts.values())
    assert not fields or [name for name, own in parts.items() if not own & fields] == []


class Recorder(dict[str, Any]):
    """A dossier that remembers which of its parts were asked for."""

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data)
        self.asked: set[str] = set()

    def __getitem__(self, part: str) -> Any:
        self.asked.add(part)
        return super().__getitem__(part)

    def get(self, part: str, default: Any = None) -> Any:
        self.asked.add(part)
        return super().get(part, default)


@pytest.mark.parametrize("row", [pytest.param(row, id=str(row.number)) for row in ROWS if row.codes])
def test_the_rules_of_a_row_look_at_its_fields(sample, row):
    fields = {part_of(field) for field in row.fields}
    blind = []
    for code in row.codes:
        dossier = Recorder(fill_defaults(sample.data, sample.library.schema.root))
        list(find(code).check(dossier))
        blind += [] if dossier.asked & fields else [code]
    assert blind == []


class Documents:
    """The text of the sample's documents, with every field of the page filled in; and what it is without one of those."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = changed(dossier, lambda data: [put(data, name, value) for name, value in FILLED_IN.items()])
        self.known: dict[tuple[str, str], list[str]] = {}
        self.others: dict[str, tuple[Dossier, Callable[..., bytes]]] = {}

    def of(self, name: str, without: str = "") -> list[str]:
        """The document of that name, and for a type per role also the one of a role."""
        if (name, without) not in self.known:
            self.known[name, without] = self._texts(name, without)
        return self.known[name, without]

    def _texts(self, name: str, without: str) -> list[str]:
        if without not in self.others:
            dossier = changed(self.dossier, lambda data: take(data, without)) if without else self.dossier
            self.others[without] = dossier, draft_maker(dossier)
        dossier, make = self.others[without]
        job = parse_request(dossier, name)
        jobs = [job, parse_request(dossier, f"{name}@{ROLE}")] if job.kind.is_per_role else [job]
        return [as_text(make(one)) for one in jobs]

    def show(self, field: str, name: str, headings: tuple[str, ...]) -> bool:
        """Whether what stands under those headings is something else when a field is taken away everywhere."""
        with_it, without = self.of(name), self.of(name, field)
        return [under(headings, text) for text in with_it] != [under(headings, text) for text in without]


def under(headings: tuple[str, ...], text: str) -> str:
    """What stands under those headings, with all below them; without headings the whole text."""
    found = [(match, LEVELS[match[1]]) for match in HEADING.finditer(text)]
    pieces = []
    for i, (match, level) in enumerate(found):
        end = next((other.start() for other, deep in found[i + 1 :] if deep <= level), len(text))
        pieces += [text[match.end() : end]] if match[2] in headings else []
    return "".join(pieces) if headings else text


def changed(dossier: Dossier, change: Callable[[dict[str, Any]], object]) -> Dossier:
    data = deepcopy(dossier.data)
    change(data)
    return replace(dossier, loaded=replace(dossier.loaded, data=data))


def holders(data: dict[str, Any], field: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Every part and row that a dotted path leads to, with the last name of it."""
    name, _, rest = field.partition(".")
    if not rest:
        yield data, name
    elif name.endswith("[]"):
        for row in data.get(name[:-2]) or []:
            yield from holders(row, rest)
    else:
        yield from holders(data.setdefault(name, {}), rest)


def put(data: dict[str, Any], field: str, value: Any) -> None:
    for holder, name in holders(data, field):
        holder[name] = value


def take(data: dict[str, Any], field: str) -> None:
    for holder, name in holders(data, field):
        holder.pop(name, None)


@pytest.fixture(scope="module")
def documents(sample):
    return Documents(sample)


@pytest.mark.slow
@pytest.mark.parametrize("row", IN_DOCUMENTS)
def test_a_field_that_is_taken_away_is_missed_under_the_headings_of_its_row(documents, row):
    places, show = row.documents.items(), documents.show
    assert [field for field in row.fields if not any(show(field, *place) for place in places)] == []
    assert [place for place in places if row.fields and not any(show(field, *place) for field in row.fields)] == []


@pytest.mark.slow
@pytest.mark.parametrize("row", IN_DOCUMENTS)
def test_the_headings_of_a_row_stand_in_its_documents(documents, row):
    for name, headings in row.documents.items():
        there = [match[2] for match in HEADING.finditer(documents.of(name)[0])]
        assert [heading for heading in headings if heading not in there] == []
