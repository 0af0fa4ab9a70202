"""A sound schema of a library, broken in a thousand ways: every command works, or says in which file and line it is wrong.

`DOCGEN_FUZZ=20` tries twenty times as many, from a new seed.
"""

from __future__ import annotations

import os
import random
import re

import pytest

from docgen.authoring.fields import fields
from docgen.authoring.json_schema import as_text, json_schema
from docgen.authoring.skeleton import explanation, skeleton
from docgen.dossier import check, loads
from docgen.errors import DocgenError
from docgen.library.library import open_library
from docgen.partners.form import form
from docgen.partners.headings import Headings
from docgen.schema.cerberus_validator import _Shape
from docgen.schema.completion import fill_defaults

TIMES = int(os.environ.get("DOCGEN_FUZZ", "1"))
SEED = 12 if TIMES == 1 else random.randrange(10**6)
ROUNDS = 12  # of as many schemas each as `EACH`
EACH = 8 * TIMES
SOUND = """\
titel: Brief aan de partner
omschrijving: Een brief met bijlagen.
sectie: brief
per_partij: geheel
rapport: true
nodig: [dossier, organisatie, "partijen[].naam", brief.aan, partner.straat]
gebruikt: [rollen, begroting]
minstens: {partijen: 2}
varianten:
  kort: Korte brief
  lang: Lange brief
fragmenten:
  adresregel: {type: string, empty: false, meta: {titel: Adresregel, omschrijving: Een regel van een adres.}}
  adres:
    type: dict
    schema:
      straat: {fragment: adresregel, required: true}
      postcode: {type: string, regex: '[1-9][0-9]{3} ?[A-Z]{2}', meta: {titel: Postcode, voorbeeld: 1234 AB}}
schema:
  brief:
    type: dict
    meta: {titel: Brief, omschrijving: Wat alleen de brief nodig heeft.}
    schema:
      aan: {fragment: tekst, required: true, meta: {titel: Aan, omschrijving: Voor wie., voorbeeld: college}}
      soort: {type: string, allowed: [uitnodiging, verslag], meta: {titel: Soort}}
      aantal: {type: integer, min: 1, max: 20, meta: {titel: Aantal, voorbeeld: 3}}
      bedrag: {type: amount, min: 0.5, max: 100000}
      datum: {type: date, min: 2020-01-01, max: 2040-12-31, meta: {voorbeeld: 2028-03-01}}
      klaar: {type: boolean}
      korting: {type: number, anyof: [{min: 10}, {max: 5}]}
      auteur: {type: string, meta: {ref: rollen, vrije_tekst: true, ook: [extern]}}
      adres: {fragment: adres}
      bedragen: {fragment: bedragen}
      woorden: {type: list, minlength: 1, maxlength: 5, schema: {type: string, empty: false, meta: {genummerd: true}}}
      bijlagen:
        type: list
        meta: {titel: Bijlagen, enkelvoud: bijlage, uniek: [naam, jaar]}
        schema:
          type: dict
          schema:
            naam: {type: string, required: true, forbidden: [geen], maxlength: 60}
            jaar: {fragment: jaar, nullable: true}
            nummer: {type: string, excludes: jaar}
            per: {type: dict, keysrules: {type: string, meta: {ref: rollen}}, valuesrules: {type: number, min: 0}}
aanvulling:
  partner:
    straat: {fragment: adresregel}
    adres: {fragment: adres}
  partijen: {postadres: {fragment: adresregel}}
  begroting.posten: {kostenplaats: {type: string, regex: '[0-9]{4}'}}
  doelen.metingen: {bron: {type: string}}
"""
DOSSIER = """\
dossier: {id: d, titel: D}
organisatie: {naam: gemeente A}
partijen:
  - {id: a, naam: Stichting A, postadres: Postbus 1}
  - {id: b, naam: Stichting B}
rollen:
  - {id: lid, naam: Lid, partij: a}
begroting:
  posten:
    - {id: P1, naam: Zaal, aard: structureel, kostenplaats: 12, bedragen: {2028: 5}}
partner: {naam: P, straat: Kade 1, adres: {straat: Kade 1}}
brief:
  aan: college
  soort: verslag
  aantal: 21
  bedrag: 12.50
  datum: 2041-03-01
  klaar: ja
  korting: 7
  auteur: nieman
  adres: {postcode: 12 AB}
  bedragen: {2028: 5}
  woorden: [een, twee]
  bijlagen:
    - {naam: geen, jaar: 2028, nummer: x, per: {niemand: 4}}
    - {naam: geen, jaar: 2028}
"""
VALUES = ("5", "-1", "[]", "{}", "", "null", "true", "ja", "[5]", "[a, b]", "{a: 1}", "tekst", "''", "1.5", "2028-01-01", "rollen", "dict", "list", "string", "brief", "'(a+)+'", "999999999", "[[a]]", "{type: string}", "{fragment: tekst}", "[{}]", "&a x", "!!int 5", "*a", "012", "~")  # fmt: skip
VALUE = re.compile(r"(?<=: )(?:\[[^\[\]]*\]|\{[^{}]*\}|'[^']*'|[^\s,{}\[\]][^,{}\[\]\n]*)")
NAME = re.compile(r"[a-z_]+(?=:)")
WORD = re.compile(r"[A-Za-z_]+")


