"""A base dossier, prepared so that what a row changes in it costs only what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from docgen import context, judge, schema
from docgen.doctypes import DocumentType
from docgen.dossier import Dossier, shape_of
from docgen.judge import Judgement


class Look(NamedTuple):
    full: dict[str, Any]
    sound: bool
    judged: list[Judgement]

    def names(self, **extra: Any) -> dict[str, Any]:
        return context.build(self.full, **extra)


class Overlaid:
    def __init__(self, base: Dossier, kinds: Sequence[DocumentType]) -> None:
        self.base, self.kinds = base, list(kinds)

    def look(self, data: dict[str, Any]) -> Look:
        from docgen.batch.maker import reading_of

        full = schema.complete(data, self.base.library.schema.rules)
        sound = not any(
            p.level == "fout" for _, p in shape_of(reading_of(self.base, data), self.base.library, self.kinds)
        )
        names = {kind.name for kind in self.kinds}
        return Look(full, sound, list(judge.judge(full, names)) if sound else [])
