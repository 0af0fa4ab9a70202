"""The documents: right content, sound files, opened by the programs that people use."""

from __future__ import annotations

import io
import re
from collections import Counter

import pytest

from docgen.context import builder
from docgen.documents.production import render
from docgen.dossier import load, loads
from docgen.schema.completion import fill_defaults
from docgen.word.plaintext import as_text
from tests.conftest import ACCEPT, DOSSIERS, ROOT, SAMPLE, TYPES, compare_with_snapshot
from tests.word_files import parts_of, text_of

NBSP = "\u00a0"
MINIMAL = {name: DOSSIERS / f"minimaal-{name}.yaml" for name in TYPES}
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def euro(amount: str) -> str:
    return f"€{NBSP}{amount}"


def two_parties(name):
    """The dossier of two parties; for a progress message with the day it is about."""
    text = (DOSSIERS / "twee-partijen.yaml").read_text(encoding="utf-8")
    day = "dossier:\n  peildatum: 2028-02-01\n" if name == "voortgang" else "dossier:\n"
    return loads(text.replace("dossier:\n", day, 1).encode())


@pytest.fixture(scope="module")
def texts(made):
    return {name: text_of(data) for name, data in made.items()}


# ----------------------------------------------------------------------------------------------------- right content


def derived(dossier):
    return builder.build(fill_defaults(dossier.data, dossier.library.schema.root))


def test_costs_cover_and_hours_of_the_sample_are_those_of_its_case(sample):
    table = derived(sample)
    years = [2027, 2028, 2029, 2030, 2031]
    assert table["jaren"] == years
    assert [table["kosten"]["per_jaar"][y] for y in years] == [298000, 339000, 354000, 339000, 354000]
    assert [table["kosten"]["structureel"][y] for y in years] == [298000, 339000, 339000, 339000, 339000]
    assert [table["dekking"]["per_jaar"][y] for y in years] == [298000, 339000, 354000, 339000, 354000]
    assert [table["dekking"]["structureel"][y] for y in years] == [161480, 309000, 309000, 339000, 339000]
    assert [table["dekking"]["gevraagd"][y] for y in years] == [0, 89520, 89520, 119520, 134520]
    assert (table["inzet"]["uren"], table["inzet"]["kosten"], str(table["inzet"]["fte"])) == (3340, 278240, "2.39")
    assert table["tekorten"] == [] and set(table["saldo"].values()) == {0}


def test_an_idea_never_counts_as_cover_and_a_gap_is_named():
    table = derived(load(DOSSIERS / "twee-partijen.yaml"))
    assert [(row["jaar"], str(row["bedrag"])) for row in table["tekorten"]] == [(2029, "2380.63")]
    assert [row["bron"] for row in table["ideeen"]] == ["Fonds Ouderen"]
    assert table["centen"] is True


def test_years_are_cut_into_tables_of_nearly_the_same_width(at_the_limits):
    assert [len(block) for block in derived(at_the_limits)["jaarblokken"]] == [4, 4, 4]


def test_the_decision_is_the_same_text_as_the_proposal(sample, texts):
    points = [punt["tekst"].replace("-", "–") for punt in sample.data["raadsvoorstel"]["beslispunten"]]
    for name in ("raadsvoorstel", "raadsbesluit"):
        lines = texts[name].replace(NBSP, " ").splitlines()
        at = lines.index(points[0])
        assert lines[at : at + len(points)] == points


def test_amounts_in_the_council_proposal_are_those_of_the_dossier(texts):
    for amount in ("298.000", "339.000", "354.000", "161.480", "309.000", "89.520", "119.520", "134.520", "1.386.000"):
        assert euro(amount) in texts["raadsvoorstel"], amount


def test_the_agreement_names_parties_exclusions_and_says_that_it_is_a_model(sample, texts):
    text = texts["overeenkomst"]
    for partij in sample.data["partijen"]:
        assert partij["naam"].removeprefix("gemeente ") in text and partij["ondertekenaar"] in text
    for row in sample.data["uitsluitingen"]:
        assert row["tekst"].rstrip(".") in text
    assert "Model, geen juridisch advies" in text


def test_the_annual_plan_asks_the_three_questions(texts):
    lines = texts["jaarplan"].splitlines()
    questions = ["Wat willen we bereiken?", "Wat gaan we daarvoor doen?", "Wat mag het kosten?"]
    assert [line for line in lines if line in questions] == questions


