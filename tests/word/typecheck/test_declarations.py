"""What is declared of the derived tables is what they are."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest
import yaml

from docgen.context import builder, perspective
from docgen.documents import variables
from docgen.documents.request import requests_for
from docgen.dossier import load, loads
from docgen.schema.completion import fill_defaults
from docgen.word.typecheck import datatypes
from docgen.word.typecheck.datatypes import Day, Flag, Number, Record, Rows, Table, Text
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests import worked_example
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.maximal import maximal

SAMPLES = sorted([*(ROOT / "samples").glob("*.yaml"), *DOSSIERS.glob("*.yaml")])


@pytest.fixture(scope="module")
def full_dossier(own_library):
    data = yaml.safe_dump(maximal(own_library.schema.root.rules["schema"]), allow_unicode=True, sort_keys=False)
    return loads(data.encode(), "alles.yaml", own_library)


def misfits(value, kind, path, met):  # noqa: C901
    """Everything in data that is not as its type says; `met` gathers the paths that were seen."""
    if value is None or kind is datatypes.ANY:
        return
    match kind:
        case Text(choices=choices):
            if type(value) is not str or (choices is not None and value not in choices):
                yield path, value
        case Number() | Flag() | Day():
            kinds = {Number: (int, Decimal), Flag: (bool,), Day: (date,)}[type(kind)]
            if type(value) not in kinds:
                yield path, value
        case Rows():
            for row in value:
                yield from misfits(row, kind.row, f"{path}[]", met)
        case Table():
            for key, one in value.items():
                yield from misfits(key, kind.keys, f"{path} (sleutel)", met)
                yield from misfits(one, kind.values, f"{path}{{}}", met)
        case Record():
            for name, one in value.items():
                met.add(f"{path}.{name}")
                if name in kind.fields:
                    yield from misfits(one, kind.fields[name], f"{path}.{name}", met)
                else:
                    yield f"{path}.{name}", "is niet verklaard"


def declared(kind, path=""):
    match kind:
        case Record():
            for name, inner in kind.fields.items():
                yield f"{path}.{name}"
                yield from declared(inner, f"{path}.{name}")
        case Rows():
            yield from declared(kind.row, f"{path}[]")
        case Table():
            yield from declared(kind.values, f"{path}{{}}")


def all_names(dossier, earlier):
    """The names that every template of a dossier gets, for the whole and for one party."""
    full = fill_defaults(dossier.data, dossier.library.schema.root)
    for job in requests_for(dossier):
        extra = variables.report_variables(job, dossier.data, dossier, False, earlier if job.kind.can_compare else None)
        yield job, builder.build(perspective.with_partner(full), **extra)
        for partij in full["partijen"][:2]:
            own = builder.build(perspective.for_party(full, partij["id"]), **extra)
            yield job, own | {"partner": partij}


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_value_of_a_sample_is_as_its_name_declares(path, library):
    dossier, before, met = load(path, library), load(SAMPLE, library), set()
    for job, data in all_names(dossier, before):
        assert list(misfits(data, vocabulary_of(job.kind, library).names, "", met)) == []
    assert len(met) > 100


def test_a_dossier_at_the_limits_is_as_its_names_declare(at_the_limits, library, sample):
    for job, data in all_names(at_the_limits, sample):
        assert list(misfits(data, vocabulary_of(job.kind, library).names, "", set())) == []


@pytest.fixture(scope="module")
def before(library):
    """The sample as it was before there was any support or a plan for it."""
    content = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    less = {name: part for name, part in content.items() if name not in ("draagvlak", "verankering", "borgingscheck")}
    return loads(yaml.safe_dump(less, allow_unicode=True, sort_keys=False).encode(), "eerder.yaml", library)


@pytest.mark.slow
def test_every_declared_field_occurs_and_no_other_does(full_dossier, own_library, before):
    met: set[str] = set()
    for job, data in all_names(full_dossier, before):
        assert list(misfits(data, vocabulary_of(job.kind, own_library).names, "", met)) == []
    reported = worked_example.text(worked_example.REPORTS + worked_example.row("F01", 54010))
    others = [*(load(path, own_library) for path in SAMPLES), loads(reported.encode(), "levering.yaml", own_library)]
    for other in others:
        for job, data in all_names(other, before):
            assert list(misfits(data, vocabulary_of(job.kind, own_library).names, "", met)) == []
    known = {path for kind in own_library.types.values() for path in declared(vocabulary_of(kind, own_library).names)}
    assert known - met == set()


@pytest.mark.slow
def test_tables_of_dossiers_with_gaps_are_as_they_declare(own_library):
    kinds = vocabulary_of(own_library.types["voortgang"], own_library).names
    for seed in range(15):
        dice, whole = random.Random(seed), maximal(own_library.schema.root.rules["schema"])
        for name in dice.sample(sorted(whole), 12):
            del whole[name]
        data = loads(yaml.safe_dump(whole, sort_keys=False).encode(), "gaten.yaml", own_library).data
        names = builder.build(fill_defaults(data, own_library.schema.root), document={"openbaar": True})
        assert list(misfits(names, kinds, "", set())) == []


def test_every_derived_table_has_a_type(library, names):
    assert set(builder.DERIVED) <= set(names.names.fields)
