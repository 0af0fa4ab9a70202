"""The form in working order: what it calls required is enough and needed, and what can wait stands right when it is wanted."""

from __future__ import annotations

import itertools
import re

import pytest

from docgen.authoring.skeleton import skeleton
from docgen.dossier import check, loads
from tests.authoring.filler import filled
from tests.conftest import TYPES

REQUIRED, ONCE_BEGUN = ("verplicht",), ("verplicht", "verplicht in dit onderdeel")
EACH = [*((name,) for name in TYPES), tuple(TYPES)]
ONE_AND_TWO = [*((name,) for name in TYPES), *itertools.combinations(TYPES, 2)]


def made(library, names, is_whole=False):
    return skeleton(library, [library.types[name] for name in names], "d.yaml", "s.json", is_whole)


def required(library, names, marks=REQUIRED):
    return filled(made(library, names), library.schema.root, marks)


def mistakes(text, library):
    found = check(loads(text.encode(), "d.yaml", library))
    return [(problem.line, problem.code, problem.message) for problem in found if problem.level == "fout"]


def for_a_decision(text):
    return re.sub(r"(?m)^  status:.*$", "  status: ter besluitvorming", text, count=1)


@pytest.mark.parametrize("marks", [REQUIRED, ONCE_BEGUN], ids=["always", "every row begun"])
@pytest.mark.parametrize("names", ONE_AND_TWO, ids="+".join)
def test_who_fills_in_what_is_called_required_has_no_mistake(library, names, marks):
    text = required(library, names, marks)
    assert mistakes(text, library) == [] == mistakes(for_a_decision(text), library)


@pytest.mark.parametrize("names", EACH, ids="+".join)
def test_what_is_called_required_is_missed_where_it_should_have_stood(library, names):
    empty, text = (for_a_decision(one).split("\n") for one in (made(library, names), required(library, names)))
    fields = [i for i, (before, after) in enumerate(zip(empty, text, strict=True)) if before != after]
    assert len(fields) > 5
    for at in fields:
        found = check(loads("\n".join([*text[:at], empty[at], *text[at + 1 :]]).encode(), "d.yaml", library))
        # who may sign is a mistake of the municipality, and a warning of another party
        places = {p.line - 1 for p in found if p.level == "fout" or p.code == "OVK-02"}
        assert at in places or (empty[at].strip() == "-" and at - 1 in places), (empty[at], found)


@pytest.mark.parametrize("names", EACH, ids="+".join)
def test_a_field_that_can_wait_stands_right_as_soon_as_its_sign_is_gone(library, names):
    text = required(library, names)
    opened = re.sub(r"(?m)^( *)#(?=[\w-]+:)", r"\1", text)
    before, after = (check(loads(one.encode(), "d.yaml", library)) for one in (text, opened))
    assert opened.count("\n") == text.count("\n") and opened != text
    assert sorted((p.code, p.message) for p in after) == sorted((p.code, p.message) for p in before)


@pytest.mark.parametrize("names", EACH, ids="+".join)
def test_a_form_is_read_without_scrolling(library, names):
    lines = made(library, names).split("\n")[1:]
    waiting = [line for line in lines if re.match(r" *#[\w-]+:", line)]
    assert len(waiting) > 20 and max(len(line) for line in waiting) < 120
    assert max(len(line) for line in lines if line not in waiting) < 80


def test_a_form_goes_from_who_and_what_to_hours_money_goals_decisions_and_then_each_document(library):
    text = made(library, ["raadsvoorstel", "overeenkomst", "voortgang"])
    assert re.findall(r"(?m)^#?([a-z_]+):", text) == [
        "dossier", "organisatie", "interventie", "partijen", "rollen", "taken", "uitsluitingen", "begroting", "financiering",
        "doelen", "monitoring", "flexibiliteit", "besluitvorming", "verankering", "mijlpalen", "acties", "draagvlak",
        "communicatie", "successen", "risicos", "kennis", "contacten", "lopend", "waarom_doorgaan", "raadsvoorstel",
        "overeenkomst", "voortgang", "realisatie",
    ]  # fmt: skip


def test_what_can_wait_is_written_out_when_everything_is_asked(library):
    short, whole = made(library, ["overeenkomst"]), made(library, ["overeenkomst"], is_whole=True)
    assert "\n  #handboek: {titel: , versie: , datum: , locatie: , onderhoud: }  # Waar de werkwijze staat.\n" in short
    assert "\n  handboek:\n" in whole and not re.search(r"(?m)^ *#[\w-]+:", whole)
    assert len(short.split("\n")) * 2 < len(whole.split("\n"))


def test_a_field_that_can_wait_says_in_one_sentence_what_it_is(library):
    text = made(library, ["borgingsplan"])
    assert "\n      #genoeg:  # Is er genoeg geld?\n" in text
    assert "\n  #taal:  # Taal van de documenten. Kies nl-NL.\n" in text
    assert "\n  #openbaar:  # Met false staat op elk document dat het niet openbaar is.\n" in text


def test_a_field_that_looks_ahead_says_after_which_part_it_is_filled_in(library):
    text = " ".join(made(library, ["jaarplan"]).replace("#", "").split())
    assert "Kenmerk van de partij die de gemeente is. Vul dit in na partijen. Bijvoorbeeld: merenbroek" in text
    assert "Kenmerk van de organisatie waar de rol bij hoort. Bijvoorbeeld: merenbroek" in text


@pytest.mark.parametrize(
    ("field", "line"),
    [("tekst", "  - tekst:"), ("wijziging_door", "  wijziging_door:"), ("termijn_maanden", "    termijn_maanden:"), ("trekker", "    trekker:")],
)  # fmt: skip
def test_a_rule_points_at_the_empty_field_of_a_form(library, field, line):
    text = re.sub(rf"(?m)^( *(?:- )?{field}:) .*", r"\1", for_a_decision(required(library, ["overeenkomst"])))
    assert [text.split("\n")[at - 1] for at, *_ in mistakes(text, library)] == [line]


@pytest.mark.parametrize("names", EACH, ids="+".join)
def test_a_value_typed_behind_the_explanation_of_a_line_that_can_wait_is_told(library, names):
    """The sign before the field is taken away, and the value stands at the end of the line: of no field is it lost in silence."""
    text = required(library, names)
    lines = re.findall(r"(?m)^ *#[\w-]+:  # .*$", text)
    assert len(lines) > 10
    opened = re.sub(r"(?m)^( *)#([\w-]+:  # .*)$", r"\1\2 Wilgenhof", text)
    told = [problem for problem in check(loads(opened.encode(), "d.yaml", library)) if problem.code == "commentaar"]
    assert len(told) == len(lines)
    assert {problem.message.rpartition(": ")[2] for problem in told} == {
        "‘Wilgenhof’ staat achter de uitleg, en telt niet mee"
    }
    assert {problem.hint for problem in told} == {"zet de waarde vóór het #, meteen achter de dubbele punt"}
