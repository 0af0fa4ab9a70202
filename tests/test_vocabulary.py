"""What can be known of a template when it is compiled is told then: names, filters, comparisons, quotes, blocks, links."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import jinja2
import pytest
import yaml

from docgen.context import builder, perspective
from docgen.documents import variables
from docgen.documents.request import requests_for
from docgen.dossier import load, loads
from docgen.errors import DocgenError, RenderError, TemplateError
from docgen.library.library import open_library
from docgen.schema.completion import fill_defaults
from docgen.schema.schema import Schema
from docgen.word import cache
from docgen.word.compiler import compile_template
from docgen.word.tags import messages
from docgen.word.typecheck import datatypes
from docgen.word.typecheck.datatypes import Day, Flag, Number, Record, Rows, Table, Text
from docgen.word.typecheck.vocabulary import Vocabulary, vocabulary_of
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.maximal import maximal
from tests.word_files import changed, document, parts_of, text_of, with_relation, zipped

pytestmark = pytest.mark.slow  # many templates are compiled

SAMPLES = sorted([*(ROOT / "samples").glob("*.yaml"), *DOSSIERS.glob("*.yaml")])
LIST = """\
titel: Eigen lijst
bron: eigen huis
antwoorden: [ja, nee]
punten:
  - {id: A1, groep: Eerst, tekst: Is het zo?}
  - {id: A2, groep: Dan, tekst: En nu?}
"""


@pytest.fixture(scope="module")
def own_library(tmp_path_factory):
    """The shipped library with a checklist of one's own."""
    folder = tmp_path_factory.mktemp("bibliotheek")
    (folder / "checklists").mkdir()
    (folder / "checklists" / "eigen.yaml").write_text(LIST, encoding="utf-8")
    return open_library(folder)


@pytest.fixture(scope="module")
def full_dossier(own_library):
    data = yaml.safe_dump(maximal(own_library.schema.fields), allow_unicode=True, sort_keys=False)
    return loads(data.encode(), "alles.yaml", own_library)


@pytest.fixture(scope="module")
def names(library):
    return vocabulary_of(library.types["overeenkomst"], library)


def refused(tag: str, vocabulary: Vocabulary | None) -> str:
    """What is said of a template with this tag; empty when it is compiled."""
    try:
        compile_template(document("# Onder deze kop", f"Tekst {tag} en verder"), "brief.docx", vocabulary=vocabulary)
    except TemplateError as error:
        return str(error)
    return ""


def by_jinja(template):
    return replace(template, parts=tuple(replace(part, plain=None) for part in template.parts), _bound={})


def filled(tag: str, **data) -> str:
    """The text of a document, the same by plain code and by Jinja."""
    template = compile_template(document(tag))
    made = template.render(data)
    assert made == by_jinja(template).render(data)
    return text_of(made)


def stopped(tag: str, draft: bool = False, **data) -> str:
    """What stops a document, the same by plain code and by Jinja."""
    template = compile_template(document(tag))
    with pytest.raises(RenderError) as caught:
        template.render(data, draft=draft)
    with pytest.raises(RenderError, match=re.escape(str(caught.value))):
        by_jinja(template).render(data, draft=draft)
    return str(caught.value)


# ------------------------------------------------------------------------- what is declared is what the tables are


def misfits(value, kind, path, met):  # noqa: C901
    """Everything in data that is not as its type says; `met` gathers the paths that were seen."""
    if value is None or kind is datatypes.ANY:
        return
    match kind:
        case Text(choices=choices):
            if type(value) is not str or (choices is not None and value not in choices):
                yield path, value
        case Number() | Flag() | Day():
            kinds = {Number: (int, Decimal), Flag: (bool,), Day: (date,)}[type(kind)]
            if type(value) not in kinds:
                yield path, value
        case Rows():
            for row in value:
                yield from misfits(row, kind.row, f"{path}[]", met)
        case Table():
            for key, one in value.items():
                yield from misfits(key, kind.keys, f"{path} (sleutel)", met)
                yield from misfits(one, kind.values, f"{path}{{}}", met)
        case Record():
            for name, one in value.items():
                met.add(f"{path}.{name}")
                if name in kind.fields:
                    yield from misfits(one, kind.fields[name], f"{path}.{name}", met)
                else:
                    yield f"{path}.{name}", "is niet verklaard"


def declared(kind, path=""):
    match kind:
        case Record():
            for name, inner in kind.fields.items():
                yield f"{path}.{name}"
                yield from declared(inner, f"{path}.{name}")
        case Rows():
            yield from declared(kind.row, f"{path}[]")
        case Table():
            yield from declared(kind.values, f"{path}{{}}")


def all_names(dossier, earlier):
    """The names that every template of a dossier gets, for the whole and for one party."""
    full = fill_defaults(dossier.data, dossier.library.schema.rules)
    for job in requests_for(dossier):
        extra = variables.report_variables(job, dossier.data, dossier, False, earlier if job.kind.compares else None)
        yield job, builder.build(perspective.with_partner(full), **extra)
        for partij in full["partijen"][:2]:
            own = builder.build(perspective.for_party(full, partij["id"]), **extra)
            yield job, own | {"partner": partij}


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_value_of_a_sample_is_as_its_name_declares(path, library):
    dossier, before, met = load(path, library), load(SAMPLE, library), set()
    for job, data in all_names(dossier, before):
        assert list(misfits(data, vocabulary_of(job.kind, library).names, "", met)) == []
    assert len(met) > 100


def test_a_dossier_at_the_limits_is_as_its_names_declare(at_the_limits, library, sample):
    for job, data in all_names(at_the_limits, sample):
        assert list(misfits(data, vocabulary_of(job.kind, library).names, "", set())) == []


@pytest.fixture(scope="module")
def before(library):
    """The sample as it was before there was any support or a plan for it."""
    content = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    less = {name: part for name, part in content.items() if name not in ("draagvlak", "verankering", "borgingscheck")}
    return loads(yaml.safe_dump(less, allow_unicode=True, sort_keys=False).encode(), "eerder.yaml", library)


@pytest.mark.slow
def test_every_declared_field_occurs_and_no_other_does(full_dossier, own_library, before):
    met: set[str] = set()
    for job, data in all_names(full_dossier, before):
        assert list(misfits(data, vocabulary_of(job.kind, own_library).names, "", met)) == []
    for path in SAMPLES:
        for job, data in all_names(load(path, own_library), before):
            assert list(misfits(data, vocabulary_of(job.kind, own_library).names, "", met)) == []
    known = {path for kind in own_library.types.values() for path in declared(vocabulary_of(kind, own_library).names)}
    assert known - met == set()


