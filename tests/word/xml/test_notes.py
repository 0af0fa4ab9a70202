"""A note is there as often as it is referred to, and no more."""

from __future__ import annotations

from docgen.word.compiler import compile_template
from docgen.word.xml.notes import settle
from tests.word.markup import runs
from tests.word.paired import ENDFOR, ENDIF, FOR, IF, VALUES, notes_of, p, reference, with_notes
from tests.word_files import parts_of


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


def endnotes(*notes: str) -> bytes:
    line = '<w:endnote w:type="separator" w:id="-1"><w:p/></w:endnote>'
    return f'<w:endnotes xmlns:w="x">{line}{"".join(notes)}</w:endnotes>'.encode()


def test_endnotes_come_in_the_order_of_the_text_and_one_that_is_used_twice_gets_a_number_of_its_own():
    one, two = '<w:endnote w:id="1"><w:p>een</w:p></w:endnote>', '<w:endnote w:id="2"><w:p>twee</w:p></w:endnote>'
    text = b'<w:endnoteReference w:id="2"/><w:endnoteReference w:id="1"/><w:endnoteReference w:id="2"/>'
    made = settle({"word/document.xml": text, "word/endnotes.xml": endnotes(one, two)})
    assert made["word/document.xml"] == (
        b'<w:endnoteReference w:id="2"/><w:endnoteReference w:id="1"/><w:endnoteReference w:id="5"/>'
    )
    assert made["word/endnotes.xml"] == endnotes(two, one, two.replace('"2"', '"5"'))


def test_a_document_without_notes_stays_as_it_is():
    parts = {"word/document.xml": b"<w:p/>", "word/header1.xml": "<w:hdr>é</w:hdr>".encode()}
    assert settle(parts) == parts
