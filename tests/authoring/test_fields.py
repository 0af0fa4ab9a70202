"""What a document asks of a dossier: the skeleton to fill in, the table of fields, and parts that are left blank."""

from __future__ import annotations

import re

import pytest

from docgen.authoring.fields import fields, sections
from docgen.authoring.skeleton import skeleton
from docgen.context import builder
from docgen.documents.request import requests_for
from docgen.documents.variables import report_variables
from docgen.dossier import check, loads
from docgen.schema.completion import fill_defaults
from docgen.word.compiler import compile_template
from tests.conftest import TYPES, about_shape


def made(library, *names):
    return skeleton(library, [library.types[name] for name in names], "dossier.yaml", "dossier.schema.json")


def findings(text, *kinds):
    return about_shape(check(loads(text.encode()), kinds or None))


def test_a_skeleton_says_exactly_what_is_still_to_fill_in(library):
    assert [(p.code, p.path) for p in findings(made(library, "jaarplan"))] == [
        ("ontbreekt", "dossier › id"),
        ("ontbreekt", "dossier › titel"),
        ("ontbreekt", "organisatie › naam"),
        ("ontbreekt", "interventie › naam"),
        ("ontbreekt", "jaarplan › jaar"),
    ]


# what a writer would answer to each line of the to-do list
ANSWERS = {
    r"dossier › id": "proef",
    r"partij 1.* › id": "eerste",
    r"partij 2.* › id": "tweede",
    r"rol 1.* › id|overdracht › rol": "trekker",
    r"rol 1.* › partij": "eerste",
    r".* › (datum|ingang)": "2028-01-01",
    r".* › (jaar)": "2028",
    r".* › peildatum": "2028-01-01",
    r"bron 1 › partij": "extern",
    r"bron 1 › status": "gevraagd",
    r".* › aard": "structureel",
    r".* › bedragen": "{2028: 100}",
    r".* › nr": "1",
    r".*": "Tekst",
}


def test_a_document_for_two_parties_asks_for_both_at_once(library):
    asked = [p.path for p in findings(made(library, "overeenkomst")) if p.path.startswith("partij")]
    fields = ("id", "naam", "ondertekenaar")
    assert asked == [f"partij {number} › {field}" for number in (1, 2) for field in fields]
    one = made(library, "overeenkomst").replace(
        "\npartijen:\n", "\npartijen:\n  - {id: p, naam: P, ondertekenaar: O}\n"
    )
    asked = [p.path for p in findings(one) if p.path.startswith("partij")]
    assert asked == [
        f"partij {number} › {field}" for number in (2, 3) for field in fields
    ]  # both rows stay to be filled in


def test_a_finding_says_for_which_document_when_not_all_need_it():
    text = f"{CORE}raadsvoorstel: {{onderwerp: O, beslispunten: [{{nr: 1, tekst: vast te stellen}}]}}\n"
    assert [(p.path, p.message.split(".")[0]) for p in findings(text)] == [
        ("interventie", "ontbreekt (nodig voor raadsvoorstel)")
    ]


@pytest.mark.parametrize("name", TYPES)
def test_who_fills_in_what_the_list_asks_gets_the_document(library, name):
    lines = made(library, name).split("\n")
    for _ in range(3):
        for problem in findings("\n".join(lines), library.types[name]):
            assert problem.code in {"ontbreekt", "verwijzing"}, str(problem)
            if problem.code == "ontbreekt":
                answer = next(given for asked, given in ANSWERS.items() if re.fullmatch(asked, problem.path))
                lines[problem.line - 1] += f" {answer}"
            else:  # a party is asked for: fill in the first one that is blank
                row = next(i for i in range(lines.index("partijen:"), len(lines)) if lines[i] == "  - id:")
                for field in ("- id:", "naam:", "ondertekenaar:"):
                    at = next(i for i in range(row, len(lines)) if lines[i].strip() == field)
                    lines[at] += " eerste" if name == "overdracht" and field == "- id:" else " tweede"
    assert findings("\n".join(lines), library.types[name]) == []


@pytest.mark.parametrize("name", TYPES)
def test_a_skeleton_explains_every_field_in_one_line_above_it(library, name):
    lines = made(library, name).split("\n")
    named = [i for i, line in enumerate(lines) if re.match(r" *(- )?[a-z_]+:$", line)]
    explained = [i for i in named if lines[i - 1].lstrip().startswith("# ") and ": " in lines[i - 1]]
    again = lines.index("  - id:", lines.index("  - id:") + 1) if name == "overeenkomst" else None
    not_explained = [lines[i].strip() for i in named if i not in explained]
    assert not_explained == ([line.strip() for line in lines[again : again + 10]] if again else [])


def test_a_skeleton_has_only_the_parts_its_documents_need(library):
    tops = re.findall(r"^([a-z_]+):$", made(library, "raadsbesluit"), re.MULTILINE)
    assert tops == ["dossier", "organisatie", "raadsvoorstel"]
    both = re.findall(r"^([a-z_]+):$", made(library, "raadsbesluit", "jaarplan"), re.MULTILINE)
    assert {"partijen", "rollen", "jaarplan", "raadsvoorstel"} < set(both) and "overeenkomst" not in both


