"""File names from a pattern and data, that every system can hold and that differ on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean
from docgen.documents.request import DocumentRequest
from docgen.dossier import Dossier
from docgen.errors import DocgenError

MAX_BYTES = 200  # of a name without its suffix; 255 is the most any system takes, a temporary name needs some
FORBIDDEN = regex(r'[<>:"/\\|?*\x00-\x1f\x7f]')
INVISIBLE = regex("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f\u00ad]")
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


def safe_filename(name: str, suffix: str = ".docx") -> str:
    """A name that Windows, macOS and Linux can hold: one folder deep, no reserved word, at most 255 bytes."""
    name = name[: -len(".docx")] if name.lower().endswith(".docx") else name
    text = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8", "replace"))
    text = INVISIBLE.sub("", FORBIDDEN.sub("-", text))
    text = re.sub(r"\s+", " ", text).strip(" .")
    while len(text.encode()) > MAX_BYTES:
        text = text[:-1].rstrip(" .")
    if text.split(".")[0].strip().upper() in RESERVED:
        text = f"_{text}"
    return f"{text or 'zonder-naam'}{suffix}"


def collision_key(name: str) -> str:
    """What two names must not share: some systems see no capitals, no difference in how an accent is written, no ß."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).casefold()


ANOTHER_NAME = "haal één van de twee weg, of neem een veld in --name op dat verschilt"


def collisions(names: Iterable[tuple[str, str]], remedy: str = ANOTHER_NAME) -> list[str]:
    """For (label of a row, file name) pairs: one Dutch line for every name that is taken already, naming both rows."""
    first: dict[str, str] = {}
    found = []
    for label, name in names:
        key = collision_key(name)
        if key in first:
            found.append(f"{label} en {first[key]} krijgen hetzelfde bestand ‘{name[:100]}’; {remedy}")
        first.setdefault(key, label)
    return found


def file_name(dossier: Dossier, request: DocumentRequest, draft: bool = False) -> str:
    """The name of a document: "raadsvoorstel-wijkkracht-spoordijk.docx"; a draft never takes the name of a final one."""
    about = (dossier.data.get("dossier") or {}).get("id")
    variant = request.variant if request.variant != next(iter(request.kind.variants), None) else None
    words = [request.kind.name, variant, about, request.role, "concept" if draft else None]
    return "-".join(word for word in words if word) + ".docx"
