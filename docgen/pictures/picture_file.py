"""A picture file that a dossier or list names: found beside it, never elsewhere, and read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.errors import SourceError
from docgen.pictures.errors import InvalidPicture
from docgen.pictures.picture import MOST_BYTES, SMALLER, Picture, read_picture
from docgen.system.files import read_bytes

ADDRESS = regex(r"(?i)[a-z][a-z0-9+.-]+:")
BESIDE = "zet het bestand in de map van {}, of in een map daaronder, en noem alleen dat pad, zoals beelden/foto.jpg"
MOST_TOGETHER = 40_000_000  # bytes beside a dossier: a document is mailed, and every worker of a batch holds them
MOST_IN_LIST = 200_000_000  # beside a list, of which every document shows its own
Open = Callable[[str], "PictureFile"]


class PictureFile(str):
    """The name of a picture file as a writer typed it, with the picture: what a dossier has where its schema asks for one.

    Two with the same name and another picture are not equal; in text it is only its name.
    """

    picture: Picture

    def __new__(cls, name: str, picture: Picture) -> PictureFile:
        made = super().__new__(cls, name)
        made.picture = picture
        return made

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PictureFile) and other.picture.digest != self.picture.digest:
            return False
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def __repr__(self) -> str:
        """Tells it from a file of the same name with another picture."""
        return f"{str.__repr__(self)} {self.picture.digest}"

    def __reduce__(self) -> Any:
        return PictureFile, (str(self), self.picture)


def opener(folder: Path, what: str = "het dossier", most: int = MOST_TOGETHER) -> Open:
    """What opens a picture file by the name that a writer typed, in the folder of `what` or below it, each once.

    It raises `InvalidPicture`, also when all that it opened is more than `most` bytes.
    """
    known: dict[str, PictureFile | InvalidPicture] = {}
    sizes: dict[str, int] = {}

    def opened(name: str) -> PictureFile:
        picture = read_picture(_bytes_of(folder, name, what))
        if sum({**sizes, picture.digest: len(picture.data)}.values()) > most:
            raise InvalidPicture(f"de beelden naast {what} zijn samen groter dan {most // 1_000_000} MB", SMALLER)
        sizes[picture.digest] = len(picture.data)
        return PictureFile(name, picture)

    def open_once(name: str) -> PictureFile:
        if name not in known:
            try:
                known[name] = opened(name)
            except InvalidPicture as fault:
                known[name] = fault
        found = known[name]
        if isinstance(found, InvalidPicture):
            raise InvalidPicture(found.message, found.hint)
        return found

    return open_once


def opener_of(files: Iterable[PictureFile]) -> Open:
    """What opens only these, without looking anywhere: for who got them with the dossier that names them."""
    known = {str(file): file for file in files}

    def open_known(name: str) -> PictureFile:
        if name not in known:
            raise InvalidPicture(f"‘{name}’ is niet meegekomen", "geef de opdracht opnieuw")
        return known[name]

    return open_known


def _bytes_of(folder: Path, name: str, what: str) -> bytes:
    path = _inside(folder, name, what)
    try:
        return read_bytes(path, MOST_BYTES + 1, "beeld")
    except SourceError as error:
        why = str(error).removeprefix(f"beeld {path} ")
        raise InvalidPicture(f"‘{name}’ {why}", "controleer de naam van het bestand") from error


def _inside(folder: Path, name: str, what: str) -> Path:
    """The file that a name means, in the folder or below it. Raises `InvalidPicture`."""
    hint = BESIDE.format(what)
    plain = name.strip().replace("\\", "/")  # as Windows shows it
    parts = [part for part in PurePosixPath(plain).parts if part != "."]
    if not parts or "\0" in plain:
        raise InvalidPicture("hier hoort de naam van een bestand", hint)
    if ADDRESS.match(plain) and not PureWindowsPath(plain).drive:
        raise InvalidPicture(f"‘{name}’ is een adres op internet; docgen haalt niets op", hint)
    if plain.startswith(("/", "~")) or PureWindowsPath(plain).drive or ".." in parts:
        raise InvalidPicture(f"‘{name}’ ligt niet naast {what}: een pad buiten die map wordt niet geopend", hint)
    path = folder
    for part in parts:
        path = _entry(path, part, name, what)
    try:
        is_inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link to itself
        is_inside = False
    if not is_inside:
        raise InvalidPicture(f"‘{name}’ is een snelkoppeling naar een andere map; die wordt niet geopend", hint)
    return path


def _entry(folder: Path, part: str, name: str, what: str) -> Path:
    """A file or folder by its name; letters with accents can be written in two ways."""
    path = folder / part
    try:
        if path.exists():
            return path
        there = {found.name: found for found in folder.iterdir()} if folder.is_dir() else {}
    except (OSError, ValueError):
        there = {}
    same = [path for found, path in there.items() if _composed(found) == _composed(part)]
    if same:
        return same[0]
    before, _, behind = name.replace("\\", "/").partition(part)
    options = [f"{before}{found}{behind}" for found in there]
    likely = did_you_mean(name, options) or f"zet het bestand in de map van {what}, of verbeter de naam"
    raise InvalidPicture(f"‘{name}’ staat niet naast {what}", likely)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
