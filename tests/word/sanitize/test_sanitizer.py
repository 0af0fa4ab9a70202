"""Templates from others are data: nothing runs, nothing is fetched, nothing blows up (reliability items 1 to 12)."""

from __future__ import annotations

import os
import re
import struct
import zipfile

import pytest

from docgen.documents.production import make_document
from docgen.documents.request import requests_for
from docgen.documents.templates import template_for
from docgen.errors import DocgenError, RenderError, TemplateError
from docgen.system.isolation import run_isolated
from docgen.word.compiler import compile_template
from docgen.word.sanitize import allowlist
from tests.conftest import ROOT, TYPES
from tests.fetching import holding
from tests.word.sanitize.odd_files import DOSSIER, under_other_names, without_settings, written_by_jansen
from tests.word.sanitize.verdict import findings, refusal
from tests.word_files import changed, document, parts_of, text_of, with_part, zipped

DEEP = "".join(f"{{% set a{i} = [a{i - 1}, a{i - 1}] %}}{{% set b{i} = [b{i - 1}, b{i - 1}] %}}" for i in range(1, 60))


@pytest.mark.slow
@pytest.mark.parametrize(
    "bomb",
    [
        "{% set a0 = [0, 0] %}{% set b0 = [0, 0] %}" + DEEP + "{% if a59 == b59 %}x{% endif %}",
        "{{ (1).to_bytes(10**9, 'big') | length }}",
        "{{ ([[0] * 199999] * 2000) | sum(start=[]) | length }}",
    ],
)
def test_the_wall_ends_what_cannot_be_interrupted(bomb):
    with pytest.raises(RenderError):
        run_isolated(lambda: compile_template(document(bomb)).render({}), "het sjabloon", seconds=3)


def test_a_template_with_tracked_changes_is_refused():
    data = changed(
        document("{{ v }}"),
        "word/document.xml",
        lambda xml: xml.replace("<w:r>", '<w:del w:id="1" w:author="x"><w:r>', 1).replace(
            "</w:r>", "</w:r></w:del>", 1
        ),
    )
    with pytest.raises(TemplateError, match="bijgehouden wijzigingen"):
        compile_template(data)


@pytest.mark.parametrize("name", ["../../x", "/x", "C:\\x", "word\\x", "a/../../x"])
def test_names_that_lead_outside_are_refused(name):
    with pytest.raises(TemplateError):
        compile_template(with_part(document("x"), name, b"x"))


@pytest.mark.slow
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bom.docx"
    path.write_bytes(document("x"))
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/image1.bmp", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(bytes(1_000_000))
    with pytest.raises(TemplateError, match="te groot"):
        compile_template(path)


def test_sixty_thousand_parts_are_refused():
    parts = parts_of(document("x")) | {f"word/p{i}.xml": b"" for i in range(4000)}
    with pytest.raises(TemplateError, match="onderdelen"):
        compile_template(zipped(parts))


def test_a_forged_size_is_refused():
    data = bytearray(zipped(parts_of(document("x")) | {"word/media/a.bin": bytes(100_000)}))
    at = data.rindex(b"word/media/a.bin") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    with pytest.raises(TemplateError, match="beschadigd"):
        compile_template(bytes(data))