@pytest.mark.slow
def test_tables_of_dossiers_with_gaps_are_as_they_declare(own_library):
    kinds = vocabulary_of(own_library.types["voortgang"], own_library).names
    for seed in range(15):
        dice, whole = random.Random(seed), maximal(own_library.schema.fields)
        for name in dice.sample(sorted(whole), 12):
            del whole[name]
        data = loads(yaml.safe_dump(whole, sort_keys=False).encode(), "gaten.yaml", own_library).data
        names = builder.build(fill_defaults(data, own_library.schema.rules))
        assert list(misfits(names, kinds, "", set())) == []


def test_every_derived_table_has_a_type(library, names):
    assert set(builder.DERIVED) <= set(names.names.fields)


# ------------------------------------------------------------------------------------------------ names of a library


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (ROOT / "templates").glob("*.docx") if path.stem != "huisstijl")
)
def test_a_shipped_template_uses_only_names_that_exist(name, own_library):
    kind = own_library.types["eigen" if name == "checklist" else name]
    assert kind.template is not None and kind.template.stem == name
    assert compile_template(kind.template, vocabulary=vocabulary_of(kind, own_library)).parts


UNKNOWN = {
    "{{ organisatie.naamm }}": "‘organisatie.naamm’ bestaat niet; bedoel je ‘naam’?",
    "{{ Organisatie.Naam }}": "‘Organisatie’ bestaat niet; bedoel je ‘organisatie’?",
    "{{ organisatie.Naam }}": "‘organisatie.Naam’ bestaat niet; bedoel je ‘naam’?",
    "{{ organisatie['naamm'] }}": "‘organisatie.naamm’ bestaat niet; bedoel je ‘naam’?",
    "{{ partijenn[0].naam }}": "‘partijenn’ bestaat niet; bedoel je ‘partijen’?",
    "{{ zaaknummer }}": "‘zaaknummer’ bestaat niet; bedoel je ‘dossier.zaaknummer’?",
    "{{ partner-naam }}": "met een streepje trekt u het een van het ander af; bedoel je ‘partner.naam’?",
    "{{ overeenkomst.opzegging-termijn }}": "bedoel je ‘overeenkomst.opzegging.termijn_maanden’?",
    "{% if dossier.nummer %}x{% endif %}": "‘dossier.nummer’ bestaat niet; bedoel je ‘zaaknummer’?",
    "{% if false %}{% for p in partijen %}{{ p.naamm }}{% endfor %}{% endif %}": "‘p.naamm’ bestaat niet; bedoel je ‘naam’?",
    "{% for p in partijen %}{% for r in rollen if r.parij == p.id %}x{% endfor %}{% endfor %}": "‘r.parij’ bestaat niet; bedoel je ‘partij’?",
    "{% for p in partijen %}x{% else %}{{ dossier.tietel }}{% endfor %}": "bedoel je ‘titel’?",
    "{% for p in partijen %}{{ p.naam }}{% endfor %}{{ p.naam }}": "‘p’ bestaat alleen binnen de herhaling {% for p in … %} … {% endfor %}; zet de tag daarbinnen",
    "{{ loop.index }}": "‘loop’ bestaat alleen binnen de herhaling",
    "{% for p in partijen %}{{ loop.indx }}{% endfor %}": "‘loop.indx’ bestaat niet; bedoel je ‘index’?",
    "{% for p in partijen %}{{ loop.previtem.nam }}{% endfor %}": "‘loop.previtem.nam’ bestaat niet; bedoel je ‘naam’?",
    "{{ y }}{% set y = 1 %}": "‘y’ bestaat hier niet: {% set y … %} staat verderop",
    "{% for p in partijen %}{{ eerder }}{% set eerder = p %}{% endfor %}": "‘eerder’ bestaat hier niet",
    "{% set p = partijen[0] %}{{ p.naamm }}": "‘p.naamm’",
    "{% set p = partijen[0] if concept else rollen[0] %}{{ p.naamm }}": "‘p.naamm’",
    "{% with p = (partijen | first) %}{{ p.naamm }}{% endwith %}": "‘p.naamm’",
    "{% macro m(p) %}{{ p.naamm }}{% endmacro %}{{ m(partijen[0]) }}": "‘p.naamm’",
    "{% macro m(p) %}{{ q }}{% endmacro %}": "‘q’ bestaat niet",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ dossier.tietel }}{% endcall %}": "‘dossier.tietel’",
    "{% set a %}{{ dossier.tietel }}{% endset %}": "‘dossier.tietel’",
    "{% filter upper %}{{ dossier.tietel }}{% endfilter %}": "‘dossier.tietel’",
    "{{ partijen.naam }}": "‘partijen’ is een lijst; herhaal haar met {% for regel in partijen %}",
    "{{ dossier.titel.naam }}": "‘dossier.titel’ is tekst en heeft geen velden",
    "{{ dossier.peildatum.jaar }}": "‘dossier.peildatum’ is een datum; die heeft year, month en day",
    "{{ kosten.totaal.naam }}": "‘kosten.totaal’ is een getal",
    "{{ partijen | map(attribute='naamm') | join }}": "‘partijen.naamm’ bestaat niet; bedoel je ‘naam’?",
    "{{ partijen | selectattr('naamm') | list | length }}": "‘partijen.naamm’",
    "{{ partijen | rejectattr('naamm', 'none') | list | length }}": "‘partijen.naamm’",
    "{{ partijen | sort(attribute='naamm') | length }}": "‘partijen.naamm’",
    "{{ partijen | sort(attribute='naam,plats') | length }}": "‘partijen.plats’",
    "{{ partijen | unique(attribute='naamm') | list | length }}": "‘partijen.naamm’",
    "{{ rollen | sum(attribute='urn') }}": "‘rollen.urn’",
    "{{ taken | map(attribute='eigenaar.naam') | list }}": "‘taken.eigenaar’ is tekst",
    "{% for g in partijen | groupby('soortt') %}x{% endfor %}": "‘partijen.soortt’ bestaat niet; bedoel je ‘soort’?",
    "{% for g in partijen | groupby('soort') %}{{ g.lst }}{% endfor %}": "‘g.lst’ bestaat niet; bedoel je ‘list’?",
    "{% for soort, rijen in partijen | groupby('soort') %}{{ rijen[0].naamm }}{% endfor %}": "naamm’ bestaat niet; bedoel je ‘naam’?",
    "{{ (partijen | selectattr('naam') | list | last).naamm }}": "‘partijen.naamm’",
    "{{ partijen[1:][0].naamm }}": "naamm’ bestaat niet",
    "{{ (dossier or organisatie).tietel }}": "bedoel je ‘titel’?",
    "{{ takenlijst[0].inzet[0].uern }}": "bedoel je ‘uren’?",
    "{{ document.naam }}": "‘document.naam’ bestaat niet; bekend is: type, titel, variant of rol",
    "{{ partner.straat | default('') }}": "‘partner.straat’ bestaat niet",
    "{{ namespace(x=1) }}": "‘namespace’ bestaat niet in een sjabloon van docgen; tel op met | sum(attribute=\"veld\"), tel regels met | length",
    "{{ oordeel.wijken }}": "‘oordeel’ bestaat niet; zet oordeel: true in het schema van deze documentsoort",
    "{{ werkblad.leeg }}": "‘werkblad’ bestaat niet; zet werkblad: true in het schema",
    "{% if 'x' == onbekendd %}{% endif %}": "‘onbekendd’ bestaat niet",
    "{{ 'x' if onbekendd else 'y' }}": "‘onbekendd’ bestaat niet",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("tag", "said"), UNKNOWN.items())
