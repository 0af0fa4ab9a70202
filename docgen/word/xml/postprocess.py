"""What happens to a part after its tags are filled: the steps docxtpl does, on a string and only where needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from docgen._lazy import regex
from docgen.word.xml.field_references import pointers_in

BREAKING = regex("[\n\t\a\f]")
DRAWING_ID = regex(r'(<wp:docPr [^>]*?\bid=")\d+')
PASS = ("<?docgen begin?>", "<?docgen end?>")  # around a pass of a loop that repeats bookmarks and what points at them
# a bookmark or protected range, such a pass, and whatever can point at a bookmark
BOOKMARK = regex(
    r"<w:(?P<kind>bookmark|perm)(?P<half>Start|End)\b(?P<attributes>[^>]*?)/>|<\?docgen (?:begin|end)\?>"
    r'|(?P<anchor>(?<=\sw:anchor=")[^"]+)'
    r'|(?P<code>(?<=\sw:instr=")[^"]+|(?<=<w:instrText>)[^<]+|(?<=<w:instrText xml:space="preserve">)[^<]+)'
)
NAME, NUMBER = regex(r'w:name="([^"]*)"'), regex(r'w:id="([^"]*)"')
NO_ROWS = regex(r"(?:</w:tblGrid>|<w:tblGrid/>)\s*</w:tbl>")
EMPTY_TABLE = regex(rf"<w:tbl>(?:(?!<w:tbl>|<w:tr[ >]).)*?{NO_ROWS.pattern}", re.DOTALL)
EMPTY_ROW = regex(r"<w:tr(?: [^>]*)?>(?:(?!<w:tc[ >]|</w:tr>).)*</w:tr>", re.DOTALL)
BARE_CELL = regex(r"<w:tc(?: [^>]*)?>(?:(?!<w:p[ />]|<w:tc[ >]|</w:tc>).)*(?=</w:tc>)", re.DOTALL)
BARE_STORY = regex(
    r"(<w:(?:hdr|ftr|txbxContent|footnote|endnote|comment)\b[^>]*>)(?=\s*</w:(?:hdr|ftr|txbxContent|footnote|endnote|comment)>)"
)
GAP = r"(\[ontbreekt: (?:[^<\[\]]|\[[^<\[\]]*\])*\])"
GAP_IN_PARAGRAPH = regex(r"(</w:(?:r|pPr|hyperlink)>|<w:p(?: [^>]*)?>(?<!/>)|<w:(?:bookmark|perm)\w+ [^>]*/>)" + GAP)
GAP_BETWEEN_PARAGRAPHS = regex(r"(</w:(?:p|tbl|tcPr)>|<w:p/>|<w:(?:body|tc|hdr|ftr)(?: [^>]*)?>(?<!/>))" + GAP)
RUN = r'<w:r><w:t xml:space="preserve">\2</w:t></w:r>'
ROOT = regex(r"<w:(hdr|document)\b[^>]*>(?:<w:background\b[^>]*/>)?(?:<w:body>)?")
MARK = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="B00020"/><w:sz w:val="28"/></w:rPr>'
    "<w:t>{}</w:t></w:r></w:p>"
)


TEARABLE = ("row", "table", "cell", "story")


@dataclass(frozen=True)
class PostSteps:
    """Which steps a part can need, known when it is compiled."""

    can_change_grids: bool  # the number of cells in a row can differ from the grid
    first_id: int  # of the drawings and bookmarks in this part
    has_marked_tables: bool = False  # it can differ where every value is ordinary text
    can_repeat_drawings: bool = True  # a loop can repeat them
    can_repeat_bookmarks: bool = True
    can_empty: tuple[str, ...] = TEARABLE  # what a filling can leave without what it must hold


def postprocess(steps: PostSteps, xml: str, odd: bool = True) -> str:
    """Do the steps a filled part needs; `odd` when a value is more than ordinary text."""
    if odd:
        xml = _with_breaks(xml)
    for what in TEARABLE if odd else steps.can_empty:
        xml = MENDED[what](xml)
    if steps.can_change_grids if odd else steps.has_marked_tables:
        from docgen.word.xml import table_grid  # only where the number of cells can differ

        xml = table_grid.fit_grids(xml) if odd else table_grid.fit_marked(xml)
    if steps.can_repeat_drawings or (odd and "<wp:docPr" in xml):
        xml = with_unique_drawings(xml, steps.first_id)
    return with_unique_ranges(xml, steps.first_id) if steps.can_repeat_bookmarks else xml


def postprocess_plain(steps: PostSteps, xml: bytes) -> bytes | None:
    """The same for a part with nothing but ordinary text, in UTF-8; `None` when something has to be mended."""
    if steps.can_repeat_bookmarks or not all(_is_whole(xml, what) for what in steps.can_empty):
        return None
    fitted: bytes | None = xml
    if steps.has_marked_tables:
        from docgen.word.xml import table_grid

        fitted = table_grid.fit_plainly(xml)
    if fitted is None or not steps.can_repeat_drawings or b"<wp:docPr" not in fitted:
        return fitted
    return with_unique_drawings(fitted.decode(), steps.first_id).encode()


def _is_whole(xml: bytes, what: str) -> bool:
    """Whether nothing surely lacks what it must hold."""
    ends = WHOLE.get(what)
    return ends is not None and xml.count(ends[0]) == sum(map(xml.count, ends[1:]))


def has_breaks(xml: str) -> bool:
    """Whether a value of a filled part has a line break."""
    return "\n" in xml[xml.find("\n") + 1 :]  # the first is that behind the declaration


def _with_breaks(xml: str) -> str:
    """Line breaks and tabs of values as those of Word."""
    if "\r" in xml:
        xml = xml.replace("\r\n", "\n").replace("\r", "\n")
    declaration, _, body = xml.partition("\n")
    return f"{declaration}\n{_broken_up(body)}" if BREAKING.search(body) else xml


def _with_paragraphs_in_cells(xml: str) -> str:
    if xml.count("</w:tc>") == xml.count("</w:p></w:tc>") + xml.count("<w:p/></w:tc>"):
        return xml
    return BARE_CELL.sub(r"\g<0><w:p/>", xml).replace("</w:tbl></w:tc>", "</w:tbl><w:p/></w:tc>")


def _without_empty_rows(xml: str) -> str:
    return xml if xml.count("</w:tr>") == xml.count("</w:tc></w:tr>") else EMPTY_ROW.sub("", xml)


def _without_empty_tables(xml: str) -> str:
    is_whole = xml.count("</w:tbl>") == xml.count("</w:tr></w:tbl>") or not NO_ROWS.search(xml)
    return xml if is_whole else EMPTY_TABLE.sub("", xml)


# how what may lack something ends, and how it ends when it is whole
WHOLE = {
    "row": (b"</w:tr>", b"</w:tc></w:tr>"),
    "table": (b"</w:tbl>", b"</w:tr></w:tbl>"),
    "cell": (b"</w:tc>", b"</w:p></w:tc>", b"<w:p/></w:tc>"),
}
# Word opens no row without cells, table without rows or cell without a paragraph: rows and tables go, cells are filled
MENDED: dict[str, Callable[[str], str]] = {
    "row": _without_empty_rows,
    "table": _without_empty_tables,
    "cell": _with_paragraphs_in_cells,
    "story": lambda xml: BARE_STORY.sub(r"\1<w:p/>", xml),
}


def _broken_up(xml: str) -> str:
    """Line breaks and tabs of values become those of Word, as docxtpl does it."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate.resolve_listing(None, xml))


