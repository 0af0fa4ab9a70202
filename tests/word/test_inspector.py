"""A template is looked at without a dossier: all faults at once, in every branch, each where it stands."""

from __future__ import annotations

import io
import random
import re

import pytest
from docx import Document

from docgen.errors import TemplateError
from docgen.library import library as libraries
from docgen.opc.relationships import W
from docgen.word.compiler import compile_template
from docgen.word.inspector import inspect
from docgen.word.typecheck.vocabulary import vocabulary_of

LIBRARY = libraries.open_library()
DECISION = LIBRARY.types["raadsbesluit"]
EDITED = ("raadsbesluit", "geldstromenkaart", "borgingscheck", "jaarplan")


def template(*texts):
    """A template with a heading and a paragraph for each text; of a list of lists a table."""
    document = Document()
    document.add_heading("Besluit", 1)
    for text in texts:
        if isinstance(text, str):
            document.add_paragraph(text)
            continue
        table = document.add_table(len(text), len(text[0]))
        for row, cells in zip(table.rows, text, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    return document


def as_bytes(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def remarks(document, kind=DECISION):
    found = inspect(as_bytes(document), "brief.docx", None, vocabulary_of(kind, LIBRARY), LIBRARY.style_sheet)
    return [one for one in found if one.code.startswith("tag")]


def told(*texts):
    return [(one.code, one.level) for one in remarks(template(*texts))]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["{{ organisatie.naam }"], "tag-open"),
        (["{ organisatie.naam }}"], "tag-open"),
        (["{% if concept }ja{% endif %}"], "tag-open"),
        (["{{ organisatie. }}"], "tag"),
        (["{% fro x in partijen %}{{ x }}{% endfor %}"], "tag"),
        (["{{ organisatie.naam | }}"], "tag"),
        (["{% if concept %}ja"], "tag-blok"),
        (["ja{% endif %}"], "tag-blok"),
        (["{% for p in partijen %}{% if p.kvk %}ja{% endfor %}"], "tag-blok"),
        (["{%p if concept %}", "ja", "{% endif %}"], "tag-blok"),
        (["{%p if concept %} en tekst", "ja", "{%p endif %}"], "tag-plaats"),
        (["{%tr for p in partijen %}"], "tag-plaats"),
        (["{{ organisatie.naamm }}"], "tag-naam"),
        (["{% if concept %}{{ Organisatie.Naam }}{% endif %}"], "tag-naam"),
        (["{% for p in partijen %}{{ p.naam }}{% endfor %}{{ p.naam }}"], "tag-naam"),
        (["{{ organisatie.naam | hofdletter }}"], "tag-filter"),
        (["{{ partijen | selectattr('naam', 'gelijk', 'x') | list | length }}"], "tag-filter"),
        (["{% if dossier.status == 'goedgekeurd' %}ja{% endif %}"], "tag-nooit"),
        (["{% for p in financiering if p.status == 'toegekend' %}ja{% endfor %}"], "tag-nooit"),
        (["{%p set blok %}", "tekst", "{%p endset %}", "voor {{ blok }} na"], "tag-bouw"),
    ],
)
def test_a_fault_is_told_with_its_code(texts, code):
    assert (code, "fout") in told(*texts)


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["{{ raadsvoorstel.raadsvergadering | datum }}"], "tag-leeg"),
        (["{% for p in overeenkomst.betalingen %}x{% endfor %}"], "tag-leeg"),
        (["{{ dossier.horizon.begin | datum }}"], "tag-leeg"),
        (["{% for p in partijen %}{{ p.kvk }}{% endfor %}"], "tag-leeg"),
        (["{{ taken[0].naam }}"], "tag-leeg"),
        (["{{ (taken | first).naam }}"], "tag-leeg"),
        (["{% if dossier.peildatum %}{{ dossier.peildatum }}{% endif %}"], "tag-kaal"),
        (["{{ kosten.totaal }}"], "tag-kaal"),
        (["{{ centen }}"], "tag-kaal"),
        (["Beste {{ organisatie.naam }}, zie «kenmerk»"], "tag-rest"),
    ],
)
def test_what_can_fail_or_read_wrong_is_a_warning(texts, code):
    assert told(*texts) == [(code, "waarschuwing")]


@pytest.mark.parametrize(
    "text",
    [
        "{% if raadsvoorstel.raadsvergadering %}{{ raadsvoorstel.raadsvergadering | datum }}{% endif %}",
        "{{ raadsvoorstel.raadsvergadering | datum if raadsvoorstel.raadsvergadering else 'later' }}",
        "{% if overeenkomst and overeenkomst.titel %}{{ overeenkomst.titel }}{% endif %}",
        "{% set dag = raadsvoorstel.raadsvergadering %}{% if dag %}{{ dag | datum }}{% endif %}",
        "{% for p in partijen if p.kvk %}{{ p.kvk }}{% endfor %}",
        "{% for p in partijen | selectattr('kvk') %}{{ p.kvk }}{% endfor %}",
        "{% for p in partijen %}{% if not p.kvk %}onbekend{% else %}{{ p.kvk }}{% endif %}{% endfor %}",
        "{{ organisatie.naam }}{{ kosten.totaal | euro }}",
        "{% if taken %}{{ taken[0].naam }}{{ (taken | first).naam }}{% endif %}",
        "{% if taken[0] %}{{ taken[0].naam }}{% endif %}",
    ],
)
def test_what_was_asked_before_it_is_printed_needs_no_warning(text):
    assert told(text) == []


