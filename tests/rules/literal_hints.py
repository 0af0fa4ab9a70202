"""A writer who does to the letter what a hint says, in the data of a dossier, and writes it down again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from typing import Any

import yaml

from docgen.dossier import loads
from docgen.library.library import open_library
from docgen.rules.runner import run_rules
from docgen.schema.completion import fill_defaults

# told in words: what to write, or whether, is left to the writer
FREE = "verbeter|kies|noem|controleer|geef|laat|zeg|voeg|een|nul|zoals|vastgesteld als|splits"
LEFT_OUT = re.compile(
    rf" als (?:het|deze|alles) .*| \(of .*\)|(?:,| en| of|;) (?:{FREE}) .*| bij (?:dossier om|een tussenstand).*|, en haal het punt .*"
)
IN_WORDS = re.compile(
    r"schrijf (?:bijvoorbeeld|wat|wie|op|de (?:functie|uitleg)|bijlage met|partijen of)[ ,].*|schrijf (?:bijvoorbeeld: .*|de functie)"
    r"|(?:zet|schrijf|voeg toe:?) [\w.]+: (?:met|een|zoals|wat|wie|de|0 als|bij|management,) .*"
    r"|(?:zet|schrijf|voeg toe:?) [\w.]+:?(?: (?:of|en) \w+:?)?|zet [\w.]+ (?:later|eerder).*|schrijf 0 als .*"
    r"|zet (?:de tekst|de uren|er de|de kosten|bij bedragen|de rol|ze|het) ?.*|haal (?:er één|een van beide) weg"
)
NAME = r"[a-z_.]+"
SET = re.compile(
    rf"(?:zet|schrijf|voeg toe)(?: dan)?(?P<where> bij (?:een|het juiste) beslispunt| bij één rol| bij een boodschap| onder [a-z_]+)?:?"
    rf" (?P<name>{NAME}|\d{{4}}): (?P<value>\S.*?)(?P<row> bij [A-Z]\w*)?(?:, met in de tekst (?P<text>.+))?"
)
NEXT = re.compile(rf"(?P<name>{NAME}): (?P<value>\S.*)")
LISTS = {" bij één rol": ("rollen",), " bij een boodschap": ("communicatie",)}
TAKE = re.compile(
    r"(?:los de melding op en )?haal (?P<what>.+?)(?: hier)?(?: één keer)? weg(?: bij de uren| uit deze lijst)?"
)
ROWS = ("de afwijking", "het antwoord", "de partij")
HERE = ("het veld", "het bedrag", "dit jaar", "dit", "het")
Path = tuple[Any, ...]
Data = dict[str, Any]


class NotFollowed(Exception):
    """A part of a hint that is neither literal nor known as told in words."""


def ways(hint: str, path: Path, message: str, data: Data) -> Iterator[tuple[str, list[Data]]]:
    """Every literal way in a hint, with what may become of the data: more than one where the writer picks the place."""
    name = ""
    rest = LEFT_OUT.sub("", hint).strip(" ,;")
    for said in re.split(r"(?:,|;)? (?:of|en):? (?=haal |zet |schrijf |[a-z_]+: |[a-z]+$)", rest):
        if found := re.fullmatch("schrijf erin: (.+)", said):
            yield said, [_with(data, path, f"{_at(data, path)} ({found[1]})")]
        elif found := SET.fullmatch(said) or (name and NEXT.fullmatch(said)):
            is_literal = not IN_WORDS.fullmatch(said) and not IN_WORDS.fullmatch(f"zet {said}")
            name = found["name"] if is_literal else ""
            if is_literal:
                yield said, list(_set(data, path, message + hint, **found.groupdict()))
        elif name and re.fullmatch("[a-z]+", said):
            yield said, list(_set(data, path, message, name, said))
        elif not IN_WORDS.fullmatch(said) and re.match(r"(?:schrijf|zet|haal) ", said):
            yield said, _otherwise(said, path, message, data)


def _otherwise(said: str, path: Path, message: str, data: Data) -> list[Data]:
    """What becomes of the data when no name with a value is told."""
    value = _at(data, path)
    if found := re.fullmatch(rf"zet ({NAME}) op ([\d.]+)", said):
        return list(_set(data, path, message, found[1], found[2]))
    if found := re.fullmatch(r"schrijf (-?[\d.]+)", said):
        return [_with(data, path, yaml.safe_load(found[1]))]
    if found := TAKE.fullmatch(said):
        return [_without(data, path, "dit" if said.endswith("lijst") else found["what"])]
    if found := re.fullmatch(r"schrijf in het beslispunt: (.+)", said):
        return [_with(data, path, f"{value} ({found[1]})")]
    if found := re.fullmatch(r"schrijf de titel met (\d{4}-\d{4})", said):
        return [_with(data, path, re.sub(r"\d{4}\D{1,12}\d{4}", found[1], value))]
    if found := re.fullmatch(r"schrijf de naam: (.+)", said):
        return [_with(data, path, value.replace(re.findall("‘(.+?)’", message)[0], found[1]))]
    raise NotFollowed(said)


def _set(
    data: Data,
    path: Path,
    said: str,
    name: str,
    value: str,
    where: str | None = "",
    row: str | None = "",
    text: str | None = "",
) -> Iterator[Data]:
    """The data with a value under a name, at each place where that may be meant."""
    step, new = int(name) if name.isdigit() else name.split(".")[-1], yaml.safe_load(value)
    for place in _places(data, path, said, step, where or "", (row or "").removeprefix(" bij ")):
        old = _at(data, place)
        changed = _with(data, place, [*old, *new] if where and isinstance(old, list) else new)
        beside = (*place[:-1], "tekst")
        yield _with(changed, beside, f"{_at(data, beside)} ({text})") if text else changed


def _places(data: Data, path: Path, said: str, step: Any, where: str, row: str) -> list[Path]:
    """Where a name belongs: where it is told, on the path, in a section that has it, else in a row that is spoken of."""
    if where.startswith(" onder "):
        return [(where.removeprefix(" onder "), step)]
    if where:
        rows = LISTS.get(where, ("raadsvoorstel", "beslispunten"))
        return [(*rows, i, step) for i in range(len(_at(data, rows) or []))]
    if row:
        return [(*at, step) for at in _rows(data) if _at(data, at).get("id") == row]
    if path[-1] == step:
        return [path]
    around = [path[:i] for i in range(len(path), 0, -1) if isinstance(_at(data, path[:i]), dict)]
    sections = [(name,) for name, part in data.items() if isinstance(part, dict)]
    known = [(*at, step) for at in (*around, *sections) if open_library().schema.field_at((*at, step))]
    spoken_of = [at for at in _rows(data) if step in _at(data, at) and str(_at(data, at).get("naam", "-")) in said]
    return known[:1] or [(*at, step) for at in spoken_of]


def _without(data: Data, path: Path, what: str) -> Data:
    rows = [i for i, step in enumerate(path) if isinstance(step, int) and isinstance(_at(data, path[:i]), list)]
    if found := re.fullmatch(r"‘(.)’ aan het eind", what):
        return _with(data, path, _at(data, path).rstrip(found[1]))
    if isinstance(_at(data, path), str) and what in ("de geboortedatum", "het"):
        return _with(data, path, re.sub(r"\d[-/. \d]+\d", "", _at(data, path)))
    if what in ROWS:
        path = path[: rows[-1] + 1]
    elif what == "de bron":
        path = (*path[: rows[-1] + 1], "financiering")
    elif what not in HERE:
        path = _named(data, path, {"het tarief": "tarief"}.get(what, what))
    changed = deepcopy(data)
    del _at(changed, path[:-1])[path[-1]]
    return changed


def _named(data: Data, path: Path, what: str) -> Path:
    """The place of a name: the last step itself, a field beside it, one of a list on the path, a row of that id, or its field."""
    if str(path[-1]) == what or _at(data, path) == what:
        return path
    for i in range(len(path), -1, -1):
        part = _at(data, path[:i])
        if isinstance(part, dict) and (found := [step for step in part if str(step) == what]):
            return (*path[:i], found[0])
        if isinstance(part, list) and what in map(str, part):
            return (*path[:i], [str(one) for one in part].index(what))
    rows = {_at(data, at).get("id"): at for at in _rows(data)}
    return rows[what] if what in rows else (*rows[path[-1]], what)


def _rows(data: Any, path: Path = ()) -> Iterator[Path]:
    for step, part in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if isinstance(data, list) and isinstance(part, dict):
            yield (*path, step)
        yield from _rows(part, (*path, step))


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step] if isinstance(data, list) else data.get(step) if isinstance(data, dict) else None
    return data


def _with(data: Data, path: Path, value: Any) -> Data:
    changed = deepcopy(data)
    part: Any = changed
    for step in path[:-1]:
        part = part[step] if isinstance(part, list) else part.setdefault(step, {})
    part[path[-1]] = value
    return changed


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, _data: Any) -> bool:
        return True


_Dumper.add_representer(
    Decimal, lambda dumper, value: dumper.represent_data(int(value) if value == int(value) else float(value))
)


def written(data: Data) -> bytes:
    """Data as a dossier, as somebody would write it."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6).encode()


def told(text: bytes, only: str = ""):
    """The faults of shape in a dossier, what the rules (or one) say of it, accepted or not, and its data."""
    from tests.rules.rule_cases import findings_of

    read = loads(text)
    shape = sorted(problem.code for problem in read.loaded.problems if problem.level == "fout")
    complete = fill_defaults(read.data, read.library.schema.root)
    asked = {kind.name for kind in read.asked_types()}
    found = findings_of(only, complete) if only else list(run_rules(complete, asked, read.library.schema.frames))
    return shape, found, read.data
