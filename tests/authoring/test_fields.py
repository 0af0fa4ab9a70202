"""What a document asks of a dossier: the table of fields, and parts that are left blank."""

from __future__ import annotations

import itertools
import re

import pytest

from docgen.authoring.fields import fields, sections
from docgen.context import builder
from docgen.documents.request import requests_for
from docgen.documents.variables import report_variables
from docgen.dossier import check, loads
from docgen.schema.completion import fill_defaults
from docgen.word.compiler import compile_template
from tests.authoring.draft import CORE, findings
from tests.conftest import TYPES, about_shape


def test_a_finding_says_for_which_document_when_not_all_need_it():
    text = f"{CORE}raadsvoorstel: {{onderwerp: O, beslispunten: [{{nr: 1, tekst: vast te stellen}}]}}\n"
    assert [(p.path, p.message.split(".")[0]) for p in findings(text)] == [
        ("interventie", "ontbreekt (nodig voor raadsvoorstel)")
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_the_parts_a_type_says_it_uses_are_those_its_document_shows(library, sample, name):
    kind = library.types[name]
    template = compile_template(kind.template)
    others = {other.section for other in library.types.values()} - {kind.section}

    def shown(data, job):
        names = builder.build(fill_defaults(data, library.schema.root), **report_variables(job, data, sample, True))
        return template.render(names, draft=True)

    variants = [f"{name}:{variant}" for variant in kind.variants] or [name]
    lengths = [sample.data]
    if name == "raadsvoorstel":
        lengths.append(sample.data | {name: sample.data[name] | {"lengte": "uitgebreid"}})
    used = set()
    for job, data in itertools.product(requests_for(sample, variants), lengths):
        whole = shown(data, job)
        for part in data.keys() - others - used:
            without = {key: value for key, value in data.items() if key != part}
            if shown(without, job) != whole:
                used.add(part)
    named = {need.split(".")[0].removesuffix("[]") for need in kind.needs} | {kind.section} | set(kind.uses) - others
    assert used <= named  # nothing a writer cannot find in the skeleton
    seldom = {"communicatie"} if kind.has_findings else set()  # a rule looks at it when there is no overdracht
    seldom |= {"realisatie"} - sample.data.keys()  # nobody reported yet
    seldom |= {"besluitvorming"} if name == "raadsvoorstel" else set()  # what the same council decided before
    assert named - used <= {"interventie"} | seldom  # and nothing the document does not show


def test_the_table_of_fields_has_path_kind_required_meaning_and_example(docgen):
    rows = docgen("fields", "overeenkomst", env={"COLUMNS": "600"}).out.splitlines()
    cells = [[cell.strip() for cell in re.split(r"  +", row.strip())] for row in rows]
    assert cells[1] == ["veld", "soort", "verplicht", "betekenis", "voorbeeld"]
    assert ["dossier.id", "tekst", "ja", "Komt in de bestandsnamen: kleine letters, cijfers en streepjes.", "wijkkracht-spoordijk"] in cells  # fmt: skip
    assert ["partijen[].ondertekenaar", "tekst", "ja", "Functie zonder lidwoord en zonder naam van een persoon. Zo komt het in de zin: rechtsgeldig vertegenwoordigd door de directeur-bestuurder", "directeur-bestuurder"] in cells  # fmt: skip
    assert ["rollen[].partij", "kenmerk uit partijen", "ja", "Kenmerk van de organisatie waar de rol bij hoort.", "merenbroek"] in cells  # fmt: skip
    assert ["overeenkomst.einde", "datum", "ja", "Laatste dag van de overeenkomst."] in cells
    assert ["taken[].eigenaar", "kenmerk uit rollen", "bij gebruik", "Rol die ervoor zorgt dat het gebeurt.", "wijkcoordinator"] in cells  # fmt: skip
    assert ["dossier.horizon", "velden", "aanbevolen", "Periode waarvoor de afspraken gelden.", "{begin: 2028-01-01, einde: 2031-12-31}"] in cells  # fmt: skip
    assert ["begroting.posten[].bedragen", "bedrag per jaar", "bij gebruik", "Per jaar een bedrag in euro's.", "{2028: 12500, 2029: 12500.50}"] in cells  # fmt: skip


def test_the_fields_of_a_document_that_does_not_exist_get_a_suggestion(docgen):
    done = docgen("fields", "raadsvorstel")
    assert (done.code, done.err) == (
        2,
        "docgen: documentsoort ‘raadsvorstel’ bestaat niet; bedoel je ‘raadsvoorstel’?\n",
    )


def test_what_documents_ask_in_the_rows_of_a_list_is_asked_once_a_row_was_begun(library):
    known = {field.path: field.required for field in fields(library, [library.types["raadsvoorstel"]])}
    assert known["doelen"] == "aanbevolen" and known["doelen[].indicator"] == known["doelen[].tekst"] == "bij gebruik"
    assert known["rollen[].trekker"] == known["interventie.naam"] == "ja"
    assert known["begroting"] == known["begroting.posten[].soort"] == "aanbevolen" and known["risicos"] == ""


def test_every_field_has_a_title_and_a_meaning(library):
    bare = [field.path for field in fields(library, list(library.types.values())) if not field.field.description]
    assert bare == []
    assert sections(library, list(library.types.values()))[:4] == ["dossier", "organisatie", "interventie", "partijen"]


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
