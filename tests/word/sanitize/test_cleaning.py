"""What comes in with a Word file of others and is in no document: dropped and told, or refused with what to do in Word."""

from __future__ import annotations

import io
import re
from datetime import date

import openpyxl
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree

from docgen.documents.production import make_document
from docgen.documents.request import requests_for
from docgen.documents.templates import template_for
from docgen.errors import TemplateError
from docgen.opc.archive import read
from docgen.word.compiler import compile_template
from docgen.word.sanitize import allowlist
from docgen.word.style.house_style import lay_over
from tests.conftest import SAMPLE, TYPES
from tests.fetching import NAMES, PNG, holding, picture, related, shape, typed, with_field, with_png, with_setting
from tests.word_files import blank, changed, document, parts_of, saved, text_of, with_chart, with_part, zipped

pytestmark = pytest.mark.slow  # many templates are compiled

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def findings(data: bytes) -> list[str]:
    return [line.removeprefix("sjabloon brief.docx: ") for line in compile_template(data, "brief.docx").findings]


def refusal(data: bytes) -> str:
    with pytest.raises(TemplateError) as caught:
        compile_template(data, "brief.docx")
    return str(caught.value)


# ----------------------------------------------------------------------------------------------------- tracked changes

RANGES = {"cellIns", "cellDel", "cellMerge", "delText", "delInstrText"}


@pytest.mark.slow
@pytest.mark.parametrize("change", allowlist.CHANGES)
def test_every_kind_of_tracked_change_is_refused_with_what_to_do_in_word(change):
    message = refusal(holding(f'<w:r><w:{change} w:id="1" w:author="Jansen"/></w:r>', document("{{ naam }}")))
    assert message.startswith("sjabloon brief.docx heeft bijgehouden wijzigingen in de tekst; kies in Word Controleren")


def test_a_change_in_a_header_is_refused_also_when_the_tags_are_elsewhere():
    data = holding("<w:ins w:id='1' w:author='J'/>", document("{{ naam }}", header="kop"), "word/header1.xml")
    assert "bijgehouden wijzigingen in een koptekst" in refusal(data)


def test_changes_in_a_file_without_a_tag_stay_without_the_names_of_their_makers_and_are_told():
    data = holding(
        '<w:ins w:id="1" w:author="Jansen" w:date="2020-01-01T00:00:00Z"><w:r><w:t>erbij</w:t></w:r></w:ins>'
    )
    assert any("staan bijgehouden wijzigingen" in line for line in findings(data))
    xml = parts_of(compile_template(data).render({}))["word/document.xml"]
    assert b"erbij" in xml and b"Jansen" not in xml


def test_changes_of_a_style_which_nobody_can_accept_are_accepted():
    change = '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="Jansen"><w:rPr/></w:rPrChange></w:rPr></w:style>'
    data = changed(document("{{ naam }}"), "word/styles.xml", lambda xml: xml.replace("</w:style>", change, 1))
    assert b"Jansen" not in parts_of(compile_template(data).render({"naam": "x"}))["word/styles.xml"]


# ---------------------------------------------------------------------------------------------- parts that are missing


@pytest.mark.slow
@pytest.mark.parametrize("target", ["NULL", "header9.xml", "../NULL"])
@pytest.mark.parametrize("kind", ["header", "image", "footer", "theme", "onbekend"])
def test_a_relation_to_a_part_that_is_not_there_is_left_out_and_told(kind, target):
    data = related(document("{{ naam }}"), kind, target, "")
    assert any("dat ontbreekt in het bestand, en docgen laat de verwijzing weg" in line for line in findings(data))
    assert target.encode() not in parts_of(compile_template(data).render({"naam": "x"}))["word/_rels/document.xml.rels"]


def test_a_reference_to_a_header_that_is_missing_goes_with_it():
    data = related(document("x"), "header", "header9.xml", "")
    data = changed(
        data,
        "word/document.xml",
        lambda xml: re.sub(r"(<w:sectPr[^>]*>)", r'\1<w:headerReference w:type="default" r:id="rIdF"/>', xml),
    )
    assert any(
        line.startswith("een koptekst waarnaar in de tekst wordt verwezen, ontbreekt") for line in findings(data)
    )
    assert b"headerReference" not in parts_of(compile_template(data).render({}))["word/document.xml"]


