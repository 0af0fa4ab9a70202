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


def test_a_template_with_nearly_the_name_of_a_type_is_refused(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "jaarplann.docx").write_bytes((ROOT / "templates" / "jaarplan.docx").read_bytes())
    with pytest.raises(DocgenError, match=r"jaarplann\.docx hoort bij geen documentsoort; bedoel je ‘jaarplan’\?"):
        open_library(tmp_path)
    (tmp_path / "templates" / "jaarplann.docx").rename(tmp_path / "templates" / "oud-model.docx")
    assert open_library(tmp_path).types
