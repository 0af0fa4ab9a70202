"""The samples that ship: three are complete and sound as the first one is, one shows what the rules find in a first try."""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from decimal import Decimal
from functools import cache

import pytest
from docx import Document

from docgen.authoring.new_dossier import begin
from docgen.context import builder
from docgen.documents.production import DossierError, render
from docgen.documents.request import requests_for
from docgen.dossier import check, load
from docgen.schema.completion import fill_defaults
from tests.conftest import ROOT, SAMPLE, TYPES
from tests.word_files import text_of

FOLDER = ROOT / "samples"
POOR = "voorbeeld-met-gebreken"
ACCEPTED = {  # what each complete sample accepts on purpose
    "alcoholbeleid-wolderwaard": {},
    "buurtprogramma-lijnbaan": {"FIN-05": 2, "GEM-06": 1},
    "wandelmaatjes-ggd": {"ROL-03": 1},
    SAMPLE.stem: {"FIN-05": 2},
}
MORE = sorted(set(ACCEPTED) - {SAMPLE.stem})
ADVICES = {"alcoholbeleid-wolderwaard": 14, "buurtprogramma-lijnbaan": 11, "wandelmaatjes-ggd": 2, SAMPLE.stem: 17}


@cache
def dossier(name):
    return load(FOLDER / f"{name}.yaml")


@cache
def made(name):
    """Every document the dossier asks for, by type."""
    return {job.kind.name: render(dossier(name), job.kind.name) for job in requests_for(dossier(name))}


def test_these_are_all_samples():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {*ACCEPTED, POOR}
    assert {dossier(name).data["dossier"]["status"] for name in MORE} == {
        "concept",
        "ter besluitvorming",
        "vastgesteld",
    }


# ---------------------------------------------------------------------------------------------------- complete ones


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_complete_sample_has_no_fault_and_no_open_warning(name):
    found = check(dossier(name))
    assert Counter(problem.code for problem in found if problem.accepted) == ACCEPTED[name]
    assert Counter(problem.level for problem in found if not problem.accepted) == Counter(advies=ADVICES[name])


@pytest.mark.parametrize("name", MORE)
def test_hours_costs_and_cover_of_a_sample_are_exact(name):
    data = fill_defaults(dossier(name).data, dossier(name).library.schema.root)
    table = builder.build(data)
    assert set(table["saldo"].values()) == {0} and table["tekorten"] == []
    spent, rates = defaultdict(Decimal), {rol["id"]: rol for rol in data["rollen"]}
    for taak in data["taken"]:
        for rol, hours in taak["uren"].items():
            spent[rol] += Decimal(hours)
    assert {rol: Decimal(row["uren"]) for rol, row in rates.items() if row["uren"]} == dict(spent)
    for post in data["begroting"]["posten"]:
        if post["soort"] == "personeel":
            own = sum(Decimal(row["uren"]) * row["tarief"] for row in rates.values() if row["partij"] == post["partij"])
            assert set(post["bedragen"].values()) == {own}, post["naam"]


@pytest.mark.parametrize("name", MORE)
def test_a_complete_sample_asks_for_every_document_and_each_reads_well(name):
    assert sorted(made(name)) == sorted(TYPES)
    for kind, data in made(name).items():
        text = text_of(data)
        assert "None" not in text and "{{" not in text and "{%" not in text and "[ontbreekt" not in text, kind
        assert not re.search(r"(?m)^\s*[,;:.]|,,|\.\.(?!\.)|;\.|\(\s*\)", text), kind
        assert "  " not in text.replace("\t", ""), kind


@pytest.mark.parametrize("name", MORE)
def test_the_validator_finds_nothing_in_the_documents_of_a_sample(name, validator_errors, tmp_path):
    for kind, data in made(name).items():
        path = tmp_path / f"{kind}.docx"
        path.write_bytes(data)
        assert validator_errors(path) == [], kind


