"""What stands on every page: Concept until the dossier says otherwise, Intern where attitudes may be read; and what everybody may read."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render, write_documents
from docgen.documents.request import parse_request
from docgen.dossier import load, loads
from docgen.errors import TemplateError
from docgen.library.library import open_library
from tests.conftest import ROOT, SAMPLE, TYPES
from tests.word_files import document, parts_of, text_of

TEXT = SAMPLE.read_text(encoding="utf-8")
STATUS = re.compile(r"(?m)^  status: .*\n", re.MULTILINE)
PUBLIC = (
    "overeenkomst",
    "raadsvoorstel",
    "raadsbesluit",
    "jaarplan",
    "geldstromenkaart",
    "voortgang",
    "overdracht:bestuur",
)
INTERNAL = ("borgingsplan", "borgingscheck", "overdracht:medewerker")
SAMPLES = ("wijkkracht-spoordijk", "alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan", "wandelmaatjes-ggd")


def with_status(status, text=TEXT):
    """The sample with another status; adopted, its parties have signed."""
    changed, count = STATUS.subn(f"  status: {status}\n" if status else "", text, count=1)
    assert count == 1
    return (
        re.sub(r"(?m)^(    bevoegdheid: .*\n)", r"\1    getekend_op: 2027-03-01\n", changed)
        if status == "vastgesteld"
        else changed
    )


def made_of(text, name, **options):
    return render(loads(text.encode(), library=options.pop("library", None)), name, **options)


def marks(data):
    """What stands above each header."""
    headers = [part for part in parts_of(data) if re.fullmatch(r"word/\w*header\w*\.xml", part)]
    assert len(headers) >= 2  # of the first page, and of the others
    first = {(text_of(data, part).splitlines() or [""])[0] for part in headers}
    return first.pop() if len(first) == 1 else ""  # else their own texts


def test_every_type_of_docgen_says_for_whom_it_is(library):
    requests = [parse_request(loads(TEXT.encode()), name) for name in (*PUBLIC, *INTERNAL)]
    assert {request.kind.name for request in requests} == set(TYPES)
    assert [request.is_public for request in requests] == [True] * len(PUBLIC) + [False] * len(INTERNAL)


@pytest.mark.slow
@pytest.mark.parametrize("name", [*PUBLIC, *INTERNAL])
def test_a_concept_and_a_dossier_without_a_status_say_so_on_every_page(name):
    intern = name in INTERNAL
    for status in ("concept", None):
        assert marks(made_of(with_status(status), name)) == ("CONCEPT · INTERN" if intern else "CONCEPT")
    for status in ("ter besluitvorming", "vastgesteld"):
        assert marks(made_of(with_status(status), name)) == ("INTERN" if intern else "")


def test_a_dossier_can_close_what_is_public_and_never_open_what_is_internal():
    closed = with_status("vastgesteld").replace("  openbaar: true\n", "  openbaar: false\n", 1)
    assert marks(made_of(closed, "raadsbesluit")) == "NIET OPENBAAR"
    assert marks(made_of(closed, "borgingsplan")) == "INTERN"
    assert marks(made_of(with_status("vastgesteld"), "borgingsplan")) == "INTERN"  # and the dossier says openbaar: true


def test_the_properties_of_a_document_say_the_same_as_its_pages():
    core = parts_of(made_of(with_status(None), "borgingsplan"))["docProps/core.xml"].decode()
    assert "<cp:contentStatus>Concept; intern</cp:contentStatus>" in core
    assert b"contentStatus" not in parts_of(made_of(with_status("vastgesteld"), "raadsbesluit"))["docProps/core.xml"]


def test_a_draft_says_concept_once_whatever_the_status():
    for status in (None, "concept", "vastgesteld"):
        made = made_of(with_status(status), "raadsbesluit", draft=True)
        assert marks(made) == "CONCEPT" and text_of(made, "word/huisstijl_header1.xml").count("CONCEPT") == 1


# -------------------------------------------------------------------------------------------- what a type of a library says


def own_library(folder, schema="", template="Beste {{ partner.naam if partner else 'lezer' }}", name="brief"):
    (folder / "schemas").mkdir(exist_ok=True)
    (folder / "templates").mkdir(exist_ok=True)
    if schema is not None:
        fields = f"schema:\n  {name}: {{type: dict, schema: {{aan: {{type: string}}}}}}\n"
        text = f"titel: Brief\nsectie: {name}\n{schema}{fields}"
        (folder / "schemas" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "templates" / f"{name}.docx").write_bytes(
        template if isinstance(template, bytes) else document(template, header="kop")
    )
    return open_library(folder)


@pytest.mark.parametrize(
    ("schema", "mark"),
    [
        ("", ""),
        ("openbaar: true\n", ""),
        ("openbaar: false\n", "INTERN"),
        ("concept: true\n", "CONCEPT"),
        ("concept: true\nopenbaar: false\n", "CONCEPT · INTERN"),
    ],
)
def test_a_type_of_a_library_is_marked_only_when_its_schema_asks_for_it(tmp_path, schema, mark):
    made = made_of(with_status(None), "brief", library=own_library(tmp_path, schema))
    assert text_of(made, "word/header1.xml").splitlines()[0] == (mark or "kop")


def test_a_template_of_a_user_for_a_type_of_docgen_is_marked_as_that_type(tmp_path):
    library = own_library(tmp_path, None, name="raadsbesluit", template="{{ raadsvoorstel.onderwerp }}")
    made = made_of(with_status(None), "raadsbesluit", library=library)
    assert text_of(made, "word/header1.xml").splitlines()[0] == "CONCEPT"


def test_a_schema_that_replaces_one_of_docgen_keeps_what_it_says_of_readers_until_it_says_otherwise(tmp_path):
    shipped = (ROOT / "schemas" / "borgingscheck.yaml").read_text(encoding="utf-8")
    (tmp_path / "schemas").mkdir()
    for kept, public in (("", frozenset()), ("openbaar: true\n", frozenset([""]))):
        text = re.sub(r"(?m)^(openbaar|concept): .*\n", "", shipped)
        (tmp_path / "schemas" / "borgingscheck.yaml").write_text(kept + text, encoding="utf-8")
        kind = open_library(tmp_path).types["borgingscheck"]
        assert (kind.public, kind.tells_concept) == (public, True)


# ------------------------------------------------------------------------------------- what groups think is for insiders


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_public_document_is_the_same_whatever_groups_think(sample):
    text = (ROOT / "samples" / f"{sample}.yaml").read_text(encoding="utf-8")
    other, count = re.subn(r"(?m)^    houding: \w+\n", "    houding: onbekend\n", text)
    assert count >= 4
    dossiers = load(ROOT / "samples" / f"{sample}.yaml"), loads(other.encode(), f"{sample}.yaml")
    for name in PUBLIC:
        if name.partition(":")[0] in {kind.name for kind in dossiers[0].asked_types()}:
            one, another = (text_of(render(dossier, name)) for dossier in dossiers)
            assert one == another, name
    inside = [text_of(render(dossier, "borgingsplan")) for dossier in dossiers]
    assert "Positief" in inside[0] and "Positief" not in inside[1]


@pytest.mark.parametrize(
    "tag",
    [
        "{% for groep in draagvlak %}{{ groep.houding or '' }}{% endfor %}",
        "{% for groep in draagvlak %}{{ groep['houding'] or '' }}{% endfor %}",
        "{{ draagvlak | map(attribute='houding') | join(', ') }}",
        "{% for groep in draagvlak | selectattr('houding', 'equalto', 'kritisch') %}{{ groep.groep }}{% endfor %}",
        "{% for groep in draagvlak if groep.houding == 'kritisch' %}{{ groep.groep }}{% endfor %}",
    ],
)
def test_a_template_of_a_public_type_that_asks_for_an_attitude_is_told_so(tmp_path, tag):
    with pytest.raises(TemplateError, match=r"houding.* staat nooit in een openbaar document.*haal de tag weg"):
        made_of(TEXT, "brief", library=own_library(tmp_path, "openbaar: true\n", tag))
    assert made_of(TEXT, "brief", library=own_library(tmp_path, "", tag))


def test_a_composed_answer_in_a_public_type_tells_no_attitude(tmp_path):
    rows = (
        "{%p for regel in vergelijking.regels %}",
        "{{ regel.wat }}: {{ regel.toen }}, {{ regel.nu }}",
        "{%p endfor %}",
    )
    findings = "{%p for punt in oordeel.open %}", "{{ punt.melding }}", "{%p endfor %}"
    worksheet = (
        "{%p for niveau in werkblad.niveaus %}", "{%p for blok in niveau.blokken %}", "{%p for regel in blok.regels %}",
        "{{ regel.antwoord or '' }}", "{%p endfor %}", "{%p endfor %}", "{%p endfor %}",
    )  # fmt: skip
    asks = "vergelijkt: true\noordeel: true\nwerkblad: true\n"
    template = document("{%p if vergelijking %}", *rows, "{%p endif %}", *findings, *worksheet, header="kop")
    attitudes = {"positief", "neutraal", "kritisch"}
    found = {}
    for name, public in (("open", "true"), ("dicht", "false")):
        (tmp_path / name).mkdir()
        library = own_library(tmp_path / name, f"openbaar: {public}\n{asks}", template)
        found[name] = attitudes & set(re.findall(r"\w+", text_of(made_of(TEXT, "brief", library=library)).lower()))
    assert found["open"] == set() and "positief" in found["dicht"]


def test_an_earlier_version_is_compared_in_public_without_what_groups_think(tmp_path):
    now = load(SAMPLE)
    (tmp_path / "oud.yaml").write_text(TEXT.replace("houding: kritisch", "houding: positief"), encoding="utf-8")
    before = load(tmp_path / "oud.yaml")
    public, inside = (
        write_documents(now, [parse_request(now, name)], tmp_path / "uit", earlier=before)[0].path.read_bytes()
        for name in ("voortgang", "borgingsplan")
    )
    assert "kritisch" not in text_of(public).lower() and "Kritisch" in text_of(inside)


def test_the_part_of_one_party_shows_no_attitude_either(tmp_path):
    tag = "{% for groep in geheel.draagvlak %}{{ groep.houding or '' }}{% endfor %}"
    with pytest.raises(TemplateError, match="staat nooit in een openbaar document"):
        made_of(TEXT, "brief", library=own_library(tmp_path, "openbaar: true\n", tag))
