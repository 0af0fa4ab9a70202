"""The timeline of a plan: a row for each day, from what is still open to the last day of the agreements."""

from __future__ import annotations

import re

from docgen.context.timeline import days
from docgen.documents.production import render
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import HEAD, NBSP, PEOPLE, full
from tests.conftest import ROOT
from tests.word_files import text_of

RULE = "afwijking ‘Vaste kosten worden betaald met tijdelijk geld’ vervalt"
COUNCIL = "gemeenteraad, 24 juni 2027"
# what a policy writer reads in the sample itself: every day with all that happens on it, in order of weight
SPOORDIJK = {
    "15 mrt 2027": ["peildatum"],
    "22 apr 2027": ["◆ besluit MT Samenleving en directies partners: Uren en bijdragen vastleggen (gepland)"],
    "18 mei 2027": ["◆ besluit college van B en W: Raadsvoorstel en mandaat (gepland)"],
    "20 mei 2027": ["▲ actie Werkbezoek van de raadscommissie voorbereiden"],
    "24 jun 2027": [
        "◆ besluit gemeenteraad: Structureel budget vanaf 2028 (gepland)",
        "● mijlpaal Raadsbesluit structureel budget",
    ],
    "4 jul 2027": [
        "◇ uiterste dag voor een besluit over het vervolg op Tijdelijke rijksregeling wijkgezondheid; "
        f"gepland: {COUNCIL}, 10 dagen ervoor"
    ],
    "1 sep 2027": ["▲ actie Gebruik van handboek en beeldmerk op papier zetten"],
    "30 sep 2027": [
        "◆ besluit directies van alle partijen: Overeenkomst ondertekenen (gepland)",
        "● mijlpaal Overeenkomst getekend door zeven partijen",
    ],
    "1 okt 2027": ["▲ actie Paragraaf voor het jaarplan 2028 aanleveren aan alle partners"],
    "31 okt 2027": ["◇ uiterste dag voor de begroting 2028 van gemeente Merenbroek: Nieuw structureel budget gemeente"],
    "1 dec 2027": ["▲ actie Tweede trainer opleiden"],
    "9 dec 2027": ["○ review halfjaarbericht"],
    "31 dec 2027": ["■ geld Tijdelijke rijksregeling wijkgezondheid stopt (€ 136.520 in 2027)"],
    "1 jan 2028": [
        "□ geld Nieuw structureel budget gemeente, Herschikte subsidie welzijn, Zorgverzekeraar Noordzee "
        "(preventiebijdrage), Leefbaarheidsbudget De Linde en Formatie buurtsportcoach beginnen",
        "● mijlpaal Start structurele uitvoering",
        "● overeenkomst gaat in",
    ],
    "1 mrt 2028": [
        "▼ overdracht van Wijkcoördinator (trekker) en Gezondheidsbevorderaar",
        "▲ actie Werkgevers in de wijk vragen mee te betalen",
    ],
    "15 jun 2028": ["● mijlpaal Eerste jaarreview overeenkomst", "○ review overeenkomst en uren"],
    "1 jul 2028": [
        "● mijlpaal Alle kerntaken hebben getrainde vervanger",
        "● doel Geen kerntaak hangt op één persoon.",
    ],
    "1 okt 2028": ["● landelijke erkenning Aanvraag indienen"],
    "31 dec 2028": ["● doel Alle partners nemen Wijkkracht op in jaarplan en begroting."],
    "1 jan 2029": ["□ geld Polderfonds (evaluatie 2029) begint"],
    "14 jun 2029": ["○ review overeenkomst en uren"],
    "4 jul 2029": [
        "◇ uiterste dag voor een besluit over het vervolg op Zorgverzekeraar Noordzee (preventiebijdrage); "
        f"gepland: {COUNCIL}"
    ],
    "1 okt 2029": ["● mijlpaal Externe evaluatie en besluit over opschaling"],
    "31 dec 2029": [
        "■ geld Zorgverzekeraar Noordzee (preventiebijdrage) stopt (€ 30.000 in 2029)",
        "■ geld Polderfonds (evaluatie 2029) stopt (€ 15.000 in 2029), eenmalig",
        f"▲ {RULE}",
    ],
    "in 2029": ["► externe evaluatie"],
    "31 jan 2030": ["● mijlpaal Overdrachtsstuk voor nieuwe raad en college klaar"],
    "20 mrt 2030": ["▼ wissel gemeenteraadsverkiezingen"],
    "13 jun 2030": ["○ review overeenkomst en uren"],
    "31 okt 2030": [
        "◇ uiterste dag voor de begroting 2031 van gemeente Merenbroek: Reserve sociaal domein (evaluatie 2031)"
    ],
    "1 jan 2031": ["□ geld Reserve sociaal domein (evaluatie 2031) begint"],
    "12 jun 2031": ["○ review en voorstel verlenging"],
    "26 jun 2031": ["● mijlpaal Besluit over verlenging na 2031"],
    "30 jun 2031": ["◇ uiterste dag voor een besluit over verlenging van de overeenkomst"],
    "31 dec 2031": [
        "■ geld Reserve sociaal domein (evaluatie 2031) stopt (€ 15.000 in 2031), eenmalig",
        "● overeenkomst stopt",
    ],
    "in 2031": ["► externe evaluatie"],
}


