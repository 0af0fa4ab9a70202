"""A comparison that can never hold is refused."""

from __future__ import annotations

import pytest

from docgen.library.library import open_library
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word.single_tag import refused

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


def test_a_comparison_with_a_choice_takes_the_apostrophes_for_the_same(tmp_path):
    (tmp_path / "schemas").mkdir()
    schema = 'titel: Brief\nsectie: brief\nschema:\n  brief: {type: dict, schema: {soort: {type: string, allowed: ["programma\'s", los]}}}\n'
    (tmp_path / "schemas" / "brief.yaml").write_text(schema, encoding="utf-8")
    own = open_library(tmp_path)
    assert refused("{% if brief.soort == “programma’s” %}x{% endif %}", vocabulary_of(own.types["brief"], own)) == ""
