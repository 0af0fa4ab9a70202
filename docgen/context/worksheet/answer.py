"""An answer to a help question, and the Dutch it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from docgen.text.dutch import capital, without_full_stop
from docgen.text.markdown.marked_text import joined, with_first, with_last


class Answer(NamedTuple):
    """What the dossier says to a question: sentences, and whether they answer it or are only what is known."""

    text: str = ""
    is_real: bool = True


NOTHING = Answer("", is_real=False)


def falls_away(reason: str) -> Answer:
    """The answer to a question that an earlier answer takes away."""
    return Answer(f"Vervalt: {reason}.")


def known(*texts: str) -> Answer:
    """What is known and does not answer the question."""
    return Answer(sentences(*texts), is_real=False)


def sentences(*texts: str | None) -> str:
    """Texts as sentences with their full stops; the first begins as it is written, to stand behind other words too."""
    first, *rest = [closed for text in texts if text and (closed := with_last(text, _closed))] or [""]
    return joined([first, *(with_first(text, capital) for text in rest)])


def _closed(text: str) -> str:
    bare = without_full_stop(text.strip())
    return bare + ("" if not bare or bare[-1] in "?!…:" else ".")


def pieces(texts: Iterable[str | None]) -> str:
    """Texts one behind the other in one sentence: "a; b"."""
    return "; ".join(without_full_stop(text) for text in texts if text)


def beside(text: str, *details: str | None) -> str:
    """A text with details between brackets behind it; never brackets in brackets or one pair behind another."""
    told = ", ".join(_without_brackets(detail) for detail in details if detail)
    if not told:
        return text
    return f"{text[:-1]}, {told})" if text.endswith(")") else f"{text} ({told})"


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\(([^()]*)\)", r", \1", text)
