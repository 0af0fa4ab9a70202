"""`docgen template`: a Word template as text, and the code that fills it."""

from __future__ import annotations

from tests.conftest import ROOT


def test_text_of_a_template_is_what_git_compares(docgen):
    done = docgen("template", "text", ROOT / "templates" / "raadsbesluit.docx")
    assert done.out == (ROOT / "templates" / "raadsbesluit.txt").read_text(encoding="utf-8")


def test_the_code_that_fills_a_template_can_be_seen(docgen):
    template = ROOT / "templates" / "raadsbesluit.docx"
    fast, reference = docgen("template", "code", template), docgen("template", "code", template, "--reference")
    assert fast.code == reference.code == 0
    assert fast.out.startswith("# word/document.xml, fast path\n\ndef filled(data, resolve, left, kept):")
    assert "# word/document.xml, reference path" in reference.out and "def root(context" in reference.out
    for part in fast.out.split("# word/")[1:2]:
        compile(part.partition("\n")[2], "part", "exec")  # it is Python
    wrong = docgen("template", "code", ROOT / "README.md")
    assert wrong.code == 2 and "README.md" in wrong.err and "Traceback" not in wrong.err
