"""A batch that is killed, interrupted, disturbed or short of room: no half document, nothing lost, nothing double."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from docgen.batch.task import REFUSED
from docgen.opc import archive
from docgen.word import properties
from docgen.word.plaintext import as_text
from tests.batch.batch_process import (
    ROWS,
    assert_tidy,
    batch,
    command,
    documents,
    start,
    wait_for,
    write_list,
)
from tests.conftest import ROOT

pytestmark = pytest.mark.faults

KILLS = 25


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory) -> Path:
    """A folder in which a batch was run to its end."""
    folder = tmp_path_factory.mktemp("ongestoord")
    write_list(folder)
    assert batch(folder)[0] == 0
    return folder


@pytest.fixture(scope="module")
def whole(undisturbed) -> dict[str, bytes]:
    """What an undisturbed run makes."""
    return documents(undisturbed)


@pytest.fixture
def folder(tmp_path) -> Path:
    write_list(tmp_path)
    return tmp_path


def test_killed_at_any_moment_it_leaves_whole_documents_and_the_same_command_goes_on(folder, whole):
    moments = random.Random(5)
    caught_at: list[int] = []
    for number in range(KILLS):
        process = start(folder)
        wait_for(folder, len(documents(folder)) + moments.randrange(1, 40), process)
        time.sleep(moments.uniform(0, 0.3) if number % 2 else 0)
        process.kill()
        process.communicate()
        time.sleep(0.05)
        there = documents(folder)
        assert all(whole[name] == data for name, data in there.items())
        caught_at.append(len(there))
        if len(there) == ROWS:
            shutil.rmtree(folder / "uit")
    assert len({count for count in caught_at if 0 < count < ROWS}) >= 10, caught_at
    code, out, _ = batch(folder)
    assert code == 0 and f"(van {ROWS} documenten)" in out
    assert documents(folder) == whole
    assert_tidy(folder, set(whole))


def test_a_worker_that_is_killed_takes_nothing_with_it(folder, whole):
    process = start(folder)
    wait_for(folder, 40, process)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    os.kill(int(children[0]), signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err.count("Traceback")) == (0, 0) and "geweigerd" not in out
    assert documents(folder) == whole


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)])
def test_interrupted_it_ends_soon_says_how_far_it_came_and_goes_on_later(folder, whole, sign, code):
    process = start(folder)
    wait_for(folder, 60, process)
    for _ in range(3):  # whoever is in a hurry presses more than once
        process.send_signal(sign)
    _, err = process.communicate(timeout=30)
    assert process.returncode == code and "Traceback" not in err
    assert "gemaakt" in err and "niet gemaakt; dezelfde opdracht maakt de rest" in err
    assert all(whole[name] == data for name, data in documents(folder).items())
    assert batch(folder)[0] == 0 and documents(folder) == whole
    assert_tidy(folder, set(whole))


def test_of_three_at_once_into_one_folder_one_works_and_the_others_wait_or_refuse(folder, whole):
    processes = [start(folder) for _ in range(3)]
    results = [(*process.communicate(timeout=120), process.returncode) for process in processes]
    codes = sorted(code for *_, code in results)
    assert codes[0] == 0 and set(codes) <= {0, 2}
    for _, err, code in results:
        assert "Traceback" not in err
        assert code == 0 or "al een batch bezig; wacht tot die klaar is" in err
    assert documents(folder) == whole


def test_a_killed_batch_does_not_keep_the_next_one_out(folder, whole):
    process = start(folder)
    wait_for(folder, 20, process)
    process.kill()
    assert batch(folder)[0] == 0 and documents(folder) == whole
    process.communicate()


def too_big() -> None:
    """No file may grow over 9 kB; what is compiled of a module would be half a file too."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))


def test_files_that_may_not_grow_are_refused_one_by_one(folder):
    code, out, err = batch(folder, preexec_fn=too_big, env={"PYTHONDONTWRITEBYTECODE": "1"})
    assert code == 1 and "het bestand wordt te groot" in err and f"{ROWS} geweigerd" in out
    assert not documents(folder) and not list((folder / "uit").rglob("*.tmp"))


