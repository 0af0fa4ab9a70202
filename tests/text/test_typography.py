"""One sort of signs in the sentences and titles of a writer."""

from __future__ import annotations

import time

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
        r"G:\Beleid 2028-2031\foto's\plan", "foto's.zip", "Nota 2028 - 2031 def.docx", "Beleid 2028-2031 versie 2.pdf", "foto's van 2028.pdf",
        "merenbroek.nl/foto's-2028", "kenmerk: 2020-2021", "zaak 2027-2028", "zie (foto's.mp4)",
        "6 van de 10", "5' lang", 'een scherm van 24"', 'GGD "De Horst"', "gewone tekst",
    ],
)  # fmt: skip
def test_numbers_references_addresses_and_names_of_files_stay(text):
    assert one_sort(text) == text


def test_words_around_an_address_or_a_file_change():
    assert one_sort("foto's in [foto's 2028-2031](https://x.nl/2028-2031): 'alles'") == (
        "foto’s in [foto’s 2028–2031](https://x.nl/2028-2031): ‘alles’"
    )
    assert (
        one_sort("De foto's, zie a@b.nl of foto's.zip, van 2028-2031")
        == "De foto’s, zie a@b.nl of foto's.zip, van 2028–2031"
    )


def test_a_pasted_picture_takes_no_more_than_its_length():
    begin = time.process_time()
    one_sort("euro's " + "A" * 20_000)
    short = time.process_time() - begin
    begin = time.process_time()
    one_sort("euro's " + "B" * 400_000)
    assert time.process_time() - begin < 200 * max(short, 0.001)
