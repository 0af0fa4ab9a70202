"""The agreement that the benchmarks make: five pages with 27 fields, 8 tables of 60 rows in all, 4 lists and 5 ifs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document

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
SENTENCE = (
    "Partijen werken samen aan een aanpak die blijft, leggen vast wie wat doet en kijken elk jaar of het nog klopt. "
)


def write_template(path: Path) -> None:
    """Write the Word template, in tags that docxtpl and docgen both know."""
    document = Document()
    document.add_heading("Overeenkomst met {{ partner.naam }}", 0)
    document.add_paragraph("{{ partner.plaats }}, {{ partner.kvk }}, {{ partner.ondertekenaar }}, {{ partner.niveau }}")
    for number, name in enumerate(FIELDS):
        if number % 4 == 0:
            document.add_heading(f"Artikel {number // 4 + 1}", 1)
        document.add_paragraph(f"{SENTENCE}{{{{ {name} }}}}.")
    for name in CONDITIONS:
        document.add_paragraph(f"{{%p if {name} %}}")
        document.add_paragraph(SENTENCE)
        document.add_paragraph("{%p endif %}")
    for name, _ in LISTS:
        document.add_heading(name.capitalize(), 2)
        document.add_paragraph(f"{{%p for regel in {name}_lijst %}}")
        document.add_paragraph("{{ regel }}", style="List Bullet")
        document.add_paragraph("{%p endfor %}")
    for name, _ in TABLES:
        _add_table(document, name)
    document.save(str(path))


def _add_table(document: Any, name: str) -> None:
    document.add_heading(name.capitalize(), 2)
    table = document.add_table(rows=4, cols=4, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Kenmerk", "Naam", "Toelichting", "Bedrag"), strict=True):
        cell.text = text
    table.rows[1].cells[0].text = f"{{%tr for rij in {name}_rijen %}}"
    fields = ("{{ rij.id }}", "{{ rij.naam }}", "{{ rij.toelichting }}", "{{ rij.bedrag }}")
    for cell, text in zip(table.rows[2].cells, fields, strict=True):
        cell.text = text
    table.rows[3].cells[0].text = "{%tr endfor %}"


def context(number: int) -> dict[str, Any]:
    """The data of one partner."""
    data: dict[str, Any] = {name: f"waarde {name} van partner {number}" for name in FIELDS}
    data |= {name: (number + i) % 2 == 0 for i, name in enumerate(CONDITIONS)}
    data |= {f"{name}_lijst": [f"{name} {i} & meer" for i in range(count)] for name, count in LISTS}
    data |= {
        f"{name}_rijen": [
            {
                "id": f"{name[0].upper()}{i:02}",
                "naam": f"{name} {i}",
                "toelichting": "elk kwartaal",
                "bedrag": f"€ {i * 1250 + number}",
            }
            for i in range(count)
        ]
        for name, count in TABLES
    }
    data["partner"] = {
        "naam": f"Stichting Voorbeeld {number}", "plaats": "Merenbroek", "kvk": "01234567",
        "ondertekenaar": "directeur", "niveau": "directie",
    }  # fmt: skip
    return data
