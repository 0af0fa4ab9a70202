"""The same model in the tag language of each program: how it writes a field, a condition, a list and a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


class Language:
    """Jinja's tags in Word, as docxtpl and docgen read them."""

    def partner(self, name: str) -> str:
        """The name of a field of the partner."""
        return f"partner.{name}"

    def text(self, paragraph: Any, words: str, name: str) -> None:
        """Put words and then a field into a paragraph."""
        paragraph.add_run(f"{words}{{{{ {name} }}}}.")

    def condition(self, document: Any, name: str, words: str) -> None:
        """A paragraph that stands there only when a field is true."""
        for text in (f"{{%p if {name} %}}", words, "{%p endif %}"):
            document.add_paragraph(text)

    def list(self, document: Any, name: str) -> None:
        """A paragraph for every text of a list."""
        document.add_paragraph(f"{{%p for regel in {name} %}}")
        document.add_paragraph("{{ regel }}", style="List Bullet")
        document.add_paragraph("{%p endfor %}")

    def table(self, document: Any, name: str, columns: Mapping[str, str]) -> None:
        """A table with a row for every row of a list."""
        cells = [f"{{{{ rij.{key} }}}}" for key in columns.values()]
        self._rows(document, list(columns), [f"{{%tr for rij in {name} %}}"], cells, ["{%tr endfor %}"])

    def _rows(self, document: Any, *texts: list[str]) -> Any:
        table = document.add_table(rows=0, cols=len(texts[0]), style="Table Grid")
        for row in texts:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
        return table


class Mustache(Language):
    """`{field}` and `{#list}…{/list}`, as docxtemplater and easy-template-x read them."""

    def partner(self, name: str) -> str:
        return f"partner_{name}"

    def text(self, paragraph: Any, words: str, name: str) -> None:
        paragraph.add_run(f"{words}{{{name}}}.")

    def condition(self, document: Any, name: str, words: str) -> None:
        for text in (f"{{#{name}}}", words, f"{{/{name}}}"):
            document.add_paragraph(text)

    def list(self, document: Any, name: str) -> None:
        document.add_paragraph(f"{{#{name}}}")
        document.add_paragraph("{regel}", style="List Bullet")
        document.add_paragraph(f"{{/{name}}}")

    def table(self, document: Any, name: str, columns: Mapping[str, str]) -> None:
        cells = [f"{{{key}}}" for key in columns.values()]
        cells[0], cells[-1] = f"{{#{name}}}{cells[0]}", f"{cells[-1]}{{/{name}}}"
        self._rows(document, list(columns), cells)


class Carbone(Mustache):
    """`{d.field}`, and for a list the first row and the next one."""

    def text(self, paragraph: Any, words: str, name: str) -> None:
        paragraph.add_run(f"{words}{{d.{name}}}.")

    def condition(self, document: Any, name: str, words: str) -> None:
        for text in (f"{{d.{name}:ifEQ(true):showBegin}}", words, f"{{d.{name}:showEnd}}"):
            document.add_paragraph(text)

    def list(self, document: Any, name: str) -> None:
        for index in ("i", "i+1"):
            document.add_paragraph(f"{{d.{name}[{index}].regel}}", style="List Bullet")

    def table(self, document: Any, name: str, columns: Mapping[str, str]) -> None:
        both = [[f"{{d.{name}[{index}].{key}}}" for key in columns.values()] for index in ("i", "i+1")]
        self._rows(document, list(columns), *both)


class MailMerge(Mustache):
    """Merge fields of Word. It has no conditions and repeats rows only: a condition is a field that may be empty, a
    list a table of one column."""

    def text(self, paragraph: Any, words: str, name: str) -> None:
        paragraph.add_run(words)
        self._field(paragraph, name)
        paragraph.add_run(".")

    def condition(self, document: Any, name: str, words: str) -> None:
        self._field(document.add_paragraph(), name)

    def list(self, document: Any, name: str) -> None:
        self._merged(document, name, {"Regel": "regel"})

    def table(self, document: Any, name: str, columns: Mapping[str, str]) -> None:
        self._merged(document, name, columns)

    def _merged(self, document: Any, name: str, columns: Mapping[str, str]) -> None:
        table = self._rows(document, list(columns), [""] * len(columns))
        for cell, key in zip(table.rows[1].cells, columns.values(), strict=True):
            self._field(cell.paragraphs[0], f"{name}_{key}")

    def _field(self, paragraph: Any, name: str) -> None:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" MERGEFIELD {name} ")
        paragraph._p.append(field)
        paragraph.add_run(f"«{name}»")
        field.append(paragraph.runs[-1]._r)


DOCXTPL = Language()
