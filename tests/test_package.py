"""The wheel: it holds what git holds, and works in an empty environment."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import venv
import zipfile

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT, SAMPLE

LOCK = ROOT / "requirements.txt"
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


def locked():
    """Every locked library: the requirement, and how many hashes stand under it."""
    blocks = re.split(r"\n(?=[a-z])", re.sub(r"(?m)^ *#.*\n", "", LOCK.read_text(encoding="utf-8")))
    return {
        requirement.name: (requirement, block.count("--hash=sha256:"))
        for block in blocks
        if (requirement := Requirement(block.split(" \\")[0]))
    }


def asked():
    """Every requirement of docgen, its extras and its building."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = config["options"]["install_requires"].splitlines()
    lines += [line for extra in config["options.extras_require"].values() for line in extra.splitlines()]
    lines += re.findall(r'^requires = \["(.+)"\]$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    return [Requirement(line) for line in lines if line and "%(" not in line]


def test_what_is_locked_is_one_exact_version_of_each_library_with_its_hashes():
    assert len(locked()) > 40
    for requirement, hashes in locked().values():
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)) and hashes, requirement


def test_what_is_locked_is_what_docgen_asks_for():
    for requirement in asked():
        (version,) = locked()[requirement.name.lower()][0].specifier
        assert version.version in requirement.specifier, f"{requirement} is not what is locked; run make lock"


def test_every_folder_with_modules_is_packed():
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    named = set(config["options"]["packages"].split()) - {"docgen.samples", "docgen.schemas", "docgen.templates"}
    assert named == {".".join(file.parent.relative_to(ROOT).parts) for file in (ROOT / "docgen").rglob("__init__.py")}


def test_the_lock_names_no_place_where_the_libraries_come_from():
    text = LOCK.read_text(encoding="utf-8")
    assert not re.search(r"://|file:|^ *-(?!-hash)|@ ", text, re.MULTILINE)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    clone = tmp_path_factory.mktemp("bron") / "docgen"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            (clone / name).write_bytes((ROOT / name).read_bytes())
    subprocess.run(
        [*PIP, "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder), str(clone)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl")), listed.split("\0")


def test_the_wheel_holds_every_module_schema_and_template_that_git_holds(wheel):
    path, listed = wheel
    held = {name for name in zipfile.ZipFile(path).namelist() if ".dist-info/" not in name}
    modules = {name for name in listed if name.startswith("docgen/")}
    data = {
        f"docgen/{name}"
        for name in listed
        if name.startswith(("samples/", "schemas/", "templates/")) and not name.endswith((".txt", ".json"))
    }
    assert held == modules | data


@pytest.mark.network
def test_the_wheel_renders_the_sample_from_another_folder_in_an_empty_environment(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=False)
    versions = [str(requirement) for requirement, _ in locked().values()]
    (tmp_path / "versions.txt").write_text("\n".join(versions), encoding="utf-8")
    command = [
        *PIP,
        "--python",
        tmp_path / "env",
        "install",
        "-q",
        "--no-compile",
        "-c",
        tmp_path / "versions.txt",
        wheel[0],
    ]
    subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "werk").mkdir()
    done = subprocess.run(
        [tmp_path / "env" / "bin" / "docgen", "render", str(SAMPLE)],
        cwd=tmp_path / "werk",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "werk").glob("*.docx"))) == 9


def test_the_extra_all_installs_every_extra():
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    extras = config["options.extras_require"]
    named = {line.strip() for line in extras["all"].splitlines() if line.strip()}
    every = {line.strip() for name in extras if name != "all" for line in extras[name].splitlines() if line.strip()}
    assert every <= named and len(named) == len(set(named))
