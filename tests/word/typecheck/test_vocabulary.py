"""The names that the templates of a document type may use: those of the core, of its library, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.errors import TemplateError
from docgen.library.library import open_library
from docgen.schema.schema import Schema
from docgen.word import cache
from docgen.word.compiler import compile_template
from docgen.word.typecheck.vocabulary import Vocabulary, vocabulary_of
from tests.conftest import ROOT
from tests.word.single_tag import refused
from tests.word_files import document

pytestmark = pytest.mark.slow  # many templates are compiled


# ------------------------------------------------------------------------------------------------ names of a library


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (ROOT / "templates").glob("*.docx") if path.stem != "huisstijl")
)
def test_a_shipped_template_uses_only_names_that_exist(name, own_library):
    kind = own_library.types["eigen" if name == "checklist" else name]
    assert kind.template is not None and kind.template.stem == name
    assert compile_template(kind.template, vocabulary=vocabulary_of(kind, own_library)).parts


def test_a_field_that_a_library_adds_is_a_name(tmp_path):
    (tmp_path / "schemas").mkdir()
    schema = "titel: Brief\nsectie: brief\nschema:\n  brief: {type: dict, schema: {straat: {type: string}}}\n"
    (tmp_path / "schemas" / "brief.yaml").write_text(schema, encoding="utf-8")
    own = open_library(tmp_path)
    vocabulary = vocabulary_of(own.types["brief"], own)
    assert refused("{{ brief.straat }}", vocabulary) == ""
    assert "bedoel je ‘straat’?" in refused("{{ brief.straatt }}", vocabulary)


def test_a_field_that_a_library_adds_to_the_core_is_a_name_with_its_choices(tmp_path):
    (tmp_path / "schemas").mkdir()
    added = "  partner: {straat: {type: string}}\n  taken: {plek: {type: string, allowed: [binnen, buiten]}}\n"
    content = f"aanvulling:\n{added}"
    (tmp_path / "schemas" / "extra.yaml").write_text(content, encoding="utf-8")
    own = open_library(tmp_path)
    vocabulary = vocabulary_of(own.types["overeenkomst"], own)
    assert refused("{{ partner.straat }}{% for t in takenlijst if t.plek == 'buiten' %}x{% endfor %}", vocabulary) == ""
    assert "bedoel je ‘straat’?" in refused("{{ partner.straatt }}", vocabulary)
    assert "bedoel je ‘buiten’?" in refused("{% for t in takenlijst if t.plek == 'buite' %}x{% endfor %}", vocabulary)


def test_a_partner_can_be_a_party_and_a_party_the_partner_so_each_has_the_fields_of_both():
    text = {"type": "string"}
    party = {"type": "list", "schema": {"type": "dict", "schema": {"id": text, "zetel": text}}}
    fields = {"partijen": party, "partner": {"type": "dict", "schema": {"naam": text, "straat": text}}}
    vocabulary = Vocabulary("eigen", schema=Schema(fields, {}))
    assert refused("{{ partner.zetel }}{% for p in partijen %}{{ p.straat }}{% endfor %}", vocabulary) == ""
    assert "bedoel je ‘straat’?" in refused("{{ partijen[0].straatt }}", vocabulary)


def test_what_was_compiled_for_other_names_is_compiled_again(tmp_path, monkeypatch, library):
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "brief.docx"
    path.write_bytes(document("{% if x %}{{ oordeel.wijken | opsomming }}{% endif %}"))
    assert cache.load_or_compile(path).parts
    for name, is_known in (("borgingscheck", True), ("raadsbesluit", False)):
        vocabulary = replace(vocabulary_of(library.types[name], library))
        if is_known:
            path.write_bytes(document("{% if concept %}{{ oordeel.wijken | opsomming }}{% endif %}"))
            assert cache.load_or_compile(path, None, vocabulary).parts
        else:
            with pytest.raises(TemplateError, match="‘oordeel’ bestaat niet"):
                cache.load_or_compile(path, None, vocabulary)


def test_the_vocabularies_of_two_types_are_equal_only_when_their_names_and_needs_are(library):
    decision = library.types["raadsbesluit"]
    same = replace(decision, name="besluitbrief", title="Besluitbrief")
    assert vocabulary_of(decision, library) == vocabulary_of(same, library)
    assert vocabulary_of(decision, library) != vocabulary_of(replace(decision, needs=("partijen",)), library)
    assert vocabulary_of(library.types["borgingscheck"], library) not in [
        vocabulary_of(library.types[name], library) for name in ("raadsbesluit", "borgingsplan", "overdracht")
    ]
