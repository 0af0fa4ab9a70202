"""The table `bepalingen`: what the template of the agreement needs beside the fields of the dossier."""

from __future__ import annotations

from docgen.context.agreement.wording import wording
from docgen.domain.agreement import clauses, transfers
from docgen.domain.memo import memoized
from docgen.domain.names import party_names, party_short_names, roles_in_sentences, whole_dossier
from docgen.domain.queries import by_id, municipalities
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import counted, enumeration
from docgen.text.sentences import is_sentence, with_article

MOST_SENTENCES = 3  # payments told one by one; more of them stand in a table
ENDS, DISSOLVES = "deelname_stopt", "overeenkomst_stopt"


@memoized
def provisions(dossier: CompleteDossier) -> TableRow:
    """What the optional clauses say: `modellen` are their titles, the other fields belong to one clause each."""
    own = clauses.agreement(dossier)
    failure, secrecy = own.get("tekortkoming") or {}, own.get("geheimhouding") or {}
    paid = payments(dossier)
    return {
        "modellen": clauses.clauses_on(dossier),
        "nagekeken_door": in_sentence(dossier, clauses.legal_review(dossier).get("gedaan_door")),
        "betalingen": paid,
        "betaling_in_tabel": len(paid) > MOST_SENTENCES,
        "voorwaarden_bij_betaling": any(row["voorwaarden"] for row in paid),
        "indexering_is_zin": is_sentence(own.get("indexering") or ""),
        "contactfuncties": contacts(dossier),
        "gemeenten": len(municipalities(whole_dossier(dossier))),
        "geheim_na_einde": _counted(secrecy.get("jaren_na_einde"), "jaar", "jaar"),
        "hersteltermijn": _counted(failure.get("hersteltermijn_weken"), "week", "weken"),
        "overmacht": _counted(failure.get("overmacht_weken"), "week", "weken"),
        "gevolg": failure.get("gevolg") or (ENDS if len(whole_dossier(dossier)["partijen"]) > 2 else DISSOLVES),
        "gegevens": personal_data(dossier),
        **wording(dossier),
    }


def _counted(count: int | None, one: str, many: str) -> str | None:
    return counted(count, one, many) if count else None


@memoized
def payments(dossier: CompleteDossier) -> list[TableRow]:
    """Who pays which source to whom, and when; the names as they stand in a sentence of the agreement."""
    short = party_short_names(dossier)
    return [
        {
            "bron": payment.source["bron"] or payment.row["bron"],
            "deel": not payment.is_whole,
            "van": short.get(payment.payer or ""),
            "aan": enumeration(short.get(party) or party for party in payment.receivers) or None,
            "moment": payment.row["moment"],
            "na_factuur": bool(payment.row["na_factuur"]),
            "verantwoording": payment.row["verantwoording"],
            "verantwoording_is_zin": is_sentence(payment.row["verantwoording"] or ""),
            "voorwaarden": payment.source["voorwaarden"],
        }
        for payment in transfers.payments(whole_dossier(dossier))
    ]


@memoized
def contacts(dossier: CompleteDossier) -> list[TableRow]:
    """Whom every party can be reached by: of a row with a role, what it does not say comes from the role and its contact."""
    roles, known = by_id(whole_dossier(dossier)["rollen"]), {row["rol"]: row for row in dossier["contacten"]}
    names = party_names(dossier)
    found = []
    for row in clauses.agreement(dossier).get("contactfuncties") or []:
        role, contact = roles.get(row["rol"]) or {}, known.get(row["rol"]) or {}
        party = row["partij"] or role.get("partij")
        found.append({
            "partij": names.get(party) if party else None,
            "functie": row["functie"] or role.get("naam"),
            "waarvoor": row["waarvoor"] or contact.get("waarvoor"),
            "bereikbaar": row["bereikbaar"] or contact.get("bereikbaar"),
        })  # fmt: skip
    return found


@memoized
def personal_data(dossier: CompleteDossier) -> TableRow:
    """What is arranged about personal data, and who looks after it."""
    own, short = clauses.personal_data(dossier), party_short_names(dossier)
    said = own.get("herleidbare_gegevens")
    return {
        "regeling": clauses.regulation(dossier),
        "verdeling": clauses.responsibility(dossier),
        "verwerker": short.get(own.get("verwerker") or ""),
        "opdrachtgever": short.get(own.get("opdrachtgever") or ""),
        "deelt": clauses.shares_personal_data(dossier),
        "deelt_is_zin": is_sentence(said or ""),
        "vastgesteld": own.get("stand") == clauses.ADOPTED,
        "nagegaan_door": in_sentence(dossier, own.get("nagegaan_door")),
    }


def in_sentence(dossier: CompleteDossier, who: str | None) -> str | None:
    """A role or a function as it stands in a sentence."""
    return (roles_in_sentences(dossier).get(who) or with_article(who)) if who else None
