"""What surely is Markdown or HTML in a text and is no part of the subset: it is printed as it stands, and told.

What only looks like it is no finding: `a_b`, `< 5`, `R&D`, `[1]`, a year with a full stop, one star behind a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from docgen._lazy import regex
from docgen.text.markdown.marked_text import MarkedText
from docgen.text.markdown.subset import ADDRESS, ITEM, LINK, running_text

HEADING = regex(r"\s*#{1,6}\s+\S")
HASH = "in een tekst is # geen opmerking en geen kop; de regel komt zo in het document"
TAGS = (
    "a|b|i|u|s|p|q|br|hr|em|strong|span|div|ul|ol|li|dl|dt|dd|h[1-6]|table|thead|tbody|tr|td|th|img|code|pre|kbd|blockquote|sup|sub|"
    "del|ins|mark|small|big|font|center|section|article|header|footer|figure|figcaption|iframe|script|style|input|button|label|form"
)
ENTITIES = (
    "nbsp|amp|lt|gt|quot|apos|euro|shy|[nm]dash|[lr][sd]quo|[bs]bquo|hellip|bull|middot|copy|reg|trade|deg|times|frac\\d\\d|sect|"
    "[aeiouyAEIOUY](?:grave|acute|circ|uml|tilde)|[cC]cedil|szlig|#\\d{2,5}|#x[0-9a-fA-F]{2,5}"
)
SIGNS = "*_`~<>|[&+=-"  # without one of these a text has no marks
ESCAPED = regex(r"\\[*\[\]]")
ONE_LINE = "komt zo in het document"
UNKNOWN = f"is opmaak die docgen niet kent en {ONE_LINE}"
MOST = 60  # characters of what is quoted
WEB = regex(r"(?:www\.|[\w-]+\.)[\w.-]*\w\.?(?:nl|com|org|eu|net|be)\b\S*", re.IGNORECASE)
FOOTNOTE = regex(r"\w\*(?!\*)")


class Leftover(NamedTuple):
    """What was found: on which line (from 0), the characters themselves, what to say and what to do."""

    line: int
    found: str
    message: str
    hint: str


class _Kind(NamedTuple):
    """Something that is no part of the subset; {0} in the remedy is what stands inside."""

    pattern: str
    message: str
    hint: str
    hint_elsewhere: str = ""  # in a field that is no running text
    least: int = 1  # of such lines, before it surely is what it looks like


OF_LINES = [
    _Kind(r"\s*(?:[-*+])\s+(\[[ xX]\])\s", UNKNOWN, "haal ‘{0}’ weg"),
    _Kind(r"\s*((?:```|~~~).*)", UNKNOWN, "haal de regel weg"),
    _Kind(r"\s*(([-*_=])\2{2,})\s*$", UNKNOWN, "haal de regel weg"),
    _Kind(r"\s*(\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\|\s*:?-{2,}:?\s*\|)\s*$", "hoort bij een tabel; die kent een tekst niet", "maak er een lijst van, met een streepje voor elk punt"),
    _Kind(r"\s*(>+)\s?[^\W\d_]", UNKNOWN, "haal > weg, en zet een citaat tussen aanhalingstekens"),
    _Kind(r"\s*(\*)\s+\S", "maakt geen lijst en komt zo in het document", "begin elk punt met - in plaats van *", "haal * weg"),
    _Kind(r"\s*(\+)\s+\S", "maakt geen lijst en komt zo in het document", "begin elk punt met - in plaats van +", "haal + weg", 2),
    _Kind(r"\s*(\[[^\[\]]+\]:)\s+\S", UNKNOWN, "zet de koppeling in de tekst zelf: [woorden](https://adres)", "haal ‘{0}’ weg"),
]  # fmt: skip
INLINE = [
    _Kind(r"<!--.*?(?:-->|$)", "is een code uit een webpagina en komt zo in het document", "haal de code weg"),
    _Kind(rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>", "is een code uit een webpagina en komt zo in het document", "typ het teken zelf, of haal de code weg"),
    _Kind(rf"&(?:{ENTITIES});", "is een code uit een webpagina en komt zo in het document", "typ het teken zelf, of haal de code weg"),
    _Kind(r"(?<!\]\()<((?:https?://|mailto:)[^<>\s]+)>", UNKNOWN, "schrijf [{0}]({0})", "haal < en > weg"),
    _Kind(r"<([\w.+-]+@[\w-]+\.[\w.-]+)>", UNKNOWN, "schrijf [{0}](mailto:{0})", "haal < en > weg"),
    _Kind(r"!\[[^\[\]\n]*\]\([^()\n]*\)", "is een afbeelding; die kan niet in een tekst en komt zo in het document", "haal dit weg"),
    _Kind(r"\[\^[^\[\]\s]+\]", "is een voetnoot; die kent een tekst niet en dit komt zo in het document", "zet de bron tussen haakjes in de tekst"),
    _Kind(r"(?<![\w_])__(?=[^\s_])([^_\n]+?)(?<=[^\s_])__(?![\w_])", UNKNOWN, "schrijf **{0}** voor vet", "haal __ weg"),
    _Kind(r"(?<![\w_/\\.])_(?=[^\s_])([^_\n]*?[^\s_]|[^\s_])_(?![\w_/\\.])", UNKNOWN, "schrijf *{0}* voor cursief", "haal _ weg"),
    _Kind(r"~~(?=\S)([^~\n]+?)(?<=\S)~~", UNKNOWN, "haal ~~ weg"),
    _Kind(r"(?<![\w`])(`+)(?=[^`\s])([^`\n]*[^`\s])\1(?![\w`])", UNKNOWN, "haal de accenten ` weg"),
]  # fmt: skip
SPACED = _Kind(r"(?<!\S)\*\*\s+([^*\n]*[^*\s])\s+\*\*(?!\S)", UNKNOWN, "haal de spaties naast de sterren weg: **{0}**")
OPEN_BOLD = regex(r"(?<![\w*])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![\w*])")
IN_PLAIN = [
    _Kind(r"\*\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*\*", "staat in een veld zonder opmaak en komt zo in het document", "haal ** weg"),
    _Kind(rf"(?<!!)\[((?:\\.|[^\[\]\\\n])+)\]\({ADDRESS}\)", "staat in een veld zonder opmaak en komt zo in het document", "schrijf alleen de woorden, of alleen het adres"),
]  # fmt: skip
TOUCHING = regex(r"\*\*[^*\n]*[^\w\s*]\*\*\w|\w\*\*[^\w\s*][^*\n]*\*\*")  # stars between a sign and a word
ODD_LINK = regex(  # and not [1] (https://…)
    r"(?<![^\s\[\]!])(?P<end>[^\s\[\]!]*(?:\]+\(|(?<!\d)\] \()(?P<address>(?:https?://|mailto:)[^\s()]*))",
    re.IGNORECASE,
)
LINKED = regex(r"(?<!!)\[([^\[\]\n]+)\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)?)\)")


def leftovers(text: str, lines: Sequence[str], is_running: bool) -> Iterator[Leftover]:
    """What is no part of the subset, each kind once at its first line; `lines` are those of the text as they were typed.

    A line with # is told in every text (`headings`), and not here.
    """
    if not any(sign in text for sign in SIGNS):
        return
    shown = ESCAPED.sub("\ufdd8\ufdd8", text)
    for kind in OF_LINES:
        yield from _on_lines(kind, lines, text, is_running)
    kinds = [*INLINE, SPACED] if is_running else [*INLINE, *IN_PLAIN]
    for kind in kinds:
        found = [*re.compile(kind.pattern, re.IGNORECASE if kind in INLINE[:3] else 0).finditer(shown)]
        if found:
            hint = kind.hint if is_running or not kind.hint_elsewhere else kind.hint_elsewhere
            yield _at_its_line(found[0][0], lines, kind.message, hint.format(found[0][found[0].lastindex or 0]))
    if is_running:
        yield from _bad_links(shown, lines)
        yield from _open_bold(text, lines)


def headings(lines: Sequence[str]) -> Iterator[Leftover]:
    """A line that begins with #: meant as a note or as a heading, and printed; one finding for all of a text."""
    at = [number for number, line in enumerate(lines) if HEADING.match(line)]
    if at:
        others = f" (ook op {len(at) - 1} andere regel{'s' if len(at) > 2 else ''})" if at[1:] else ""
        message = f"‘{_short(lines[at[0]].strip())}’{others}: {HASH}"
        hint = "haal de regel weg; zet een opmerking met # boven het veld, en maak van een kop een gewone zin"
        yield Leftover(at[0], lines[at[0]].strip(), message, hint)


