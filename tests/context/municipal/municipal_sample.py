"""The samples, with some fields of their sources changed."""

from __future__ import annotations

from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.conftest import ROOT


def sample(name, **changes):
    """A sample, complete; `changes` are fields of sources, by id."""
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    full = fill_defaults(dossier.data, dossier.library.schema.root)
    for row in full["financiering"]:
        row |= changes.get(row["id"], {})
    return full
