"""Texts of real length with all that a running text may have, and texts with what it may not."""

from __future__ import annotations

from typing import Any

import yaml

from docgen.dossier import Dossier, loads
from tests.conftest import ROOT, SAMPLE
from tests.mutants import as_written, as_yaml

TEXTS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / "tests" / "running_texts.yaml").read_text(encoding="utf-8")
)
GOOD, WRONG = TEXTS["goed"], TEXTS["fout"]
# where they stand in the dossier of the sample
PLACES = (
    ("raadsvoorstel", "inleiding"), ("raadsvoorstel", "samenvatting"), ("monitoring", "bijsturen"), ("raadsvoorstel", "participatie"),
    ("risicos", 0, "maatregel"), ("interventie", "kern"), ("interventie", "meerwaarde"), ("interventie", "gevolgen_eigenaarschap"),
    ("borgingsplan", "hoe_en_met_wie"), ("voortgang", "samenvatting"),
)  # fmt: skip


def marked_sample() -> Dossier:
    """The sample with the ten good texts in it."""
    data = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    for place, text in zip(PLACES, GOOD, strict=True):
        around = data
        for step in place[:-1]:
            around = around[step]
        around[place[-1]] = text["tekst"]
    return loads(as_yaml(as_written(data)).encode(), "voorbeeld.yaml")


def in_a_dossier(text: str, place: str = "inleiding", style: str = "|") -> bytes:
    """A small dossier with a text in a proposal, at line 8."""
    lines = "\n".join(f"    {line}" if line else "" for line in text.rstrip("\n").split("\n"))
    return (
        "dossier:\n  id: proef\n  titel: Proef\norganisatie:\n  naam: gemeente Proef\n"
        f"raadsvoorstel:\n  {place}: {style}\n{lines}\n"
    ).encode()
