"""A cheat sheet of the names of a document type, which is itself a template: every row and table can be copied into another.

In Word it shows the tags; filled with a dossier it shows what they give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from docgen.documents.own_templates.names import LIST, PER_NAME, PER_YEAR, TemplateName, in_steps
from docgen.errors import DocgenError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.opc import archive
from docgen.word.typecheck import meanings

DOCUMENT, CORE = "word/document.xml", "docProps/core.xml"
WIDE = 9070  # of a page, in twips
COLUMNS = (3570, 5500)
MOST_COLUMNS = 4
FOUND = "Zo staat het er"
INTRO = (
    "Deze spiekbrief is zelf een sjabloon. In Word ziet u de tags; gevuld met een dossier ziet u wat zij geven.",
    "Kopieer een rij of een hele tabel naar uw eigen sjabloon. Neem van een herhaling altijd de rij met for en de rij met endfor mee, "
    "en van een voorwaarde die met if en met endif.",
    "Controleer uw sjabloon daarna met docgen template check.",
)


def cheat_sheet(kind: DocumentType, library: Library, names: Iterable[TemplateName]) -> bytes:
    """The cheat sheet of a type as a .docx in docgen's own house style. Raises `DocgenError` when that is not there."""
    if library.style_sheet is None:
        raise DocgenError("docgen mist zijn eigen huisstijl; installeer docgen opnieuw")
    parts = archive.read(library.style_sheet)
    head, _, rest = parts[DOCUMENT].decode().partition("<w:body>")
    page = rest[rest.rindex("<w:sectPr") :]
    body = "".join(_body(kind, library, list(names)))
    parts[DOCUMENT] = f"{head}<w:body>{body}{page}".encode()
    title = f"<dc:title>{escape(_title(kind))}</dc:title>"
    parts[CORE] = parts[CORE].decode().replace("<dc:title>Huisstijl</dc:title>", title).encode()
    return archive.assemble(archive.deflate(name, parts[name]) for name in archive.in_writing_order(tuple(parts)))


def _title(kind: DocumentType) -> str:
    return f"Spiekbrief voor het sjabloon {kind.name}"


def _body(kind: DocumentType, library: Library, names: list[TemplateName]) -> Iterator[str]:
    yield _paragraph("Title", _title(kind))
    yield from (_paragraph("Normal", text) for text in INTRO)
    by_top = [list(group) for _, group in groupby(names, key=lambda name: name.top)]
    of_dossier = [group for group in by_top if group[0].top in library.schema.fields]
    of_docgen = [group for group in by_top if group[0].top not in library.schema.fields]
    for title, groups in (("Uit het dossier", of_dossier), ("Wat docgen ervan maakt", of_docgen)):
        yield _paragraph("Heading1", title)
        for group in groups:
            if len(group) > 1:
                yield from _section(group)
        single = [name for group in groups for name in group if len(group) == 1]
        if single:
            yield _paragraph("Heading2", "Losse namen")
            yield _table("Losse namen", _with_steps(single))
    yield _paragraph("Heading1", "Filters")
    yield _paragraph("Normal", "Een filter staat achter een | en maakt van de waarde wat er op papier komt.")
    yield _table("Filters", (_row(f"{name}: {told}", meanings.USES[name]) for name, told in meanings.FILTERS.items()))
    yield _paragraph("Heading1", "Toetsen")
    yield _paragraph("Normal", "Een toets staat achter is, in een voorwaarde of in een filter als selectattr.")
    rows = (_row(f"is {name}", told) for name, told in meanings.TESTS.items())
    yield _table("Toetsen", rows, ("Toets", "Betekenis"))


def _section(group: list[TemplateName]) -> Iterator[str]:
    first = group[0]
    yield _paragraph("Heading2", first.top)
    if first.meaning:
        yield _paragraph("Normal", first.meaning)
    fields = [one for one in group if one.tag and not one.is_picture and one.kind not in (LIST, PER_NAME, PER_YEAR)]
    columns = [one for one in fields if one.path.rpartition(".")[0] == f"{first.path}[]"][:MOST_COLUMNS]
    if len(columns) > 1:
        yield _as_rows(first, columns)
        yield _paragraph("Normal", "Alle velden:")
    yield _table(f"De velden van {first.top}", _with_steps(group[1:]))


def _as_rows(of: TemplateName, columns: list[TemplateName]) -> str:
    """A table with a row for each row of a list."""
    widths = [WIDE // len(columns)] * len(columns)
    head = "".join(_cell(one.title, width, "Tabelkop") for one, width in zip(columns, widths, strict=True))
    row = "".join(_cell(one.tag, width) for one, width in zip(columns, widths, strict=True))
    begin = "".join(_control(step.begin, WIDE, len(columns)) for step in columns[0].around)
    end = "".join(_control(step.end, WIDE, len(columns)) for step in reversed(columns[0].around))
    return _framed(f"{of.top} als tabel", widths, f"{_head(head)}{begin}<w:tr>{row}</w:tr>{end}")


def _with_steps(names: Iterable[TemplateName]) -> Iterator[str]:
    """Rows of fields, with the rows of the loops and conditions around them."""
    shown = [name for name in names if name.tag or (name.meaning and not name.around)]
    for _, one in in_steps(shown):
        if isinstance(one, str):
            yield _control(one, WIDE, len(COLUMNS))
        else:
            yield _row(one.explained, _picture(one) if one.is_picture else one.tag) if one.tag else _across(one)


def _picture(name: TemplateName) -> str:
    shown = name.expression.removesuffix(".bestand")
    return f"Zet dit als alternatieve tekst bij een voorbeeldbeeld: {{% raw %}}{{{{ {shown} }}}}{{% endraw %}}"


def _row(told: str, tag: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(told, COLUMNS[0])}{_cell(tag, COLUMNS[1])}</w:tr>"


def _across(name: TemplateName) -> str:
    return f"<w:tr>{_cell(f'{name.path}: {name.explained}', WIDE, 'Tabelnoot', len(COLUMNS))}</w:tr>"


def _control(tag: str, width: int, columns: int) -> str:
    return f"<w:tr>{_cell(f'{{%tr {tag} %}}', width, 'Tabelnoot', columns)}</w:tr>"


def _table(title: str, rows: Iterable[str], heads: tuple[str, str] = ("Betekenis", FOUND)) -> str:
    head = "".join(_cell(text, width, "Tabelkop") for text, width in zip(heads, COLUMNS, strict=True))
    return _framed(title, list(COLUMNS), f"{_head(head)}{''.join(rows)}")


def _head(cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _framed(title: str, widths: list[int], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Huisstijltabel"/><w:tblW w:w="{WIDE}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _cell(text: str, width: int, style: str = "Tabeltekst", columns: int = 1) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{_paragraph(style, text)}</w:tc>'


def _paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
