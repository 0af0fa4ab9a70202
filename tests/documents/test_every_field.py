"""Every field of a dossier reaches a document, or its schema says why it does not (`meta: {niet_op_papier: reason}`).

A field reaches a document when another value of it, or none, changes the text of one: of a dossier in which everything is filled
in, or of a sample.
"""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
import yaml

from docgen.documents.request import parse_request
from docgen.dossier import load, loads
from docgen.errors import DocgenError
from docgen.library.library import open_library
from docgen.pictures.picture import read_picture
from docgen.pictures.picture_file import PictureFile
from tests import worked_example
from tests.conftest import ROOT
from tests.making import draft_maker
from tests.maximal import maximal
from tests.pictures.made_pictures import png
from tests.word_files import parts_of, text_of

SAMPLES = ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard", "wandelmaatjes-ggd")
LIKELY = ("overdracht", "overeenkomst", "borgingsplan", "borgingscheck")  # where most fields stand
DROP = object()
ALTERNATIVE = re.compile(r'<wp:docPr [^>]*\bdescr="([^"]*)"')


def any_picture(name):
    return PictureFile(name, read_picture(png()))


def leaves(fields, path=()):
    """Every field that holds a value: its path, with `[]` for the rows of a list and `{}` for the values of a table, and its rules."""
    for name, rules in fields.items():
        yield from leaves_of(rules, (*path, name))


def leaves_of(rules, path):
    if "schema" in rules and rules["type"] == "dict":
        yield from leaves(rules["schema"], path)
    elif rules["type"] == "dict":
        yield from leaves_of(rules["valuesrules"], (*path, "{}"))
    elif rules["type"] == "list":
        yield from leaves_of(rules["schema"], (*path, "[]"))
    else:
        yield path, rules


def changed(data, path, change):
    """The same data with every value at a path changed, or dropped; nothing when there is none."""
    whole = {"": copy.deepcopy(data)}
    count = 0

    def walk(holder, key, rest):
        nonlocal count
        value = holder[key]
        if not rest:
            new = change(value)
            if new is DROP:
                holder[key] = None
            else:
                holder[key] = new
            count += 1
            return
        if rest[0] == "[]" and isinstance(value, list):
            for i in range(len(value)):
                walk(value, i, rest[1:])
        elif rest[0] == "{}" and isinstance(value, dict):
            for name in list(value):
                walk(value, name, rest[1:])
        elif isinstance(value, dict) and value.get(rest[0]) is not None:
            walk(value, rest[0], rest[1:])

    walk(whole, "", path)
    return without_nothing(whole[""]) if count else None


def without_nothing(value):
    if isinstance(value, dict):
        return {key: without_nothing(one) for key, one in value.items() if one is not None}
    return [without_nothing(one) for one in value if one is not None] if isinstance(value, list) else value


def others_for(rules, values):
    """What gives another value of a field that has these values, and what drops it where that is allowed."""

    def change(value):
        if "allowed" in rules:
            return next((one for one in rules["allowed"] if one != value), value)
        if isinstance(value, bool):
            return not value
        if isinstance(value, date):
            return value + timedelta(days=400)
        if not isinstance(value, str):
            return value + 1 if value < rules.get("max", value + 1) else value - 1
        if "ref" in rules.get("meta", {}) and not rules["meta"].get("vrije_tekst"):
            return next((one for one in values if one != value), value)
        if "regex" in rules:
            return value[:-1] + ("2" if value[-1] == "1" else "1") if value[-1].isdigit() else value
        return f"{value} zq"

    yield change
    if not rules.get("required"):
        yield lambda _: DROP


def values_at(data, path):
    """Every value at a path, each once."""
    found = {}
    changed(data, path, lambda value: found.setdefault(value, value))
    return list(found)


def ids_in(data, dotted):
    """The ids of the rows of a list, which a field may name."""
    for name in filter(None, dotted.split(".")):
        data = (data or {}).get(name)
    return [row["id"] for row in data or [] if isinstance(row, dict)] if isinstance(data, list) else []


def texts_of(dossier, data):
    """The text of every document of a dossier with other data, one by one; a document that cannot be made has none."""
    other = replace(dossier, loaded=replace(dossier.loaded, data=data))
    make = draft_maker(other)
    party = data["partijen"][0]["id"] if data.get("partijen") else None
    for name in sorted((*dossier.library.types, "overdracht:bestuur"), key=lambda name: name not in LIKELY):
        request = parse_request(dossier, name)
        for own in (None, party) if name == "jaarplan" else (None,):
            try:
                made = make(request, own)
                yield "\n".join([text_of(made), *ALTERNATIVE.findall(parts_of(made)["word/document.xml"].decode())])
            except DocgenError:
                yield ""


MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


def mark(rules, number):
    """A value that is found nowhere else, and the text by which it is known on paper; nothing for a choice or a reference."""
    meta = rules.get("meta", {})
    if "allowed" in rules or "ref" in meta or "regex" in rules:
        return None
    if rules["type"] == "string":
        return f"zq{number}qz", f"zq{number}qz"
    if rules["type"] == "date":
        day = date(2300, 1, 1) + timedelta(days=number)
        return day, f"{day.day}\xa0{MONTHS[day.month - 1]} {day.year}"
    if rules["type"] in ("amount", "number"):
        return (Decimal if rules["type"] == "amount" else int)(770_000 + number), f"770.{number:03}"
    return None


def unmarked(dossier, fields):
    """The fields whose mark is on no paper when all of them are marked at once."""
    data, marks = dossier.data, {}
    for number, (path, rules) in enumerate(fields):
        told = mark(rules, number)
        new = told and changed(data, path, lambda _, told=told: told[0])
        if new:
            data, marks[path] = new, told[1]
    paper = "\n".join(texts_of(dossier, data)).casefold()
    return [(path, rules) for path, rules in fields if path not in marks or marks[path] not in paper]


def unreached(dossier, fields):
    """The fields of which another value, or none, changes no document."""
    before, unseen = list(texts_of(dossier, dossier.data)), []
    for path, rules in fields:
        values = [*values_at(dossier.data, path), *ids_in(dossier.data, rules.get("meta", {}).get("ref", ""))]
        others = (changed(dossier.data, path, change) for change in others_for(rules, values))
        if not any(data is not None and differs(dossier, data, before) for data in others):
            unseen.append((path, rules))
    return unseen


def differs(dossier, data, before):
    return any(text != old for text, old in zip(texts_of(dossier, data), before, strict=True))


def reasons(rules, path, given=""):
    """Why a field reaches no document, as the schema says of it or of what it is in."""
    told = rules.get("meta", {}).get("niet_op_papier", given)
    if not path or path[0] == "$":
        return told
    inner = (
        rules["schema"] if path[0] == "[]" else rules["valuesrules"] if path[0] == "{}" else rules["schema"][path[0]]
    )
    return reasons(inner, path[1:], told)


def with_a_reserve():
    """A sample whose council is asked to fill a reserve."""
    text = (ROOT / "samples" / "buurtprogramma-lijnbaan.yaml").read_text("utf-8")
    reserve = "begroting:\n  reserves:\n    - {id: R1, naam: Reserve evaluatie, status: gevraagd, toevoegingen: {2029: 5000}}\n"
    return text.replace("begroting:\n", reserve, 1).replace("    - nr: 2\n", "    - nr: 2\n      reserves: [R1]\n", 1)


@pytest.mark.slow
def test_every_field_reaches_a_document_or_its_schema_says_why_not():
    library = open_library()
    rules = library.schema.root.rules
    every = list(leaves(rules["schema"]))
    silent = {path: reason for path, _ in every if (reason := reasons(rules, path))}
    assert all(len(reason) > 15 for reason in silent.values())
    left = [(path, field) for path, field in every if path not in silent]
    assert len(left) > 300
    full = maximal(rules["schema"])
    unanswered = full | {"borgingsplan": {"versie": "1"}}  # what the writer does not answer, the dossier does
    processor = full["overeenkomst"]["privacy"] | {"verdeling": "verwerker"}
    unanswered["overeenkomst"] = full["overeenkomst"] | {"privacy": processor}
    unanswered |= {"partijen": [row | {"plaats": None} for row in full["partijen"]], "partner": None}
    spread = (("uren: 90\n", "uren: 90\n    spreiding: {K1: 25, K2: 25, K3: 25, K4: 25}\n"),)
    known = [
        *(load(ROOT / "samples" / f"{name}.yaml", library) for name in SAMPLES),
        loads(worked_example.text().encode(), "levering.yaml", library),
        loads(worked_example.text(day="2029-02-28", changes=spread).encode(), "later.yaml", library),
        loads(with_a_reserve().encode(), "reserve.yaml", library),
        *(
            loads(
                yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode(), "alles.yaml", library, any_picture
            )
            for data in (full, unanswered)
        ),
    ]
    for dossier in known:
        left = unmarked(dossier, left)
    for dossier in known:
        left = unreached(dossier, left)
    assert not left, ", ".join(".".join(path) for path, _ in left)
