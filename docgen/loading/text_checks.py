"""Text that YAML reads without a murmur and that would still be wrong on paper: each kind is a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.finding import Finding
from docgen.schema.field import Field
from docgen.syntax.node import Node
from docgen.text.characters import HARD_SPACES, HIDDEN
from docgen.text.markdown import leftovers
from docgen.text.markdown.leftovers import Leftover
from docgen.text.markdown.subset import ITEM

MOJIBAKE = "Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|â€[\x80-\xbf™œ“”˜¦]|\ufffd"
NOT_FILLED_IN = (
    r"\s*(?i:x{3,}|\?+|…|\.{3}|-+|[–—]|t\.?b\.?d\.?|(nog )?(in te vullen|invullen)( ?\([^()]{1,40}\))?|nog te schrijven|lorem ipsum.*|<[^<>/]*>|\[[^\[\]]*\]|\{\{.*\}\})\s*$"
    r"|.*(\bTODO\b|\bXXX+\b|(?i:<invullen>|\[(?:invullen|naam|datum|bedrag)\](?!\()|«\w{1,40}»|\[ontbreekt: ))"
)
FILL_IN = "vul de tekst in, of haal het veld weg zolang die niet bekend is"
OPENING, CLOSING = "“„‘‚", "”“’"
ONE_QUOTED = f"(?!‘[stnkmr][ -])[{OPENING}][^{OPENING}{CLOSING}]*[{CLOSING}]?$|[^{OPENING}{CLOSING}]*”$"
NOTE = r"(?i:\b(?:checken|navragen|invullen|klopt dit|nakijken|uitzoeken|nog afstemmen|nog aanvullen|todo)\b)|\?\?|(?<![\w.-])@\w"
EMPTY_WORDS = r"XX|P\.?M\.?|p\.m\.|pm|(?i:volgt( nog)?|n\.?t\.?b\.?|n\.n\.b\.)"
# code, pattern that fits at the start, message ({0}: what was found), remedy, where: "any", "plain" (without quotes),
# "field" (plain, and no item of a list), or what the schema says about the field: "lopend" (running text), "genummerd"
# (Word puts a number or a bullet before it), "genummerd veld" (that, and no item of a list)
ROWS: list[tuple[str, str, str, str, str]] = [
    (
        "codering",
        f".*?({MOJIBAKE})",
        "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering",
        "typ de letters met accenten of aanhalingstekens opnieuw",
        "any",
    ),
    (
        "teken",
        f".*?([{HIDDEN}\u202a-\u202e\u2066-\u2069])",
        "in deze tekst staat een onzichtbaar teken ({0})",
        "typ het woord opnieuw",
        "any",
    ),
    (
        "teken",
        ".*?([\ue000-\uf8ff])",
        "in deze tekst staat een teken uit een symbolenlettertype ({0}), zoals bij plakken uit Word",
        "haal het weg of typ een gewoon teken",
        "any",
    ),
    (
        "teken",
        r".*?\S(\t+)\S",
        "deze tekst heeft een tab, zoals bij plakken uit Word of Excel",
        "typ er een spatie voor in de plaats; een tabel kan een tekst niet hebben",
        "any",
    ),
    (
        "teken",
        f"([{HARD_SPACES}])|.*([{HARD_SPACES}])$",
        "deze tekst begint of eindigt met een harde spatie",
        "haal die weg",
        "any",
    ),
    (
        "invullen",
        f"({NOT_FILLED_IN})",
        "dit lijkt nog niet ingevuld",
        FILL_IN,
        "any",
    ),
    (
        "invullen",
        rf"\s*({EMPTY_WORDS})\.?\s*$",
        "dit lijkt nog niet ingevuld",
        FILL_IN,
        "any",
    ),
    (
        "invullen",
        r"(?i:\s*(zie (?:de )?bijlagen?(?: \w{1,3})?)\.?\s*$)",
        "in het document staat hier dan alleen ‘{0}’",
        "neem de tekst zelf op, of haal het veld weg",
        "lopend",
    ),
    (
        "invullen",
        rf".*?([\[(][^\[\]()]{{0,200}}?(?:{NOTE})[^\[\]()]{{0,200}}[\])])|.*?(\?\?+)",
        "‘{0}’ lijkt een aantekening en komt zo in het document",
        "haal de aantekening weg zodra die is afgehandeld",
        "any",
    ),
    (
        "nummering",
        r"""\s*(\d{1,2}[.)]|\d{1,2}\.\d{1,2}\.?|[a-z]\))\s+["'‘“]?[A-ZÀ-Ý]""",
        "‘{0}’ komt er dubbel te staan: docgen zet zelf een nummer of een streepje",
        "haal ‘{0}’ weg",
        "genummerd",
    ),
    (
        "komma",
        r".*\S(;)$",
        "deze tekst eindigt op een puntkomma, en die komt zo in het document",
        "haal de puntkomma weg",
        "genummerd veld",
    ),
    (
        "aanhaling",
        r"(‘[stnkmr])[ -]\w",
        "{0} begint met een aanhalingsteken dat opent; dat is geen apostrof",
        "schrijf ’ in plaats van ‘",
        "any",
    ),
    (
        "aanhaling",
        f"({ONE_QUOTED})",
        "de gekrulde aanhalingstekens uit Word komen zo in het document",
        "haal ze weg; horen ze bij de tekst, zet er dan rechte omheen: '“…”'",
        "plain",
    ),
    (
        "komma",
        r".*\S(,)$",
        "deze tekst eindigt op een komma, en die komt zo in het document",
        "haal de komma weg",
        "field",
    ),
]
_COMPILED = [re.compile(row[1], re.DOTALL) for row in ROWS]
FIELD = regex(r"\s*(?:- )?([a-z_]{2,40}):(?:\s|$)")
COMMENT = regex(r"[: ] *(#\S.*|# ?\d+\s*$)")  # beside a value, where text of the writer may have gone
OPENING_FOLDED = regex(r">[-+\d]*")
POINT = regex(r"\s*(?:[-•*–▪]|\d{1,2}[.)]) +\S")
LONGEST_BLANK = 1_000  # a text that is longer is filled in


