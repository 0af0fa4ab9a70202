"""Is a schema sound in itself: every key, field, rule and pattern, and the first fault at its place."""

from __future__ import annotations

import pytest
import yaml

from docgen.library.library import open_library, shipped
from docgen.schema.metaschema.keywords import Unsound
from docgen.schema.metaschema.validator import check_fields, check_fragments, check_keys, check_pattern
from tests.fuzz.test_library_fuzz import check_for_cerberus


def test_the_shipped_schemas_are_sound():
    contents = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in shipped("schemas").glob("*.yaml")
    }
    fragments = contents["dossier"]["fragmenten"]
    assert len(contents) > 9
    for content in contents.values():
        check_keys(content)
        assert check_fields(content["schema"], fragments, ("schema",)).keys() == content["schema"].keys()
    check_for_cerberus(open_library().schema.root.rules["schema"])


TEXT = {"type": "string"}


def refused(check, *given):
    with pytest.raises(Unsound) as fault:
        check(*given)
    return fault.value.steps, str(fault.value)


@pytest.mark.parametrize(
    ("content", "steps", "message"),
    [
        ({"titl": "B"}, ("titl",), "‘titl’ bestaat niet; bedoel je ‘titel’?"),
        ({"titel": ""}, ("titel",), "bij ‘titel’ hoort tekst"),
        ({"nodig": ["dossier", 5]}, ("nodig", 1), "‘5’ is geen naam; zet hem tussen aanhalingstekens"),
        (
            {"varianten": {"a": "A", "b c": "B"}},
            ("varianten", "b c"),
            "bij een variant hoort een naam van letters en streepjes, met een titel als tekst",
        ),
    ],
)
def test_a_key_of_a_file_is_known_and_holds_what_it_should(content, steps, message):
    check_keys({"titel": "Brief", "nodig": ["dossier"], "varianten": {"kort": "Kort"}, "schema": {}})
    assert refused(check_keys, content) == (steps, message)


def test_a_fragment_of_a_file_has_a_name_of_its_own():
    check_fragments({"mijn": {"fragment": "tekst"}}, {"tekst": TEXT})
    assert refused(check_fragments, {"tekst": TEXT}, {"tekst": TEXT}) == (
        ("fragmenten", "tekst"),
        "het fragment ‘tekst’ bestaat al in docgen; kies een andere naam",
    )
    assert refused(check_fragments, {5: TEXT}, {})[0] == ("fragmenten", 5)


def test_sound_fields_come_back_with_their_fragments_filled_in():
    text = {"type": "string", "meta": {"titel": "Tekst"}}
    fields = {"brief": {"type": "dict", "schema": {"aan": {"fragment": "tekst"}}}}
    assert check_fields(fields, {"tekst": text}, ("schema",)) == {"brief": {"type": "dict", "schema": {"aan": text}}}
    assert "fragment" in fields["brief"]["schema"]["aan"]


