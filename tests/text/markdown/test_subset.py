"""A closed subset of Markdown, and nothing more."""

from __future__ import annotations

import pytest

from docgen.text.markdown.marked_text import Block, MarkedText, Run
from docgen.text.markdown.subset import running_text


def blocks(text, **about):
    """What is read in a text: of each block its kind, level and place, and its words with their look."""
    read = running_text(text, **about)
    assert isinstance(read, MarkedText), read
    return [(block.kind, block.level, block.number, [tuple(run) for run in block.runs]) for block in read.blocks]


def plain(text):
    return [(kind, level, number, "".join(run[0] for run in runs)) for kind, level, number, runs in blocks(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Dit is **vet**.", [("Dit is ", False, False, ""), ("vet", True, False, ""), (".", False, False, "")]),
        ("*cursief* begin", [("cursief", False, True, ""), (" begin", False, False, "")]),
        ("***beide***", [("beide", True, True, "")]),
        ("wijk**kracht**", [("wijk", False, False, ""), ("kracht", True, False, "")]),
        ("[de site](https://x.nl/a?b=1&c=2)", [("de site", False, False, "https://x.nl/a?b=1&c=2")]),
        ("[x](HTTP://X.NL)", [("x", False, False, "HTTP://X.NL")]),
        ("[mail ons](mailto:wijk@x.nl)", [("mail ons", False, False, "mailto:wijk@x.nl")]),
        ("[**vet** adres](https://x.nl)", [("vet", True, False, "https://x.nl"), (" adres", False, False, "https://x.nl")]),
        ("[w](https://nl.org/Wijk_(stad))", [("w", False, False, "https://nl.org/Wijk_(stad)")]),
    ],
)  # fmt: skip
def test_marks_inside_a_sentence(text, runs):
    assert blocks(text) == [("", -1, 0, runs)]


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst.", "a_b en c_d_e", "< 5 en R&D", "bron [1] en [2]", "2028. Dat jaar", "5 * 3 * 2", "2*3*4",
        "uren*tarief*weken", "*los", "prijs* en kosten*", "** los", "C:\\map\\_x", "[x](ftp://x.nl)", "[x](www.x.nl)",
        "[x](javascript:alert)", "[x](https://x.nl \"titel\")", "[x][y]", "[x]()", "<b>x</b>", "_x_", "__x__", "`x`",
        "# kop", "+ plus", "* ster", "> 5", "~~x~~", "![a](https://x.nl)"[1:].replace("[a]", "[a] "), "---", "-tekst", "-",
    ],
)  # fmt: skip
def test_all_else_is_literal(text):
    assert running_text(text) is text or running_text(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"\*niet cursief\*", "*niet cursief*"),
        (r"\*\*vet\*\*", "**vet**"),
        (r"\[x](https://x.nl)", "[x](https://x.nl)"),
        ("\\- geen lijst", "- geen lijst"),
        ("3\\. geen lijst", "3. geen lijst"),
        ("voor - na \\- daar", "voor - na \\- daar"),
    ],
)
def test_a_backslash_makes_a_mark_literal(text, shown):
    assert running_text(text) == shown
    assert not isinstance(running_text(text), MarkedText)


def test_an_empty_line_begins_a_paragraph_and_a_line_break_stays_one():
    assert plain("Een.\nTwee.\n\nDrie.\n") == [("", -1, 0, "Een.\nTwee."), ("", -1, 0, "Drie.")]


def test_the_line_break_at_the_end_of_a_block_text_is_none():
    assert running_text("Een.\n") == "Een."
    assert running_text("Een.\nTwee.\n\n") == "Een.\nTwee."


def test_dashes_and_numbers_make_lists():
    assert plain("Wij doen:\n- een\n- twee\n\n1. eerst\n2. dan\n\n1) weer\n") == [
        ("", -1, 0, "Wij doen:"), ("bullet", 0, 1, "een"), ("bullet", 0, 2, "twee"),
        ("number", 0, 1, "eerst"), ("number", 0, 2, "dan"), ("number", 0, 1, "weer"),
    ]  # fmt: skip