def rows_in(dossier):
    return [row for block in days.timeline(dossier)["blokken"] for row in block["regels"]]


def told(row):
    """What stands in a row, as it is read."""
    return [
        " ".join(filter(None, [one["teken"], one["woord"], one["wat"]])).replace(NBSP, " ") for one in row["dingen"]
    ]


def notes(dossier):
    return [(one["wat"], one["let_op"]) for row in rows_in(dossier) for one in row["dingen"] if one["let_op"]]


def test_the_timeline_of_the_sample_day_by_day():
    dossier = load(ROOT / "samples" / "wijkkracht-spoordijk.yaml")
    rows = rows_in(fill_defaults(dossier.data, dossier.library.schema.root))
    day = lambda row: row["dag"].replace(NBSP, " ") + (f" {row['jaar']}" if row["datum"] else "")
    assert {day(row): told(row) for row in rows} == SPOORDIJK
    assert [day(row) for row in rows] == list(SPOORDIJK)


def test_what_is_open_and_over_comes_first_and_what_is_done_stays_out():
    dossier = full(
        "besluitvorming:\n"
        "  - {niveau: besluit, orgaan: MT, besluit: Gemist, datum: 2027-03-01, status: gepland}\n"
        "  - {niveau: besluit, orgaan: MT, besluit: Genomen, datum: 2028-01-02, status: genomen}\n"
        "  - {niveau: besluit, orgaan: MT, besluit: Geweigerd, datum: 2028-01-03, status: afgewezen}\n"
        "mijlpalen:\n"
        "  - {datum: 2028-02-01, tekst: Zonder bericht}\n"
        "  - {datum: 2028-02-02, tekst: Klaar, gereed_op: 2028-02-09}\n"
        "monitoring: {reviews: [{datum: 2028-03-01, onderwerp: Gehouden, gehouden_op: 2028-03-08}, {datum: 2028-03-02, onderwerp: Stil}]}\n"
        "acties: [{blok: eigenaar, tekst: Bellen, uiterlijk: 2028-04-01}]\n"
    )
    assert notes(dossier) == [
        ("MT: Gemist (gepland)", "✗ te laat"),
        ("Zonder bericht", "! niet als klaar gemeld"),
        ("Stil", "! niet als klaar gemeld"),
        ("Bellen", "✗ te laat"),
    ]
    assert [row["jaar"] for row in rows_in(dossier)] == [2027, 2028, 2028, 2028, 2028]
    assert told(rows_in(dossier)[-1]) == ["peildatum"]


def test_nothing_comes_after_the_last_day_of_horizon_and_agreement():
    head = HEAD.replace("peildatum", "horizon: {begin: 2028-01-01, einde: 2029-12-31}, peildatum")
    stones = "mijlpalen: [{datum: 2029-12-31, tekst: Nog net}, {datum: 2030-01-01, tekst: Erna}]\nmonitoring: {evaluaties: [{jaar: 2029}, {jaar: 2030}]}\n"
    assert [told(row) for row in rows_in(full(stones, head))] == [
        ["peildatum"],
        ["● mijlpaal Nog net"],
        ["► evaluatie"],
    ]
    agreed = "overeenkomst: {titel: O, ingang: 2028-07-01, einde: 2030-06-30}\n"
    assert ["● mijlpaal Erna"] in [told(row) for row in rows_in(full(stones + agreed, head))]


def test_without_a_reference_date_everything_is_still_to_come():
    undated = "dossier: {id: d, titel: D}\norganisatie: {naam: gemeente A}\n"
    rows = rows_in(full("mijlpalen: [{datum: 1999-01-01, tekst: Lang geleden}]\n", undated))
    assert [told(row) for row in rows] == [["● mijlpaal Lang geleden"]]
    assert days.timeline(full("")) == {"blokken": []}


def test_many_years_are_cut_into_tables_that_fit_a_page():
    stones = "".join(f"  - {{datum: {year}-01-01, tekst: Jaar {year}}}\n" for year in range(2028, 2036))
    blocks = days.timeline(full(f"mijlpalen:\n{stones}"))["blokken"]
    assert [block["jaren"] for block in blocks] == [[2028, 2029, 2030, 2031], [2032, 2033, 2034, 2035]]


def test_on_the_reference_date_itself_what_happens_stands_in_its_row():
    rows = rows_in(full(PEOPLE + "mijlpalen: [{datum: 2028-06-30, tekst: Vandaag, rol: r}]\n"))
    assert [told(row) for row in rows] == [["peildatum", "● mijlpaal Vandaag"]]
    assert rows[0]["dingen"][1]["wie"] == "Regisseur"


def test_the_plan_shows_a_day_once_with_a_word_beside_every_mark(sample):
    lines = text_of(render(sample, "borgingsplan")).splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("◆ Besluit gemeenteraad: Structureel budget"))
    assert lines[at + 1].startswith("● Mijlpaal Raadsbesluit structureel budget. Wie: Beleidsadviseur gezondheid")
    assert sum("24" in line and "jun" in line and len(line) < 12 for line in lines) == 1
    marked = [line for line in lines if re.match("[■◇◆▼□●○►▲]", line)]
    assert len(marked) > 40 and all(re.match(r"[■◇◆▼□●○►▲] \w+", line) for line in marked)
