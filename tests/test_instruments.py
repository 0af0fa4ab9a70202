"""The instruments of borging: worksheet, map of the money flows, progress message, comparison and handover per role."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from decimal import Decimal

import pytest

from docgen.context import builder, comparison, money, progress, worksheet, worksheet_answers
from docgen.documents.production import DossierError, make_document, render
from docgen.documents.request import parse_request
from docgen.documents.templates import template_for
from docgen.dossier import load, loads
from docgen.rules.catalog.action_is_arranged import QUESTIONS
from docgen.schema.completion import fill_defaults
from docgen.word.plaintext import as_text
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.word_files import text_of

SAMPLES = ("wijkkracht-spoordijk", "alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan", "wandelmaatjes-ggd")
HEAD = "dossier: {id: d, titel: D, peildatum: 2028-06-30}\norganisatie: {naam: gemeente A}\n"
PEOPLE = (
    "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: Regisseur, partij: p}, {id: v, naam: Vervanger, partij: p}]\n"
)
NBSP = "\u00a0"


def full(text, head=HEAD):
    """A complete dossier of these lines; without `interventie` it gets a bare one."""
    whole = head + text + ("" if "interventie:" in text else "interventie: {naam: I}\n")
    dossier = loads(whole.encode())
    assert dossier.reading.problems == []
    return fill_defaults(dossier.data, dossier.library.schema.rules)


def filled(library, text):
    return worksheet.worksheet_table(full(text), library.schema.rules_at(worksheet.BLOCKS)["schema"])


def questions(sheet):
    return [row for level in sheet["niveaus"] for block in level["blokken"] for row in block["regels"]]


def rows_of(data):
    """Every row of every table of a document, as texts of cells."""
    return [line[2:-2].split(" | ") for line in as_text(data).splitlines() if line.startswith("| ")]


# --------------------------------------------------------------------------------------------------------- worksheet


def test_the_worksheet_has_four_levels_and_eight_blocks(library):
    levels = filled(library, "")["niveaus"]
    assert [(level["naam"].split(",")[0], len(level["blokken"])) for level in levels] == [
        ("Niveau 1", 3), ("Niveau 2", 1), ("Niveau 3", 2), ("Niveau 4", 2),
    ]  # fmt: skip
    names = [block["naam"].split()[0] for level in levels for block in level["blokken"]]
    assert names == ["1a", "1b", "1c", "2", "3a", "3b", "4a", "4b"]


def test_every_question_that_has_no_answer_says_so_and_is_counted(library):
    sheet = filled(library, "")
    assert {row["antwoord"] for row in questions(sheet)} == {"Nog niet ingevuld"}
    assert sheet["leeg"] == sheet["vragen"] == len(questions(sheet)) == 26 and sheet["acties"] == 0


def test_the_dossier_answers_what_it_knows_and_the_writer_goes_before_it(library):
    about = "interventie: {naam: I, waar_borgen: eigen organisatie, gevolgen_eigenaarschap: De gemeente betaalt.}\n"
    given = "borgingsplan: {werkblad: {interventie: {waar: Bij alle scholen.}}}\n"
    told = {row["vraag"]: row["antwoord"] for row in questions(filled(library, about + given))}
    assert told["Waar moet het blijven: in één organisatie of in meer?"] == "Bij alle scholen"
    assert told["Wat betekent dat eigenaarschap voor geld, rechten en plichten?"] == "De gemeente betaalt"
    assert told["Wie is eigenaar van de inhoud, en wie van de uitvoering?"] == "Nog niet ingevuld"


def test_an_action_stands_beside_its_question_and_one_without_at_the_end_of_its_block(library):
    actions = (
        "acties:\n"
        "  - {blok: eigenaar, tekst: Werving, rol: r}\n"
        "  - {blok: eigenaar, vraag: actief, tekst: Uren regelen., rol: r, uiterlijk: 2029-01-01, kans: klein}\n"
        "  - {blok: eigenaar, vraag: actief, tekst: Tweede, status: klaar}\n"
        "  - {blok: eigenaar, vraag: steun, tekst: Hoort bij een ander blok}\n"
    )
    sheet = filled(library, PEOPLE + actions)
    block = next(block for level in sheet["niveaus"] for block in level["blokken"] if block["naam"] == "1b Eigenaar")
    told = [(row["vraag"][:25], row["actie"], row["wie"], row["status"], row["kans"]) for row in block["regels"]]
    assert told == [
        ("Is er iemand die de aanpa", "Uren regelen", "Regisseur", "open", "klein"),
        ("Vervolg van de vraag hier", "Tweede", None, "klaar", None),
        ("Wie is eigenaar van de in", None, None, None, None),
        ("Wat betekent dat eigenaar", None, None, None, None),
        ("Hele blok", "Werving", "Regisseur", "open", None),
        ("Hele blok", "Hoort bij een ander blok", None, "open", None),
    ]
    assert sheet["acties"] == 3  # one of them is done


def test_answers_and_actions_are_about_questions_of_the_schema(library):
    asked = {
        (block, name)
        for block, rules in library.schema.rules_at(worksheet.BLOCKS)["schema"].items()
        for name in rules["schema"]
    }
    assert set(worksheet_answers.ANSWERS) <= asked
    assert sorted(library.schema.rules_at(("acties", 0, "vraag"))["allowed"]) == sorted(name for _, name in asked)
    assert set(library.schema.rules_at(("acties", 0, "blok"))["allowed"]) == {block for block, _ in asked}
    assert {(block, name) for block, names in QUESTIONS.items() for name in names} == asked


def test_the_borgingsplan_has_a_table_per_block_with_the_seven_columns(sample):
    rows = rows_of(render(sample, "borgingsplan"))
    heads = ["Hulpvraag", "Antwoord nu", "Wat ga je doen?", "Wie", "Wanneer", "Status", "Kans"]
    assert rows.count(heads) == 8
    training = next(row for row in rows if row[0] == "Wie traint nieuwe mensen, en wie helpt hen op weg?")
    assert training[2:] == [
        "Tweede trainer opleiden",
        "Gezondheidsbevorderaar",
        f"1{NBSP}december 2027",
        "Open",
        "Middel",
    ]


def test_open_actions_come_back_in_planning_annual_plan_and_handover():
    actions = (
        "acties:\n  - {blok: eigenaar, tekst: Open zaak, uiterlijk: 2028-08-01, rol: r}\n"
        "  - {blok: eigenaar, tekst: Gedaan, uiterlijk: 2028-08-01, status: klaar}\n"
        "  - {blok: eigenaar, tekst: Laat maar, uiterlijk: 2028-08-01, status: vervallen}\n"
    )
    table = builder.build(full(PEOPLE + actions + "jaarplan: {jaar: 2028}\n"))
    assert [(row["soort"], row["wat"], row["wie"]) for row in table["planning"]] == [
        ("actie", "Open zaak", "Regisseur")
    ]
    assert [row["wat"] for quarter in table["kwartalen"] for row in quarter["regels"]] == ["Open zaak"]
    assert [row["wat"] for row in table["komend"]] == ["Open zaak"]


def test_a_new_borgingsplan_gives_the_questions_to_fill_in_before_the_rest(docgen, tmp_path):
    assert docgen("new", "borgingsplan", "-o", "plan.yaml").code == 0
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert "# Gevolgen: Wat betekent dat eigenaarschap voor geld, rechten en plichten?\n      gevolgen:" in text
    tops = re.findall(r"^([a-z_]+):$", text, re.MULTILINE)
    assert tops[:4] == ["dossier", "organisatie", "interventie", "borgingsplan"] and "acties" in tops
    assert "4 fouten" in docgen("check", "plan.yaml").out  # id, title and two names; an answer may be left out


# ------------------------------------------------------------------------------------------- money, planning, people


MONEY = """
begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 100, 2029: 100}}]}
financiering:
  - {id: F1, bron: Vast, partij: extern, aard: structureel, status: beschikt, bedragen: {2028: 60}, voor: [P1], route: andere sector}
  - {id: F2, bron: Gevraagd, partij: extern, aard: incidenteel, status: gevraagd, bedragen: {2028: 40, 2029: 30}}
  - {id: F3, bron: Droom, partij: extern, aard: structureel, status: idee, bedragen: {2028: 500, 2029: 500}}
