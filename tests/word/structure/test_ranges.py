"""What comes in pairs (fields, bookmarks and what points at them, notes) is whole or absent in every branch."""

from __future__ import annotations

import re

import pytest

from docgen.errors import RenderError, TemplateError
from docgen.word.compiler import compile_template
from tests.word.tags.test_placement import body, runs
from tests.word_files import parts_of, text_of, with_part, with_relation, zipped

NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def field(code: str, shown: str = "1") -> tuple[str, str, str]:
    """The begin, middle and end of a field."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    middle = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs(shown)}'
    return begin, middle, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def mark(name: str, number: int, inner: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


IF, ELSE, ENDIF = p(runs("{%p if waar %}")), p(runs("{%p else %}")), p(runs("{%p endif %}"))
FOR, ENDFOR = p(runs("{%p for r in rijen %}")), p(runs("{%p endfor %}"))
VALUES = {"waar": True, "rijen": [{"a": "een"}, {"a": "twee"}, {"a": "drie"}]}


def xml_of(inner: str, **values) -> str:
    return parts_of(compile_template(body(inner)).render(VALUES | values))["word/document.xml"].decode()


# -------------------------------------------------------------------------------------------------------------- fields

BEGIN, MIDDLE, END = field("DATE")


@pytest.mark.parametrize(
    "inner",
    [
        IF + p(BEGIN, MIDDLE) + ENDIF + p(END),
        p(BEGIN, MIDDLE) + IF + p(END) + ENDIF,
        p(BEGIN) + IF + p(MIDDLE) + ENDIF + p(END),
        FOR + p(BEGIN, MIDDLE) + ENDFOR + p(END),
        IF + p(BEGIN, MIDDLE) + ELSE + p(END) + ENDIF,
        p(runs("{% if waar %}"), BEGIN, MIDDLE, runs("{% endif %}"), END),
    ],
)
def test_a_field_that_a_branch_cuts_is_refused_with_its_place(inner):
    with pytest.raises(
        TemplateError,
        match=r"een veld .* begint en eindigt niet in dezelfde herhaling of voorwaarde|een tag binnen een Word-veld",
    ):
        compile_template(body(inner))


@pytest.mark.parametrize(
    "inner",
    [
        IF + p(BEGIN, MIDDLE, END) + ENDIF,
        p(BEGIN) + p(MIDDLE) + IF + p(runs("x")) + ENDIF + p(END),
        p(runs("{% if waar %}x"), BEGIN, MIDDLE, END, runs("{% endif %}")),
        FOR + p(BEGIN, MIDDLE, END) + ENDFOR,
    ],
)
def test_a_field_that_is_whole_in_its_branch_is_whole_in_every_filling(inner):
    for waar in (True, False):
        kinds = re.findall(r'fldCharType="(\w+)"', xml_of(inner, waar=waar))
        assert [kinds.count(kind) for kind in ("begin", "separate", "end")] == [kinds.count("begin")] * 3


def test_a_field_that_word_itself_left_open_is_not_held_against_the_tags():
    assert "GGD" in xml_of(p(BEGIN, MIDDLE) + p(runs("{{ naam }}")), naam="GGD")


# ----------------------------------------------------------------------------------------------------------- bookmarks


def halves(xml: str) -> tuple[list[str], list[str]]:
    return re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml), re.findall(r'<w:bookmarkEnd w:id="(\d+)"', xml)


@pytest.mark.parametrize(
    "inner",
    [
        p('<w:bookmarkStart w:id="5" w:name="_Hlk1"/>', runs("a")) + IF + p(runs("b"), '<w:bookmarkEnd w:id="5"/>') + ENDIF,
        p('<w:bookmarkStart w:id="5" w:name="_GoBack"/>', runs("{%p if waar %}")) + p(runs("b")) + p('<w:bookmarkEnd w:id="5"/>', runs("{%p endif %}")),
        FOR + p('<w:bookmarkStart w:id="5" w:name="m"/>', runs("b")) + ENDFOR + p('<w:bookmarkEnd w:id="5"/>'),
        p(runs("a"), '<w:bookmarkEnd w:id="9"/>') + p(runs("{{ waar }}")),
    ],
)  # fmt: skip
def test_a_bookmark_is_whole_or_absent_in_every_branch(inner):
    for waar in (True, False):
        begun, ended = halves(xml_of(inner, waar=waar))
        assert sorted(begun) == sorted(ended)


@pytest.mark.slow
def test_a_reference_to_what_a_condition_can_remove_is_refused_unless_it_stands_there_too():
    article = p(mark("_Ref1", 5, runs("Artikel")))
    for pointer in (
        p(*field("REF _Ref1 \\r \\h", "4")),
        p('<w:fldSimple w:instr=" REF _Ref1 \\r \\h ">', runs("4"), "</w:fldSimple>"),
        p('<w:hyperlink w:anchor="_Ref1">', runs("zie"), "</w:hyperlink>"),
        p(*field('HYPERLINK \\l "_Ref1"', "zie")),
        p(*field("PAGEREF _Ref1 \\h", "4")),
    ):
        for inner in (
            IF + article + ENDIF + pointer,
            pointer + FOR + article + ENDFOR,
            IF + article + ELSE + pointer + ENDIF,
        ):
            with pytest.raises(TemplateError, match="deze verwijzing gaat naar ‘_Ref1’, en dat kan wegvallen"):
                compile_template(body(inner))
        for inner in (
            IF + article + pointer + ENDIF,
            article + IF + pointer + ENDIF,
            IF + article + ENDIF + IF + pointer + ENDIF,
        ):
            assert compile_template(body(inner)).render(VALUES)


def test_in_a_loop_a_reference_goes_with_the_bookmark_of_its_own_pass():
    inner = FOR + p(*field("REF doel \\h", "{{ r.a }}"), runs("ervoor")) + p(mark("doel", 5, runs("{{ r.a }}"))) + p('<w:hyperlink w:anchor="doel">', runs("erna"), "</w:hyperlink>") + ENDFOR  # fmt: skip
    xml = xml_of(inner)
    assert re.findall(r'w:name="(doel\w*)"', xml) == ["doel", "doel_2", "doel_3"]
    assert re.findall(r"REF (\w+)", xml) == ["doel", "doel_2", "doel_3"]
    assert re.findall(r'w:anchor="(\w+)"', xml) == ["doel", "doel_2", "doel_3"]
    assert "docgen" not in xml


def test_a_loop_in_a_loop_gives_each_pass_its_own_bookmark():
    inner_loop = p(runs("{%p for s in rijen %}")) + p(mark("binnen", 6, runs("{{ s.a }}")), *field("REF binnen", "x"), *field("REF buiten", "y")) + ENDFOR  # fmt: skip
    xml = xml_of(FOR + p(mark("buiten", 5, runs("{{ r.a }}"))) + inner_loop + ENDFOR, rijen=VALUES["rijen"][:2])
    assert re.findall(r"REF (\w+)", xml) == [
        "binnen",
        "buiten",
        "binnen_2",
        "buiten",
        "binnen_3",
        "buiten_2",
        "binnen_4",
        "buiten_2",
    ]


def test_a_protected_range_that_a_branch_cuts_is_refused():
    inner = (
        p('<w:permStart w:id="1" w:edGrp="everyone"/>', runs("a")) + IF + p(runs("b"), '<w:permEnd w:id="1"/>') + ENDIF
    )
    with pytest.raises(TemplateError, match="een gebied dat bewerkt mag worden begint en eindigt niet"):
        compile_template(body(inner))


# --------------------------------------------------------------------------------------------------------------- notes


def with_notes(inner: str, **notes: str) -> bytes:
    """A Word file with footnotes "n1", "n2" and the line above them, as Word makes them."""
    line = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    own = "".join(
        f'<w:footnote w:id="{name[1:]}"><w:p><w:r><w:footnoteRef/></w:r>{runs(text)}</w:p></w:footnote>'
        for name, text in notes.items()
    )
    xml = f'<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{line}{own}</w:footnotes>'
    made = with_relation(
        with_part(body(inner), "word/footnotes.xml", xml.encode()), "footnotes", "footnotes.xml", external=False
    )
    parts = parts_of(made)
    kind = '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", kind.encode())
    return zipped(parts)


def reference(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def notes_of(data: bytes) -> tuple[list[str], dict[str, str]]:
    """The numbers in the text, and the note of each number."""
    parts = parts_of(data)
    used = re.findall(r'footnoteReference w:id="(\d+)"', parts["word/document.xml"].decode())
    found = re.findall(
        r'<w:footnote [^>]*w:id="(-?\d+)"[^>]*>(.*?)</w:footnote>', parts["word/footnotes.xml"].decode(), re.DOTALL
    )
    return used, {number: re.sub("<[^>]+>", "", text) for number, text in found}


def test_a_note_goes_with_the_branch_that_refers_to_it():
    template = compile_template(
        with_notes(IF + p(runs("a"), reference(1)) + ENDIF + p(runs("b"), reference(2)), n1="geheim", n2="blijft")
    )
    assert notes_of(template.render(VALUES)) == (["1", "2"], {"-1": "", "1": "geheim", "2": "blijft"})
    without = template.render(VALUES | {"waar": False})
    assert notes_of(without) == (["2"], {"-1": "", "2": "blijft"})
    assert b"geheim" not in b"".join(parts_of(without).values())


def test_a_note_in_a_loop_is_there_once_for_every_pass():
    template = compile_template(
        with_notes(
            FOR + p(runs("{{ r.a }}"), reference(2)) + ENDFOR + p(runs("z"), reference(3)), n2="{{ naam }}", n3="slot"
        )
    )
    used, notes = notes_of(template.render(VALUES | {"naam": "GGD"}))
    assert len(used) == len(set(used)) == 4
    assert [notes[number] for number in used] == ["GGD", "GGD", "GGD", "slot"]


def test_notes_of_a_template_without_conditions_stay_byte_for_byte():
    template = with_notes(p(runs("{{ naam }}"), reference(1)), n1="noot", n9="zonder verwijzing")
    made = compile_template(template).render({"naam": "GGD"})
    assert parts_of(made)["word/footnotes.xml"] == parts_of(template)["word/footnotes.xml"]


# ----------------------------------------------------------------------------------------------------- what fits where


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        (p(runs("{%p macro m(x) %}")) + p(runs("{{ x }}")) + p(runs("{%p endmacro %}")) + p(runs("A {{ m(1) }}")), "midden in een tekst"),
        (p(runs("{%p set blok %}")) + p(runs("x")) + p(runs("{%p endset %}")) + p(runs("A {{ blok }}")), "midden in een tekst"),
        (p(runs("{%p filter upper %}")) + p(runs("x")) + p(runs("{%p endfilter %}")), "een filter kan niet om hele alinea’s"),
        (p(runs("{% if waar %}a")) + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + p(runs("b{% endif %}")) + "</w:tc></w:tr></w:tbl>", "eindigt op een andere plek"),
        (p(runs("{% if waar %}a")) + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + p(runs("b")) + "</w:tc></w:tr></w:tbl>" + p(runs("c{% endif %}")), None),
    ],
)  # fmt: skip
def test_markup_where_word_does_not_read_it_is_refused_when_the_template_is_compiled(inner, message):
    if message is None:
        assert compile_template(body(inner)).render(VALUES)
    else:
        with pytest.raises(TemplateError, match=f"onder kop ‘Kop’.*{message}"):
            compile_template(body(inner))


def test_what_cannot_be_said_before_is_looked_at_in_every_document():
    inner = p(runs("{%p macro m() %}")) + p(runs("x")) + p(runs("{%p endmacro %}")) + p(runs("{{ m() | upper }}"))
    template = compile_template(body(inner))
    with pytest.raises(RenderError, match=r"midden in een tekst|verandert de opmaak"):
        template.render(VALUES)


def test_a_macro_or_block_may_hold_paragraphs_where_paragraphs_can_stand():
    inner = (
        p(runs("{%p macro m(x) %}")) + p(runs("regel {{ x }}")) + p(runs("{%p endmacro %}")) + p(runs("{{p m(1) }}"))
    )
    assert text_of(compile_template(body(inner)).render(VALUES)) == "Kop\nregel 1"
    inner = (
        p(runs("{%p set blok %}"))
        + p(runs("b"))
        + p(runs("{%p endset %}"))
        + p(runs("{{p blok }}"))
        + p(runs("c"))
        + p(runs("{{p blok }}"))
    )
    assert text_of(compile_template(body(inner)).render(VALUES)) == "Kop\nb\nc\nb"


def test_text_between_cells_and_rows_is_refused():
    row = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + p(runs("{{tr waar }}")) + "</w:tc></w:tr></w:tbl>"
    with pytest.raises(RenderError, match="alleen voor opgemaakte tekst"):
        compile_template(body(row)).render(VALUES)


def test_a_field_in_a_link_and_text_of_a_part_without_tags_are_left_alone():
    made = compile_template(body(p(runs("gewoon")))).render({})
    assert text_of(made) == "Kop\ngewoon"


# ------------------------------------------------------------------------------------------------ found by attacking it


@pytest.mark.parametrize(
    "halves",
    [
        ('<w:bookmarkStart w:id="1" w:name="{# x"/><w:bookmarkEnd w:id="1"/>', '<w:bookmarkStart w:id="2" w:name="#}"/><w:bookmarkEnd w:id="2"/>'),
        ('<w:hyperlink w:anchor="x" w:tooltip="gebruik {# als begin"/>', '<w:hyperlink w:anchor="x" w:tooltip="en #} als eind"/>'),
        ('<w:sdt><w:sdtPr><w:alias w:val="{{ a"/></w:sdtPr><w:sdtContent/></w:sdt>', '<w:sdt><w:sdtPr><w:alias w:val="b }}"/></w:sdtPr><w:sdtContent/></w:sdt>'),
    ],
)  # fmt: skip
def test_a_tag_in_an_attribute_takes_no_paragraph_with_it(halves):
    with pytest.raises(TemplateError, match="niet gesloten"):
        compile_template(body(p(halves[0]) + p(runs("belangrijk {{ waar }}")) + p(halves[1])))


@pytest.mark.parametrize(
    "between",
    [
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r/></m:oMath>',
        '<w:r><w:br w:clear="all" w:type="page"/></w:r>',
        '<w:bookmarkStart w:id="1" w:name="_Ref1"/><w:bookmarkEnd w:id="1"/>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
        '<w:permStart w:id="1" w:edGrp="everyone"/><w:permEnd w:id="1"/>',
    ],
)
def test_white_space_control_takes_nothing_but_white_space(between):
    with pytest.raises(TemplateError, match="haalt meer weg dan wit"):
        compile_template(body(p(runs("Stel {% if waar -%}"), between, runs(" dan{% endif %}"))))


def test_a_bookmark_around_a_tag_that_takes_its_paragraph_stays_for_what_points_at_it():
    inner = p(mark("_Ref1", 1, runs("{%p if waar %}"))) + p(runs("x")) + ENDIF
    assert re.findall(r'w:name="(\w+)"', xml_of(inner)) == ["_Ref1"]
    with pytest.raises(TemplateError, match="kan wegvallen"):
        compile_template(body(inner + p(*field("REF _Ref1 \\h", "1"))))


def test_a_branch_from_one_note_into_another_is_refused():
    with pytest.raises(TemplateError, match="eindigt op een andere plek"):
        compile_template(with_notes(p(reference(1), reference(2)), n1="{% if waar %}een", n2="twee{% endif %}"))


def test_a_macro_that_is_printed_twice_has_a_bookmark_and_a_note_for_each():
    inner = p(runs("{%p macro m(x) %}")) + p(mark("_Ref1", 5, runs("{{ x }}")), *field("REF _Ref1", "1"), reference(1)) + p(runs("{%p endmacro %}"))  # fmt: skip
    twice = inner + p(runs("{{p m('a') }}")) + p(runs("{{p m('b') }}"))
    made = compile_template(with_notes(twice, n1="noot")).render(VALUES)
    xml = parts_of(made)["word/document.xml"].decode()
    assert re.findall(r'w:name="(_Ref\w+)"', xml) == re.findall(r"REF (\w+)", xml) == ["_Ref1", "_Ref1_2"]
    assert [notes_of(made)[1][number] for number in notes_of(made)[0]] == ["noot", "noot"]
    with pytest.raises(TemplateError, match="kan wegvallen"):
        compile_template(body(inner.replace(reference(1), "") + p(*field("REF _Ref1", "1")) + p(runs("{{p m('a') }}"))))


def test_a_new_name_of_a_bookmark_is_like_no_other():
    xml = xml_of(
        FOR + p(mark("punt", 5, runs("a")), *field("REF PUNT", "1")) + ENDFOR + p(mark("punt_2", 6, runs("b")))
    )
    names = re.findall(r'w:name="(\w+)"', xml)
    assert names == ["punt", "punt_3", "punt_4", "punt_2"]
    assert re.findall(r"REF (\w+)", xml) == ["punt", "punt_3", "punt_4"]


# ------------------------------------------------------------------------------------------- how a field names a bookmark

POINTING_CODES = (
    "doel",
    "DOEL \\* MERGEFORMAT",
    "= doel * 2",
    "= SUM(doel;1)",
    'IF doel = 1 "ja" "nee"',
    "NOTEREF doel \\h",
    'TOC \\o "1-3" \\b doel',
    'INDEX \\b "doel"',
    "SEQ Tabel doel",
    "COMPARE doel = 3",
)
OTHER_CODES = (
    "SEQ doel",
    'STYLEREF "doel"',
    "DOCPROPERTY doel",
    'IF 1 = 1 "doel" "nee"',
    'HYPERLINK "https://voorbeeld.nl/doel"',
    'HYPERLINK "https://voorbeeld.nl" \\o "doel"',
    'TOC \\o "1-3" \\t "doel;1"',
    "TITLE doel",
)


@pytest.mark.parametrize("code", POINTING_CODES)
@pytest.mark.slow
def test_whatever_field_names_a_bookmark_that_can_fall_away_is_refused(code):
    article = IF + p(mark("doel", 5, runs("Artikel"))) + ENDIF
    with pytest.raises(TemplateError, match="deze verwijzing gaat naar ‘doel’, en dat kan wegvallen"):
        compile_template(body(article + p(*field(code, "4"))))
    with pytest.raises(TemplateError, match="deze verwijzing gaat naar ‘doel’, en dat kan wegvallen"):
        compile_template(body(article + p(*in_pieces(code))))


@pytest.mark.parametrize("code", OTHER_CODES)
def test_a_word_in_a_field_that_is_no_bookmark_there_is_left_alone(code):
    article = p(mark("doel", 5, runs("Artikel")))
    assert compile_template(body(IF + article + ENDIF + p(*field(code, "4")))).render(VALUES)
    xml = xml_of(FOR + article + p(*field(f"{code} ", "4"), *field("REF doel", "1")) + ENDFOR)
    assert xml.count(code.replace('"', "&quot;")) + xml.count(f"{code} ") >= 3
    assert re.findall(r"REF (doel\w*)", xml) == ["doel", "doel_2", "doel_3"]


def in_pieces(code: str) -> tuple[str, str, str]:
    """A field of which Word cut the code after every letter."""
    begin, middle, end = field(code)
    whole = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{letter}</w:instrText></w:r>' for letter in f" {code} ")
    assert whole in middle
    return begin, middle.replace(whole, pieces), end


@pytest.mark.parametrize("code", [*POINTING_CODES, "REF doel \\h", 'HYPERLINK \\l "doel"'])
@pytest.mark.slow
def test_in_a_loop_every_field_goes_with_the_bookmark_of_its_own_pass(code):
    for pointer in (field(code), in_pieces(code)):
        xml = xml_of(FOR + p(mark("doel", 5, runs("{{ r.a }}")), *pointer) + ENDFOR)
        codes = re.findall(r">([^<]+)</w:instrText>", xml)
        assert [re.findall(r"(?i)\bdoel\w*", one)[0].lower() for one in codes] == ["doel", "doel_2", "doel_3"]


def test_a_table_of_contents_may_name_a_heading_that_falls_away_and_a_reference_may_not():
    heading = IF + p(mark("_Toc1", 5, runs("Kop"))) + ENDIF
    for code in ("PAGEREF _Toc1 \\h", 'HYPERLINK \\l "_Toc1"'):
        assert compile_template(body(heading + p(*field(code, "4")))).render(VALUES)
    with pytest.raises(TemplateError, match="deze verwijzing gaat naar ‘_Toc1’"):
        compile_template(body(heading + p(*field("REF _Toc1 \\h", "4"))))


def with_header(inner: str, header: str) -> bytes:
    parts = parts_of(body(inner, header="kop"))
    name = "word/header1.xml"
    parts[name] = re.sub(rb"(<w:hdr[^>]*>).*(</w:hdr>)", rb"\1%s\2" % header.encode().replace(b"\\", rb"\\"), parts[name], flags=re.DOTALL)  # fmt: skip
    return zipped(parts)


def test_a_reference_in_a_header_to_what_can_fall_away_in_the_text_is_refused():
    article, pointer = p(mark("doel", 5, runs("Artikel"))), p(*field("REF doel \\h", "4"))
    assert compile_template(with_header(article, pointer)).render(VALUES)
    for inner in (IF + article + ENDIF, FOR + article + ENDFOR):
        with pytest.raises(TemplateError, match=r"brief.docx, in de koptekst.*: deze verwijzing gaat naar ‘doel’"):
            compile_template(with_header(inner, pointer), "brief.docx")
    with pytest.raises(TemplateError, match=r"onder kop ‘Kop’.*deze verwijzing gaat naar ‘doel’"):
        compile_template(with_header(pointer, IF + article + ENDIF))


def test_a_reference_to_what_only_a_macro_prints_that_nothing_calls_is_refused():
    macro = p(runs("{%p macro m() %}")) + p(mark("doel", 5, runs("Artikel"))) + p(runs("{%p endmacro %}"))
    with pytest.raises(TemplateError, match="deze verwijzing gaat naar ‘doel’"):
        compile_template(body(macro + p(*field("REF doel \\h", "4"))))


def test_a_macro_that_prints_itself_is_looked_at_once():
    macro = p(runs("{%p macro m(n) %}")) + p(runs("rij {{ n }}")) + p(runs("{%p if n > 1 %}")) + p(runs("{{p m(n - 1) }}")) + ENDIF + p(runs("{%p endmacro %}"))  # fmt: skip
    assert text_of(compile_template(body(macro + p(runs("{{p m(3) }}")))).render(VALUES)) == "Kop\nrij 3\nrij 2\nrij 1"


def test_macros_that_print_each_other_thousands_of_times_are_refused():
    macros = p(runs("{%p macro m0() %}")) + p(runs("x")) + p(runs("{%p endmacro %}"))
    for n in range(1, 15):
        macros += p(runs(f"{{%p macro m{n}() %}}")) + p(runs(f"{{{{p m{n - 1}() }}}}")) * 2 + p(runs("{%p endmacro %}"))
    with pytest.raises(TemplateError, match="roepen elkaar te vaak aan"):
        compile_template(body(macros + p(runs("{{p m14() }}"))))


# ------------------------------------------------------------------------------------ what a loop repeats has its own number

BOX = '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Tekstvak 1"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>INHOUD</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:72pt;height:72pt" id="_x0000_s1026"><v:textbox><w:txbxContent>INHOUD</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>'  # fmt: skip
IN_A_LOOP = {
    "a protected range": p('<w:permStart w:id="1" w:edGrp="everyone"/>', runs("{{ r.a }}"), '<w:permEnd w:id="1"/>'),
    "a text box with a bookmark": p(BOX.replace("INHOUD", p(mark("doel", 5, runs("{{ r.a }}")))), *field("REF doel")),
    "a text box with a protected range": p(
        BOX.replace(
            "INHOUD", p('<w:permStart w:id="1" w:edGrp="everyone"/>', runs("{{ r.a }}"), '<w:permEnd w:id="1"/>')
        )
    ),
}


@pytest.mark.parametrize("inner", IN_A_LOOP.values(), ids=IN_A_LOOP)
def test_what_a_loop_repeats_is_valid_for_word(inner, validator_errors, tmp_path):
    path = tmp_path / "lus.docx"
    path.write_bytes(compile_template(body(FOR + inner + ENDFOR)).render(VALUES))
    assert validator_errors(path) == []


def test_a_reference_goes_to_the_bookmark_in_the_text_box_that_word_shows():
    xml = xml_of(FOR + IN_A_LOOP["a text box with a bookmark"] + ENDFOR)
    assert re.findall(r'w:name="(doel\w*)"', xml) == re.findall(r"REF (\w+)", xml) == ["doel", "doel_2", "doel_3"]
    assert xml.count("een") == xml.count("drie") == 2  # its copy for old versions is filled too
