"""What a document type is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.library.checklists import Checklist
from docgen.library.text_blocks import Section
from docgen.schema.types import PER_PARTY


@dataclass(frozen=True)
class DocumentType:
    """A kind of document. `needs` are dotted paths that must be filled ("partijen[].naam": in every party), `uses` the
    other parts it shows, `at_least` how many rows a list must have, `variants` the titles by variant, the default first.
    What is found does not stop a type that `is_report`, and of one that `records` a decision only what is found about that
    decision; with `has_findings` it also prints what the rules find (`oordeel`).
    With `can_compare` it can show what moved since an earlier dossier (`vergelijking`); one that `is_per_role` can be made for each role.
    With `has_worksheet` its template has the questions and answers of the borgingsplan (`werkblad`).
    `per_party` says what each party gets in a batch: its own part, the whole, or nothing. `public` are the variants that
    are for everybody ("" of a type without variants), or `None` when its schema does not say; a type that `tells_concept`
    is marked so on every page as long as the dossier is one. Without the paths that it `asks` a rule finds a mistake, without
    those that it `advises` a warning, once the dossier goes to a decision."""

    name: str
    title: str
    description: str
    section: str
    needs: tuple[str, ...]
    uses: tuple[str, ...]
    at_least: Mapping[str, int]
    variants: Mapping[str, str]
    template: Path | None
    has_findings: bool = False
    is_report: bool = False
    records: bool = False
    per_party: str = PER_PARTY[0]
    has_worksheet: bool = False
    is_per_role: bool = False
    can_compare: bool = False
    checklist: Checklist | None = None
    public: frozenset[str] | None = None
    tells_concept: bool = False
    sections: tuple[Section, ...] = ()  # before and after which a writer can put a text
    asks: tuple[str, ...] = ()
    advises: tuple[str, ...] = ()

    @property
    def is_always_public(self) -> bool:
        """Whether it is for everybody, in every variant."""
        return bool(self.public and self.public >= set(self.variants or ("",)))
