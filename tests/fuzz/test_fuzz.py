"""Whatever stands in a file, `check` answers in Dutch: no exception, a place inside the file, no words of a parser.

`DOCGEN_FUZZ=20 pytest tests/fuzz/test_fuzz.py` (`make fuzz`) tries twenty times as many, from another seed each time.
"""

from __future__ import annotations

import os
import random
import re
import time

import pytest
import yaml
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem
from docgen.dossier import check, loads
from docgen.library.library import open_library
from tests.conftest import SAMPLE, about_shape
from tests.loading.test_traps import BASE, SOUND, TRAPS

pytestmark = pytest.mark.slow

TIMES = int(os.environ.get("DOCGEN_FUZZ", "1"))
SEED = random.SystemRandom().randrange(10**9) if TIMES > 1 else 1
FOREIGN = re.compile(
    r"while (scanning|parsing)|\bexpected\b|found character|NoneType|\bobject\b(?!:)|<class|Decimal\(|datetime|Traceback"
    r"|\bNone\b|\bTrue\b|\bFalse\b|\{\}|\{'|\['"
)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
QUOTED = re.compile(r"‘[^’]*’|\"[^\"]*\"|'[^']*'")
LIBRARY = open_library()
LARGEST = 3_000
SECONDS = 2


@pytest.fixture(scope="module", autouse=True)
def announce_the_seed():
    print(f"seed {SEED}")


def sound(data: bytes) -> list[Problem]:
    """Check a file and say what every answer must be."""
    started = time.process_time()
    dossier = loads(data, library=LIBRARY)
    found = check(dossier)
    spent = time.process_time() - started
    lines = dossier.loaded.source.lines
    for problem in found:
        shown = str(problem)
        assert problem.level in LEVELS
        assert problem.message.strip() and problem.message == problem.message.strip(), shown
        assert 0 <= problem.line <= max(1, len(lines)), shown
        assert 0 <= problem.column <= len(lines[problem.line - 1] if problem.line else "") + 1, shown
        foreign = FOREIGN.search(QUOTED.sub("", f"{problem.message} {problem.hint}"))
        assert not foreign or foreign[0].encode() in data, shown  # a writer's own words may come back
        assert not CONTROL.search(shown), repr(shown)
    assert spent < SECONDS, f"{spent:.1f} s"
    return about_shape(found)


def many(count: int):
    """The settings of a test with so many examples."""
    options = settings(
        max_examples=count * TIMES,
        deadline=None,
        database=None,
        derandomize=TIMES == 1,
        suppress_health_check=list(HealthCheck),
    )
    return lambda test: options(test if TIMES == 1 else seed(SEED)(test))


KEYS = [
    "dossier",
    "organisatie",
    "partijen",
    "rollen",
    "taken",
    "begroting",
    "posten",
    "interventie",
    "financiering",
    "doelen",
    "horizon",
    "id",
    "naam",
    "titel",
]
KEYS += [
    "partij",
    "uren",
    "tarief",
    "trekker",
    "bedragen",
    "aard",
    "begin",
    "einde",
    "peildatum",
    "kern",
    "waarom_doorgaan",
    "status",
    "voor",
    "besluit",
    "jaar",
]
VALUES = ["proef", "bus", "x", "12.500", "€ 5", "1:30", "ja", "no", "2028", "2027-02-30", "'s-Gravenhage", "Plan #2"]
VALUES += [
    '"open',
    "'open",
    "“x”",
    "@x",
    "*a",
    "&a x",
    "!x",
    "!!int 5",
    "|",
    ">",
    "|tekst",
    "{a: 1}",
    "[1, 2",
    "{",
    "]",
]
VALUES += [
    "~",
    "-",
    "?",
    ": ",
    ",",
    "#x",
    "# x",
    "<<",
    "%x",
    "`x`",
    "TODO",
    "x\u00ad",
    "\u00a0",
    "\t",
    "…",
    "é",
    "Ã©",
    "\\x",
]
GLUE = [
    "\n",
    "\n  ",
    "\n    ",
    "\n  - ",
    "\n- ",
    ": ",
    ":",
    " ",
    ", ",
    " {",
    "} ",
    " [",
    "] ",
    "\n---\n",
    "\n...\n",
    "\t",
    "\r\n",
]
PIECES = [*KEYS, *VALUES, *GLUE, *GLUE, *GLUE]
# one draw of bytes that choose, instead of a draw for every choice: what Hypothesis does costs more than the check
TOKENS = st.binary(max_size=40).map(lambda chosen: "".join(PIECES[one % len(PIECES)] for one in chosen))
DASHES = ["", "", "", "- ", "-", "– ", "• "]
NAMES = [*KEYS, "2028", "ja", '"naam"', "{a}", ""]
COLONS = [": ", ": ", ": ", ":", " ", ":\u00a0", " : "]


