"""Once a folder through which files are written is closed, nothing is written through it any more."""

from __future__ import annotations

import threading

import pytest

from docgen.errors import OutputError
from docgen.system import files, run_folder


def test_what_is_written_through_it_stands_where_it_belongs_and_leaves_nothing(tmp_path):
    folder = run_folder.make(tmp_path)
    files.write(tmp_path / "a.docx", b"een", through=folder)
    assert list(folder.iterdir()) == [] and (tmp_path / "a.docx").read_bytes() == b"een"
    run_folder.close(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_once_it_is_closed_nothing_is_written_through_it(tmp_path):
    folder = run_folder.make(tmp_path)
    (folder / ".half.tmp").write_bytes(b"half")
    run_folder.close(folder)
    with pytest.raises(OutputError):
        files.write(tmp_path / "a.docx", b"een", through=folder)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_who_was_killed_is_taken_away(tmp_path):
    left = run_folder.make(tmp_path)
    (left / ".half.tmp").write_bytes(b"half")
    new = run_folder.make(tmp_path)
    assert list(tmp_path.iterdir()) == [new] and new != left


def test_it_is_closed_while_others_write_and_not_one_file_comes_after(tmp_path):
    folder, made, stop = run_folder.make(tmp_path), [], threading.Event()

    def write(name):
        for number in range(10_000):
            if stop.is_set():
                return
            try:
                files.write(tmp_path / f"{name}-{number}", b"x", through=folder)
            except OutputError:
                return
            made.append(f"{name}-{number}")

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for writer in writers:
        writer.start()
    while len(made) < 20:
        pass
    run_folder.close(folder)
    there = {path.name for path in tmp_path.iterdir()}
    for writer in writers:
        writer.join(10)
    stop.set()
    assert not folder.exists() and {path.name for path in tmp_path.iterdir()} == there
