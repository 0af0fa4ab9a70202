"""A PDF of LibreOffice as PDF/A and PDF/UA-1: what it leaves out is put in, and the same document gives the same bytes.

LibreOffice 7.4 tags what it writes, but leaves out the alternative text of charts (ISO 14289-1, 7.3), the order of tabs on
pages with links (7.18.3), and in its metadata the description of the PDF/UA mark (ISO 19005-2, 6.6.2.3); and it writes the time
of day, of which two identifiers follow.
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from docgen import _version
from docgen._lazy import regex
from docgen.errors import DocgenError
from docgen.office.conversion import Target
from docgen.office.source import Source

if TYPE_CHECKING:
    import pikepdf

LEVELS = {"2b": (2, "B"), "1a": (1, "A"), "3b": (3, "B")}  # PDF/A: its part and conformance
SEAL = "zegel"
BLANK = "0" * 64
NAMESPACE = "urn:docgen:1:"
SEALED = regex(rf"<docgen:{SEAL}>([0-9a-f]{{64}})</docgen:{SEAL}>".encode())
PROPERTY = regex(rb"<docgen:(\w+)>([^<]*)</docgen:\1>")
PROFILE = slice(36, 40)  # where a colour profile says that it is one
FIRST_DAY = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
DASH = "/5F"  # how LibreOffice writes the dash before the name of a bookmark
HEAD, TAIL = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>', '<?xpacket end="r"?>'
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "docgen": NAMESPACE,
}


def target(level: str) -> Target:
    """What LibreOffice is asked for, at a level of PDF/A."""
    options = {
        "SelectPdfVersion": {"type": "long", "value": str(LEVELS[level][0])},
        "PDFUACompliance": {"type": "boolean", "value": "true"},
        "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
    }
    return Target(".pdf", f"pdf:writer_pdf_Export:{json.dumps(options)}")


def check_library() -> None:
    """Raise `DocgenError` when what mends a PDF is not installed."""
    try:
        import pikepdf  # noqa: F401
    except ImportError as error:
        raise DocgenError("voor PDF is pikepdf nodig; installeer docgen met: pip install 'docgen[pdf]'") from error


def mended(data: bytes, source: Source, level: str, about: Mapping[str, str]) -> bytes:
    """The PDF that LibreOffice made of a document, mended and sealed; `about` is what docgen writes into it of itself.

    Raises `DocgenError` when it is no whole PDF.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _describe_charts(pdf, source.charts)
            _give_headers_a_direction(pdf)
            for page in pdf.pages:
                page.obj.Tabs = pikepdf.Name.S
            _date_colours(pdf)
            _end_streams_clearly(pdf)
            _tell_of_itself(pdf, source, level, about)
            made = io.BytesIO()
            pdf.save(
                made, deterministic_id=True, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable
            )
    except pikepdf.PdfError as error:
        raise DocgenError(f"LibreOffice maakte een PDF die niet heel is ({error})") from error
    return _sealed(made.getvalue())


def joined(made: Sequence[bytes], about: Mapping[str, str]) -> bytes:
    """PDFs one after the other in one, sealed; to look at, not to keep: without tags."""
    import pikepdf

    whole = pikepdf.new()
    for data in made:
        with pikepdf.open(io.BytesIO(data)) as each:
            whole.pages.extend(each.pages)
    _tell_of_itself(whole, Source.nameless("Voorbeeld"), "", about)
    written = io.BytesIO()
    whole.save(written, deterministic_id=True, compress_streams=False)
    return _sealed(written.getvalue())


def pages_of(data: bytes) -> dict[str, int]:
    """On which page, from 1, each bookmark stands that begins with a dash (`_TocKop0003`); empty when the PDF cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
            places = dict(pdf.Root.get("/Dests", {}))
            return {
                f"_{name.removeprefix(DASH)}": numbers[places[name][0].objgen]
                for name in places
                if name.startswith(DASH)
            }
    except (pikepdf.PdfError, KeyError):
        return {}


def fonts_of(data: bytes) -> list[str]:
    """The fonts in a PDF, by name ("Carlito", "LiberationSans"), sorted; empty when it cannot be read."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            named = [one.FontName for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one]
            return sorted({str(name)[1:].rpartition("+")[2].partition("-")[0] for name in named})
    except pikepdf.PdfError:
        return []


def read_of(data: bytes) -> dict[str, str]:
    """What docgen wrote into a PDF of itself; empty when docgen did not make it."""
    import html

    return {name.decode(): html.unescape(value.decode("utf-8", "replace")) for name, value in PROPERTY.findall(data)}


def is_untouched(data: bytes) -> bool:
    """Whether a PDF is exactly as docgen made it."""
    found = SEALED.search(data)
    return (
        found is not None and _seal(data[: found.start(1)] + BLANK.encode() + data[found.end(1) :]) == found[1].decode()
    )


def _sealed(blank: bytes) -> bytes:
    return blank.replace(BLANK.encode(), _seal(blank).encode(), 1)


def _seal(blank: bytes) -> str:
    return sha256(blank).hexdigest()


