"""What a row of a long table costs: one Word table of n rows in one document, in a process of its own."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.agreement import COLUMNS, rows
from benchmarks.languages import DOCXTPL
from benchmarks.table import Line, Table

SIZES = (1000, 5000, 10_000)
RUNS = 5
MICROSECONDS, MEGABYTES, LINEAR = 10, 150, 1.5  # the last with room for what a busy machine adds to microseconds


def table() -> Table:
    """Cost a row and peak memory for each size, and whether twice the rows cost twice as much."""
    found = {size: _in_own_process(size) for size in SIZES}
    growth = found[SIZES[-1]][0] / found[SIZES[-2]][0]
    lines = []
    for size, (cost, peak) in found.items():
        goals = [(f"≤ {MICROSECONDS} µs a row", cost <= MICROSECONDS), (f"< {MEGABYTES} MB", peak < MEGABYTES)]
        if size == SIZES[-1]:
            goals.append((f"≤ {LINEAR}× that of {SIZES[-2]:,} rows", growth <= LINEAR))
        lines.append(Line(f"{size:,} rows", (f"{cost:.1f}", f"{peak:.0f}"), goals=tuple(goals)))
    return Table("One table of many rows in one document", ("docgen", "CPU µs a row", "peak MB"), lines)


def _in_own_process(size: int) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.rows", str(size)], capture_output=True, text=True, check=True
    )
    cost, peak = json.loads(done.stdout)
    return cost, peak


def measure(size: int) -> tuple[float, float]:
    """CPU microseconds a row, and the peak memory of this process in MB."""
    import resource

    from docx import Document

    from docgen.word.compiler import compile_template

    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "tabel.docx", Path(folder) / "uit.docx"
        document = Document()
        DOCXTPL.table(document, "post_rijen", COLUMNS)
        document.save(str(path))
        template = compile_template(path)
        times = []
        for number in range(RUNS):
            data = {"post_rijen": rows(f"post {number}", size, number)}  # no text that was printed before
            before = time.process_time()
            out.write_bytes(template.render(data))
            times.append(time.process_time() - before)
    unit = 1_000_000 if sys.platform == "darwin" else 1000
    return statistics.median(times) / size * 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))) if sys.argv[1:] else table().as_text())
