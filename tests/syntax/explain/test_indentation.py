"""Lines that belong to another line than where they stand."""

from __future__ import annotations

from docgen.syntax.explain import indentation
from docgen.syntax.explain.context import Diagnosis, ErrorContext

KINDS = {
    (): ("dict", ("dossier", "interventie", "rollen")),
    ("dossier",): ("dict", ("titel", "horizon")),
    ("dossier", "titel"): ("text", ()),
    ("dossier", "horizon"): ("dict", ("begin", "einde", "stap")),
    ("interventie",): ("dict", ("naam", "kern")),
    ("interventie", "naam"): ("text", ()),
    ("interventie", "kern"): ("text", ()),
    ("rollen",): ("list", ("id", "naam", "uren")),
}
COLON, VALUES, DASH = (
    "could not find expected ':'",
    "mapping values are not allowed",
    "did not find expected '-' indicator",
)


def outline(names):
    return KINDS.get(tuple(names), ("", ()))


def context(text, words, line=0):
    lines = text.split("\n")
    return ErrorContext(lines, line or len(lines), 1, words, None, outline)


def test_text_that_goes_on_without_indentation_belongs_to_the_field_above():
    assert indentation.runs_on(context("interventie:\n  kern: Ouderen bewegen\n  in de buurt.", COLON)) == Diagnosis(
        3, 3, "deze regel lijkt het vervolg van ‘kern’ op regel 2",
        "schrijf >- achter kern: en zet alle tekst eronder, twee spaties dieper dan kern",
    )  # fmt: skip
    block = indentation.runs_on(context("interventie:\n  kern: >-\n    Ouderen\n  in de buurt.", COLON))
    assert (block.line, block.hint) == (4, "zet alle tekst twee spaties dieper dan kern:")


def test_a_field_a_heading_and_a_word_without_its_colon_do_not_run_on():
    for text, words, line in (
        ("interventie:\n  kern: Ouderen\n    naam: X", VALUES, 3),
        ("interventie:\n  kern: Ouderen\n  naam X", COLON, 3),
        ("interventie:\n  kern: Ouderen\nRollen en taken\nrollen:", COLON, 3),
        ("interventie:\n  kern: 'Ouderen'\n  in de buurt", COLON, 3),
        ("rollen:\n  - id: a\n  in de buurt", COLON, 3),
        ("interventie:\n  kern: Ouderen\n  in de buurt", "while scanning a tag", 3),
    ):
        assert indentation.runs_on(context(text, words, line)) is None


def test_a_second_line_of_a_point_may_be_a_new_point_too_and_both_are_told():
    found = indentation.item_runs_on(context("punten:\n  - Ouderen vallen minder\n  vaak dan eerst", COLON))
    assert found == Diagnosis(
        3, 3, "deze regel is het vervolg van regel 2, of er mist een streepje",
        "hoort de tekst bij regel 2: zet hem dieper dan het streepje; is het een nieuw punt: zet er - voor",
    )  # fmt: skip
    for text in (
        "punten:\n  - Ouderen vallen minder.\n  vaak dan eerst",
        "punten:\n  - Ouderen vallen minder\n  Vaak dan eerst",
        "punten:\n  - Ouderen\n  vaak dan eerst",
        "punten:\n  - Ouderen vallen minder\n     vaak dan eerst",
    ):
        assert indentation.item_runs_on(context(text, COLON)) is None


def test_text_behind_the_name_of_a_part_is_told_at_that_text():
    assert indentation.part_with_text(
        context("dossier:\n  horizon: 2028 tot 2031\n    begin: 2028-01-01", VALUES)
    ) == Diagnosis(
        2, 12, "‘horizon’ is een kopje; hier hoort geen tekst achter",
        "haal ‘2028 tot 2031’ weg, of zet het in een van de velden eronder",
    )  # fmt: skip
    short = indentation.part_with_text(context("dossier:\n  horizon: x\n    begin: 2028-01-01", VALUES))
    assert short.hint == "haal ‘x’ weg"
    for text in (
        "dossier:\n  titel: x\n    begin: 2028-01-01",
        "dossier:\n  horizon: x\n    titel: y",
        "dossier:\n  horizon: x\n  begin: y",
        "dossier:\n  horizon: {a: b}\n    begin: y",
    ):
        assert indentation.part_with_text(context(text, VALUES)) is None


