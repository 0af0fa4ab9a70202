"""What docxtpl makes of a template, to hold what docgen makes of it against."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from docgen.opc.relationships import W
from docgen.word.compiler import compile_template
from docgen.word.jinja.sandbox import own_filters
from tests.word_files import parts_of


def by_docxtpl(template: bytes, context: dict) -> bytes:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters |= own_filters()
    made = DocxTemplate(io.BytesIO(template))
    made.render(context, environment)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def structure(xml: bytes) -> list[str]:
    """Every element in order with its text; ids that are counted, widths of grids and what Word noted aside."""
    lines, root = [], etree.fromstring(xml)
    for entry in root.xpath(
        "//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC') and @w:val != 'TOCHeading']]", namespaces={"w": W[1:-1]}
    ):
        entry.getparent().remove(entry)  # written after filling: see tests/word/typesetting
    for element in root.iter():
        if isinstance(element.tag, str) and not NOTED.search(element.tag):
            kept = {
                k: v
                for k, v in element.attrib.items()
                if element.tag != f"{W}gridCol" and not k.endswith("}space") and not NOTED.search(k)
            }
            lines.append(f"{element.tag} {sorted(kept.items())} {element.text if element.tag == f'{W}t' else ''}")
    return lines


NOTED = re.compile(r"\}(?:rsid\w*|docId|docVars?|savePreviewPicture|attachedTemplate)$")


LEFT_OUT = re.compile(
    r"customXml/|docProps/thumbnail|word/(?:header|footer|stylesWithEffects)\d*\.xml|word/media/voorbeeldbeeld\.png"
)  # the last: a picture that stands in a template as an example


OF_OURS = f"{W}doNotExpandShiftReturn [] "  # in the settings: see test_settings


def assert_same_as_docxtpl(template: bytes, context: dict) -> None:
    """Part by part the same, but for what no text shows, the properties (test_metadata) and what is set after filling: tables
    and a table of contents (tests/word/typesetting)."""
    filled = replace(compile_template(template), look=None)
    ours, theirs = parts_of(filled.render(context)), parts_of(by_docxtpl(template, context))
    assert set(ours) <= set(theirs)
    assert all(LEFT_OUT.match(part) for part in set(theirs) - set(ours))
    for part in ours:
        if part.startswith("word/") and part.endswith(".xml") and not part.startswith("word/charts/"):  # see test_chart
            mine = [line for line in structure(ours[part]) if line != OF_OURS]
            assert mine == structure(theirs[part]), part
