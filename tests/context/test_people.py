"""Parties, roles, the hours they spend and what those cost."""

from __future__ import annotations

from decimal import Decimal

from docgen.context import builder, people
from docgen.context.perspective import for_party
from tests.complete_dossier import HEAD, PEOPLE, full


def test_the_matrix_of_hours_marks_owner_and_deputy_and_sums_per_role():
    tasks = "taken: [{id: T, naam: Leiden, eigenaar: r, vervanger: v, uren: {r: 40}}, {id: U, naam: Bellen, eigenaar: v, uren: {v: 5, r: 2}}]\n"
    (table,) = builder.build(full(PEOPLE.replace("partij: p}", "partij: p, uren: 50}", 1) + tasks))["urenmatrix"]
    assert table["rollen"] == ["Regisseur", "Vervanger"]
    assert [(row["naam"], row["cellen"]) for row in table["regels"]] == [
        ("Leiden", ["● 40", "○"]),
        ("Bellen", ["2", "● 5"]),
    ]
    assert table["nodig"] == [42, 5] and table["beschikbaar"] == [50, None]


STAFF = (
    "partijen: [{id: p, naam: P, hierna: de P}, {id: q, naam: Q}]\n"
    "rollen:\n"
    "  - {id: r, naam: Regisseur, partij: p, uren: 700, tarief: 50, trekker: true}\n"
    "  - {id: b, naam: Buren, partij: q, uren: 100, vrijwillig: true}\n"
    "  - {id: s, naam: Steun, partij: q, uren: 5, vervanger: r}\n"
    "taken:\n"
    "  - {id: T, naam: Leiden, eigenaar: r, vervanger: s, uren: {r: 10, s: 2}}\n"
    "  - {id: U, naam: Bellen, eigenaar: s, vervanger: r}\n"
    "  - {id: V, naam: Delen, uren: {r: 3}}\n"
)


def test_volunteers_have_hours_of_their_own_and_money_is_hours_times_rate():
    head = HEAD.replace("peildatum", "instellingen: {uren_per_fte: 1410}, peildatum")
    whole = people.effort(full(STAFF, head))
    assert (whole["uren"], whole["vrijwillige_uren"], whole["kosten"]) == (705, 100, Decimal(35_000))
    assert whole["fte"] == Decimal("0.5") and whole["fte_tekst"] == "0,50"
    assert [(party["naam"], party["uren"], party["kosten"]) for party in whole["partijen"]] == [
        ("P", 700, 35_000),
        ("Q", 5, 0),
    ]
    assert [task["naam"] for task in whole["partijen"][1]["taken"]] == ["Leiden", "Bellen"]


def test_without_the_hours_of_a_full_time_nobody_is_a_part_of_one():
    assert people.effort(full(STAFF))["fte"] is None


def test_who_hands_over_sees_own_tasks_those_of_another_and_those_of_many_apart():
    handed = people.handover_role(full(STAFF + "overdracht: {rol: r}\n"))
    tasks = [[task["naam"] for task in handed[name]] for name in ("eigen_taken", "vervangt_bij", "werkt_mee_aan")]
    assert tasks == [["Leiden"], ["Bellen"], ["Delen"]]
    assert handed["uren_per_taak"] == {"T": 10, "U": 0, "V": 3} and handed["vervanger_naam"] is None
    assert people.handover_role(full(STAFF)) is None


def test_nobody_leads_until_a_role_is_marked():
    assert people.leader(full(STAFF))["naam"] == "Regisseur"
    assert people.leader(full(PEOPLE)) is None


def test_who_leads_is_the_one_that_takes_part_on_the_reference_date():
    roles = "partijen: [{id: p, naam: P}]\nrollen: [{id: a, naam: A, partij: p, trekker: true, einde: 2028-06-29}, {id: b, naam: B, partij: p, trekker: true%s}]\n"
    assert people.leader(full(roles % ""))["naam"] == "B"
    assert people.leader(full(roles % ", begin: 2028-07-01"))["naam"] == "A"


def test_a_role_that_no_task_asks_has_no_column_among_the_hours():
    work = "taken: [{id: T, naam: Leiden, uren: {v: 1200.5}}]\n"
    (table,) = people.hours_matrix(full(PEOPLE + work))
    assert table["rollen"] == ["Vervanger"]
    assert table["regels"] == [{"naam": "Leiden", "cellen": ["1.200,5"]}]


def test_in_the_part_of_one_party_only_that_party_spends_hours_and_the_leader_is_that_of_all():
    part = for_party(full(STAFF), "q")
    assert [party["naam"] for party in people.effort(part)["partijen"]] == ["Q"]
    assert people.leader(part)["naam"] == "Regisseur"


