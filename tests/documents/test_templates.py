"""The template of a document, compiled once; and the files documents are made of, which are never written over."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.documents.production import render
from docgen.documents.templates import source_files, template_for
from docgen.dossier import load, loads
from docgen.errors import DocgenError, SourceError
from docgen.library.library import open_library
from docgen.word.sanitize.sanitizer import sanitize
from tests.complete_dossier import rows_of
from tests.conftest import DOSSIERS, ROOT, SAMPLE, TYPES
from tests.word_files import changed, document, parts_of, text_of

SMALL = DOSSIERS / "minimaal-raadsbesluit.yaml"


def test_inputs_keep_their_bytes_and_time(docgen, tmp_path):
    watched = [SAMPLE, *sorted((ROOT / "templates").iterdir())]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in watched]
    assert docgen("render", SAMPLE, "--out", tmp_path / "uit").code == 0
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in watched] == before


def test_a_template_is_never_written_over(docgen, tmp_path):
    library = tmp_path / "bieb"
    (library / "templates").mkdir(parents=True)
    template = library / "templates" / "raadsbesluit-klein.docx"
    template.write_bytes((ROOT / "templates" / "raadsbesluit.docx").read_bytes())
    done = docgen(
        "render", SMALL, "-d", "raadsbesluit", "--out", library / "templates", "--overwrite", "--house-style", template
    )
    assert done.code == 2 and "waaruit docgen leest" in done.err
    assert template.read_bytes() == (ROOT / "templates" / "raadsbesluit.docx").read_bytes()


def test_a_document_is_made_of_its_dossier_the_templates_and_the_house_style(library):
    found = source_files(load(SMALL, library), Path("stijl.docx"))
    assert {SMALL, Path("stijl.docx"), library.house_style, library.types["jaarplan"].template} <= found
    assert source_files(load(SMALL, library), None) == found - {Path("stijl.docx")}


@pytest.fixture
def own(tmp_path):
    """The template of a library of one's own."""
    path = tmp_path / "bieb" / "templates" / "raadsbesluit.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(document("Eigen {{ dossier.titel }}"))
    return path


def test_a_template_is_compiled_once_and_again_when_it_changes(own):
    opened = open_library(own.parent.parent)
    first = template_for(opened.types["raadsbesluit"], opened, None)
    assert template_for(opened.types["raadsbesluit"], opened, None) is first
    own.write_bytes(document("Ander {{ dossier.titel }}"))
    os.utime(own, ns=(1, 1))
    again = template_for(opened.types["raadsbesluit"], opened, None)
    assert again is not first and again.digest != first.digest


def test_another_house_style_makes_another_template(own, tmp_path):
    opened = open_library(own.parent.parent)
    (tmp_path / "stijl.docx").write_bytes(document("Stijl", header="Gemeente Elders"))
    plain, styled = (
        template_for(opened.types["raadsbesluit"], opened, style) for style in (None, tmp_path / "stijl.docx")
    )
    assert plain.digest != styled.digest


def test_a_type_without_a_template_says_where_to_put_it(library):
    with pytest.raises(DocgenError, match=r"ontbreekt het sjabloon templates/jaarplan\.docx"):
        template_for(replace(library.types["jaarplan"], template=None), library, None)


def test_a_template_that_is_gone_is_told_of_and_no_crash(own):
    opened = open_library(own.parent.parent)
    own.unlink()
    with pytest.raises(SourceError, match=r"raadsbesluit\.docx is niet te lezen"):
        template_for(opened.types["raadsbesluit"], opened, None)


ENGLISH = "de tekst staat op en-US"  # what is said of every file of python-docx


def parts_with(library, house_style=None):
    template = template_for(library.types["raadsbesluit"], library, house_style)
    return template, parts_of(template.render({"dossier": {"titel": "Besluit"}}, draft=True))


def test_a_template_of_ones_own_keeps_its_own_look(own):
    own.write_bytes(document("# {{ dossier.titel }}", header="Gemeente Elders"))
    template, parts = parts_with(open_library(own.parent.parent))
    before = sanitize(parts_of(own.read_bytes()), own.name)
    same = [name for name in before if name.startswith(("word/styles", "word/theme", "word/fontTable"))]
    assert {name: parts[name] for name in same} == {name: before[name] for name in same}
    assert section_of(parts) == section_of(before) and not [one for one in template.findings if ENGLISH not in one]
    assert any(b"Gemeente Elders" in data for data in parts.values()) and not any("huisstijl" in name for name in parts)


def section_of(parts):
    return re.search(rb"<w:pgSz.*?<w:pgMar[^>]*>", parts["word/document.xml"], re.DOTALL)[0].replace(b"  ", b" ")


@pytest.mark.parametrize("where", ["option", "library"])
def test_a_template_of_ones_own_takes_the_house_style_that_is_asked_for(own, tmp_path, where):
    own.write_bytes(document("# {{ dossier.titel }}", header="Gemeente Elders"))
    style = tmp_path / "stijl.docx" if where == "option" else own.with_name("huisstijl.docx")
    style.write_bytes((ROOT / "templates" / "huisstijl.docx").read_bytes())
    _, parts = parts_with(open_library(own.parent.parent), style if where == "option" else None)
    assert b"Gemeente Elders" not in b"".join(parts.values()) and "word/huisstijl_header1.xml" in parts
    assert section_of(parts) == section_of(parts_of(style.read_bytes()))