def with_unique_drawings(xml: str, first_id: int) -> str:
    """Number drawings anew."""
    numbers = count(first_id + 1)
    return DRAWING_ID.sub(lambda found: f"{found[1]}{next(numbers)}", xml)


def with_unique_ranges(xml: str, first_id: int) -> str:
    """Number bookmarks and protected ranges anew, and give a name that a loop repeats a number behind it; what points at
    it in the same pass of the loop points at the new name."""
    numbers = count(first_id)
    open_ids: dict[str, int] = {}
    names = {name.lower(): 0 for name in NAME.findall(xml)}  # how often each was given
    passes: list[dict[str, str]] = [{}]  # the names given in each pass that is going on, from the outside in
    pieces: list[str | tuple[re.Match[str], list[dict[str, str]]]] = []
    at = 0
    for found in BOOKMARK.finditer(xml):
        pieces.append(xml[at : found.start()])
        at = found.end()
        if found[0] == PASS[0]:
            passes = [*passes, {}]
        elif found[0] == PASS[1]:
            passes = passes[:-1]
        elif found["half"] is None:
            pieces.append((found, passes))
        else:
            pieces.append(_renumber(found, numbers, open_ids, names, passes[-1]))
    return "".join(piece if isinstance(piece, str) else _redirect(*piece) for piece in [*pieces, xml[at:]])


def _renumber(
    match: re.Match[str], numbers: Iterator[int], open_ids: dict[str, int], names: dict[str, int], given: dict[str, str]
) -> str:
    old = NUMBER.search(match["attributes"])
    key = match["kind"] + (old[1] if old else "")
    if match["half"] == "End":
        new = open_ids.pop(key, None)
        new = next(numbers) if new is None else new
    else:
        open_ids[key] = new = next(numbers)
    attributes = NUMBER.sub(f'w:id="{new}"', match["attributes"])

    def renamed(name: re.Match[str]) -> str:
        given[name[1].lower()] = new_name = _unique_name(name[1], names)
        return f'w:name="{new_name}"'

    return f"<w:{match['kind']}{match['half']}{NAME.sub(renamed, attributes)}/>"


def _redirect(pointer: re.Match[str], passes: list[dict[str, str]]) -> str:
    """What points at a bookmark, pointing at the one of its own pass."""
    given: dict[str, str] = {}
    for names in passes:
        given |= names
    text = pointer[0]
    if pointer["anchor"]:
        return given.get(text.lower(), text)
    for one in reversed([*pointers_in(text)] if given else []):
        text = text[: one.start] + given.get(one.name.lower(), one.name) + text[one.end :]
    return text


def _unique_name(name: str, given: dict[str, int]) -> str:
    """The name itself the first time, then with a number that makes it like no other."""
    given[name.lower()] += 1
    if given[name.lower()] == 1:
        return name
    new = next(new for number in count(given[name.lower()]) if (new := f"{name[:32]}_{number}").lower() not in given)
    given[new.lower()] = 1
    return new


def with_gaps_in_runs(xml: str) -> str:
    """What a draft lacks where a tag stands for a run or paragraph ({{r …}}), as text that Word shows there."""
    before = ""
    while xml != before:  # one may stand behind another
        before = xml
        xml = GAP_IN_PARAGRAPH.sub(rf"\1{RUN}", xml)
        xml = GAP_BETWEEN_PARAGRAPHS.sub(rf"\1<w:p>{RUN}</w:p>", xml)
    return xml


def with_mark(xml: str, mark: str) -> str:
    """Put a mark such as CONCEPT at the top of a header, or of the document when it has no header."""
    return ROOT.sub(lambda start: start[0] + MARK.format(mark), xml, count=1)
