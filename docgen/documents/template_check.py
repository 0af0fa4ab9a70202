"""Templates held to the document type that each is for: which names it may use."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from docgen.diagnostics.problem import Problem
from docgen.errors import SourceError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.text.dutch import enumeration
from docgen.word.typecheck.vocabulary import vocabulary_of

NO_TEMPLATE = "sjabloon"  # the code of a file in which there is nothing to look at


class CheckedTemplates(NamedTuple):
    """What is wrong in templates, file by file in the order of their pages; why files could not be read; and what could not
    be looked at, as the end of a sentence."""

    problems: list[Problem]
    unread: list[str]
    unchecked: str


def check_templates(files: Iterable[Path], asked: str | None, library: Library) -> CheckedTemplates:
    """Check templates of the type asked for, or each of the type that it is named after.

    Of a file that is named after none the names of fields are not looked at. Raises `DocgenError` when the type asked for
    does not exist.
    """
    of_all = library.type_named(asked) if asked else None
    problems, unread, untyped = list[Problem](), list[str](), list[str]()
    for file in files:
        kind = of_all or library.types.get(file.stem.lower())
        try:
            found = check_template(file, kind, library)
        except SourceError as error:
            unread.append(str(error))
            continue
        problems += found
        if kind is None and not any(one.code == NO_TEMPLATE for one in found):
            untyped.append(file.name)
    return CheckedTemplates(problems, unread, _unchecked(untyped, library))


def check_template(file: Path, kind: DocumentType | None, library: Library) -> list[Problem]:
    """All that is wrong in one template. Raises `SourceError` when it cannot be read."""
    from docgen.word.inspector import inspect

    vocabulary = vocabulary_of(kind, library) if kind else None
    return [one.as_problem(str(file)) for one in inspect(file, None, None, vocabulary, library.style_sheet)]


def _unchecked(untyped: list[str], library: Library) -> str:
    if not untyped:
        return ""
    return (
        f"; de namen van velden in {enumeration(untyped)} zijn niet nagegaan: noem de documentsoort met -d "
        f"({enumeration(library.types, 'of')})"
    )