def lines_of(chosen: bytes, texts: list[str]) -> str:
    """Lines that look like those of a dossier, five choices each; half of the values are any text."""
    lines = []
    for indent, dash, name, colon, value in zip(*[iter(chosen)] * 5, strict=False):
        values = texts if texts and value % 2 else [*VALUES, "", "", ""]
        lines.append(
            f"{' ' * (indent % 7)}{DASHES[dash % len(DASHES)]}{NAMES[name % len(NAMES)]}"
            f"{COLONS[colon % len(COLONS)]}{values[value // 2 % len(values)]}\n"
        )
    return "".join(lines)


LINES = st.builds(lines_of, st.binary(max_size=100), st.lists(st.text(max_size=12), max_size=3))
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.dates()
    | st.sampled_from(VALUES)
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.integers(2020, 2030), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


@many(2000)
@given(text=TOKENS)
def test_tokens_of_a_dossier_in_any_order(text):
    sound(text.encode("utf-8", "surrogatepass"))


@many(1000)
@given(text=LINES)
def test_lines_that_look_like_a_dossier(text):
    sound(text.encode("utf-8", "surrogatepass"))


@many(1000)
@given(text=st.text(max_size=200))
def test_any_text(text):
    sound(text.encode("utf-8", "surrogatepass"))


@many(800)
@given(data=st.binary(max_size=200))
def test_any_bytes(data):
    sound(data)


@many(400)
@given(tree=st.dictionaries(st.sampled_from(KEYS), TREES, max_size=6), flow=st.booleans())
def test_any_tree_with_names_of_the_schema(tree, flow):
    sound(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=flow).encode())


@many(1000)
@given(
    value=st.text(max_size=30) | st.sampled_from(VALUES),
    where=st.sampled_from(["titel: Proef", "id: bus", "partij: bus"]),
)
def test_any_value_in_a_small_dossier(value, where):
    text = BASE.replace(where, f"{where.split(':')[0]}: {value}")
    sound(text.encode("utf-8", "surrogatepass"))


@many(1500)
@given(
    value=st.text("0123456789.,-€ %ekx/:_+'OlOo½", min_size=1, max_size=12), name=st.sampled_from(["uren", "tarief"])
)
def test_what_to_write_for_a_number_is_a_number(value, name):
    role = f"{BASE}    {name}: "
    for problem in sound(f"{role}{value}\n".encode()):
        remedy = re.fullmatch(r"schrijf (-?[\d.,]+)", problem.hint)
        if remedy and problem.code == "type":
            codes = {again.code for again in sound(f"{role}{remedy[1]}\n".encode())}
            assert codes <= {"bereik"}, (value, problem.hint)


@many(500)
@given(
    value=st.from_regex(r"[0-9]{1,4}[-/. ](?:[0-9]{1,2}|maart|mrt\.?|okt)[-/. ]'?[0-9]{1,4}(?: 12:00)?", fullmatch=True)
)
def test_what_to_write_for_a_date_is_a_date(value):
    meta = "dossier: {id: x, titel: X}\norganisatie: {naam: X}\nmijlpalen:\n  - tekst: x\n    datum: "
    for problem in sound(f"{meta}{value}\n".encode()):
        remedy = re.fullmatch(r"schrijf (\d{4}-\d\d-\d\d)", problem.hint)
        if remedy:
            assert all("kan niet kloppen" in p.message for p in sound(f"{meta}{remedy[1]}\n".encode())), value


EDITS = {
    "swap": lambda lines, i, j: (
        [*lines[:i], lines[j], *lines[i + 1 : j], lines[i], *lines[j + 1 :]] if i < j else lines
    ),
    "delete": lambda lines, i, _j: lines[:i] + lines[i + 1 :],
    "double": lambda lines, i, _j: [*lines[: i + 1], *lines[i:]],
    "indent": lambda lines, i, _j: [*lines[:i], f" {lines[i]}", *lines[i + 1 :]],
    "outdent": lambda lines, i, _j: [*lines[:i], lines[i].removeprefix(" "), *lines[i + 1 :]],
    "tab": lambda lines, i, _j: [*lines[:i], f"\t{lines[i].lstrip()}", *lines[i + 1 :]],
    "shorten": lambda lines, i, j: [*lines[:i], lines[i][: j % (len(lines[i]) + 1)], *lines[i + 1 :]],
    "unquote": lambda lines, i, _j: [*lines[:i], re.sub("['\":]", "", lines[i], count=1), *lines[i + 1 :]],
    "glue": lambda lines, i, _j: [*lines[:i], "".join(lines[i : i + 2]), *lines[i + 2 :]],
}
EDITED = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 1200), st.integers(0, 1200)), min_size=1, max_size=4
)


