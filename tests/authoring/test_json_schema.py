"""The schema for editors: the same verdict as docgen, and what the real language server makes of it."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from jsonschema import Draft7Validator

from docgen.authoring.json_schema import json_schema
from docgen.dossier import check, load, loads
from docgen.schema.field import iter_values
from docgen.text.characters import ILLEGAL
from tests.conftest import DOSSIERS, ROOT, SAMPLE, _tool, about_shape
from tests.language_server import LanguageServer
from tests.mutants import Plain, as_json, as_written, as_yaml, mutants

SHIPPED = ROOT / "samples" / "dossier.schema.json"
SOUND = [SAMPLE, *sorted(DOSSIERS.glob("*.yaml"))]
ONE_DOCUMENT = "minimaal-raadsbesluit"  # enough for the decision, not for the proposal that its section asks for too
# what a JSON Schema can judge; references, double ids, periods and rules are not among it
SHAPE = {"type", "keuze", "vorm", "bereik", "aantal", "lengte", "leeg", "onbekend", "ontbreekt", "naam", "teken"}
MOSTLY_SMALL, SOME_LARGE = 4000, 25


@pytest.fixture(scope="module")
def schema(library):
    return json_schema(library)


@pytest.fixture(scope="module")
def validator(schema):
    return Draft7Validator(schema)


def properties(schema, path=""):
    """Every property with its path, in free maps and definitions too."""
    for name, inner in schema.items() if isinstance(schema, dict) else ():
        if name in ("properties", "patternProperties") and not path.endswith(("else", "then")):
            yield from ((f"{path}.{field}", value) for field, value in inner.items())
        if name not in ("examples", "if", "then", "else"):
            yield from properties(inner, f"{path}.{name}")


def test_the_schema_is_valid_draft_07(schema):
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_every_property_has_a_title_and_a_description(schema):
    found = dict(properties(schema["properties"], ".dossier"))
    assert len(found) > 200
    assert not [path for path, field in found.items() if not {"title", "description"} <= {**field, **(field.get("allOf") or [{}])[0]}.keys()]  # fmt: skip


def test_every_constraint_stands_where_all_validators_see_it(schema):
    beside = {
        frozenset(field) - {"title", "description", "examples"}
        for _, field in properties(schema["properties"])
        if "$ref" in field
    }
    assert beside == {frozenset({"$ref"})}


def test_every_example_is_right_by_its_own_field(schema):
    examples = [(path, field) for path, field in properties(schema["properties"]) if "examples" in field]
    assert len(examples) > 50
    for path, field in examples:
        alone = Draft7Validator(field | {"definitions": schema["definitions"]})
        assert field["examples"][0] is not None and alone.is_valid(field["examples"][0]), path


def test_an_editor_tells_how_a_field_reads_in_its_sentence(schema):
    told = schema["properties"]["overeenkomst"]["properties"]["opzegging"]["properties"]["vorm"]["description"]
    assert told.endswith("Zo komt het in de zin: Opzeggen gebeurt schriftelijk aan alle partijen.")


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_dossier_is_sound_by_the_schema(path, validator, library):
    if path.stem == ONE_DOCUMENT:
        validator = Draft7Validator(json_schema(library, [library.type_named("raadsbesluit")]))
    assert not list(validator.iter_errors(as_json(as_written(load(path, library).data))))


def test_the_schema_beside_the_sample_is_current(docgen):
    assert docgen("schema").out == SHIPPED.read_text(encoding="utf-8")
    assert SAMPLE.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={SHIPPED.name}\n")


def test_the_schema_of_a_document_asks_what_that_needs_without_its_section(docgen):
    small = {"dossier": {"id": "a", "titel": "T"}, "organisatie": {"naam": "gemeente A"}}
    asked = json.loads(docgen("schema", "overeenkomst").out)
    missing = {error.message for error in Draft7Validator(asked).iter_errors(small)}
    assert missing == {f"'{name}' is a required property" for name in ("interventie", "partijen", "overeenkomst")}
    assert Draft7Validator(json.loads(docgen("schema").out)).is_valid(small)


def test_the_schema_of_an_unknown_document_is_refused(docgen):
    done = docgen("schema", "raadsbesluitt")
    assert (done.code, done.out) == (2, "")
    assert done.err == "docgen: documentsoort ‘raadsbesluitt’ bestaat niet; bedoel je ‘raadsbesluit’?\n"


def test_a_library_adds_its_own_fields_to_the_schema(docgen, tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "brief.yaml").write_text(
        "titel: Brief\nnodig: [brief.aan]\nminstens: {partijen: 3}\n"
        "schema:\n  brief:\n    type: dict\n    meta: {titel: Brief, omschrijving: Een brief.}\n    schema:\n"
        "      aan: {type: string, minlength: 3, maxlength: 5, meta: {titel: Aan, omschrijving: Voor wie.}}\n"
        "      telling: {type: dict, keysrules: {type: integer, min: 8, max: 12}, valuesrules: {type: string, empty: false}}\n",
        encoding="utf-8",
    )
    made = Draft7Validator(json.loads(docgen("schema", "brief", "--library", tmp_path).out))
    for brief, sound in [
        ({"aan": "Anna"}, True), ({"aan": "An"}, False), ({"aan": "Annabel"}, False), ({"aan": None}, False), ({}, False),
        ({"aan": "Anna", "telling": {"8": "a", "12": "b"}}, True), ({"aan": "Anna", "telling": {"7": "a"}}, False),
        ({"aan": "Anna", "telling": {"13": "a"}}, False), ({"aan": "Anna", "telling": {"9": " "}}, False),
        ({"aan": "Anna", "telling": {"9": None}}, False),
    ]:  # fmt: skip
        assert made.is_valid({"brief": brief}) == sound, brief
    assert not made.is_valid({"brief": {"aan": "Anna"}, "partijen": [{"id": "a", "naam": "A"}]})


@pytest.mark.slow
def test_a_day_is_right_in_the_schema_when_it_exists(validator):
    def is_date(text):
        return validator.is_valid({"dossier": {"id": "a", "titel": "T", "peildatum": text}})

    def is_date_here(text):
        return not about_shape(check(loads(f"dossier: {{id: a, titel: T, peildatum: {text}}}".encode())))

    days = [f"{year}-{month:02}-{day:02}" for year in (1899, 1900, 2000, 2027, 2028, 2096, 2100, 2200, 2201) for month in (0, 1, 2, 4, 11, 12, 13) for day in (0, 1, 9, 10, 28, 29, 30, 31, 32)]  # fmt: skip
    assert [day for day in days if is_date(day) != is_date_here(day)] == []
    assert {is_date(day) for day in days} == {True, False}


def has(wanted):
    """Whether a dossier holds a value or name (of a field that docgen knows) that `wanted` points out."""

    def found(data, library):
        return any(wanted(value, field, is_key) for _, value, field, is_key in iter_values(data, library.schema.root))

    return found


def _is_number(value):
    read = value.read if isinstance(value, Plain) else value
    return isinstance(read, int | float) and not isinstance(read, bool)


def _is_blank(value):
    value = value.read if isinstance(value, Plain) else value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is None or (isinstance(value, dict | list) and all(map(_is_blank, inside)))


def _is_odd_number(value, field, _is_key):
    return isinstance(value, Plain) and _is_number(value) and field.kind in ("integer", "number", "amount")


def _is_no_text_in_a_pattern(value, field, is_key):
    read = value.read if isinstance(value, Plain) else value
    return isinstance(read, bool | int | float) and field.pattern and not is_key


def _is_quoted_year(value, field, is_key):
    return is_key and field.kind == "integer" and isinstance(value, str) and re.fullmatch("[0-9]{4}", value)


def _is_hollow(value, _field, _is_key):
    return isinstance(value, dict | list) and _is_blank(value)


# kinds of difference that are meant: why, and whether a dossier has one
EXPLAINED = {
    "getal in andere vorm": (
        "YAML 1.2 makes 12.5 of 12.500, 8 of 08 and 10000 of 1e4; only docgen sees how a number was written",
        has(_is_odd_number),
    ),
    "getal of true als tekst": (
        "the editor reads kvk: 12345 as a number and id: TRUE as a choice, and a pattern is for text; docgen reads what is written",
        has(_is_no_text_in_a_pattern),
    ),
    "jaar tussen aanhalingstekens": (
        'JSON has names of text only, so "2031" and 2031 are one to the editor',
        has(_is_quoted_year),
    ),
    "onzichtbaar teken": (
        "a control character is rare; naming it in every pattern would hide what the pattern is for",
        has(lambda value, _field, _is_key: isinstance(value, str) and ILLEGAL.search(value)),
    ),
    "leeg onderdeel": (
        "where nothing is filled in, docgen takes the part for absent and does not look at the kind of what is in it",
        has(_is_hollow),
    ),
}


class Remembering:
    """The verdict of a schema on whole dossiers. A dossier is valid when each part is and when the whole is, whatever its
    parts are: a part that was judged before, as nearly all were, is not judged again."""

    def __init__(self, schema):
        self.parts = {
            name: Draft7Validator(part | {"definitions": schema["definitions"]})
            for name, part in schema["properties"].items()
        }
        self.whole = Draft7Validator(schema | {"properties": dict.fromkeys(schema["properties"], True)})
        self.verdicts = {}

    def is_valid(self, data):
        if not isinstance(data, dict):
            return self.whole.is_valid(data)
        return all(self._is_valid(*one) for one in data.items() if one[0] in self.parts) and self.whole.is_valid(data)

    def _is_valid(self, name, part):
        key = name, json.dumps(part)
        if key not in self.verdicts:
            self.verdicts[key] = self.parts[name].is_valid(part)
        return self.verdicts[key]


@pytest.mark.slow
def test_part_by_part_a_schema_gives_the_same_verdict(schema, validator, library):
    base = [as_written(load(path, library).data) for path in SOUND[1:]]
    judge, verdicts = Remembering(schema), Counter()
    for data in map(as_json, mutants(base, library.schema, 150, 22)):
        assert judge.is_valid(data) == validator.is_valid(data), data
        verdicts[judge.is_valid(data)] += 1
    assert min(verdicts.values()) > 20


@pytest.fixture(scope="module")
def differences(library, schema):
    """The dossiers on which docgen and the schema disagree, and how often which verdict fell."""
    small = [as_written(load(path, library).data) for path in SOUND[1:]]
    large = [as_written(load(SAMPLE, library).data)]
    verdicts, differing, judge = Counter(), [], Remembering(schema)
    made = [*mutants(small, library.schema, MOSTLY_SMALL, 20), *mutants(large, library.schema, SOME_LARGE, 21)]
    for data in made:
        found = check(loads(as_yaml(data).encode(), library=library))
        here = not any(problem.level == "fout" and problem.code in SHAPE for problem in found)
        verdicts[here] += 1
        if here != judge.is_valid(as_json(data)):
            differing.append(data)
    return differing, verdicts


def test_the_schema_judges_as_docgen_does_but_for_what_is_explained(differences, library):
    differing, verdicts = differences
    assert min(verdicts.values()) > 500 and verdicts.total() == MOSTLY_SMALL + SOME_LARGE
    unexplained = [data for data in differing if not any(is_it(data, library) for _, is_it in EXPLAINED.values())]
    assert not unexplained, "\n".join(as_yaml(data)[:2000] for data in unexplained[:5])


@pytest.mark.parametrize("kind", EXPLAINED)
def test_an_explained_difference_still_occurs(kind, differences, library):
    others = [is_it for name, (_, is_it) in EXPLAINED.items() if name != kind]
    alone = [data for data in differences[0] if not any(is_it(data, library) for is_it in others)]
    assert [data for data in alone if EXPLAINED[kind][1](data, library)], f"{kind}: take it out of EXPLAINED"


@pytest.fixture(scope="module")
def editor(schema, tmp_path_factory):
    folder = tmp_path_factory.mktemp("editor")
    (folder / SHIPPED.name).write_text(json.dumps(schema), encoding="utf-8")
    server = LanguageServer(_tool("yaml-language-server"), folder)
    yield server
    server.stop()


MODELINE = f"# yaml-language-server: $schema={SHIPPED.name}\n"
CORE = MODELINE + "dossier: {id: proef, titel: Proef}\norganisatie: {naam: gemeente Proef}\n"


def underlined(editor, text):
    """Line and columns, counted as a writer does, with the message."""
    found = [(diagnostic["range"]["start"], diagnostic["range"]["end"], diagnostic["message"]) for diagnostic in editor.diagnostics(text)]  # fmt: skip
    return [(start["line"] + 1, start["character"] + 1, end["character"] + 1, told) for start, end, told in found]


@pytest.mark.parametrize(
    "path", [path for path in SOUND if path.stem not in (ONE_DOCUMENT, "indeling-1")], ids=lambda path: path.stem
)
def test_an_editor_underlines_nothing_in_a_sound_dossier(editor, path):
    text = path.read_text(encoding="utf-8")
    assert underlined(editor, text if path == SAMPLE else MODELINE + text) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("begroting: {prijspeil: acht}", (4, 24, 28, "verwacht een geheel getal; schrijf alleen cijfers, zonder aanhalingstekens")),
        ("begroting: {prijspeil: '2028'}", (4, 24, 30, "verwacht een geheel getal; schrijf alleen cijfers, zonder aanhalingstekens")),
        ("begroting: {prijspeil: 1800}", (4, 24, 28, "te klein of te groot; het kleinste is 1990 en het grootste is 2100")),
        ("begroting: [een]", (4, 12, 17, "verwacht namen met een waarde erachter; zet de velden eronder en laat ze inspringen")),
        ("rollen: geen", (4, 9, 13, "verwacht een lijst (regels die beginnen met een streepje); zet elk punt op een eigen regel, na een streepje en een spatie")),
        ("organisatiee: {}", (4, 1, 13, "dit veld bestaat hier niet; bekend zijn: dossier, organisatie, interventie, partijen, rollen, taken, uitsluitingen, begroting, financiering, doelen, monitoring, flexibiliteit, …")),
        ("archief: {bewaren: ja}", (4, 11, 18, "dit veld bestaat hier niet; bekend zijn: selectielijst, resultaat, waardering, bewaartermijn, beperking")),
        ("interventie: {naam: X, sinds: 2027-02-30}", (4, 31, 41, "verwacht een datum; schrijf jaar-maand-dag, zoals 2027-03-15; het jaar is 1900 tot en met 2200")),
        ("interventie: {naam: X, opschaling: {gewenst: misschien}}", (4, 46, 55, "kies uit ja, nee of later")),
        ("interventie: {kern: X}", (4, 1, 12, "‘naam’ ontbreekt. Naam van de aanpak. Voeg toe: naam: Wijkkracht Spoordijk")),
        ("interventie: {naam: , kern: X}", (4, 21, 21, "dit is nog leeg; vul het in")),
        ("interventie: {naam: ' '}", (4, 21, 24, "mag niet leeg zijn; vul een waarde in of haal de regel weg")),
        ("partijen: [{id: extern, naam: X}]", (4, 17, 23, "heeft al een vaste betekenis; kies een ander kenmerk")),
        ("partijen: [{id: a b, naam: X}]", (4, 17, 20, "heeft niet de goede vorm. Kort kenmerk zonder spaties: letters, cijfers, - en _. Andere onderdelen verwijzen ernaar. Bijvoorbeeld merenbroek.")),
        (f"partijen: [{{id: {'x' * 61}, naam: X}}]", (4, 17, 78, "is te lang: ten hoogste 60 tekens")),
        ("waarom_doorgaan: [goed, ~]", (4, 25, 26, "dit punt van de lijst is leeg; vul het in of haal het streepje weg")),
        ("waarom_doorgaan: [{a: b}]", (4, 19, 25, "verwacht tekst; zet tekst die met { of [ begint tussen aanhalingstekens")),
        ("doelen: [{id: D1, tekst: T, tussen: {1989: 1}}]", (4, 38, 42, "verwacht een getal van 1990 tot en met 2100, zonder aanhalingstekens")),
        ("doelen: [{id: D1, tekst: T, tussen: {2028: }}]", (4, 44, 44, "dit is nog leeg; vul het in")),
        ("jaarplan: {jaar: 2028}", (2, 1, 2, "‘interventie’ ontbreekt. De aanpak die geborgd wordt. Voeg toe: interventie: met daaronder naam: Wijkkracht Spoordijk")),
    ],
)  # fmt: skip
def test_an_editor_tells_in_dutch_what_is_wrong_where_it_stands(editor, lines, expected):
    assert underlined(editor, f"{CORE}{lines}\n") == [expected]


def test_an_editor_asks_two_parties_and_a_signer_for_an_agreement(editor):
    lines = "interventie: {naam: X}\novereenkomst: {titel: T, ingang: 2028-01-01}\npartijen:\n  - {id: p, naam: P}\n"
    assert [told.split(".")[0] for *_, told in underlined(editor, CORE + lines)] == [
        "verwacht ten minste 2 partijen (nodig voor samenwerkingsovereenkomst); vul de lijst aan",
        "‘ondertekenaar’ ontbreekt (nodig voor samenwerkingsovereenkomst)",
    ]


def test_an_editor_takes_a_part_that_is_still_empty_for_one_that_is_not_there(editor):
    assert underlined(editor, f"{CORE}interventie:\n  naam:\n  kern:\nrollen:\n  - id:\n    naam:\n") == []


def test_an_editor_offers_the_fields_that_are_not_there_yet_with_their_meaning(editor):
    offered = editor.completions(f"{CORE}partijen:\n  - id: p\n    naam: P\n    \n", 6, 4)
    assert {"ondertekenaar", "kvk", "getekend_op"} <= set(offered) and not {"id", "naam", "rollen"} & set(offered)
    assert (
        offered["ondertekenaar"]["documentation"]
        == "Functie zonder lidwoord en zonder naam van een persoon. Zo komt het in de zin: rechtsgeldig vertegenwoordigd door de directeur-bestuurder"
    )


def test_an_editor_offers_the_choices_of_a_field(editor):
    offered = editor.completions(f"{CORE}interventie:\n  erkenning:\n    van_belang: \n", 5, 16)
    assert list(offered) == ["ja", "nee", "later", "null"]


@pytest.mark.parametrize(
    ("line", "column", "told"),
    [
        (3, 2, ["#### Rollen", "Functies die het werk doen, met uren per jaar."]),
        (4, 5, ["#### Kenmerk", "Kort kenmerk zonder spaties"]),
        (5, 5, ["#### Naam", "Naam van de functie."]),
        (6, 5, ["#### Partij", "hoort. Kenmerk uit ‘partijen’."]),
        (7, 14, ["#### Vervanger", "Kenmerk uit ‘rollen’.", "wijkcoordinator"]),
        (9, 5, ["#### Datum", "Dag waarop het klaar is."]),
        (13, 59, ["#### Bedragen per jaar", "2028: 12500, 2029: 12500.50"]),
        (13, 22, ["#### Partij", "Kenmerk uit ‘partijen’ of ‘extern’."]),
        (13, 74, ["#### Bedrag", "Bedrag in euro's"]),
        (14, 21, ["#### Inlichtingen", "Kenmerk uit ‘rollen’ of vrije tekst."]),
    ],
)
def test_an_editor_explains_the_word_under_the_pointer(editor, line, column, told):
    text = CORE + (
        "rollen:\n  - id: r\n    naam: R\n    partij: p\n    vervanger: r\n"
        "mijlpalen:\n  - datum: 2028-01-01\n    tekst: T\n    soort: overig\n"
        "financiering:\n  - {id: F1, partij: extern, bron: B, aard: structureel, bedragen: {2028: 5}}\n"
        "raadsvoorstel: {inlichtingen: r}\n"
    )
    shown = editor.hover(text, line, column)
    assert [part for part in told if part not in shown] == []
