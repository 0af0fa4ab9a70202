"""Every text of a dossier that comes to stand in a sentence, held to its form."""

from __future__ import annotations

from docgen.domain.sentences.findings import findings, in_one_line, is_first_form
from docgen.library.library import open_library
from tests.complete_dossier import HEAD, full

FRAMES = open_library().schema.frames
NEW = HEAD.replace("titel: D", "titel: D, indeling: 2")
TEXT = "uitsluitingen: [{tekst: Zorg., wie_wel: Zorgteam}, {tekst: Hulp., wie_wel: jeugdteam}]\n"


def test_each_rule_finds_its_own_at_the_path_of_the_text():
    dossier = full(TEXT, NEW)
    assert [found.path for found in findings(dossier, FRAMES, "ZIN-01")] == [("uitsluitingen", 0, "wie_wel")]
    assert [found.path for found in findings(dossier, FRAMES, "ZIN-03")] == [("uitsluitingen", 1, "wie_wel")]
    assert list(in_one_line(dossier, FRAMES)) == []


def test_a_dossier_of_the_first_form_hears_it_once():
    dossier = full(TEXT)
    assert is_first_form(dossier) and list(findings(dossier, FRAMES, "ZIN-01")) == []
    (told,) = in_one_line(dossier, FRAMES)
    assert told.message == "2 teksten passen niet goed in de zin waarin zij komen te staan"


def test_the_id_of_a_role_is_no_text():
    roles = "partijen: [{id: p, naam: P}]\nrollen: [{id: Regie, naam: Regisseur, partij: p}]\n"
    held = "overeenkomst: {titel: O, ingang: 2028-01-01, overleg: {stuurgroep: elke maand, voorzitter: Regie}}\n"
    assert list(findings(full(roles + held, NEW), FRAMES, "ZIN-01")) == []


def test_a_schema_without_frames_finds_nothing_in_sentences():
    assert list(findings(full(TEXT, NEW), type(FRAMES)({}), "ZIN-01")) == []
