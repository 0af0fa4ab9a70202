"""Whatever a dossier, list or schema holds: four times the length costs at most six times the CPU.

Every case is measured at a length that takes `LEAST` of CPU (or is `LONGEST`) and at four times that length: at most 64,000 signs.
"""

from __future__ import annotations

import contextlib
import io
import time
from functools import cache

import openpyxl
import pytest

from docgen.dossier import check, loads
from docgen.errors import DocgenError
from docgen.library.library import open_library
from docgen.partners.reader import read
from tests.conftest import SAMPLE

pytestmark = pytest.mark.slow
LEAST, LONGEST, MOST, TIMES = 0.01, 16_000, 6, 15
BASE = "dossier: {id: d, titel: T}\norganisatie: {naam: gemeente A}\ninterventie: {naam: I}\n"
SIGNS = {
    "letters": "a", "capitals": "X", "words": "ab ", "accents": "é", "digits": "1", "spaces": " ", "hard spaces": "\u00a0",
    "hidden": "\u200b", "commas": ",", "commas and spaces": ", ", "semicolons": "; ", "dots": ".", "colons": ":", "dashes": "-",
    "dashes and spaces": "- ", "long dashes": "–", "apostrophes": "'", "quotes": '"', "curly": "‘", "curly doubles": "“",
    "opened": "[", "closed": "]", "braces": "{", "parentheses": "(", "notes": "(checken ", "tags": "<p ", "less": "<", "guillemets": "«", "entities": "&a",
    "hashes": "#", "hashes and spaces": " #", "ampersands": "&", "stars": "*", "percents": "%", "equals": "=", "underscores": "_", "slashes": "/",
    "backslashes": "\\", "euros": "€", "questions": "?", "mails": "a@", "bullets": "•", "mojibake": "Ã©", "tabs": "\t", "pipes": "|", "years": "2028 ",
    "amounts": "2028: 5, ", "dates": "1-1-2028 ", "and": "a en b, ", "numbers": "12.500,", "exclamations": "!", "zeros": "0",
}  # fmt: skip


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def many(text, n):
    return text * max(1, n // len(text))


def in_values(sign, n):
    """The same text in fields of every kind."""
    text, around = quoted(many(sign, n)), quoted(f"a{many(sign, n)}b")
    return (
        f"dossier: {{titel: {around}, peildatum: {around}, openbaar: {text}, status: {around}, gemeente: {text}, versie: {text}}}\n"
        f"organisatie: {{naam: {text}, tooi: {around}}}\ninterventie: {{naam: I, kern: {text}, meerwaarde: {around}, waar_borgen: {text}}}\n"
        f"begroting: {{prijspeil: {around}, posten: [{{id: {text}, naam: N, aard: {text}, bedragen: {{2028: {around}, {around}: 5}}}}]}}\n"
        f"doelen: {text}\nhorizon: {text}\nfinanciering: [{{id: F, voor: {text}, bedragen: {text}}}]\n"
    )


def in_keys(sign, n):
    """A long name in the margin, in a part, in a row and in braces."""
    name = quoted("a" + many(sign, n))
    return f"{BASE}partner:\n  naam: P\n  {name}: x\n{name}: x\nrollen: [{{id: r, {name}: x}}]\n"


def plain(sign, n):
    return f"{BASE}partner:\n  naam: a{many(sign, n)}\n  soort: b\n"


def before_a_slip(sign, n):
    return f"{BASE}partner:\n  naam: a{many(sign, n)}\n soort: b\n"


def as_a_line(sign, n):
    return f"{BASE}partner:\n  naam: P\n  {many(sign, n)}\n  soort: b\n"


def as_lines(sign, n):
    return f"{BASE}partner:\n  naam: P\n" + many(f"  {sign.strip()}a\n", n) + " soort: b\n"


def in_brackets(sign, n):
    return f"{BASE}partner:\n  naam: [P\n  soort: {many(sign, n)}\n"


def rows(template, n):
    size = len(template)
    return "".join(template.replace("#", str(i)) for i in range(n // size))


PLACES = (in_values, in_keys, plain, before_a_slip, as_a_line, as_lines, in_brackets)
SPECIAL = {
    "a word near a slip in a name": lambda n: f"{BASE}partner:\n  naam {'a' * n}\n  soort: b\n",
    "a word glued to a name": lambda n: f"{BASE}partner:\n  naam:{'a' * n}\n  soort: b\n",
    "a word below running text": lambda n: f"{BASE}partner:\n  naam: een\n{'a' * n}\n  soort: b\n",
    "a long name": lambda n: f"{BASE}{'a' * n}: x\n",
    "unknown fields": lambda n: BASE + rows("veld#: x\n", n),
    "unknown fields inside": lambda n: BASE + "partner:\n  naam: P\n" + rows("  veld#: x\n", n),
    "fields that are nearly known": lambda n: BASE + "partner:\n" + rows("  naamm#: x\n", n),
    "the same field": lambda n: BASE + "partner:\n" + many("  naam: P\n", n),
    "fields too far to the left": lambda n: BASE + rows("straat#: x\nnaam: b\n", n),
    "references astray": lambda n: BASE + "partijen:\n" + rows("  - {id: p#, naam: P}\n", n) + "rollen:\n" + rows("  - {id: r#, naam: R, partij: q# en p#}\n", n),
    "a long reference astray": lambda n: f"{BASE}partijen: [{{id: {'a' * n}, naam: A}}]\nrollen: [{{id: r, naam: R, partij: {'a' * n}b}}]\n",
    "ids twice": lambda n: BASE + "partijen:\n" + many("  - {id: p, naam: P}\n", n),
    "rows that lack a field": lambda n: BASE + "partijen:\n" + rows("  - {id: p#}\n", n),
    "rows with a dash too many": lambda n: BASE + "partijen:\n" + rows("  - id: a#\n  - naam: b\n", n),
    "rows without a dash": lambda n: BASE + "partijen:\n  - id: a\n    naam: b\n" + rows("    id: a#\n    naam: b\n", n),
    "blank lines": lambda n: BASE + "\n" * n + "partner: {naam P}\n: x\n",
    "comments": lambda n: BASE + "partner:\n  naam: P\n" + many("# x\n", n) + " soort: b\n",
    "deep indentation": lambda n: f"{BASE}partner:\n{' ' * n}naam: P\n soort: x\n",
    "brackets in brackets": lambda n: f"{BASE}partner: {'[' * n}\n",
    "a map on one line": lambda n: f"{BASE}partner: {{{rows('k#: v, ', n)}z: 1}}\n",
    "a list on one line": lambda n: f"{BASE}partner:\n  naam: [{many('a, ', n)}b]\n",
    "a map on one line, not closed": lambda n: f"{BASE}partner: {{{rows('k#: v, ', n)}\n",
    "an amount torn apart": lambda n: f"{BASE}begroting: {{posten: [{{id: P, bedragen: {{2028: {many('1,', n)}1}}}}]}}\n",
    "years with equal signs": lambda n: f"{BASE}begroting: {{posten: [{{id: P, bedragen: {{{rows('#=#, ', n)}1=1}}}}]}}\n",
    "anchors": lambda n: BASE + "partner:\n" + rows("  a#: &x# y\n", n),
    "a long anchor": lambda n: f"{BASE}partner:\n  naam: &{'a' * n} y\n  soort: *{'a' * n}\n",
    "a long alias": lambda n: f"{BASE}partner:\n  naam: *{'a' * n}\n",
    "a long tag": lambda n: f"{BASE}partner:\n  naam: !{'a' * n} x\n",
    "a quote that is not closed": lambda n: f"{BASE}partner:\n  naam: 'P\n" + many("  soort: it is\n", n),
    "quotes that run on": lambda n: f"{BASE}partner:\n  naam: 'P\n" + many("  soort: it's\n", n),
    "a mistake in every row": lambda n: BASE + "taken:\n" + rows("  - id: T#\n    naam: a: b\n", n),
    "a mistake in every section": lambda n: BASE + "".join(f"{name}:\n" + rows("  - naam: a: b\n", n // 9) for name in ("partijen", "rollen", "taken", "doelen", "acties", "mijlpalen", "kennis", "contacten", "risicos")),
    "a mistake at the end": lambda n: BASE + "taken:\n" + rows("  - id: T#\n    naam: a\n", n) + "  - naam: a: b\n",
    "an open quote in every row": lambda n: BASE + "taken:\n" + rows("  - naam: 'x#\n", n),
    "tabs before every row": lambda n: BASE + "taken:\n" + rows("\t- naam: x#\n", n),
    "versions of a merge": lambda n: BASE + "taken:\n" + rows("<<<<<<< a\n  - id: a#\n=======\n>>>>>>> b\n", n),
    "ends of a document": lambda n: BASE + many("...\n", n) + "x: y\n",
    "anchors beside mistakes": lambda n: BASE + "taken:\n" + rows("  - &a# x: y: z\n", n),
    "waivers": lambda n: BASE + "afwijkingen:\n" + rows("  - {regel: FIN-#, reden: x, door: y, tot: 2027-01-01}\n", n),
    "a long waiver": lambda n: f"{BASE}afwijkingen:\n  - {{regel: {'a' * n}, reden: {'a' * n}}}\n",
    "headings of one's own": lambda n: BASE + "kolommen:\n" + rows("  kop #: partner.naam\n", n),
    "text over lines": lambda n: f"{BASE}interventie: >\n" + many("  woord\n", n),
    "points in a text": lambda n: f"{BASE}partner:\n  naam: een\n" + many("    - twee\n", n),
    "fields in a text": lambda n: f"{BASE}partner:\n  naam: 'een\n" + many("    twee drie\n", n) + "    soort: b'\n",
    "a pasted table": lambda n: f"{BASE}partner:\n" + many("  a\tb\tc\n", n),
    "the rest of a text as fields": lambda n: f"{BASE.rstrip()[:-12]}: \n  kern: Ouderen bewegen in\n" + rows("  Oost # elke week: x\n", n),
    "a web page": lambda n: " " * n + "<html",
    "XML": lambda n: "\n" * n + "<?xml",
    "old letters": lambda n: BASE.encode() + b"partner:\n  naam: " + b"\xe9 " * n + b"\n",
    "UTF-16": lambda n: f"{BASE}partner:\n  naam: {'a' * n}\n".encode("utf-16"),
    "odd line ends": lambda n: f"{BASE}partner:\n  naam: {many('a' + chr(0x2028), n)}b: c: d\n",
    "nothing but line ends": lambda n: f"{BASE}{chr(0x2028) * n}x: y: z\n",
    "hidden characters": lambda n: f'{BASE}partner:\n  naam: "{many(chr(92) + "x01", n)}"\n',
    "rules on many tasks": lambda n: sample() + "".join(f"  - {{id: ZZ{i}, naam: Taak {i}, eigenaar: wijkcoordinator, uren: {{wijkcoordinator: 1}}}}\n" for i in range(n // 90)),
    "rules on a long text": lambda n: sample().replace("taken:\n", f"waarom_doorgaan: [{many('woord en daad ', n)}]\ntaken:\n", 1) if "waarom_doorgaan" not in sample() else sample() + f"  - {{id: ZZ, naam: {many('woord en daad ', n)}x}}\n",
}  # fmt: skip


@cache
def sample():
    """A whole dossier that ends in its list of tasks."""
    text = SAMPLE.read_text(encoding="utf-8")
    start = text.index("\ntaken:\n") + 1
    end = next(i for i in range(start + 7, len(text)) if text[i - 1] == "\n" and text[i] not in " \n#")
    return text[:start] + text[end:].rstrip("\n") + "\n" + text[start:end].rstrip("\n") + "\n"


HEADINGS = "partner.naam;partner.soort;partner.getekend_op;partner.kvk;begroting.prijspeil;partner.niveau\n"
LISTS = {
    "a heading": (".csv", lambda sign, n: f'partner.naam;"{many(sign, n)}"\nA;B\n'),
    "a row of cells": (".csv", lambda sign, n: HEADINGS + ";".join([f'"{many(sign, n)}"'] * 6) + "\n"),
    "bare text": (".csv", lambda sign, n: f"{HEADINGS}{many(sign, n)}\n"),
    "rows": (".csv", lambda sign, n: HEADINGS + many(";".join([f'"{sign}"'] * 6) + "\n", n)),
    "rows that differ": (".csv", lambda sign, n: HEADINGS + "".join(";".join([f'"{sign}{i}"'] * 6) + "\n" for i in range(n // 60))),
    "a partner": (".yaml", lambda sign, n: f"- partner.naam: {quoted(many(sign, n))}\n  partner.kvk: {quoted(many(sign, n))}\n  partner.getekend_op: {quoted(many(sign, n))}\n"),
    "a name": (".yaml", lambda sign, n: f"- partner.naam: x\n  {quoted('a' + many(sign, n))}: x\n"),
    "a cell of Excel": (".xlsx", lambda sign, n: workbook([[many(sign, n // 8)] * 6] * 8)),
}  # fmt: skip
OF_LISTS = ("letters", "digits", "spaces", "commas", "semicolons", "dashes", "apostrophes", "hashes", "parentheses", "dates", "hard spaces", "percents")  # fmt: skip
SPECIAL_LISTS = {
    "many headings": (".csv", lambda n: ";".join(f"kop {i}" for i in range(min(n // 10, 490))) + "\n" + many("x;" * 400 + "\n", n)),
    "many names": (".yaml", lambda n: rows("- veld#: x\n", n)),
    "the same name": (".yaml", lambda n: "- partner.naam: x\n" + many("  partner.soort: y\n", n)),
    "a quote that is not closed": (".csv", lambda n: f'{HEADINGS}"a{chr(10) * n}'),
    "rows that are too long": (".csv", lambda n: HEADINGS + many("a;b;c;d;e;f;g;h\n", n)),
    "rows of Excel with a fault": (".xlsx", lambda n: workbook([["a", "b", f"{i}-13-2028", "1", "x", "y"] for i in range(n // 40)])),
}  # fmt: skip


def workbook(cells):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Partners")
    for row in [HEADINGS.strip().split(";"), *cells]:
        sheet.append(["".join(c for c in cell if c.isprintable()) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def cpu(work, data):
    start = time.process_time()
    with contextlib.suppress(DocgenError):  # refused is as good as an answer
        work(data)
    return time.process_time() - start


def assert_linear(work, make):
    """Four times as much takes at most six times as long, the best of some; one look is enough where that is clear."""
    n = 1_000
    while (short := cpu(work, make(n))) < LEAST and n < LONGEST:
        n *= 2
    long = cpu(work, make(4 * n))
    for _ in range(TIMES - 1):
        if long > MOST * max(short, LEAST / 4):
            short, long = min(short, cpu(work, make(n))), min(long, cpu(work, make(4 * n)))
    assert long <= MOST * max(short, LEAST / 4), f"{n}: {short:.3f} s, {4 * n}: {long:.3f} s"


@pytest.fixture(scope="module")
def checked():
    library = open_library()

    def work(data):
        assert check(loads(data if isinstance(data, bytes) else data.encode(), "d.yaml", library)) is not None

    return work


@pytest.fixture
def listed(tmp_path):
    library = open_library()
    base = loads(SAMPLE.read_bytes(), "d.yaml", library)

    def work(made):
        suffix, data = made
        path = tmp_path / f"lijst{suffix}"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        read(path, library, base)

    return work


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_long_text_of_one_sign_is_checked_in_linear_time(checked, sign, place):
    assert_linear(checked, lambda n: place(SIGNS[sign], n))


@pytest.mark.parametrize("name", SPECIAL)
def test_a_dossier_that_is_odd_in_size_is_checked_in_linear_time(checked, name):
    assert_linear(checked, SPECIAL[name])


@pytest.mark.parametrize("place", LISTS)
@pytest.mark.parametrize("sign", OF_LISTS)
def test_a_list_with_a_long_text_is_read_in_linear_time(listed, sign, place):
    suffix, make = LISTS[place]
    assert_linear(listed, lambda n: (suffix, make(SIGNS[sign], n)))


@pytest.mark.parametrize("name", SPECIAL_LISTS)
def test_a_list_that_is_odd_in_size_is_read_in_linear_time(listed, name):
    suffix, make = SPECIAL_LISTS[name]
    assert_linear(listed, lambda n: (suffix, make(n)))
