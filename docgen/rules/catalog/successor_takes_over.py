"""
De bron die het geld overneemt, kan dat niet.

Bij tijdelijk geld staat onder `vervolg` welke bron het overneemt. Is die nog een idee of afgewezen, begint zij later, heeft zij in het jaar erna geen bedrag of
stopt zij niet later, dan is er alsnog een gat, terwijl het geregeld lijkt. Bij meer bronnen telt voor het begin, het bedrag en het einde wat zij samen doen. Bronnen die
elkaar overnemen, lossen niets op: dat is een fout. Bron: Loket Gezond Leven, Borg uw project (structureel geld); wijkengids, hoofdstuk 6.9.

Herstel: kies bij `vervolg` een andere bron, of vul bij die bron het bedrag of de dagen aan.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import IDEA, by_id, counts, horizon_years
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, long_date

CODE = "FIN-17"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

ANOTHER = "kies een andere bron"
Fault = tuple[str, str, str]  # a kind, a message, and what to do


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    rows, within = by_id(dossier["financiering"]), horizon_years(dossier)
    for i, row in enumerate(dossier["financiering"]):
        followers = [rows[key] for key in row["vervolg"] or () if key in rows]
        if not row["id"] or not followers or not counts(row):
            continue
        for kind, message, hint in _faults(row, followers, rows, within):
            yield Finding(("financiering", i, "vervolg"), message, kind, about=row["id"], hint=hint)


def _faults(row: TableRow, followers: list[TableRow], rows: dict[str, TableRow], within: range) -> Iterator[Fault]:
    ring = _ring(row["id"], rows)
    single = [(follower, _fault(row, follower)) for follower in followers]
    faulty = [(follower, fault) for follower, fault in single if fault]
    if ring and ring[0] == row["id"]:
        yield "kring", f"deze bronnen nemen elkaar over: {enumeration(rows[key]['bron'] for key in ring)}", ANOTHER
    for follower, fault in faulty:
        yield "", f"{follower['bron']} neemt {row['bron']} over, maar {fault}", ANOTHER
    if not ring and not faulty and row["einde"]:
        yield from _together(row, followers, within)


def _fault(row: TableRow, follower: TableRow) -> str:
    """Why one source cannot take over."""
    if follower["id"] == row["id"]:
        return "dat is dezelfde bron"
    if not counts(follower):
        return "is nog een idee" if follower["status"] == IDEA else "is afgewezen"
    return ""


def _together(row: TableRow, followers: list[TableRow], within: range) -> Iterator[Fault]:
    """Why sources cannot take over, also together."""
    year, is_one, names = row["einde"].year + 1, len(followers) == 1, enumeration(one["bron"] for one in followers)
    begins = [one["begin"] for one in followers if one["begin"] and (one["begin"] - row["einde"]).days > 1]
    told = f"{names} {'neemt' if is_one else 'nemen'} {row['bron']} over, maar"
    if len(begins) == len(followers):
        yield "", f"{told} {'begint' if is_one else 'beginnen'} pas op {long_date(min(begins))}", ANOTHER
    elif all(one["einde"] and one["einde"] <= row["einde"] for one in followers):
        yield "", f"{told} {'stopt' if is_one else 'stoppen'} niet later", ANOTHER
    elif year in within and not any((one["bedragen"] or {}).get(year) for one in followers):
        hint = f"{ANOTHER}, of vul {year}: met een bedrag aan bij {enumeration((one['id'] for one in followers), 'of')}"
        yield "", f"{told} {'heeft' if is_one else 'hebben'} in {year} geen bedrag", hint


def _ring(start: str, rows: dict[str, TableRow]) -> list[str]:
    """The sources, in the order of the dossier, that take over from each other with this one."""
    reached = _reached(start, rows)
    ring = {key for key in reached if start in _reached(key, rows)} if start in reached else set()
    return [key for key in rows if key in ring] if len(ring) > 1 else []


def _reached(start: str, rows: dict[str, TableRow]) -> set[str]:
    found, ahead = set[str](), [start]
    while ahead:
        new = {key for key in rows[ahead.pop()]["vervolg"] or () if key in rows} - found
        found |= new
        ahead += new
    return found