@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
@pytest.mark.parametrize(
    "xml", [picture('<a:blip r:embed="rIdF"/>'), shape('<v:imagedata r:id="rIdF" o:title="beeld"/>')]
)
def test_a_picture_that_is_missing_is_left_out_and_named(xml, mode):
    data = related(holding(xml), "image", "NULL", mode)
    assert any(line.startswith("een afbeelding (‘beeld’) in de tekst ontbreekt") for line in findings(data))
    left = parts_of(compile_template(data).render({}))["word/document.xml"]
    assert b"rIdF" not in left and b"<w:drawing" not in left and b"<w:pict" not in left


def test_a_drawing_that_shows_text_too_stays_when_its_picture_is_missing():
    box = '<v:imagedata r:id="rIdF"/><v:textbox><w:txbxContent><w:p><w:r><w:t>blijft</w:t></w:r></w:p></w:txbxContent></v:textbox>'
    data = related(holding(shape(box)), "image", "NULL", "")
    assert "blijft" in text_of(compile_template(data).render({}))


def test_a_name_in_another_case_or_with_a_code_is_the_same_part():
    parts = parts_of(with_png(holding(picture('<a:blip r:embed="rIdP"/>')), name="word/media/mijn beeld.png"))
    rels = parts["word/_rels/document.xml.rels"].replace(b"media/mijn beeld.png", b"Media/Mijn%20Beeld.PNG")
    made = parts_of(compile_template(zipped(parts | {"word/_rels/document.xml.rels": rels})).render({}))
    assert made["word/media/mijn beeld.png"] == PNG


def test_the_small_picture_of_the_first_page_is_left_out_and_told():
    made = Document()
    made.add_paragraph("{{ naam }}")
    assert findings(saved(made)) == ["docgen laat het voorbeeldplaatje weg"]
    assert not any("thumbnail" in part for part in parts_of(compile_template(saved(made)).render({"naam": "x"})))


# ------------------------------------------------------------------------------------------------------ content controls

STORE = "{11111111-2222-3333-4444-555555555555}"
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
TITLE_PATH = "xmlns:p='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' xmlns:d='http://purl.org/dc/elements/1.1/'"


def control(
    shown: str,
    kind: str = "<w:text/>",
    store: str = STORE,
    path: str = "/n:gegevens[1]/n:naam[1]",
    prefixes: str = "xmlns:n='urn:x'",
) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Onze naam"/><w:dataBinding w:prefixMappings="{prefixes}" w:xpath="{path}" w:storeItemID="{store}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def stored(data: bytes, value: str) -> bytes:
    data = with_part(
        data,
        "customXml/gegevens.xml",
        f'<gegevens xmlns="urn:x"><naam>{value}</naam><zaak>geheim</zaak></gegevens>'.encode(),
    )
    props = f'<ds:datastoreItem ds:itemID="{STORE}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    data = typed(
        with_part(data, "customXml/eigen.xml", props.encode()),
        "customXml/eigen.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    data = related(data, "customXml", "../customXml/gegevens.xml", "", key="rIdData")
    return related(data, "customXmlProps", "eigen.xml", "", source="customXml/gegevens.xml")


@pytest.mark.parametrize(
    ("shown", "value"),
    [("{{ naam }}", "[Naam]"), ("{{ naam }}", "{{ naam }}"), ("Gezond", "Ziek"), ("Gezond", "{{ naam }}")],
)
def test_a_control_that_word_would_give_its_old_value_back_is_refused_by_its_title(shown, value):
    message = refusal(stored(holding(control(shown)), value))
    assert "besturingselement ‘Onze naam’ dat aan gegevens in het bestand is gekoppeld" in message
    assert "Inhoudsbesturingselement verwijderen" in message


