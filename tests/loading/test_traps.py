"""Traps of YAML and slips of writers: each gives one finding, at its place, with what to do about it.

A row is real bytes and what a writer sees. `tests/fuzz/test_fuzz.py` breaks the same rows further.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from docgen.dossier import check, loads
from docgen.syntax import parser
from tests.conftest import about_shape

BASE = """\
dossier:
  id: proef
  titel: Proef
organisatie:
  naam: gemeente Proef
partijen:
  - id: bus
    naam: Stichting Bus
rollen:
  - id: rijder
    naam: Chauffeur
    partij: bus
"""


def base(old: str = "", new: str = "") -> bytes:
    """The small dossier with one thing changed."""
    assert old in BASE
    return BASE.replace(old, new, 1).encode()


def more(text: str) -> bytes:
    """The small dossier with more behind it."""
    return (BASE + text).encode()


def role(field: str) -> bytes:
    """The small dossier with one more field in its role, at line 13."""
    return more(f"    {field}\n")


def title(value: str) -> bytes:
    """The small dossier with another title, at line 3."""
    return base("Proef\norg", f"{value}\norg")


def meta(field: str) -> bytes:
    """The small dossier with one more field under `dossier`, at line 4."""
    return base("organisatie:", f"  {field}\norganisatie:")


def amounts(value: str) -> bytes:
    """The small dossier with these amounts in a budget post, at line 15, column 56."""
    return more(f"begroting:\n  posten:\n    - {{id: P1, naam: x, aard: structureel, bedragen: {value}}}\n")


def points(text: str) -> bytes:
    """The small dossier with a list of texts from line 14 on."""
    return more(f"waarom_doorgaan:\n{text}")


BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
)
TASK = "taken:\n  - id: T1\n    naam: Rijden\n"
COMPOSED = BASE.encode()

# name, bytes, line, column, code, level, message, hint
TRAPS: list[tuple[str, bytes, int, int, str, str, str, str]] = [
    # yes and no
    ("no in a boolean", meta('openbaar: no'), 4, 13, "type", "fout", "verwacht true of false, kreeg ‘no’", "schrijf false in plaats van ‘no’"),
    ("ja in a boolean", meta('openbaar: ja'), 4, 13, "type", "fout", "verwacht true of false, kreeg ‘ja’", "schrijf true in plaats van ‘ja’"),
    ("nee in a boolean", meta('openbaar: nee'), 4, 13, "type", "fout", "verwacht true of false, kreeg ‘nee’", "schrijf false in plaats van ‘nee’"),
    ("on in a boolean", meta('openbaar: on'), 4, 13, "type", "fout", "verwacht true of false, kreeg ‘on’", "schrijf true in plaats van ‘on’"),
    ("Ja in a boolean", meta('openbaar: Ja'), 4, 13, "type", "fout", "verwacht true of false, kreeg ‘Ja’", "schrijf true in plaats van ‘Ja’"),
    ("1 in a boolean", meta('openbaar: 1'), 4, 13, "type", "fout", "verwacht true of false, kreeg ‘1’", "schrijf true in plaats van ‘1’"),
    ("a quoted boolean", meta("openbaar: 'true'"), 4, 13, "type", "fout", "verwacht true of false, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"),
    ("a cross in a boolean", meta('openbaar: x'), 4, 13, "type", "fout", "verwacht true of false, kreeg ‘x’", "schrijf true (ja) of false (nee)"),
    ("a boolean with a full stop", meta('openbaar: true.'), 4, 13, "type", "fout", "verwacht true of false, kreeg ‘true.’", "schrijf true in plaats van ‘true.’"),
    ("no in a choice", meta('status: no'), 4, 11, "keuze", "fout", "verwacht concept, ter besluitvorming of vastgesteld, kreeg ‘no’", ""),
    ("a capital in a choice", meta('status: Concept'), 4, 11, "keuze", "fout", "verwacht concept, ter besluitvorming of vastgesteld, kreeg ‘Concept’", "bedoel je ‘concept’?"),
    ("a word that is no choice", meta('status: definitief'), 4, 11, "keuze", "fout", "verwacht concept, ter besluitvorming of vastgesteld, kreeg ‘definitief’", ""),
    ("a choice with a comma", meta('status: concept,'), 4, 11, "keuze", "fout", "verwacht concept, ter besluitvorming of vastgesteld, kreeg ‘concept,’", "bedoel je ‘concept’?"),
    ("a choice with a soft hyphen", meta('status: con\xadcept'), 4, 11, "keuze", "fout", "verwacht concept, ter besluitvorming of vastgesteld, kreeg ‘con\u00adcept’", "er staat een onzichtbaar teken of een harde spatie in; typ ‘concept’ opnieuw"),
    ("a choice with a hard space", meta('status: ter\xa0besluitvorming'), 4, 11, "keuze", "fout", "verwacht concept, ter besluitvorming of vastgesteld, kreeg ‘ter\u00a0besluitvorming’", "er staat een onzichtbaar teken of een harde spatie in; typ ‘ter besluitvorming’ opnieuw"),
    ("yes in a choice of ja and nee", more('interventie:\n  naam: X\n  erkenning: {van_belang: yes}\n'), 15, 27, "keuze", "fout", "verwacht ja, nee of later, kreeg ‘yes’", "bedoel je ‘ja’?"),
    # numbers
    ("number 01234567", role('uren: 01234567'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘01234567’ met een nul ervoor", "schrijf 1234567"),
    ("number 010", role('uren: 010'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘010’ met een nul ervoor", "schrijf 10"),
    ("number 08", role('uren: 08'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘08’ met een nul ervoor", "schrijf 8"),
    ("number 0o10", role('uren: 0o10'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘0o10’", "schrijf alleen cijfers"),
    ("number 0x1F", role('uren: 0x1F'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘0x1F’", "schrijf alleen cijfers"),
    ("number 12:30", role('uren: 12:30'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘12:30’", "schrijf uren met een punt: 12.5"),
    ("number 12.500", role('uren: 12.500'), 13, 11, "type", "fout", "12.500 is dubbelzinnig: 12500 of 12 komma 500?", "schrijf 12500 of 12.50"),
    ("number 1.000,50", role('uren: 1.000,50'), 13, 11, "type", "fout", "verwacht een getal zonder punten voor duizendtallen, kreeg ‘1.000,50’", "schrijf 1000.50"),
    ("number 1,000.50", role('uren: 1,000.50'), 13, 11, "type", "fout", "verwacht een getal zonder komma’s voor duizendtallen, kreeg ‘1,000.50’", "schrijf 1000.50"),
    ("number 1.250.000", role('uren: 1.250.000'), 13, 11, "type", "fout", "verwacht een getal zonder punten voor duizendtallen, kreeg ‘1.250.000’", "schrijf 1250000"),
    ("number 1,250,000", role('uren: 1,250,000'), 13, 11, "type", "fout", "verwacht een getal zonder komma’s voor duizendtallen, kreeg ‘1,250,000’", "schrijf 1250000"),
    ("number 92,50", role('uren: 92,50'), 13, 11, "type", "fout", "verwacht een getal met een punt voor decimalen, kreeg ‘92,50’", "schrijf 92.50"),
    ("number 12,500", role('uren: 12,500'), 13, 11, "type", "fout", "12,500 is dubbelzinnig: 12500 of 12 komma 500?", "schrijf 12500 of 12.50"),
    ("number 12.500,-", role('uren: 12.500,-'), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘12.500,-’", "schrijf 12500"),
    ("number 85,=", role('uren: 85,='), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘85,=’", "schrijf 85"),
    ("number -5", role('uren: -5'), 13, 11, "bereik", "fout", "-5 is te klein; het kleinste is 0", "controleer het getal"),
    ("number 1e4", role('uren: 1e4'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘1e4’", "schrijf 10000"),
    ("number 12_500", role('uren: 12_500'), 13, 11, "type", "fout", "verwacht een getal zonder liggende streepjes, kreeg ‘12_500’", "schrijf 12500"),
    ("number .5", role('uren: .5'), 13, 11, "type", "fout", "verwacht een cijfer voor de punt, kreeg ‘.5’", "schrijf 0.5"),
    ("number 5.", role('uren: 5.'), 13, 11, "type", "fout", "na het getal staat nog een leesteken: ‘5.’", "schrijf 5"),
    ("number +5", role('uren: +5'), 13, 11, "type", "fout", "verwacht een getal zonder plusteken, kreeg ‘+5’", "schrijf 5"),
    ("number ½", role('uren: ½'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘½’", "schrijf 0.5"),
    ("number １２", role('uren: １２'), 13, 11, "type", "fout", "verwacht gewone cijfers, kreeg ‘１２’", "schrijf 12"),
    ("number 1 000", role('uren: 1 000'), 13, 11, "type", "fout", "verwacht een getal zonder spaties of apostrofs, kreeg ‘1 000’", "schrijf 1000"),
    ("number 1 000,50", role('uren: 1 000,50'), 13, 11, "type", "fout", "verwacht een getal zonder spaties of apostrofs, kreeg ‘1 000,50’", "schrijf 1000.50"),
    ("number 1\u00a0000", role('uren: 1\xa0000'), 13, 11, "type", "fout", "verwacht een getal zonder spaties of apostrofs, kreeg ‘1 000’", "schrijf 1000"),
    ("number \u00a0840", role('uren: \xa0840'), 13, 11, "type", "fout", "bij dit getal staat een onzichtbaar teken of een harde spatie", "schrijf 840"),
    ("number acht", role('uren: acht'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘acht’", "schrijf 8"),
    ("number O5", role('uren: O5'), 13, 11, "type", "fout", "in ‘O5’ staat een letter die op een cijfer lijkt", "schrijf 5"),
    ("number l2", role('uren: l2'), 13, 11, "type", "fout", "in ‘l2’ staat een letter die op een cijfer lijkt", "schrijf 12"),
    ("number 12'500", role("uren: 12'500"), 13, 11, "type", "fout", "verwacht een getal zonder spaties of apostrofs, kreeg ‘12'500’", "schrijf 12500"),
    ("number 840 uur", role('uren: 840 uur'), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘840 uur’", "schrijf 840"),
    ("number 840u", role('uren: 840u'), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘840u’", "schrijf 840"),
    ("number 40%", role('uren: 40%'), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘40%’", "schrijf 40; de eenheid (%) hoort in een ander veld"),
    ("number 0,6 fte", role('uren: 0,6 fte'), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘0,6 fte’", "reken het om naar wat hier hoort: uren per jaar die beschikbaar zijn"),
    ("number 8 uur per week", role('uren: 8 uur per week'), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘8 uur per week’", "reken het om naar wat hier hoort: uren per jaar die beschikbaar zijn"),
    ("number ca. 840", role('uren: ca. 840'), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘ca. 840’", "schrijf 840; ‘ca.’ hoort in de tekst"),
    ("number max. 840", role('uren: max. 840'), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘max. 840’", "schrijf 840; ‘max.’ hoort in de tekst"),
    ("number 20-30", role('uren: 20-30'), 13, 11, "type", "fout", "verwacht één getal, kreeg ‘20-30’", "reken het uit en schrijf één getal"),
    ("number 20 á 30", role('uren: 20 á 30'), 13, 11, "type", "fout", "verwacht één getal, kreeg ‘20 á 30’", "reken het uit en schrijf één getal"),
    ("number =A1+B1", role('uren: =A1+B1'), 13, 11, "type", "fout", "verwacht één getal, kreeg ‘=A1+B1’", "reken het uit en schrijf één getal"),
    ("number 2 x 420", role('uren: 2 x 420'), 13, 11, "type", "fout", "verwacht één getal, kreeg ‘2 x 420’", "reken het uit en schrijf één getal"),
    ("number 1,2 mln", role('uren: 1,2 mln'), 13, 11, "type", "fout", "verwacht een getal dat voluit is geschreven, kreeg ‘1,2 mln’", "schrijf 1200000"),
    ("number 12,5k", role('uren: 12,5k'), 13, 11, "type", "fout", "verwacht een getal dat voluit is geschreven, kreeg ‘12,5k’", "schrijf 12500"),
    ("number 840,", role('uren: 840,'), 13, 11, "type", "fout", "na het getal staat nog een leesteken: ‘840,’", "schrijf 840"),
    ("number 840?", role('uren: 840?'), 13, 11, "type", "fout", "na het getal staat nog een leesteken: ‘840?’", "schrijf 840"),
    ("number 5.125", role('uren: 5.125'), 13, 11, "type", "fout", "5.125 is dubbelzinnig: 5125 of 5 komma 125?", "schrijf 5125 of 5.13"),
    ("number 100000000000000000000", role('uren: 100000000000000000000'), 13, 11, "type", "fout", "dit getal is te groot", "controleer het aantal cijfers"),
    ("number '840'", role("uren: '840'"), 13, 11, "type", "fout", "verwacht een getal, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"),
    ('number "840"', role('uren: "840"'), 13, 11, "type", "fout", "verwacht een getal, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"),
    ("number [5]", role('uren: [5]'), 13, 11, "type", "fout", "verwacht een getal, kreeg een lijst", "schrijf bijvoorbeeld uren: 840"),
    ("number {a: 5}", role('uren: {a: 5}'), 13, 11, "type", "fout", "verwacht een getal, kreeg een naam met een waarde", "schrijf bijvoorbeeld uren: 840"),
    ("number PM", role('uren: PM'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘PM’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("number n.v.t.", role('uren: n.v.t.'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘n.v.t.’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("number …", role('uren: …'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘…’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("number xxx", role('uren: xxx'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘xxx’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("number TODO", role('uren: TODO'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘TODO’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("number nog te bepalen", role('uren: nog te bepalen'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘nog te bepalen’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("number -", role('uren: -'), 13, 11, "yaml", "fout", "- alleen is geen waarde", "laat de waarde leeg zolang die niet bekend is"),
    ("number ?", role('uren: ?'), 13, 11, "yaml", "fout", "? alleen is geen waarde", "laat de waarde leeg zolang die niet bekend is"),
    ("number - 5", role('uren: - 5'), 13, 11, "yaml", "fout", "een waarde mag niet beginnen met - en een spatie", "schrijf -5"),
    ("number >840", role('uren: >840'), 13, 11, "yaml", "fout", "na > mag op deze regel niets meer staan", "zet de tekst op de volgende regel, ingesprongen; begint de tekst zelf met dit teken, zet hem dan tussen aanhalingstekens"),
    ("number 2028-01-01", role('uren: 2028-01-01'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘2028-01-01’", "schrijf alleen cijfers"),
    ("number twee tot drie", role('uren: twee tot drie'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘twee tot drie’", "schrijf alleen cijfers"),
    ("number (840)", role('uren: (840)'), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘(840)’", "schrijf 840"),
    ("euro sign", role('tarief: € 12.500'), 13, 13, "type", "fout", "verwacht alleen het getal, kreeg ‘€ 12.500’", "schrijf 12500"),
    ("euro sign glued", role('tarief: €92,50'), 13, 13, "type", "fout", "verwacht alleen het getal, kreeg ‘€92,50’", "schrijf 92.50"),
    ("euro in words", role('tarief: 12.500 euro'), 13, 13, "type", "fout", "verwacht alleen het getal, kreeg ‘12.500 euro’", "schrijf 12500"),
    ("EUR", role('tarief: EUR 12.500,00'), 13, 13, "type", "fout", "verwacht alleen het getal, kreeg ‘EUR 12.500,00’", "schrijf 12500.00"),
    ("euro and dash", role('tarief: € 85,--'), 13, 13, "type", "fout", "verwacht alleen het getal, kreeg ‘€ 85,--’", "schrijf 85"),
    ("per hour", role('tarief: 85 p/u'), 13, 13, "type", "fout", "verwacht alleen het getal, kreeg ‘85 p/u’", "schrijf 85"),
    ("euro PM", role('tarief: € PM'), 13, 13, "type", "fout", "verwacht een bedrag in euro’s, kreeg ‘€ PM’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    # amounts per year
    ("amounts {2028:9000}", amounts('{2028:9000}'), 15, 55, "leeg", "fout", "na ‘2028:’ hoort een spatie", "schrijf 2028: 9000"),
    ("amounts {2028: 5, 2029:6}", amounts('{2028: 5, 2029:6}'), 15, 64, "leeg", "fout", "na ‘2029:’ hoort een spatie", "schrijf 2029: 6"),
    ("amounts {2028: 12500,50}", amounts('{2028: 12500,50}'), 15, 61, "type", "fout", "verwacht een getal met een punt voor decimalen, kreeg ‘12500,50’", "schrijf 12500.50"),
    ("amounts {2028: 12.500,50}", amounts('{2028: 12.500,50}'), 15, 61, "type", "fout", "verwacht een getal zonder punten voor duizendtallen, kreeg ‘12.500,50’", "schrijf 12500.50"),
    ("amounts {2028: 12.500}", amounts('{2028: 12.500}'), 15, 61, "type", "fout", "12.500 is dubbelzinnig: 12500 of 12 komma 500?", "schrijf 12500 of 12.50"),
    ("amounts {2028: 1,250,000}", amounts('{2028: 1,250,000}'), 15, 61, "type", "fout", "verwacht een getal zonder komma’s voor duizendtallen, kreeg ‘1,250,000’", "schrijf 1250000"),
    ("amounts {2028: 12.500,-, 2029: 6}", amounts('{2028: 12.500,-, 2029: 6}'), 15, 61, "type", "fout", "verwacht alleen het getal, kreeg ‘12.500,-’", "schrijf 12500"),
    ("amounts {2028: € 9.000, 2029: 5}", amounts('{2028: € 9.000, 2029: 5}'), 15, 61, "type", "fout", "verwacht alleen het getal, kreeg ‘€ 9.000’", "schrijf 9000"),
    ("amounts {2028-2031: 1}", amounts('{2028-2031: 1}'), 15, 55, "type", "fout", "verwacht één jaar, kreeg ‘2028-2031’", "noem elk jaar apart, met een eigen getal erachter: 2028: …, 2029: …"),
    ("amounts {2028 t/m 2031: 1}", amounts('{2028 t/m 2031: 1}'), 15, 55, "type", "fout", "verwacht één jaar, kreeg ‘2028 t/m 2031’", "noem elk jaar apart, met een eigen getal erachter: 2028: …, 2029: …"),
    ("amounts {2028/2029: 1}", amounts('{2028/2029: 1}'), 15, 55, "type", "fout", "verwacht één jaar, kreeg ‘2028/2029’", "noem elk jaar apart, met een eigen getal erachter: 2028: …, 2029: …"),
    ("amounts {28: 5}", amounts('{28: 5}'), 15, 55, "bereik", "fout", "28 is te klein; het kleinste is 1990", "schrijf 2028"),
    ("amounts {1828: 5}", amounts('{1828: 5}'), 15, 55, "bereik", "fout", "1828 is te klein; het kleinste is 1990", "controleer het jaartal"),
    ("amounts {20280: 5}", amounts('{20280: 5}'), 15, 55, "bereik", "fout", "20280 is te groot; het grootste is 2100", "controleer het jaartal"),
    ("amounts {'2028': 1}", amounts("{'2028': 1}"), 15, 55, "type", "fout", "verwacht een geheel getal, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"),
    ("amounts {2028: '5'}", amounts("{2028: '5'}"), 15, 61, "type", "fout", "verwacht een bedrag in euro’s, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"),
    ("amounts {2028: }", amounts('{2028: }'), 15, 55, "leeg", "fout", "bij ‘2028’ staat geen waarde", "vul een getal in of haal ‘2028’ weg"),
    ("amounts {2028: , 2029: 1}", amounts('{2028: , 2029: 1}'), 15, 55, "leeg", "fout", "bij ‘2028’ staat geen waarde", "vul een getal in of haal ‘2028’ weg"),
    ("amounts {2028: 1, 2029}", amounts('{2028: 1, 2029}'), 15, 64, "leeg", "fout", "bij ‘2029’ staat geen waarde", "vul een getal in of haal ‘2029’ weg"),
    ("amounts {2028, 5}", amounts('{2028, 5}'), 15, 55, "leeg", "fout", "bij ‘2028’ staat geen waarde", "vul een getal in of haal ‘2028’ weg"),
    ("amounts {2028: pm}", amounts('{2028: pm}'), 15, 61, "type", "fout", "verwacht een bedrag in euro’s, kreeg ‘pm’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("amounts {2028: -5}", amounts('{2028: -5}'), 15, 61, "bereik", "fout", "-5 is te klein; het kleinste is 0", "controleer het getal"),
    ("amounts {ja: 5}", amounts('{ja: 5}'), 15, 55, "type", "fout", "verwacht een jaar, kreeg ‘ja’", "zet hier een jaartal, zoals 2028"),
    ("amounts {vanaf 2028: 5}", amounts('{vanaf 2028: 5}'), 15, 55, "type", "fout", "verwacht één jaar, kreeg ‘vanaf 2028’", "noem elk jaar apart, met een eigen getal erachter: 2028: …, 2029: …"),
    ("amounts [2028: 5]", amounts('[2028: 5]'), 15, 54, "type", "fout", "verwacht waarden tussen { }, kreeg een lijst", "schrijf bedragen: {2028: 5}"),
    ("amounts [5, 6]", amounts('[5, 6]'), 15, 54, "type", "fout", "verwacht waarden tussen { }, kreeg een lijst", "schrijf bijvoorbeeld bedragen: {2028: 12500, 2029: 12500.50}"),
    ("amounts 12000", amounts('12000'), 15, 54, "type", "fout", "verwacht waarden tussen { }, kreeg ‘12000’", "schrijf bijvoorbeeld bedragen: {2028: 12500, 2029: 12500.50}"),
    ("amounts {2028: 5 2029: 6}", amounts('{2028: 5 2029: 6}'), 15, 54, "yaml", "fout", "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("amounts {2028: 5; 2029: 6}", amounts('{2028: 5; 2029: 6}'), 15, 54, "yaml", "fout", "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("amounts {2028: 5", amounts('{2028: 5'), 15, 7, "yaml", "fout", "deze { wordt niet gesloten", "zet er een } achter"),
    ("amounts {2028: 1, 2028: 2}", amounts('{2028: 1, 2028: 2}'), 15, 64, "dubbel", "fout", "‘2028’ staat dubbel; eerder op regel 15", "haal er één weg"),
    # dates
    ("date 15-03-2027", meta('peildatum: 15-03-2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘15-03-2027’", "schrijf 2027-03-15"),
    ("date 15/03/2027", meta('peildatum: 15/03/2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘15/03/2027’", "schrijf 2027-03-15"),
    ("date 15.3.2027", meta('peildatum: 15.3.2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘15.3.2027’", "schrijf 2027-03-15"),
    ("date 2027/03/15", meta('peildatum: 2027/03/15'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘2027/03/15’", "schrijf 2027-03-15"),
    ("date 2027-3-5", meta('peildatum: 2027-3-5'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘2027-3-5’", "schrijf 2027-03-05"),
    ("date 20270315", meta('peildatum: 20270315'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘20270315’", "schrijf 2027-03-15"),
    ("date 15 maart 2027", meta('peildatum: 15 maart 2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘15 maart 2027’", "schrijf 2027-03-15"),
    ("date 15 mrt. 2027", meta('peildatum: 15 mrt. 2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘15 mrt. 2027’", "schrijf 2027-03-15"),
    ("date 1 mei, 2027", meta('peildatum: 1 mei, 2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘1 mei, 2027’", "schrijf 2027-05-01"),
    ("date maandag 15 maart 2027", meta('peildatum: maandag 15 maart 2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘maandag 15 maart 2027’", "schrijf 2027-03-15"),
    ("date 15-mrt-2027", meta('peildatum: 15-mrt-2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘15-mrt-2027’", "schrijf 2027-03-15"),
    ("date 15-3-27", meta('peildatum: 15-3-27'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘15-3-27’", "schrijf 2027-03-15"),
    ("date 15-03-'27", meta("peildatum: 15-03-'27"), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘15-03-'27’", "schrijf 2027-03-15"),
    ("date 03/15/2027", meta('peildatum: 03/15/2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘03/15/2027’", "schrijf 2027-03-15"),
    ("date 2027-15-03", meta('peildatum: 2027-15-03'), 4, 14, "type", "fout", "2027-15-03 is geen bestaande datum", "schrijf 2027-03-15"),
    ("date 2027-02-30", meta('peildatum: 2027-02-30'), 4, 14, "type", "fout", "2027-02-30 is geen bestaande datum", "februari 2027 telt 28 dagen"),
    ("date 31-02-2027", meta('peildatum: 31-02-2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘31-02-2027’", "deze datum bestaat niet; februari 2027 telt 28 dagen"),
    ("date 2027-13-41", meta('peildatum: 2027-13-41'), 4, 14, "type", "fout", "2027-13-41 is geen bestaande datum", "controleer de maand en de dag"),
    ("date 2027-03-15T12:00:00", meta('peildatum: 2027-03-15T12:00:00'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘2027-03-15T12:00:00’", "schrijf 2027-03-15"),
    ("date 2027-03-15 09:30", meta('peildatum: 2027-03-15 09:30'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘2027-03-15 09:30’", "schrijf 2027-03-15"),
    ("date 2027–03–15", meta('peildatum: 2027–03–15'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘2027–03–15’", "schrijf 2027-03-15"),
    ("date 2027-03-15\u00a0", meta('peildatum: 2027-03-15\xa0'), 4, 14, "type", "fout", "bij deze datum staat een onzichtbaar teken of een harde spatie", "schrijf 2027-03-15"),
    ("date 2027", meta('peildatum: 2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘2027’", "schrijf ook de maand en de dag: 2027-mm-dd"),
    ("date maart 2027", meta('peildatum: maart 2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘maart 2027’", "schrijf ook de dag: 2027-03-dd"),
    ("date 2027-03", meta('peildatum: 2027-03'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘2027-03’", "schrijf ook de dag: 2027-03-dd"),
    ("date Q1 2027", meta('peildatum: Q1 2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘Q1 2027’", "schrijf ook de maand en de dag: 2027-mm-dd"),
    ("date eind 2027", meta('peildatum: eind 2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘eind 2027’", "schrijf ook de maand en de dag: 2027-mm-dd"),
    ("date 1 januari", meta('peildatum: 1 januari'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘1 januari’", "schrijf de hele datum: jaar-maand-dag"),
    ("date 1-1-2027 t/m 31-12-2027", meta('peildatum: 1-1-2027 t/m 31-12-2027'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘1-1-2027 t/m 31-12-2027’", "schrijf hier één datum"),
    ("date 46096", meta('peildatum: 46096'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘46096’", "dit is een datum zoals Excel die telt; schrijf 2026-03-15"),
    ("date vandaag", meta('peildatum: vandaag'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘vandaag’", "schrijf de datum zelf, als jaar-maand-dag"),
    ("date PM", meta('peildatum: PM'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘PM’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("date ?", meta('peildatum: ?'), 4, 14, "yaml", "fout", "? alleen is geen waarde", "laat de waarde leeg zolang die niet bekend is"),
    ("date -", meta('peildatum: -'), 4, 14, "yaml", "fout", "- alleen is geen waarde", "laat de waarde leeg zolang die niet bekend is"),
    ("date …", meta('peildatum: …'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘…’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("date n.v.t.", meta('peildatum: n.v.t.'), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘n.v.t.’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("date 0207-03-15", meta('peildatum: 0207-03-15'), 4, 14, "type", "fout", "het jaar van 0207-03-15 kan niet kloppen", "schrijf een jaar van 1900 tot en met 2200"),
    ("date 2207-03-15", meta('peildatum: 2207-03-15'), 4, 14, "type", "fout", "het jaar van 2207-03-15 kan niet kloppen", "schrijf een jaar van 1900 tot en met 2200"),
    ("date [2027-01-01]", meta('peildatum: [2027-01-01]'), 4, 14, "type", "fout", "verwacht een datum, kreeg een lijst", "schrijf bijvoorbeeld peildatum: 2027-03-15"),
    # text that would be lost or wrong on paper
    ("a hash", title('Plan #2 opstellen'), 3, 10, "commentaar", "waarschuwing", "‘#2 opstellen’ valt weg: na een spatie begint # commentaar", "zet de hele waarde tussen aanhalingstekens"),
    ("only a hash word", title('#2'), 3, 9, "commentaar", "fout", "‘#2’ valt weg: na een spatie begint # commentaar", "zet de hele waarde tussen aanhalingstekens"),
    ("hash and number", title('Plan # 2'), 3, 10, "commentaar", "waarschuwing", "‘# 2’ valt weg: na een spatie begint # commentaar", "zet de hele waarde tussen aanhalingstekens"),
    ("curly double quotes", title('“Plan”'), 3, 10, "aanhaling", "waarschuwing", "de gekrulde aanhalingstekens uit Word komen zo in het document", "haal ze weg; horen ze bij de tekst, zet er dan rechte omheen: '“…”'"),
    ("curly single quotes", title('‘Plan’'), 3, 10, "aanhaling", "waarschuwing", "de gekrulde aanhalingstekens uit Word komen zo in het document", "haal ze weg; horen ze bij de tekst, zet er dan rechte omheen: '“…”'"),
    ("low quotes", title('„Plan”'), 3, 10, "aanhaling", "waarschuwing", "de gekrulde aanhalingstekens uit Word komen zo in het document", "haal ze weg; horen ze bij de tekst, zet er dan rechte omheen: '“…”'"),
    ("one curly quote", title('“Plan'), 3, 10, "aanhaling", "waarschuwing", "de gekrulde aanhalingstekens uit Word komen zo in het document", "haal ze weg; horen ze bij de tekst, zet er dan rechte omheen: '“…”'"),
    ("curly quotes around a colon", title('“Plan: een”'), 3, 10, "yaml", "fout", "gekrulde aanhalingstekens uit Word gelden niet als aanhalingstekens", "typ rechte: '…' of \"…\""),
    ("mojibake of é", title('CafÃ©'), 3, 10, "codering", "waarschuwing", "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering", "typ de letters met accenten of aanhalingstekens opnieuw"),
    ("mojibake of an apostrophe", title('beleidâ€™s'), 3, 10, "codering", "waarschuwing", "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering", "typ de letters met accenten of aanhalingstekens opnieuw"),
    ("a replacement character", title('Caf�'), 3, 10, "codering", "waarschuwing", "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering", "typ de letters met accenten of aanhalingstekens opnieuw"),
    ("a soft hyphen", title('be\xadleid'), 3, 10, "teken", "waarschuwing", "in deze tekst staat een onzichtbaar teken (U+00AD)", "typ het woord opnieuw"),
    ("a zero-width space", title('be\u200bleid'), 3, 10, "teken", "waarschuwing", "in deze tekst staat een onzichtbaar teken (U+200B)", "typ het woord opnieuw"),
    ("a right-to-left mark", title('be\u202eleid'), 3, 10, "teken", "waarschuwing", "in deze tekst staat een onzichtbaar teken (U+202E)", "typ het woord opnieuw"),
    ("a Word bullet", title('\uf0b7 Plan'), 3, 10, "teken", "waarschuwing", "in deze tekst staat een teken uit een symbolenlettertype (U+F0B7), zoals bij plakken uit Word", "haal het weg of typ een gewoon teken"),
    ("a hard space in front", title("'\xa0Plan'"), 3, 10, "teken", "waarschuwing", "deze tekst begint of eindigt met een harde spatie", "haal die weg"),
    ("a hard space at the end", title('Plan\xa0'), 3, 10, "teken", "waarschuwing", "deze tekst begint of eindigt met een harde spatie", "haal die weg"),
    ("TODO", title('TODO'), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("xxx", title('xxx'), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("three dots", title('...'), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("an ellipsis", title('…'), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("two dashes", title('--'), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("a form field", title('<invullen>'), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("a form field in a text", title("'Plan van [naam]'"), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("a code of a web page", title('Jan &amp; Piet'), 3, 10, "opmaak", "waarschuwing", "‘&amp;’ is een code uit een webpagina en komt zo in het document", "typ het teken zelf, of haal de code weg"),
    ("a tag of a web page", title('<b>Plan</b>'), 3, 10, "opmaak", "waarschuwing", "‘<b>’ is een code uit een webpagina en komt zo in het document", "typ het teken zelf, of haal de code weg"),
    ("a comma at the end", title('Plan,'), 3, 10, "komma", "waarschuwing", "deze tekst eindigt op een komma, en die komt zo in het document", "haal de komma weg"),
    ("an anchor for text", title('&co werk'), 3, 10, "yaml", "fout", "‘&co’ valt weg: een waarde mag niet met & beginnen", "zet de waarde tussen aanhalingstekens"),
    ("only an anchor", title('&co'), 3, 10, "yaml", "fout", "‘&co’ valt weg: een waarde mag niet met & beginnen", "zet de waarde tussen aanhalingstekens"),
    ("a quote that swallows the next field", title('"Plan\n  versie: een"'), 3, 10, "aanhaling", "waarschuwing", "dit aanhalingsteken sluit pas op regel 4; daardoor valt ‘versie’ in deze tekst", "zet het sluitende aanhalingsteken aan het eind van deze waarde"),
    ("a comma in braces", more('interventie: {naam: Bus, Trein en Co}\n'), 13, 26, "komma", "waarschuwing", "‘Trein en Co’ hoort bij de tekst ervoor, maar valt weg: na een komma begint tussen { } een nieuw veld", "zet de hele tekst tussen aanhalingstekens"),
    ("a hash on a later line of a text", meta('zaaknummer: een\n    twee #3 vier'), 4, 15, "commentaar", "waarschuwing", "‘#3 vier’ valt weg: na een spatie begint # commentaar", "zet de hele waarde tussen aanhalingstekens"),
    ("a date far away", meta('peildatum: 0001-01-01'), 4, 14, "type", "fout", "het jaar van 0001-01-01 kan niet kloppen", "schrijf een jaar van 1900 tot en met 2200"),
    # text that YAML takes for something else
    ("value @home", title('@home'), 3, 10, "yaml", "fout", "een waarde mag niet met ‘@’ beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value %5 korting", title('%5 korting'), 3, 10, "yaml", "fout", "een waarde mag niet met ‘%’ beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value * punt", title('* punt'), 3, 10, "yaml", "fout", "een waarde mag niet met * beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value *sterretje", title('*sterretje'), 3, 10, "yaml", "fout", "*sterretje verwijst naar iets dat hiervoor niet is afgerond", "zet de waarde tussen aanhalingstekens als * gewone tekst is"),
    ("value & Zn", title('& Zn'), 3, 10, "yaml", "fout", "een waarde mag niet met & beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value !let op", title('!let op'), 3, 10, "yaml", "fout", "het label !let is niet toegestaan", "haal het weg, of zet de waarde tussen aanhalingstekens als ! gewone tekst is"),
    ("value ! let op", title('! let op'), 3, 10, "yaml", "fout", "een waarde mag niet met ! beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value !!int 5", title('!!int 5'), 3, 10, "yaml", "fout", "het label !!int is niet toegestaan", "haal het weg, of zet de waarde tussen aanhalingstekens als ! gewone tekst is"),
    ("value !!python/object/apply:os.system [ls]", title('!!python/object/apply:os.system [ls]'), 3, 10, "yaml", "fout", "het label !!python/object/apply:os.system is niet toegestaan", "haal het weg, of zet de waarde tussen aanhalingstekens als ! gewone tekst is"),
    ("value | tekst", title('| tekst'), 3, 10, "yaml", "fout", "na | mag op deze regel niets meer staan", "zet de tekst op de volgende regel, ingesprongen; begint de tekst zelf met dit teken, zet hem dan tussen aanhalingstekens"),
    ("value |tekst", title('|tekst'), 3, 10, "yaml", "fout", "na | mag op deze regel niets meer staan", "zet de tekst op de volgende regel, ingesprongen; begint de tekst zelf met dit teken, zet hem dan tussen aanhalingstekens"),
    ("value >tekst", title('>tekst'), 3, 10, "yaml", "fout", "na > mag op deze regel niets meer staan", "zet de tekst op de volgende regel, ingesprongen; begint de tekst zelf met dit teken, zet hem dan tussen aanhalingstekens"),
    ("value > 5 jaar", title('> 5 jaar'), 3, 10, "yaml", "fout", "na > mag op deze regel niets meer staan", "zet de tekst op de volgende regel, ingesprongen; begint de tekst zelf met dit teken, zet hem dan tussen aanhalingstekens"),
    ("value - tekst", title('- tekst'), 3, 10, "yaml", "fout", "een waarde mag niet beginnen met - en een spatie", "zet de waarde tussen aanhalingstekens: '…'; is het een punt van een lijst, zet het streepje op een nieuwe regel, ingesprongen"),
    ("value -", title('-'), 3, 10, "yaml", "fout", "- alleen is geen waarde", "laat de waarde leeg zolang die niet bekend is"),
    ("value ?", title('?'), 3, 10, "yaml", "fout", "? alleen is geen waarde", "laat de waarde leeg zolang die niet bekend is"),
    ("value ? vraag", title('? vraag'), 3, 10, "yaml", "fout", "een waarde mag niet beginnen met ? en een spatie", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value : tekst", title(': tekst'), 3, 10, "yaml", "fout", "een waarde mag niet beginnen met : en een spatie", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value , tekst", title(', tekst'), 3, 10, "yaml", "fout", "een waarde mag niet met ‘,’ beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value `tekst`", title('`tekst`'), 3, 10, "yaml", "fout", "een waarde mag niet met ‘`’ beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value [concept]", title('[concept]'), 3, 10, "type", "fout", "verwacht tekst, kreeg een lijst", "zet tekst met een dubbele punt, { } of [ ] tussen aanhalingstekens: '…'"),
    ("value [concept] Plan", title('[concept] Plan'), 3, 10, "yaml", "fout", "een waarde die met [ of { begint, moet daar ook mee eindigen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value {naam}", title('{naam}'), 3, 10, "type", "fout", "verwacht tekst, kreeg een naam met een waarde", "zet tekst met een dubbele punt, { } of [ ] tussen aanhalingstekens: '…'"),
    ("value {{naam}}", title('{{naam}}'), 3, 11, "naam", "fout", "een naam voor de dubbele punt is gewone tekst", "zet tekst die met { of [ begint tussen aanhalingstekens"),
    ("value {open", title('{open'), 3, 10, "yaml", "fout", "deze { wordt niet gesloten", "zet er een } achter"),
    ("value [open", title('[open'), 3, 10, "yaml", "fout", "deze [ wordt niet gesloten", "zet er een ] achter"),
    ("value Plan: een", title('Plan: een'), 3, 14, "yaml", "fout", "hier staat nog een dubbele punt met een spatie in dezelfde waarde", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value Plan : een", title('Plan : een'), 3, 15, "yaml", "fout", "hier staat nog een dubbele punt met een spatie in dezelfde waarde", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value Plan:", title('Plan:'), 3, 14, "yaml", "fout", "hier staat nog een dubbele punt met een spatie in dezelfde waarde", "zet de waarde tussen aanhalingstekens: '…'"),
    ("value 10:30 uur: start", title('10:30 uur: start'), 3, 19, "yaml", "fout", "hier staat nog een dubbele punt met een spatie in dezelfde waarde", "zet de waarde tussen aanhalingstekens: '…'"),
    # quotes
    ("quote 's-Gravenhage", title("'s-Gravenhage"), 3, 10, "yaml", "fout", "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens", "schrijf \"'s-Gravenhage\""),
    ("quote 't Hof van Proef", title("'t Hof van Proef"), 3, 10, "yaml", "fout", "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens", "schrijf \"'t Hof van Proef\""),
    ("quote 's Ochtends en 's avonds", title("'s Ochtends en 's avonds"), 3, 10, "yaml", "fout", "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens", "schrijf \"'s Ochtends en 's avonds\""),
    ("quote 'open", title("'open"), 3, 10, "yaml", "fout", "dit aanhalingsteken wordt niet gesloten", "zet ook ' aan het eind van de waarde"),
    ('quote "open', title('"open'), 3, 10, "yaml", "fout", "dit aanhalingsteken wordt niet gesloten", 'zet ook " aan het eind van de waarde'),
    ("quote 'De foto's'", title("'De foto's'"), 3, 19, "yaml", "fout", "na het sluitende aanhalingsteken staat nog tekst: ‘s'’", "schrijf \"De foto's\""),
    ('quote "Plan" van de wijk', title('"Plan" van de wijk'), 3, 16, "yaml", "fout", "na het sluitende aanhalingsteken staat nog tekst: ‘van de wijk’", "schrijf '\"Plan\" van de wijk'"),
    ("quote 'Plan' van de wijk", title("'Plan' van de wijk"), 3, 16, "yaml", "fout", "na het sluitende aanhalingsteken staat nog tekst: ‘van de wijk’", "schrijf \"'Plan' van de wijk\""),
    ('quote "Hij zei "ja""', title('"Hij zei "ja""'), 3, 20, "yaml", "fout", "na het sluitende aanhalingsteken staat nog tekst: ‘ja\"\"’", "schrijf 'Hij zei \"ja\"'"),
    ('quote "C:\\map"', title('"C:\\map"'), 3, 13, "yaml", "fout", "na een \\ staat hier een teken dat niet kan", "gebruik enkele aanhalingstekens: '…'"),
    ('quote "50\\% meer"', title('"50\\% meer"'), 3, 13, "yaml", "fout", "na een \\ staat hier een teken dat niet kan", "gebruik enkele aanhalingstekens: '…'"),
    ('quote "a\\0b"', title('"a\\0b"'), 3, 10, "teken", "fout", "de waarde bevat een onzichtbaar teken (U+0000) dat niet in een document mag", "verwijder het teken"),
    ("quote ''", title("''"), 3, 10, "leeg", "fout", "mag niet leeg zijn", "vul een waarde in of haal de regel weg"),
    ("quote ' '", title("' '"), 3, 10, "leeg", "fout", "mag niet leeg zijn", "vul een waarde in of haal de regel weg"),
    ("a double quote that a later one closes", base('titel: Proef\norganisatie:\n  naam: gemeente Proef', 'titel: "Proef\norganisatie:\n  naam: "gemeente"'), 3, 10, "yaml", "fout", "het aanhalingsteken dat hier opent, sluit pas op regel 5", "zet het sluitende aanhalingsteken aan het eind van deze waarde"),
    ("a single quote that a later one closes", base('titel: Proef\norganisatie:\n  naam: gemeente', "titel: 'Proef\norganisatie:\n  naam: gemeente's"), 3, 10, "yaml", "fout", "het aanhalingsteken dat hier opent, sluit pas op regel 5", "zet het sluitende aanhalingsteken aan het eind van deze waarde"),
    ("a quote open till the end", base('id: proef', 'id: "proef'), 2, 7, "yaml", "fout", "dit aanhalingsteken wordt niet gesloten", 'zet ook " aan het eind van de waarde'),
    ("an apostrophe in braces", more("interventie: {naam: 't Hof}\n"), 13, 21, "yaml", "fout", "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens", "schrijf \"'t Hof\""),
    # names and colons
    ("no space after the colon", base('titel: Proef', 'titel:Proef'), 3, 3, "yaml", "fout", "na de dubbele punt hoort een spatie", "schrijf titel: Proef"),
    ("no space, first field", base('id: proef', 'id:proef'), 2, 3, "yaml", "fout", "na de dubbele punt hoort een spatie", "schrijf id: proef"),
    ("no space, last field", base('partij: bus', 'partij:bus'), 12, 5, "yaml", "fout", "na de dubbele punt hoort een spatie", "schrijf partij: bus"),
    ("no space, section", base('dossier:\n', 'dossier:x\n'), 1, 1, "yaml", "fout", "na de dubbele punt hoort een spatie", "schrijf dossier: x"),
    ("no space, only field", base('naam: gemeente Proef', 'naam:gemeente Proef'), 5, 3, "type", "fout", "‘organisatie’ is een kopje; hier hoort geen tekst achter", "schrijf naam: gemeente Proef, met een spatie na de dubbele punt"),
    ("no colon", base('titel: Proef', 'titel Proef'), 3, 3, "yaml", "fout", "hier mist een dubbele punt met een spatie erachter", "schrijf titel: Proef"),
    ("no colon, first field", base('id: proef', 'id proef'), 2, 3, "yaml", "fout", "hier mist een dubbele punt met een spatie erachter", "schrijf id: proef"),
    ("no colon, section", base('partijen:', 'partijen'), 6, 1, "yaml", "fout", "hier mist een dubbele punt met een spatie erachter", "schrijf partijen:"),
    ("no colon, first section", base('dossier:', 'dossier'), 1, 1, "yaml", "fout", "hier mist een dubbele punt met een spatie erachter", "schrijf dossier:"),
    ("no colon, row", base('- id: bus', '- id bus'), 7, 5, "yaml", "fout", "hier mist een dubbele punt met een spatie erachter", "schrijf id: bus"),
    ("a semicolon", base('titel: Proef', 'titel; Proef'), 3, 8, "yaml", "fout", "dit is niet de gewone dubbele punt", "schrijf titel: Proef"),
    ("an equals sign", base('titel: Proef', 'titel = Proef'), 3, 9, "yaml", "fout", "dit is niet de gewone dubbele punt", "schrijf titel: Proef"),
    ("a wide colon", base('titel: Proef', 'titel： Proef'), 3, 8, "yaml", "fout", "dit is niet de gewone dubbele punt", "schrijf titel: Proef"),
    ("a hard space after the colon", base('titel: Proef', 'titel:\xa0Proef'), 3, 9, "yaml", "fout", "na de dubbele punt staat een harde spatie, zoals bij plakken uit Word", "vervang die door een gewone spatie"),
    ("a hard space before the colon", base('titel: Proef', 'titel\xa0: Proef'), 3, 3, "onbekend", "fout", "dit veld bestaat niet", "er staat een onzichtbaar teken of een harde spatie in; typ ‘titel’ opnieuw"),
    ("a zero-width space in a name", base('titel: Proef', 'ti\u200btel: Proef'), 3, 3, "onbekend", "fout", "dit veld bestaat niet", "er staat een onzichtbaar teken of een harde spatie in; typ ‘titel’ opnieuw"),
    ("a capital", base('titel: Proef', 'Titel: Proef'), 3, 3, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘titel’?"),
    ("a space in a quoted name", base('titel: Proef', "'titel ': Proef"), 3, 3, "onbekend", "fout", "dit veld bestaat niet", "er staat een onzichtbaar teken of een harde spatie in; typ ‘titel’ opnieuw"),
    ("an accent", base('titel: Proef', 'títel: Proef'), 3, 3, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘titel’?"),
    ("a singular", base('partijen:', 'partij:'), 6, 1, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘partijen’?"),
    ("another spelling", base('partijen:', 'partyen:'), 6, 1, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘partijen’?"),
    ("English", base('    naam: Chauffeur', '    name: Chauffeur'), 11, 5, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘naam’?"),
    ("a section in capitals", base('organisatie:', 'ORGANISATIE:'), 4, 1, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘organisatie’?"),
    ("curly quotes around a name", base('titel: Proef', '“titel”: Proef'), 3, 3, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘titel’?"),
    ("an empty value", base('titel: Proef', 'titel:'), 3, 3, "ontbreekt", "fout", "is nog leeg. Naam van het dossier.", "vul in, bijvoorbeeld titel: Borging Wijkkracht Spoordijk"),
    ("a tilde", base('titel: Proef', 'titel: ~'), 3, 3, "ontbreekt", "fout", "is nog leeg. Naam van het dossier.", "vul in, bijvoorbeeld titel: Borging Wijkkracht Spoordijk"),
    ("null", base('titel: Proef', 'titel: null'), 3, 3, "ontbreekt", "fout", "is nog leeg. Naam van het dossier.", "vul in, bijvoorbeeld titel: Borging Wijkkracht Spoordijk"),
    ("a year as a name", more('2026: x\n'), 13, 1, "onbekend", "fout", "dit veld bestaat niet", "bekend zijn hier: interventie, taken, uitsluitingen, begroting, financiering, doelen, besluitvorming, verankering, mijlpalen, acties, draagvlak, communicatie; hoort het bij uw eigen bibliotheek, geef die dan mee met --library"),
    ("ja as a name", meta('ja: x'), 4, 3, "onbekend", "fout", "dit veld bestaat niet", "bekend zijn hier: gemeente, wijken, peildatum, versie, status, taal, openbaar, zaaknummer, horizon, instellingen, wissels"),
    ("a braced name", meta('{a}: x'), 4, 3, "naam", "fout", "een naam voor de dubbele punt is gewone tekst", "zet tekst die met { of [ begint tussen aanhalingstekens"),
    ("merge key", b'basis: &b {id: x}\ndossier:\n  <<: *b\n', 3, 3, "yaml", "fout", "samenvoegen met << kan niet in een dossier", "schrijf de waarden uit"),
    ("glued in braces", more('interventie: {naam:X}\n'), 13, 15, "onbekend", "fout", "dit veld bestaat niet", "schrijf naam: X, met een spatie na de dubbele punt"),
    # names that stand twice
    ("twice at the top", more('dossier: {id: x, titel: y}\n'), 13, 1, "dubbel", "fout", "‘dossier’ staat dubbel; eerder op regel 1", "haal er één weg"),
    ("twice in a section", meta('titel: Ander'), 4, 3, "dubbel", "fout", "‘titel’ staat dubbel; eerder op regel 3", "haal er één weg"),
    ("twice in a row", role('naam: Ander'), 13, 5, "dubbel", "fout", "‘naam’ staat dubbel; eerder op regel 11", "haal er één weg"),
    ("twice in braces", more('interventie: {naam: X, naam: Y}\n'), 13, 24, "dubbel", "fout", "‘naam’ staat dubbel; eerder op regel 13", "haal er één weg"),
    ("twice with quotes", meta("'titel': Ander"), 4, 3, "dubbel", "fout", "‘titel’ staat dubbel; eerder op regel 3", "haal er één weg"),
    ("twice among roles", more(TASK + '    uren: {rijder: 1, rijder: 2}\n'), 16, 23, "dubbel", "fout", "‘rijder’ staat dubbel; eerder op regel 16", "haal er één weg"),
    ("an id twice", base('rollen:', '  - id: bus\n    naam: Ander\nrollen:'), 9, 9, "dubbel", "fout", "kenmerk ‘bus’ is al gebruikt op regel 7", "geef elk onderdeel een eigen kenmerk"),
    # lists
    ("no dash in a row", base('  - id: rijder', '    id: rijder'), 10, 5, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg een naam met een waarde", "begin elk onderdeel met een streepje: - id: …"),
    ("a dash glued", base('- id: rijder', '-id: rijder'), 10, 3, "yaml", "fout", "na het streepje hoort een spatie", "schrijf - id: rijder"),
    ("a dash before another field", base('    naam: Chauffeur', '    -naam: Chauffeur'), 11, 5, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘naam’?"),
    ("a long dash", base('- id: rijder', '– id: rijder'), 10, 3, "yaml", "fout", "dit is een lang streepje uit Word", "typ een gewoon streepje met een spatie erachter: - id: rijder"),
    ("an em dash", base('- id: rijder', '— id: rijder'), 10, 3, "yaml", "fout", "dit is een lang streepje uit Word", "typ een gewoon streepje met een spatie erachter: - id: rijder"),
    ("a bullet", base('- id: rijder', '• id: rijder'), 10, 3, "yaml", "fout", "een onderdeel van een lijst begint met een streepje, niet met ‘•’", "schrijf - id: rijder"),
    ("a bullet and a tab", base('- id: rijder', '•\tid: rijder'), 10, 3, "yaml", "fout", "een onderdeel van een lijst begint met een streepje, niet met ‘•’", "schrijf - id: rijder"),
    ("an o as bullet", base('- id: rijder', 'o id: rijder'), 10, 3, "yaml", "fout", "een onderdeel van een lijst begint met een streepje, niet met ‘o’", "schrijf - id: rijder"),
    ("a star", base('- id: rijder', '* id: rijder'), 10, 3, "yaml", "fout", "een onderdeel van een lijst begint met een streepje, niet met ‘*’", "schrijf - id: rijder"),
    ("a number", base('- id: rijder', '1. id: rijder'), 10, 3, "yaml", "fout", "een onderdeel van een lijst begint met een streepje, niet met ‘1.’", "schrijf - id: rijder"),
    ("a Word symbol", base('- id: rijder', '\uf0b7 id: rijder'), 10, 3, "yaml", "fout", "een onderdeel van een lijst begint met een streepje, niet met ‘’", "schrijf - id: rijder"),
    ("no dash in the second row", more('    id: extra\n    naam: X\n    partij: bus\n'), 13, 5, "dubbel", "fout", "‘id’ staat dubbel; eerder op regel 10", "begin een nieuw onderdeel met een streepje (- id: …), of haal er één weg"),
    ("a row too deep", more('   - id: extra\n     naam: X\n     partij: bus\n'), 13, 4, "yaml", "fout", "dit streepje staat niet recht onder het streepje van regel 10", "laat alle streepjes recht onder elkaar beginnen"),
    ("a row not deep enough", more(' - id: extra\n   naam: X\n   partij: bus\n'), 13, 2, "yaml", "fout", "dit streepje staat niet recht onder het streepje van regel 10", "laat alle streepjes recht onder elkaar beginnen"),
    ("a row at the left", more('- id: extra\n  naam: X\n  partij: bus\n'), 13, 1, "yaml", "fout", "dit streepje staat niet recht onder het streepje van regel 10", "laat alle streepjes recht onder elkaar beginnen"),
    ("an empty row", more('  -\n'), 13, 4, "leeg", "fout", "dit punt van de lijst is nog leeg", "vul het in of haal het streepje weg"),
    ("bullets in a list of texts", points('  • goed\n  • snel\n'), 14, 3, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘• goed • snel’", "begin elk punt op een eigen regel met een streepje: - goed"),
    ("no dashes in a list of texts", points('  goed\n  snel\n'), 14, 3, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘goed snel’", "begin elk punt op een eigen regel met een streepje: - goed"),
    ("numbers in a list of texts", points('  1. goed\n  2. snel\n'), 14, 3, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘1. goed 2. snel’", "begin elk punt op een eigen regel met een streepje: - goed"),
    ("dashes glued in a list of texts", points('  -goed\n  -snel\n'), 14, 3, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘-goed -snel’", "begin elk punt op een eigen regel met een streepje: - goed"),
    ("long dashes in a list of texts", points('  – goed\n  – snel\n'), 14, 3, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘– goed – snel’", "begin elk punt op een eigen regel met een streepje: - goed"),
    ("second text without dash", points('  - goed\n  snel\n'), 15, 3, "yaml", "fout", "hier mist een streepje", "schrijf - snel"),
    ("second text with a glued dash", points('  - goed\n  -snel\n'), 15, 3, "yaml", "fout", "na het streepje hoort een spatie", "schrijf - snel"),
    ("second text with a long dash", points('  - goed\n  – snel\n'), 15, 3, "yaml", "fout", "dit is een lang streepje uit Word", "typ een gewoon streepje met een spatie erachter: - snel"),
    ("second text with a bullet", points('  - goed\n  • snel\n'), 15, 3, "yaml", "fout", "een onderdeel van een lijst begint met een streepje, niet met ‘•’", "schrijf - snel"),
    ("an empty text", points('  - goed\n  -\n'), 15, 4, "leeg", "fout", "dit punt van de lijst is nog leeg", "vul het in of haal het streepje weg"),
    ("two dashes", points('  - - goed\n'), 14, 5, "type", "fout", "verwacht tekst, kreeg een lijst", "haal één streepje weg"),
    ("a colon in a text of a list", points('  - reden: goed\n'), 14, 5, "type", "fout", "verwacht tekst, kreeg een naam met een waarde", "zet tekst met een dubbele punt, { } of [ ] tussen aanhalingstekens: '…'"),
    ("a comma where a dash belongs", points('  goed, snel\n'), 14, 3, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘goed, snel’", "begin elk punt op een eigen regel met een streepje: - goed"),
    ("a text where a list belongs", meta('wijken: spoordijk'), 4, 11, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘spoordijk’", "begin elk punt op een eigen regel met een streepje: - spoordijk"),
    # indentation
    ("one space too many", base('    naam: Chauffeur', '     naam: Chauffeur'), 11, 6, "yaml", "fout", "deze regel springt 1 spatie verder in dan de regel erboven", "laat de namen recht onder elkaar beginnen"),
    ("one space too few", base('    naam: Chauffeur', '   naam: Chauffeur'), 11, 4, "yaml", "fout", "deze regel springt 1 spatie minder ver in dan de regel erboven", "laat de namen recht onder elkaar beginnen"),
    ("two spaces too few", base('    partij: bus', '  partij: bus'), 12, 3, "yaml", "fout", "deze regel springt 2 spaties minder ver in dan de regel erboven", "laat de namen recht onder elkaar beginnen"),
    ("deeper in a section", base('  titel: Proef', '   titel: Proef'), 3, 4, "yaml", "fout", "deze regel springt 1 spatie verder in dan de regel erboven", "laat de namen recht onder elkaar beginnen"),
    ("shallower in a section", base('  titel: Proef', ' titel: Proef'), 3, 2, "yaml", "fout", "deze regel springt 1 spatie minder ver in dan de regel erboven", "laat de namen recht onder elkaar beginnen"),
    ("a section with a space", base('partijen:', ' partijen:'), 6, 2, "yaml", "fout", "‘partijen’ hoort helemaal links te beginnen", "haal de spaties voor partijen: weg"),
    ("a field at the left", base('  titel: Proef', 'titel: Proef'), 3, 1, "onbekend", "fout", "dit veld bestaat niet", "dit veld hoort onder ‘dossier’; kijk naar de inspringing"),
    ("a field of a list at the left", base('    partij: bus', 'partij: bus'), 12, 1, "onbekend", "fout", "dit veld bestaat niet", "dit veld hoort onder ‘rollen’; kijk naar de inspringing"),
    ("the first line indented", base('dossier:', ' dossier:'), 4, 1, "yaml", "fout", "deze tekst hoort niet meer bij het dossier", "haal de regel met ... of % erboven weg, of begin alle namen helemaal links"),
    ("a tab", base('  id: proef', '\tid: proef'), 2, 1, "yaml", "fout", "hier staat een tab; YAML springt in met spaties", "vervang de tab door spaties"),
    ("a tab after spaces", base('    naam: Chauffeur', '  \tnaam: Chauffeur'), 11, 3, "yaml", "fout", "hier staat een tab; YAML springt in met spaties", "vervang de tab door spaties"),
    ("a tab after the dash", base('- id: rijder', '-\tid: rijder'), 10, 4, "yaml", "fout", "na het streepje staat een tab", "vervang de tab door een spatie"),
    ("a tab before the dash", base('  - id: rijder', '\t- id: rijder'), 10, 1, "yaml", "fout", "hier staat een tab; YAML springt in met spaties", "vervang de tab door spaties"),
    ("an empty line with a tab", base('partijen:', '\t\npartijen:'), 6, 1, "yaml", "fout", "hier staat een tab; YAML springt in met spaties", "vervang de tab door spaties"),
    ("a hard space", base('  id: proef', '\xa0\xa0id: proef'), 2, 1, "teken", "fout", "deze regel springt in met een harde spatie, zoals bij plakken uit Word", "vervang die door gewone spaties"),
    ("a hard space after a space", base('  id: proef', ' \xa0id: proef'), 2, 2, "teken", "fout", "deze regel springt in met een harde spatie, zoals bij plakken uit Word", "vervang die door gewone spaties"),
    ("a hard space after the dash", base('- id: rijder', '-\xa0id: rijder'), 10, 4, "teken", "fout", "deze regel springt in met een harde spatie, zoals bij plakken uit Word", "vervang die door gewone spaties"),
    ("a section below another", base('partijen:\n  - id: bus\n    naam: Stichting Bus', '  partijen:\n    - id: bus\n      naam: Stichting Bus'), 6, 3, "onbekend", "fout", "dit veld bestaat niet", "‘partijen’ hoort helemaal links te beginnen; kijk naar de inspringing"),
    ("fields with a space too many below a section", base('  naam: gemeente Proef\n', '  naam: gemeente Proef\n    plaats: Proef\n'), 6, 5, "yaml", "fout", "deze regel springt 2 spaties verder in dan de regel erboven", "laat de namen recht onder elkaar beginnen"),
    ("block text that is not indented", meta('zaaknummer: |\nDe tekst staat links.'), 5, 1, "yaml", "fout", "tekst na | moet verder inspringen dan regel 4", "zet twee spaties meer voor elke regel van de tekst"),
    ("block text under > that is not indented", meta('zaaknummer: >\n  De tekst staat links.'), 5, 3, "yaml", "fout", "tekst na > moet verder inspringen dan regel 4", "zet twee spaties meer voor elke regel van de tekst"),
    ("block text with a tab", meta('zaaknummer: |\n\tZ-12'), 5, 1, "yaml", "fout", "hier staat een tab; YAML springt in met spaties", "vervang de tab door spaties"),
    # braces and brackets
    ("a brace not closed, block follows", base('  id: proef\n  titel: Proef', '  horizon: {begin: 2028-01-01'), 2, 12, "yaml", "fout", "deze { wordt niet gesloten", "zet er een } achter"),
    ("a brace not closed in a row", more('taken:\n  - {id: T1, naam: X\n  - {id: T2, naam: Y}\n'), 14, 5, "yaml", "fout", "deze { wordt niet gesloten", "zet er een } achter"),
    ("a bracket not closed, block follows", more('waarom_doorgaan: [goed, snel\ninterventie:\n  naam: X\n'), 13, 18, "yaml", "fout", "deze [ wordt niet gesloten", "zet er een ] achter"),
    ("a bracket not closed at the end", more('waarom_doorgaan: [goed, snel\n'), 13, 18, "yaml", "fout", "deze [ wordt niet gesloten", "zet er een ] achter"),
    ("closed with the wrong bracket", more('waarom_doorgaan: [goed, snel}\n'), 13, 29, "yaml", "fout", "deze lijst tussen [ ] klopt niet: er mist een komma of ]", "zet tekst met een komma, dubbele punt of haakjes tussen aanhalingstekens: '…'"),
    ("one brace too many", more('interventie: {naam: X}}\n'), 13, 23, "yaml", "fout", "hier staat een } te veel", "haal de } weg"),
    ("one bracket too many", more('waarom_doorgaan: [goed]]\n'), 13, 24, "yaml", "fout", "hier staat een ] te veel", "haal de ] weg"),
    ("two commas", more('interventie: {naam: X,, kern: Y}\n'), 13, 23, "yaml", "fout", "hier staat een komma te veel", "haal de komma weg"),
    ("no comma", more('interventie: {naam: X kern: Y}\n'), 13, 27, "yaml", "fout", "deze waarden tussen { } kloppen niet: er mist een komma of }", "zet tekst met een komma, dubbele punt of haakjes tussen aanhalingstekens: '…'"),
    ("a semicolon in braces", more('interventie: {naam: X; kern: Y}\n'), 13, 28, "yaml", "fout", "deze waarden tussen { } kloppen niet: er mist een komma of }", "zet tekst met een komma, dubbele punt of haakjes tussen aanhalingstekens: '…'"),
    ("a colon in a value in braces", more('interventie: {naam: Plan: een}\n'), 13, 25, "yaml", "fout", "deze waarden tussen { } kloppen niet: er mist een komma of }", "zet tekst met een komma, dubbele punt of haakjes tussen aanhalingstekens: '…'"),
    ("braces in a value in braces", more('interventie: {naam: Plan {concept}}\n'), 13, 26, "yaml", "fout", "deze waarden tussen { } kloppen niet: er mist een komma of }", "zet tekst met een komma, dubbele punt of haakjes tussen aanhalingstekens: '…'"),
    ("a hash in braces", more('interventie: {naam: X, kern: #kern}\n'), 13, 30, "yaml", "fout", "na een spatie begint # commentaar: de rest van deze regel valt weg, ook het sluitende teken", "zet de waarde tussen aanhalingstekens: '…'"),
    ("a hash further on in braces", more('interventie: {naam: Plan #2}\n'), 13, 26, "yaml", "fout", "na een spatie begint # commentaar: de rest van deze regel valt weg, ook het sluitende teken", "zet de waarde tussen aanhalingstekens: '…'"),
    # references
    ("reference: a capital", base('partij: bus', 'partij: Bus'), 12, 13, "verwijzing", "fout", "‘Bus’ staat niet onder ‘partijen’", "bedoel je ‘bus’?"),
    ("reference: a letter too many", base('partij: bus', 'partij: buss'), 12, 13, "verwijzing", "fout", "‘buss’ staat niet onder ‘partijen’", "bedoel je ‘bus’?"),
    ("reference: a name instead of an id", base('partij: bus', 'partij: Stichting Bus'), 12, 13, "verwijzing", "fout", "‘Stichting Bus’ staat niet onder ‘partijen’", "gebruik het kenmerk: ‘bus’"),
    ("reference: a hard space", base('partij: bus', 'partij: bus\xa0'), 12, 13, "verwijzing", "fout", "‘bus\u00a0’ staat niet onder ‘partijen’", "er staat een onzichtbaar teken of een harde spatie in; typ het kenmerk opnieuw"),
    ("reference: a quoted space", base('partij: bus', "partij: 'bus '"), 12, 13, "verwijzing", "fout", "‘bus ’ staat niet onder ‘partijen’", "er staat een onzichtbaar teken of een harde spatie in; typ het kenmerk opnieuw"),
    ("reference: a zero-width space", base('partij: bus', 'partij: b\u200bus'), 12, 13, "verwijzing", "fout", "‘b\u200bus’ staat niet onder ‘partijen’", "er staat een onzichtbaar teken of een harde spatie in; typ het kenmerk opnieuw"),
    ("reference: another id", base('partij: bus', 'partij: trein'), 12, 13, "verwijzing", "fout", "‘trein’ staat niet onder ‘partijen’", "bekend zijn: bus"),
    ("reference: a nought in front", base('partij: bus', 'partij: 01'), 12, 13, "verwijzing", "fout", "‘01’ staat niet onder ‘partijen’", "bekend zijn: bus"),
    ("reference: an empty text", base('partij: bus', "partij: ''"), 12, 13, "leeg", "fout", "mag niet leeg zijn", "vul een waarde in of haal de regel weg"),
    ("reference: a list", base('partij: bus', 'partij: [bus]'), 12, 13, "type", "fout", "verwacht één kenmerk, kreeg een lijst", "schrijf partij: bus"),
    ("reference in a name", more(TASK + '    uren:\n      rijders: 5\n'), 17, 7, "verwijzing", "fout", "‘rijders’ staat niet onder ‘rollen’", "bedoel je ‘rijder’?"),
    ("reference: id with a comma", base('- id: bus', '- id: bus,'), 7, 9, "vorm", "fout", "‘bus,’ heeft niet de goede vorm. Kort kenmerk zonder spaties: letters, cijfers, - en _. Andere onderdelen verwijzen ernaar.", "schrijf bus"),
    ("an id with a space", base('id: rijder', 'id: de rijder'), 10, 9, "vorm", "fout", "‘de rijder’ heeft niet de goede vorm. Kort kenmerk zonder spaties: letters, cijfers, - en _. Andere onderdelen verwijzen ernaar.", "schrijf de-rijder"),
    ("an id with an accent", base('id: rijder', 'id: rijdér'), 10, 9, "vorm", "fout", "‘rijdér’ heeft niet de goede vorm. Kort kenmerk zonder spaties: letters, cijfers, - en _. Andere onderdelen verwijzen ernaar.", "schrijf rijder"),
    ("a reserved id", more('').replace(b'bus', b'extern'), 7, 9, "keuze", "fout", "‘extern’ heeft al een vaste betekenis", "kies een ander kenmerk"),
    ("reference to a misspelt list", base('partijen:', 'parijen:'), 6, 1, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘partijen’?"),
    # files
    ("nothing", b'', 0, 0, "leeg", "fout", "het bestand is leeg", "begin met dossier: en organisatie:, zoals in de handleiding"),
    ("only white space", b'  \n\n', 0, 0, "leeg", "fout", "het bestand is leeg", "begin met dossier: en organisatie:, zoals in de handleiding"),
    ("only comments", b'# niets\n', 0, 0, "leeg", "fout", "het bestand is leeg", "begin met dossier: en organisatie:, zoals in de handleiding"),
    ("only null", b'~\n', 0, 0, "leeg", "fout", "het bestand is leeg", "begin met dossier: en organisatie:, zoals in de handleiding"),
    ("a list at the top", b'- a\n- b\n', 1, 1, "vorm", "fout", "een dossier begint met namen als ‘dossier:’, maar hier staat een lijst", "begin met dossier: en organisatie:, zoals in de handleiding"),
    ("a text at the top", b'Beste collega,\n\nHierbij het dossier.\n', 1, 1, "vorm", "fout", "een dossier begint met namen als ‘dossier:’, maar hier staat losse tekst", "begin met dossier: en organisatie:, zoals in de handleiding"),
    ("a table", b'id;naam;uren\nr;R;840\n', 1, 1, "vorm", "fout", "een dossier begint met namen als ‘dossier:’, maar hier staat losse tekst", "begin met dossier: en organisatie:, zoals in de handleiding"),
    ("two documents", COMPOSED + b'---\n' + COMPOSED, 13, 1, "yaml", "fout", "hier begint een tweede document; een dossier is één document", "haal de regel met --- weg of maak er twee bestanden van"),
    ("an end and more", COMPOSED + b'...\nrest\n', 14, 1, "yaml", "fout", "deze tekst hoort niet meer bij het dossier", "haal de regel met ... of % erboven weg, of begin alle namen helemaal links"),
    ("an end half-way", base('partijen:', '...\npartijen:'), 7, 1, "yaml", "fout", "deze tekst hoort niet meer bij het dossier", "haal de regel met ... of % erboven weg, of begin alle namen helemaal links"),
    ("another version of YAML", b'%YAML 9.9\n---\n' + COMPOSED, 1, 1, "yaml", "fout", "deze versie van YAML kent docgen niet", "haal de regel met %YAML weg"),
    ("a version without a start", b'%YAML 1.2\n' + COMPOSED, 2, 1, "yaml", "fout", "deze tekst hoort niet meer bij het dossier", "haal de regel met ... of % erboven weg, of begin alle namen helemaal links"),
    ("a line with %", b'%korting\n' + COMPOSED, 1, 1, "yaml", "fout", "een regel mag niet met % beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("a Word file", b'PK\x03\x04rest', 0, 0, "soort", "fout", "dit is een Word-, Excel- of zip-bestand, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("an old Word file", b'\xd0\xcf\x11\xe0rest', 0, 0, "soort", "fout", "dit is een oud Word- of Excel-bestand, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("a PDF", b'%PDF-1.7\nrest', 0, 0, "soort", "fout", "dit is een PDF-bestand, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("a picture", b'\x89PNG\r\n\x1a\nrest', 0, 0, "soort", "fout", "dit is een plaatje, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("a photo", b'\xff\xd8\xff\xe0rest', 0, 0, "soort", "fout", "dit is een plaatje, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("rich text", b'{\\rtf1\\ansi Hallo}', 0, 0, "soort", "fout", "dit is een tekst met opmaak (rtf), geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("a web page", b'<!DOCTYPE html>\n<html></html>\n', 0, 0, "soort", "fout", "dit is een webpagina, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("XML", b"<?xml version='1.0'?><a/>", 0, 0, "soort", "fout", "dit is een XML-bestand, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("a packed file", b'\x1f\x8b\x08\0rest', 0, 0, "soort", "fout", "dit is een ingepakt bestand, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)"),
    ("UTF-16 without a mark", COMPOSED.decode().encode('utf-16-le'), 0, 0, "codering", "fout", "het bestand is opgeslagen als UTF-16 of UTF-32 zonder kenmerk", "kies bij Opslaan als de codering UTF-8"),
    ("UTF-32", COMPOSED.decode().encode('utf-32'), 0, 0, "codering", "fout", "het bestand is opgeslagen als UTF-16 of UTF-32 zonder kenmerk", "kies bij Opslaan als de codering UTF-8"),
    ("half a UTF-16 file", COMPOSED.decode().encode('utf-16')[:-1], 0, 0, "codering", "fout", "het bestand is afgebroken of niet goed in UTF-16 opgeslagen", "open het bestand en kies bij Opslaan als de codering UTF-8"),
    ("Windows-1252", base('titel: Proef', 'titel: Café').decode().encode('cp1252'), 3, 13, "codering", "fout", "het bestand is niet in UTF-8 opgeslagen; in ‘Café’ staat een teken uit een oude codering", "open het bestand en kies bij Opslaan als de codering UTF-8"),
    ("a euro sign in Windows-1252", base('titel: Proef', 'titel: € 5').decode().encode('cp1252'), 3, 10, "codering", "fout", "het bestand is niet in UTF-8 opgeslagen; in ‘€’ staat een teken uit een oude codering", "open het bestand en kies bij Opslaan als de codering UTF-8"),
    ("Mac Roman", base('titel: Proef', 'titel: Coördinator').decode().encode('mac_roman'), 3, 12, "codering", "fout", "het bestand is niet in UTF-8 opgeslagen; in ‘Cošrdinator’ staat een teken uit een oude codering", "open het bestand en kies bij Opslaan als de codering UTF-8"),
    ("Windows-1252 after a line separator", title('Pro\u2028ef') + b'  tekst: caf\xe9\n', 14, 13, "codering", "fout", "het bestand is niet in UTF-8 opgeslagen; in ‘café’ staat een teken uit een oude codering", "open het bestand en kies bij Opslaan als de codering UTF-8"),
    ("Windows-1252 after a byte order mark", b'\xef\xbb\xbf' + base('titel: Proef', 'titel: Café').decode().encode('cp1252'), 3, 13, "codering", "fout", "het bestand is niet in UTF-8 opgeslagen; in ‘Café’ staat een teken uit een oude codering", "open het bestand en kies bij Opslaan als de codering UTF-8"),
    ("NUL", title('Pro\0ef'), 3, 13, "teken", "fout", "hier staat een onzichtbaar teken (U+0000) dat niet in een document mag", "verwijder het teken; is dit wel een tekstbestand?"),
    ("ESC", title('Pro\x1b[31mef'), 3, 13, "teken", "fout", "hier staat een onzichtbaar teken (U+001B) dat niet in een document mag", "verwijder het teken; is dit wel een tekstbestand?"),
    ("a form feed", more('\x0c\n'), 13, 1, "teken", "fout", "hier staat een onzichtbaar teken (U+000C) dat niet in een document mag", "verwijder het teken; is dit wel een tekstbestand?"),
    ("a line separator", title('Pro\u2028ef'), 3, 13, "teken", "fout", "hier staat een onzichtbaar regeleinde (U+2028)", "haal het weg: typ de woorden eromheen opnieuw"),
    ("a next line", title('Pro\x85ef'), 3, 13, "teken", "fout", "hier staat een onzichtbaar regeleinde (U+0085)", "haal het weg: typ de woorden eromheen opnieuw"),
    ("an alias bomb", BOMB.encode(), 5, 25, "te-groot", "fout", "te veel herhalingen met & en *", "schrijf de waarden uit"),
    ("a self reference", b'dossier: &a\n  id: *a\n', 2, 7, "yaml", "fout", "*a verwijst naar iets dat hiervoor niet is afgerond", "zet de waarde tussen aanhalingstekens als * gewone tekst is"),
    ("an alias of nothing", base('id: proef', 'id: *nergens'), 2, 7, "yaml", "fout", "*nergens verwijst naar iets dat hiervoor niet is afgerond", "zet de waarde tussen aanhalingstekens als * gewone tekst is"),
    ("too deep", b'dossier: ' + b'[' * 20000, 1, 49, "te-diep", "fout", "te diep genest (meer dan 40 niveaus)", ""),
    ("too large", b'#' * 5_000_001, 0, 0, "te-groot", "fout", "het bestand is groter dan 5 MB", "splits het dossier"),
    ("a very long line", title('y' * 3000 + ' #2'), 3, 10, "commentaar", "waarschuwing", "‘#2’ valt weg: na een spatie begint # commentaar", "zet de hele waarde tussen aanhalingstekens"),
    ("a fault after old Mac line ends", more('x: 1\n').replace(b'\n', b'\r'), 13, 1, "onbekend", "fout", "dit veld bestaat niet", "bekend zijn hier: interventie, taken, uitsluitingen, begroting, financiering, doelen, besluitvorming, verankering, mijlpalen, acties, draagvlak, communicatie; hoort het bij uw eigen bibliotheek, geef die dan mee met --library"),
    ("a fault after Windows line ends", more('x: 1\n').replace(b'\n', b'\r\n'), 13, 1, "onbekend", "fout", "dit veld bestaat niet", "bekend zijn hier: interventie, taken, uitsluitingen, begroting, financiering, doelen, besluitvorming, verankering, mijlpalen, acties, draagvlak, communicatie; hoort het bij uw eigen bibliotheek, geef die dan mee met --library"),
    ("a fault after a byte order mark", b'\xef\xbb\xbf' + base('dossier:', 'dossierr:'), 1, 1, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘dossier’?"),
    ("a decimal comma in a row of braces", base('  - id: rijder', '  - {id: r, naam: R, partij: bus, uren: 92,50}\n  - id: rijder'), 10, 41, "type", "fout", "verwacht een getal met een punt voor decimalen, kreeg ‘92,50’", "schrijf 92.50"),
    # lines that are no YAML at all
    ("commas as in JSON", base('  id: proef', '  "id": "proef",'), 2, 16, "yaml", "fout", "na deze waarde hoort geen komma", "haal de komma weg"),
    ("two versions in one file", base('  titel: Proef', '<<<<<<< HEAD\n  titel: Proef\n=======\n  titel: Ander\n>>>>>>> x'), 3, 1, "yaml", "fout", "hier staan twee versies van het dossier door elkaar", "kies er één en haal deze regel weg"),
    ("a remark with slashes", base('rollen:', '// de rollen\nrollen:'), 9, 1, "yaml", "fout", "zo begint in YAML geen toelichting", "zet # voor de toelichting"),
    ("a remark of a web page", base('dossier:', '<!-- concept -->\ndossier:'), 1, 1, "yaml", "fout", "zo begint in YAML geen toelichting", "zet # voor de toelichting"),
    ("a heading", base('rollen:', 'Rollen en taken\nrollen:'), 9, 1, "yaml", "fout", "deze regel is geen naam met een waarde", "hoort de tekst in een document, zet hem dan achter de naam van een veld; haal de regel anders weg"),
    ("a heading on top", base('dossier:', 'Dossier Proef\n\ndossier:'), 1, 1, "yaml", "fout", "deze regel is geen naam met een waarde", "hoort de tekst in een document, zet hem dan achter de naam van een veld; haal de regel anders weg"),
    ("a ruled line", base('rollen:', '=====\nrollen:'), 9, 1, "yaml", "fout", "een streep is geen naam met een waarde", "haal de streep weg, of zet er # voor"),
    ("a dash for a section", base('partijen:', '- partijen:'), 6, 1, "yaml", "fout", "een streepje kan hier niet staan", "haal het streepje weg"),
    ("a dash on the line of the section", base('partijen:\n  - id: bus', 'partijen: - id: bus'), 6, 11, "yaml", "fout", "een waarde mag niet beginnen met - en een spatie", "zet het streepje op een nieuwe regel, ingesprongen"),
    ("a stray brace", base('rollen:', '}\nrollen:'), 9, 1, "yaml", "fout", "hier staat een } te veel", "haal de } weg"),
    ("two colons", base('titel: Proef', 'titel:: Proef'), 3, 3, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘titel’?"),
    ("a field in bold", base('titel: Proef', '**titel:** Proef'), 3, 3, "yaml", "fout", "een waarde mag niet met * beginnen", "zet de waarde tussen aanhalingstekens: '…'"),
    ("a comma after quotes", title('"Proef",'), 3, 17, "yaml", "fout", "na deze waarde hoort geen komma", "haal de komma weg"),
    ("a wrong apostrophe of Word", title('‘s-Gravenhage'), 3, 10, "aanhaling", "waarschuwing", "‘s begint met een aanhalingsteken dat opent; dat is geen apostrof", "schrijf ’ in plaats van ‘"),
    ("only a closing brace", title('}'), 3, 10, "yaml", "fout", "hier staat een } te veel", "haal de } weg"),
    ("an error of Excel", title('#VERW!'), 3, 9, "commentaar", "fout", "‘#VERW!’ valt weg: na een spatie begint # commentaar", "zet de hele waarde tussen aanhalingstekens"),
    ("triple quotes", title('"""Proef"""'), 3, 12, "yaml", "fout", "na het sluitende aanhalingsteken staat nog tekst: ‘\"Proef\"\"\"’", "schrijf 'Proef'"),
    ("a singular with rows", base('rollen:', 'rol:'), 9, 1, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘rollen’?"),
    ("a name where a row belongs", more('  - adviseur\n'), 13, 5, "type", "fout", "verwacht namen met een waarde erachter, kreeg ‘adviseur’", "schrijf - id: adviseur, met de andere velden eronder"),
    ("a table from Excel", b'id\tnaam\turen\nr\tR\t840\n', 1, 1, "vorm", "fout", "een dossier begint met namen als ‘dossier:’, maar hier staat losse tekst", "begin met dossier: en organisatie:, zoals in de handleiding"),
    ("an amount in a block with a decimal comma", more('begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen:\n        2028: 12500,50\n'), 19, 15, "type", "fout", "verwacht een getal met een punt voor decimalen, kreeg ‘12500,50’", "schrijf 12500.50"),
    ("a thousand with a comma in braces", more("  - {id: s, naam: S, partij: bus, uren: 1,400}\n"), 13, 41, "type", "fout", "1,400 is dubbelzinnig: 1400 of 1 komma 400?", "schrijf 1400 of 1.40"),
    # limits of fields
    ("a period the wrong way round", meta('horizon: {begin: 2031-01-01, einde: 2028-12-31}'), 4, 39, "volgorde", "fout", "einde (2028-12-31) ligt voor begin (2031-01-01)", "controleer de jaren"),
    ("a kvk number too short", base('    naam: Stichting Bus', '    naam: Stichting Bus\n    kvk: 1234567'), 9, 10, "vorm", "fout", "‘1234567’ heeft niet de goede vorm. Acht cijfers.", "is de eerste nul weggevallen? schrijf dan \"01234567\""),
    ("a field of another section", meta('begrotingsprogramma: 6'), 4, 3, "onbekend", "fout", "dit veld bestaat niet", "dit veld hoort onder ‘organisatie’"),
    # text that runs on, and lines that belong elsewhere
    ("text that runs on without indentation", more("interventie:\n  naam: X\n  kern: Ouderen bewegen samen in\n  de buurt.\n"), 16, 3, "yaml", "fout", "deze regel lijkt het vervolg van ‘kern’ op regel 15", "schrijf >- achter kern: en zet alle tekst eronder, twee spaties dieper dan kern"),
    ("text that runs on deeper in a row", role("naam_oud: x").replace(b"    naam_oud: x\n", TASK.encode() + b"    resultaat: Groepen gaan\n    in Oost verder.\n"), 17, 5, "yaml", "fout", "deze regel lijkt het vervolg van ‘resultaat’ op regel 16", "schrijf >- achter resultaat: en zet alle tekst eronder, twee spaties dieper dan resultaat"),
    ("text that runs on in the margin", more("interventie:\n  naam: X\n  kern: Ouderen bewegen.\n\nHet gaat om drie wijken.\nEn meer ouderen.\n"), 17, 1, "yaml", "fout", "deze regel lijkt het vervolg van ‘kern’ op regel 15", "schrijf >- achter kern: en zet alle tekst eronder, twee spaties dieper dan kern"),
    ("text in the margin below an empty field", more("interventie:\n  naam: X\n  kern:\nOuderen bewegen samen.\n"), 16, 1, "yaml", "fout", "deze regel lijkt het vervolg van ‘kern’ op regel 15", "schrijf >- achter kern: en zet alle tekst eronder, twee spaties dieper dan kern"),
    ("text below an empty field", more("interventie:\n  naam: X\n  kern:\n  Ouderen bewegen samen.\n"), 16, 3, "yaml", "fout", "deze regel lijkt het vervolg van ‘kern’ op regel 15", "schrijf >- achter kern: en zet alle tekst eronder, twee spaties dieper dan kern"),
    ("text that runs on with a colon, deeper", more("interventie:\n  naam: X\n  kern: Ouderen bewegen\n    NB: in Oost en West\n"), 16, 5, "yaml", "fout", "deze regel lijkt het vervolg van ‘kern’ op regel 15", "schrijf >- achter kern: en zet alle tekst eronder, twee spaties dieper dan kern"),
    ("a later line of a block in the margin", more("interventie:\n  naam: X\n  kern: >-\n    Ouderen bewegen.\n  Samen in de buurt.\n"), 17, 3, "yaml", "fout", "deze regel lijkt het vervolg van ‘kern’ op regel 15", "zet alle tekst twee spaties dieper dan kern:"),
    ("a point that runs on", points("  - Ouderen vallen minder\n  vaak dan eerst\n"), 15, 3, "yaml", "fout", "deze regel is het vervolg van regel 14, of er mist een streepje", "hoort de tekst bij regel 14: zet hem dieper dan het streepje; is het een nieuw punt: zet er - voor"),
    ("no colon, long text", more("interventie:\n  naam: X\n  kern Ouderen bewegen samen in de buurt en dat doen zij elke week\n"), 15, 3, "yaml", "fout", "hier mist een dubbele punt met een spatie erachter", "schrijf kern: Ouderen bewegen samen in de buurt en dat doen zij elke week"),
    ("no space, long text", more("interventie:\n  naam: X\n  kern:Ouderen bewegen samen in de buurt en dat doen zij elke week\n"), 15, 3, "yaml", "fout", "na de dubbele punt hoort een spatie", "schrijf kern: Ouderen bewegen samen in de buurt en dat doen zij elke week"),
    ("a quote that opens, long text", title("'s-Gravendeel heeft te weinig begeleiders voor de groepen"), 3, 10, "yaml", "fout", "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens", "schrijf \"'s-Gravendeel heeft te weinig begeleiders voor de groepen\""),
    ("a text too long to copy", more("interventie:\n  naam: X\n  kern " + "lang " * 40 + "\n"), 15, 3, "yaml", "fout", "hier mist een dubbele punt met een spatie erachter", "zet een dubbele punt en een spatie achter kern"),
    ("a note at the end", points("  - goed\n\nNB. nog afstemmen met de rest!!\n"), 16, 1, "yaml", "fout", "deze regel is geen naam met een waarde", "hoort de tekst in een document, zet hem dan achter de naam van een veld; haal de regel anders weg"),
    ("a ruled line of three dashes", base("rollen:", "---\nrollen:"), 9, 1, "yaml", "fout", "een regel met --- hoort hier niet: een dossier is één document", "haal de regel met --- weg"),
    ("a table from Excel below a field", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen:\n2028\t2029\n12.500\t12.500\n"), 19, 1, "yaml", "fout", "hier is een tabel geplakt (met tabs)", "zet elk jaar met zijn bedrag op één regel: bedragen: {2028: …, 2029: …}"),
    ("a table from Excel in a list", more("    P03\tHuur\tmaterieel\n"), 13, 5, "yaml", "fout", "hier is een tabel geplakt (met tabs)", "typ elke rij over als een punt van een lijst: een streepje, en elke waarde op een eigen regel achter haar naam"),
    ("fields moved to the left", more("  - id: extra\nnaam: Extra\npartij: bus\n    uren: 5\n"), 14, 1, "yaml", "fout", "regel 14 tot en met 15 beginnen te ver naar links", "zet er op elke regel 4 spaties voor"),
    ("a section inside a list", points("  - goed\n  interventie:\n  naam: X\n"), 15, 3, "yaml", "fout", "‘interventie’ hoort helemaal links te beginnen", "haal de spaties voor interventie: weg"),
    ("text behind the name of a part", more("interventie: ja\n  naam: X\n"), 13, 14, "yaml", "fout", "‘interventie’ is een kopje; hier hoort geen tekst achter", "haal ‘ja’ weg"),
    ("text behind a part in a part", meta("horizon: 2028 tot en met 2031\n    begin: 2028-01-01"), 4, 12, "yaml", "fout", "‘horizon’ is een kopje; hier hoort geen tekst achter", "haal ‘2028 tot en met 2031’ weg, of zet het in een van de velden eronder"),
    ("a dash before the first field of a part", base("  naam: gemeente Proef\n", "  - naam: gemeente Proef\n  plaats: Proef\n"), 5, 3, "yaml", "fout", "dit streepje hoort hier niet: ‘organisatie’ is geen lijst", "haal het streepje weg en laat de namen recht onder elkaar beginnen"),
    ("no dash, and the row not deep enough", more("  id: extra\n  naam: X\n"), 13, 3, "yaml", "fout", "hier mist een streepje", "zet een streepje en een spatie voor id: en zet de rest van dit punt twee spaties dieper"),
    ("an apostrophe in a list on one line", meta("wijken: [Oost, 't Zand, De Linde (noord)]"), 4, 18, "yaml", "fout", "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens", "schrijf \"'t Zand\""),
    # amounts in other ways
    ("amounts without braces", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen: 2028: 12500, 2029: 12.500,50\n"), 18, 17, "yaml", "fout", "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen", "schrijf bedragen: {2028: 12500, 2029: 12500.50}"),
    ("amounts in round brackets", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen: (2028: 12500, 2029: € 12.500,-)\n"), 18, 17, "yaml", "fout", "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen", "schrijf bedragen: {2028: 12500, 2029: 12500}"),
    ("amounts with semicolons", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen: {2028: 12500; 2029: 12500}\n"), 18, 17, "yaml", "fout", "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen", "schrijf bedragen: {2028: 12500, 2029: 12500}"),
    ("amounts without braces, in two ways", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen: 2028: 12.500, 2029: 12.500\n"), 18, 17, "yaml", "fout", "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen", "zet alles tussen { }, met komma’s ertussen: bedragen: {2028: …, 2029: …}"),
    ("amounts with a remark behind them", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen: {2028: 12500, 2029: 12500} (excl. btw)\n"), 18, 44, "yaml", "fout", "na de } hoort niets meer te staan: ‘(excl. btw)’", "haal het weg; een toelichting hoort in een tekstveld"),
    ("amounts with half a year", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen: {'28: 5, '29: 6}\n"), 18, 17, "yaml", "fout", "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("hours without a comma", more(TASK + "    uren: {rijder: 100 rijder2: 50}\n"), 16, 11, "yaml", "fout", "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen", "schrijf uren: {rijder: 100, rijder2: 50}"),
    ("years that do not stand deeper", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen:\n      2028: 5\n      2029: 6\n"), 19, 7, "vorm", "fout", "regel 19 tot en met 20 horen onder ‘bedragen’ op regel 18", "zet er op elke regel twee spaties voor"),
    ("fields that do not stand deeper", more("interventie:\n  naam: X\n  handboek:\n  versie: een\n").replace(b"  versie: een\n", b"  titel: een\n"), 16, 3, "vorm", "fout", "deze regel hoort onder ‘handboek’ op regel 15", "zet er twee spaties voor"),
    ("amounts {2028: 12,5K, 2029: 5}", amounts("{2028: 12,5K, 2029: 5}"), 15, 61, "type", "fout", "verwacht een getal dat voluit is geschreven, kreeg ‘12,5K’", "schrijf 12500"),
    ("amounts {2028: 1,2 mln}", amounts("{2028: 1,2 mln}"), 15, 61, "type", "fout", "verwacht een getal dat voluit is geschreven, kreeg ‘1,2 mln’", "schrijf 1200000"),
    ("amounts {2028: 12,5000}", amounts("{2028: 12,5000}"), 15, 61, "type", "fout", "verwacht een getal met een punt voor decimalen, kreeg ‘12,5000’", "controleer het getal: na de punt horen ten hoogste twee cijfers"),
    ("amounts {2028:5, 2029:6}", amounts("{2028:5, 2029:6}"), 15, 55, "leeg", "fout", "na elke dubbele punt hoort een spatie", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("amounts {2028 = 5, 2029 = 6}", amounts("{2028 = 5, 2029 = 6}"), 15, 55, "leeg", "fout", "tussen naam en getal hoort een dubbele punt met een spatie, geen =", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("amounts {2028: 5, totaal: 5}", amounts("{2028: 5, totaal: 5}"), 15, 64, "type", "fout", "‘totaal’ hoort hier niet", "haal het weg; docgen telt zelf op"),
    ("amounts {2028 e.v.: 5}", amounts("{2028 e.v.: 5}"), 15, 55, "type", "fout", "verwacht één jaar, kreeg ‘2028 e.v.’", "noem elk jaar apart, met een eigen getal erachter: 2028: …, 2029: …"),
    ("amounts {“2028”: 5}", amounts("{“2028”: 5}"), 15, 55, "type", "fout", "verwacht alleen het jaar, kreeg ‘“2028”’", "schrijf 2028"),
    ("amounts {begrotingsjaar 2028: 5}", amounts("{begrotingsjaar 2028: 5}"), 15, 55, "type", "fout", "verwacht alleen het jaar, kreeg ‘begrotingsjaar 2028’", "schrijf 2028"),
    ("amounts {12.500: 5}", amounts("{12.500: 5}"), 15, 55, "type", "fout", "verwacht een jaar, kreeg ‘12.500’", "zet hier een jaartal, zoals 2028"),
    # figures with words around them
    ("a decimal comma in a whole number", meta("instellingen: {max_review_maanden: 6}").replace(b"{max_review_maanden: 6}", b"\n    max_review_maanden: 6,5"), 5, 25, "type", "fout", "verwacht een geheel getal, kreeg ‘6,5’", "hier hoort een heel getal, zonder komma of punt"),
    ("a decimal point in a whole number", meta("instellingen:\n    max_review_maanden: 6.5"), 5, 25, "type", "fout", "verwacht een geheel getal, kreeg ‘6.5’", "hier hoort een heel getal, zonder komma of punt"),
    ("months in words", meta("instellingen:\n    max_review_maanden: zes maanden"), 5, 25, "type", "fout", "verwacht een geheel getal, kreeg ‘zes maanden’", "schrijf 6"),
    ("months shortened", meta("instellingen:\n    max_review_maanden: 6 mnd"), 5, 25, "type", "fout", "verwacht alleen het getal, kreeg ‘6 mnd’", "schrijf 6"),
    ("years in the field of months", meta("instellingen:\n    max_review_maanden: 2 jaar"), 5, 25, "type", "fout", "verwacht alleen het getal, kreeg ‘2 jaar’", "reken het om naar wat hier hoort: in maanden; zonder dit getal: 12"),
    ("a date in the field of a year", more("begroting:\n  prijspeil: 1 januari 2028\n"), 14, 14, "type", "fout", "verwacht een geheel getal, kreeg ‘1 januari 2028’", "schrijf 2028"),
    ("number 2 dagen per week", role("uren: 2 dagen per week"), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘2 dagen per week’", "reken het om naar wat hier hoort: uren per jaar die beschikbaar zijn"),
    ("euro per hour", role("tarief: € 92,- per uur"), 13, 13, "type", "fout", "verwacht alleen het getal, kreeg ‘€ 92,- per uur’", "schrijf 92"),
    ("number minder dan 840", role("uren: minder dan 840"), 13, 11, "type", "fout", "verwacht alleen het getal, kreeg ‘minder dan 840’", "schrijf 840; ‘minder dan’ hoort in de tekst"),
    ("number 840 (raming)", role("uren: 840 (raming)"), 13, 11, "type", "fout", "verwacht een getal, kreeg ‘840 (raming)’", "schrijf 840"),
    ("number 840+2%", role("uren: 840+2%"), 13, 11, "type", "fout", "verwacht één getal, kreeg ‘840+2%’", "reken het uit en schrijf één getal"),
    # dashes
    ("a dash too many", base("    naam: Chauffeur", "  - naam: Chauffeur"), 11, 3, "yaml", "fout", "dit streepje hoort hier niet; ‘naam’ hoort bij ‘id: rijder’ op regel 10", "vervang het streepje door een spatie"),
    ("no dash in the second row, and it is needed elsewhere", base("rollen:", "    id: trein\n    naam: Trein\nrollen:").replace(b"partij: bus", b"partij: trein"), 9, 5, "dubbel", "fout", "‘id’ staat dubbel; eerder op regel 7", "begin een nieuw onderdeel met een streepje (- id: …), of haal er één weg"),
    ("a part with a dash before its fields", base("  naam: gemeente Proef\n", "  - naam: gemeente Proef\n  - plaats: Proef\n"), 5, 3, "type", "fout", "‘organisatie’ is een kopje; hier horen geen streepjes onder", "haal de streepjes weg en laat de namen recht onder elkaar beginnen"),
    # parts with text, ids and choices
    ("a sentence where a part belongs", more("raadsvoorstel:\n  onderwerp: X\n  beslispunten: [{nr: 1, tekst: X}]\n  commissie: Samenleving, 9 september 2027\ninterventie: {naam: X}\n"), 16, 14, "type", "fout", "‘commissie’ is een kopje; hier hoort geen tekst achter", "zet eronder, twee spaties dieper: naam: … en datum: 2027-03-15"),
    ("n.v.t. where a part belongs", more("interventie:\n  naam: X\n  erkenning: n.v.t.\n"), 15, 14, "type", "fout", "‘erkenning’ is een kopje; hier hoort geen tekst achter", "haal de regel erkenning: weg als dit er niet is"),
    ("a period where a part belongs", meta("horizon: 2028 – 2031"), 4, 12, "type", "fout", "‘horizon’ is een kopje; hier hoort geen tekst achter", "schrijf bijvoorbeeld horizon: {begin: 2028-01-01, einde: 2031-12-31}"),
    ("a field on the line of its part", more("interventie:\n  naam: X\n  handboek: titel: Boek\n"), 15, 13, "yaml", "fout", "‘handboek’ is een kopje; ‘titel’ hoort op de regel eronder", "zet titel: met wat erachter staat op een nieuwe regel, twee spaties dieper dan handboek"),
    ("a sentence where a row belongs", more("uitsluitingen:\n  - Crisis en spoedzorg\n"), 14, 5, "type", "fout", "verwacht namen met een waarde erachter, kreeg ‘Crisis en spoedzorg’", "begin elk punt zo: - tekst: Crisis en spoedzorg"),
    ("sentences with numbers where rows belong", more("uitsluitingen:\n  1. Crisis en spoedzorg\n  2. Vervoer\n"), 14, 3, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘1. Crisis en spoedzorg 2. Vervoer’", "begin elk punt zo: - tekst: Crisis en spoedzorg"),
    ("a dossier id with capitals", base("id: proef", "id: Proef Twee"), 2, 7, "vorm", "fout", "‘Proef Twee’ heeft niet de goede vorm. Komt in de bestandsnamen: kleine letters, cijfers en streepjes.", "schrijf proef-twee"),
    ("an id with a space that is used elsewhere", base("id: bus", "id: de bus"), 7, 9, "vorm", "fout", "‘de bus’ heeft niet de goede vorm. Kort kenmerk zonder spaties: letters, cijfers, - en _. Andere onderdelen verwijzen ernaar.", "schrijf de-bus"),
    ("an id twice, so that one is lost", base("rollen:", "  - id: bus\n    naam: Ander\nrollen:").replace(b"partij: bus", b"partij: trein"), 9, 9, "dubbel", "fout", "kenmerk ‘bus’ is al gebruikt op regel 7", "geef elk onderdeel een eigen kenmerk"),
    ("reference: two ids", base("    partij: bus", "    partij: bus\n    vervanger: rijder en maat\n  - id: maat\n    naam: Maat\n    partij: bus"), 13, 16, "verwijzing", "fout", "‘rijder en maat’ staat niet onder ‘rollen’", "hier past één kenmerk; kies rijder of maat"),
    ("reference: two ids, one unknown", role("vervanger: rijder, maat"), 13, 16, "verwijzing", "fout", "‘rijder, maat’ staat niet onder ‘rollen’", "hier past één kenmerk; bekend is hiervan alleen rijder"),
    ("reference: a list of two", role("vervanger: [rijder, maat]"), 13, 16, "type", "fout", "verwacht één kenmerk, kreeg een lijst", "hier past één kenmerk; kies rijder of maat"),
    ("two choices", more("risicos:\n  - tekst: X\n    kans: middel/groot\n"), 15, 11, "keuze", "fout", "verwacht klein, middel of groot, kreeg ‘middel/groot’", "hier past één keuze; kies middel of groot"),
    ("a choice with a remark", more("risicos:\n  - tekst: X\n    kans: Middel, mits geld\n"), 15, 11, "keuze", "fout", "verwacht klein, middel of groot, kreeg ‘Middel, mits geld’", "schrijf alleen middel; een toelichting hoort in een ander veld"),
    ("the first letter of a choice", more("risicos:\n  - tekst: X\n    kans: K\n"), 15, 11, "keuze", "fout", "verwacht klein, middel of groot, kreeg ‘K’", "bedoel je ‘klein’?"),
    ("two references where a list belongs", more("financiering:\n  - {id: F, bron: X, partij: bus, aard: structureel, status: idee, bedragen: {2028: 1}, voor: P1 en P2}\n"), 14, 95, "type", "fout", "verwacht een lijst (regels die beginnen met een streepje), kreeg ‘P1 en P2’", "schrijf voor: [P1, P2]"),
    ("a form field in brackets", title("[naam invullen]"), 3, 10, "type", "fout", "verwacht tekst, kreeg een lijst", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("the title of a field as its name", base("    naam: Stichting Bus", "    naam: Stichting Bus\n    KvK-nummer: '01234567'"), 9, 5, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘kvk’?"),
    ("the explanation as a field", base("  titel: Proef", "  Titel (verplicht): Proef"), 3, 3, "onbekend", "fout", "dit veld bestaat niet", "bedoel je ‘titel’?"),
    ("a kvk number with spaces", base("    naam: Stichting Bus", "    naam: Stichting Bus\n    kvk: 0123 4567"), 9, 10, "vorm", "fout", "‘0123 4567’ heeft niet de goede vorm. Acht cijfers.", "schrijf \"01234567\""),
    ("a kvk number with words", base("    naam: Stichting Bus", "    naam: Stichting Bus\n    kvk: KvK 12.34.56.78"), 9, 10, "vorm", "fout", "‘KvK 12.34.56.78’ heeft niet de goede vorm. Acht cijfers.", "schrijf \"12345678\""),
    ("no kvk number", base("    naam: Stichting Bus", "    naam: Stichting Bus\n    kvk: n.v.t."), 9, 10, "vorm", "fout", "‘n.v.t.’ heeft niet de goede vorm. Acht cijfers.", "vul het in, of haal het veld weg zolang het niet bekend is"),
    ("date vóór 1 januari 2032", meta("peildatum: vóór 1 januari 2032"), 4, 14, "type", "fout", "verwacht een datum als 2027-03-15, kreeg ‘vóór 1 januari 2032’", "schrijf de datum zelf: voor 2032-01-01 is tot en met 2031-12-31"),
    ("two years where one belongs", more("begroting:\n  prijspeil: 2025/2026\n"), 14, 14, "type", "fout", "verwacht één getal, kreeg ‘2025/2026’", "kies één jaar: 2025 of 2026"),
    ("a text that runs on as a field", more("interventie:\n  naam: X\n  kern: Ouderen bewegen in\n  Oost: elke week\n"), 16, 3, "onbekend", "fout", "deze regel lijkt het vervolg van ‘kern’ op regel 15", "schrijf >- achter kern: en zet alle tekst eronder, twee spaties dieper dan kern"),
    ("amounts as a list", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen:\n        - 2028: 5\n        - 2029: 6\n"), 19, 9, "type", "fout", "verwacht waarden tussen { }, kreeg een lijst", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("amounts with dashes", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen:\n        2028 – 5\n        2029 – 6\n"), 19, 9, "type", "fout", "verwacht waarden tussen { }, kreeg ‘2028 – 5 2029 – 6’", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("amounts in columns", more("begroting:\n  posten:\n    - id: P\n      naam: x\n      aard: structureel\n      bedragen: 2028;2029\n        5;6\n"), 18, 17, "type", "fout", "verwacht waarden tussen { }, kreeg ‘2028;2029 5;6’", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("amounts between quotes", amounts("'2028: 5, 2029: 6'"), 15, 54, "type", "fout", "verwacht waarden tussen { }, kreeg ‘2028: 5, 2029: 6’", "schrijf bedragen: {2028: 5, 2029: 6}"),
    ("amounts '{2028: 5} (excl. btw)'", amounts("'{2028: 5} (excl. btw)'"), 15, 54, "type", "fout", "verwacht waarden tussen { }, kreeg ‘{2028: 5} (excl. btw)’", "schrijf bedragen: {2028: 5}"),
    ("hours as a list", more(TASK + "    uren:\n      - rijder: 5\n"), 17, 7, "type", "fout", "verwacht waarden tussen { }, kreeg een lijst", "schrijf uren: {rijder: 5}"),
    # not meant for paper
    ("a note between brackets", title("Plan [bedrag nog checken]"), 3, 10, "invullen", "waarschuwing", "‘[bedrag nog checken]’ lijkt een aantekening en komt zo in het document", "haal de aantekening weg zodra die is afgehandeld"),
    ("a note to a colleague", title("Plan (@Petra klopt dit??)"), 3, 10, "invullen", "waarschuwing", "‘(@Petra klopt dit??)’ lijkt een aantekening en komt zo in het document", "haal de aantekening weg zodra die is afgehandeld"),
    ("question marks in a text", title("Plan van 2028??"), 3, 10, "invullen", "waarschuwing", "‘??’ lijkt een aantekening en komt zo in het document", "haal de aantekening weg zodra die is afgehandeld"),
    ("PM as a text", title("PM"), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("volgt as a text", title("volgt"), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("n.t.b. as a text", title("n.t.b."), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
    ("only a reference to an annex", more("interventie:\n  naam: X\n  kern: zie bijlage 2\n"), 15, 9, "invullen", "waarschuwing", "in het document staat hier dan alleen ‘zie bijlage 2’", "neem de tekst zelf op, of haal het veld weg"),
    ("a list in a folded text", more("interventie:\n  naam: X\n  kern: >-\n    Ouderen vragen:\n    - zorg\n    - vervoer\n"), 15, 9, "opsomming", "waarschuwing", "de opsomming op regel 17–18 wordt één regel", "schrijf | in plaats van >-"),
    ("a list below a text", more("interventie:\n  naam: X\n  kern: Ouderen vragen\n    - zorg\n    - vervoer\n"), 15, 9, "opsomming", "waarschuwing", "de opsomming op regel 16–17 wordt één regel", "schrijf | achter kern: en zet alle tekst eronder, twee spaties dieper dan kern"),
    ("a list below a point", points("  - Ouderen vragen\n    - zorg\n    - vervoer\n"), 14, 5, "opsomming", "waarschuwing", "de opsomming op regel 15–16 wordt één regel", "zet elk punt recht onder het punt van regel 14, of maak er één zin van"),
    ("a number typed by hand", points("  - 1. Goed\n"), 14, 5, "nummering", "waarschuwing", "‘1.’ komt er dubbel te staan: docgen zet zelf een nummer of een streepje", "haal ‘1.’ weg"),
    ("a number typed by hand before an argument", more("interventie: {naam: X}\nraadsvoorstel:\n  onderwerp: X\n  beslispunten: [{nr: 1, tekst: X}]\n  argumenten: [{nr: '1.1', kop: 1.1 De aanpak werkt}]\n"), 17, 33, "nummering", "waarschuwing", "‘1.1’ komt er dubbel te staan: docgen zet zelf een nummer of een streepje", "haal ‘1.1’ weg"),
    ("a semicolon after a decision", more("interventie: {naam: X}\nraadsvoorstel:\n  onderwerp: X\n  beslispunten: [{nr: 1, tekst: Het plan vast te stellen;}]\n"), 16, 33, "komma", "waarschuwing", "deze tekst eindigt op een puntkomma, en die komt zo in het document", "haal de puntkomma weg"),
    ("a merge field of Word", title("Plan van «Naam»"), 3, 10, "invullen", "waarschuwing", "dit lijkt nog niet ingevuld", "vul de tekst in, of haal het veld weg zolang die niet bekend is"),
]  # fmt: skip


@pytest.mark.parametrize("row", TRAPS, ids=[row[0] for row in TRAPS])
def test_a_slip_gives_one_finding_at_its_place_with_a_remedy(row):
    _, data, *expected = row
    found = [(p.line, p.column, p.code, p.level, p.message, p.hint) for p in about_shape(check(loads(data)))]
    assert found == [tuple(expected)]


# how one level opens, the place where level 41 does (line, column); the file itself is level 1
DEEP = [
    ("dossier: ", "[", 1, 49),
    ("dossier: ", "{", 1, 49),
    ("dossier: ", "[{", 1, 49),
    ("dossier: ", "[ ", 1, 88),
    ("dossier: ", "{a: ", 1, 166),
    ("dossier: ", "[? ", 1, 68),
    ("dossier: ", "[&a ", 1, 163),
    ("dossier: ", "[\n", 40, 1),
    ("dossier: é€😀\nrollen: ", "[", 2, 48),
    ("dossier: é€😀\r\nrollen: ", "{", 2, 48),
    ("", "- ", 1, 81),
    ("", "? ", 1, 81),
    ("rollen: [a, b]\npartijen:\n ", "- ", 3, 80),
]


@pytest.mark.parametrize("levels", [41, 999, 1000, 1001, 20_000])
@pytest.mark.parametrize(("start", "level", "line", "column"), DEEP, ids=[repr(row[0] + row[1]) for row in DEEP])
def test_what_is_too_deep_is_told_at_the_same_place_whatever_limit_the_parser_has(start, level, line, column, levels):
    found = parser.parse((start + level * levels).encode(), "proef").problems
    assert [(problem.line, problem.column, problem.code) for problem in found] == [(line, column, "te-diep")]


@pytest.mark.parametrize("levels", [41, 1000, 3000])
def test_fields_too_deep_in_each_other_are_told_where_the_limit_is_passed(levels):
    text = "\n".join(" " * depth + "a:" for depth in range(levels))
    found = parser.parse(text.encode(), "proef").problems
    assert [(problem.line, problem.column, problem.code) for problem in found] == [(41, 41, "te-diep")]


def test_a_slip_behind_what_is_too_deep_does_not_hide_it():
    found = parser.parse(b"dossier: " + b"[" * 500 + b"@", "proef").problems
    assert [(problem.line, problem.column, problem.code) for problem in found] == [(1, 49, "te-diep")]


LINES = [match[1] for row in TRAPS if (match := re.fullmatch(r"schrijf bedragen: (\{.*\})", row[-1]))]


@pytest.mark.parametrize("line", dict.fromkeys(LINES))
def test_a_line_of_amounts_that_a_remedy_shows_can_be_copied(line):
    assert about_shape(check(loads(amounts(line)))) == []


def test_every_dash_too_many_is_told_and_nothing_else():
    data = base("    naam: Chauffeur\n    partij", "  - naam: Chauffeur\n  - partij")
    found = [(problem.line, problem.column, problem.message) for problem in check(loads(data))]
    assert found == [
        (11, 3, "dit streepje hoort hier niet; ‘naam’ hoort bij ‘id: rijder’ op regel 10"),
        (12, 3, "dit streepje hoort hier niet; ‘partij’ hoort bij ‘id: rijder’ op regel 10"),
    ]


# name, bytes, path, value: what looks odd and is right, without a finding
SOUND = [
    ("Windows line ends", COMPOSED.replace(b"\n", b"\r\n"), ("dossier", "titel"), "Proef"),
    ("old Mac line ends", COMPOSED.replace(b"\n", b"\r"), ("dossier", "titel"), "Proef"),
    ("mixed line ends", COMPOSED.replace(b"\n", b"\r\n", 3), ("dossier", "titel"), "Proef"),
    ("a byte order mark", b"\xef\xbb\xbf" + COMPOSED, ("dossier", "titel"), "Proef"),
    ("two byte order marks", b"\xef\xbb\xbf" * 2 + COMPOSED, ("dossier", "titel"), "Proef"),
    ("UTF-16", BASE.encode("utf-16"), ("dossier", "titel"), "Proef"),
    ("UTF-16, other way round", "\ufeff".encode("utf-16-be") + BASE.encode("utf-16-be"), ("dossier", "titel"), "Proef"),
    ("a line with ---", b"---\n" + COMPOSED, ("dossier", "titel"), "Proef"),
    ("a line with ... at the end", COMPOSED + b"...\n", ("dossier", "titel"), "Proef"),
    ("a line with %YAML", b"%YAML 1.2\n---\n" + COMPOSED, ("dossier", "titel"), "Proef"),
    ("everything indented", b"".join(b"  " + line for line in COMPOSED.splitlines(True)), ("dossier", "id"), "proef"),
    ("JSON", b'{"dossier": {"id": "proef", "titel": "Proef"}, "organisatie": {"naam": "X"}}', ("dossier", "id"), "proef"),
    ("a space before the colon", base("titel: Proef", "titel : Proef"), ("dossier", "titel"), "Proef"),
    ("a tab after the colon", base("titel: Proef", "titel:\tProef"), ("dossier", "titel"), "Proef"),
    ("a tab at the end", base("titel: Proef", "titel: Proef\t"), ("dossier", "titel"), "Proef"),
    ("lists at the left", b"partijen:\n- id: p\n  naam: P\ndossier: {id: x, titel: X}\norganisatie: {naam: X}\n", ("partijen", 0, "id"), "p"),
    ("a comma at the end of braces", more("interventie: {naam: X,}\n"), ("interventie", "naam"), "X"),
    ("a quoted enum", meta("status: 'concept'"), ("dossier", "status"), "concept"),
    ("a quoted date", meta("peildatum: '2027-03-15'"), ("dossier", "peildatum"), date(2027, 3, 15)),
    ("a comment", meta("status: concept # of vastgesteld"), ("dossier", "status"), "concept"),
    ("TRUE", meta("openbaar: TRUE"), ("dossier", "openbaar"), True),
    ("three decimals after a nought", role("uren: 0.125"), ("rollen", 0, "uren"), Decimal("0.125")),
    ("no as a text", title("no"), ("dossier", "titel"), "no"),
    ("an octal number as a text", title("01234567"), ("dossier", "titel"), "01234567"),
    ("a time as a text", title("12:30"), ("dossier", "titel"), "12:30"),
    ("a date as a text", title("2026-01-15"), ("dossier", "titel"), "2026-01-15"),
    ("a hash inside a word", title("Plan#2"), ("dossier", "titel"), "Plan#2"),
    ("a web address", title("https://proef.nl"), ("dossier", "titel"), "https://proef.nl"),
    ("a hard space between words", title("Plan\u00a02"), ("dossier", "titel"), "Plan\u00a02"),
    ("two quoted words", title("“Plan” en “Doen”"), ("dossier", "titel"), "“Plan” en “Doen”"),
    ("curly quotes on purpose", title("'“Plan”'"), ("dossier", "titel"), "“Plan”"),
    ("a comment after quotes", title("'Plan' #2"), ("dossier", "titel"), "Plan"),
    ("an apostrophe inside", title("De foto's"), ("dossier", "titel"), "De foto's"),
    ("an ampersand inside", title("Jan & Piet"), ("dossier", "titel"), "Jan & Piet"),
    ("not applicable", title("n.v.t."), ("dossier", "titel"), "n.v.t."),
    ("a family emoji", title("👨\u200d👩\u200d👧"), ("dossier", "titel"), "👨\u200d👩\u200d👧"),
    ("a quote over two lines", title('"Plan\n    twee"'), ("dossier", "titel"), "Plan twee"),
    ("a comma at the end of a point", points("  - goed,\n  - snel\n"), ("waarom_doorgaan", 0), "goed,"),
    ("an alias", more(TASK + "    uren: &u {rijder: 1}\n  - {id: T2, naam: X, uren: *u}\n"), ("taken", 1, "uren"), {"rijder": 1}),
    ("a text that goes on, indented", more("interventie:\n  naam: X\n  kern: Ouderen bewegen in\n    de buurt.\n"), ("interventie", "kern"), "Ouderen bewegen in de buurt."),
    ("nog te bepalen as a text", title("nog te bepalen"), ("dossier", "titel"), "nog te bepalen"),
    ("a place that is an annex", more("interventie:\n  naam: X\n  handboek: {titel: X, locatie: zie bijlage 2}\n"), ("interventie", "handboek", "locatie"), "zie bijlage 2"),
    ("words between brackets", title("Plan (controleren en bijsturen)"), ("dossier", "titel"), "Plan (controleren en bijsturen)"),
    ("a question", title("Wie doet wat?"), ("dossier", "titel"), "Wie doet wat?"),
    ("a mail address", title("info@proef.nl"), ("dossier", "titel"), "info@proef.nl"),
    ("a list in a text with its lines", more("interventie:\n  naam: X\n  kern: |-\n    Ouderen vragen:\n    - zorg\n    - vervoer\n"), ("interventie", "kern"), "Ouderen vragen:\n- zorg\n- vervoer"),
    ("a dash at the start of a line", more("interventie:\n  naam: X\n  kern: >-\n    Ouderen vragen\n    - zo bleek - om zorg\n"), ("interventie", "kern"), "Ouderen vragen - zo bleek - om zorg"),
    ("paragraphs in a folded text", more("interventie:\n  naam: X\n  kern: >-\n    Een.\n\n    Twee.\n"), ("interventie", "kern"), "Een.\nTwee."),
    ("a number at the start of a title", title("1. Plan"), ("dossier", "titel"), "1. Plan"),
    ("a figure at the start of a point", points("  - 12.500 euro minder\n"), ("waarom_doorgaan", 0), "12.500 euro minder"),
    ("a semicolon after a point", points("  - goed;\n  - snel\n"), ("waarom_doorgaan", 0), "goed;"),
    ("two rows that share no field", more("successen:\n  - {tekst: goed}\n  - tekst: snel\n    datum: 2027-01-01\n"), ("successen", 0, "tekst"), "goed"),
    ("a row without an id", more("uitsluitingen:\n  - id: U1\n    tekst: X\n  - tekst: Y\n"), ("uitsluitingen", 1, "tekst"), "Y"),
    ("an empty part", more("interventie:\n  naam: X\n  handboek:\n  kern: Y\n"), ("interventie", "kern"), "Y"),
    ("cents in braces", amounts("{2028: 12500.50, 2029: 0}"), ("begroting", "posten", 0, "bedragen", 2028), Decimal("12500.50")),
]  # fmt: skip


@pytest.mark.parametrize(("data", "path", "value"), [row[1:] for row in SOUND], ids=[row[0] for row in SOUND])
def test_what_looks_odd_and_is_right_is_read_without_a_word(data, path, value):
    dossier = loads(data)
    assert about_shape(check(dossier)) == []
    found = dossier.data
    for step in path:
        found = found[step]
    assert found == value
