"""The texts of a dossier that are words for a reader."""

from __future__ import annotations

from docgen.domain.sentences.texts import texts_in


def test_ids_numbers_and_addresses_are_no_words_for_a_reader():
    rows = [{"id": "A1", "tekst": "Lopen", "bereikbaar": "a@b.example", "nr": 3, "lijst": ["x", None]}]
    assert list(texts_in(rows, ("taken",))) == [(("taken", 0, "tekst"), "Lopen"), (("taken", 0, "lijst", 0), "x")]
