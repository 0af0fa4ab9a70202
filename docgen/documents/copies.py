"""PDF and ODT beside Word documents: made of the Word file as it stands there, and only when it is not there yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from docgen.documents import overwrite_guard, page_numbers
from docgen.documents.overwrite_guard import OR_OVERWRITE, EditedError
from docgen.errors import DiskFull, DocgenError, OutputError
from docgen.office import odt, pdf
from docgen.office.conversion import Conversion, Converted, Target
from docgen.office.program import Program, find_program
from docgen.office.source import Source
from docgen.opc import archive
from docgen.system import files
from docgen.system.files import MADE, RENEWED, UNCHANGED
from docgen.word import properties

PDF, ODT = ".pdf", ".odt"
USUAL = "2b"
FORMAT = "1"  # goes up when the same Word file becomes another PDF or ODT


@dataclass(frozen=True)
class Copies:
    """Which copies are wanted, the level of PDF/A, and the LibreOffice that makes them."""

    suffixes: tuple[str, ...]
    level: str
    program: Program

    def target(self, suffix: str) -> Target:
        """What LibreOffice is asked for."""
        return pdf.target(self.level) if suffix == PDF else odt.TARGET

    def about(self, suffix: str, word: bytes) -> dict[str, str]:
        """What a copy says of itself: which document it is, of which Word file, and how it was made."""
        level = f" PDF/A-{self.level}" if suffix == PDF else ""
        return {
            "soort": properties.kind_of(word),
            "bron": files.digest(word),
            "wijze": f"LibreOffice {self.program.version}{level} {FORMAT}",
        }

    def mended(self, suffix: str, data: bytes, source: Source) -> bytes:
        """What LibreOffice made, with what it left out."""
        about = self.about(suffix, source.data)
        return pdf.mended(data, source, self.level, about) if suffix == PDF else odt.mended(data, source, about)


@dataclass(frozen=True)
class WrittenCopy:
    """A PDF or ODT, and what came of it; or why it is not there, or not as it should be."""

    path: Path
    outcome: str = ""
    fault: DocgenError | None = None
    renumbered: str = ""  # the SHA-256 of its Word file, when that got other page numbers


def suffixes_of(asked: Sequence[str]) -> tuple[str, ...]:
    """How the files end of what is asked for: "pdf/2b", "odt"."""
    return tuple(f".{one.partition('/')[0]}" for one in asked)


def find_copies(asked: Sequence[str]) -> Copies:
    """Ready to make what is asked for. Raises `DocgenError` when what makes it is not installed."""
    levels = dict(one.split("/") for one in asked if "/" in one)
    if levels:
        pdf.check_library()
    return Copies(suffixes_of(asked), levels.get("pdf", USUAL), find_program())


def write_copies(
    documents: Sequence[Path],
    copies: Copies,
    *,
    overwrite: bool = False,
    workers: int = 1,
    on_done: Callable[[WrittenCopy], None] = lambda _copy: None,
) -> list[WrittenCopy]:
    """Make the copies of Word documents, beside them and in their order. One that cannot be made stops no other.

    `workers` LibreOffices work at a time; `on_done` hears of every copy that is ready.
    """
    done: dict[Path, WrittenCopy] = {}
    guard = Lock()

    def note(copy: WrittenCopy) -> None:
        with guard:
            done[copy.path] = copy
            on_done(copy)

    for suffix in copies.suffixes:
        to_do = []
        for document in documents:
            if standing := _standing(document, suffix, copies, overwrite):
                note(standing)
            else:
                to_do.append(document)
        _convert_all(to_do, suffix, copies, workers, note)
    return [done[path.with_suffix(suffix)] for path in documents for suffix in copies.suffixes]


def _convert_all(
    documents: Sequence[Path], suffix: str, copies: Copies, workers: int, note: Callable[[WrittenCopy], None]
) -> None:
    """Convert and write documents, each worker a share of them."""
    shares = [share for share in (documents[first::workers] for first in range(workers)) if share]
    with ExitStack() as stack:
        running = [stack.enter_context(Conversion(copies.program)) for _ in shares]

        def work(share: Sequence[Path], conversion: Conversion) -> None:
            for copy in _convert(share, conversion, suffix, copies):
                note(copy)

        with ThreadPoolExecutor(max_workers=len(shares) or 1) as pool:
            started = [pool.submit(work, *each) for each in zip(shares, running, strict=True)]
            try:
                for one in as_completed(started):
                    one.result()
            except BaseException:
                for conversion in running:
                    conversion.stop()
                raise


def _convert(documents: Sequence[Path], conversion: Conversion, suffix: str, copies: Copies) -> Iterator[WrittenCopy]:
    """Convert and write documents; those whose table of contents got other page numbers from it, once more."""
    again: dict[Path, str] = {}
    for done in conversion.convert(documents, copies.target(suffix)):
        sha = _number_pages(done.document, done.source, done.data) if suffix == PDF and done.source else ""
        if sha:
            again[done.document] = sha
        else:
            yield _written(done, suffix, copies)
    for done in conversion.convert(again, copies.target(suffix)):
        yield replace(_written(done, suffix, copies), renumbered=again[done.document])


def _number_pages(document: Path, source: Source, made: bytes) -> str:
    """Store in a Word file on which pages its headings are; its SHA-256 when that made another file of it."""
    if not source.has_contents or not (pages := pdf.pages_of(made)):
        return ""
    data = page_numbers.numbered(source.data, pages)
    try:
        if data == source.data or overwrite_guard.what_stands(document) != source.data:
            return ""
        overwrite_guard.refuse_open(document)
        files.write(document, data)
    except OutputError:
        return ""  # it is open, or may not be written: the copy is made of it as it is
    return files.digest(data)


def _standing(document: Path, suffix: str, copies: Copies, overwrite: bool) -> WrittenCopy | None:
    """A copy that needs no work, or that cannot be made; nothing when it has to be made."""
    path = document.with_suffix(suffix)
    try:
        word = files.read_bytes(document, archive.MAX_FILE, "document")
        there = overwrite_guard.what_stands(path)
        outcome = _judge(path, there, copies.about(suffix, word), overwrite) if there is not None else ""
    except DocgenError as error:
        return WrittenCopy(path, fault=error)
    return WrittenCopy(path, outcome) if outcome else None


def standing_of(document: Path, suffix: str) -> str:
    """How a copy stands beside its Word file, whatever LibreOffice made it: `MADE` when it is of that file, `RENEWED` when it is
    of an earlier one, `EDITED` when somebody changed it; empty when there is none of docgen. Raises `OutputError`."""
    path = document.with_suffix(suffix)
    there = overwrite_guard.what_stands(path)
    maker = pdf if suffix == PDF else odt
    if there is None or not (about := maker.read_of(there)):
        return ""
    if not maker.is_untouched(there):
        return overwrite_guard.EDITED
    return MADE if about.get("bron") == overwrite_guard.sha_of(document) else RENEWED


def _judge(path: Path, there: bytes, about: Mapping[str, str], overwrite: bool) -> str:
    """What becomes of a copy that is there, when that is nothing. Raises `OutputError` when it may not be replaced."""
    maker = pdf if path.suffix == PDF else odt
    old = maker.read_of(there)
    is_same = all(old.get(name) == value for name, value in about.items())
    is_untouched = maker.is_untouched(there)
    if is_same and is_untouched:
        return UNCHANGED
    if not overwrite and not old:
        raise OutputError(f"{path} is niet door docgen gemaakt; bewaar het onder een andere naam, {OR_OVERWRITE}")
    if not overwrite and not is_untouched:
        if is_same:
            return overwrite_guard.EDITED
        raise EditedError(
            f"{path} is veranderd nadat docgen het maakte, en nu ouder dan het Word-document; "
            f"bewaar het onder een andere naam, {OR_OVERWRITE}"
        )
    if not overwrite and old.get("soort") != about["soort"]:
        raise OutputError(
            f"{path} is een ander document ({old.get('soort', '')}); kies met --out een andere map, {OR_OVERWRITE}"
        )
    overwrite_guard.refuse_open(path)
    return ""


def _written(done: Converted, suffix: str, copies: Copies) -> WrittenCopy:
    """A copy written, unless it failed."""
    path = done.document.with_suffix(suffix)
    if done.source is None or done.fault:
        return WrittenCopy(path, fault=OutputError(f"{path} is niet gemaakt: {done.fault}"))
    try:
        outcome = RENEWED if path.exists() else MADE
        files.write(path, copies.mended(suffix, done.data, done.source))
    except DiskFull:
        raise
    except DocgenError as error:
        return WrittenCopy(path, fault=error)
    return WrittenCopy(path, outcome)