@pytest.mark.parametrize(
    ("shown", "value", "kind"),
    [
        ("Gezond", "Gezond", "<w:text/>"),
        ("Kies een naam", "", "<w:showingPlcHdr/><w:text/>"),
        ("24 juni 2026", "2026-06-24T00:00:00", '<w:date w:fullDate="2026-06-24T00:00:00Z"/>'),
        ("Ja", "1", '<w:dropDownList><w:listItem w:displayText="Ja" w:value="1"/></w:dropDownList>'),
    ],
)
def test_a_control_that_shows_what_is_stored_keeps_its_data(shown, value, kind):
    data = stored(holding(control(shown, kind)), value)
    parts = parts_of(compile_template(data).render({}))
    assert b"geheim" in parts["customXml/gegevens.xml"] and b"dataBinding" in parts["word/document.xml"]
    assert not [line for line in findings(data) if "koppeling" in line]


def test_data_that_no_control_shows_are_in_no_document():
    parts = parts_of(compile_template(stored(document("x"), "Gezond")).render({}))
    assert not any(b"geheim" in data for data in parts.values())


def test_a_control_bound_to_the_title_is_filled_as_the_title_is():
    path = "/p:coreProperties[1]/d:title[1]"
    data = holding(control("{{ naam }}", store=CORE, path=path, prefixes=TITLE_PATH), document("x", title="{{ naam }}"))
    parts = parts_of(compile_template(data).render({"naam": "Gezond"}))
    assert b"<dc:title>Gezond</dc:title>" in parts["docProps/core.xml"] and b"dataBinding" in parts["word/document.xml"]


def test_a_control_bound_to_the_author_is_set_free_and_told():
    data = holding(control("Jansen", store=CORE, path="/p:coreProperties[1]/d:creator[1]", prefixes=TITLE_PATH))
    data = changed(
        data,
        "docProps/core.xml",
        lambda xml: re.sub(r"<dc:creator>.*?</dc:creator>", "<dc:creator>J</dc:creator>", xml),
    )
    assert any("besturingselement ‘Onze naam’ in de tekst is losgemaakt" in line for line in findings(data))
    assert b"dataBinding" not in parts_of(compile_template(data).render({}))["word/document.xml"]


def test_a_box_that_a_tag_fills_has_no_state_that_contradicts_it():
    box = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="0"/></w14:checkbox>'
    xml = f'<w:sdt><w:sdtPr><w:alias w:val="Akkoord"/>{box}</w:sdtPr><w:sdtContent><w:r><w:t>{{{{ teken }}}}</w:t></w:r></w:sdtContent></w:sdt>'
    assert any(line.startswith("het selectievakje ‘Akkoord’") for line in findings(holding(xml)))
    assert b"checked" not in parts_of(compile_template(holding(xml)).render({"teken": "☒"}))["word/document.xml"]


def test_a_date_that_a_tag_fills_keeps_no_day_of_the_last_time():
    xml = '<w:sdt><w:sdtPr><w:date w:fullDate="2019-01-01T00:00:00Z"/></w:sdtPr><w:sdtContent><w:r><w:t>{{ dag }}</w:t></w:r></w:sdtContent></w:sdt>'
    assert b"2019" not in parts_of(compile_template(holding(xml)).render({"dag": "vandaag"}))["word/document.xml"]


def with_building_block(text: str) -> bytes:
    xml = f"<w:glossaryDocument {NAMES}><w:docParts><w:docPart><w:docPartBody><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    data = typed(
        with_part(document("{{ naam }}"), "word/glossary/document.xml", xml.encode()),
        "word/glossary/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml",
    )
    return related(data, "glossaryDocument", "glossary/document.xml", "")


def test_building_blocks_are_left_out_and_told_and_refused_when_a_tag_is_in_them():
    assert any("bouwstenen" in line for line in findings(with_building_block("Klik hier")))
    assert not any(
        "glossary" in part for part in parts_of(compile_template(with_building_block("x")).render({"naam": "x"}))
    )
    assert "tag in een bouwsteen of plaatsaanduiding (‘{{ plaats }}’)" in refusal(with_building_block("{{ plaats }}"))


