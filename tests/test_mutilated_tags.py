"""One character taken from a tag of a shipped template: told, or nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from docgen.word import leftovers, tag_placement
from docgen.word.package import read
from docgen.word.parts import W, parse
from docgen.word.tags import Misplaced, tags_in
from tests.conftest import ROOT

TEMPLATES = sorted(path for path in (ROOT / "templates").glob("*.docx") if path.stem != "huisstijl")
BRACKETS = {"the first": 0, "the second": 1, "the last but one": -2, "the last": -1}


def tagged_texts(template: Path) -> Iterator[etree._Element]:
    """Every element with a tag in its text."""
    for part, data in read(template).items():
        if part.endswith(".xml") and (b"{{" in data or b"{%" in data):
            yield from (
                one
                for one in parse(data).iter()
                if isinstance(one.tag, str) and ("{{" in (one.text or "") or "{%" in (one.text or ""))
            )


def without(text: str, at: int) -> str:
    return text[:at] + text[at + 1 :]


@pytest.mark.parametrize("which", BRACKETS)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_tag_that_lost_a_bracket_is_refused_wherever_it_stands(template, which):
    known = leftovers.known_words(data.decode("utf-8", "ignore") for data in read(template).values())
    count = 0
    for text in tagged_texts(template):
        paragraph = next(text.iterancestors(f"{W}p"), None)
        for tag in tags_in(text.text):
            at = tag.start + BRACKETS[which] if BRACKETS[which] >= 0 else tag.end + BRACKETS[which]
            whole, text.text = text.text, without(text.text, at)
            root = etree.Element("properties") if paragraph is None else etree.Element(f"{W}body", nsmap={"w": W[1:-1]})
            root.append(deepcopy(text if paragraph is None else paragraph))
            if paragraph is None:
                root.tag = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}coreProperties"
            with pytest.raises(Misplaced):
                list(tag_placement.place(root, known))
            text.text = whole
            count += 1
    assert count > 40