def test_a_name_that_nothing_knows_is_told_when_the_template_is_compiled(tag, said, names):
    message = refused(tag, names)
    assert message.startswith("sjabloon brief.docx, onder kop ‘Onder deze kop’, bij ‘")
    assert said in message
    assert "vul het in" not in message


def test_every_tag_that_cannot_be_filled_is_told_at_once_in_the_order_in_which_they_stand(names):
    texts = ["{{ organisatie.naamm }}", "{{ dossier.titel | foo }}", "{% if dossier.status == 'af' %}x{% endif %}"]
    with pytest.raises(TemplateError) as caught:
        compile_template(
            document("# Eén", texts[0], "# Twee", *texts[1:], *[f"{{{{ weg{n} }}}}" for n in range(4)], "{{ weg0 }}"),
            vocabulary=names,
        )
    message = str(caught.value)
    said = [
        "onder kop ‘Eén’, bij ‘{{ organisatie.naamm }}’: ",
        "; en onder kop ‘Twee’, bij ‘{{ dossier.titel | foo }}’: ",
        "is nooit ‘af’",
        "; en zo nog 2",
    ]
    assert [message.index(words) for words in said] == sorted(message.index(words) for words in said)


KNOWN = [
    "{% for k, v in kosten.per_jaar.items() %}{{ k }}{{ v }}{% endfor %}", "{% for k, v in kosten.per_jaar | dictsort %}{{ v }}{% endfor %}",
    "{% for k in dossier %}{{ k }}{% endfor %}", "{% for k, v in organisatie.items() %}{{ v }}{% endfor %}", "{{ kosten.per_jaar[2028] }}{{ kosten.per_jaar.get(2028) }}",
    "{{ rolnaam['x'] }}{{ partijnaam.x }}{{ rolnaam[taken[0].eigenaar] }}", "{{ partijen[0].naam }}{{ partijen.0.naam }}{{ partijen[-1]['naam'] }}",
    "{{ dossier.titel.upper() }}{{ dossier.titel.split()[0] }}{{ dossier.peildatum.year }}", "{{ (partijen | groupby('soort'))[0].list[0].naam }}",
    "{% for soort, rijen in partijen | groupby('soort') %}{{ soort }}{{ rijen[0].naam }}{% endfor %}", "{% for rij in partijen | batch(3) %}{{ rij[0].naam }}{% endfor %}",
    "{% macro m(p) %}{{ p.iets.anders }}{% endmacro %}", "{% macro m(p) %}{{ p.naam }}{% if p.naam %}{{ m(p) }}{% endif %}{% endmacro %}{{ m(partijen[0]) }}{{ m(organisatie) }}",
    "{% macro m(a) %}{{ a }}{{ caller('x') }}{{ varargs }}{{ kwargs }}{% endmacro %}{% call(b) m('x') %}{{ b.c }}{% endcall %}",
    "{% macro m() %}{{ later }}{% endmacro %}{% set later = 1 %}{{ m() }}", "{% set n = n | default(0) + 1 %}{{ n }}", "{% if straat is defined %}{{ straat }}{% endif %}",
    "{% if partner.straat is defined and partner.straat %}{{ partner.straat }}{% endif %}", "{% for p in partijen recursive %}{{ loop(p.kinderen) }}{% endfor %}",
    "{% for p in partijen %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ loop.nextitem.naam }}{{ loop.depth }}{% endfor %}", "{{ self }}{{ range(3) | list }}{{ dict(a=1).a }}",
    "{% set d = {'a': partijen} %}{{ d.a[0].naam }}", "{% set a, b = partijen[0], rollen[0] %}{{ a.kvk }}{{ b.tarief }}", "{% if concept %}{% set x = 'a' %}{% endif %}{{ x }}",
    "{{ geheel.dossier.titel }}{{ gezien_vanuit.naam }}{{ trekker.naam }}{{ vergelijking.regels[0].wat }}", "{{ kosten.totaal - dekking.totaal }}{{ kosten.totaal-1 }}",
    "{{ dossier.peildatum - dossier.horizon.begin }}", "{% block a %}{{ dossier.titel }}{% endblock %}", "{{ partijen | map('attr', 'x') | list }}", "{{ partijen | map(attribute=dossier.titel) | list }}",
    "{{ partner.kvk }}{% for p in partijen %}{{ p.ondertekenaar }}{% endfor %}", "{% for items in partijen %}{{ items.naam }}{% endfor %}", "{% set dossier = partijen[0] %}{{ dossier.kvk }}",
    "{{ dossier.horizon.begin.strftime('%d') }}", "{% if 'eigen' is filter %}{{ dossier.titel | eigen }}{% endif %}", "{{ planning[0].genomen }}{{ keuzes[0].te_laat }}", "{% filter upper %}x{% endfilter %}",
]  # fmt: skip


@pytest.mark.parametrize("tag", KNOWN)
def test_what_exists_or_cannot_be_known_is_not_refused(tag, names):
    assert refused(tag, names) == ""


@pytest.mark.parametrize("tag", [tag for tag in UNKNOWN if "loop.indx" not in tag])
def test_without_a_schema_any_name_can_come(tag):
    assert refused(tag, None) == ""


def test_a_field_of_a_loop_is_known_without_a_schema_too():
    assert "‘loop.indx’ bestaat niet; bedoel je ‘index’?" in refused(
        "{% for p in x %}{{ loop.indx }}{% endfor %}", None
    )


def test_a_field_that_a_library_adds_is_a_name(tmp_path):
    (tmp_path / "schemas").mkdir()
    schema = "titel: Brief\nsectie: brief\nschema:\n  brief: {type: dict, schema: {straat: {type: string}}}\n"
    (tmp_path / "schemas" / "brief.yaml").write_text(schema, encoding="utf-8")
    own = open_library(tmp_path)
    vocabulary = vocabulary_of(own.types["brief"], own)
    assert refused("{{ brief.straat }}", vocabulary) == ""
    assert "bedoel je ‘straat’?" in refused("{{ brief.straatt }}", vocabulary)


