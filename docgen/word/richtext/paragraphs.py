"""Running texts with marks, where a template printed them, written out as paragraphs, items, runs and links of Word.

A value stands in a text of a run of a paragraph. Its first paragraph goes on there and its last goes on into what follows;
those between are new, with the properties of that paragraph. Where a paragraph cannot be parted (inside a content control) they
are lines; where no look can be given (a description) the value is its words.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple

from docgen._lazy import regex
from docgen.text.markdown.marked_text import BEGIN, BULLET, END, NUMBER
from docgen.word.richtext import properties
from docgen.word.richtext.list_look import ListLook, StyleLook
from docgen.word.values.render_state import RenderState

VALUE = regex(rf"{re.escape(BEGIN)}(.*?){re.escape(END)}", re.DOTALL)
TOKEN = regex(
    r"<\?rich (?P<mark>.*?)\?>|(?P<look><w:rPr>.*?</w:rPr>|<w:rPr/>)"
    r"|<(?P<end>/?)(?P<name>[\w:.-]+)(?:\s[^<>]*?)?(?P<empty>/?)>|(?P<text>[^<]+)|<[?!][^>]*>",
    re.DOTALL,
)
HEAD = regex(r"(<w:p(?: [^>]*)?>)(<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
WORD = regex(r"\w")
EMPTY_TEXT = '<w:t xml:space="preserve"></w:t>'
EMPTY_RUN = regex(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?</w:r>", re.DOTALL)
EMPTY_LINK = regex(r"<w:hyperlink [^>]*></w:hyperlink>")
SHOWN = regex(
    r"<w:t(?: [^>]*)?>[^<]*[^<\s]|<w:(?:drawing|pict|object|tab|br|cr|fldChar|fldSimple|sym|ptab|noBreakHyphen|footnoteReference|endnoteReference)\b"
)
LINE = '</w:t><w:br/><w:t xml:space="preserve">'
OPEN_TEXT, CLOSED_RUN = '<w:t xml:space="preserve">', "</w:t></w:r>"
STEP = 397  # from one level of a list to the next, in twentieths of a point
BULLETS, NUMBERS = 0, 1  # the forms that a document gets for lists, after those of its template
LINK_LOOK = '<w:color w:val="0563C1" w:themeColor="hyperlink"/>', '<w:u w:val="single"/>'
FULL_STOP = "."
NAMESPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


class Shape(NamedTuple):
    """What a paragraph is: "" as the template has it, "more" for another paragraph of a text or item, or an item."""

    kind: str = ""
    level: int = -1
    number: int = 0  # of its list in the document; 0: that of its style


def write_out(xml: str, part: str, look: ListLook, state: RenderState) -> str:
    """A filled part without marks; the lists and links that it got are noted in `state`."""
    pieces: list[str] = []
    namespace = "" if NAMESPACE in xml[: xml.find(BEGIN)] else f"{NAMESPACE} "
    at = 0
    while (begin := xml.find(BEGIN, at)) >= 0:
        start = max(xml.rfind("<w:p>", at, begin), xml.rfind("<w:p ", at, begin))
        end = xml.find("</w:p>", begin) + len("</w:p>")
        if start < 0 or xml.find("</w:p>", start, begin) >= 0 or _has_paragraph(xml, begin, end):
            end = xml.find(END, begin) + len(END)  # not in a paragraph of its own
            pieces += [xml[at:begin], VALUE.sub(lambda value: words(value[1]), xml[begin:end])]
        else:
            pieces += [xml[at:start], _Paragraphs(xml[start:end], part, look, state, namespace).written()]
        at = end
    return "".join([*pieces, xml[at:]])


def _has_paragraph(xml: str, begin: int, end: int) -> bool:
    return xml.find("<w:p>", begin, end) >= 0 or xml.find("<w:p ", begin, end) >= 0


def words(marks: str) -> str:
    """A value where no look can be given: its words, with the address of a link behind it."""
    found, address = "", ""
    for token in TOKEN.finditer(f"{marks}<?rich end?>"):
        kind, _, rest = (token["mark"] or "").partition(" ")
        if kind in ("run", "block", "end"):
            shown, address = escape(address.removeprefix("mailto:")), rest.partition(" ")[2] if kind == "run" else ""
            found += f" ({shown})" if shown and address != shown and not found.endswith(shown) else ""
        found += token["text"] or (" " if kind in ("break", "block") and found else "")
    return found


class _Paragraphs:
    """A paragraph with values in it, as the paragraphs that it becomes."""

    def __init__(self, xml: str, part: str, look: ListLook, state: RenderState, namespace: str = "") -> None:
        head = HEAD.match(xml)
        assert head is not None
        self.opening, self.properties = head[1], head[2] or ""
        self.body = xml[head.end() : -len("</w:p>")]
        self.part, self.look, self.state = part, look, state
        self.namespace = namespace  # to declare where the part does not
        self.base = self._base()
        self.done: list[tuple[Shape, str]] = []
        self.shape, self.pieces = Shape(), list[str]()
        self.around: list[tuple[str, str]] = []  # the elements that are open, with their tags
        self.run_look = ""  # of the run that is open
        self.address = ""  # of the link that is open
        self.lists: dict[str, int] = {}  # of the value at hand
        self.is_behind_list = False

    def _base(self) -> StyleLook:
        """How the text of the paragraph stands."""
        own = properties.children(self.properties)
        style = _value(own.get("pStyle", ""))
        found = StyleLook(*self.look.styles.get(style, self.look.styles.get("", (0, False, False))))
        numbering = own.get("numPr", "")
        if numbering:
            number = _value(re.search(r"<w:numId\b[^>]*>", numbering)[0]) if "<w:numId" in numbering else "0"  # type: ignore[index]
            level = _value(re.search(r"<w:ilvl\b[^>]*>", numbering)[0]) if "<w:ilvl" in numbering else "0"  # type: ignore[index]
            left = self.look.levels.get(f"{number}:{level}", 0) if number != "0" else found.left
            found = StyleLook(left, number != "0", False)
        indent = re.search(r'w:(?:left|start)="(-?\d+)"', own.get("ind", ""))
        return found._replace(left=int(indent[1]), is_body=False) if indent else found

    def written(self) -> str:
        """The paragraphs."""
        skip_to = 0
        for token in TOKEN.finditer(self.body):
            if token.start() < skip_to:
                continue
            if token["mark"] is None:
                self._pass(token)
            elif token["mark"] == "begin" and not self._is_in_text():
                value = VALUE.match(self.body, token.start())
                assert value is not None
                self.pieces.append(words(value[1]))
                skip_to = value.end()
            else:
                self._mark(*token["mark"].split(" "))
        self._end_paragraph()
        return "".join(self._element(number, *one) for number, one in enumerate(self.done))

    def _pass(self, token: re.Match[str]) -> None:
        """What the template has."""
        name = token["name"]
        if token["text"] is not None and self.is_behind_list and token["text"].strip():
            if token["text"].strip() == FULL_STOP:
                return  # it ends a sentence, and a list is none
            if WORD.search(unescape(token["text"])):
                self._begin_paragraph(Shape("more"))
        if token["look"] is not None and self.around and self.around[-1][0] == "w:r":
            self.run_look = token["look"]
        elif name and token["end"]:
            self.around.pop()
        elif name and not token["empty"]:
            self.around.append((name, token[0]))
            self.run_look = "" if name == "w:r" else self.run_look
        self.pieces.append(token[0])

    def _is_in_text(self) -> bool:
        """Whether runs can be made here: in a text of a run that is in no link."""
        names = [name for name, _ in self.around]
        return names[-2:] == ["w:r", "w:t"] and "w:hyperlink" not in names

    def _can_part(self) -> bool:
        return len(self.around) == 2  # a run and its text, in the paragraph itself

    def _mark(self, kind: str, *about: str) -> None:
        if kind == "begin":
            self.lists = {}
            if self.is_behind_list:
                self._begin_paragraph(Shape("more"))
        elif kind == "break":
            self.pieces.append(LINE)
        elif kind == "run":
            self._run(about[0], about[1])
        elif kind == "block":
            self._block(about[0], int(about[1]), about[2], int(about[3]))
        elif kind == "end":
            self._run("-", "")
            self.is_behind_list = self.shape.level >= 0

    def _run(self, look: str, address: str) -> None:
        """Go on in a run of another look, in a link or not."""
        self._close_run()
        if address != self.address:
            self.pieces.append("</w:hyperlink>" if self.address else "")
            self.pieces.append(self._link(address) if address else "")
            self.address = address
        self._open_run(self._look(look, bool(address)))

    def _close_run(self) -> None:
        self.pieces.append(CLOSED_RUN)

    def _open_run(self, look: str) -> None:
        self.pieces += [self.around[-2][1], look, OPEN_TEXT]

    def _look(self, look: str, is_link: bool) -> str:
        new: dict[str, str] = {}
        if "b" in look:
            new |= {"b": "<w:b/>", "bCs": "<w:bCs/>"}
        if "i" in look:
            new |= {"i": "<w:i/>", "iCs": "<w:iCs/>"}
        if is_link and self.look.link:
            new["rStyle"] = f'<w:rStyle w:val="{self.look.link}"/>'
        elif is_link:
            new |= dict(zip(("color", "u"), LINK_LOOK, strict=True))
        return properties.changed("rPr", self.run_look, new) if new else self.run_look

    def _block(self, kind: str, level: int, number: str, place: int) -> None:
        """Begin a paragraph or item; the first item takes the paragraph itself when nothing stands in it yet."""
        if not self._can_part():
            before = "– " if kind == BULLET else f"{place}. " if kind == NUMBER else ""
            self._run("-", "")
            has_text = SHOWN.search("".join(self.pieces))
            self.pieces += [LINE if has_text else "", before]
            return
        shape = Shape("more", level)
        if kind != "-":
            shape = Shape(kind, level, self._list(kind, level, number, place))
        if not self.done and self.shape == Shape() and not SHOWN.search("".join(self.pieces)):
            self.shape = shape
        else:
            self._begin_paragraph(shape)

    def _begin_paragraph(self, shape: Shape) -> None:
        """End the paragraph in the middle of a run, and go on in a new one."""
        self._run("-", "")
        self._close_run()
        self._end_paragraph()
        self.shape, self.is_behind_list = shape, False
        self._open_run(self.run_look)

    def _end_paragraph(self) -> None:
        self.done.append((self.shape, "".join(self.pieces)))
        self.pieces = []

    def _list(self, kind: str, level: int, number: str, place: int) -> int:
        """The number in the document of a list of this value; 0 for the one of the style for lists with bullets."""
        if number not in self.lists:
            self.lists[number] = self._new_list(kind, level, place)
        return self.lists[number]

    def _new_list(self, kind: str, level: int, place: int) -> int:
        has_style = self.base.is_body and level == 0
        if kind == BULLET and has_style and self.look.bullets:
            return 0
        form = str(self.look.first_form + (BULLETS if kind == BULLET else NUMBERS))
        if kind == NUMBER and has_style and self.look.form:
            form = self.look.form
        new = (form, level, 0 if kind == BULLET else place)
        if kind == NUMBER or new not in self.state.lists:
            self.state.lists.append(new)
            return self.look.first_list + len(self.state.lists) - 1
        return self.look.first_list + self.state.lists.index(new)

    def _link(self, address: str) -> str:
        links = self.state.links.setdefault(self.part, {})
        relation = links.setdefault(address, f"rIdAdres{len(links) + 1}")
        return f'<w:hyperlink {self.namespace}r:id="{relation}" w:history="1">'

    def _element(self, number: int, shape: Shape, content: str) -> str:
        """A paragraph with its properties; what a page or section does stands in the first or the last."""
        own, new = properties.children(self.properties), self._properties(shape)
        if number:
            new["pageBreakBefore"] = ""
        if number < len(self.done) - 1 and "sectPr" in own:
            new["sectPr"] = ""
        used = properties.changed("pPr", self.properties, new) if new else self.properties
        content = EMPTY_LINK.sub("", EMPTY_RUN.sub("", content.replace(EMPTY_TEXT, "")))
        return f"{'<w:p>' if number else self.opening}{used}{content}</w:p>"

    def _properties(self, shape: Shape) -> dict[str, str]:
        """What is other than in the paragraph of the template."""
        left = self.base.left + STEP * (shape.level + 1)
        if shape.kind in ("", "more"):
            is_same = not shape.kind or (shape.level < 0 and not self.base.is_numbered)
            none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if self.base.is_numbered else ""
            if is_same:
                is_below = bool(
                    shape.kind and self.look.below_table and f'"{self.look.below_table}"' in self.properties
                )
                same = {"pStyle": ""} if is_below else {}  # only the first stands below a table
                hangs = shape.kind and self.base.left  # the first may begin at the margin, with its number
                return same | {"ind": f'<w:ind w:left="{self.base.left}" w:firstLine="0"/>'} if hangs else same
            return {"numPr": none, "ind": f'<w:ind w:left="{left}" w:firstLine="0"/>'}
        new: dict[str, str] = {}
        style = self.look.bullets if shape.kind == BULLET else self.look.numbers
        if style and self.base.is_body:
            new["pStyle"] = f'<w:pStyle w:val="{style}"/>'
        if shape.number:
            new["numPr"] = f'<w:numPr><w:ilvl w:val="{shape.level}"/><w:numId w:val="{shape.number}"/></w:numPr>'
        if not (style and self.base.is_body and shape.level == 0):
            new["ind"] = f'<w:ind w:left="{left}" w:hanging="{STEP}"/>'
        return new


def _value(element: str) -> str:
    found = re.search(r'\sw:val="([^"]*)"', element)
    return found[1] if found else ""
