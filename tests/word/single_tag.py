"""A template with one tag: what is said of it, what it gives and what stops it, the same by both paths."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from docgen.errors import RenderError, TemplateError
from docgen.word.compiler import compile_template
from docgen.word.typecheck.vocabulary import Vocabulary
from tests.word_files import document, text_of

NOTHING = {"a": None, "lijst": [None, "b"], "o": {"x": None, "items": "veld"}}


def refused(tag: str, vocabulary: Vocabulary | None) -> str:
    """What is said of a template with this tag; empty when it is compiled."""
    try:
        compile_template(document("# Onder deze kop", f"Tekst {tag} en verder"), "brief.docx", vocabulary=vocabulary)
    except TemplateError as error:
        return str(error)
    return ""


def by_jinja(template):
    return replace(template, parts=tuple(replace(part, plain=None) for part in template.parts), _bound={})


def filled(tag: str, **data) -> str:
    """The text of a document, the same by plain code and by Jinja."""
    template = compile_template(document(tag))
    made = template.render(data)
    assert made == by_jinja(template).render(data)
    return text_of(made)


def stopped(tag: str, draft: bool = False, **data) -> str:
    """What stops a document, the same by plain code and by Jinja."""
    template = compile_template(document(tag))
    with pytest.raises(RenderError) as caught:
        template.render(data, draft=draft)
    with pytest.raises(RenderError, match=re.escape(str(caught.value))):
        by_jinja(template).render(data, draft=draft)
    return str(caught.value)
