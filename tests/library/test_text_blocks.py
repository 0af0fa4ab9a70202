"""The places for a writer's own text, from the sections that a schema names."""

from __future__ import annotations

import pytest

from docgen.library.library import open_library
from docgen.library.text_blocks import Section, blocks_in, fields_of, sections_of
from docgen.schema.metaschema.keywords import Unsound
from docgen.schema.metaschema.validator import check_keys

SECTIONS = (Section("kort", ("In het kort",), "bestuur"), Section("geld", ("Geld", "Wat kost het")))


def test_a_section_is_a_heading_or_more_of_them_and_can_be_of_one_variant():
    said = {"kort": {"kop": "In het kort", "variant": "bestuur"}, "geld": ["Geld", "Wat kost het"]}
    assert sections_of({"secties": said}) == SECTIONS
    assert sections_of({"secties": {"geld": "Geld"}}) == (Section("geld", ("Geld",)),)
    assert sections_of({}) == ()


def test_every_section_is_two_places_of_running_text():
    part = fields_of([("brief", "Brief", SECTIONS), ("kaart", "Kaart", ())])["tekstblokken"]
    places = part["schema"]["brief"]["schema"]
    assert list(places) == ["voor_kort", "na_kort", "voor_geld", "na_geld"]
    assert (
        places["na_kort"]["meta"]["omschrijving"] == "Eigen tekst na het onderdeel ‘In het kort’ in de variant bestuur."
    )
    assert list(part["schema"]) == ["brief"]
    assert fields_of([("kaart", "Kaart", ())]) == {}


def test_a_document_gets_the_texts_of_its_variant_in_order():
    texts = {"na_geld": "D", "voor_geld": "C", "na_kort": "B", "voor_kort": None}
    data = {"tekstblokken": {"brief": texts}}
    assert [one.text for one in blocks_in(data, "brief", SECTIONS, "bestuur")] == ["B", "C", "D"]
    found = blocks_in(data, "brief", SECTIONS, "ambtelijk")
    assert [(one.path, one.section, one.is_before) for one in found] == [
        ("tekstblokken.brief.voor_geld", 1, True),
        ("tekstblokken.brief.na_geld", 1, False),
    ]
    assert blocks_in({"tekstblokken": None}, "brief", SECTIONS, "") == ()


def test_all_places_are_running_text_in_the_schema_of_a_dossier():
    part = open_library().schema.fields["tekstblokken"]
    places = [place for kind in part.children.values() for place in kind.children.values()]
    assert len(places) > 40 and all(place.is_running and not place.is_in_sentence for place in places)


@pytest.mark.parametrize(
    ("secties", "message"),
    [
        ({"Geld": "Geld"}, "‘Geld’ is geen naam; gebruik kleine letters en _, zoals financien"),
        ({"geld": ""}, "bij ‘geld’ hoort de tekst van de kop, of een lijst van koppen"),
        ({"geld": []}, "bij ‘geld’ hoort de tekst van de kop, of een lijst van koppen"),
        ({"geld": {"variant": "kort"}}, "bij ‘geld’ hoort kop, en eventueel variant"),
        ({"geld": {"kop": "Geld", "variant": "krot"}}, "er is geen variant ‘krot’; bedoel je ‘kort’?"),
    ],
)
def test_a_section_that_is_not_sound_is_refused(secties, message):
    with pytest.raises(Unsound) as refused:
        check_keys({"titel": "Brief", "varianten": {"kort": "Kort"}, "secties": secties, "schema": {}})
    assert refused.value.steps[0] == "secties" and str(refused.value) == message
