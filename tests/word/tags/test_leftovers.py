"""What looks like a tag and is none: half a tag is refused, a field of another program is told and stays."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word.markup import VALUES
from tests.word_files import blank, document, saved, text_of


@pytest.mark.parametrize(
    "text", ["{ naam }} en {{ naam }}", "{ naam } en {{ naam }}", "naam }} en {{ naam }}", "{ % if waar %} {{ naam }}", "% if waar %}x{{ naam }}", "{ if waar }x {{ naam }}", "{% if waar %}x{ % endif % }{{ naam }}"],
)  # fmt: skip
def test_half_a_tag_around_a_known_word_is_refused(text):
    with pytest.raises(TemplateError, match=r"klopt een tag niet|‘if’|niet gesloten"):
        compile_template(document("# Kop", text))


def test_half_a_tag_in_another_paragraph_than_the_tags_is_refused_for_the_word_in_it():
    with pytest.raises(TemplateError, match=r"bij { naam } klopt een tag niet"):
        compile_template(document("{{ naam }}", "Aan { naam }"))


@pytest.mark.parametrize("text", ["naam }}", "100 %}", "einde #}"])
def test_a_bracket_that_points_at_no_tag_is_told_and_stays(text):
    template = compile_template(document("# Kop", text, "{{ partij }}"))
    assert text_of(template.render({"partij": "GGD"})) == f"Kop\n{text}\nGGD"
    (finding,) = template.findings
    assert "onder kop ‘Kop’" in finding and "begint geen tag" in finding


@pytest.mark.parametrize("text", ["«naam»", "Aan [naam_partner]", "{naam_partner}", "<<naam>>", "${naam}"])
def test_what_looks_like_a_field_of_another_program_is_told_and_stays(text):
    template = compile_template(document("# Kop", text, "{{ partij }}"))
    assert text_of(template.render({"partij": "GGD"})) == f"Kop\n{text}\nGGD"
    assert any("lijkt een veld" in finding for finding in template.findings)


@pytest.mark.parametrize(
    "text",
    [
        "[sic] en [1]",
        "a < b << c",
        "« zei hij, en hij liep weg naar het oude huis aan de overkant »",
        "{ 1 }",
        "50 % {2}",
    ],
)
def test_ordinary_brackets_are_not_told(text):
    assert compile_template(document(text, "{{ naam }}")).findings == ()


def test_half_a_tag_in_a_footer_without_another_tag_is_refused_too():
    made_file = blank()
    made_file.add_paragraph("{{ naam }}")
    made_file.sections[0].footer.paragraphs[0].text = "{ naam }"
    with pytest.raises(TemplateError, match=r"in de voettekst.*bij { naam } klopt een tag niet"):
        compile_template(saved(made_file))


def test_a_name_of_the_dossier_in_single_braces_is_refused_in_a_template_of_a_type(library):
    vocabulary = vocabulary_of(library.types["raadsbesluit"], library)
    template = document("{{ organisatie.naam }}", "Aan { interventie.naam }")
    assert compile_template(template).findings
    with pytest.raises(TemplateError, match=r"bij { interventie.naam } klopt een tag niet"):
        compile_template(template, vocabulary=vocabulary)


@pytest.mark.parametrize(
    "text",
    [
        "Naam: [Naam van de organisatie]", "Aan {naam van partij} te Zwolle", "[datum ondertekening]", "[Naam]", "[partij 2]", "[NAAM SYSTEEM] op maandag",
        "de [opdrachtgever/opdrachtnemer]", "{naam van de partij}", "[Attach the form here]", "[kies][niets]", "${naam van de partij}",
    ],
)  # fmt: skip
def test_words_between_brackets_that_are_to_be_filled_in_are_told_and_stay(text):
    template = compile_template(document("# Kop", text, "{{ naam }}"))
    assert template.findings and all("onder kop ‘Kop’" in one and "lijkt een veld" in one for one in template.findings)
    assert text in text_of(template.render(VALUES))


@pytest.mark.parametrize(
    "text",
    [
        "als in [1] en [2024]", "zo staat het er [sic]", "[…] en verder", "[h]et college", "de kind[eren]", "zie [onze website](https://x.nl)", "[Geopend 12 januari 2020]",
        "[online] te vinden", "[De] gemeente", "lijst[index] = 2", "[ISO-DOCX] is een norm", "[ISO/IEC 29500-1:2012]", "{a = 1; b = 2}", "[product].[categorie]", "[a] eerste",
        "[zie artikel 3]", "![plaatje van een huis](a.png)",
    ],
)  # fmt: skip
def test_words_between_brackets_that_belong_to_the_text_are_not_told(text):
    assert compile_template(document("# Kop", text, "{{ naam }}")).findings == ()
