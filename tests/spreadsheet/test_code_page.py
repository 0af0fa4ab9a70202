"""A CSV that is no UTF-8: an ordinary Windows file is read, one of MS-DOS or a Mac is never read as other letters."""

from __future__ import annotations

import pytest

from docgen.errors import SourceError
from docgen.spreadsheet.code_page import decode_windows

WINDOWS = [
    "Röntgen ’s-Gravenhage", "€ 12.500", "€100 en 100€", "„De Bron” en “Zuid” en ‘t Gooi", "‚De Bron’", "Elst–Arnhem", "maandag–vrijdag",
    "enz…", "Brand™", "40 m² en 20°C", "CAFÉ DE KNIËEN", "drie CAFÉs", "É. Dubois", "Škoda", "foto´s", "3 à 4", "À la carte", "Ångström",
    "Curaçao", "één", "écht", "Øresund", "½ dag", "Jansen †", "naïef, coördinatie, België", "§ 3", "d’Ancona", "España", "Œuvre", "©2027",
    "samen\N{SOFT HYPHEN}werking", "de\N{NO-BREAK SPACE}Bron", "¿Qué?", "10‰",
]  # fmt: skip


@pytest.mark.parametrize("text", WINDOWS)
def test_what_a_dutch_windows_writes_is_read_as_it_was(text):
    assert decode_windows(text.encode("cp1252"), "lijst.csv") == text


NAMES = [
    "Café",
    "Curaçao",
    "België",
    "één",
    "écht",
    "Zürich",
    "coördinator",
    "Oekraïne",
    "crèche",
    "hôtel",
    "châlet",
    "élan",
    "CAFÉ",
]
OF_A_MAC = [
    "KNIËEN",
    "voilà",
    "’s-Gravenhage",
    "‘t Gooi",
    "“De Bron”",
    "€ 12",
    "foto’s",
    "noord–zuid",
    "Émile",
    "Málaga",
    "España",
]


@pytest.mark.parametrize(("code_page", "name"), [
    *(("cp850", name) for name in [*NAMES, "vis-à-vis", "3 à 4", "España", "León"]),
    *(("mac_roman", name) for name in [*NAMES, *OF_A_MAC]),
])  # fmt: skip
def test_letters_of_an_old_code_page_are_refused_with_what_they_may_be(code_page, name):
    with pytest.raises(SourceError) as refused:
        decode_windows(f"naam;plaats\r\nX;{name};Zuid\r\n".encode(code_page), "lijst.csv")
    program = {"cp850": "MS-DOS", "mac_roman": "Mac"}[code_page]
    word = next(word for word in name.split() if not word.isascii())
    assert f"‘{word}’ ({program})" in str(refused.value)
    assert "op regel 2 " in str(refused.value)


def test_the_remedy_says_how_to_save_the_list(listed):
    with pytest.raises(SourceError) as refused:
        listed("partner.naam\nGGD Café\n".encode("cp850"))
    assert str(refused.value).split("partners.csv ")[1] == (
        "is geen UTF-8, en het is niet zeker welke letters er staan: op regel 2 ‘Caf‚’ (Windows) of ‘Café’ (MS-DOS); sla de "
        "lijst op als .xlsx of als CSV UTF-8, in het programma waar de namen goed te lezen zijn"
    )


def test_lines_of_an_old_mac_are_counted(listed):
    with pytest.raises(SourceError, match="op regel 3 ‘CafŽ’ \\(Windows\\) of ‘Café’ \\(Mac\\)"):
        listed("partner.naam\rA\rCafé\r".encode("mac_roman"))
