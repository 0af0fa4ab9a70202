"""A template tried with dossiers: what fails is told, as a warning when the check had foreseen it."""

from __future__ import annotations

import pytest

from docgen.documents.inspection.template_check import check_templates
from tests.word_files import document

pytestmark = pytest.mark.slow


def trial(path, library, text):
    path.write_bytes(document(text))
    checked = check_templates([path], None, library, is_trial=True)
    return [(one.level, one.message) for _, one in checked.found if one.code == "proef"], checked.unchecked


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("{{ organisatie.naam }}", []),
        ("{{ raadsvoorstel.raadsvergadering | datum }}", ["waarschuwing"]),
        ("{{ 10 / (financiering | length) }}", ["fout"]),
    ],
)
def test_what_fails_with_the_smallest_dossier_is_told(tmp_path, library, text, levels):
    found, said = trial(tmp_path / "raadsbesluit.docx", library, text)
    assert [level for level, _ in found][:1] == levels
    assert all("met het kleinste dossier dat kan lukt het document niet" in message for _, message in found[:1])
    assert "geprobeerd met het kleinste dossier dat kan, het grootste dossier dat kan" in said


def test_a_template_with_faults_is_not_tried_and_that_is_said(tmp_path, library):
    found, said = trial(tmp_path / "raadsbesluit.docx", library, "{{ organisatie. }}")
    assert found == [] and "is niet geprobeerd: verbeter eerst de fouten" in said
