"""A wall around work on what others made: what comes out of it, and what it ends."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.errors import LimitExceeded, RenderError, TemplateError
from docgen.system import isolation
from docgen.system.isolation import deadline, limit_memory, run_each_isolated, run_isolated
from tests.conftest import ROOT


def test_what_the_work_returns_comes_back_whole_and_what_it_changes_stays_behind():
    seen = []

    def work():
        seen.append(1)
        return {"groot": "é" * 300_000, "wie": os.getpid()}

    answer = run_isolated(work, "het sjabloon")
    assert len(answer["groot"]) == 300_000 and answer["wie"] != os.getpid() and seen == []


def test_no_child_is_left_behind(tmp_path):
    def too_long():
        (tmp_path / "kind").write_text(str(os.getpid()))
        time.sleep(30)

    children = [run_isolated(os.getpid, "het sjabloon")]
    with pytest.raises(
        RenderError, match=r"^het sjabloon duurt langer dan 0\.2 seconden; het sjabloon vraagt te veel rekenwerk$"
    ):
        run_isolated(too_long, "het sjabloon", seconds=0.2)
    children.append(int((tmp_path / "kind").read_text()))
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def test_a_child_that_ends_without_an_answer_is_told_as_that():
    with pytest.raises(
        RenderError,
        match=r"^bij brief hield het werk onverwacht op, misschien door te weinig geheugen; probeer het opnieuw$",
    ):
        run_isolated(lambda: os._exit(3), "brief")


def test_the_child_may_use_so_much_beside_what_there_was_and_hears_nobody_who_asks_it_to_stop():
    def work():
        signals = [signal.getsignal(number) is signal.SIG_IGN for number in (signal.SIGINT, signal.SIGTERM)]
        return resource.getrlimit(resource.RLIMIT_AS)[0], signals, signal.getitimer(signal.ITIMER_REAL)[0]

    before = resource.getrlimit(resource.RLIMIT_AS)
    limit, ignored, left = run_isolated(work, "het sjabloon", seconds=5)
    assert isolation.BYTES < limit < isolation.BYTES + 2**42 and ignored == [True, True]
    assert 5 < left <= 7  # it ends by itself, also when nobody waits for it any more
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_where_the_system_cannot_fork_the_work_is_done_here(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert run_isolated(os.getpid, "het sjabloon") == os.getpid()
    before = resource.getrlimit(resource.RLIMIT_AS)
    limit_memory()
    assert resource.getrlimit(resource.RLIMIT_AS) == before


class AlarmError(Exception):
    """The alarm went off."""


@pytest.fixture
def _alarm():
    def ring(_number, _frame):
        raise AlarmError

    before = signal.signal(signal.SIGALRM, ring)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("_alarm")
def test_a_deadline_ends_what_takes_longer_and_is_over_with_the_work():
    with pytest.raises(AlarmError), deadline(0.02):
        time.sleep(5)
    with deadline(60):
        assert 50 < signal.getitimer(signal.ITIMER_REAL)[0] <= 60
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


@pytest.mark.slow
def test_the_work_ends_also_when_the_one_who_asked_was_killed(tmp_path):
    sign = tmp_path / "kind"
    work = f"lambda: (open({str(sign)!r}, 'w').write(str(os.getpid())), 10 ** (10 ** 8))"
    code = f"import os\nfrom docgen.system.isolation import run_isolated as walled\nwalled({work}, 'het sjabloon', seconds=1)"
    parent = subprocess.Popen([sys.executable, "-c", code])
    while not sign.exists() or not sign.read_text():
        time.sleep(0.02)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    child = int(sign.read_text())
    for _ in range(100):
        try:
            state = Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return
        if state == "Z":
            return
        time.sleep(0.1)
    raise AssertionError("the child is still at work")


def test_the_wall_names_what_took_too_long_and_what_took_too_much():
    with pytest.raises(RenderError, match=r"het sjabloon duurt langer dan 0\.3 seconden"):
        run_isolated(lambda: time.sleep(5), "het sjabloon", seconds=0.3)
    with pytest.raises(RenderError, match="het sjabloon vraagt te veel geheugen"):
        run_isolated(lambda: len(bytearray(2_000_000_000)), "het sjabloon")
    assert run_isolated(lambda: {"a": [1]}, "het sjabloon") == {"a": [1]}


def test_a_bug_behind_the_wall_stays_a_bug_and_a_refusal_a_refusal():
    def refuse():
        raise TemplateError("sjabloon x klopt niet")

    with pytest.raises(ZeroDivisionError) as caught:
        run_isolated(lambda: 1 // 0, "het sjabloon")
    assert "test_isolation.py" in caught.value.__notes__[0]
    with pytest.raises(TemplateError, match="klopt niet"):
        run_isolated(refuse, "het sjabloon")


def pieces(*works):
    return run_each_isolated([(f"stuk {number}", work) for number, work in enumerate(works, 1)], seconds=0.3)


def test_pieces_of_work_are_done_by_one_child_in_their_order():
    one, two, three = pieces(os.getpid, lambda: "é" * 100_000, os.getpid)
    assert one == three != os.getpid() and two == "é" * 100_000
    assert list(pieces()) == []


def test_a_piece_that_breaks_its_limit_is_named_and_the_others_go_on_in_a_new_child():
    before, slow, large, after = pieces(os.getpid, lambda: time.sleep(5), lambda: bytes(2_000_000_000), os.getpid)
    assert isinstance(slow, LimitExceeded) and str(slow).startswith("stuk 2 duurt langer dan 0.3 seconden")
    assert isinstance(large, LimitExceeded) and str(large) == "stuk 3 vraagt te veel geheugen"
    assert isinstance(before, int) and isinstance(after, int) and before != after


def test_a_refusal_inside_a_piece_is_raised_at_its_turn():
    def refuse():
        raise TemplateError("sjabloon x klopt niet")

    outcomes = pieces(lambda: 1, refuse, lambda: 3)
    assert next(outcomes) == 1
    with pytest.raises(TemplateError, match="klopt niet"):
        next(outcomes)


def test_who_looks_at_no_more_pieces_leaves_no_child_behind():
    outcomes = pieces(os.getpid, lambda: time.sleep(5))
    child = next(outcomes)
    outcomes.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_where_the_system_cannot_fork_every_piece_is_done_here(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert list(pieces(os.getpid, lambda: 2)) == [os.getpid(), 2]


def test_who_is_asked_to_stop_while_the_child_begins_leaves_no_child_behind():
    code = (
        "import os, signal, time\n"
        "from docgen.system import signals\n"
        "from docgen.system.isolation import run_isolated\n"
        "signals.install_handlers()\n"
        "os.register_at_fork(after_in_parent=lambda: signal.raise_signal(signal.SIGTERM))\n"  # the first moment there is
        "try:\n    run_isolated(lambda: time.sleep(8), 'het sjabloon')\n"
        "except signals.Terminated:\n    pass\n"
        "else:\n    raise SystemExit('it was not heard')\n"
        "try:\n    os.waitpid(-1, os.WNOHANG)\n    raise SystemExit('a child is left')\n"
        "except ChildProcessError:\n    pass\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
