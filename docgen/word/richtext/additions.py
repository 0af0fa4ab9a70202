"""What a document gets for the lists, links and line breaks of its running texts: numbering, relations, a setting.

A document without any keeps the parts of its template, byte for byte.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from html import escape

from docgen._lazy import regex
from docgen.opc import archive, relationships
from docgen.opc.archive import CONTENT_TYPES, ZipEntry
from docgen.word.richtext.list_look import ListLook
from docgen.word.values.render_state import RenderState

PART = "word/numbering.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
NO_NUMBERING = f'{DECLARATION}<w:numbering xmlns:w="{W}"></w:numbering>'
EMPTY_ROOT = regex(r"<((?:\w+:)?(?:numbering|Relationships|compat))((?:\s[^<>]*)?)/>")
BEFORE_LISTS, AFTER_LISTS = (
    regex(r"<w:num[ >]|<w:numIdMacAtCleanup|</w:numbering>"),
    regex(r"<w:numIdMacAtCleanup|</w:numbering>"),
)
STEP, LEVELS = 397, 9
BULLETS, FORMATS = "•–", ("decimal", "lowerLetter", "lowerRoman")
# in settings: a line that ends in a line break is not stretched; and what stands before or after that in its part
UNSTRETCHED = "<w:doNotExpandShiftReturn/>"
BEFORE_UNSTRETCHED = (
    "useSingleBorderforContiguousCells|wpJustification|noTabHangInd|noLeading|spaceForUL|noColumnBalance|"
    "balanceSingleByteDoubleByteWidth|noExtraLineSpacing|doNotLeaveBackslashAlone|ulTrailSpace"
)
COMPAT = regex(rf"<w:compat(?:\s[^>]*)?>(?:<w:(?:{BEFORE_UNSTRETCHED})\b[^>]*/>)*")
AFTER_COMPAT = regex(
    r"<(?:w:(?:docVars|rsids|attachedSchema|themeFontLang|clrSchemeMapping|doNotIncludeSubdocsInStats|doNotAutoCompressPictures|"
    r"forceUpgrade|captions|readModeInkLockDown|smartTagType|shapeDefaults|doNotEmbedSmartTags|decimalSymbol|listSeparator)|m:mathPr|"
    r"sl:schemaLibrary|w14:\w+|w15:\w+)\b|</w:settings>"
)


def added(made: Mapping[str, ZipEntry], main: str, look: ListLook, state: RenderState) -> dict[str, ZipEntry]:
    """What changes in the parts that were made, and what is new, for what was noted in `state` while a document was filled."""
    new: dict[str, str] = {}

    def text_of(part: str, otherwise: str) -> str:
        found = new.get(part) or (made[part].text() if part in made else otherwise)
        return EMPTY_ROOT.sub(r"<\1\2></\1>", found, count=1)

    for part, links in state.links.items():
        rels = relationships.rels_of(part)
        new[rels] = _related(text_of(rels, NO_RELATIONS), "hyperlink", links, external=True)
    if state.lists:
        numbering = look.part or PART
        new[numbering] = _numbered(text_of(numbering, NO_NUMBERING), look, state.lists)
        if not look.part:
            rels, target = relationships.rels_of(main), posixpath.relpath(PART, posixpath.dirname(main))
            new[rels] = _related(text_of(rels, NO_RELATIONS), "numbering", {target: "rIdLijsten"})
            new[CONTENT_TYPES] = with_kind(text_of(CONTENT_TYPES, ""))
    if state.has_breaks and look.settings:
        new[look.settings] = _unstretched(text_of(look.settings, ""))
    return {part: archive.deflate(part, text.encode(), small=False) for part, text in new.items()}


def with_kind(types: str) -> str:
    """The content types of a document that gets numbering."""
    return types.replace("</Types>", f'<Override PartName="/{PART}" ContentType="{KIND}"/></Types>')


def _related(rels: str, kind: str, targets: Mapping[str, str], external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    more = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'
        for target, key in targets.items()
    )
    return rels.replace("</Relationships>", f"{more}</Relationships>")


def _numbered(xml: str, look: ListLook, lists: Sequence[tuple[str, int, int]]) -> str:
    """The numbering with a list for each that was noted; the forms that docgen makes stand before all lists."""
    used = {form for form, _, _ in lists}
    own = [str(look.first_form), str(look.first_form + 1)]
    forms = "".join(_form(number, is_numbered=place == 1) for place, number in enumerate(own) if number in used)
    more = "".join(_list(look.first_list + place, *one) for place, one in enumerate(lists))
    for anchor, text in ((BEFORE_LISTS, forms), (AFTER_LISTS, more)):
        found = anchor.search(xml)
        xml = f"{xml[: found.start()]}{text}{xml[found.start() :]}" if found else xml
    return xml


def _form(number: str, is_numbered: bool) -> str:
    levels = "".join(_level(level, is_numbered) for level in range(LEVELS))
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _level(level: int, is_numbered: bool) -> str:
    kind = FORMATS[level % len(FORMATS)] if is_numbered else "bullet"
    text = f"%{level + 1}." if is_numbered else BULLETS[level % len(BULLETS)]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="tab"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )


def _list(number: int, form: str, level: int, start: int) -> str:
    restart = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{form}"/>{restart}</w:num>'


def _unstretched(settings: str) -> str:
    if UNSTRETCHED[:-2] in settings:
        return settings
    found = COMPAT.search(settings)
    if found:
        return f"{settings[: found.end()]}{UNSTRETCHED}{settings[found.end() :]}"
    after = AFTER_COMPAT.search(settings)
    return (
        settings
        if after is None
        else f"{settings[: after.start()]}<w:compat>{UNSTRETCHED}</w:compat>{settings[after.start() :]}"
    )
