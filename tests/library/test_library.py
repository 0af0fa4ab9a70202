"""A library of the user's own: what docgen says when a schema in it is not sound."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.library.library import open_library
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "command",
    [
        ["types"],
        ["fields", "brief"],
        ["new", "brief"],
        ["schema"],
        ["check", "d.yaml"],
        ["render", "d.yaml"],
        ["partners", "template", "d.yaml", "-o", "l.xlsx"],
        ["batch", "d.yaml", "--per", "partij", "-o", "uit"],
    ],
)
def test_every_command_refuses_it_in_one_line(docgen, tmp_path, command):
    (tmp_path / "lib" / "schemas").mkdir(parents=True)
    (tmp_path / "lib" / "schemas" / "brief.yaml").write_text(
        "titel: Brief\nsectie: dossier\ngebruikt: [partij]\nschema: {}\n"
    )
    (tmp_path / "d.yaml").write_text("dossier: {id: d, titel: T}\n")
    done = docgen(*command, "--library", "lib", cwd=tmp_path)
    assert done.code == 2 and "brief.yaml, regel 3: er is geen onderdeel ‘partij’; bedoel je ‘partijen’?\n" in done.err
    assert done.err.count("\n") == 1


def test_a_template_with_nearly_the_name_of_a_type_is_refused(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "jaarplann.docx").write_bytes((ROOT / "templates" / "jaarplan.docx").read_bytes())
    with pytest.raises(DocgenError, match=r"jaarplann\.docx hoort bij geen documentsoort; bedoel je ‘jaarplan’\?"):
        open_library(tmp_path)
    (tmp_path / "templates" / "jaarplann.docx").rename(tmp_path / "templates" / "oud-model.docx")
    assert open_library(tmp_path).types