def test_a_skeleton_of_an_agreement_has_room_for_two_parties(library):
    assert made(library, "overeenkomst").count("\n  - id:\n    naam:\n    soort:") == 1
    assert "  # Volgende partij: kopieer de regels vanaf het streepje.\n" in made(library, "overeenkomst")


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_the_parts_a_type_says_it_uses_are_those_its_document_shows(library, sample, name):
    kind = library.types[name]
    template = compile_template(kind.template)
    others = {other.section for other in library.types.values()} - {kind.section}

    def shown(data, job):
        names = builder.build(fill_defaults(data, library.schema.rules), **report_variables(job, data, sample, True))
        return template.render(names, draft=True)

    variants = [f"{name}:{variant}" for variant in kind.variants] or [name]
    used = set()
    for job in requests_for(sample, variants):
        whole = shown(sample.data, job)
        for part in sample.data.keys() - others - used:
            without = {key: value for key, value in sample.data.items() if key != part}
            if shown(without, job) != whole:
                used.add(part)
    named = {need.split(".")[0].removesuffix("[]") for need in kind.needs} | {kind.section} | set(kind.uses) - others
    assert used <= named  # nothing a writer cannot find in the skeleton
    seldom = {"communicatie"} if kind.has_findings else set()  # a rule looks at it when there is no overdracht
    assert named - used <= {"interventie"} | seldom  # and nothing the document does not show


def test_the_table_of_fields_has_path_kind_required_meaning_and_example(docgen):
    rows = docgen("fields", "overeenkomst", env={"COLUMNS": "400"}).out.splitlines()
    cells = [[cell.strip() for cell in re.split(r"  +", row.strip())] for row in rows]
    assert cells[1] == ["veld", "soort", "verplicht", "betekenis", "voorbeeld"]
    assert ["dossier.id", "tekst", "ja", "Komt in de bestandsnamen: kleine letters, cijfers en streepjes.", "wijkkracht-spoordijk"] in cells  # fmt: skip
    assert ["partijen[].ondertekenaar", "tekst", "ja", "Functie van wie tekent, geen naam van een persoon.", "directeur-bestuurder"] in cells  # fmt: skip
    assert ["rollen[].partij", "kenmerk uit partijen", "bij gebruik", "Kenmerk van de organisatie waar de rol bij hoort.", "merenbroek"] in cells  # fmt: skip
    assert ["begroting.posten[].bedragen", "bedrag per jaar", "bij gebruik", "Per jaar een bedrag in euro's.", "{2028: 12500, 2029: 12500.50}"] in cells  # fmt: skip


def test_the_fields_of_a_document_that_does_not_exist_get_a_suggestion(docgen):
    done = docgen("fields", "raadsvorstel")
    assert (done.code, done.err) == (
        2,
        "docgen: documentsoort ‘raadsvorstel’ bestaat niet; bedoel je ‘raadsvoorstel’?\n",
    )


def test_every_field_has_a_title_and_a_meaning(library):
    bare = [field.path for field in fields(library, list(library.types.values())) if not field.meta.get("omschrijving")]
    assert bare == []
    assert sections(library, list(library.types.values()))[:4] == ["dossier", "organisatie", "interventie", "partijen"]


CORE = "dossier: {id: proef, titel: Proef}\norganisatie: {naam: gemeente Proef}\n"


@pytest.mark.parametrize(
    "blank",
    [
        "draagvlak:\n  - groep:\n    niveau:\n",
        "draagvlak:\n  -\n",
        "draagvlak: []\n",
        "draagvlak: [{}]\n",
        "monitoring:\n  reviews:\n    - datum:\n      onderwerp:\n  bijsturen:\n",
        "begroting:\n  posten:\n    - id:\n      bedragen: {}\n",
    ],
)
def test_a_part_in_which_nothing_is_filled_in_counts_as_not_there(blank):
    dossier = loads((CORE + blank).encode())
    assert about_shape(check(dossier)) == []
    assert set(dossier.data) == {"dossier", "organisatie"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("draagvlak:\n  - groep: Bewoners\n  - groep:\n    niveau:\n", 5, "dit punt van de lijst is nog leeg"),
        ("draagvlak:\n  - groep:\n    niveau: wijk\n", 4, "is nog leeg. Naam van de groep."),
        ("draagvlak:\n  - groepp:\n", 4, "dit veld bestaat niet"),
        ("begroting:\n  posten:\n    - id:\n      bedragen: {2028: }\n", 6, "bij ‘2028’ staat geen waarde"),
    ],
)
def test_what_was_begun_is_never_dropped_in_silence(text, line, message):
    assert (line, message) in [(problem.line, problem.message) for problem in findings(CORE + text)]


def test_a_description_of_ones_own_with_line_ends_stays_one_line_of_explanation(docgen, tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "brief.yaml").write_text(
        "titel: Brief\nnodig: [brief]\nschema:\n  brief:\n    type: dict\n    meta: {titel: Brief, omschrijving: Een brief.}\n"
        '    schema:\n      aan: {type: string, meta: {titel: Aan, omschrijving: "Voor wie.\\nEén naam.\\r\\naf"}}\n',
        encoding="utf-8",
    )
    assert docgen("new", "brief", "-o", "d.yaml", "--library", tmp_path).code == 0
    assert "\n  # Aan: Voor wie. Eén naam. af\n  aan:\n" in (tmp_path / "d.yaml").read_text(encoding="utf-8")
