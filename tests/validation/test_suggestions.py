"""Remedies for a field that is not as the schema wants it: what the writer probably meant."""

from __future__ import annotations

import pytest

from docgen.loading import loader
from docgen.schema.field import Field
from docgen.schema.schema import Schema
from docgen.syntax import parser
from docgen.validation.suggestions import (
    continued_text,
    expected_form,
    for_unknown_field,
    for_wrong_type,
    resembles,
    row_example,
)  # fmt: skip

TITLE = {
    "type": "string",
    "required": True,
    "meta": {"titel": "Titel", "omschrijving": "Naam van het dossier, zoals die op de voorkant komt."},
}
ROLE = {
    "type": "dict",
    "schema": {
        "uren": {"type": "number", "meta": {"voorbeeld": 840}},
        "id": {"type": "string", "required": True, "regex": "[a-z]+"},
        "naam": {"type": "string", "required": True},
    },
}
HANDBOOK = {"type": "dict", "schema": {"titel": TITLE, "datum": {"type": "date"}, "versie": {"type": "string"}}}
REFERENCE = {"type": "string", "meta": {"ref": "rollen"}}
YEARS = {"type": "dict", "keysrules": {"type": "integer"}, "valuesrules": {"type": "amount"}}
SCHEMA = Schema(
    {
        "dossier": {"type": "dict", "schema": {"titel": TITLE, "openbaar": {"type": "boolean"}}},
        "organisatie": {"type": "dict", "schema": {"afdeling": {"type": "string"}}},
        "rollen": {"type": "list", "meta": {"enkelvoud": "rol"}, "schema": ROLE},
        "interventie": {
            "type": "dict",
            "schema": {"kern": {"type": "string", "meta": {"lopend": True}}, "handboek": HANDBOOK},
        },
    },
    {},
)


def read(text):
    return loader.read(parser.parse(text.encode(), "d.yaml"), SCHEMA)


@pytest.mark.parametrize(
    ("text", "path", "hint"),
    [
        ("dossier:\n  titell: X\n", ("dossier", "titell"), "bedoel je ‘titel’?"),
        ("dossier:\n  ti\u00adtel: X\n", ("dossier", "ti\u00adtel"), "er staat een onzichtbaar teken of een harde spatie in; typ ‘titel’ opnieuw"),
        ("dossier: {titel:Proef, openbaar: true}\n", ("dossier", "titel:Proef"), "schrijf titel: Proef, met een spatie na de dubbele punt"),
        ("dossier:\n  Titel (verplicht): X\n", ("dossier", "Titel (verplicht)"), "bedoel je ‘titel’?"),
        ("dossier:\n  Titel: Naam van het dossier, zoals die op de voorkant komt.\n", ("dossier", "Titel"), "dit is de uitleg bij ‘titel’: zet er weer # voor"),
        ("rol:\n  - id: a\n", ("rol",), "bedoel je ‘rollen’?"),
        ("dossier:\n  rollen: x\n", ("dossier", "rollen"), "‘rollen’ hoort helemaal links te beginnen; kijk naar de inspringing"),
        ("dossier:\n  titel: T\nopenbaar: true\n", ("openbaar",), "dit veld hoort onder ‘dossier’; kijk naar de inspringing"),
        ("dossier:\n  afdeling: x\n", ("dossier", "afdeling"), "dit veld hoort onder ‘organisatie’"),
        ("dossier:\n  titel: T\n  xyz: 1\n", ("dossier", "xyz"), "bekend zijn hier: openbaar"),
        ("xyz: 1\n", ("xyz",), "bekend zijn hier: dossier, organisatie, rollen, interventie; hoort het bij uw eigen bibliotheek, geef die dan mee met --library"),
    ],
)  # fmt: skip
def test_a_field_that_is_not_known_is_told_with_what_it_was_meant_to_be(text, path, hint):
    assert for_unknown_field(read(text), SCHEMA, path) == hint


def test_a_field_that_is_there_already_is_suggested_only_when_nothing_else_is_like_it():
    text = "rollen:\n  - {id: a, naam: A, name: B}\n"
    assert for_unknown_field(read(text), SCHEMA, ("rollen", 0, "name")) == "bedoel je ‘naam’?"
    assert (
        for_unknown_field(read("rollen:\n  - {uren: 5, ure: 6}\n"), SCHEMA, ("rollen", 0, "ure")) == "bedoel je ‘uren’?"
    )


