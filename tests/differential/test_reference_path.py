"""With `DOCGEN_REFERENCE=1` no fast path is taken: the same bytes, findings and refusals, later."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLE, docgen_in

REFERENCE, USUAL = {"DOCGEN_REFERENCE": "1"}, {"DOCGEN_REFERENCE": "0"}
pytestmark = pytest.mark.slow


def made_in(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.docx"))}


@pytest.mark.parametrize("sample", [SAMPLE, SAMPLE.parent / "voorbeeld-met-gebreken.yaml"], ids=lambda path: path.stem)
def test_a_sample_gives_the_same_documents_and_findings_by_the_reference_path(sample, tmp_path):
    told = []
    for name, env in (("fast", USUAL), ("reference", REFERENCE)):
        done = docgen_in(tmp_path)("render", sample, "--draft", "--out", tmp_path / name, env=env)
        checked = docgen_in(tmp_path)("check", sample, "--format", "json", env=env)
        told.append((done.code, checked.code, checked.out, made_in(tmp_path / name)))
    assert told[0] == told[1] and (told[0][-1] or sample.stem == "voorbeeld-met-gebreken")  # that one has none


def test_a_batch_gives_the_same_documents_and_findings_by_the_reference_path(tmp_path):
    (tmp_path / "lijst.csv").write_text(
        "partner.naam;partner.getekend_op\nDe Linde;2027-03-01\nDe Es;gisteren\nZorg & <Co>;\n", encoding="utf-8"
    )
    told = []
    for name, env in (("fast", USUAL), ("reference", REFERENCE)):
        done = docgen_in(tmp_path)(
            "batch", SAMPLE, "-d", "overeenkomst", "--partners", "lijst.csv", "--workers", "1", "--out", name, env=env
        )
        told.append((done.code, done.err, done.out.replace(name, "map"), made_in(tmp_path / name)))
    assert told[0] == told[1] and told[0][0] == 1 and len(told[0][-1]) == 2


def test_by_the_reference_path_jinja_fills_and_cerberus_looks_and_nothing_is_kept(tmp_path):
    code = (
        "import sys\nfrom docgen import check, load\nfrom docgen.domain import memo\nfrom pathlib import Path\n"
        "from docgen.word.cache import load_or_compile\n"
        f"check(load({str(SAMPLE)!r}))\n"
        f"load_or_compile(Path({str(ROOT / 'templates' / 'raadsbesluit.docx')!r}))\n"
        "print('cerberus' in sys.modules, 'jinja2' in sys.modules, type(memo.with_memo({})) is dict)"
    )
    for env, answer in ((USUAL, None), (USUAL, "False False False"), (REFERENCE, "True True True")):
        surroundings = {**os.environ, **env, "DOCGEN_CACHE": str(tmp_path / "kept")}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, env=surroundings
        )
        assert answer is None or done.stdout.strip() == answer
