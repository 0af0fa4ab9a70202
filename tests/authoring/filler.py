"""Fills in a form as a patient writer does: what has a mark and nothing else, with what the schema gives as an example."""

from __future__ import annotations

import re

from docgen.schema.field import Field

FIELD = re.compile(r"(?P<indent> *)(?P<dash>- )?(?P<name>[\w-]+):")
DAYS = {"begin": "2028-01-01", "ingang": "2028-01-01", "einde": "2031-12-31"}
OTHERS = {"boolean": "true", "date": "2028-06-30", "integer": "2028", "number": "10", "amount": "100"}


def filled(text: str, root: Field, marks: tuple[str, ...]) -> str:
    """A form in which every field is filled in of which the explanation has one of the marks."""
    return "\n".join(_Writer(root, marks).lines(text))


class _Writer:
    """Goes through a form line by line, and remembers which part and row it is in, what was marked and which ids it gave."""

    def __init__(self, root: Field, marks: tuple[str, ...]) -> None:
        self.root, self.mark = root, re.compile(rf"\([^)]*\b(?:{'|'.join(marks)})(?:,|\))")
        self.around: list[list] = []  # indentation, name and number of rows of the parts around a line
        self.marked: dict[tuple[str, ...], bool] = {}
        self.ids: dict[str, str] = {}

    def lines(self, text):
        explained, item = "", ""
        for line in text.split("\n"):
            if found := FIELD.fullmatch(line):
                value = self._value_at(found, explained)
                is_list = value.startswith("[")
                item, explained = (value[1:-1] if is_list else ""), ""
                yield line if is_list or not value else f"{line} {value}"
            else:
                explained = f"{explained} {line.strip(' #')}" if line.lstrip().startswith("# ") else ""
                yield f"{line} {item}" if line.strip() == "-" and item else line

    def _value_at(self, found, explained):
        depth = len(found["indent"]) + 2 * bool(found["dash"])
        while self.around and self.around[-1][0] >= depth:
            self.around.pop()
        if found["dash"]:
            self.around[-1][2] += 1
        path = (*(name for _, name, _ in self.around), found["name"])
        row = max((rows for _, _, rows in self.around), default=0)
        self.around.append([depth, found["name"], 0])
        is_marked = self.marked.setdefault(path, bool(self.mark.search(explained)))  # only a first row is explained
        field = self.root
        for name in path:
            field = field.each.children[name]
        return self._value(field, path, row) if is_marked and not field.each.children else ""

    def _value(self, field, path, row):
        if field.kind == "list":
            return f"[{field.frame.example if field.frame else self._value(field.row, path, row)}]"
        if field.reference:
            return self.ids.get(field.reference) or field.example or "extern"
        if field.kind == "dict":
            return field.example
        if field.choices:
            return field.example or str(field.choices[0])
        if path[-1] == "id":
            made = f"{field.example}{row if row > 1 else ''}"
            self.ids.setdefault(".".join(path[:-1]), made)
            return made
        example = field.frame.example if field.frame else DAYS.get(path[-1]) or field.example or OTHERS.get(field.kind)
        made = example or f"{path[-2].capitalize()} van de buurt"
        return f"{made} {row}" if row > 1 and path[-1] == "naam" else made
