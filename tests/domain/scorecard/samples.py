"""The samples of docgen, also with less than they know."""

from __future__ import annotations

from docgen.dossier import load
from docgen.rules.runner import run_rules
from docgen.schema.completion import fill_defaults
from tests.conftest import ROOT

NAMES = ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard", "wandelmaatjes-ggd")
# facts that only the borgingscheck asks, by the list in which they stand
FACTS = {
    "draagvlak": ("aan_tafel", "organen", "wijk"),
    "successen": ("gevierd_met",),
    "taken": ("vervanger_ingewerkt_op",),
    "rollen": ("ingewerkt_op",),
    "besluitvorming": ("partijen",),
    "mijlpalen": ("gereed_op",),
    "financiering": ("gesprek",),
}
ANSWERS = {
    "wijkkracht-spoordijk": [("D2", None, "groen"), ("K2", None, "groen"), ("F8", None, "oranje")],
    "buurtprogramma-lijnbaan": [("D2", "Lijnbaan", "groen"), ("K2", None, "groen"), ("F8", None, "oranje")],
    "alcoholbeleid-wolderwaard": [("D2", None, "oranje"), ("K2", None, "groen"), ("F8", None, "oranje")],
    "wandelmaatjes-ggd": [("D2", "Heidrecht-Dorp", "groen"), ("D2", "Noordeind", "oranje"), ("K2", None, "groen"), ("F8", None, "grijs")],
}  # fmt: skip


def sample(name):
    """A sample as it is."""
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    return fill_defaults(dossier.data, dossier.library.schema.root)


def bare_sample(name):
    """A sample without those facts, and with answers that nobody confirmed."""
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    for part, fields in FACTS.items():
        for row in dossier.data[part]:
            for field in fields:
                row.pop(field, None)
    rows = [
        {"punt": nr, "stand": stand, "toelichting": "Zo is het."} | ({"wijk": wijk} if wijk else {})
        for nr, wijk, stand in ANSWERS[name]
    ]
    dossier.data["borgingscheck"]["antwoorden"] = rows
    return fill_defaults(dossier.data, dossier.library.schema.root)


def findings(full):
    """What the rules find in a dossier for which every document is asked."""
    return list(run_rules(full, {"borgingscheck", "overeenkomst"}))
