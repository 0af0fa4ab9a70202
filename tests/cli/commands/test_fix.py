"""`docgen fix`: what is certain is put right, what is not is asked or left, and nothing else moves."""

from __future__ import annotations

import pytest

from tests.conftest import SAMPLE

SLIPS = [  # what stands in the sample, as somebody could have typed it
    ("peildatum: 2027-03-15", "peildatum: 15-3-2027"),
    ("uren: 840\n", "uren: 840 uur\n"),
    ("openbaar: true", "openbaar: ja"),
    ("status: concept", "status: Concept"),
    ("versie: ", "versie:"),
    ("toelichting: Het wijkteam geeft", "toelichting: Het wijk\u00adteam geeft"),
]
NEAR = ("uitvoerend_eigenaar: wijkcoordinator", "uitvoerend_eigenaar: wijkcoordinater")


def with_slips(*slips):
    text = SAMPLE.read_text("utf-8")
    for right, wrong in slips:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    return text


@pytest.fixture
def dossier(tmp_path):
    """A function that writes the sample with slips; the file."""

    def write(*slips, end="\n"):
        path = tmp_path / "dossier.yaml"
        path.write_bytes(with_slips(*slips).replace("\n", end).encode())
        return path

    return write


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_that_is_certain_is_put_right_and_not_a_byte_beside_it(docgen, dossier, end):
    path = dossier(*SLIPS, end=end)
    before = path.read_bytes()
    done = docgen("fix", "dossier.yaml", "--yes")
    assert done.code == 0, done.out + done.err
    assert path.read_bytes() == SAMPLE.read_text("utf-8").replace("\n", end).encode()
    assert (path.parent / "dossier.yaml.bak").read_bytes() == before
    assert done.out.splitlines()[-1] == (
        "6 meldingen hersteld in dossier.yaml; het dossier van daarvoor is dossier.yaml.bak"
    )


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_by_itself_is_put_right(docgen, dossier, slip):
    path = dossier(slip)
    assert docgen("fix", "dossier.yaml", "--yes").code == 0
    assert path.read_text("utf-8") == SAMPLE.read_text("utf-8")


def test_the_difference_is_shown_first_and_nothing_written_without_a_yes(docgen, dossier):
    path = dossier(SLIPS[1])
    before = path.read_bytes()
    for arguments, stdin in ((["--diff"], b""), ([], b"n\n"), ([], b"")):
        done = docgen("fix", "dossier.yaml", *arguments, stdin=stdin)
        assert "-    uren: 840 uur\n+    uren: 840\n" in done.out and "niets opgeslagen" in done.out
        assert done.code == 0 and path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["dossier.yaml"]


def test_a_near_name_changes_only_after_an_answer_at_its_place(docgen, dossier):
    path = dossier(NEAR)
    sure = docgen("fix", "dossier.yaml", "--yes")
    assert sure.code == 1 and "er is niets dat docgen met zekerheid kan herstellen" in sure.out
    refused = docgen("fix", "dossier.yaml", stdin=b"n\n")
    assert "Bedoelt u hier ‘wijkcoordinator’ in plaats van ‘wijkcoordinater’? [j/N]" in refused.out
    assert path.read_text("utf-8") == with_slips(NEAR)
    assert docgen("fix", "dossier.yaml", stdin=b"j\nj\n").code == 0
    assert path.read_text("utf-8") == SAMPLE.read_text("utf-8")


def test_what_is_not_certain_stays_and_is_counted(docgen, dossier):
    path = dossier(("uren: 840\n", "uren: 12.500\n"), ("2028: 30000", "2028: dertigduizend"))
    done = docgen("fix", "dossier.yaml", "--yes")
    assert done.code == 1 and "nog 2 fouten; zie: docgen check dossier.yaml" in done.out
    assert "uren: 12.500" in path.read_text("utf-8") and not path.with_name("dossier.yaml.bak").exists()


def test_an_earlier_copy_is_never_written_over(docgen, dossier):
    path = dossier(SLIPS[1])
    path.with_name("dossier.yaml.bak").write_bytes(b"van gisteren")
    assert "het dossier van daarvoor is dossier.yaml.bak2" in docgen("fix", "dossier.yaml", "--yes").out
    assert path.with_name("dossier.yaml.bak").read_bytes() == b"van gisteren"


def test_a_file_that_is_no_text_or_is_not_there_is_refused(docgen, tmp_path):
    (tmp_path / "oud.yaml").write_bytes("dossier: {titel: Café}\n".encode("cp1252"))
    done = docgen("fix", "oud.yaml", "--yes")
    assert (done.code, done.err) == (2, "docgen: oud.yaml is niet in UTF-8 opgeslagen; zie: docgen check oud.yaml\n")
    assert docgen("fix", "weg.yaml").err == "docgen: weg.yaml is niet te lezen; klopt de naam?\n"
    both = docgen("fix", "oud.yaml", "--yes", "--diff")
    assert both.code == 2 and "kies --diff of --yes" in both.err
