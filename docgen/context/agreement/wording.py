"""What the sentences of the agreement say, word for word: texts of the writer made to fit where an older one does not, counts
and years in words.

A text keeps its words. What was usual before fields had a form is mended here: "einde kalenderjaar" becomes "het einde van een
kalenderjaar", "schriftelijk besluit" "met een schriftelijk besluit".
"""

from __future__ import annotations

from docgen.domain.agreement import clauses
from docgen.domain.memo import memoized
from docgen.domain.queries import section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import counted, enumeration, without_full_stop
from docgen.text.sentence_checks import DETERMINERS, MANNERS, NUMERALS
from docgen.text.sentences import first_word, is_sentence

INTERNAL = "intern"


@memoized
def wording(dossier: CompleteDossier) -> TableRow:
    """The parts of sentences that a template prints as they are."""
    own, flexibility = clauses.agreement(dossier), section(dossier, "flexibiliteit")
    notice, renewal = own.get("opzegging") or {}, own.get("verlenging") or {}
    change, months = flexibility.get("wijziging_door") or "", notice.get("termijn_maanden")
    return {
        "waar": _where(section(dossier, "interventie").get("waar_borgen")),
        "besluit_is_zin": is_sentence((own.get("overleg") or {}).get("besluit") or ""),
        "wijziging_is_zin": is_sentence(change),
        "wijziging_met_lidwoord": first_word(change).casefold() in DETERMINERS | NUMERALS,
        "verlengen": _renewing(renewal.get("wijze")),
        "opzeggen_tegen": _until(notice.get("per")),
        "opzegtermijn": counted(months, "maand", "maanden") if months else None,
        "opzeggen_hoe": _how(notice.get("vorm")),
        "geschillen_zijn_zinnen": any(map(is_sentence, own.get("geschillen") or [])),
        "reviews": bool(_reviews(dossier)),
        "review_door": _only_one([row["rol"] for row in _reviews(dossier)]),
        "evaluatie": _evaluations(dossier),
    }


def _reviews(dossier: CompleteDossier) -> list[TableRow]:
    begin = clauses.agreement(dossier).get("ingang")
    rows = section(dossier, "monitoring").get("reviews") or []
    return [row for row in rows if not (begin and row["datum"]) or row["datum"] >= begin]


def _only_one(roles: list[str | None]) -> str | None:
    return roles[0] if len(set(roles)) == 1 else None


def _evaluations(dossier: CompleteDossier) -> str | None:
    """Who evaluates, and in which years: others, or the parties themselves."""
    rows = section(dossier, "monitoring").get("evaluaties") or []
    others = [str(row["jaar"]) for row in rows if row["soort"] != INTERNAL]
    selves = [str(row["jaar"]) for row in rows if row["soort"] == INTERNAL]
    outside = all(row["soort"] for row in rows if row["soort"] != INTERNAL)
    told = []
    if others:
        by = " door een externe partij" if outside else ""
        told.append(f"Partijen laten de aanpak in {enumeration(others)} evalueren{by}.")
    if selves:
        told.append(f"Partijen evalueren de aanpak in {enumeration(selves)} zelf.")
    return " ".join(told) or None


def _bare(text: str | None) -> str:
    return without_full_stop(text or "")


def _where(text: str | None) -> str | None:
    """Where it belongs: "meerdere organisaties" becomes "bij meerdere organisaties"."""
    bare = _bare(text)
    return (bare if _is_manner(bare) else f"bij {bare}") if bare else None


def _renewing(text: str | None) -> str | None:
    bare = _bare(text)
    return (f"met een {bare}" if bare.startswith("schriftelijk besluit") else bare) or None


def _until(text: str | None) -> str | None:
    bare = _bare(text)
    return (f"het einde van een {bare.removeprefix('einde ')}" if bare.startswith("einde k") else bare) or None


def _how(text: str | None) -> str | None:
    """How one gives notice: "een brief" becomes "met een brief", "aangetekende brief" "per aangetekende brief"."""
    bare = _bare(text)
    if not bare or _is_manner(bare):
        return bare or None
    return f"{'met' if first_word(bare) == 'een' else 'per'} {bare}"


def _is_manner(text: str) -> bool:
    first = first_word(text).casefold()
    return first in MANNERS or first in NUMERALS or first[:1].isdigit()