"""


def test_the_map_of_money_knows_what_is_certain_and_an_idea_never_covers():
    flows = builder.build(full(MONEY))["geldstromen"]
    assert flows["zeker"] == {2028: 60, 2029: 0} and flows["onzeker"] == {2028: 40, 2029: 30}
    assert flows["onzeker_jaren"] == [2028, 2029]
    assert [(flow["bron"], [post["naam"] for post in flow["posten"]]) for flow in flows["stromen"]] == [
        ("Vast", ["Huur"])
    ]
    assert flows["zonder_doel"] == ["Gevraagd"] and flows["zonder_bron"] == []
    assert flows["routes"] == [{"route": "andere sector", "bedragen": {2028: 60, 2029: 0}}]


def test_the_chart_has_a_bar_a_year_by_source_with_the_gap_last_and_says_its_figures():
    chart = builder.build(full(MONEY))["geldstromen"]["grafiek"]
    assert chart["categorieen"] == ["2028", "2029"]
    assert [(one["naam"], one["waarden"]) for one in chart["reeksen"]] == [
        ("Vast", [Decimal(60), Decimal(0)]),
        ("Gevraagd", [Decimal(40), Decimal(30)]),
        ("Nog geen dekking", [Decimal(0), Decimal(70)]),
    ]
    assert chart["tekst"].replace(NBSP, " ") == (
        "2028: Vast € 60 en Gevraagd € 40. 2029: Gevraagd € 30 en Nog geen dekking € 70."
    )


def test_of_many_sources_the_chart_gathers_the_smallest_and_loses_no_euro():
    amounts = [500, 9, 400, 8, 300, 7, 200, 6, 150, 120, 110, 101]
    sources = "".join(
        f"  - {{id: F{n}, bron: B{n}, partij: extern, aard: structureel, status: beschikt, bedragen: {{2028: {amount}}}}}\n"
        for n, amount in enumerate(amounts, 1)
    )
    chart = builder.build(full(f"financiering:\n{sources}"))["geldstromen"]["grafiek"]
    assert [(one["naam"], one["waarden"]) for one in chart["reeksen"]] == [
        ("B1", [500]), ("B2", [9]), ("B3", [400]), ("B5", [300]), ("B7", [200]), ("B9", [150]), ("B10", [120]), ("B11", [110]),
        ("B12", [101]), ("3 kleinere bronnen samen", [8 + 7 + 6]),
    ]  # fmt: skip
    assert "B12 € 101 en 3 kleinere bronnen samen € 21." in chart["tekst"].replace(NBSP, " ")


def test_the_money_table_of_the_map_adds_up(sample):
    rows = {row[0]: row[1:] for row in rows_of(render(sample, "geldstromenkaart"))}
    amounts = {
        name: [int(re.sub(r"\D", "", cell)) for cell in rows[name]] for name in ("Dekking", "Waarvan zeker", "Kosten")
    }
    assert amounts["Dekking"] == amounts["Kosten"] == [298000, 339000, 354000, 339000, 354000]
    assert amounts["Waarvan zeker"] == [298000, 249480, 264480, 219480, 219480]
    assert rows["Nieuw structureel budget gemeente (gevraagd)"][0] == "–"


def test_a_gap_is_said_in_words():
    text = text_of(render(loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart"))
    assert f"Er ontbreekt dekking. €{NBSP}70 in 2029." in text


def test_the_timeline_has_a_mark_and_a_day_in_the_column_of_its_year():
    planned = (
        "mijlpalen: [{datum: 2028-03-01, tekst: Start, rol: r}]\n"
        "besluitvorming: [{niveau: besluit, orgaan: raad, besluit: Geld, datum: 2030-06-24}]\n"
        "monitoring: {reviews: [{datum: 2029-05-05, onderwerp: Review}]}\n"
        "acties: [{blok: eigenaar, tekst: Doen, uiterlijk: 2029-02-02}]\n"
    )
    (block,) = builder.build(full(PEOPLE + planned))["tijdlijn"]["blokken"]
    assert block["jaren"] == [2028, 2029, 2030]
    assert [(row["teken"], row["jaar"], row["dag"].replace(NBSP, " "), row["wat"]) for row in block["regels"]] == [
        ("●", 2028, "1 mrt", "Start"),
        ("▲", 2029, "2 feb", "Doen"),
        ("○", 2029, "5 mei", "Review"),
        ("◆", 2030, "24 jun", "Geld"),
    ]


def test_the_matrix_of_hours_marks_owner_and_deputy_and_sums_per_role():
    tasks = "taken: [{id: T, naam: Leiden, eigenaar: r, vervanger: v, uren: {r: 40}}, {id: U, naam: Bellen, eigenaar: v, uren: {v: 5, r: 2}}]\n"
    (table,) = builder.build(full(PEOPLE.replace("partij: p}", "partij: p, uren: 50}", 1) + tasks))["urenmatrix"]
    assert table["rollen"] == ["Regisseur", "Vervanger"]
    assert [(row["naam"], row["cellen"]) for row in table["regels"]] == [
        ("Leiden", ["● 40", "○"]),
        ("Bellen", ["2", "● 5"]),
    ]
    assert table["nodig"] == [42, 5] and table["beschikbaar"] == [50, None]


# ---------------------------------------------------------------------------------------------------------- progress


@pytest.mark.parametrize(
    ("goal", "state"),
    [
        ("nulmeting: {waarde: 10}, streefwaarde: 20", "niet gemeten"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-07-01, waarde: 20}]", "niet gemeten"),
        ("streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 25}]", "niet te beoordelen"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 20}]", "gehaald"),
        ("nulmeting: {waarde: 30}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 19}]", "gehaald"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, uiterlijk: 2028-06-29, metingen: [{datum: 2028-01-01, waarde: 19}]", "niet gehaald"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, uiterlijk: 2028-06-30, metingen: [{datum: 2028-01-01, waarde: 11}]", "onderweg"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 10}]", "achter"),
        ("nulmeting: {waarde: 30}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 31}]", "achter"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2028-01-01, waarde: 14}]", "op koers"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2027-09-15, waarde: 15}]", "op koers"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2027-09-15, waarde: 13}]", "meting te oud"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2028-01-01, waarde: 13}]", "achter"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2028: 14}, metingen: [{datum: 2028-01-01, waarde: 13}]", "onderweg"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-05-01, waarde: 9}, {datum: 2027-01-01, waarde: 20}]", "achter"),
    ],
)  # fmt: skip
def test_a_goal_is_judged_by_what_was_measured_before_the_reference_date(goal, state):
    (told,) = progress.goals(full(f"doelen: [{{id: D1, tekst: T, {goal}}}]\n"))
    assert told["stand"] == state
    assert told["teken"] in "✓→!✗–" and len(told["teken"]) == 1


def test_what_is_late_stands_before_what_comes_up_in_the_year_after():
    planned = (
        "besluitvorming:\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Gemist, datum: 2028-01-01, status: gepland}\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Gedaan, datum: 2028-01-02, status: genomen}\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Straks, datum: 2029-06-30, status: gepland}\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Veel later, datum: 2029-07-01, status: gepland}\n"
        "acties: [{blok: eigenaar, tekst: Te doen, uiterlijk: 2028-06-29}]\n"
        "monitoring: {reviews: [{datum: 2028-02-02, onderwerp: Voorbij}, {datum: 2028-06-30, onderwerp: Vandaag}]}\n"
    )
    table = builder.build(full(planned))["stand"]
    assert [(row["wat"], row["te_laat"]) for row in table["aanstaand"]] == [
        ("Gemist", True), ("Te doen", True), ("Vandaag", False), ("Straks", False),
    ]  # fmt: skip
    assert [row["wat"] for row in table["te_laat"]] == ["Gemist", "Te doen"]


def test_what_needs_a_decision_comes_from_decisions_money_gaps_and_the_agreement():
    asked = (
        "voortgang: {besluiten: [{tekst: Meer wijken?, wie: MT}]}\n"
        "besluitvorming:\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Kader, datum: 2028-09-01, status: uitgesteld}\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Oud, datum: 2027-09-01, status: afgewezen}\n"
        "overeenkomst: {titel: O, ingang: 2028-01-01, verlenging: {wijze: besluit, uiterlijk: 2029-06-30}}\n"
    )
    told = [
        (row["wat"].replace(NBSP, " "), row["wie"], row["uiterlijk"]) for row in progress.to_decide(full(asked + MONEY))
    ]
    assert told == [
        ("Kader", "raad", date(2028, 9, 1)),
        ("verlenging van de overeenkomst", "alle partijen", date(2029, 6, 30)),
        ("Meer wijken?", "MT", None),
        ("bijdrage: Gevraagd", None, None),
        ("dekking voor 2029: er ontbreekt € 70", None, None),
    ]


def test_only_successes_of_the_last_year_are_news():
    rows = "successen: [{tekst: Oud, datum: 2027-06-29}, {tekst: Nieuw, datum: 2027-06-30}, {tekst: Ooit}, {tekst: Straks, datum: 2028-07-01}]\n"
    assert [row["tekst"] for row in progress.recent_successes(full(rows))] == ["Nieuw", "Ooit"]


def test_a_progress_message_shows_goals_with_sign_and_word(sample):
    rows = rows_of(render(sample, "voortgang"))
    goal = next(row for row in rows if row[0].startswith("Meer bewoners doen mee"))
    assert goal[1] == "260 (2026)" and goal[2].startswith("271") and goal[4].startswith("→ onderweg")


# -------------------------------------------------------------------------------------------------------- comparison


@pytest.fixture
def earlier(tmp_path):
    """The sample half a year before: less certain, a goal not measured, a signature and an answer less."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in (
        ("peildatum: 2027-03-15", "peildatum: 2026-09-15"),
        ('versie: "0.9"\n  status', 'versie: "0.8"\n  status'),
        ("2030: 119520", "2030: 100000"),
        ("    punt: D2\n      stand: groen".replace("    punt", "- punt"), "- punt: D2\n      stand: oranje"),
        ("datum: 2027-06-24\n    tekst: Raadsbesluit", "datum: 2027-05-24\n    tekst: Raadsbesluit"),
        ("streefwaarde: 450", "streefwaarde: 500"),
        ("besluit: Raadsvoorstel en mandaat", "besluit: Voorstel aan de raad"),
    ):
        assert old in text, old
        text = text.replace(old, new, 1)
    path = tmp_path / "oud.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def compared(sample, earlier, name):
    job = parse_request(sample, name)
    return make_document(sample, job, template_for(job.kind, sample.library, None), earlier=load(earlier)).data


