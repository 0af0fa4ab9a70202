"""How wide the characters of free fonts are, read from the fonts themselves: `python -m benchmarks.advances` prints
`docgen/word/typesetting/advances.py`.

Carlito and the Liberation fonts are as wide, character by character, as Calibri, Arial and Times New Roman; widths are facts about them.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from pathlib import Path

FOLDER = Path("/usr/share/fonts/truetype")
FACES = {
    "Carlito": "crosextra/Carlito-Regular.ttf",
    "Carlito Bold": "crosextra/Carlito-Bold.ttf",
    "Liberation Sans": "liberation/LiberationSans-Regular.ttf",
    "Liberation Sans Bold": "liberation/LiberationSans-Bold.ttf",
    "Liberation Serif": "liberation/LiberationSerif-Regular.ttf",
    "Liberation Serif Bold": "liberation/LiberationSerif-Bold.ttf",
}
# Latin for Europe, and the signs that documents use
CHARACTERS = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C))]
CHARACTERS += list("\u2002\u2003\u2007\u2009\u202f‐‑‒–—―‘’‚‛“”„†‡•…‰′″‹›€™←↑→↓−×≈≠≤≥▪●✓✗")
CHARACTERS.remove("\xad")
HEADER = '''"""How wide characters are in the free fonts that are as wide as those of Word, in thousandths of the size.

Made by `python -m benchmarks.advances` from the fonts; not to be changed by hand.
"""

# fmt: off
ADVANCES: dict[str, dict[int, str]] = {'''


def tables(data: bytes) -> dict[str, bytes]:
    """The tables of a TrueType font by their names."""
    count = struct.unpack_from(">H", data, 4)[0]
    rows = [struct.unpack_from(">4s4xLL", data, 12 + 16 * number) for number in range(count)]
    return {name.decode(): data[start : start + length] for name, start, length in rows}


def glyphs(cmap: bytes) -> dict[int, int]:
    """Which glyph each character of the basic plane has (a table of format 4)."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    subtables = {struct.unpack_from(">HHL", cmap, 4 + 8 * number)[2] for number in range(count)}
    at = next(at for at in sorted(subtables) if struct.unpack_from(">H", cmap, at)[0] == 4)
    segments = struct.unpack_from(">H", cmap, at + 6)[0] // 2
    read = lambda place, kind="H": struct.unpack_from(f">{segments}{kind}", cmap, at + place)
    ends, starts = read(14), read(16 + 2 * segments)
    deltas, offsets = read(16 + 4 * segments, "h"), read(16 + 6 * segments)
    found: dict[int, int] = {}
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if offset:
                place = at + 16 + 6 * segments + 2 * number + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", cmap, place)[0]
                found[code] = (glyph + delta) % 65536 if glyph else 0
            else:
                found[code] = (code + delta) % 65536
    return {code: glyph for code, glyph in found.items() if glyph}


def advances(path: Path) -> dict[int, str]:
    """The characters by their width in thousandths of the size."""
    font = tables(path.read_bytes())
    units, measured = struct.unpack_from(">H", font["head"], 18)[0], struct.unpack_from(">H", font["hhea"], 34)[0]
    glyph_of = glyphs(font["cmap"])
    found: dict[int, str] = defaultdict(str)
    for character in CHARACTERS:
        if glyph := glyph_of.get(ord(character)):
            width = struct.unpack_from(">H", font["hmtx"], 4 * min(glyph, measured - 1))[0]
            found[round(1000 * width / units)] += character
    return dict(sorted(found.items()))


def module() -> str:
    """The text of the module."""
    lines = [HEADER]
    for name, file in FACES.items():
        lines.append(f'    "{name}": {{')
        lines += [f"        {width}: {characters!a}," for width, characters in advances(FOLDER / file).items()]
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


if __name__ == "__main__":
    print(module(), end="")
