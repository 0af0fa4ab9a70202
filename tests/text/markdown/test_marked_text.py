"""A text with marks is its words, wherever it is not printed by a template."""

from __future__ import annotations

import pickle

from docgen.text.dutch import capital, without_full_stop
from docgen.text.markdown.marked_text import joined, with_each, with_first, with_last
from docgen.text.markdown.subset import running_text

TEXT = running_text("de **GGD** doet:\n\n- dit;\n- [dat](https://x.nl/a).\n\n2. nog [a@b.nl](mailto:a@b.nl)")


def test_elsewhere_it_is_its_words_and_no_address_is_lost():
    assert str(TEXT) == "de GGD doet:\n– dit;\n– dat (https://x.nl/a).\n2. nog a@b.nl"
    assert f"{TEXT[:6]}" == "de GGD"


def test_two_with_the_same_words_and_other_marks_differ():
    assert running_text("**a** b") != running_text("a **b**")
    assert running_text("**a** b") == running_text("**a** b")
    assert running_text("**a** b") == "a b"
    assert hash(running_text("**a** b")) == hash("a b")


def test_it_goes_to_another_process_as_it_is():
    again = pickle.loads(pickle.dumps(TEXT))
    assert again.blocks == TEXT.blocks and again == TEXT


def test_a_capital_and_a_full_stop_change_its_ends_alone():
    assert running_text("de **GGD**.").with_first(capital).with_last(without_full_stop) == running_text("De **GGD**")
    assert running_text("**ijs**").with_first(capital) == running_text("**IJs**")


def test_the_last_item_of_a_list_keeps_its_full_stop():
    assert str(running_text("a:\n\n- b.").with_last(without_full_stop)) == "a:\n– b."


def test_what_a_writer_types_is_no_mark_of_a_document():
    html = running_text("**<?rich end?>** & x").__html__()
    assert html.count("<?rich end?>") == 1 and "&lt;?rich end?&gt;" in html and "&amp; x" in html


def test_texts_behind_each_other_are_one_paragraph_until_a_list_begins():
    told = joined(["Een.", running_text("**Twee**:\n\n1. a;\n2. b."), running_text("1. c.\n\nSlot."), "Einde."])
    assert str(told) == "Een. Twee:\n1. a;\n2. b.\n1. c.\nSlot. Einde."
    assert [block.list for block in told.blocks] == [0, 1, 1, 2, 0]
    assert [run.text for run in told.blocks[0].runs if run.bold] == ["Twee"]


def test_without_marks_texts_behind_each_other_are_an_ordinary_text():
    assert type(joined(["a", "b"])) is str and joined(["a", "b"]) == "a b"


def test_words_are_changed_within_one_look():
    assert with_each(running_text("zie **b**, b"), lambda text: text.replace("b", "c")) == running_text("zie **c**, c")
    assert with_each("b", str.upper) == "B" == with_first("b", capital)
    assert with_last(running_text("a **b**."), without_full_stop) == running_text("a **b**")
