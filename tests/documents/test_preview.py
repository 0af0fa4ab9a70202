"""`docgen preview`: pages to look at, and no Word file left."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time

import pikepdf
import pytest

from tests.conftest import ROOT, SAMPLE

pytestmark = pytest.mark.office
ONE = ("-d", "raadsbesluit")
PAGE = "raadsbesluit-wijkkracht-spoordijk-01.png"


def test_each_page_becomes_a_picture_and_a_second_time_nothing_is_drawn(office, tmp_path, docgen):
    assert "1 bladzijde, getekend" in docgen("preview", SAMPLE, *ONE).out
    assert [path.name for path in (tmp_path / "voorbeeld").iterdir()] == [PAGE]
    assert "1 bladzijde, ongewijzigd" in docgen("preview", SAMPLE, *ONE).out


def test_pages_of_before_that_are_no_more_there_go(office, tmp_path, docgen):
    docgen("preview", SAMPLE, *ONE)
    left = tmp_path / "voorbeeld" / PAGE.replace("01", "02")
    left.write_bytes((tmp_path / "voorbeeld" / PAGE).read_bytes())
    docgen("preview", SAMPLE, *ONE)
    assert not left.exists()


def test_a_picture_of_somebody_else_is_never_lost(office, tmp_path, docgen):
    (folder := tmp_path / "voorbeeld").mkdir()
    other, extra = folder / PAGE, folder / PAGE.replace("01", "07")
    for path in (other, extra):
        path.write_bytes(b"\x89PNG van een ander")
    run = docgen("preview", SAMPLE, *ONE)
    assert run.code == 2 and f"{PAGE} is niet door docgen gemaakt" in run.err
    assert other.read_bytes() == extra.read_bytes() == b"\x89PNG van een ander"


def test_a_dossier_with_faults_is_shown_as_a_draft(office, tmp_path, docgen):
    broken = tmp_path / "dossier.yaml"
    broken.write_text(
        SAMPLE.read_text(encoding="utf-8").replace("peildatum: 2027-03-15", "peildatum: morgen"), encoding="utf-8"
    )
    run = docgen("preview", broken, *ONE, "--pdf")
    assert run.code == 0 and "u ziet het concept" in run.err
    from tests.conftest import Office

    assert "CONCEPT" in Office(tmp_path).text(tmp_path / "voorbeeld" / "voorbeeld.pdf")


def test_one_pdf_holds_all_documents_and_claims_no_more_than_it_is(office, tmp_path, docgen):
    assert docgen("preview", SAMPLE, *ONE, "-d", "jaarplan", "--pdf").code == 0
    data = (tmp_path / "voorbeeld" / "voorbeeld.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert len(opened.pages) > 3 and b"pdfuaid:part" not in opened.Root.Metadata.read_bytes()
    assert docgen("preview", SAMPLE, *ONE, "-d", "jaarplan", "--pdf").code == 0
    assert (tmp_path / "voorbeeld" / "voorbeeld.pdf").read_bytes() == data
    (tmp_path / "voorbeeld" / "voorbeeld.pdf").write_bytes(b"%PDF van een ander")
    assert docgen("preview", SAMPLE, *ONE, "--pdf").code == 2


def test_without_libreoffice_one_sentence_says_how_to_get_it(tmp_path, docgen):
    run = docgen("preview", SAMPLE, *ONE, env={"DOCGEN_SOFFICE": str(tmp_path / "weg")})
    assert run.code == 2 and "DOCGEN_SOFFICE wijst naar" in run.err and not (tmp_path / "voorbeeld").exists()


@pytest.mark.faults
def test_at_each_save_the_pages_that_changed_are_drawn_and_named(office, tmp_path):
    dossier = tmp_path / "dossier.yaml"
    text = SAMPLE.read_text(encoding="utf-8")
    dossier.write_text(text, encoding="utf-8")
    told = tmp_path / "gezegd"
    with told.open("w") as out:
        running = subprocess.Popen(
            [sys.executable, "-m", "docgen", "preview", dossier, *ONE, "--watch"], stdout=out, stderr=out, cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
    try:
        until(lambda: "getekend" in told.read_text(encoding="utf-8"))
        first = (tmp_path / "voorbeeld" / PAGE).read_bytes()
        time.sleep(0.5)  # the watcher begins after the first look
        dossier.write_text(text.replace("Z-2027-004512", "Z-2027-999999"), encoding="utf-8")
        until(lambda: (tmp_path / "voorbeeld" / PAGE).read_bytes() != first)
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(timeout=30)


def test_nothing_stays_behind_when_it_is_killed_half_way(office, tmp_path):
    (temporary := tmp_path / "tijdelijk").mkdir()
    started = subprocess.Popen(
        [sys.executable, "-m", "docgen", "preview", str(SAMPLE)],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}, start_new_session=True,
    )  # fmt: skip
    until(lambda: [*temporary.rglob("in/0.docx")])
    started.kill()
    started.wait()
    until(lambda: not [*temporary.glob("docgen-*")])
    assert [path.name for path in (tmp_path / "voorbeeld").iterdir()] == []


def until(condition, seconds=60):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)
