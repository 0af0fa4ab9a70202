"""Takes out of a part what could fetch, run or tell about people, and refuses what cannot be taken out unseen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lxml import etree

from docgen._lazy import regex
from docgen.errors import TemplateError
from docgen.opc.elements import local, remove
from docgen.opc.relationships import W
from docgen.word.sanitize import allowlist
from docgen.word.sanitize.part_graph import Relation
from docgen.word.sanitize.pictures import is_plain_drawing

OFFICE = "{urn:schemas-microsoft-com:office:office}"
VML = "{urn:schemas-microsoft-com:vml}"
RELID = f"{OFFICE}relid"
OF_RELATIONS = "elationships}"  # how a namespace of relations ends, in every version
GONE = "weg: "  # how the reason begins when its part is missing
SCHEMES = regex(
    r"\s*(?:file|ftps?|smb|dav|https?|data|javascript|vbscript|mhtml?|ms-\w+|ldap|jar|macro|slot|service|private|vnd\.[\w.]+)\s*:",
    re.IGNORECASE,
)
NAMING = frozenset(("name", "descr", "title", "alt"))  # in which Word wrote where a picture came from
PATH = regex(r"\s*(?:[A-Za-z]:[\\/]|\\\\|file:|/(?:home|Users|Volumes)/)", re.IGNORECASE)
SOURCES = frozenset(("src", "href", "althref"))
KEPT_TWICE = "gfxdata"  # a drawing of VML once more, as a zip file in base64
LOOKED_AT = SOURCES | {KEPT_TWICE}
SHAPES = ("drawing", "pict", "object")
PICTURED = frozenset(("blip", "imagedata", "fill", "stroke", "image", "background", "svgBlip", "imgLayer"))
UNLINKED = "Bestand > Info > Koppelingen naar bestanden bewerken > Koppeling verbreken"


@dataclass
class Report:
    """What is said about a file: `subject` is "sjabloon brief.docx"; a sentence that came before is not said again."""

    name: str
    findings: list[str] = field(default_factory=list)

    def tell(self, sentence: str) -> None:
        """Say what was left out."""
        line = f"sjabloon {self.name}: {sentence}"
        if line not in self.findings:
            self.findings.append(line)

    def left_out(self, what: str) -> None:
        """Say it of something that has words for it; what has none is about people and machines."""
        if what:
            self.tell(f"docgen laat {what} weg")

    def refusal(self, fault: str) -> TemplateError:
        """The error that says why the file cannot be used."""
        return TemplateError(f"sjabloon {self.name} {fault}")


@dataclass(frozen=True)
class Part:
    """A part to clean: its elements, what a user calls it, its relations, and why others are not there any more."""

    root: Any
    words: str
    relations: Mapping[str, Relation]
    absent: Mapping[str, str]
    named: set[str] = field(default_factory=set)  # the relations that an element names

    @cached_property
    def outside(self) -> set[str]:
        """The relations that lead out of the file."""
        return {key for key, one in self.relations.items() if one.is_outside}


def clean(part: Part, data: bytes, report: Report) -> bool:
    """Clean the elements of a part in place, as `data` still holds them; whether something changed."""
    changed = without_remarks(part, data, report)
    watched = list(part.root.iter(*WATCHED))
    leading = [] if _leads_nowhere(data, part.outside) else [*_leading(part)]
    for element in watched:
        _drop_or_refuse(element, part, report)
    for look, is_for_relations in ((_checked_reference, True), (_checked_address, False)):
        for element, name, value in leading:
            if _names_a_relation(name) is is_for_relations:
                changed |= look(element, name, value, part, report)
    return changed or bool(watched)


WATCHED = tuple(f"{{*}}{name}" for name in (*allowlist.REFUSED_ELEMENTS, *allowlist.DROPPED_ELEMENTS))
SPACE, VALUE = regex(rb'\sxmlns(?::([^=]*))?="([^"]*)"'), regex(rb'="([^"]*)"')
LIKE_A_NAME = regex("|".join(sorted({*LOOKED_AT, local(RELID)})).encode())
LIKE_AN_ADDRESS = regex(rb"[:/\\&<]")  # "<": what stood between quotes was no attribute
SPELLED_OTHERWISE = regex(rb"""='|=\s+["']""")


def _leads_nowhere(data: bytes, outside: set[str]) -> bool:
    """Whether it is plain from the text of a part that no attribute can lead somewhere: most parts have none that does."""
    data = data[data.find(b"?>") + 1 :]
    if SPELLED_OTHERWISE.search(data) or LIKE_A_NAME.search(data):
        return False
    spaces = SPACE.findall(data)
    if any(prefix.strip() + b":" in data for prefix, value in spaces if b"elationships" in value or b"&" in value):
        return False
    values = Counter(VALUE.findall(data))
    values.subtract(value for _, value in spaces)
    return not any(n and (LIKE_AN_ADDRESS.search(value) or value.decode() in outside) for value, n in values.items())


def _leading(part: Part) -> Iterator[tuple[Any, str, str]]:
    """The attributes that name a relation, or look as if they hold an address."""
    for element in part.root.iter(etree.Element):
        for name, value in element.attrib.items():
            if (
                _names_a_relation(name)
                or ":" in value
                or "/" in value
                or "\\" in value
                or value in part.outside
                or local(name) in LOOKED_AT
            ):
                yield element, name, value


def _names_a_relation(name: str) -> bool:
    return OF_RELATIONS in name or name == RELID


def without_remarks(part: Part, data: bytes, _report: Report) -> bool:
    """Drop what no program shows: remarks and instructions in the XML, revision ids. Whether something changed."""
    root = part.root
    before = data.count(b"<?") > data.startswith((b"<?xml", b"\xef\xbb\xbf<?xml")) or b"<!--" in data
    if before:
        etree.strip_elements(root, etree.Comment, etree.PI, with_tail=False)
    if b"rsid" in data:
        etree.strip_attributes(root, *(f"{W}{name}" for name in allowlist.REVISION_IDS))
    if b"permStart" in data:
        etree.strip_attributes(root, f"{W}ed")  # the user who may change something
    return before or b"rsid" in data or b"permStart" in data


def _drop_or_refuse(element: Any, part: Part, report: Report) -> None:
    name = local(element.tag)
    if name in allowlist.REFUSED_ELEMENTS:
        what = allowlist.REFUSED_RELATIONS[allowlist.REFUSED_ELEMENTS[name]]
        raise report.refusal(f"bevat in {part.words} {what}")
    report.left_out(allowlist.DROPPED_ELEMENTS[name])
    parent = element.getparent()
    if parent is None:
        return
    remove(element)
    if name == "webVideoPr" and parent.getparent() is not None:
        remove(parent)  # the a:ext around it
    if name in ("commentReference", "annotationRef") and all(local(child.tag) == "rPr" for child in parent):
        remove(parent)


# ---------------------------------------------------------------------------------------------------------- references


def _checked_reference(element: Any, name: str, key: str, part: Part, report: Report) -> bool:
    """Look at an attribute that names a relation; whether something was taken out."""
    relation, owner = part.relations.get(key), local(element.tag)
    if not key or ("{" in key and owner in allowlist.CLICKED and local(name) == "id"):
        return False
    if "{" in key:
        raise report.refusal(
            f"heeft in {part.words} een tag in de verwijzing naar een afbeelding of bestand; zet daar een vaste afbeelding neer"
        )
    part.named.add(key)
    if name != RELID and local(name) not in allowlist.REFERENCES:
        del element.attrib[name]
        return True
    if relation is None:
        return _without_relation(element, name, part.absent.get(key, GONE), part, report)
    if not relation.is_outside and (relation.is_inside or owner in allowlist.CLICKED):
        return False
    if owner in allowlist.CLICKED and relation.kind == "hyperlink" and local(name) == "id":
        return False
    if _has_picture_of_its_own(element, part):
        del element.attrib[name]
        report.tell(
            f"de koppeling van een afbeelding in {part.words} met een bestand van buiten is weggelaten; de afbeelding zelf blijft"
        )
        return True
    raise report.refusal(
        f"haalt een afbeelding of bestand van buiten op in {part.words}; sluit het in ({UNLINKED}) of haal het weg"
    )


def _has_picture_of_its_own(element: Any, part: Part) -> bool:
    """Whether an element that leads outside names a picture inside the file too."""
    return local(element.tag) in PICTURED and any(
        (OF_RELATIONS in name or name == RELID) and key in part.relations and not part.relations[key].is_outside
        for name, key in element.attrib.items()
    )


def _without_relation(element: Any, name: str, why: str, part: Part, report: Report) -> bool:
    """Take out what names a relation that is not there; say it where something would have been seen."""
    owner = local(element.tag)
    if owner == "hyperlink":
        del element.attrib[name]
    elif (owner in PICTURED and why.startswith(GONE)) or (
        owner in ("chart", "relIds", "OLEObject", "contentPart") and why.startswith(GONE)
    ):
        _drop_picture(element, name, part, report)
    elif owner in PICTURED:
        del element.attrib[name]
    else:
        if owner in ("headerReference", "footerReference"):
            words = "koptekst" if owner[0] == "h" else "voettekst"
            report.tell(
                f"een {words} waarnaar in {part.words} wordt verwezen, ontbreekt in het bestand en is weggelaten; maak haar in Word zo nodig opnieuw"
            )
        remove(element)
    return True


def _drop_picture(element: Any, name: str, part: Part, report: Report) -> None:
    """A picture of which the part is missing: the whole drawing goes when it shows nothing else."""
    drawing = next((above for above in element.iterancestors() if local(above.tag) in SHAPES), None)
    bullet = next((above for above in element.iterancestors(f"{W}numPicBullet")), None)
    called = _name_of(drawing) if drawing is not None else ""
    report.tell(
        f"een afbeelding{called} in {part.words} ontbreekt in het bestand en is weggelaten; voeg haar in Word zo nodig opnieuw in"
    )
    if drawing is None or bullet is not None or _shows_more(drawing):
        del element.attrib[name]
    else:
        remove(drawing)


def _name_of(drawing: Any) -> str:
    for about in drawing.iter("{*}docPr", "{*}imagedata", "{*}shape"):
        words = (
            about.get("descr")
            or about.get("title")
            or about.get("name")
            or about.get("alt")
            or about.get(f"{OFFICE}title")
        )
        if words:
            return f" (‘{words[:60]}’)"
    return ""


def _shows_more(drawing: Any) -> bool:
    pictures = sum(1 for _ in drawing.iter("{*}blip", "{*}imagedata", "{*}chart", "{*}relIds", "{*}fill"))
    return pictures > 1 or next(drawing.iter("{*}txbxContent", "{*}textbox"), None) is not None


# ----------------------------------------------------------------------------------------------------------- addresses


def _checked_address(element: Any, name: str, value: str, part: Part, report: Report) -> bool:
    """Look at an attribute that is, or looks like, an address; whether it was taken out."""
    word, is_source = local(name), local(name) in SOURCES
    if value in part.outside and word in allowlist.REFERENCES - {"id"}:  # as one of a namespace of relations would be
        del element.attrib[name]
        return True
    if word == KEPT_TWICE and not is_plain_drawing(value):
        del element.attrib[name]
        return True
    if word in NAMING and PATH.match(value):
        element.set(name, re.split(r"[\\/]", value)[-1])
        return True
    if not is_source and (word in allowlist.INERT_ATTRIBUTES or not _looks_like_address(value)):
        return False
    plain = allowlist.INVISIBLE.sub("", value)
    if not plain or plain.startswith("#") or (_is_click(element, name) and allowlist.SAFE_ADDRESS.match(plain)):
        return False
    is_picture = is_source and word != "althref" and local(element.tag) in PICTURED
    if is_picture and not _has_picture_of_its_own(element, part):
        _tell_absent_picture(plain, part, report)
    elif not is_source or _is_click(element, name):
        report.tell(
            f"een koppeling naar ‘{plain[:80]}’ in {part.words} is weggelaten; alleen adressen met http, https of mailto blijven"
        )
    del element.attrib[name]
    return True


def _tell_absent_picture(address: str, part: Part, report: Report) -> None:
    """Say which picture is not in the file. Raises the refusal of the report when it would be fetched from elsewhere."""
    if _looks_like_address(address):
        raise report.refusal(
            f"haalt een afbeelding of bestand van buiten op in {part.words}; sluit het in ({UNLINKED}) of haal het weg"
        )
    report.tell(
        f"een afbeelding (‘{address[:60]}’) in {part.words} ontbreekt in het bestand; voeg haar in Word zo nodig opnieuw in"
    )


def _is_click(element: Any, name: str) -> bool:
    """Whether an address is that of a shape of VML: a link."""
    return name == "href" and bool(element.tag.startswith(VML))


def _looks_like_address(value: str) -> bool:
    return bool(SCHEMES.match(value)) or "//" in value or "\\" in value
