"""One batch at a time in a folder."""

from __future__ import annotations

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
