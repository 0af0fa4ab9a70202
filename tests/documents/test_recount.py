"""Every amount, total, hour and fte in every document of every sample, worked out again by a script that shares nothing with docgen."""

from __future__ import annotations

import re
import zipfile

import pytest

from docgen.documents.production import render
from docgen.documents.request import requests_for
from docgen.dossier import load
from tests.conftest import ROOT
from tests.recount import Recount

LEAST = {  # how many numbers are looked at: a script that sees nothing finds nothing wrong
    "wijkkracht-spoordijk": 1300,
    "buurtprogramma-lijnbaan": 1400,
    "alcoholbeleid-wolderwaard": 1600,
    "wandelmaatjes-ggd": 550,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LEAST)
def test_every_number_in_every_document_is_what_the_yaml_says(name, tmp_path):
    sample = (
        tmp_path / f"{name}.yaml"
    )  # without what was reported: that is worked out row by row in tests/worked_example.py
    written = (ROOT / "samples" / f"{name}.yaml").read_text("utf-8")
    sample.write_text(re.sub(r"(?ms)^realisatie:\n.*?(?=^\S)", "", written), "utf-8")
    dossier, count = load(sample), Recount(sample)
    for job in (*requests_for(dossier), *requests_for(dossier, ["overdracht:bestuur"])):
        path = tmp_path / f"{job.name.replace(':', '-')}.docx"
        path.write_bytes(render(dossier, job.name))
        count.document(path)
    assert not count.wrong, "\n".join(count.wrong)
    assert count.checked > LEAST[name]


@pytest.mark.parametrize("name", LEAST)
def test_every_number_in_the_parts_of_an_annual_plan_is_too(name, docgen, tmp_path):
    sample = ROOT / "samples" / f"{name}.yaml"
    docgen("batch", sample, "-d", "jaarplan", "--per", "partij", "--out", tmp_path)
    count, parts = Recount(sample), sorted(tmp_path.glob("*.docx"))
    assert parts
    for path in parts:
        count.document(path)
    assert not count.wrong, "\n".join(count.wrong)


def test_a_wrong_number_is_seen(tmp_path):
    sample = ROOT / "samples" / "wijkkracht-spoordijk.yaml"
    made = tmp_path / "kaart.docx"
    made.write_bytes(render(load(sample), "geldstromenkaart"))
    wrong = tmp_path / "fout.docx"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(wrong, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                assert b"62.400" in data
                data = data.replace(b"62.400", b"62.401")
            new.writestr(name, data)
    count = Recount(sample)
    count.document(wrong)
    assert [line.partition(": ")[2] for line in count.wrong][:1] == ["Lasten en baten 2027 (ter vergelijking): lasten"]
