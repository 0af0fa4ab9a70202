"""YAML that is no dossier as plain data: values typed as both versions of YAML do, or refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from docgen.errors import DocgenError
from docgen.library.library import shipped
from docgen.syntax.constructor import CHECKLIST, SCHEMA, Constructor, is_merge, line_of, merged_maps, read_nodes


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


PATH = Path("brief.yaml")


def read(text, wording=SCHEMA, merges=True):
    return read_nodes(text.encode(), PATH, wording, merges)


def typed(text):
    return Constructor(PATH, SCHEMA).typed(read(text))


def refused(text):
    with pytest.raises(DocgenError) as fault:
        typed(text)
    return str(fault.value)


def test_all_of_a_checklist_is_text_on_one_line():
    root = read(
        "punten:\n  - tekst: >-\n      een\u00a0 twee\n      drie\n    nr: 1.10\n    dag: 2027-03-15\n    leeg:\n",
        CHECKLIST,
    )
    assert Constructor(PATH, CHECKLIST).text(root) == {
        "punten": [{"tekst": "een twee drie", "nr": "1.10", "dag": "2027-03-15", "leeg": None}]
    }


def test_an_empty_file_is_told_how_such_a_file_begins():
    for wording, told in (
        (SCHEMA, "schema brief.yaml: het bestand is leeg; begin met titel: en schema:"),
        (CHECKLIST, "checklist brief.yaml: het bestand is leeg; begin met titel: en bron:"),
    ):
        with pytest.raises(DocgenError) as fault:
            read(" \n", wording)
        assert str(fault.value) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb: 0123", "regel 2: ‘0123’ is op meer dan één manier te lezen; schrijf een gewoon getal, of zet de waarde tussen aanhalingstekens als het tekst is"),
        ("a: 2027-02-30", "regel 1: 2027-02-30 is geen bestaande datum; zet de waarde tussen aanhalingstekens als het tekst is"),
        ("a: 1\nb: 2\na: 3", "regel 3: ‘a’ staat er twee keer; houd er één"),
        ("? [a]\n: b", "regel 1: een naam voor de dubbele punt is gewone tekst; zet de waarde tussen aanhalingstekens als het tekst is"),
        ("a: &b", "regel 1: ‘&b’ valt weg: een waarde mag niet met & beginnen; zet de waarde tussen aanhalingstekens"),
        ('a: "x\\x07"', "regel 1: de waarde bevat een onzichtbaar teken (U+0007) dat niet in een document mag; verwijder het teken"),
        ("a: 1\n<<: tekst", "regel 2: achter << hoort een verwijzing als *naam; schrijf de velden anders uit"),
    ],
)  # fmt: skip
def test_what_cannot_be_data_is_refused_at_its_line(text, told):
    assert refused(text) == f"schema brief.yaml, {told}"


def test_a_map_takes_over_the_fields_of_others_and_its_own_come_first():
    text = "een: &a {x: 1, y: 1}\ntwee: &b {y: 2, z: 2}\ndrie:\n  <<: [*a, *b]\n  z: 3\n"
    assert typed(text)["drie"] == {"x": 1, "y": 1, "z": 3}
    root = read(text)
    (_, third) = root.pairs[2]
    assert [is_merge(key) for key, _ in third.pairs] == [True, False]
    assert [other.pairs[0][0].text for other in merged_maps(third)] == ["x", "y"]
    assert not is_merge(read("'<<': a").pairs[0][0])


def test_a_path_leads_to_the_line_of_the_value_or_of_the_nearest_thing_around_it():
    root = read("een: &a\n  x: 1\nrijen:\n  - b: 1\n    c: 2\n  - <<: *a\n    d: 3\n")
    assert line_of(root, ()) == 1
    assert line_of(root, ("een", "x")) == 2
    assert line_of(root, ("rijen", 0, "c")) == 5
    assert line_of(root, ("rijen", 1, "x")) == 2  # where it was taken from
    assert line_of(root, ("rijen", 1, "weg", "x")) == 6
    assert line_of(root, ("rijen", 9, "d")) == line_of(root, ("rijen", "d")) == 3