def edited(text: str, edits) -> bytes:
    lines = text.split("\n")
    for name, i, j in edits:
        i, j = sorted((i % len(lines), j % len(lines)))
        lines = EDITS[name](lines, i, j)
    return "\n".join(lines).encode()


@many(80)
@given(edits=EDITED)
def test_the_sample_with_lines_changed(edits):
    sound(edited(SAMPLE.read_text(encoding="utf-8"), edits))


@many(1200)
@given(edits=EDITED)
def test_a_small_dossier_with_lines_changed(edits):
    sound(edited(BASE, edits))


SEEDS = [row[1] for row in (*TRAPS, *SOUND) if len(row[1]) < LARGEST]


@many(2000)
@given(data=st.sampled_from(SEEDS), at=st.integers(0, LARGEST), cut=st.integers(0, 4), put=st.binary(max_size=3))
def test_the_traps_broken_further(data, at, cut, put):
    at %= len(data) + 1
    sound(data[:at] + put + data[at + cut :])


@many(1200)
@given(first=st.sampled_from(SEEDS), second=st.sampled_from(SEEDS), at=st.integers(0, LARGEST))
def test_two_traps_in_one_file(first, second, at):
    sound(first[: at % (len(first) + 1)] + second[at % (len(second) + 1) :])


def test_the_sample_cut_off_anywhere():
    data = SAMPLE.read_bytes()
    for end in range(0, len(data), max(1, len(data) // (110 * TIMES))):
        sound(data[:end])


def test_a_small_dossier_without_any_one_character_or_with_one_twice():
    for at in range(len(BASE)):
        sound((BASE[:at] + BASE[at + 1 :]).encode())
        sound((BASE[: at + 1] + BASE[at:]).encode())
        for sign in "\t:'\"{}[]#&*!|>%@,-\u00a0\u2028":
            sound((BASE[:at] + sign + BASE[at:]).encode())


HEAD = "dossier: {id: proef, titel: Proef}\norganisatie: {naam: gemeente Proef}\npartijen:\n  - {id: bus, naam: Bus}\n"
ROLES = {
    "sound": "  - id: r{i}\n    naam: Rol\n    partij: bus\n    uren: 5\n",
    "unknown names": "  - id: r{i}\n    naam: Rol\n    partij: bus\n    veld{i}: 5\n",
    "wrong types": "  - id: r{i}\n    naam: [Rol]\n    partij: bus\n",
    "wrong numbers": "  - id: r{i}\n    naam: Rol\n    partij: bus\n    uren: € 1.000\n",
    "missing fields": "  - id: r{i}\n    partij: bus\n",
    "misspelt fields": "  - id: r{i}\n    naamm: Rol\n    partij: bus\n",
    "bad references": "  - id: r{i}\n    naam: Rol\n    partij: bus\n    vervanger: s{i}\n",
    "double ids": "  - id: r\n    naam: Rol\n    partij: bus\n",
    "bad ids": "  - id: r {i}\n    naam: Rol\n    partij: bus\n    vervanger: r {i}\n",
    "comments": "  - id: r{i}\n    naam: Rol #{i}\n    partij: bus\n",
}


def cost(row: str, count: int) -> float:
    data = (HEAD + "rollen:\n" + "".join(row.replace("{i}", str(i)) for i in range(count))).encode()
    started = time.process_time()
    found = check(loads(data, library=LIBRARY))
    assert len(found) >= (count - 1 if row != ROLES["sound"] else 0)
    return time.process_time() - started


@pytest.mark.parametrize("row", ROLES.values(), ids=ROLES)
def test_the_cost_grows_with_the_size_and_not_with_its_square(row):
    small, large = (min(cost(row, count) for _ in range(2)) for count in (250, 2000))
    assert large < 8 * small * 2.5 + 0.1, f"{small:.2f} s -> {large:.2f} s"
