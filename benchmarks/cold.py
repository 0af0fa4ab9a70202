"""What one document costs as a whole cold process, beside a script around docxtpl that makes the same one.

Runs are interleaved, figures are medians of CPU seconds (user + system); only ratios within one run mean something.
Modules are compiled before (as after an installation with pip).
"""

from __future__ import annotations

import compileall
import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.agreement import context, write_template
from benchmarks.table import Line, Table

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "wijkkracht-spoordijk.yaml"
TEMPLATE = ROOT / "templates" / "overeenkomst.docx"
RUNS = 9
DOCGEN = "import sys; sys.argv = ['docgen', {0}]; from docgen.cli import run; run()"
BARE_HELP = "import click; click.group()(lambda: None)(['--help'])"
BY_DOCXTPL = """
import pickle, yaml, jinja2
from docxtpl import DocxTemplate
dossier = yaml.safe_load(open({dossier!r}, encoding="utf-8"))
context = pickle.load(open({context!r}, "rb"))
filters = jinja2.Environment(autoescape=True)
from docgen.word.jinja.sandbox import own_filters
filters.filters |= own_filters()
made = DocxTemplate({template!r})
made.render(context, filters)
made.save({out!r})
"""
AGREEMENT = "import pickle; context = pickle.load(open({context!r}, 'rb'))\n"
AGREEMENT_BY_DOCXTPL = AGREEMENT + (
    "from docxtpl import DocxTemplate; made = DocxTemplate({template!r})\n"
    "made.render(context, autoescape=True); made.save({out!r})"
)
AGREEMENT_BY_DOCGEN = AGREEMENT + (
    "from docgen.word.compiler import compile_template\n"
    "open({out!r}, 'wb').write(compile_template({template!r}).render(context))"
)
AGREEMENT_BY_CACHE = AGREEMENT + (
    "from pathlib import Path; from docgen.word.cache import load_or_compile as compiled\n"
    "open({out!r}, 'wb').write(compiled(Path({template!r})).render(context))"
)


def cpu_seconds(code: str, cache: str = "0") -> float:
    """CPU of one cold process, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, "DOCGEN_CACHE": cache},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1 or b"Traceback" in done.stderr:
        raise SystemExit(done.stderr.decode())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(codes: dict[str, str], caches: dict[str, str] | None = None, runs: int = RUNS) -> dict[str, float]:
    """The median of each, run in turns so that all meet the same machine; once before, uncounted."""
    compileall.compile_dir(str(ROOT / "docgen"), quiet=1)
    times: dict[str, list[float]] = {name: [] for name in codes}
    for number in range(runs + 1):
        for name, code in codes.items():
            spent = cpu_seconds(code, (caches or {}).get(name, "0"))
            times[name] += [spent] if number else []
    return {name: statistics.median(found) for name, found in times.items()}


def table() -> Table:
    """The figures as one table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        codes = {
            "python -c pass": "pass",
            "help of a bare click group": BARE_HELP,
            "docgen --help": DOCGEN.format("'--help'"),
            "import of the libraries alone": "import click, yaml, cerberus, jinja2",
            "import of jinja2 alone": "import jinja2",
            **_dossier(folder),
            **_agreement(folder),
        }
        caches = {title: str(folder / "cache") for title in codes if "cache" in title}
        found = medians(codes, caches)
    goals = {"docgen --help": ("help of a bare click group", 1.15)}
    for what in ("dossier", "agreement"):
        goals[f"{what}: docgen"] = (f"{what}: docxtpl", 0.75)
        goals[f"{what}: docgen, cache"] = (f"{what}: docxtpl", 0.35)
    lines = [_line(name, found, goals) for name in codes]
    return Table("One document, as a cold process", ("process", "CPU s", "ratio"), lines)


def _line(name: str, found: dict[str, float], goals: dict[str, tuple[str, float]]) -> Line:
    if name not in goals:
        return Line(name, (f"{found[name]:.3f}", ""))
    beside, most = goals[name]
    ratio = found[name] / found[beside]
    return Line(name, (f"{found[name]:.3f}", f"{ratio:.2f}"), goals=((f"≤ {most:g}× {beside}", ratio <= most),))


def _dossier(folder: Path) -> dict[str, str]:
    """The agreement of the sample: docgen also checks the dossier, weighs the rules and proves the document."""
    from docgen.context import builder
    from docgen.documents.request import parse_request
    from docgen.dossier import load
    from docgen.schema import completion

    dossier = load(SAMPLE)
    job = parse_request(dossier, "overeenkomst")
    full = completion.fill_defaults(dossier.data, dossier.library.schema.root)
    about = {"type": job.kind.name, "titel": job.title, "variant": job.variant}
    (folder / "dossier.pickle").write_bytes(pickle.dumps(builder.build(full, document=about, concept=False)))
    places = {"dossier": str(SAMPLE), "template": str(TEMPLATE), "context": str(folder / "dossier.pickle")}
    by_docgen = DOCGEN.format(f"'render', {str(SAMPLE)!r}, '-d', 'overeenkomst', '--out', {str(folder)!r}")
    all_by_docgen = DOCGEN.format(f"'render', {str(SAMPLE)!r}, '--out', {str(folder / 'alle')!r}")
    return {
        "dossier: docxtpl": BY_DOCXTPL.format(**places, out=str(folder / "docxtpl.docx")),
        "dossier: docgen": by_docgen,
        "dossier: docgen, cache": by_docgen,
        "nine documents: docgen": all_by_docgen,
        "nine documents: docgen, cache": all_by_docgen,
    }


def _agreement(folder: Path) -> dict[str, str]:
    """The agreement of the benchmarks: the engine alone."""
    write_template(folder / "sjabloon.docx")
    (folder / "agreement.pickle").write_bytes(pickle.dumps(context(0)))
    places = {
        "template": str(folder / "sjabloon.docx"),
        "context": str(folder / "agreement.pickle"),
        "out": str(folder / "uit.docx"),
    }
    return {
        "agreement: docxtpl": AGREEMENT_BY_DOCXTPL.format(**places),
        "agreement: docgen": AGREEMENT_BY_DOCGEN.format(**places),
        "agreement: docgen, cache": AGREEMENT_BY_CACHE.format(**places),
    }


if __name__ == "__main__":
    print(table().as_text())