def test_a_section_with_spaces_in_front_belongs_at_the_left():
    assert indentation.section_inside(context("dossier:\n  titel: X\n    rollen:", VALUES)) == Diagnosis(
        3, 5, "‘rollen’ hoort helemaal links te beginnen", "haal de spaties voor rollen: weg"
    )
    assert indentation.section_inside(context("dossier:\n  titel: X\n    taken:", VALUES)) is None
    assert indentation.section_inside(context("dossier:\n  titel: X\nrollen:", VALUES)) is None


def test_fields_that_stand_too_far_to_the_left_are_told_from_the_first_on():
    one = "dossier:\n  horizon:\n  begin: 2028-01-01\n    einde: 2031-12-31"
    assert indentation.moved_left(context(one, VALUES)) == Diagnosis(
        3, 3, "deze regel begint te ver naar links", "zet er 2 spaties voor"
    )
    two = "dossier:\n  horizon:\n  begin: 2028-01-01\n  stap: 1\n    einde: 2031-12-31"
    assert indentation.moved_left(context(two, VALUES)) == Diagnosis(
        3, 3, "regel 3 tot en met 4 beginnen te ver naar links", "zet er op elke regel 2 spaties voor"
    )
    assert indentation.moved_left(context("dossier:\n  titel: X\n    einde: 2031-12-31", VALUES)) is None
    assert indentation.moved_left(context(one, COLON)) is None


def test_a_dash_before_a_part_is_one_too_many_and_before_the_second_row_of_a_list_one_too_few():
    assert indentation.dash_in_part(context("interventie:\n  - naam: X\n  kern: Y", DASH)) == Diagnosis(
        2, 3, "dit streepje hoort hier niet: ‘interventie’ is geen lijst",
        "haal het streepje weg en laat de namen recht onder elkaar beginnen",
    )  # fmt: skip
    assert indentation.dash_in_part(context("rollen:\n  - id: a\n  id: b", DASH)) == Diagnosis(
        3, 3, "hier mist een streepje",
        "zet een streepje en een spatie voor id: en zet de rest van dit punt twee spaties dieper",
    )  # fmt: skip
    assert indentation.dash_in_part(context("rollen:\n  - id: a\n  naam: b", DASH)) is None
    for text in ("rollen:\n  x: 1\n  id: b", "- id: a\nid: b", "rollen:\n  - id a\n  id: b"):
        assert indentation.dash_in_part(context(text, DASH)) is None
    assert indentation.dash_in_part(context("interventie:\n  - naam: X\n  kern: Y", VALUES)) is None


def test_a_pasted_table_is_told_with_the_line_or_the_rows_to_type():
    found = indentation.table(context("  id\tnaam\turen", COLON))
    assert (found.line, found.column, found.message) == (1, 3, "hier is een tabel geplakt (met tabs)")
    assert found.hint.startswith("typ elke rij over als een punt van een lijst")
    found = indentation.table(context("bedragen:\n2028\t2029", COLON))
    assert found.hint == "zet elk jaar met zijn bedrag op één regel: bedragen: {2028: …, 2029: …}"
    for text in ("2028\t2029", "bedragen:\nnaam\turen"):
        assert indentation.table(context(text, COLON)).hint.startswith("typ elke rij over")
    assert indentation.table(context("a: 1\t2", COLON)) is None and indentation.table(context("\ta", COLON)) is None


def test_a_field_on_the_line_of_its_part_belongs_on_the_next():
    assert indentation.part_on_one_line(context("dossier:\n  horizon: begin: 2028-01-01", VALUES)) == Diagnosis(
        2, 12, "‘horizon’ is een kopje; ‘begin’ hoort op de regel eronder",
        "zet begin: met wat erachter staat op een nieuwe regel, twee spaties dieper dan horizon",
    )  # fmt: skip
    assert indentation.part_on_one_line(context("dossier:\n  titel: begin: x", VALUES)) is None


def test_of_two_causes_the_surest_is_told_and_of_none_nothing():
    text = "dossier:\n  titel: X\n    rollen:"
    assert indentation.diagnose(context(text, VALUES)) == indentation.section_inside(context(text, VALUES))
    assert indentation.diagnose(context("dossier:\n  titel: X", VALUES)) is None
