"""What a template gets beside the dossier and its tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.context import comparison, perspective, scorecard
from docgen.context.checklist_table import checklist_table
from docgen.context.worksheet.table import BLOCKS, worksheet_table
from docgen.documents import markings
from docgen.documents.request import DocumentRequest
from docgen.domain.memo import with_memo
from docgen.domain.types import CompleteDossier
from docgen.dossier import Dossier
from docgen.library.library import Library
from docgen.rules import runner
from docgen.schema import completion
from docgen.schema.field import ANYTHING
from docgen.versions.changes import changes
from docgen.versions.wording import Names, counted, told


def report_variables(
    request: DocumentRequest,
    data: dict[str, Any],
    dossier: Dossier,
    draft: bool,
    earlier: Dossier | None = None,
    for_report: Callable[[], CompleteDossier] | None = None,
) -> dict[str, Any]:
    """What a template may use beside the dossier and its tables: for a report what the rules find in the `data`
    (`oordeel`), the worksheet (`werkblad`), and what moved since an `earlier` version (`vergelijking`). `for_report` gives
    `complete_for_report` of the data, when several reports share it."""
    about = {"type": request.kind.name, "titel": request.title, "variant": request.variant, "rol": request.role}
    is_draft = markings.is_concept(request.kind, data, draft)
    names: dict[str, Any] = {
        "document": about | {"openbaar": request.is_public},
        "concept": is_draft,
        "vergelijking": None,
    }
    if request.kind.checklist:
        names["checklist"] = checklist_table(request.kind.checklist, data.get(request.kind.section) or {})
    if request.is_public:
        data, for_report = data | perspective.without_attitudes(data), None
    if not (request.kind.has_findings or request.kind.has_worksheet or earlier):
        return names
    full = for_report() if for_report else complete_for_report(data, dossier.library)
    if request.kind.has_findings:
        names["oordeel"] = _verdict(full, dossier)
    if request.kind.has_worksheet:
        blocks = dossier.library.schema.field_at(BLOCKS) or ANYTHING
        names["werkblad"] = worksheet_table(full, blocks.children, request.is_public)
        lists = [kind for kind in dossier.library.types.values() if kind.checklist and data.get(kind.section)]
        names["checklists"] = [checklist_table(kind.checklist, data[kind.section]) for kind in lists if kind.checklist]
    if earlier and request.kind.can_compare:
        then = earlier.data | (perspective.without_attitudes(earlier.data) if request.is_public else {})
        old = complete_for_report(then, earlier.library)
        points = scorecard.scorecard_changes(_verdict(old, earlier), names.get("oordeel") or _verdict(full, dossier))
        rows = comparison.changes(old, full) + list(comparison.differences(_answers(earlier), _answers(dossier)))
        every = changes(then, data, dossier.library.schema.root)
        others = [
            one
            for one in every
            if not comparison.is_told(one.path, one.before, one.now) and not _is_answer(dossier, one.path)
        ]
        found = {"punten": points, "regels": rows, "samen": counted(told(others, Names(then, data)))}
        names["vergelijking"] = comparison.earlier_version(old) | found
    return names


def _is_answer(dossier: Dossier, path: tuple[Any, ...]) -> bool:
    """Whether a place is an answer to a point of a checklist."""
    sections = {kind.section for kind in dossier.library.types.values() if kind.checklist}
    return path[0] in sections and path[-1] == "antwoord"


def _answers(dossier: Dossier) -> dict[str, comparison.Fact]:
    """What was answered to each point of the checklists, to compare."""
    kinds = [kind for kind in dossier.library.types.values() if kind.checklist and dossier.data.get(kind.section)]
    return {
        f"{kind.section} {point}": comparison.Fact(f"{kind.title}, {point}", answer.get("antwoord") or "")
        for kind in kinds
        for point, answer in dossier.data[kind.section].items()
        if answer
    }


def complete_for_report(data: dict[str, Any], library: Library) -> CompleteDossier:
    """A complete dossier in which what is missing is visible in a report too, and which works nothing out twice."""
    return with_memo(completion.fill_defaults(data, library.schema.root, blank="[ontbreekt]"))


def _verdict(full: CompleteDossier, dossier: Dossier) -> dict[str, Any]:
    return scorecard.scorecard(
        full, runner.run_rules(full, {kind.name for kind in dossier.asked_types()}, dossier.library.schema.frames)
    )
