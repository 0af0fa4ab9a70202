"""Numbers in their field: pieces that a comma tore apart, years as names, and what a figure with words around it means."""

from __future__ import annotations

import re
from collections.abc import Callable

from docgen._lazy import regex
from docgen.errors import InvalidScalar
from docgen.schema.field import Field
from docgen.syntax.node import Node
from docgen.text.numbers import CONVERT, DIGITS, lone_number

NUMBERS = ("integer", "number", "amount")
PIECE = regex(
    r"(?:\d[\d.]*(?:,[-–=]+)? ?(?:k|m|mln|mld|duizend|miljoen|miljard|euro?|uur|uren|u|%|fte)?\.?|[-–=]+)",
    re.IGNORECASE,
)
GLUED = regex(r"([\w-]+) ?([:=]) ?(\S.*)")
EACH_YEAR = "noem elk jaar apart, met een eigen getal erachter: {0}: …, {1}: …"
A_YEAR = "zet hier een jaartal, zoals 2028"
# what stands where a year belongs -> message, remedy
YEARS: list[tuple[str, str, Callable[[re.Match[str]], str]]] = [
    (r"totaal.*|tot\.?|som|total|totale .*", "‘{raw}’ hoort hier niet", lambda _: "haal het weg; docgen telt zelf op"),
    (
        r"(?:vanaf|per|sinds|na) (\d{4})|(\d{4}) ?(?:e\.? ?v\.?|en (?:verder|later|volgende.*)|ff\.?|>|\+)",
        "verwacht één jaar, kreeg ‘{raw}’",
        lambda m: EACH_YEAR.format(m[1] or m[2], int(m[1] or m[2]) + 1),
    ),
    (
        r"(\d{4}) ?(?:[-–—/]|t/m|tm|tot(?: en met)?|en) ?(\d{4})",
        "verwacht één jaar, kreeg ‘{raw}’",
        lambda m: EACH_YEAR.format(m[1], int(m[1]) + 1),
    ),
    (r"""[“”„‘’"']?(\d{4})[“”‘’"']?[.,;]?""", "verwacht alleen het jaar, kreeg ‘{raw}’", lambda m: f"schrijf {m[1]}"),
    (r"[’'](\d\d)", "verwacht een jaar in vier cijfers, kreeg ‘{raw}’", lambda m: f"schrijf 20{m[1]}"),
    (r"\D*((?:19|20)\d\d)", "verwacht alleen het jaar, kreeg ‘{raw}’", lambda m: f"schrijf {m[1]}"),
]
UNITS = {
    "jaar": "jaar",
    "jaren": "jaar",
    "maand": "maand",
    "maanden": "maand",
    "mnd": "maand",
    "week": "week",
    "weken": "week",
}
UNITS |= {
    "dag": "dag",
    "dagen": "dag",
    "dagdeel": "dag",
    "dagdelen": "dag",
    "uur": "u(?:ur|ren)",
    "uren": "u(?:ur|ren)",
}
OWN_UNIT = regex(r"(\d+(?:\.\d{1,2})?)\s*([A-Za-z]*)\s*(per jaar|/ ?jaar|p/j|p\.?j\.?)?", re.IGNORECASE)


def rejoin_split_numbers(node: Node, field: Field) -> list[tuple[Node, Node]]:
    """The pairs of a map; an amount that a comma cut in pieces is whole again: `{2028: 12.500,50}`, `{2028: 1,2 mln}`."""
    if not node.flow:
        return node.pairs
    pairs: list[tuple[Node, Node]] = []
    for key, value in node.pairs:
        is_piece = (
            key.plain and PIECE.fullmatch(key.text) and value.plain and not value.text and not _is_year(key, field.key)
        )
        before = field.below(pairs[-1][0].text) if pairs else None
        if not (is_piece and before and before.kind in NUMBERS and pairs[-1][1].plain):
            pairs.append((key, value))
        elif pairs[-1][1].text:
            pairs[-1] = (pairs[-1][0], pairs[-1][1].and_text(f",{key.text}"))
    return pairs


def _is_year(key: Node, wanted: Field | None) -> bool:
    if not wanted or wanted.kind != "integer" or not re.fullmatch(r"\d{4}", key.text):
        return False
    return (wanted.min or 0) <= int(key.text) <= (9999 if wanted.max is None else wanted.max)


def missing_colons(name: str, pairs: list[tuple[Node, Node]]) -> tuple[Node, str, str] | None:
    """Entries of a free map without a colon and a space, told once: `{2028=5, 2029=6}`. Place, message and remedy."""
    wrong = [key for key, value in pairs if key.plain and value.plain and not value.text and GLUED.fullmatch(key.text)]
    signs = {GLUED.fullmatch(key.text)[2] for key in wrong}  # type: ignore[index]
    if not wrong or (signs == {":"} and len(wrong) == 1):
        return None
    from docgen.syntax.explain import year_maps  # only for a mistake

    text = ", ".join(f"{key.text}: {value.text}" if value.text else key.text for key, value in pairs)
    remedy = year_maps.line(name, text) or "schrijf na elke naam een dubbele punt en een spatie"
    if signs == {":"}:
        return wrong[0], "na elke dubbele punt hoort een spatie", remedy
    return wrong[0], "tussen naam en getal hoort een dubbele punt met een spatie, geen =", remedy


def explain_year(raw: str, fault: InvalidScalar) -> tuple[str, str]:
    """Message and remedy for a name that should have been a year."""
    for pattern, message, remedy in YEARS:
        found = re.fullmatch(pattern, raw.strip(), re.IGNORECASE)
        if found and "aanhalingstekens" not in fault.message:
            return message.format(raw=raw), remedy(found)
    if re.fullmatch(r"schrijf \d{4}|haal de aanhalingstekens weg", fault.hint):
        return fault.message, fault.hint
    return f"verwacht een jaar, kreeg ‘{raw}’", A_YEAR


def _in_own_unit(raw: str, name: str, field: Field) -> str:
    """The number in "6 weken" of a field of weeks, "240 uur per jaar" of one of hours in a year, "7280 p/j" behind a year."""
    found = OWN_UNIT.fullmatch(raw)
    if not found:
        return ""
    unit, times = found[2].lower(), found[3]
    if not unit and not times:
        return ""
    is_own = (
        unit in name.split("_")
        or UNITS.get(unit, "-") in map(UNITS.get, name.split("_"))
        or (name.isdigit() and not unit)
    )
    is_yearly = not times or name.isdigit() or "per jaar" in field.description.lower()
    return lone_number(found[1], field.min, field.max) if is_own and is_yearly else ""


def suggest_number(raw: str, name: str, field: Field, hint: str) -> str:
    """The remedy for a figure that cannot be read: in the unit of the field, or the only number that stands there."""
    if own := _in_own_unit(raw, name, field):
        return f"schrijf {own}"
    about = f"{name} {field.title} {field.description}".lower()
    units = {UNITS[word] for word in re.findall(r"[a-z]+", raw.lower()) if word in UNITS}
    if hint == CONVERT or any(not re.search(unit, about) for unit in units):
        wanted = field.description.rstrip(".")
        return f"reken het om naar wat hier hoort: {wanted[:1].lower()}{wanted[1:]}" if wanted else CONVERT
    if hint != DIGITS:
        return hint
    number = lone_number(raw, field.min, field.max)
    return f"schrijf {number}" if number else hint
