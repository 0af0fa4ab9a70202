"""One batch at a time in a folder."""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import subprocess
import sys

import pytest

from docgen.errors import OutputError
from docgen.system import lock


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Nobody dies in these tests, so there is nobody to wait for."""
    monkeypatch.setattr(lock, "SECONDS", 0.05)


def test_a_folder_in_which_a_batch_works_is_refused_by_name_to_the_next(tmp_path):
    file = tmp_path / "slot"
    with (
        lock.locked(file, tmp_path),
        pytest.raises(OutputError, match=f"in {tmp_path} is al een batch bezig; wacht tot die klaar is"),
        lock.locked(file, tmp_path),
    ):
        pytest.fail("two hold one lock")


def test_a_lock_is_free_again_also_after_a_failure(tmp_path):
    file = tmp_path / "slot"
    with pytest.raises(ZeroDivisionError), lock.locked(file, tmp_path):
        _ = 1 / 0
    with lock.locked(file, tmp_path):
        assert file.exists()


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path):
    (tmp_path / "slot").symlink_to(tmp_path / "elders")
    with pytest.raises(OutputError, match="slot is niet te maken"), lock.locked(tmp_path / "slot", tmp_path):
        pytest.fail("it was followed")
    assert not (tmp_path / "elders").exists()


@pytest.fixture(params=["EINVAL", "ENOTSUP", "EOPNOTSUPP", "EPERM", "ENOSYS", "ENOLCK"])
def no_locks(request, monkeypatch):
    """A disk that knows no locks, as it says it."""

    def refused(_handle, _how):
        raise OSError(getattr(errno, request.param), request.param)

    monkeypatch.setattr(fcntl, "flock", refused)


def hold(tmp_path):
    return lock.locked(tmp_path / "slot", tmp_path)


@pytest.mark.usefixtures("no_locks")
def test_where_the_disk_knows_no_locks_a_file_keeps_the_next_one_out_and_goes_away(tmp_path):
    message = f"in {tmp_path} is al een batch bezig; wacht tot die klaar is of kies een andere map. Is die batch"
    with hold(tmp_path), pytest.raises(OutputError, match=message), hold(tmp_path):
        pytest.fail("two hold one lock")
    with pytest.raises(ZeroDivisionError), hold(tmp_path):
        _ = 1 / 0
    with hold(tmp_path):
        assert (tmp_path / "slot.bezet").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["slot"]


@pytest.mark.parametrize("no_locks", ["ENOLCK"], indirect=True)
@pytest.mark.parametrize(
    ("left", "message"),
    [
        (
            "{ended} {here}",
            "in {folder} staat het slot nog van een batch die is afgebroken; haal {folder}/slot.bezet weg",
        ),
        ("{ended} elders", "Is die batch (op computer elders) afgebroken, haal dan {folder}/slot.bezet weg"),
        ("{running} {here}", "al een batch bezig; wacht tot die klaar is"),
        ("", "Is die batch afgebroken, haal dan {folder}/slot.bezet weg"),
        ("9" * 200, "Is die batch afgebroken, haal dan {folder}/slot.bezet weg"),
    ],
)
def test_a_lock_that_was_left_behind_is_recognised_and_the_remedy_is_to_take_it_away(tmp_path, no_locks, left, message):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    known = {"ended": ended.pid, "running": os.getpid(), "here": socket.gethostname(), "folder": tmp_path}
    (tmp_path / "slot.bezet").write_text(left.format(**known), "utf-8")
    with pytest.raises(OutputError) as refused, hold(tmp_path):
        pytest.fail("two hold one lock")
    assert message.format(**known) in str(refused.value)
    (tmp_path / "slot.bezet").unlink()
    with hold(tmp_path):
        pass
