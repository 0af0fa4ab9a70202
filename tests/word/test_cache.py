"""Compiled templates are kept for a next time: the same documents, and nobody else can put code there."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.system import store
from docgen.word import cache, inspector
from docgen.word.compiler import compile_template
from tests.conftest import ROOT, SAMPLE
from tests.word_files import document

pytestmark = pytest.mark.slow

DATA = {"naam": "Wijkkracht", "regels": ["een", "twee"]}
EVERY_DOCUMENT = """
import hashlib, sys
from docgen import dossier
from docgen.documents.request import requests_for as jobs_for
from docgen.system.isolation import run_isolated as walled
from docgen.documents.production import make_document as made; from docgen.documents.templates import template_for as template_of
sample = dossier.load(sys.argv[1])
for job in jobs_for(sample, ()):
    print(job.title, hashlib.sha256(made(sample, job, template_of(job.kind, sample.library, None)).data).hexdigest())
print(*sorted({"docxtpl", "docx", "lxml"} & set(sys.modules)))
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(store.SWITCH, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "brief.docx"
    path.write_bytes(document("Aan {{ naam }}", "{%p for regel in regels %}", "{{ regel }}", "{%p endfor %}"))
    return path


@pytest.fixture
def wanted(template):
    return compile_template(template).render(DATA)


def entry_in(folder: Path) -> Path:
    [entry] = [path for path in folder.iterdir() if path.name != store.KEY]
    return entry


def made(template: Path) -> bytes:
    return cache.load_or_compile(template).render(DATA)


def run(code: str, *args: str, cache_in: str) -> str:
    environment = {**os.environ, store.SWITCH: cache_in}
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


# ------------------------------------------------------------------------------------------------ the same documents


def test_every_shipped_template_makes_the_same_bytes_with_and_without_a_cache(tmp_path):
    without = run(EVERY_DOCUMENT, str(SAMPLE), cache_in="0").splitlines()
    first = run(EVERY_DOCUMENT, str(SAMPLE), cache_in=str(tmp_path / "cache")).splitlines()
    again = run(EVERY_DOCUMENT, str(SAMPLE), cache_in=str(tmp_path / "cache")).splitlines()
    assert len(without) > 6
    assert first[:-1] == again[:-1] == without[:-1]
    assert without[-1] == first[-1] == "lxml"
    assert again[-1] == ""


def test_a_template_is_compiled_once_and_then_known(folder, template, wanted):
    assert made(template) == wanted
    entry = entry_in(folder)
    state = entry.stat()
    assert made(template) == wanted
    assert entry_in(folder).stat().st_mtime_ns == state.st_mtime_ns


def test_a_fault_in_a_known_template_still_names_its_place(folder, template):
    from docgen.errors import RenderError

    cache.load_or_compile(template)
    with pytest.raises(
        RenderError, match=r"sjabloon brief\.docx, .*‘Aan \{\{ naam \}\}.*’: ‘naam’ staat niet in de gegevens"
    ):
        cache.load_or_compile(template).render({"regels": []})


def test_what_can_read_wrong_in_a_template_is_kept_with_it_and_told_again(folder, template, monkeypatch):
    told = cache.load_or_compile(template).findings
    assert [one for one in told if "wordt zo voorgelezen" in one]
    monkeypatch.setattr(inspector, "warnings_of", None)  # nobody looks again
    assert cache.load_or_compile(template).findings == told


def test_of_docgens_own_templates_nothing_is_told(folder, template):
    assert cache.load_or_compile(template, is_shipped=True).findings == ()


def test_another_template_house_style_or_name_is_another_entry(folder, template, tmp_path):
    house = ROOT / "templates" / "huisstijl.docx"
    copy = tmp_path / "kopie.docx"
    copy.write_bytes(template.read_bytes())
    cache.load_or_compile(template)
    cache.load_or_compile(template, house)
    cache.load_or_compile(copy)
    template.write_bytes(document("Aan {{ naam }}!"))
    assert "Wijkkracht!" in marked(made(template))
    assert len(list(folder.iterdir())) == 4 + 1


def marked(data: bytes) -> str:
    from docgen.opc import archive

    return archive.read(data)["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("module", "name", "value"), [(cache, "FORMAT", 0), (cache, "__version__", "99"), (cache, "MAGIC_NUMBER", b"1")]
)
def test_what_another_version_kept_is_not_used(folder, template, wanted, monkeypatch, module, name, value):
    made(template)
    monkeypatch.setattr(module, name, value)
    assert made(template) == wanted
    assert len(list(folder.iterdir())) == 2 + 1


@pytest.mark.parametrize("off", ["0", "relatief/pad", "/proc/docgen", "/dev/null/docgen"])
def test_without_a_usable_folder_documents_are_made_all_the_same(template, wanted, monkeypatch, off):
    monkeypatch.setenv(store.SWITCH, off)
    assert made(template) == made(template) == wanted


def test_without_a_home_documents_are_made_all_the_same(template, wanted, monkeypatch):
    for name in (store.SWITCH, "HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nergens")
    assert made(template) == wanted


# -------------------------------------------------------------------------------------------- damaged or planted files


def test_a_damaged_entry_counts_as_not_there(folder, template, wanted):
    made(template)
    entry = entry_in(folder)
    whole = entry.read_bytes()
    for place in range(0, len(whole), 50):
        entry.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert store.load(entry.name) is None
    for place in range(0, len(whole), max(1, len(whole) // 20)):
        entry.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert made(template) == wanted
        assert entry.read_bytes()[: store.SIGNATURE] == whole[: store.SIGNATURE] or store.load(entry.name)


@pytest.mark.parametrize("left", [0, 1, 31, 32, 33, 1000])
def test_a_truncated_entry_counts_as_not_there(folder, template, wanted, left):
    made(template)
    entry = entry_in(folder)
    entry.write_bytes(entry.read_bytes()[:left])
    assert made(template) == wanted


def planted(key: bytes, name: str, mark: Path) -> bytes:
    """An entry of someone else that would leave a mark when it is run."""
    code = compile(f"open({str(mark)!r}, 'w').close()", "x", "exec")
    content = marshal.dumps(
        (
            "x",
            [],
            [("word/document.xml", "", code, False, (False, False, 1), True, None)],
            frozenset(),
            {},
            ([], ()),
            "",
            False,
            [],
            (),
            "",
            [],
            None,
            ({}, "", "", "", "", "", "", 1, 1, {}, ""),
        )
    )
    return hmac.digest(key, name.encode() + b"\0" + content, hashlib.sha256) + content


def test_code_signed_with_another_key_is_never_run(folder, template, wanted, tmp_path):
    made(template)
    entry = entry_in(folder)
    entry.write_bytes(planted(b"k" * 32, entry.name, tmp_path / "gelukt"))
    assert made(template) == wanted
    assert not (tmp_path / "gelukt").exists()


def test_whoever_can_read_the_key_can_do_anything_as_the_docstring_says(folder, template, tmp_path):
    made(template)
    entry = entry_in(folder)
    entry.write_bytes(planted((folder / store.KEY).read_bytes(), entry.name, tmp_path / "gelukt"))
    with contextlib.suppress(Exception):
        made(template)
    assert (tmp_path / "gelukt").exists()


def test_an_entry_under_the_name_of_another_is_not_used(folder, template, wanted, tmp_path):
    made(template)
    entry = entry_in(folder)
    key = (folder / store.KEY).read_bytes()
    entry.write_bytes(planted(key, "andere naam", tmp_path / "gelukt"))
    assert made(template) == wanted
    assert not (tmp_path / "gelukt").exists()


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o777])
def test_a_folder_that_is_open_to_others_is_not_used(folder, template, wanted, mode):
    folder.mkdir()
    folder.chmod(mode)
    assert made(template) == wanted
    assert not list(folder.iterdir())


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_an_entry_that_others_may_write_is_not_used(folder, template, wanted, mode):
    made(template)
    entry = entry_in(folder)
    entry.chmod(mode)
    assert store.load(entry.name) is None
    assert made(template) == wanted
    assert entry.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_key_that_others_may_read_is_replaced(folder, template, wanted, mode):
    made(template)
    (folder / store.KEY).chmod(mode)
    old = (folder / store.KEY).read_bytes()
    assert store.load(entry_in(folder).name) is None
    assert made(template) == wanted
    assert (folder / store.KEY).read_bytes() != old
    assert (folder / store.KEY).stat().st_mode & 0o777 == 0o600


def test_a_link_is_not_followed(folder, template, wanted, tmp_path):
    made(template)
    entry = entry_in(folder)
    aside = entry.rename(tmp_path / "elders")
    entry.symlink_to(aside)
    assert store.load(entry.name) is None
    assert made(template) == wanted
    assert not entry.is_symlink()
    folder.rename(tmp_path / "echt")
    folder.symlink_to(tmp_path / "echt")
    assert store.load(entry.name) is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("which", ["folder", "entry", "key"])
def test_what_belongs_to_another_is_not_used(folder, template, wanted, which):
    made(template)
    entry = entry_in(folder)
    os.chown({"folder": folder, "entry": entry, "key": folder / store.KEY}[which], 12345, 12345)
    assert store.load(entry.name) is None
    assert made(template) == wanted


def test_a_pipe_in_the_place_of_an_entry_does_not_make_anyone_wait(folder, template, wanted):
    made(template)
    entry = entry_in(folder)
    entry.unlink()
    os.mkfifo(entry, 0o600)
    assert made(template) == wanted


# ------------------------------------------------------------------------------------------------------ keeping house


def test_folder_and_files_are_of_this_user_alone(folder, template):
    made(template)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_processes_at_the_same_time_make_the_same_document(folder, template, wanted):
    code = (
        "import sys, hashlib; from pathlib import Path; from docgen.word import cache\n"
        f"print(hashlib.sha256(cache.load_or_compile(Path(sys.argv[1])).render({DATA!r})).hexdigest())"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(template)], stdout=subprocess.PIPE, cwd=ROOT)
        for _ in range(4)
    ]
    assert {process.communicate()[0].decode().strip() for process in processes} == {hashlib.sha256(wanted).hexdigest()}
    assert {path.name for path in folder.iterdir()} == {store.KEY, entry_in(folder).name}
