"""Lines that belong to another line than where they stand: text that runs on, a part with text behind it, a pasted table."""

from __future__ import annotations

import re
from collections.abc import Callable

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.syntax.explain.context import FARTHEST, KEY, Diagnosis, ErrorContext, indent
from docgen.syntax.explain.year_maps import YEAR

STUCK = regex("could not find|mapping values|did not find expected|block sequence entries")
OPENS_BLOCK = regex(r"[|>][-+\d]*\s*(#.*)?$")
ITEM = regex(r"(?P<lead> *(?:- +)+)(?P<text>\S.*)")
TABLE = regex(r"[^\t]*\S\t+\S")
Heuristic = Callable[[ErrorContext], "Diagnosis | None"]


def runs_on(context: ErrorContext) -> Diagnosis | None:
    """Text that goes on at a line that does not stand deeper than the name of its field."""
    own = context.text(context.line)
    key = KEY.match(own)
    if not STUCK.search(context.words) or re.match(r"\s*(- |-$|[\[{}\]]|\w+:\S|$)", own) or _is_field(context, key):
        return None
    if (key and "mapping values" not in context.words) or _is_heading(context) or _lacks_colon(context):
        return None
    number, name, opens = _open_field(context)
    if not number:
        return None
    message = f"deze regel lijkt het vervolg van ‘{name}’ op regel {number}"
    remedy = f"schrijf >- achter {name}: en zet alle tekst eronder, twee spaties dieper dan {name}"
    if opens:
        remedy = f"zet alle tekst twee spaties dieper dan {name}:"
    return Diagnosis(context.line, indent(own) + 1, message, remedy)


def _is_field(context: ErrorContext, key: re.Match[str] | None) -> bool:
    """Whether a line begins a field that may stand in the parts around it, or a section."""
    if not key:
        return False
    fields = {*context.outline(context.around(context.line, len(key["lead"])))[1], *context.outline(())[1]}
    above = KEY.match(context.text(context.before(context.line)))
    if above:
        fields.update(
            context.outline([*context.around(context.before(context.line), len(above["lead"])), above["name"]])[1]
        )
        fields.update(context.outline(context.around(context.before(context.line), len(above["lead"])))[1])
    return not fields or bool(did_you_mean(key["name"], fields, 0.8))


def _lacks_colon(context: ErrorContext) -> bool:
    """Whether the first word is the name of a field that may stand here."""
    own = context.text(context.line)
    word = re.match(r"\s*(?:- +)?([\w-]+)", own)
    fields = context.outline(context.around(context.line, indent(own)))[1]
    return not context.outline(())[1] or bool(word and word[1] in fields)


def _is_heading(context: ErrorContext) -> bool:
    """A few words above a section, in the margin: a heading as in Word."""
    own = context.text(context.line)
    after = next((text for text in context.lines[context.line :] if not re.match(r"\s*(#|$)", text)), "")
    key = KEY.match(after)
    is_short = re.fullmatch(r"\S+( \S+){0,5}", own.strip()) and not re.search(r"[.!?;:,]\s*$", own)
    return bool(is_short and indent(own) == 0 and key and key["name"] in context.outline(())[1])


def _open_field(context: ErrorContext) -> tuple[int, str, bool]:
    """The line and name of the text field above, and whether it opens a block of text; a nought when there is none."""
    number, seen = context.before(context.line), 0
    while number and seen < FARTHEST:
        key = KEY.match(context.text(number))
        seen += bool(key)
        kind = context.outline([*context.around(number, len(key["lead"])), key["name"]])[0] if key else ""
        if key and kind == "text":
            value = key["value"] or ""
            is_closed = re.match(r"['\"\[{]", value)
            return (0, "", False) if is_closed else (number, key["name"], bool(OPENS_BLOCK.match(value)))
        if kind or ITEM.match(context.text(number)) or (key and len(key["lead"]) <= indent(context.text(context.line))):
            return 0, "", False
        number = context.before(number)
    return 0, "", False


def item_runs_on(context: ErrorContext) -> Diagnosis | None:
    """A second line of a point, or a new point without its dash: both are told when it could be either."""
    own, number = context.text(context.line), context.before(context.line)
    item = ITEM.match(context.text(number))
    if (
        "could not find" not in context.words
        or not item
        or indent(own) > item["lead"].index("-")
        or _lacks_colon(context)
    ):
        return None
    text, rest = item["text"].strip(), own.strip()
    if " " not in text or re.search(r"[.!?;:,]$", text) or not rest[:1].islower() or KEY.match(own):
        return None
    message = f"deze regel is het vervolg van regel {number}, of er mist een streepje"
    remedy = f"hoort de tekst bij regel {number}: zet hem dieper dan het streepje; is het een nieuw punt: zet er - voor"
    return Diagnosis(context.line, indent(own) + 1, message, remedy)


def part_with_text(context: ErrorContext) -> Diagnosis | None:
    """Text behind the name of a part that has its fields on the lines below: `horizon: 2028 tot 2031`."""
    number = context.before(context.line)
    key, own = KEY.match(context.text(number)), context.text(context.line)
    if not key or not key["value"] or key["value"][0] in "{[" or not STUCK.search(context.words):
        return None
    kind, fields = context.outline([*context.around(number, len(key["lead"])), key["name"]])
    field = KEY.match(own)
    is_below = indent(own) > len(key["lead"]) or (field and "-" in field["lead"])
    if kind not in ("dict", "list") or not is_below or (field and field["name"] not in fields):
        return None
    message = f"‘{key['name']}’ is een kopje; hier hoort geen tekst achter"
    value = key["value"].strip()
    remedy = f"haal ‘{value[:40]}’ weg" + (", of zet het in een van de velden eronder" if " " in value else "")
    return Diagnosis(number, key.start("value") + 1, message, remedy)


