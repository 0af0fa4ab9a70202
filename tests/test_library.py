"""A library of the user's own: what docgen says when a schema in it is not sound."""

from __future__ import annotations

import pytest
import yaml

from docgen.doctypes import open_library, shipped
from docgen.errors import DocgenError
from docgen.schema import Schema
from tests.conftest import ROOT


def test_the_shipped_schemas_are_sound():
    contents = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in shipped("schemas").glob("*.yaml")
    }
    fragments = contents["dossier"]["fragmenten"]
    for content in contents.values():
        Schema(content["schema"], fragments)


def test_a_schema_or_checklist_that_is_too_large_is_refused_and_never_cut(tmp_path):
    for kind, most in (("schemas", 1_000_000), ("checklists", 5_000_000)):
        (tmp_path / kind).mkdir()
        path = tmp_path / kind / "groot.yaml"
        path.write_text("titel: T\nbron: B\nschema: {}\n" + "# vol\n" * (most // 6), encoding="utf-8")
        with pytest.raises(DocgenError, match="groter dan"):
            open_library(tmp_path)
        path.unlink()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("schema: {brief: tekst}", "bij ‘brief’ ontbreekt het soort waarde (type)"),
        ("schema: {brief: {type: dict, schema: {x: {required: true}}}}", "bij ‘brief › x’ ontbreekt het soort waarde (type)"),
        ("schema: {brief: {type: dict, schemaa: {}}}", "‘brief › schemaa’ klopt niet (unknown rule)"),
        ("schema: {brief: {type: dict, schema: {x: {type: strng}}}}", "‘brief › schema › x › type’ klopt niet (Unsupported types: strng)"),
        ("schema: {brief: {type: string, regex: '('}}", "bij ‘brief’ is het patroon achter regex: niet te lezen"),
        ("schema: {brief: {type: string, meta: {ref: 5}}}", "bij ‘brief’ hoort achter ref: de naam van een lijst"),
        ("schema: {brief: {type: string, meta: uitleg}}", "bij ‘brief’ hoort onder meta: een titel en een omschrijving"),
        ("schema: {brief: {fragment: nergens}}", "het schema verwijst naar het fragment ‘nergens’, maar dat bestaat niet"),
        ("schema: {5: {type: string}}", "‘5’ is geen naam; zet hem tussen aanhalingstekens"),
        ("schema:", "bij ‘schema’ hoort een beschrijving per veld"),
        ("nodig: 3\nschema: {}", "bij ‘nodig’ hoort een lijst met onderdelen"),
        ("nodg: [brief]\nschema: {}", "‘nodg’ bestaat niet; bedoel je ‘nodig’?"),
    ],
)  # fmt: skip
def test_a_schema_that_is_not_sound_is_named_with_its_place(tmp_path, text, message):
    path = tmp_path / "schemas" / "brief.yaml"
    path.parent.mkdir()
    path.write_text(f"titel: Brief\n{text}\n", encoding="utf-8")
    with pytest.raises(DocgenError) as refused:
        open_library(tmp_path)
    assert str(refused.value) == f"schema {path}: {message}"


def test_a_template_with_nearly_the_name_of_a_type_is_refused(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "jaarplann.docx").write_bytes((ROOT / "templates" / "jaarplan.docx").read_bytes())
    with pytest.raises(DocgenError, match=r"jaarplann\.docx hoort bij geen documentsoort; bedoel je ‘jaarplan’\?"):
        open_library(tmp_path)
    (tmp_path / "templates" / "jaarplann.docx").rename(tmp_path / "templates" / "oud-model.docx")
    assert open_library(tmp_path).types