def test_the_samples_show_what_the_first_one_does_not():
    assert "bestuur" in {job.variant for job in requests_for(dossier("alcoholbeleid-wolderwaard"))}
    text = {name: {kind: text_of(data) for kind, data in made(name).items()} for name in MORE}
    assert "€\u00a020.663,50" in text["alcoholbeleid-wolderwaard"]["raadsvoorstel"]
    assert "Wat als we het niet doen?" in text["buurtprogramma-lijnbaan"]["jaarplan"]
    assert "Staatssteun: mag deze bijdrage" in text["buurtprogramma-lijnbaan"]["overeenkomst"]
    assert "verlenging" not in dossier("wandelmaatjes-ggd").data["overeenkomst"]


@pytest.mark.parametrize("name", [*ACCEPTED, POOR])
def test_every_address_in_a_sample_is_one_that_cannot_exist(name):
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert all(found.endswith(".example") for found in re.findall(r"@([\w.-]+)", text))
    assert "verzonnen" in "\n".join(text.splitlines()[1:5])


@pytest.mark.parametrize(
    "text",
    [ROOT / "docs" / "handleiding.md", ROOT / "docgen" / "cli" / "commands" / "new.py"],
    ids=lambda path: path.name,
)
def test_the_manual_and_the_help_name_every_sample(text):
    assert all(name in text.read_text(encoding="utf-8") for name in [*ACCEPTED, POOR])


@pytest.mark.parametrize("name", [*ACCEPTED, POOR])
def test_a_new_dossier_can_begin_with_any_sample(name, library, tmp_path):
    begin(library, [], tmp_path / "nieuw.yaml", name)
    assert (tmp_path / "nieuw.yaml").read_bytes() == (FOLDER / f"{name}.yaml").read_bytes()


@pytest.mark.parametrize("name", ACCEPTED)
def test_nothing_is_a_dash_in_every_table_but_those_of_what_was_delivered(name):
    rows = [row for document in made(name).values() for row in rows_of(document) if "Afgesproken" not in row[0]]
    assert len(rows) > 200
    assert [row[1] for row in rows if {"€\xa00", "€\xa00,00"} & set(row[1])] == []


def rows_of(document):
    """The heading and the cells of every row of every table."""
    for table in Document(io.BytesIO(document)).tables:
        texts = [["".join(cell.itertext()) for cell in row.tc_lst] for row in table._tbl.tr_lst]
        yield from ((texts[0], cells) for cells in texts[1:])


# ----------------------------------------------------------------------------------------------------- the poor one

FINDS = {
    "fout": {"FIN-01": 3, "FIN-02": 1, "OVK-01": 1, "RVS-01": 1, "RVS-02": 1, "UUR-01": 1},
    "waarschuwing": {
        "BSL-01": 2, "DOE-03": 2, "FIN-05": 4, "FIN-06": 1, "FIN-09": 1, "FIN-15": 1, "KEN-01": 2, "OVK-15": 1, "PRIV-01": 1, "ROL-02": 1, "ROL-03": 1,
        "RVS-01": 1, "RVS-04": 1, "UUR-03": 4, "VER-01": 1, "WIS-01": 2,
    },
    "advies": {
        "BCK-01": 1, "COM-01": 1, "DOE-01": 1, "DRG-02": 2, "GEM-14": 2, "GEM-21": 1, "KAF-01": 2, "NAG-01": 1, "OVK-01": 1, "OVK-12": 1, "OVK-13": 1, "OVK-16": 1, "ROL-01": 1, "RVS-03": 1, "RVS-05": 1, "VER-01": 1, "ZIN-11": 1,
    },
}  # fmt: skip


def test_what_the_rules_find_in_the_poor_sample():
    found = check(dossier(POOR))
    for level, codes in FINDS.items():
        assert Counter(problem.code for problem in found if problem.level == level) == codes, level
    assert not [problem for problem in found if problem.accepted]


def test_of_the_poor_sample_only_the_borgingscheck_is_made():
    for job in requests_for(dossier(POOR)):
        if job.kind.has_findings:
            assert "✗ rood" in text_of(render(dossier(POOR), job.kind.name))
        else:
            with pytest.raises(DossierError):
                render(dossier(POOR), job.kind.name)
