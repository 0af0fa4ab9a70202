"""What may be kept for a next time: files in a folder of this user alone, signed. Everything here may be lost.

What is kept can hold code, so nobody else may plant it. The folder must be this user's, no link, and closed to others;
a file must be this user's and not writable by others; and it must carry an HMAC made with a random key that only this
user can read. That last one catches damage, and a file that came from another machine, backup or account. It does not
stop programs that run as this same user, or as root: those can read the key, and can change docgen itself as well.

Whatever is not right counts as not there. Where files have no owner (Windows), nothing is kept.
"""

from __future__ import annotations

import contextlib
import hmac
import marshal
import os
import stat
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

SWITCH = "DOCGEN_CACHE"  # 0: keep nothing; a path: keep it there
KEY = "key"
SIGNATURE, KEY_LENGTH = 32, 32
MOST_FILES = 50
MOST_BYTES = 30_000_000
FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def load(name: str) -> bytes | None:
    """What was kept under a name, `None` when it is not there or not to be trusted."""
    with contextlib.suppress(OSError), _opened_folder() as folder:
        signed, key = _read(folder, name, WRITABLE_BY_OTHERS), _key(folder)
        content = signed[SIGNATURE:]
        if key and hmac.compare_digest(signed[:SIGNATURE], _signature(key, name, content)):
            return content
    return None


def save(name: str, content: bytes) -> None:
    """Keep bytes under a name, whole or not at all; the oldest make room. Never an error."""
    if len(content) > MOST_BYTES - SIGNATURE:
        return
    with contextlib.suppress(OSError), _opened_folder(make=True) as folder:
        key = _key(folder) or _new_key(folder)
        _write(folder, name, _signature(key, name, content) + content)
        _make_room(folder)


@cache
def secret() -> bytes:
    """A key that only this user knows, for hashes that tell nobody else what was hashed; where nothing may be kept it is
    one of this process alone."""
    with contextlib.suppress(OSError), _opened_folder(make=True) as folder:
        return _key(folder) or _new_key(folder)
    return os.urandom(KEY_LENGTH)


def dumps(data: Any) -> bytes:
    """Plain data as bytes, dates too. Raises `ValueError` for anything else."""
    return marshal.dumps(_without_dates(data))


def loads(content: bytes) -> Any:
    """The data in what `dumps` gave."""
    return _with_dates(marshal.loads(content))


def _without_dates(data: Any) -> Any:
    kind = type(data)
    if kind is dict:
        return {_without_dates(key): _without_dates(value) for key, value in data.items()}
    if kind is list:
        return [_without_dates(value) for value in data]
    if kind is date:
        return (data.isoformat(),)
    if data is None or kind in (str, bool, int, float):
        return data
    raise ValueError(kind)


def _with_dates(data: Any) -> Any:
    kind = type(data)
    if kind is dict:
        return {_with_dates(key): _with_dates(value) for key, value in data.items()}
    if kind is list:
        return [_with_dates(value) for value in data]
    return date.fromisoformat(data[0]) if kind is tuple else data


def _place() -> Path | None:
    """The folder, `None` when nothing may be kept."""
    asked = os.environ.get(SWITCH, "")
    if asked == "0" or not hasattr(os, "geteuid"):
        return None
    if asked:
        return Path(asked)
    try:
        from platformdirs import user_cache_path
    except ImportError:
        return None
    return user_cache_path("docgen")


@contextlib.contextmanager
def _opened_folder(make: bool = False) -> Iterator[int]:
    """The folder itself, opened: what is read and written is in it even when its name leads elsewhere by then."""
    place = _place()
    if place is None or not place.is_absolute():
        raise FileNotFoundError
    if make and not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            place.mkdir(mode=0o700)
    folder = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        _check(os.fstat(folder), FOR_OTHERS)
        yield folder
    finally:
        os.close(folder)


def _check(state: os.stat_result, forbidden: int) -> None:
    """Raise `PermissionError` when something is not this user's, or gives others what is forbidden."""
    if state.st_uid != os.geteuid() or state.st_mode & forbidden:
        raise PermissionError


def _read(folder: int, name: str, forbidden: int) -> bytes:
    file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    with os.fdopen(file, "rb") as stream:
        state = os.fstat(file)
        _check(state, forbidden)
        if not stat.S_ISREG(state.st_mode) or state.st_size > MOST_BYTES:
            raise PermissionError
        return stream.read(MOST_BYTES)


def _write(folder: int, name: str, content: bytes) -> None:
    """Write under another name first, so that a reader sees all of it or nothing."""
    temporary = f".{os.urandom(8).hex()}.tmp"
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=folder)
    try:
        with os.fdopen(file, "wb") as stream:
            stream.write(content)
        os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary, dir_fd=folder)
        raise


def _key(folder: int) -> bytes | None:
    """The key of this user, `None` when there is none that others cannot know."""
    try:
        key = _read(folder, KEY, FOR_OTHERS)
    except OSError:
        return None
    return key if len(key) == KEY_LENGTH else None


def _new_key(folder: int) -> bytes:
    """A new key; what was signed with an older one counts as not there from now on."""
    key = os.urandom(KEY_LENGTH)
    _write(folder, KEY, key)
    return key


def _signature(key: bytes, name: str, content: bytes) -> bytes:
    return hmac.digest(key, name.encode() + b"\0" + content, "sha256")


def _make_room(folder: int) -> None:
    """Drop all but the newest files, those that were never finished too."""
    names = [name for name in os.listdir(folder) if name != KEY]
    if len(names) <= MOST_FILES:
        return
    ages = {name: os.stat(name, dir_fd=folder, follow_symlinks=False).st_mtime_ns for name in names}
    for name in sorted(names, key=lambda name: -ages[name])[MOST_FILES:]:
        os.unlink(name, dir_fd=folder)
