"""What a heading was meant for, where somebody wrote it in their own words."""

from __future__ import annotations

import pytest

from docgen.partners.headings import Headings


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Naam", "partner.naam"),
        ("Naam organisatie", "Organisatie"),
        ("Organisatienaam", "Organisatie"),
        ("Instellingsnaam", "partner.naam"),
        ("Vestigingsplaats", "partner.plaats"),
        ("Plats", "partner.plaats"),
        ("K.v.K.", "partner.kvk"),
        ("KvK nummer", "partner.kvk"),
        ("Organistie", "Organisatie"),
        ("Bedrag 2028", "Bedrag in 2028"),
        ("Getekend", "partner.getekend_op"),
    ],
)
def test_a_heading_in_other_words_is_stopped_with_the_field_that_was_meant(listed, heading, meant):
    found = listed(f"partner.soort;{heading}\nA;B\n")
    assert [p.hint.split("?")[0] for p in found.problems] == [f"bedoel je ‘{meant}’"]


@pytest.mark.parametrize(
    "heading",
    ["Nr.", "#", "Opmerkingen", "Contactpersoon", "E-mail", "Telefoonnummer", "Adres", "Postcode", "T.a.v.", "Regio", "Akkoord", "Website", "Functie"],
)  # fmt: skip
def test_what_a_secretary_keeps_for_herself_resembles_no_field(library, base, heading):
    assert Headings(library, base).is_nobodys(heading)