def test_a_list_begins_at_the_number_of_the_writer():
    assert [block[2] for block in plain("3. derde\n4. vierde")] == [3, 4]


def test_lists_are_told_apart():
    lists = [block.list for block in running_text("1. a\n2. b\n\nTekst\n\n1. c").blocks]
    assert lists == [1, 1, 0, 2]


def test_a_list_in_a_list_and_a_paragraph_in_an_item():
    text = "- een\n  - onder\n\n  nog een alinea\n- twee"
    assert plain(text) == [
        ("bullet", 0, 1, "een"), ("bullet", 1, 1, "onder"), ("", 0, 1, "nog een alinea"), ("bullet", 0, 2, "twee"),
    ]  # fmt: skip


def test_an_item_goes_on_on_the_next_line():
    assert plain("- een\n  loopt door\n- twee") == [("bullet", 0, 1, "een loopt door"), ("bullet", 0, 2, "twee")]


def test_text_at_the_margin_ends_a_list():
    assert plain("- een\nDaarna.") == [("bullet", 0, 1, "een"), ("", -1, 0, "Daarna.")]


def test_a_year_begins_no_list():
    assert running_text("2028. Dat jaar\n2029. En dat") == "2028. Dat jaar\n2029. En dat"


def test_a_number_inside_a_paragraph_begins_no_list():
    assert running_text("Zie artikel\n12. Daarin staat") == "Zie artikel\n12. Daarin staat"


def test_dashes_behind_each_other_are_one_item():
    assert plain("- - - x") == [("bullet", 0, 1, "- - x")]


def test_no_word_is_lost_however_deep_lists_go():
    text = "\n".join(f"{'  ' * depth}- punt{depth}" for depth in range(30))
    words = " ".join(run.text for block in running_text(text).blocks for run in block.runs)
    assert all(f"punt{depth}" in words for depth in range(30))


def test_in_a_sentence_there_are_no_paragraphs_and_lists():
    assert blocks("de **stuurgroep**,\n\n- schriftelijk", in_sentence=True) == [
        (
            "",
            -1,
            0,
            [("de ", False, False, ""), ("stuurgroep", True, False, ""), (", - schriftelijk", False, False, "")],
        )
    ]


def test_marks_do_not_go_on_in_the_next_paragraph():
    assert plain("**een\n\ntwee**") == [("", -1, 0, "**een"), ("", -1, 0, "twee**")]


def test_a_text_without_marks_is_the_same_object():
    text = "Gewone tekst, met 5 * 3."[:20]
    assert running_text(text) is text


def test_what_is_read_is_a_value():
    assert running_text("**a**").blocks == (Block((Run("a", bold=True),)),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. Wijkgesprek\nIn mei.\n2. Vereniging\nIn juni.", ["0: 1. Wijkgesprek", "-1: In mei.", "0: 2. Vereniging", "-1: In juni."]),
        ("Zie ook:\n3. drie\n4. vier", ["-1: Zie ook:", "0: 3. drie", "0: 4. vier"]),
        ("- sub\n  3. drie\n  4. vier", ["0: – sub", "1: 3. drie", "1: 4. vier"]),
        ("1. a\n  - b\n2. c", ["0: 1. a", "1: – b", "0: 2. c"]),
        ("10. a\n  meer van a\n   - b\n11. c", ["0: 10. a meer van a", "1: – b", "0: 11. c"]),
        ("- a\n - b", ["0: – a", "0: – b"]),
        ("Wij:\n    - a\n      - b\n    - c", ["-1: Wij:", "0: – a", "1: – b", "0: – c"]),
        ("volgens artikel\n3. Daarin staat het", ["-1: volgens artikel\n3. Daarin staat het"]),
    ],
)  # fmt: skip
def test_a_list_is_what_its_writer_meant_however_its_lines_are_placed(text, said):
    read = running_text(text)
    blocks = getattr(read, "blocks", None)
    assert [f"{block.level}: {block.text}" for block in blocks] == said if blocks else [f"-1: {read}"] == said