def test_a_field_that_a_library_adds_to_the_core_is_a_name_with_its_choices(tmp_path):
    (tmp_path / "schemas").mkdir()
    added = "  partner: {straat: {type: string}}\n  taken: {plek: {type: string, allowed: [binnen, buiten]}}\n"
    content = f"aanvulling:\n{added}"
    (tmp_path / "schemas" / "extra.yaml").write_text(content, encoding="utf-8")
    own = open_library(tmp_path)
    vocabulary = vocabulary_of(own.types["overeenkomst"], own)
    assert refused("{{ partner.straat }}{% for t in takenlijst if t.plek == 'buiten' %}x{% endfor %}", vocabulary) == ""
    assert "bedoel je ‘straat’?" in refused("{{ partner.straatt }}", vocabulary)
    assert "bedoel je ‘buiten’?" in refused("{% for t in takenlijst if t.plek == 'buite' %}x{% endfor %}", vocabulary)


def test_a_partner_can_be_a_party_and_a_party_the_partner_so_each_has_the_fields_of_both():
    text = {"type": "string"}
    party = {"type": "list", "schema": {"type": "dict", "schema": {"id": text, "zetel": text}}}
    fields = {"partijen": party, "partner": {"type": "dict", "schema": {"naam": text, "straat": text}}}
    vocabulary = Vocabulary("eigen", schema=Schema(fields, {}))
    assert refused("{{ partner.zetel }}{% for p in partijen %}{{ p.straat }}{% endfor %}", vocabulary) == ""
    assert "bedoel je ‘straat’?" in refused("{{ partijen[0].straatt }}", vocabulary)


def test_a_misspelt_name_stops_a_document_of_a_library_before_it_is_made(tmp_path, docgen):
    (tmp_path / "bieb" / "templates").mkdir(parents=True)
    (tmp_path / "bieb" / "templates" / "raadsbesluit.docx").write_bytes(
        document("# Besluit", "{{ organisatie.naamm }}")
    )
    done = docgen("render", SAMPLE, "-d", "raadsbesluit", "--library", tmp_path / "bieb", "--out", tmp_path / "uit")
    assert done.code == 2
    assert (
        "onder kop ‘Besluit’, bij ‘{{ organisatie.naamm }}’: ‘organisatie.naamm’ bestaat niet; bedoel je ‘naam’?"
        in done.err
    )


def test_what_was_compiled_for_other_names_is_compiled_again(tmp_path, monkeypatch, library):
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "brief.docx"
    path.write_bytes(document("{% if x %}{{ oordeel.wijken | opsomming }}{% endif %}"))
    assert cache.load_or_compile(path).parts
    for name, is_known in (("borgingscheck", True), ("raadsbesluit", False)):
        vocabulary = replace(vocabulary_of(library.types[name], library))
        if is_known:
            path.write_bytes(document("{% if concept %}{{ oordeel.wijken | opsomming }}{% endif %}"))
            assert cache.load_or_compile(path, None, vocabulary).parts
        else:
            with pytest.raises(TemplateError, match="‘oordeel’ bestaat niet"):
                cache.load_or_compile(path, None, vocabulary)


def test_the_vocabularies_of_two_types_are_equal_only_when_their_names_are(library):
    kinds = [vocabulary_of(kind, library) for kind in library.types.values()]
    assert vocabulary_of(library.types["raadsbesluit"], library) == vocabulary_of(
        library.types["raadsvoorstel"], library
    )
    assert vocabulary_of(library.types["borgingscheck"], library) not in [
        vocabulary_of(library.types[name], library) for name in ("raadsbesluit", "borgingsplan", "overdracht")
    ]
    assert len(set(kinds)) < len(kinds)


# ----------------------------------------------------------------------------------------------------- comparisons


NEVER = {
    "{% if dossier.status == 'goedgekeurd' %}x{% endif %}": "‘dossier.status’ is nooit ‘goedgekeurd’; het kan zijn: concept, ter besluitvorming of vastgesteld",
    "{% if dossier.status != 'vastgestelt' %}x{% endif %}": "bedoel je ‘vastgesteld’?",
    "{% if 'af' == dossier.status %}x{% endif %}": "is nooit ‘af’",
    "{% if dossier.status == 'concept' %}x{% elif dossier.status == 'af' %}y{% endif %}": "is nooit ‘af’",
    "{% if dossier.status in ['concept', 'af'] %}x{% endif %}": "is nooit ‘af’",
    "{% if dossier.status not in ('concept', 'af') %}x{% endif %}": "is nooit ‘af’",
    "{% if dossier.status is eq 'af' %}x{% endif %}": "is nooit ‘af’",
    "{% if dossier.status is in ['af'] %}x{% endif %}": "is nooit ‘af’",
    "{% if dossier.status != '' %}x{% endif %}": "is nooit een lege tekst; is het veld leeg, dan geldt {% if not dossier.status %}",
    "{{ besluitvorming | selectattr('status', 'equalto', 'gedaan') | list | length }}": "‘besluitvorming.status’ is nooit ‘gedaan’",
    "{{ besluitvorming | rejectattr('status', 'in', ['gepland', 'gedaan']) | list | length }}": "‘besluitvorming.status’ is nooit ‘gedaan’",
    "{{ besluitvorming | map(attribute='status') | select('equalto', 'gedaan') | list | length }}": "is nooit ‘gedaan’",
    "{% for b in besluitvorming if b.status == 'gedaan' %}x{% endfor %}": "‘b.status’ is nooit ‘gedaan’",
    "{% set s = dossier.status %}{% if s == 'af' %}x{% endif %}": "‘s’ is nooit ‘af’",
    "{% set s = 'af' %}{% if dossier.status == s %}x{% endif %}": "is nooit ‘af’",
    "{% if dossier.status | default('geen') == 'gen' %}x{% endif %}": "bedoel je ‘geen’?",
    "{% if (dossier.status or 'geen') == 'af' %}x{% endif %}": "is nooit ‘af’",
    "{% if dossier.status | lower == 'Concept' %}x{% endif %}": "bedoel je ‘concept’?",
    "{% if dossier.status.upper() == 'Concept' %}x{% endif %}": "is nooit ‘Concept’",
    "{% if 'zz' in dossier.status %}x{% endif %}": "is nooit ‘zz’",
    "{% if stand.doelen[0].stand == 'klaar' %}x{% endif %}": "het kan zijn: gehaald, op koers",
    "{% for r in planning if r.soort == 'besluiten' %}x{% endfor %}": "bedoel je ‘besluit’?",
    "{% if document.variant == 'x' %}{% endif %}{% if rollen[0].trekker == 'ja' %}x{% endif %}": "is waar of onwaar en nooit de tekst ‘ja’; schrijf {% if rollen[0].trekker %}",
    "{% if concept == 'ja' %}x{% endif %}": "‘concept’ is waar of onwaar",
    "{% for r in rollen if r.uren == '20' %}x{% endfor %}": "‘r.uren’ is een getal en nooit de tekst ‘20’",
    "{% if dossier.versie == 2 %}x{% endif %}": "‘dossier.versie’ is tekst en nooit gelijk aan een getal",
    "{% if dossier.peildatum > '2027-01-01' %}x{% endif %}": "‘dossier.peildatum’ is een datum en nooit de tekst",
    "{% macro m(s) %}{% if s == 'af' %}x{% endif %}{% endmacro %}{{ m(dossier.status) }}": "‘s’ is nooit ‘af’",
}  # fmt: skip


