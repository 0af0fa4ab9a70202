"""What no document may show: the name of the tool, names of fields, and ids of the dossier."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.documents.request import requests_for
from docgen.dossier import load, loads
from docgen.rules.catalog import could_not_look
from docgen.schema.completion import fill_defaults
from docgen.text.tool_words import is_for_paper
from tests.conftest import ROOT
from tests.rules.rule_cases import CASES, findings_of
from tests.word_files import text_of

SAMPLES = ("wijkkracht-spoordijk", "alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan", "wandelmaatjes-ggd")
OF_THE_CHECK = re.compile(r"[DKF][1-8]")  # the numbers of the points of the borgingscheck are its own
WORD = re.compile(r"(?<![\w./-])[A-Za-z][\w-]*(?![\w/-])")


def ids_in(value):
    if isinstance(value, dict):
        yield from (value[name] for name in ("id",) if isinstance(value.get(name), str))
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from ids_in(inner)


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_no_document_of_a_sample_names_the_tool_a_field_or_an_id(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    codes = {one for one in ids_in(dossier.data) if re.search(r"\d|_", one)} - {dossier.data["dossier"]["id"]}
    assert len(codes) > 30
    for request in requests_for(dossier):
        for variant in request.kind.variants or (None,):
            asked = f"{request.kind.name}:{variant}" if variant else request.kind.name
            text = text_of(render(dossier, asked))
            own = codes - set(filter(OF_THE_CHECK.fullmatch, codes)) if request.kind.has_findings else codes
            words = set(WORD.findall(text))
            assert not words & own and not [word for word in words if "_" in word], asked
            assert "docgen" not in text.lower() and not {"true", "false"} & words, asked


def test_the_cases_of_the_rules_are_worded_without_names_of_fields():
    for case in CASES:
        read = loads(case.text.encode())
        for finding in findings_of(case.code, fill_defaults(read.data, read.library.schema.root)):
            told = could_not_look.on_paper(finding) if case.code == could_not_look.CODE else finding.message
            assert is_for_paper(re.sub(r":(?=\s)|\b\w+\.(com|nl)\b|‘[^’]*’", "", told)), told
