"""Templates from others are data: nothing runs, nothing is fetched, nothing blows up (reliability items 1 to 12)."""

from __future__ import annotations

import os
import struct
import time
import zipfile
from pathlib import Path

import pytest

from docgen.errors import DocgenError, RenderError, TemplateError
from docgen.system.isolation import run_isolated
from docgen.word.compiler import compile_template
from tests.conftest import ROOT
from tests.word_files import changed, document, parts_of, text_of, with_part, with_relation, zipped

ATTACKS = [
    "{{ cycler.__init__.__globals__.os.popen('id > @') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ naam.__class__ }}",
    "{{ naam|attr('__class__') }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(naam) }}",
    "{{ ('%s' | format)(naam) }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id > @').read() }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ rijen | map(attribute='__class__') | list }}",
    "{{ [naam] | map('attr', '__class__') | list }}",
    "{{ rijen.append(1) }}",
    "{{ gegevens.update({'a': 2}) }}",
    "{% set x = rijen.clear() %}{{ x }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ x.__class__ }}",
    "{% include '/etc/passwd' %}",
    "{% import '/etc/passwd' as p %}",
]
WHERE = {
    "body": lambda text: document(text),
    "header": lambda text: document("x", header=text),
    "title": lambda text: document("x", title=text.replace("@", "uit")),
    "table": lambda text: document(table=[[text]]),
}


@pytest.mark.slow
@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_template_cannot_run_read_or_change_anything(attack, where, tmp_path):
    target = tmp_path / "uit"
    values = {"naam": "geheim", "rijen": [1], "gegevens": {"a": 1}}
    with pytest.raises((TemplateError, RenderError)):
        compile_template(WHERE[where](attack.replace("@", str(target)))).render(values)
    assert not target.exists()
    assert values == {"naam": "geheim", "rijen": [1], "gegevens": {"a": 1}}


def test_a_draft_shows_nothing_of_a_forbidden_attribute():
    made = compile_template(document("{{ naam.__class__ }}")).render({"naam": "x"}, draft=True)
    assert "<class" not in text_of(made) and "str" not in text_of(made)


BOMBS = [
    "{{ range(10**9) | list }}",
    "{% for i in range(100000) %}{% for j in range(100000) %}{% for k in range(100000) %}x{% endfor %}{% endfor %}{% endfor %}",
    "{{ 'a' * 10**10 }}",
    "{{ 10 ** (10 ** 9) }}",
    "{{ 9 ** (9 ** (9 ** 9)) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
    "{% set ns = {'a': 'x'} %}" + "{% set a = a ~ a ~ a ~ a if a is defined else 'xxxxxxxxxx' %}" * 30 + "{{ a }}",
    "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "{% set a = 'xxxxxxxxxx' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ 'x'.ljust(10**9) }}",
    "{{ 'x' | center(10**9) }}",
    "{{ 'x'.zfill(999999999) }}",
    "{{ [1] | batch(10**9, 'x') | list }}",
    "{{ '\t'.expandtabs(999999999) }}",
    "{{ ('x' * 100000) | replace('x', 'y' * 100000) }}",
    "{{ ('x' * 100000).replace('x', 'y' * 100000) }}",
    "{{ ('y' * 1000000).join('x' * 1000000) }}",
    "{{ range(100000) | join('y' * 1000000) }}",
    "{{ 'x' | indent(10**9) }}",
]


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_template_that_asks_for_endless_work_or_memory_is_refused_soon(bomb):
    started = time.monotonic()
    with pytest.raises(DocgenError):
        run_isolated(lambda: compile_template(document(bomb)).render({}), "het sjabloon")
    assert time.monotonic() - started < 20


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


@pytest.mark.slow
def test_the_work_ends_also_when_the_one_who_asked_was_killed(tmp_path):
    import signal
    import subprocess
    import sys

    sign = tmp_path / "kind"
    work = f"lambda: (open({str(sign)!r}, 'w').write(str(os.getpid())), 10 ** (10 ** 8))"
    code = f"import os\nfrom docgen.system.isolation import run_isolated as walled\nwalled({work}, 'het sjabloon', seconds=1)"
    parent = subprocess.Popen([sys.executable, "-c", code])
    while not sign.exists() or not sign.read_text():
        time.sleep(0.02)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    child = int(sign.read_text())
    for _ in range(100):
        try:
            state = Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return
        if state == "Z":
            return
        time.sleep(0.1)
    raise AssertionError("the child is still at work")


def test_the_wall_names_what_took_too_long_and_what_took_too_much():
    with pytest.raises(RenderError, match=r"het sjabloon duurt langer dan 0\.3 seconden"):
        run_isolated(lambda: time.sleep(5), "het sjabloon", seconds=0.3)
    with pytest.raises(RenderError, match="het sjabloon vraagt te veel geheugen"):
        run_isolated(lambda: len(bytearray(2_000_000_000)), "het sjabloon")
    assert run_isolated(lambda: {"a": [1]}, "het sjabloon") == {"a": [1]}


def test_a_bug_behind_the_wall_stays_a_bug_and_a_refusal_a_refusal():
    def refuse():
        raise TemplateError("sjabloon x klopt niet")

    with pytest.raises(ZeroDivisionError) as caught:
        run_isolated(lambda: 1 // 0, "het sjabloon")
    assert "test_sanitizer.py" in caught.value.__notes__[0]
    with pytest.raises(TemplateError, match="klopt niet"):
        run_isolated(refuse, "het sjabloon")


ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "lol">]>'


