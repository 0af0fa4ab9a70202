"""Slips of writers in the notation of a dossier, each made at a place that fits it, with the lines where it is to be told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

KEY = re.compile(r"(?P<lead> *(?:- )?)(?P<name>[a-z_]+):(?: (?P<value>[^\s|>].*))?$")
PLAIN = re.compile(r"[A-Za-z][\w ,.-]+$")


@dataclass
class Slip:
    """What a slip makes of the lines (numbers from 0): some are replaced by others; told at one of some of the new ones."""

    at: int
    old: int
    new: list[str]
    told: range

    def applied(self, lines: list[str]) -> list[str]:
        return [*lines[: self.at], *self.new, *lines[self.at + self.old :]]


Maker = Callable[[list[str], int], "Slip | None"]


def key(line: str) -> re.Match[str] | None:
    return KEY.match(line)


def depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def in_block(lines: list[str], i: int) -> bool:
    """Whether a line is part of a block of text, or of a text on more lines."""
    d = depth(lines[i])
    for j in range(i - 1, -1, -1):
        if lines[j].strip() and depth(lines[j]) < d:
            found = re.match(r" *(?:- )?[\w-]+:(.*)$", lines[j]) or re.match(r" *- (.*)$", lines[j])
            return bool(found and found[1].split(" #")[0].strip())
    return False


def changed(pattern: str, write: str | Callable[[re.Match[str]], str], only: str = "") -> Maker:
    """A slip in one line that fits a pattern."""

    def make(lines: list[str], i: int) -> Slip | None:
        if not re.match(pattern, lines[i]) or (only and not re.search(only, lines[i])):
            return None
        new = re.sub(pattern, write, lines[i], count=1)
        return Slip(i, 1, [new], range(1)) if new != lines[i] else None

    return make


def inserted(text: str, where: str = r" *[\w-]+:", tail: int = 0) -> Maker:
    """Lines before one that fits a pattern; `{}` are its spaces."""

    def make(lines: list[str], i: int) -> Slip | None:
        if not re.match(where, lines[i]) or not any(re.match(r"\w", line) for line in lines[:i]):
            return None  # before the first line most of it is no slip
        new = text.replace("{}", " " * depth(lines[i])).split("\n")
        return Slip(i, 0, new, range(len(new)))

    return make


def moved(step: int, is_first: bool = False) -> Maker:
    """A field of one line some spaces off, between two others of the same part."""

    def make(lines: list[str], i: int) -> Slip | None:
        if i < 1 or i + 1 >= len(lines) or not key(lines[i]) or "-" in lines[i][: depth(lines[i]) + 1]:
            return None
        d, value = depth(lines[i]), key(lines[i])["value"]
        after, before = lines[i + 1], lines[i - 1]
        is_row = before[d - 2 : d] == "- " and depth(before) == d - 2
        if not value or value[0] in "{[" or d + step < 0 or not d or depth(after) > d or not after.strip():
            return None
        if not key(before) or not key(before)["value"] or (depth(before) != d and not is_row) or in_block(lines, i):
            return None
        text = " " * (d + step) + lines[i].lstrip()
        return Slip(i, 1, [text], range(1))

    return make


def without_dash(lines: list[str], i: int) -> Slip | None:
    """A row, not the first, without its dash: the name stands where the dash stood."""
    found = re.match(r"( *)- ([a-z_]+: \S.*)$", lines[i])
    d = depth(lines[i])
    above = next((j for j in range(i - 1, -1, -1) if lines[j].strip() and depth(lines[j]) <= d), 0)
    if not found or not lines[above].lstrip().startswith("- ") or i + 1 >= len(lines) or depth(lines[i + 1]) != d + 2:
        return None
    return Slip(i, 1, [f"{found[1]}{found[2]}"], range(1))


def at_the_margin(lines: list[str], i: int) -> Slip | None:
    """A text that goes on at the margin."""
    found = key(lines[i])
    if not found or not found["value"] or not PLAIN.match(found["value"]) or found["value"].count(" ") < 5:
        return None
    words = found["value"].split(" ")
    if depth(lines[i]) == 0 or (i + 1 < len(lines) and depth(lines[i + 1]) > depth(lines[i])):
        return None
    half = len(words) // 2
    return Slip(i, 1, [f"{found['lead']}{found['name']}: {' '.join(words[:half])}", " ".join(words[half:])], range(2))


def merge(lines: list[str], i: int) -> Slip | None:
    """Two versions of a line with the markers of a merge around them."""
    found = key(lines[i])
    if not found or not found["value"] or found["value"][0] in "{[&'\"" or "-" in found["lead"]:
        return None
    if i + 1 < len(lines) and depth(lines[i + 1]) > depth(lines[i]):
        return None
    return Slip(i, 1, ["<<<<<<< HEAD", lines[i], "=======", lines[i], ">>>>>>> ander"], range(5))


def spaced_section(lines: list[str], i: int) -> Slip | None:
    """The name of a section with a space in front of it."""
    if not re.match(r"[a-z_]+:$", lines[i]) or i == 0:
        return None
    before = next(
        (lines[j] for j in range(i - 1, -1, -1) if lines[j].strip() and not lines[j].lstrip().startswith("#")), ""
    )
    return Slip(i, 1, [" " + lines[i]], range(1)) if before else None


def heading(lines: list[str], i: int) -> Slip | None:
    """Text behind the name of a part that has its fields below."""
    if not re.match(r" *[a-z_]+:$", lines[i]) or not re.match(
        r" *[a-z_]+: \S", lines[i + 1] if i + 1 < len(lines) else ""
    ):
        return None
    return Slip(i, 1, [lines[i] + " nog te bespreken"], range(1)) if depth(lines[i + 1]) > depth(lines[i]) else None


VALUE = r"( *(?:- )?[a-z_]+:) ([A-Z][\w ,.-]*\w)$"  # a text of one line
FIELD = r"( *(?:- )?[a-z_]+): ([A-Za-z][\w ,.-]*\w)$"
SLIPS: dict[str, Maker] = {
    "second colon": changed(VALUE, r"\1 Let op: \2"),
    "colon at the end of a word": changed(r"( *[a-z_]+:) (\w+) (\w[\w ,.-]*)$", r"\1 \2: \3"),
    "no space behind the colon": changed(r"( *[a-z_]+): ([A-Z][\w .-]*\w)$", r"\1:\2"),
    "no colon": changed(r"( *[a-z_]+): ([A-Z][\w .-]*\w)$", r"\1 \2"),
    "no colon in a row": changed(r"( +[a-z_]+): ([a-z][\w .-]*\w)$", r"\1 \2"),
    "equal sign": changed(FIELD, r"\1 = \2"),
    "wide colon": changed(FIELD, r"\1： \2"),
    "semicolon": changed(FIELD, r"\1; \2"),
    "hard space behind the colon": changed(FIELD, "\\1:\u00a0\\2"),
    "tab in the indent": changed(r" {4}([a-z_]+: \S.*)$", r"\t\1"),
    "tab for two spaces": changed(r" {2}([a-z_]+: \S.*)$", r"\t\1"),
    "tab behind the dash": changed(r"( *)- ([a-z_]+: \S.*)$", r"\1-\t\2"),
    "single quote not closed": changed(VALUE, r"\1 '\2"),
    "double quote not closed": changed(VALUE, r'\1 "\2'),
    "text behind a quote": changed(VALUE, r"\1 '\2' (concept)"),
    "double quotes in double quotes": changed(r"( *[a-z_]+:) ([A-Z]\w+) (\w+) (\w[\w ,.-]*)$", r'\1 "\2 "\3" \4"'),
    "apostrophe in single quotes": changed(VALUE, r"\1 'foto's \2'"),
    "value with an at": changed(VALUE, r"\1 @\2"),
    "value with a percent": changed(VALUE, r"\1 %\2"),
    "value with a backtick": changed(VALUE, r"\1 `\2`"),
    "value with a star": changed(VALUE, r"\1 *\2* nog"),
    "value with an exclamation": changed(VALUE, r"\1 !\2 nu"),
    "value in brackets with text behind": changed(VALUE, r"\1 [concept] \2"),
    "map not closed": changed(r"( *[a-z_]+: \{.*)\}( *#.*)?$", r"\1"),
    "map closed twice": changed(r"( *[a-z_]+: \{.*\})$", r"\1}"),
    "list not closed": changed(r"( *[a-z_]+: \[.*)\]$", r"\1"),
    "list closed twice": changed(r"( *[a-z_]+: \[.*\])$", r"\1]"),
    "one space too many": moved(1),
    "two spaces too many": moved(2),
    "three spaces too many": moved(3),
    "one space too few": moved(-1),
    "two spaces too few": moved(-2),
    "section with a space": spaced_section,
    "bullet of Word": changed(r"( *)- ([a-z_]+: \S.*)$", r"\1• \2"),
    "long dash": changed(r"( *)- ([a-z_]+: \S.*)$", r"\1– \2"),
    "dash without a space": changed(r"( +)- ([a-z_]+: \S.*)$", r"\1-\2"),
    "row without a dash": without_dash,
    "text behind a heading": heading,
    "text at the margin": at_the_margin,
    "merge markers": merge,
    "three dashes": inserted("---", r"[a-z_]+:$"),
    "three dots": inserted("...", r"[a-z_]+:$"),
    "three backticks": inserted("```", r"[a-z_]+:$"),
    "slashes for a remark": inserted("// hier verder", r" *[a-z_]+:"),
    "remark of a web page": inserted("<!-- nog bespreken -->", r" *[a-z_]+:"),
    "a rule of signs": inserted("==========", r"[a-z_]+:$"),
    "a loose sentence": inserted("Dit moet nog worden besproken.", r"[a-z_]+:$"),
    "a pasted table": inserted("Post\t2028\t2029\nHuur\t500\t600", r"[a-z_]+:$"),
    "a question mark for a value": changed(FIELD, r"\1: ?"),
    "a label": changed(VALUE, r"\1 !!str2 \2"),
}


def places(name: str, lines: list[str]) -> list[Slip]:
    """Everywhere where a slip fits."""
    found = (
        SLIPS[name](lines, i) for i, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")
    )
    return [one for one, i in ((slip, slip.at) for slip in found if slip) if not in_block(lines, i)]


def made(lines: list[str], names: list[str], random: Random, apart: int = 12) -> tuple[list[str], dict[str, range]]:
    """Lines with slips of these kinds, not near each other, and at which lines (from 1) each is to be told."""
    chosen: list[tuple[str, Slip]] = []
    for name in names:
        fit = [slip for slip in places(name, lines) if all(abs(slip.at - other.at) > apart for _, other in chosen)]
        if fit:
            chosen.append((name, random.choice(fit)))
    told: dict[str, range] = {}
    chosen.sort(key=lambda pair: pair[1].at)
    grown = 0
    for name, slip in chosen:
        start = slip.at + grown + 1
        told[name] = range(start + slip.told.start, start + slip.told.stop)
        grown += len(slip.new) - slip.old
    for _, slip in reversed(chosen):
        lines = slip.applied(lines)
    return lines, told
