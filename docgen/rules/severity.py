"""How serious a finding is, by the status of the dossier and the documents asked for: one table."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.rules.registry import Explained

F, W, A = "fout", "waarschuwing", "advies"
SILENT = ""


class Levels(NamedTuple):
    """The level for each status; `overeenkomst` holds whatever the status when that document is asked for."""

    concept: str
    ter_besluitvorming: str
    vastgesteld: str
    overeenkomst: str | None = None

    def at(self, status: str | None) -> str:
        """The level for a status; a dossier without one is a concept."""
        return {"ter besluitvorming": self.ter_besluitvorming, "vastgesteld": self.vastgesteld}.get(
            status or "", self.concept
        )


# What contradicts itself is as serious in a concept as in an adopted dossier: numbers that do not add up, a decision that
# comes too late. What is not there yet is advice in a concept and gets the rule's own level once the dossier goes to a
# decision; only a signature may be absent until it is adopted. Where a whole part is still absent (kind "leeg": nobody has
# begun on it) a concept gets advice too, so that a nearly empty one does not drown in warnings. A paper that is signed
# needs more than a plan: the agreement raises what it must hold, but not the signature itself; a draft of it can be made. What has no row here has the rule's LEVEL whatever the status.
TABLE: dict[tuple[str, str], Levels] = {
    # rule      kind               concept  ter besl. vastgesteld  overeenkomst
    ("ROL-01", ""):          Levels(A,      F,      F),
    ("ROL-04", ""):          Levels(A,      F,      F),
    ("ROL-04", "vervanger"): Levels(W,      W,      W),
    ("ROL-04", "meer"):      Levels(W,      W,      W),
    ("ROL-05", "leeg"):      Levels(A,      W,      W),
    ("ROL-05", "gevolgen"):  Levels(A,      A,      A),
    ("UUR-02", "open"):      Levels(A,      W,      W),
    ("UUR-03", "open"):      Levels(A,      W,      W),
    ("UIT-01", ""):          Levels(A,      W,      W,             F),
    ("FIN-01", "open"):      Levels(A,      F,      F),
    ("FIN-03", "open"):      Levels(A,      F,      F),
    ("FIN-03", "krap"):      Levels(W,      W,      W),
    ("FIN-04", "veel"):      Levels(W,      W,      W),
    ("FIN-06", "leeg"):      Levels(A,      W,      W),
    ("FIN-08", "leeg"):      Levels(A,      W,      W),
    ("FIN-08", "baten"):     Levels(A,      A,      A),
    ("DOE-01", ""):          Levels(A,      F,      F),
    ("DOE-02", "leeg"):      Levels(A,      W,      W),
    ("BSL-01", "leeg"):      Levels(A,      W,      W),
    ("OVK-01", "open"):      Levels(A,      F,      F,             F),
    ("OVK-01", "getekend"):  Levels(A,      A,      F),
    ("OVK-02", "gemeente"):  Levels(A,      F,      F,             F),
    ("OVK-02", ""):          Levels(A,      W,      W,             W),
    ("OVK-03", ""):          Levels(A,      F,      F,             F),
    ("OVK-04", "leeg"):      Levels(A,      W,      W),
    ("OVK-12", "partij"):    Levels(W,      W,      W),
    ("OVK-19", ""):          Levels(SILENT, SILENT, W),
    ("VER-01", "leeg"):      Levels(A,      W,      W),
    ("VER-01", "gepland"):   Levels(A,      A,      A),
    ("DRG-01", "leeg"):      Levels(A,      W,      W),
    ("KEN-01", "leeg"):      Levels(A,      W,      W),
    ("WIS-01", "leeg"):      Levels(A,      W,      W),
    ("MON-01", "leeg"):      Levels(A,      W,      W),
    ("RVS-01", "argument"):  Levels(W,      W,      W),
    ("RVS-01", "leeg"):      Levels(A,      W,      W),
    ("TAAL-04", ""):         Levels(A,      W,      W),
    ("ZIN-01", ""):          Levels(A,      W,      W),
    ("ZIN-02", ""):          Levels(A,      W,      W),
    ("ZIN-03", ""):          Levels(A,      W,      W),
    ("ZIN-04", ""):          Levels(A,      W,      W),
    ("ZIN-05", ""):          Levels(A,      W,      W),
    ("ZIN-06", ""):          Levels(A,      W,      W),
    ("ZIN-07", ""):          Levels(A,      W,      W),
    ("ZIN-08", ""):          Levels(A,      W,      W),
    ("ZIN-09", ""):          Levels(A,      W,      W),
    ("ZIN-01", "oud"):       Levels(A,      A,      A),
    ("ZIN-08", "onbekend"):  Levels(A,      A,      A),
    ("RVS-05", ""):          Levels(A,      W,      W),
    ("RVS-11", ""):          Levels(A,      W,      W),
    ("RVS-12", ""):          Levels(A,      W,      W),
    ("RVS-13", ""):          Levels(A,      W,      W),
    ("RVS-14", ""):          Levels(A,      W,      W),
    ("RVS-16", ""):          Levels(A,      W,      W),
    ("RVS-17", "voorstel"):  Levels(A,      A,      A),
    ("RVS-19", "dag"):       Levels(W,      W,      W),
    ("RVS-03", ""):          Levels(A,      W,      W),
    ("GEM-01", ""):          Levels(A,      W,      W),
    ("GEM-02", ""):          Levels(A,      W,      W),
    ("GEM-02", "naamloos"):  Levels(W,      F,      F),
    ("GEM-06", ""):          Levels(A,      W,      W),
    ("GEM-08", ""):          Levels(A,      W,      W),
    ("GEM-09", ""):          Levels(A,      W,      W),
    ("GEM-10", ""):          Levels(W,      F,      F),
    ("GEM-10", "vreemd"):    Levels(W,      W,      W),
    ("GEM-11", ""):          Levels(W,      F,      F),
    ("GEM-11", "open"):      Levels(A,      W,      W),
    ("GEM-13", ""):          Levels(W,      F,      F),
    ("GEM-18", ""):          Levels(A,      W,      W),
    ("GEM-20", ""):          Levels(W,      F,      F),
    ("GEM-21", ""):          Levels(A,      W,      W),
    ("ACT-01", "laat"):      Levels(W,      W,      W),
    ("REA-01", "veel"):      Levels(W,      W,      W),
    ("REA-02", "jaar"):      Levels(W,      W,      W),
    ("REA-03", "leeg"):      Levels(A,      A,      A),
    ("REA-04", "jaar"):      Levels(W,      W,      W),
    ("HOR-03", "prijspeil"): Levels(A,      A,      A),
    ("OVK-07", "vroeg"):     Levels(A,      A,      A),
    ("RVS-06", "commissie"): Levels(W,      W,      W),
    ("RVS-06", "ingang"):    Levels(W,      W,      W),
    ("RVS-10", ""):          Levels(A,      W,      W),
    ("NAM-02", "partijen"):  Levels(F,      F,      F),
    ("FIN-13", "buiten"):    Levels(A,      A,      A),
    ("FIN-17", "kring"):     Levels(F,      F,      F),
    ("FIN-16", "lang"):      Levels(A,      A,      A),
    ("MON-02", "soort"):     Levels(A,      A,      A),
    ("JAA-01", "buiten"):    Levels(A,      A,      A),
    ("NAG-01", ""):          Levels(A,      W,      W),
    ("ARC-01", ""):          Levels(SILENT, SILENT, W),
}  # fmt: skip


def levels_of(rule: Explained, kind: str) -> Levels:
    """The row of a rule and a kind of finding."""
    return TABLE.get((rule.CODE, kind), Levels(rule.LEVEL, rule.LEVEL, rule.LEVEL))


def level_of(rule: Explained, finding: Finding, status: str | None, asked_names: Collection[str]) -> str:
    """The level of a finding; empty when it is not worth saying at this status."""
    row = levels_of(rule, finding.kind)
    return row.overeenkomst if row.overeenkomst and "overeenkomst" in asked_names else row.at(status)