# ------------------------------------------------------------------------------------------ fields, links and settings


def test_a_merge_field_is_refused_by_its_name():
    message = refusal(with_field(' MERGEFIELD  "Achter naam" \\* MERGEFORMAT '))
    assert "«Achter naam» wordt niet gevuld; vervang het door een tag {{ … }}" in message.replace(
        "Achternaam", "Achter naam"
    )


KEPT = ("PAGE", " numpages \\* arabic ", 'TOC\\o "1-3"', "= 1 + 2", "=SUM(ABOVE)", 'IF 1 = 1 "a" "b"', "REF _Ref1 \\h", "ADDIN ZOTERO_ITEM CSL_CITATION {}", "", " ")  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("instruction", KEPT)
def test_a_field_that_fetches_nothing_stays(instruction):
    data = with_field(instruction)
    assert b"uitkomst" in parts_of(compile_template(data).render({}))["word/document.xml"]


def test_the_name_of_a_bookmark_is_a_field_too():
    data = holding('<w:bookmarkStart w:id="1" w:name="Bedrag"/><w:bookmarkEnd w:id="1"/>', with_field(" Bedrag "))
    assert b"uitkomst" in parts_of(compile_template(data).render({}))["word/document.xml"]
    assert "veld van een soort die docgen niet toelaat (BEDRAG)" in refusal(with_field(" Bedrag "))


def test_a_link_of_a_field_to_a_place_that_only_its_maker_has_becomes_plain_text():
    data = with_field(' HYPERLINK "file:///C:/jansen/stuk.docx" \\o "tip" ')
    xml = parts_of(compile_template(data).render({}))["word/document.xml"]
    assert b"uitkomst" in xml and b"jansen" not in xml and b"fldChar" not in xml


@pytest.mark.parametrize(
    "switches",
    [
        "\\l &quot;artikel&quot;",
        "&quot;https://www.example.org&quot; \\l &quot;a:b\\c&quot; \\o &quot;file:tip&quot;",
        "mailto:a@example.org",
    ],
)
def test_a_link_of_a_field_to_a_bookmark_or_a_page_stays(switches):
    data = with_field(f" HYPERLINK {switches} ")
    assert b"HYPERLINK" in parts_of(compile_template(data).render({}))["word/document.xml"]


@pytest.mark.parametrize(
    "address", ["https://example.org/{{ pad }}", "https://example.org/%7B%7Bpad%7D%7D", "{% if a %}x"]
)
def test_a_tag_in_the_address_of_a_link_is_refused(address):
    assert "een koppeling met een tag in het adres" in refusal(related(document("x"), "hyperlink", address))


def test_a_setting_that_docgen_does_not_know_is_left_out_and_told():
    assert "docgen laat een instelling van Word weg die het niet kent (‘haalOp’)" in findings(
        with_setting("<w:haalOp/>")
    )


def test_of_the_variables_only_those_that_a_field_shows_stay():
    variables = '<w:docVars><w:docVar w:name="Zaak" w:val="12"/><w:docVar w:name="Pad" w:val="C:\\jansen"/></w:docVars>'
    data = changed(
        with_field(" DOCVARIABLE Zaak "),
        "word/settings.xml",
        lambda xml: xml.replace("<w:rsids", f"{variables}<w:rsids", 1),
    )
    xml = parts_of(compile_template(data).render({}))["word/settings.xml"]
    assert b'w:name="Zaak"' in xml and b"jansen" not in xml


# ------------------------------------------------------------------------------------------------ people and machines


