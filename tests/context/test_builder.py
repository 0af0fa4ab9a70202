"""All names that a template may use: the parts of the dossier, the derived tables, and what is given beside them."""

from __future__ import annotations

import copy

from docgen.context import builder
from tests.complete_dossier import MONEY, PEOPLE, full


def test_a_template_sees_the_dossier_its_tables_and_what_is_given_beside_them():
    names = builder.build(full(PEOPLE + MONEY), document={"titel": "Jaarplan"})
    assert names["dossier"]["titel"] == "D" and names["document"] == {"titel": "Jaarplan"}
    assert names["jaren"] == [2028, 2029] and names["rolnaam"]["r"] == "Regisseur"
    assert names.keys() == {*full(""), *builder.DERIVED, "document"}


def test_what_is_given_beside_a_dossier_goes_before_its_own():
    assert builder.build(full(""), jaren="gegeven")["jaren"] == "gegeven"


def test_a_dossier_in_which_nothing_stands_has_every_table_all_the_same():
    names = builder.build(full(""))
    assert names["takenlijst"] == names["planning"] == names["tekorten"] == []
    assert names["trekker"] is names["jaarcijfers"] is names["overdrachtsrol"] is None


def test_working_out_the_tables_leaves_the_dossier_as_it_was():
    dossier = full(PEOPLE + MONEY)
    before = copy.deepcopy(dossier)
    builder.build(dossier)
    assert dossier == before
