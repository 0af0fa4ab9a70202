"""What a row changes in a dossier: looked at quickly, it is worth the same as looked at from scratch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from docgen.batch.incremental.row_checker import RowChecker
from docgen.context import builder
from docgen.context.scorecard import scorecard
from docgen.documents.request import requests_for
from docgen.domain.memo import BaseMemo, RowMemo
from docgen.dossier import load, loads
from docgen.library.library import open_library
from docgen.loading import loader
from docgen.rules.registry import RULES
from docgen.rules.runner import run_rules
from docgen.schema.completion import fill_defaults
from docgen.syntax import parser
from docgen.validation import requirements, structure
from docgen.word.compiler import compile_template
from tests.conftest import SAMPLE, TYPES
from tests.differential.test_compiled_validator import JUNK
from tests.mutants import at, paths
from tests.rules.test_rules_are_total import dossiers_of

LIBRARY = open_library()
BASE = load(SAMPLE, LIBRARY)
KINDS = [LIBRARY.types["overeenkomst"], LIBRARY.types["raadsvoorstel"]]
ASKED = {kind.name for kind in KINDS}
OVERLAID = RowChecker(BASE, KINDS)
PATHS = [path for path in paths(BASE.data) if len(path) > 1]
PARTY = {"id": "nieuw", "naam": "Stichting Nieuw", "ondertekenaar": "directeur", "niveau": "directie"}
VALUES = [
    "Stichting X", "06-12345678", "", "extern", "merenbroek", "welzijn", "P03", "structureel", "incidenteel", "idee", "gevraagd",
    "vastgesteld", Decimal(0), Decimal("0.50"), Decimal("1.0"), Decimal(1), Decimal(40000), 0, 1, 1400, 2027, 2028, 2035, True, False,
    date(2027, 1, 1), date(2028, 1, 1), date(2031, 12, 31), date(2040, 6, 1), None, [], {}, {2028: Decimal(5)}, {2035: Decimal("0.10")},
]  # fmt: skip


def changed(data, path, value, remove=False):
    """Data with something else, or nothing, at a path; all the rest is shared."""
    if not path:
        return value
    copy = data.copy() if isinstance(data, dict | list) else {}
    if len(path) == 1 and remove:
        del copy[path[0]]
    elif len(path) == 1 and isinstance(copy, list) and path[0] == len(copy):
        copy.append(value)
    else:
        here = copy[path[0]] if isinstance(copy, list) else copy.get(path[0])
        copy[path[0]] = changed(here, path[1:], value, remove)
    return copy


def exact(value):
    """A value to the letter: 1 is not 1.0 and not true; only the order of a set does not matter."""
    if isinstance(value, dict):
        return [(exact(key), exact(inner)) for key, inner in value.items()]
    if isinstance(value, set | frozenset):
        return sorted(map(exact, value))
    return [exact(inner) for inner in value] if isinstance(value, list | tuple) else repr(value)


def are_equal(one, other):
    """Whether two values are the same to the letter; nearly always their notations are, which costs least to see."""
    return repr(one) == repr(other) or exact(one) == exact(other)


class Somewhere(dict):
    """The places in a file, of which new rows have none: the beginning of the file."""

    def __missing__(self, _path):
        return self[()]


@cache
def read_afresh(text):
    return loader.read(parser.parse(text.encode(), "basis.yaml"), LIBRARY.schema)


def faults(base, data, kinds):
    """What stops documents, found in the slow way: with all messages."""
    afresh = read_afresh("\n".join(base.loaded.source.lines))
    own = {
        "unusable": set(afresh.unusable),
        "problems_by_path": list(afresh.problems_by_path),
        "value_nodes": Somewhere(afresh.value_nodes),
    }
    reading = replace(afresh, data=data, **own)
    structure.validate(reading, base.library.schema)
    found = [*reading.problems, *requirements.unmet(reading, base.library, kinds).values()]
    return [problem for problem in found if problem.level == "fout"]


def worked_out(full, kinds):
    """All that rules and tables say, or the mistake that stops them in a dossier that is not sound."""
    asked = {kind.name for kind in kinds}
    try:
        return list(run_rules(full, asked, LIBRARY.schema.frames)), builder.build(full, document={"type": "x"})
    except Exception as error:
        return type(error)


def assert_as_from_scratch(data, base=BASE, overlaid=OVERLAID, kinds=KINDS):
    """Everything the quick look says is what the slow way says; returns whether the data are sound."""
    look, full = overlaid.check_row(data), fill_defaults(data, base.library.schema.root)
    wrong = faults(base, data, kinds)
    assert look.is_sound == (wrong == []), [str(problem) for problem in wrong]
    assert are_equal(look.full, full)
    if look.is_sound:
        judged, names = worked_out(full, kinds)
        assert are_equal(list(look.findings), judged)
        assert are_equal(look.names(document={"type": "x"}), names)
        assert are_equal(scorecard(look.full, look.findings), scorecard(full, judged))
    else:
        assert look.findings == []
        assert are_equal(worked_out(look.full, kinds), worked_out(full, kinds))
    return look.is_sound


def test_the_dossier_itself_is_worth_the_same():
    assert assert_as_from_scratch(BASE.data)


def test_a_row_like_most_is_worth_the_same():
    data = changed(BASE.data, ("partner",), {"naam": "Stichting X", "plaats": "Utrecht"})
    data = changed(data, ("overeenkomst", "ingang"), date(2028, 2, 1))
    data = changed(data, ("begroting", "posten", 2, "bedragen", 2028), Decimal("12345.67"))
    assert assert_as_from_scratch(data)
    assert OVERLAID.check_row(data).names()["centen"] is True


def test_an_amount_that_is_equal_but_written_otherwise_is_another_amount():
    path = ("begroting", "posten", 2, "bedragen", 2028)
    amount = at(BASE.data, path).quantize(Decimal("0.01"))
    look = OVERLAID.check_row(changed(BASE.data, path, amount))
    assert repr(at(look.full, path)) == repr(amount)
    assert assert_as_from_scratch(changed(BASE.data, path, amount))


edits = st.one_of(
    st.tuples(st.sampled_from(PATHS), st.sampled_from(VALUES)),
    st.tuples(st.sampled_from([path for path in PATHS if isinstance(at(BASE.data, path), Decimal)]), st.decimals(0, 10**6, places=2)),
    st.tuples(st.sampled_from([path for path in PATHS if isinstance(at(BASE.data, path), date)]), st.dates(date(2026, 1, 1), date(2036, 1, 1))),
    st.tuples(st.sampled_from([path for path in PATHS if isinstance(at(BASE.data, path), str)]), st.text(min_size=1, max_size=8)),
    st.tuples(st.just(("partijen", 7)), st.just(PARTY) | st.just({**PARTY, "id": "ggd"}) | st.just({"id": "leeg"})),
    st.tuples(st.just(("partner",)), st.just({"naam": "X", "id": "x"}) | st.just({"naaam": "X"})),
    st.tuples(st.just(("dossier", "horizon", "einde")), st.sampled_from([date(2029, 12, 31), date(2034, 12, 31), date(2027, 1, 1)])),
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(edits, min_size=1, max_size=3))
@example([(("partijen", 7), PARTY), (("rollen", 3, "partij"), "nieuw")])
@example([(("partijen", 0, "id"), "elders")])
@example([(("partijen", 1, "naam"), "GGD Elders")])
def test_any_cells_are_worth_the_same(several):
    data = BASE.data
    for path, value in several:
        try:
            data = changed(data, path, value)
        except (KeyError, IndexError, TypeError):
            continue  # an edit before this one took away what it is in
    assert_as_from_scratch(data)


@pytest.mark.slow
@pytest.mark.parametrize("part", sorted(BASE.data))
def test_no_part_can_change_without_the_answers_that_rest_on_it(part):
    """A table or rule that reads more than it shows would keep an answer of the base here."""
    random = Random(part)
    assert_as_from_scratch(changed(BASE.data, (part,), None, remove=True))
    places = [path for path in PATHS if path[0] == part]
    for path in random.sample(places, min(len(places), 6)):
        old = at(BASE.data, path)
        same_kind = [value for value in VALUES if type(value) is type(old) and value != old]
        assert_as_from_scratch(changed(BASE.data, path, random.choice(same_kind or VALUES)))
        if not isinstance(at(BASE.data, path[:-1]), dict) or random.random() < 0.5:
            assert_as_from_scratch(changed(BASE.data, path, None, remove=True))


@pytest.mark.slow
def test_what_is_wrong_in_a_cell_is_never_passed_over():
    random, sound = Random(5), 0
    for path in random.sample(PATHS, 100):
        sound += assert_as_from_scratch(changed(BASE.data, path, random.choice(JUNK)))
    assert sound < 50


def test_a_part_that_the_base_lacks_can_come_from_the_row():
    text = SAMPLE.read_text(encoding="utf-8").replace("\n  ingang: 2028-01-01", "")
    base = loads(text.encode(), "basis.yaml", LIBRARY)
    overlaid = RowChecker(base, KINDS)
    assert not assert_as_from_scratch(base.data, base, overlaid)
    filled = changed(base.data, ("overeenkomst", "ingang"), date(2028, 2, 1))
    assert assert_as_from_scratch(filled, base, overlaid)


ONE_PARTY = b"""\
dossier: {id: proef, titel: Proef}
organisatie: {naam: gemeente Proef}
interventie: {naam: Bus}
partijen:
  - {id: ggd, naam: GGD, ondertekenaar: directeur}
