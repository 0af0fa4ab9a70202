"""Settings that are part of a look."""

from __future__ import annotations

from docx.oxml.ns import nsdecls

from docgen.opc.relationships import W, parse
from docgen.word.sanitize.settings import PART
from docgen.word.style.settings import EVEN_PAGES, has_even_pages, set_look


def settings(*names: str) -> dict[str, bytes]:
    inner = "".join(f"<w:{name}/>" for name in names)
    return {PART: f"<w:settings {nsdecls('w')}>{inner}</w:settings>".encode()}


def names_in(parts) -> list[str]:
    return [one.tag.removeprefix(W) for one in parse(parts[PART])]


def test_a_switch_is_as_the_house_style_has_it_where_the_schema_wants_it():
    parts = settings("zoom", "defaultTabStop", "compat")
    set_look(parts, settings(EVEN_PAGES), [EVEN_PAGES])
    assert names_in(parts) == ["zoom", "defaultTabStop", "evenAndOddHeaders", "compat"]
    set_look(parts, settings("zoom"), [EVEN_PAGES])
    assert names_in(parts) == ["zoom", "defaultTabStop", "compat"]


def test_even_pages_have_their_own_headers_when_that_is_switched_on():
    assert has_even_pages(settings("evenAndOddHeaders")) and not has_even_pages(settings("zoom"))
    assert not has_even_pages(settings('evenAndOddHeaders w:val="0"')) and not has_even_pages({})