def written_by_jansen() -> bytes:
    made = blank()
    made.add_paragraph("{{ naam }}")
    core = made.core_properties
    core.author = core.last_modified_by = "Jansen"
    core.title, core.subject, core.keywords, core.language = "Besluit", "{{ naam }}", "zorg", "nl-NL"
    data = changed(
        saved(made),
        "docProps/app.xml",
        lambda xml: xml.replace(
            "</Properties>", "<Manager>Jansen</Manager><HyperlinkBase>\\\\jansen\\x</HyperlinkBase></Properties>"
        ),
    )
    custom = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate({"Zaaknummer": "Z12", "_SharedPath": "jansen"}.items(), 2)
    )
    data = typed(
        with_part(data, "docProps/custom.xml", custom.format(rows).encode()),
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    )
    data = related(data, "custom-properties", "docProps/custom.xml", "", source="")
    field = '<w:p><w:fldSimple w:instr=" DOCPROPERTY Zaaknummer "><w:r><w:t>Z12</w:t></w:r></w:fldSimple></w:p>'
    return changed(data, "word/document.xml", lambda xml: xml.replace("</w:p>", f"</w:p>{field}", 1))


DOSSIER = {"naam": "x", "organisatie": {"naam": "Wij & zij"}, "dossier": {"peildatum": date(2027, 3, 2)}}


def test_what_word_wrote_about_people_and_machines_is_in_no_document():
    parts = parts_of(compile_template(written_by_jansen()).render(DOSSIER))
    assert [part for part, data in parts.items() if b"jansen" in data.lower()] == []
    assert not any(b"rsid" in data or b"docId" in data for data in parts.values())
    assert b"Zaaknummer" in parts["docProps/custom.xml"] and b"SharedPath" not in parts["docProps/custom.xml"]


def test_the_properties_say_what_the_template_says_and_whose_and_of_when_the_dossier_is():
    core = parts_of(compile_template(written_by_jansen()).render(DOSSIER))["docProps/core.xml"].decode()
    found = dict(re.findall(r"<\w+:(\w+)[^>]*>([^<]*)</", core))
    assert (found["title"], found["subject"], found["keywords"], found["language"]) == ("Besluit", "x", "zorg", "nl-NL")
    assert (found["creator"], found["created"][:10]) == ("Wij &amp; zij", "2027-03-02")
    assert "lastModifiedBy" not in found


@pytest.mark.parametrize(
    "context",
    [
        {"naam": "x"},
        {"naam": "x", "organisatie": "Wij", "dossier": None},
        {"naam": "x", "dossier": {"peildatum": None}},
    ],
)
def test_without_a_dossier_the_properties_say_neither(context):
    core = parts_of(compile_template(written_by_jansen()).render(context))["docProps/core.xml"]
    assert b"<dc:creator/>" in core or b"creator" not in core
    assert b"20" not in re.sub(rb"http://[^\"]*", b"", core)


def test_a_tag_in_the_author_or_the_company_is_filled():
    data = changed(
        written_by_jansen(),
        "docProps/core.xml",
        lambda xml: xml.replace("<dc:creator>Jansen", "<dc:creator>{{ naam }}"),
    )
    data = changed(data, "docProps/app.xml", lambda xml: xml.replace("<Manager>Jansen", "<Manager>{{ naam }}"))
    parts = parts_of(compile_template(data).render(DOSSIER | {"naam": "Gezond"}))
    assert b"<dc:creator>Gezond</dc:creator>" in parts["docProps/core.xml"]
    assert b"<Manager>Gezond</Manager>" in parts["docProps/app.xml"]


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


@pytest.mark.parametrize(
    "path",
    [
        "C:\\Users\\jansen\\logo.png",
        "\\\\server\\jansen\\logo.png",
        "file:///home/jansen/logo.png",
        "/Users/jansen/logo.png",
    ],
)
def test_the_name_of_a_picture_does_not_say_where_it_came_from(path):
    xml = picture('<a:blip r:embed="rIdP"/>').replace('name="beeld"', f'name="{path}" descr="{path}"')
    left = parts_of(compile_template(with_png(holding(xml))).render({}))["word/document.xml"]
    assert b"jansen" not in left and b'descr="logo.png"' in left


