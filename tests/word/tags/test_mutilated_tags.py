"""One character taken from a tag of a shipped template: told, or nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from docgen.context import builder
from docgen.documents.request import parse_request
from docgen.documents.variables import report_variables
from docgen.errors import DocgenError, TemplateError
from docgen.opc.archive import read
from docgen.opc.relationships import W, parse
from docgen.schema.completion import fill_defaults
from docgen.word.compiler import compile_template
from docgen.word.tags import leftovers, placement
from docgen.word.tags.scanner import Misplaced, tags_in
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.conftest import ROOT, TYPES
from tests.word_files import parts_of, zipped

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
                list(placement.place(root, known))
            text.text = whole
            count += 1
    assert count > 40


STEP = 40  # of the tags in a template one in so many loses a character inside; `seed` says which
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")


def words_of(data: bytes) -> Counter[str]:
    parts = parts_of(data)
    texts = (
        xml.decode()
        for name, xml in parts.items()
        if re.match(r"word/(document|header|footer)\d*\.xml|docProps/core", name)
    )
    return Counter(
        word
        for text in texts
        for piece in re.split("</w:p>|</dc:", text)
        for word in re.sub("<[^>]*>", "", piece).split()
    )


def mutilated(template: Path, seed: int) -> Iterator[tuple[str, str, bytes]]:
    """A tag, the same without one of the characters inside, and the template with that."""
    parts, random = read(template), Random(seed)
    for part in sorted(name for name, data in parts.items() if name.endswith(".xml") and TAG.search(data.decode())):
        xml = parts[part].decode()
        for number, tag in enumerate(TAG.finditer(xml)):
            at = tag.start() + 2 + random.randrange(len(tag[0]) - 4)
            in_literal = any(
                tag.start() + one.start() < at < tag.start() + one.end() - 1 for one in LITERAL.finditer(tag[0])
            )
            if (
                number % STEP == seed % STEP and "&" not in tag[0] and not in_literal
            ):  # another text prints another text
                yield tag[0], without(tag[0], at - tag.start()), zipped(parts | {part: without(xml, at).encode()})


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_a_character_taken_from_inside_a_tag_is_told_or_nothing_is_lost(name, sample):
    job = parse_request(sample, name)
    vocabulary = vocabulary_of(job.kind, sample.library)
    full = fill_defaults(sample.data, sample.library.schema.root)
    values = builder.build(full, **report_variables(job, sample.data, sample, False))
    whole = words_of(compile_template(job.kind.template, vocabulary=vocabulary).render(values))
    told = lost = 0
    for tag, bad, template in mutilated(job.kind.template, seed=7):
        try:
            made = words_of(compile_template(template, vocabulary=vocabulary).render(values))
        except DocgenError as refused:
            assert isinstance(refused, TemplateError), (tag, bad, refused)  # not only when a document is made
            told += 1
            continue
        assert not whole - made, (tag, bad)
        lost += made != whole
    assert told > 0 and lost == 0
