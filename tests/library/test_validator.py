"""Do the schemas of a library fit docgen's own and each other: the first that does not, at its line with a remedy."""

from __future__ import annotations

import pytest

from docgen.library.library import open_library, shipped
from docgen.library.validator import UnsoundFile, is_type, joined_fields
from tests.library.brief_library import opened_with, refused

# what stands below `titel: Brief` -> the line, and what is said of it
UNSOUND = [
    ("schema: {brief: tekst}", 2, "bij ‘brief’ ontbreekt het soort waarde (type); schrijf {type: string} of {fragment: tekst}"),
    ("schema:\n  brief:\n    type: dict\n    schema:\n      x: {required: true}", 6, "bij ‘brief › x’ ontbreekt het soort waarde (type)"),
    ("schema: {brief: {type: dict, schemaa: {}}}", 2, "bij ‘brief’ bestaat ‘schemaa’ niet; bedoel je ‘schema’?"),
    ("schema:\n  brief:\n    type: dict\n    schema:\n      x:\n        type: strng", 7, "bij ‘brief › x’ bestaat het soort ‘strng’ niet; bedoel je ‘string’?"),
    ("schema: {brief: {type: datum}}", 2, "bij ‘brief’ bestaat het soort ‘datum’ niet; bedoel je ‘date’?"),
    ("schema: {brief: {type: [string, integer]}}", 2, "bestaat het soort ‘['string', 'integer']’ niet; bekend zijn: string"),
    ("schema: {brief: {type: string, regex: '('}}", 2, "bij ‘brief’ is het patroon achter regex: niet te lezen"),
    ("schema: {brief: {type: string, regex: '(a+)+'}}", 2, "bij ‘brief’ kan het patroon achter regex: te lang duren: ‘aa’ past er op meer dan één manier in"),
    ("schema: {brief: {type: list, schema: {type: string, regex: '.*.*'}}}", 2, "te lang duren"),
    ("schema: {brief: {type: dict, keysrules: {type: string, regex: '(a|aa)*'}, valuesrules: {type: string}}}", 2, "te lang duren"),
    ("schema: {brief: {type: dict, keysrules: {type: string}, valuesrules: {type: string, regex: 'a*a*'}}}", 2, "te lang duren"),
    ("schema: {brief: {type: string, anyof: [{regex: '[a-z]'}, {regex: '(a*)*'}]}}", 2, "te lang duren"),
    ("schema: {brief: {fragment: mijn}}\nfragmenten:\n  mijn: {type: string, regex: '(a+)+'}", 4, "bij ‘mijn’ kan het patroon achter regex: te lang duren"),
    ("schema: {brief: {type: integer, regex: '1'}}", 2, "bij ‘brief’ kan regex niet bij een veld van het soort integer; haal het weg"),
    ("schema: {brief: {type: string, required: ja}}", 2, "bij ‘brief’ hoort achter required: true of false"),
    ("schema: {brief: {type: string, coerce: int}}", 2, "bij ‘brief’ bestaat ‘coerce’ niet"),
    ("schema: {brief: {type: string, check_with: x}}", 2, "bij ‘brief’ bestaat ‘check_with’ niet"),
    ("schema: {brief: {type: integer, min: 5, max: 3}}", 2, "bij ‘brief’ is min groter dan max; draai ze om"),
    ("schema: {brief: {type: integer, min: vijf}}", 2, "bij ‘brief’ hoort achter min: een getal of een datum"),
    ("schema: {brief: {type: date, min: 5}}", 2, "passen de waarden achter min niet bij het soort date; schrijf een datum, zoals 2027-03-15"),
    ("schema: {brief: {type: string, allowed: [1, 2]}}", 2, "passen de waarden achter allowed niet bij het soort string"),
    ("schema: {brief: {type: string, allowed: ja}}", 2, "hoort achter allowed: een lijst met waarden, zoals [open, klaar]"),
    ("schema: {brief: {type: dict, keysrules: {type: string}}}", 2, "horen keysrules en valuesrules bij elkaar"),
    ("schema: {brief: {type: dict, keysrules: {type: integer, max: 999999999}, valuesrules: {type: string}}}", 2, "gaan de namen van 0 tot en met 9999"),
    ("schema: {brief: {type: list, schema: [{type: string}]}}", 2, "hoort achter schema: een beschrijving van wat erin staat"),
    ("schema: {brief: {type: string, meta: {ref: 5}}}", 2, "bij ‘brief’, onder meta, hoort achter ref: de naam van een lijst"),
    ("schema: {brief: {type: string, meta: {ref: rolen}}}", 2, "er is geen onderdeel ‘rolen’; bedoel je ‘rollen’?"),
    ("schema: {brief: {type: string, meta: {ref: organisatie}}}", 2, "‘organisatie’ is geen lijst met een id in elke rij"),
    ("schema: {brief: {type: string, meta: uitleg}}", 2, "bij ‘brief’ hoort achter meta: een titel en een omschrijving"),
    ("schema: {brief: {type: string, meta: {titl: T}}}", 2, "bij ‘brief’, onder meta, bestaat ‘titl’ niet; bedoel je ‘titel’?"),
    ("schema: {brief: {type: string, meta: {titel: [a]}}}", 2, "hoort achter titel: tekst"),
    ("schema: {brief: {type: list, meta: {uniek: [nr]}, schema: {type: dict, schema: {nummer: {type: string}}}}}", 2, "bij ‘brief’ noemt uniek ‘nr’, maar een rij heeft dat veld niet; bekend zijn: nummer"),
    ("schema: {brief: {fragment: nergens}}", 2, "het fragment ‘nergens’ bestaat niet"),
    ("schema: {brief: {fragment: teksst}}", 2, "het fragment ‘teksst’ bestaat niet; bedoel je ‘tekst’?"),
    ("schema: {brief: {fragment: a}}\nfragmenten:\n  a: {type: dict, schema: {x: {fragment: b}}}\n  b: {fragment: a}", 4, "het fragment ‘b’ verwijst naar zichzelf"),
    ("schema: {brief: {fragment: a}}\nfragmenten:\n  tekst: {type: string}", 4, "het fragment ‘tekst’ bestaat al in docgen; kies een andere naam"),
    ("schema: {brief: {type: dict, schema: {fragment: {type: string}}}}", 2, "achter ‘fragment’ hoort de naam van een fragment; een veld kan niet zo heten"),
    ("schema: {5: {type: string}}", 2, "‘5’ is geen naam; zet hem tussen aanhalingstekens"),
    ("schema: {brief: {type: dict, schema: {a.b: {type: string}}}}", 2, "‘a.b’ kan geen naam van een veld zijn"),
    ("schema: {brief: {type: dict, schema: {Aan: {type: string}, aan: {type: string}}}}", 2, "‘aan’ staat er ook als ‘Aan’; houd er één"),
    ("schema:", 2, "bij ‘schema’ hoort een beschrijving per veld"),
    ("schema: [brief]", 2, "bij ‘schema’ hoort een beschrijving per veld"),
    ("schema: {}", 1, "er is geen onderdeel ‘brief’ dat om dit document vraagt; beschrijf ‘brief’ onder schema, of schrijf sectie: met een onderdeel"),
    ("schema: {post: {type: string}}", 1, "er is geen onderdeel ‘brief’ dat om dit document vraagt; schrijf sectie: post"),
    ("sectie: organisatei\nschema: {}", 2, "er is geen onderdeel ‘organisatei’; bedoel je ‘organisatie’?"),
    ("nodig: 3\nschema: {}", 2, "bij ‘nodig’ hoort een lijst met onderdelen"),
    ("nodig:\n  - dossier\n  - 5\nschema: {}", 4, "‘5’ is geen naam; zet hem tussen aanhalingstekens"),
    ("sectie: dossier\nnodig:\n  - dossier\n  - organisatie.adres\nschema: {}", 5, "‘organisatie’ heeft geen veld ‘adres’; bekend zijn: naam, plaats, tooi, begrotingsprogramma, taakveld, afdeling; of voeg het toe met aanvulling: {organisatie: {adres: {type: string}}}"),
    ("sectie: dossier\nnodig: [partijen.naam]\nschema: {}", 3, "‘partijen’ is een lijst; schrijf partijen[].naam"),
    ("sectie: dossier\nnodig: ['organisatie[].naam']\nschema: {}", 3, "‘organisatie’ is geen lijst; haal [] weg"),
    ("sectie: dossier\nnodig: ['begroting.posten[].bedragen.2028']\nschema: {}", 3, "heeft geen eigen velden; noem alleen begroting.posten[].bedragen"),
    ("sectie: dossier\ngebruikt: [partij]\nschema: {}", 3, "er is geen onderdeel ‘partij’; bedoel je ‘partijen’?"),
    ("sectie: dossier\nminstens: {partij: 2}\nschema: {}", 3, "er is geen onderdeel ‘partij’; bedoel je ‘partijen’?"),
    ("sectie: dossier\nminstens: {organisatie: 2}\nschema: {}", 3, "‘organisatie’ is geen lijst; haal het weg bij minstens"),
    ("sectie: dossier\nminstens: {partijen: 999999999}\nschema: {}", 3, "bij ‘partijen’ hoort een heel getal van 1 tot en met 100"),
    ("sectie: dossier\nvarianten: {a b: [x]}\nschema: {}", 3, "bij een variant hoort een naam van letters en streepjes, met een titel als tekst"),
    ("sectie: dossier\nper_partij: altijd\nschema: {}", 3, "bij ‘per_partij’ hoort een keuze: eigen deel, geheel, niet"),
    ("sectie: dossier\nrapport: ja\nschema: {}", 3, "bij ‘rapport’ hoort true of false"),
    ("sectie: dossier\nopenbaar: ja\nschema: {}", 3, "bij ‘openbaar’ hoort true, false, of een lijst met varianten, zoals [bestuur]"),
    ("sectie: dossier\nopenbaar: [raad]\nschema: {}", 3, "schrijf openbaar: true of false"),
    ("sectie: dossier\nvarianten: {raad: Voor de raad, team: Voor het team}\nopenbaar: [raat]\nschema: {}", 4, "er is geen variant ‘raat’; bedoel je ‘raad’?"),
    ("sectie: dossier\nschema: {jaren: {type: string}}", 3, "‘jaren’ heeft in sjablonen al een betekenis; kies een andere naam"),
    ("nodg: [brief]\nschema: {}", 2, "‘nodg’ bestaat niet; bedoel je ‘nodig’?"),
    ("omschrijving: T", 1, "‘schema’ ontbreekt; beschrijf de velden, of schrijf schema: {}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), UNSOUND)
def test_a_schema_that_is_not_sound_is_named_with_its_line_and_a_remedy(brief, text, line, message):
    found, what = brief(f"titel: Brief\n{text}\n")
    assert (found, what[: len(message)]) == (line, message) or (found == line and message in what)


def test_a_file_that_only_adds_fields_is_no_document(folder):
    library = opened_with(folder, "aanvulling: {organisatie: {adres: {fragment: tekst}}}\n", "overeenkomst")
    assert library.types["overeenkomst"].needs and "adres" in library.schema.fields["organisatie"].children
    library = opened_with(folder, "aanvulling: {organisatie: {telefoon: {fragment: tekst}}}\n", "velden")
    assert "velden" not in library.types and "telefoon" in library.schema.fields["organisatie"].children


def test_a_copy_of_the_core_is_refused_with_the_way_out(folder):
    core = (open_library.__globals__["shipped"]("schemas") / "dossier.yaml").read_text(encoding="utf-8")
    assert refused(folder, core, "dossier") == (
        ", regel 3: de kern van docgen kan niet vervangen worden; houd alleen over wat u toevoegt: aanvulling: {partner: {straat: {type: string}}}"
    )


def test_a_file_of_docgen_may_be_replaced_by_one_that_has_all_of_its_fields(folder):

    text = (shipped("schemas") / "raadsvoorstel.yaml").read_text(encoding="utf-8")
    more = text.replace("      onderwerp: {", "      kenmerk_zaak: {fragment: tekst}\n      onderwerp: {", 1)
    library = opened_with(folder, more, "raadsvoorstel")
    assert library.schema.field_at(("raadsvoorstel", "kenmerk_zaak"))
    less = text.replace(
        "            nr: {type: integer, required: true, min: 1", "            nr: {type: integer, min: 1", 1
    )
    assert "bij ‘raadsvoorstel › beslispunten › nr’ is required hier anders dan in docgen" in refused(
        folder, less, "raadsvoorstel"
    )
    assert "‘raadsvoorstel’ van docgen ontbreekt hier" in refused(
        folder, "titel: T\nsectie: dossier\nschema: {}", "raadsvoorstel"
    )


SHIPPED = {
    "dossier": {
        "fragmenten": {"tekst": {"type": "string", "empty": False}},
        "schema": {
            "partner": {"type": "dict", "schema": {"naam": {"fragment": "tekst"}}},
            "partijen": {"type": "list", "schema": {"type": "dict", "schema": {"id": {"type": "string"}}}},
        },
    },
    "nota": {"titel": "Nota", "schema": {"nota": {"type": "dict", "schema": {"aan": {"type": "string"}}}}},
}


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        ({"titel": "T", "schema": {}}, True),
        ({"titel": "T", "schema": {}, "aanvulling": {}}, True),
        ({"aanvulling": {}, "fragmenten": {}, "omschrijving": "O"}, False),
        ({"omschrijving": "O"}, True),
    ],
)
def test_a_file_describes_a_document_unless_it_only_adds_fields(content, is_one):
    assert is_type(content) is is_one


