"""What a document was made of, small enough to remember for each: hashes of fields, of cells and of all else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from docgen.batch.order import Order
from docgen.library.library import Library
from docgen.partners.row import Cell
from docgen.schema.types import FieldPath
from docgen.system import store
from docgen.text.dutch import some_of

MOST_NAMED = 4
TEMPLATE, VERSION, MANNER = "het sjabloon of de huisstijl", "de versie van docgen", "de opdracht of de bibliotheek"
OF_ANOTHER = "het journaal is van een andere gebruiker of computer"


class Fingerprint(NamedTuple):
    """`dossier` is its fingerprint, `cells` the hash of each cell by heading (one text: there can be many thousands of
    these), `manner` stands for all options, `key` for the secret that the cells were hashed with."""

    dossier: str
    cells: str
    template: str
    version: str
    manner: str
    key: str = ""


class Shared(NamedTuple):
    """What many documents are made of alike: a fingerprint but for the cells, and the headings of these by path."""

    dossier: str
    template: str
    version: str
    manner: str
    columns: Mapping[FieldPath, str]

    def with_cells(self, party: str, cells: Iterable[Cell]) -> Fingerprint:
        """The fingerprint of the document for a party, or for the row with these cells."""
        own = f"partij={hidden(party)}" if party else of_cells(cells, self.columns)
        return Fingerprint(self.dossier, own, self.template, self.version, self.manner, key_name())


def short(value: Any) -> str:
    """A hash that tells two values apart, not what they are."""
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def hidden(value: Any) -> str:
    """The same for a value of a person: only this user can find out what it was by trying."""
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=6, key=store.secret()).hexdigest()


@cache
def key_name() -> str:
    """What tells the secret of one user from that of another."""
    return blake2b(b"docgen", digest_size=6, key=store.secret()).hexdigest()


def of_options(order: Order, are_parties: bool, library: Library) -> str:
    """The hash of all that was asked beside the document; `are_parties`: the partners of the list are parties."""
    return short((order.draft, order.for_journal()["partners"], order.per, are_parties, library.digest))


def of_request(options: str, request: str) -> str:
    """The hash of a document that was asked for, with its options."""
    return short((options, request))


def of_cells(cells: Iterable[Cell], columns: Mapping[FieldPath, str]) -> str:
    """The hash of each cell of a row by its heading."""
    return "\t".join(f"{columns[path]}={hidden(value)}" for path, value in cells)


def _by_heading(cells: str) -> dict[str, str]:
    return {heading: value for heading, _, value in (cell.rpartition("=") for cell in cells.split("\t"))}


def of_fields(data: Mapping[str, Any]) -> dict[str, str]:
    """The hash of each field of a dossier by its path: `begroting.posten[P03].bedragen.2028`."""
    return {path: hidden(value) for path, value in _fields(data, "")}


def _fields(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, inside in value.items():
            yield from _fields(inside, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for number, inside in enumerate(value, 1):
            own = inside.get("id") if isinstance(inside, Mapping) else None
            yield from _fields(inside, f"{path}[{own or number}]")
    else:
        yield path, value


def differences(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """The names whose hash is not the same, in the order of the new ones."""
    return [name for name in {**new, **old} if old.get(name) != new.get(name)]


def why(old: Fingerprint, new: Fingerprint, fields: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """What changed since a document was made, in words; `fields` has the hashes of the fields of each dossier.

    Of a fingerprint with the secret of another nothing is said about values; the document itself tells whether it is the same.
    """
    told = [OF_ANOTHER] if old.key != new.key else []
    if old.dossier != new.dossier and (told or old.dossier not in fields):
        told.append("het dossier")
    elif old.dossier != new.dossier:
        changed = differences(fields[old.dossier], fields[new.dossier])
        told.append(f"dossier: {some_of(changed, MOST_NAMED) or 'alleen toelichting'}")
    if (
        old.key == new.key
        and old.cells != new.cells
        and (changed := differences(_by_heading(old.cells), _by_heading(new.cells)))
    ):
        told.append(f"rij: {some_of(changed, MOST_NAMED)}")
    rest = ((TEMPLATE, "template"), (VERSION, "version"), (MANNER, "manner"))
    return (*told, *(words for words, name in rest if getattr(old, name) != getattr(new, name)))
