"""Where pages break in a filled document of docgen's own templates.

A signature stands with the end of what is signed, and so does a closing note; the first annex begins a page, and the next ones
follow, so that no page is left nearly empty before one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

ANNEX = frozenset({"bijlagekop"})  # names of styles
SIGNING = frozenset((
    "slotformule", "ondertekening", "handtekening", "handtekening slot", "invullijn", "invullijn slot",
    "teken naam", "teken regel", "teken lijn", "teken lijn slot", "noot",
))  # fmt: skip
CONTINUED = '<w:pageBreakBefore w:val="0"/>'
ROOM = '<w:spacing w:before="560"/>'  # above an annex that does not begin a page
TOGETHER = 2  # paragraphs before a signature that stay with it


class Breaks:
    """The page breaks of the documents of one template, by the ids of its styles."""

    def __init__(self, annexes: Collection[str], signing: Collection[str]) -> None:
        self._annex = _style(annexes)
        self._signing = _style(signing)

    def set_in(self, xml: str) -> str:
        """A document with its breaks."""
        xml = self._with_annexes(xml) if self._annex else xml
        return self._with_signatures(xml) if self._signing else xml

    def _with_annexes(self, xml: str) -> str:
        """All annexes but the first follow on the same page."""
        found = [*self._annex.finditer(xml)] if self._annex else []
        return _with(xml, [one.end() for one in found[1:] if xml.startswith("</w:pPr>", one.end())], CONTINUED + ROOM)

    def _with_signatures(self, xml: str) -> str:
        """What stands before a signature is kept with it."""
        behind = {style for at in self._first_signing(xml) for style in _paragraphs_before(xml, at)}
        return _with(xml, sorted(at for at in behind if not xml.startswith("<w:keepNext", at)), "<w:keepNext/>")

    def _first_signing(self, xml: str) -> Iterator[int]:
        """Where the first paragraph of each signature begins that follows on other text."""
        end = -1
        for found in self._signing.finditer(xml) if self._signing else ():
            start = xml.rfind("<w:p", 0, xml.rfind("<w:pPr>", 0, found.start()))
            if start != end:
                yield start
            end = xml.find("</w:p>", found.end()) + len("</w:p>")


def _with(xml: str, places: Sequence[int], text: str) -> str:
    """A document with the same text at each of these places."""
    ends = [*places, len(xml)]
    return text.join(xml[begin:end] for begin, end in zip([0, *places], ends, strict=True)) if places else xml


def _paragraphs_before(xml: str, at: int) -> Iterator[int]:
    """Behind the style of each paragraph that stands right before a place, the last one first."""
    for _ in range(TOGETHER):
        if not xml.endswith("</w:p>", 0, at):
            return
        start = max(xml.rfind("<w:p>", 0, at), xml.rfind("<w:p ", 0, at))
        style = xml.find("/>", xml.find("<w:pStyle ", start, at), at) + 2
        if start < 0 or style < 2 or "<w:sectPr" in xml[start:at]:
            return
        yield style
        at = start


def _style(ids: Collection[str]) -> re.Pattern[str] | None:
    keys = "|".join(map(re.escape, sorted(ids)))
    return re.compile(f'<w:pStyle w:val="(?:{keys})"/>') if keys else None
