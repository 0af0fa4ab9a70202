"""
Een afwijking accepteert alles van een regel.

Wie een melding accepteert, kent die ene. Zonder onderdeel, jaren of hoogste bedrag accepteert een afwijking ook elke melding die er later
bijkomt, zonder dat iemand haar ziet. Deze regel kijkt naar wat de afwijking nu accepteert en noemt de grenzen die daar precies bij passen.
Accepteert zij niets, dan zegt AFW-02 dat. Bron: pas toe of leg uit, toegepast op onze eigen regels.

Herstel: zet bij de afwijking `geldt_voor` met het onderdeel, de jaren of het hoogste bedrag; gaan de meldingen over verschillende onderdelen,
maak dan voor elk een afwijking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING

from docgen.diagnostics.finding import Finding
from docgen.domain.types import TableRow
from docgen.text.dutch import CENT, counted, enumeration, euro, has_cents

CODE = "AFW-04"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
MOST_NAMED = 3


def is_bounded(afwijking: TableRow) -> bool:
    """Whether a waiver says for which object, years or amount it is."""
    bounds = afwijking["geldt_voor"] or {}
    return bool(bounds.get("object") or bounds.get("jaren") or bounds.get("maximaal") is not None)


def findings(index: int, afwijking: TableRow, accepted: Sequence[Finding]) -> Iterator[Finding]:
    """What to say about a waiver without bounds that accepts these; nothing when none of them has any."""
    groups: dict[str, list[Finding]] = {}
    for one in accepted:
        groups.setdefault(one.about, []).append(one)
    is_named = all(ID.fullmatch(name) for name in groups)
    bounds = [_bounds(name, group) for name, group in groups.items()] if is_named else [_bounds("", accepted)]
    if not accepted or not all(bounds):
        return
    total = [one.amount for one in accepted if one.amount is not None]
    many = counted(len(accepted), "melding", "meldingen")
    amount = f", samen {euro(sum(total))}" if len(total) == len(accepted) else ""
    message = f"deze afwijking accepteert alles van {afwijking['regel']}: nu {many}{amount}"
    path = ("afwijkingen", index, "geldt_voor")
    yield Finding(path, message, about=afwijking["regel"], hint=_remedy(bounds))


def _bounds(name: str, group: Sequence[Finding]) -> str:
    """The bounds that fit these findings of one object, as they are written; empty when there are none."""
    years = sorted({one.year for one in group if one.year is not None})
    amounts = [one.amount for one in group if one.amount is not None]
    parts = [f"object: {name}"] if name else []
    if years and all(one.year is not None for one in group):
        parts.append(f"jaren: [{', '.join(map(str, years))}]")
    if len(amounts) == len(group):
        most = max(amounts).quantize(CENT, ROUND_CEILING)
        parts.append(f"maximaal: {most if has_cents(most) else int(most)}")
    return ", ".join(parts)


def _remedy(bounds: Sequence[str]) -> str:
    written = [f"geldt_voor: {{{one}}}" for one in bounds]
    if len(written) == 1:
        return f"schrijf {written[0]}"
    rest = " enzovoort" if len(written) > MOST_NAMED else ""
    return f"maak voor elk onderdeel een afwijking, met {enumeration(written[:MOST_NAMED])}{rest}"