@pytest.mark.parametrize(
    "part",
    [
        "word/document.xml",
        "docProps/core.xml",
        "word/styles.xml",
        "_rels/.rels",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_every_part_and_encoding(part, encoding):
    parts = parts_of(document("x"))
    body = parts[part].decode().split("?>", 1)[1]
    parts[part] = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY}{body}'.encode(encoding)
    with pytest.raises(TemplateError, match="DOCTYPE"):
        compile_template(zipped(parts))


def test_a_part_in_utf_16_without_a_doctype_is_read():
    parts = parts_of(document("{{ naam }}"))
    body = parts["word/document.xml"].decode().split("?>", 1)[1]
    parts["word/document.xml"] = f'<?xml version="1.0" encoding="UTF-16"?>{body}'.encode("utf-16")
    assert text_of(compile_template(zipped(parts)).render({"naam": "é"})) == "é"


@pytest.mark.parametrize("kind", ["oleObject", "aFChunk", "subDocument", "frame", "settings"])
def test_what_would_be_fetched_from_elsewhere_is_refused(kind):
    with pytest.raises(TemplateError, match=r"sjabloon brief\.docx"):
        compile_template(with_relation(document("x"), kind, "http://127.0.0.1:9/x"), "brief.docx")


@pytest.mark.parametrize("rels", ["word/_rels/settings.xml.rels", "word/_rels/document.xml.rels"])
def test_the_template_a_file_was_based_on_is_left_out_and_told(rels):
    template = compile_template(
        with_relation(document("x"), "attachedTemplate", "file:///c:/jansen/x.dotm", rels=rels), "brief.docx"
    )
    assert (
        "sjabloon brief.docx: docgen laat de koppeling met het sjabloonbestand waarop het ooit is gebaseerd weg"
        in template.findings
    )
    assert not any(b"jansen" in data for data in parts_of(template.render({})).values())


def test_an_address_may_only_stand_where_a_reader_clicks_it():
    picture = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdExtra"/></w:drawing></w:r></w:p>'
    data = with_relation(document("x"), "hyperlink", "https://www.example.org/a.png")
    with pytest.raises(TemplateError, match="haalt een afbeelding"):
        compile_template(changed(data, "word/document.xml", lambda xml: xml.replace("</w:p>", picture, 1)))
    for address in ("javascript:alert(1)", "file:///c:/x", "\\\\server\\x"):
        template = compile_template(with_relation(document("x"), "hyperlink", address))
        assert any(f"een koppeling naar ‘{address}’" in line for line in template.findings)
        assert address.encode() not in parts_of(template.render({}))["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    "xml",
    [
        '<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://127.0.0.1:9/x.png"/>',
        "<w:altChunk/>",
        '<w:fldSimple w:instr="&#73;NCLUDEPICTURE http://x"/>',
        "<w:instrText>{{ 'INCLUDE' }}PICTURE x</w:instrText>",
        "<w:instrText>INCLUDE<!-- x -->PICTURE x</w:instrText>",
        '<w:fldSimple w:instr="{{ v }}"/>',
    ],
)
def test_xml_that_fetches_or_lets_a_value_fetch_is_refused(xml):
    with pytest.raises(TemplateError):
        compile_template(
            changed(
                document("x"), "word/document.xml", lambda text: text.replace("</w:p>", f"<w:r>{xml}</w:r></w:p>", 1)
            )
        )


def test_raw_xml_in_a_value_stays_text_also_with_safe():
    assert text_of(compile_template(document("{{ v | safe }}")).render({"v": "<w:p/>"})) == "<w:p/>"
    with pytest.raises(TemplateError, match="autoescape"):
        compile_template(document("{% autoescape false %}{{ v }}{% endautoescape %}"))


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


def test_a_hyperlink_is_kept():
    data = with_relation(document("x"), "hyperlink", "https://www.example.org")
    assert b"www.example.org" in parts_of(compile_template(data).render({}))["word/_rels/document.xml.rels"]


@pytest.mark.parametrize("instruction", ["INCLUDEPICTURE http://x/y", " includetext C:/x ", "DDEAUTO c:/x"])
def test_a_field_that_fetches_a_file_is_refused_also_when_it_is_cut_in_pieces(instruction):
    def field(xml: str) -> str:
        pieces = "".join(
            f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>'
            for piece in (instruction[:5], instruction[5:])
        )
        return xml.replace(
            "<w:t>x</w:t></w:r>",
            f'<w:fldChar w:fldCharType="begin"/></w:r>{pieces}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )

    with pytest.raises(TemplateError, match="ophaalt"):
        compile_template(changed(document("x"), "word/document.xml", field))


def test_macros_are_refused():
    with pytest.raises(TemplateError, match="macro"):
        compile_template(with_part(document("x"), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0"))
    with pytest.raises(TemplateError, match="macro"):
        compile_template(
            changed(
                document("x"),
                "[Content_Types].xml",
                lambda t: t.replace("wordprocessingml.document.main", "x").replace(
                    "application/vnd.openxmlformats-officedocument.x",
                    "application/vnd.ms-word.document.macroEnabled.main",
                ),
            )
        )


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
