"""The optional clauses on paper: what is asked stands there as a clause, what is not asked does not."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

import pytest

from docgen.documents.production import render
from docgen.dossier import load, loads
from tests.conftest import ROOT, SAMPLE
from tests.word_files import text_of

NBSP = "\u00a0"
SAMPLES = ("wijkkracht-spoordijk", "alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan", "wandelmaatjes-ggd")
OPTIONAL = ("Contactfuncties", "Geheimhouding", "Nieuwe partijen", "Tekortkoming", "Zelfstandigheid van partijen")
HEAD = "dossier: {id: x, titel: X%s}\norganisatie: {naam: gemeente A}\ninterventie: {naam: I}\n"
TWO = (
    "partijen: [{id: a, naam: gemeente A, hierna: de gemeente, soort: gemeente, ondertekenaar: directeur, bevoegdheid: mandaat, niveau: directie}, "
    "{id: b, naam: GGD B, hierna: de GGD, ondertekenaar: directeur, bevoegdheid: mandaat, niveau: directie}%s]\n"
    "uitsluitingen: [{tekst: Zorg., wie_wel: het team}]\nflexibiliteit: {wijziging_door: partijen samen}\n"
)
THIRD = (
    ", {id: c, naam: Stichting C, hierna: C, ondertekenaar: directeur, bevoegdheid: haar statuten, niveau: directie}"
)
AGREEMENT = "overeenkomst: {titel: T, ingang: 2028-01-01, einde: 2029-12-31, opzegging: {termijn_maanden: 6%s}, geschillen: [rechter]%s}\n"
MONEY = (
    "begroting: {posten: [{id: P1, naam: Post, aard: structureel, partij: b, bedragen: {2028: 100}}]}\n"
    "financiering: [{id: F1, bron: Bijdrage, partij: a, aard: structureel, status: beschikt, voor: [P1], bedragen: {2028: 100}}]\n"
)


@cache
def sample(name):
    """The agreement of a sample; of "x zonder F10" without the payment of that source, so that three are left."""
    name, _, source = name.partition(" zonder ")
    text = (ROOT / "samples" / f"{name}.yaml").read_text(encoding="utf-8")
    less = re.sub(rf"    - bron: {source}\n      moment: .*\n", "", text) if source else text
    return text_of(render(loads(less.encode()), "overeenkomst")).replace(NBSP, " ")


def paper(clauses="", parties=TWO % "", notice="", money="", status=""):
    text = HEAD % status + parties + money + AGREEMENT % (notice, f", {clauses}" if clauses else "")
    return text_of(render(loads(text.encode()), "overeenkomst")).replace(NBSP, " ")


def test_what_nobody_asked_for_is_not_there():
    text = paper()
    lines = text.splitlines()
    assert not [title for title in OPTIONAL if any(line.startswith(title) for line in lines)]
    assert "Laat een jurist meekijken" not in text and "maatschap" not in text and "overmacht" not in text
    assert "nieuwe partij" not in text and "verleng" not in text.lower()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("wijkkracht-spoordijk", "de gegevens van bewoners en deelnemers;"),
        ("wijkkracht-spoordijk", "Deze afspraak geldt tot twee jaar na het einde van de overeenkomst."),
        ("alcoholbeleid-wolderwaard", "Deze afspraak blijft gelden na het einde van de overeenkomst."),
        ("wijkkracht-spoordijk", "Iedere partij heeft een contactfunctie; bijlage 1 noemt ze."),
        ("wijkkracht-spoordijk", "Zij krijgt zes weken om dit te herstellen."),
        ("wijkkracht-spoordijk", "Daarna kunnen de andere partijen samen haar deelname beëindigen, schriftelijk en met de reden erbij."),
        ("wandelmaatjes-ggd", "Daarna kan de andere partij de overeenkomst ontbinden, schriftelijk en met de reden erbij."),
        ("wijkkracht-spoordijk", "Duurt dat langer dan twaalf weken, dan besluiten partijen samen hoe het verder gaat."),
        ("wijkkracht-spoordijk", "Zij richten geen maatschap, vennootschap of rechtspersoon op en delen geen winst of verlies."),
        ("wijkkracht-spoordijk", "De gemeente betaalt een deel van ‘Nieuw structureel budget gemeente’ aan Welzijn en Sportservice in januari en in juli. De verantwoording gebeurt met een verslag vóór 1 april."),
        ("buurtprogramma-lijnbaan zonder F10", "De corporatie betaalt ‘Leefbaarheidsbijdrage corporatie’ aan de coöperatie in twee delen, in februari en in augustus."),
        ("buurtprogramma-lijnbaan zonder F10", "Buurtwerk en de coöperatie sturen vóór 1 april een verslag."),
        ("buurtprogramma-lijnbaan zonder F10", "Bijlage 3 noemt per bron de voorwaarden."),
        ("alcoholbeleid-wolderwaard", "Bijlage 3 noemt wie welke bijdrage betaalt, aan wie en wanneer."),
        ("alcoholbeleid-wolderwaard", "Elzerbroek aan Woldermuiden"),
        ("wijkkracht-spoordijk", "De bedragen worden aangepast aan de prijzen, elk jaar met het percentage dat de gemeente ook voor haar subsidies gebruikt."),
        ("alcoholbeleid-wolderwaard", "De inwonerbijdrage stijgt elk jaar met de prijsindex uit de kaderbrief van Woldermuiden."),
        ("wandelmaatjes-ggd", "De gemeente betaalt het jaarbedrag in januari, na een factuur."),
        ("buurtprogramma-lijnbaan", "daarvoor schriftelijke instemming heeft van de stuurgroep"),
        ("buurtprogramma-lijnbaan", "Opzeggen kan niet tegen een dag vóór 31 december 2029."),
        ("buurtprogramma-lijnbaan", "De partij die opzegt, betaalt de kosten van haar vertrek."),
        ("wijkkracht-spoordijk", "Die regelt ten minste:"),
        ("wijkkracht-spoordijk", "Op 18 februari 2027 is door de functionaris gegevensbescherming van de gemeente nagegaan of de regeling dit allemaal regelt. Dat gebeurt opnieuw uiterlijk op 15 september 2027."),
        ("buurtprogramma-lijnbaan", "Op 22 november 2027 is door de programmamanager wijk van de gemeente nagegaan of de regeling dit allemaal regelt."),
        ("wijkkracht-spoordijk", "Partijen delen gegevens die naar een persoon te herleiden zijn alleen met toestemming."),
        ("wandelmaatjes-ggd", "Alleen de GGD kent namen; de gemeente krijgt aantallen."),
    ],
)  # fmt: skip
def test_a_clause_of_a_sample_reads_as_a_lawyer_leaves_it(name, told):
    assert told in sample(name)


def test_no_document_claims_what_a_regulation_holds():
    for name in SAMPLES:
        assert "regelt in elk geval" not in sample(name) and "onderlinge regeling gezamenlijke" not in sample(name)
    bare = paper("privacy: {herleidbare_gegevens: alleen met toestemming}")
    assert "Daarin staat ten minste:" in bare and "in elk geval" not in bare


def test_data_are_not_shared_until_the_regulation_is_adopted():
    waits = "Tot de regeling is vastgesteld, delen partijen geen persoonsgegevens."
    for state in ("", ", stand: nog te maken", ", stand: concept"):
        assert waits in paper(f"privacy: {{regeling: R{state}}}")
    assert waits not in paper("privacy: {regeling: R, stand: vastgesteld}")


def test_an_earlier_name_of_the_regulation_reads_the_same():
    assert paper("privacy: {afspraak: Convenant}") == paper("privacy: {regeling: Convenant}")


def test_who_answers_for_personal_data_is_said_in_the_words_of_the_choice():
    assert "Iedere partij is zelf verantwoordelijk" in paper("privacy: {regeling: R, verdeling: ieder_eigen}")
    assert "Partijen zijn samen verantwoordelijk" in paper(
        "privacy: {regeling: R}, juridische_toets: {gezamenlijk_verwerken: true}"
    )
    told = "privacy: {regeling: R, verdeling: verwerker, verwerker: b, opdrachtgever: a}"
    assert "De GGD verwerkt de persoonsgegevens in opdracht van de gemeente." in paper(told)


def test_before_anyone_looked_it_is_said_who_will():
    told = "privacy: {regeling: R, nagegaan_door: adviseur privacy, volgende_controle: 2029-01-01}"
    assert (
        "Voordat partijen gegevens delen, wordt door de adviseur privacy nagegaan of de regeling dit allemaal regelt, en daarna uiterlijk op 1 januari 2029."
        in paper(told)
    )


def test_a_failure_of_one_of_three_can_end_the_agreement_when_the_dossier_says_so():
    written = "tekortkoming: {hersteltermijn_weken: 1, gevolg: overeenkomst_stopt}"
    text = paper(written, TWO % THIRD)
    assert "Zij krijgt één week om dit te herstellen." in text and "bespreken partijen dit met elkaar." in text
    assert "Daarna kunnen de andere partijen samen de overeenkomst ontbinden" in text and "overmacht" not in text


def test_three_payments_are_sentences_and_four_a_table_when_there_is_an_annex_of_money():
    payment = "{bron: F1, moment: in mei, na_factuur: true}"
    few = paper(f"betalingen: [{', '.join([payment] * 3)}]", money=MONEY)
    many = paper(f"betalingen: [{', '.join([payment] * 4)}]", money=MONEY)
    sentence = "De gemeente betaalt ‘Bijdrage’ aan de GGD in mei, na een factuur."
    assert few.count(sentence) == 3 and "Wie betaalt wat, aan wie en wanneer" not in few
    assert sentence not in many and many.count("De gemeente aan de GGD") == 4
    assert "dan geeft de gemeente de subsidie met een apart besluit" in few


def test_the_box_names_every_clause_that_is_on_while_the_agreement_is_not_adopted():
    box = "Deze bepalingen zijn een model: geheimhouding, tekortkoming en ontbinding en geen maatschap."
    written = "geen_maatschap: true, geheimhouding: {informatie: [de cijfers]}, tekortkoming: {hersteltermijn_weken: 6}"
    assert "Laat een jurist meekijken vóór de ondertekening" in paper(written) and box in paper(written)
    assert "Laat een jurist meekijken" not in sample("wandelmaatjes-ggd")
    looked = paper(f"{written}, juridische_toets: {{gedaan_door: juridisch adviseur, gedaan_op: 2027-11-22}}")
    assert "Het laatst nagekeken op 22 november 2027 door de juridisch adviseur." in looked


@pytest.mark.parametrize("name", SAMPLES)
def test_no_name_of_a_field_and_no_id_stands_on_paper(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    text = sample(name)
    keys = set(
        re.findall(r"(?m)^ *-? *([a-z]+_[a-z_]+):", (ROOT / "samples" / f"{name}.yaml").read_text(encoding="utf-8"))
    )
    assert keys and not [key for key in sorted(keys | {"getekend_op"}) if key in text]
    rows = [row for part in dossier.data.values() if isinstance(part, list) for row in part if isinstance(row, dict)]
    rows += dossier.data["begroting"]["posten"]
    ids = {row["id"] for row in rows if "id" in row and re.fullmatch(r"[A-Z]+\d+", row["id"])}
    assert ids and not [one for one in sorted(ids) if re.search(rf"\b{one}\b", text)]


def test_a_clause_that_is_taken_out_of_the_sample_takes_its_article_along():
    text = SAMPLE.read_text(encoding="utf-8").replace("  geen_maatschap: true\n", "", 1)
    made = text_of(render(loads(text.encode()), "overeenkomst"))
    assert "Zelfstandigheid van partijen" in sample(SAMPLE.stem) and "Zelfstandigheid van partijen" not in made


def test_hours_of_roles_that_come_and_go_are_told_per_year_and_totals_name_theirs():
    """Marie stops halfway 2028 and Noor begins then: no year has the hours of both."""
    staff = (
        "rollen:\n"
        "  - {id: m, naam: Trekker, partij: a, uren: 400, tarief: 50, einde: 2028-06-30}\n"
        "  - {id: n, naam: Opvolger, partij: a, uren: 200, tarief: 50, begin: 2028-07-01}\n"
        "  - {id: g, naam: Adviseur, partij: b, uren: 100, tarief: 60}\n"
    )
    horizon = ", horizon: {begin: 2028-01-01, einde: 2029-12-31}"
    text = paper(money=staff, status=horizon)
    in_2028 = 100 + Fraction(400 * 182 + 200 * 184, 366)  # the days of a leap year
    told = f"{float(in_2028):.1f}".replace(".", ",")
    assert f"De inzet van partijen samen is {told} uur in 2028 en 300 uur in 2029." in text
    assert "per jaar in" not in text and "Uren en kosten per partij in 2028" in text
    assert "Trekker, tot en met 30 juni 2028" in text and "Opvolger, vanaf 1 juli 2028" in text
    assert "Samen gemeente A in 2028" in text and "Totaal in 2028" in text


def test_hours_of_roles_that_always_take_part_are_hours_per_year():
    text = paper(money="rollen: [{id: m, naam: Trekker, partij: a, uren: 400, tarief: 50}]\n")
    assert "Partijen zetten samen 400 uur per jaar in." in text and "Uren en kosten per partij per jaar" in text
    assert "Totaal in" not in text


def test_who_signs_is_a_function_of_its_own_party_also_when_a_role_of_another_is_called_so():
    roles = "rollen: [{id: directeur, naam: Directeur van iets anders, partij: a, uren: 10}]\n"
    shown = paper(money=roles)
    assert shown.count("rechtsgeldig vertegenwoordigd door de directeur, bevoegd") == 2


def test_of_more_municipalities_the_agreement_says_which_it_means():
    text = sample("alcoholbeleid-wolderwaard")
    assert "dan geeft de gemeente die betaalt de subsidie met een apart besluit" in text
    assert "verantwoordelijkheid van de gemeenten en van andere bestuursorganen" in text
    assert "verantwoordelijkheid van de gemeente en van andere bestuursorganen" in paper()


def test_names_of_parts_stand_between_quotes():
    assert "Partijen stoppen met ‘Kookcursus’." in sample("wijkkracht-spoordijk")


def test_what_passes_a_party_is_explained_once():
    for name in SAMPLES:
        assert sample(name).count("Geld dat alleen langs een partij loopt") <= 1
