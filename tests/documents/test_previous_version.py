"""An earlier version of a dossier, to compare with."""

from __future__ import annotations

import pytest

from docgen.documents.previous_version import load_previous
from docgen.documents.request import parse_request
from docgen.dossier import load
from docgen.errors import DocgenError


def written(path, about="dossier: {id: x, titel: T, peildatum: 2027-06-01}"):
    path.write_text(f"{about}\n", "utf-8")
    return path


@pytest.fixture
def now(library, tmp_path):
    return load(written(tmp_path / "nu.yaml"), library)


@pytest.fixture
def before(now, tmp_path):
    """A function that loads a version of before, for a document that compares."""

    def loaded(about, document="voortgang"):
        return load_previous(written(tmp_path / "oud.yaml", about), now, [parse_request(now, document)])

    return loaded


@pytest.mark.parametrize(
    "about",
    [
        "dossier: {id: x, titel: Oud, peildatum: 2026-12-01}",
        "dossier: {id: x, titel: Oud, peildatum: 2027-06-01}",
        "dossier: {id: x, titel: Oud}",
    ],
)
def test_an_earlier_version_of_the_same_dossier_is_read_also_without_a_day(before, about):
    assert before(about).data["dossier"]["titel"] == "Oud"


def test_an_earlier_version_may_lack_what_is_still_missing_but_have_no_mistake(before):
    with pytest.raises(DocgenError, match=r"oud\.yaml heeft fouten \(1 fout; regel 1: ‘X!’ heeft niet de goede vorm"):
        before("dossier: {id: X!, titel: Oud}")


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ("dossier: {id: y, titel: T}", "gaat over een ander dossier (‘y’ in plaats van ‘x’)"),
        ("dossier: {id: x, titel: T, peildatum: 2027-06-02}",
         "is later: het heeft peildatum 2\N{NO-BREAK SPACE}juni 2027, en dit dossier 1\N{NO-BREAK SPACE}juni 2027"),
    ],
)  # fmt: skip
def test_another_dossier_and_a_later_one_are_refused(before, about, message):
    with pytest.raises(DocgenError) as refused:
        before(about)
    assert message in str(refused.value)


def test_documents_that_do_not_compare_are_refused_with_those_that_do(before):
    with pytest.raises(DocgenError, match=r"met --compare; wel: .*voortgang"):
        before("dossier: {id: x, titel: T}", "jaarplan")


def test_a_dossier_is_not_compared_with_itself_under_whatever_name(now, tmp_path):
    (tmp_path / "zelfde.yaml").symlink_to(tmp_path / "nu.yaml")
    with pytest.raises(DocgenError, match="is hetzelfde bestand als het dossier"):
        load_previous(tmp_path / "zelfde.yaml", now, [parse_request(now, "voortgang")])
