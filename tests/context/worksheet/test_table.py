"""The worksheet of the borgingsplan: levels, blocks, questions, answers and actions."""

from __future__ import annotations

import re

import pytest

from docgen.context.worksheet.table import BLOCKS, worksheet_table
from docgen.documents.production import render
from docgen.documents.variables import complete_for_report
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import NBSP, PEOPLE, filled, questions, rows_of
from tests.conftest import ROOT

# facts about proof that samples were given later: what was answered before is counted without them
LATER = {
    "draagvlak": ("aan_tafel", "organen"),
    "taken": ("ondersteuning", "vervanger_ingewerkt_op"),
    "rollen": ("begin", "einde", "ingewerkt_op"),
    "partijen": ("getekend_op",),
    "besluitvorming": ("partijen",),
}
LATER_OF_APPROACH = ("ingebed_in", "randvoorwaarden")


def test_the_worksheet_has_four_levels_with_their_aims_and_eight_blocks(library):
    levels = filled(library, "")["niveaus"]
    assert [(level["naam"], level["kort"], (level["doel"] or "")[:20], len(level["blokken"])) for level in levels] == [
        ("Niveau 1, interventie en eigenaar", "Niveau 1", "een borgingsplan dat", 3),
        ("Niveau 2, organisaties", "Niveau 2", "een overeenkomst op ", 1),
        ("Niveau 3, financiering", "Niveau 3", "een (creatief) busin", 2),
        ("Niveau 4, randvoorwaarden", "Niveau 4", "", 2),
    ]
    blocks = [block for level in levels for block in level["blokken"]]
    assert [block["nummer"] for block in blocks] == ["1a", "1b", "1c", "2", "3a", "3b", "4a", "4b"]
    assert [block["nummer"] for block in blocks if block["eerste"]] == ["1a", "2", "3a", "4a"]


def test_every_question_without_an_answer_is_open_and_counted(library):
    sheet = filled(library, "")
    assert {(row["antwoord"], row["bekend"]) for row in questions(sheet)} == {(None, None)}
    assert sheet["leeg"] == sheet["vragen"] == len(questions(sheet)) == 34
    assert sheet["beantwoord"] == sheet["uit_dossier"] == sheet["acties"] == 0


def test_the_writer_goes_before_the_dossier_and_is_counted_apart(library):
    about = "interventie: {naam: I, waar_borgen: eigen organisatie, gevolgen_eigenaarschap: De gemeente betaalt.}\n"
    given = "borgingsplan: {werkblad: {interventie: {waar: bij alle scholen}}}\n"
    sheet = filled(library, about + given)
    told = {row["vraag"]: row["antwoord"] for row in questions(sheet)}
    assert told["Waar moet het blijven: in één organisatie of in meer?"] == "Bij alle scholen."
    assert told["Wat betekent dat voor recht en geld?"] == "De gemeente betaalt."
    assert told["Wie is eigenaar van de inhoud, wie van de uitvoering?"] is None
    assert (sheet["beantwoord"], sheet["uit_dossier"], sheet["leeg"]) == (2, 1, 32)


def test_what_falls_away_counts_as_answered_and_says_why(library):
    nothing = "interventie: {naam: I, erkenning: {van_belang: nee}, opschaling: {gewenst: nee}}\n"
    sheet = filled(library, nothing)
    told = [row["antwoord"] for row in questions(sheet) if row["antwoord"]]
    assert [text for text in told if text.startswith("Vervalt: ")] == 3 * [
        "Vervalt: opschaling is niet gewenst."
    ] + 2 * ["Vervalt: erkenning is niet van belang."]
    assert sheet["beantwoord"] == sheet["uit_dossier"] == 7


def test_what_is_known_but_does_not_answer_stands_with_the_question_and_is_not_counted(library):
    sheet = filled(library, "monitoring: {bijsturen: Elk jaar kijken.}\n")
    row = next(row for row in questions(sheet) if row["bekend"])
    assert (row["vraag"], row["antwoord"], row["bekend"]) == (
        "Wie let tijdens de borging op kwaliteit?", None, "Elk jaar kijken.",
    )  # fmt: skip
    assert sheet["beantwoord"] == 0


ACTIONS = (
    "acties:\n"
    "  - {blok: eigenaar, tekst: Werving, rol: r}\n"
    "  - {blok: eigenaar, vraag: actief, tekst: Uren regelen., rol: r, uiterlijk: 2029-01-01, kans: klein}\n"
    "  - {blok: eigenaar, vraag: actief, tekst: Tweede, status: klaar}\n"
    "  - {blok: eigenaar, vraag: steun, tekst: Hoort bij een ander blok}\n"
    "  - {blok: eigenaar, tekst: Derde, status: vervallen}\n"
)


def block_of(sheet, number):
    return next(block for level in sheet["niveaus"] for block in level["blokken"] if block["nummer"] == number)


def test_an_action_stands_beside_its_question_and_the_rest_at_the_end_of_its_block(library):
    sheet = filled(library, PEOPLE + ACTIONS)
    block = block_of(sheet, "1b")
    assert [[action.replace(NBSP, " ") for action in row["acties"]] for row in block["regels"]] == [
        ["Uren regelen (Regisseur, uiterlijk 1 januari 2029, open, kans klein)"],
        [],
        ["Werving (Regisseur, open)", "Hoort bij een ander blok (open)"],
    ]
    assert block["klaar"] == ["Klaar: Tweede", "Vervallen: Derde"]
    assert sheet["acties"] == block["acties"] == 3
    assert (block["geen_acties"], block_of(sheet, "1a")["geen_acties"]) == (False, True)


