"""What changed since a document was made is named: fields, cells, template, version and manner."""

from __future__ import annotations

from docx import Document

from docgen.batch import fingerprint
from docgen.partners.row import Cell
from tests.batch.batch_folder import NOORD, ZUID
from tests.batch.plans import MADE_OF
from tests.conftest import ROOT


def test_only_the_row_that_changed_is_made_again_and_the_report_says_why(two):
    before = two.documents[NOORD].stat().st_mtime_ns
    two.write_list("GGD Noord;Assen;directeur;Afspraak met Noord", "GGD Zuid;Roermond;bestuurder;Afspraak met Zuid")
    told = two.batch().out
    assert "1 vernieuwd, 1 ongewijzigd (van 2 documenten)\n  1 vernieuwd om: rij: partner.plaats\n" in told
    assert two.documents[NOORD].stat().st_mtime_ns == before and "Roermond" in two.text(ZUID)
    assert [one["waarom"] for one in two.report()["documenten"]] == [[], ["rij: partner.plaats"]]


def test_a_comment_in_the_dossier_renews_no_document(two):
    before = {name: path.read_bytes() for name, path in two.documents.items()}
    two.change("dossier:\n", "# nog eens bekeken\ndossier:\n")
    assert "2 ongewijzigd (van 2 documenten)" in two.batch().out
    assert {name: path.read_bytes() for name, path in two.documents.items()} == before


def test_a_field_of_the_dossier_renews_all_and_is_named(two):
    two.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    assert "2 vernieuwd (van 2 documenten)" in two.batch().out
    assert two.report()["documenten"][0]["waarom"] == ["dossier: interventie.naam"]
    assert "De stadsaanpak" in two.text(NOORD)


def test_a_template_that_changed_renews_all(two):
    templates = two.path / "eigen" / "templates"
    templates.mkdir(parents=True)
    original = ROOT / "templates" / "overeenkomst.docx"
    for name in ("overeenkomst.docx", "huisstijl.docx"):
        (templates / name).write_bytes((original.parent / name).read_bytes())
    options = ("--partners", "lijst.csv", "-d", "overeenkomst", "--library", "eigen")
    assert "2 ongewijzigd" in two.batch(*options).out  # the same template and house style from another folder
    document = Document(templates / "overeenkomst.docx")
    next(one for one in document.paragraphs if one.text == "De ondergetekenden:").add_run(" Een nieuwe zin.")
    document.save(templates / "overeenkomst.docx")
    assert "2 vernieuwd" in two.batch(*options).out
    assert "Een nieuwe zin." in two.text(NOORD)
    assert "het sjabloon of de huisstijl" in two.report()["documenten"][0]["waarom"]


def test_every_field_has_a_hash_under_its_path_and_a_row_of_a_list_under_its_id():
    data = {"dossier": {"id": "x"}, "posten": [{"id": "P03", "bedragen": {2028: 5}}, {"naam": "N"}, "los"]}
    assert list(fingerprint.of_fields(data)) == [
        "dossier.id", "posten[P03].id", "posten[P03].bedragen.2028", "posten[2].naam", "posten[3]",
    ]  # fmt: skip


def test_a_number_and_the_same_digits_as_text_have_another_hash_and_any_text_has_one():
    assert fingerprint.short(1) != fingerprint.short("1")
    assert len(fingerprint.short("\ud800")) == 12


def test_what_is_new_or_other_is_named_first_and_what_is_gone_after_it():
    assert fingerprint.differences({"weg": "1", "a": "1", "b": "1"}, {"a": "1", "b": "2", "nieuw": "3"}) == [
        "b", "nieuw", "weg",
    ]  # fmt: skip


def test_cells_are_told_by_their_heading_also_when_it_has_an_equals_sign():
    columns = {("partner", "naam"): "Naam = kort", ("partner", "plaats"): "partner.plaats"}
    old, new = (
        fingerprint.of_cells([Cell(("partner", "naam"), name), Cell(("partner", "plaats"), "Ede")], columns)
        for name in ("A", "B")
    )
    assert fingerprint.why(MADE_OF._replace(cells=old), MADE_OF._replace(cells=new), {}) == ("rij: Naam = kort",)


def test_of_many_fields_four_are_named_and_the_rest_is_counted():
    old = dict.fromkeys("abcdef", "1")
    fields = {"oud": old, "nieuw": dict.fromkeys("abcdef", "2")}
    told = fingerprint.why(MADE_OF._replace(dossier="oud"), MADE_OF._replace(dossier="nieuw"), fields)
    assert told == ("dossier: a, b, c, d en nog 2",)


def test_a_dossier_of_which_no_field_changed_has_other_comments():
    fields = {"oud": {"a": "1"}, "nieuw": {"a": "1"}}
    told = fingerprint.why(MADE_OF._replace(dossier="oud"), MADE_OF._replace(dossier="nieuw"), fields)
    assert told == ("dossier: alleen toelichting",)


def test_template_version_and_manner_are_told_in_words_and_what_is_the_same_is_not_told():
    other = MADE_OF._replace(template="x", version="2.0", manner="y")
    assert fingerprint.why(MADE_OF, MADE_OF, {}) == ()
    assert fingerprint.why(MADE_OF, other, {}) == (
        "het sjabloon of de huisstijl", "de versie van docgen", "de opdracht of de bibliotheek",
    )  # fmt: skip


def test_a_value_is_hashed_with_the_secret_of_its_user_and_what_is_of_nobody_is_not():
    assert fingerprint.hidden("Stichting Noord") != fingerprint.short("Stichting Noord")
    assert fingerprint.hidden("a") == fingerprint.hidden("a") != fingerprint.hidden("b")


def test_of_the_journal_of_another_nothing_is_told_about_values():
    ours, theirs = MADE_OF._replace(key="a", cells="naam=1"), MADE_OF._replace(key="b", cells="naam=2")
    assert fingerprint.why(theirs, ours, {}) == ("het journaal is van een andere gebruiker of computer",)
    told = fingerprint.why(theirs._replace(dossier="oud"), ours, {"oud": {"a": "1"}, "dossier": {"a": "2"}})
    assert told == ("het journaal is van een andere gebruiker of computer", "het dossier")


def test_with_the_journal_of_another_documents_are_compared_and_the_same_ones_stay(two, tmp_path):
    before = {name: (path.read_bytes(), path.stat().st_mtime_ns) for name, path in two.documents.items()}
    other = {"env": {"DOCGEN_CACHE": str(tmp_path / "van-een-ander")}}
    assert "2 ongewijzigd (van 2 documenten)" in two.batch(**other).out
    assert {name: (path.read_bytes(), path.stat().st_mtime_ns) for name, path in two.documents.items()} == before
    two.write_list("GGD Noord;Assen;directeur;Afspraak met Noord", "GGD Zuid;Roermond;bestuurder;Afspraak met Zuid")
    assert "1 vernieuwd, 1 ongewijzigd" in two.batch().out
    assert two.report()["documenten"][1]["waarom"] == ["het journaal is van een andere gebruiker of computer"]


def test_the_journal_holds_no_hash_that_another_can_find_the_value_of(two):
    journal = (two.path / "uit" / ".docgen" / "journaal.jsonl").read_text("utf-8")
    for value in ("GGD Noord", "Assen", "directeur", "De wijkaanpak"):
        assert fingerprint.short(value) not in journal
    assert fingerprint.hidden("Assen") in journal