@pytest.mark.parametrize(("tag", "said"), NEVER.items())
def test_a_comparison_that_can_never_hold_is_told_when_the_template_is_compiled(tag, said, names):
    message = refused(tag, names)
    assert message.startswith("sjabloon brief.docx, onder kop ‘Onder deze kop’, bij ‘")
    assert said in message


POSSIBLE = [
    "{% if dossier.status == 'vastgesteld' %}x{% endif %}", "{% if dossier.status == trekker.naam %}x{% endif %}", "{% if dossier.status == none %}x{% endif %}",
    "{% if dossier.status | default('geen') == 'geen' %}x{% endif %}", "{% if dossier.status | hoofdletter == 'Concept' %}x{% endif %}", "{% if 'besluit' in dossier.status %}x{% endif %}",
    "{% if dossier.status.startswith('con') %}x{% endif %}", "{% if dossier.titel == 'wat dan ook' %}x{% endif %}", "{% if taken[0].eigenaar == 'x' %}x{% endif %}",
    "{% if rollen[0].trekker == true %}x{% endif %}", "{% if rollen[0].uren == 20 %}x{% endif %}", "{% set s = 'a' %}{% if s == 'b' %}x{% endif %}", "{% if document.type == 'x' %}x{% endif %}",
    "{% if dossier.status in toegestaan %}x{% endif %}{% set toegestaan = ['af'] %}".replace("toegestaan %}x", "[dossier.titel] %}x"), "{% if dossier.status ~ '!' == 'af!' %}x{% endif %}",
    "{% if dossier.status | truncate(3) == 'con' %}x{% endif %}", "{% if dossier.wijken and 'noord' in dossier.wijken %}x{% endif %}", "{% if dossier.status[:3] == 'con' %}x{% endif %}".replace("[:3]", " | replace('c', 'k')"),
]  # fmt: skip


@pytest.mark.parametrize("tag", POSSIBLE)
def test_a_comparison_that_can_hold_is_not_refused(tag, names):
    assert refused(tag, names) == ""


def test_the_answers_of_a_checklist_are_its_choices(own_library):
    vocabulary = vocabulary_of(own_library.types["eigen"], own_library)
    tag = (
        "{{% for g in checklist.groepen %}}{{% for p in g.punten if p.antwoord == '{}' %}}x{{% endfor %}}{{% endfor %}}"
    )
    assert refused(tag.format("nee"), vocabulary) == ""
    assert "‘p.antwoord’ is nooit ‘deels’; het kan zijn: ja, nee of nog niet ingevuld" in refused(
        tag.format("deels"), vocabulary
    )


def test_the_variants_of_a_type_are_its_choices(library):
    vocabulary = vocabulary_of(library.types["overdracht"], library)
    assert refused("{% if document.variant == 'bestuur' %}x{% endif %}", vocabulary) == ""
    assert "bedoel je ‘bestuur’?" in refused("{% if document.variant == 'bestuurder' %}x{% endif %}", vocabulary)


# ---------------------------------------------------------------------------------------------- filters and tests


WRONG_FILTERS = {
    "{{ x | foo }}": "het filter ‘foo’ bestaat niet",
    "{{ x | datm }}": "het filter ‘datm’ bestaat niet; bedoel je ‘datum’?",
    "{% if x %}{{ y | foo }}{% endif %}": "het filter ‘foo’ bestaat niet",
    "{% if x is strng %}x{% endif %}": "de toets ‘strng’ bestaat niet; bedoel je ‘string’?",
    "{% if a %}{{ 'x' if b is foo }}{% endif %}": "de toets ‘foo’ bestaat niet",
    "{% for a in b if a | foo %}x{% endfor %}": "het filter ‘foo’",
    "{% macro m() %}{{ x | foo }}{% endmacro %}": "het filter ‘foo’",
    "{% macro m() %}{{ caller() }}{% endmacro %}{% if x %}{% call m() %}{{ x | foo }}{% endcall %}{% endif %}": "het filter ‘foo’",
    "{% if x %}{% filter foo %}x{% endfilter %}{% endif %}": "het filter ‘foo’",
    "{% if x %}{% set a | foo %}x{% endset %}{% endif %}": "het filter ‘foo’",
    "{{ x | map('foo') | list }}": "het filter ‘foo’",
    "{{ x | select('foo') | list }}": "de toets ‘foo’",
    "{{ x | rejectattr('a', 'foo') | list }}": "de toets ‘foo’",
    "{{ x | _given('a') }}": "het filter ‘_given’ bestaat niet",
    "{{ x | datum('kort') }}": "het filter ‘datum’ krijgt hier te veel waarden tussen de haakjes; het neemt er geen",
    "{{ x | replace('a') }}": "het filter ‘replace’ mist hier een waarde tussen de haakjes",
    "{{ x | truncate(lengte=3) }}": "het filter ‘truncate’ kent ‘lengte=’ niet; bedoel je ‘length’?",
    "{{ x | euro(decimalen=2) }}": "het filter ‘euro’ kent ‘decimalen=’ niet",
    "{{ x | map('replace', 'a') | list }}": "het filter ‘replace’ mist",
    "{% if x is divisibleby %}x{% endif %}": "de toets ‘divisibleby’ mist hier een waarde",
}  # fmt: skip


@pytest.mark.parametrize(("tag", "said"), WRONG_FILTERS.items())
def test_an_unknown_filter_or_test_is_told_in_whatever_branch_it_stands(tag, said):
    message = refused(tag, None)
    assert message.startswith("sjabloon brief.docx, onder kop ‘Onder deze kop’, bij ‘")
    assert said in message


def test_the_place_of_a_tag_for_rich_text_is_shown_as_it_was_written():
    assert "bij ‘Tekst {{ x | foo }} en verder’" in refused("{{r x | foo }}", None)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x | truncate(5, false, '…') }}", "{{ x | euro(true) }}{{ x | euro(cents=true) }}", "{{ x | opsomming('of') }}", "{{ x | join(', ', attribute='a') }}", "{{ x | format(1, a=2) }}",
        "{{ x | map(attribute='a', default='b') | list }}", "{{ x | default('a', true) }}{{ x | d('a', boolean=true) }}", "{{ x | round(2, 'floor') }}", "{{ x | sum('a', start=1) }}",
        "{{ x | sort(true, attribute='a') | list }}", "{{ x | groupby('a', default='b') }}", "{{ x | select | list }}", "{{ x | replace(*a) }}", "{{ x is divisibleby 3 }}", "{{ x is sameas(y) }}",
    ],
)  # fmt: skip
def test_a_filter_with_what_it_takes_is_not_refused(tag):
    assert refused(tag, None) == ""