def _describe_charts(pdf: pikepdf.Pdf, charts: tuple[str, ...]) -> None:
    """Give the figures without alternative text that of the charts, which stand in the same order."""
    figures = _elements(pdf, "/Figure")
    silent = [figure for figure in figures if not (figure.get("/Alt") or figure.get("/ActualText"))]
    if len(silent) != len(charts):
        return
    for figure, text in zip(silent, charts, strict=True):
        if text:
            figure.Alt = text


def _give_headers_a_direction(pdf: pikepdf.Pdf) -> None:
    """Say of every header cell that it is one of a column, where LibreOffice does not: it leaves that out of PDF/A-1."""
    import pikepdf

    for header in _elements(pdf, "/TH"):
        found = header.get("/A", pikepdf.Array())
        told = list(found) if isinstance(found, pikepdf.Array) else [found]
        if not any("/Scope" in one for one in told if isinstance(one, pikepdf.Dictionary)):
            scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Column)
            header.A = pikepdf.Array([*told, scope])


def _elements(pdf: pikepdf.Pdf, kind: str) -> Iterator[Any]:
    """The elements of a kind in the structure of a PDF, in reading order."""
    import pikepdf

    waiting: list[Any] = [pdf.Root.get("/StructTreeRoot")]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting.extend(reversed(list(one)))
        elif isinstance(one, pikepdf.Dictionary):
            if one.get("/S") == kind:
                yield one
            waiting.append(one.get("/K"))


def _date_colours(pdf: pikepdf.Pdf) -> None:
    """Give colour profiles one day of making (ICC.1:2010, 7.2.8), and no check sum over it."""
    import pikepdf

    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and "/N" in one and (data := one.read_bytes())[PROFILE] == b"acsp":
            one.write(data[:24] + FIRST_DAY + data[36:84] + bytes(16) + data[100:])


def _end_streams_clearly(pdf: pikepdf.Pdf) -> None:
    """Unpack what ends in a carriage return (the check sum behind it does): with the line end that follows, a reader may
    take it for a part of that."""
    import pikepdf

    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and one.read_raw_bytes().endswith(b"\r"):
            one.write(one.read_bytes())


def _tell_of_itself(pdf: pikepdf.Pdf, source: Source, level: str, about: Mapping[str, str]) -> None:
    """The properties of the PDF, in both places where they stand; without the time of day."""
    import pikepdf

    producer = str(pdf.docinfo.get("/Producer", "LibreOffice"))
    creator = f"docgen {_version.__version__}"
    day = source.day.replace("-", "").replace(":", "").replace("T", "")
    told = {
        "/Title": source.title,
        "/Author": source.maker,
        "/Subject": source.subject,
        "/Creator": creator,
        "/Producer": producer,
        "/CreationDate": f"D:{day}" if day else "",
    }
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary({name: text for name, text in told.items() if text}))
    for name in ("/DocChecksum", "/ID"):
        if name in pdf.trailer:
            del pdf.trailer[name]
    xmp = _xmp(source, level, creator, producer, about).encode()
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    pdf.Root.Lang = str(pdf.Root.get("/Lang", "nl-NL"))
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)


def _xmp(source: Source, level: str, creator: str, producer: str, about: Mapping[str, str]) -> str:
    """The metadata of a PDF (ISO 16684-1), every property that PDF/A does not know described (ISO 19005-2, 6.6.2.3); without a
    level it claims to be neither PDF/A nor PDF/UA."""
    part, conformance = LEVELS.get(level, ("", ""))

    def alternatives(text: str) -> str:
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'

    fields = {
        "pdfaid:part": str(part),
        "pdfaid:conformance": conformance,
        "pdfuaid:part": level and "1",
        "dc:title": source.title and alternatives(source.title),
        "dc:description": source.subject and alternatives(source.subject),
        "dc:creator": source.maker and f"<rdf:Seq><rdf:li>{escape(source.maker)}</rdf:li></rdf:Seq>",
        "dc:language": "<rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag>",
        "xmp:CreatorTool": str(escape(creator)),
        "xmp:CreateDate": str(escape(source.day)),
        "pdf:Producer": str(escape(producer)),
        **{f"docgen:{name}": str(escape(value)) for name, value in {SEAL: BLANK, **about}.items()},
    }
    told = "\n".join(f"  <{name}>{value}</{name}>" for name, value in fields.items() if value)
    described = _description("pdfuaid", "PDF/UA identification", {"part": "Integer"})
    described += _description("docgen", "docgen", dict.fromkeys([SEAL, *about], "Text"))
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())
    return (
        f'{HEAD}\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}>\n <rdf:Description rdf:about="">\n{told}\n'
        f"  <pdfaExtension:schemas><rdf:Bag>{described}</rdf:Bag></pdfaExtension:schemas>\n"
        f" </rdf:Description>\n</rdf:RDF></x:xmpmeta>\n{TAIL}"
    )


def _description(prefix: str, title: str, properties: Mapping[str, str]) -> str:
    of_each = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{name}</pdfaProperty:description></rdf:li>"
        for name, kind in properties.items()
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{title}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{SPACES[prefix]}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{of_each}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
