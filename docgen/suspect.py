"""Text that YAML reads without a murmur and that would still be wrong on paper: each kind is a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.invisible import HARD_SPACES, HIDDEN
from docgen.source import Node

MOJIBAKE = "Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|â€[\x80-\xbf™œ“”˜¦]|\ufffd"
NOT_FILLED_IN = (
    r"\s*(?i:x{3,}|\?+|…|\.{3}|-+|[–—]|tbd|(nog )?in te vullen|invullen|lorem ipsum.*|<[^<>/]*>|\[[^\[\]]*\]|\{\{.*\}\})\s*$"
    r"|.*(\bTODO\b|\bXXX+\b|(?i:<invullen>|\[(?:invullen|naam|datum|bedrag)\]|\[ontbreekt: ))"
)
OPENING, CLOSING = "“„‘‚", "”“’"
ONE_QUOTED = f"(?!‘[stnkmr][ -])[{OPENING}][^{OPENING}{CLOSING}]*[{CLOSING}]?$|[^{OPENING}{CLOSING}]*”$"
# code, pattern that fits at the start, message ({0}: what was found), remedy, where: "any", "plain" (without quotes),
# "field" (plain, and no item of a list)
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
        f"([{HARD_SPACES}])|.*([{HARD_SPACES}])$",
        "deze tekst begint of eindigt met een harde spatie",
        "haal die weg",
        "any",
    ),
    (
        "invullen",
        f"({NOT_FILLED_IN})",
        "dit lijkt nog niet ingevuld",
        "vul de tekst in, of haal het veld weg zolang die niet bekend is",
        "any",
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
        "opmaak",
        r".*?(&(?:\w{2,8}|#\d{2,5});|</?(?:b|i|u|p|br|em|strong|span|div|ul|li|a)\b[^<>]*>)",
        "‘{0}’ is een code uit een webpagina en komt zo in het document",
        "typ het teken zelf, of haal de code weg",
        "any",
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
FIELD = re.compile(r"\s*(?:- )?([a-z_]{2,40}):(?:\s|$)")
Remark = tuple[str, str, str]


def suspicions(text: str, plain: bool, in_list: bool) -> Iterator[Remark]:
    """Yield code, message and remedy for what is suspicious in a text."""
    applies = {"any"} | ({"plain"} if plain else set()) | ({"field"} if plain and not in_list else set())
    for pattern, (code, _, message, hint, where) in zip(_COMPILED, ROWS, strict=True):
        found = pattern.match(text) if where in applies else None
        if found:
            yield code, message.format(_shown(next(filter(None, found.groups()), ""))), hint


def _shown(found: str) -> str:
    unseen = len(found) == 1 and (found in HARD_SPACES or not found.isprintable())
    return f"U+{ord(found):04X}" if unseen else found[:30]


def comment(node: Node, lines: list[str]) -> Iterator[Remark]:
    """Text that starts with # and no space after it was probably not meant as a comment."""
    line, column = node.end
    rest = lines[line - 1][column - 1 - (node.text == "") :] if line <= len(lines) else ""
    lost = re.match(r"[: ] *(#\S.*|# ?\d+\s*$)", rest)
    if node.plain and lost:
        message = f"‘{lost[1].strip()}’ valt weg: na een spatie begint # commentaar"
        yield "commentaar", message, "zet de hele waarde tussen aanhalingstekens"


def swallowed(node: Node, lines: list[str]) -> Iterator[Remark]:
    """A quote that closes lines later may have taken other fields into its text."""
    own = lines[node.line - 1 : node.end[0]]
    if node.plain or len(own) < 2 or own[0][node.column - 1 : node.column] not in ("'", '"'):
        return
    lost = next((found for found in map(FIELD.match, own[1:]) if found), None)
    if lost:
        message = f"dit aanhalingsteken sluit pas op regel {node.end[0]}; daardoor valt ‘{lost[1]}’ in deze tekst"
        yield "aanhaling", message, "zet het sluitende aanhalingsteken aan het eind van deze waarde"
