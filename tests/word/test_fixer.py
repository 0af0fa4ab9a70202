"""A template with what is certain put right: the check has none of it, nothing new, and nothing else changed."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from docgen.library import library as libraries
from docgen.opc import archive
from docgen.word.fixer import fix
from docgen.word.inspector import inspect
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word_files import document, zipped

LIBRARY = libraries.open_library()
KIND = LIBRARY.types["raadsbesluit"]
NAMES = vocabulary_of(KIND, LIBRARY)


def fixed(data):
    return fix(data, NAMES, LIBRARY.style_sheet)


def faults(data):
    found = inspect(data, "sjabloon.docx", None, NAMES, LIBRARY.style_sheet)
    return Counter((one.code, one.message) for one in found if one.level == "fout")


def test_what_was_repaired_is_no_fault_any_more_and_what_is_left_is_told():
    data = document("{{ organisatie.naam }", "{{ organisatie. }}", "Tekst", header="{{ dossier.titel }")
    made = fixed(data)
    assert [one.repair.after for one in made.done] == ["{{ organisatie.naam }}", "{{ dossier.titel }}"]
    assert "in de koptekst" in made.done[1].where
    left = faults(zipped(made.parts))
    assert [code for code, _ in left] == ["tag"] == [one.code for one in made.left if one.level == "fout"]
    assert not left - faults(data)


def test_parts_without_a_repair_are_the_same_bytes():
    data = document("{{ organisatie.naam }", header="Kop")
    before, made = archive.read(data), fixed(data)
    assert {name for name in before if made.parts[name] != before[name]} == {"word/document.xml"}


def test_a_repair_that_brings_another_fault_is_not_made():
    assert fixed(document("{{ organisatie.naamm }")).done == []
    both = fixed(document("{{ organisatie.naamm }", "{{ organisatie.naam }"))
    assert [one.repair.after for one in both.done] == ["{{ organisatie.naam }}"]


def test_braces_that_are_no_fault_stay_when_the_type_is_not_known():
    data = document("Zie {bijlage} en {{ a }}")
    assert fix(data).done == []


@pytest.mark.parametrize("data", [b"PK\x03\x04 niets", b"", b"%PDF-1.4"])
def test_what_is_no_template_is_told_and_nothing_is_made(data):
    made = fix(data)
    assert made.parts == {} and [one.code for one in made.left] == ["sjabloon"]


@pytest.mark.slow
def test_after_a_lost_sign_in_a_real_template_nothing_but_that_tag_changes():
    """Signs lost at random in tags: where something was repaired, the text is that of before the loss, or the loss stays."""
    whole, pick, repaired = archive.read(KIND.template), random.Random(7), 0
    xml = whole["word/document.xml"].decode()
    tags = list(re.finditer(r"\{[{%][^{}<>]*[}%]\}", xml))
    for _ in range(25):
        tag = pick.choice(tags)
        at = pick.choice([tag.start(), tag.start() + 1, tag.end() - 1, tag.end() - 2])
        broken = whole | {"word/document.xml": (xml[:at] + xml[at + 1 :]).encode()}
        made = fixed(zipped(broken))
        assert not faults(zipped(made.parts)) - faults(zipped(broken))
        if any(one.repair.kind == "haken" for one in made.done):
            repaired += 1
            assert words(made.parts) == words(whole)
    assert repaired > 15


def words(parts):
    return re.sub(r"<[^>]+>", "", parts["word/document.xml"].decode().partition("?>")[2]).strip()
