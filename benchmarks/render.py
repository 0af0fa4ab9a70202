"""What making a document costs beside the loop a user writes around docxtpl, and beside a floor: `make bench`.

One agreement of five pages for every partner, written to disk; runs are interleaved, figures are medians of CPU time.
"""

from __future__ import annotations

import statistics
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from benchmarks.agreement import context, write_template
from docgen.word import package
from docgen.word.template import compile_template

RUNS, DOCUMENTS, SLOW = 9, 60, 4


def main() -> None:
    """Print one table."""
    from docxtpl import DocxTemplate

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_template(folder / "overeenkomst.docx")
        template = compile_template(folder / "overeenkomst.docx")
        data = [context(number) for number in range(DOCUMENTS)]
        ready = [package.read(template.render(one))["word/document.xml"] for one in data]
        out = folder / "uit.docx"

        def docgen(count: int) -> None:
            for one in data[:count]:
                out.write_bytes(template.render(one))

        def floor(count: int) -> None:
            for text in ready[:count]:
                entry = package.deflate("word/document.xml", text, small=False)
                out.write_bytes(package.assemble([*template.fixed.values(), entry]))

        def docxtpl(count: int) -> None:
            for one in data[:count]:
                made = DocxTemplate(str(folder / "overeenkomst.docx"))
                made.render(one, autoescape=True)
                made.save(str(out))

        fast = package.fast_zlib

        def with_standard_library(work: Callable[[int], None]) -> Callable[[int], None]:
            def done(count: int) -> None:
                package.fast_zlib = zlib
                work(count)
                package.fast_zlib = fast

            return done

        ways: dict[str, tuple[Callable[[int], None], int]] = {
            "docxtpl": (docxtpl, SLOW),
            "docgen, standard library": (with_standard_library(docgen), DOCUMENTS),
            "floor, standard library": (with_standard_library(floor), DOCUMENTS),
        }
        if fast is not zlib:
            ways |= {"docgen, isal": (docgen, DOCUMENTS), "floor, isal": (floor, DOCUMENTS)}
        show(measured(ways))


def measured(ways: dict[str, tuple[Callable[[int], None], int]]) -> dict[str, float]:
    """Median CPU milliseconds a document for each way, the ways in turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, (work, count) in ways.items():
            before = time.process_time()
            work(count)
            times[name].append((time.process_time() - before) / count * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


WANTED = {"docgen, isal": 90, "docgen, standard library": 50}


def show(found: dict[str, float]) -> None:
    """Print CPU a document, how many times less than docxtpl, and how far above the floor."""
    print(f"{'render and write':<28}{'ms':>8}{'docxtpl ÷':>11}{'÷ floor':>9}   wanted")
    for name, cost in found.items():
        ratio, base = found["docxtpl"] / cost, found.get(name.replace("docgen", "floor"), cost)
        wanted = f"≥ {WANTED[name]}×, ≤ 2 floor" if name in WANTED else ""
        print(f"{name:<28}{cost:>8.2f}{ratio:>11.0f}{cost / base:>9.1f}   {wanted}")


if __name__ == "__main__":
    main()