def text_warnings(text: str, plain: bool, in_list: bool, about: Mapping[str, Any]) -> Iterator[Finding]:
    """What is suspicious in a text; `about` is what the schema says of its field. A warning here has no path yet."""
    applies = {"any", *(mark for mark in ("lopend", "genummerd") if about.get(mark))}
    applies |= {"plain"} if plain else set()
    applies |= {"field"} if plain and not in_list else set()
    applies |= {"genummerd veld"} if about.get("genummerd") and not in_list else set()
    told: set[str] = set()
    for pattern, (code, _, message, hint, where) in zip(_COMPILED, ROWS, strict=True):
        is_told = (code == "invullen" and code in told) or (code == "komma" and "zin" in about)  # ZIN-02 tells
        found = pattern.match(text) if where in applies and not is_told else None
        if found:
            told.add(code)
            shown = _quote(next(filter(None, found.groups()), ""))
            yield _warning(code, message.format(shown), hint.format(shown))


def line_of(finding: Finding, lines: Sequence[str], plain: bool, in_list: bool, about: Mapping[str, Any]) -> int:
    """Which line of a text has a finding by itself, from 0; the first when that is none or every line has it."""
    has_it = (finding in text_warnings(line, plain, in_list, about) for line in lines[1:]) if lines[1:] else ()
    is_first = finding in text_warnings(lines[0], plain, in_list, about)
    return 0 if is_first else next((number for number, found in enumerate(has_it, 1) if found), 0)


def _warning(code: str, message: str, hint: str) -> Finding:
    return Finding((), message, hint=hint, code=code, level="waarschuwing")


def markup_warnings(text: str, lines: Sequence[str], field: Field) -> Iterator[tuple[Leftover, Finding]]:
    """What surely is markup in a text and is printed as it stands, with its place in `lines`: those of the text as typed."""
    found = [*leftovers.headings(lines), *leftovers.leftovers(text, lines, field.is_running)]
    line = leftovers.more_paragraphs(text, lines) if field.is_running and field.is_in_sentence else None
    if line is None and field.is_running and field.frame and field.frame.form == "Z" and ITEM.match(text):
        message = "deze tekst begint met een lijst; waar zij een genummerde afspraak is, krijgt zij zo geen nummer"
        found.append(Leftover(0, lines[0].strip(), message, "zet een zin boven de lijst"))
    if line is not None and field.frame:
        message = f"deze tekst komt midden in een zin, ‘{field.frame.frame}’, en daar wordt dit één regel"
        found.append(Leftover(line, lines[line].strip(), message, "maak er één zin van, zonder lege regel of lijst"))
    yield from ((one, _warning("opmaak", one.message, one.hint)) for one in found)


def typed_lines(node: Node, lines: Sequence[str]) -> tuple[int, list[str]]:
    """The lines of a text as they stand in the file, and the number of the first."""
    first = lines[node.line - 1][node.column - 1 :] if node.line <= len(lines) else ""
    if not node.plain and first[:1] in ("|", ">"):
        depth, typed = 0, list[str]()
        for line in lines[node.line :]:
            space = len(line) - len(line.lstrip(" "))
            depth = depth or (space if line.strip() else 0)
            if line.strip() and space < max(depth, 1):
                break
            typed.append(line[depth:])
        return node.line + 1, typed
    if node.end[0] == node.line:
        return node.line, [node.text]
    return node.line, [first, *(line.strip() for line in lines[node.line : node.end[0]])]


def without_headings(text: str, typed: Iterable[str]) -> str:
    """A text without its lines that begin with #: they have a finding of their own."""
    for line in typed:
        if leftovers.HEADING.match(line):
            text = text.replace(line.strip(), "")
    return text


