"""Templates held to the document type that each is for: which names it may use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem
from docgen.documents.inspection.trial import try_template
from docgen.errors import SourceError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.opc import archive
from docgen.opc.archive import Parts
from docgen.text.dutch import enumeration
from docgen.word.fixer import Placed, fix
from docgen.word.inspection.remark import LEFT_OUT, Remark
from docgen.word.inspection.repair import BRACKETS, HEADING, PIECES, QUOTES, UNSEEN
from docgen.word.typecheck.vocabulary import vocabulary_of

MENDED = {
    BRACKETS: "haken hersteld: {} → {}",
    QUOTES: "rechte aanhalingstekens: {} → {}",
    UNSEEN: "onzichtbare tekens weg: {} → {}",
    HEADING: "rij gemerkt als kop van de tabel: {}",
}
NO_TEMPLATE = "sjabloon"  # the code of a file in which there is nothing to look at


class CheckedTemplates(NamedTuple):
    """What is wrong in templates, file by file in the order of their pages, each with its place; why files could not be read;
    and what could not be looked at, as the end of a sentence."""

    found: list[tuple[Path, Remark]]
    unread: list[str]
    unchecked: str

    @property
    def problems(self) -> list[Problem]:
        """The same for who asked about the files."""
        return [one.as_problem(str(file)) for file, one in self.found]

    def to_annotate(self, level: str | None) -> list[Remark]:
        """What a comment can stand at: the findings with a place, of a level and graver than it, all of them without one."""
        known = LEVELS[: LEVELS.index(level) + 1] if level else LEVELS
        return [one for _, one in self.found if one.level in known and one.code != LEFT_OUT]


def check_templates(
    files: Iterable[Path], asked: str | None, library: Library, is_trial: bool = False
) -> CheckedTemplates:
    """Check templates of the type asked for, or each of the type that it is named after.

    Of a file that is named after none the names of fields are not looked at. In a trial documents are made as well, of what
    has no fault. Raises `DocgenError` when the type asked for
    does not exist.
    """
    of_all = library.type_named(asked) if asked else None
    every, unread, untyped, tried = list[tuple[Path, Remark]](), list[str](), list[str](), list[str]()
    for file in files:
        kind = of_all or library.types.get(file.stem.lower())
        try:
            found = check_template(file, kind, library)
        except SourceError as error:
            unread.append(str(error))
            continue
        if is_trial:
            more, said = _tried(file, kind, library, found)
            found, tried = [*found, *more], [*tried, said]
        every += [(file, one) for one in found]
        if kind is None and not any(one.code == NO_TEMPLATE for one in found):
            untyped.append(file.name)
    return CheckedTemplates(every, unread, _unchecked(untyped, library) + "".join(dict.fromkeys(tried)))


def check_template(file: Path, kind: DocumentType | None, library: Library) -> list[Remark]:
    """All that is wrong in one template. Raises `SourceError` when it cannot be read."""
    from docgen.word.inspector import inspect

    vocabulary = vocabulary_of(kind, library) if kind else None
    return inspect(file, None, None, vocabulary, library.style_sheet)


def _tried(file: Path, kind: DocumentType | None, library: Library, found: list[Remark]) -> tuple[list[Remark], str]:
    """What comes of a trial: its findings, and what was tried, as the end of a sentence."""
    if kind is None:
        return [], f"; {file.name} is niet geprobeerd: de documentsoort is niet bekend"
    if any(one.level == LEVELS[0] for one in found):
        return [], f"; {file.name} is niet geprobeerd: verbeter eerst de fouten"
    trial = try_template(file, kind, library, found)
    untried = f", maar niet met {enumeration(trial.untried, 'of')}" if trial.untried else ""
    return trial.found, f"; {file.name} is geprobeerd met {enumeration(trial.tried)}{untried}"


def _unchecked(untyped: list[str], library: Library) -> str:
    if not untyped:
        return ""
    return (
        f"; de namen van velden in {enumeration(untyped)} zijn niet nagegaan: noem de documentsoort met -d "
        f"({enumeration(library.types, 'of')})"
    )


class FixedCopy(NamedTuple):
    """A template in which something was put right: its parts (none when nothing was), a line for each repair, the
    difference of its text, the faults that are left, and what could not be looked at."""

    parts: Parts
    done: list[str]
    difference: list[str]
    faults: list[Problem]
    unchecked: str


def fix_template(file: Path, asked: str | None, library: Library) -> FixedCopy:
    """Put right what is certain in a template of the type asked for, or of the type that it is named after.

    Raises `DocgenError` when that type does not exist, `SourceError` when the file cannot be read.
    """
    kind = library.type_named(asked) if asked else library.types.get(file.stem.lower())
    vocabulary = vocabulary_of(kind, library) if kind else None
    made = fix(file, vocabulary, library.style_sheet)
    faults = [one.as_problem(str(file)) for one in made.left if one.level == LEVELS[0]]
    if not made.done:
        return FixedCopy({}, [], [], faults, "")
    unchecked = "" if kind else _unchecked([file.name], library)
    return FixedCopy(made.parts, _told(made.done), _difference(file, made.parts), faults, unchecked)


def _told(done: Sequence[Placed]) -> list[str]:
    """What was put right, a line each; tags that were only cut into pieces by their number."""
    lines = [
        f"{one.where}: {MENDED[one.repair.kind].format(one.repair.before, one.repair.after)}"
        for one in done
        if one.repair.kind != PIECES
    ]
    cut = sum(one.repair.kind == PIECES for one in done)
    count = (
        "1 tag die Word in stukken had gesneden, is weer heel"
        if cut == 1
        else f"{cut} tags die Word in stukken had gesneden, zijn weer heel"
    )
    return [*lines, *([count] if cut else [])]


def _difference(file: Path, parts: Parts) -> list[str]:
    """The lines of its text that changed, as programs that compare texts show them."""
    from difflib import unified_diff

    from docgen.word.plaintext import as_text

    entries = (archive.deflate(name, parts[name]) for name in archive.in_writing_order(tuple(parts)))
    before, after = as_text(file).splitlines(), as_text(archive.assemble(entries)).splitlines()
    return list(unified_diff(before, after, str(file), "hersteld", n=0, lineterm=""))
