"""File names of a batch: safe on every system, and never two rows in one file."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.documents.filenames import collision_key, collisions, file_name, fill_pattern, placeholders, safe_filename
from docgen.documents.request import parse_request
from docgen.dossier import loads
from docgen.errors import DocgenError

DATA = {"partner": {"naam": "GGD Noord", "adres": None, "posten": [1]}, "type": "overeenkomst", "dossier": {"id": "x"}}


def test_a_pattern_takes_values_from_the_data():
    assert placeholders("{partner.naam} - {type}") == ["partner.naam", "type"]
    assert fill_pattern("{partner.naam} - { type }", DATA) == "GGD Noord - overeenkomst"


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{partner.nam}", "‘{partner.nam}’ in de bestandsnaam is niet ingevuld; bedoel je ‘naam’?"),
        ("{partner.adres}", "‘{partner.adres}’ in de bestandsnaam is niet ingevuld; bedoel je ‘adres’?"),
        ("{partner}", "‘{partner}’ in de bestandsnaam is geen tekst; kies een veld met één waarde"),
        ("{partner.posten}", "‘{partner.posten}’ in de bestandsnaam is geen tekst; kies een veld met één waarde"),
    ],
)
def test_a_field_that_is_not_there_is_named(pattern, message):
    with pytest.raises(DocgenError) as refused:
        fill_pattern(pattern, DATA)
    assert str(refused.value) == message


def test_a_loose_brace_is_refused():
    with pytest.raises(DocgenError, match="een accolade te veel"):
        placeholders("{partner.naam - {type}")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "etc-passwd.docx"),
        ("C:\\x", "C--x.docx"),
        ("/etc/x", "etc-x.docx"),
        ("..", "zonder-naam.docx"),
        ("", "zonder-naam.docx"),
        ("  \t ", "zonder-naam.docx"),
        ("CON", "_CON.docx"),
        ("nul", "_nul.docx"),
        ("aux.txt", "_aux.txt.docx"),
        ("com1 ", "_com1.docx"),
        ("naam. . .", "naam.docx"),
        ("naam...", "naam.docx"),
        ("Welzijn B.V.", "Welzijn B.V..docx"),
        ("Welzijn B.V. ", "Welzijn B.V..docx"),
        ("- Stichting Zorg", "Stichting Zorg.docx"),
        ("~$ietsje", "ietsje.docx"),
        ("\u200b.-~$ -x", "x.docx"),
        ("~wijk", "~wijk.docx"),
        ("a\x85b\x9fc", "a-b-c.docx"),
        ("e\u200b\u0301", "é.docx"),
        ("一\u3000日", "一 日.docx"),
        ('a<b>c"d|e?f*g', "a-b-c-d-e-f-g.docx"),
        ("Cafe\u0301", "Café.docx"),
        ("a\u200bb\u202ec", "abc.docx"),
        ("x" * 300, "x" * 200 + ".docx"),
        ("é" * 300, "é" * 100 + ".docx"),
        ("=HYPERLINK(\"x\")", "=HYPERLINK(-x-).docx"),
        ("GGD & partners (Noord)", "GGD & partners (Noord).docx"),
    ],
)  # fmt: skip
def test_a_name_fits_every_system(name, expected):
    assert safe_filename(name) == expected


UNSEEN = {
    "bidi": "\u061c\u200e\u202a\u202e\u2066\u2069", "joiners": "\u200b\u200c\u200d\u2060\u2064\ufeff\u00ad\u180e",
    "fillers": "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4", "selectors": "\ufe0e\ufe0f\u180b\U000e0100\U000e01ef",
    "tags": "\U000e0001\U000e0041\U000e007f", "private": "\ue000\U000f0000", "nothing": "\ufffe\U0001ffff\ufff0",
    "notes": "\ufff9\ufffb\U0001d173\U000110bd",
}  # fmt: skip


@pytest.mark.parametrize("unseen", UNSEEN.values(), ids=UNSEEN)
def test_what_cannot_be_seen_is_in_no_name_and_makes_no_two_of_one(unseen):
    for character in unseen:
        assert safe_filename(f"{character}GGD{character} Noord{character}") == "GGD Noord.docx", hex(ord(character))
        (told,) = collisions([("rij 2", safe_filename("GGD Noord")), ("rij 3", safe_filename(f"GGD{character} Noord"))])
        assert told.startswith("rij 3 en rij 2 krijgen hetzelfde bestand ‘GGD Noord.docx’; ")


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text(max_size=400))
def test_whatever_the_text_the_name_fits(text):
    name = safe_filename(text)
    assert len(name.encode()) <= 255 and name == unicodedata.normalize("NFC", name)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name) and name not in (".docx", "..docx")
    assert not name.startswith(("-", "~$", ".", " "))
    assert not any(unicodedata.category(one)[0] == "C" for one in name)
    assert name.removesuffix(".docx").strip(" .") != "" and safe_filename(name.removesuffix(".docx")) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [("GGD", "ggd"), ("Café", "Cafe\u0301"), ("Straße", "STRASSE"), ("ﬁets", "fiets"), ("a  b", "a b"), ("x/y", "x-y")],
)
def test_names_that_a_system_may_take_for_one_are_one(one, other):
    assert collision_key(safe_filename(one)) == collision_key(safe_filename(other))
    assert collisions([("rij 2", safe_filename(one)), ("rij 5", safe_filename(other))]) == [
        f"rij 5 en rij 2 krijgen hetzelfde bestand ‘{safe_filename(other)}’; haal één van de twee weg, of neem een veld in --name op dat verschilt"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coop", "\u0421oo\u0440"),  # Cyrillic
        ("BEKA", "\u0412\u0415\u041a\u0410"),
        ("Vita", "Vit\u03b1"),  # Greek
        ("GGD-Noord", "GGD\u2010Noord"),
        ("GGD - Noord", "GGD \u2013 Noord"),
        ("'t Hof", "\u2019t Hof"),
    ],
)
def test_names_that_look_the_same_are_told_with_both_rows(one, other):
    (told,) = collisions([("rij 2", safe_filename(one)), ("rij 5", safe_filename(other))])
    start = (
        f"rij 5 en rij 2 krijgen hetzelfde bestand ‘{safe_filename(other)}’, op tekens na die er hetzelfde uitzien; "
    )
    assert told.startswith(start)


@pytest.mark.parametrize(
    ("one", "other"), [("a", "b"), ("B.V", "B.V."), ("GGD 1", "GGD l"), ("Café", "Cafe"), ("А", "Б")]
)
def test_names_that_differ_do_not_collide(one, other):
    assert collisions([("rij 2", safe_filename(one)), ("rij 3", safe_filename(other))]) == []


def test_the_extension_stands_once_also_when_it_was_asked():
    assert safe_filename("2.docx") == "2.docx" and safe_filename("Plan.DOCX", "-concept.docx") == "Plan-concept.docx"


@pytest.mark.parametrize(
    ("name", "draft", "expected"),
    [
        ("jaarplan", False, "jaarplan-x.docx"),
        ("jaarplan", True, "jaarplan-x-concept.docx"),
        ("overdracht", False, "overdracht-x.docx"),  # the first variant goes without saying
        ("overdracht:bestuur", False, "overdracht-bestuur-x.docx"),
        ("overdracht:bestuur@rijder", True, "overdracht-bestuur-x-rijder-concept.docx"),
    ],
)
def test_a_document_is_named_by_its_type_variant_dossier_and_role(library, name, draft, expected):
    dossier = loads(b"dossier: {id: x}\nrollen: [{id: rijder}]\n", "x.yaml", library)
    assert file_name(dossier, parse_request(dossier, name), draft) == expected


def test_a_dossier_without_an_id_gives_a_name_without_one(library):
    dossier = loads(b"jaarplan: {jaar: 2028}\n", "x.yaml", library)
    assert file_name(dossier, parse_request(dossier, "jaarplan")) == "jaarplan.docx"
