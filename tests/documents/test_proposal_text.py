"""The council proposal of the sample, section by section, and how many pages it takes."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.plaintext import as_text
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.context.proposal.test_proposal import in_form

SAMPLES = ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard", "wandelmaatjes-ggd")
SECTIONS = {
    "Raadsvoorstel": """
        Structurele borging Wijkkracht Spoordijk vanaf 2028
        Raadsvergadering: 24 juni 2027
        Commissie: Samenleving, 10 juni 2027
        Collegebesluit: 18 mei 2027
        Portefeuillehouder: wethouder gezondheid
        Inlichtingen: beleidsadviseur gezondheid, afdeling Samenleving
        Zaaknummer: Z-2027-004512
        Status: Concept""",
    "Voorgesteld besluit": """
        Wij stellen de raad voor:
        De aanpak Wijkkracht Spoordijk vanaf 1 januari 2028 structureel voort te zetten.
        Voor Wijkkracht Spoordijk structureel € 89.520 beschikbaar te stellen in 2028 en in 2029, en € 119.520 per jaar vanaf 2030.
        In 2031 eenmalig € 15.000 te onttrekken aan de Reserve sociaal domein voor de evaluatie van Wijkkracht Spoordijk.
        De bedragen voor Wijkkracht Spoordijk te verwerken in de programmabegroting 2028 en de meerjarenraming 2029–2031.
        Het college te vragen de raad elk jaar in april te informeren over de resultaten van Wijkkracht Spoordijk.""",
    "Waarom dit voorstel": """
        Wijkkracht Spoordijk is een aanpak in de wijk Spoordijk. Een klein team van beroepskrachten en bewoners haalt twee keer per jaar op wat Spoordijk nodig heeft, begeleidt mensen van de huisarts naar welzijn en beweegt samen met bewoners in de buurt. De aanpak bestaat sinds 1 januari 2024 en heette eerder Pilot Gezond Spoordijk. ‘Tijdelijke rijksregeling wijkgezondheid’ loopt tot en met 31 december 2027. Daarom vragen wij de raad nu om een besluit over de jaren vanaf 2028.
        Wij willen doorgaan om deze redenen.
        De aanpak raakt bewoners die ander aanbod niet bereikt.
        Partijen vinden elkaar sneller; dat verdwijnt als het team stopt.
        Drie jaar ervaring gaat anders verloren en wordt later opnieuw betaald.
        Het voorstel valt onder het budgetrecht en de kaderstelling van de raad. Het besluit berust op artikel 189 van de Gemeentewet en artikel 2 van de Wet publieke gezondheid. Het past in het beleid van de gemeente, zoals dat staat in ‘Gezondheidsnota 2026–2029’, hoofdstuk 4.""",
    "Wat de raad ermee bereikt": """
        Mensen komen minder vaak bij de huisarts terug met sociale klachten. Wat dat in euro’s oplevert, is nog niet bepaald.
        De tabel noemt de doelen; bijlage 2 noemt hoe en door wie wordt gemeten.
        Doelen van Wijkkracht Spoordijk
        | Doel | Stand | Streven | Uiterlijk |
        | Meer bewoners doen mee (unieke deelnemers per jaar) | 271 (1 maart 2027) | 450 | 31 december 2029 |
        | Bewoners voelen zich gezonder (volwassenen met goed ervaren gezondheid) | 66% (2024) | 70% | 30 juni 2029 |
        | Huisartsen verwijzen vaker naar welzijn (verwijzingen welzijn op recept per jaar) | 74 (2026) | 120 | 31 december 2029 |
        | Alle partners nemen Wijkkracht op in jaarplan en begroting (partners met eigen jaarplanparagraaf en budgetregel) | 2 (2026) | 7 | 31 december 2028 |
        | Geen kerntaak hangt op één persoon (kerntaken met getrainde vervanger) | 6 (11 februari 2027) | 10 | 1 juli 2028 |""",
    "Argumenten": """
        1.1 De aanpak bereikt bewoners die ander aanbod niet bereikt. In 2026 deden 260 bewoners mee en verwezen huisartsen 74 keer.
        1.2 Alle zeven partijen zetten eigen uren of geld in. Bijlage 1 noemt wat elke partij inbrengt.
        2.1 De tijdelijke rijksbijdrage stopt op 31 december 2027. Zonder besluit is er vanaf 2028 geen geld voor het vaste team.
        2.2 Vanaf 2030 betaalt vast geld alle vaste kosten, als de raad dit besluit neemt. De bijdrage van de zorgverzekeraar loopt tot en met 2029.
        3.1 Een evaluatie hoort bij de aanpak. De kosten zijn eenmalig en passen bij het doel van de reserve.
        4.1 De begroting 2028 is nog niet vastgesteld. De raad stelt deze in november 2027 vast; een aparte begrotingswijziging is daarom nu niet nodig.
        5.1 De raad kan zo op tijd bijsturen. De eerste brief komt in april 2029, over 2028.""",
    "Kanttekeningen": """
        1.1 Het effect op gezondheid is pas in 2029 zichtbaar. De gezondheidsmonitor meet elke vier jaar; tot die tijd volgen wij bereik en verhalen.
        2.1 In 2028 en 2029 dekt een tijdelijke bijdrage elk jaar € 30.000 aan vaste kosten. Valt deze weg, dan organiseren wij minder activiteiten.
        Bijlage 4 noemt vier risico’s, met de maatregel en met de functie die erop let.""",
    "Alternatieven": """
        De raad kan ook anders besluiten.
        Stoppen per 2028. Dan zijn er geen kosten, maar vallen het team en het netwerk uiteen.
        Alleen welzijn op recept voortzetten. Dat kost structureel ongeveer de helft van het budget, maar het bewonersnetwerk vervalt.""",
    "Financiën": """
        ‘Tijdelijke rijksregeling wijkgezondheid’ brengt tot en met 2027 geld in de gemeentebegroting (€ 136.520) en stopt dan. Wat de gemeente uit algemene middelen betaalt, gaat van € 108.020 in 2027 naar € 197.540 in 2028. Van de lasten van € 197.540 in 2028 staat € 108.020 al in de begroting. De raad wordt gevraagd om € 89.520 per jaar in 2028 en 2029 en € 119.520 per jaar in 2030 en 2031.
        Wat betekent dit voor de begroting van de gemeente Merenbroek, 2027 tot en met 2031 (in euro’s, prijspeil 2028)
        …
        De uren van eigen medewerkers zijn gerekend met overhead; in de begroting staat overhead apart. De bedragen zijn zonder btw; de btw op de huur en de evaluatie telt de controller apart mee voor compensatie. GGD Polderland betaalt haar deel uit de eigen begroting; de gemeente draagt daaraan al bij met haar jaarlijkse bijdrage aan die gemeenschappelijke regeling. Deze bedragen horen bij Programma 6 Gezond en vitaal Merenbroek, taakveld 7.1 Volksgezondheid. De bedragen zijn in prijzen van 2028; prijscompensatie komt erbij.
        De andere partijen zetten zelf € 111.460 per jaar in; dat staat niet in de gemeentebegroting. In 2031 komt € 15.000 uit de reserve sociaal domein. De begroting 2027 wijzigt niet; de bedragen gaan mee in de programmabegroting 2028 en de meerjarenraming. Het hele programma kost in 2028 tot en met 2031 samen € 1.386.000; bijlage 1 noemt de kosten en de dekking per jaar.""",
    "Participatie": "Bewoners praatten mee in twee wijkgesprekken en in de bewonersvereniging.",
    "Hoe gaat het verder": """
        De uitvoering is de taak van de wijkcoördinator van de gemeente. Tot 10% van het activiteitenbudget mag verschuiven zonder nieuw besluit. Een externe partij evalueert de aanpak in 2029 en 2031. Bijlage 6 noemt wat niet bij de aanpak hoort.
        Na het besluit van de raad
        | Wanneer | Mijlpaal |
        | 30 september 2027 | Overeenkomst getekend door zeven partijen |
        | 1 januari 2028 | Start structurele uitvoering |
        | 1 juli 2028 | Alle kerntaken hebben getrainde vervanger |
        | 26 juni 2031 | Besluit over verlenging na 2031 |""",
    "Bijlagen": """
        Achter dit voorstel: 1 Kosten en dekking van het programma, 2 Doelen en meting, 3 Resultaten tot nu toe, 4 Risico’s en maatregelen, 5 Planning, 6 Wat erbuiten valt. Apart: 7 Conceptovereenkomst, 8 Geldstromenkaart, 9 Conceptraadsbesluit.
        Burgemeester en wethouders van de gemeente Merenbroek,
        de secretaris, de burgemeester,""",
}  # fmt: skip


def sections(told):
    """The lines of every section up to the first annex, without styles; a table of the budget as an ellipsis."""
    found, name = {}, ""
    for line in told.replace("\N{NO-BREAK SPACE}", " ").splitlines():
        if not (split := re.match(r"\[([^\]]*)\] (.*)|(\| .*)", line)):
            continue
        style, text, row = split.groups()
        if text and text.startswith("Bijlage 1. "):
            break
        if style in ("Title", "heading 1"):
            name = text
            found[name] = []
        elif name and (text or row):
            found[name].append(row or re.sub(r" ?⇥ ?", " ", text).strip())
    budget = found["Financiën"]
    rows = [line for line in budget if line.startswith("|")]
    found["Financiën"] = [line for line in budget if line not in rows[1:]]
    found["Financiën"][found["Financiën"].index(rows[0])] = "…"
    return {name: [line for line in lines if line] for name, lines in found.items()}


@pytest.fixture(scope="module")
def told():
    return sections(as_text(render(load(SAMPLE), "raadsvoorstel")))


def test_these_are_the_sections_in_their_order(told):
    assert [*told] == [*SECTIONS]


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_of_the_sample_reads_as_it_should(told, name):
    assert told[name] == [line.strip() for line in SECTIONS[name].strip().splitlines()]


def test_a_proposal_of_every_sample_takes_four_pages_before_its_annexes(office, tmp_path):
    paths = {name: tmp_path / f"{name}.docx" for name in SAMPLES}
    for name, path in paths.items():
        path.write_bytes(render(load(ROOT / "samples" / f"{name}.yaml"), "raadsvoorstel"))
    for name, pdf in zip(paths, office.pdf(*paths.values()), strict=True):
        pages = office.text(pdf).split("\f")
        first = next(number for number, page in enumerate(pages) if re.search(r"(?m)^\s*Bijlage 1\. ", page))
        assert first <= 4, name
        signed = next(page for page in pages if "de burgemeester," in page)
        assert "Bijlagen" in signed, "the signatures stand with the line before them"


def test_the_long_form_has_a_table_of_contents():
    long = as_text(render(in_form(load(SAMPLE), "uitgebreid"), "raadsvoorstel"))
    short = as_text(render(load(SAMPLE), "raadsvoorstel"))
    assert "[TOC Heading] Inhoud" in long and "TOC" not in short


def test_a_source_that_a_decision_point_names_is_asked_whatever_is_said_of_its_state():
    told = as_text(render(load(DOSSIERS / "twee-partijen.yaml"), "raadsvoorstel"))
    assert "gevraagd, beslispunt 2" in told and "incidenteel, toegezegd" not in told