def test_the_fields_of_docgen_and_of_a_library_stand_beside_each_other():
    own = {
        "brief": {"titel": "Brief", "nodig": ["partijen[].postadres"], "schema": {"brief": {"fragment": "tekst"}}},
        "velden": {"aanvulling": {"partijen": {"postadres": {"fragment": "tekst"}}}},
    }
    fields = joined_fields(SHIPPED, own)
    assert fields.keys() == {"partner", "partijen", "nota", "brief"}
    assert fields["brief"] == fields["partijen"]["schema"]["schema"]["postadres"]
    assert (fields["brief"]["type"], fields["brief"]["empty"]) == ("string", False)
    assert fields["partner"]["schema"].keys() == {"naam", "postadres"}  # who signs is a party
    assert SHIPPED["dossier"]["schema"]["partner"]["schema"].keys() == {"naam"}


def test_a_fault_knows_its_file_and_the_way_to_it():
    own = {
        "goed": {"aanvulling": {"partner": {"straat": {"fragment": "tekst"}}}},
        "brief": {"titel": "B", "schema": {}, "gebruikt": ["partner", "partij"]},
    }
    own["brief"]["sectie"] = "partner"
    with pytest.raises(UnsoundFile) as unsound:
        joined_fields(SHIPPED, own)
    assert (unsound.value.name, unsound.value.steps) == ("brief", ("gebruikt", 1))
    assert str(unsound.value) == "er is geen onderdeel ‘partij’; bedoel je ‘partijen’?"


