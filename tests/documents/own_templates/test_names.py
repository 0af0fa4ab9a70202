"""The names of a template: none is absent, each is explained, and each tag is right."""

import re

import pytest

from docgen.documents.own_templates.names import in_steps, template_names
from docgen.documents.own_templates.sample_data import sample_values
from docgen.library.library import open_library
from docgen.word.jinja.renderer import environment
from docgen.word.typecheck.datatypes import Record, Rows, Table
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.conftest import TYPES

LIBRARY = open_library()


def every_path(kind, path=""):
    """Every path that the type checker knows, each record to its end."""
    if isinstance(kind, Record):
        for name, field in kind.fields.items():
            here = f"{path}.{name}".lstrip(".")
            yield here
            yield from every_path(field, here)
    elif isinstance(kind, Rows):
        yield from every_path(kind.row, f"{path}[]")
    elif isinstance(kind, Table):
        yield from every_path(kind.values, f"{path}{{}}")


def told_at(path, same):
    """The path at which a name is told, through the records that have the same fields."""
    for end in range(len(path), 0, -1):
        if path[:end] in same and (end == len(path) or path[end] == "."):
            return told_at(f"{same[path[:end]]}{path[end:]}", same)
    return path


def bare(path):
    return re.sub(r"[\[\]{}]", "", path)


@pytest.mark.parametrize("kind", TYPES)
def test_no_name_that_a_template_may_use_is_absent_and_every_one_is_explained(kind):
    found = template_names(LIBRARY.types[kind], LIBRARY)
    told = {bare(name.path) for name in found}
    same = {}
    for name in found:
        if name.same_as:
            same[name.path] = name.same_as.removesuffix("[]")
            same[f"{name.path}[]"] = same[f"{name.path}{{}}"] = name.same_as
    every = set(every_path(vocabulary_of(LIBRARY.types[kind], LIBRARY).names))
    assert len(every) > 2500
    absent = {path for path in every if bare(told_at(path, same)) not in told}
    assert not absent
    assert [name.path for name in found if not name.meaning] == []


def test_a_field_of_a_list_has_its_loop_its_guard_and_its_filter():
    found = {name.path: name for name in template_names(LIBRARY.types["jaarplan"], LIBRARY)}
    name = found["takenlijst[].vervanger_ingewerkt_op"]
    assert [step.begin for step in name.around] == ["for taak in takenlijst"]
    assert name.tag == "{% if taak.vervanger_ingewerkt_op %}{{ taak.vervanger_ingewerkt_op | datum }}{% endif %}"
    assert found["takenlijst[].kosten"].tag == "{% if taak.kosten is not none %}{{ taak.kosten | euro }}{% endif %}"
    assert found["partijen[].naam"].tag == "{{ partij.naam }}"
    assert found["jaartaken"].same_as == "takenlijst[]"


def test_examples_come_from_a_sample():
    kind = LIBRARY.types["raadsvoorstel"]
    found = {name.path: name for name in template_names(kind, LIBRARY, sample_values(kind, LIBRARY))}
    assert found["organisatie.naam"].example == "gemeente Woldermuiden"
    assert found["kosten.totaal"].example.startswith("€\u00a0")


def test_loops_and_conditions_open_and_close_around_the_names_in_them():
    names = template_names(LIBRARY.types["overdracht"], LIBRARY)
    text = "".join(
        f"{{% {one} %}}" if isinstance(one, str) else one.tag
        for depth, one in in_steps(name for name in names if not name.is_picture)
    )
    environment(draft=False).parse(text)  # raises when a block is not closed
