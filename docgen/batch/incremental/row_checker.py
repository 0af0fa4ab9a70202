"""A dossier laid under the rows of a list: what a row does not change is not looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from docgen.batch.incremental.structure_checker import StructureChecker
from docgen.context import builder
from docgen.diagnostics.finding import Finding
from docgen.domain.memo import BaseMemo, RowMemo, changed_sections
from docgen.dossier import Dossier
from docgen.library.document_type import DocumentType
from docgen.loading import loader
from docgen.rules import runner
from docgen.schema.compiled_validator import NO_FORMER_VALUE, compile_predicate
from docgen.schema.completion import fill_defaults, fill_defaults_over
from docgen.validation import requirements


class CheckedRow(NamedTuple):
    """What the data of a row are worth.

    `full` is the complete dossier, which remembers: `builder.build`, `runner.run_rules` and `scorecard.scorecard` of it cost
    only what the row changed. Nobody may change it. `sound`: nothing is wrong or missing in shape, ids, periods,
    references and needs; if not, the findings themselves say whether there is. `findings`: what the rules find when it is.
    """

    full: dict[str, Any]
    is_sound: bool
    findings: list[Finding]

    def names(self, **extra: Any) -> dict[str, Any]:
        """All names a template may use, see `builder.build`."""
        return builder.build(self.full, **extra)


class RowChecker:
    """A base dossier, prepared so that a row costs only what it changes. The base itself need not be whole."""

    def __init__(self, base: Dossier, kinds: Sequence[DocumentType]) -> None:
        self._base, self._kinds = base, list(kinds)
        self._asked = {kind.name for kind in kinds}
        self._root = base.library.schema.root
        self._full: dict[str, Any] = fill_defaults(base.data, self._root)
        self._is_readable = bool(base.loaded.key_nodes) and not _misread(base)
        self._quick = StructureChecker(base.loaded, base.library.schema)
        self._asked_parts = requirements.sections_required(base.library, kinds)
        self._lacking = self._lacking_in(base.data, self._asked_parts)
        self._known = self._worked_out()

    def _worked_out(self) -> BaseMemo:
        """All answers about the base; none when its values are not of their kind, then rows find their own."""
        known = BaseMemo(self._full)
        if compile_predicate(self._root.rules, gaps=True)(self._base.data, NO_FORMER_VALUE):
            list(runner.run_rules(known, self._asked, self._base.library.schema.frames))
            builder.build(known, document={"openbaar": True})
        return known

    def check_row(self, data: dict[str, Any]) -> CheckedRow:
        """What plain data are worth that share all but what was changed with those of the base."""
        full = RowMemo(fill_defaults_over(data, self._root, self._base.data, self._full), self._known)
        sound = self._is_sound(data)
        return CheckedRow(
            full, sound, list(runner.run_rules(full, self._asked, self._base.library.schema.frames)) if sound else []
        )

    def _is_sound(self, data: dict[str, Any]) -> bool:
        if not self._is_readable or not self._quick.is_sound(data):
            return False
        changed = changed_sections(data, self._base.data)
        return self._lacking <= changed and not self._lacking_in(data, changed & self._asked_parts)

    def _lacking_in(self, data: dict[str, Any], parts: set[str]) -> set[str]:
        """The parts in which a document could miss something."""
        now = replace(self._base.loaded, data=data)
        return {part for part in parts if requirements.has_unmet(now, self._base.library, self._kinds, part)}


def _misread(base: Dossier) -> bool:
    """Whether something in the file itself could not be read, or has no place: no row can mend that."""
    loaded, library = base.loaded, base.library
    afresh = loader.read(loaded.source, library.schema)
    found = [*loaded.source.problems, *(problem for _, problem in afresh.problems_by_path)]
    unknown = (problem for _, problem in loaded.problems_by_path if problem.code == "onbekend")
    return any(problem.level == "fout" for problem in (*found, *unknown))