def test_all_faults_are_told_at_once_in_the_order_of_the_pages():
    document = template("{{ organisatie.naamm }}", "{% if nooit_gehoord %}{{ partijen.naam }}{% endif %}", "{{ a | }}")
    document.sections[0].header.paragraphs[0].text = "{{ dossier.titell }}"
    found = [one for one in remarks(document) if one.level == "fout"]
    assert [one.place.where.split(",")[0] for one in found] == ["onder kop ‘Besluit’"] * 4 + ["in de koptekst"]
    assert [one.code for one in found] == ["tag-naam", "tag-naam", "tag-naam", "tag", "tag-naam"]


def test_a_place_is_told_by_heading_table_row_and_column():
    rows = [
        ["Post", "Bedrag"],
        ["{%tr for post in kosten.regels %}", ""],
        ["", "{{ post.naamm }}"],
        ["{%tr endfor %}", ""],
    ]
    (found,) = remarks(template("Dit zijn de kosten.", rows))
    assert found.place.where == "onder kop ‘Besluit’, tabel 1, rij 3, kolom 2, bij ‘{{ post.naamm }}’"
    assert found.hint == "bedoel je ‘naam’?"


def test_a_header_is_called_by_the_pages_that_it_is_for():
    document = template("Tekst")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for part, name in ((section.header, "a"), (section.first_page_header, "b"), (section.even_page_footer, "c")):
        part.paragraphs[0].text = f"{{{{ {name} }}}}"
    assert {one.place.where for one in remarks(document)} == {
        "in de koptekst, bij ‘{{ a }}’",
        "in de koptekst van de eerste pagina, bij ‘{{ b }}’",
        "in de voettekst van de even pagina’s, bij ‘{{ c }}’",
    }


def test_a_name_in_a_tag_that_is_wrong_says_nothing_of_that_name_elsewhere():
    assert sorted(told("{{ naamm | }}", "{{ naamm }}")) == [("tag", "fout"), ("tag-naam", "fout")]


def test_a_block_that_is_not_closed_is_told_where_it_opens():
    (found,) = remarks(template("{%p if concept %}", "een", "twee", "drie"))
    assert found.place.paragraph == 1
    assert "bij ‘{%p if concept %}’" in found.place.where


def test_of_the_same_words_the_right_paragraph_is_told():
    found = remarks(template("{{ organisatie.naam }}", "{% if organisatie.naam %}", "{{ organisatie.naam }}"))
    assert [(one.place.paragraph, one.code) for one in found] == [(2, "tag-blok")]


@pytest.mark.parametrize("file", sorted(path.name for path in DECISION.template.parent.glob("*.docx")))
def test_templates_of_docgen_have_no_fault(file):
    path = DECISION.template.parent / file
    kind = LIBRARY.types.get(path.stem)
    found = inspect(path, None, None, vocabulary_of(kind, LIBRARY) if kind else None, LIBRARY.style_sheet)
    assert [one for one in found if one.level == "fout"] == []


def test_a_file_that_is_no_template_is_one_fault():
    (found,) = inspect(b"PK\x03\x04 niets", "brief.docx")
    assert (found.code, found.level) == ("sjabloon", "fout")


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITED)
def test_one_sign_lost_in_a_tag_is_a_fault_in_that_paragraph_or_none_at_all(name):
    """A fault is what the compiler refuses, and nothing else; and it is told where the sign was lost, once."""
    kind, pick = LIBRARY.types[name], random.Random(name)
    names, elsewhere, more = vocabulary_of(kind, LIBRARY), [], []
    for _ in range(15):
        document = Document(kind.template)
        paragraphs = list(document.element.body.iter(f"{W}p"))
        tags = [
            (number, text, tag)
            for number, paragraph in enumerate(paragraphs)
            for text in paragraph.iter(f"{W}t")
            for tag in re.finditer(r"\{[{%].*?[}%]\}", text.text or "")
        ]
        number, text, tag = pick.choice(tags)
        at = pick.randrange(tag.start(), tag.end())
        text.text = text.text[:at] + text.text[at + 1 :]
        data = as_bytes(document)
        faults = [one for one in inspect(data, name, None, names, LIBRARY.style_sheet) if one.level == "fout"]
        try:
            compile_template(data, name, None, names, style_sheet=LIBRARY.style_sheet)
            assert faults == []
        except TemplateError:
            assert faults
        elsewhere += [one for one in faults[:1] if not any(number == each.place.paragraph for each in faults)]
        more += faults[1:]
    # a lost “p” is told at the tag that opens the block, and the name of a row that was misspelt in its loop where it is used
    assert all(one.code in ("tag-blok", "tag-bouw", "tag-naam") for one in elsewhere)
    assert len(more) <= 3


def test_the_page_is_looked_at_as_well():
    document = template("1. een", "2. twee")
    found = inspect(as_bytes(document), "brief.docx", None, vocabulary_of(DECISION, LIBRARY), LIBRARY.style_sheet)
    assert {one.code for one in found} == {"opmaak-taal", "opmaak-nummer", "sjabloon-weg"}
