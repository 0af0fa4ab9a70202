"""What `docgen render` made, noted in the journal of its folder, so that `docgen status` knows it as what a batch made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.batch import fingerprint, journal
from docgen.batch.fingerprint import Shared
from docgen.batch.journal import WORK, Journal, JournalEntry
from docgen.batch.order import STANDARD_INPUT, Order
from docgen.documents.overwrite_guard import EDITED
from docgen.documents.production import WrittenDocument
from docgen.dossier import Dossier
from docgen.errors import OutputError
from docgen.system import files

if TYPE_CHECKING:
    from docgen.documents.copies import WrittenCopy


def note_rendered(order: Order, dossier: Dossier, written: Sequence[WrittenDocument]) -> str:
    """Note what was asked and what came of it; why that could not be done, or an empty string.

    Documents do without: a journal that cannot be kept only leaves `docgen status` without an answer.
    """
    if STANDARD_INPUT in order.dossiers or not written:
        return ""  # nothing that can be looked at again
    work = Path(order.out) / WORK
    try:
        if work.is_symlink():
            raise OutputError(f"{work} is een snelkoppeling")
        files.make_folder(work)
        known = journal.read(work / journal.NAME)
    except OutputError as error:
        return str(error)
    known.note_order(order.for_journal())
    if dossier.fingerprint not in known.fields:
        known.note_dossier(dossier.fingerprint, fingerprint.of_fields(dossier.data))
    shared = fingerprint.of_options(order, False, dossier.library)
    entries = [_entry(one, shared) for one in written if one.outcome != EDITED]
    known.note(entry for entry in entries if known.entries.get(entry.file) != entry)
    return known.broken


def _entry(document: WrittenDocument, shared: str) -> JournalEntry:
    """A document as the journal of a batch tells of it."""
    about = document.about
    manner = fingerprint.of_request(shared, about["soort"])
    made_of = Shared(about["dossier"], about["sjabloon"], about["versie"], manner, {}).with_cells("", ())
    return JournalEntry(
        document.path.name, document.sha, about["origineel"], *files.size_and_time(document.path), made_of
    )


def note_page_numbers(known: Journal, copies: Sequence[WrittenCopy]) -> None:
    """Note the Word files that got other page numbers from their copies, as they are now."""
    changed = {copy.path.with_suffix(".docx"): copy.renumbered for copy in copies if copy.renumbered}
    entries = journal.read(known.path).entries if changed else {}
    known.note(
        entries[path.name]._replace(sha=sha, size=size, changed=time)
        for path, sha in changed.items()
        if path.name in entries
        for size, time in [files.size_and_time(path)]
    )
