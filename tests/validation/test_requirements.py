"""What the documents asked for need and a dossier lacks."""

from __future__ import annotations

from dataclasses import replace

from docgen.dossier import loads
from docgen.validation.requirements import has_unmet, sections_required, unmet
from tests.small_dossier import CORE, findings


def test_a_section_that_is_left_empty_is_asked_for_all_the_same():
    found = findings(CORE + "interventie: {naam: X}\nraadsvoorstel:\n")
    assert [(p.line, p.message.split(".")[0]) for p in found] == [(4, "is nog leeg")]


def test_a_file_with_only_empty_sections_is_not_in_order():
    assert {(p.path, p.message.split(".")[0]) for p in findings("dossier:\norganisatie:\njaarplan:\n")} == {
        ("dossier", "is nog leeg"),
        ("organisatie", "is nog leeg"),
        ("interventie", "ontbreekt"),
        ("jaarplan", "is nog leeg"),
    }


def test_a_dossier_asks_only_what_its_documents_need():
    text = CORE + "raadsvoorstel:\n  onderwerp: X\n"
    missing = [(p.path, p.message) for p in findings(text)]
    assert missing == [
        ("interventie", "ontbreekt (nodig voor raadsvoorstel). De aanpak die geborgd wordt."),
        (
            "raadsvoorstel › beslispunten",
            "ontbreekt. Wat de raad besluit, genummerd vanaf 1.",
        ),
    ]


def test_an_agreement_needs_two_parties_and_a_signer_for_each():
    text = (
        CORE + "interventie: {naam: X}\novereenkomst: {titel: T, ingang: 2028-01-01}\npartijen:\n  - {id: p, naam: P}\n"
    )
    assert [p.message.split(".")[0] for p in findings(text)] == [
        "verwacht ten minste 2 partijen (nodig voor samenwerkingsovereenkomst), maar er staan er 1",
        "ontbreekt",
    ]


PARTIES = CORE + "partijen:\n  - {id: p, naam: P, kvk: '01234567'}\n  - {id: q, naam: Q}\n"


def letter(library, title="Brief", **what):
    """A document type that asks for this and nothing else."""
    return replace(library.types["jaarplan"], title=title, **{"needs": (), "at_least": {}} | what)


def read(text):
    return loads(text.encode()).loaded


def test_a_field_of_every_row_is_asked_of_the_rows_that_lack_it(library):
    found = unmet(read(PARTIES), library, [letter(library, needs=("partijen[].kvk",))])
    assert list(found) == [("partijen", 1, "kvk")]
    problem = found["partijen", 1, "kvk"]
    assert (problem.code, problem.line, problem.path) == ("ontbreekt", 5, "partij 2 (q) › kvk")


def test_a_document_is_named_where_not_all_of_them_ask_for_the_field(library):
    kinds = [letter(library, needs=("interventie.kern",)), letter(library, "Nota", needs=("interventie",))]
    text = CORE + "interventie: {naam: X}\n"
    asked = unmet(read(text), library, kinds)["interventie", "kern"]
    assert asked.message.startswith("ontbreekt (nodig voor brief).")
    both = unmet(read(CORE), library, kinds)
    assert "nodig voor" not in both["interventie",].message
    alone = unmet(read(text), library, kinds[:1])["interventie", "kern"]
    assert alone.message.startswith("ontbreekt.")


def test_a_list_that_was_begun_and_is_too_short_is_told_and_one_that_is_absent_is_asked_for(library):
    kind = letter(library, at_least={"partijen": 3})
    (problem,) = unmet(read(PARTIES), library, [kind]).values()
    assert (problem.code, problem.line, problem.hint) == ("aantal", 3, "vul de lijst aan")
    assert problem.message == "verwacht ten minste 3 partijen (nodig voor brief), maar er staan er 2"
    assert unmet(read(CORE), library, [kind]) == {}
    assert unmet(read(PARTIES), library, [letter(library, at_least={"partijen": 2})]) == {}


def test_a_row_that_is_still_blank_is_asked_for_what_the_document_needs_of_it(library):
    text = CORE + "partijen:\n  - {id: p, naam: P, kvk: '01234567'}\n  -\n"
    kind = letter(library, needs=("partijen[].kvk",), at_least={"partijen": 2})
    assert list(unmet(read(text), library, [kind])) == [("partijen", 1, "kvk")]


def test_a_section_that_was_misspelt_is_not_asked_for(library):
    kind = letter(library, needs=("interventie",))
    assert list(unmet(read(CORE), library, [kind])) == [("interventie",)]
    assert unmet(read(CORE + "interventi: {naam: X}\n"), library, [kind]) == {}


def test_only_in_the_parts_that_are_named_something_can_be_lacking(library):
    kind = letter(library, needs=("interventie.kern", "partijen[].kvk"), at_least={"rollen": 2})
    assert {"interventie", "partijen", "rollen"} <= sections_required(library, [kind])
    assert "doelen" not in sections_required(library, [kind])
    assert {"dossier", "organisatie"} <= sections_required(library, [])


def test_a_part_lacks_something_or_nothing_whatever_the_other_parts_are(library):
    kind = letter(library, needs=("interventie.kern", "partijen[].kvk"), at_least={"rollen": 2})
    loaded = read(PARTIES + "interventie: {naam: X, kern: Y}\nrollen: [{id: r, naam: R}]\n")
    lacking = [
        name for name in ("interventie", "partijen", "rollen", "doelen") if has_unmet(loaded, library, [kind], name)
    ]
    assert lacking == ["partijen", "rollen"]
    assert has_unmet(read("dossier:\norganisatie: {naam: X}\n"), library, [], "dossier")
    assert not has_unmet(read(CORE), library, [], "dossier")


def test_of_a_list_with_only_dashes_each_row_that_the_document_needs_is_asked_for(library):
    kind = letter(library, at_least={"partijen": 2})
    assert list(unmet(read(CORE + "partijen:\n  -\n  -\n  -\n"), library, [kind])) == [("partijen", 0), ("partijen", 1)]
    assert list(unmet(read(CORE + "partijen:\n  -\n"), library, [kind])) == [("partijen", 0)]
    assert unmet(read(CORE + "partijen:\n"), library, [kind]) == {}


def test_a_part_that_was_begun_is_asked_for_by_its_fields_and_else_as_a_whole(library):
    kind = letter(library, needs=("dossier.instellingen.uren_per_fte",))
    begun = CORE.replace("titel: Proef", "titel: Proef, instellingen: {uren_per_fte: }")
    assert list(unmet(read(begun), library, [kind])) == [("dossier", "instellingen", "uren_per_fte")]
    empty = CORE.replace("titel: Proef", "titel: Proef, instellingen: ")
    assert list(unmet(read(empty), library, [kind])) == [("dossier", "instellingen")]
