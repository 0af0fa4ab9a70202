"""From a checked dossier to documents: all of them or none, also as drafts, whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
import yaml

from docgen.documents import production
from docgen.documents.production import DossierError, PartlyWritten, make_document, render, write_documents
from docgen.documents.request import parse_request, requests_for
from docgen.documents.templates import template_for
from docgen.dossier import check, load, loads
from docgen.errors import DocgenError, OutputError
from docgen.library.library import open_library
from docgen.word.properties import read_from
from tests.conftest import DOSSIERS, ROOT, SAMPLE, TYPES
from tests.limits import write_dossier_at_the_limits
from tests.word_files import document, parts_of, text_of

SMALL = DOSSIERS / "minimaal-raadsbesluit.yaml"


def test_a_draft_of_an_unfinished_dossier_shows_what_is_missing(library, tmp_path):
    path = tmp_path / "half.yaml"
    path.write_text(
        "dossier: {id: half, titel: Half}\norganisatie: {naam: gemeente Half}\ninterventie: {naam: X}\n"
        "partijen: [{id: a, naam: A}, {id: b, naam: B, ondertekenaar: directeur}]\novereenkomst: {titel: T}\n",
        encoding="utf-8",
    )
    dossier = load(path, library)
    assert {problem.code for problem in check(dossier)} == {"ontbreekt", "UIT-01"}
    made = write_documents(dossier, requests_for(dossier), tmp_path / "uit", draft=True)
    assert [document.path.name for document in made] == ["overeenkomst-half-concept.docx"]
    text = text_of(made[0].path.read_bytes())
    assert "[ontbreekt: partijen[a].ondertekenaar]" in text and "[ontbreekt: overeenkomst.ingang]" in text
    assert set(made[0].missing) >= {"partijen[a].ondertekenaar", "overeenkomst.ingang"}
    headers = [
        text_of(made[0].path.read_bytes(), part)
        for part in parts_of(made[0].path.read_bytes())
        if "header" in part and part.endswith(".xml") and "_rels" not in part
    ]
    assert headers and all(header.startswith("CONCEPT\n") for header in headers)


def every_path(data, path=()):
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, key)
        yield from every_path(value, (*path, key))


@pytest.mark.slow
def test_a_draft_is_made_whichever_field_is_left_out():
    """Leave out every field of a dossier in turn; a reference to what is gone is a fout, all else gives a draft."""
    import copy

    from docgen.documents.production import DossierError
    from docgen.dossier import Dossier

    whole = load(DOSSIERS / "twee-partijen.yaml")
    made = 0
    for path in list(every_path(whole.data)):
        data = copy.deepcopy(whole.data)
        around = data
        for step in path[:-1]:
            around = around[step]
        del around[path[-1]]
        less = load(DOSSIERS / "twee-partijen.yaml")
        less.loaded.data = data
        for name in (*TYPES, "overdracht:bestuur"):
            try:
                text = text_of(render(Dossier(less.loaded, less.library, ""), name, draft=True))
            except DossierError:
                continue
            made += 1
            assert "None" not in text, (path, name)
    assert made > 500


@pytest.mark.slow
def test_any_field_may_be_missing_from_a_draft(sample, tmp_path):
    """Take away one part of the sample at a time: a draft is still made, a final one is made or refused cleanly."""
    import yaml

    from docgen.errors import DocgenError

    whole = yaml.safe_load(Path(sample.name).read_text(encoding="utf-8"))
    for part in whole:
        rest = {key: value for key, value in whole.items() if key != part}
        dossier = loads(yaml.safe_dump(rest, allow_unicode=True).encode())
        for name in TYPES:
            try:
                render(dossier, name, draft=True)
            except DocgenError as error:
                assert getattr(error, "problems", None), (part, name, error)


@pytest.mark.parametrize("place", ["/proc/uit", "/dev/full/uit", "/dev/null"])
def test_an_impossible_folder_is_refused_in_one_dutch_line(docgen, place):
    done = docgen("render", SMALL, "-d", "raadsbesluit", "--out", place)
    said = [line for line in done.err.splitlines() if line.startswith("docgen: ")]
    assert done.code == 2 and len(said) == 1 and said[0] == done.err.splitlines()[-1]


def test_a_file_in_the_place_of_the_folder_is_refused(docgen, tmp_path):
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    done = docgen("render", SMALL, "-d", "raadsbesluit", "--out", tmp_path / "bestand")
    assert done.code == 2 and "map" in done.err


@pytest.mark.slow
def test_a_full_disk_leaves_nothing_behind(tmp_path):
    folder = tmp_path / "uit"
    code = (
        "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))\n"
        f"sys.argv = ['docgen', 'render', {str(SAMPLE)!r}, '--out', {str(folder)!r}]\n"
        "from docgen.cli.app import run\nrun()"
    )
    # -B: Python itself would leave half a module behind
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "het bestand wordt te groot" in done.stderr and "Traceback" not in done.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.faults
def test_a_killed_run_leaves_only_whole_documents(tmp_path):
    folder = tmp_path / "uit"
    command = [
        sys.executable,
        "-c",
        "from docgen.cli.app import run; run()",
        "render",
        str(SAMPLE),
        "--out",
        str(folder),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    whole = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    caught_at = set()
    for moment in range(12):
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for_files(folder, moment % 9, process)
        process.kill()
        process.wait()
        there = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
        assert all(whole[name] == data for name, data in there.items())
        caught_at.add(len(there))
    assert caught_at - {0, len(whole)}, caught_at
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert {path.name: path.read_bytes() for path in folder.glob("*.docx")} == whole


def wait_for_files(folder: Path, documents: int, process: subprocess.Popen) -> None:
    """Wait until the process writes, and so many of its documents are there; or until it is done."""
    while process.poll() is None:
        there = list(folder.iterdir())
        if there and sum(path.suffix == ".docx" for path in there) >= documents:
            return
        time.sleep(0.001)


@pytest.mark.faults
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_says_so_and_leaves_nothing_half(number, code, tmp_path):
    write_dossier_at_the_limits(tmp_path / "groot.yaml")
    folder = tmp_path / "uit"
    command = [
        sys.executable,
        "-c",
        "from docgen.cli import run; run()",
        "render",
        str(tmp_path / "groot.yaml"),
        "--out",
        str(folder),
    ]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and "_yaml" not in Path(f"/proc/{process.pid}/maps").read_text("utf-8"):
        time.sleep(0.005)  # until it begins to read the dossier
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    said = [line for line in err.splitlines() if line.startswith("docgen: ")]
    assert process.returncode == code and "Traceback" not in err and len(said) == 1
    assert not folder.exists() or not list(folder.iterdir())


def test_the_bytes_are_the_same_whatever_the_surroundings(docgen, tmp_path):
    seen = set()
    for i, env in enumerate(
        [
            {"TZ": "Asia/Tokyo", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "0"},
            {"LANG": "tr_TR.UTF-8", "HOME": ""},
        ]
    ):
        folder = tmp_path / f"é {i}"
        folder.mkdir()
        assert docgen("render", SAMPLE, "--out", folder, cwd=folder, env=env).code == 0
        seen.add(tuple((path.name, path.read_bytes()) for path in sorted(folder.glob("*.docx"))))
    assert len(seen) == 1


@pytest.fixture
def own(tmp_path):
    """A function that makes a library whose agreement, plan of the year and handover are this one paragraph."""

    def made(text):
        (tmp_path / "bieb" / "templates").mkdir(parents=True)
        for name in ("overeenkomst", "jaarplan", "overdracht"):
            (tmp_path / "bieb" / "templates" / f"{name}.docx").write_bytes(document(text))
        return open_library(tmp_path / "bieb")

    return made


def text_made(dossier, name, **how):
    request = parse_request(dossier, name)
    template = template_for(request.kind, dossier.library, None)
    return text_of(make_document(dossier, request, template, **how).data)


def test_a_dossier_with_mistakes_gives_no_document_and_says_which(library):
    dossier = loads(SMALL.read_bytes().replace(b"nr: 1", b"nr: een"), "x.yaml", library)
    with pytest.raises(DossierError, match="het dossier heeft fouten; er is niets gemaakt") as refused:
        render(dossier, "raadsbesluit")
    assert [problem.code for problem in refused.value.problems] == ["type"]


def test_a_document_says_what_it_was_made_of(library):
    dossier = load(SMALL, library)
    found = read_from(parts_of(render(dossier, "raadsbesluit")))
    assert (found["soort"], found["dossier"]) == ("raadsbesluit", dossier.fingerprint)
    assert found["sjabloon"] == template_for(library.types["raadsbesluit"], library, None).digest


def test_a_party_sees_its_part_of_a_plan_and_the_whole_agreement_each_with_its_name(own):
    text = "{{ partner.naam }}:{% for partij in partijen %} {{ partij.id }}{% endfor %}"
    dossier = load(SAMPLE, own(text))
    assert text_made(dossier, "jaarplan", party="ggd") == "CONCEPT\nGGD Polderland: ggd"
    assert text_made(dossier, "overeenkomst", party="ggd").startswith("CONCEPT\nGGD Polderland: merenbroek ggd welzijn")


def test_a_handover_for_a_role_is_about_that_role(own):
    dossier = load(SAMPLE, own("{{ overdracht.rol }} {{ document.rol }}"))
    assert text_made(dossier, "overdracht@controller") == "CONCEPT · INTERN\ncontroller controller"


def test_what_is_written_is_told_in_the_order_asked_and_written_once(library, tmp_path):
    dossier = load(SMALL, library)
    requests = [parse_request(dossier, "raadsbesluit")]
    (first,) = write_documents(dossier, requests, tmp_path / "uit")
    os.utime(first.path, ns=(1, 1))
    (again,) = write_documents(dossier, requests, tmp_path / "uit")
    assert (first.path, first.outcome) == (tmp_path / "uit" / "raadsbesluit-klein.docx", "gemaakt")
    assert (again.path, again.outcome, first.path.stat().st_mtime_ns) == (first.path, "ongewijzigd", 1)


def test_two_documents_that_want_one_name_are_both_named_and_none_is_written(library, tmp_path):
    dossier = load(SAMPLE, library)
    requests = [parse_request(dossier, name) for name in ("raadsbesluit", "jaarplan", "raadsbesluit")]
    with pytest.raises(OutputError, match=r"raadsbesluit en raadsbesluit krijgen hetzelfde bestand .*twee mappen"):
        write_documents(dossier, requests, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_when_one_template_asks_what_is_not_there_none_is_written(own, tmp_path):
    dossier = load(SAMPLE, own("{{ dossier.titel }}"))
    (tmp_path / "bieb" / "templates" / "overeenkomst.docx").write_bytes(document("{{ dossier.titl }}"))
    requests = [parse_request(dossier, name) for name in ("jaarplan", "overeenkomst")]
    with pytest.raises(DocgenError, match="titl"):
        write_documents(dossier, requests, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


@pytest.mark.slow
def test_a_template_that_asks_too_much_time_is_named_and_the_other_documents_are_written(own, tmp_path, monkeypatch):
    impatient = partial(production.run_each_isolated, seconds=1)
    monkeypatch.setattr(production, "run_each_isolated", impatient)  # the same wall, sooner
    dossier = load(SAMPLE, own("{{ dossier.titel }}"))
    sorts = "{{ taken | sort(attribute='naam') | sort(attribute='id') | sort(attribute='naam') | length }}"
    endless = f"{{% for a in range(99999) %}}{sorts}{{% endfor %}}"
    (tmp_path / "bieb" / "templates" / "overeenkomst.docx").write_bytes(document(endless))
    requests = [parse_request(dossier, name) for name in ("overeenkomst", "jaarplan")]
    with pytest.raises(PartlyWritten, match=r"^sjabloon overeenkomst\.docx duurt langer dan 1 seconden") as stopped:
        write_documents(dossier, requests, tmp_path / "uit")
    assert [one.path.name for one in stopped.value.written] == ["jaarplan-wijkkracht-spoordijk.docx"]
    assert [path.name for path in (tmp_path / "uit").iterdir()] == ["jaarplan-wijkkracht-spoordijk.docx"]


@pytest.mark.parametrize("role", range(4))
def test_a_draft_is_made_while_a_role_has_no_name(role):
    dossier = load(SAMPLE)
    dossier.loaded.data["borgingsplan"].pop("werkblad", None)  # the dossier answers the questions itself
    nameless = dossier.loaded.data["rollen"][role]
    nameless.pop("in_zin", None), nameless.pop("naam")
    for name in (*TYPES, "overdracht:bestuur"):
        assert "None" not in text_of(render(dossier, name, draft=True)), name


def test_money_without_a_budget_beside_it_stops_no_document(docgen, tmp_path):
    """A dossier may lack a budget: what the money means for a municipality is told without the year of its prices."""
    data = yaml.safe_load((ROOT / "samples" / "wijkkracht-spoordijk.yaml").read_text(encoding="utf-8"))
    del data["begroting"], data["monitoring"]
    for source in data["financiering"]:
        source.pop("voor", None)
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    done = docgen("render", dossier, "-d", "jaarplan", "-d", "raadsvoorstel", "-o", tmp_path)
    assert "ontbreekt in het dossier" not in done.err
    made = {path.name for path in tmp_path.glob("*.docx")}
    assert made == {"jaarplan-wijkkracht-spoordijk.docx", "raadsvoorstel-wijkkracht-spoordijk.docx"}
