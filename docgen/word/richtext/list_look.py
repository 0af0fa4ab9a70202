"""What a list in a running text looks like in a template: found once, when it is compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.opc.relationships import W
from docgen.word.xml.style_chain import style_chain

STYLES = "word/styles.xml"
NUMBERING = "/relationships/numbering"
SETTINGS = "/relationships/settings"
# the styles for lists by name, in small letters; the first that is there and has a list of its kind
OF_BULLETS, OF_NUMBERS = ("lijst", "list bullet", "lijstalinea"), ("genummerd", "list number")
BELOW_TABLE = "tekst na tabel"
VALUE = f"{W}val"
NO_LEVEL = 9  # of a heading, as Word counts: it is none


class StyleLook(NamedTuple):
    """How far the text of a style stands from the margin, in twentieths of a point; whether Word numbers it; whether it is
    plain text of the body, for which a style for lists was made."""

    left: int = 0
    is_numbered: bool = False
    is_body: bool = False


class ListLook(NamedTuple):
    """What lists and links become in the documents of a template."""

    styles: Mapping[str, Sequence[Any]] = {}  # by id, as `StyleLook`; "" for a paragraph that names none
    levels: Mapping[str, int] = {}  # by "number:level": how far the text of a list stands from the margin
    bullets: str = ""  # the style of an item with a bullet
    numbers: str = ""  # the style of an item with a number
    form: str = ""  # the form of its numbering
    link: str = ""  # the style of a link
    part: str = ""  # where numbering is
    settings: str = ""  # where the settings are
    first_form: int = 0  # the first number of a form that is free
    first_list: int = 1  # and of a list
    outlines: Mapping[str, int] = {}  # the level of a heading, by its style
    below_table: str = ""  # the style of a text right below a table


def list_look(parts: Parts, main: str) -> ListLook:
    """Look at the styles and the numbering of a template."""
    related = {
        kind: relationships.target_of(relationships.rels_of(main), one["Target"])
        for one in relationships.relations(parts, relationships.rels_of(main))
        for kind in (NUMBERING, SETTINGS)
        if one.get("Type", "").endswith(kind) and one.get("TargetMode") != "External"
    }
    part, settings = related.get(NUMBERING, ""), related.get(SETTINGS, "")
    part, settings = part if part in parts else "", settings if settings in parts else ""
    lists = _Lists(relationships.parse(parts[part]) if part else None)
    styles = _Styles(relationships.parse(parts[STYLES]) if STYLES in parts else None, lists)
    numbers = styles.first_of(OF_NUMBERS, "decimal")
    return ListLook(
        {key: styles.look(key) for key in ("", *styles.by_id)},
        lists.lefts,
        styles.first_of(OF_BULLETS, "bullet"),
        numbers,
        lists.form_of.get(styles.number_of(numbers)[0], "") if numbers else "",
        styles.link,
        part,
        settings,
        lists.first_form,
        lists.first_list,
        {key: level for key in styles.by_id if (level := styles.outline(key)) < NO_LEVEL},
        styles.by_name.get(BELOW_TABLE, ""),
    )


class _Lists:
    """The lists of a document."""

    def __init__(self, root: Any) -> None:
        forms = {one.get(f"{W}abstractNumId"): one for one in _children(root, "abstractNum")}
        lists = {one.get(f"{W}numId"): one for one in _children(root, "num")}
        self.form_of: dict[str, str] = {}
        self.lefts: dict[str, int] = {}
        self.kinds: dict[str, str] = {}
        self.level_of: dict[tuple[str, str], str] = {}  # the level of a list that is of a style
        self.first_form = 1 + max((int(key) for key in forms if (key or "").isdigit()), default=0)
        self.first_list = 1 + max((int(key) for key in lists if (key or "").isdigit()), default=0)
        for number, one in lists.items():
            form = one.find(f"{W}abstractNumId")
            self.form_of[number] = key = form.get(VALUE, "") if form is not None else ""
            for level in _children(forms.get(key), "lvl"):
                self._note(number, level)

    def _note(self, number: str, level: Any) -> None:
        place = level.get(f"{W}ilvl", "0")
        self.lefts[f"{number}:{place}"] = _left(level.find(f"{W}pPr")) or 0
        kind, style = level.find(f"{W}numFmt"), level.find(f"{W}pStyle")
        self.kinds[f"{number}:{place}"] = kind.get(VALUE, "") if kind is not None else ""
        if style is not None:
            self.level_of[number, style.get(VALUE, "")] = place


class _Styles:
    """The styles of paragraphs of a document."""

    def __init__(self, root: Any, lists: _Lists) -> None:
        every = [one for one in _children(root, "style") if one.find(f"{W}name") is not None]
        paragraphs = [one for one in every if one.get(f"{W}type") == "paragraph"]
        self.lists = lists
        self.by_id: dict[str, Any] = {one.get(f"{W}styleId", ""): one for one in paragraphs}
        self.by_name: dict[str, str] = {
            one.find(f"{W}name").get(VALUE, "").lower(): one.get(f"{W}styleId", "") for one in paragraphs
        }
        self.default = next(
            (one.get(f"{W}styleId", "") for one in paragraphs if one.get(f"{W}default") in ("1", "true")), ""
        )
        names = ((one.find(f"{W}name").get(VALUE, "").lower(), one) for one in every)
        links = (one.get(f"{W}styleId", "") for name, one in names if name == "hyperlink" and one not in paragraphs)
        self.link = next(links, "")

    def chain(self, key: str) -> Iterator[Any]:
        """A style and those it is based on."""
        return style_chain(key or self.default, self.by_id)

    def number_of(self, key: str) -> tuple[str, str]:
        """The list and the level of a style; empty when it has none."""
        for style in self.chain(key):
            found = style.find(f"{W}pPr/{W}numPr")
            number = found.find(f"{W}numId") if found is not None else None
            if number is None or number.get(VALUE) == "0":
                if number is not None:
                    return "", ""
                continue
            level = found.find(f"{W}ilvl")
            own = self.lists.level_of.get((number.get(VALUE, ""), style.get(f"{W}styleId", "")), "0")
            return number.get(VALUE, ""), own if level is None else level.get(VALUE, "0")
        return "", ""

    def look(self, key: str) -> StyleLook:
        """How a style stands."""
        number, level = self.number_of(key)
        left = 0
        for style in self.chain(key):
            own = _left(style.find(f"{W}pPr"))
            if own is None and style.find(f"{W}pPr/{W}numPr") is not None and number:
                own = self.lists.lefts.get(f"{number}:{level}", 0)
            if own is not None:
                left = own
                break
        own_look = [style for style in self.chain(key) if style.get(f"{W}styleId") != self.default]
        is_plain = all(style.find(f"{W}rPr") is None for style in own_look)
        return StyleLook(left, bool(number), is_plain and not left and not number)

    def outline(self, key: str) -> int:
        """The level of a style of headings, from 0."""
        for style in self.chain(key):
            found = style.find(f"{W}pPr/{W}outlineLvl")
            if found is not None:
                return int(found.get(VALUE, NO_LEVEL))
        return NO_LEVEL

    def first_of(self, names: tuple[str, ...], kind: str) -> str:
        """The first style of these names that Word numbers in this way; empty when there is none."""
        for name in names:
            key = self.by_name.get(name, "")
            if key and self.lists.kinds.get(":".join(self.number_of(key))) == kind:
                return key
        return ""


def _children(root: Any, tag: str) -> list[Any]:
    return [] if root is None else root.findall(f"{W}{tag}")


def _left(properties: Any) -> int | None:
    """The indent that properties of a paragraph give, when they do."""
    indent = properties.find(f"{W}ind") if properties is not None else None
    found = None if indent is None else indent.get(f"{W}left") or indent.get(f"{W}start")
    return int(found) if found and found.lstrip("-").isdigit() else None
