"""What is kept for a next time: of this user alone, whole or not at all, and never an error."""

from __future__ import annotations

import os
from datetime import date

import pytest

from docgen.system import store


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(store.SWITCH, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_only_the_newest_files_stay(folder):
    for number in range(store.MOST_FILES + 10):
        store.save(f"naam-{number:03}", b"inhoud")
    assert len(list(folder.iterdir())) == store.MOST_FILES + 1
    assert store.load(f"naam-{store.MOST_FILES + 9:03}") == b"inhoud"


def test_plain_data_comes_back_as_it_was():
    data = {"datum": date(2027, 6, 24), "lijst": [1, 1.5, True, None, "é"], 2028: {}}
    assert store.loads(store.dumps(data)) == data
    with pytest.raises(ValueError, match="set"):
        store.dumps({"x": {1}})


def test_what_is_kept_comes_back_and_a_later_one_takes_its_place(folder):
    assert store.load("naam") is None
    store.save("naam", b"een")
    store.save("naam", b"twee")
    assert store.load("naam") == b"twee" and store.load("ander") is None
    assert {path.name for path in folder.iterdir()} == {"naam", store.KEY}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:-1], lambda data: data[:10], lambda data: b"", lambda data: data[:40] + b"X" + data[41:]],
)
def test_what_is_damaged_counts_as_not_there(folder, damage):
    store.save("naam", b"x" * 100)
    (folder / "naam").write_bytes(damage((folder / "naam").read_bytes()))
    assert store.load("naam") is None


def test_what_was_signed_with_another_key_or_under_another_name_counts_as_not_there(folder):
    store.save("naam", b"inhoud")
    (folder / "ander").write_bytes((folder / "naam").read_bytes())
    (folder / "ander").chmod(0o600)
    assert store.load("ander") is None
    (folder / store.KEY).write_bytes(b"k" * store.KEY_LENGTH)
    assert store.load("naam") is None


@pytest.mark.parametrize(
    ("name", "mode"), [("naam", 0o620), ("naam", 0o602), (store.KEY, 0o640), (store.KEY, 0o604), (".", 0o750)]
)
def test_what_others_could_have_written_or_read_is_not_used(folder, name, mode):
    store.save("naam", b"inhoud")
    assert store.load("naam") == b"inhoud"
    (folder / name).chmod(mode)
    assert store.load("naam") is None


def test_a_key_that_is_too_short_is_replaced(folder):
    store.save("naam", b"een")
    (folder / store.KEY).write_bytes(b"")
    assert store.load("naam") is None
    store.save("naam", b"twee")
    assert store.load("naam") == b"twee" and len((folder / store.KEY).read_bytes()) == store.KEY_LENGTH


def test_a_link_or_a_pipe_is_not_read(folder, tmp_path):
    store.save("naam", b"inhoud")
    (folder / "naam").rename(tmp_path / "elders")
    (folder / "naam").symlink_to(tmp_path / "elders")
    assert store.load("naam") is None
    os.mkfifo(folder / "pijp", 0o600)
    assert store.load("pijp") is None


def test_what_is_too_large_is_not_kept(folder, monkeypatch):
    monkeypatch.setattr(store, "MOST_BYTES", 100)
    store.save("precies", b"x" * (100 - store.SIGNATURE))
    store.save("meer", b"x" * (101 - store.SIGNATURE))
    assert store.load("precies") == b"x" * 68 and not (folder / "meer").exists()


@pytest.mark.parametrize("place", ["0", "relatief/pad", "/proc/nergens", "/dev/null/nergens"])
def test_without_a_place_nothing_is_kept_and_nothing_goes_wrong(monkeypatch, tmp_path, place):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(store.SWITCH, place)
    store.save("naam", b"inhoud")
    assert store.load("naam") is None and not list(tmp_path.iterdir())


def test_what_is_no_plain_data_is_refused_also_deep_inside():
    for data in ((1, 2), {"a": [{"b": object()}]}, {(1, 2): "x"}):
        with pytest.raises(ValueError):
            store.dumps(data)
    day = {date(2028, 1, 1): [date(2028, 12, 31)]}
    assert store.loads(store.dumps(day)) == day
