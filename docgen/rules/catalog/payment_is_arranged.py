"""
Er staat niet wanneer een partij betaalt, of een betaling staat niet in de begroting.

Een bijdrage zonder moment van betalen geeft elk jaar hetzelfde gesprek. docgen leest in kosten en dekking welke partij in de jaren van
de overeenkomst aan welke andere betaalt, en van welke bron. Bij elk daarvan hoort een betaling te staan, of een zin bij `betaling`.
Een betaling die in de begroting niet voorkomt, is een vergissing in een van beide. Bron: overeenkomsten van gemeenten; Algemene wet
bestuursrecht (een subsidie heeft een eigen besluit). Een model, geen juridisch advies.

Herstel: zet onder `overeenkomst` bij `betalingen` per bron een `moment`; of schrijf bij `betaling` in een zin hoe partijen betalen. Klopt
een betaling niet, verbeter dan `van`, `aan` of de bron zelf (`partij`, `via`, `voor`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.diagnostics.finding import Finding
from docgen.domain.agreement.clauses import agreement
from docgen.domain.agreement.transfers import Payment, flows, payments, usual_payer
from docgen.domain.names import party_names
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import all_or_some, some_of

CODE = "OVK-15"
LEVEL = "waarschuwing"
ANCHOR = "Draagvlak"


MOST_NAMED = 5
Names = Mapping[str, str]
PATH = ("overeenkomst", "betalingen")


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    own, names, rows = agreement(dossier), party_names(dossier), payments(dossier)
    for i, payment in enumerate(rows):
        if not payment.is_in_books:
            hint = "verbeter van: of aan:, of bij de bron partij:, via: of voor:"
            about = payment.row["bron"] or ""
            yield Finding((*PATH, i), _mismatch(payment, names), about=about, hint=hint)
    if own and not own.get("betaling"):
        yield from _untold(dossier, rows, names)


def _mismatch(payment: Payment, names: Names) -> str:
    source = payment.source["bron"] or payment.row["bron"] or "deze bron"
    payer = names.get(payment.payer or "") or payment.payer
    if not payer:
        return f"{source}: volgens kosten en dekking betaalt geen partij dit aan een andere"
    if not payment.receivers:
        return f"{source}: volgens kosten en dekking betaalt {payer} hiervan niets aan een andere partij"
    receivers = some_of([names.get(party) or party for party in payment.receivers], MOST_NAMED)
    return f"{source}: volgens kosten en dekking betaalt {payer} dit niet aan {receivers}"


def _untold(dossier: CompleteDossier, rows: Sequence[Payment], names: Names) -> Iterator[Finding]:
    """One finding for each party that pays."""
    told = {(payment.row["bron"], payment.payer, receiver) for payment in rows for receiver in payment.receivers}
    open_steps: dict[str, dict[str, list[str]]] = {}
    for source, payer, receiver in flows(dossier):
        if (source, payer, receiver) not in told:
            open_steps.setdefault(payer, {}).setdefault(source, []).append(receiver)
    called = {row["id"]: row["bron"] or row["id"] for row in dossier["financiering"]}
    for payer, by_source in open_steps.items():
        paid = [
            f"‘{called[source]}’ aan {all_or_some([names.get(party) or party for party in receivers], MOST_NAMED)}"
            for source, receivers in by_source.items()
        ]
        source = next(iter(by_source))
        is_own = payer == usual_payer(dossier, source)
        row = f"{{bron: {source}, {'' if is_own else f'van: {payer}, '}moment: vóór 1 april}}"
        where = f"bij betalingen een rij toe: - {row}" if rows else f"toe onder overeenkomst: betalingen: [{row}]"
        hint = f"voeg {where}, of een zin bij betaling:"
        message = f"er staat niet wanneer {names.get(payer) or payer} betaalt: {all_or_some(paid, MOST_NAMED)}"
        yield Finding(PATH, message, about=payer, hint=hint)
