"""References that lead nowhere, in values and in keys."""

from __future__ import annotations

import pytest

from docgen.loading.loaded_data import LoadedData
from docgen.schema.field import ANYTHING, Field
from docgen.syntax.source import Source
from docgen.validation.references import ReferenceTarget, dangling, likely_id, report_references, resolves
from tests.small_dossier import CORE, findings, only


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("vervanger", "adviseurr", "bedoel je ‘adviseur’?"),
        ("partij", "q", "bekend zijn: p"),
    ],
)
def test_a_reference_that_leads_nowhere_gets_a_suggestion(field, value, hint):
    row = {"id": "secretaris", "naam": "R", "partij": "p"} | {field: value}
    lines = "\n    ".join(f"{k}: {v}" for k, v in row.items())
    other = "  - {id: adviseur, naam: S, partij: p}\n"
    found = only(CORE + f"partijen: [{{id: p, naam: P}}]\nrollen:\n  - {lines}\n{other}")
    assert (found.code, found.hint) == ("verwijzing", hint)
    assert f"‘{value}’ staat niet onder" in found.message


@pytest.mark.parametrize(
    "named",
    [
        "rollen: [{id: r, naam: R, partij: partner}]",
        "begroting: {posten: [{id: P, naam: P, aard: structureel, partij: partner, bedragen: {2028: 1}}]}",
    ],
)
def test_the_partner_of_a_list_without_a_list_is_told_with_what_to_do(named):
    found = only(CORE + f"partijen: [{{id: p, naam: P}}]\n{named}\n")
    assert (found.code, found.message) == ("partner", "‘partner’ is de partner van een lijst, en die is er nu niet")
    assert found.hint == (
        "gebruik dit dossier met docgen batch --partners LIJST (controleer het met --dry-run), of noem een partij uit"
        " het dossier: p"
    )


def test_a_reference_in_a_key_points_at_the_key():
    found = only(
        CORE
        + "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: p}]\ntaken:\n  - id: T1\n    naam: T\n    uren:\n      rr: 5\n"
    )
    assert (found.line, found.column, found.path) == (9, 7, "taak 1 (T1) › uren › rr")


@pytest.mark.parametrize("parties", ["partijen: []\n", "partijen:\n", ""])
def test_a_reference_to_an_empty_list_is_not_passed_over(parties):
    found = only(CORE + parties + "rollen: [{id: r, naam: R, partij: p}]\n")
    assert (found.code, found.message, found.hint) == (
        "verwijzing",
        "‘p’ staat niet onder ‘partijen’",
        "vul ‘partijen’ in",
    )


def test_an_answer_for_a_neighbourhood_that_is_not_there_is_not_passed_over():
    text = "dossier: {id: a, titel: A, wijken: [noord, zuid]}\nborgingscheck:\n  antwoorden:\n    - {punt: D2, wijk: Noord, stand: groen, toelichting: T}\n"
    found = [problem for problem in findings(text) if problem.code == "verwijzing"]
    assert [(p.line, p.message, p.hint) for p in found] == [
        (4, "‘Noord’ staat niet onder ‘dossier.wijken’", "bedoel je ‘noord’?")
    ]


POSTS = [{"id": "P1", "naam": "Zaal"}, {"id": "P2", "naam": "zaal"}, {"naam": "Koffie"}]
DATA = {"begroting": {"posten": POSTS}, "wijken": ["noord", "zuid"]}


def target(name, data=DATA):
    return ReferenceTarget(LoadedData(Source("d.yaml"), data=data), name)


def test_a_target_knows_the_ids_of_its_rows_wherever_the_list_is():
    assert list(target("begroting.posten").ids) == ["P1", "P2"]
    assert list(target("wijken").ids) == ["noord", "zuid"]
    assert list(target("begroting.nergens").ids) == list(target("wijken.a").ids) == []
    assert target("begroting.posten").by_name == {"zaal": "P1"}
    assert target("bronnen", {"bronnen": [{"id": "S1", "bron": "Rijk"}]}).by_name == {"rijk": "S1"}
    assert target("begroting.posten").by_lower == {"p1": "P1", "p2": "P2"}


def test_an_id_that_is_wrong_itself_is_no_id_to_refer_to():
    loaded = LoadedData(Source("d.yaml"), data=DATA, unusable={("begroting", "posten", 1, "id")})
    assert list(ReferenceTarget(loaded, "begroting.posten").ids) == ["P1"]


