"""Why a raw scalar is no number: a table of what Dutch writers type, each with its remedy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from docgen.errors import InvalidScalar
from docgen.text.characters import without_invisible

LONGEST = 80  # more than this is no slip in a number
DIGITS = "schrijf alleen cijfers"
CONVERT = "reken het om naar dit veld"
WHOLE = "hier hoort een heel getal, zonder komma of punt"
TOO_FINE = "controleer het getal: na de punt horen ten hoogste twee cijfers"
FILL_IN = "vul het in, of haal het veld weg zolang het niet bekend is"
UNKNOWN = (
    r"(?i)(€ ?)?(p\.?m\.?|n\.?v\.?t\.?|n\.?[tnb]\.?b\.?|todo|x+|\?+|…|\.{2,}|[-–—]+|nihil|geen|onbekend|volgt"
    r"|(nog|nader) te (bepalen|verdelen|onderzoeken)|nog niet bekend|\[?invullen\]?|<.*>|€)"
)
NUMBER = r"[-+]?(?:\d[\d., ]*\d|\d)"
ALONE = "verwacht alleen het getal, kreeg ‘{raw}’"
ONE = "verwacht één getal, kreeg ‘{raw}’"
ABOUT = r"ca\.?|circa|ong\.?|ongeveer|plm\.?|max\.?|maximaal|min\.?|minimaal|(?:minder|meer) dan|hooguit|±|~|<|>|≤|≥|="
WORDS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
LARGE = {"k": 10**3, "duizend": 10**3, "mln": 10**6, "miljoen": 10**6, "m": 10**6, "mld": 10**9, "miljard": 10**9}
HALVES = {"¼": "0.25", "½": "0.5", "¾": "0.75"}
LOOK_ALIKE = str.maketrans("OoIl", "0011")
Remedy = Callable[[re.Match[str]], str]


def _write(number: str | None) -> str:
    return f"schrijf {number}" if number else DIGITS


def _dutch(written: str) -> str | None:
    """A number in Dutch or English notation as a dossier wants it, or `None` when it could be two."""
    number = _exact(written)
    return None if number is None else _in_cents(number)


def _in_cents(number: Decimal) -> str:
    return f"{number if int(number.as_tuple().exponent) >= -2 else cents(number):f}"


def _exact(written: str) -> Decimal | None:
    raw = re.sub(r"[ ']", "", written).removeprefix("+")
    if re.fullmatch(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", raw):
        raw = raw.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", raw) and ("." in raw or raw.count(",") > 1):
        raw = raw.replace(",", "")
    elif re.fullmatch(r"-?\d+,\d+", raw):
        raw = raw.replace(",", ".")
    return Decimal(raw) if re.fullmatch(r"-?\d{1,18}(\.\d+)?", raw) else None


def cents(number: Decimal | str) -> Decimal:
    """A number rounded to two decimals."""
    return Decimal(number).quantize(Decimal("0.01"), ROUND_HALF_UP)


def plain_number(written: str) -> str:
    """A figure as a dossier wants it: "€ 12.500,-" is "12500". Empty when it can be read in two ways."""
    figure = re.sub(r"^€ ?|,-$", "", written.strip())
    if (
        not written.strip().startswith("€")
        and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", figure)
        and not written.endswith(",-")
    ):
        return ""
    return _dutch(figure) or ""


def _clock(found: re.Match[str]) -> str:
    hours = Decimal(int(found[1])) + round(Decimal(int(found[2])) / 60, 2)
    return f"schrijf uren met een punt: {hours.normalize():f}"


def _large(found: re.Match[str]) -> str:
    number, times = _exact(found[1]), LARGE[found[2].lower()]
    if number is None:
        return DIGITS
    whole = _in_cents((number * times).normalize())
    if re.fullmatch(
        r"[1-9]\d{0,2}\.\d{3}", found[1]
    ):  # a point before three digits is one of thousands, or of decimals
        return f"schrijf {_in_cents((Decimal(found[1]) * times).normalize())} of {whole}"
    return f"schrijf {whole}"


# (pattern, message, remedy); the first that fits explains why something is not a number
FAULTS: list[tuple[str, str, Remedy]] = [
    (UNKNOWN, "verwacht {expected}, kreeg ‘{raw}’", lambda _: FILL_IN),
    (
        r"(\d{4}) ?(?:[-–—/]|t/m|tm|tot(?: en met)?|en) ?(\d{4})",
        ONE,
        lambda m: f"kies één jaar: {m[1]} of {m[2]}",
    ),
    (
        r"(-?[1-9]\d{0,2})[.,](\d{3})",
        "{raw} is dubbelzinnig: {0}{1} of {0} komma {1}?",
        lambda m: f"schrijf {m[1]}{m[2]} of {cents(f'{m[1]}.{m[2]}')}",
    ),
    (
        r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?",
        "verwacht een getal zonder punten voor duizendtallen, kreeg ‘{raw}’",
        lambda m: _write(_dutch(m[0])),
    ),
    (
        r"-?\d{1,3}(,\d{3}){2,}(\.\d+)?|-?\d{1,3}(,\d{3})+\.\d+",
        "verwacht een getal zonder komma’s voor duizendtallen, kreeg ‘{raw}’",
        lambda m: _write(_dutch(m[0])),
    ),
    (r"-?\d+,\d{4,}", "verwacht een getal met een punt voor decimalen, kreeg ‘{raw}’", lambda _: TOO_FINE),
    (
        r"-?\d+,\d+",
        "verwacht een getal met een punt voor decimalen, kreeg ‘{raw}’",
        lambda m: _write(_dutch(m[0])),
    ),
    (
        rf"(?i)(?:€|euro?)\s*({NUMBER})\s*(?:,?[-–=]+|,)?",
        ALONE,
        lambda m: _write(_dutch(m[1])),
    ),
    (rf"(?i)€ ?({NUMBER}?)(?:,[-–=]+)? ?(?:p/u|/ ?uur|per uur)", ALONE, lambda m: _write(_dutch(m[1]))),
    (rf"({NUMBER})\s*,[-–=]+", ALONE, lambda m: _write(_dutch(m[1]))),
    (
        rf"(?i)(?:€ ?)?({NUMBER}) ?(k|duizend|m|mln|miljoen|mld|miljard)\.?(?: euro)?",
        "verwacht een getal dat voluit is geschreven, kreeg ‘{raw}’",
        _large,
    ),
    (r"-?0+(\d+)", "verwacht een getal, kreeg ‘{raw}’ met een nul ervoor", lambda m: f"schrijf {int(m[1])}"),
    (r"(\d{1,9}):([0-5]\d)(?::\d\d)?", "verwacht een getal, kreeg ‘{raw}’", _clock),
    (
        r"\d[\d_]*_[\d_]*",
        "verwacht een getal zonder liggende streepjes, kreeg ‘{raw}’",
        lambda m: _write(_dutch(m[0].replace("_", ""))),
    ),
    (
        r"-?\d{1,3}([ ']\d{3})+([.,]\d{1,2})?",
        "verwacht een getal zonder spaties of apostrofs, kreeg ‘{raw}’",
        lambda m: _write(_dutch(m[0])),
    ),
    (
        rf"(?i)({NUMBER})\s*(?:uur|uren|u|h|euro?|€|jaar|mnd|maand|maanden|dagen|weken|personen|deelnemers|stuks?|p/u|per uur)\.?",
        ALONE,
        lambda m: _write(_dutch(m[1])),
    ),
    (rf"({NUMBER})\s*(%|‰)", ALONE, lambda m: f"{_write(_dutch(m[1]))}; de eenheid ({m[2]}) hoort in een ander veld"),
    (rf"(?i){NUMBER} dag(?:en|de(?:el|len)) per .*|{NUMBER} ?(?:fte|(?:uur|u|uren|euro|€)? ?(?:/|p/|per ).*)", ALONE, lambda _: CONVERT),
    (
        rf"(?i)({ABOUT})\s*({NUMBER})",
        ALONE,
        lambda m: f"{_write(_dutch(m[2]))}; ‘{m[1].strip()}’ hoort in de tekst",
    ),
    (rf"=.*|{NUMBER} ?[-–—/x×*+áàa] ?{NUMBER} ?%?", ONE, lambda _: "reken het uit en schrijf één getal"),
    (r"\+(\d+(?:\.\d+)?)", "verwacht een getal zonder plusteken, kreeg ‘{raw}’", lambda m: _write(_dutch(m[1]))),
    (r"(-?)\.(\d+)", "verwacht een cijfer voor de punt, kreeg ‘{raw}’", lambda m: _write(_dutch(f"{m[1]}0.{m[2]}"))),
    (r"(-?\d+)[.,;:?!]+", "na het getal staat nog een leesteken: ‘{raw}’", lambda m: _write(_dutch(m[1]))),
    (r"-?\d{19,}", "dit getal is te groot", lambda _: "controleer het aantal cijfers"),
    (
        r"-?\d+\.\d{3,}",
        "verwacht ten hoogste twee cijfers na de punt, kreeg ‘{raw}’",
        lambda m: _write(_dutch(m[0])),
    ),
    (
        r"(?!0o)(?=.*\d)[\dOoIl]+",
        "in ‘{raw}’ staat een letter die op een cijfer lijkt",
        lambda m: _write(_dutch(m[0].translate(LOOK_ALIKE))),
    ),
    (
        r"(\d{1,9})[eE]\+?(\d{1,2})",
        "verwacht een getal, kreeg ‘{raw}’",
        lambda m: _write(_dutch(f"{int(m[1]) * 10 ** int(m[2])}")),
    ),
    ("[¼½¾]", "verwacht een getal, kreeg ‘{raw}’", lambda m: _write(HALVES[m[0]])),
    (
        f"(?i)({'|'.join(WORDS)})(?: (?:jaar|maand|maanden|weken|dagen|uur|uren|keer|personen))?",
        "verwacht {expected}, kreeg ‘{raw}’",
        lambda m: _write(str(WORDS.index(m[1].lower()))),
    ),
]  # fmt: skip


def parse_number(raw: str, plain: bool, pattern: str, expected: str) -> str:
    """The scalar as it is when it is a number that reads in one way. Raises `InvalidScalar`."""
    if not plain:
        is_sign = bool(re.match(r"\s*[<>≥≤]", raw))  # without quotes it would be no number either
        hint = DIGITS if is_sign else "haal de aanhalingstekens weg"
        raise InvalidScalar(f"verwacht {expected}, kreeg tekst tussen aanhalingstekens", hint)
    if _reads_one_way(raw, pattern):
        return raw
    seen = without_invisible(raw)
    if _reads_one_way(seen, pattern):
        raise InvalidScalar("bij dit getal staat een onzichtbaar teken of een harde spatie", f"schrijf {seen}")
    seen = unicodedata.normalize("NFKC", seen) if seen.isdecimal() else seen
    if _reads_one_way(seen, pattern):
        raise InvalidScalar(f"verwacht gewone cijfers, kreeg ‘{raw}’", f"schrijf {seen}")
    for fault, message, remedy in FAULTS if len(raw) <= LONGEST else ():
        found = re.fullmatch(fault, seen, re.ASCII)
        if found:
            told = message.format(*found.groups(), raw=seen, expected=expected)
            hint = _fitting(remedy(found), pattern)
            raise InvalidScalar(f"verwacht {expected}, kreeg ‘{raw}’" if hint == WHOLE else told, hint)
    hint = WHOLE if re.fullmatch(r"-?\d+\.\d+", seen, re.ASCII) else DIGITS
    raise InvalidScalar(f"verwacht {expected}, kreeg ‘{raw}’", hint)


def _fitting(hint: str, pattern: str) -> str:
    """A remedy of which the number is one that the field can hold: no 6.5 where a whole number belongs."""
    found = re.fullmatch(r"schrijf (-?\d+(?:\.\d+)?)(?: of (-?\d+\.\d+))?(;.*)?", hint)
    if not found or all(re.fullmatch(pattern, number) for number in found.groups()[:2] if number):
        return hint
    return f"schrijf {found[1]}" if re.fullmatch(pattern, found[1]) else WHOLE


def lone_number(raw: str, least: int | None, most: int | None) -> str:
    """The only number in some words that can be meant: "1 januari 2028" in the field of a year. Empty when not certain."""
    if len(raw) > LONGEST or re.search(
        r"[+*=/^]|\b(?:per|x|maal|tot|of|en)\b|\d\s*[-–—]\s*\d|\d[A-Za-z]|[A-Za-z]\d", raw
    ):
        return ""
    found = [_dutch(figure) for figure in re.findall(r"\d+(?:[.,]\d+)*", raw)]
    fits = [n for n in found if n and (least is None or Decimal(n) >= least) and (most is None or Decimal(n) <= most)]
    return fits[0] if len(fits) == 1 and None not in found and re.fullmatch(r"\d+", fits[0]) else ""


def _reads_one_way(raw: str, pattern: str) -> bool:
    """A point before three digits may divide thousands or decimals; after a nought it cannot."""
    return bool(re.fullmatch(pattern, raw, re.ASCII) and not re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", raw, re.ASCII))


def as_written(number: Decimal | int) -> str:
    """A number as it stands in a dossier: "12500", "0.55"."""
    plain = f"{Decimal(number):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