def test_a_check_beside_an_earlier_version_shows_which_points_moved(sample, earlier):
    rows = rows_of(compared(sample, earlier, "borgingscheck"))
    assert ["D2", "Bewoners praten mee, ook in de stuurgroep", "Spoordijk", "! oranje", "✓ groen", "↑ beter"] in rows
    assert not [row for row in rows if row[-1] == "↓ minder" and row[0] == "D2"]


@pytest.mark.parametrize("name", ["borgingscheck", "borgingsplan", "voortgang"])
def test_documents_that_compare_show_what_moved_and_only_when_asked(sample, earlier, name):
    rows = rows_of(compared(sample, earlier, name))
    assert ["Versie", "0.8", "0.9"] in rows
    assert ["Mijlpaal: Raadsbesluit structureel budget", f"24{NBSP}mei 2027", f"24{NBSP}juni 2027"] in rows
    assert [row for row in rows if row[0] == "Dekking 2030"] == [["Dekking 2030", f"€{NBSP}319.480", f"€{NBSP}339.000"]]
    assert ["Doel: Meer bewoners doen mee", "Niet gemeten", f"271 op 1{NBSP}maart 2027, onderweg"] in rows
    assert [
        "Streven: Meer bewoners doen mee",
        f"500, uiterlijk 31{NBSP}december 2029",
        f"450, uiterlijk 31{NBSP}december 2029",
    ] in rows
    decision = next(row for row in rows if row[0] == "Besluit: Raadsvoorstel en mandaat")
    assert [cell.rsplit(":", 1)[0] for cell in decision[1:]] == [
        "Besluit: Voorstel aan de raad",
        "Besluit: Raadsvoorstel en mandaat",
    ]
    assert not [row for row in rows if row[0].startswith("Kosten 20")]  # did not move
    assert "veranderd" not in text_of(render(sample, name))


