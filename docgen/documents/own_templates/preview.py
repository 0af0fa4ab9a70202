"""How a template will look: filled with a dossier, or with a sample of docgen."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from docgen._lazy import regex
from docgen.documents import overwrite_guard
from docgen.documents.gate import gate
from docgen.documents.own_templates.sample_data import request_of, samples_for
from docgen.documents.own_templates.start import beginning_of
from docgen.documents.production import DossierError, make_document
from docgen.documents.templates import template_for
from docgen.dossier import Dossier, check
from docgen.errors import DocgenError, OutputError, SourceError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.office import pages, pdf
from docgen.office.conversion import Conversion
from docgen.office.program import OfficeError, find_program
from docgen.system import files

NAME, PAGE = "voorbeeld", "pagina"
PAGE_NAME = regex(rf"{PAGE}-\d{{2,}}\.png")


@dataclass(frozen=True)
class Preview:
    """A filled template, and the dossier that filled it."""

    data: bytes
    dossier: str


def kind_of_template(path: Path, asked: str | None, library: Library) -> DocumentType:
    """The type that a template is for: the one asked for, the one it began from, or that of its name.

    Raises `SourceError` when there is no such file, `DocgenError` when it is not known.
    """
    if asked:
        return library.type_named(asked)
    if not path.is_file():
        raise SourceError(f"{path} is er niet, of is geen bestand; kijk of de naam en de map kloppen")
    began = beginning_of(path)
    name = began.kind if began and began.kind in library.types else path.stem.lower()
    if name not in library.types:
        raise DocgenError(f"voor welke documentsoort is {path}? Noem haar met -d: {', '.join(library.types)}")
    return library.types[name]


def preview(path: Path, kind: DocumentType, library: Library, dossier: Dossier | None = None) -> Preview:
    """A template filled with a dossier, else with the first sample of its type. Raises `DossierError` when the dossier has
    faults, `TemplateError` or `RenderError` when the template has."""
    if not path.is_file():
        raise SourceError(f"{path} is er niet, of is geen bestand; kijk of de naam en de map kloppen")
    own = replace(kind, template=path.resolve())
    template = template_for(own, library, None)
    chosen = dossier or next(samples_for(kind, library), None)
    if chosen is None:
        raise DocgenError(f"docgen heeft geen voorbeeld voor {kind.name}; noem een dossier achter het sjabloon")
    request = request_of(chosen, own)
    if dossier and (stopping := gate(check(dossier, [kind]), [request]).stopping):
        raise DossierError(stopping)
    return Preview(make_document(chosen, request, template).data, chosen.name)


@dataclass(frozen=True)
class Shown:
    """What was written of a preview; and why there is no PDF or there are no pages, when there are none."""

    paths: list[Path]
    missing: str = ""


def write_preview(data: bytes, folder: Path) -> Shown:
    """Write a preview as Word file, and as PDF and pages where LibreOffice is there. An earlier preview is renewed; what is
    not docgen's stays.

    Raises `OutputError` when something else has one of these names, or an earlier preview was edited.
    """
    word, paper = folder / f"{NAME}.docx", folder / f"{NAME}.pdf"
    numbered = [path for path in (paper, *folder.glob("*.png")) if path == paper or PAGE_NAME.fullmatch(path.name)]
    others = [path for path in numbered if (there := overwrite_guard.what_stands(path)) is not None and _is_ours(there)]
    strange = [path for path in numbered if path not in others and os.path.lexists(path)]
    outcome = overwrite_guard.plan_write(word, data)
    if outcome == overwrite_guard.EDITED or strange or (outcome == files.MADE and others):
        raise OutputError(f"in {folder} staat al iets anders met deze naam; kies met -o een andere map")
    made, why = {word: data}, ""
    try:
        made[paper] = _as_pdf(data)
        pages.check_library()
        drawn = [*pages.as_png(made[paper])]
        digits = max(2, len(str(len(drawn))))
        made |= {folder / f"{PAGE}-{n:0{digits}}.png": page for n, page in enumerate(drawn, 1)}
    except DocgenError as error:
        why = str(error)
    files.make_folder(folder)
    for path, content in made.items():
        files.write(path, content)
    for path in others:
        if path not in made:
            path.unlink()
    return Shown([*made], why)


def _is_ours(there: bytes) -> bool:
    """Whether a PDF or a page is as docgen made it."""
    return pages.is_ours(there) or pdf.is_untouched(there)


def _as_pdf(data: bytes) -> bytes:
    """A Word file as PDF, sealed. Raises `OfficeError` when LibreOffice is not there or does not make it."""
    pdf.check_library()
    program = find_program()
    with Conversion(program) as conversion:
        path = conversion.folder / f"{NAME}.docx"  # goes when that goes, also when this process is killed
        files.write(path, data)
        (done,) = conversion.convert([path], pdf.target("2b"))
    if done.fault or not done.source:
        raise OfficeError(done.fault)
    return pdf.mended(done.data, done.source, "2b", {"soort": NAME})