rollen:
  - {id: rijder, naam: Chauffeur, partij: welzijn}
overeenkomst: {titel: Overeenkomst, ingang: 2028-01-01}
"""


def test_a_base_with_one_party_and_a_role_of_another_waits_for_the_row_that_adds_it():
    base = loads(ONE_PARTY, "basis.yaml", LIBRARY)
    kinds = [LIBRARY.types["overeenkomst"]]
    overlaid = RowChecker(base, kinds)
    for party, is_sound in (
        ({**PARTY, "id": "welzijn"}, True),
        (PARTY, False),
        ({"id": "welzijn", "naam": "W"}, False),
    ):
        data = changed(base.data, ("partijen", 1), party)
        assert assert_as_from_scratch(data, base, overlaid, kinds) is is_sound
    assert not assert_as_from_scratch(base.data, base, overlaid, kinds)
    gone = changed(base.data, ("rollen",), None, remove=True)
    assert not assert_as_from_scratch(gone, base, overlaid, kinds)  # still one party


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"naam: Bus}", b"naam: Bus, naaam: B}"),  # a field that does not exist is not in the data
        (b"ingang: 2028-01-01", b"ingang: 1 januari"),  # nor is what cannot be read
        (b"rollen:", b"rolen:"),
        (b"titel: Proef", b"titel: [a, b]"),  # another kind of value than belongs there
        (b"naam: GGD,", b'naam: "a\\u0001",'),
    ],
)
def test_what_is_wrong_in_the_file_is_never_passed_over(old, new):
    base = loads(ONE_PARTY.replace(old, new), "basis.yaml", LIBRARY)
    kinds = [LIBRARY.types["overeenkomst"]]
    data = changed(base.data, ("partijen", 1), {**PARTY, "id": "welzijn"})
    assert not assert_as_from_scratch(data, base, RowChecker(base, kinds), kinds)


def test_an_empty_dossier_is_never_sound():
    base = loads(b"", "basis.yaml", LIBRARY)
    assert not RowChecker(base, KINDS).check_row({"partner": {"naam": "X"}}).is_sound


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_every_document_can_ask_what_it_needs(name):
    """Sound for one document is not sound for another: each asks for its own parts."""
    kinds = [LIBRARY.types[name]]
    overlaid = RowChecker(BASE, kinds)
    for part in {need.split(".")[0].removesuffix("[]") for need in kinds[0].needs} | {"taken", "partijen"}:
        assert_as_from_scratch(changed(BASE.data, (part,), None, remove=True), BASE, overlaid, kinds)


@pytest.mark.slow
def test_making_documents_changes_nothing_that_is_shared():
    overlaid = RowChecker(BASE, KINDS)
    before = exact(overlaid._full), exact([answer.value for answer in overlaid._known.answers.values()])
    look = overlaid.check_row(changed(BASE.data, ("partner",), {"naam": "X"}))
    for job in requests_for(BASE, list(TYPES)):
        about = {"type": job.kind.name, "titel": job.title, "variant": job.variant}
        judged = {"oordeel": scorecard(look.full, look.findings)}
        compile_template(job.kind.template).render(look.names(document=about, **judged), draft=True)
    assert (exact(overlaid._full), exact([answer.value for answer in overlaid._known.answers.values()])) == before


def test_what_a_row_does_not_touch_is_shared_not_made_again():
    look = OVERLAID.check_row(changed(BASE.data, ("begroting", "posten", 2, "bedragen", 2028), Decimal(7)))
    whole = OVERLAID.check_row(BASE.data)
    same = [name for name, value in look.names().items() if value is whole.names()[name]]
    assert set(look.full) - {"begroting"} < set(same) and {"jaren", "dekking", "inzet", "planning"} < set(same)
    assert look.full["begroting"]["posten"][1] is whole.full["begroting"]["posten"][1]
    assert look.names()["kosten"] is not whole.names()["kosten"]


# ------------------------------------------------------------------------------------------------------- remembering


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers_of(LIBRARY.schema.root.rules, False), dossiers_of(LIBRARY.schema.root.rules, True), st.sets(st.sampled_from(sorted(LIBRARY.schema.fields))))  # fmt: skip
def test_parts_of_any_dossier_can_be_laid_over_any_other(one, other, parts):
    base, over = (fill_defaults(data, LIBRARY.schema.root) for data in (one, other))
    known, mixed = BaseMemo(base), base | {part: over[part] for part in parts}
    worked_out(known, KINDS)
    assert are_equal(worked_out(RowMemo(mixed, known), KINDS), worked_out(mixed, KINDS))


def test_no_rule_reads_what_it_does_not_show():
    """Rules see a dossier as names with values; another way in would go unseen, and fails."""
    base = BaseMemo(fill_defaults(BASE.data, LIBRARY.schema.root))
    for rule in RULES:
        assert are_equal(list(rule.check(base)), list(rule.check(base.full))), rule.CODE
    with pytest.raises(TypeError):
        base | {}


# ------------------------------------------------------------------------------------------------- what is not done twice


def test_what_a_row_does_not_change_is_the_same_object_for_every_row():
    one, other = (OVERLAID.check_row(changed(BASE.data, ("partner",), {"naam": f"Stichting {i}"})) for i in range(2))
    first, second = one.names(), other.names()
    assert first["partner"] != second["partner"]
    assert all(first[name] is second[name] for name in builder.DERIVED if name != "gezien_vanuit")
    amount = OVERLAID.check_row(changed(BASE.data, ("begroting", "posten", 2, "bedragen", 2028), Decimal(1))).names()
    assert amount["kosten"] is not first["kosten"] and amount["dekking"] is first["dekking"]
