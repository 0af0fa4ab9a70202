"""Text that YAML reads without a murmur and that would still be wrong on paper."""

from __future__ import annotations

import pytest

from docgen.dossier import check, loads
from docgen.loading.text_checks import (
    folded_list,
    is_not_filled_in,
    line_of,
    lost_to_comment,
    lost_to_quote,
    markup_warnings,
    text_warnings,
    with_paragraphs,
)  # fmt: skip
from docgen.syntax import parser
from tests.running_texts import GOOD, WRONG, in_a_dossier
from tests.small_dossier import CORE, findings


def told(text, plain=True, in_list=False, **about):
    return [(one.code, one.message) for one in text_warnings(text, plain, in_list, about)]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("CafÃ©", "codering", "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering"),
        ("be\u200bleid", "teken", "in deze tekst staat een onzichtbaar teken (U+200B)"),
        ("\uf0b7 Plan", "teken", "in deze tekst staat een teken uit een symbolenlettertype (U+F0B7), zoals bij plakken uit Word"),
        ("Naam\tBedrag", "teken", "deze tekst heeft een tab, zoals bij plakken uit Word of Excel"),
        ("Plan\u00a0", "teken", "deze tekst begint of eindigt met een harde spatie"),
        ("xxx", "invullen", "dit lijkt nog niet ingevuld"),
        ("Plan van [naam]", "invullen", "dit lijkt nog niet ingevuld"),
        ("Plan (nog checken)", "invullen", "‘(nog checken)’ lijkt een aantekening en komt zo in het document"),
        ("‘s-Gravenhage", "aanhaling", "‘s begint met een aanhalingsteken dat opent; dat is geen apostrof"),
        ("“Plan”", "aanhaling", "de gekrulde aanhalingstekens uit Word komen zo in het document"),
        ("Plan,", "komma", "deze tekst eindigt op een komma, en die komt zo in het document"),
    ],
)  # fmt: skip
def test_a_text_that_would_be_wrong_on_paper_is_told_once(text, code, message):
    assert told(text) == [(code, message)]


def test_words_as_they_should_be_are_not_suspicious():
    for text in (
        "Plan #2",
        "De foto's",
        "Jan & Piet",
        "Wie doet wat?",
        "“Plan” en “Doen”",
        "1. Plan",
        "goed;",
        "n.v.t.",
    ):
        assert told(text) == []


def test_quotes_and_a_comma_at_the_end_were_meant_when_the_text_was_quoted():
    assert told("“Plan”", plain=False) == told("Plan,", plain=False) == told("Plan,", in_list=True) == []


def test_what_the_schema_says_of_a_field_makes_more_of_a_text_suspicious():
    assert told("zie bijlage 2") == []
    assert told("zie bijlage 2", lopend=True) == [("invullen", "in het document staat hier dan alleen ‘zie bijlage 2’")]
    numbered = ("nummering", "‘1.’ komt er dubbel te staan: docgen zet zelf een nummer of een streepje")
    assert told("1. Goed", genummerd=True) == [numbered]
    assert told("Goed;", genummerd=True) == [
        ("komma", "deze tekst eindigt op een puntkomma, en die komt zo in het document")
    ]
    assert told("Goed;", genummerd=True, in_list=True) == []


def test_a_text_that_is_only_there_to_be_replaced_is_not_filled_in():
    for text in ("xxx", "[bedrag]", "TODO nog", "Naam van de wethouder", "klopt dit"):
        assert is_not_filled_in(text)
    assert not is_not_filled_in("De wethouder") and not is_not_filled_in("naam" + " x" * 600)


def in_words(found):
    return [(one.code, one.message, one.hint) for one in found if one.level == "waarschuwing"]


def value(text):
    """The value of the first field of a text, and the lines of that text."""
    source = parser.parse(text.encode(), "proef")
    return source.root.pairs[0][1], source.lines


