"""The schema files of docgen and of a library as plain data, kept for a next time; what is wrong in one has its line."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.syntax.constructor import SCHEMA, Constructor, fault, line_of, read_nodes
from docgen.system import store
from docgen.system.files import read_bytes

CORE = "dossier"
FORMAT = 2  # of what is kept, and of how YAML is read; another way is another number
MAX_BYTES, MAX_TOGETHER = 1_000_000, 4_000_000
Content = dict[str, Any]


def read_schemas(
    shipped: Mapping[str, Path], own: Mapping[str, Path]
) -> tuple[dict[str, Content], Content, Content, str]:
    """The document types by name, each as its schema file says; the fields of a dossier with those of a library, what the
    core of docgen says of all of them (its fragments, what a form asks), and a digest of all these files.

    Raises `DocgenError` with the line of the first thing that is wrong in a file of a library.
    """
    contents, digest = _contents(shipped)
    core = contents[CORE]
    types = {name: content for name, content in contents.items() if name != CORE}
    if own:
        more, fields, own_digest = _join(contents, own)
        return (
            types | {name: _kept_of(types.get(name, {})) | content for name, content in more.items()},
            fields,
            core,
            digest + own_digest,
        )
    return (
        types,
        {part: rules for name in (CORE, *types) for part, rules in contents[name]["schema"].items()},
        core,
        digest,
    )


def _kept_of(shipped: Content) -> Content:
    """What a file that replaces one of docgen has of it unless it says otherwise."""
    return {
        key: shipped[key] for key in ("openbaar", "concept", "secties", "verplicht", "aanbevolen") if key in shipped
    }


def _join(shipped: Mapping[str, Content], own: Mapping[str, Path]) -> tuple[dict[str, Content], Content, str]:
    """The document types of a library, the fields of docgen and the library together, and a digest of its files."""
    from docgen.library.validator import UnsoundFile, is_type, joined_fields  # only for a library

    contents, digest = _contents(own)
    try:
        fields = joined_fields(shipped, contents)
    except UnsoundFile as unsound:
        raise _fault_at(str(unsound), unsound.steps, own[unsound.name]) from None
    return {name: content for name, content in contents.items() if is_type(content)}, fields, digest


def _fault_at(what: str, steps: Sequence[Any], path: Path) -> DocgenError:
    root = read_nodes(_whole(path), path, SCHEMA, merges=True)
    return fault(SCHEMA, path, line_of(root, steps), what)


def _contents(files: Mapping[str, Path]) -> tuple[dict[str, Content], str]:
    """What the schema files hold: read as YAML, or as it was kept the last time when none of them has changed since; and
    a digest of them."""
    texts = {name: _whole(path) for name, path in sorted(files.items())}
    if sum(map(len, texts.values())) > MAX_TOGETHER:
        folder = next(iter(files.values())).parent
        raise DocgenError(f"de schema’s in {folder} zijn samen groter dan {MAX_TOGETHER // 1_000_000} MB; haal er weg")
    name = sha256(repr([FORMAT, *texts.items()]).encode()).hexdigest()
    known = store.load(name) if texts else None
    if known is not None:
        return store.loads(known), name
    contents = {name: _read(files[name], text) for name, text in texts.items()}
    if contents:
        with contextlib.suppress(ValueError):
            store.save(name, store.dumps(contents))
    return contents, name


def _whole(path: Path) -> bytes:
    text = read_bytes(path, MAX_BYTES + 1, "schema")
    if len(text) > MAX_BYTES:
        raise DocgenError(f"schema {path} is groter dan {MAX_BYTES // 1_000_000} MB; splits het")
    return text


def _read(path: Path, text: bytes) -> Content:
    root = read_nodes(text, path, SCHEMA, merges=True)
    content = Constructor(path, SCHEMA).typed(root)
    if not isinstance(content, dict):
        raise fault(SCHEMA, path, root.line, f"hier horen namen met een waarde erachter; {SCHEMA.begin}")
    return content
