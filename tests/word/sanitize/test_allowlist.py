"""What may stay in a Word file of others: the lists agree with each other, and addresses and types are known for what they are."""

from __future__ import annotations

import pytest

from docgen.word.sanitize import allowlist
from docgen.word.xml import field_references


def test_a_relation_is_kept_left_out_or_refused_and_never_two_of_these():
    kinds = [*allowlist.KEPT_RELATIONS, *allowlist.DROPPED_RELATIONS, *allowlist.REFUSED_RELATIONS]
    assert len(kinds) == len(set(kinds))
    assert all(kind == kind.lower() for kind in kinds)
    assert {*allowlist.NAMED_BY_ELEMENTS, *allowlist.SINGLE_PARTS} <= set(allowlist.KEPT_RELATIONS)
    assert {*allowlist.MISSING_PARTS} <= set(allowlist.KEPT_RELATIONS)


def test_every_refused_element_has_words_for_what_it_is_and_none_is_only_left_out():
    assert set(allowlist.REFUSED_ELEMENTS.values()) <= set(allowlist.REFUSED_RELATIONS)
    assert not allowlist.REFUSED_ELEMENTS.keys() & allowlist.DROPPED_ELEMENTS.keys()


def test_a_field_that_stays_neither_fetches_nor_merges_and_it_is_known_whether_it_names_a_bookmark():
    assert not allowlist.KEPT_FIELDS & (allowlist.FETCHING_FIELDS | allowlist.MERGE_FIELDS)
    known = {*field_references.BY_NAME, *field_references.IN_FORMULA, *field_references.BEHIND_SWITCH, "SEQ"}
    assert known | field_references.OTHERS >= allowlist.KEPT_FIELDS


def test_a_setting_stands_once_in_the_order_and_a_later_one_is_not_left_out():
    assert len(allowlist.SETTINGS) == len(set(allowlist.SETTINGS))
    assert not allowlist.LATER_SETTINGS & allowlist.DROPPED_SETTINGS.keys()


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", "attachedTemplate"),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships/image", "image"),
        ("http://schemas.microsoft.com/office/2011/relationships/chartColorStyle", "chartColorStyle"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "core-properties"),
        ("http://voorbeeld.nl/relationships/image", None),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image/../x", None),
    ],
)
def test_the_type_of_a_relation_is_known_in_each_of_its_namespaces_and_no_other(kind, word):
    found = allowlist.RELATION_TYPE.fullmatch(kind)
    assert (found and found[1]) == word


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://voorbeeld.nl", True), ("HTTP://voorbeeld.nl", True), ("mailto:a@b.nl", True), ("javascript:alert(1)", False), ("file:///c:/x", False),
        ("//server/x", False), ("http:\\\\server", False), ("https://\\server", False), (" https://x", False), ("xhttps://x", False), ("mailto:", False),
    ],
)  # fmt: skip
def test_only_a_web_page_or_a_mail_address_is_safe_to_click(address, is_safe):
    assert bool(allowlist.SAFE_ADDRESS.match(address)) is is_safe


def test_what_cannot_be_seen_is_known_and_what_can_be_is_left():
    assert allowlist.INVISIBLE.sub("", "\u200bINCLUDE\u00ad \u202ePIC\ufeff") == "INCLUDEPIC"
    assert allowlist.INVISIBLE.sub("", "é–€’") == "é–€’"