def section_inside(context: ErrorContext) -> Diagnosis | None:
    """A section that has spaces in front of it and so falls into the part above."""
    key = re.match(r"(?P<lead> +)(?P<name>[\w-]+):\s*$", context.text(context.line))
    if not key or not STUCK.search(context.words) or key["name"] not in context.outline(())[1]:
        return None
    around = context.around(context.line, len(key["lead"]))
    if not around or key["name"] in context.outline(around)[1]:
        return None
    message = f"‘{key['name']}’ hoort helemaal links te beginnen"
    return Diagnosis(context.line, len(key["lead"]) + 1, message, f"haal de spaties voor {key['name']}: weg")


def moved_left(context: ErrorContext) -> Diagnosis | None:
    """Fields that stand too far to the left, so that the first that stands right seems too deep."""
    own = KEY.match(context.text(context.line))
    if not own or "mapping values" not in context.words:
        return None
    run: list[tuple[int, int]] = []
    number = context.before(context.line)
    while (
        len(run) < FARTHEST
        and (key := KEY.match(context.text(number)))
        and len(key["lead"]) < len(own["lead"])
        and "-" not in key["lead"]
    ):
        fields = context.outline(context.around(number, len(key["lead"])))[1]
        if not fields or key["name"] in fields or not key["value"]:
            break
        run.insert(0, (number, len(key["lead"])))
        number = context.before(number)
    if not run:
        return None
    line, depth = run[0]
    where = "deze regel begint" if len(run) == 1 else f"regel {line} tot en met {run[-1][0]} beginnen"
    step = len(own["lead"]) - depth
    return Diagnosis(
        line,
        depth + 1,
        f"{where} te ver naar links",
        f"zet er {'op elke regel ' if len(run) > 1 else ''}{step} spaties voor",
    )


def dash_in_part(context: ErrorContext) -> Diagnosis | None:
    """A dash before the first field of a part that is no list, or the second row of a list that lacks its dash."""
    key = re.match(r"(?P<lead> *)(?P<name>[\w-]+):(?:\s|$)", context.text(context.line))
    if not key or "did not find expected '-'" not in context.words:
        return None
    depth = len(key["lead"])
    dashes = (n for n in range(context.line - 1, 0, -1) if re.match(rf" {{{depth}}}- ", context.text(n)))
    number = next(dashes, 0)
    around = context.around(context.line, depth)
    first = KEY.match(context.text(number))
    if not number or not around or not first:
        return None
    kind = context.outline(around)[0]
    if kind == "dict":
        message = f"dit streepje hoort hier niet: ‘{around[-1]}’ is geen lijst"
        return Diagnosis(
            number, depth + 1, message, "haal het streepje weg en laat de namen recht onder elkaar beginnen"
        )
    if kind == "list" and first["name"] == key["name"]:
        remedy = f"zet een streepje en een spatie voor {key['name']}: en zet de rest van dit punt twee spaties dieper"
        return Diagnosis(context.line, depth + 1, "hier mist een streepje", remedy)
    return None


def table(context: ErrorContext) -> Diagnosis | None:
    """A table from Excel or Word: values with tabs between them."""
    own = context.text(context.line)
    if not TABLE.match(own) or KEY.match(own):
        return None
    return Diagnosis(context.line, indent(own) + 1, "hier is een tabel geplakt (met tabs)", _as_fields(context, own))


def _as_fields(context: ErrorContext, own: str) -> str:
    years = own.split()
    name = KEY.match(context.text(context.before(context.line)))
    if name and all(re.fullmatch(YEAR, year) for year in years):
        shown = ", ".join(f"{year}: …" for year in years)
        return f"zet elk jaar met zijn bedrag op één regel: {name['name']}: {{{shown}}}"
    return (
        "typ elke rij over als een punt van een lijst: een streepje, en elke waarde op een eigen regel achter haar naam"
    )


def part_on_one_line(context: ErrorContext) -> Diagnosis | None:
    """A field on the line of the part that it is in: `commissie: naam: Samenleving`."""
    key = KEY.match(context.text(context.line))
    field = re.match(r"([\w-]+): +\S", (key["value"] or "") if key else "")
    if not key or not field or "mapping values" not in context.words:
        return None
    if field[1] not in context.outline([*context.around(context.line, len(key["lead"])), key["name"]])[1]:
        return None
    message = f"‘{key['name']}’ is een kopje; ‘{field[1]}’ hoort op de regel eronder"
    remedy = f"zet {field[1]}: met wat erachter staat op een nieuwe regel, twee spaties dieper dan {key['name']}"
    return Diagnosis(context.line, key.start("value") + 1, message, remedy)


HEURISTICS: tuple[Heuristic, ...] = (
    table,
    section_inside,
    part_on_one_line,
    part_with_text,
    moved_left,
    dash_in_part,
    item_runs_on,
    runs_on,
)


def diagnose(context: ErrorContext) -> Diagnosis | None:
    """The first that says where the line belongs, or `None`."""
    return next((cause for cause in (one(context) for one in HEURISTICS) if cause), None)
