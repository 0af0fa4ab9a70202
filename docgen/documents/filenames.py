"""File names from a pattern and data, that every system can hold and that differ on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.documents.request import DocumentRequest
from docgen.dossier import Dossier
from docgen.errors import DocgenError

MAX_BYTES = 200  # of a name without its suffix; 255 is the most any system takes, a temporary name needs some
FORBIDDEN = '<>:"/\\|?*'
VISIBLE = "LMNPSZ"  # the first letter of a category: letters, marks, numbers, punctuation, symbols, spaces
# what Unicode calls ignorable or shows as nothing in one of those categories: fillers, selectors, an empty braille cell
BLANK = regex(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U0001d159\U000e0100-\U000e01ef]"
)
# before a name: Linux hides the file or takes it for an option, Word and OneDrive take it for a lock
HIDING = regex(r"\A(?:[\s.-]|~\$)+")
# Cyrillic and Greek small letters as they look, or as their capitals do; dashes; apostrophes
ALIKE = {
    "авекмнорстухіјѕһԁԛԝӏѵү": "abekmhopctyxijshdqwlvy",
    "αβεζηικμνορτυχ": "abezhikmnoptyx",
    "‐‑‒–—−": "------",
    "‘’ʼ`´": "'" * 5,
}
LOOKS_LIKE = {letter: like for given in ALIKE.items() for letter, like in zip(*given, strict=True)}
RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³"
}
FIELD = regex(r"\{([^{}]*)\}")


def placeholders(pattern: str) -> list[str]:
    """The dotted paths in a pattern: "{partner.naam} - {type}" asks for two. Raises `DocgenError` on a loose brace."""
    if re.search(r"[{}]", FIELD.sub("", pattern)):
        example = "{partner.naam} - {type}"
        raise DocgenError(f"de naam ‘{pattern}’ heeft een accolade te veel; schrijf bijvoorbeeld {example}")
    return [found.strip() for found in FIELD.findall(pattern)]


def fill_pattern(pattern: str, data: Mapping[str, Any]) -> str:
    """A pattern with the values of its fields. Raises `DocgenError` when one is not there or is no single value."""
    return FIELD.sub(lambda found: _value(found[1].strip(), data), pattern)


def _value(path: str, data: Mapping[str, Any]) -> str:
    value: Any = data
    for name in path.split("."):
        options = list(value) if isinstance(value, Mapping) else []
        value = value.get(name) if isinstance(value, Mapping) else None
        if value is None:
            hint = did_you_mean(name, options) or "kies een veld dat is ingevuld"
            raise DocgenError(f"‘{{{path}}}’ in de bestandsnaam is niet ingevuld; {hint}")
    if isinstance(value, (Mapping, list)):
        raise DocgenError(f"‘{{{path}}}’ in de bestandsnaam is geen tekst; kies een veld met één waarde")
    return str(value)


class _Replacements(dict[int, str]):
    """What every character becomes, as `str.translate` asks for it; worked out once for each."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self.of = of

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, self.of(chr(code)))


def _in_name(character: str) -> str:
    """What a character becomes in a file name: itself when it can be seen, by its category, and a dash when it may not be there."""
    kind = unicodedata.category(character)
    if kind == "Cc" or character in FORBIDDEN:
        return "-"
    return character if kind[0] in VISIBLE and not BLANK.match(character) else ""


IN_NAME = _Replacements(_in_name)
AS_SEEN = _Replacements(lambda character: LOOKS_LIKE.get(character, character))


def safe_filename(name: str, suffix: str = ".docx") -> str:
    """A name that Windows, macOS and Linux can hold: one folder deep, no reserved word, at most 255 bytes."""
    name = name[: -len(".docx")] if name.lower().endswith(".docx") else name
    text = name.encode("utf-8", "replace").decode("utf-8", "replace").translate(IN_NAME)
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))
    text = _without_end(HIDING.sub("", text))
    while len(text.encode()) > MAX_BYTES:
        text = text[:-1].rstrip(" .")
    if text.split(".")[0].strip().upper() in RESERVED:
        text = f"_{text}"
    return f"{text or 'zonder-naam'}{suffix}"


def _without_end(text: str) -> str:
    """A name without spaces and dots at its end; a single dot, as in B.V., is its own."""
    bare = text.rstrip(" .")
    return text.rstrip(" ") if text.rstrip(" ") == f"{bare}." else bare


def collision_key(name: str) -> str:
    """What two names must not share: readers see no difference between letters, dashes and apostrophes that look the same,
    and systems none between the names of one file."""
    return _file_key(name.translate(IN_NAME)).translate(AS_SEEN)


def _file_key(name: str) -> str:
    """What names of one file share: some systems see no capitals, no difference in how an accent is written, no ß."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).casefold()


ANOTHER_NAME = "haal één van de twee weg, of neem een veld in --name op dat verschilt"


def collisions(names: Iterable[tuple[str, str]], remedy: str = ANOTHER_NAME) -> list[str]:
    """For (label of a row, file name) pairs: one Dutch line for every name that is taken already, naming both rows."""
    taken: dict[str, tuple[str, str]] = {}
    found = []
    for label, name in names:
        key = collision_key(name)
        if key in taken:
            first, other = taken[key]
            alike = "" if _file_key(other) == _file_key(name) else ", op tekens na die er hetzelfde uitzien"
            found.append(f"{label} en {first} krijgen hetzelfde bestand ‘{name[:100]}’{alike}; {remedy}")
        taken.setdefault(key, (label, name))
    return found


def file_name(dossier: Dossier, request: DocumentRequest, draft: bool = False) -> str:
    """The name of a document: "raadsvoorstel-wijkkracht-spoordijk.docx"; a draft never takes the name of a final one."""
    about = (dossier.data.get("dossier") or {}).get("id")
    variant = request.variant if request.variant != next(iter(request.kind.variants), None) else None
    words = [request.kind.name, variant, about, request.role, "concept" if draft else None]
    return "-".join(word for word in words if word) + ".docx"
