"""One sort of signs in the sentences and titles of a writer."""

from __future__ import annotations

import pytest

from docgen.text.typography import one_sort

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Baten in euro's en foto's", "Baten in euro’s en foto’s"),
        ("'s Avonds gaat 't om zo'n groep van '90.", "’s Avonds gaat ’t om zo’n groep van ’90."),
        ("het plan 'Samen'", "het plan ‘Samen’"),
        ("Programmabegroting 2028-2031", "Programmabegroting 2028–2031"),
        ("van 2028 - 2031.", "van 2028–2031."),
        ("tekort € -30.000 en -€ 5", f"tekort −€{NBSP}30.000 en −€{NBSP}5"),
        ("voor €12.500 of € 13", f"voor €{NBSP}12.500 of €{NBSP}13"),
        ("op 24 juni 2027", f"op 24{NBSP}juni 2027"),
        ("Loop 's-Gravenhage rond", "Loop ’s-Gravenhage rond"),
    ],
)
def test_what_a_keyboard_gives_becomes_one_sort(typed, shown):
    assert one_sort(typed) == shown
    assert one_sort(shown) == shown, "what is right stays"


@pytest.mark.parametrize(
    "text",
    [
        "zaak Z-2027-004512", "Z-2027-2028", "2027-03-15", "2031-2028", "12.2028-2031.5", "2028/2031", "2027-2028-01",
        "https://www.example.nl/2028-2031?a='b'", "o'brien@example.nl", "[plan](https://example.nl/2028-2031)", "plan 2028-2031.pdf x 2028-2031.docx",
        "6 van de 10", "5' lang", 'een scherm van 24"', 'GGD "De Horst"', "gewone tekst",
    ],
)  # fmt: skip
def test_numbers_references_addresses_and_names_of_files_stay(text):
    assert one_sort(text) == text