def is_not_filled_in(text: str) -> bool:
    """Whether a text is only there to be replaced."""
    blank = r"(?i:(?:naam|datum|bedrag|plaats|tekst|functie)\b.*)"
    return len(text) <= LONGEST_BLANK and bool(re.match(rf"(?:{NOT_FILLED_IN})|.*(?:{NOTE})|{blank}", text))


def _quote(found: str) -> str:
    unseen = len(found) == 1 and (found in HARD_SPACES or not found.isprintable())
    return f"U+{ord(found):04X}" if unseen else found[:60]


def lost_to_comment(node: Node, lines: list[str]) -> Iterator[Finding]:
    """Text that starts with # and no space after it was probably not meant as a comment."""
    line, column = node.end
    at = max(0, column - 1 - (node.text == ""))
    lost = COMMENT.match(lines[line - 1], at) if node.plain and line <= len(lines) else None
    if lost:
        message = f"‘{lost[1].strip()}’ valt weg: na een spatie begint # commentaar"
        yield _warning("commentaar", message, "zet de hele waarde tussen aanhalingstekens")


def lost_behind_explanation(node: Node, lines: list[str], explanation: str) -> Iterator[Finding]:
    """A value typed behind the explanation of an empty field, where a new dossier has it on the same line."""
    line, column = node.end
    behind = lines[line - 1][max(0, column - 1) :] if line <= len(lines) else ""
    said, found, lost = behind.partition(f"# {explanation}")
    if found and not said.strip() and lost.strip():
        message = f"‘{lost.strip()[:60]}’ staat achter de uitleg, en telt niet mee"
        yield _warning("commentaar", message, "zet de waarde vóór het #, meteen achter de dubbele punt")


def lost_to_quote(node: Node, lines: list[str]) -> Iterator[Finding]:
    """A quote that closes lines later may have taken other fields into its text."""
    own = lines[node.line - 1 : node.end[0]]
    if node.plain or len(own) < 2 or own[0][node.column - 1 : node.column] not in ("'", '"'):
        return
    lost = next((found for found in map(FIELD.match, own[1:]) if found), None)
    if lost:
        message = f"dit aanhalingsteken sluit pas op regel {node.end[0]}; daardoor valt ‘{lost[1]}’ in deze tekst"
        yield _warning("aanhaling", message, "zet het sluitende aanhalingsteken aan het eind van deze waarde")


def folded_list(node: Node, lines: list[str], name: str) -> Iterator[Finding]:
    """A list typed inside a text of which YAML makes one line."""
    if node.end[0] == node.line or is_literal(node, lines):
        return
    opening = None if node.plain else OPENING_FOLDED.match(lines[node.line - 1], node.column - 1)
    found = dict(_points(lines, node, is_block=opening is not None))
    if len(found) < 2 or not any(found.values()):
        return
    message = f"de opsomming op regel {min(found)}–{max(found)} wordt één regel"
    bare = "" if node.plain else "haal de aanhalingstekens weg, "
    remedy = f"zet elk punt recht onder het punt van regel {node.line}, of maak er één zin van"
    if opening:
        remedy = f"schrijf | in plaats van {opening[0]}"
    elif name:
        remedy = f"{bare}schrijf | achter {name}: en zet alle tekst eronder, twee spaties dieper dan {name}"
    elif bare:
        remedy = f"{bare}schrijf | op hun plaats en zet alle tekst eronder"
    yield _warning("opsomming", message, remedy)


def _points(lines: list[str], node: Node, is_block: bool) -> Iterator[tuple[int, bool]]:
    """The lines of a text that begin as a point of a list, and whether each is glued to the line before."""
    depth = 0
    if not is_block and POINT.match(lines[node.line - 1][node.column - 1 :].lstrip("'\"")):
        yield node.line, False
    for number in range(node.line + 1, node.end[0] + 1):
        own, before = lines[number - 1], lines[number - 2].strip()
        space = len(own) - len(own.lstrip(" "))
        depth = depth or space
        if is_block and own.strip() and space < depth:
            return
        if POINT.match(own) and (not is_block or space == depth):
            yield number, bool(before) and not (is_block and number == node.line + 1)


def with_paragraphs(node: Node, text: str, lines: list[str]) -> str:
    """A text in which an empty line is one, also where YAML makes a line break of it: in all but a block with |."""
    own = lines[node.line - 1 : node.end[0]]
    if len(own) < 3 or is_literal(node, lines) or all(line.strip() for line in own):
        return text
    return re.sub(r"\n+(?=[^\n])", "\n\n", text)


def is_literal(node: Node, lines: list[str]) -> bool:
    """Whether a text is a block of which YAML keeps every line."""
    return not node.plain and lines[node.line - 1][node.column - 1 : node.column] == "|"