def test_a_part_that_stands_twice_is_refused():
    parts = parts_of(document("x"))
    with pytest.raises(TemplateError, match="dubbel"):
        compile_template(zipped(parts | {"WORD/DOCUMENT.XML": b"<a/>"}))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is leeg"),
        (b"gewone tekst", "geen Word-bestand"),
        (b"\xd0\xcf\x11\xe0rest", "oud Word-bestand"),
        (b"%PDF-1.7", "is een PDF"),
        (document("x")[:1500], "beschadigd"),
        (os.urandom(2000), "geen Word-bestand"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "geen Word-bestand"),
        (zipped({k: v for k, v in parts_of(document("x")).items() if k != "word/document.xml"}), "ontbreekt"),
        (zipped({k: v.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main") for k, v in parts_of(document("x")).items()}), "ander soort bestand"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_word_file_is_refused_by_name(content, message, tmp_path):
    path = tmp_path / "brief.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=f"brief.docx.*{message}"):
        compile_template(path)


def test_a_missing_file_a_folder_and_a_pipe_are_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pijp.docx")
    for name, message in (("weg.docx", "bestaat niet"), ("pijp.docx", "geen gewoon bestand"), (".", "map")):
        with pytest.raises(DocgenError, match=message):
            compile_template(tmp_path / name)


def test_a_damaged_file_never_gives_anything_but_a_clean_refusal_or_a_document():
    import random

    data, chance = document("{{ naam }} tekst", header="{{ naam }}", table=[["a", "{{ naam }}"]]), random.Random(7)
    outcomes = {"refused": 0, "made": 0}
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            text_of(compile_template(bytes(broken)).render({"naam": "x"}))
            outcomes["made"] += 1
        except DocgenError:
            outcomes["refused"] += 1
    assert outcomes["refused"] > 100


@pytest.mark.slow
def test_the_sample_template_of_docgen_itself_passes_its_own_checks():
    templates = sorted((ROOT / "templates").glob("*.docx"))
    assert len(templates) == 11
    for path in templates:
        compile_template(path)


@pytest.mark.slow
@pytest.mark.parametrize("change", allowlist.CHANGES)
def test_every_kind_of_tracked_change_is_refused_with_what_to_do_in_word(change):
    message = refusal(holding(f'<w:r><w:{change} w:id="1" w:author="Jansen"/></w:r>', document("{{ naam }}")))
    assert message.startswith("sjabloon brief.docx heeft bijgehouden wijzigingen in de tekst; kies in Word Controleren")


@pytest.mark.slow
def test_a_change_in_a_header_is_refused_also_when_the_tags_are_elsewhere():
    data = holding("<w:ins w:id='1' w:author='J'/>", document("{{ naam }}", header="kop"), "word/header1.xml")
    assert "bijgehouden wijzigingen in een koptekst" in refusal(data)


@pytest.mark.slow
def test_changes_in_a_file_without_a_tag_stay_without_the_names_of_their_makers_and_are_told():
    data = holding(
        '<w:ins w:id="1" w:author="Jansen" w:date="2020-01-01T00:00:00Z"><w:r><w:t>erbij</w:t></w:r></w:ins>'
    )
    assert any("staan bijgehouden wijzigingen" in line for line in findings(data))
    xml = parts_of(compile_template(data).render({}))["word/document.xml"]
    assert b"erbij" in xml and b"Jansen" not in xml


@pytest.mark.slow
def test_changes_of_a_style_which_nobody_can_accept_are_accepted():
    change = '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="Jansen"><w:rPr/></w:rPrChange></w:rPr></w:style>'
    data = changed(document("{{ naam }}"), "word/styles.xml", lambda xml: xml.replace("</w:style>", change, 1))
    assert b"Jansen" not in parts_of(compile_template(data).render({"naam": "x"}))["word/styles.xml"]


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_a_document_of_docgen_has_no_part_that_nothing_shows_and_the_day_of_its_dossier(name, sample):
    job = requests_for(sample, (name,), ())[0]
    template = template_for(job.kind, sample.library, None)
    parts = parts_of(make_document(sample, job, template).data)
    day = sample.data["dossier"]["peildatum"]
    assert template.findings == ()
    assert (
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day:%Y-%m-%d}T00:00:00Z</dcterms:created>'.encode()
        in parts["docProps/core.xml"]
    )
    assert not any(b"2026-01-01T" in data for data in parts.values())
    main, rels = parts["word/document.xml"], parts["word/_rels/document.xml.rels"].decode()
    named = re.findall(r'Id="([^"]+)" Type="[^"]*/(?:header|footer|image|chart)"', rels)
    assert named and all(f'"{key}"'.encode() in main for key in named)


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [without_settings(), written_by_jansen(), under_other_names(document("{{ naam }}"))],
    ids=["no settings", "Jansen", "other names"],
)
def test_what_is_left_is_valid(data, validator_errors, tmp_path):
    path = tmp_path / "uit.docx"
    path.write_bytes(compile_template(data).render(DOSSIER))
    assert validator_errors(path) == []
    assert b"doNotExpandShiftReturn" in parts_of(path.read_bytes())["word/settings.xml"]


@pytest.mark.slow
def test_no_message_names_a_part_of_the_package():
    from tests.fetching import CONSTRUCTIONS

    for build in CONSTRUCTIONS.values():
        try:
            lines = compile_template(build("http://127.0.0.1:9/x.png"), "brief.docx").findings
        except TemplateError as refused:
            lines = (str(refused),)
        assert not [line for line in lines if re.search(r"\w+/\w+\.(?:xml|rels)\b|\[Content_Types\]", line)]
