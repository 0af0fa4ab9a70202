"""Templates compiled before, by this user on this machine: the same documents without docxtpl and Jinja's compiler.

What is kept is plain data and code objects (`marshal`), under a name that says all it depends on: another template,
house style, Python, library or docgen is another name. `store` sees to it that nobody else can put code there.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Mapping
from dataclasses import astuple, replace
from functools import cache
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

from docgen._version import __version__
from docgen.errors import DocgenError
from docgen.opc.archive import MAX_FILE, ZipEntry
from docgen.system import reference, store
from docgen.system.files import read_bytes
from docgen.system.log import Log
from docgen.word.properties import Slot
from docgen.word.renderer import CompiledPart, CompiledTemplate
from docgen.word.richtext.list_look import ListLook
from docgen.word.typecheck.vocabulary import Vocabulary
from docgen.word.xml.postprocess import PostSteps

LOG = Log(__name__)
FORMAT = 13  # of what is kept; another layout is another number
LIBRARIES = ("jinja2-", "docxtpl-", "lxml-", "python_docx-")  # how the folders begin that name their versions


def load_or_compile(
    template: Path,
    house_style: Path | None = None,
    vocabulary: Vocabulary | None = None,
    is_for_draft: bool = False,
    style_sheet: Path | None = None,
    is_shipped: bool = False,
) -> CompiledTemplate:
    """What `compile_template` makes of these files, from a time before when nothing has changed since. Of a template that is
    not docgen's own it also tells what can read wrong in it."""
    files = (template, house_style, style_sheet)
    name = _name_for(files, vocabulary, is_for_draft, is_shipped)
    known = store.load(name) if name else None
    LOG.debug("%s: %s", template, "compiled before" if known is not None else "compiled now")
    if known is not None:
        return _unpack(marshal.loads(known))
    from docgen.word.compiler import compile_template
    from docgen.word.inspector import warnings_of

    compiled = compile_template(template, None, house_style, vocabulary, is_for_draft, style_sheet, is_shipped)
    if not is_shipped:
        warnings = warnings_of(template, house_style, vocabulary, style_sheet)
        compiled = replace(compiled, findings=(*compiled.findings, *warnings))
    if name and name == _name_for(files, vocabulary, is_for_draft, is_shipped):  # else a file was changed meanwhile
        store.save(name, marshal.dumps(_pack(compiled)))
    return compiled


def _name_for(
    files: tuple[Path | None, ...], vocabulary: Vocabulary | None, is_for_draft: bool, is_shipped: bool
) -> str:
    """One SHA-256 over all that a compiled template, the first of the files, depends on; empty when one cannot be read."""
    if reference.IS_FORCED:
        return ""
    try:
        digests = {path: sha256(read_bytes(path, MAX_FILE + 1, "")).digest() for path in {*files} if path}
    except DocgenError:
        return ""  # compiling says what is wrong
    if len(_libraries()) < len(LIBRARIES):
        return ""
    whole = [
        FORMAT,
        MAGIC_NUMBER,
        __version__,
        _own_code(),
        _libraries(),
        [path and (path.name, digests[path]) for path in files],
        vocabulary,
        is_for_draft,
        is_shipped,
    ]
    return sha256(repr(whole).encode()).hexdigest()


@cache
def _libraries() -> list[str]:
    """The libraries with their versions, "jinja2-3.1.6.dist-info": `importlib.metadata` takes longer than a document."""
    names: set[str] = set()
    for folder in filter(os.path.isdir, sys.path):
        with contextlib.suppress(OSError):
            names |= {entry.name for entry in os.scandir(folder)}
    return sorted(name for name in names if name.lower().replace("python-docx-", "python_docx-").startswith(LIBRARIES))


@cache
def _own_code() -> list[tuple[str, int, int]]:
    """The state of the modules that compile: while docgen is being worked on its version says too little."""
    states, folders = list[tuple[str, int, int]](), [str(Path(__file__).parent.parent)]
    for folder in folders:  # `pathlib` takes three times as long
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir() and entry.name != "__pycache__":
                    folders.append(entry.path)
                elif entry.name.endswith(".py"):
                    state = entry.stat()
                    states.append((entry.path, state.st_size, state.st_mtime_ns))
    return sorted(states)


def _pack(compiled: CompiledTemplate) -> tuple[Any, ...]:
    return (
        compiled.name,
        _as_rows(compiled.fixed),
        [
            (
                part.name,
                part.source,
                part.code,
                part.is_header,
                astuple(part.steps),
                part.is_proven,
                part.plain,
                part.has_loose_notes,
                part.is_odd,
            )
            for part in compiled.parts
        ],
        compiled.headings,
        dict(compiled.relations),
        (_as_rows(compiled.custom.around), compiled.custom.existing),
        compiled.digest,
        compiled.has_header,
        [astuple(chart) for chart in compiled.charts],
        compiled.findings,
        compiled.house_style,
        [(slot.part, slot.rels, dict(slot.examples), _by_name(slot.media)) for slot in compiled.pictures],
        compiled.look,
        ({key: tuple(one) for key, one in compiled.lists.styles.items()}, *compiled.lists[1:]),
    )


def _unpack(known: tuple[Any, ...]) -> CompiledTemplate:
    (
        name,
        fixed,
        parts,
        headings,
        relations,
        (around, existing),
        digest,
        has_header,
        charts,
        findings,
        house,
        slots,
        look,
        lists,
    ) = known
    return CompiledTemplate(
        name,
        _entries(fixed),
        tuple(
            CompiledPart(part, source, code, is_header, PostSteps(*steps), *rest)
            for part, source, code, is_header, steps, *rest in parts
        ),
        headings,
        relations,
        Slot(_entries(around), existing),
        digest,
        has_header,
        _charts(charts),
        tuple(findings),
        house,
        _picture_slots(slots),
        look,
        ListLook(*lists),
    )


def _charts(rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    if not rows:
        return ()
    from docgen.word.charts.chart import Chart  # few templates have one

    return tuple(Chart(*row) for row in rows)


def _picture_slots(rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    if not rows:
        return ()
    from docgen.word.pictures.packaging import PictureSlot  # few templates have one

    return tuple(
        PictureSlot(part, rels, examples, {key: ZipEntry(*row) for key, row in media.items()})
        for part, rels, examples, media in rows
    )


def _by_name(entries: Mapping[str, ZipEntry]) -> dict[str, tuple[Any, ...]]:
    return {name: astuple(entry) for name, entry in entries.items()}


def _as_rows(entries: Mapping[str, ZipEntry]) -> list[tuple[Any, ...]]:
    return [astuple(entry) for entry in entries.values()]


def _entries(rows: list[tuple[Any, ...]]) -> dict[str, ZipEntry]:
    return {row[0]: ZipEntry(*row) for row in rows}
