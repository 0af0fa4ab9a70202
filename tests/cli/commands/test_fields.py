"""`docgen fields`: what a document asks of a dossier."""

from __future__ import annotations

import re

import pytest

from docgen.errors import DocgenError


def row(out, path):
    return next(line for line in out.splitlines() if line.split()[:1] == [path])


def test_away_from_a_terminal_a_field_is_one_line_however_long(called, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    code, out, _ = called("fields", "jaarplan")
    assert code == 0 and "kleine letters" in row(out, "dossier.id") and "wijkkracht-spoordijk" in row(out, "dossier.id")


def test_on_a_narrow_screen_a_long_path_breaks_before_its_last_name_and_nothing_is_cut_off(called, monkeypatch):
    monkeypatch.setenv("COLUMNS", "150")
    lines = called("fields", "raadsvoorstel")[1].splitlines()
    broken = next(number for number, line in enumerate(lines) if line.split()[:1] == [".uren_per_fte"])
    assert lines[broken - 1].split()[0] == "dossier.instellingen"
    assert max(map(len, lines)) <= 150 and not [line for line in lines if "…" in line]


def test_a_type_that_does_not_exist_gets_a_suggestion(called):
    with pytest.raises(DocgenError, match="bedoel je ‘jaarplan’"):
        called("fields", "jaarpln")


def test_on_a_narrow_terminal_no_name_of_a_field_is_broken_in_two(called, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    lines = called("fields", "raadsvoorstel")[1].splitlines()
    assert (
        "dossier.instellingen" in {word for line in lines for word in line.split()[:1]} and max(map(len, lines)) <= 100
    )


def test_a_field_that_lands_in_a_sentence_shows_that_sentence(called, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    out = called("fields", "overeenkomst")[1]
    told = row(out, "overeenkomst.overleg.stuurgroep")
    assert "Zo komt het in de zin: De stuurgroep vergadert vier keer per jaar." in told


def test_no_word_is_broken_on_a_screen_of_80_columns(called, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    table = called("fields", "overeenkomst")[1]
    whole = {word for word in table.split() if word.isalpha() and len(word) > 6}
    monkeypatch.setenv("COLUMNS", "80")
    out = called("fields", "overeenkomst")[1]
    assert whole - set(re.findall(r"\w+", out)) - {"verplicht", "betekenis", "voorbeeld"} == set()
    assert max(map(len, out.splitlines())) <= 80
