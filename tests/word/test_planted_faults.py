"""Faults planted blind, by a script, in the templates of docgen: each is found at the paragraph where it was planted.

What is not found stands in `MISSED`, by its kind, with the reason.
"""

from __future__ import annotations

import copy
import io
import random
import re
from collections import Counter
from functools import cache

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from docgen.library import library as libraries
from docgen.word.inspector import inspect
from docgen.word.typecheck.vocabulary import vocabulary_of

pytestmark = pytest.mark.slow

LIBRARY = libraries.open_library()
TEMPLATES = ("raadsbesluit", "jaarplan", "borgingsplan", "overdracht", "geldstromenkaart")
TAG = re.compile(r"\{[{%][^{}]*[}%]\}")
FIELD = re.compile(r"\{\{ (\w+\.)(\w+)([ |}])")
EACH = 6  # of a kind
FILE = -1  # the place of what is about the file as a whole
MISSED = {"tag_doubled": 3}  # an end too many ends the block around it, and is told where an end is left over


class Nowhere(Exception):
    """A template has nothing in which this fault can be planted."""


class Planting:
    """A template with its paragraphs, and what a script does to it."""

    def __init__(self, name, pick):
        self.document, self.pick = Document(LIBRARY.types[name].template), pick
        self.body = self.document.element.body
        self.paragraphs = list(self.body.iter(qn("w:p")))

    def number(self, element):
        return list(self.body.iter(qn("w:p"))).index(element)

    def text_with(self, pattern, test=lambda found: True):
        """A text in which a pattern is found, and where."""
        every = [
            (text, found)
            for text in self.body.iter(qn("w:t"))
            for found in re.finditer(pattern, text.text or "")
            if test(found)
        ]
        if not every:
            raise Nowhere
        return self.pick.choice(every)

    def swap(self, pattern, instead, test=lambda found: True):
        """Put another text in the place of what is found; the number of the paragraph."""
        text, found = self.text_with(pattern, test)
        new = instead(found) if callable(instead) else instead
        text.text = text.text[: found.start()] + new + text.text[found.end() :]
        return self.number(next(text.iterancestors(qn("w:p"))))

    def add(self, *texts, xml=""):
        """Paragraphs behind one of the text that is outside tables and outside blocks; the number of the first."""
        depth, places = 0, []
        for one in self.body:
            words = "".join(text.text or "" for text in one.iter(qn("w:t")))
            depth += len(re.findall(r"\{%-?(?:p|tr)? ?(?:if|for)\b", words)) - len(
                re.findall(r"\bend(?:if|for)\b", words)
            )
            if one.tag == qn("w:p") and not depth and words and one.find(".//" + qn("w:sectPr")) is None:
                places.append(one)
        after, first = self.pick.choice(places), None
        for text in texts:
            new = parse_xml(f"<w:p {nsdecls('w')}>{xml or '<w:r><w:t/></w:r>'}</w:p>")
            if not xml:
                next(new.iter(qn("w:t"))).text = text
            after.addnext(new)
            first, after = new if first is None else first, new
        return self.number(first)

    def data(self):
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def bracket_lost(one):
    def less(found):
        at = one.pick.choice([0, 1, len(found[0]) - 2, len(found[0]) - 1])
        return found[0][:at] + found[0][at + 1 :]

    return one.swap(r"\{\{[^{}]*\}\}", less)


def bracket_of_block_lost(one):
    return one.swap(r"\{% ?(?:if|for)[^{}]*%\}", lambda found: found[0][:-1])


def tag_doubled(one):
    return one.swap(r"\{%p? ?end(?:if|for) %\}", lambda found: found[0] * 2)


def end_lost(one):
    """The block that it ended is told where it opens."""
    number = one.add("{%p if concept %}", "Tekst", "{%p endif %}")
    end = list(one.body.iter(qn("w:p")))[number + 2]
    end.getparent().remove(end)
    return number


def begin_lost(one):
    return one.add("{%p endif %}")


def swapped(one):
    return one.add("{%p endif %}", "Tekst", "{%p if concept %}")


def crossing(one):
    return one.add("{% for p in partijen %}{% if p.naam %}{{ p.naam }}{% endfor %}{% endif %}")


def near_name(one):
    return one.swap(FIELD, lambda found: f"{{{{ {found[1]}{found[2][:-1]}{found[3]}", lambda found: len(found[2]) > 4)


def doubled_letter(one):
    return one.swap(FIELD, lambda found: f"{{{{ {found[1]}{found[2]}{found[2][-1]}{found[3]}")


def far_name(one):
    return one.swap(FIELD, lambda found: f"{{{{ {found[1]}xyzzy{found[3]}")


def far_root(one):
    return one.add("{{ klantgegevens.adres }}")


def name_in_branch(one):
    return one.add("{% if concept %}{% for p in partijen %}{{ p.naamm }}{% endfor %}{% endif %}")


