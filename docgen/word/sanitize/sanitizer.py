"""Is a Word file from others safe and whole? What can fetch, run or blow up is taken out and told, or refused.

Known cases: XML entities (python-docx CVE-2016-5851), remote templates (ATT&CK T1221), altChunk (CVE-2017-0199), macros.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from docgen._lazy import regex
from docgen.opc import elements
from docgen.opc.archive import CONTENT_TYPES, DOCUMENT_RELS, Parts
from docgen.opc.relationships import STRICT, W, is_xml, main_part, to_bytes, words_for
from docgen.word.sanitize import (
    allowlist,
    cleaning,
    content_controls,
    field_codes,
    metadata,
    opening,
    part_graph,
    settings,
)
from docgen.word.sanitize.cleaning import GONE, Part, Report
from docgen.word.sanitize.field_codes import Field
from docgen.word.sanitize.part_graph import Graph, Relation
from docgen.word.tags import location

MAX_XML_IN_ALL = 60_000_000
# a namespace with characters given by number: it can be any
SPACE_IN_NUMBERS = regex(rb"""\sxmlns(?::[^\s=]*)?\s*=\s*(?:"[^"]*&#|'[^']*&#)""")
OF_STYLES = frozenset(
    ("styles", "styleswitheffects", "numbering")
)  # where Word shows no changes, and nobody can accept them


def sanitize(parts: Parts, name: str, findings: list[str] | None = None, *, to_read: bool = False) -> Parts:
    """Return the parts that a document may have, in UTF-8; `findings` gathers what was left out.

    Raises `TemplateError` that says what is wrong with `name`. A file only `to_read` may have changes and comments of
    people, and keeps its properties.
    """
    report = Report(name, [] if findings is None else findings)
    if sum(len(data) for part, data in parts.items() if is_xml(part, data)) > MAX_XML_IN_ALL:
        raise report.refusal(f"is te groot: meer dan {MAX_XML_IN_ALL // 1_000_000} MB tekst")
    for needed in (CONTENT_TYPES, DOCUMENT_RELS):
        if needed not in parts:
            raise report.refusal("is geen Word-bestand; sla het in Word op als .docx")
    file, absent = opening.open_parts(parts, report)
    main = main_part(file.parts, name)
    _clean(file, absent, main, report, to_read)
    part_graph.rename_main(file, main)
    return part_graph.write_parts(file)


# ------------------------------------------------------------------------------------------------------------- contents


def _clean(file: Graph, absent: dict[str, dict[str, str]], main: str, report: Report, to_read: bool) -> None:
    """Clean every part that is reached."""
    kinds: dict[str, set[str]] = {}
    for one in [one for found in file.relations.values() for one in found if one.is_inside]:
        kinds.setdefault(one.target, set()).add(one.kind)
    stores = _stores(file)
    used: set[str] = set()
    found: list[Field] = []
    for source, of in kinds.items():
        root = file.roots.get(source)
        if root is None or of <= UNCLEANED:
            continue
        part = Part(
            root, words_for(file.kind(source), source), {one.key: one for one in file.relations[source]}, absent[source]
        )
        changed = _clean_part(file, source, part, of, report, to_read)
        if of & TEXTS:
            found += field_codes.fields_of(root)
            bound, needed = content_controls.check(part, stores, report) if not to_read else (False, set[str]())
            changed, used = changed or bound, used | needed
        if changed:
            file.parts[source] = to_bytes(root)
        file.relations[source] = [
            one for one in file.relations[source] if not one.is_outside or one.kind == "hyperlink"
        ]
    _clean_settings(file, kinds, found, report)
    _leave_out_data(file, used, found)
    if not to_read:
        metadata.rewrite(file, [one.argument for one in found if one.name in ("DOCPROPERTY", "INFO")])
        _set_lines(file, main)


def _clean_part(file: Graph, source: str, part: Part, of: set[str], report: Report, to_read: bool) -> bool:
    """Clean a part of these kinds; whether that changed it."""
    _check_namespaces(part, file.parts[source], report)
    clean = cleaning.without_remarks if of <= DATA else cleaning.clean
    is_changed = clean(part, file.parts[source], report)
    _tell_missing(part, report)
    if not to_read:
        is_changed |= _check_changes(file, part, of, report)
        is_changed |= bool(of & TEXTS) and field_codes.check(part, report)
    return is_changed