def test_a_template_of_docgen_has_docgens_look_beside_one_of_ones_own(own):
    opened = open_library(own.parent.parent)
    assert opened.house_style_of(opened.types["jaarplan"]) == opened.style_sheet
    assert opened.house_style_of(opened.types["raadsbesluit"]) is None


def test_a_style_that_a_template_uses_and_lacks_comes_from_docgen_and_is_told_once(own):
    def styled(xml: str) -> str:
        return xml.replace("<w:r>", '<w:pPr><w:pStyle w:val="Noot"/></w:pPr><w:r>')

    own.write_bytes(changed(document("{{ dossier.titel }}", "En nog een"), "word/document.xml", styled))
    template, parts = parts_with(open_library(own.parent.parent))
    assert b'w:styleId="Noot"' in parts["word/styles.xml"]
    (told,) = [one for one in template.findings if ENGLISH not in one]
    assert told.startswith("sjabloon raadsbesluit.docx mist het opmaakprofiel ‘Noot’; docgen neemt die over")


def test_a_list_that_comes_from_docgen_has_its_bullets(own):
    def styled(xml: str) -> str:
        return xml.replace("<w:r>", '<w:pPr><w:pStyle w:val="Lijst"/></w:pPr><w:r>')

    own.write_bytes(changed(document("{{ dossier.titel }}"), "word/document.xml", styled))
    _, parts = parts_with(open_library(own.parent.parent))
    style = re.search(rb'<w:style [^>]*w:styleId="Lijst".*?</w:style>', parts["word/styles.xml"], re.DOTALL)[0]
    number = re.search(rb'<w:numId w:val="(\d+)"/>', style)[1]
    assert b'w:numId="' + number + b'"' in parts["word/numbering.xml"] and "•" in parts["word/numbering.xml"].decode()


def test_what_a_house_style_lacks_is_told_in_the_same_words_for_every_template(tmp_path, library):
    (tmp_path / "stijl.docx").write_bytes(document("Stijl"))
    told = {
        line
        for name in ("jaarplan", "raadsbesluit")
        for line in template_for(library.types[name], library, tmp_path / "stijl.docx").findings
    }
    (line,) = told
    assert line.startswith("huisstijl stijl.docx mist de opmaakprofielen ‘") and "‘Kenmerk’" in line


def test_a_style_of_ones_own_that_a_house_style_lacks_is_told_with_its_template(own, tmp_path):
    def styled(xml: str) -> str:
        return xml.replace("<w:r>", '<w:pPr><w:pStyle w:val="MijnKop"/></w:pPr><w:r>')

    made = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{1}"/></w:style>'
    added = made.format("MijnKop", "Mijn kop") + made.format("Ongebruikt", "Ongebruikt")
    data = changed(document("{{ dossier.titel }}"), "word/document.xml", styled)
    own.write_bytes(changed(data, "word/styles.xml", lambda xml: xml.replace("</w:styles>", f"{added}</w:styles>")))
    stijl = tmp_path / "stijl.docx"
    stijl.write_bytes((ROOT / "templates" / "jaarplan.docx").read_bytes())
    template, _ = parts_with(open_library(own.parent.parent), stijl)
    told = [line for line in template.findings if "Mijn kop" in line]
    assert told == [
        "huisstijl stijl.docx mist het opmaakprofiel ‘Mijn kop’ van sjabloon raadsbesluit.docx; docgen houdt daarvoor de opmaak van het sjabloon"
    ]


def test_the_templates_of_docgen_have_every_style_they_use(library):
    for name in TYPES:
        assert template_for(library.types[name], library, None).findings == ()


def test_the_words_of_a_template_have_no_straight_apostrophe():
    for path in sorted((ROOT / "templates").glob("*.txt")):
        words = re.sub(r"\{[{%].*?[%}]\}", "", path.read_text(encoding="utf-8"))
        assert "'" not in words, path.name


@pytest.mark.parametrize("name", ["overdracht", "overeenkomst", "jaarplan", "geldstromenkaart", "raadsvoorstel"])
def test_a_cell_of_which_nothing_is_known_has_a_dash(name):
    rows = rows_of(render(load(DOSSIERS / "twee-partijen.yaml"), name))
    assert rows and [row for row in rows if "" in map(str.strip, row)] == []


def test_a_name_that_ends_in_a_full_stop_closes_its_sentence():
    text = re.sub(
        r"(?m)^(    (?:naam|hierna): (?:gemeente|GGD|Stichting|de |het )[^\n]*)$",
        r"\1 U.A.",
        SAMPLE.read_text(encoding="utf-8"),
    )
    text = text.replace("naam: Wijkkracht Spoordijk", "naam: Wijkkracht U.A.")
    dossier = loads(text.encode())
    for name in (
        "overdracht",
        "overeenkomst",
        "jaarplan",
        "geldstromenkaart",
        "raadsvoorstel",
        "borgingsplan",
        "voortgang",
    ):
        told = text_of(render(dossier, name, draft=True))
        assert "U.A." in told and re.findall(r".{30}\w\.\.(?!\.)", told) == [], name
