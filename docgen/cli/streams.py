"""Where docgen prints: what a console cannot show is replaced by a question mark, and is never an error."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path
from typing import Any, TextIO


class AsciiStream(io.TextIOWrapper):
    """A stream to a console that knows ASCII only. It hides its bytes: click would write UTF-8 to them."""

    buffer: Any = None


def prepare() -> None:
    """Make the streams of this process such that anything can be printed to them."""
    sys.stdout, sys.stderr = _tolerant(sys.stdout), _tolerant(sys.stderr)


def nowhere() -> TextIO:
    """A stream that nobody reads."""
    return Path(os.devnull).open("w", encoding="utf-8", errors="replace")


def _tolerant(stream: Any) -> TextIO:
    if stream is None:
        return nowhere()
    if not isinstance(stream, io.TextIOWrapper):
        return stream  # type: ignore[no-any-return]
    if codecs.lookup(stream.encoding).name == "ascii":
        return AsciiStream(stream.buffer, "ascii", "replace", line_buffering=stream.line_buffering)
    stream.reconfigure(errors="replace")
    return stream
