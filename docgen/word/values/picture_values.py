"""A picture among the data, and what a template shows of it: its place in the file, its size in the box, how it is turned.

A template asks with the filters that `word/pictures/discovery` writes into the drawing; both paths give the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from docgen.pictures.errors import InvalidPicture
from docgen.pictures.picture import MOST_BYTES, Picture, read_picture
from docgen.pictures.picture_file import PictureFile
from docgen.system.files import read_bytes
from docgen.word.values.cell_values import UnfitValue
from docgen.word.values.render_state import CURRENT, NOT_ORDINARY, RenderState, require_care

FILE, ALT = "bestand", "alt"  # the fields of a picture with more than a file
HAS, OF = "_has_picture", "_picture"  # the filters
COARSEST = 12_700  # EMU, a point: a pixel is never shown larger, however wide the box is
LONGEST_ALT = 2_000
# how a picture was held (EXIF) -> turned clockwise, in 60,000ths of a degree, after it was mirrored
TURNS = {1: (0, 0), 2: (0, 1), 3: (10_800_000, 0), 4: (10_800_000, 1), 5: (16_200_000, 1), 6: (5_400_000, 0), 7: (5_400_000, 1), 8: (16_200_000, 0)}  # fmt: skip
WITHOUT_ALT = "‘{}’ heeft geen alternatieve tekst: wat er te zien is, voor wie het niet ziet; vul alt in, of zet in het sjabloon woorden achter de tag"
A_LIST = "‘{}’ is een lijst; zet het plaatje in een herhaling, zoals {{%p for een in {} %}} … {{%p endfor %}}, met {{{{ een }}}} als alternatieve tekst"
NO_PICTURE = "‘{}’ is geen beeld: het bestand is niet gelezen; in Python is dat een pathlib.Path of de bytes"


class Shown(NamedTuple):
    """A picture with what is said of it."""

    picture: Picture
    alt: str


class Box(NamedTuple):
    """The room that a template gives a picture, in EMU, and the picture that stands there as an example."""

    width: int
    height: int
    relation: str = ""


def relation_of(picture: Picture) -> str:
    """The id by which a part refers to a picture: the same picture, the same id."""
    return f"beeld-{picture.digest[:24]}"


def has_picture(value: Any, expression: str = "") -> bool:
    """Whether there is something to show where a picture stands; a text is the alternative text of the example."""
    return value is not None and value != "" and _picture_or_text(value, expression) is not None


def of_picture(value: Any, what: str, width: int, height: int, relation: str, expression: str = "") -> str | int:
    """One thing that a drawing says of its picture."""
    shown = _picture_or_text(value, expression)
    box = Box(width, height, relation)
    if not isinstance(shown, Shown):
        return OF_EXAMPLE[what](str(shown), box)
    if what == "embed":
        state = CURRENT.get(None)
        if state:
            state.pictures.append(shown.picture)
    if what == "alt" and not shown.alt:
        raise UnfitValue(WITHOUT_ALT.format(expression))
    return OF_PICTURE[what](shown, box)


def _alt(shown: Shown, _box: Box) -> str:
    if NOT_ORDINARY.search(shown.alt):
        require_care()
    return " ".join(shown.alt.split())[:LONGEST_ALT]


def fitted(picture: Picture, width: int, height: int) -> tuple[int, int]:
    """Width and height of a picture before it is turned, so that it fills the box as far as it can without being cut or stretched."""
    across, down = (picture.height, picture.width) if picture.is_turned else (picture.width, picture.height)
    scale = min(width / across, height / down, COARSEST)
    return max(1, int(picture.width * scale)), max(1, int(picture.height * scale))


OF_PICTURE: dict[str, Callable[[Shown, Box], str | int]] = {
    "alt": _alt,
    "own": lambda _shown, _box: "",  # the words of the template say what it shows
    "embed": lambda shown, _box: relation_of(shown.picture),
    "cx": lambda shown, box: fitted(shown.picture, box.width, box.height)[0],
    "cy": lambda shown, box: fitted(shown.picture, box.width, box.height)[1],
    "rot": lambda shown, _box: TURNS[shown.picture.orientation][0],
    "flip": lambda shown, _box: TURNS[shown.picture.orientation][1],
}
OF_EXAMPLE: dict[str, Callable[[str, Box], str | int]] = {
    "alt": lambda text, _box: text,
    "own": lambda text, _box: text,
    "embed": lambda _text, box: box.relation,
    "cx": lambda _text, box: box.width,
    "cy": lambda _text, box: box.height,
    "rot": lambda _text, _box: 0,
    "flip": lambda _text, _box: 0,
}


def _picture_or_text(value: Any, expression: str) -> Shown | str | None:
    """The picture that a value is, or the text that it is. Raises `UnfitValue`."""
    if isinstance(value, str) and not isinstance(value, PictureFile):
        return str(value)
    if isinstance(value, (list, tuple)):
        raise UnfitValue(A_LIST.format(expression, expression))
    if not isinstance(value, Mapping):
        return Shown(_picture(value, expression), "")
    if value.get(FILE) is None:
        return None
    return Shown(_picture(value[FILE], f"{expression}.{FILE}"), str(value.get(ALT) or ""))


def _picture(value: Any, expression: str) -> Picture:
    """The picture of a file that was read, of bytes, or at a `Path`: never at a text, which anybody can have written."""
    if isinstance(value, PictureFile):
        return value.picture
    if isinstance(value, Picture):
        return value
    if not isinstance(value, (bytes, Path)):
        raise UnfitValue(NO_PICTURE.format(expression))
    known = (CURRENT.get(None) or RenderState({})).read_pictures
    if value not in known:
        try:
            data = value if isinstance(value, bytes) else read_bytes(value, MOST_BYTES + 1, "beeld")
            known[value] = read_picture(data)
        except InvalidPicture as fault:
            raise UnfitValue(f"‘{expression}’: {fault.message}; {fault.hint}") from fault
    found: Picture = known[value]
    return found