def test_a_reference_resolves_in_its_list_or_in_what_the_field_allows_beside_it():
    posts = target("begroting.posten")
    assert resolves(posts, "P1", ANYTHING) and not resolves(posts, "p1", ANYTHING)
    assert resolves(posts, "extern", Field({"meta": {"ook": ["extern"]}})) and not resolves(posts, "extern", ANYTHING)
    assert resolves(posts, "De raad", Field({"meta": {"vrije_tekst": True}})) and not resolves(
        posts, "raad", Field({"meta": {"vrije_tekst": True}})
    )
    assert not resolves(posts, "De raad", ANYTHING)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("P\u200b1", "er staat een onzichtbaar teken of een harde spatie in; typ het kenmerk opnieuw"),
        ("Zaal", "gebruik het kenmerk: ‘P1’"),
        ("p1, P2", "hier past één kenmerk; kies P1 of P2"),
        ("p2", "bedoel je ‘P2’?"),
        ("extren", "bedoel je ‘extern’?"),
        ("onbekend", "bekend zijn: P1, P2, extern"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_with_what_was_meant(value, hint):
    message = f"‘{value}’ staat niet onder ‘begroting.posten’"
    assert dangling(target("begroting.posten"), value, Field({"meta": {"ook": ["extern"]}})) == (message, hint)


def test_of_many_ids_twelve_are_listed_and_of_none_the_list_is_to_be_filled_in():
    many = target("rijen", {"rijen": [{"id": f"rij{i}"} for i in range(20)]})
    assert dangling(many, "xyz", ANYTHING)[1] == "bekend zijn: " + ", ".join(f"rij{i}" for i in range(12))
    assert dangling(target("rijen", {}), "xyz", ANYTHING)[1] == "vul ‘rijen’ in"
    assert dangling(many, "x" * 61, ANYTHING)[0] == f"‘{'x' * 60}’ staat niet onder ‘rijen’"
    assert dangling(many, "rij99", ANYTHING, suggest=False)[1].startswith("bekend zijn")


def test_more_ids_at_one_dash_are_to_be_put_at_a_dash_each():
    loaded = LoadedData(Source("d.yaml"), data=DATA)
    posts = Field({"type": "string", "meta": {"ref": "begroting.posten"}})
    report_references(loaded, [(("voor", 0), "P1, P2", posts, False), (("voor", 1), "P1", posts, False)])
    assert [problem.hint for problem in loaded.problems] == [
        "zet elk kenmerk op een eigen regel, met een streepje ervoor"
    ]


def test_what_is_wrong_with_the_list_is_told_there_and_not_at_every_reference():
    role = "rollen: [{id: r, naam: R, partij: p}]\n"
    assert only(CORE + "partijen: [{id: p!, naam: P}]\n" + role).code == "vorm"
    twice = "partijen: [{id: q, naam: P}, {id: q, naam: Q}]\n"
    assert only(CORE + twice + role).code == "dubbel"
    assert only(CORE + "partij: [{id: p, naam: P}]\n" + role).code == "onbekend"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("partijen: []\nrollen: [{id: r!, naam: R, partij: p}]\n", ["verwijzing", "vorm"]),
        ("partijen: [{id: q, naam: Q}]\nrollen: [{id: r, naam: R, partij: p}, {id: r, naam: S, partij: q}]\n", ["dubbel", "verwijzing"]),
        ("partijen: [{id: q, naam: Q}]\nrollen: [{id: p!, naam: R, partij: p}]\n", ["verwijzing", "vorm"]),
        ("partijen: [{id: q, naam: Q, kvk: p}]\nrollen: [{id: r, naam: R, partij: p}]\n", ["verwijzing", "vorm"]),
    ],
)  # fmt: skip
def test_what_is_wrong_elsewhere_does_not_hide_a_reference_that_leads_nowhere(text, codes):
    assert sorted(problem.code for problem in findings(CORE + text)) == codes


def test_of_a_letter_with_a_number_only_the_same_is_suggested():
    posts = ["P01", "P10", "P14", "F10"]
    assert likely_id("PO1", posts) == likely_id("p1", posts) == "bedoel je ‘P01’?"
    assert likely_id("P1O", posts) == "bedoel je ‘P10’?"
    assert likely_id("P13", posts) == "", "another number is another post"


def test_a_role_is_not_advised_as_its_own_deputy():
    rows = (
        "  - {id: wethouder, naam: W, partij: p, vervanger: loco-wethouder}\n  - {id: adviseur, naam: A, partij: p}\n"
    )
    found = only(CORE + f"partijen: [{{id: p, naam: P}}]\nrollen:\n{rows}")
    assert found.hint == "bekend zijn: adviseur"


def test_a_range_of_ids_is_written_out():
    posts = ", ".join(f"{{id: P{n}, naam: N{n}, aard: structureel, bedragen: {{2028: 1}}}}" for n in range(1, 5))
    source = "{id: F, bron: B, partij: extern, aard: incidenteel, status: gevraagd, bedragen: {2028: 4}, voor: [P2-P4]}"
    found = only(CORE + f"begroting: {{posten: [{posts}]}}\nfinanciering: [{source}]\n")
    assert (found.code, found.hint) == ("verwijzing", "noem elk kenmerk apart: P2, P3, P4")
