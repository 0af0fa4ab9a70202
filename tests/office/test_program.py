"""LibreOffice is found where it is, and where it is not a user reads how to get it."""

from __future__ import annotations

import sys

import pytest

from docgen.office.program import NAMED, OfficeError, find_program

NOWHERE = {"PATH": "/nergens", "HOME": "/nergens"}


def program(folder, says):
    """A program that says this of itself."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nprint({says!r})\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_program_that_a_user_names_is_the_one(monkeypatch, tmp_path):
    named = program(tmp_path, "LibreOffice 24.8.4.2 480(Build:2)")
    monkeypatch.setenv(NAMED, str(named))
    assert (find_program().path, find_program().version) == (named, "24.8.4.2")


def test_a_name_that_leads_to_no_libreoffice_is_told(monkeypatch, tmp_path):
    for named in (tmp_path / "weg", program(tmp_path, "iets anders")):
        monkeypatch.setenv(NAMED, str(named))
        with pytest.raises(OfficeError, match=f"{NAMED} wijst naar {named}; daar staat geen LibreOffice dat start"):
            find_program()


@pytest.mark.parametrize(
    ("platform", "remedy"),
    [("linux", "apt install libreoffice-writer"), ("darwin", "brew install"), ("win32", "nl.libreoffice.org")],
)
def test_without_libreoffice_one_sentence_says_how_to_get_it(monkeypatch, tmp_path, platform, remedy):
    monkeypatch.delenv(NAMED, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "win32" if platform == "linux" else platform)  # no place of this machine
    monkeypatch.setenv("HOME", str(tmp_path))
    if platform == "linux":
        monkeypatch.setattr("docgen.office.program._places", lambda: iter(()))
        monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(
        OfficeError, match=f"LibreOffice nodig, en dat is hier niet gevonden; .*{remedy}.*. Al het andere"
    ):
        find_program()


@pytest.mark.office
def test_libreoffice_of_this_machine_is_found(office):
    assert find_program().version.count(".") >= 2
