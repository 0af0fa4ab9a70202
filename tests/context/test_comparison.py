"""What moved between two versions of a dossier."""

from __future__ import annotations

import pytest

from docgen.context import comparison
from docgen.documents.production import make_document, render
from docgen.documents.request import parse_request
from docgen.documents.templates import template_for
from docgen.documents.variables import complete_for_report
from docgen.dossier import load, loads
from docgen.versions.changes import changes
from tests.complete_dossier import NBSP, full, rows_of
from tests.conftest import ROOT, SAMPLE
from tests.word_files import text_of


@pytest.fixture
def earlier(tmp_path):
    """The sample half a year before: less certain, a goal not measured, a signature and a seat less."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in (
        ("peildatum: 2027-03-15", "peildatum: 2026-09-15"),
        ('versie: "0.9"\n  status', 'versie: "0.8"\n  status'),
        ("2030: 119520", "2030: 100000"),
        ("    laatste_contact: 2027-02-11\n    aan_tafel: stuurgroep\n", "    laatste_contact: 2026-09-10\n"),
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


ONE_CHANGE = [
    ("streefwaarde: 450", "streefwaarde: 460", True),
    ("waarde: 271", "waarde: 272", True),
    ("indicator: unieke deelnemers per jaar", "indicator: deelnemers", False),
    ("2027: 9600, 2028: 9600", "2027: 9600, 2028: 9700", True),
    ("status: gevraagd", "status: toegezegd", True),
    ("orgaan: gemeenteraad\n      datum: 2026-11-05", "orgaan: de raad\n      datum: 2026-11-05", False),
    ("naam: Huur ruimten", "naam: Huur", True),
    ("termijn_maanden: 6", "termijn_maanden: 12", False),
    ("ingang: 2028-01-01\n  einde: 2031-12-31", "ingang: 2028-01-01\n  einde: 2031-12-30", True),
    ("  - id: M1\n", "  - {id: M0, datum: 2027-06-01, tekst: Begin, rol: controller}\n  - id: M1\n", True),
    (
        "tekst: Raadsbesluit structureel budget\n    rol: beleidsadviseur",
        "tekst: Raadsbesluit structureel budget\n    rol: controller",
        False,
    ),
]


@pytest.mark.parametrize(("old", "new", "is_in_table"), ONE_CHANGE, ids=[new.strip()[:40] for _, new, _ in ONE_CHANGE])
def test_what_the_table_tells_is_not_counted_again_and_all_else_is(sample, old, new, is_in_table):
    text = SAMPLE.read_text(encoding="utf-8")
    assert old in text
    other = loads(text.replace(old, new, 1).encode())
    library = sample.library
    (change,) = changes(sample.data, other.data, library.schema.root)
    rows = comparison.changes(complete_for_report(sample.data, library), complete_for_report(other.data, library))
    assert bool(rows) == is_in_table
    assert comparison.is_told(change.path, change.before, change.now) == is_in_table


def test_a_text_that_differs_where_the_table_cuts_it_off_is_counted():
    long = "een maatregel die zo lang is dat de tabel haar niet helemaal kan laten zien en "
    assert not comparison.is_told(("risicos", 0, "maatregel"), f"{long}dit", f"{long}dat")
    assert comparison.is_told(("risicos", 0, "maatregel"), "dit", "dat")