def test_in_a_public_document_is_left_out_what_is_not_for_everybody_from_the_numbers_too(library):
    text = (
        PEOPLE
        + "draagvlak: [{groep: Raad, niveau: bestuur, organen: [raad, college], houding: kritisch, laatste_contact: 2028-01-01}]\n"
        + "borgingsplan: {werkblad: {financien: {andere_wegen: Geheim}, organisaties: {steun: De directeur twijfelt}}}\n"
        + "acties: [{blok: financien, vraag: andere_wegen, tekst: Werkgevers vragen, kans: klein}, {blok: financien, tekst: Rekenen, rol: r, kans: klein}]\n"
    )
    inside, outside = filled(library, text), filled(library, text, public=True)
    assert (inside["vragen"], inside["beantwoord"]) == (34, 4)
    assert (outside["vragen"], outside["beantwoord"], outside["acties"]) == (29, 0, 1)
    said = repr(outside)
    assert not [
        word for word in ("kritisch", "Geheim", "twijfelt", "Werkgevers", "kans", "Regisseur", "Raad") if word in said
    ]
    assert block_of(outside, "3a")["regels"][-1]["acties"] == ["Rekenen"]


def counted(path, library, without_later):
    data = load(path, library).data
    if without_later:
        for part, names in LATER.items():
            for row in data.get(part) or []:
                for name in names:
                    row.pop(name, None)
        for name in LATER_OF_APPROACH:
            data["interventie"].pop(name, None)
    sheet = worksheet_table(fill_defaults(data, library.schema.root), library.schema.field_at(BLOCKS).children)
    names = [name for block in library.schema.field_at(BLOCKS).children.values() for name in block.children]
    still_open = [name for name, row in zip(names, questions(sheet), strict=True) if row["antwoord"] is None]
    return sheet, still_open


OPEN = {  # per sample what the dossier does not answer, without the facts of later
    "wijkkracht-spoordijk": "wat_nodig onder_aandacht netwerk invoeren kwaliteit ingebed afgesproken in_plannen baten nodig landelijk richtlijnen overige beleid bestuurlijke_steun verkenning",
    "buurtprogramma-lijnbaan": "wat_nodig onder_aandacht netwerk invoeren kwaliteit ingebed afgesproken nodig landelijk overige bestuurlijke_steun verkenning",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "answered", "from_dossier"), [("wijkkracht-spoordijk", 18, 17), ("buurtprogramma-lijnbaan", 22, 22)]
)
def test_a_sample_answers_what_it_proves(library, name, answered, from_dossier):
    sheet, still_open = counted(ROOT / "samples" / f"{name}.yaml", library, without_later=True)
    assert still_open == OPEN[name].split()
    assert (sheet["vragen"], sheet["beantwoord"], sheet["uit_dossier"]) == (34, answered, from_dossier)


def test_the_samples_never_answer_less_than_before_they_got_facts(library):
    for name, still_open in OPEN.items():
        assert set(counted(ROOT / "samples" / f"{name}.yaml", library, without_later=False)[1]) <= set(
            still_open.split()
        )


def test_the_borgingsplan_has_a_table_per_level_with_the_three_columns(sample):
    rows = rows_of(render(sample, "borgingsplan"))
    assert rows.count(["Niveau", "Hulpvragen, met antwoord nu", "Wat ga je doen?"]) == 4
    training = next(row for row in rows if row[1].startswith("Wie geeft training?"))
    assert training[0] == "1c" and training[2] == (
        f"Tweede trainer opleiden (Gezondheidsbevorderaar, uiterlijk 1{NBSP}december 2027, open, kans middel)."
    )
    first = next(row for row in rows if row[1].startswith("Is de aanpak duidelijk"))
    assert first[0].startswith("Niveau 1 ¶ 1a Interventie ¶ Doel: een borgingsplan") and first[2] == "Geen acties."


def test_a_new_borgingsplan_gives_the_questions_to_answer_after_what_documents_share(docgen, tmp_path):
    assert docgen("new", "borgingsplan", "-o", "plan.yaml").code == 0
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert "\n      #gevolgen:  # Wat betekent dat voor recht en geld?\n" in text
    tops = re.findall(r"^([a-z_]+):$", text, re.MULTILINE)
    assert tops[:4] == ["dossier", "organisatie", "interventie", "partijen"] and tops[-1] == "borgingsplan"
    assert "4 fouten" in docgen("check", "plan.yaml").out  # id, title and two names; an answer may be left out


def test_a_dossier_of_which_everything_required_is_missing_still_has_a_worksheet(library):
    data = {
        "interventie": {"wat_borgen": [{}], "randvoorwaarden": [{}], "handboek": {}, "onderdelen": [{}], "baten": [{}]}
    }
    data |= {
        name: [{}] for name in ("partijen", "rollen", "financiering", "draagvlak", "verankering", "besluitvorming")
    }
    data |= {name: [{}] for name in ("taken", "communicatie", "acties")}
    sheet = worksheet_table(complete_for_report(data, library), library.schema.field_at(BLOCKS).children)
    assert sheet["vragen"] == 34
