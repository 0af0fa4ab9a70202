"""
Aan een post is meer uitgegeven dan tot nu toe is begroot.

Wie in het voorjaar al een groot deel van het budget uitgeeft, komt in het najaar tekort, en dan is bijsturen te laat. Een
verschil van 10% (`dossier.instellingen.max_verschil_levering`) en € 500 mag. Is het hele jaarbudget op, of is er dat jaar
geen budget, dan is het een waarschuwing. Docgen kijkt naar het jaar van de peildatum en het jaar ervoor. Bron: Gemeentewet
artikel 189 (uitgaven alleen tot het bedrag dat in de begroting staat); Loket Gezond Leven, Borg uw project (geld).

Herstel: stuur bij, of vraag op tijd om een hoger budget. Komen de kosten vooral in één seizoen, geef de post dan een
`spreiding`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.delivery.judgement import agreed_in, goes_over, is_judged, year_limit
from docgen.domain.delivery.periods import in_sentence
from docgen.domain.delivery.reported import ITEM, Report, delivered, last_reports, name_of
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import euro, percentage, rounded

CODE = "REA-02"
LEVEL = "advies"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    last = {(report.thing, report.period.year): report for report in last_reports(dossier, ITEM)}
    for (_, year), report in last.items():
        if is_judged(dossier, year):
            yield from _judge(dossier, report)


def _judge(dossier: CompleteDossier, report: Report) -> Iterator[Finding]:
    so_far, year = report.period.until_here(), report.period.year
    spent, budget = delivered(dossier, report.thing, so_far), year_limit(dossier, report.thing, year)
    agreed, called = agreed_in(dossier, report.thing, so_far), name_of(dossier, report.thing)
    if not spent or budget is None:
        return
    kind, over, told = "jaar", spent.value - budget, f"{called}: {euro(rounded(spent.value, 2))} uitgegeven"
    if over > 0 and not budget:
        message = f"{told} in {in_sentence(so_far)}, maar er is in {year} geen budget"
    elif over > 0:
        message = f"{told} tot en met {in_sentence(report.period)}, meer dan het hele jaarbudget van {euro(rounded(budget, 2))}"
    elif agreed is not None and goes_over(dossier, ITEM, agreed, spent.value):
        kind, over, share = "", spent.value - agreed, percentage(rounded(100 * spent.value / budget, 1))
        planned = f"{euro(rounded(agreed, 2))} begroot tot en met {in_sentence(report.period)}"
        message = f"{told}, {planned}; dat is {share} van het jaarbudget"
    else:
        return
    place, about = ("realisatie", report.place, "bedrag"), report.thing[1]
    hint = "stuur bij, of vraag op tijd om een hoger budget"
    yield Finding(place, message, kind, about=about, year=year, amount=rounded(over, 2), hint=hint)
