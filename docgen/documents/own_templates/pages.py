"""The pages of a Word file as LibreOffice shows them: a PDF, and a picture of every page. One call, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from docgen.errors import DocgenError

OFFICE = ("soffice", "libreoffice")
SECONDS = 120
DOTS = "80"  # an inch


def find_office() -> str:
    """Where LibreOffice is; empty when it is not on this computer."""
    return next((found for name in OFFICE if (found := shutil.which(name))), "")


def as_pdf(data: bytes, seconds: float = SECONDS) -> bytes:
    """A Word file as PDF. Raises `DocgenError` when LibreOffice is not there or does not make one in time."""
    office = find_office()
    if not office:
        raise DocgenError("LibreOffice staat niet op deze computer; installeer het om ook een PDF te zien")
    with tempfile.TemporaryDirectory(prefix="docgen-voorbeeld-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "voorbeeld.docx"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
        _run(
            [office, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", name, str(source)],
            seconds,
        )
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise DocgenError("LibreOffice maakte er geen PDF van; open het voorbeeld in Word of LibreOffice")
        return made.read_bytes()


def as_pictures(pdf: bytes) -> list[bytes]:
    """A PNG of every page of a PDF; none when pdftoppm is not there."""
    if not (program := shutil.which("pdftoppm")):
        return []
    with tempfile.TemporaryDirectory(prefix="docgen-voorbeeld-", ignore_cleanup_errors=True) as name:
        source = Path(name, "voorbeeld.pdf")
        source.write_bytes(pdf)
        _run([program, "-r", DOTS, "-png", str(source), str(Path(name, "pagina"))], SECONDS)
        return [page.read_bytes() for page in sorted(Path(name).glob("pagina*.png"))]


def _run(command: list[str], seconds: float) -> None:
    """Run a program; what it started ends with it. Raises `DocgenError` when it takes too long or does not start."""
    quiet = subprocess.DEVNULL
    try:
        running = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError as error:
        raise DocgenError(f"{Path(command[0]).name} is niet te starten ({error.strerror})") from error
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        raise DocgenError(
            f"{Path(command[0]).name} doet er langer over dan {seconds:g} seconden en is gestopt"
        ) from None
    finally:
        if running.poll() is None:
            if os.name == "posix":
                os.killpg(running.pid, signal.SIGKILL)
            else:
                running.kill()
            running.wait()
