"""Files are written whole, never over an edit, and only where they should be."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document

from docgen.documents import overwrite_guard
from docgen.errors import OutputError
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.limits import write_dossier_at_the_limits
from tests.word_files import parts_of, zipped

pytestmark = pytest.mark.slow

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


def test_a_document_that_was_edited_is_never_overwritten(made, render):
    edited = edit(made)
    done = render()
    assert (done.code, made.read_bytes()) == (2, edited)
    assert "is veranderd nadat docgen het maakte" in done.err and "--overwrite" in done.err


@pytest.mark.parametrize("part", ["word/document.xml", "docProps/custom.xml", "docProps/core.xml", "word/styles.xml"])
def test_the_smallest_change_in_any_part_counts_as_an_edit(part, made, render):
    parts = parts_of(made.read_bytes())
    parts[part] = parts[part].replace(b"</", b" </", 1)
    made.write_bytes(zipped(parts))
    assert render().code == 2


def test_overwrite_replaces_an_edited_document(made, render):
    edited = edit(made)
    assert render("--overwrite").code == 0
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


def test_when_one_document_cannot_be_written_none_is(docgen, tmp_path):
    folder = tmp_path / "uit"
    folder.mkdir()
    (folder / "raadsvoorstel-valpreventie.docx").write_text("bezet", encoding="utf-8")
    assert docgen("render", DOSSIERS / "twee-partijen.yaml", "--out", folder).code == 2
    assert [path.name for path in folder.iterdir()] == ["raadsvoorstel-valpreventie.docx"]


def test_the_custom_properties_say_what_it_was_made_of(made):
    from docgen.word.properties import is_untouched, read_from

    found = read_from(parts_of(made.read_bytes()))
    assert set(found) == {"inhoud", "soort", "dossier", "sjabloon", "versie"} and found["soort"] == "raadsbesluit"
    assert all(len(found[name]) == 64 for name in ("inhoud", "dossier", "sjabloon"))
    assert is_untouched(parts_of(made.read_bytes()))


def test_a_draft_never_takes_the_place_of_a_final_document(made, render, tmp_path):
    assert render("--draft").code == 0
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {NAME, "raadsbesluit-klein-concept.docx"}


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


@pytest.mark.parametrize("place", ["/proc/uit", "/dev/full/uit", "/dev/null"])
def test_an_impossible_folder_is_refused_in_one_dutch_line(docgen, place):
    done = docgen("render", SMALL, "-d", "raadsbesluit", "--out", place)
    said = [line for line in done.err.splitlines() if line.startswith("docgen: ")]
    assert done.code == 2 and len(said) == 1 and said[0] == done.err.splitlines()[-1]


def test_a_file_in_the_place_of_the_folder_is_refused(docgen, tmp_path):
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    done = docgen("render", SMALL, "-d", "raadsbesluit", "--out", tmp_path / "bestand")
    assert done.code == 2 and "map" in done.err


def test_a_full_disk_leaves_nothing_behind(tmp_path):
    folder = tmp_path / "uit"
    code = (
        "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))\n"
        f"sys.argv = ['docgen', 'render', {str(SAMPLE)!r}, '--out', {str(folder)!r}]\n"
        "from docgen.cli.app import run\nrun()"
    )
    # -B: Python itself would leave half a module behind
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "het bestand wordt te groot" in done.stderr and "Traceback" not in done.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.faults
def test_a_killed_run_leaves_only_whole_documents(tmp_path):
    folder = tmp_path / "uit"
    command = [
        sys.executable,
        "-c",
        "from docgen.cli.app import run; run()",
        "render",
        str(SAMPLE),
        "--out",
        str(folder),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    whole = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    caught_at = set()
    for moment in range(12):
        for path in folder.iterdir():
            path.unlink()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for_files(folder, moment % 9, process)
        process.kill()
        process.wait()
        there = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
        assert all(whole[name] == data for name, data in there.items())
        caught_at.add(len(there))
    assert caught_at - {0, len(whole)}, caught_at
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert {path.name: path.read_bytes() for path in folder.glob("*.docx")} == whole


def wait_for_files(folder: Path, documents: int, process: subprocess.Popen) -> None:
    """Wait until the process writes, and so many of its documents are there; or until it is done."""
    while process.poll() is None:
        there = list(folder.iterdir())
        if there and sum(path.suffix == ".docx" for path in there) >= documents:
            return
        time.sleep(0.001)


@pytest.mark.faults
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_says_so_and_leaves_nothing_half(number, code, tmp_path):
    write_dossier_at_the_limits(tmp_path / "groot.yaml")
    folder = tmp_path / "uit"
    command = [
        sys.executable,
        "-c",
        "from docgen.cli import run; run()",
        "render",
        str(tmp_path / "groot.yaml"),
        "--out",
        str(folder),
    ]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and "_yaml" not in Path(f"/proc/{process.pid}/maps").read_text("utf-8"):
        time.sleep(0.005)  # until it begins to read the dossier
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    said = [line for line in err.splitlines() if line.startswith("docgen: ")]
    assert process.returncode == code and "Traceback" not in err and len(said) == 1
    assert not folder.exists() or not list(folder.iterdir())


def test_the_bytes_are_the_same_whatever_the_surroundings(docgen, tmp_path):
    seen = set()
    for i, env in enumerate(
        [
            {"TZ": "Asia/Tokyo", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "0"},
            {"LANG": "tr_TR.UTF-8", "HOME": ""},
        ]
    ):
        folder = tmp_path / f"é {i}"
        folder.mkdir()
        assert docgen("render", SAMPLE, "--out", folder, cwd=folder, env=env).code == 0
        seen.add(tuple((path.name, path.read_bytes()) for path in sorted(folder.iterdir())))
    assert len(seen) == 1


def test_inputs_keep_their_bytes_and_time(docgen, tmp_path):
    watched = [SAMPLE, *sorted((ROOT / "templates").iterdir())]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in watched]
    assert docgen("render", SAMPLE, "--out", tmp_path / "uit").code == 0
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in watched] == before


def test_a_template_is_never_written_over(docgen, tmp_path):
    library = tmp_path / "bieb"
    (library / "templates").mkdir(parents=True)
    template = library / "templates" / "raadsbesluit-klein.docx"
    template.write_bytes((ROOT / "templates" / "raadsbesluit.docx").read_bytes())
    done = docgen(
        "render", SMALL, "-d", "raadsbesluit", "--out", library / "templates", "--overwrite", "--house-style", template
    )
    assert done.code == 2 and "waaruit docgen leest" in done.err
    assert template.read_bytes() == (ROOT / "templates" / "raadsbesluit.docx").read_bytes()


def test_an_output_that_is_a_broken_zip_is_not_ours(tmp_path):
    path = tmp_path / "a.docx"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("docProps/custom.xml", "<x/>")
    path.write_bytes(stream.getvalue()[:-5])
    with pytest.raises(OutputError):
        overwrite_guard.plan_write(path, b"nieuw")
