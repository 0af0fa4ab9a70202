"""A new dossier: a skeleton of what documents need, or a copy of a sample, with the schema an editor asks for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from docgen.authoring.json_schema import as_text, json_schema
from docgen.authoring.skeleton import skeleton
from docgen.diagnostics.suggest import did_you_mean
from docgen.errors import DocgenError, OutputError
from docgen.library.library import Library, shipped
from docgen.syntax.decoder import MAX_BYTES
from docgen.system import files
from docgen.system.files import read_bytes

SCHEMA = "dossier.schema.json"


def begin(
    library: Library, types: Sequence[str], path: Path, sample: str | None = None, is_whole: bool = False
) -> list[tuple[Path, str]]:
    """Write a dossier for document types (or a copy of a sample) and the schema beside it; with `is_whole` what can wait
    is written out too.

    Gives each file with what was done. Raises `DocgenError` for an unknown type or sample, `OutputError` when the
    dossier is there already.
    """
    if types and sample:
        raise DocgenError("noem documentsoorten, of een voorbeeld met --from; niet allebei")
    if is_whole and sample:
        raise DocgenError("een voorbeeld van --from is al ingevuld; laat --all weg")
    kinds = [library.type_named(name) for name in types] or list(library.types.values())
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise DocgenError(f"een dossier is een tekstbestand; geef {path} een naam die eindigt op .yaml")
    text = _sample(sample) if sample else skeleton(library, kinds, path.name, SCHEMA, is_whole).encode()
    if os.path.lexists(path):
        raise OutputError(f"{path} is er al en blijft zoals het is; kies met -o een andere naam")
    schema = path.parent / SCHEMA
    files.make_folder(path.parent)
    files.write(path, text)
    return [(path, files.MADE), (schema, _write_schema(schema, library))]


def _sample(name: str) -> bytes:
    known = {file.stem: file for file in sorted(shipped("samples").glob("*.yaml"))}
    if name not in known:
        hint = did_you_mean(name, known) or f"kies uit {', '.join(known)}"
        raise DocgenError(f"voorbeeld ‘{name}’ bestaat niet; {hint}")
    return read_bytes(known[name], MAX_BYTES, "voorbeeld")


def _write_schema(path: Path, library: Library) -> str:
    """The schema is docgen's own: a file of that name by someone else stays."""
    data = as_text(json_schema(library)).encode()
    if not os.path.lexists(path):
        files.write(path, data)
        return files.MADE
    old = read_bytes(path, len(data) + 1, "schema") if path.is_file() else b""
    if b"docgen schema" not in old[:2000]:
        return "overgeslagen"
    if old == data:
        return files.UNCHANGED
    files.write(path, data)
    return files.RENEWED