# ----------------------------------------------------------------------------------------------- absent values


NOT_THERE = "‘nergens’ staat niet in de gegevens"
TESTS = [
    "string", "number", "mapping", "none", "sequence", "sameas(1)", "iterable", "boolean", "true", "false", "eq(1)", "==(1)".replace("==(1)", "equalto(1)"), "ne(1)", "in([1])", "in([])", "callable",
    "escaped", "integer", "float", "odd", "even", "lower", "upper", "lt(1)", "ge(1)", "divisibleby(2)",
]  # fmt: skip


@pytest.mark.parametrize("test", TESTS)
def test_a_name_that_is_not_there_stops_every_test(test):
    for tag in (f"{{{{ 'ja' if nergens is {test} else 'nee' }}}}", f"{{% if nergens is not {test} %}}x{{% endif %}}"):
        assert NOT_THERE in stopped(tag)
    assert "‘p.weg’ staat niet" in stopped(f"{{{{ 'ja' if p.weg is {test} else 'nee' }}}}", p={"naam": "x"})
    assert "‘p.weg’ ontbreekt in het dossier" in stopped(f"{{{{ 'ja' if p.weg is {test} else 'nee' }}}}", p=None)
    rows = f"{{{{ rijen | selectattr('weg', {test!r}) | list | length }}}}" if "(" not in test else ""
    assert not rows or "‘rijen[1].weg’ staat niet" in stopped(rows, rijen=[{"naam": "x"}])


def test_the_tests_are_all_that_jinja_has():
    asking = {"defined", "undefined", "filter", "test"}  # of these the value is a name in quotes
    others = {name for name in jinja2.Environment().tests if name.isalpha()} - asking
    aliases = {"equalto", "greaterthan", "gt", "le", "lessthan"}
    assert others - aliases <= {test.split("(")[0] for test in TESTS}


@pytest.mark.parametrize(
    "test", [test for test in TESTS if test.split("(")[0] not in ("none", "eq", "equalto", "ne", "in")]
)
def test_an_empty_field_stops_every_test_but_that_it_is_empty_or_equal(test):
    assert "‘x’ ontbreekt in het dossier; vul het in" in stopped(f"{{{{ 'ja' if x is {test} else 'nee' }}}}", x=None)


def test_an_empty_field_is_none_is_defined_and_equal_to_nothing_else():
    asked = {"none": "ja", "defined": "ja", "undefined": "nee", "eq('a')": "nee", "ne('a')": "ja", "in(['a'])": "nee"}
    for test, answer in asked.items():
        assert filled(f"{{{{ 'ja' if x is {test} else 'nee' }}}}", x=None) == answer
    assert filled("{{ 'ja' if nergens is undefined and nergens is not defined else 'nee' }}") == "ja"


@pytest.mark.parametrize(
    "tag",
    [
        "nergens == 1",
        "1 == nergens",
        "nergens != 1",
        "nergens < 1",
        "nergens in [1]",
        "nergens in []",
        "nergens not in []",
        "nergens in l",
        "'a' in nergens",
        "nergens in l ~ ''",
    ],
)
def test_a_name_that_is_not_there_stops_every_comparison(tag):
    assert NOT_THERE in stopped(f"{{{{ 'ja' if {tag} else 'nee' }}}}", l=[])


def test_a_draft_notes_what_a_test_asks_in_vain():
    template = compile_template(
        document("{{ 'ja' if nergens is string else 'nee' }}{{ 'ja' if x is number else 'nee' }}")
    )
    made = template.render_with({"x": None}, draft=True)
    assert "neenee" in text_of(made.data)
    assert set(made.missing) == {"nergens", "x"}


def test_a_name_that_the_data_lack_is_told_with_what_was_meant():
    data = {"naam": "a", "partner": {"naam": "P", "plaats": None}, "rijen": [{"naam": "r"}]}
    assert "‘naamm’ staat niet in de gegevens; bedoel je ‘naam’?" in stopped("{{ naamm }}", **data)
    assert "‘partner.naamm’ staat niet in de gegevens; bedoel je ‘naam’?" in stopped("{{ partner.naamm }}", **data)
    assert "‘rijen[1].nam’ staat niet in de gegevens; bedoel je ‘naam’?" in stopped("{{ rijen[0].nam }}", **data)
    assert "‘rijen’ is een lijst" in stopped("{{ rijen.naam }}", **data)
    assert "‘partner-naam’ lukt niet: met een streepje" in stopped("{{ partner-naam }}", **data)
    assert "zoals ‘partner.naam’" in stopped("{{ partner-naam }}", **data)
    assert "‘partner.plaats’ ontbreekt in het dossier; vul het in" in stopped("{{ partner.plaats }}", **data)
    assert "‘iets’ staat niet in de gegevens; vul het in of verbeter de naam" in stopped("{{ iets }}")


def test_a_difference_of_numbers_or_days_is_a_difference():
    assert (
        filled("{{ a-b }} {{ p.a - b }} {{ (x-y).days }}", a=3, b=1, p={"a": 9}, x=date(2028, 1, 3), y=date(2028, 1, 1))
        == "2 8 2"
    )


# ------------------------------------------------------------------------------------------- quotes and apostrophes


QUOTED = {
    '{{ "programma’s" }}': "programma’s",
    "{{ ‘programma’s’ }}": "programma’s",
    "{{ “programma’s” }}": "programma’s",
    "{{ 'programma’s' }}": "programma’s",
    "{{ „hij zei ‘ja’” }}": "hij zei ‘ja’",
    '{{ “hij zei "ja" tegen” }}': 'hij zei "ja" tegen',
    "{{ ‘a’ if a else ‘b’ }}": "a",
    "{{ 'a’ if a else ‘b' }}": "a",
    "{{ ‘de programma’s’ if a else ‘b’s’ }}": "de programma’s",
    "{{ ‘de huizen’ en zo’ }}": "de huizen’ en zo",
    "{{ «abc» ~ ″d″ ~ ´e` ~ ‚f‘ }}": "abcdef",
    '{{ ‘it"s’ }}': 'it"s',
    "{{ l | join(‘, ’) }}": "x, y",
    "{{ {‘a’: ‘b’}[‘a’] }}": "b",
    "{{ '’' }}{{ “’” }}{{ ‘’’ }}": "’’’",
    '{{ "a\\"b" }} “buiten” ‘x’': 'a"b “buiten” ‘x’',
    "{{ ‘’ }}{{ “” }}x": "x",
    "{% set t = ‘één’ %}{{ t }}": "één",
    "{% for x in [‘a’, ‘b’s’] %}{{ x }};{% endfor %}": "a;b’s;",
    "{{ ‘a’ ~ l[0] ~ “b” }}": "axb",
    "{{ 'programma’s' ~ \"'s\" }}": "programma’s's",
}


