"""What stands in the folder of a library: which file is what, and what docgen does not use of it.

Never docgen's own template instead of a file that somebody put there: what looks like one and cannot be used is refused with
what to do; whatever else is not used is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.diagnostics.suggest import closest, did_you_mean
from docgen.errors import DocgenError

YAML, WORD = (".yaml", ".yml"), (".docx", ".dotx")
FOLDERS = {"schemas": YAML, "templates": WORD, "checklists": YAML}  # what docgen reads in each, best first
MEANT = {"sjablonen": "templates", "sjabloon": "templates", "template": "templates", "schema": "schemas", "schema’s": "schemas", "schema's": "schemas", "checklist": "checklists"}  # fmt: skip
HOUSE_STYLE, CHECKLIST = "huisstijl", "checklist"  # templates that are of no document type
SAVE_AS = "open het in Word en kies Opslaan als, Word-document (.docx)"
# what a word processor writes and docgen does not read
OTHER_WORD = {
    ".docm": f"een document met macro’s; {SAVE_AS}",
    ".dotm": f"een sjabloon met macro’s; {SAVE_AS}",
    ".doc": f"een document van voor Word 2007; {SAVE_AS}",
    ".dot": f"een sjabloon van voor Word 2007; {SAVE_AS}",
    ".odt": f"een document van LibreOffice; {SAVE_AS}",
    ".ott": f"een sjabloon van LibreOffice; {SAVE_AS}",
    ".rtf": f"een RTF-bestand; {SAVE_AS}",
    ".xml": f"geen Word-document; {SAVE_AS}",
}
OF_NO_CONCERN = ("thumbs.db", "desktop.ini", "readme", "leesmij")


@dataclass
class Folder:
    """The folder of a library: files by kind (`schemas`, `templates`, `checklists`) and name, those of no kind, and what of a
    word processor stands `beside` the folders, where documents that were made may stand too."""

    path: Path
    files: dict[str, dict[str, Path]]
    others: list[Path] = field(default_factory=list)
    beside: list[Path] = field(default_factory=list)

    def templates_of(self, types: Iterable[str]) -> tuple[dict[str, Path], tuple[str, ...]]:
        """The template of each document type, and in a line each what of the folder is not used.

        Raises `DocgenError` when a file seems to be a template that docgen would not use.
        """
        known = {name.casefold(): name for name in (*types, HOUSE_STYLE, CHECKLIST)}
        templates: dict[str, Path] = {}
        astray: list[Path] = []
        for stem, path in self.files["templates"].items():
            if stem.casefold() in known:
                _put(templates, known[stem.casefold()], path)
            else:
                astray.append(path)
        unused = [*astray, *self.others, *(path for path in self.beside if path.stem.casefold() in known)]
        for path in unused:
            self._refuse_template(path, known, templates)
        return templates, tuple(f"{path} wordt niet gebruikt; {_why(path, known)}" for path in unused)

    def _refuse_template(self, path: Path, known: Mapping[str, str], own: Mapping[str, Path]) -> None:
        """Raise `DocgenError` for a file that is probably the template of a document that has no other of the user's own."""
        suffix, same = path.suffix.lower(), known.get(path.stem.casefold(), "")
        if suffix not in (*WORD, *OTHER_WORD) or same in own:
            return
        if same and suffix in OTHER_WORD:
            raise DocgenError(f"sjabloon {path} is {OTHER_WORD[suffix]}")
        if same and path.parent == self.path:
            raise DocgenError(f"sjabloon {path} staat niet in de map ‘templates’; zet het daar neer")
        likely = closest(path.stem, known.values()) if path.parent == self.path / "templates" else ""
        if likely and likely not in own:
            raise DocgenError(f"sjabloon {path} hoort bij geen documentsoort; bedoel je ‘{likely}’?")


def read_folder(path: Path) -> Folder:
    """What stands in the folder of a library. Raises `DocgenError` when it is none, or when two files are the same thing."""
    folders = {kind: path / kind for kind in FOLDERS if (path / kind).is_dir()}
    strangers = [
        one
        for one in (_visible(path) if path.is_dir() else ())
        if one.is_dir() and not any(one.samefile(other) for other in folders.values())
    ]
    for one in strangers:
        _refuse_folder(one, folders)
    if not folders:
        raise DocgenError(_no_library(path))
    found = Folder(path, {kind: {} for kind in FOLDERS})
    for kind, folder in folders.items():
        for one in _visible(folder):
            if one.suffix.lower() in FOLDERS[kind] and one.is_file():
                _put(found.files[kind], one.stem, one)
            else:
                found.others.append(one)
    found.others += [one for one in strangers if _meant(one.name)]
    found.beside = [file for folder in (path, *strangers) for file in _visible(folder) if _is_of_word_processor(file)]
    return found


def _is_of_word_processor(path: Path) -> bool:
    return path.suffix.lower() in (*WORD, *OTHER_WORD) and path.is_file()


def _no_library(path: Path) -> str:
    """What is wrong with a folder that holds nothing of a library."""
    if not path.is_dir():
        return f"bibliotheek {path} {'is geen map' if path.exists() else 'bestaat niet'}; controleer de naam achter --library"
    if path.name.lower() in FOLDERS:
        return f"bibliotheek {path} is een map in een bibliotheek; geef de map erboven: {path.parent}"
    return f"bibliotheek {path} heeft geen map ‘schemas’, ‘templates’ of ‘checklists’"


def _visible(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name[0] not in ".~" and not path.name.lower().startswith(OF_NO_CONCERN):
            yield path


def _put(files: dict[str, Path], name: str, path: Path) -> None:
    """Keep a file under its name. Raises `DocgenError` when there is one already."""
    if name in files:
        raise DocgenError(
            f"{files[name]} en {path} zijn allebei ‘{name}’; haal er één weg, of geef het een andere naam"
        )
    files[name] = path


def _refuse_folder(path: Path, folders: Mapping[str, Path]) -> None:
    meant = _meant(path.name)
    if meant and meant not in folders:
        raise DocgenError(f"docgen kijkt niet in de map {path}; noem haar ‘{meant}’")


def _meant(name: str) -> str:
    """The folder that somebody means with this name; empty when it is another one."""
    return MEANT.get(name.lower()) or (name.lower() if name.lower() in FOLDERS else "")


def _why(path: Path, known: Mapping[str, str]) -> str:
    """Why a file is not used, and what can be done about it."""
    suffix, kind = path.suffix.lower(), path.parent.name
    if path.is_dir() and _meant(path.name):
        return f"docgen kijkt alleen in de map ‘{_meant(path.name)}’; zet wat erin staat daar neer"
    if path.is_dir():
        return "docgen kijkt niet in een map hierbinnen; zet wat erin staat een niveau hoger"
    if suffix in OTHER_WORD and kind not in ("schemas", "checklists"):
        return f"het is {OTHER_WORD[suffix]}"
    if suffix in WORD and path.stem.casefold() in known:
        return "zet het in de map ‘templates’, of haal het weg"
    if suffix in WORD and kind == "templates":
        likely = did_you_mean(path.stem, known.values())
        return (
            likely
            or f"er is geen documentsoort ‘{path.stem}’: noem het naar een soort, of maak schemas/{path.stem}.yaml"
        )
    if Path(path.stem).suffix.lower() in FOLDERS.get(kind, ()):
        return f"bedoel je ‘{path.stem}’?"
    wanted = {"schemas": "een schema eindigt op .yaml", "checklists": "een checklist eindigt op .yaml"}
    return wanted.get(kind, "een sjabloon eindigt op .docx of .dotx")
