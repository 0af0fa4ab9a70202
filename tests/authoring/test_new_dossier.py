"""`docgen new`: a dossier to fill in, with the schema an editor asks for beside it; never over anything."""

from __future__ import annotations

import json

from tests.conftest import ROOT, SAMPLE

MODELINE = "# yaml-language-server: $schema=dossier.schema.json"


def test_a_new_dossier_comes_with_the_schema_its_first_line_names(docgen, tmp_path):
    done = docgen("new", "raadsvoorstel", "jaarplan", "-o", "map/nieuw.yaml")
    assert done.code == 0
    assert done.out == (
        "gemaakt      map/nieuw.yaml\ngemaakt      map/dossier.schema.json\n\n"
        "Vul het dossier in en kijk wat er nog ontbreekt met: docgen check map/nieuw.yaml\n"
    )
    text = (tmp_path / "map" / "nieuw.yaml").read_text(encoding="utf-8")
    assert text.startswith(f"{MODELINE}\n#\n# Dossier voor: Raadsvoorstel en Jaarplanparagraaf.\n")
    assert "docgen check nieuw.yaml" in text
    schema = json.loads((tmp_path / "map" / "dossier.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["raadsvoorstel"]["title"] == "Raadsvoorstel"
    assert docgen("check", "map/nieuw.yaml").out.splitlines()[-1].startswith("8 fouten in 1 dossier; ")


def test_without_a_type_the_skeleton_holds_every_part(docgen, tmp_path):
    assert docgen("new").code == 0
    text = (tmp_path / "dossier.yaml").read_text(encoding="utf-8")
    assert all(f"\n{name}:\n" in text for name in ("jaarplan", "overdracht", "overeenkomst", "raadsvoorstel", "taken"))


def test_everything_is_written_out_when_asked_also_for_some_documents_but_never_of_a_sample(docgen, tmp_path):
    assert docgen("new", "raadsbesluit", "--all", "-o", "alles.yaml").code == 0
    text = (tmp_path / "alles.yaml").read_text(encoding="utf-8")
    assert "\n  zaaknummer:\n" in text and "#zaaknummer" not in text and "\njaarplan:\n" not in text
    refused = docgen("new", "--from", "wandelmaatjes-ggd", "--all", "-o", "kopie.yaml")
    assert (refused.code, refused.err) == (2, "docgen: een voorbeeld van --from is al ingevuld; laat --all weg\n")
    assert not (tmp_path / "kopie.yaml").exists()


def test_a_sample_is_copied_as_it_is(docgen, tmp_path):
    assert docgen("new", "--from", "wijkkracht-spoordijk", "-o", "kopie.yaml").code == 0
    assert (tmp_path / "kopie.yaml").read_bytes() == SAMPLE.read_bytes()


def test_every_shipped_sample_names_the_schema_beside_it():
    for path in (ROOT / "samples").glob("*.yaml"):
        assert path.read_text(encoding="utf-8").splitlines()[0] == MODELINE, path.name


def test_what_is_there_already_stays(docgen, tmp_path):
    (tmp_path / "dossier.yaml").write_text("van mij", encoding="utf-8")
    done = docgen("new", "jaarplan")
    assert (done.code, done.err) == (
        2,
        "docgen: dossier.yaml is er al en blijft zoals het is; kies met -o een andere naam\n",
    )
    assert (tmp_path / "dossier.yaml").read_text(encoding="utf-8") == "van mij"
    assert not (tmp_path / "dossier.schema.json").exists()


def test_a_schema_of_someone_else_stays_and_an_old_one_of_docgen_is_renewed(docgen, tmp_path):
    schema = tmp_path / "dossier.schema.json"
    schema.write_text("{}", encoding="utf-8")
    assert "overgeslagen dossier.schema.json" in docgen("new", "jaarplan", "-o", "a.yaml").out
    assert schema.read_text(encoding="utf-8") == "{}"
    schema.write_text('{"$comment": "gemaakt met docgen schema"}', encoding="utf-8")
    assert "vernieuwd    dossier.schema.json" in docgen("new", "jaarplan", "-o", "b.yaml").out
    assert "ongewijzigd  dossier.schema.json" in docgen("new", "jaarplan", "-o", "c.yaml").out


def test_a_new_dossier_of_something_unknown_gets_a_suggestion(docgen, tmp_path):
    assert docgen("new", "jarplan").err == "docgen: documentsoort ‘jarplan’ bestaat niet; bedoel je ‘jaarplan’?\n"
    assert (
        docgen("new", "--from", "wijkracht").err
        == "docgen: voorbeeld ‘wijkracht’ bestaat niet; bedoel je ‘wijkkracht-spoordijk’?\n"
    )
    both = docgen("new", "jaarplan", "--from", "wijkkracht-spoordijk")
    assert (both.code, both.err) == (2, "docgen: noem documentsoorten, of een voorbeeld met --from; niet allebei\n")
    assert list(tmp_path.iterdir()) == []


def test_a_dossier_gets_the_name_of_a_text_file(docgen, tmp_path):
    assert "geef plan.docx een naam die eindigt op .yaml" in docgen("new", "jaarplan", "-o", "plan.docx").err
    spaced = docgen("new", "jaarplan", "-o", "mijn", "dossier.yaml")
    assert "een bestandsnaam met een spatie zet u tussen aanhalingstekens" in spaced.err
    assert list(tmp_path.iterdir()) == []


def test_capitals_and_commas_between_types_do_no_harm(docgen, tmp_path):
    assert docgen("NEW", "Raadsbesluit,", "JAARPLAN").code == 0
    assert "# Dossier voor: Raadsbesluit en Jaarplanparagraaf." in (tmp_path / "dossier.yaml").read_text(
        encoding="utf-8"
    )
