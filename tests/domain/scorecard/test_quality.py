"""K1 to K8: what is kept, written down, trained, measured and chosen."""

from __future__ import annotations

import pytest

from tests.domain.scorecard.point_cases import HEAD, PARTIES, YEARS, said

APPROACH = "interventie: {{naam: I, {}}}\n"
ROLES = PARTIES + "rollen: [{id: a, naam: Anna, partij: p, uren: 10}, {id: b, naam: Bo, partij: q, uren: 10}]\n"
SETTLED = ROLES.replace("uren: 10", "uren: 10, ingewerkt_op: 2028-01-01")


@pytest.mark.parametrize(
    ("kinds", "state", "line"),
    [
        ("gedachtegoed werkwijze beleid beleid", "groen", "1 × gedachtegoed, 1 × werkwijze en 2 × beleid"),
        ("gedachtegoed", "oranje", "1 × gedachtegoed; nog niet: werkwijze en beleid"),
        ("", "rood", "er staat nog niet wat moet blijven"),
    ],
)
def test_k1_asks_something_of_every_kind(kinds, state, line):
    rows = ", ".join(f"{{soort: {kind}, tekst: T}}" for kind in kinds.split())
    assert said("K1", APPROACH.format(f"wat_borgen: [{rows}]")) == (state, line)


BOOK = "handboek: {{titel: Zo doen wij het, versie: '2', {}}}"
WHERE, KEPT = "locatie: de map", "onderhoud: a"


@pytest.mark.parametrize(
    ("fields", "state", "line"),
    [
        (f"datum: 2027-01-01, {WHERE}, {KEPT}", "groen", "Zo doen wij het 2 van 1 januari 2027, te vinden in de map, bijgehouden door Anna"),
        (f"datum: 2026-01-01, {WHERE}, {KEPT}", "oranje", "Zo doen wij het 2 van 1 januari 2026, te vinden in de map, bijgehouden door Anna; ouder dan is afgesproken"),
        (f"datum: 2027-01-01, {KEPT}", "oranje", "Zo doen wij het 2 van 1 januari 2027, bijgehouden door Anna; zonder vindplaats"),
        (f"{WHERE}", "oranje", "Zo doen wij het 2, te vinden in de map; zonder datum; er is niemand die het nu bijhoudt"),
    ],
)  # fmt: skip
def test_k2_asks_a_handbook_of_recent_date_with_a_place_and_a_keeper(fields, state, line):
    assert said("K2", ROLES + APPROACH.format(BOOK.format(fields))) == (state, line)
    assert said("K2", ROLES) == ("rood", "er is nog geen handboek")


TASK = "{{id: T{}, naam: Taak, eigenaar: a, kerntaak: true{}}}"
TRAINED = ", vervanger: b, vervanger_ingewerkt_op: 2028-06-30"


@pytest.mark.parametrize(
    ("more", "state", "line"),
    [
        ([TRAINED, TRAINED], "groen", "vervanger: 2 van 2 kerntaken; ingewerkt: 2 van 2"),
        ([TRAINED, TRAINED.replace("06-30", "07-01")], "oranje", "vervanger: 2 van 2 kerntaken; ingewerkt: 1 van 2"),
        ([TRAINED, ", vervanger: a, vervanger_ingewerkt_op: 2028-06-30"], "rood", "vervanger: 1 van 2 kerntaken; ingewerkt: 1 van 2"),
        ([], "rood", "er staat nog niet wat de kerntaken zijn"),
    ],
)  # fmt: skip
def test_k3_asks_a_deputy_who_could_take_over(more, state, line):
    tasks = ", ".join(TASK.format(i, own) for i, own in enumerate(more))
    assert said("K3", ROLES + f"taken: [{tasks}]\n") == (state, line)


def test_k3_takes_no_deputy_who_left():
    gone = ROLES.replace("partij: q, uren: 10", "partij: q, uren: 10, einde: 2028-06-29")
    assert said("K3", gone + f"taken: [{TASK.format(1, TRAINED)}]\n")[0] == "rood"


WAY = "communicatie: [{doelgroep: nieuwen, nieuwe_medewerkers: true, middel: een dag meelopen, rol: a}]\n"
LEFT = HEAD.replace("titel: D", "titel: D, wissels: [{datum: 2028-03-01, soort: functiewissel}]")
HANDED = "mijlpalen: [{datum: 2028-02-01, tekst: M, soort: overdracht_medewerker, rol: a%s}]\n"


