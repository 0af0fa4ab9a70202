"""What a document of a batch costs with everything on, beside the script a user would write for the same list.

docgen: `docgen batch` as a process: list, overlay, validation, references, rules, proof, whole writes, journal. Its cost a
document is what more rows cost; the beginning and the report are told apart. The script does for each partner: PyYAML, a
Cerberus Validator, docxtpl, save; the tables the template asks for are given to it for nothing.
"""

from __future__ import annotations

import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.table import Line, Table

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "wijkkracht-spoordijk.yaml"
TEMPLATE = ROOT / "templates" / "overeenkomst.docx"
FEW, MANY, PARTNERS, RUNS = 200, 1200, 6, 3
DOCGEN = [sys.executable, "-c", "from docgen.cli import run; run()", "batch", str(SAMPLE), "-d", "overeenkomst"]
SCRIPT = """
import sys, pickle, yaml, jinja2, cerberus
from decimal import Decimal
from docxtpl import DocxTemplate
count, loads = int(sys.argv[1]), sys.argv[2]
context, fields = pickle.load(open("namen.pickle", "rb")), pickle.load(open("velden.pickle", "rb"))
from docgen.word.jinja.sandbox import own_filters
env = jinja2.Environment(autoescape=True)
env.filters |= own_filters()
validator = cerberus.Validator(fields, allow_unknown=True)
text = open({sample!r}, encoding="utf-8").read()
dossier = yaml.load(text, Loader=yaml.SafeLoader)
for number in range(count):
    if loads == "each":
        dossier = yaml.load(text, Loader=yaml.SafeLoader)
    dossier["partner"] = {{"naam": f"Stichting {{number}}", "plaats": "Merenbroek"}}
    validator.validate(dossier)
    made = DocxTemplate({template!r})
    made.render(context | {{"partner": context["partner"] | dossier["partner"]}}, env)
    made.save(f"script-{{number}}.docx")
"""
SPIN = "import time; until = 6_000_000\nfor i in range(until): pass"


def plain(rules: dict) -> dict:
    """docgen's rules as Cerberus knows them without docgen: for values as PyYAML's SafeLoader gives them."""
    kinds = {"amount": "number"}
    kept = {name: asked for name, asked in rules.items() if name not in ("meta", "regex")}
    kept["type"] = kinds.get(rules.get("type", "string"), rules.get("type", "string"))
    if isinstance(rules.get("schema"), dict):
        inside = rules["schema"]
        kept["schema"] = plain(inside) if rules["type"] == "list" else {k: plain(v) for k, v in inside.items()}
    for part in ("keysrules", "valuesrules"):
        if part in rules:
            kept[part] = plain(rules[part])
    return kept


def cpu_and_wall(command: list[str], folder: Path) -> tuple[float, float]:
    """CPU and wall seconds of a process with its children."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def write_list(path: Path, rows: int, signing: bool) -> None:
    """A list of partners; those that sign become a party, which changes more of the agreement."""
    more, cells = (";partner.ondertekenaar;partner.niveau", ";directeur;directie") if signing else ("", "")
    lines = [f"Stichting {number};Merenbroek;{number:08}{cells}\n" for number in range(rows)]
    path.write_text(f"partner.naam;partner.plaats;partner.kvk{more}\n" + "".join(lines), encoding="utf-8")


def docgen_costs(folder: Path, signing: bool) -> tuple[float, float]:
    """CPU seconds a document, and CPU seconds of a batch beside that."""
    spent = {}
    for rows in (FEW, MANY):
        write_list(folder / "lijst.csv", rows, signing)
        out = folder / f"uit-{rows}-{time.monotonic_ns()}"
        spent[rows] = cpu_and_wall([*DOCGEN, "--partners", "lijst.csv", "--out", str(out)], folder)[0]
    each = (spent[MANY] - spent[FEW]) / (MANY - FEW)
    return each, spent[FEW] - FEW * each


def script_cost(folder: Path, loads: str) -> float:
    """CPU seconds a document of the script, without its beginning."""
    command = [sys.executable, "-c", SCRIPT.format(sample=str(SAMPLE), template=str(TEMPLATE))]
    spent = [cpu_and_wall([*command, str(count), loads], folder)[0] for count in (1, 1 + PARTNERS)]
    return (spent[1] - spent[0]) / PARTNERS


def gains(folder: Path) -> tuple[float, float]:
    """How much sooner two processes are ready than one: docgen, and this machine with work that shares nothing."""
    write_list(folder / "lijst.csv", MANY, False)
    walls = []
    for workers in ("1", "2"):
        out = str(folder / f"gain-{workers}-{time.monotonic_ns()}")
        walls.append(cpu_and_wall([*DOCGEN, "--partners", "lijst.csv", "--out", out, "--workers", workers], folder)[1])
    start = time.perf_counter()
    for _ in range(2):
        subprocess.run([sys.executable, "-c", SPIN], check=True)
    one = time.perf_counter() - start
    start = time.perf_counter()
    both = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(2)]
    for process in both:
        process.wait()
    return walls[0] / walls[1], one / (time.perf_counter() - start)


def table() -> Table:
    """The figures as one table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder)
        each = [script_cost(folder, "each") for _ in range(RUNS)]
        once = [script_cost(folder, "once") for _ in range(RUNS)]
        named = [docgen_costs(folder, False) for _ in range(RUNS)]
        signing = [docgen_costs(folder, True) for _ in range(RUNS)]
        gained = [gains(folder) for _ in range(RUNS)]
    script, docgen = statistics.median(each), statistics.median(cost for cost, _ in named)
    signed = statistics.median(cost for cost, _ in signing)
    beginning = statistics.median(rest for _, rest in named)
    gain, own = (statistics.median(found) for found in zip(*gained, strict=True))
    lines = [
        Line("script, dossier read for each partner", (f"{script * 1000:.1f}", "1")),
        Line("script, dossier read once", (f"{statistics.median(once) * 1000:.1f}", f"{script / statistics.median(once):.1f}")),
        Line("docgen, partner named", (f"{docgen * 1000:.2f}", f"{script / docgen:.0f}"), goals=(("≥ 50×", script / docgen >= 50),)),
        Line("docgen, partner signs", (f"{signed * 1000:.2f}", f"{script / signed:.0f}"), goals=(("≥ 50×", script / signed >= 50),)),
        Line("docgen, the batch itself, once", (f"{beginning * 1000:.0f}", "")),
        Line("two processes, sooner than one (wall)", ("", f"{gain:.2f}"), remark=f"this machine itself: {own:.2f}",
             goals=(("≥ 1.7×, or 0.85 of the machine's own", gain >= min(1.7, 0.85 * own)),)),
    ]  # fmt: skip
    return Table(
        "Everything on: the agreement of the sample (22 pages) for each partner", ("a document", "CPU ms", "×"), lines
    )


def _prepare(folder: Path) -> None:
    from docgen.context import builder
    from docgen.documents.request import parse_request
    from docgen.documents.variables import report_variables
    from docgen.dossier import load
    from docgen.schema import completion

    dossier = load(SAMPLE)
    root = dossier.library.schema.root
    full = completion.fill_defaults(dossier.data | {"partner": {"naam": "Stichting"}}, root)
    names = builder.build(
        full, **report_variables(parse_request(dossier, "overeenkomst"), dossier.data, dossier, False)
    )
    (folder / "namen.pickle").write_bytes(pickle.dumps(names))
    fields = {name: plain(asked) for name, asked in root.rules["schema"].items()}
    (folder / "velden.pickle").write_bytes(pickle.dumps(fields))


if __name__ == "__main__":
    print(table().as_text())
