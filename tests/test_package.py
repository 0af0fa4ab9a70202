"""The wheel: it holds what git holds, and works in an empty environment."""

from __future__ import annotations

import configparser
import subprocess
import sys
import venv
import zipfile

import pytest

from tests.conftest import ROOT, SAMPLE


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
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(clone)],
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


def test_the_wheel_renders_the_sample_from_another_folder_in_an_empty_environment(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", str(wheel[0])], check=True, capture_output=True)
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
