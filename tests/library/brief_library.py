"""A library with a letter to a partner, which adds fields to parts of docgen; its template and a dossier."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.library.library import open_library
from tests.word_files import document

BRIEF = """\
titel: Brief aan de partner
sectie: brief
per_partij: geheel
nodig: [dossier, organisatie, partner.straat, "partijen[].postadres"]
fragmenten:
  regel: {type: string, empty: false, meta: {titel: Straat, omschrijving: Straat met huisnummer., voorbeeld: Kade 1}}
schema:
  brief: {type: dict, schema: {aan: {fragment: regel}}}
aanvulling:
  partner:
    straat: {fragment: regel}
    bezoek: {type: dict, schema: {kamer: {type: string, required: true}, dag: {type: date}}}
  partijen: {postadres: {fragment: regel}}
  begroting.posten: {kostenplaats: {type: string, regex: '[0-9]{4}'}}
  doelen.metingen: {bron: {type: string}}
"""


TEMPLATE = document(
    "Aan {{ partner.naam }}{% if partner.straat %}, {{ partner.straat }}{% endif %}{% if partner.bezoek %}, kamer {{ partner.bezoek.kamer }}{% endif %}",
    "{%p for partij in partijen %}",
    "{{ partij.naam }}: {{ partij.postadres or 'geen adres' }}",
    "{%p endfor %}",
    "{%p for post in begroting.posten %}",
    "{{ post.naam }} {% if post.kostenplaats %}op {{ post.kostenplaats }}{% else %}zonder{% endif %}",
    "{%p endfor %}",
)


DOSSIER = """\
dossier: {id: d, titel: D}
organisatie: {naam: gemeente A}
partijen:
  - {id: a, naam: Stichting A, postadres: Postbus 1, ondertekenaar: directeur}
  - {id: b, naam: Stichting B, postadres: Postbus 2, ondertekenaar: directeur}
begroting:
  posten:
    - {id: P1, naam: Zaal, aard: structureel, kostenplaats: "0123", bedragen: {2028: 5}}
    - {id: P2, naam: Koffie, aard: structureel, bedragen: {2028: 5}}
partner: {naam: Stichting C, straat: Kade 1}
brief: {aan: college}
"""


def opened_with(folder, text, name="ander"):
    (folder / "lib" / "schemas" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return open_library(folder / "lib")


def refused(folder, text, name="ander"):
    with pytest.raises(DocgenError) as fault:
        opened_with(folder, text, name)
    return str(fault.value).partition(f"{name}.yaml")[2]
