"""A Word file that was made of running texts, as a reader sees it."""

from __future__ import annotations

from collections import defaultdict

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from docgen.text.markdown.subset import running_text
from docgen.word.compiler import compile_template
from tests.word_files import parts_of


def rendered(template: bytes, text: str = "", **more):
    """The document that a template makes of a running text, by the name `tekst`."""
    texts = {name: running_text(value) if isinstance(value, str) else value for name, value in more.items()}
    return compile_template(template).render({"tekst": running_text(text), **texts})


def paragraphs(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Every paragraph with text: its number or bullet, and its words with **bold**, *italic* and [links](address)."""
    parts = parts_of(data)
    numbering = _Numbering(parts)
    root = parse_xml(parts[part])
    return [line for line in (_line(paragraph, parts, part, numbering) for paragraph in root.iter(qn("w:p"))) if line]


def styles(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The style of every paragraph with text."""
    root = parse_xml(parts_of(data)[part])
    return [
        paragraph.style or ""
        for paragraph in root.iter(qn("w:p"))
        if any(text.text for text in paragraph.iter(qn("w:t")))
    ]


def _line(paragraph, parts, part, numbering) -> str:
    words = "".join(_words(run, parts, part) for run in paragraph.iter(qn("w:r")))
    return f"{numbering.before(paragraph)}{words}" if words.strip() else ""


def _words(run, parts, part) -> str:
    text = "".join("\n" if one.tag == qn("w:br") else one.text or "" for one in run.iter(qn("w:t"), qn("w:br")))
    look = run.rPr
    if look is not None and look.find(qn("w:i")) is not None:
        text = f"*{text}*"
    if look is not None and look.find(qn("w:b")) is not None:
        text = f"**{text}**"
    link = run.getparent()
    if link.tag == qn("w:hyperlink") and link.get(qn("w:anchor")) is None:
        folder, _, name = part.rpartition("/")
        rels = parse_xml(parts[f"{folder}/_rels/{name}.rels"])
        target = next(one for one in rels if one.get("Id") == link.get(qn("r:id")))
        assert target.get("TargetMode") == "External"
        text = f"[{text}]({target.get('Target')})"
    return text


class _Numbering:
    """Counts as Word does, from the numbering and the styles of a document."""

    def __init__(self, parts) -> None:
        self.root = parse_xml(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else None
        self.styles = {one.get(qn("w:styleId")): one for one in parse_xml(parts["word/styles.xml"]).iter(qn("w:style"))}
        self.counts: dict[tuple[str, str], int] = defaultdict(int)
        self.begun: set[tuple[str, str]] = set()

    def before(self, paragraph) -> str:
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        key = paragraph.style
        while found is None and key in self.styles:
            found = self.styles[key].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            base = self.styles[key].find(qn("w:basedOn"))
            key = base.get(qn("w:val")) if base is not None else None
        if found is None or found.find(qn("w:numId")) is None:
            return ""
        number = found.find(qn("w:numId")).get(qn("w:val"))
        level = found.find(qn("w:ilvl")).get(qn("w:val")) if found.find(qn("w:ilvl")) is not None else "0"
        return "" if number == "0" else self._shown(number, level)

    def _shown(self, number: str, level: str) -> str:
        one = next(num for num in self.root.iter(qn("w:num")) if num.get(qn("w:numId")) == number)
        form_id = one.find(qn("w:abstractNumId")).get(qn("w:val"))
        form = next(form for form in self.root.iter(qn("w:abstractNum")) if form.get(qn("w:abstractNumId")) == form_id)
        about = next(lvl for lvl in form.iter(qn("w:lvl")) if lvl.get(qn("w:ilvl")) == level)
        kind = about.find(qn("w:numFmt")).get(qn("w:val"))
        start = next(
            (s.get(qn("w:val")) for o in one.iter(qn("w:lvlOverride")) if o.get(qn("w:ilvl")) == level for s in o), None
        )
        counter = (form_id, level)  # lists of one form go on counting, unless one says that it restarts
        if (number, level) not in self.begun and start:
            self.counts[counter] = int(start) - 1
        self.begun.add((number, level))
        self.counts[counter] += 1
        indent = "  " * int(level)
        return f"{indent}- " if kind == "bullet" else f"{indent}{self.counts[counter]}. "
