"""What in the lines around a place makes a text no YAML: each look knows one slip of a writer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

QUOTE = "zet de waarde tussen aanhalingstekens: '…'"
DASHES = "laat alle streepjes recht onder elkaar beginnen"
NAMES = "laat de namen recht onder elkaar beginnen"
BULLET = re.compile(r"\s*([•·▪◦●‣∙○■\ue000-\uf8ff*+]|o(?=\s+[\w-]+:)|\d{1,3}[.)](?=\s)|[a-z]\)(?=\s))\s*(.*)")
NAME = r"\s*(?:- +)?(?P<name>[\w-]+)"


@dataclass(frozen=True)
class Cause:
    """A likely cause, at a line and column that count from 1."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True)
class Last:
    """The last value that was read before things went wrong: where it began and ended, and how it was written."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str  # "'" or '"' for quoted text, "[" for a list or map between brackets, "" for plain text


@dataclass(frozen=True)
class Spot:
    """Where the parser gave up: the lines, the place, its own words, and the last value it read."""

    lines: list[str]
    line: int
    column: int
    words: str
    last: Last | None

    def text(self, number: int) -> str:
        """A line, empty when there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def near(self) -> list[int]:
        """The line itself and the one before it that is not empty."""
        return [self.line, self.before(self.line)]

    def before(self, line: int) -> int:
        """The line before a line that is neither empty nor a comment; 0 when there is none."""
        return next((n for n in range(line - 1, 0, -1) if not re.match(r"\s*(#|$)", self.text(n))), 0)


Look = Callable[[Spot], "Cause | None"]


def _found(spot: Spot, pattern: str, message: str, hint: str) -> Cause | None:
    """A pattern of which the group `at` is what is wrong; the hint may name other groups."""
    for number in spot.near():
        match = re.match(pattern, spot.text(number))
        if match:
            groups = {name: (text or "").strip()[:40] for name, text in match.groupdict().items()}
            return Cause(number, match.start("at") + 1, message, hint.format(**groups))
    return None


def _tab(spot: Spot) -> Cause | None:
    dash = _found(spot, r" *-(?P<at>\t)", "na het streepje staat een tab", "vervang de tab door een spatie")
    message = "hier staat een tab; YAML springt in met spaties"
    return dash or _found(spot, r" *(?P<at>\t)", message, "vervang de tab door spaties")


def _hard_space(spot: Spot) -> Cause | None:
    message = "na de dubbele punt staat een harde spatie, zoals bij plakken uit Word"
    return _found(spot, NAME + ":(?P<at>[\u00a0\u2000-\u200a\u202f])", message, "vervang die door een gewone spatie")


def _wide_colon(spot: Spot) -> Cause | None:
    message = "dit is niet de gewone dubbele punt"
    return _found(spot, NAME + r" ?(?P<at>[：；;=]) ?(?P<value>.+)", message, "schrijf {name}: {value}")


def _curly(spot: Spot) -> Cause | None:
    message = "gekrulde aanhalingstekens uit Word gelden niet als aanhalingstekens"
    return _found(spot, r"\s*(- +)?([\w-]+: +)?(?P<at>[“”„‘’])", message, "typ rechte: '…' of \"…\"")


def _hash(spot: Spot) -> Cause | None:
    if not re.search("did not find expected (',|node)", spot.words):
        return None
    message = "na een spatie begint # commentaar: de rest van deze regel valt weg, ook het sluitende teken"
    return _found(spot, r".*[{\[].*? (?P<at>#)\S", message, QUOTE)


def _bullet(spot: Spot) -> Cause | None:
    for number in spot.near():
        match = BULLET.match(spot.text(number))
        if match:
            message = f"een onderdeel van een lijst begint met een streepje, niet met ‘{match[1]}’"
            return Cause(number, match.start(1) + 1, message, f"schrijf - {match[2][:40]}")
    return None


