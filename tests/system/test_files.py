"""Files are read with care and written whole, and what the system refuses is said in Dutch."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from docgen.errors import DiskFull, OutputError, SourceError
from docgen.system import files


def test_the_mode_of_a_file_follows_the_umask(tmp_path):
    old = os.umask(0o027)
    try:
        files.write(tmp_path / "a.docx", b"x")
    finally:
        os.umask(old)
    assert (tmp_path / "a.docx").stat().st_mode & 0o777 == 0o640


def test_a_write_goes_through_a_temporary_name_fsync_and_rename(tmp_path, monkeypatch):
    """The real calls, in their order, as the operating system is asked for them."""
    seen = []
    real = {"open": os.open, "fsync": os.fsync, "replace": Path.replace}
    monkeypatch.setattr(
        os, "open", lambda p, *a, **k: (seen.append(("open", Path(p).name)), real["open"](p, *a, **k))[1]
    )
    monkeypatch.setattr(os, "fsync", lambda f: (seen.append(("fsync", None)), real["fsync"](f))[1])
    monkeypatch.setattr(Path, "replace", lambda s, t: (seen.append(("rename", Path(t).name)), real["replace"](s, t))[1])
    files.write(tmp_path / "a.docx", b"inhoud")
    assert [step for step, _ in seen] == ["open", "fsync", "rename", "open", "fsync"]
    assert seen[0][1] != "a.docx" and seen[2][1] == "a.docx"


def test_a_file_is_read_up_to_the_limit(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"inhoud")
    assert files.read_bytes(tmp_path / "a.txt", 100, "dossier") == b"inhoud"
    assert files.read_bytes(tmp_path / "a.txt", 2, "dossier") == b"in"


def refusal(path):
    with pytest.raises(SourceError) as refused:
        files.read_bytes(path, 100, "dossier")
    return str(refused.value).removeprefix(f"dossier {path} is ")


def test_a_name_that_nearly_is_there_gets_a_suggestion(tmp_path):
    (tmp_path / "dossier.yaml").write_bytes(b"x")
    (tmp_path / "dosier.yml").mkdir()
    missing = "niet te lezen: het bestand bestaat niet; controleer de naam en de map"
    assert refusal(tmp_path / "dosier.yaml") == f"{missing}; bedoel je ‘{tmp_path / 'dossier.yaml'}’?"
    assert refusal(tmp_path / "plan.yaml") == missing
    assert refusal(tmp_path / "weg" / "dossier.yaml") == missing


def test_what_is_no_file_is_not_opened(tmp_path):
    assert refusal(tmp_path) == "een map; geef de naam van een bestand"
    os.mkfifo(tmp_path / "pijp")
    assert refusal(tmp_path / "pijp") == "geen gewoon bestand; geef de naam van een bestand"  # and does not wait
    (tmp_path / "a.txt").write_bytes(b"")
    assert refusal(tmp_path / "a.txt" / "b") == "niet te lezen: een deel van het pad is geen map"
    assert refusal(Path("a\0b")) == "niet te lezen: het besturingssysteem weigert het"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "de schijf is vol"),
        (OSError(errno.EROFS, "x"), "de schijf is alleen-lezen"),
        (OSError(errno.EACCES, "x"), "geen toestemming, of het bestand is in gebruik door een ander programma"),
        (OSError(errno.EEXIST, "x"), "er staat al iets met deze naam"),
        (OSError(errno.EBUSY, "x"), "het bestand is in gebruik door een ander programma"),
        (OSError(errno.EDQUOT, "x"), "de schijfruimte is op"),
        (OSError(errno.ENAMETOOLONG, "x"), "de naam of het pad is te lang; kies een kortere"),
        (OSError(errno.EIO, "x"), "het besturingssysteem weigert het"),
        (ValueError("x"), "het besturingssysteem weigert het"),
    ],
)
def test_a_refusal_of_the_system_is_said_in_dutch(error, words):
    assert files.reason(error) == words


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"oud en langer")
    path.chmod(0o604)
    files.write(path, b"nieuw")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"nieuw", 0o604)
    assert [left.name for left in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_that_cannot_get_its_name_leaves_nothing_behind(tmp_path):
    (tmp_path / "a.docx" / "bezet").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"a\.docx is niet te schrijven: "):
        files.write(tmp_path / "a.docx", b"nieuw")
    with pytest.raises(OutputError, match="is niet te schrijven: de map is er niet meer"):
        files.write(tmp_path / "weg" / "a.docx", b"nieuw")
    assert [left.name for left in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_may_be_made_in_another_folder_before_it_gets_its_name(tmp_path):
    with pytest.raises(OutputError, match="de map is er niet meer"):
        files.write(tmp_path / "a.docx", b"x", through=tmp_path / "weg")
    (tmp_path / "werk").mkdir()
    files.write(tmp_path / "a.docx", b"x", through=tmp_path / "werk")
    assert (tmp_path / "a.docx").read_bytes() == b"x" and not list((tmp_path / "werk").iterdir())


@pytest.fixture
def refuse(monkeypatch):
    """A function that has the system refuse a call so many times with an error; it gives how often it was asked."""

    def of(call: str, number: int, times: float = float("inf"), is_meant=lambda *_given: True) -> list[object]:
        real, asked = getattr(os, call), []

        def refused(*given, **more):
            if is_meant(*given) and len(asked) < times:
                asked.append(given)
                raise OSError(number, os.strerror(number), *given[:1])
            return real(*given, **more)

        monkeypatch.setattr(os, call, refused)
        return asked

    return of


NOT_OFFERED = [errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.ENOSYS, errno.ENOLCK]


@pytest.mark.parametrize("call", ["fsync", "chmod"])
@pytest.mark.parametrize("number", NOT_OFFERED)
def test_a_share_that_knows_no_fsync_or_chmod_gets_the_document_all_the_same(tmp_path, refuse, call, number):
    (tmp_path / "a.docx").write_bytes(b"oud")
    asked = refuse(call, number)
    files.write(tmp_path / "a.docx", b"nieuw")
    assert asked and (tmp_path / "a.docx").read_bytes() == b"nieuw"


def test_a_disk_that_fails_when_it_must_keep_a_document_is_told_of(tmp_path, refuse):
    refuse("fsync", errno.EIO)
    with pytest.raises(OutputError, match="is niet te schrijven: het besturingssysteem weigert het"):
        files.write(tmp_path / "a.docx", b"nieuw")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_a_document_that_is_held_for_a_moment_is_written(tmp_path, refuse, number):
    asked = refuse("replace", number, times=2)
    files.write(tmp_path / "a.docx", b"nieuw")
    assert len(asked) == 2 and [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_who_waited_in_vain_waits_half_as_long_for_the_next_and_as_long_again_after_one_that_was_free(
    tmp_path, refuse, monkeypatch
):
    monkeypatch.setattr(files, "_patience", 0.2)
    monkeypatch.setattr(files, "SECONDS", 0.2)
    asked = refuse("replace", errno.EACCES, is_meant=lambda _from, to: to.name == "in-gebruik.docx")
    tried = []
    for name in ("in-gebruik.docx", "in-gebruik.docx", "vrij.docx", "in-gebruik.docx"):
        asked.clear()
        if name == "vrij.docx":
            files.write(tmp_path / name, b"x")
            continue
        with pytest.raises(OutputError, match="in gebruik door een ander programma"):
            files.write(tmp_path / name, b"x")
        tried.append(len(asked))
    assert tried[1] < tried[0] == tried[2] and [path.name for path in tmp_path.iterdir()] == ["vrij.docx"]


def test_what_cannot_be_taken_away_at_once_is_taken_away_a_moment_later(tmp_path, refuse):
    (tmp_path / "a.docx" / "bezet").mkdir(parents=True)
    asked = refuse("unlink", errno.EBUSY, times=1)
    with pytest.raises(OutputError):
        files.write(tmp_path / "a.docx", b"nieuw")
    assert asked and [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_path_that_is_too_long_is_called_that_and_not_a_folder_that_is_gone(tmp_path, refuse):
    path = tmp_path / ("m" * 120) / ("n" * 120) / "a.docx"
    files.make_folder(path.parent)
    refuse("replace", errno.ENOENT)  # as Windows says it
    with pytest.raises(OutputError, match=r"het pad is te lang \(\d+ tekens; tot 247 past altijd\); kies een map"):
        files.write(path, b"x")
    refuse("mkdir", errno.ENOENT)
    with pytest.raises(OutputError, match="is niet te maken: het pad is te lang"):
        files.make_folder(path.parent / "uit")


@pytest.mark.parametrize(
    ("name", "words"), [("n" * 256, "de naam is te lang"), ("m/" * 2_100 + "a", "het pad is te lang")]
)
def test_what_no_system_can_hold_is_called_too_long(tmp_path, name, words):
    with pytest.raises(OutputError, match=f"map .* is niet te gebruiken: {words}"):
        files.make_folder(tmp_path / name)
    with pytest.raises(OutputError, match=f"is niet te schrijven: {words}"):
        files.write(tmp_path / name, b"x")


def test_a_path_that_is_too_long_only_while_the_file_is_made_is_called_that_too(tmp_path, refuse):
    folder = tmp_path / ("m" * 100) / ("n" * (255 - len(str(tmp_path)) - 100 - 10))
    files.make_folder(folder / "werk")
    assert len(str(folder / "a.docx")) < 259
    refuse("open", errno.ENOENT)
    with pytest.raises(OutputError, match="het pad is te lang"):
        files.write(folder / "a.docx", b"x", through=folder / "werk")


def test_a_path_that_windows_cannot_read_is_called_too_long_and_another_one_not_there(tmp_path, monkeypatch):
    path = tmp_path / ("m" * 120) / ("n" * 120) / "a.docx"
    assert refusal(path) == "niet te lezen: het bestand bestaat niet; controleer de naam en de map"
    monkeypatch.setattr(sys, "platform", "win32")
    assert refusal(path).startswith("niet te lezen: het pad is te lang (")
    assert refusal(tmp_path / "a") == "niet te lezen: het bestand bestaat niet; controleer de naam en de map"


def test_the_folder_that_is_gone_or_replaced_is_named(tmp_path):
    with pytest.raises(
        OutputError, match=f"de map is er niet meer waarin docgen werkt .{tmp_path / 'werk'}.; laat haar"
    ):
        files.write(tmp_path / "a.docx", b"x", through=tmp_path / "werk")
    (tmp_path / "werk").write_bytes(b"")
    with pytest.raises(OutputError, match=f"{tmp_path / 'werk'} is geen map meer; haal dat bestand weg"):
        files.write(tmp_path / "a.docx", b"x", through=tmp_path / "werk")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_is_full_for_certain_when_a_small_file_does_not_fit_either(tmp_path, refuse, number):
    refuse("fsync", number, times=1)
    with pytest.raises(OutputError) as one_too_big:
        files.write(tmp_path / "a.docx", b"x")
    assert not isinstance(one_too_big.value, DiskFull)
    refuse("fsync", number)
    with pytest.raises(DiskFull, match="is niet te schrijven: de schijf"):
        files.write(tmp_path / "a.docx", b"x")
    assert not list(tmp_path.iterdir())


def test_the_size_and_time_of_a_file_that_is_not_there_are_nought(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"inhoud")
    os.utime(tmp_path / "a.txt", ns=(5_000, 7_000))
    assert files.size_and_time(tmp_path / "a.txt") == (6, 7_000)
    assert files.size_and_time(tmp_path / "weg.txt") == (0, 0)
    assert files.digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_folder_is_made_with_all_above_it_and_nothing_else_may_stand_there(tmp_path):
    files.make_folder(tmp_path / "een" / "twee")
    files.make_folder(tmp_path / "een" / "twee")
    assert (tmp_path / "een" / "twee").is_dir()
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(OutputError, match="is een bestand, geen map; kies met --out een andere map"):
        files.make_folder(tmp_path / "bestand")
    with pytest.raises(OutputError, match="is niet te maken: een deel van het pad is geen map"):
        files.make_folder(tmp_path / "bestand" / "uit")
    files.refuse_file(tmp_path / "weg")
    assert not (tmp_path / "weg").exists()
