"""`tekstblokken` of a dossier in the documents that docgen ships."""

from __future__ import annotations

import pytest

from docgen.authoring.fields import fields, text_blocks
from docgen.documents.production import render
from docgen.dossier import check, loads
from docgen.errors import DocgenError
from docgen.library.library import open_library
from tests.conftest import ROOT, SAMPLE, TYPES
from tests.word.richtext.look import paragraphs

LIBRARY = open_library()
WITH_PLACES = [name for name in TYPES if LIBRARY.types[name].sections]


def sample(kind: str, texts: dict[str, str]):
    lines = "".join(f"    {place}: '{text}'\n" for place, text in texts.items())
    return loads(SAMPLE.read_bytes() + f"\ntekstblokken:\n  {kind}:\n{lines}".encode(), "voorbeeld.yaml")


def headings_of(kind: str) -> list[str]:
    """The lines of a template, as its snapshot shows them."""
    text = (ROOT / "templates" / f"{kind}.txt").read_text(encoding="utf-8")
    return [line.partition("] ")[2].replace("’", "'") for line in text.splitlines() if line.startswith("[")]


@pytest.mark.parametrize("kind", WITH_PLACES)
def test_every_section_is_a_heading_of_the_template_in_this_order(kind):
    lines, last = headings_of(kind), {}
    for section in LIBRARY.types[kind].sections:
        at = [lines.index(one) for heading in section.headings if (one := heading.replace("’", "'")) in lines]
        assert at, f"sjabloon {kind} heeft geen kop {section.headings}"
        assert min(at) > last.get(section.variant, -1), section.name
        last[section.variant] = min(at)


@pytest.mark.parametrize("kind", WITH_PLACES)
def test_every_place_of_a_document_takes_a_text(kind):
    sections = LIBRARY.types[kind].sections
    variants = sorted({one.variant for one in sections if one.variant}) or [""]
    texts = {
        f"{where}_{one.name}": f"Tekst {where} {one.name}, **vet**." for one in sections for where in ("voor", "na")
    }
    dossier = sample(kind, texts)
    assert [one for one in check(dossier) if one.path.startswith("tekstblokken")] == []
    shown = {}
    for variant in variants:
        lines = paragraphs(render(dossier, f"{kind}:{variant}" if variant else kind, draft=True))
        shown[variant] = [line for line in lines if line.startswith("Tekst ") and line.endswith("**vet**.")]
    wanted = [
        [
            f"Tekst {where} {one.name}, **vet**."
            for one in sections
            if one.variant in ("", variant)
            for where in ("voor", "na")
        ]
        for variant in variants
    ]
    assert list(shown.values()) == wanted


def test_a_text_stands_between_the_sections_that_it_names():
    lines = paragraphs(render(sample("raadsvoorstel", {"voor_financien": "Mijn tekst."}), "raadsvoorstel"))
    at = lines.index("Mijn tekst.")
    assert lines[at + 1] == "Financiën"


def test_a_place_that_is_not_there_is_a_finding_with_what_was_meant():
    dossier = loads(
        b"tekstblokken:\n  raadsvoorstel:\n    na_financiele: Tekst.\n  raadsvorstel:\n    na_geld: Tekst.\n"
    )
    found = [(one.line, one.code, one.hint) for one in check(dossier) if one.path.startswith("tekstblokken")]
    assert found == [(3, "onbekend", "bedoel je ‘na_financien’?"), (4, "onbekend", "bedoel je ‘raadsvoorstel’?")]


def test_the_places_are_told_with_the_fields_and_not_asked_for_in_a_new_dossier():
    kinds = [LIBRARY.types["raadsvoorstel"]]
    told = [one.path for one in text_blocks(LIBRARY, kinds)]
    assert told[:4] == [
        "tekstblokken", "tekstblokken.raadsvoorstel", "tekstblokken.raadsvoorstel.voor_inleiding", "tekstblokken.raadsvoorstel.na_inleiding",
    ]  # fmt: skip
    assert all(one.startswith("tekstblokken.raadsvoorstel") for one in told[1:])
    assert not any("tekstblokken" in one.path for one in fields(LIBRARY, kinds))
    assert list(text_blocks(LIBRARY, [LIBRARY.types["raadsbesluit"]])) == []


def test_a_template_of_ones_own_without_the_section_is_told_and_nothing_is_made(tmp_path):
    from tests.word_files import document

    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "raadsvoorstel.docx").write_bytes(
        document("# Inleiding", "{{ raadsvoorstel.onderwerp }}")
    )
    library = open_library(tmp_path)
    text = SAMPLE.read_bytes() + b"\ntekstblokken:\n  raadsvoorstel:\n    na_financien: Tekst.\n"
    with pytest.raises(DocgenError, match=r"heeft geen kop ‘Financiën’.*tekstblokken.raadsvoorstel.na_financien"):
        render(loads(text, "voorbeeld.yaml", library), "raadsvoorstel")
    made = render(loads(text.replace(b"na_financien", b"na_inleiding"), "voorbeeld.yaml", library), "raadsvoorstel")
    assert paragraphs(made)[-1] == "Tekst."
