"""What in the lines around a place makes a text no YAML: each look knows one slip of a writer."""

from __future__ import annotations

import re
from collections.abc import Callable

from docgen.syntax.explain import indentation, quotes, year_maps
from docgen.syntax.explain.context import (
    BULLET,
    KEY,
    QUOTE,
    Diagnosis,
    ErrorContext,
    copyable,
    indent,
    match_line,
)

SHORT = "typ een gewoon streepje met een spatie erachter"
DASHES = "laat alle streepjes recht onder elkaar beginnen"
NAMES = "laat de namen recht onder elkaar beginnen"
COLON = "zet een gewone dubbele punt en een spatie achter {name}"
NO_FIELD = "hoort de tekst in een document, zet hem dan achter de naam van een veld; haal de regel anders weg"
LOOSE = (
    "een dossier begint met namen als ‘dossier:’, maar hier staat losse tekst",
    "begin met dossier: en organisatie:, zoals in de handleiding",
)
NAME = r"\s*(?:- +)?(?P<name>[\w-]+)"
Heuristic = Callable[[ErrorContext], "Diagnosis | None"]


def _tab(context: ErrorContext) -> Diagnosis | None:
    dash = match_line(context, r" *-(?P<at>\t)", "na het streepje staat een tab", "vervang de tab door een spatie")
    message = "hier staat een tab; YAML springt in met spaties"
    return dash or match_line(context, r" *(?P<at>\t)", message, "vervang de tab door spaties")


def _hard_space(context: ErrorContext) -> Diagnosis | None:
    message = "na de dubbele punt staat een harde spatie, zoals bij plakken uit Word"
    return match_line(
        context, NAME + ":(?P<at>[\u00a0\u2000-\u200a\u202f])", message, "vervang die door een gewone spatie"
    )


def _wide_colon(context: ErrorContext) -> Diagnosis | None:
    message = "dit is niet de gewone dubbele punt"
    return match_line(context, NAME + r" ?(?P<at>[：；;=]) ?(?P<value>.+)", message, "schrijf {name}: {value}", COLON)


def _curly(context: ErrorContext) -> Diagnosis | None:
    message = "gekrulde aanhalingstekens uit Word gelden niet als aanhalingstekens"
    return match_line(context, r"\s*(- +)?([\w-]+: +)?(?P<at>[“”„‘’])", message, "typ rechte: '…' of \"…\"")


def _hash(context: ErrorContext) -> Diagnosis | None:
    if not re.search("did not find expected (',|node)", context.words):
        return None
    message = "na een spatie begint # commentaar: de rest van deze regel valt weg, ook het sluitende teken"
    return match_line(context, r".*[{\[][^{\[]*? (?P<at>#)\S", message, QUOTE)


def _bullet(context: ErrorContext) -> Diagnosis | None:
    for number in context.near():
        match = BULLET.match(context.text(number))
        if match:
            message = f"een onderdeel van een lijst begint met een streepje, niet met ‘{match[1]}’"
            above = context.before(number)
            dash = re.match(r"( *)- ", context.text(above))
            if dash and len(dash[1]) > match.start(1):
                remedy = f"zet een streepje in plaats van {match[1]}, recht onder het streepje van regel {above}"
                return Diagnosis(number, match.start(1) + 1, message, remedy)
            remedy = copyable(f"schrijf - {match[2]}", f"zet een streepje en een spatie in plaats van {match[1]}")
            return Diagnosis(number, match.start(1) + 1, message, remedy)
    return None


def _dash(context: ErrorContext) -> Diagnosis | None:
    remedy = "typ een gewoon streepje met een spatie erachter: - {rest}"
    long = match_line(context, r"\s*(?P<at>[–—]) *(?P<rest>.*)", "dit is een lang streepje uit Word", remedy, SHORT)
    in_list = re.match(r"\s*-\s", context.text(context.before(context.line)))
    pattern = r"\s*(?P<at>-)(?P<rest>[^\s-].*)" if in_list else r"\s*(?P<at>-)(?P<rest>\w[\w-]*:(\s.*|$))"
    return long or match_line(context, pattern, "na het streepje hoort een spatie", "schrijf - {rest}", SHORT)