WAYS = ([], ["sudo", "-n"])
MOUNT = next(
    (
        [*way, "unshare", *flags, "sh", "-c"]
        for way in WAYS
        for flags in (["-m"], ["-Urm"])
        if shutil.which("unshare")
        and (not way or shutil.which(way[0]))
        and subprocess.run(
            [*way, "unshare", *flags, "sh", "-c", "mount -t tmpfs -o size=100k none /mnt"], capture_output=True, check=False
        ).returncode == 0
    ),
    None,
)  # fmt: skip


if MOUNT:  # without the right to mount, a limit on the size of files (above) is all that can be tried

    def test_on_a_full_disk_what_is_there_is_whole_and_the_rest_is_refused(folder, whole):
        (folder / "uit").mkdir()
        script = f"mount -t tmpfs -o size=600k none '{folder}/uit' && cd '{folder}' && PYTHONPATH='{ROOT}' \"$@\"; code=$?; cp -r '{folder}/uit' '{folder}/na'; exit $code"
        done = subprocess.run(
            [*MOUNT, script, "sh", *command()], capture_output=True, text=True, timeout=240, check=False
        )
        assert done.returncode == 1 and "Traceback" not in done.stderr and "de schijf is vol" in done.stderr
        there = {path.name: path.read_bytes() for path in (folder / "na").glob("*.docx")}
        assert 3 < len(there) < ROWS and all(whole[name] == data for name, data in there.items())
        assert not list((folder / "na").rglob("*.tmp"))


def test_with_few_files_open_it_works(folder, whole):
    code, _, _ = batch(folder, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)))
    assert code == 0 and documents(folder) == whole


