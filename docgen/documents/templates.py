"""The compiled template of a document, and the files that documents are made of."""

from __future__ import annotations

import os
from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path

from docgen.dossier import Dossier
from docgen.errors import DocgenError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library, is_shipped
from docgen.word import cache
from docgen.word.renderer import CompiledTemplate
from docgen.word.typecheck.vocabulary import Vocabulary, vocabulary_of


def source_files(dossier: Dossier, house_style: Path | None) -> set[Path]:
    """The files that documents are made of: never written over."""
    library = dossier.library
    templates = [kind.template for kind in library.types.values()]
    return {
        path for path in (Path(dossier.name), house_style, library.house_style, library.style_sheet, *templates) if path
    }


def template_for(
    kind: DocumentType, library: Library, house_style: str | os.PathLike[str] | None, is_for_draft: bool = False
) -> CompiledTemplate:
    """The template of a document, in the house style asked for or that of the library. Raises `DocgenError` when there is none or it is not sound."""
    if kind.template is None:
        raise DocgenError(f"bij documentsoort ‘{kind.name}’ ontbreekt het sjabloon templates/{kind.name}.docx")
    house = Path(house_style) if house_style else library.house_style_of(kind)
    files = (kind.template, house, library.style_sheet)
    return _compile(files, tuple(map(_stamp, files)), vocabulary_of(kind, library), is_for_draft)


@lru_cache(maxsize=64)
def _compile(
    files: tuple[Path, Path | None, Path | None],
    _stamps: tuple[Hashable, ...],
    vocabulary: Vocabulary,
    is_for_draft: bool,
) -> CompiledTemplate:
    """A template compiled once, until it, its house style, docgen's style sheet or what it may name changes."""
    template, house_style, style_sheet = files
    return cache.load_or_compile(template, house_style, vocabulary, is_for_draft, style_sheet, is_shipped(template))


def _stamp(path: Path | None) -> Hashable:
    try:
        state = path.stat() if path else None
    except OSError:
        return None  # compiling says what is wrong
    return state and (state.st_mtime_ns, state.st_size, state.st_ino)
