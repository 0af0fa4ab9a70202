"""Every field of a dossier that differs between two versions is told."""

from __future__ import annotations

import copy

import pytest
import yaml

from docgen.dossier import load, loads
from docgen.versions.changes import ADDED, CHANGED, GONE, MOVED, RENAMED, changes
from docgen.versions.wording import Names, told
from tests.conftest import ROOT
from tests.documents.test_every_field import changed, ids_in, leaves, others_for
from tests.maximal import maximal

SAMPLE = ROOT / "samples" / "wijkkracht-spoordijk.yaml"


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE)


def differences(before, now, root):
    return [(".".join(map(str, one.path)), one.kind) for one in changes(before, now, root)]


def test_two_versions_that_are_the_same_have_no_differences(sample):
    assert changes(sample.data, copy.deepcopy(sample.data), sample.library.schema.root) == []


@pytest.mark.slow
def test_every_field_of_the_schema_that_is_changed_or_dropped_is_told_in_a_sentence(sample):
    schema = sample.library.schema
    data = loads(yaml.safe_dump(maximal(schema.root.rules["schema"]), allow_unicode=True).encode()).data
    every, silent = list(leaves(schema.root.rules["schema"])), []
    for path, rules in every:
        ids = ids_in(data, rules.get("meta", {}).get("ref", ""))
        for change in others_for(rules, ids):
            other = changed(data, path, change)
            if other is None or other == data:
                continue
            found = told(changes(data, other, schema.root), Names(data, other))
            sentences = [one.sentence for one in found]
            if not found or any(not one.endswith(".") or "None" in one or "{" in one for one in sentences):
                silent.append((path, sentences[:1]))
    assert silent == [] and len(every) > 300


CHANGES = [  # in the text of the sample: what stood there, what stands there now, and what is told
    ("uren: 840", "uren: 900", ("rollen.0.uren", CHANGED)),
    ("2028: 30000", "2028: 35000", ("financiering.2.bedragen.2028", CHANGED)),
    ("    toelichting: Het wijkteam geeft alleen signalen door.\n", "", ("uitsluitingen.3.toelichting", GONE)),
]


@pytest.mark.parametrize(("was", "now", "told"), CHANGES)
def test_a_change_is_told_where_it_stands(sample, was, now, told):
    text = SAMPLE.read_text("utf-8")
    assert was in text
    found = differences(sample.data, loads(text.replace(was, now, 1).encode()).data, sample.library.schema.root)
    assert [kind for _, kind in found] == [told[1]] and found[0][0].split(".")[0] == told[0].split(".")[0]
    assert found[0][0].rsplit(".", 1)[1] == told[0].rsplit(".", 1)[1]


def test_an_id_that_was_renamed_is_told_once_and_not_where_it_is_referred_to(sample):
    text = SAMPLE.read_text("utf-8").replace("beleidsadviseur", "adviseur-beleid")
    assert text.count("adviseur-beleid") > 5
    found = differences(sample.data, loads(text.encode()).data, sample.library.schema.root)
    assert [one for one in found if one[1] == RENAMED] == [("rollen.1.id", RENAMED)]
    assert all("naam" in path or kind == RENAMED for path, kind in found)


def test_a_row_that_came_or_went_is_told_whole(sample):
    data = copy.deepcopy(sample.data)
    gone = data["taken"].pop(3)
    data["taken"].append({"id": "T99", "titel": "Zwerfafval ruimen met de school", "eigenaar": gone["eigenaar"]})
    found = changes(sample.data, data, sample.library.schema.root)
    assert [(one.kind, one.path[0]) for one in found] == [(ADDED, "taken"), (GONE, "taken")]
    assert found[1].before == gone


def test_rows_in_another_order_are_one_change(sample):
    data = copy.deepcopy(sample.data)
    data["taken"].reverse()
    assert differences(sample.data, data, sample.library.schema.root) == [("taken", MOVED)]
