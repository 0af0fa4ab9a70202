"""Where a field belongs that stands at a place where the schema does not have it."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen

SAMPLE = Path("samples/wijkkracht-spoordijk.yaml").read_text(encoding="utf-8")


def hints(old, new):
    """What is told of the sample after one slip: line, code and hint of every mistake."""
    assert SAMPLE.count(old) == 1
    text = SAMPLE.replace(old, new)
    found = [p for p in docgen.check(docgen.loads(text.encode())) if p.level == "fout"]
    first = SAMPLE[: SAMPLE.index(old)].count("\n") + 1
    return [(problem.line - first, problem.code, problem.hint) for problem in found]


def test_hours_that_are_not_indented_belong_under_the_part_above_them():
    slip = "    uren:\n    controller: 40\n"
    assert hints("    uren:\n      controller: 40\n      beleidsadviseur: 30\n      wijkcoordinator: 40\n", slip) == [
        (1, "onbekend", "zet er twee spaties voor: ‘controller’ hoort onder ‘uren’")
    ]


def test_a_field_one_part_too_deep_belongs_beside_that_part():
    old = "    nulmeting: {waarde: 74, jaar: 2026}\n"
    slip = "    nulmeting: {waarde: 74, jaar: 2026, frequentie: elk jaar}\n"
    found = hints(old, slip)
    assert found[0] == (0, "onbekend", "dit veld hoort naast ‘nulmeting’, niet erin")


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        (
            "  - id: M8\n",
            "  - id: R9\n    tekst: Subsidie valt weg\n    kans: groot\n    maatregel: sparen\n  - id: M8\n",
            "dit lijkt een risico; zet de hele rij onder ‘risicos’",
        ),
        (
            "# Wat buiten de samenwerking valt, en wie dat wel doet.\n",
            "  - id: D6\n    tekst: Meer mensen bewegen.\n    streefwaarde: 100\n",
            "dit lijkt een doel; zet de hele rij onder ‘doelen’",
        ),
    ],
)
def test_a_row_of_another_list_is_one_finding_that_names_its_list(old, new, hint):
    assert [(code, remedy) for _, code, remedy in hints(old, new)] == [("onbekend", hint)]


def test_a_section_of_another_name_is_known_by_its_fields_and_nothing_follows_from_it():
    assert hints("begroting:\n  prijspeil", "budget:\n  prijspeil") == [(0, "onbekend", "bedoel je ‘begroting’?")]
    assert hints("\ndoelen:\n", "\nziele:\n") == [(1, "onbekend", "bedoel je ‘doelen’?")]


def test_a_field_of_one_kind_of_row_or_one_section_is_sent_there():
    assert hints("    resultaat: zes actieve ambassadeurs\n", "    tarief: 92\n") == [
        (0, "onbekend", "dit veld hoort bij een rol (onder ‘rollen’)")
    ]
    assert hints("    gevolg: minder bereik\n", "    afwijking: RSK-01\n") == [
        (0, "onbekend", "dit hoort in een eigen onderdeel: zet het onder ‘afwijkingen’")
    ]
    assert hints("  afdeling: Samenleving\n", "  afdeling: Samenleving\n  onderdelen: []\n") == [
        (1, "onbekend", "dit veld hoort onder ‘interventie’")
    ]


def test_a_field_that_only_has_a_capital_does_not_lack_as_well():
    assert hints("  peildatum: 2027-03-15  #", "  Peildatum: 2027-03-15  #") == [
        (0, "onbekend", "bedoel je ‘peildatum’?")
    ]


ABOVE = "zet er een regel {}: boven en twee spaties voor"


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("    voor: [P06]\n", "    voor: [P06]\n    orgaan: directie\n", f"dit veld hoort onder ‘besluit’: {ABOVE.format('besluit')}"),
        ("    voor: [P14]\n    bedragen: {2031: 15000}\n", "    voor: [P14]\n    document: Brief\n    bedragen: {2031: 15000}\n", "dit veld hoort onder ‘besluit’: zet het daar, twee spaties dieper"),
        ("      bedragen: {2029: 15000, 2031: 15000}\n", "      2029: 15000\n", f"dit veld hoort onder ‘bedragen’: {ABOVE.format('bedragen')}"),
        ("    rol: data-analist\n    frequentie: elke vier jaar\n", "    rol: data-analist\n    datum: 2027-01-01\n    waarde: 67\n",
         f"dit veld hoort onder ‘metingen’: {ABOVE.format('metingen')}, en begin de rij met een streepje: - datum: …"),
        ("partijen:\n  - id: merenbroek\n", "partners:\n  - id: merenbroek\n", "bedoel je ‘partijen’?"),
        ("  niveau: MT en directie\n", "  niveau: MT en directie\n  ondertekenaar: voorzitter\n", "dit veld hoort bij een partij (onder ‘partijen’)"),
    ],
)  # fmt: skip
def test_a_field_beside_the_part_that_it_belongs_in_is_sent_there(old, new, hint):
    assert hint in {one for _, code, one in hints(old, new) if code == "onbekend"}
