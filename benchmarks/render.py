"""What making a document costs beside other programs, and beside a floor: `make bench`.

One agreement of five pages for every partner, rendered and written to disk by warm processes that take turns; figures
are medians. Only ratios within one run mean something.
"""

from __future__ import annotations

import html
import json
import re
import statistics
import subprocess
import tempfile
import zipfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.agreement import context, missing_in, write_template
from benchmarks.peers import WAYS, Absent, Way
from benchmarks.table import Line, Table

RUNS, DOCUMENTS = 9, 60
WANTED = {("docgen, isal", "docxtpl"): 90, ("docgen, isal", "docxtemplater"): 30}
WANTED |= {("docgen, standard library", "docxtpl"): 50, ("docgen, standard library", "docxtemplater"): 15}
ABOVE_FLOOR = 2


@dataclass
class Worker:
    """A warm process that makes documents one way, and what each run cost."""

    way: Way
    process: Any
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def run(self, count: int) -> None:
        """Make so many documents. Raises `Absent` when the process cannot."""
        try:
            self.process.stdin.write(f"{count}\n")
            self.process.stdin.flush()
        except OSError:
            pass  # it ended; what it said comes below
        answer = self.process.stdout.readline().split()
        if len(answer) != 2:
            said = self.process.stderr.read().strip().splitlines() or ["it ended"]
            raise Absent(f"cannot be run: {said[-1][:100]}")
        self.cpu.append(float(answer[0]))
        self.wall.append(float(answer[1]))


def started(way: Way, folder: Path, stack: ExitStack, is_large: bool) -> Worker:
    """Start a worker and prove that its document holds all data. Raises `Absent` when it cannot do the work."""
    command = way.command()
    name = way.title.replace(", ", "-").replace(" ", "-")
    template, data, out = (folder / f"{name}{end}" for end in (".docx", ".json", "-uit.docx"))
    write_template(template, way.tags, is_large)
    data.write_text(json.dumps([way.data(context(number)) for number in range(DOCUMENTS)]), encoding="utf-8")
    process = _process([*command, str(template), str(data), str(out)], way)
    stack.callback(process.wait)
    stack.callback(process.kill)
    worker = Worker(way, process)
    worker.run(2)
    missing = missing_in(words_of(out), 1)
    if missing:
        raise Absent(f"incomplete: its document lacks {len(missing)} of the values, such as ‘{missing[0]}’")
    worker.cpu.clear()
    worker.wall.clear()
    return worker


def _process(command: list[str], way: Way) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe, stderr=pipe, env=way.environment())
    except FileNotFoundError as error:
        raise Absent(f"{command[0]} is not installed") from error


def words_of(document: Path) -> str:
    """The text of a finished document, without any of its elements."""
    with zipfile.ZipFile(document) as archive:
        return html.unescape(re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode()))


def measured(folder: Path, is_large: bool) -> tuple[list[Worker], dict[str, str]]:
    """All workers with what their runs cost, and why others are absent."""
    workers: list[Worker] = []
    absent: dict[str, str] = {}
    with ExitStack() as stack:
        for way in WAYS:
            try:
                workers.append(started(way, folder, stack, is_large))
            except Absent as reason:
                absent[way.title] = str(reason)
        for _ in range(RUNS):
            for worker in workers:
                if worker.way.title not in absent:
                    try:
                        worker.run(worker.way.count)
                    except Absent as reason:
                        absent[worker.way.title] = str(reason)
    return [worker for worker in workers if worker.way.title not in absent], absent


def table(is_large: bool = False) -> Table:
    """The figures as one table, for the agreement of five pages or the large one."""
    with tempfile.TemporaryDirectory() as folder:
        workers, absent = measured(Path(folder), is_large)
    cost = {worker.way.title: statistics.median(worker.cpu) for worker in workers}
    lines = [_line(worker, cost) for worker in workers]
    lines += [Line(title, (), reason) for title, reason in absent.items()]
    heading = ("render and write", "CPU ms", "wall ms", "docxtpl ÷", "docxtemplater ÷", "÷ floor")
    what = "A large agreement (120 KB of XML)" if is_large else "An agreement of five pages (24 KB of XML)"
    rounds = f"{RUNS} rounds in turns, 2 documents before them, {min(w.count for w in WAYS)} to {max(w.count for w in WAYS)} a round"
    return Table(f"{what}, made and written by a warm process: {rounds}", heading, lines)


def _line(worker: Worker, cost: dict[str, float]) -> Line:
    title = worker.way.title
    own = cost[title]
    floor = cost.get(title.replace("docgen", "floor"), own)
    ratios = {peer: cost[peer] / own for peer in ("docxtpl", "docxtemplater") if peer in cost}
    shown = [f"{own:.2f}", f"{statistics.median(worker.wall):.2f}"]
    shown += [f"{ratios[peer]:.1f}" if peer in ratios else "" for peer in ("docxtpl", "docxtemplater")]
    shown.append(f"{own / floor:.2f}" if title.startswith("docgen") else "")
    goals = [
        (f"≥ {least}× {peer}", ratios.get(peer, 0) >= least) for (who, peer), least in WANTED.items() if who == title
    ]
    goals += [(f"≤ {ABOVE_FLOOR}× floor", own <= ABOVE_FLOOR * floor)] if title.startswith("docgen") else []
    return Line(title, tuple(shown), goals=tuple(goals))


if __name__ == "__main__":
    print(table().as_text())