def _dash(spot: Spot) -> Cause | None:
    remedy = "typ een gewoon streepje met een spatie erachter: - {rest}"
    long = _found(spot, r"\s*(?P<at>[–—]) *(?P<rest>.*)", "dit is een lang streepje uit Word", remedy)
    in_list = re.match(r"\s*-\s", spot.text(spot.before(spot.line)))
    pattern = r"\s*(?P<at>-)(?P<rest>[^\s-].*)" if in_list else r"\s*(?P<at>-)(?P<rest>\w[\w-]*:(\s.*|$))"
    return long or _found(spot, pattern, "na het streepje hoort een spatie", "schrijf - {rest}")


def _apostrophe(spot: Spot) -> Cause | None:
    """A quote that opens at 's or 't, closed or not."""
    begin = (spot.last.line, spot.last.column) if spot.last and spot.last.style == "'" else (spot.line, spot.column)
    if begin[0] not in (spot.line, spot.line - 1):
        return None
    text = re.sub(r"[\]},\s]+$", "", spot.text(begin[0])[begin[1] - 1 :])
    if not re.match(r"'(?:[stnkmr]|ns)[ -]\w", text):
        return None
    message = "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens"
    return Cause(*begin, message, f'schrijf "{text[:40]}"')


def _open_quote(spot: Spot) -> Cause | None:
    if "found unexpected end of stream" not in spot.words:
        return None
    mark = spot.text(spot.line)[spot.column - 1 : spot.column]
    return Cause(
        spot.line, spot.column, "dit aanhalingsteken wordt niet gesloten", f"zet ook {mark} aan het eind van de waarde"
    )


def _quote_runs_on(spot: Spot) -> Cause | None:
    last = spot.last
    if not last or last.style not in ("'", '"') or last.end_line == last.line or not _rest(spot, last):
        return None
    message = f"het aanhalingsteken dat hier opent, sluit pas op regel {last.end_line}"
    return Cause(last.line, last.column, message, "zet het sluitende aanhalingsteken aan het eind van deze waarde")


def _rest(spot: Spot, last: Last) -> str:
    rest = spot.text(last.end_line)[last.end_column - 1 :].strip()
    return "" if rest[:1] in tuple("#,:") or spot.line != last.end_line else rest


def _text_after_value(spot: Spot) -> Cause | None:
    last = spot.last
    rest = _rest(spot, last) if last and last.style else ""
    if not last or not rest:
        return None
    if rest[0] in "]}":
        return _too_many(spot, rest[0]) if last.style == "[" else None
    if last.style == "[":
        return Cause(last.line, last.column, "een waarde die met [ of { begint, moet daar ook mee eindigen", QUOTE)
    if last.style == "'":
        hint = "verdubbel een apostrof binnen de tekst (foto''s), of gebruik dubbele aanhalingstekens"
    else:
        hint = "zet de hele waarde tussen enkele aanhalingstekens: '…'"
    message = f"na het sluitende aanhalingsteken staat nog tekst: ‘{rest[:30]}’"
    return Cause(last.end_line, last.end_column, message, hint)


def _too_many(spot: Spot, bracket: str) -> Cause | None:
    if spot.text(spot.line)[spot.column - 1 : spot.column] != bracket or "block" not in spot.words:
        return None
    return Cause(spot.line, spot.column, f"hier staat een {bracket} te veel", f"haal de {bracket} weg")


def _no_space(spot: Spot) -> Cause | None:
    if not re.search("could not find|mapping values", spot.words):
        return None
    message = "na de dubbele punt hoort een spatie"
    for number in spot.near():
        match = re.match(NAME + r":(?!//)(?P<value>[^\s:][^:]*(:\S[^:]*)*)$", spot.text(number))
        if match:
            hint = f"schrijf {match['name']}: {match['value'].strip()[:40]}"
            return Cause(number, match.start("name") + 1, message, hint)
    return None


def _block_text(spot: Spot) -> Cause | None:
    number = spot.before(spot.line)
    opening = re.match(r" *(?:- +)?[\w-]+: *([|>])[-+\d]*\s*$", spot.text(number))
    if not opening or "could not find" not in spot.words:
        return None
    return Cause(
        spot.line,
        _indent(spot.text(spot.line)) + 1,
        f"tekst na {opening[1]} moet verder inspringen dan regel {number}",
        "zet twee spaties meer voor elke regel van de tekst",
    )


