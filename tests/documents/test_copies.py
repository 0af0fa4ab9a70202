"""PDF and ODT beside the Word documents, as a user asks for them."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook

from docgen.batch.executors.runner import run
from docgen.batch.order import Order
from docgen.office import odt, pdf
from tests.conftest import SAMPLE
from tests.word_files import parts_of, text_of

pytestmark = pytest.mark.office
SMALL = ("-d", "raadsbesluit", "-d", "overeenkomst")


@pytest.fixture(scope="module")
def first(office, tmp_path_factory):
    """A folder with two documents and their copies."""
    from tests.conftest import docgen_in

    folder = tmp_path_factory.mktemp("kopieen")
    done = docgen_in(folder)("render", SAMPLE, *SMALL, "--out", "uit", "--pdf", "--odt")
    assert done.code == 0, done.err
    return folder / "uit"


@pytest.fixture
def made(first, tmp_path):
    """A copy of that folder, to work in."""
    subprocess.run(["cp", "-a", first, tmp_path / "uit"], check=True)
    return tmp_path / "uit"


def stands(run):
    """What a command said of each file."""
    return {Path(path).name: state for state, path in re.findall(r"^(\S[\S ]*?) +(\S+)$", run.out, re.MULTILINE)}


def test_they_stand_beside_the_word_file_under_its_name(made):
    names = sorted(path.name for path in made.iterdir() if path.is_file())
    stems = ("overeenkomst-wijkkracht-spoordijk", "raadsbesluit-wijkkracht-spoordijk")
    assert names == [f"{stem}{suffix}" for stem in stems for suffix in (".docx", ".odt", ".pdf")]


def test_a_second_time_nothing_is_made(made, docgen):
    before = {path: path.stat().st_mtime_ns for path in made.iterdir()}
    assert set(stands(docgen("render", SAMPLE, *SMALL, "--out", "uit", "--pdf", "--odt")).values()) == {"ongewijzigd"}
    assert set(stands(docgen("render", SAMPLE, *SMALL, "--out", "uit")).values()) == {"ongewijzigd"}
    assert {path: path.stat().st_mtime_ns for path in made.iterdir() if path.is_file()}.items() <= before.items()


def test_the_table_of_contents_names_the_pages_in_word_and_in_the_pdf(made, office):
    shown = office.text(made / "overeenkomst-wijkkracht-spoordijk.pdf")
    pages = shown.split("\f")
    named = dict(re.findall(r"^(Artikel \d+) .*?\.{4,}(\d+)$", shown, re.MULTILINE))
    assert len(named) == 27
    for article, number in named.items():
        assert re.search(rf"^ *{article}\s", pages[int(number) - 1], re.MULTILINE), (article, number)
    stored = re.sub(
        r"<[^>]+>",
        "",
        parts_of((made / "overeenkomst-wijkkracht-spoordijk.docx").read_bytes())["word/document.xml"]
        .decode()
        .replace("<w:tab/>", "|"),
    )
    assert f"Artikel 27|Slotbepalingen|{named['Artikel 27']}" in stored


def test_the_text_of_word_pdf_and_odt_is_the_same_word_by_word(made, office):
    for word in made.glob("*.docx"):
        words = Counter(re.findall(r"[\w.€]+", text_of(word.read_bytes())))
        for copy in (word.with_suffix(".pdf"), office.pdf(word.with_suffix(".odt"))[0]):
            page = re.sub(r"[\s\u00ad-]", "", office.text(copy, "-raw"))
            assert [one for one, count in words.items() if page.count(one) < count] == [], copy.name


def test_a_word_file_that_was_edited_gives_a_pdf_of_what_stands_there(made, docgen, office):
    from docx import Document

    path = made / "raadsbesluit-wijkkracht-spoordijk.docx"
    document = Document(path)
    document.add_paragraph("Met de hand toegevoegd")
    document.save(path)
    found = stands(docgen("render", SAMPLE, *SMALL, "--out", "uit", "--pdf"))
    assert found[path.name] == "bewerkt, verder actueel" and found[path.with_suffix(".pdf").name] == "vernieuwd"
    assert "Met de hand toegevoegd" in office.text(path.with_suffix(".pdf"))


def test_a_pdf_that_was_signed_is_never_lost(made, docgen):
    signed = made / "raadsbesluit-wijkkracht-spoordijk.pdf"
    signed.write_bytes(data := signed.read_bytes() + b"\n% handtekening\n")
    assert stands(docgen("render", SAMPLE, *SMALL, "--out", "uit", "--pdf"))[signed.name] == "bewerkt, verder actueel"
    changed = made.parent / "anders.yaml"
    changed.write_text(
        SAMPLE.read_text(encoding="utf-8").replace("Wijkkracht Spoordijk", "Wijkkracht Spoorzicht"), encoding="utf-8"
    )
    run = docgen("render", changed, *SMALL, "--out", "uit", "--pdf")
    assert run.code == 1 and signed.read_bytes() == data
    assert f"{signed.name} is veranderd nadat docgen het maakte, en nu ouder dan het Word-document" in run.err
    assert stands(run)["raadsbesluit-wijkkracht-spoordijk.docx"] == "vernieuwd"
    assert docgen("render", changed, *SMALL, "--out", "uit", "--pdf", "--overwrite").code == 0
    assert pdf.is_untouched(signed.read_bytes())


def test_a_file_of_somebody_else_is_never_written_over(made, docgen):
    for name, data in (("x.pdf", b"%PDF-1.4 van een ander"), ("x.odt", b"van een ander")):
        path = made / f"raadsbesluit-wijkkracht-spoordijk{name[1:]}"
        path.write_bytes(data)
        run = docgen("render", SAMPLE, *SMALL, "--out", "uit", "--pdf", "--odt")
        assert run.code == 2 and f"{path.name} is niet door docgen gemaakt" in run.err and path.read_bytes() == data


def test_a_link_in_the_place_of_a_copy_is_not_followed(made, docgen, tmp_path):
    (elsewhere := tmp_path / "elders.pdf").write_bytes(b"van een ander")
    path = made / "raadsbesluit-wijkkracht-spoordijk.pdf"
    path.unlink()
    path.symlink_to(elsewhere)
    run = docgen("render", SAMPLE, *SMALL, "--out", "uit", "--pdf")
    assert run.code == 2 and "een snelkoppeling" in run.err and elsewhere.read_bytes() == b"van een ander"


def test_an_odt_that_is_open_is_not_replaced(made, docgen):
    name = "raadsbesluit-wijkkracht-spoordijk.odt"
    word = made / "raadsbesluit-wijkkracht-spoordijk.docx"
    (made / f".~lock.{name}#").touch()
    before = (made / name).read_bytes()
    word.unlink()
    changed = made.parent / "anders.yaml"
    changed.write_text(
        SAMPLE.read_text(encoding="utf-8").replace("Wijkkracht Spoordijk", "Wijkkracht Spoorzicht"), encoding="utf-8"
    )
    run = docgen("render", changed, "-d", "raadsbesluit", "--out", "uit", "--odt")
    assert (
        run.code == 2 and f"{name} is nog geopend" in run.err and (made / name).read_bytes() == before and word.exists()
    )


def test_without_libreoffice_nothing_is_made_and_one_sentence_says_why(tmp_path, docgen):
    env = {"DOCGEN_SOFFICE": str(tmp_path / "weg")}
    run = docgen("render", SAMPLE, *SMALL, "--out", "uit", "--pdf", env=env)
    assert run.code == 2 and "DOCGEN_SOFFICE wijst naar" in run.err and not (tmp_path / "uit").exists()
    assert docgen("render", SAMPLE, *SMALL, "--out", "uit", env=env).code == 0


def test_status_knows_them(made, docgen):
    assert docgen("status", "uit").code == 0
    (made / "raadsbesluit-wijkkracht-spoordijk.odt").unlink()
    signed = made / "overeenkomst-wijkkracht-spoordijk.pdf"
    signed.write_bytes(signed.read_bytes() + b"\n% handtekening\n")
    (made / "overeenkomst-wijkkracht-spoordijk.docx").write_bytes(
        (made / "raadsbesluit-wijkkracht-spoordijk.docx").read_bytes()
    )
    run = docgen("status", "uit")
    assert run.code == 1
    for line in (
        r"niet gemaakt +raadsbesluit-wijkkracht-spoordijk\.odt",
        r"bewerkt +overeenkomst-wijkkracht-spoordijk\.pdf",
        r"verouderd +overeenkomst-wijkkracht-spoordijk\.odt  \(het Word-document is veranderd\)",
    ):
        assert re.search(line, run.out), (line, run.out)


def test_of_a_level_of_pdf_a_that_is_asked_for(made, docgen):
    assert docgen("render", SAMPLE, "-d", "raadsbesluit", "--out", "uit", "--pdfa", "1a").code == 0
    with pikepdf.open(made / "raadsbesluit-wijkkracht-spoordijk.pdf") as opened:
        assert b"<pdfaid:part>1</pdfaid:part>" in opened.Root.Metadata.read_bytes()
    assert docgen("render", SAMPLE, "-d", "raadsbesluit", "--out", "uit", "--pdfa", "4").code == 2


def test_a_batch_makes_them_too_and_makes_none_twice(tmp_path, docgen):
    order = (
        "batch",
        SAMPLE,
        "--per",
        "partij",
        "-d",
        "overeenkomst",
        "--out",
        "uit",
        "--pdf",
        "--odt",
        "--workers",
        "2",
    )
    run = docgen(*order)
    assert run.code == 0 and "PDF: 7 gemaakt" in run.out and "ODT: 7 gemaakt" in run.out, run.err
    assert docgen("status", "uit").out.strip() == "21 actueel"
    told = json.loads((tmp_path / "uit" / "verslag.json").read_text(encoding="utf-8"))["kopieën"]
    assert len(told) == 14 and {row["stand"] for row in told} == {"gemaakt"}
    sheet = load_workbook(tmp_path / "uit" / "verslag.xlsx")["PDF en ODT"]
    assert [cell.value for cell in sheet[1]] == ["bestand", "stand", "waarom"] and sheet.max_row == 15
    again = docgen(*order)
    assert "7 ongewijzigd (van 7 documenten)" in again.out and "PDF: 7 ongewijzigd" in again.out
    for path in (tmp_path / "uit").glob("*.odt"):
        assert odt.is_untouched(path.read_bytes())


def test_who_calls_from_python_gets_them_too(office, tmp_path):
    plan = run(Order((str(SAMPLE),), ("raadsbesluit",), str(tmp_path), copies=("odt",)))
    assert [(copy.path.suffix, copy.outcome) for copy in plan.copies] == [(".odt", "gemaakt")]


def test_in_a_batch_one_that_cannot_be_converted_fails_alone_and_stands_in_the_report(tmp_path, docgen):
    order = ("batch", SAMPLE, "--per", "partij", "-d", "jaarplan", "--out", "uit", "--odt")
    assert docgen(*order[:-1]).code == 0
    first = sorted((tmp_path / "uit").glob("*.docx"))[0]
    (first.with_suffix(".odt")).write_bytes(b"van een ander")
    done = docgen(*order)
    assert done.code == 1 and f"{first.stem}.odt is niet door docgen gemaakt" in done.err
    told = json.loads((tmp_path / "uit" / "verslag.json").read_text(encoding="utf-8"))["kopieën"]
    failed = [row for row in told if row["stand"] != "gemaakt"]
    assert [(row["bestand"], row["stand"]) for row in failed] == [(f"{first.stem}.odt", "niet gemaakt")] and len(
        told
    ) > 2
