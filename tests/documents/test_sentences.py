"""Sentences and no glue: what a schema says of the sentence around a field is what the documents print."""

from __future__ import annotations

import re
from functools import cache

import pytest
import yaml

from docgen.documents.production import render
from docgen.dossier import loads
from docgen.library.library import open_library
from docgen.text.sentence_checks import troubles
from tests.conftest import ROOT
from tests.word_files import text_of

FIELDS = [
    (part, field)
    for part, fields in open_library().schema.frames.by_part.items()
    for field in fields
    if part in ("interventie", "partijen", "uitsluitingen", "begroting", "monitoring", "flexibiliteit", "waarom_doorgaan", "overeenkomst")
]  # fmt: skip
# what a dossier needs around the fields with a frame, so that each of them is printed
AROUND = """\
dossier: {id: d, titel: D, indeling: 2, gemeente: gem}
organisatie: {naam: gemeente A}
interventie:
  wat_borgen: [{soort: werkwijze}]
  opschaling: {gewenst: later}
  onderdelen: [{oordeel: doorgaan}]
partijen: [{id: gem, naam: gemeente A, soort: gemeente, hierna: de gemeente, niveau: directie}, {id: ggd, naam: GGD B, hierna: de GGD, ondertekenaar: directeur, niveau: directie}]
uitsluitingen: [{}]
begroting: {posten: [{id: P1, naam: Inzet, partij: ggd, aard: structureel, bedragen: {2028: 100}}]}
financiering: [{id: F1, bron: Subsidie, partij: gem, vorm: geld, aard: structureel, status: beschikt, voor: [P1], bedragen: {2028: 100}}]
overeenkomst:
  ingang: 2028-01-01
  einde: 2031-12-31
  opzegging: {termijn_maanden: 6}
  betalingen: [{bron: F1}]
  toetreding: {instemming: alle_partijen}
"""


def put_at(data, path, value):
    """Set a value at a path in which `None` is the first row of a list; what is not there yet is made."""
    for i, step in enumerate(path[:-1]):
        empty = [] if path[i + 1] is None else {}
        if step is None:
            if not data:
                data.append(empty)
            data = data[0]
        else:
            data = data.setdefault(step, empty)
    if path[-1] is None:
        data[:] = [value]
    else:
        data[path[-1]] = value


@cache
def agreement():
    """The text of an agreement in which every field with a frame has its example; one line, with one sort of signs."""
    data = yaml.safe_load(AROUND)
    for part, field in FIELDS:
        put_at(data, (part, *field.path), field.frame.example)
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
    return one_line(text_of(render(loads(written), "overeenkomst")))


def one_line(text):
    return " ".join(text.replace("\u00a0", " ").replace("–", "-").split())


@pytest.mark.parametrize(
    ("part", "field"), FIELDS, ids=lambda one: ".".join(map(str, one.path)) if hasattr(one, "path") else one
)
def test_an_agreement_prints_the_sentence_that_help_and_editor_show(part, field):
    assert one_line(field.frame.filled(field.frame.example)).removesuffix(".") in agreement()


@pytest.mark.parametrize(
    ("part", "field"), FIELDS, ids=lambda one: ".".join(map(str, one.path)) if hasattr(one, "path") else one
)
def test_an_example_has_no_trouble_itself(part, field):
    assert troubles(field.frame.example, field.frame, {"wijkkracht"}, is_row=None in field.path) == []


# a label belongs in a block of facts, on a cover, under a signature, in a heading, a caption, a header or a cell
LABELLED = re.compile(
    r"\[(?:Kenmerk|Titelblad [^\]]*|Teken [^\]]*|Subtitle|Title|caption|header|footer|Let op kop|Lid letter|toc [^\]]*)\]|\||[a-z]+: "
)
# before one value; what follows `| opsomming` or a loop is a list
SLOT = re.compile(r"[\w)’]: ?(?:\{% if [^%]*%\})?[‘“]?\{\{(?P<value>[^}]*)\}\}")
MEANT = {
    "reeks.bij": "in beeld: what the pictures below it show",
    "looptijd | first": "from and until years",
    "partij.hierna": "hierna: what a party is called from then on",
    **dict.fromkeys(
        (f"archief.{name} | zonder_punt" for name in ("resultaat", "waardering", "bewaartermijn", "beperking")),
        "a list of facts",
    ),
}


@pytest.mark.parametrize("path", sorted((ROOT / "templates").glob("*.txt")), ids=lambda path: path.stem)
def test_no_template_puts_a_colon_before_one_value(path):
    glued = [
        (line, found["value"].strip())
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("[") and not LABELLED.match(line)
        for found in SLOT.finditer(line)
        if "opsomming" not in found["value"] and found["value"].strip() not in MEANT
    ]
    assert glued == []


def test_an_annual_plan_says_what_happens_without_the_approach_also_when_no_other_question_is_asked():
    text = (ROOT / "tests" / "dossiers" / "minimaal-jaarplan.yaml").read_text("utf-8")
    paper = text_of(
        render(loads(f"{text.rstrip()}\n  als_we_niets_doen: De wijk krijgt minder.\n".encode()), "jaarplan")
    )
    assert "Wat als we het niet doen?\nDe wijk krijgt minder." in paper and "Wie betaalt dit?" not in paper
