"""The agreement that the benchmarks make: five pages with 27 fields, 8 tables of 60 rows in all, 4 lists and 5 ifs.

The large one holds the same and 44 clauses without a field, so that its document is 120 KB of XML, as real ones are.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from docx import Document
from docx.shared import Pt

from benchmarks.languages import DOCXTPL, Language

PARTNER = ("naam", "plaats", "kvk", "ondertekenaar", "niveau")
FIELDS = [f"veld_{number}" for number in range(1, 23)]  # beside the five fields of the partner
TABLES = [
    ("rol", 12),
    ("taak", 12),
    ("post", 8),
    ("bron", 8),
    ("doel", 6),
    ("mijlpaal", 6),
    ("review", 4),
    ("partij", 4),
]
LISTS = [("overweging", 4), ("begrip", 4), ("uitsluiting", 4), ("bijlage", 4)]
CONDITIONS = ["openbaar", "verlengen", "privacy", "indexering", "geschil"]
COLUMNS = {"Kenmerk": "id", "Naam": "naam", "Toelichting": "toelichting", "Bedrag": "bedrag"}
SENTENCE = (
    "Partijen werken samen aan een aanpak die blijft, leggen vast wie wat doet en kijken elk jaar of het nog klopt. "
)


CLAUSES = 44  # of the large agreement
TEXT = (
    "aanpak aanvraag afspraak artikel begroting beleid beroep bestuur besluit bewaren bijdrage college contract controle dekking dienst doel dossier "
    "evaluatie financiering formatie gemeente gesprek goedkeuring grondslag handtekening hoogte inkoop inwoner inzet jaar kader kosten kwartaal last looptijd "
    "maand maatregel melding middelen nakoming netwerk notitie onderdeel opdracht opzegging organisatie overleg partij periode persoon plan praktijk "
    "raad rapportage regeling resultaat risico samenwerking schade subsidie taak termijn toezegging uitvoering uren verantwoording verlenging verplichting voorwaarde "
    "vraag wijk wijziging zorg is wordt kan moet zal heeft geeft vraagt meldt besluit van voor met door over binnen na tijdens zonder de het een elke deze die"
)
WORDS = TEXT.split()


def write_template(path: Path, tags: Language = DOCXTPL, is_large: bool = False) -> None:
    """Write the Word template, in the tags of a program."""
    document = Document()
    document.add_heading("Overeenkomst", 0)
    for name in PARTNER:
        tags.text(document.add_paragraph(), f"{name.capitalize()}: ", tags.partner(name))
    for number, name in enumerate(FIELDS):
        if number % 4 == 0:
            document.add_heading(f"Artikel {number // 4 + 1}", 1)
        tags.text(document.add_paragraph(), SENTENCE, name)
    for name in CONDITIONS:
        tags.condition(document, name, SENTENCE)
    for name, _ in LISTS:
        document.add_heading(name.capitalize(), 2)
        tags.list(document, f"{name}_lijst")
    for name, _ in TABLES:
        document.add_heading(name.capitalize(), 2)
        tags.table(document, f"{name}_rijen", COLUMNS)
    for number in range(CLAUSES if is_large else 0):
        document.add_heading(f"Bepaling {number + 1}", 1)
        for paragraph in range(3):
            _clause(document.add_paragraph(), Random(3 * number + paragraph))
    document.save(str(path))


def _clause(paragraph: Any, dice: Random) -> None:
    """A paragraph as Word leaves it behind, a run for every few words; no two alike, so that it packs as text does."""
    for _ in range(4):
        run = paragraph.add_run(" ".join(dice.choices(WORDS, k=7)) + " ")
        run.font.size, run.font.name = Pt(11), "Calibri"


def context(number: int) -> dict[str, Any]:
    """The data of one partner."""
    data: dict[str, Any] = {name: f"waarde {name} van partner {number}" for name in FIELDS}
    data |= {name: (number + i) % 2 == 0 for i, name in enumerate(CONDITIONS)}
    data |= {f"{name}_lijst": [f"{name} {i} & meer" for i in range(count)] for name, count in LISTS}
    data |= {f"{name}_rijen": rows(name, count, number) for name, count in TABLES}
    values = (f"Stichting Voorbeeld {number}", "Merenbroek", "01234567", "directeur", "directie")
    data["partner"] = dict(zip(PARTNER, values, strict=True))
    return data


def rows(name: str, count: int, number: int = 0) -> list[dict[str, str]]:
    """The rows of one table."""
    return [
        {
            "id": f"{name[0].upper()}{i:02}",
            "naam": f"{name} {i}",
            "toelichting": "elk kwartaal",
            "bedrag": f"€ {i * 1250 + number}",
        }
        for i in range(count)
    ]


def missing_in(text: str, number: int) -> list[str]:
    """What of the data of a partner a document lacks: all fields, and the end of every list and table."""
    data = context(number)
    wanted = [*data["partner"].values(), *(data[name] for name in FIELDS)]
    wanted += [data[f"{name}_lijst"][-1] for name, _ in LISTS]
    wanted += [data[f"{name}_rijen"][-1][key] for name, _ in TABLES for key in ("naam", "bedrag")]
    sentences = len(FIELDS) + sum(data[name] for name in CONDITIONS)
    found = text.count(SENTENCE.strip())
    return [value for value in wanted if value not in text] + ["de voorwaarden"] * (found != sentences)
