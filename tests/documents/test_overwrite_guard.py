"""Files are written whole, never over an edit, and only where they should be."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from docgen.documents import overwrite_guard
from docgen.errors import OutputError
from docgen.system import files
from tests.conftest import DOSSIERS, SAMPLE
from tests.word_files import parts_of, zipped

SMALL = DOSSIERS / "minimaal-raadsbesluit.yaml"
NAME = "raadsbesluit-klein.docx"


@pytest.fixture
def render(docgen, tmp_path):
    def run(*options: object, dossier: Path = SMALL, **how):
        return docgen("render", dossier, "-d", "raadsbesluit", "--out", tmp_path / "uit", *options, **how)

    return run


@pytest.fixture
def made(render, tmp_path) -> Path:
    assert render().code == 0
    return tmp_path / "uit" / NAME


def edit(path: Path) -> bytes:
    """Do what a clerk does in Word: open, change a word, save."""
    document = Document(path)
    document.paragraphs[0].add_run(" (met de hand aangepast)")
    document.save(path)
    return path.read_bytes()


def test_a_document_that_would_be_the_same_is_left_alone(made, render):
    before = made.stat().st_mtime_ns
    assert f"ongewijzigd  {made}" in render().out
    assert made.stat().st_mtime_ns == before


@pytest.mark.parametrize("mark", ["~$adsbesluit-klein.docx", ".~lock.raadsbesluit-klein.docx#"])
def test_a_document_that_is_open_in_word_is_not_replaced(made, render, tmp_path, mark):
    before, changed = made.read_bytes(), tmp_path / "nieuw.yaml"
    changed.write_text(SMALL.read_text("utf-8").replace("De wijkaanpak vast", "De nieuwe aanpak vast"), "utf-8")
    (made.parent / mark).write_bytes(b"")
    assert "ongewijzigd" in render().out  # nothing to replace
    done = render(dossier=changed)
    assert done.code == 2 and "is nog geopend; sluit het document eerst" in done.err and made.read_bytes() == before


def test_an_untouched_document_is_renewed_when_the_dossier_changes(made, render, tmp_path):
    changed = tmp_path / "nieuw.yaml"
    changed.write_text(
        SMALL.read_text(encoding="utf-8").replace("De wijkaanpak vast", "De nieuwe aanpak vast"), encoding="utf-8"
    )
    assert f"vernieuwd    {made}" in render(dossier=changed).out
    assert "De nieuwe aanpak" in "".join(p.text for p in Document(made).paragraphs)


@pytest.fixture
def other(tmp_path) -> Path:
    """The dossier of those documents with another name of the programme."""
    path = tmp_path / "nieuw.yaml"
    path.write_text(SMALL.read_text("utf-8").replace("De wijkaanpak vast", "De nieuwe aanpak vast"), "utf-8")
    return path


def test_a_document_that_was_edited_is_never_overwritten(made, render, other):
    edited = edit(made)
    done = render(dossier=other)
    assert (done.code, made.read_bytes()) == (1, edited)
    assert "is veranderd nadat docgen het maakte, en nu ouder dan het dossier" in done.err and "--overwrite" in done.err


def test_a_document_that_was_edited_is_up_to_date_as_long_as_the_dossier_gives_the_same(made, render, other):
    edited = edit(made)
    done = render()
    assert (done.code, done.err, made.read_bytes()) == (0, render().err, edited)
    assert done.out == f"bewerkt, verder actueel {made}\n"
    note = SMALL.read_text("utf-8").replace("dossier:\n", "# een opmerking voor collega's\ndossier:\n", 1)
    other.write_text(note, "utf-8")
    assert render(dossier=other).code == 0, "what is no part of the document changes nothing"


def test_a_document_that_was_edited_holds_back_no_other(docgen, tmp_path):
    dossier = tmp_path / "d.yaml"
    dossier.write_bytes(SAMPLE.read_bytes())
    command = ("render", dossier, "-d", "jaarplan", "-d", "raadsvoorstel", "--out", tmp_path / "uit")
    assert docgen(*command).code == 0
    plan, decision = (tmp_path / "uit" / f"{name}-wijkkracht-spoordijk.docx" for name in ("jaarplan", "raadsvoorstel"))
    edited = edit(plan)
    dossier.write_text(dossier.read_text("utf-8").replace("naam: Wijkkracht Spoordijk", "naam: Stadskracht"), "utf-8")
    done = docgen(*command)
    assert (done.code, plan.read_bytes()) == (1, edited)
    assert done.out == f"vernieuwd    {decision}\n"
    assert f"docgen: {plan} is veranderd nadat docgen het maakte, en nu ouder" in done.err
    assert "de andere documenten zijn bijgewerkt" in done.err
    assert docgen(*command, "--overwrite").code == 0 and plan.read_bytes() != edited


def test_a_file_in_the_way_holds_back_no_other_and_is_no_matter_of_the_dossier(docgen, tmp_path):
    (tmp_path / "jaarplan-wijkkracht-spoordijk.docx").write_text("van iemand anders", "utf-8")
    done = docgen("render", SAMPLE, "-d", "jaarplan", "-d", "raadsvoorstel", "--out", tmp_path)
    assert (
        done.code == 2
        and "is niet door docgen gemaakt" in done.err
        and "de andere documenten zijn wel gemaakt" in done.err
    )
    assert (tmp_path / "raadsvoorstel-wijkkracht-spoordijk.docx").exists()


@pytest.mark.parametrize("part", ["word/document.xml", "docProps/custom.xml", "docProps/core.xml", "word/styles.xml"])
def test_the_smallest_change_in_any_part_counts_as_an_edit(part, made, render, other):
    parts = parts_of(made.read_bytes())
    parts[part] = parts[part].replace(b"</", b" </", 1)
    made.write_bytes(zipped(parts))
    assert render().out.startswith("bewerkt, verder actueel")
    assert render(dossier=other).code == 1


def test_overwrite_replaces_an_edited_document(made, render):
    edited = edit(made)
    assert render("--overwrite").out == f"vernieuwd    {made}\n"
    assert made.read_bytes() != edited


def test_a_file_of_someone_else_with_the_same_name_is_left_alone(render, tmp_path):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / NAME).write_text("mijn eigen tekst", encoding="utf-8")
    assert render().code == 2
    assert (tmp_path / "uit" / NAME).read_text(encoding="utf-8") == "mijn eigen tekst"


def test_a_symbolic_link_in_the_way_is_refused_and_its_target_unchanged(render, tmp_path):
    target = tmp_path / "kanarie.txt"
    target.write_text("blijf af", encoding="utf-8")
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / NAME).symlink_to(target)
    for options in ((), ("--overwrite",)):
        assert "snelkoppeling" in render(*options).err
    assert target.read_text(encoding="utf-8") == "blijf af"


def test_the_custom_properties_say_what_it_was_made_of(made):
    from docgen.word.properties import is_untouched, read_from

    found = read_from(parts_of(made.read_bytes()))
    assert (
        set(found) == {"inhoud", "origineel", "soort", "dossier", "sjabloon", "versie"}
        and found["soort"] == "raadsbesluit"
    )
    assert all(len(found[name]) == 64 for name in ("inhoud", "origineel", "dossier", "sjabloon"))
    assert is_untouched(parts_of(made.read_bytes()))


def test_a_draft_never_takes_the_place_of_a_final_document(made, render, tmp_path):
    assert render("--draft").code == 0
    assert {path.name for path in (tmp_path / "uit").glob("*.docx")} == {NAME, "raadsbesluit-klein-concept.docx"}


def test_a_document_of_another_kind_with_the_same_name_is_not_replaced(docgen, tmp_path):
    dossier = tmp_path / "klein.yaml"
    dossier.write_text(
        (DOSSIERS / "minimaal-overdracht.yaml").read_text("utf-8").replace("coordinator", "concept"), "utf-8"
    )
    command = ("render", dossier, "-d", "overdracht", "--out", tmp_path / "uit")
    path = tmp_path / "uit" / "overdracht-klein-concept.docx"
    assert docgen(*command, "--draft").code == 0
    draft = path.read_bytes()
    done = docgen(*command, "--role", "concept")
    assert done.code == 2 and path.read_bytes() == draft
    assert "is een ander document (overdracht:medewerker, niet overdracht:medewerker@concept)" in done.err
    assert docgen(*command, "--role", "concept", "--overwrite").code == 0 and path.read_bytes() != draft


def test_an_output_that_is_a_broken_zip_is_not_ours(tmp_path):
    path = tmp_path / "a.docx"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("docProps/custom.xml", "<x/>")
    path.write_bytes(stream.getvalue()[:-5])
    with pytest.raises(OutputError):
        overwrite_guard.plan_write(path, b"nieuw")


def test_where_nothing_stands_something_is_made_and_the_same_is_left(tmp_path):
    assert overwrite_guard.plan_write(tmp_path / "a.docx", b"x") == "gemaakt"
    (tmp_path / "a.docx").write_bytes(b"x")
    assert overwrite_guard.plan_write(tmp_path / "a.docx", b"x") == "ongewijzigd"


def test_a_file_is_as_made_only_with_the_sha_it_was_made_with(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"x")
    assert overwrite_guard.is_as_made(tmp_path / "a.docx", files.digest(b"x"))
    assert not overwrite_guard.is_as_made(tmp_path / "a.docx", files.digest(b"y"))
    assert not overwrite_guard.is_as_made(tmp_path / "a.docx", "")
    assert not overwrite_guard.is_as_made(tmp_path / "weg.docx", files.digest(b"x"))