def test_two_rows_of_the_same_name_are_compared_one_by_one():
    rows = "mijlpalen: [{{datum: 2028-05-01, tekst: Start}}, {{datum: {}, tekst: Start}}]\n"
    before, now = full(rows.format("2028-06-01")), full(rows.format("2028-07-01"))
    assert [(row["toen"], row["nu"]) for row in comparison.changes(before, now)] == [
        (f"1{NBSP}juni 2028", f"1{NBSP}juli 2028")
    ]


def test_two_documents_with_one_name_are_not_made(docgen, tmp_path):
    text = SAMPLE.read_text(encoding="utf-8").replace("id: welzijnscoach\n", "id: Beweegcoach\n", 1)
    (tmp_path / "d.yaml").write_text(
        text.replace("welzijnscoach", "Beweegcoach").replace("Beweegcoach-a", "coach-a"), encoding="utf-8"
    )
    done = docgen("render", "d.yaml", "--role", "Beweegcoach", "--role", "beweegcoach", "-o", "uit")
    assert done.code == 2 and "krijgen hetzelfde bestand" in done.err and not (tmp_path / "uit").exists()


def test_beside_itself_nothing_moved(sample):
    text = text_of(compared(sample, SAMPLE, "borgingscheck"))
    assert "Geen enkel punt heeft een andere stand dan toen." in text


