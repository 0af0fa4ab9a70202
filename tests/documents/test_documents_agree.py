"""The documents of one dossier never contradict each other: what they say of money, goals, signatures and days is gathered
from the paper itself, of hundreds of dossiers, half-filled ones too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from docgen.documents.request import parse_request
from docgen.errors import DocgenError
from tests.conftest import TYPES
from tests.making import draft_maker
from tests.variants import variants
from tests.word_files import text_of

COUNT = 240
AMOUNT = r"€\s[\d.]+(?:,\d\d)?"
COVERED = re.compile(
    r"De kosten van \d{4}(?: tot en met \d{4})? zijn gedekt(?: als ook doorgaat wat nog niet zeker is: [^|\n]*?)?\.(?=\s|$)"
    r"|Niet alle kosten zijn gedekt\. Er ontbreekt [^|\n]*?\.(?=\s|$)"
)
SIGNED = re.compile(r"([\wéë]+(?: geen)?) van de ([\wéë]+) partijen (?:heeft|hebben) getekend", re.IGNORECASE)
BALANCE = re.compile(
    rf"(\d{{4}})(?:–(\d{{4}}))?: kosten {AMOUNT}, zeker {AMOUNT}, nog niet zeker {AMOUNT}(?:; tekort in ([^;|\n]*))?"
)
DEPUTIES = re.compile(r"(\d+) van (\d+) kerntaken")
STATE = re.compile(
    r"^(?:Nu: .*, (gehaald|op koers|onderweg|achter|meting te oud|niet gehaald|niet te beoordelen)|(Nog niet gemeten))$"
)
SUMMARY = re.compile(r"(?m)^(?:Het doel is (.*)|Van de \w+ doelen (?:is|zijn) er (.*))\.$")
TOLD = re.compile(r"(\w+) (?:is |zijn )?(.*)")
STATES = {"te lang geleden gemeten": "meting te oud", "nog niet gemeten": "niet gemeten"}
COUNTS = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]


def papers(dossier):
    """The text of every document that can be made, as a draft where something obligatory is missing."""
    found, make = {}, draft_maker(dossier)
    for name in (*TYPES, "overdracht:bestuur"):
        request = parse_request(dossier, name)
        try:
            made = make(request)
        except DocgenError:
            continue
        found[name] = text_of(made).replace("\xa0", " ")
    return found


def years_in(text):
    """The years that a list of amounts names: "€ 5 in 2028 en € 6 per jaar van 2029 tot en met 2031"."""
    spans = re.findall(r"(\d{4})(?: tot en met (\d{4}))?", re.sub(AMOUNT, "", text))
    return {year for first, last in spans for year in range(int(first), int(last or first) + 1)}


@pytest.fixture(scope="module")
def made():
    return [(told, dossier, papers(dossier)) for told, dossier in variants(COUNT)]


@pytest.mark.slow
def test_nearly_every_document_of_every_dossier_is_made(made):
    assert sum(len(texts) for _, _, texts in made) > 0.95 * COUNT * (len(TYPES) + 1)


@pytest.mark.slow
def test_whether_the_costs_are_covered_is_one_sentence_in_all_documents(made):
    seen = 0
    for told, _, texts in made:
        said = {sentence for text in texts.values() for sentence in COVERED.findall(text)}
        assert len(said) < 2, (told, said)
        seen += len(said)
    assert seen > COUNT / 2


@pytest.mark.slow
def test_the_check_calls_a_shortage_what_the_map_of_money_flows_says_is_missing(made):
    seen = Counter()
    for told, _, texts in made:
        point, sentence = BALANCE.search(texts["borgingscheck"]), COVERED.search(texts["geldstromenkaart"])
        if not point or not sentence:
            continue
        judged = set(range(int(point[1]), int(point[2] or point[1]) + 1))
        missing = years_in(sentence[0].partition("ontbreekt")[2].partition("Van de dekking")[0])
        assert missing & judged == years_in(point[3] or ""), (told, point[0], sentence[0])
        seen[bool(point[3])] += 1
    assert min(seen[True], seen[False]) > 10


@pytest.mark.slow
def test_how_many_parties_have_signed_is_one_number_in_all_documents(made):
    seen = Counter()
    for told, _, texts in made:
        said = {(count.lower(), whole.lower()) for text in texts.values() for count, whole in SIGNED.findall(text)}
        assert len(said) < 2, (told, said)
        seen.update(said)
    assert len(seen) > 3


@pytest.mark.slow
def test_the_goals_stand_alike_in_the_progress_report_the_plan_and_the_handover(made):
    seen = 0
    for told, _, texts in made:
        summary = SUMMARY.search(texts.get("voortgang", ""))
        if not summary:
            continue
        counts = (
            [TOLD.match(one) for one in summary[2].split("; ")] if summary[2] else [TOLD.match(f"één {summary[1]}")]
        )
        reported = Counter({STATES.get(one[2], one[2]): COUNTS.index(one[1].lower()) for one in counts})
        for name in ("borgingsplan", "overdracht"):
            lines = (STATE.match(line.strip(" |")) for line in re.split(r"\n| ¶ | \| ", texts.get(name, "")))
            shown = Counter(found[1] or "niet gemeten" for found in lines if found)
            if shown:
                assert shown == reported, (told, name)
                seen += 1
    assert seen > COUNT / 2


@pytest.mark.slow
def test_every_document_is_of_the_same_day_and_the_same_status(made):
    for told, _, texts in made:
        days = defaultdict(set)
        for text in texts.values():
            for label, value in re.findall(r"(?m)^(?:\| )?(Peildatum|Stand op|Status):?(?: \||\t)? ?([^|.\n]+)", text):
                days["status" if label == "Status" else "dag"].add(value.strip(" |.").lower())
        assert len(days["dag"]) < 2 and len(days["status"]) < 2, (told, days)