def near_filter(one):
    return one.swap(r"\| (datum|euro|opsomming|rol|orgaan|bedrag)\b", lambda found: f"{found[0]}s")


def far_filter(one):
    return one.swap(r"\| (datum|euro|opsomming|rol|orgaan|bedrag)\b", "| qwerty")


def never(one):
    wrong = one.pick.choice(("goedgekeurd", "Concept!", "definitief", "klaar"))
    return one.add(f"{{% if dossier.status == '{wrong}' %}}ja{{% endif %}}")


def cut_and_wrong(one):
    number = one.add("x")
    paragraph = list(one.body.iter(qn("w:p")))[number]
    for run in list(paragraph.iter(qn("w:r"))):
        paragraph.remove(run)
    for piece, bold in (("{{ organi", ""), ("satie.na", "<w:b/>"), ("amm }}", "")):
        paragraph.append(
            parse_xml(f'<w:r {nsdecls("w")}><w:rPr>{bold}</w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r>')
        )
    return number


def curly_open(one):
    return one.add("{% if dossier.status == “concept %}ja{% endif %}")


def low_quote(one):
    return one.add("{% if dossier.status == „concept' %}ja{% endif %}")


def letter_lost(one):
    return one.add("{%p if concept %}", "Tekst", "{% endif %}")


def letter_of_else_lost(one):
    """Told at the tag that misses its letter."""
    return one.add("{%p if concept %}", "Tekst", "{% else %}", "Anders", "{%p endif %}") + 2


def text_beside(one):
    return one.add("{%p if concept %} en nog wat", "Tekst", "{%p endif %}")


def row_tag_outside(one):
    return one.add("{%tr for p in partijen %}{%tr endfor %}")


def head_mark_lost(one):
    every = list(one.body.iter(qn("w:tblHeader")))
    if not every:
        raise Nowhere
    mark = one.pick.choice(every)
    row = next(mark.iterancestors(qn("w:tr")))
    if len(list(row.iterfind(qn("w:tc")))) < 2 or row.getprevious().tag == qn("w:tr"):
        raise Nowhere
    mark.getparent().remove(mark)
    return one.number(next(row.iter(qn("w:p"))))


def merged_heading(one):
    rows = [next(mark.iterancestors(qn("w:tr"))) for mark in one.body.iter(qn("w:tblHeader"))]
    rows = [row for row in rows if len(list(row.iterfind(qn("w:tc")))) > 2 and row.getprevious().tag != qn("w:tr")]
    if not rows:
        raise Nowhere
    row = one.pick.choice(rows)
    first, second, *_ = row.iterfind(qn("w:tc"))
    row.remove(second)
    first.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="2"/>'))
    return one.number(next(row.iter(qn("w:p"))))


def of_mail_merge(one):
    return one.add(one.pick.choice(("Beste «aanhef»,", "Beste <<aanhef>>,", "Beste {aanhef_regel},", "Zie [kenmerk]")))


def merge_field(one):
    one.add("", xml='<w:fldSimple w:instr=" MERGEFIELD aanhef "><w:r><w:t>«aanhef»</w:t></w:r></w:fldSimple>')
    return FILE


def tracked(one):
    kind = one.pick.choice(("ins", "del"))
    text = "t" if kind == "ins" else "delText"
    one.add("", xml=f'<w:{kind} w:id="901" w:author="M"><w:r><w:{text}>nieuw</w:{text}></w:r></w:{kind}>')
    return FILE


def control_cuts_loop(one):
    number = one.add("{%p for p in partijen %}", "{{ p.naam }}", "{%p endfor %}")
    first = list(one.body.iter(qn("w:p")))[number]
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    first.addprevious(control)
    control[1].append(first)
    return number


def day_field(one):
    name = one.pick.choice(("DATE", "TIME", "SAVEDATE", "PRINTDATE"))
    return one.add(
        "", xml=f'<w:fldSimple w:instr=" {name} \\@ &quot;d MMMM&quot; "><w:r><w:t>2 mei</w:t></w:r></w:fldSimple>'
    )


def typed_numbers(one):
    return one.add("1. Het eerste", "2. Het tweede")


def white_lines(one):
    return one.add("", "", xml="<w:pPr/>")


def odd_font(one):
    return one.add("", xml='<w:r><w:rPr><w:rFonts w:ascii="Comic Sans MS"/></w:rPr><w:t>Leuk</w:t></w:r>')


def level_skipped(one):
    look = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:r><w:t>Kop</w:t></w:r>'
    first = one.add("", xml=look.format(0))
    above = list(one.body.iter(qn("w:p")))[first]
    above.addnext(parse_xml(f"<w:p {nsdecls('w')}>{look.format(3)}</w:p>"))
    return first + 1


