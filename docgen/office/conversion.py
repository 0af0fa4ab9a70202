"""Documents of Word converted by one LibreOffice after the other: in a folder of its own, with limits, and again after a crash."""

from __future__ import annotations

import contextlib
import json
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from docgen.errors import SourceError
from docgen.office import guardian, source
from docgen.office.program import OfficeError, Program
from docgen.office.source import Source
from docgen.system import files

SECONDS = 120.0  # for one document, the start of LibreOffice included
CHUNK = 40  # documents for one start: few enough that a crash costs little
POLL = 0.05
STOPPED = "LibreOffice hield op; geef dezelfde opdracht opnieuw"
TIMED_OUT, GONE = -1000, -1001  # beside the exit codes of LibreOffice
# no macros, no Java, nothing fetched, no first-start windows
SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("org.openoffice.Office.Common/Save/Document", "CreateBackup", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
)


@dataclass(frozen=True)
class Target:
    """What a document becomes: the ending of its file, and the export of LibreOffice with its options."""

    suffix: str
    export: str


@dataclass(frozen=True)
class Converted:
    """What became of a document: the bytes of what it was converted to, or why there are none; and what was converted."""

    document: Path
    data: bytes = b""
    fault: str = ""
    source: Source | None = None


class Conversion:
    """LibreOffice for as long as the `with` lasts. It has a profile and a pipe of its own, so that it meets no LibreOffice
    of a user and no other docgen, and reads copies, so that it locks no document. Nothing of it stays behind, also when
    this process is killed."""

    def __init__(self, program: Program, seconds: float = SECONDS) -> None:
        self.program, self.seconds = program, seconds
        self.ended: queue.SimpleQueue[int] = queue.SimpleQueue()
        try:
            self.folder = Path(tempfile.mkdtemp(prefix="docgen-office-"))
        except OSError as error:
            raise OfficeError(
                "LibreOffice kan hier niet werken: in geen map voor tijdelijke bestanden kan geschreven worden; "
                "maak ruimte, of laat TMPDIR (Windows: TEMP) naar een map wijzen waarin u mag schrijven"
            ) from error
        try:
            self._write_profile()
            self.guardian = subprocess.Popen(
                [sys.executable, "-I", "-S", guardian.__file__, str(self.folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise OfficeError(f"LibreOffice is niet te starten: {files.reason(error)}") from error
        threading.Thread(target=self._listen, args=(self.guardian.stdout,), daemon=True).start()

    def __enter__(self) -> Conversion:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()
        self.guardian.wait()

    def stop(self) -> None:
        """End what runs, from whatever thread; who waits for it gets an `OfficeError`."""
        with contextlib.suppress(OSError):
            self.guardian.stdin.close()  # type: ignore[union-attr]

    def convert(self, documents: Iterable[Path], target: Target) -> Iterator[Converted]:
        """Each document converted, as soon as it is, in no certain order. One that cannot be converted, or not read,
        fails alone: it had a second chance, by itself."""
        waiting, again, seen = deque(documents), deque[Path](), set[Path]()
        while waiting or again:
            chunk = [again.popleft()] if again else [waiting.popleft() for _ in range(min(CHUNK, len(waiting)))]
            try:
                done, how = self._convert_chunk(chunk, target)
            except OSError as error:  # what it reads is judged by itself: this is the folder of temporary files
                raise OfficeError(
                    f"LibreOffice kan niet verder in {self.folder}: {files.reason(error)}; "
                    "maak ruimte, of laat TMPDIR (Windows: TEMP) naar een andere map wijzen"
                ) from error
            missing = [one.document for one in done if not (one.data or one.fault)]
            yield from (one for one in done if one.data or one.fault)
            suspects = missing if how == 0 else missing[:1]
            waiting.extendleft(reversed(missing[len(suspects) :]))
            for document in suspects:
                if document in seen:
                    why = (
                        "duurt te lang" if how == TIMED_OUT else "lukt LibreOffice niet, ook niet bij een tweede poging"
                    )
                    yield Converted(document, fault=f"omzetten naar {target.suffix[1:].upper()} {why}")
                else:
                    seen.add(document)
                    again.append(document)

    def _convert_chunk(self, documents: Sequence[Path], target: Target) -> tuple[list[Converted], int]:
        """What one start of LibreOffice makes of documents, and how it ended; those without bytes it did not make."""
        inside, outside = self.folder / "in", self.folder / "out"
        for folder in (inside, outside):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        done: list[Converted] = []
        given: list[tuple[Path, Source, Path]] = []
        for document in documents:
            try:
                given.append((document, source.read(document), outside / f"{len(given)}{target.suffix}"))
            except SourceError as error:
                done.append(Converted(document, fault=str(error)))
        for _, of, made in given:
            (inside / f"{made.stem}.docx").write_bytes(of.data)
        how = self._run(target.export, inside, [made for *_, made in given]) if given else 0
        for document, of, made in given:
            done.append(Converted(document, made.read_bytes() if made.is_file() else b"", source=of))
        return done, how

    def _run(self, export: str, inside: Path, expected: list[Path]) -> int:
        """Let LibreOffice make files until it is done, or nothing new came for too long; how it ended."""
        command = [
            str(self.program.path), f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
            "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            "--convert-to", export, "--outdir", str(expected[0].parent), *(str(inside / f"{path.stem}.docx") for path in expected),
        ]  # fmt: skip
        self._say(json.dumps(command))
        made, since = 0, time.monotonic()
        while True:
            with contextlib.suppress(queue.Empty):
                how = self._ending(POLL)
                break
            if (now_made := sum(path.exists() for path in expected)) != made:
                made, since = now_made, time.monotonic()
            if time.monotonic() - since > self.seconds:
                self._say("")
                self._ending()
                how = TIMED_OUT
                break
        if how != 0 and (done := [path for path in expected if path.exists()]):
            max(done, key=lambda path: path.stat().st_mtime_ns).unlink()  # it may be half
        return how

    def _ending(self, seconds: float | None = None) -> int:
        """How LibreOffice ended. Raises `queue.Empty` when it has not yet, `OfficeError` when nobody guards it any more."""
        if (how := self.ended.get(timeout=seconds)) == GONE:
            raise OfficeError(STOPPED)
        return how

    def _say(self, line: str) -> None:
        try:
            self.guardian.stdin.write(f"{line}\n")  # type: ignore[union-attr]
            self.guardian.stdin.flush()  # type: ignore[union-attr]
        except (OSError, ValueError) as error:  # a pipe that was closed
            raise OfficeError(STOPPED) from error

    def _listen(self, told: IO[str]) -> None:
        """Note how each start ended; the guardian itself ending counts as one."""
        for line in told:
            self.ended.put(int(line))
        self.ended.put(GONE)

    def _write_profile(self) -> None:
        user = self.folder / "profile" / "user"
        user.mkdir(parents=True)
        items = "".join(
            f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
            for path, name, value in SETTINGS
        )
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        (user / "registrymodifications.xcu").write_text(f"{head}{items}</oor:items>", encoding="utf-8")
