"""A template held to the document type that it is for: which names it may use, in which house style it comes out."""

from __future__ import annotations

from pathlib import Path

from docgen.diagnostics.problem import Problem
from docgen.errors import DocgenError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.word.typecheck.vocabulary import vocabulary_of


def type_of(file: Path, library: Library, asked: str = "") -> DocumentType | None:
    """The type that a template is for: the one asked for, else the one that the file is named after, if any.

    Raises `DocgenError` when there is no such type.
    """
    if asked:
        return library.type_named(asked)
    return library.types.get(file.stem)


def check_template(file: Path, kind: DocumentType | None, library: Library) -> list[Problem]:
    """All that is wrong in a template, in the order of its pages; without a type the names in it are not looked at.

    Raises `DocgenError` when the file is not there.
    """
    from docgen.word.inspector import inspect

    if not file.is_file():
        raise DocgenError(f"het bestand {file} bestaat niet")
    vocabulary = vocabulary_of(kind, library) if kind else None
    return [one.as_problem(str(file)) for one in inspect(file, None, None, vocabulary, library.style_sheet)]