CHANGING = (
    "partijen: [{id: p, naam: P}]\n"
    "rollen:\n"
    "  - {id: r, naam: Regisseur, partij: p, uren: 366, tarief: 50, einde: 2028-12-30}\n"
    "  - {id: s, naam: Opvolger, partij: p, uren: 730, tarief: 10, begin: 2028-12-31}\n"
    "  - {id: g, naam: Gestopt, partij: p, uren: 90, tarief: 10, einde: 2027-12-31}\n"
    "jaarplan: {jaar: 2029}\n"
)
TWO_YEARS = HEAD.replace("peildatum", "horizon: {begin: 2028-01-01, einde: 2029-12-31}, peildatum")


def test_the_hours_of_a_year_are_of_the_days_on_which_a_role_takes_part():
    whole = people.effort(full(CHANGING, TWO_YEARS))
    assert [(rol["id"], rol["uren"]) for rol in whole["rollen"]] == [("r", 366), ("s", 730)]
    assert whole["uren"] == 367 and whole["kosten"] == Decimal("18269.95")  # 365 x 50 + 730/366 x 10
    assert whole["uren_tekst"].replace("\xa0", " ") == "367 uur in 2028 en 730 uur in 2029"
    assert whole["jaar"] == 2028
    assert [rol["wanneer"].replace("\xa0", " ") for rol in whole["rollen"]] == ["tot en met 30 december 2028", "vanaf 31 december 2028"]  # fmt: skip


def test_the_annual_plan_has_the_roles_and_hours_of_its_year():
    plan = people.plan_effort(full(CHANGING, TWO_YEARS))
    assert [(rol["id"], rol["uren"]) for rol in plan["rollen"]] == [("s", 730)] and plan["uren"] == 730
    first = people.plan_effort(full(CHANGING.replace("jaar: 2029", "jaar: 2028"), TWO_YEARS))
    assert [(rol["id"], str(rol["uren"])) for rol in first["rollen"]] == [("r", "365"), ("s", "2")] and first[
        "uren"
    ] == 367


def test_hours_that_are_the_same_in_every_year_are_told_per_year():
    whole = people.effort(full(STAFF))
    assert whole["uren_tekst"].replace("\xa0", " ") == "705 uur per jaar" and whole["jaar"] is None
    assert people.term_in_words({"begin": None, "einde": None}) == ""


def test_an_annual_plan_gives_no_hours_to_a_role_that_takes_no_part_in_its_year():
    """The coach of 100 hours stopped in 2027 and owned the task; the successor begins halfway 2028."""
    text = (
        "partijen: [{id: p, naam: P}]\n"
        "rollen:\n"
        "  - {id: oud, naam: Oud, partij: p, uren: 100, tarief: 10, einde: 2027-12-31}\n"
        "  - {id: nieuw, naam: Nieuw, partij: p, uren: 100, tarief: 10, begin: 2029-07-01}\n"
        "taken: [{id: T, naam: Taak, eigenaar: oud, uren: {oud: 60, nieuw: 73}}]\n"
        "jaarplan: {jaar: 2029}\n"
    )
    task = people.plan_tasks(full(text))[0]
    assert [(one["rol"], str(one["uren"])) for one in task["inzet"]] == [("nieuw", "36.8")]  # 184 of 365 days
    assert str(task["uren_totaal"]) == "36.8" and task["eigenaar_naam"] == "nog niemand"
    assert people.task_list(full(text))[0]["uren_totaal"] == 133


def test_a_role_whose_hours_are_not_known_is_named_beside_the_totals_and_who_only_steers_is_not():
    some = (
        "partijen: [{id: a, naam: gemeente Aa, hierna: de gemeente}]\n"
        "rollen: [{id: r, naam: Trekker, partij: a, uren: 100}, {id: s, naam: Adviseur, partij: a}, {id: t, naam: Tuinman, partij: a},\n"
        "  {id: w, naam: Wethouder, partij: a, sturend: true}]\n"
    )
    dossier = full(some)
    told = "Van de adviseur van de gemeente en de tuinman van de gemeente staan nog geen uren vast; die tellen niet mee in de totalen."
    assert people.effort(dossier)["zonder_uren"] == told == people.plan_effort(dossier)["zonder_uren"]
    known = full(
        some.replace("naam: Adviseur,", "naam: Adviseur, uren: 0,").replace("naam: Tuinman,", "naam: Tuinman, uren: 5,")
    )
    assert people.effort(known)["zonder_uren"] is None