def _double_dash(context: ErrorContext) -> Diagnosis | None:
    pattern, message = r"\s*- +(?P<at>-) +(?P<rest>[\w-]+:(\s.*|$))", "hier staat een streepje te veel"
    return match_line(context, pattern, message, "schrijf - {rest}", "haal één streepje weg")


def _too_many(context: ErrorContext) -> Diagnosis | None:
    bracket = context.text(context.line)[context.column - 1 : context.column]
    if bracket not in tuple("]}") or "block" not in context.words:
        return None
    return Diagnosis(context.line, context.column, f"hier staat een {bracket} te veel", f"haal de {bracket} weg")


# a line that is no name with a value -> what it is
REMARKS = [
    (r"(?P<at><{7}|={7}|>{7})( |$)", "hier staan twee versies van het dossier door elkaar", "kies er één en haal deze regel weg"),
    (r"\s*(?P<at>//|/\*|<!--|;)", "zo begint in YAML geen toelichting", "zet # voor de toelichting"),
    (r"\s*(?P<at>[=_~*]{3,}|-{4,})", "een streep is geen naam met een waarde", "haal de streep weg, of zet er # voor"),
]  # fmt: skip


def _remark(context: ErrorContext) -> Diagnosis | None:
    return next((cause for cause in (match_line(context, *row) for row in REMARKS) if cause), None)


def _no_space(context: ErrorContext) -> Diagnosis | None:
    if not re.search("could not find|mapping values", context.words):
        return None
    message = "na de dubbele punt hoort een spatie"
    for number in context.near():
        match = re.match(NAME + r":(?!//)(?P<value>[^\s:][^:]*(:\S[^:]*)*)$", context.text(number))
        if match:
            hint = f"schrijf {match['name']}: {match['value'].strip()}"
            return Diagnosis(
                number, match.start("name") + 1, message, copyable(hint, f"zet een spatie na {match['name']}:")
            )
    return None


def _block_text(context: ErrorContext) -> Diagnosis | None:
    number = context.before(context.line)
    opening = re.match(r" *(?:- +)?[\w-]+: *([|>])[-+\d]*\s*$", context.text(number))
    if not opening or "could not find" not in context.words:
        return None
    return Diagnosis(
        context.line,
        indent(context.text(context.line)) + 1,
        f"tekst na {opening[1]} moet verder inspringen dan regel {number}",
        "zet twee spaties meer voor elke regel van de tekst",
    )


def _no_dash(context: ErrorContext) -> Diagnosis | None:
    own, before = context.text(context.line), context.text(context.before(context.line))
    if "could not find" not in context.words or not re.match(rf" {{{indent(own)}}}- ", before):
        return None
    remedy = copyable(f"schrijf - {own.strip()}", "zet er een streepje en een spatie voor")
    return Diagnosis(context.line, indent(own) + 1, "hier mist een streepje", remedy)


def _no_colon(context: ErrorContext) -> Diagnosis | None:
    """A name without a colon: the line itself, or the line above, to which the parser glued this one."""
    if "mapping values" in context.words and not re.search(r":\s.*:(\s|$)", context.text(context.line)):
        number = context.before(context.line)
    elif "could not find" in context.words:
        number = context.line
    else:
        return None
    match = re.match(r"\s*(?:- +)?(?P<name>[\w-]+) *(?P<value>[^:]*)$", context.text(number))
    if not match:
        return None
    hint = f"schrijf {match['name']}: {match['value']}".rstrip()
    hint = copyable(hint, f"zet een dubbele punt en een spatie achter {match['name']}")
    fields = context.outline(context.around(number, indent(context.text(number))))[1]
    if match["name"] not in (fields or [match["name"]]) or not re.fullmatch("[a-z][a-z_]*", match["name"]):
        told = LOOSE if not _has_section(context) else ("deze regel is geen naam met een waarde", NO_FIELD)
        return Diagnosis(number, match.start("name") + 1, *told)
    return Diagnosis(number, match.start("name") + 1, "hier mist een dubbele punt met een spatie erachter", hint)


