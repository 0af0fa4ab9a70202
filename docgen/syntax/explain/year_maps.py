"""Amounts per year and hours per role that are not written as `{2028: 12500, 2029: 12500}`: what the line should be."""

from __future__ import annotations

import re

from docgen._lazy import regex
from docgen.syntax.explain.context import KEY, LONGEST_LINE, Diagnosis, ErrorContext, copyable, match_line
from docgen.text.numbers import plain_number

YEAR = r"(?:19|20|21)\d\d"
FIGURE = r"(?:€ ?)?\d+(?:[.,]\d+)*(?:,-)?(?![\w%]|[.,]\d| (?:k|m|mln|mld|duizend|miljoen|miljard|uur|fte|x)\b)"
PAIR = regex(
    rf"""["'“”‘’]?(?P<year>{YEAR})["'“”‘’]?(?:\s*[:=–—-]\s*|\s+)(?P<amount>{FIGURE})"""
    rf"""|'(?P<short>\d\d)\s*[:=]\s*(?P<second>{FIGURE})"""
    rf"""|(?<![\w-])(?P<key>[a-z][\w-]*)\s*[:=]\s*(?P<value>{FIGURE})"""
)
BETWEEN = regex(r"[\s,;&{}()\[\]'\"•-]*(?:en[\s,;&{}()\[\]'\"•-]*)?")
IN_BRACES = regex(r"(?<![\w-])([\w-]+): *(\{[^{}]*\})")
DOUBLED = r".*?(?<![\w-])(?P<name>[\w-]+): *(?P<at>\{)(?P<value>\{[^{}]*\})\s*$"
MESSAGE = "zo zijn de waarden niet te lezen: ze horen tussen { }, met komma’s ertussen"


def pairs(text: str) -> list[tuple[str, str]]:
    """The years (or names) and figures in a text that holds nothing else, each figure as a dossier wants it.

    Empty when there is more in the text, or a figure that can be read in two ways.
    """
    if len(text) >= LONGEST_LINE:
        return []
    written = list(PAIR.finditer(text))
    between = PAIR.split(text)[:: PAIR.groups + 1]
    if not written or not all(BETWEEN.fullmatch(rest) for rest in between):
        return []
    return [
        (
            f"20{m['short']}" if m["short"] else m["year"] or m["key"],
            plain_number(m["amount"] or m["second"] or m["value"]),
        )
        for m in written
    ]


def columns(text: str) -> list[tuple[str, str]]:
    """The same for a row of years and a row of as many figures below it: "2028;2029 12500;12500"."""
    if len(text) > LONGEST_LINE:
        return []
    words = [word for word in re.split(r"[;\t\s|]+", text.strip()) if word]
    half = len(words) // 2
    years, figures = words[:half], words[half:]
    if not years or len(words) % 2 or not all(re.fullmatch(YEAR, year) for year in years):
        return []
    return [(year, plain_number(figure)) for year, figure in zip(years, figures, strict=True)]


def line(name: str, text: str) -> str:
    """The remedy with the writer's own figures, or an empty string when those are not certain."""
    if len(text) > LONGEST_LINE:
        return ""
    comment = re.sub(r"(?<=[\d}])\s*\((?!\s*'?\d)[^()]*\)\s*$", "", text)
    known = pairs(comment) or columns(text)
    if not known or not all(figure for _, figure in known) or len({key for key, _ in known}) < len(known):
        return ""
    shown = ", ".join(f"{key}: {figure}" for key, figure in known)
    return copyable(f"schrijf {name}: {{{shown}}}", "")


def diagnose(context: ErrorContext) -> Diagnosis | None:
    """The line on which YAML stopped, when it holds years and amounts: in braces with the wrong marks, or without."""
    text = context.text(context.line)
    if len(text) > LONGEST_LINE:
        return None
    key = KEY.match(text)
    value = (key["value"] or "").strip() if key else ""
    if key and line(key["name"], value) == f"schrijf {key['name']}: {value}":
        return None  # nothing is wrong on this line
    inside = next((m for m in IN_BRACES.finditer(text) if m.start(2) < context.column <= m.end(2)), None)
    if inside and re.search("did not find expected ('|,)", context.words) and len(pairs(inside[2])) > 1:
        return Diagnosis(
            context.line, inside.start(2) + 1, MESSAGE, line(inside[1], inside[2]) or _blank(inside[1], inside[2])
        )
    doubled = match_line(context, DOUBLED, "hier staat een { te veel", "schrijf {name}: {value}")
    if doubled or not key or not re.search("mapping values|did not find expected", context.words):
        return doubled
    return _behind_braces(context, key) or _in_text(context, key)


def _behind_braces(context: ErrorContext, key: re.Match[str]) -> Diagnosis | None:
    """What stands behind the braces of a map of years."""
    value = (key["value"] or "").strip()
    after = re.fullmatch(r"(?P<braces>\{[^{}]*\})\s*(?P<rest>[^,}\s].*)", value)
    if not after or not pairs(after["braces"]):
        return None
    column = key.string.index(after["rest"], key.start("value") + len(after["braces"])) + 1
    message = f"na de }} hoort niets meer te staan: ‘{after['rest'][:40]}’"
    return Diagnosis(context.line, column, message, "haal het weg; een toelichting hoort in een tekstveld")


def _in_text(context: ErrorContext, key: re.Match[str]) -> Diagnosis | None:
    """Years and amounts that stand behind a name as if they were a text."""
    name, value = key["name"], (key["value"] or "").strip()
    kind, fields = context.outline([*context.around(context.line, len(key["lead"])), name])
    if kind not in ("", "dict") or any(word not in fields for word, _ in pairs(value) if fields):
        return None
    remedy = line(name, value)
    if not pairs(value) or (not remedy and len(pairs(value)) < 2):
        return None
    return Diagnosis(context.line, key.string.index(value) + 1, MESSAGE, remedy or _blank(name, value))


def _blank(name: str, text: str) -> str:
    (first, _), *_, (last, _) = pairs(text) * 2
    return f"zet alles tussen {{ }}, met komma’s ertussen: {name}: {{{first}: …, {last}: …}}"
