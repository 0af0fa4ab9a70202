"""What surely is Markdown or HTML and no part of the subset is told; what only looks like it is not."""

from __future__ import annotations

import pytest

from docgen.text.markdown.leftovers import headings, leftovers, more_paragraphs
from docgen.text.markdown.subset import running_text
from tests.running_texts import GOOD


def found(text, is_running=True):
    lines = text.split("\n")
    return [*headings(lines), *leftovers(text, lines, is_running)]


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        ("Tekst\n# kop", 1, "# kop", "haal de regel weg; zet een opmerking met # boven het veld, en maak van een kop een gewone zin"),
        ("> citaat", 0, ">", "haal > weg, en zet een citaat tussen aanhalingstekens"),
        ("a\n```\ncode\n```", 1, "```", "haal de regel weg"),
        ("a\n***\nb", 1, "***", "haal de regel weg"),
        ("Kop\n===\nb", 1, "===", "haal de regel weg"),
        ("a | b\n--|--\n1 | 2", 1, "--|--", "maak er een lijst van, met een streepje voor elk punt"),
        ("* een", 0, "*", "begin elk punt met - in plaats van *"),
        ("+ een\n+ twee", 0, "+", "begin elk punt met - in plaats van +"),
        ("- [x] klaar", 0, "[x]", "haal ‘[x]’ weg"),
        ("a __vet__ b", 0, "__vet__", "schrijf **vet** voor vet"),
        ("_cursief_", 0, "_cursief_", "schrijf *cursief* voor cursief"),
        ("~~weg~~", 0, "~~weg~~", "haal ~~ weg"),
        ("de `code` hier", 0, "`code`", "haal de accenten ` weg"),
        ("![x](https://x.nl/a.png)", 0, "![x](https://x.nl/a.png)", "haal dit weg"),
        ("a [x](www.x.nl)", 0, "[x](www.x.nl)", "schrijf [x](https://www.x.nl)"),
        ("[x](jan@x.nl)", 0, "[x](jan@x.nl)", "schrijf [x](mailto:jan@x.nl)"),
        ('[x](https://x.nl "t")', 0, '[x](https://x.nl "t")', "schrijf [x](https://x.nl)"),
        ("[x](javascript:f(1))", 0, "[x](javascript:f(1))", "gebruik een adres van een website, of haal [ ] en ( ) weg"),
        ("[x]()", 0, "[x]()", "zet het adres ertussen, of haal [ ] en ( ) weg"),
        ("zin[^1]", 0, "[^1]", "zet de bron tussen haakjes in de tekst"),
        ("[1]: https://x.nl", 0, "[1]:", "zet de koppeling in de tekst zelf: [woorden](https://adres)"),
        ("<https://x.nl>", 0, "<https://x.nl>", "schrijf [https://x.nl](https://x.nl)"),
        ("<br/>", 0, "<br/>", "typ het teken zelf, of haal de code weg"),
        ("Jan &amp; Piet", 0, "&amp;", "typ het teken zelf, of haal de code weg"),
        ("a <!-- weg --> b", 0, "<!-- weg -->", "haal de code weg"),
        ("a ** vet ** b", 0, "** vet **", "haal de spaties naast de sterren weg: **vet**"),
    ],
)  # fmt: skip
def test_what_a_text_does_not_have_is_told_once_with_its_line_and_a_remedy(text, line, what, hint):
    assert [(one.line, one.found, one.hint) for one in found(text)] == [(line, what, hint)]


@pytest.mark.parametrize(
    "text",
    [
        "a_b en c_d_e", "< 5 en > 60 jaar", "> 60 jaar", "R&D, P&O; en V&VN;", "[1] en [2] [3]", "2028. Dat jaar", "5 * 3 * 2", "2**3",
        "voor*) en na*", "* Cijfers zijn voorlopig\nDe prijs* stijgt", "+ 3 fte", r"\*\*sterren\*\*", r"\[x](y)",
        "`s avonds en foto`s", "[naam] (jan)", "bijlage [A](zie onder)", "jan_de_vries@x.nl", "C:\\_map_\\x", "map/_x_/y", "#12 en #samen",
        "a < b en c > d", "2 ** 3", "a - b", "-- x --", "*los", "€ 5,- ~ € 6,-", "x ~ y ~ z", "<naam>", "A*B*C", "25°C _", "_", "|",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_no_finding(text):
    assert found(text) == []


@pytest.mark.parametrize("text", GOOD, ids=lambda text: text["naam"])
def test_a_good_text_has_no_finding(text):
    assert found(text["tekst"]) == []


def test_all_lines_with_a_hash_are_one_finding():
    assert [one.message.partition(":")[0] for one in found("# een\nx\n# twee\n## drie")] == [
        "‘# een’ (ook op 2 andere regels)"
    ]


def test_a_field_that_is_no_running_text_has_no_marks_at_all():
    assert [one.hint for one in found("Plan **Nieuw**", is_running=False)] == ["haal ** weg"]
    assert [one.hint for one in found("[Plan](https://x.nl)", is_running=False)] == [
        "schrijf alleen de woorden, of alleen het adres"
    ]
    assert found("Plan *", is_running=False) == found("5 * 3 en a_b", is_running=False) == []


@pytest.mark.parametrize(
    ("text", "hint_applied"),
    [
        ("a __vet__", "a **vet**"),
        ("_schuin_", "*schuin*"),
        ("[x](www.x.nl)", "[x](https://www.x.nl)"),
        ("<https://x.nl>", "[https://x.nl](https://x.nl)"),
        ("** vet **", "**vet**"),
        ("* een\n* twee", "- een\n- twee"),
    ],
)
def test_who_follows_the_remedy_gets_what_was_meant(text, hint_applied):
    assert found(text) and not found(hint_applied)
    assert running_text(hint_applied).blocks


@pytest.mark.parametrize(
    ("text", "line"),
    [("een zin", None), ("een\n\ntwee", 2), ("een\n- twee", 1), ("een\ntwee", None), ("- een", 0), ("\neen\n\n", None)],
)
def test_where_a_second_paragraph_begins(text, line):
    assert more_paragraphs(text, text.split("\n")) == line


def test_a_long_text_of_signs_takes_no_time():
    for text in (
        "*" * 20_000,
        "_a" * 20_000,
        "[" * 20_000,
        "[a](" * 10_000,
        "`" * 20_000,
        "<a " * 10_000,
        "** a " * 10_000,
        "![" * 10_000,
    ):
        found(text)
        running_text(text)


@pytest.mark.parametrize(
    "text",
    ["[zie [1]](https://x.nl)", "[x] (https://x.nl)", "[y](https://x.nl/a(b(c)))", "[x](https://x.nl/\nabc)"],
)
def test_a_link_in_an_odd_form_is_told_once(text):
    (found,) = leftovers(text, text.split("\n"), True)
    assert "wordt geen koppeling" in found.message and found.hint.startswith("schrijf [woorden](https://adres)")


def test_an_address_between_signs_gets_one_tip_that_works():
    (found,) = leftovers("[x](<https://x.nl>)", ["[x](<https://x.nl>)"], True)
    assert found.hint == "schrijf [x](https://x.nl)"
    for text in ("[x](https://x.nl)", "bron [1] (https://x.nl)", "[x](https://x.nl/a_(b))"):
        assert not [*leftovers(text, [text], True)]
