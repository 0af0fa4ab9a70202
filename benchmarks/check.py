"""What checking a dossier costs, as whole cold processes beside two others: `make bench`.

Runs are interleaved, figures are medians of CPU seconds (user + system); only ratios within one run mean something.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "wijkkracht-spoordijk.yaml"
RUNS = 7
DOCGEN = "import sys; sys.argv = ['docgen', {0}]; from docgen.cli import run; run()"
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


def cpu_seconds(code: str) -> float:
    """CPU of one cold process, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1 or b"Traceback" in done.stderr:
        raise SystemExit(done.stderr.decode())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(codes: dict[str, str]) -> dict[str, float]:
    """The median of each, run in turns so that all meet the same machine."""
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(RUNS):
        for name, code in codes.items():
            times[name].append(cpu_seconds(code))
    return {name: statistics.median(found) for name, found in times.items()}


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
        found = medians(codes)
    unit = found["python -c pass"]
    limits = {"docgen check, sample": 0.6, "docgen check, 8,000 lines": 1.5, "docgen --help": 4 * unit}
    print(f"{'process':<34}{'CPU s':>8}{'× python':>10}   wanted")
    for name, seconds in found.items():
        wanted = f"≤ {limits[name]:.2f} s  {'ok' if seconds <= limits[name] else 'TOO SLOW'}" if name in limits else ""
        print(f"{name:<34}{seconds:>8.3f}{seconds / unit:>10.1f}   {wanted}")
    base, own = found["docgen check, sample"], SAMPLE.read_text(encoding="utf-8").count("\n")
    growth = [(found[f"docgen check, {lines:,} lines"] - base) / (lines - own) for lines in (4000, 16000)]
    print(f"\ncost per extra line at 16,000 lines ÷ at 4,000 lines: {growth[1] / growth[0]:.2f} (1 is linear)")


if __name__ == "__main__":
    main()