def without_a_line(text, chance):
    lines = text.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return "".join(lines)


def with_another_value(text, chance):
    spot = chance.choice(list(VALUE.finditer(text)))
    return text[: spot.start()] + chance.choice(VALUES) + text[spot.end() :]


def misspelt(pattern):
    def change(text, chance):
        spot = chance.choice(list(pattern.finditer(text)))
        word, at = spot[0], chance.randrange(len(spot[0]))
        other = chance.choice([word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word.upper(), word[::-1]])
        return text[: spot.start()] + other + text[spot.end() :]

    return change


def swapped(text, chance):
    first, second = sorted(chance.sample(list(NAME.finditer(text)), 2), key=lambda one: one.start())
    between = text[first.end() : second.start()]
    return text[: first.start()] + second[0] + between + first[0] + text[second.end() :]


def a_line_elsewhere(text, chance):
    lines = text.splitlines(keepends=True)
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines)), chance.choice([line, "  " + line, line.lstrip(), line + line]))
    return "".join(lines)


CHANGES = (without_a_line, with_another_value, with_another_value, misspelt(NAME), misspelt(WORD), swapped, a_line_elsewhere)  # fmt: skip


def check_for_cerberus(rules):
    """What docgen calls sound, Cerberus does too: it raises `SchemaError` when it does not."""
    _Shape(allow_unknown=False, require_all=False).schema = rules


def use_all_of(library):
    """What every command does with a library; the name of the document may be gone."""
    check_for_cerberus(library.schema.root.rules["schema"])
    kinds = [library.types["brief"]] if "brief" in library.types else list(library.types.values())
    found = [(field.kind, explanation(field), field.required) for field in fields(library, kinds)]
    assert found and skeleton(library, kinds, "d.yaml", "s.json") and as_text(json_schema(library, kinds))
    dossier = loads(DOSSIER.encode(), "d.yaml", library)
    assert check(dossier) is not None and fill_defaults(dossier.data, library.schema.root)
    assert Headings(library, dossier).all
    return dossier


@pytest.fixture
def schema(tmp_path):
    path = tmp_path / "schemas" / "brief.yaml"
    path.parent.mkdir()
    return path


def test_the_schema_that_is_broken_is_sound_and_all_of_it_is_used(schema):
    schema.write_text(SOUND, encoding="utf-8")
    library = open_library(schema.parent.parent)
    dossier = use_all_of(library)
    assert form(dossier, library, [])
    wrong = {(problem.path, problem.code) for problem in check(dossier)}
    assert {
        ("brief › aantal", "bereik"), ("brief › klaar", "type"), ("brief › auteur", "verwijzing"), ("brief › datum", "bereik"),
        ("brief › adres › straat", "ontbreekt"), ("brief › adres › postcode", "vorm"), ("brief › bijlage 2 (geen) › naam", "dubbel"),
    } <= wrong  # fmt: skip


@pytest.mark.parametrize("number", range(ROUNDS))
@pytest.mark.slow
def test_a_broken_schema_is_refused_with_its_file_and_line_or_every_command_works(schema, number):
    chance = random.Random(f"{SEED}-{number}")
    refused = 0
    for _ in range(EACH):
        text = SOUND
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            text = chance.choice(CHANGES)(text, chance)
        schema.write_text(text, encoding="utf-8")
        try:
            library = open_library(schema.parent.parent)
        except DocgenError as error:
            refused += 1
            assert re.match(rf"schema {re.escape(str(schema))}(, regel \d+)?: .*", str(error), re.DOTALL), text
            assert "\n" not in str(error) and "Error" not in str(error)
            continue
        try:
            use_all_of(library)
        except Exception as error:
            error.add_note(text)
            raise
    assert refused