@pytest.mark.parametrize(("tag", "text"), QUOTED.items())
def test_quotes_around_a_literal_may_be_of_any_kind_and_what_is_inside_is_printed_as_written(tag, text):
    assert filled(tag, a=1, l=["x", "y"]) == text


def test_a_quote_that_is_not_closed_is_told():
    assert "een tekst tussen aanhalingstekens is niet gesloten" in refused("{{ ‘s avonds }}", None)


CURLED, TYPED = "programma’s", "programma's"
EQUAL = {
    "x == “programma’s”": True, "y == “programma’s”": True, "y == ‘programma's’": True, "x == y": True, "x != y": False, "x in [y]": True, "y not in l": False, "x in m": True, "y in (z ~ x)": True,
    "x is eq y": True, "x is ne y": False, "x is in [y]": True, "x == 'programma'": False, "x in ['a', y, 'b']": True, "x == y == x": True, "y in l | map('lower')": True, "x == 1": False, "x in {}": False,
    "m[y] == 1": True, "m[“programma's”] == 1": True, "“a's” in x": True, "z == 'z'": True, "none == x": False, "x == none": False, "[x] == [x]": True,
}  # fmt: skip


@pytest.mark.parametrize(("comparison", "holds"), EQUAL.items())
def test_the_two_apostrophes_are_equal_in_a_comparison(comparison, holds):
    tag = f"{{{{ 'ja' if {comparison} else 'nee' }}}}"
    for one, two in ((CURLED, TYPED), (TYPED, CURLED)):
        data = {"x": one, "y": two, "l": [one], "m": {one: 1}, "z": "z"}
        assert filled(tag, **data) == ("ja" if holds else "nee")


def test_the_two_apostrophes_are_equal_when_rows_are_chosen_or_grouped():
    rows = [{"n": CURLED, "k": 1}, {"n": "z", "k": 2}, {"n": TYPED, "k": 3}]
    assert (
        filled("{{ r | selectattr('n', 'equalto', \"programma's\") | map(attribute='k') | join(',') }}", r=rows)
        == "1,3"
    )
    assert filled("{{ r | rejectattr('n', 'in', [“programma’s”]) | map(attribute='k') | join(',') }}", r=rows) == "2"
    assert filled("{{ r | selectattr('n', 'ne', t) | map(attribute='k') | join(',') }}", r=rows, t=TYPED) == "2"
    assert (
        filled("{% for g in r | groupby('n') %}{{ g.grouper }}={{ g.list | length }};{% endfor %}", r=rows)
        == f"{CURLED}=2;z=1;"
    )
    assert (
        filled("{% for g, own in r | groupby('n') %}{{ g }}={{ own | length }};{% endfor %}", r=rows[1:])
        == f"{TYPED}=1;z=1;"
    )


def test_groups_are_as_those_of_jinja():
    rows = [{"s": "b", "n": 1}, {"s": "A", "n": 2}, {"s": "a", "n": 3}, {"n": 4}]
    tag = "{%% for g, own in r | groupby(%s) %%}{{ g }}:{{ own | map(attribute='n') | join(',') }};{%% endfor %%}"
    for arguments in ("'s', default='b'", "'s', 'c', true", "'s', case_sensitive=true, default='Z'", "'n'"):
        wanted = jinja2.Environment().from_string(tag % arguments).render(r=rows)
        assert filled(tag % arguments, r=rows) == wanted


def test_a_comparison_with_a_choice_takes_the_apostrophes_for_the_same(tmp_path):
    (tmp_path / "schemas").mkdir()
    schema = 'titel: Brief\nsectie: brief\nschema:\n  brief: {type: dict, schema: {soort: {type: string, allowed: ["programma\'s", los]}}}\n'
    (tmp_path / "schemas" / "brief.yaml").write_text(schema, encoding="utf-8")
    own = open_library(tmp_path)
    assert refused("{% if brief.soort == “programma’s” %}x{% endif %}", vocabulary_of(own.types["brief"], own)) == ""


# ------------------------------------------------------------------------------------ blocks, letters and characters


def paragraphs(*texts: str) -> bytes:
    return document("# Kop", *texts)


UNEQUAL = [
    (["{%p if x %}", "a", "b {% endif %}"], "{%p if x %}", "schrijf {%p endif %}"),
    (["{% if x %}a", "b", "{%p endif %}"], "{% if x %}a", "schrijf {% endif %}"),
    (["{%p if x %}", "a", "{% else %}", "b", "{%p endif %}"], "{%p if x %}", "schrijf {%p else %}"),
    (
        ["{%p for y in x %}", "{%p if y %}", "a", "{%p endif %}", "{% endfor %}"],
        "{%p for y in x %}",
        "schrijf {%p endfor %}",
    ),
    (["{%p set q %}", "a", "{% endset %}"], "{%p set q %}", "schrijf {%p endset %}"),
]


@pytest.mark.parametrize(("texts", "opening", "remedy"), UNEQUAL)
def test_a_block_that_ends_in_another_way_than_it_began_is_refused_at_its_opening(texts, opening, remedy):
    with pytest.raises(TemplateError) as caught:
        compile_template(paragraphs(*texts), "brief.docx")
    assert f"onder kop ‘Kop’, bij ‘{opening}’: " in str(caught.value) and remedy in str(caught.value)


def test_a_row_that_is_repeated_ends_with_a_row():
    rows = [["{%tr for a in x %}", ""], ["{{ a }}", "z"], ["{% endfor %}", ""]]
    with pytest.raises(
        TemplateError, match=r"bij ‘\{%tr for a in x %\}’: .*schrijf \{%tr endfor %\}, in een eigen rij"
    ):
        compile_template(document("# Kop", table=rows))


@pytest.mark.parametrize(
    "texts",
    [
        ["{%p if x %}", "a", "{%p else %}", "b", "{%p endif %}"], ["{% if x %}a", "b{% endif %}"], ["{%p for y in x %}", "{% if y %}a{% endif %}", "{%p set q = 1 %}", "{%p endfor %}"],
        ["{%p if x %}", "{# {% endif %} #}", "{%p endif %}"], ["{%p  if x %}", "a", "{%p endif %}"],
        ["{%p if x %}", "a", "{%p\u00a0endif %}"], ["{%p\u200b if x %}", "a", "{%p endif %}"], ["{% p if x %}", "a", "{%P endif %}"],
    ],
)  # fmt: skip
def test_a_block_that_ends_as_it_began_is_compiled(texts):
    assert compile_template(paragraphs(*texts)).parts


