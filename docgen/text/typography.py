"""One sort of apostrophes, dashes and hard spaces in the sentences and titles of a writer; the words stay as they are.

Not for ids, numbers of cases, references, addresses and names of files: a schema marks what is for sentences (`meta.zinnen`). A web
address, an e-mail address and the address of a link inside a sentence stay too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from docgen._lazy import regex
from docgen.text.dutch import MINUS, NO_BREAK_SPACE

MAY_CHANGE = regex(r"['€]|\d{4} ?- ?\d|\d \w")
LINK_ADDRESS, TOKEN = regex(r"\]\([^)\s]{0,2000}\)"), regex(r"\S+")
SITE = regex(r"(?:^|\W)www\.|://|@|\\|\.(?:nl|com|org|eu|net|be)(?!\w)")
FILE = regex(
    r"\.(?:docx?|docm|dotx|xlsx?|xlsm|pptx?|pdf|csv|txt|md|ya?ml|json|xml|html?|rtf|od[tsp]|jpe?g|png|gif|tiff?|zip|7z|mp[34]|mov|"
    r"msg|eml)\W*$",
    re.IGNORECASE,
)
BEFORE_REFERENCE = regex(r"\W*(?:kenmerk|zaak|zaaknummer|nummer|nr|dossiernummer|referentie)\W*$", re.IGNORECASE)
ENDS_WORDS = ".,;:()\n"
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
YEAR = r"(?:19|20|21)\d\d"


def _years(found: re.Match[str]) -> str:
    return f"{found[1]}–{found[2]}" if found[1] < found[2] else found[0]


# what is typed, and what it becomes; in this order
CHANGES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (regex(r"(?<![\w'’])'(?=(?:[stnkm]|[sS]-\w*|\d\d)(?![\w'’]))"), "’"),  # 's avonds, 't, '90
    (regex(r"(?<![\w\"'])'([^'‘’\n]*[^'‘’\s])'(?![\w'])"), r"‘\1’"),
    (regex(r"(?<=[^\W\d])'"), "’"),  # euro's, zo'n, leerkrachten'
    (regex(r"(?<=\d)'(?=[se]\b)"), "’"),  # 65+'s has a sign before it and stays
    (regex(rf"(?<![\w./–-])({YEAR}) ?[-–] ?({YEAR})(?![\w/–-]|[.,]\d)"), _years),
    (regex(r"€\s*[-−]\s*(?=\d)|(?<![\w€-])[-−]\s?€\s*(?=\d)"), f"{MINUS}€{NO_BREAK_SPACE}"),
    (regex(r"€\s*(?=\d)"), f"€{NO_BREAK_SPACE}"),
    (regex(rf"\b(\d{{1,2}}) (?=(?:{MONTHS})\b)"), rf"\1{NO_BREAK_SPACE}"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def one_sort(text: str) -> str:
    """A text with one sort of each sign."""
    if not MAY_CHANGE.search(text):
        return text
    pieces, end = [], 0
    for start, stop in _left_alone(text):
        pieces += [_changed(text[end:start]), text[start:stop]]
        end = stop
    return "".join([*pieces, _changed(text[end:])])


def _left_alone(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses, references and names of files stand, in order; a name of a file may have words before its last."""
    end = 0
    for link in [*LINK_ADDRESS.finditer(text), None]:
        start, stop = link.span() if link else (len(text), len(text))
        before = ""
        for token in TOKEN.finditer(text, end, start):
            if FILE.search(token[0]):
                yield max(end, 1 + max(text.rfind(sign, end, token.start()) for sign in ENDS_WORDS)), token.end()
                end = token.end()
            elif SITE.search(token[0]) or BEFORE_REFERENCE.match(before):
                yield token.span()
                end = token.end()
            before = token[0]
        yield start, stop
        end = stop


def _changed(text: str) -> str:
    for pattern, becomes in CHANGES:
        text = pattern.sub(becomes, text)
    return text
