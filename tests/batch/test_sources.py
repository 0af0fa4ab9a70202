"""The tasks of a batch come from rows, parties, roles or dossiers, each with the name of its file."""

from __future__ import annotations

import pytest

from docgen.batch.order import Order
from docgen.batch.sources import Sources, check_pattern, read_sources
from docgen.dossier import loads
from docgen.errors import DocgenError
from tests.batch.batch_folder import SMALL
from tests.conftest import SAMPLE


def test_the_pattern_gives_the_names(folder):
    folder.write_list("GGD Noord;Assen;directeur;A")
    folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--name", "{partner.naam} - {type} {nummer}")
    assert list(folder.documents) == ["GGD Noord - overeenkomst 2.docx"]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{partner.nam}", "‘{partner.nam}’ in --name bestaat niet; bedoel je ‘partner.naam’?"),
        ("{tipe}", "‘{tipe}’ in --name bestaat niet; bedoel je ‘type’?"),
        ("{partner.naam", "een accolade te veel"),
    ],
)
def test_a_wrong_pattern_is_refused_with_what_was_meant(folder, pattern, message):
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch("--partners", "lijst.csv", "--name", pattern)
    assert done.code == 2 and message in done.err and not folder.out.exists()


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "C:\\x", "..", "CON", "a/b", "x" * 300, "🎉"])
def test_whatever_a_partner_is_called_its_document_stays_in_the_folder(folder, name):
    folder.write_list(f"{name};Assen;directeur;A")
    assert folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--name", "{partner.naam}").code == 0
    assert len(folder.documents) == 1
    assert {path.name for path in folder.path.iterdir()} == {"dossier.yaml", "lijst.csv", "uit"}


def test_an_empty_field_in_the_pattern_refuses_only_that_row(folder):
    folder.write_list("GGD Noord;Assen;directeur;A", ";Weert;directeur;B")
    done = folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--name", "{partner.naam}")
    assert done.code == 1 and list(folder.documents) == ["GGD Noord.docx"]
    assert "rij 3: ‘{partner.naam}’ in de bestandsnaam is niet ingevuld" in done.err


def test_what_no_party_has_a_part_in_is_refused_per_party(folder):
    done = folder.batch("-d", "raadsvoorstel", "--per", "partij")
    assert done.code == 2
    assert "raadsvoorstel is niet per partij te maken; wel: jaarplan en overeenkomst" in done.err


SHAPES = ["dossier: [", "", "dossier: tekst", "dossier: 5", "dossier: [1, 2]", "dossier: {id: [1]}", "partijen: 5",
          "partijen: allemaal", "partijen: [[1]]", "partijen: {a: {id: x}}", "kolommen: 5", "partijen: []"]  # fmt: skip


@pytest.mark.parametrize("per", [(), ("--per", "partij")])
def test_a_dossier_of_the_wrong_shape_is_refused_by_name_and_stops_no_other(folder, docgen, per):
    names = []
    for number, text in enumerate(SHAPES):
        names.append(f"vreemd{number}.yaml")
        (folder.path / names[-1]).write_text(text, encoding="utf-8")
    done = docgen("batch", "dossier.yaml", *names, "-d", "overeenkomst", *per, "-o", "uit", cwd=folder.path)
    assert done.code == 1 and "Traceback" not in done.err and len(folder.documents) == (2 if per else 1)
    refused = {one["voor"] for one in folder.report()["documenten"] if one["stand"] == "geweigerd"}
    assert refused == set(names)


@pytest.mark.parametrize("text", ["kolommen: 5", "kolommen: [a]", "partijen: tekst", "dossier: tekst"])
def test_a_list_beside_a_dossier_of_the_wrong_shape_is_refused(folder, text):
    folder.dossier.write_text(text, encoding="utf-8")
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch()
    form = folder.docgen("partners", "template", "dossier.yaml", "-o", "nieuw.xlsx", cwd=folder.path)
    assert done.code in (1, 2) and "Traceback" not in done.err + form.err and not folder.documents


def test_a_list_with_two_encodings_is_refused(folder):
    (folder.path / "lijst.csv").write_bytes("partner.naam\nCafé Zoë\n".encode() + b"Kapot\xff\n")
    done = folder.batch()
    assert done.code == 2 and "heeft op regel 3 een teken dat geen UTF-8 is" in done.err and not folder.documents


@pytest.fixture
def tasks_of(library, tmp_path):
    """A function that gives the tasks of an order about a dossier."""

    def read(dossier=SMALL, rows="", **asked):
        (tmp_path / "lijst.csv").write_text(rows, "utf-8")
        listed = {"partners": str(tmp_path / "lijst.csv")} if rows else {}
        order = Order(**{"dossiers": (str(dossier),), "documents": ("overeenkomst",), "out": "uit"} | listed | asked)
        return list(read_sources(order, library).tasks())

    return read


