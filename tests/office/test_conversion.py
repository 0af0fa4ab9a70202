"""Documents converted by a real LibreOffice, which is also killed, kept waiting and given what it cannot read."""

from __future__ import annotations

import sys
import tempfile

import pytest

from docgen.documents.production import render
from docgen.office import odt
from docgen.office.conversion import Conversion
from docgen.office.program import OfficeError, Program, find_program

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def program(office):
    return find_program()


@pytest.fixture(scope="module")
def decision(sample, tmp_path_factory):
    path = tmp_path_factory.mktemp("besluit") / "besluit.docx"
    path.write_bytes(render(sample, "raadsbesluit"))
    return path


def stand_in(folder, script):
    """A program in the place of LibreOffice that does this."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport sys, time, os\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return Program(path, "0")


def test_each_document_is_converted_and_nothing_stays_behind(program, decision):
    with Conversion(program) as conversion:
        (done,) = conversion.convert([decision], odt.TARGET)
        folder = conversion.folder
    assert done.data.startswith(b"PK") and done.source.data == decision.read_bytes()
    assert not folder.exists()


def test_one_that_is_no_document_fails_alone(program, decision, tmp_path):
    (broken := tmp_path / "kapot.docx").write_bytes(b"PK niets")
    with Conversion(program) as conversion:
        done = {one.document: one for one in conversion.convert([broken, tmp_path / "weg.docx", decision], odt.TARGET)}
    assert "beschadigd" in done[broken].fault and "bestaat niet" in done[tmp_path / "weg.docx"].fault
    assert done[decision].data and not done[decision].fault


def test_what_libreoffice_makes_nothing_of_has_a_second_chance_and_then_fails(decision, tmp_path):
    tries = tmp_path / "pogingen"
    lazy = stand_in(tmp_path, f"open({str(tries)!r}, 'a').write('x')")
    with Conversion(lazy) as conversion:
        (done,) = conversion.convert([decision], odt.TARGET)
    assert tries.read_text() == "xx"
    assert done.fault == "omzetten naar ODT lukt LibreOffice niet, ook niet bij een tweede poging"


def test_after_a_crash_the_others_are_converted_all_the_same(program, decision, tmp_path):
    """The stand-in dies at its first document the first time, and is LibreOffice itself from then on."""
    mark = tmp_path / "viel-om"
    script = f"""
if not os.path.exists({str(mark)!r}):
    open({str(mark)!r}, "w").close()
    os.kill(os.getpid(), 9)
os.execv({str(program.path)!r}, [{str(program.path)!r}, *sys.argv[1:]])"""
    copies = []
    for name in "abc":
        (copy := tmp_path / f"{name}.docx").write_bytes(decision.read_bytes())
        copies.append(copy)
    with Conversion(stand_in(tmp_path, script)) as conversion:
        done = list(conversion.convert(copies, odt.TARGET))
    assert {one.document for one in done if one.data} == set(copies)


def test_one_that_takes_too_long_is_ended_and_told(decision, tmp_path):
    with Conversion(stand_in(tmp_path, "time.sleep(600)"), seconds=0.5) as conversion:
        (done,) = conversion.convert([decision], odt.TARGET)
    assert done.fault == "omzetten naar ODT duurt te lang"


def test_what_was_half_written_when_it_was_ended_is_never_used(decision, tmp_path):
    script = "out = sys.argv[sys.argv.index('--outdir') + 1]\nopen(out + '/0.odt', 'w').write('half')\ntime.sleep(600)"
    with Conversion(stand_in(tmp_path, script), seconds=0.5) as conversion:
        (done,) = conversion.convert([decision], odt.TARGET)
    assert not done.data and done.fault


def test_a_program_that_does_not_start_is_told(decision, tmp_path):
    with (
        Conversion(Program(tmp_path / "weg", "0")) as conversion,
        pytest.raises(OfficeError, match="LibreOffice hield op"),
    ):
        list(conversion.convert([decision], odt.TARGET))


def test_it_reads_a_copy_so_that_no_document_is_locked(program, decision):
    with Conversion(program) as conversion:
        list(conversion.convert([decision], odt.TARGET))
    assert [path.name for path in decision.parent.iterdir()] == ["besluit.docx"]


def test_two_at_a_time_do_not_meet(program, decision):
    with Conversion(program) as one, Conversion(program) as other:
        for conversion in (one, other):
            assert next(iter(conversion.convert([decision], odt.TARGET))).data
    assert one.folder != other.folder


def test_without_a_folder_for_temporary_files_it_says_what_to_do(program, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/dev/full")
    with pytest.raises(
        OfficeError, match="in geen map voor tijdelijke bestanden kan geschreven worden; maak ruimte, of"
    ):
        Conversion(program)


def test_when_its_folder_fails_it_says_which_and_what_to_do(program, decision):
    with Conversion(program) as conversion:
        (conversion.folder / "in").write_bytes(b"in de weg")
        with pytest.raises(OfficeError, match=r"kan niet verder in \S+docgen-office-\S+: .*; maak ruimte"):
            list(conversion.convert([decision], odt.TARGET))
