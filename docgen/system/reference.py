"""Which of two paths is taken: with `DOCGEN_REFERENCE=1` the reference path alone, so that one can be held to the other.

A fast path answers or says nothing, and knows no message; what comes out is the same either way, later.
"""

from __future__ import annotations

import os

IS_FORCED = os.environ.get("DOCGEN_REFERENCE") == "1"