@pytest.mark.slow
def test_compare_refuses_what_is_not_an_earlier_version(docgen, earlier):
    other = ROOT / "samples" / "wandelmaatjes-ggd.yaml"
    for arguments, words in (
        ((SAMPLE, "-d", "voortgang", "--compare", other), "gaat over een ander dossier"),
        ((earlier, "-d", "voortgang", "--compare", SAMPLE), "draai de twee om"),
        ((SAMPLE, "-d", "raadsbesluit", "--compare", earlier), "wel: borgingscheck, borgingsplan, voortgang"),
        ((SAMPLE, "-d", "voortgang", "--compare", "nergens.yaml"), "nergens.yaml"),
    ):
        done = docgen("render", *arguments, "-o", "uit")
        assert done.code == 2 and words in done.err, done.err
    earlier.write_text(
        earlier.read_text(encoding="utf-8").replace("aard: structureel", "aard: vast", 1), encoding="utf-8"
    )
    done = docgen("render", SAMPLE, "-d", "voortgang", "--compare", earlier, "-o", "uit")
    assert done.code == 2 and "oud.yaml heeft fouten (1 fout" in done.err


# ------------------------------------------------------------------------------------------------- handover per role


def test_a_handover_is_made_for_the_role_asked_with_its_own_lists(docgen, tmp_path):
    done = docgen("render", SAMPLE, "--role", "gezondheidsbevorderaar", "-o", "uit")
    assert done.code == 0
    (path,) = (tmp_path / "uit").iterdir()
    assert path.name == "overdracht-wijkkracht-spoordijk-gezondheidsbevorderaar.docx"
    text = text_of(path.read_bytes())
    assert "Aanvraag Goed beschreven doornemen" in text
    assert "Toegang dossier en registratie regelen" not in text  # that is for the role in the dossier
    assert "Dit is een voorstel" not in text


