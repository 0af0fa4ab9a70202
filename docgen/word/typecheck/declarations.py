"""What stands in the tables that docgen derives from a dossier, field by field: what a template may ask of them.

`tests/word/typecheck/test_vocabulary.py` holds it to the tables themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docgen.context import schedule, scorecard
from docgen.context.agreement import provisions
from docgen.context.municipal import council_decision
from docgen.context.proposal import annexes
from docgen.context.timeline import moment, once
from docgen.diagnostics import levels
from docgen.domain import goals, queries
from docgen.domain.agreement.annexes import ANNEX_TITLES
from docgen.domain.council_decision import SAME
from docgen.domain.scorecard import points
from docgen.library.checklists import NOT_YET, SIGNS
from docgen.word.typecheck.datatypes import ANY, Day, Flag, Number, Record, Rows, Table, Text, Type, choice, present

TEXT, NUMBER, FLAG, DAY = Text(True), Number(True), Flag(True), Day(True)
AMOUNT = Number(True, "euro")
TEXTS, YEARS = Rows(TEXT), Rows(NUMBER)
PER_YEAR, NAMES = Table(NUMBER, AMOUNT), Table(TEXT, TEXT)
STATES = choice(*scorecard.SIGNS)
Of = Callable[[str], Record]


def record(**fields: Type) -> Record:
    """A row or part with these fields."""
    return Record(fields)


def rows(**fields: Type) -> Rows:
    """A list of rows with these fields."""
    return Rows(Record(fields))


def derived(of: Of) -> dict[str, Type]:
    """The tables of `builder.DERIVED` by name; `of` gives the type of a part of the dossier, or of its rows."""
    return {
        **_of_people(of),
        **_of_money(of),
        **_of_time(of),
        **_of_plans(of),
        **_of_agreement(of),
        "voorstel": _proposal(of),
        **DELIVERY,
        "stand": _standing(of),
        "nog_niet_gezegd": TEXTS,
        "beeldreeksen": _pictures(of),
    }


def _pictures(of: Of) -> Record:
    beelden = of("monitoring").fields.get("beeld", ANY)
    one = rows(bij=TEXT, rijen=rows(beelden=beelden, naast=NUMBER, bijschrift=TEXT))
    return record(bewijs=one, verhalen=one, onderdelen=one, doelen=one)


def _role(of: Of) -> Record:
    return of("rollen").extended(partijnaam=TEXT, wanneer=TEXT, kosten=AMOUNT)


def _totals(of: Of) -> Record:
    return record(
        rollen=Rows(_role(of)), uren=NUMBER, vrijwillige_uren=NUMBER, fte=NUMBER, fte_tekst=TEXT, kosten=AMOUNT
    )


def _task(of: Of) -> Record:
    return of("taken").extended(
        eigenaar_naam=TEXT,
        vervanger_naam=TEXT,
        uren_totaal=NUMBER,
        kosten=AMOUNT,
        inzet=rows(rol=TEXT, naam=TEXT, uren=NUMBER),
        partijen=TEXTS,
    )


def _effort(of: Of) -> Record:
    own = _totals(of).extended(id=TEXT, naam=TEXT, taken=Rows(_task(of)))
    return _totals(of).extended(partijen=Rows(own), zonder_uren=TEXT)


def _of_people(of: Of) -> dict[str, Type]:
    tasks = Rows(_task(of))
    return {
        "gezien_vanuit": of("partijen"),
        "partijnaam": NAMES,
        "partij_kort": NAMES,
        "rolnaam": NAMES,
        "rol_in_zin": NAMES,
        "functienaam": NAMES,
        "orgaan_in_zin": NAMES,
        "bron_in_zin": NAMES,
        "trekker": of("rollen"),
        "inzet": _effort(of).extended(jaar=NUMBER, uren_tekst=TEXT),
        "jaarinzet": _effort(of),
        "takenlijst": tasks,
        "jaartaken": tasks,
        "urenmatrix": rows(
            rollen=TEXTS, regels=rows(naam=TEXT, cellen=TEXTS), nodig=Rows(NUMBER), beschikbaar=Rows(NUMBER)
        ),
        "overdrachtsrol": _role(of).extended(
            vervanger_naam=TEXT,
            eigen_taken=tasks,
            vervangt_bij=tasks,
            werkt_mee_aan=tasks,
            uren_per_taak=Table(TEXT, NUMBER),
        ),
    }


def _cost(of: Of) -> Record:
    return of("begroting.posten").extended(bedragen=PER_YEAR, totaal=AMOUNT, partijnaam=TEXT)


def _cover(of: Of) -> Record:
    more = {"partijnaam": TEXT, "voor_namen": TEXTS, "vervolg_naam": TEXT, "in_looptijd": FLAG}
    return of("financiering").extended(bedragen=PER_YEAR, totaal=AMOUNT, **more)


def _money_table(row: Record) -> Record:
    years = {"per_jaar": PER_YEAR, "structureel": PER_YEAR, "incidenteel": PER_YEAR}
    return record(regels=Rows(row), totaal=AMOUNT, ervoor_tekst=TEXT, **years)


def _of_money(of: Of) -> dict[str, Type]:
    return {
        "jaren": YEARS,
        "jaarblokken": Rows(YEARS),
        "telt_mee": YEARS,
        "looptijd": YEARS,
        "looptijdblokken": Rows(YEARS),
        "centen": FLAG,
        "kosten": _money_table(_cost(of)),
        "dekking": _money_table(_cover(of)).extended(gevraagd=PER_YEAR),
        "ideeen": Rows(of("financiering").extended(bedragen=PER_YEAR, totaal=AMOUNT)),
        "saldo": PER_YEAR,
        "tekorten": rows(jaar=NUMBER, bedrag=AMOUNT),
        "wie_betaalt": rows(partij=TEXT, naam=TEXT, bedragen=PER_YEAR, totaal=AMOUNT),
        "geldstromen": _flows(of),
        "gemeentebegrotingen": rows(**BUDGET, aansluiting=BUDGET_ROWS),
        "raadsbegroting": record(**BUDGET, hoofdzinnen=TEXTS, aanvullingen=TEXTS, wijziging=CHANGE),
        "bijdragen": record(
            regels=rows(van=TEXT, aan=TEXT, bedragen=PER_YEAR), naar_rato=FLAG, doorgeven=TEXTS, zonder_post=TEXTS
        ),
        "jaarbegrotingen": rows(partij=TEXT, naam=TEXT, zinnen=TEXTS, noten=TEXTS, **COLUMNS),
        "eigen_deel": record(
            totaal=AMOUNT,
            eigen=AMOUNT,
            anderen=AMOUNT,
            gedeeld=rows(
                naam=TEXT, bedrag=AMOUNT, betalers=rows(partij=TEXT, naam=TEXT, bedrag=AMOUNT), naar_rato=FLAG
            ),
            gedeeld_totaal=AMOUNT,
            gedeeld_eigen=AMOUNT,
            boek=record(**COLUMNS),
            noten=TEXTS,
        ),
    }


BUDGET_KINDS = choice("som", "waarvan", "gewoon")
COLUMNS: dict[str, Type] = {"koppen": TEXTS, "regels": rows(naam=TEXT, soort=BUDGET_KINDS, cellen=TEXTS)}
BUDGET_ROWS = rows(naam=TEXT, soort=BUDGET_KINDS, bedragen=PER_YEAR, cellen=Table(NUMBER, TEXT))
BUDGET: dict[str, Type] = {
    "partij": TEXT,
    "naam": TEXT,
    "jaren": YEARS,
    "blokken": Rows(YEARS),
    "koppen": Table(NUMBER, TEXT),
    "regels": BUDGET_ROWS,
    "zinnen": TEXTS,
    "noten": TEXTS,
}
CHANGE = record(jaren=YEARS, regels=BUDGET_ROWS)


def _flows(of: Of) -> Record:
    return record(
        zeker=PER_YEAR,
        onzeker=PER_YEAR,
        onzeker_jaren=YEARS,
        onzeker_tekst=TEXT,
        tekort_tekst=TEXT,
        tekort_jaren=TEXT,
        dekking_tekst=TEXT,
        tijdelijk_tekst=TEXT,
        vervolg=NAMES,
        stromen=rows(bron=TEXT, partijnaam=TEXT, posten=Rows(_cost(of)), makers=TEXTS),
        zonder_doel=TEXTS,
        zonder_bron=TEXTS,
        routes=rows(route=present(of("financiering").fields.get("route", ANY)), bedragen=PER_YEAR),
        grafiek=record(
            tekst=TEXT, samen=TEXTS, categorieen=TEXTS, reeksen=rows(naam=TEXT, waarden=Rows(NUMBER))
        ),
    )  # fmt: skip


def _of_agreement(of: Of) -> dict[str, Type]:
    paid = rows(
        bron=TEXT, deel=FLAG, van=TEXT, aan=TEXT, moment=TEXT, na_factuur=FLAG, verantwoording=TEXT, verantwoording_is_zin=FLAG,
        voorwaarden=TEXT,
    )  # fmt: skip
    data = record(
        regeling=TEXT,
        verdeling=of("overeenkomst.privacy").fields.get("verdeling", ANY),
        verwerker=TEXT,
        opdrachtgever=TEXT,
        deelt=FLAG,
        deelt_is_zin=FLAG,
        vastgesteld=FLAG,
        nagegaan_door=TEXT,
    )
    return {
        "overeenkomstbijlagen": Record(dict.fromkeys((*ANNEX_TITLES, "aantal"), NUMBER)),
        "bepalingen": record(
            modellen=TEXTS,
            nagekeken_door=TEXT,
            betalingen=paid,
            betaling_in_tabel=FLAG,
            voorwaarden_bij_betaling=FLAG,
            gemeenten=NUMBER,
            indexering_is_zin=FLAG,
            **dict.fromkeys(
                ("besluit_is_zin", "wijziging_is_zin", "wijziging_met_lidwoord", "geschillen_zijn_zinnen", "reviews"),
                FLAG,
            ),
            **dict.fromkeys(
                ("waar", "verlengen", "opzeggen_tegen", "opzegtermijn", "opzeggen_hoe", "review_door", "evaluatie"),
                TEXT,
            ),
            contactfuncties=rows(partij=TEXT, functie=TEXT, waarvoor=TEXT, bereikbaar=TEXT),
            geheim_na_einde=TEXT,
            hersteltermijn=TEXT,
            overmacht=TEXT,
            gevolg=choice(provisions.ENDS, provisions.DISSOLVES),
            gegevens=data,
        ),
    }


AGREED = record(datum=DAY, wat=TEXT, wie=TEXT, soort=choice(*once.WEIGHT), open=FLAG)
MOMENT = AGREED.extended(genomen=FLAG)
ON_A_DAY = MOMENT.extended(soort=TEXT)
COMING = ON_A_DAY.extended(te_laat=FLAG)
THING = record(
    soort=choice(*moment.KINDS), teken=choice(*(kind.mark for kind in moment.KINDS.values())), woord=TEXT, wat=TEXT, wie=TEXT,
    let_op=choice("", moment.LATE, moment.UNREPORTED),
)  # fmt: skip
DAYS = rows(datum=DAY, jaar=NUMBER, dag=TEXT, dingen=Rows(THING))


def _taken(of: Of) -> Rows:
    """Decisions that were taken: each has its day."""
    return Rows(of("besluitvorming").extended(datum=DAY))


def _action(of: Of) -> Record:
    return of("acties").extended(wie=TEXT, te_laat=FLAG)


def _of_time(of: Of) -> dict[str, Type]:
    first = THING.extended(datum=DAY)
    view = record(
        dag=DAY, eerder=DAYS, komend=DAYS, besluit=first, uiterste_dag=first, moment=first, keuzes=DAYS, keuzes_later=NUMBER, nagaan=DAYS, nagaan_meer=NUMBER, wissels=DAYS,
        genomen=(taken := _taken(of)), genomen_kort=taken, genomen_meer=NUMBER,
    )  # fmt: skip
    return {
        "planning": Rows(MOMENT),
        "tijdlijn": record(blokken=rows(jaren=YEARS, regels=DAYS)),
        "kalender": record(overdracht=view, peildatum=view),
        "actielijst": Rows(_action(of)),
        "kwartalen": rows(naam=choice(*schedule.QUARTERS), regels=Rows(ON_A_DAY)),
        "afspraken": Rows(AGREED),
        "evaluaties": Rows(of("monitoring.evaluaties")),
    }


def _decided(of: Of) -> Record:
    point = of("raadsvoorstel.beslispunten")
    return point.extended(amendement=TEXT, wijziging=choice(SAME, *council_decision.CHANGE))


def _of_plans(of: Of) -> dict[str, Type]:
    decisions = Rows(of("besluitvorming"))
    goal = of("doelen").extended(doel_dit_jaar=NUMBER, taken=Rows(_task(of)), uren=NUMBER, kosten=AMOUNT)
    return {
        "niveaus": rows(
            niveau=choice(*queries.DECISION_LEVELS), titel=choice(*queries.DECISION_LEVELS.values()), besluiten=decisions
        ),
        "eerder_besloten": decisions,
        "genomen_besluiten": _taken(of),
        "beslispunten": _points(of),
        "besluitpunten": Rows(_decided(of)),
        "raadsuitslag": record(
            uitkomst=of("raadsvoorstel.uitslag").fields.get("uitkomst", ANY),
            kop=TEXT,
            datum=DAY,
            nummer=TEXT,
            zin=TEXT,
            wijzigingen=Rows(_decided(of).extended(wat=choice(*council_decision.CHANGE.values()), voorstel=TEXT)),
            aangenomen_amendementen=TEXTS,
            amendementen=Rows(of("raadsvoorstel.uitslag.amendementen").extended(kop=TEXT)),
            moties=(motions := Rows(of("raadsvoorstel.uitslag.moties").extended(kop=TEXT))),
            opdrachten=motions,
        ),
        "jaarcijfers": record(
            jaar=NUMBER,
            kosten=Rows(_cost(of).extended(bedrag=AMOUNT)),
            dekking=Rows(_cover(of).extended(bedrag=AMOUNT)),
            totale_kosten=AMOUNT,
            totale_dekking=AMOUNT,
            onzeker=AMOUNT,
            saldo=AMOUNT,
            zonder_bron=TEXT,
            tijdelijk=AMOUNT,
            structurele_kosten=AMOUNT,
            structurele_dekking=AMOUNT,
        ),
        "jaardoelen": Rows(goal),
        "inwerken": record(eerste_week=TEXTS, eerste_maand=TEXTS, eerste_kwartaal=TEXTS, voorstel=FLAG),
    }  # fmt: skip


PROPOSAL_TEXT = ("commissie", "bevoegdheid", "aanleiding", "risico_aantal")
PROPOSAL_TEXTS = (
    "redenen",
    "meer_redenen",
    "beleid",
    "noten",
    "noten_bijlage",
    "geldzinnen",
    "dekking",
    "tijdelijk",
    "vervolg",
)


def _points(of: Of) -> Rows:
    notes = {name: Rows(of(f"raadsvoorstel.{name}")) for name in ("argumenten", "kanttekeningen")}
    return Rows(of("raadsvoorstel.beslispunten").extended(**notes))


def _proposal(of: Of) -> Record:
    goal = _judged_goal(of).extended(nu=TEXT, bij_de_start=TEXT, streven=TEXT)
    return record(
        kort=FLAG,
        delen=rows(voorstel=FLAG, nr=NUMBER, titel=TEXT, **dict.fromkeys(annexes.TITLES, FLAG)),
        waar=record(**dict.fromkeys(annexes.TITLES, TEXT)),
        bijlagen=(listed := rows(nr=NUMBER, titel=TEXT)),
        apart=listed,
        **dict.fromkeys(PROPOSAL_TEXT, TEXT),
        **dict.fromkeys(PROPOSAL_TEXTS, TEXTS),
        raadsbesluiten=_taken(of),
        doelen=Rows(goal),
        meer_doelen=Rows(goal),
        alle_doelen=Rows(goal),
        meting=FLAG,
        punten=_points(of),
        successen=Rows(of("successen")),
        mijlpalen=Rows(of("mijlpalen")),
    )


HOURS = record(naam=TEXT, afgesproken=TEXT, geleverd=TEXT, verschil=TEXT, stand=TEXT)
ITEM: dict[str, Type] = dict.fromkeys(("deel", "uitgegeven", "verschil", "besteed"), TEXT)
ITEMS = rows(naam=TEXT, stand=TEXT, **ITEM)
ITEMS_TOTAL = record(**ITEM, niet_gemeld=TEXT, zonder_deel=TEXTS)
SOURCES = rows(naam=TEXT, toegezegd=TEXT, ontvangen=TEXT)
DELIVERY: dict[str, Type] = {
    "berichtperiode": TEXT,
    "levering": record(
        tijdvak=TEXT,
        zin=TEXT,
        tot_en_met=TEXT,
        partijen=rows(naam=TEXT, rollen=Rows(HOURS), totaal=HOURS),
        totaal=HOURS,
        van_gemeld=TEXT,
        tussenstand=FLAG,
        vrijwilligers=Rows(HOURS),
        posten=ITEMS,
        posten_totaal=ITEMS_TOTAL,
        bronnen=SOURCES,
        noten=TEXTS,
        toelichtingen=rows(naam=TEXT, tekst=TEXT),
    ),
    "geleverd": record(
        tijdvak=TEXT,
        zin=TEXT,
        rol=Rows(HOURS),
        posten=ITEMS,
        bronnen=SOURCES,
        bestuur=rows(kop=TEXT, tekst=TEXT),
    ),
}


def _judged_goal(of: Of) -> Record:
    state, sign = choice(*goals.SIGNS), choice(*goals.SIGNS.values())
    measured = of("doelen.metingen")
    return of("doelen").extended(meting=measured, norm=NUMBER, norm_jaar=NUMBER, stand=state, teken=sign)


def _standing(of: Of) -> Record:
    state, goal = choice(*goals.SIGNS), _judged_goal(of)
    decision = record(wat=TEXT, wie=TEXT, uiterlijk=DAY, gevraagd=FLAG, te_laat=FLAG)
    late = Record({**COMING.fields, **decision.fields})
    return record(
        doelen=Rows(goal),
        telling=rows(
            stand=state, in_zin=choice(*(goals.IN_SENTENCE.get(one, one) for one in goals.SIGNS)), aantal=NUMBER
        ),
        achter=FLAG,
        successen=Rows(of("successen")),
        te_besluiten=Rows(decision),
        geld=rows(jaar=NUMBER, kosten=AMOUNT, dekking=AMOUNT, onzeker=AMOUNT, saldo=AMOUNT),
        te_laat=Rows(late),
        aanstaand=Rows(COMING),
    )


# ---------------------------------------------------------------------------------- what `variables.report_variables` adds


def about_document(variants: Iterable[str]) -> Record:
    """`document`: which document this is; `variants` are those that its type knows."""
    kept = tuple(variants)
    return record(type=TEXT, titel=TEXT, variant=choice(*kept) if kept else TEXT, rol=TEXT, openbaar=FLAG)


def comparison() -> Record:
    """`vergelijking`: what moved since an earlier version."""
    point = {"nr": TEXT, "tekst": TEXT, "wijk": TEXT, "toen": TEXT, "nu": TEXT}
    course = choice(scorecard.BETTER, scorecard.WORSE, scorecard.OTHER)
    return record(
        versie=TEXT,
        peildatum=DAY,
        punten=rows(**point, verloop=course),
        regels=rows(wat=TEXT, toen=TEXT, nu=TEXT),
        samen=TEXT,
    )


def verdict() -> Record:
    """`oordeel`: the borgingscheck."""
    words = choice(*(f"{sign} {state}" for state, sign in scorecard.SIGNS.items()))
    cell = rows(wijk=TEXT, stand=STATES, teken=choice(*scorecard.SIGNS.values()), woord=words)
    point = rows(nr=choice(*(one.nr for one in points.POINTS)), tekst=TEXT, standen=cell, bewijs=TEXTS)
    return record(
        wijken=TEXTS,
        ankers=rows(
            naam=choice(*(one.anchor for one in points.POINTS)), punten=point, telling=rows(stand=STATES, aantal=NUMBER)
        ),
        telling=rows(wijk=TEXT, **dict.fromkeys(scorecard.SIGNS, NUMBER)),
        open=rows(niveau=choice(*levels.LEVELS), code=TEXT, melding=TEXT, tip=TEXT),
        geaccepteerd=rows(code=TEXT, melding=TEXT, reden=TEXT, besloten_door=TEXT, geldig_tot=DAY),
        aan_tafel=rows(groep=TEXT, voorwaarde=TEXT),
    )  # fmt: skip


def filled_worksheet() -> Record:
    """`werkblad`: questions, answers and actions of the borgingsplan."""
    row = rows(vraag=TEXT, deelvraag=FLAG, antwoord=TEXT, bekend=TEXT, acties=TEXTS)
    counts = dict.fromkeys(("vragen", "beantwoord", "uit_dossier", "acties"), NUMBER)
    block = rows(naam=TEXT, nummer=TEXT, niveau=TEXT, regels=row, klaar=TEXTS, geen_acties=FLAG, eerste=FLAG, **counts)
    return record(niveaus=rows(naam=TEXT, kort=TEXT, doel=TEXT, blokken=block), leeg=NUMBER, **counts)


def checklist(answers: Iterable[str]) -> Record:
    """`checklist`: the points of a list with what was answered."""
    given = tuple(answers)
    answer = choice(*given, NOT_YET)
    point = rows(nr=TEXT, tekst=TEXT, groep=TEXT, antwoord=answer, teken=choice("", *SIGNS.values()), toelichting=TEXT)
    return record(
        titel=TEXT,
        bron=TEXT,
        omschrijving=TEXT,
        groepen=rows(naam=TEXT, punten=point),
        aantal=NUMBER,
        leeg=NUMBER,
        telling=rows(antwoord=choice(*given), aantal=NUMBER),
    )  # fmt: skip
