"""A folder with a dossier and a list in which a batch is run, for the tests."""

from __future__ import annotations

import json
from pathlib import Path

from docx import Document

from docgen.word.plaintext import as_text
from tests.conftest import DOSSIERS

SMALL = DOSSIERS / "minimaal-overeenkomst.yaml"
HEAD = "partner.naam;partner.plaats;partner.ondertekenaar;overeenkomst.titel\n"
NOORD, ZUID = "overeenkomst-klein-GGD Noord.docx", "overeenkomst-klein-GGD Zuid.docx"


class Folder:
    """A folder in which a batch is run."""

    def __init__(self, path: Path, docgen) -> None:
        self.path, self.docgen = path, docgen
        self.out = path / "uit"
        self.dossier = path / "dossier.yaml"
        self.dossier.write_bytes(SMALL.read_bytes())

    def write_list(self, *rows: str, head: str = HEAD) -> None:
        (self.path / "lijst.csv").write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")

    def batch(self, *options: object, **how):
        options = options or ("--partners", "lijst.csv", "-d", "overeenkomst")
        return self.docgen("batch", "dossier.yaml", *options, "--out", "uit", cwd=self.path, **how)

    def status(self, *options: object):
        return self.docgen("status", "uit", *options, cwd=self.path)

    def change(self, old: str, new: str) -> None:
        text = self.dossier.read_text(encoding="utf-8")
        assert old in text
        self.dossier.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def documents(self) -> dict[str, Path]:
        return {path.name: path for path in sorted(self.out.glob("*.docx"))}

    def text(self, name: str) -> str:
        return as_text(self.out / name)

    def report(self) -> dict:
        return json.loads((self.out / "verslag.json").read_text(encoding="utf-8"))


def edit(path: Path) -> bytes:
    document = Document(path)
    document.paragraphs[0].add_run(" (met de hand aangepast)")
    document.save(path)
    return path.read_bytes()