def test_a_handover_for_the_board_is_the_short_one(texts):
    assert "Eerste week" in texts["overdracht"] and "Eerste week" not in texts["overdracht:bestuur"]
    assert len(texts["overdracht:bestuur"]) < len(texts["overdracht"]) / 2


def test_a_gap_and_an_idea_stand_in_the_council_proposal():
    text = text_of(render(load(DOSSIERS / "twee-partijen.yaml"), "raadsvoorstel"))
    assert euro("2.380,63") in text and "Fonds Ouderen" in text


@pytest.mark.parametrize("name", [*TYPES, "overdracht:bestuur"])
def test_the_text_of_the_sample_is_as_it_was_read_and_approved(name, made):
    compare_with_snapshot(f"voorbeeld-{name.replace(':', '-')}.txt", as_text(made[name]))


@pytest.mark.parametrize("name", TYPES)
def test_the_text_of_the_smallest_dossier_is_as_it_was_read_and_approved(name):
    compare_with_snapshot(f"minimaal-{name}.txt", as_text(render(load(MINIMAL[name]), name)))


@pytest.mark.parametrize("name", [*TYPES, "overdracht:bestuur"])
def test_the_text_of_two_parties_and_of_twenty_is_as_it_was_read_and_approved(name, at_the_limits):
    two = render(two_parties(name), name)
    compare_with_snapshot(f"twee-partijen-{name.replace(':', '-')}.txt", as_text(two))
    compare_with_snapshot(f"grenzen-{name.replace(':', '-')}.txt", as_text(render(at_the_limits, name)))


@pytest.mark.parametrize("template", sorted((ROOT / "templates").glob("*.docx")), ids=lambda path: path.stem)
def test_each_template_has_a_current_text_beside_it(template):
    beside = template.with_suffix(".txt")
    if ACCEPT:
        beside.write_text(as_text(template), encoding="utf-8")
    assert as_text(template) == beside.read_text(encoding="utf-8"), (
        f"run make accept and read the difference in {beside.name}"
    )


# ------------------------------------------------------------------------------------------------ the borgingscheck


NO_GROUP = """    - punt: D2
      wijk: noord
      stand: oranje
      toelichting: Er is nog geen bewonersgroep.
"""


