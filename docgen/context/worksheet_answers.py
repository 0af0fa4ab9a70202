"""What in a dossier answers a help question of the worksheet: a short Dutch text, or "" when it says nothing.

The questions stand in the schema of the borgingsplan, under the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docgen.context import evidence, money, people
from docgen.domain.names import party_names, role_names
from docgen.domain.queries import IDEA, UNCERTAIN, funding_sources, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, hours, long_date, without_full_stop


def _about(dossier: CompleteDossier, name: str) -> str:
    return without_full_stop(section(dossier, "interventie").get(name) or "")


NOT_NEEDED = "niet van toepassing"


def _as_sentence(*pieces: str) -> str:
    return "; ".join(filter(None, pieces))


def _role(dossier: CompleteDossier, role: str | None) -> str:
    return role_names(dossier).get(role or "", "")


def _complete(dossier: CompleteDossier) -> str:
    handbook = evidence.handbook(dossier)
    core = _about(dossier, "kern")
    on_paper = f"de werkwijze staat in {handbook}" if handbook else "er staat nog geen handboek in het dossier"
    return _as_sentence(core, on_paper) if core or handbook else ""


def _what(dossier: CompleteDossier) -> str:
    rows = section(dossier, "interventie").get("wat_borgen") or []
    return _as_sentence(*(f"{row['soort']}: {without_full_stop(row['tekst'])}" for row in rows if row["tekst"]))


def _where(dossier: CompleteDossier) -> str:
    count = len(dossier["partijen"])
    return _as_sentence(_about(dossier, "waar_borgen"), f"{count} organisaties doen mee" if count > 1 else "")


def _leader(dossier: CompleteDossier) -> str:
    leader = people.leader(dossier)
    if not leader:
        return ""
    time = f"{hours(leader['uren'])} per jaar" if leader["uren"] else ""
    return _as_sentence(f"trekker: {evidence.leader(dossier)}", time)


def _owners(dossier: CompleteDossier) -> str:
    about = section(dossier, "interventie")
    content = _role(dossier, about.get("inhoudelijk_eigenaar"))
    work = _role(dossier, about.get("uitvoerend_eigenaar"))
    return _as_sentence(f"inhoud: {content}" if content else "", f"uitvoering: {work}" if work else "")


def _material(dossier: CompleteDossier) -> str:
    handbook: TableRow = section(dossier, "interventie").get("handboek") or {}
    keeper = _role(dossier, handbook.get("onderhoud"))
    upkeep = [
        post["naam"] for post in section(dossier, "begroting").get("posten") or [] if post["soort"] == "onderhoud"
    ]
    return _as_sentence(
        f"handboek: {keeper}" if keeper else "", f"in de begroting: {enumeration(upkeep)}" if upkeep else ""
    )


def _training(dossier: CompleteDossier) -> str:
    rows = [row for row in dossier["communicatie"] if row["nieuwe_medewerkers"]]
    return _as_sentence(*(_by_whom(dossier, row, "middel") for row in rows))


def _quality(dossier: CompleteDossier) -> str:
    return without_full_stop(section(dossier, "monitoring").get("bijsturen") or "")


def _publicity(dossier: CompleteDossier) -> str:
    rows = [row for row in dossier["communicatie"] if not row["nieuwe_medewerkers"]]
    return _as_sentence(*(_by_whom(dossier, row, "doelgroep") for row in rows))


def _by_whom(dossier: CompleteDossier, row: TableRow, what: str) -> str:
    said, role = without_full_stop(row[what] or row["doelgroep"] or ""), _role(dossier, row["rol"])
    return f"{said} ({role})" if role else said


def _support(*levels: str) -> Callable[[CompleteDossier], str]:
    def sentence(dossier: CompleteDossier) -> str:
        rows = [row for row in dossier["draagvlak"] if row["niveau"] in levels and row["groep"]]
        if "bestuur" in levels and section(dossier, "dossier").get("openbaar"):  # what who thinks is not for everybody
            return f"in beeld: {enumeration(row['groep'] for row in rows)}" if rows else ""
        return _as_sentence(*(f"{row['groep']}: {row['houding'] or 'houding onbekend'}" for row in rows))

    return sentence


def _plans(*kinds: str) -> Callable[[CompleteDossier], str]:
    def sentence(dossier: CompleteDossier) -> str:
        rows = [row for row in dossier["verankering"] if not kinds or row["soort"] in kinds]
        names = party_names(dossier)
        plans = [
            f"{row['document']} van {names.get(row['partij'], row['partij']) or 'onbekend'}"
            + (f" ({row['status']})" if row["status"] else "")
            for row in rows
        ]
        return _as_sentence(*plans)

    return sentence


def _agreement(dossier: CompleteDossier) -> str:
    agreement = section(dossier, "overeenkomst")
    return _as_sentence(agreement.get("titel") or "", evidence.signatures(dossier))


def _enough(dossier: CompleteDossier) -> str:
    if not money.costs(dossier)["totaal"] or not money.funding(dossier)["totaal"]:
        return ""
    gap, unsure = (money.flows(dossier)[name] for name in ("tekort_tekst", "onzeker_tekst"))
    return _as_sentence(
        f"er is een tekort: {gap}" if gap else "de kosten zijn elk jaar gedekt",
        f"nog niet zeker: {unsure}" if unsure else "",
        evidence.hours(dossier),
    )


def _talks(dossier: CompleteDossier) -> str:
    rows = [row for row in dossier["financiering"] if row["status"] in (*UNCERTAIN, IDEA)]
    names = party_names(dossier)
    if not rows and money.funding(dossier)["totaal"]:
        return "niet nodig: al het geld is zeker"
    return _as_sentence(
        *(
            f"{names.get(row['partij'], row['partij']) or 'nog onbekend'} over {row['bron']}"
            + (f", gesprek op {long_date(row['gesprek'])}" if row["gesprek"] else "")
            for row in rows
        )
    )


def _other_ways(dossier: CompleteDossier) -> str:
    ideas = enumeration(row["bron"] for row in money.ideas(dossier))
    routes = enumeration(dict.fromkeys(row["route"] for row in funding_sources(dossier) if row["route"]))
    return _as_sentence(f"nog een idee: {ideas}" if ideas else "", f"nu langs deze weg: {routes}" if routes else "")


def _added_value(dossier: CompleteDossier) -> str:
    benefits = section(dossier, "interventie").get("baten") or []
    return _as_sentence(_about(dossier, "meerwaarde"), _one_sentence(row["tekst"] for row in benefits))


def _one_sentence(texts: Iterable[str | None]) -> str:
    return _as_sentence(*(without_full_stop(text) for text in texts if text))


def _plan(name: str, *fields: str, unless: str = "") -> Callable[[CompleteDossier], str]:
    """What the approach says of scaling up or recognition; nothing needs saying when the field `unless` says no."""

    def sentence(dossier: CompleteDossier) -> str:
        plan = section(dossier, "interventie").get(name) or {}
        return NOT_NEEDED if plan.get(unless) == "nee" else _one_sentence(plan.get(field) for field in fields)

    return sentence


def _recognition_process(dossier: CompleteDossier) -> str:
    plan = section(dossier, "interventie").get("erkenning") or {}
    if plan.get("van_belang") == "nee":
        return NOT_NEEDED
    until = f"uiterlijk {long_date(plan['uiterlijk'])}" if plan.get("uiterlijk") else ""
    return _as_sentence(_plan("erkenning", "actie")(dossier), _role(dossier, plan.get("rol")), until)


def _exploring(dossier: CompleteDossier) -> str:
    decisions = [row for row in dossier["besluitvorming"] if row["niveau"] == "besluit" and row["status"] == "gepland"]
    first = min((row for row in decisions if row["datum"]), key=lambda row: row["datum"], default=None)
    return _as_sentence(
        evidence.board_contact(dossier), f"{first['orgaan']} besluit op {long_date(first['datum'])}" if first else ""
    )


ANSWERS: dict[tuple[str, str], Callable[[CompleteDossier], str]] = {
    ("interventie", "compleet"): _complete,
    ("interventie", "wat_precies"): _what,
    ("interventie", "waar"): _where,
    ("eigenaar", "actief"): _leader,
    ("eigenaar", "inhoud_en_uitvoering"): _owners,
    ("eigenaar", "gevolgen"): lambda dossier: _about(dossier, "gevolgen_eigenaarschap"),
    ("ondersteuning", "materiaal"): _material,
    ("ondersteuning", "scholing"): _training,
    ("ondersteuning", "kwaliteit"): _quality,
    ("ondersteuning", "bekendheid"): _publicity,
    ("organisaties", "steun"): _support("uitvoering", "tijd_en_geld"),
    ("organisaties", "ingebed"): _plans(),
    ("organisaties", "afgesproken"): _agreement,
    ("financien", "genoeg"): _enough,
    ("financien", "gesprekken"): _talks,
    ("financien", "andere_wegen"): _other_ways,
    ("financien", "meerwaarde"): _added_value,
    ("opschaling", "gewenst"): _plan("opschaling", "gewenst", "toelichting"),
    ("opschaling", "landelijk"): _plan("opschaling", "route", unless="gewenst"),
    ("erkenning", "van_belang"): _plan("erkenning", "van_belang"),
    ("erkenning", "eisen"): _plan("erkenning", "niveau", "status", unless="van_belang"),
    ("erkenning", "proces"): _recognition_process,
    ("politiek", "beleid"): _plans("beleid"),
    ("politiek", "bestuurlijke_steun"): _support("bestuur"),
    ("politiek", "verkenning"): _exploring,
}