def test_the_excel_file_of_a_chart_says_nothing_of_who_made_it():
    data = with_chart(document("[grafiek]"), "Wat er staat")
    book = "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
    path = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\jansen" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><sheets>'
    inside = changed(parts_of(data)[book], "xl/workbook.xml", lambda xml: xml.replace("<sheets>", path))
    inside = changed(inside, "docProps/core.xml", lambda xml: xml.replace("openpyxl", "jansen"))
    assert any(b"jansen" in content for content in parts_of(inside).values())
    left = parts_of(compile_template(with_part(data, book, inside)).render({}))[book]
    assert not any(b"jansen" in content for content in parts_of(left).values())
    assert openpyxl.load_workbook(io.BytesIO(left)).active["A2"].value == "Voorbeeldjaar"


def test_who_may_change_a_part_of_the_text_is_not_in_a_document():
    data = holding('<w:permStart w:id="1" w:ed="GEMEENTE\\jansen"/>')
    assert b"jansen" not in parts_of(compile_template(data).render({}))["word/document.xml"]


# -------------------------------------------------------------------------------------------------------- styles, lines


def order_of(xml: bytes, name: str = "") -> list[str]:
    root = etree.fromstring(xml)
    element = next(root.iter(f"{{{W}}}{name}")) if name else root
    return [etree.QName(child).localname for child in element]


def test_styles_stay_in_the_order_of_the_schema_whatever_made_them():
    template, house = read(document("x")), read(document("x"))
    mixed = template["word/styles.xml"].decode()
    defaults, latent = (
        re.search(rf"<w:{tag}.*?</w:{tag}>", mixed, re.DOTALL)[0] for tag in ("docDefaults", "latentStyles")
    )
    template["word/styles.xml"] = (
        mixed.replace(latent, "").replace(defaults, "").replace("</w:styles>", f"{defaults}</w:styles>").encode()
    )
    own = '<w:style w:type="paragraph" w:styleId="Eigen"><w:pPr><w:jc w:val="both"/><w:spacing w:after="0"/></w:pPr><w:qFormat/><w:name w:val="Eigen"/></w:style>'
    template["word/styles.xml"] = template["word/styles.xml"].replace(b"</w:styles>", f"{own}</w:styles>".encode())
    done = lay_over(template, house, "brief.docx")["word/styles.xml"]
    assert order_of(done)[:2] == ["docDefaults", "latentStyles"] and set(order_of(done)[2:]) == {"style"}
    eigen = next(style for style in etree.fromstring(done) if style.get(f"{{{W}}}styleId") == "Eigen")
    assert [etree.QName(one).localname for one in eigen.iter()] == ["style", "name", "qFormat", "pPr", "spacing", "jc"]


def under_other_names(data: bytes) -> bytes:
    names = {
        "word/styles.xml": "word/styles2.xml",
        "word/settings.xml": "word/instellingen.xml",
        "word/document.xml": "word/document2.xml",
        "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
    }
    parts = {names.get(part, part): content for part, content in parts_of(data).items()}
    for part in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document2.xml.rels"):
        for old, new in (
            ("styles.xml", "styles2.xml"),
            ("settings.xml", "instellingen.xml"),
            ("word/document.xml", "word/document2.xml"),
        ):
            parts[part] = re.sub(rf'(["/]){re.escape(old)}"', rf'\1{new}"', parts[part].decode()).encode()
        parts[part] = (
            parts[part].replace(b"webinstellingen", b"webSettings").replace(b"webSettings.xml", b"webSettings.xml")
        )
    return zipped(parts)


def test_a_template_and_a_house_style_may_have_other_names_for_their_parts():
    data = under_other_names(document("{{ naam }}"))
    parts = parts_of(compile_template(data, "brief.docx", house_style=data).render({"naam": "Gezond"}))
    assert "Gezond" in text_of(zipped(parts), "word/document2.xml")
    assert "word/styles.xml" in parts and b"doNotExpandShiftReturn" in parts["word/settings.xml"]


