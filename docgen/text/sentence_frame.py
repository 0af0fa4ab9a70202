"""How a text of a writer comes to stand in a sentence: the form it must have and the sentence around it (`meta.zin` in a schema).

The forms: Z whole sentences, G a noun group with its article, B how, when or where, F a function without article, N a name, I a
group with "te" and a verb, K a choice; GZ and BZ: either, the verb decides; L[…] a list of these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from docgen._lazy import regex
from docgen.text.dutch import capital, without_full_stop
from docgen.text.sentences import is_sentence, with_article

SLOT = "{…}"
FORMS = ("Z", "G", "B", "F", "N", "I", "K", "GZ", "BZ")
LISTS = regex(r"L\[(Z|G|GZ|N)\]")
COLON_BEFORE_SLOT = re.compile(r":\s*[‘“]?\s*\Z")
TOLD = "Zo komt het in de zin:"


class SentenceFrame(NamedTuple):
    """The form of a text, the sentence with a slot for it, and an example of the text."""

    form: str
    frame: str
    example: str

    @property
    def is_list(self) -> bool:
        """Whether each item of a list has this form."""
        return self.form.startswith("L[")

    @property
    def item_form(self) -> str:
        """The form of the text itself, or of one item."""
        return self.form[2:-1] if self.is_list else self.form

    def form_of(self, text: str) -> str:
        """The form that a text has here: of a field that may be either, the verb decides."""
        form = self.item_form
        return form if form not in ("GZ", "BZ") else "Z" if is_sentence(text) else form[0]

    def filled(self, text: str) -> str:
        """The sentence with a text in it; a text that is a sentence of its own stands by itself."""
        form, bare = self.form_of(text), without_full_stop(text)
        if form == "Z":
            return f"{capital(bare)}."
        shown = with_article(bare) if form == "F" else capital(bare) if self.is_first else bare
        return self.frame.replace(SLOT, shown)

    @property
    def is_first(self) -> bool:
        """Whether the text begins its sentence."""
        return self.frame.startswith(SLOT)

    @property
    def in_help(self) -> str:
        """What a writer is told of it: "Zo komt het in de zin: De stuurgroep vergadert vier keer per jaar."."""
        return f"{TOLD} {self.filled(self.example)}"


def why_unsound(said: object, is_list: bool) -> str:
    """What is wrong with a frame as a schema gives it; empty when nothing is."""
    if not isinstance(said, dict) or set(said) != {"vorm", "raam", "voorbeeld"}:
        return "vorm, raam en voorbeeld, zoals {vorm: B, raam: 'De stuurgroep vergadert {…}.', voorbeeld: vier keer per jaar}"
    form, frame, example = (said[name] for name in ("vorm", "raam", "voorbeeld"))
    if not all(isinstance(text, str) and text.strip() for text in (form, frame, example)):
        return "bij vorm, raam en voorbeeld een tekst"
    if not (LISTS.fullmatch(form) if is_list else form in FORMS):
        return f"als vorm {'L[Z], L[G], L[GZ] of L[N]' if is_list else ', '.join(FORMS)}"
    if frame.count(SLOT) != 1:
        return f"een raam met één keer {SLOT}, de plaats van de tekst"
    if not is_list and COLON_BEFORE_SLOT.search(frame.partition(SLOT)[0]):
        return f"een raam zonder dubbele punt voor {SLOT}: maak er een zin van"
    return ""


class FramedField(NamedTuple):
    """A field with a frame: its path inside its part (`None` is a row of a list), and whether it may be an id instead of words."""

    path: tuple[str | None, ...]
    frame: SentenceFrame
    may_be_id: bool


class FramedFields:
    """The fields with a frame, by the part of a dossier; one object for all dossiers of a schema, told apart by identity."""

    def __init__(self, by_part: Mapping[str, tuple[FramedField, ...]]) -> None:
        self.by_part = {part: fields for part, fields in by_part.items() if fields}


NO_FRAMES = FramedFields({})
