"""The third column of the worksheet: what will be done, an action in one line."""

from __future__ import annotations

from docgen.context.worksheet.answer import beside, pieces
from docgen.domain.queries import ENDED
from docgen.domain.types import TableRow
from docgen.text.dutch import capital, long_date, without_full_stop


def is_open(action: TableRow) -> bool:
    """Whether an action is still to be done."""
    return action["status"] not in ENDED


def line(action: TableRow, public: bool) -> str:
    """An open action with who does it, when, how far it is and how likely; for everybody only what and when."""
    until = f"uiterlijk {long_date(action['uiterlijk'])}" if action["uiterlijk"] else ""
    if public:
        return beside(_what(action), until)
    chance = f"kans {action['kans']}" if action["kans"] else ""
    late = "; te laat" if action["te_laat"] else ""
    return beside(_what(action), action["wie"], until, action["status"], chance) + late


def ended(actions: list[TableRow], state: str) -> str | None:
    """The actions that are done, or that nobody does any more, in one line."""
    return (
        f"{capital(state)}: {told}"
        if (told := pieces(_what(row) for row in actions if row["status"] == state))
        else None
    )


def _what(action: TableRow) -> str:
    return capital(without_full_stop(action["tekst"] or ""))
