"""One document for each of many: planned first, made in parallel, remembered, reported.

Not here: how one document is made (`documents/`), and a terminal (`cli/`).
Begin with `session`; then `planner`, `scheduler` and `worker`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen._lazy import importer

if TYPE_CHECKING:
    from docgen.batch.executors.runner import RunOptions, plan, run, status
    from docgen.batch.order import Order

__all__ = ["Order", "RunOptions", "plan", "run", "status"]

__getattr__ = importer(
    __name__,
    {"Order": "docgen.batch.order"}
    | dict.fromkeys(("RunOptions", "plan", "run", "status"), "docgen.batch.executors.runner"),
)