@pytest.mark.parametrize(
    "compat",
    [
        "<w:compat><w:ulTrailSpace/><w:useFELayout/></w:compat>",
        '<w:compat><w:doNotExpandShiftReturn w:val="0"/></w:compat>',
        "<w:compat/>",
        "",
    ],
)
def test_lines_that_end_in_a_break_are_not_stretched(compat):
    data = changed(
        document("{{ naam }}"),
        "word/settings.xml",
        lambda xml: re.sub(r"<w:compat>.*?</w:compat>", compat, xml, flags=re.DOTALL),
    )
    xml = parts_of(compile_template(data).render({"naam": "a"}))["word/settings.xml"]
    assert b"<w:doNotExpandShiftReturn/>" in xml
    kept = [name for name in order_of(xml) if name in allowlist.SETTINGS]
    assert kept == sorted(kept, key=allowlist.SETTINGS.index)
    inside = order_of(xml, "compat")
    assert inside in (["ulTrailSpace", "doNotExpandShiftReturn", "useFELayout"], ["doNotExpandShiftReturn"])


def without_settings() -> bytes:
    parts = parts_of(document("{{ naam }}"))
    del parts["word/settings.xml"]
    rels = "word/_rels/document.xml.rels"
    parts[rels] = re.sub(rb"<Relationship [^>]*/settings\"[^>]*/>", b"", parts[rels])
    parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*/settings.xml\"[^>]*/>", b"", parts["[Content_Types].xml"])
    return zipped(parts)


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


@pytest.mark.office
def test_in_libreoffice_a_line_before_a_break_is_as_wide_as_its_words(office):
    source = blank()
    paragraph = source.add_paragraph("{{ naam }}")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    path = office.folder / "regels.docx"
    path.write_bytes(compile_template(saved(source)).render({"naam": "een twee\ndrie vier"}))
    assert "een twee" in office.text(office.pdf(path)[0], "-layout")


# ---------------------------------------------------------------------------------------------------------- the screens


def library_with(folder, data: bytes, name: str = "raadsbesluit"):
    (folder / "bieb" / "templates").mkdir(parents=True)
    (folder / "bieb" / "templates" / f"{name}.docx").write_bytes(data)
    return folder / "bieb"


def test_what_a_template_lost_is_shown_once_and_stops_nothing(docgen, tmp_path):
    library = library_with(tmp_path, written_by_jansen_for_sample())
    done = docgen("render", SAMPLE, "-d", "raadsbesluit", "--library", library, "--out", "uit")
    line = "let op: sjabloon raadsbesluit.docx: docgen laat de opmerkingen weg"
    assert done.code == 0 and done.err.count(line) == 1 and "opmerkingen" not in done.out


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_batch_shows_it_once(docgen, tmp_path, more):
    library = library_with(tmp_path, written_by_jansen_for_sample(), "jaarplan")
    done = docgen("batch", SAMPLE, "-d", "jaarplan", "--per", "partij", "--library", library, "--out", "uit", *more)
    assert done.code == 0 and done.err.count("docgen laat de opmerkingen weg") == 1


def written_by_jansen_for_sample() -> bytes:
    made = blank()
    run = made.add_paragraph().add_run("{{ organisatie.naam }}")
    made.add_comment([run], text="nakijken", author="Jansen")
    return saved(made)


def test_what_is_wrong_with_a_house_style_is_said_of_the_house_style():
    house = related(document("x"), "attachedTemplate", "file:///c:/x.dotm", source="word/settings.xml")
    template = compile_template(document("{{ naam }}"), "brief.docx", house_style=house)
    assert any(
        line.startswith("huisstijl huisstijl.docx: docgen laat de koppeling met het sjabloonbestand")
        for line in template.findings
    )
    with pytest.raises(TemplateError, match=r"^huisstijl huisstijl\.docx bevat"):
        compile_template(document("x"), "brief.docx", house_style=related(document("x"), "oleObject", "http://x/y"))


def test_no_message_names_a_part_of_the_package():
    from tests.fetching import CONSTRUCTIONS

    for build in CONSTRUCTIONS.values():
        try:
            lines = compile_template(build("http://127.0.0.1:9/x.png"), "brief.docx").findings
        except TemplateError as refused:
            lines = (str(refused),)
        assert not [line for line in lines if re.search(r"\w+/\w+\.(?:xml|rels)\b|\[Content_Types\]", line)]
