"""The width of a table divided over its columns, by what stands in them.

No column is narrower than its longest word; columns with numbers are no wider than these, and as wide as each other; columns with text
get the rest, so that the table is as low as it can be. Only when all that does not fit, text columns give in: then words break.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.word.typesetting.cells import JOINT, Cell, Cells

GRID, END_OF_GRID, WIDTH = "<w:tblGrid>", "</w:tblGrid>", "<w:tcW "
WHOLE = "<w:cantSplit/>"
TALL = 28  # lines of a row that may break over pages: half a page
SURELY_LOW = 1_000  # characters of a row with its elements, in which so many lines cannot be
LEAST = 340  # of a column, without its margins
HYPHENATED = 900  # wide enough for the pieces of most words
GUTTER = 160  # between columns of numbers, when there is room
SHARE = 0.45  # of a table that one word may ask for, when others want room too
POWERS = (0.5, 0.8)  # of the text in a column: how much more room more text gets
SHORT, FOR_SHORT = 0.18, 0.75  # of a table: what is short, and how much may be asked for before long texts get room
TEXT_SHARE = 0.3  # of a table, that columns of text keep before columns of numbers are made as wide as each other


class Column(NamedTuple):
    """What a column asks for: the width of its longest word, that in which no line breaks, how much text it has in all,
    and whether it is one of numbers."""

    least: int
    most: int
    text: int
    is_number: bool


def fitted(table: str, width: int, padding: int, cells: Cells) -> str:
    """A table from behind its beginning up to its end, with the columns that its text asks for; `width` is that of the
    table, `padding` what the margins of a cell take of it."""
    if "<w:tbl>" in table:  # a value brought one
        return table
    rows = _rows(table, cells)
    count = max((sum([cell.span for cell in row]) for row in rows), default=0)
    if not count or width < count * padding or table.count(WIDTH) != sum(map(len, rows)) or GRID not in table:
        return table
    widths = divided(rows, count, width, padding)
    return _written(_with_tall_rows(table, rows, widths), rows, widths)


def _rows(table: str, cells: Cells) -> list[list[Cell]]:
    return [cells.in_row(row) for row in table.replace(JOINT, "").split("</w:tr>")[:-1]]


def divided(rows: Sequence[Sequence[Cell]], count: int, width: int, padding: int) -> list[int]:
    """The width of each column of a table with these rows."""
    parted = _parted(rows, count)
    columns = _capped(_as_wide(_columns(rows, parted, padding), width), width)
    least, most = sum([one.least for one in columns]), sum([one.most for one in columns])
    if least > width:
        return _squeezed(columns, width)
    if most <= width:
        return _spread(columns, width - most)
    columns = _unbroken(columns, width)
    breaking = _breaking(parted, columns, padding, len(rows))
    return min(
        (_shared(columns, width, power) for power in POWERS), key=lambda widths: _height(breaking, widths, padding)
    )


def _with_tall_rows(table: str, rows: Sequence[Sequence[Cell]], widths: Sequence[int]) -> str:
    """The table with rows that may break over pages where they are too high to stand on one with others."""
    pieces = table.split("</w:tr>")
    tall = [
        number
        for number, row in enumerate(rows)
        if len(pieces[number]) > SURELY_LOW
        and any(len(one.lines) + one.text // widths[at] > TALL for (at, _), one in zip(_placed(row), row, strict=True))
    ]
    for number in tall:
        pieces[number] = pieces[number].replace(WHOLE, "", 1)
    return "</w:tr>".join(pieces) if tall else table


# ------------------------------------------------------------------------------------------------------------- measured


def _parted(rows: Sequence[Sequence[Cell]], count: int) -> list[list[tuple[int, Cell]]]:
    """By column the cells with text that take no other, with the number of their row."""
    parted: list[list[tuple[int, Cell]]] = [[] for _ in range(count)]
    for number, row in enumerate(rows):
        at = 0
        for cell in row:
            if cell.span == 1 and cell.lines:
                parted[at].append((number, cell))
            at += cell.span
    return parted


def _columns(
    rows: Sequence[Sequence[Cell]], parted: Sequence[Sequence[tuple[int, Cell]]], padding: int
) -> list[Column]:
    """What the columns ask for, with the margins of their cells."""
    columns = [
        _column([cell for _, cell in column], [cell for number, cell in column if number], padding) for column in parted
    ]
    for row in rows:
        if any(cell.span > 1 for cell in row):
            _stretch(columns, row, padding)
    return columns


def _column(cells: Sequence[Cell], below: Sequence[Cell], padding: int) -> Column:
    """What one column asks for; `below` are its cells without its heading, which may break where it stands over numbers."""
    body = below or cells
    at_right = sum([cell.is_at_right for cell in body])
    is_number = 2 * at_right > len(body)
    least = max([LEAST, *[cell.word for cell in cells]])
    most = max([least, *[cell.widest for cell in (body if is_number else cells)]])
    return Column(least + padding, most + padding, sum([cell.text for cell in cells]), is_number)


def _stretch(columns: list[Column], row: Sequence[Cell], padding: int) -> None:
    """Make columns together as wide as the longest word in a cell that spans them: the last one of text, else the last."""
    at = 0
    for cell in row:
        over = range(at, at + cell.span)
        lacking = cell.word + padding - sum([columns[number].least for number in over])
        if cell.span > 1 and cell.lines and lacking > 0:
            taker = next((number for number in reversed(over) if not columns[number].is_number), over[-1])
            least = columns[taker].least + lacking
            columns[taker] = columns[taker]._replace(least=least, most=max(least, columns[taker].most))
        at = over.stop


def _as_wide(columns: list[Column], width: int) -> list[Column]:
    """Columns of numbers as wide as each other, where text keeps room enough; somewhat wider when no text needs that room."""
    numbers, texts = ([one for one in columns if one.is_number is kind] for kind in (True, False))
    if len(numbers) < 2:
        return columns
    widest = max(one.most for one in numbers)
    text = max(sum([one.least for one in texts]), round(TEXT_SHARE * width) if texts else 0)
    if widest * len(numbers) > width - text:
        return columns
    left = (width - sum([one.most for one in texts])) // len(numbers)
    goal = min(max(left, widest), widest + GUTTER)
    return [one._replace(least=goal, most=goal) if one.is_number else one for one in columns]


def _capped(columns: list[Column], width: int) -> list[Column]:
    """Columns of which no word asks for nearly the whole table, when not all words fit."""
    if sum(one.least for one in columns) <= width:
        return columns
    most = round(SHARE * width)
    return [one if one.is_number else one._replace(least=min(one.least, most)) for one in columns]


def _unbroken(columns: list[Column], width: int) -> list[Column]:
    """Short texts, such as a day, stay on one line as long as the longer ones keep their room."""
    room = round(FOR_SHORT * width) - sum([one.least for one in columns])
    for at in sorted(range(len(columns)), key=lambda at: columns[at].most):
        one = columns[at]
        if one.most <= SHORT * width and one.most - one.least <= room:
            room -= one.most - one.least
            columns[at] = one._replace(least=one.most)
    return columns


# -------------------------------------------------------------------------------------------------------------- divided


def _spread(columns: Sequence[Column], left: int) -> list[int]:
    """The widths where no line breaks: what is left goes to the columns of text, to each as much as it has already."""
    takers = [one.most * (not one.is_number) for one in columns]
    takers = takers if any(takers) else [1] * len(columns)
    return _rounded([one.most + left * taker / sum(takers) for one, taker in zip(columns, takers, strict=True)])


def _shared(columns: Sequence[Column], width: int, power: float) -> list[int]:
    """The widths where lines break: to each column by how much text it has, within what it asks for."""
    weights = [max(one.text, 1) ** power for one in columns]
    fixed: dict[int, int] = {}
    while True:
        free = [at for at in range(len(columns)) if at not in fixed]
        scale = (width - sum(fixed.values())) / sum(weights[at] for at in free) if free else 0
        asked = {at: scale * weights[at] for at in free}
        short = {at: columns[at].least for at in free if asked[at] < columns[at].least}
        long = {at: columns[at].most for at in free if asked[at] > columns[at].most}
        over = sum(columns[at].least - asked[at] for at in short) - sum(asked[at] - columns[at].most for at in long)
        # the side that is further off is settled first, so that the other gets what that leaves
        settled = short if over > 0 or (over == 0 and short) else long
        if not settled:
            return _rounded([fixed.get(at, asked.get(at, 0)) for at in range(len(columns))])
        fixed |= settled


def _squeezed(columns: Sequence[Column], width: int) -> list[int]:
    """The widths where not all words fit: the longest words break, as few of them as can be; numbers only when nothing else helps."""
    texts = sorted((at for at, one in enumerate(columns) if not one.is_number), key=lambda at: columns[at].least)
    widths = {at: float(one.least) for at, one in enumerate(columns)}
    left: float = width - sum([one.least for one in columns if one.is_number])
    if left < HYPHENATED * len(texts):
        total = sum([one.least if one.is_number else HYPHENATED for one in columns])
        return _rounded([(one.least if one.is_number else HYPHENATED) * width / total for one in columns])
    for number, at in enumerate(texts):
        widths[at] = min(widths[at], left / (len(texts) - number))
        left -= widths[at]
    return _rounded([widths[at] for at in range(len(columns))])


def _rounded(widths: Sequence[float]) -> list[int]:
    """Whole widths with the same sum."""
    whole, at, done = [], 0.0, 0
    for one in widths:
        at += one
        whole.append(round(at) - done)
        done += whole[-1]
    return whole


def _breaking(
    parted: Sequence[Sequence[tuple[int, Cell]]], columns: Sequence[Column], padding: int, count: int
) -> list[tuple[int, list[tuple[int, Cell]]]]:
    """Of each row in which a line can break the cells with such a line, by their column, and how high the others make it."""
    high, breaking = [1] * count, [list[tuple[int, Cell]]() for _ in range(count)]
    for at, (column, cells) in enumerate(zip(columns, parted, strict=True)):
        room = column.least - padding
        for number, cell in cells:
            if cell.widest > room:
                breaking[number].append((at, cell))
            elif len(cell.lines) > high[number]:
                high[number] = len(cell.lines)
    return [(one, cells) for one, cells in zip(high, breaking, strict=True) if cells]


def _height(breaking: Sequence[tuple[int, Sequence[tuple[int, Cell]]]], widths: Sequence[int], padding: int) -> int:
    """How many lines high rows are, nearly: words that do not fit leave the end of a line empty."""
    total = 0
    for highest, row in breaking:
        for at, (lines, _, _, word, _, _) in row:
            room = widths[at] - padding
            usable = max(room - word // 3, room // 2, 1)
            high = sum([1 if line <= room else -(-line // usable) for line in lines])
            if high > highest:
                highest = high
        total += highest
    return total


def _written(table: str, rows: Sequence[Sequence[Cell]], widths: Sequence[int]) -> str:
    """The table with these widths in its grid and in its cells."""
    before, _, behind = table.partition(GRID)
    grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    first, *cells = behind.partition(END_OF_GRID)[2].split(WIDTH)
    pieces = [before, GRID, grid, END_OF_GRID, first]
    texts = [f'{WIDTH}w:w="{one}" w:type="dxa"/>' for one in widths]
    spans = [at for row in rows for at in _placed(row)]
    for (at, span), cell in zip(spans, cells, strict=True):
        text = texts[at] if span == 1 else f'{WIDTH}w:w="{sum(widths[at : at + span])}" w:type="dxa"/>'
        pieces += (text, cell.partition("/>")[2])
    return "".join(pieces)


def _placed(row: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """The first column of each cell in a row, and how many it takes."""
    at = 0
    for cell in row:
        yield at, cell.span
        at += cell.span