def told(tasks):
    return [(one.label, one.file, one.party or one.row) for one in tasks]


def test_every_row_of_a_list_is_a_task_and_one_without_a_name_goes_by_its_number(tasks_of):
    assert told(tasks_of(rows="partner.naam;overeenkomst.titel\nGGD Noord;A\n;B\n")) == [
        ("rij 2 (GGD Noord)", "overeenkomst-klein-GGD Noord.docx", 2), ("rij 3", "overeenkomst-klein-rij-3.docx", 3),
    ]  # fmt: skip


def test_every_party_is_a_task_and_a_draft_says_so_in_its_name(tasks_of):
    assert told(tasks_of(per="partij", draft=True)) == [
        ("partij merenbroek", "overeenkomst-klein-merenbroek-concept.docx", "merenbroek"),
        ("partij welzijn", "overeenkomst-klein-welzijn-concept.docx", "welzijn"),
    ]


def test_every_role_is_a_task_for_that_role(tasks_of):
    found = tasks_of(SAMPLE, documents=("overdracht",), per="rol", name="{rol} {nummer} {variant}")
    assert found[1].file == "beleidsadviseur 2 medewerker.docx"
    assert (found[1].label, found[1].request.name) == ("rol beleidsadviseur", "overdracht:medewerker@beleidsadviseur")


@pytest.mark.parametrize(("per", "missing"), [("partij", "partijen"), ("rol", "rollen")])
def test_without_parties_or_roles_there_is_nobody_to_make_a_document_for(tasks_of, tmp_path, per, missing):
    (tmp_path / "leeg.yaml").write_text("dossier: {id: leeg}\n", "utf-8")
    documents = ("overdracht",) if per == "rol" else ("jaarplan",)
    with pytest.raises(DocgenError, match=f"er staan geen {missing} in het dossier; vul ‘{missing}’ in"):
        tasks_of(tmp_path / "leeg.yaml", documents=documents, per=per)


def test_of_many_dossiers_one_that_cannot_be_read_is_refused_by_name_and_one_alone_stops_all(tasks_of):
    found = tasks_of(dossiers=("weg.yaml", str(SMALL)))
    assert [(one.label, one.file) for one in found] == [("weg.yaml", ""), (str(SMALL), "overeenkomst-klein.docx")]
    assert "weg.yaml is niet te lezen" in found[0].fault
    with pytest.raises(DocgenError, match="is niet te lezen: het bestand bestaat niet"):
        tasks_of("weg.yaml")


def test_partners_sign_when_the_list_has_a_signer_in_any_row(library, tmp_path):
    for text, sign in (("partner.naam;partner.ondertekenaar\nA;\nB;chef\n", True), ("partner.naam\nA\n", False)):
        (tmp_path / "lijst.csv").write_text(text, "utf-8")
        order = Order((str(SMALL),), (), "uit", partners=str(tmp_path / "lijst.csv"))
        assert read_sources(order, library).partners_sign is sign


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{nummr}", "‘{nummr}’ in --name bestaat niet; bedoel je ‘nummer’?"),
        ("{overeenkomst.titl}", "bedoel je ‘overeenkomst.titel’?"),
        ("{xyzzy}", "neem bijvoorbeeld {partner.naam} of {type}"),
    ],
)
def test_a_pattern_that_asks_for_what_no_dossier_has_is_refused_with_what_it_may_ask(library, pattern, message):
    with pytest.raises(DocgenError) as refused:
        check_pattern(pattern, library)
    assert message in str(refused.value)
    check_pattern("{type} {partner.naam} {dossier.id}", library)


def test_what_no_document_type_is_called_is_refused_before_anything_is_read(library):
    with pytest.raises(DocgenError, match="bedoel je ‘jaarplan’"):
        read_sources(Order(("weg.yaml",), ("jaarplann",), "uit"), library)


def test_only_documents_in_which_a_party_has_a_part_are_made_per_party(library):
    dossier = loads(SAMPLE.read_bytes())
    sources = Sources(Order(("d.yaml",), (), "uit", "partij"), library, dossier)
    assert [one.kind.name for one in sources.requests(dossier)] == ["jaarplan", "overeenkomst"]


def test_a_batch_reads_its_dossier_from_a_file(library):
    with pytest.raises(DocgenError, match="een batch leest het dossier uit een bestand, niet van de standaardinvoer"):
        read_sources(Order(("-",), (), "uit"), library)