TEXTS = frozenset(("officedocument", "header", "footer", "footnotes", "endnotes"))
PROPERTIES = (
    "core-properties",
    "coreproperties",
    "extended-properties",
    "extendedproperties",
    "custom-properties",
    "customproperties",
)
DATA = frozenset(("customxml", "customxmlprops"))  # nobody reads what stands in it as markup of Word
UNCLEANED = frozenset((*PROPERTIES, "image"))  # written anew, or looked at as a picture


def _tell_missing(part: Part, report: Report) -> None:
    """Say which parts are missing that nothing shows."""
    for key, why in part.absent.items():
        if why.startswith(GONE) and key not in part.named:
            report.tell(
                f"in {part.words} staat een verwijzing naar {why.removeprefix(GONE)}; dat ontbreekt in het bestand, en docgen laat de verwijzing weg"
            )


def _check_namespaces(part: Part, data: bytes, report: Report) -> None:
    """Word writes one version of its namespaces; the other one is read as the same, and would go unseen."""
    if STRICT.encode() not in data and not (b"&#" in data and SPACE_IN_NUMBERS.search(data)):
        return
    names = (name for element in part.root.iter(etree.Element) for name in (element.tag, *element.attrib))
    if any(name.startswith(f"{{{STRICT}") for name in names):
        raise report.refusal(
            f"is (in {part.words}) opgeslagen als Strict Open XML; kies in Word Bestand > Opslaan als > Word-document (.docx)"
        )


def _check_changes(file: Graph, part: Part, kinds: set[str], report: Report) -> bool:
    """Refuse changes that somebody has to accept or reject; in styles, where nobody can, they are accepted. In a file
    without a tag they stay, without the names of their makers."""
    changes = (
        list(part.root.iter(*(f"{{*}}{name}" for name in allowlist.CHANGES))) if kinds & (TEXTS | OF_STYLES) else []
    )
    if not changes:
        return False
    if kinds & TEXTS and _has_tags(file):
        raise report.refusal(
            f"heeft bijgehouden wijzigingen in {part.words}; kies in Word Controleren > Accepteren > Alle wijzigingen accepteren (of weiger ze) en sla het op"
        )
    if kinds & TEXTS:
        report.tell(
            f"in {part.words} staan bijgehouden wijzigingen, en die komen zo in elk document; accepteer of weiger ze in Word"
        )
    for change in changes:
        if not kinds & TEXTS:
            elements.remove(change)
        elif change.get(f"{W}author"):
            change.set(f"{W}author", "Auteur")
    return True


def _has_tags(file: Graph) -> bool:
    texts = {one.target for found in file.relations.values() for one in found if one.kind in TEXTS}
    return any(location.OPENING.search("".join(file.roots[part].itertext())) for part in texts if part in file.roots)


def _clean_settings(file: Graph, kinds: dict[str, set[str]], found: list[Field], report: Report) -> None:
    variables = {one.argument.upper() for one in found if one.name == "DOCVARIABLE"}
    for part, of in kinds.items():
        if "settings" in of and part in file.roots and settings.clean(file.roots[part], variables, report):
            file.parts[part] = to_bytes(file.roots[part])


def _stores(file: Graph) -> dict[str, tuple[str, Any]]:
    """The data in a file that controls can be bound to, by their id."""
    found: dict[str, tuple[str, Any]] = {}
    for source, relations in file.relations.items():
        for one in relations:
            if one.kind == "customxmlprops" and one.target in file.roots and source in file.roots:
                found[file.roots[one.target].get(content_controls.ITEM_ID, "").upper()] = (source, file.roots[source])
            elif one.kind.replace("-", "") == "coreproperties" and one.target in file.roots:
                found[content_controls.CORE] = (one.target, file.roots[one.target])
    return found


def _leave_out_data(file: Graph, used: set[str], found: list[Field]) -> None:
    """Data that no control shows are left out, but for the sources of a bibliography."""
    cites = any(one.name in ("BIBLIOGRAPHY", "CITATION") for one in found)

    def is_shown(one: Relation) -> bool:
        root = file.roots.get(one.target)
        is_bibliography = root is not None and root.tag.endswith("/bibliography}Sources")
        is_ink = root is not None and root.tag.endswith("}ink")
        return one.kind != "customxml" or one.target in used or (cites and is_bibliography) or is_ink

    for source, relations in file.relations.items():
        file.relations[source] = [one for one in relations if is_shown(one)]


def _set_lines(file: Graph, main: str) -> None:
    part = next((one.target for one in file.relations[main] if one.kind == "settings"), None)
    root = settings.add(file, main) if part is None else file.roots[part]
    if settings.keep_lines_unstretched(root):
        file.parts[part or settings.PART] = to_bytes(root)