def with_neighbourhoods(*names):
    """The sample for these neighbourhoods, with an answer for one of them and with too few hours: a fout of a rule."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in (
        ("wijken: [spoordijk]", f"wijken: [{', '.join(names)}]"),
        ("  antwoorden:\n", f"  antwoorden:\n{NO_GROUP}"),
        ("    uren: 840\n", "    uren: 80\n"),
    ):
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text.encode()


NEIGHBOURHOODS = ("spoordijk", "noord", "Oud Zuid", "Waterwijk", "Bomenbuurt", "Transvaalkwartier")
SIDE_BY_SIDE = [("noord",), *(NEIGHBOURHOODS[:count] for count in (2, 3, 4))]
LISTED = [NEIGHBOURHOODS[:5], NEIGHBOURHOODS, ("noord", "Arbeidsongeschiktheidsbuurt")]


def rows_of(data):
    """The cells of every row of every table, as text."""
    from docx import Document

    tables = Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


@pytest.mark.parametrize("names", SIDE_BY_SIDE, ids=len)
def test_neighbourhoods_stand_side_by_side_when_they_fit(names, validator_errors, tmp_path):
    data = render(loads(with_neighbourhoods(*names)), "borgingscheck")
    rows = rows_of(data)
    titles = [name[0].upper() + name[1:] for name in names]
    assert rows.count(["Nr.", "Punt", *titles, "Bewijs, of wat nog moet"]) == 3
    assert next(row for row in rows if row[0] == "D4")[2:-1] == ["✗ rood"] * len(names)
    states = ["! oranje" if name == "noord" else "✓ groen" for name in names]
    assert next(row for row in rows if row[0] == "D2")[2:-1] == states
    widths = re.findall(r"<w:tblGrid>(.*?)</w:tblGrid>", parts_of(data)["word/document.xml"].decode())
    assert {sum(map(int, re.findall(r'w:w="(\d+)"', grid))) for grid in widths} == {9070}
    (tmp_path / "check.docx").write_bytes(data)
    assert validator_errors(tmp_path / "check.docx") == []


@pytest.mark.parametrize("names", LISTED, ids=len)
def test_neighbourhoods_that_do_not_fit_side_by_side_have_a_line_each(names, validator_errors, tmp_path):
    data = render(loads(with_neighbourhoods(*names)), "borgingscheck")
    rows = rows_of(data)
    assert rows.count(["Nr.", "Punt", "Stand per wijk", "Bewijs, of wat nog moet"]) == 3
    assert next(row for row in rows if row[0] == "D4")[2] == "Alle wijken: ✗ rood"
    lines = next(row for row in rows if row[0] == "D2")[2].split("\n")
    assert len(lines) == len(names) and "Noord: ! oranje" in lines
    (tmp_path / "check.docx").write_bytes(data)
    assert validator_errors(tmp_path / "check.docx") == []


def test_a_borgingscheck_is_made_of_a_dossier_in_which_the_rules_find_a_fault(docgen, tmp_path):
    (tmp_path / "x.yaml").write_bytes(with_neighbourhoods("spoordijk", "noord"))
    assert docgen("render", "x.yaml", "-d", "borgingscheck").code == 0
    assert docgen("render", "x.yaml", "-d", "jaarplan").code == 1
    rows = rows_of((tmp_path / "borgingscheck-wijkkracht-spoordijk.docx").read_bytes())
    assert "uur nodig voor de taken" in next(row for row in rows if row[0] == "Fout")[1]


def test_a_draft_of_a_borgingscheck_marks_a_name_that_is_missing(library):
    text = SAMPLE.read_text(encoding="utf-8").replace("    naam: GGD Polderland\n", "").encode()
    made = text_of(render(loads(text), "borgingscheck", draft=True))
    assert "nog niet: [ontbreekt], Stichting Welzijn" in made and "None" not in made


def test_half_an_answer_in_a_draft_is_no_answer():
    text = SAMPLE.read_text(encoding="utf-8").replace("      stand: oranje\n", "      stand:\n", 1).encode()
    rows = rows_of(render(loads(text), "borgingscheck", draft=True))
    assert next(row for row in rows if row[0] == "F8")[2] == "✗ rood"


# ------------------------------------------------------------------------------------- nothing to be ashamed of


def every_document(sample, at_the_limits):
    for name in [*TYPES, "overdracht:bestuur"]:
        yield f"voorbeeld {name}", render(sample, name)
        yield f"grenzen {name}", render(at_the_limits, name)
        yield f"twee partijen {name}", render(two_parties(name), name)
    for name, path in MINIMAL.items():
        yield f"minimaal {name}", render(load(path), name)


@pytest.fixture(scope="module")
def all_made(sample, at_the_limits):
    return dict(every_document(sample, at_the_limits))


@pytest.fixture(scope="module")
def pages(all_made, office, tmp_path_factory):
    """The PDF that LibreOffice makes of every document, all in one go."""
    folder, paths = tmp_path_factory.mktemp("alle"), []
    for name, data in all_made.items():
        paths.append(folder / f"{name.replace(' ', '-').replace(':', '-')}.docx")
        paths[-1].write_bytes(data)
    return dict(zip(all_made, office.pdf(*paths), strict=True))


def test_no_document_says_none_or_shows_a_tag_or_an_empty_paragraph(all_made):
    for name, data in all_made.items():
        text = text_of(data)
        assert "None" not in text and "{{" not in text and "{%" not in text, name
        assert not re.search(r"(?m)^\s*[,;:.]|,,|\(\s*\)|: ?$\n(?=: ?$)", text), name
        assert "  " not in text.replace("\t", ""), name


@pytest.mark.slow
def test_every_heading_has_something_under_it(all_made):
    for name, data in all_made.items():
        lines = [line for line in as_text(data).split("\n== ")[0].splitlines() if line]
        for heading, after in zip(lines, [*lines[1:], ""], strict=True):
            level = re.match(r"\[(?:heading|Heading) (\d)\]", heading)
            follows = re.match(r"\[(?:heading|Heading) (\d)\]", after)
            if level:
                assert after and (not follows or int(follows[1]) > int(level[1])), (name, heading)


def test_documents_follow_the_rules_for_accessible_word(all_made):
    for name, data in all_made.items():
        parts = parts_of(data)
        body, styles = parts["word/document.xml"].decode(), parts["word/styles.xml"].decode()
        assert 'w:w="11906"' in body and 'w:h="16838"' in body, f"{name}: A4"
        assert 'w:lang w:val="nl-NL"' in styles and "en-US" not in styles, name
        assert "w:vMerge" not in body and "w:gridSpan" not in body, f"{name}: merged cells"
        tables = body.count("<w:tbl>")
        assert tables == body.count("<w:tblCaption") == body.count("<w:tblDescription"), name
        assert tables == len(re.findall(r"<w:tblHeader ?/>", body)), name
        of_theme = re.findall(r"<w:rFonts [^>]*w:asciiTheme[^>]*>", styles)
        assert of_theme and all('w:ascii="Calibri"' in fonts for fonts in of_theme), (
            f"{name}: a font beside that of the theme"
        )
        core = parts["docProps/core.xml"].decode()
        assert re.search(r"<dc:title>[^<{]+</dc:title>", core) and re.search(r"<dc:creator>[Gg]emeente", core), name
        footers = "".join(parts[part].decode() for part in parts if part.startswith("word/") and "footer" in part)
        assert "NUMPAGES" in footers and "PAGE" in footers, name


def test_numbers_of_articles_are_words_own(made):
    body = parts_of(made["overeenkomst"])["word/document.xml"].decode()
    assert "Artikel 1" not in text_of(made["overeenkomst"]).splitlines()
    assert body.count('<w:pStyle w:val="Artikel"/>') == 27
    assert "Artikel %1" in parts_of(made["overeenkomst"])["word/numbering.xml"].decode()


def test_the_validator_finds_nothing(all_made, validator_errors, tmp_path):
    for name, data in all_made.items():
        path = tmp_path / f"{name.replace(' ', '-').replace(':', '-')}.docx"
        path.write_bytes(data)
        assert validator_errors(path) == [], name


def test_the_validator_finds_nothing_in_the_templates(validator_errors):
    for template in sorted((ROOT / "templates").glob("*.docx")):
        assert validator_errors(template) == [], template.name


def test_libreoffice_opens_every_document_and_shows_its_numbers(pages, office):
    texts = {name: office.text(pdf) for name, pdf in pages.items()}
    agreement = texts["voorbeeld overeenkomst"]
    for number in ("Artikel 1 ", "Artikel 20 ", "18.4", "Bijlage 5"):
        assert number in agreement, number
    assert re.search(r"pagina 1 van 1\b", texts["voorbeeld raadsbesluit"])
    proposal = texts["voorbeeld raadsvoorstel"]
    assert re.search(r"2\.1\s+De tijdelijke rijksbijdrage stopt", proposal)
    assert len(texts) > 30 and all(text.strip() for text in texts.values())


def test_every_word_of_a_document_stands_in_its_pdf(all_made, pages, office, docgen, tmp_path):
    programme = ROOT / "samples" / "buurtprogramma-lijnbaan.yaml"
    assert docgen("batch", programme, "-d", "jaarplan", "--per", "partij", "--out", tmp_path / "delen").code == 0
    shares = sorted((tmp_path / "delen").glob("*.docx"))
    printed = [(name, all_made[name], pdf) for name, pdf in pages.items()]
    printed += [(path.name, path.read_bytes(), pdf) for path, pdf in zip(shares, office.pdf(*shares), strict=True)]
    assert len(shares) > 1
    for name, data, pdf in printed:
        page = re.sub(r"[\s\u00ad-]", "", office.text(pdf, "-raw"))
        words = Counter(re.findall(r"[\w.€]+", text_of(data)))
        whole = {word: count for word, count in words.items() if len(word) < 40}  # longer ones may end on a next page
        lost = [word for word, count in whole.items() if page.count(word) < count]
        assert not lost, (name, lost[:10])


@pytest.mark.parametrize("name", ["grenzen raadsvoorstel"])
def test_arguments_have_the_numbers_of_the_dossier(name, pages, office):
    text = office.text(pages[name])
    for number in ("1.1", "3.7", "12.11"):
        assert re.search(rf"(?m)^\s*{re.escape(number)}\s+Argument {re.escape(number)} klopt", text), number
