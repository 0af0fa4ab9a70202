"""An earlier version of a dossier, to compare with."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docgen.diagnostics.folding import summary
from docgen.documents.gate import gate
from docgen.documents.request import DocumentRequest
from docgen.dossier import Dossier, load
from docgen.errors import DocgenError
from docgen.text.dutch import long_date


def load_previous(path: Path, now: Dossier, requests: Iterable[DocumentRequest]) -> Dossier:
    """Read the earlier version of a dossier for documents that compare.

    Raises `DocgenError` when no document compares, when it is another dossier or a later one, or when it has mistakes.
    """
    if not any(request.kind.can_compare for request in requests):
        able = ", ".join(kind.name for kind in now.library.types.values() if kind.can_compare)
        raise DocgenError(f"deze documenten laten geen verschillen zien met --compare; wel: {able}")
    if now.name != "-" and path.exists() and path.samefile(now.name):
        raise DocgenError(f"{path} is hetzelfde bestand als het dossier; kies achter --compare een eerdere versie")
    before = load(path, now.library)
    if wrong := gate(before.loaded.problems).stopping:
        first = f"regel {wrong[0].line}: {wrong[0].message}"
        raise DocgenError(
            f"de eerdere versie {path} heeft fouten ({summary(wrong)}; {first}); zie: docgen check {path}"
        )
    then, today = _about(before), _about(now)
    if then.get("id") != today.get("id"):
        raise DocgenError(
            f"{path} gaat over een ander dossier (‘{then.get('id')}’ in plaats van ‘{today.get('id')}’); "
            "kies een eerdere versie van hetzelfde dossier"
        )
    if then.get("peildatum") and today.get("peildatum") and then["peildatum"] > today["peildatum"]:
        days = f"{long_date(then['peildatum'])}, en dit dossier {long_date(today['peildatum'])}"
        raise DocgenError(f"{path} is later: het heeft peildatum {days}; draai de twee om")
    return before


def _about(dossier: Dossier) -> dict[str, Any]:
    return dossier.data.get("dossier") or {}
