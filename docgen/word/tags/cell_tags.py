"""docxtpl's tags for a cell ({% colspan … %}, {% cellbg … %}, {% vm %}, {% hm %}) put into the properties of that cell, in
the order of Word's schema; what stands beside such a tag in the cell stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from docgen._lazy import regex
from docgen.opc.relationships import W
from docgen.word.tags.blocks import MIDDLE, OPENING, STATEMENT
from docgen.word.tags.scanner import NEW_LINE, Misplaced, Tag, hide

CELL_TAG = regex(r"\{%[-+]?\s*(?:((?i:tr|tc|p|r))\s+)?(colspan|cellbg|vm|hm)\b(.*?)[-+]?%\}", re.DOTALL)
SET = regex(r"\{%[-+]?\s*(?:p\s+)?set\s+(\w+)")
WORD = regex(r"\w+")
IN_ORDER = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark",
    "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange",
)  # fmt: skip
TAKES_VALUE = {"colspan": "2", "cellbg": '"FFF2CC"'}
INSTEAD = {
    "colspan": "zet de voorwaarde in de tag: {% colspan 2 if … else 1 %}",
    "cellbg": 'zet de voorwaarde in de tag: {% cellbg "FFF2CC" if … else "auto" %}',
}
IS_FIRST = "{% if loop.first %}"


def is_cell_tag(tag: Tag) -> bool:
    """Whether a tag is about the cell that it stands in."""
    return CELL_TAG.fullmatch(tag.text) is not None


def settle(
    found: Iterable[tuple[Tag, Any]], taking: Iterable[tuple[Tag, Any]], tell: Callable[[Misplaced], None]
) -> None:
    """Put the cell tags of a part (each with its text) into their cells; `taking` are the tags that take a place.

    What is wrong goes to `tell`, and the tag is left out.
    """
    taken = {
        above: tag for tag, text in taking for above in text.iterancestors(f"{W}{tag.takes}") if tag.takes[0] == "t"
    }
    seen: set[tuple[Any, str]] = set()
    for tag, text in sorted(found, key=lambda one: _is_last(one[0])):
        try:
            _settle(tag, text, taken, seen)
        except Misplaced as fault:
            tell(fault)
            _remove(tag, text)


def _settle(tag: Tag, text: Any, taken: Mapping[Any, Tag], seen: set[tuple[Any, str]]) -> None:
    """One tag into its cell."""
    cell, name, value = _check(tag, text)
    above = next((one for one in (cell, *cell.iterancestors(f"{W}tr")) if one in taken), None)
    if above is not None and taken[above].is_comment:
        return
    if above is not None:
        what = "de rij" if above.tag == f"{W}tr" else "de cel"
        raise _misplacement(
            tag,
            text,
            f"staat in {what} naast {taken[above].text}, en zou verdwijnen; zet hem in een andere {what[3:]}",
        )
    if (cell, name) in seen:
        raise _misplacement(tag, text, f"staat naast een andere tag {name} in dezelfde cel; houd er één")
    seen.add((cell, name))
    _check_reach(tag, text, cell, name, value)
    _remove(tag, text)
    PUT[name](cell, value)
    cell.text = f"{cell.text or ''}{NEW_LINE}{{# {hide(tag.text)} #}}"  # for who has to say where it stands


def _is_last(tag: Tag) -> bool:
    """{% hm %} makes a cell wider than it is by then."""
    return CELL_TAG.fullmatch(tag.text)[2] == "hm"  # type: ignore[index]  # it is one


def _check(tag: Tag, text: Any) -> tuple[Any, str, str]:
    """The cell of a tag, its name and its value."""
    kind, name, value = CELL_TAG.fullmatch(tag.text).groups()  # type: ignore[union-attr]  # it is one
    value = value.strip()
    shown = f"{{% {name}{f' {value}' if value else ''} %}}"
    cell = next(text.iterancestors(f"{W}tc"), None)
    if kind:
        raise _misplacement(tag, text, f"hoort in de tekst van de cel zelf; schrijf {shown}")
    if cell is None:
        raise _misplacement(
            tag, text, "staat niet in een cel van een tabel; zet hem in de cel waar hij over gaat, of haal hem weg"
        )
    if bool(value) != (name in TAKES_VALUE):
        remedy = f"schrijf bijvoorbeeld {{% {name} {TAKES_VALUE[name]} %}}" if not value else f"schrijf {{% {name} %}}"
        raise _misplacement(tag, text, f"{'mist een waarde' if not value else 'neemt geen waarde'}; {remedy}")
    return cell, name, value


def _check_reach(tag: Tag, text: Any, cell: Any, name: str, value: str) -> None:
    """A cell tag holds for its whole cell: a condition or a name that begins in that cell cannot reach it."""
    before = "".join(_texts_before(text, cell)) + text.text[: text.text.find(tag.text)]
    depth = 0
    for _, word, rest in STATEMENT.findall(before):
        is_block = word in OPENING and (word != "set" or "=" not in rest)
        depth += is_block - (word.removeprefix("end") in OPENING and word.startswith("end") and word not in MIDDLE)
    if depth > 0:
        remedy = INSTEAD.get(name, f"zet {{% {name} %}} ervoor")
        raise _misplacement(
            tag,
            text,
            f"geldt voor de hele cel, en staat binnen een herhaling of voorwaarde die in de cel begint; {remedy}",
        )
    if own := set(SET.findall(before)) & set(WORD.findall(value)):
        given = sorted(own)[0]
        raise _misplacement(
            tag,
            text,
            f"geldt voor de hele cel, en ‘{given}’ wordt pas in die cel gezet; zet {{% set {given} = … %}} voor de rij, of schrijf de waarde in de tag",
        )


def _texts_before(text: Any, cell: Any) -> Iterator[str]:
    for one in cell.iter(text.tag):
        if one is text:
            return
        yield one.text or ""


def _misplacement(tag: Tag, text: Any, message: str) -> Misplaced:
    return Misplaced(f"de tag {tag.text} {message}", text, tag.text)


def _remove(tag: Tag, text: Any) -> None:
    """Take a tag out of its text, and the text when nothing is left in it."""
    text.text = text.text.replace(tag.text, "", 1)
    if not text.text and text.getparent().tag == f"{W}r":
        remove_text(text)


def remove_text(text: Any) -> None:
    """Take a text out of its run, and the run when nothing is left in it."""
    run = text.getparent()
    run.remove(text)
    if run.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in run) and run.getparent() is not None:
        run.getparent().remove(run)


def _properties(cell: Any) -> Any:
    found = cell.find(f"{W}tcPr")
    if found is None:
        found = cell.makeelement(f"{W}tcPr")
        cell.insert(0, found)
    return found


def _put_property(cell: Any, name: str, **values: str) -> None:
    """Give a cell a property, instead of the one it had, where the schema wants it."""
    around = _properties(cell)
    for old in around.findall(f"{W}{name}"):
        around.remove(old)
    after = IN_ORDER[IN_ORDER.index(name) + 1 :]
    at = next((n for n, one in enumerate(around) if etree.QName(one).localname in after), len(around))
    around.insert(at, around.makeelement(f"{W}{name}", {f"{W}{key}": value for key, value in values.items()}))


def _colspan(cell: Any, value: str) -> None:
    _put_property(cell, "gridSpan", val=f"{{{{ ({value}) | _span }}}}")


def _cellbg(cell: Any, value: str) -> None:
    _put_property(cell, "shd", val="clear", color="auto", fill=f"{{{{ ({value}) | _colour }}}}")


def _vm(cell: Any, _value: str) -> None:
    """One cell over all rows of a loop: what it holds stands in the first of them."""
    _put_property(cell, "vMerge", val="{{ 'restart' if loop.first else 'continue' }}")
    properties = _properties(cell)
    properties.tail = f"{IS_FIRST}{properties.tail or ''}"
    first = next(properties.itersiblings(f"{W}p"), None)
    look = first.find(f"{W}pPr") if first is not None else None
    cell[-1].tail = f"{cell[-1].tail or ''}{{% else %}}"
    empty = etree.SubElement(cell, f"{W}p")
    if look is not None:
        empty.append(_copy_of(look))
    empty.tail = "{% endif %}"


def _copy_of(look: Any) -> Any:
    from copy import deepcopy

    copied = deepcopy(look)
    for section in copied.findall(f"{W}sectPr"):
        copied.remove(section)
    return copied


def _hm(cell: Any, _value: str) -> None:
    """One cell over all columns of a loop."""
    own = _properties(cell).find(f"{W}gridSpan")
    width = own.get(f"{W}val", "1").strip("{} ") if own is not None else ""
    product = f"({width}) * loop.length" if width else "loop.length"
    _put_property(cell, "gridSpan", val=f"{{{{ ({product}) | _span }}}}")
    before, row = cell.getprevious(), cell.getparent()
    if before is None:
        row.text = f"{row.text or ''}{IS_FIRST}"
    else:
        before.tail = f"{before.tail or ''}{IS_FIRST}"
    cell.tail = f"{{% endif %}}{cell.tail or ''}"


PUT: dict[str, Callable[[Any, str], None]] = {"colspan": _colspan, "cellbg": _cellbg, "vm": _vm, "hm": _hm}