def _no_dash(spot: Spot) -> Cause | None:
    own, before = spot.text(spot.line), spot.text(spot.before(spot.line))
    if "could not find" not in spot.words or not re.match(rf" {{{_indent(own)}}}- ", before):
        return None
    return Cause(spot.line, _indent(own) + 1, "hier mist een streepje", f"schrijf - {own.strip()[:40]}")


def _no_colon(spot: Spot) -> Cause | None:
    """A name without a colon: the line itself, or the line above, to which the parser glued this one."""
    if "mapping values" in spot.words and not re.search(r":\s.*:(\s|$)", spot.text(spot.line)):
        number = spot.before(spot.line)
    elif "could not find" in spot.words:
        number = spot.line
    else:
        return None
    match = re.match(r"\s*(?:- +)?(?P<name>[\w-]+) *(?P<value>[^:]*)$", spot.text(number))
    if not match:
        return None
    hint = f"schrijf {match['name']}: {match['value'][:40]}".rstrip()
    return Cause(number, match.start("name") + 1, "hier mist een dubbele punt met een spatie erachter", hint)


def _uneven_dash(spot: Spot) -> Cause | None:
    own = re.match(r" *(?=-( |$))", spot.text(spot.line))
    if not own or not re.search("did not find expected (key|'-')|block sequence entries", spot.words):
        return None
    number = next((n for n in range(spot.line - 1, 0, -1) if re.match(r" *- ", spot.text(n))), 0)
    if not number or _indent(spot.text(number)) == own.end():
        return None
    message = f"dit streepje staat niet recht onder het streepje van regel {number}"
    return Cause(spot.line, own.end() + 1, message, DASHES)


def _uneven_name(spot: Spot) -> Cause | None:
    match = re.match(r"( *)[\w-]+:(\s|$)", spot.text(spot.line))
    above = re.match(r" *(?:- +)*(?=[\w-]+: +[^\s|>#&])", spot.text(spot.before(spot.line)))
    if not match or not above or not re.search("did not find expected (key|'-')|mapping values", spot.words):
        return None
    step = len(match[1]) - above.end()
    if not step or re.search(r":\s.*:(\s|$)", spot.text(spot.line)):
        return None
    way = f"{abs(step)} {'spatie' if abs(step) == 1 else 'spaties'} {'verder' if step > 0 else 'minder ver'}"
    message = f"deze regel springt {way} in dan de regel erboven"
    return Cause(spot.line, len(match[1]) + 1, message, NAMES)


def _lone_sign(spot: Spot) -> Cause | None:
    """A dash, question mark or colon where a value belongs."""
    match = re.match(r"(?P<sign>[-?:])(?: +(?P<rest>.*))?$", spot.text(spot.line)[spot.column - 1 :])
    if not match or not re.match(r"\s*(- +)?[\w-]+ *: *$", spot.text(spot.line)[: spot.column - 1]):
        return None
    sign, rest = match["sign"], (match["rest"] or "").strip()
    if not rest:
        hint = "laat de waarde leeg zolang die niet bekend is"
        return Cause(spot.line, spot.column, f"{sign} alleen is geen waarde", hint)
    hint = f"schrijf -{rest}" if sign == "-" and re.fullmatch(r"[\d.,]+", rest) else QUOTE
    hint = f"{hint}; zet elk punt van een lijst op een eigen regel" if sign == "-" and hint == QUOTE else hint
    return Cause(spot.line, spot.column, f"een waarde mag niet beginnen met {sign} en een spatie", hint)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


LOOKS: tuple[Look, ...] = (
    _tab,
    _hard_space,
    _apostrophe,
    _open_quote,
    _quote_runs_on,
    _text_after_value,
    _lone_sign,
    _hash,
    _curly,
    _dash,
    _no_space,
    _bullet,
    _block_text,
    _no_dash,
    _wide_colon,
    _uneven_dash,
    _uneven_name,
    _no_colon,
)


def look(spot: Spot) -> Cause | None:
    """The cause that is to be seen in the lines, or `None`."""
    return next((cause for cause in (one(spot) for one in LOOKS) if cause), None)