@pytest.mark.parametrize(
    ("rules", "steps", "message"),
    [
        ({}, (), "bij ‘a’ ontbreekt het soort waarde (type); schrijf {type: string} of {fragment: tekst}"),
        ({"type": "tekst"}, ("type",), "bij ‘a’ bestaat het soort ‘tekst’ niet; bedoel je ‘string’?"),
        ({"type": "string", "requird": True}, ("requird",), "bij ‘a’ bestaat ‘requird’ niet; bedoel je ‘required’?"),
        ({"type": "date", "regex": "x"}, ("regex",), "bij ‘a’ kan regex niet bij een veld van het soort date; haal het weg"),
        ({"type": "string", "required": 1}, ("required",), "bij ‘a’ hoort achter required: true of false"),
        ({"type": "integer", "min": 0.5}, ("min",), "bij ‘a’ passen de waarden achter min niet bij het soort integer; schrijf een getal zonder aanhalingstekens"),
        ({"type": "string", "minlength": 3, "maxlength": 2}, ("minlength",), "bij ‘a’ is minlength groter dan maxlength; draai ze om"),
        ({"type": "string", "meta": {"titl": "T"}}, ("meta", "titl"), "bij ‘a’, onder meta, bestaat ‘titl’ niet; bedoel je ‘titel’?"),
        ({"type": "string", "meta": {"zin": {"vorm": "B", "raam": "Ritme: {…}.", "voorbeeld": "elke maand"}}}, ("meta", "zin"), "bij ‘a’, onder meta, hoort achter zin: een raam zonder dubbele punt voor {…}: maak er een zin van"),
        ({"type": "date", "meta": {"zin": {"vorm": "B"}}}, ("meta", "zin"), "bij ‘a’, onder meta, kan zin niet bij een veld van het soort date; haal het weg"),
        ({"type": "string", "anyof": [{"min": 1}]}, ("anyof", 0, "min"), "bij ‘a’ kan min niet bij een veld van het soort string; haal het weg"),
        ({"type": "string", "anyof": [{"xyz": {}}]}, ("anyof", 0, "xyz"), "bij ‘a’ kan hier ‘xyz’ niet; bekend zijn: type, allowed, forbidden, regex, min, max, minlength, maxlength, empty"),
        ({"type": "dict", "schema": {"b": {"type": "string", "excludes": "c"}}}, ("schema", "b", "excludes"), "bij ‘a › b’ noemt excludes ‘c’, maar dat veld staat er niet naast; bekend zijn: b"),
        ({"type": "string", "dependencies": "c"}, ("dependencies",), "bij ‘a’ noemt dependencies ‘c’, maar dat veld staat er niet naast; bekend zijn: a"),
        ({"type": "date", "max": 5}, ("max",), "bij ‘a’ passen de waarden achter max niet bij het soort date; schrijf een datum, zoals 2027-03-15"),
        ({"type": "dict", "schema": {}, "keysrules": TEXT, "valuesrules": TEXT}, (), "bij ‘a’ staan schema en keysrules of valuesrules; kies één van de twee"),
        ({"type": "dict", "valuesrules": TEXT}, (), "bij ‘a’ horen keysrules en valuesrules bij elkaar; schrijf ze allebei"),
        ({"type": "dict", "keysrules": {"type": "date"}, "valuesrules": TEXT}, ("keysrules", "type"), "bij ‘a’ zijn de namen tekst of een jaar; schrijf string of integer"),
        ({"type": "dict", "keysrules": {"type": "integer", "max": 10_000}, "valuesrules": TEXT}, ("keysrules",), "bij ‘a’ gaan de namen van 0 tot en met 9999; kies min en max daarbinnen"),
        ({"type": "list", "meta": {"uniek": ["nr"]}, "schema": {"type": "dict", "schema": {"id": TEXT}}}, ("meta", "uniek", 0), "bij ‘a’ noemt uniek ‘nr’, maar een rij heeft dat veld niet; bekend zijn: id"),
        ({"type": "dict", "meta": {"een_van": {"rol": "uur"}}, "schema": {"rol": TEXT, "uren": TEXT}}, ("meta", "een_van", "rol"), "bij ‘a’ noemt een_van ‘uur’, maar dat veld staat er niet in; bedoel je ‘uren’?"),
        ({"type": "dict", "schema": {"B": TEXT, "b": TEXT}}, ("schema", "b"), "‘b’ staat er ook als ‘B’; houd er één"),
        ({"type": "dict", "schema": {"b.c": TEXT}}, ("schema", "b.c"), "‘b.c’ kan geen naam van een veld zijn; gebruik letters, cijfers en _"),
        ({"type": "dict", "schema": {5: TEXT}}, ("schema", 5), "‘5’ is geen naam; zet hem tussen aanhalingstekens"),
    ],
)  # fmt: skip
def test_a_rule_that_is_not_sound_is_refused_at_its_place(rules, steps, message):
    assert refused(check_fields, {"a": rules}, {}, ("schema",)) == (("schema", "a", *steps), message)


def test_years_from_0_to_9999_may_be_names():
    years = {
        "type": "dict",
        "keysrules": {"type": "integer", "min": 0, "max": 9_999},
        "valuesrules": {"type": "amount"},
    }
    assert check_fields({"a": years}, {}, ()) == {"a": years}


def test_a_pattern_can_be_read_and_is_matched_in_linear_time():
    check_pattern(r"[a-z]+\d{2}", ("regex",), "bij ‘a’")
    for pattern in ("(", "[[a]", "a{2,1}"):
        assert refused(check_pattern, pattern, ("regex",), "bij ‘a’") == (
            ("regex",),
            "bij ‘a’ is het patroon achter regex: niet te lezen; controleer de haakjes, of haal het weg",
        )
    assert refused(check_pattern, "(a+)+", ("regex",), "bij ‘a’")[1].startswith(
        "bij ‘a’ kan het patroon achter regex: te lang duren: ‘aa’ past er op meer dan één manier in; maak het eenvoudiger"
    )