def test_a_role_without_lists_gets_a_proposal_from_the_dossier(sample):
    text = text_of(render(sample, "overdracht@welzijnscoach"))
    assert "Dit is een voorstel uit het dossier. Vul het samen aan." in text
    assert "Kennismaken met de vervanger: Welzijnscoach (achterwacht)" in text and "Handboek Wijkkracht lezen" in text
    assert "Overnemen: Welzijn op recept uitvoeren" in text


def test_what_is_late_and_open_is_handed_over_and_what_lies_between_stand_and_handover_too():
    actions = (
        "acties: [{blok: eigenaar, tekst: Blijven liggen, uiterlijk: 2028-01-01, rol: r}]\n"
        "mijlpalen: [{datum: 2028-02-01, tekst: Voorbij}, {datum: 2028-07-01, tekst: Voor de overdracht}]\n"
        "overdracht: {rol: r, datum: 2028-12-01}\n"
    )
    rows = builder.build(full(PEOPLE + actions))["komend"]
    assert [(row["wat"], row["te_laat"]) for row in rows] == [("Blijven liggen", True), ("Voor de overdracht", False)]


def test_a_shortage_does_not_stop_the_documents_that_are_about_it():
    dossier = loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode())
    for name in ("geldstromenkaart", "voortgang", "borgingsplan"):
        assert f"€{NBSP}70" in text_of(render(dossier, name)), name
    head = HEAD.replace("peildatum", "status: vastgesteld, horizon: {begin: 2028-01-01, einde: 2029-12-31}, peildatum")
    with pytest.raises(DossierError):
        render(loads((head + "interventie: {naam: I}\njaarplan: {jaar: 2029}\n" + MONEY).encode()), "jaarplan")
    assert render(loads((head + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart")


def test_an_idea_is_shown_with_what_it_might_bring_and_never_in_a_total():
    text = text_of(render(loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart"))
    assert f"Droom: €{NBSP}500 in 2028 en €{NBSP}500 in 2029." in text and "560" not in text


@pytest.mark.slow
def test_a_role_that_does_not_exist_is_refused_with_a_suggestion(docgen):
    done = docgen("render", SAMPLE, "--role", "welzijnscoch")
    assert (done.code, done.out) == (2, "") and "bedoel je ‘welzijnscoach’?" in done.err
    done = docgen("render", SAMPLE, "-d", "overdracht@beweegcoach", "--role", "welzijnscoach")
    assert done.code == 2 and "is al voor de rol beweegcoach; laat --role weg" in done.err
    done = docgen("render", DOSSIERS / "minimaal-jaarplan.yaml", "--role", "a")
    assert done.code == 2 and "voeg een onderdeel toe (overdracht)" in done.err
    done = docgen("render", SAMPLE, "-d", "jaarplan", "--role", "welzijnscoach")
    assert done.code == 2 and "jaarplan is niet per rol te maken; wel: overdracht" in done.err


@pytest.mark.slow
def test_a_batch_makes_the_handover_of_every_role(docgen, tmp_path):
    dossier = ROOT / "samples" / "wandelmaatjes-ggd.yaml"
    assert docgen("batch", dossier, "-d", "overdracht", "--per", "rol", "-o", "uit").code == 0
    roles = ("beleidsadviseur", "gezondheidsbevorderaar", "verpleegkundige", "wandelmaatje", "wethouder")
    names = sorted(path.name for path in (tmp_path / "uit").glob("*.docx"))
    assert names == [f"overdracht-wandelmaatjes-ggd-{role}.docx" for role in roles]
    for role, name in zip(roles, names, strict=True):
        alone = render(load(dossier), f"overdracht@{role}")
        assert (tmp_path / "uit" / name).read_bytes() == alone, role
    again = docgen("batch", dossier, "-d", "overdracht", "--per", "rol", "-o", "uit")
    assert "5 ongewijzigd" in again.out
    assert "niet per rol te maken; wel: overdracht" in docgen("batch", dossier, "-d", "jaarplan", "--per", "rol").err


@pytest.fixture(scope="module")
def handovers(office, tmp_path_factory):
    """The handover for the board of every sample as a PDF, all in one go."""
    paths = [tmp_path_factory.mktemp("bestuur") / f"bestuur-{name}.docx" for name in SAMPLES]
    for name, path in zip(SAMPLES, paths, strict=True):
        path.write_bytes(render(load(ROOT / "samples" / f"{name}.yaml"), "overdracht:bestuur"))
    return dict(zip(SAMPLES, office.pdf(*paths), strict=True))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_handover_for_the_board_is_two_pages_at_most(name, handovers):
    assert pages_of(handovers[name]) <= 2


def pages_of(pdf):
    """How many pages a PDF has."""
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", told)[1])


# ------------------------------------------------------------------------------------------------- told the same everywhere


def test_amounts_per_year_are_told_in_runs():
    amounts = {
        2027: Decimal(0),
        2028: Decimal(12),
        2029: Decimal(40),
        2030: Decimal(40),
        2031: Decimal(40),
        2033: Decimal(40),
    }
    assert money.amounts_in_words(amounts).replace(NBSP, " ") == (
        "€ 12 in 2028, € 40 per jaar van 2029 tot en met 2031 en € 40 in 2033"
    )
    assert (
        money.amounts_in_words({2028: Decimal(5), 2029: Decimal(5)}).replace(NBSP, " ")
        == "€ 5 per jaar in 2028 en 2029"
    )
    assert money.amounts_in_words({2028: Decimal(0)}) == ""


def test_what_is_not_certain_is_said_in_proposal_map_and_handover(sample):
    words = f"€{NBSP}89.520 per jaar in 2028 en 2029, €{NBSP}119.520 in 2030 en €{NBSP}134.520 in 2031"
    assert f"Nog niet zeker is: {words}." in text_of(render(sample, "raadsvoorstel"))
    assert f"Daarvan is nog niet zeker: {words}." in text_of(render(sample, "geldstromenkaart"))
    assert f"waarvan nog niet zeker €{NBSP}89.520" in text_of(render(sample, "overdracht:medewerker"))


def test_a_drawback_has_the_number_of_its_decision_point_also_when_another_has_none():
    programme = load(ROOT / "samples" / "buurtprogramma-lijnbaan.yaml")
    lines = text_of(render(programme, "raadsvoorstel")).splitlines()
    about = [line for line in lines if line.startswith("Bij beslispunt")]
    assert [line.split(":")[0] for line in about] == ["Bij beslispunt 2", "Bij beslispunt 3", "Bij beslispunt 6"]
    assert any(re.match(r"6\.1\s+De corporatie heeft nog niet besloten", line) for line in lines)


TERM = (
    "overeenkomst: {titel: T, ingang: 2029-01-01, einde: 2030-12-31}\n"
    "monitoring: {evaluaties: [{jaar: 2028}, {jaar: 2029}], reviews: [{datum: 2028-05-01, onderwerp: Vroeg}, {datum: 2029-05-01, onderwerp: Later}]}\n"
    "mijlpalen: [{tekst: Voor de start, datum: 2028-12-31}, {tekst: Na de start, datum: 2029-01-01}]\n"
    "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 9, 2029: 9, 2030: 9}}]}\n"
    "financiering:\n"
    "  - {id: F1, bron: Overgang, partij: extern, aard: incidenteel, status: gevraagd, bedragen: {2028: 9}}\n"
    "  - {id: F2, bron: Vast, partij: extern, aard: structureel, status: gevraagd, bedragen: {2029: 9, 2030: 9}}\n"
)


def test_an_agreement_names_nothing_from_before_its_first_day():
    table = builder.build(full(TERM))
    assert [row["wat"] for row in table["afspraken"]] == ["Na de start", "Later"]
    assert [row["jaar"] for row in table["evaluaties"]] == [2029]
    assert [(row["bron"], row["in_looptijd"]) for row in table["dekking"]["regels"]] == [
        ("Overgang", False),
        ("Vast", True),
    ]


def test_a_new_board_meets_decisions_before_milestones_and_none_that_was_taken():
    decisions = "".join(
        f"  - {{id: B{n}, niveau: besluit, orgaan: raad, besluit: Besluit {n}, datum: 2028-{n:02}-01, status: {status}}}\n"
        for n, status in ((8, "gepland"), (9, "genomen"), (12, "gepland"))
    )
    stones = "".join(f"  - {{tekst: Mijlpaal {n}, datum: 2028-{n:02}-02}}\n" for n in (7, 8, 9, 10))
    table = builder.build(full(f"besluitvorming:\n{decisions}mijlpalen:\n{stones}"))
    assert [row["wat"] for row in table["keuzes"]] == ["Mijlpaal 7", "Besluit 8", "Mijlpaal 8", "Besluit 12"]


HANDED = (
    "overdracht:\n  rol: r\n  datum: 2028-07-01\n  eerste_week: [Kennismaken]\n"
    "  per_rol: [{rol: r, lessen: [Begin klein]}]\n"
)


def test_a_role_that_has_its_own_handover_has_it_with_and_without_role(tmp_path):
    dossier = loads((HEAD + "interventie: {naam: I}\n" + PEOPLE + HANDED).encode())
    plain, asked = text_of(render(dossier, "overdracht")), text_of(render(dossier, "overdracht@r"))
    for text in (plain, asked):
        assert "Begin klein." in text and "Kennismaken" in text and f"1{NBSP}juli 2028" in text
    other = text_of(render(dossier, "overdracht@v"))
    assert "Begin klein" not in other and f"1{NBSP}juli 2028" not in other


def test_a_paper_for_the_board_has_no_date_of_another_handover():
    dossier = loads((HEAD + "interventie: {naam: I}\n" + PEOPLE + HANDED).encode())
    assert f"1{NBSP}juli 2028" not in text_of(render(dossier, "overdracht:bestuur"))
    meant = loads((HEAD + "interventie: {naam: I}\n" + PEOPLE + HANDED + "  variant: bestuur\n").encode())
    assert f"Datum: 1{NBSP}juli 2028" in text_of(render(meant, "overdracht:bestuur")).replace("\t", " ")


def test_what_does_not_apply_is_no_open_question(library):
    nothing = "interventie: {naam: I, erkenning: {van_belang: nee}, opschaling: {gewenst: nee}}\n"
    told = [row["vraag"] for row in questions(filled(library, nothing)) if row["antwoord"] == "niet van toepassing"]
    assert len(told) == 3


def test_comparing_a_dossier_with_itself_is_refused(docgen):
    done = docgen("render", SAMPLE, "-d", "voortgang", "--compare", SAMPLE)
    assert (
        done.code == 2 and "is hetzelfde bestand als het dossier; kies achter --compare een eerdere versie" in done.err
    )


def test_amounts_that_move_between_sources_are_told_also_when_the_totals_stay(docgen, tmp_path):
    text = SAMPLE.read_text("utf-8")
    older = text.replace("{2028: 30000, 2029: 30000}", "{2028: 29000, 2029: 30000}")
    older = older.replace("{2028: 28000, 2029: 28000", "{2028: 29000, 2029: 28000")
    (tmp_path / "oud.yaml").write_text(older, encoding="utf-8")
    assert docgen("render", SAMPLE, "-d", "voortgang", "--compare", "oud.yaml", "--out", "uit").code == 0
    (made_of,) = (tmp_path / "uit").glob("voortgang*.docx")
    rows = {
        name: moved for name, *moved in rows_of(made_of.read_bytes()) if name.startswith(("Bedragen", "Dekking 20"))
    }
    assert len(rows) == 2
    assert rows["Bedragen van Zorgverzekeraar Noordzee (preventiebijdrage)"] == [
        f"€{NBSP}29.000 in 2028 en €{NBSP}30.000 in 2029",
        f"€{NBSP}30.000 per jaar in 2028 en 2029",
    ]


def test_a_role_that_is_asked_twice_is_made_once(docgen, tmp_path):
    done = docgen(
        "render", SAMPLE, "-d", "overdracht", "--role", "welzijnscoach", "--role", "welzijnscoach", "--out", tmp_path
    )
    assert done.code == 0 and len(list(tmp_path.glob("*.docx"))) == 1
