"""The number of the form of a dossier, and names of an earlier form read as those of now.

Form 1 is that of docgen 0.1 and has no number. A field says what it was called with `meta.heette`, a choice with
`meta.heetten` (old name to new).
"""

from __future__ import annotations

from copy import copy

from docgen.loading.loaded_data import LoadedData
from docgen.schema.field import Field
from docgen.schema.types import FieldPath
from docgen.syntax.node import Node

FIRST, CURRENT = 1, 2
PLACE = ("dossier", "indeling")
CODE = "indeling"


def form_of(root: Node) -> tuple[int, Node]:
    """The number of the form, where it stands; of a dossier that does not say so the first."""
    node: Node | None = root
    for name in PLACE:
        node = next((value for key, value in node.pairs if key.text == name), None) if node else None
    is_number = node is not None and node.kind == "text" and node.text.isdecimal()
    return (int(node.text[:9]), node) if node and is_number else (FIRST, root)


def is_newer(loaded: LoadedData, root: Node) -> bool:
    """Whether a dossier is newer than this docgen; then that is the one thing to tell."""
    loaded.form, node = form_of(root)
    if loaded.form > CURRENT:
        message = f"dit dossier is van een nieuwere docgen: indeling {loaded.form}, en deze kent tot en met {CURRENT}"
        loaded.add(node, PLACE, CODE, message, "werk docgen bij")
    return loaded.form > CURRENT


def current_name(loaded: LoadedData, key: Node, field: Field, path: FieldPath) -> Node:
    """The name of a field as it is now called."""
    now = field.renamed.get(key.text) if 0 < loaded.form < CURRENT else None
    return _renamed(loaded, key, now, path) if now else key


def current_choice(loaded: LoadedData, value: Node, field: Field, path: FieldPath) -> Node:
    """A choice as it is now called."""
    now = field.renamed_choices.get(value.text) if 0 < loaded.form < CURRENT else None
    return _renamed(loaded, value, now, path) if now else value


def _renamed(loaded: LoadedData, node: Node, now: str, path: FieldPath) -> Node:
    hint = f"schrijf {now}; staat er geen oude naam meer, zet dan bij dossier: de regel indeling: {CURRENT}"
    loaded.add(node, path, CODE, f"‘{node.text}’ heet nu ‘{now}’; docgen leest het zo", hint, "advies")
    same = copy(node)
    same.text = now
    return same
