"""What comes in pairs (fields, bookmarks and what points at them, notes) is whole or absent in every branch."""

from __future__ import annotations

import re

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.word.markup import body, runs
from tests.word.paired import (
    ELSE,
    ENDFOR,
    ENDIF,
    FOR,
    IF,
    VALUES,
    field,
    mark,
    notes_of,
    p,
    reference,
    with_notes,
    xml_of,
)
from tests.word_files import parts_of, text_of, zipped

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


def test_a_protected_range_that_a_branch_cuts_is_refused():
    inner = (
        p('<w:permStart w:id="1" w:edGrp="everyone"/>', runs("a")) + IF + p(runs("b"), '<w:permEnd w:id="1"/>') + ENDIF
    )
    with pytest.raises(TemplateError, match="een gebied dat bewerkt mag worden begint en eindigt niet"):
        compile_template(body(inner))


def test_a_field_in_a_link_and_text_of_a_part_without_tags_are_left_alone():
    made = compile_template(body(p(runs("gewoon")))).render({})
    assert text_of(made) == "Kop\ngewoon"


# ----------------------------------------------------------------------------------------------------- notes and macros


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
