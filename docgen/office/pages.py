"""The pages of a PDF as pictures, each with a mark by which docgen knows them as its own."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docgen.errors import DocgenError

DOTS = 100  # for an inch
MARK = b"docgen-voorbeeld"


def check_library() -> None:
    """Raise `DocgenError` when what draws pages is not installed."""
    try:
        import PIL  # noqa: F401
        import pypdfium2  # noqa: F401
    except ImportError as error:
        raise DocgenError(
            "voor een voorbeeld is pypdfium2 nodig; installeer docgen met: pip install 'docgen[pdf]'"
        ) from error


def as_png(data: bytes) -> Iterator[bytes]:
    """Each page of a PDF as a PNG of `DOTS` to the inch: the same page, the same bytes."""
    import pypdfium2
    from PIL.PngImagePlugin import PngInfo

    mark = PngInfo()
    mark.add_text("Software", MARK.decode())
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            drawn = io.BytesIO()
            page.render(scale=DOTS / 72).to_pil().save(drawn, "PNG", pnginfo=mark)
            yield drawn.getvalue()
    finally:
        document.close()


def is_ours(data: bytes) -> bool:
    """Whether a picture is a page that docgen drew."""
    return data.startswith(b"\x89PNG") and MARK in data[:500]
