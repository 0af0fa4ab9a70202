"""What in the lines around a place makes a text no YAML: each look knows one slip."""

from __future__ import annotations

import pytest

from docgen.syntax.explain.context import QUOTE, Diagnosis, ErrorContext, unknown_outline
from docgen.syntax.explain.lines import DASHES, LOOSE, NAMES, NO_FIELD, diagnose

COLON, VALUES = "could not find expected ':'", "mapping values are not allowed in this context"
KEY, TOKEN = "while parsing a block mapping did not find expected key", "found character that cannot start any token"
NODE = "did not find expected node content"


def told(text, words, column=1, line=0, outline=unknown_outline):
    lines = text.split("\n")
    return diagnose(ErrorContext(lines, line or len(lines), column, words, None, outline))


@pytest.mark.parametrize(
    ("text", "words", "place", "message", "hint"),
    [
        ("a:\n\tb: 1", TOKEN, (2, 1), "hier staat een tab; YAML springt in met spaties", "vervang de tab door spaties"),
        ("a:\n  -\tb", TOKEN, (2, 4), "na het streepje staat een tab", "vervang de tab door een spatie"),
        ("a:\u00a0b", COLON, (1, 3), "na de dubbele punt staat een harde spatie, zoals bij plakken uit Word", "vervang die door een gewone spatie"),
        ("titel： Proef", COLON, (1, 6), "dit is niet de gewone dubbele punt", "schrijf titel: Proef"),
        ("titel = Proef", COLON, (1, 7), "dit is niet de gewone dubbele punt", "schrijf titel: Proef"),
        ("a: “x”: y", VALUES, (1, 4), "gekrulde aanhalingstekens uit Word gelden niet als aanhalingstekens", "typ rechte: '…' of \"…\""),
        ("a: [x, #2]", NODE, (1, 8), "na een spatie begint # commentaar: de rest van deze regel valt weg, ook het sluitende teken", QUOTE),
        ("punten:\n  • goed", COLON, (2, 3), "een onderdeel van een lijst begint met een streepje, niet met ‘•’", "schrijf - goed"),
        ("punten:\n  - snel\n• goed", COLON, (3, 1), "een onderdeel van een lijst begint met een streepje, niet met ‘•’", "zet een streepje in plaats van •, recht onder het streepje van regel 2"),
        ("punten:\n  - snel\n  • goed", COLON, (3, 3), "een onderdeel van een lijst begint met een streepje, niet met ‘•’", "schrijf - goed"),
        ("punten:\n  2) goed", COLON, (2, 3), "een onderdeel van een lijst begint met een streepje, niet met ‘2)’", "schrijf - goed"),
        ("punten:\n  – goed", COLON, (2, 3), "dit is een lang streepje uit Word", "typ een gewoon streepje met een spatie erachter: - goed"),
        ("rollen:\n  -id: a", KEY, (2, 3), "na het streepje hoort een spatie", "schrijf - id: a"),
        ("punten:\n  - goed\n  -snel", COLON, (3, 3), "na het streepje hoort een spatie", "schrijf - snel"),
        ("rollen:\n}", KEY, (2, 1), "hier staat een } te veel", "haal de } weg"),
        ("<<<<<<< HEAD", COLON, (1, 1), "hier staan twee versies van het dossier door elkaar", "kies er één en haal deze regel weg"),
        ("a: 1\n// x", COLON, (2, 1), "zo begint in YAML geen toelichting", "zet # voor de toelichting"),
        ("a: 1\n=====", COLON, (2, 1), "een streep is geen naam met een waarde", "haal de streep weg, of zet er # voor"),
        ("titel:Proef", COLON, (1, 1), "na de dubbele punt hoort een spatie", "schrijf titel: Proef"),
        ("kern: |\ntekst", COLON, (2, 1), "tekst na | moet verder inspringen dan regel 1", "zet twee spaties meer voor elke regel van de tekst"),
        ("punten:\n  - een\n  twee", COLON, (3, 3), "hier mist een streepje", "schrijf - twee"),
        ("rollen:\n  - id: a\n   - id: b", KEY, (3, 4), "dit streepje staat niet recht onder het streepje van regel 2", DASHES),
        ("- rollen", "block sequence entries are not allowed", (1, 1), "een streepje kan hier niet staan", "haal het streepje weg"),
        ("taken:\n  - - id: a\n    naam: A", KEY, (2, 5), "hier staat een streepje te veel", "schrijf - id: a"),
        ("a: 1\n b: 2", VALUES, (2, 2), "deze regel springt 1 spatie verder in dan de regel erboven", NAMES),
        ("  a: 1\n    b: 2", VALUES, (2, 5), "deze regel springt 2 spaties verder in dan de regel erboven", NAMES),
        ("   a: 1\n b: 2", KEY, (2, 2), "deze regel springt 2 spaties minder ver in dan de regel erboven", NAMES),
        ("titel Proef", COLON, (1, 1), "hier mist een dubbele punt met een spatie erachter", "schrijf titel: Proef"),
        ("titel\nid: proef", VALUES, (1, 1), "hier mist een dubbele punt met een spatie erachter", "schrijf titel:"),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_place_with_what_to_write(text, words, place, message, hint):
    assert told(text, words) == Diagnosis(*place, message, hint)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a: -", "- alleen is geen waarde", "laat de waarde leeg zolang die niet bekend is"),
        ("a: ?", "? alleen is geen waarde", "laat de waarde leeg zolang die niet bekend is"),
        ("a: - 5", "een waarde mag niet beginnen met - en een spatie", "schrijf -5"),
        ("a: ? wie", "een waarde mag niet beginnen met ? en een spatie", QUOTE),
        ("a: - id: b", "een waarde mag niet beginnen met - en een spatie", "zet het streepje op een nieuwe regel, ingesprongen"),
        ("a: - wie", "een waarde mag niet beginnen met - en een spatie", f"{QUOTE}; is het een punt van een lijst, zet het streepje op een nieuwe regel, ingesprongen"),
    ],
)  # fmt: skip
def test_a_sign_where_a_value_belongs_is_told_with_what_may_have_been_meant(text, message, hint):
    assert told(text, "block sequence entries are not allowed", column=4) == Diagnosis(1, 4, message, hint)


def test_a_remedy_that_is_too_long_to_copy_is_said_in_other_words():
    long = "x" * 120
    assert told(f"titel:{long}", COLON).hint == "zet een spatie na titel:"
    assert told(f"punten:\n  - een\n  {long}", COLON).hint == "zet er een streepje en een spatie voor"
    assert told(f"titel {long}", COLON).hint == "zet een dubbele punt en een spatie achter titel"
    assert told(f"a:\n  • {long}", COLON).hint == "zet een streepje en een spatie in plaats van •"


def test_loose_text_is_no_field_and_in_a_file_without_sections_no_dossier():
    def outline(names):
        return ("dict", ("titel",)) if names else ("dict", ("dossier",))

    assert told("dossier:\n  titel: P\nNB nog doen", COLON, outline=outline) == Diagnosis(
        3, 1, "deze regel is geen naam met een waarde", NO_FIELD
    )
    assert told("Beste lezer", COLON, outline=outline) == Diagnosis(1, 1, *LOOSE)
    assert told("dossier:\n  titel P", COLON, outline=outline).hint == "schrijf titel: P"


def test_lines_in_which_nothing_is_to_be_seen_tell_nothing():
    assert told("a: b", "iets dat niemand kent", column=4) is None