def test_text_behind_a_hash_without_a_space_is_lost_to_a_comment():
    assert in_words(lost_to_comment(*value("a: Plan #2 maken"))) == [
        ("commentaar", "‘#2 maken’ valt weg: na een spatie begint # commentaar", "zet de hele waarde tussen aanhalingstekens")
    ]  # fmt: skip
    for text, lost in (("a: #2", "‘#2’ valt weg"), ("a: Plan # 2", "‘# 2’ valt weg")):
        assert [one.message.partition(":")[0] for one in lost_to_comment(*value(text))] == [lost]
    for text in ("a: Plan # of meer", "a: 'Plan' #2", "a: Plan#2", "a: Plan"):
        assert list(lost_to_comment(*value(text))) == []


def test_a_field_that_a_quote_took_into_its_text_is_named():
    assert in_words(lost_to_quote(*value('a: "Plan\n  versie: een"\n'))) == [
        ("aanhaling", "dit aanhalingsteken sluit pas op regel 2; daardoor valt ‘versie’ in deze tekst", "zet het sluitende aanhalingsteken aan het eind van deze waarde")
    ]  # fmt: skip
    for text in ('a: "Plan\n  en meer"\n', 'a: "Plan"\nversie: een\n', "a: |\n  Plan\n  versie: een\n"):
        assert list(lost_to_quote(*value(text))) == []


@pytest.mark.parametrize(
    ("text", "name", "message", "hint"),
    [
        ("a: >-\n  Wij:\n  - zorg\n  - vervoer\n", "a", "de opsomming op regel 3–4 wordt één regel", "schrijf | in plaats van >-"),
        ("a: Wij\n  - zorg\n  - vervoer\n", "a", "de opsomming op regel 2–3 wordt één regel", "schrijf | achter a: en zet alle tekst eronder, twee spaties dieper dan a"),
        ("a: 'Wij:\n  - zorg\n  - vervoer'\n", "a", "de opsomming op regel 2–3 wordt één regel", "haal de aanhalingstekens weg, schrijf | achter a: en zet alle tekst eronder, twee spaties dieper dan a"),
        ("a: '- zorg\n  - vervoer'\n", "", "de opsomming op regel 1–2 wordt één regel", "haal de aanhalingstekens weg, schrijf | op hun plaats en zet alle tekst eronder"),
        ("a: >\n  Wij:\n\n  - zorg\n  - vervoer\n", "a", "de opsomming op regel 4–5 wordt één regel", "schrijf | in plaats van >"),
        ("a: Wij\n  1) zorg\n  2) vervoer\n", "", "de opsomming op regel 2–3 wordt één regel", "zet elk punt recht onder het punt van regel 1, of maak er één zin van"),
    ],
)  # fmt: skip
def test_a_list_of_which_yaml_makes_one_line_is_told(text, name, message, hint):
    assert in_words(folded_list(*value(text), name)) == [("opsomming", message, hint)]


def test_a_list_that_keeps_its_lines_and_one_dash_are_no_list_in_one_line():
    for text in (
        "a: |-\n  - zorg\n  - vervoer\n",
        "a: >-\n  Wij\n  - zo bleek - om zorg\n",
        "a: >-\n  Wij:\n\n    - zorg\n    - vervoer\n",
        "a: Wij - zorg\n",
        "a: 'Wij\n  - zorg'\n",
    ):
        assert list(folded_list(*value(text), "a")) == []


@pytest.mark.parametrize("opening", [">-\n  ", "", "'"])
def test_an_empty_line_is_one_in_a_text_of_which_yaml_joins_the_lines(opening):
    found, lines = value(
        f"a: {opening}Alinea een\n  gaat door.\n\n  Alinea twee.{opening.strip('>- ')}\n".replace("\n  '", "'")
    )
    assert with_paragraphs(found, found.text, lines) == "Alinea een gaat door.\n\nAlinea twee."