def test_where_nothing_can_be_written_it_says_so(folder):
    process = subprocess.run(
        command(out="/proc/uit"), cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert process.returncode == 2 and "/proc/uit" in process.stderr and "Traceback" not in process.stderr


@contextmanager
def held(process: subprocess.Popen[str]) -> Iterator[None]:
    """Stop a batch and its workers for a while."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    processes = [process.pid, *map(int, children)]
    for one in processes:
        os.kill(one, signal.SIGSTOP)
    try:
        yield
    finally:
        for one in reversed(processes):
            os.kill(one, signal.SIGCONT)


def test_a_folder_that_is_taken_away_ends_it_cleanly(folder):
    process = start(folder)
    wait_for(folder, 30, process)
    with held(process):
        shutil.rmtree(folder / "uit")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1 and "Traceback" not in err
    assert "het document is gemaakt maar staat er niet meer" in err and "de map is er niet meer" in err


def test_documents_that_are_taken_away_meanwhile_are_not_counted_as_made(folder, whole):
    process = start(folder)
    wait_for(folder, 30, process)
    with held(process):
        taken = set(documents(folder))
        for name in taken:
            (folder / "uit" / name).unlink()
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1 and f"{len(taken)} geweigerd (van {ROWS} documenten)" in out
    assert "is gemaakt maar staat er niet meer; geef dezelfde opdracht opnieuw" in err
    rows = json.loads((folder / "uit" / "verslag.json").read_text("utf-8"))["documenten"]
    assert {one["bestand"] for one in rows if one["stand"] == REFUSED} == taken == set(whole) - set(documents(folder))
    code, out, _ = batch(folder)
    assert code == 0 and f"{len(taken)} gemaakt" in out and documents(folder) == whole


def test_planted_links_are_not_followed(folder):
    target = folder / "doel.txt"
    target.write_text("blijf af", encoding="utf-8")
    (folder / "uit").mkdir()
    for name in ("Partner 00000.docx", "verslag.json", "verslag.xlsx"):
        (folder / "uit" / name).symlink_to(target)
    code, _, err = batch(folder)
    assert code == 1 and "Partner 00000.docx is een snelkoppeling" in err
    assert target.read_text(encoding="utf-8") == "blijf af"
    assert len([path for path in (folder / "uit").glob("*.docx") if not path.is_symlink()]) == ROWS - 1


@pytest.mark.parametrize("name", [".docgen", ".docgen/journaal.jsonl", ".docgen/slot"])
def test_what_docgen_keeps_is_never_a_link(folder, name):
    target = folder / "elders"
    (target.mkdir if name == ".docgen" else target.touch)()
    (folder / "uit" / name).parent.mkdir(parents=True)
    (folder / "uit" / name).symlink_to(target)
    code, _, err = batch(folder)
    assert code == 2 and name.split("/")[-1] in err
    assert not (target.is_dir() and list(target.iterdir())) and not (target.is_file() and target.stat().st_size)


def test_a_journal_with_nonsense_in_it_costs_time_and_nothing_else(folder, undisturbed, whole):
    shutil.copytree(undisturbed, folder, dirs_exist_ok=True)
    journal = folder / "uit" / ".docgen" / "journaal.jsonl"
    lines = journal.read_text(encoding="utf-8").splitlines()
    noise = [
        "{",
        "[]",
        "null",
        '{"soort":"document"}',
        '{"soort":"document","file":"x","traces":[]}',
        "\x00\xff",
        "9" * 5000,
    ]
    journal.write_text("\n".join([*noise, *lines[: len(lines) // 2], lines[-1][:40]]), encoding="utf-8")
    code, out, _ = batch(folder)
    assert code == 0 and f"{ROWS} ongewijzigd" in out and documents(folder) == whole


HOSTILE = [
    "{{ 7*191 }}", "{% raw %}", "A & B <w:p/> </w:t> \"\"x\"\" ]]>", "=HYPERLINK(1)", "../../etc", "CON", "\u202egnp.exe",
    "naam\tmet tab", "emoji 🎉", "x" * 3000, "ﬁn", "Cafe\u0301",
]  # fmt: skip
FORBIDDEN = ["\x00nul", "\x1besc", "\x07bel", "\ufffeniets"]


FEW, MANY = 300, 3_000
PEAK = (
    "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode; "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)"
)


def hostile_city(number: int) -> str:
    """What stands as the place of a partner: in three rows of a hundred something hostile."""
    hostile = HOSTILE + FORBIDDEN
    return hostile[number // 33 % len(hostile)] if number % 33 == 0 else f"Stad {number}"


def write_hostile_list(folder: Path, rows: int) -> None:
    lines = [f'{number};Partner {number:05};"{hostile_city(number)}"\n' for number in range(rows)]
    (folder / "lijst.csv").write_text(
        "overeenkomst.nummer;partner.naam;partner.plaats\n" + "".join(lines), encoding="utf-8"
    )


class Many:
    """A batch of so many rows, of which three in a hundred are hostile; `peak` is the memory of its largest process in MB."""

    def __init__(self, folder: Path, rows: int) -> None:
        write_hostile_list(folder, rows)
        done = subprocess.run(
            [sys.executable, "-c", PEAK, *command()], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip
        self.folder, self.code, self.err = folder, done.returncode, done.stderr
        self.peak = int(done.stdout.splitlines()[-1]) / 1024


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Many:
    return Many(tmp_path_factory.mktemp("veel"), MANY)


def test_of_three_thousand_rows_the_three_in_a_hundred_that_are_hostile_harm_no_other(many):
    made = sorted(path.name for path in (many.folder / "uit").glob("*.docx"))
    rows = json.loads((many.folder / "uit" / "verslag.json").read_text("utf-8"))["documenten"]
    refused = {one["voor"] for one in rows if one["stand"] == REFUSED}
    assert (
        many.code == 1 and len(made) + len(refused) == MANY and "\x1b" not in many.err and "Traceback" not in many.err
    )
    forbidden = [number for number in range(MANY) if hostile_city(number) in FORBIDDEN]
    assert refused == {f"rij {number + 2} (Partner {number:05})" for number in forbidden}
    for number in (0, 33, 66, 99, 132, MANY // 2, MANY - 2):
        data = (many.folder / "uit" / f"Partner {number:05}.docx").read_bytes()
        assert properties.is_untouched(archive.read(data))
        assert f"Nummer: ⇥ {number}\n" in as_text(data)


def test_ten_times_the_rows_take_no_more_memory(many, tmp_path):
    few = Many(tmp_path, FEW)
    assert (few.code, many.code) == (0, 1)  # only the longer list gets as far as what is forbidden
    assert many.peak - few.peak < 60, (few.peak, many.peak)