def list_goes_on(one):
    lists = one.document.part.numbering_part.element
    for xml in (
        '<w:abstractNum {} w:abstractNumId="990"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>',
        '<w:num {} w:numId="991"><w:abstractNumId w:val="990"/></w:num>',
    ):
        lists.append(parse_xml(xml.format(nsdecls("w"))))
    number = one.add("{%p for p in partijen %}", "{{ p.naam }}", "Eerste", "Tweede", "{%p endfor %}")
    for item in list(one.body.iter(qn("w:p")))[number + 2 : number + 4]:
        item.insert(
            0, parse_xml(f'<w:pPr {nsdecls("w")}><w:numPr><w:ilvl w:val="0"/><w:numId w:val="991"/></w:numPr></w:pPr>')
        )
    return number + 3


def own_look(one):
    look = one.pick.choice(('<w:sz w:val="60"/>', '<w:color w:val="FF0000"/>', '<w:highlight w:val="yellow"/>'))
    return one.add("", xml=f"<w:r><w:rPr>{look}</w:rPr><w:t>Let op dit woord.</w:t></w:r>")


def like_a_heading(one):
    return one.add("", xml="<w:r><w:rPr><w:b/></w:rPr><w:t>Vet als een kop</w:t></w:r>")


def picture_without_words(one):
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    xml = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing"><wp:extent cx="9" cy="9"/><wp:docPr id="77" name="x"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    return one.add("", xml=xml)


def unguarded(one):
    return one.add("Op {{ raadsvoorstel.raadsvergadering | datum }}")


def bare(one):
    return one.add(
        one.pick.choice(
            ("{{ kosten.totaal }}", "{{ centen }}", "{% if dossier.peildatum %}{{ dossier.peildatum }}{% endif %}")
        )
    )


PLANTS = {
    bracket_lost: {"tag-open"},
    bracket_of_block_lost: {"tag-open"},
    tag_doubled: {"tag-blok"},
    end_lost: {"tag-blok"},
    begin_lost: {"tag-blok"},
    swapped: {"tag-blok"},
    crossing: {"tag-blok"},
    near_name: {"tag-naam"},
    doubled_letter: {"tag-naam"},
    far_name: {"tag-naam"},
    far_root: {"tag-naam"},
    name_in_branch: {"tag-naam"},
    near_filter: {"tag-filter"},
    far_filter: {"tag-filter"},
    never: {"tag-nooit"},
    cut_and_wrong: {"tag-naam"},
    curly_open: {"tag"},
    low_quote: {"tag"},
    letter_lost: {"tag-blok"},
    letter_of_else_lost: {"tag-blok"},
    text_beside: {"tag-plaats"},
    row_tag_outside: {"tag-plaats"},
    head_mark_lost: {"opmaak-tabelkop"},
    merged_heading: {"opmaak-samengevoegd"},
    of_mail_merge: {"tag-rest"},
    merge_field: {"sjabloon"},
    tracked: {"sjabloon"},
    control_cuts_loop: {"tag-bouw", "tag-plaats", "sjabloon"},
    day_field: {"opmaak-datum"},
    typed_numbers: {"opmaak-nummer"},
    white_lines: {"opmaak-wit"},
    odd_font: {"opmaak-lettertype"},
    level_skipped: {"opmaak-kopniveau"},
    list_goes_on: {"opmaak-lijst"},
    own_look: {"opmaak-los"},
    like_a_heading: {"opmaak-kop"},
    picture_without_words: {"opmaak-alt"},
    unguarded: {"tag-leeg"},
    bare: {"tag-kaal"},
}


@cache
def known(name):
    return Counter((one.code, one.message) for one in found_in(Planting(name, None).data(), name))


def found_in(data, name):
    vocabulary = vocabulary_of(LIBRARY.types[name], LIBRARY)
    return inspect(data, f"{name}.docx", None, vocabulary, LIBRARY.style_sheet)


def planted(plant, number):
    """A template with one such fault, where it is, and what the check says that it did not say before."""
    pick = random.Random(f"{plant.__name__}{number}")
    for name in pick.sample(TEMPLATES, len(TEMPLATES)):
        one = Planting(name, pick)
        try:
            place = plant(one)
        except Nowhere:
            continue
        found, left = found_in(one.data(), name), copy.copy(known(name))
        left.subtract((each.code, each.message) for each in found)
        return place, [each for each in found if left[each.code, each.message] < 0], name
    raise AssertionError(f"{plant.__name__} can be planted nowhere")


def is_found(plant, place, found):
    """At its place, and with what to do about it."""
    return any(one.code in PLANTS[plant] and one.place.paragraph == place and one.hint for one in found)


def test_there_are_enough_of_them():
    assert len(PLANTS) * EACH >= 200


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found_at_its_place(plant):
    missed = []
    for number in range(EACH):
        place, found, name = planted(plant, number)
        if not is_found(plant, place, found):
            missed.append((name, place, [(one.code, one.place.paragraph, one.message) for one in found]))
    assert len(missed) == MISSED.get(plant.__name__, 0), missed
