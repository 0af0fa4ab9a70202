"""What differs between two templates, and what docgen's own got since one began from it."""

import pytest
from docx import Document

from docgen.documents.own_templates.comparison import Difference, differences, since_it_began, to_take_over
from docgen.documents.own_templates.start import Beginning, begun_template, mark_of
from docgen.errors import DocgenError
from docgen.library.library import open_library

LIBRARY = open_library()


def test_fields_loops_conditions_and_clauses_that_came_went_or_changed():
    old = "[Normal] De raad besluit het voorstel vast te stellen.\n{%p for taak in taken %}\n{{ taak.naam }}\n[Lid] Dit blijft.\n"
    new = "[Normal] De raad besluit het voorstel niet vast te stellen.\n{% if concept %}\n{{ taak.kosten | euro }}\n[Lijst] Dit blijft.\n[Lid] Geheel nieuw."
    assert differences(old, new) == [
        Difference("veld", "nieuw", "taak.kosten | euro"),
        Difference("veld", "weg", "taak.naam"),
        Difference("herhaling", "weg", "for taak in taken"),
        Difference("voorwaarde", "nieuw", "if concept"),
        Difference("tekst", "veranderd", "De raad besluit het voorstel niet vast te stellen.", "De raad besluit het voorstel vast te stellen."),
        Difference("tekst", "nieuw", "Geheel nieuw."),
    ]  # fmt: skip
    assert differences(old, old) == []


def test_what_docgen_changed_since_a_template_began_is_told_and_what_its_owner_changed_is_not():
    then = ["[Lid] Een.", "[Lid] Twee.", "[Lid] Drie."]
    began = Beginning("raadsbesluit", "1", frozenset(map(mark_of, then)))
    own = "[Lid] Een, maar anders.\n[Lid] Twee.\n[Lid] Drie."
    docgens = "[Lid] Een.\n[Lid] Drie.\n[Lid] Vier {{ kosten.totaal | euro }}."
    assert to_take_over(own, docgens, began) == [
        Difference("tekst", "nieuw", "Vier {{ kosten.totaal | euro }}."),
        Difference("tekst", "weg", "Twee."),
    ]
    assert to_take_over(f"{own}\n[Tekst] Vier {{{{ kosten.totaal | euro }}}}.", docgens, began)[0].how == "weg"


def test_a_template_that_began_now_has_nothing_to_take_over(tmp_path):
    path = tmp_path / "eigen.docx"
    path.write_bytes(begun_template(LIBRARY.types["overeenkomst"], LIBRARY))
    assert since_it_began(path, LIBRARY) == []


def test_a_template_that_does_not_say_where_it_began_needs_another_beside_it(tmp_path):
    path = tmp_path / "eigen.docx"
    Document().save(path)
    with pytest.raises(DocgenError, match="noem een tweede bestand"):
        since_it_began(path, LIBRARY)
