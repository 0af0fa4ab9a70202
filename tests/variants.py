"""Dossiers as they could be: the complete samples with facts changed, taken out or moved, half-filled ones too.

Each is sound in its shape, so every document can be made of it (as a draft where something obligatory is missing).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any

from docgen.dossier import Dossier, load, loads
from tests.conftest import ROOT
from tests.mutants import as_written, as_yaml

Data = dict[str, Any]
SAMPLES = ("alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan", "wandelmaatjes-ggd", "wijkkracht-spoordijk")
OPTIONAL = (
    "verankering", "mijlpalen", "acties", "draagvlak", "communicatie", "successen", "monitoring", "flexibiliteit",
    "risicos", "kennis", "contacten", "lopend", "waarom_doorgaan", "uitsluitingen", "overeenkomst", "besluitvorming",
)  # fmt: skip
STATUS = ("onzeker", "gevraagd", "toegezegd", "beschikt", "ontvangen", "afgewezen", "idee")


def _rows(data: Data, name: str) -> list[Data]:
    part: Any = data
    for step in name.split("."):
        part = (part or {}).get(step)
    return [row for row in part or [] if isinstance(row, dict)]


def _drop_section(data: Data, random: Random) -> None:
    data.pop(random.choice(OPTIONAL), None)


def _drop_field(data: Data, random: Random) -> None:
    name = random.choice(("partijen", "taken", "rollen", "doelen", "financiering", "besluitvorming", "draagvlak"))
    for row in _rows(data, name):
        optional = [key for key in row if key in DROPPABLE[name]]
        if optional and random.random() < 0.5:
            del row[random.choice(optional)]


DROPPABLE = {
    "partijen": ("getekend_op", "niveau", "bevoegdheid"),
    "taken": ("vervanger", "vervanger_ingewerkt_op", "kerntaak", "frequentie"),
    "rollen": ("vervanger", "ingewerkt_op", "trekker", "tarief"),
    "doelen": ("metingen", "streefwaarde", "uiterlijk", "bron", "rol"),
    "financiering": ("voor", "besluit", "vervolg", "via", "in_begroting", "voorwaarden"),
    "besluitvorming": ("datum", "partijen", "status"),
    "draagvlak": ("laatste_contact", "organen", "aan_tafel"),
}


def _move_reference_date(data: Data, random: Random) -> None:
    day = data["dossier"].get("peildatum")
    if random.random() < 0.15:
        data["dossier"].pop("peildatum", None)
    elif day:
        moved = date.fromisoformat(day) + timedelta(days=random.randrange(-700, 2200))
        data["dossier"]["peildatum"] = moved.isoformat()


def _drop_horizon(data: Data, random: Random) -> None:
    data["dossier"].pop("horizon", None)


def _change_money(data: Data, random: Random) -> None:
    for row in _rows(data, "financiering"):
        if random.random() < 0.4:
            row["status"] = random.choice(STATUS)
    for row in (*_rows(data, "financiering"), *_rows(data, "begroting.posten")):
        for year in list(row["bedragen"]):
            if random.random() < 0.1:
                row["bedragen"][year] = random.choice((0, row["bedragen"][year], random.randrange(1, 90_000)))


def _drop_money(data: Data, random: Random) -> None:
    """A house that has not reckoned yet."""
    data.pop("begroting", None)
    for row in _rows(data, "financiering"):
        row.pop("voor", None)
    for row in _rows(data, "monitoring.evaluaties"):
        row.pop("post", None)
    for row in _rows(data, "raadsvoorstel.beslispunten"):
        row.pop("reserves", None)
    data.pop("realisatie", None)
    data.pop("afwijkingen", None)


def _change_decisions(data: Data, random: Random) -> None:
    for row in _rows(data, "besluitvorming"):
        row["status"] = random.choice(("gepland", "genomen", "uitgesteld", "afgewezen"))


def _sign(data: Data, random: Random) -> None:
    day = data["dossier"].get("peildatum", "2028-01-01")
    for row in _rows(data, "partijen"):
        if random.random() < 0.6:
            row["getekend_op"] = day


def _drop_status(data: Data, random: Random) -> None:
    data["dossier"].pop("status", None)


def _finish(data: Data, random: Random) -> None:
    day = data["dossier"].get("peildatum", "2028-01-01")
    for row in _rows(data, "taken"):
        if row.get("vervanger") and random.random() < 0.7:
            row["vervanger_ingewerkt_op"] = day
    for row in _rows(data, "mijlpalen"):
        if random.random() < 0.5:
            row["gereed_op"] = day


CHANGES: tuple[Callable[[Data, Random], None], ...] = (
    _drop_section, _drop_field, _move_reference_date, _drop_horizon, _change_money, _drop_money, _change_decisions, _sign,
    _drop_status, _finish,
)  # fmt: skip


def variants(count: int, seed: int = 2028) -> Iterator[tuple[str, Dossier]]:
    """So many dossiers with what was done to each; always the same for one seed."""
    random = Random(seed)
    bases = {name: as_written(load(ROOT / "samples" / f"{name}.yaml").data) for name in SAMPLES}
    for number in range(count):
        name = random.choice(SAMPLES)
        data, told = deepcopy(bases[name]), [f"{number}: {name}"]
        for change in random.sample(CHANGES, random.randrange(0, 5)):
            change(data, random)
            told.append(change.__name__.strip("_"))
        dossier = loads(as_yaml(data).encode(), f"variant-{number}.yaml")
        yield ", ".join(told), dossier