@pytest.mark.parametrize(
    ("text", "head", "state", "line"),
    [
        (SETTLED + WAY, HEAD, "groen", "inwerken: een dag meelopen, door Anna; ingewerkt 2 van 2 rollen"),
        (ROLES + WAY, HEAD, "oranje", "inwerken: een dag meelopen, door Anna; ingewerkt 0 van 2 rollen"),
        (SETTLED, HEAD, "rood", "voor inwerken is nog niets geregeld; ingewerkt 2 van 2 rollen"),
        (SETTLED + WAY, LEFT, "rood", "inwerken: een dag meelopen, door Anna; ingewerkt 2 van 2 rollen; overdracht na de functiewissel van 1 maart 2028 is nog niet klaar"),
        (SETTLED + WAY + HANDED % "", LEFT, "rood", "inwerken: een dag meelopen, door Anna; ingewerkt 2 van 2 rollen; overdracht na de functiewissel van 1 maart 2028 is nog niet klaar"),
        (SETTLED + WAY + HANDED % ", gereed_op: 2028-04-01", LEFT, "groen", "inwerken: een dag meelopen, door Anna; ingewerkt 2 van 2 rollen; overdracht Anna: klaar op 1 april 2028"),
        (SETTLED + WAY + (HANDED % ", gereed_op: 2028-04-01").replace("medewerker", "bestuur"), LEFT, "rood", "inwerken: een dag meelopen, door Anna; ingewerkt 2 van 2 rollen; overdracht na de functiewissel van 1 maart 2028 is nog niet klaar"),
        (SETTLED + WAY, LEFT.replace("2028-03", "2028-09"), "groen", "inwerken: een dag meelopen, door Anna; ingewerkt 2 van 2 rollen"),
    ],
)  # fmt: skip
def test_k4_asks_that_people_are_settled_in_and_who_left_handed_over(text, head, state, line):
    assert said("K4", text, head) == (state, line)


def test_k4_takes_a_handover_for_one_change_only():
    two = LEFT.replace("soort: functiewissel}", "soort: functiewissel}, {datum: 2028-05-01, soort: functiewissel}")
    once = said("K4", SETTLED + WAY + HANDED % ", gereed_op: 2028-05-02", two)
    assert once[0] == "rood" and once[1].endswith("overdracht na de functiewissel van 1 mei 2028 is nog niet klaar")


GOAL = "{{id: D{}, tekst: Meer mensen., soort: {}, indicator: I, eenheid: E, nulmeting: {{waarde: 1, jaar: 2027}}, streefwaarde: 5, uiterlijk: 2029-01-01, bron: B, rol: a, frequentie: elk jaar}}"
OWN, OTHER = GOAL.format(1, "borging"), GOAL.format(2, "inhoud")


@pytest.mark.parametrize(
    ("goals", "state", "line"),
    [
        ([OWN, OTHER], "groen", "2 van 2 doelen volledig, waarvan 1 over de borging zelf"),
        ([OTHER], "oranje", "1 van 1 doel volledig, waarvan 0 over de borging zelf"),
        ([OWN, OTHER.replace(", jaar: 2027", "")], "oranje", "1 van 2 doelen volledig, waarvan 1 over de borging zelf; mist: ‘Meer mensen’: een nulmeting met een jaar"),
        ([OWN, OTHER.replace("rol: a, frequentie: elk jaar", "rol: a")], "oranje", "1 van 2 doelen volledig, waarvan 1 over de borging zelf; mist: ‘Meer mensen’: hoe vaak"),
        ([OWN.replace("streefwaarde: 5", "streefwaarde: 1")], "rood", "0 van 1 doel volledig, waarvan 0 over de borging zelf; mist: ‘Meer mensen’: een streefwaarde die anders is dan de nulmeting"),
        ([OWN.replace("streefwaarde: 5", "streefwaarde: 1").replace("Meer mensen.", "Het aantal blijft gelijk.")], "groen", "1 van 1 doel volledig, waarvan 1 over de borging zelf"),
        ([], "rood", "er zijn nog geen doelen"),
    ],
)  # fmt: skip
def test_k5_asks_that_all_goals_can_be_measured_and_one_is_about_anchoring(goals, state, line):
    assert said("K5", ROLES + f"doelen: [{', '.join(goals)}]\n") == (state, line)


def measured(day="2028-05-01", more=""):
    return f"doelen: [{{id: D, tekst: T., nulmeting: {{waarde: 1}}, streefwaarde: 9, {more} metingen: [{{datum: {day}, waarde: 2}}]}}]\n"


def monitoring(
    review="gehouden_op: 2028-05-15, uitkomst: meer spreekuren", year=2028, adjust="bijsturen: Wij praten., "
):
    return f"monitoring: {{{adjust}reviews: [{{datum: 2028-05-15, onderwerp: O, {review}}}], evaluaties: [{{jaar: {year}}}]}}\n"