def more_paragraphs(text: str, lines: Sequence[str]) -> int | None:
    """The line where a text that stands inside a sentence gets a second paragraph or a list; `None` when it does not."""
    if len(getattr(running_text(text), "blocks", ())) < 2 and not ITEM.match(text):
        return None
    has_begun = False
    for number, line in enumerate(lines):
        if ITEM.match(line) or (has_begun and line.strip() and not lines[number - 1].strip()):
            return number
        has_begun = has_begun or bool(line.strip())
    return 0


def _on_lines(kind: _Kind, lines: Sequence[str], text: str, is_running: bool) -> Iterator[Leftover]:
    pattern = re.compile(kind.pattern)
    at = [(number, found) for number, line in enumerate(lines) if (found := pattern.match(line))]
    is_footnote = kind.pattern.startswith(r"\s*(\*)") and FOOTNOTE.search(text)
    is_all = len(at) == 1 and lines[at[0][0]].strip() == text.strip() and kind is OF_LINES[2]  # told as not filled in
    if len(at) < kind.least or is_all or is_footnote:
        return
    number, found = at[0]
    hint = kind.hint if is_running or not kind.hint_elsewhere else kind.hint_elsewhere
    yield Leftover(number, found[1], f"‘{_short(lines[number].strip())}’ {kind.message}", hint.format(found[1]))


