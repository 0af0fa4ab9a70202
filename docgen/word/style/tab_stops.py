"""Tab stops laid out to the width of a text.

A stop in the first third of a line makes room for a label and stays. One further on is a place on the page: it goes along
with the width that it was made for, and none stands past the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from docgen.opc.relationships import W
from docgen.word.style.text_area import twips
from docgen.word.xml.style_chain import style_chain

AT_MARGIN, CLEAR = ("right", "end"), "clear"
TAB, TABS, PROPERTIES = f"{W}tab", f"{W}tabs", f"{W}pPr"
BEFORE_TABS = tuple(f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd"))  # fmt: skip


class Stop(NamedTuple):
    """A tab stop: where, which way the text goes, and what fills the line up to it."""

    position: int
    kind: str
    leader: str = ""


def stops_of(properties: Any) -> dict[int, Stop]:
    """The stops that the properties of a paragraph or a style set or clear, by their place."""
    found = properties.iterfind(f"{TABS}/{TAB}") if properties is not None else ()
    stops = (Stop(twips(one.get(f"{W}pos")), one.get(f"{W}val", "left"), one.get(f"{W}leader", "")) for one in found)
    return {stop.position: stop for stop in stops}


def inherited(style: str, styles: Mapping[str, Any]) -> dict[int, Stop]:
    """The stops of a style by its id, with those it builds on."""
    stops: dict[int, Stop] = {}
    for one in reversed([*style_chain(style, styles)]):
        stops |= stops_of(one.find(PROPERTIES))
    return without_cleared(stops)


def without_cleared(stops: dict[int, Stop]) -> dict[int, Stop]:
    """The stops that are there."""
    return {position: stop for position, stop in stops.items() if stop.kind != CLEAR}


def moved(stops: Mapping[int, Stop], made_for: int, room: int) -> dict[int, Stop]:
    """Stops that were made for one width in a line of another."""
    furthest = max((position for position, stop in stops.items() if stop.kind != CLEAR), default=0)
    made_for = max(made_for, furthest)
    places = (
        (position if position <= made_for / 3 else round(position * room / made_for), stop)
        for position, stop in stops.items()
    )
    return {place: stop._replace(position=place) for place, stop in places}


def fit(properties: Any, made_for: int, room: int) -> None:
    """Move the stops that the properties of a style set."""
    stops = stops_of(properties)
    wanted = moved(stops, made_for, room)
    if wanted != stops:
        _write(properties, wanted)


def set_stops(paragraph: Any, wanted: Mapping[int, Stop], under: Mapping[int, Stop]) -> None:
    """Give a paragraph these stops, under a style that has those."""
    cleared = {place: Stop(place, CLEAR) for place in under if place not in wanted}
    own = cleared | {place: stop for place, stop in wanted.items() if under.get(place) != stop}
    properties = paragraph.find(PROPERTIES)
    if properties is None and own:
        properties = paragraph.makeelement(PROPERTIES)
        paragraph.insert(0, properties)
    if properties is not None:
        _write(properties, own)


def _write(properties: Any, stops: Mapping[int, Stop]) -> None:
    for old in properties.findall(TABS):
        properties.remove(old)
    if not stops:
        return
    tabs = properties.makeelement(TABS)
    for place in sorted(stops):
        stop = stops[place]
        leader = {f"{W}leader": stop.leader} if stop.leader else {}
        tabs.append(tabs.makeelement(TAB, {f"{W}val": stop.kind, **leader, f"{W}pos": str(place)}))
    properties.insert(sum(1 for one in properties if one.tag in BEFORE_TABS), tabs)
