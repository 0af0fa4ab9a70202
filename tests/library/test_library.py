"""A library of the user's own: what docgen says when a schema in it is not sound."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from docgen.errors import DocgenError
from docgen.library.library import open_library, shipped
from docgen.schema.metaschema.validator import check_fields, check_keys
from docgen.syntax.constructor import SCHEMA, Constructor, read_nodes
from tests.conftest import ROOT
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
    check_for_cerberus(open_library().schema.fields)


def test_a_schema_or_checklist_that_is_too_large_is_refused_and_never_cut(tmp_path):
    for kind, most in (("schemas", 1_000_000), ("checklists", 5_000_000)):
        (tmp_path / kind).mkdir()
        path = tmp_path / kind / "groot.yaml"
        path.write_text("titel: T\nbron: B\nschema: {}\n" + "# vol\n" * (most // 6), encoding="utf-8")
        with pytest.raises(DocgenError, match="groter dan"):
            open_library(tmp_path)
        path.unlink()


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
    ("sectie: dossier\nschema: {jaren: {type: string}}", 3, "‘jaren’ heeft in sjablonen al een betekenis; kies een andere naam"),
    ("nodg: [brief]\nschema: {}", 2, "‘nodg’ bestaat niet; bedoel je ‘nodig’?"),
    ("omschrijving: T", 1, "‘schema’ ontbreekt; beschrijf de velden, of schrijf schema: {}"),
]  # fmt: skip


@pytest.fixture
def brief(tmp_path):
    """Opens a library with this text or these bytes as its schema `brief`; what is wrong with it, and where."""
    path = tmp_path / "schemas" / "brief.yaml"
    path.parent.mkdir()

    def wrong_in(text):
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        try:
            open_library(tmp_path)
        except DocgenError as refused:
            where, _, what = str(refused).partition(": ")
            assert where.startswith(f"schema {path}")
            line = where.removeprefix(f"schema {path}").removeprefix(", regel ")
            return int(line) if line else 0, what
        return None

    return wrong_in


@pytest.mark.parametrize(("text", "line", "message"), UNSOUND)
def test_a_schema_that_is_not_sound_is_named_with_its_line_and_a_remedy(brief, text, line, message):
    found, what = brief(f"titel: Brief\n{text}\n")
    assert (found, what[: len(message)]) == (line, message) or (found == line and message in what)


@pytest.mark.parametrize(
    "command",
    [
        ["types"],
        ["fields", "brief"],
        ["new", "brief"],
        ["schema"],
        ["check", "d.yaml"],
        ["render", "d.yaml"],
        ["partners", "template", "d.yaml", "-o", "l.xlsx"],
        ["batch", "d.yaml", "--per", "partij", "-o", "uit"],
    ],
)
def test_every_command_refuses_it_in_one_line(docgen, tmp_path, command):
    (tmp_path / "lib" / "schemas").mkdir(parents=True)
    (tmp_path / "lib" / "schemas" / "brief.yaml").write_text(
        "titel: Brief\nsectie: dossier\ngebruikt: [partij]\nschema: {}\n"
    )
    (tmp_path / "d.yaml").write_text("dossier: {id: d, titel: T}\n")
    done = docgen(*command, "--library", "lib", cwd=tmp_path)
    assert done.code == 2 and "brief.yaml, regel 3: er is geen onderdeel ‘partij’; bedoel je ‘partijen’?\n" in done.err
    assert done.err.count("\n") == 1


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 10)}]\n" for i in range(9)
)
HOSTILE = [
    (BOMB, 5, "te veel herhalingen met & en *; schrijf de waarden uit"),
    ("titel: &a [*a]", 1, "*a verwijst naar iets dat hiervoor niet is afgerond"),
    ("titel: B\nschema: " + "{a: " * 20_000, 2, "te diep genest"),
    ("titel: B\nx: " + "[" * 100, 2, "te diep genest"),
    ("titel: !!python/object/apply:os.system [ls]", 1, "het label !!python/object/apply:os.system is niet toegestaan"),
    ("titel: !eigen x", 1, "het label !eigen is niet toegestaan"),
    ("titel: B\ntitel: C\nschema: {}", 2, "‘titel’ staat er twee keer; houd er één"),
    ("titel: B\nschema: {a: {type: string, type: date}}", 2, "‘type’ staat er twee keer; houd er één"),
    ("titel: B\n? [a]\n: b", 2, "een naam voor de dubbele punt is gewone tekst"),
    ('titel: "a\\x07b"', 1, "de waarde bevat een onzichtbaar teken (U+0007) dat niet in een document mag; verwijder het teken"),
    ('titel: "a\\ud800b"', 1, ""),
    ("titel: a\x07b", 1, "hier staat een onzichtbaar teken (U+0007)"),
    ("titel: &co", 1, "‘&co’ valt weg: een waarde mag niet met & beginnen; zet de waarde tussen aanhalingstekens"),
    ("titel: B\n---\ntitel: C", 2, "een regel met --- hoort hier niet: een schema is één document"),
    ("titel: B\nschema: {a: {type: integer, min: 012}}", 2, "‘012’ is op meer dan één manier te lezen"),
    ("titel: B\nschema: {a: {type: integer, min: 1_000}}", 2, "‘1_000’ is op meer dan één manier te lezen"),
    ("titel: B\nschema: {a: {type: string, meta: {voorbeeld: 12:30}}}", 2, "‘12:30’ is op meer dan één manier te lezen"),
    ("titel: B\nschema: {a: {type: string, meta: {voorbeeld: 1.10}}}", 2, "‘1.10’ is op meer dan één manier te lezen"),
    ("titel: B\nschema: {a: {type: integer, min: .inf}}", 2, "‘.inf’ is op meer dan één manier te lezen"),
    ("titel: B\nschema: {a: {type: string, meta: {voorbeeld: 2027-02-30}}}", 2, "2027-02-30 is geen bestaande datum"),
    ("titel: B\n<<: tekst\nschema: {}", 2, "achter << hoort een verwijzing"),
    ("titel: B: C", 1, "hier staat nog een dubbele punt met een spatie in dezelfde waarde"),
    ("titel: [", 1, "tussen { } of [ ] ontbreekt een waarde of het sluitende teken"),
    ("- titel", 1, "hier horen namen met een waarde erachter; begin met titel: en schema:"),
    ("tekst", 1, "hier horen namen met een waarde erachter"),
    ("", 0, "het bestand is leeg; begin met titel: en schema:"),
    ("# niets\n", 0, "het bestand is leeg; begin met titel: en schema:"),
    ("titel: Café".encode("cp1252"), 1, "het bestand is niet in UTF-8 opgeslagen"),
    ("titel: B".encode("utf-16-le"), 0, "het bestand is opgeslagen als UTF-16 of UTF-32 zonder kenmerk"),
    (b"PK\x03\x04rest", 0, "dit is een Word-, Excel- of zip-bestand, geen schema; geef het schema zelf"),
    ("titel: B\nfragmenten:\n  f0: {type: dict, schema: {a: {type: string}}}\n" + "".join(f"  f{i}: {{type: dict, schema: {{a: {{fragment: f{i - 1}}}, b: {{fragment: f{i - 1}}}, c: {{fragment: f{i - 1}}}}}}}\n" for i in range(1, 30)) + "schema: {brief: {fragment: f29}}", 11, "te veel velden"),
    ("titel: B\nfragmenten:\n  f0: {type: string}\n" + "".join(f"  f{i}: {{type: dict, schema: {{a: {{fragment: f{i - 1}}}}}}}\n" for i in range(1, 900)) + "schema: {brief: {fragment: f899}}", None, "te diep genest"),
    ("titel: B\nschema: {brief: {type: dict, schema: {" + ", ".join(f"v{i}: {{type: string}}" for i in range(25_000)) + "}}}", 2, "te veel velden"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), HOSTILE)
@pytest.mark.slow
def test_a_schema_that_blows_up_or_hides_something_is_refused_at_its_line(brief, text, line, message):
    found, what = brief(text)
    assert message in what and (line is None or found == line)
    assert "dossier" not in what.partition("bekend zijn")[0]


def test_a_schema_in_utf_16_or_with_a_mark_or_other_line_ends_is_read(brief):
    text = "titel: Café\nsectie: dossier\nschema: {}\n"
    for data in (
        text.encode("utf-16"),
        text.encode("utf-8-sig"),
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").encode(),
    ):
        assert brief(data) is None


def test_the_schemas_of_docgen_hold_the_same_data_as_any_reader_of_yaml_finds():
    def same(one, other):
        assert type(one) is type(other)
        if isinstance(one, dict):
            assert list(one) == list(other)
            [same(one[key], other[key]) for key in one]
        elif isinstance(one, list):
            assert len(one) == len(other)
            [same(*pair) for pair in zip(one, other, strict=True)]
        else:
            assert one == other

    paths = sorted(shipped("schemas").glob("*.yaml"))
    assert len(paths) > 9
    for path in paths:
        read = Constructor(path, SCHEMA).typed(read_nodes(path.read_bytes(), path, SCHEMA, merges=True))
        same(read, yaml.safe_load(path.read_text(encoding="utf-8")))


def test_values_are_typed_as_both_versions_of_yaml_do_and_else_they_are_text(tmp_path):
    text = b"a: [1, -5, +7, 0, 1.5, -0.25, true, False, null, ~, '1', \"true\", yes, no, on, 2027-03-15, 1.2.3, 06-12345678, !!str 5, =, 5 euro]"
    read = Constructor(tmp_path, SCHEMA).typed(read_nodes(text, tmp_path, SCHEMA))["a"]
    assert read == [1, -5, 7, 0, 1.5, -0.25, True, False, None, None, "1", "true", "yes", "no", "on", date(2027, 3, 15), "1.2.3", "06-12345678", "5", "=", "5 euro"]  # fmt: skip
    assert [type(one) for one in read[:5]] == [int, int, int, int, float]


def test_a_schema_may_take_over_fields_with_an_anchor(brief):
    assert (
        brief(
            "titel: B\nschema:\n  brief:\n    type: dict\n    schema: &velden\n      a: {type: string}\n  tweede:\n    type: dict\n    schema:\n      <<: *velden\n      b: {type: date}\n"
        )
        is None
    )
    assert brief("titel: B\nschema:\n  brief: {type: dict, schema: &v {a: {type: strng}}}\n")[0] == 3


def test_schemas_that_are_too_large_together_are_refused(tmp_path):
    (tmp_path / "schemas").mkdir()
    for i in range(5):
        (tmp_path / "schemas" / f"s{i}.yaml").write_text(
            "titel: T\nsectie: dossier\nschema: {}\n" + "# vol\n" * 150_000
        )
    with pytest.raises(DocgenError, match="zijn samen groter dan 4 MB"):
        open_library(tmp_path)


def test_a_template_with_nearly_the_name_of_a_type_is_refused(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "jaarplann.docx").write_bytes((ROOT / "templates" / "jaarplan.docx").read_bytes())
    with pytest.raises(DocgenError, match=r"jaarplann\.docx hoort bij geen documentsoort; bedoel je ‘jaarplan’\?"):
        open_library(tmp_path)
    (tmp_path / "templates" / "jaarplann.docx").rename(tmp_path / "templates" / "oud-model.docx")
    assert open_library(tmp_path).types
