"""Schema files as plain data: read with care, kept for a next time, and what is wrong in one has its line."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.library.library import open_library
from docgen.library.schema_files import read_schemas
from docgen.system import store


def test_a_schema_or_checklist_that_is_too_large_is_refused_and_never_cut(tmp_path):
    for kind, most in (("schemas", 1_000_000), ("checklists", 5_000_000)):
        (tmp_path / kind).mkdir()
        path = tmp_path / kind / "groot.yaml"
        path.write_text("titel: T\nbron: B\nschema: {}\n" + "# vol\n" * (most // 6), encoding="utf-8")
        with pytest.raises(DocgenError, match="groter dan"):
            open_library(tmp_path)
        path.unlink()


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


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A function that writes schema files and gives where they are; nothing of another test is known."""
    monkeypatch.setenv(store.SWITCH, str(tmp_path / "cache"))

    def written(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return {name: tmp_path / f"{name}.yaml" for name in texts}

    return written


@pytest.fixture
def docgens(own):
    """Schema files as docgen has them: the core and one document."""
    return own(
        dossier="fragmenten: {tekst: {type: string}}\nschema: {partner: {type: dict, schema: {naam: {fragment: tekst}}}}\n",
        nota="titel: Nota\nschema: {nota: {type: dict, schema: {aan: {type: string}}}}\n",
    )


LETTER = "titel: Brief\nschema: {brief: {type: dict, schema: {aan: {type: string}}}}\n"


def test_types_fields_and_fragments_of_docgen_and_of_a_library_come_together(docgens, own):
    types, fields, core, _ = read_schemas(
        docgens, own(brief=LETTER, velden="aanvulling: {partner: {straat: {type: string}}}\n")
    )
    assert types["brief"]["titel"] == "Brief" and types.keys() == {"nota", "brief"}
    assert fields["partner"]["schema"].keys() == {"naam", "straat"} and fields.keys() == {"partner", "nota", "brief"}
    assert core["fragmenten"] == {"tekst": {"type": "string"}}


def test_without_a_library_there_are_the_types_of_docgen_alone(docgens, own):
    types, fields, _, digest = read_schemas(docgens, own())
    assert types.keys() == {"nota"} and fields.keys() == {"partner", "nota"} and len(digest) == 64


def test_the_digest_is_another_when_a_file_is(docgens, own):
    digests = [
        read_schemas(docgens, own(**texts))[3]
        for texts in (
            {},
            {"brief": LETTER},
            {"brief": LETTER + "# iets\n"},
            {"memo": LETTER.replace("brief:", "memo:")},
            {"brief": LETTER},
        )
    ]
    assert len(set(digests)) == 4 and digests[1] == digests[4]


def test_what_was_read_is_kept_and_is_the_same_the_next_time(docgens, own, tmp_path):
    files = own(brief=LETTER)
    assert read_schemas(docgens, files) == read_schemas(docgens, files)
    kept = {path.name for path in (tmp_path / "cache").iterdir()} - {store.KEY}
    assert len(kept) == 2
    for name in kept:
        store.save(
            name, store.dumps({"dossier": {"fragmenten": {}, "schema": {}}, "gevonden": {"titel": "T", "schema": {}}})
        )
    assert "gevonden" in read_schemas(docgens, {})[0]


def test_what_does_not_fit_is_told_with_the_line_in_its_own_file(docgens, own, tmp_path):
    files = own(brief=LETTER, velden="omschrijving: O\naanvulling:\n  partner:\n    naam: {type: string}\n")
    with pytest.raises(DocgenError) as refused:
        read_schemas(docgens, files)
    assert str(refused.value).startswith(f"schema {tmp_path}/velden.yaml, regel 4: ‘naam’ bestaat al in ‘partner’")
