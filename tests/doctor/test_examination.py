"""All is looked at, in one order."""

from __future__ import annotations

from docgen.doctor.examination import examine


def test_without_a_house_style_all_but_libreoffice_is_looked_at(tmp_path):
    subjects = [one.subject for one in examine(tmp_path, None)]
    assert subjects[:3] == ["Python", "docgen", "pakketten"] and "LibreOffice" not in subjects
    assert subjects.index("deze map") < subjects.index("terminal")
