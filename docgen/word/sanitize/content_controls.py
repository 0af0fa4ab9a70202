"""Content controls of Word: bound to data that would put an old value back, and boxes whose state a tag would contradict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen._lazy import regex
from docgen.opc.elements import local, remove
from docgen.opc.relationships import W
from docgen.word.sanitize.cleaning import Part, Report
from docgen.word.tags import location

STEP = regex(r"(?:([\w.-]+):)?([\w.-]+)(?:\[(\d+)\])?")
PREFIX = regex(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]*)['\"]")
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
EXTENDED = "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
OF_DOSSIER = frozenset(("creator", "lastModifiedBy", "created", "modified", "revision", "lastPrinted", "contentStatus"))
WHOLE = frozenset(("picture", "repeatingSection", "repeatingSectionItem", "group", "docPartObj", "docPartList"))
AWAY = "klik er met rechts op, kies ‘Inhoudsbesturingselement verwijderen’ en laat de tekst staan"


def check(part: Part, stores: Mapping[str, tuple[str, Any]], report: Report) -> tuple[bool, set[str]]:
    """Whether the part changed, and the stores that a control still needs. `stores` are the data in the file by their
    id: the part and its elements. Raises `TemplateError` for a control that Word would give its old value back."""
    changed, used = False, set[str]()
    for control in list(part.root.iter(f"{W}sdt")):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        if properties is None or content is None:
            continue
        shown = _text_of(content)
        if location.OPENING.search(shown):
            changed |= _without_state(properties, part, shown, report)
        for binding in [one for one in properties if local(one.tag) == "dataBinding"]:
            store = _store(binding, stores)
            if _is_kept(binding, store, properties, shown, part, report):
                used.add(store[0])
            else:
                remove(binding)
                changed = True
    return changed, used


def _text_of(content: Any) -> str:
    return "".join("\n" if one.tag == f"{W}br" else one.text or "" for one in content.iter(f"{W}t", f"{W}br")).strip()


def _title(properties: Any, shown: str) -> str:
    for name in ("alias", "tag"):
        found = properties.find(f"{W}{name}")
        if found is not None and found.get(f"{W}val", "").strip():
            return str(found.get(f"{W}val"))[:60]
    return shown[:60]


def _without_state(properties: Any, part: Part, shown: str, report: Report) -> bool:
    """A control that a tag fills keeps no state of its own: box ticked or not, date or choice of the last time."""
    boxes = [one for one in properties if local(one.tag) == "checkbox"]
    for box in boxes:
        remove(box)
        report.tell(
            f"het selectievakje ‘{_title(properties, shown)}’ in {part.words} wordt door een tag gevuld en is in het document gewone tekst"
        )
    changed = bool(boxes)
    for one in properties:
        for state in ("fullDate", "lastValue"):
            changed |= one.attrib.pop(f"{W}{state}", None) is not None
    return changed


def _store(binding: Any, stores: Mapping[str, tuple[str, Any]]) -> tuple[str, Any]:
    """The part with the data of a binding, and the element bound to; nothing when it is not there."""
    wanted = binding.get(f"{W}storeItemID", "").upper()
    prefixes = dict(PREFIX.findall(binding.get(f"{W}prefixMappings", "")))
    for identity, (part, root) in stores.items():
        if not wanted or wanted == identity:
            found = _find(root, binding.get(f"{W}xpath", ""), prefixes)
            if found is not None:
                return part, found
    return "", None


def _find(root: Any, path: str, prefixes: Mapping[str, str]) -> Any:
    """What a path of plain steps, as Word writes it, leads to; an element, or the text of an attribute."""
    steps = [step for step in path.strip().split("/") if step]
    here: Any = None
    for number, step in enumerate(steps):
        if step.startswith("@") and here is not None:
            return next(
                (value for name, value in here.attrib.items() if local(name) == step.rpartition(":")[2].lstrip("@")),
                None,
            )
        if step in ("text()", "."):
            continue
        found = STEP.fullmatch(step)
        if not found:
            return None
        name = f"{{{prefixes[found[1]]}}}{found[2]}" if prefixes.get(found[1] or "") else found[2]
        among = [root] if number == 0 else list(here)
        same = [one for one in among if one.tag == name]
        if len(same) < int(found[3] or 1):
            return None
        here = same[int(found[3] or 1) - 1]
    return here


def _is_kept(binding: Any, store: tuple[str, Any], properties: Any, shown: str, part: Part, report: Report) -> bool:
    """Whether the binding may stay: what is stored is what is shown."""
    bound = store[1]
    identity, title = binding.get(f"{W}storeItemID", "").upper(), _title(properties, shown)
    if identity == EXTENDED or (identity == CORE and bound is not None and local(bound.tag) in OF_DOSSIER):
        if not location.OPENING.search(shown):
            report.tell(
                f"het besturingselement ‘{title}’ in {part.words} is losgemaakt van de documenteigenschappen; de tekst blijft"
            )
        return False
    if bound is None:
        return False
    stored = bound if isinstance(bound, str) else "".join(bound.itertext())
    has_tag = bool(location.OPENING.search(shown) or location.OPENING.search(stored))
    same = _plain(stored) == _plain(shown)
    if same and (not has_tag or identity == CORE):
        return True
    if not has_tag and (_shows_nothing(properties, stored) or _is_other_form(properties, stored, shown)):
        return True
    raise report.refusal(
        f"heeft in {part.words} een besturingselement ‘{title}’ dat aan gegevens in het bestand is gekoppeld: Word zet daar de oude waarde terug; {AWAY}"
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _shows_nothing(properties: Any, stored: str) -> bool:
    return properties.find(f"{W}showingPlcHdr") is not None and not stored.strip()


def _is_other_form(properties: Any, stored: str, shown: str) -> bool:
    """Whether what is shown is another form of what is stored: a date, a choice of a list, a picture, a whole part."""
    for one in properties:
        name = local(one.tag)
        if name in WHOLE or name == "checkbox":
            return True
        if name == "date" and one.get(f"{W}fullDate", "")[:10] == stored.strip()[:10]:
            return True
        choices = {
            choice.get(f"{W}displayText"): choice.get(f"{W}value") for choice in one if local(choice.tag) == "listItem"
        }
        if choices and choices.get(shown) == stored.strip():
            return True
    return False