def _bad_links(text: str, lines: Sequence[str]) -> Iterator[Leftover]:
    """[words](address) that becomes no link."""
    for found in LINKED.finditer(text):
        address, typed = found[2].strip("<> "), found[2].strip()
        if LINK.match(text, found.start()) or not _is_address(address):
            continue
        bare = address.split()[0] if address else ""
        if not address:
            reason, hint = "er staat geen adres tussen de haakjes", "zet het adres ertussen, of haal [ ] en ( ) weg"
        elif typed != address and re.fullmatch(ADDRESS, address, re.IGNORECASE):
            reason, hint = "om het adres staan < en >", f"schrijf [{found[1]}]({address})"
        elif WEB.fullmatch(address):
            reason, hint = _SCHEME, f"schrijf [{found[1]}](https://{address})"
        elif "@" in address and ":" not in address:
            reason, hint = _SCHEME, f"schrijf [{found[1]}](mailto:{address})"
        elif re.fullmatch(ADDRESS, bare, re.IGNORECASE):
            is_title = re.fullmatch(r"""["'].*["']""", address.removeprefix(bare).strip()) is not None
            reason = "in het adres staat een spatie"
            hint = (
                f"schrijf [{found[1]}]({bare})" if is_title else "haal de spatie uit het adres, of schrijf er %20 voor"
            )
        else:
            reason, hint = _SCHEME, "gebruik een adres van een website, of haal [ ] en ( ) weg"
        yield _at_its_line(found[0], lines, f"wordt geen koppeling en {ONE_LINE}: {reason}", hint)
        return
    good = {found.start(2) for found in LINK.finditer(text)}
    odd = next((found for found in ODD_LINK.finditer(text) if found.start("address") not in good), None)
    if odd:
        hint = "schrijf [woorden](https://adres) op één regel, zonder haken in de woorden en met ten hoogste één paar haakjes in het adres"
        yield _at_its_line(odd["end"], lines, f"wordt geen koppeling en {ONE_LINE}", hint)


_SCHEME = "het adres begint niet met https://, http:// of mailto:"


def _is_address(text: str) -> bool:
    """Whether what stands between the brackets was meant as an address: a word without spaces, or an address with more."""
    return (
        not re.search(r"\s", text)
        or re.match(r"(?:https?://|mailto:|www\.|ftp://|javascript:|/|#)", text, re.IGNORECASE) is not None
    )


def _open_bold(text: str, lines: Sequence[str]) -> Iterator[Leftover]:
    """** that has no partner in its paragraph."""
    read = running_text(ESCAPED.sub("\ufdd8\ufdd8", text))
    blocks = read.blocks if isinstance(read, MarkedText) else ()
    words = "\n".join(run.text for block in blocks for run in block.runs) if blocks else read
    words = re.sub(SPACED.pattern, "", words)
    found = OPEN_BOLD.search(words)
    if found:
        near = words[max(0, found.start() - MOST) : found.end() + MOST]  # the word that it stands at
        at = min(found.start(), MOST)
        word = re.search(r"\S*\Z", near[:at])[0] + re.match(r"\S*", near[at:])[0]  # type: ignore[index]
        hint = "zet ** direct voor en direct achter de woorden, in dezelfde alinea; moeten de sterren blijven, schrijf dan \\*\\*"
        if TOUCHING.search(near):
            hint = "zet een spatie tussen ** en het woord ernaast, buiten de sterren"
        yield _at_its_line(word, lines, f"heeft geen tweede ** in dezelfde alinea en {ONE_LINE}", hint)


def _at_its_line(found: str, lines: Sequence[str], message: str, hint: str) -> Leftover:
    """A finding at the first line that has it, or its first word where it goes on on the next line."""
    finders: list[Callable[[str], bool]] = [lambda line: found in line, lambda line: found.split()[0] in line]
    number = next((n for has in finders for n, line in enumerate(lines) if has(ESCAPED.sub("\ufdd8\ufdd8", line))), 0)
    return Leftover(number, found, f"‘{_short(found)}’ {message}", hint)


def _short(text: str) -> str:
    text = text.replace("\ufdd8\ufdd8", "\\*")
    return text if len(text) <= MOST else f"{text[:MOST]}…"