def test_what_replaces_a_file_of_docgen_may_have_more_and_never_less():
    more = {
        "nota": {
            "titel": "Nota",
            "schema": {"nota": {"type": "dict", "schema": {"aan": {"type": "string"}, "cc": {"type": "string"}}}},
        }
    }
    assert joined_fields(SHIPPED, more)["nota"]["schema"].keys() == {"aan", "cc"}
    less = {"nota": {"titel": "Nota", "schema": {"nota": {"type": "dict", "schema": {"cc": {"type": "string"}}}}}}
    with pytest.raises(UnsoundFile, match="‘nota › aan’ is hier anders dan in docgen; neem het over uit het schema"):
        joined_fields(SHIPPED, less)


def test_a_file_that_only_adds_fields_leaves_the_document_of_its_name_as_it_is():
    fields = joined_fields(SHIPPED, {"nota": {"aanvulling": {"nota": {"cc": {"type": "string"}}}}})
    assert fields["nota"]["schema"].keys() == {"aan", "cc"}


def test_two_files_may_describe_one_part_in_the_same_words_only():
    def described(kind):
        return {"titel": "T", "sectie": "post", "schema": {"post": {"type": kind}}}

    assert (
        joined_fields(SHIPPED, {"brief": described("string"), "kaart": described("string")})["post"]["type"] == "string"
    )
    with pytest.raises(UnsoundFile) as unsound:
        joined_fields(SHIPPED, {"brief": described("string"), "kaart": described("date")})
    assert (unsound.value.name, unsound.value.steps) == ("kaart", ("schema", "post"))
    assert str(unsound.value) == (
        "‘post’ staat ook in brief.yaml, met andere velden; maak ze gelijk of kies een andere naam"
    )


REF = {"type": "string", "meta": {"ref": "partner"}}


@pytest.mark.parametrize(
    ("rules", "steps"),
    [
        ({"type": "dict", "keysrules": REF, "valuesrules": {"type": "number"}}, ("keysrules",)),
        ({"type": "list", "schema": REF}, ("schema",)),
        ({"type": "list", "schema": {"type": "dict", "schema": {"wie": REF}}}, ("schema", "schema", "wie")),
        ({"type": "dict", "schema": {"wie": REF}}, ("schema", "wie")),
    ],
)
def test_a_reference_leads_to_a_list_wherever_it_stands(rules, steps):
    with pytest.raises(UnsoundFile, match="‘partner’ is geen lijst met een id in elke rij") as unsound:
        joined_fields(SHIPPED, {"wie": {"titel": "T", "schema": {"wie": rules}}})
    assert unsound.value.steps == ("schema", "wie", *steps, "meta", "ref")