def _has_section(context: ErrorContext) -> bool:
    sections = context.outline(())[1]
    return not sections or any(key["name"] in sections for key in map(KEY.match, context.lines) if key)


def _uneven_dash(context: ErrorContext) -> Diagnosis | None:
    own = re.match(r" *(?=-( |$))", context.text(context.line))
    if not own or not re.search("did not find expected (key|'-')|block sequence entries", context.words):
        return None
    number = next((n for n in range(context.line - 1, 0, -1) if re.match(r" *- ", context.text(n))), 0)
    if not number:
        return Diagnosis(context.line, own.end() + 1, "een streepje kan hier niet staan", "haal het streepje weg")
    if indent(context.text(number)) == own.end():
        return None
    message = f"dit streepje staat niet recht onder het streepje van regel {number}"
    return Diagnosis(context.line, own.end() + 1, message, DASHES)


def _uneven_name(context: ErrorContext) -> Diagnosis | None:
    match = re.match(r"( *)[\w-]+:(\s|$)", context.text(context.line))
    above = re.match(r" *(?:- +)*(?=[\w-]+: +[^\s|>#&])", context.text(context.before(context.line)))
    if not match or not above or not re.search("did not find expected (key|'-')|mapping values", context.words):
        return None
    step = len(match[1]) - above.end()
    if not step or re.search(r":\s.*:(\s|$)", context.text(context.line)):
        return None
    way = f"{abs(step)} {'spatie' if abs(step) == 1 else 'spaties'} {'verder' if step > 0 else 'minder ver'}"
    message = f"deze regel springt {way} in dan de regel erboven"
    return Diagnosis(context.line, len(match[1]) + 1, message, NAMES)


def _lone_sign(context: ErrorContext) -> Diagnosis | None:
    """A dash, question mark or colon where a value belongs."""
    match = re.match(r"(?P<sign>[-?:])(?: +(?P<rest>.*))?$", context.text(context.line)[context.column - 1 :])
    if not match or not re.match(r"\s*(- +)?[\w-]+ *: *$", context.text(context.line)[: context.column - 1]):
        return None
    sign, rest = match["sign"], (match["rest"] or "").strip()
    if not rest:
        hint = "laat de waarde leeg zolang die niet bekend is"
        return Diagnosis(context.line, context.column, f"{sign} alleen is geen waarde", hint)
    hint = f"schrijf -{rest}" if sign == "-" and re.fullmatch(r"[\d.,]+", rest) else QUOTE
    if sign == "-" and hint == QUOTE:
        row = "zet het streepje op een nieuwe regel, ingesprongen"
        hint = row if ": " in rest else f"{QUOTE}; is het een punt van een lijst, {row}"
    return Diagnosis(context.line, context.column, f"een waarde mag niet beginnen met {sign} en een spatie", hint)


HEURISTICS: tuple[Heuristic, ...] = (
    _tab,
    _hard_space,
    quotes.apostrophe,
    quotes.open_quote,
    quotes.runs_on,
    year_maps.diagnose,
    quotes.text_after_value,
    _too_many,
    _remark,
    _lone_sign,
    _hash,
    _curly,
    _dash,
    _no_space,
    _bullet,
    _block_text,
    indentation.diagnose,
    _no_dash,
    _wide_colon,
    _double_dash,
    _uneven_dash,
    _uneven_name,
    _no_colon,
)


def diagnose(context: ErrorContext) -> Diagnosis | None:
    """The cause that is to be seen in the lines, or `None`."""
    return next((cause for cause in (one(context) for one in HEURISTICS) if cause), None)
