"""What the sentences of the agreement say, also of a dossier from before fields had a form."""

from __future__ import annotations

import pytest

from docgen.context.agreement.wording import wording
from tests.complete_dossier import full

BARE = "overeenkomst: {titel: O, ingang: 2028-01-01%s}\n"


@pytest.mark.parametrize(
    ("field", "more", "told"),
    [
        ("opzeggen_tegen", ", opzegging: {termijn_maanden: 6, per: einde kalenderjaar}", "het einde van een kalenderjaar"),
        ("opzeggen_tegen", ", opzegging: {termijn_maanden: 6, per: het einde van een kwartaal}", "het einde van een kwartaal"),
        ("opzeggen_hoe", ", opzegging: {termijn_maanden: 6, vorm: een brief}", "met een brief"),
        ("opzeggen_hoe", ", opzegging: {termijn_maanden: 6, vorm: aangetekende brief aan allen}", "per aangetekende brief aan allen"),
        ("opzeggen_hoe", ", opzegging: {termijn_maanden: 6, vorm: schriftelijk aan allen.}", "schriftelijk aan allen"),
        ("opzegtermijn", ", opzegging: {termijn_maanden: 6}", "zes maanden"),
        ("opzegtermijn", ", opzegging: {termijn_maanden: 1}", "één maand"),
        ("opzegtermijn", ", opzegging: {termijn_maanden: 0}", None),
        ("verlengen", ", verlenging: {wijze: schriftelijk besluit van allen}", "met een schriftelijk besluit van allen"),
        ("verlengen", ", verlenging: {wijze: in overleg}", "in overleg"),
        ("besluit_is_zin", ", overleg: {stuurgroep: elke maand, besluit: Beide partijen stemmen in.}", True),
        ("besluit_is_zin", ", overleg: {stuurgroep: elke maand, besluit: unaniem}", False),
        ("geschillen_zijn_zinnen", ", geschillen: [een gesprek, de rechter]", False),
    ],
)  # fmt: skip
def test_a_text_fits_its_sentence_also_when_it_was_written_before_there_were_forms(field, more, told):
    assert wording(full(BARE % more))[field] == told


@pytest.mark.parametrize(
    ("text", "told"), [("meerdere organisaties", "bij meerdere organisaties"), ("in het buurthuis", "in het buurthuis")]
)
def test_where_it_belongs_begins_with_a_preposition(text, told):
    assert wording(full(f"interventie: {{naam: I, waar_borgen: {text}}}\n"))["waar"] == told


def test_who_evaluates_and_prepares_reviews_is_told_once():
    roles = "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: Regisseur, partij: p}]\n"
    rows = "evaluaties: [{jaar: 2029, soort: extern}, {jaar: 2030, soort: intern}, {jaar: 2031, soort: extern}]"
    reviews = "reviews: [{datum: 2027-06-01, onderwerp: x}, {datum: 2028-06-01, onderwerp: x, rol: r}]"
    told = wording(full(BARE % "" + roles + f"monitoring: {{{rows}, {reviews}}}\n"))
    assert told["evaluatie"] == (
        "Partijen laten de aanpak in 2029 en 2031 evalueren door een externe partij. Partijen evalueren de aanpak in 2030 zelf."
    )
    assert told["reviews"] and told["review_door"] == "r", "a review from before the agreement is none of its own"


def test_a_change_is_decided_on_by_a_group_with_an_article_or_told_as_it_is():
    for text, is_sentence, has_article in (
        ("de stuurgroep", False, True),
        ("stuurgroep", False, False),
        ("De stuurgroep beslist.", True, True),
    ):
        told = wording(full(f"flexibiliteit: {{wijziging_door: {text}}}\n"))
        assert (told["wijziging_is_zin"], told["wijziging_met_lidwoord"]) == (is_sentence, has_article), text
