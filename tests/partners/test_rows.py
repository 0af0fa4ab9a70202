"""The rows of a list: which count, what each is called, and a list that has none."""

from __future__ import annotations

import pytest


def test_a_row_is_called_after_its_partner(listed):
    found = listed("partner.naam;partner.id;partner.plaats\nStichting A;a;X\n;b;X\n;;X\n")
    assert [(row.number, row.label) for row in found.rows] == [(2, "Stichting A"), (3, "b"), (4, "rij 4")]


def test_blank_rows_and_the_explanation_under_the_headings_are_skipped(listed):
    text = "partner.naam;partner.plaats\n» uitleg: de naam;de plaats\n\n;\nA;X\n  \n» uitleg: hoort bij B;X\n"
    found = listed(text)
    assert [(row.number, row.label) for row in found.rows] == [(5, "A"), (7, "» uitleg: hoort bij B")]
    assert [row.label for row in listed(text.encode("cp1252")).rows] == ["A", "» uitleg: hoort bij B"]


@pytest.mark.parametrize("text", ["partner.naam\n", "partner.naam\n\n \n", "partner.naam\n» uitleg: x\n", "\n;;\n"])
def test_a_list_without_partners_says_so(listed, text):
    assert [p.message for p in listed(text).problems] == ["er staat geen enkele partner in de lijst"]


def test_a_partner_with_the_id_of_a_party_of_another_name_is_refused_at_that_cell(listed, base):
    party = base.data["partijen"][0]
    wrong = listed(f"partner.id;partner.naam\n{party['id']};Stichting Anders\n").rows[0]
    (problem,) = wrong.problems
    assert (problem.code, problem.level) == ("dubbel", "fout")
    assert problem.message == f"kenmerk ‘{party['id']}’ is al van {party['naam']}, een andere partij in het dossier"
    assert listed(f"partner.id;partner.naam\n{party['id']};  {party['naam'].upper()} \n").rows[0].problems == ()
