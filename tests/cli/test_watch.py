"""A dossier is looked at again when it is saved."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from docgen.cli.watch import at_each_save
from docgen.errors import DocgenError

OLD, NEW = "dossier: {id: a}\n", "dossier: {id: b}\n"


class Enough(Exception):
    """It was looked at often enough."""


@pytest.fixture
def dossier(tmp_path):
    path = tmp_path / "d.yaml"
    path.write_text(OLD, "utf-8")
    return path


class Look:
    """A look at a dossier while these files are saved, each until it was looked at again; the last one ends it."""

    def __init__(self, dossier: Path, *saved: Path, stumbles: bool = False) -> None:
        self.dossier, self.saved, self.stumbles = dossier, saved, stumbles
        self.seen: list[str] = []
        self.begun, self.again = threading.Event(), threading.Event()
        threading.Thread(target=self.save, daemon=True).start()

    def __call__(self) -> None:
        self.seen.append(self.dossier.read_text("utf-8"))
        if len(self.seen) == 1:
            self.begun.set()
            return
        self.again.set()
        if self.seen[-1] == NEW:
            raise Enough
        if self.stumbles:
            raise DocgenError("het schema is half")

    def save(self) -> None:
        self.begun.wait(2)
        for path in self.saved:
            for _ in range(100 if path == self.dossier else 5):  # the watching may not have begun
                path.write_text(NEW, "utf-8")
                if self.again.wait(0.2):
                    self.again.clear()
                    break


def test_what_is_no_file_cannot_be_watched(dossier):
    with pytest.raises(DocgenError, match=r"--watch werkt op bestanden; .*/weg\.yaml is er niet"):
        at_each_save(lambda: pytest.fail("it looked"), (str(dossier), str(dossier.with_name("weg.yaml"))), None)


def test_it_looks_now_and_at_each_save_of_the_dossier_and_of_no_other_file(dossier, tmp_path):
    look = Look(dossier, tmp_path / "ander.yaml", dossier)
    with pytest.raises(Enough):
        at_each_save(look, (str(dossier),), None)
    assert look.seen == [OLD, NEW]


def test_a_picture_beside_the_dossier_or_below_it_counts(dossier, tmp_path):
    photo = tmp_path / "beelden" / "plein.JPG"
    photo.parent.mkdir()
    photo.write_text("half", "utf-8")
    look = Look(dossier, photo, dossier)
    with pytest.raises(Enough):
        at_each_save(look, (str(dossier),), None)
    assert look.seen == [OLD, OLD, NEW]


def test_a_template_of_a_library_counts_and_what_fails_half_way_is_told_and_ends_nothing(dossier, tmp_path, capsys):
    template = tmp_path / "bieb" / "templates" / "x.docx"
    template.parent.mkdir(parents=True)
    look = Look(dossier, template, dossier, stumbles=True)
    with pytest.raises(Enough):
        at_each_save(look, (str(dossier),), tmp_path / "bieb")
    assert look.seen[:2] == [OLD, OLD] and "docgen: het schema is half\n" in capsys.readouterr().err
