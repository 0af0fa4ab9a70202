"""Wijkkracht Spoordijk after the first half of 2028: what was reported, row by row. The sample itself is of a year before."""

from __future__ import annotations

from functools import cache

from docgen.dossier import loads
from docgen.library.library import open_library
from docgen.schema.completion import fill_defaults
from tests.conftest import SAMPLE

HOURS = {
    "wijkcoordinator": 455,
    "beleidsadviseur": 60,
    "controller": 20,
    "communicatieadviseur": 12,
    "secretariaat": 55,
    "gezondheidsbevorderaar": 140,
    "data-analist": 30,
    "welzijnscoach": 380,
    "welzijnscoach-achterwacht": 62,
    "beweegcoach": 262,
    "beweegcoach-achterwacht": 0,
    "wijkbeheerder": 51,
    "bewonersambassadeur": 170,
}
MONEY = {"P07": 14300, "P08": 4800, "P09": 1900, "P10": 3100, "P11": 1750, "P12": 0, "P13": 0}


def row(what, number, period="2028-H1", day="2028-07-20", **more):
    """A report as it is written, of a role (a number of hours), a cost item or a source (an amount)."""
    kind = "post" if what[0] == "P" else "bron" if what[0] == "F" else "rol"
    fields = {"tijdvak": period, kind: what, "uren" if kind == "rol" else "bedrag": number, "gemeld_op": day, **more}
    return f"  - {{{', '.join(f'{name}: {value}' for name, value in fields.items())}}}\n"


REPORTS = "".join(row(role, hours) for role, hours in HOURS.items()) + "".join(
    row(item, amount, day="2028-07-31", partij="merenbroek") for item, amount in MONEY.items()
)


def text(reports=REPORTS, day="2028-08-31", changes=()):
    """The sample with another reference date and what was reported; `changes` are pairs of what stands there and what
    comes in its place."""
    written = SAMPLE.read_text(encoding="utf-8")
    usual = [("peildatum: 2027-03-15", f"peildatum: {day}"), ("  periode: tweede halfjaar 2026 en begin 2027\n", "")]
    for old, new in (*usual, *changes):
        assert written.count(old) == 1, old
        written = written.replace(old, new)
    return written + (f"\nrealisatie:\n{reports}" if reports else "")


@cache
def example(reports=REPORTS, day="2028-08-31", changes=()):
    """That dossier, complete."""
    return fill_defaults(loads(text(reports, day, changes).encode()).data, open_library().schema.root)
