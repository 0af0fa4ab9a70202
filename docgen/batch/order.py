"""What a batch was asked to make: the dossiers, the list, the documents and how; the same again when it is repeated."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError

PARTY, ROLE = "partij", "rol"
STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Order:
    """A batch as asked. `documents` are names for `requests_for`; `name` is the pattern of file names, empty for that of
    docgen; `per` is PARTY, ROLE or empty; `out` is the folder of the documents; `copies` are other forms ("pdf/2b", "odt")."""

    dossiers: tuple[str, ...]
    documents: tuple[str, ...]
    out: str
    per: str = ""
    partners: str = ""
    name: str = ""
    library: str = ""
    house_style: str = ""
    draft: bool = False
    overwrite: bool = False
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.per and self.partners:
            raise DocgenError(f"kies --per {self.per} of --partners, niet allebei")
        if any("@" in name for name in self.documents) and (self.per or self.partners):
            raise DocgenError("een document voor één rol past niet bij --partners of --per; laat @ met de rol weg")
        if self.partners and len(self.dossiers) > 1:
            raise DocgenError("bij --partners hoort één dossier; geef de opdracht per dossier")

    def for_journal(self) -> dict[str, Any]:
        """The order as the journal keeps it: files as seen from the folder of the documents, so that all can move."""
        plain = asdict(self) | {name: self._from_out(getattr(self, name)) for name in FILES}
        told = {"dossiers": [self._from_out(name) for name in self.dossiers], "documents": list(self.documents)}
        told |= {"copies": list(self.copies)}
        return plain | told | {"out": "", "overwrite": False}

    def without_places(self, text: str) -> str:
        """A text in which what was asked for by its place on this machine is named as seen from the folder of the documents."""
        for place, name in self._places:
            text = text.replace(place, name)
        return text

    @cached_property
    def _places(self) -> list[tuple[str, str]]:
        """Every absolute path in the order, the longest first, and how it is shown."""
        names = {
            name for name in (*self.dossiers, *(getattr(self, file) for file in FILES)) if Path(name).is_absolute()
        }
        places = [(name, self._from_out(name)) for name in names]
        places += [(str(Path(self.out, "x"))[:-1], "")] if Path(self.out).is_absolute() else []
        in_json = [(json.dumps(place)[1:-1], json.dumps(name)[1:-1]) for place, name in places]  # other on Windows
        return sorted({*places, *in_json}, key=lambda pair: -len(pair[0]))

    def _from_out(self, name: str) -> str:
        try:
            return os.path.relpath(name, self.out) if name else ""
        except ValueError:  # another disk
            return str(Path(name).absolute())


FILES = ("partners", "library", "house_style")


def from_journal(kept: Mapping[str, Any], out: str) -> Order:
    """An order as the journal of a folder keeps it. Raises `DocgenError` when it is damaged."""

    def from_out(name: str) -> str:
        return os.path.normpath(Path(out) / name) if name else ""

    try:
        if not kept["dossiers"]:
            raise ValueError
        return Order(
            tuple(map(from_out, kept["dossiers"])),
            tuple(map(str, kept["documents"])),
            out,
            per=str(kept["per"]),
            partners=from_out(kept["partners"]),
            name=str(kept["name"]),
            library=from_out(kept["library"]),
            house_style=from_out(kept["house_style"]),
            draft=bool(kept["draft"]),
            copies=tuple(map(str, kept.get("copies") or ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise DocgenError(f"het journaal in {out} is beschadigd; geef de opdracht van de batch nog een keer") from error
