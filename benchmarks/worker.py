"""One way to make documents, as a warm process: `worker.py WAY TEMPLATE DATA OUT`.

Reads how many documents to make, a number a line, and answers with the CPU and wall milliseconds a document took. It
runs in the environment of the program it is about, so it imports nothing else.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Make = Callable[[dict[str, Any]], None]


def docgen(template: Path, out: Path, standard: bool = False) -> Make:
    import zlib

    from docgen.opc import archive
    from docgen.word.compiler import compile_template

    if standard:
        archive.fast_zlib = zlib
    elif archive.fast_zlib is zlib:
        raise ImportError("isal is not installed")
    compiled = compile_template(template)
    return lambda data: _written(out, compiled.render(data))


def floor(template: Path, out: Path, standard: bool = False) -> Make:
    """Only what cannot be left away: deflate a text that is ready, put the zip together, write the file."""
    docgen(template, out, standard)
    from docgen.opc import archive
    from docgen.word.compiler import compile_template

    compiled = compile_template(template)
    ready: dict[int, bytes] = {}

    def text_for(data: dict[str, Any]) -> bytes:
        return archive.read(compiled.render(data))["word/document.xml"]

    def make(data: dict[str, Any]) -> None:
        text = ready.get(id(data)) or ready.setdefault(id(data), text_for(data))
        entry = archive.deflate("word/document.xml", text, small=False, digested=False)
        _written(out, archive.assemble([*compiled.fixed.values(), entry]))

    return make


def docxtpl(template: Path, out: Path) -> Make:
    """The package `docxtpl`, which rust-docxtpl replaces by one of the same name."""
    from docxtpl import DocxTemplate

    def make(data: dict[str, Any]) -> None:
        made = DocxTemplate(str(template))
        made.render(data, autoescape=True)
        made.save(str(out))

    return make


def mailmerge(template: Path, out: Path) -> Make:
    from mailmerge import MailMerge

    def make(data: dict[str, Any]) -> None:
        rows = {name: value for name, value in data.items() if isinstance(value, list)}
        with MailMerge(str(template)) as made:
            made.merge(**{name: value for name, value in data.items() if name not in rows})
            for name, value in rows.items():
                named = [{f"{name}_{key}": text for key, text in row.items()} for row in value]
                made.merge_rows(next(iter(named[0])), named)
            made.write(str(out))

    return make


def _written(out: Path, data: bytes) -> None:
    out.write_bytes(data)


WAYS: dict[str, Callable[[Path, Path], Make]] = {
    "docgen": lambda template, out: docgen(template, out, standard=True),
    "docgen-isal": docgen,
    "floor": lambda template, out: floor(template, out, standard=True),
    "floor-isal": floor,
    "docxtpl": docxtpl,
    "mailmerge": mailmerge,
}


def main(way: str, template: str, data: str, out: str) -> None:
    """Answer until there is nothing more to do."""
    make = WAYS[way](Path(template), Path(out))
    documents = json.loads(Path(data).read_text(encoding="utf-8"))
    make(documents[0])
    for line in sys.stdin:
        count = int(line)
        cpu, wall = time.process_time(), time.perf_counter()
        for number in range(count):
            make(documents[number % len(documents)])
        spent = (time.process_time() - cpu, time.perf_counter() - wall)
        print(*(seconds / count * 1000 for seconds in spent), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
