"""Running text of a dossier in the documents that docgen ships: paragraphs, real lists and links, in Word and LibreOffice."""

from __future__ import annotations

import re
from functools import cache

import pytest

from docgen.documents.production import make_document, render
from docgen.documents.request import requests_for
from docgen.documents.templates import template_for
from docgen.dossier import load
from docgen.opc.relationships import W, parse
from docgen.text.markdown.subset import running_text
from tests.conftest import ROOT
from tests.running_texts import GOOD, PLACES, marked_sample
from tests.word.richtext.look import paragraphs, rendered
from tests.word_files import document, parts_of

HOUSES = (None, "eigen")
SAMPLES = ("wijkkracht-spoordijk", "alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan", "wandelmaatjes-ggd")


@cache
def made(kind: str, house: str | None = None, draft: bool = False) -> bytes:
    """A document of the sample with the ten texts."""
    return render(
        marked_sample(), kind, house_style=ROOT / "templates" / "raadsvoorstel.docx" if house else None, draft=draft
    )


def where(kind: str) -> list[int]:
    """Which of the texts a document prints as paragraphs of their own."""
    sections = {
        "raadsvoorstel": (0, 1, 3),
        "voortgang": (9,),
        "borgingsplan": (8,),
        "jaarplan": (5,),
        "overdracht": (5,),
    }
    return list(sections[kind])


def holds(lines: list[str], wanted: list[str]) -> bool:
    """Whether these lines stand behind each other; a document may drop or add the full stop at the end."""
    size, plain = len(wanted), [line.replace("\xa0", " ").strip().rstrip(".") for line in lines]
    expected = [line.strip().rstrip(".") for line in wanted]
    return any(plain[at : at + size] == expected for at in range(len(plain) - size + 1))


@pytest.mark.parametrize("text", GOOD, ids=lambda text: text["naam"])
def test_a_text_of_real_length_is_what_its_writer_meant(text):
    assert paragraphs(rendered(document("{{ tekst }}"), text["tekst"])) == text["staat_er"]


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("kind", ["raadsvoorstel", "voortgang", "borgingsplan", "jaarplan", "overdracht"])
def test_a_document_has_the_paragraphs_and_lists_of_a_text(kind, house, draft):
    lines = paragraphs(made(kind, house, draft))
    for number in where(kind):
        assert holds(lines, GOOD[number]["staat_er"]), GOOD[number]["naam"]


def test_in_a_cell_of_a_table_too():
    for kind in ("raadsvoorstel", "jaarplan"):
        wanted = [line for line in GOOD[4]["staat_er"] if line.startswith(("1.", "2."))]
        lines = [line.replace("\xa0", " ") for line in paragraphs(made(kind))]
        assert [line for line in lines if line in wanted] == wanted


def test_no_mark_of_a_writer_stands_in_any_document():
    for request in requests_for(marked_sample()):
        for name, data in parts_of(made(request.name)).items():
            if name.endswith(".xml"):
                assert b"**" not in data and b"<?rich" not in data and b"](http" not in data, (request.name, name)


@pytest.mark.parametrize(
    "kind", ["raadsvoorstel", "overeenkomst", "borgingsplan", "jaarplan", "overdracht", "voortgang"]
)
@pytest.mark.parametrize("house", HOUSES)
def test_the_open_xml_sdk_finds_nothing(kind, house, validator_errors, tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(made(kind, house))
    assert validator_errors(file) == []


def test_libreoffice_keeps_lists_and_links(office, tmp_path):
    file = tmp_path / "voorstel.docx"
    file.write_bytes(made("raadsvoorstel"))
    odt = office.converted("odt", file)[0]
    back = office.converted("docx", odt)[0].read_bytes()
    lines = [line.replace("\xa0", " ").strip() for line in paragraphs(back)]
    for number in where("raadsvoorstel"):
        for wanted in GOOD[number]["staat_er"]:
            assert wanted.strip() in lines, wanted


def test_every_place_of_a_text_is_running_text():
    schema = marked_sample().library.schema
    assert all(schema.field_at(place).is_running for place in PLACES)


def with_bold_words(rules, value, words):
    """A value in which every running text ends in a word of its own, in bold."""
    if "schema" in rules and isinstance(value, dict):
        return {name: with_bold_words(rules["schema"][name], inner, words) for name, inner in value.items()}
    if "schema" in rules and isinstance(value, list):
        return [with_bold_words(rules["schema"], inner, words) for inner in value]
    if not rules.get("meta", {}).get("lopend") or not isinstance(value, str):
        return value
    words.append(f"woord{len(words)}x")
    return running_text(f"{value.rstrip().rstrip('.')} **{words[-1]}**.")


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_a_mark_is_kept_wherever_a_text_of_a_writer_is_printed(name):
    dossier, words, seen = load(ROOT / "samples" / f"{name}.yaml"), [], set()
    rules = dossier.library.schema.root.rules
    dossier.loaded.data = with_bold_words(rules, dossier.data, words)
    for request in requests_for(dossier):
        template = template_for(request.kind, dossier.library, None, True)
        for part, data in parts_of(make_document(dossier, request, template, True).data).items():
            for run in parse(data).iter(f"{W}r") if part.startswith("word/") and part.endswith(".xml") else ():
                found = set(re.findall(r"woord\d+x", "".join(one.text or "" for one in run.iter(f"{W}t"))))
                assert not found or run.find(f"{W}rPr/{W}b") is not None, (request.name, found)
                seen |= found
    assert len(seen) > 15 and len(seen) > 0.9 * len(words), len(words)