HELD = "review gehouden: 15 mei 2028 (meer spreekuren)"
TAIL = "bijsturen is afgesproken"
MEASURED = "gemeten: 1 van 1 doel, het laatst 1 mei 2028"


@pytest.mark.parametrize(
    ("text", "state", "line"),
    [
        (measured() + monitoring(), "groen", f"{MEASURED}; {HELD}; {TAIL}"),
        (measured() + monitoring(review="gehouden_op: 2028-07-15"), "oranje", f"{MEASURED}; review gehouden: nog niet; {TAIL}"),
        (measured() + monitoring(year=2031), "oranje", f"{MEASURED}; {HELD}; er is geen evaluatie gepland; {TAIL}"),
        (measured() + monitoring(adjust=""), "rood", f"{MEASURED}; {HELD}; over bijsturen is nog niets afgesproken"),
        (measured("2027-05-01") + monitoring(), "oranje", f"gemeten: 1 van 1 doel, het laatst 1 mei 2027; {HELD}; {TAIL}"),
        (measured("2027-09-01", "tussen: {2027: 3},") + monitoring(), "oranje", f"gemeten: 1 van 1 doel, het laatst 1 september 2027; al te lang niet gemeten: ‘T’; {HELD}; {TAIL}"),
        (measured("2028-07-01", "uiterlijk: 2028-01-01,") + monitoring(), "oranje", f"gemeten: 0 van 1 doel; al te lang niet gemeten: ‘T’; {HELD}; {TAIL}"),
        (measured("2028-07-01") + monitoring(adjust="").replace("reviews", "reviews"), "rood", f"gemeten: 0 van 1 doel; {HELD}; over bijsturen is nog niets afgesproken"),
    ],
)  # fmt: skip
def test_k6_asks_what_was_done_and_not_what_is_planned(text, state, line):
    assert said("K6", text, YEARS) == (state, line)


def test_k6_names_the_first_review_that_is_still_to_come():
    ahead = "monitoring: {bijsturen: Zo., reviews: [{datum: 2028-09-01, onderwerp: O}], evaluaties: [{jaar: 2028}]}\n"
    line = "er zijn nog geen doelen om te meten; review gehouden: nog niet, de eerste is op 1 september 2028; bijsturen is afgesproken"
    assert said("K6", ahead, YEARS) == ("oranje", line)


OUT = "uitsluitingen: [{tekst: Spoed., wie_wel: de huisarts}, {tekst: Jeugd.%s}]\n"
SIGNED = "partijen: [{id: p, naam: P, niveau: directie, bevoegdheid: B, getekend_op: 2028-05-01}]\novereenkomst: {titel: O, ingang: 2028-01-01}\n"


@pytest.mark.parametrize(
    ("text", "state", "line"),
    [
        (
            OUT % ", wie_wel: geen" + SIGNED,
            "groen",
            "2 punten, 1 met wie het wel doet; 1 die niemand doet; de overeenkomst is getekend",
        ),
        (OUT % "" + SIGNED, "oranje", "2 punten, 1 met wie het wel doet; de overeenkomst is getekend"),
        (
            OUT % ", wie_wel: geen",
            "oranje",
            "2 punten, 1 met wie het wel doet; 1 die niemand doet; de overeenkomst is nog niet getekend",
        ),
        (SIGNED, "rood", "er staat nog niet wat erbuiten valt"),
    ],
)
def test_k7_asks_that_what_is_left_out_was_agreed(text, state, line):
    assert said("K7", text) == (state, line)


@pytest.mark.parametrize(
    ("rows", "state", "line"),
    [
        ("{naam: A, oordeel: doorgaan, bewijs: B}, {naam: C, oordeel: stoppen, bewijs: D}", "groen", "doorgaan 1, aanpassen 0, stoppen 1"),
        ("{naam: A, oordeel: doorgaan, bewijs: B}, {naam: C, oordeel: stoppen}", "oranje", "doorgaan 1, aanpassen 0, stoppen 1; zonder bewijs: ‘C’"),
        ("{naam: A, oordeel: doorgaan, bewijs: B}, {naam: C}", "oranje", "doorgaan 1, aanpassen 0, stoppen 0; nog geen keuze: ‘C’"),
        ("{naam: A}", "rood", "doorgaan 0, aanpassen 0, stoppen 0; nog geen keuze: ‘A’"),
        ("", "rood", "er staan nog geen onderdelen van de aanpak"),
    ],
)  # fmt: skip
def test_k8_asks_a_choice_with_a_reason_for_every_part(rows, state, line):
    assert said("K8", APPROACH.format(f"onderdelen: [{rows}]")) == (state, line)
