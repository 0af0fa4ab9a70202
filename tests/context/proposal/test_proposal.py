"""The short and the long council proposal: nothing of the one is lost in the other, and every annex has its number."""

from __future__ import annotations

import copy
import re
from collections import Counter
from dataclasses import replace

import pytest

from docgen.context.proposal.proposal import proposal
from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.plaintext import as_text
from tests.conftest import DOSSIERS, ROOT
from tests.context.municipal.municipal_sample import sample
from tests.variants import variants
from tests.word_files import text_of

SAMPLES = ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard", "wandelmaatjes-ggd")
OWN_WORDS = {"onderdeel", "het", "Het", "Inhoud"}  # of the long form: "het onderdeel ‘Planning’" for "bijlage 5"
WORDS = re.compile(r"\w[\w.,%–-]*\w|\w")


def in_form(dossier, form):
    data = copy.deepcopy(dossier.loaded.data)
    data["raadsvoorstel"]["lengte"] = form
    return replace(dossier, loaded=replace(dossier.loaded, data=data))


def text(dossier, form, draft=False):
    return text_of(render(in_form(dossier, form), "raadsvoorstel", draft=draft)).replace("\N{NO-BREAK SPACE}", " ")


def lost(long, short):
    """The words of the long form that the short form does not have."""
    return {*WORDS.findall(long)} - {*WORDS.findall(short)}


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_of_the_long_form_is_lost_in_the_short_form_but_groups_and_communication(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    data = copy.deepcopy(dossier.loaded.data)
    data["draagvlak"], data["communicatie"] = [], []
    bare = replace(dossier, loaded=replace(dossier.loaded, data=data))
    long, short = text(bare, "uitgebreid"), text(bare, "kort")
    assert lost(long, short) <= OWN_WORDS
    amounts = [Counter(re.findall(r"\d[\d.,]*\d|\d", one)) for one in (long, short)]
    assert not {number: count for number, count in amounts[0].items() if count > amounts[1][number]}
    assert "Groepen en wat wij voor hen doen" in text(dossier, "uitgebreid")
    assert "Groepen en wat wij voor hen doen" not in text(dossier, "kort")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_annex_that_a_sentence_names_is_there_under_that_number(name):
    told = text(load(ROOT / "samples" / f"{name}.yaml"), "kort")
    headings = {int(number): title for number, title in re.findall(r"(?m)^Bijlage (\d)\. (.*)$", told)}
    assert list(headings) == list(range(1, len(headings) + 1))
    listed = re.search(r"Achter dit voorstel: (.*)\. Apart", told)[1]
    assert listed == ", ".join(f"{number} {title}" for number, title in headings.items())
    assert {int(number) for number in re.findall(r"[Bb]ijlage (\d)", told)} <= set(headings)
    pieces = load(ROOT / "samples" / f"{name}.yaml").data["raadsvoorstel"]["bijlagen"]
    apart = ", ".join(f"{number} {piece}" for number, piece in enumerate(pieces, len(headings) + 1))
    assert f"Apart: {apart}." in told.replace("–", "-")


def test_the_long_form_has_the_annexes_in_their_places():
    told = as_text(render(in_form(load(ROOT / "samples" / "wijkkracht-spoordijk.yaml"), "uitgebreid"), "raadsvoorstel"))
    headings = re.findall(r"(?m)^\[heading (\d)\] (.*)$", told)
    assert headings == [
        ("1", "Voorgesteld besluit"),
        ("1", "Waarom dit voorstel"),
        ("1", "Wat de raad ermee bereikt"),
        ("2", "Doelen en meting"),
        ("2", "Resultaten tot nu toe"),
        ("1", "Argumenten"),
        ("1", "Kanttekeningen"),
        ("2", "Risico’s en maatregelen"),
        ("1", "Alternatieven"),
        ("1", "Financiën"),
        ("2", "Kosten en dekking van het programma"),
        ("1", "Participatie"),
        ("1", "Communicatie"),
        ("1", "Hoe gaat het verder"),
        ("2", "Planning"),
        ("2", "Wat erbuiten valt"),
        ("1", "Bijlagen"),
    ]
    assert "Bijlage 1" not in told and "bijlage 1" not in told


def test_a_dossier_without_a_proposal_has_none():
    full = sample("wijkkracht-spoordijk") | {"raadsvoorstel": None}
    assert proposal(full) is None


def test_a_dossier_of_a_few_lines_gets_no_annex_at_all():
    told = text_of(render(load(DOSSIERS / "minimaal-raadsvoorstel.yaml"), "raadsvoorstel"))
    assert "Bijlage" not in told and "Achter dit voorstel" not in told


@pytest.mark.slow
def test_no_variant_of_a_sample_loses_a_number_or_an_annex_in_the_short_form():
    seen = 0
    for told, dossier in variants(40):
        data = dossier.loaded.data | {"communicatie": [], "draagvlak": []}
        bare = replace(dossier, loaded=replace(dossier.loaded, data=data))
        long, short = text(bare, "uitgebreid", draft=True), text(bare, "kort", draft=True)
        assert lost(long, short) <= OWN_WORDS, told
        headings = re.findall(r"(?m)^Bijlage (\d)\. ", short)
        assert [*map(int, headings)] == [*range(1, len(headings) + 1)], told
        assert {*re.findall(r"bijlage (\d)", short)} <= {*headings}, told
        seen += len(headings)
    assert seen > 100
