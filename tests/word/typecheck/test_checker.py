"""A name that nothing knows is told when the template is compiled, in whatever branch it stands."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.conftest import SAMPLE
from tests.word.single_tag import refused
from tests.word_files import document

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
    "{{ document.naam }}": "‘document.naam’ bestaat niet; bekend is: type, titel, variant, rol of openbaar",
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


@pytest.mark.slow
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
    "{{ dossier.horizon.begin.strftime('%d') }}", "{% if 'eigen' is filter %}{{ dossier.titel | eigen }}{% endif %}", "{{ planning[0].genomen }}{{ kalender.peildatum.keuzes[0].dingen[0].let_op }}", "{% filter upper %}x{% endfilter %}",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("tag", KNOWN)
def test_what_exists_or_cannot_be_known_is_not_refused(tag, names):
    assert refused(tag, names) == ""


@pytest.mark.slow
@pytest.mark.parametrize("tag", [tag for tag in UNKNOWN if "loop.indx" not in tag])
def test_without_a_schema_any_name_can_come(tag):
    assert refused(tag, None) == ""


@pytest.mark.slow
def test_a_field_of_a_loop_is_known_without_a_schema_too():
    assert "‘loop.indx’ bestaat niet; bedoel je ‘index’?" in refused(
        "{% for p in x %}{{ loop.indx }}{% endfor %}", None
    )


@pytest.mark.slow
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