def test_the_lines_of_a_block_stay_as_they_are():
    found, lines = value("a: |\n  een\n  twee\n\n  drie\n")
    assert with_paragraphs(found, found.text, lines) == "een\ntwee\n\ndrie\n"


# --------------------------------------------------------------------------- marks that a text does not have, at their line


def marks_in(data: bytes):
    return [
        (problem.line, problem.level, problem.message) for problem in check(loads(data)) if problem.code == "opmaak"
    ]


@pytest.mark.parametrize("style", ["|", ">-"])
@pytest.mark.parametrize("text", WRONG, ids=lambda text: text["naam"])
def test_a_mark_that_a_text_does_not_have_is_a_warning_at_its_line(text, style):
    found = [one for one in check(loads(in_a_dossier(text["tekst"], style=style))) if one.level == "waarschuwing"]
    if style == ">-" and text["naam"] == "een lijst met sterren":
        assert found.pop(0).code == "opsomming"  # that a folded text has no list is another slip
    assert [(one.line, one.code) for one in found] == [(7 + text["regel"], "opmaak")]
    assert text["zegt"] in found[0].message and text["tip"] in found[0].hint


@pytest.mark.parametrize("text", GOOD, ids=lambda text: text["naam"])
def test_a_good_text_is_not_suspicious(text):
    assert marks_in(in_a_dossier(text["tekst"])) == []


def test_in_a_text_between_quotes_the_place_is_the_mark_itself():
    data = b"raadsvoorstel:\n  inleiding: 'Dit is __nieuw__.'\n  samenvatting: Dit\n    is ~~weg~~ dus.\n"
    found = [(one.line, one.column) for one in check(loads(data)) if one.code == "opmaak"]
    assert found == [(2, 22), (4, 8)]


def test_a_text_inside_a_sentence_has_one_paragraph():
    data = b"flexibiliteit:\n  herijking: |\n    elk jaar in juni\n\n    en ook in januari\n"
    assert marks_in(data) == [
        (
            5,
            "waarschuwing",
            "deze tekst komt midden in een zin, ‘Partijen bekijken de afspraken opnieuw {…}.’, en daar wordt dit één regel",
        )
    ]
    assert marks_in(b"flexibiliteit:\n  herijking: elk jaar in **juni**, zie [de planning](https://x.nl)\n") == []


def test_elsewhere_marks_are_literal_and_told():
    data = b"dossier:\n  id: proef\n  titel: Plan **Nieuw**\n"
    assert marks_in(data) == [
        (3, "waarschuwing", "‘**Nieuw**’ staat in een veld zonder opmaak en komt zo in het document")
    ]
    assert loads(data).data["dossier"]["titel"] == "Plan **Nieuw**"


def test_markup_in_a_field_that_does_not_exist_is_no_second_finding():
    found = findings(
        CORE
        + "interventie: {naam: I, naaam: '**vet** en [tekst](https://voorbeeld.nl)'}\npartijen: [{id: p, naam: gemeente Proef}]\n"
    )
    assert [one.code for one in found if "naaam" in str(one)] == ["onbekend"]


def test_what_is_suspicious_in_a_text_is_told_at_its_own_line():
    lines = ["Een regel.", "Een zacht\u00adestreep.", "Nog een."]
    (found,) = text_warnings("\n".join(lines), False, False, {})
    assert line_of(found, lines, False, False, {}) == 1
    assert line_of(found, lines[1:], False, False, {}) == 0


def test_a_clause_that_begins_with_a_list_gets_no_number_and_that_is_told(library):
    field = library.schema.field_at(("overeenkomst", "eigendom"))
    (found,) = [finding.message for _, finding in markup_warnings("1. a\n2. b", ["1. a", "2. b"], field)]
    assert found == "deze tekst begint met een lijst; waar zij een genummerde afspraak is, krijgt zij zo geen nummer"
    assert not [*markup_warnings("Zo:\n1. a\n2. b", ["Zo:", "1. a", "2. b"], field)]
