"""What differs between two templates: fields, loops, conditions and clauses that came, went or changed; and what docgen's own
template got since one began from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from docgen._lazy import regex
from docgen.documents.own_templates.start import Beginning, beginning_of, mark_of, read_template
from docgen.errors import DocgenError
from docgen.library.library import Library, open_library

TAG = regex(r"\{\{[prtc]?-?\s*(.+?)\s*-?\}\}|\{%(?:p|tr|tc|r)?-?\s*((?:for|if|elif)\b.+?)\s*-?%\}")
STYLE = regex(r"^\[[^\]]*\] ")
ALIKE = 0.5  # how much of a clause is left when it changed, and is not another
FIELD, LOOP, CONDITION, CLAUSE = "veld", "herhaling", "voorwaarde", "tekst"
CAME, WENT, CHANGED = "nieuw", "weg", "veranderd"


@dataclass(frozen=True)
class Difference:
    """What is new, gone or changed, and what it is; `was` is what a changed one was."""

    what: str
    how: str
    text: str
    was: str = ""


def differences(old: str, new: str) -> list[Difference]:
    """What differs between two templates as text (`word/plaintext`): tags first, then clauses."""
    before, after = old.splitlines(), new.splitlines()
    return [*_tags(before, after), *_clauses(before, after)]


def since_it_began(path: Path, library: Library) -> list[Difference]:
    """What changed in docgen's own template since the template at a path began from it. Raises `DocgenError` when it does not
    say from which."""
    own, began = read_template(path), beginning_of(path)
    kind = open_library().types.get(began.kind) or library.types.get(began.kind) if began else None
    if began is None or kind is None or kind.template is None:
        raise DocgenError(
            f"{path} onthoudt niet met welk sjabloon van docgen het begon; noem een tweede bestand om mee te vergelijken"
        )
    return to_take_over(own, read_template(kind.template), began)


def to_take_over(own: str, docgens: str, began: Beginning) -> list[Difference]:
    """What came into docgen's template, and what went, since a template began from it, and is not so in that template."""
    mine, theirs = own.splitlines(), docgens.splitlines()
    kept, marks = {_bare(line) for line in mine}, {mark_of(line) for line in theirs}
    came = [line for line in theirs if mark_of(line) not in began.marks and _bare(line) not in kept]
    went = [line for line in mine if mark_of(line) in began.marks and mark_of(line) not in marks]
    return [Difference(_what(line), how, _bare(line)) for how, lines in ((CAME, came), (WENT, went)) for line in lines]


def _what(line: str) -> str:
    return CLAUSE if TAG.sub("", _bare(line)).strip(" |") else FIELD


def _bare(line: str) -> str:
    return STYLE.sub("", line).strip()


def _tags(before: list[str], after: list[str]) -> list[Difference]:
    old, new = _found(before), _found(after)
    came = [Difference(what, CAME, text) for what, text in new if (what, text) not in old]
    went = [Difference(what, WENT, text) for what, text in old if (what, text) not in new]
    order = (FIELD, LOOP, CONDITION)
    return sorted([*came, *went], key=lambda one: order.index(one.what))


def _found(lines: Iterable[str]) -> dict[tuple[str, str], None]:
    """Every tag with what it is, once."""
    found: dict[tuple[str, str], None] = {}
    for match in (match for line in lines for match in TAG.finditer(line)):
        text = " ".join((match[1] or match[2]).split())
        found[FIELD if match[1] else LOOP if text.startswith("for") else CONDITION, text] = None
    return found


def _clauses(before: list[str], after: list[str]) -> list[Difference]:
    """Lines with words of their own; a line that is still much the same changed."""
    old, new = ([bare for line in lines if _has_words(bare := _bare(line))] for lines in (before, after))
    found: list[Difference] = []
    for change, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            continue
        gone, come = old[i:j], new[k:m]
        for text in come:
            was = next((one for one in gone if SequenceMatcher(None, one, text, autojunk=False).ratio() > ALIKE), "")
            if was:
                gone.remove(was)
            found.append(Difference(CLAUSE, CHANGED if was else CAME, text, was))
        found += [Difference(CLAUSE, WENT, text) for text in gone]
    return found


def _has_words(text: str) -> bool:
    return any(
        sign.isalpha() for sign in TAG.sub("", text).replace("endif", "").replace("endfor", "").replace("else", "")
    )
