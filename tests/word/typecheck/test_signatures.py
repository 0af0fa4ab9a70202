"""Filters and tests that there are, with what they take."""

from __future__ import annotations

import pytest

from tests.word.single_tag import refused

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
