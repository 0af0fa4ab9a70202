"""Limits on steps and text, for both paths."""

from __future__ import annotations

MAX_STEPS = 3_000_000  # passes of loops plus calls, in one part of one document


MAX_TEXT = 20_000_000  # characters of one value or of one part