@pytest.mark.parametrize(
    ("value", "wanted", "rules", "name", "hint"),
    [
        ("[2028: 5, 2029: 6]", "dict", YEARS, "jaren", "schrijf jaren: {2028: 5, 2029: 6}"),
        ("veel", "dict", YEARS, "jaren", ""),
        ("titel:Handboek", "dict", HANDBOOK, "handboek", "schrijf titel: Handboek, met een spatie na de dubbele punt"),
        ("[a]", "dict", HANDBOOK, "handboek", "haal de streepjes weg en laat de namen recht onder elkaar beginnen"),
        ("n.v.t.", "dict", HANDBOOK, "handboek", "haal de regel handboek: weg als dit er niet is"),
        ("los", "dict", HANDBOOK, "handboek", "zet eronder, twee spaties dieper: titel: … en datum: 2027-03-15"),
        ("los", "dict", HANDBOOK | {"meta": {"voorbeeld": "{titel: X}"}}, "handboek", ""),
        ("adviseur", "dict", ROLE, "", "schrijf - id: adviseur, met de andere velden eronder"),
        ("{id: a}", "list", {"type": "list", "schema": ROLE}, "rollen", "begin elk onderdeel met een streepje: - id: …"),
        ("{}", "list", {"type": "list", "schema": ROLE}, "rollen", "begin elk onderdeel met een streepje"),
        ("a en b", "list", {"type": "list", "schema": REFERENCE}, "leden", "schrijf leden: [a, b]"),
        ("de raad, het college", "list", {"type": "list", "schema": REFERENCE}, "leden", "noem elk kenmerk apart, elk achter een streepje"),
        ("Eerst dit; dan dat", "list", {"type": "list", "schema": {"type": "string"}}, "punten", "begin elk punt op een eigen regel met een streepje: - Eerst dit"),
        ("Eerst dit\n  en dat", "list", {"type": "list", "schema": {"type": "string"}}, "punten", "begin elk punt op een eigen regel met een streepje: - Eerst dit"),
        ("De Adviseur", "list", {"type": "list", "schema": ROLE}, "rollen", "begin elk punt zo: - id: …, met daaronder naam: De Adviseur"),
        ("[a, b]", "string", REFERENCE, "rol", "hier past één kenmerk; kies a of b"),
        ("[a]", "string", REFERENCE, "rol", "schrijf rol: a"),
        ("[hoog, laag]", "string", {"type": "string", "allowed": ["hoog"]}, "kans", "hier past één keuze; kies hoog of laag"),
        ("[invullen]", "string", TITLE, "titel", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
        ("\n  - een\n", "string", TITLE, "titel", "haal één streepje weg"),
        ("\n  - een\n  - twee\n", "string", TITLE, "titel", "hier past één tekst: maak er één zin van"),
        ("[een]", "string", TITLE, "titel", "zet tekst met een dubbele punt, { } of [ ] tussen aanhalingstekens: '…'"),
        ("{naam}", "string", TITLE, "titel", "zet tekst met een dubbele punt, { } of [ ] tussen aanhalingstekens: '…'"),
        ("{naam}", "string", REFERENCE, "rol", ""),
        ("veel", "number", {"type": "number"}, "uren", ""),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_is_told_with_what_to_write(value, wanted, rules, name, hint):
    loaded = read(f"veld: {value}\n")
    node = loaded.value_nodes["veld",]
    assert for_wrong_type(loaded, wanted, plain(node), node, Field(rules), name) == hint


def plain(node):
    """A node as plain data."""
    if node.kind == "text":
        return node.text
    return [plain(one) for one in node.items] if node.kind == "list" else {k.text: plain(v) for k, v in node.pairs}


def test_the_first_fields_of_a_part_are_shown_the_needed_ones_in_front():
    assert expected_form(Field(HANDBOOK)) == "titel: … en datum: 2027-03-15"
    assert expected_form(Field(ROLE)) == "id: … en naam: …"
    assert (
        expected_form(Field({"type": "dict", "schema": {"uren": ROLE["schema"]["uren"], "ja": {"type": "boolean"}}}))
        == "uren: 840 en ja: true"
    )


def test_a_row_is_shown_with_the_words_of_the_writer_where_they_belong():
    assert row_example(Field(ROLE), "adviseur") == "schrijf - id: adviseur, met de andere velden eronder"
    assert row_example(Field(ROLE), "De Adviseur") == "begin elk punt zo: - id: …, met daaronder naam: De Adviseur"
    assert (
        row_example(Field(ROLE), "Let op: dit")
        == row_example(Field(ROLE), "")
        == "begin elk punt zo: - id: …, met daaronder naam: …"
    )
    assert (
        row_example(Field({"type": "dict", "schema": {"tekst": {"type": "string"}}}), "Goed")
        == "begin elk punt zo: - tekst: Goed"
    )


def continued(second, first="kern: Ouderen bewegen in"):
    loaded = read(f"interventie:\n  {first}\n  {second}\n")
    (path,) = loaded.unknown_keys
    return continued_text(loaded, SCHEMA, path)


def test_a_field_that_is_the_rest_of_the_text_above_is_seen_as_that():
    assert continued("Oost: elke week") == "kern"


def test_a_field_after_a_text_that_ended_or_that_looks_like_a_field_is_no_rest_of_it():
    assert continued("Oost: elke week", "kern: Ouderen bewegen.") == ""
    assert continued("Oost: elke week", "kern: Ouderen") == ""
    assert continued("Oost: elke week", "kern: 'Ouderen bewegen in'") == ""
    assert continued("hand-boek: elke week") == ""
    assert continued("Oost: [elke week]") == ""
    assert continued("Oost: elke week", "kern: Ouderen bewegen in\n") == ""


def test_an_unknown_field_resembles_a_missing_one_by_its_letters_or_by_its_title():
    assert resembles("nam", "naam") and resembles("naam (verplicht)", "naam") and resembles("naam:Jan", "naam")
    assert resembles("KvK-nummer", "kvk", "KvK-nummer") and not resembles("KvK-nummer", "naam", "Naam")
    assert not resembles("uren", "naam")