SYNTAX = {
    "{% If a %}x{% endif %}": "de tag ‘If’ bestaat niet; bedoel je ‘if’?",
    "{% end if %}": "het eind schrijft u als één woord: {% endif %}",
    "{% for a in b %}x{% end %}": "het eind schrijft u als één woord: {% endfor %}",
    "{% do x() %}": "de tag ‘do’ bestaat niet",
    "{% endif %}": "hoort bij een begin dat ontbreekt",
    "{% for x in l %}{% endif %}": "‘endif’ past hier niet: eerst moet ‘for’ worden gesloten",
    "{% if a %}": "‘endif’ ontbreekt",
    "{% %}": "ontbreekt wat de tag doet",
    "{{ }}": "ontbreekt de naam van een veld",
    "{{ a. }}": "achter de punt ontbreekt",
    "{{ a[ }}": "eerst moet ] erbij",
    "{{ a) }}": "staat ) verkeerd",
    "{{ f(a=1, 2) }}": "eerst waarden, dan naam=waarde",
    "{% set 'a' = 1 %}": "een naam van uzelf",
    "{% for loop in l %}{% endfor %}": "anders dan loop",
    "{{ a is defined is string }}": "na is kan één toets",
    "{% call x %}{% endcall %}": "een macro met haakjes",
    "{% macro m(a=1, b) %}{% endmacro %}": "zet ze ervoor",
    "{% macro m(caller) %}{{ caller() }}{% endmacro %}": "geef het een andere naam",
    "{% block a-b %}{% endblock %}": "alleen letters, cijfers en lage streepjes",
    "{% block x %}{% endblock %}{% block x %}{% endblock %}": "geef elk een eigen naam",
    "{{ '\\x' }}": "staat een \\ verkeerd",
    "{{ a b }}": "hier verwacht ik }}, maar er staat b",
    "{% if a = 1 %}x{% endif %}": "om te vergelijken schrijft u == en niet =",
    "{{ a | }}": "hier verwacht ik een naam, maar er staat }}",
    "{{ 'abc }}": "een tekst tussen aanhalingstekens is niet gesloten",
    "{{ a – 1 }}": "een gedachtestreepje kan niet in een tag; typ een minteken (-)",
    "{{ a ≥ 1 }}": "typ >=",
    "{{ a & b }}": "typ and",
    "{{ a € b }}": "het teken € kan niet in een tag",
    "{{ a \u2028 b }}": "maar er staat b",
    "{{ a \x85 b }}": "maar er staat b",
}  # fmt: skip
ENGLISH = re.compile(
    r"\b(?:unexpected|expected|token|got|block|statement|template|tag name|the|innermost|Jinja|found|char at|cannot|argument)\b"
)


@pytest.mark.parametrize(("tag", "said"), SYNTAX.items())
def test_a_tag_that_cannot_be_read_is_told_in_dutch(tag, said):
    message = refused(tag, None)
    assert said in message
    assert not ENGLISH.search(message.replace(tag, "").partition("’: ")[2])


def messages_of_jinja():
    """Every sentence with which Jinja refuses a template, from its own source."""
    values = {"{type_name}": "filter", "{pos}": "5", "{data}": ")", "{expected_op}": "]"}
    for module in (jinja2.parser, jinja2.lexer, jinja2.compiler):
        text = Path(module.__file__).read_text(encoding="utf-8")
        for found in re.finditer(
            r"(?:\.fail|TemplateSyntaxError|Failure)\(\s*((?:f?(?:\"[^\"]+\"|'[^']+')\s*)+)", text
        ):
            sentence = "".join(
                one or two for one, two in re.findall(r"\"([^\"]*)\"|'([^']*)'(?![^\"]*\"\s*$)", found[1])
            )
            for name, value in values.items():
                sentence = sentence.replace(name, value)
            yield re.sub(r"\{[^}]*!r\}", "'x'", sentence)


def test_every_message_of_jinja_has_a_dutch_one():
    found = [message for message in messages_of_jinja() if message.strip()]
    assert len(found) > 20
    general = messages.message_of("iets wat niemand kent")
    assert [message for message in found if messages.message_of(message) == general] == []
    assert not ENGLISH.search(general)


HIDDEN = [
    "{{ na\u00adam }}",
    "{{ \u200bnaam\ufeff }}",
    "{{\u00a0naam\u00a0}}",
    "{{ \u202enaam\u202c }}",
    "{%\u00a0if\u00a0naam %}N{% endif %}",
    "{{ naam\u200d | upper }}",
]


@pytest.mark.parametrize("tag", HIDDEN)
def test_a_character_that_nobody_sees_does_no_harm_in_a_tag(tag):
    assert filled(tag, naam="N") == "N"


def test_a_function_that_a_template_may_not_call_is_told_in_dutch():
    def secret():
        return "x"

    secret.unsafe_callable = True
    assert "‘deze functie’ is in een sjabloon niet toegestaan" in stopped("{{ f() }}", f=secret)


def test_a_character_that_nobody_sees_stays_in_a_text():
    assert filled("{{ 'a\u00adb\u00a0c' }}{{ “d\u00ade” }}") == "a\u00adb\u00a0cd\u00ade"


# ----------------------------------------------------------------------------------------------------------- links


def with_link(address: str) -> bytes:
    """A document with a link to an address, as Word makes it."""
    made = with_relation(document("Zie [link]"), "hyperlink", address, True, key="rIdLink")
    link = '<w:hyperlink r:id="rIdLink" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>de website</w:t></w:r></w:hyperlink>'
    return changed(made, "word/document.xml", lambda xml: xml.replace("</w:p>", f"{link}</w:p>", 1))


@pytest.mark.parametrize(
    "address",
    ["https://x.nl/%7B%7B%20pad%20%7D%7D", "%7B%7Burl%7D%7D", "https://x.nl/{{ pad }}", "https://x.nl/%257B%257Bpad%257D%257D", "https://x.nl/?a=%7b%25 if x %25%7d",],
)  # fmt: skip
def test_a_tag_in_the_address_of_a_link_is_refused_with_the_text_of_the_link(address):
    with pytest.raises(
        TemplateError, match=r"de koppeling ‘de website’ heeft een tag in haar adres .*zet de tag in de tekst"
    ):
        compile_template(with_link(address))


@pytest.mark.parametrize("address", ["https://x.nl/%7Bid%7D", "https://x.nl/a%20b?x=%7B%7D%7B", "mailto:a@x.nl"])
def test_a_brace_in_the_address_of_a_link_is_no_tag(address):
    assert compile_template(with_link(address)).parts


def test_an_encoded_tag_in_a_field_with_a_link_is_refused():
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://x.nl/%7B%7Bpad%7D%7D"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    made = changed(document("Zie"), "word/document.xml", lambda xml: xml.replace("</w:p>", f"{field}</w:p>", 1))
    with pytest.raises(TemplateError, match=r"heeft een tag in haar adres \(HYPERLINK .*\{\{pad\}\}"):
        compile_template(made)


def test_nothing_is_refused_that_is_no_fault_of_a_template():
    with pytest.raises(DocgenError, match="bestaat niet"):
        compile_template("nergens.docx")
    assert parts_of(zipped(parts_of(document("x")))).keys() == parts_of(document("x")).keys()
