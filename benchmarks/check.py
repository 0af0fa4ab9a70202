"""What checking a dossier costs, as whole cold processes beside two others: `make bench`.

Runs are interleaved, figures are medians of CPU seconds (user + system); only ratios within one run mean something.
"""

from __future__ import annotations

import statistics
import tempfile
import time
import timeit
from pathlib import Path

from benchmarks.cold import DOCGEN, SAMPLE, medians
from docgen.dossier import load
from docgen.rules.runner import run_rules
from docgen.schema.completion import fill_defaults

RUNS = 7
YAML = "import yaml; yaml.safe_load(open({0}, encoding='utf-8'))"


def dossier_of(lines: int, folder: Path) -> Path:
    """The sample with as many tasks as make so many lines."""
    text = SAMPLE.read_text(encoding="utf-8")
    begin, end = text.index("  - id: T01\n"), text.index("  - id: T02\n")
    task = text[begin:end]
    short = lines - text.count("\n")
    more = "".join(task.replace("T01", f"X{number}") for number in range(max(0, short // task.count("\n"))))
    path = folder / f"regels-{lines}.yaml"
    path.write_text(text[:begin] + more + text[begin:], encoding="utf-8")
    return path


def main() -> None:
    """Print one table."""
    with tempfile.TemporaryDirectory() as folder:
        long = {lines: dossier_of(lines, Path(folder)) for lines in (2000, 4000, 8000, 16000)}
        codes = {
            "python -c pass": "pass",
            "docgen --help": DOCGEN.format("'--help'"),
            "PyYAML safe_load, sample": YAML.format(repr(str(SAMPLE))),
            "docgen check, sample": DOCGEN.format(f"'check', {str(SAMPLE)!r}"),
            "PyYAML safe_load, 8,000 lines": YAML.format(repr(str(long[8000]))),
        }
        codes |= {
            f"docgen check, {lines:,} lines": DOCGEN.format(f"'check', {str(path)!r}") for lines, path in long.items()
        }
        found = medians(codes, runs=RUNS)
    unit = found["python -c pass"]
    limits = {"docgen check, sample": 0.6, "docgen check, 8,000 lines": 1.5, "docgen --help": 4 * unit}
    print(f"{'process':<34}{'CPU s':>8}{'× python':>10}   wanted")
    for name, seconds in found.items():
        wanted = f"≤ {limits[name]:.2f} s  {'ok' if seconds <= limits[name] else 'TOO SLOW'}" if name in limits else ""
        print(f"{name:<34}{seconds:>8.3f}{seconds / unit:>10.1f}   {wanted}")
    base, own = found["docgen check, sample"], SAMPLE.read_text(encoding="utf-8").count("\n")
    growth = [(found[f"docgen check, {lines:,} lines"] - base) / (lines - own) for lines in (4000, 16000)]
    print(f"\ncost per extra line at 16,000 lines ÷ at 4,000 lines: {growth[1] / growth[0]:.2f} (1 is linear)")

    print(f"all rules ÷ the dossier held to its schema: {rules_beside_schema():.2f}")


def rules_beside_schema() -> float:
    """The time of the processor that all rules take on the sample, divided by that of the check of its schema."""
    dossier = load(SAMPLE)
    schema = dossier.library.schema
    full = fill_defaults(dossier.data, schema.root)
    rules = timeit.repeat(lambda: list(run_rules(full, ())), timer=time.process_time, number=1, repeat=15)
    held = timeit.repeat(lambda: schema.violations(dossier.data), timer=time.process_time, number=1, repeat=15)
    return statistics.median(rules) / statistics.median(held)


if __name__ == "__main__":
    main()
