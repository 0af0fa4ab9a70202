"""A small editor: it talks to the real yaml-language-server as VS Code does, over standard input and output."""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds; the first answer of a cold machine takes a few


class LanguageServer:
    """A running yaml-language-server: ask it what an editor asks about a text in `folder`.

    Lines and columns count from 0.
    """

    def __init__(self, program: str, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._replies: queue.Queue[dict[str, Any]] = queue.Queue()
        self._diagnostics: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True},
        }
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self._send("initialized", {})

    def diagnostics(self, text: str) -> list[dict[str, Any]]:
        """What the editor underlines in a text."""
        uri = self._open(text)
        while (told := self._diagnostics.get(timeout=PATIENCE))["uri"] != uri:
            pass
        return sorted(told["diagnostics"], key=lambda found: list(found["range"]["start"].values()))

    def completions(self, text: str, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What the editor offers at a place, by label."""
        return {item["label"]: item for item in self._at("completion", text, line, column)["items"]}

    def hover(self, text: str, line: int, column: int) -> str:
        """What the editor tells about the word at a place."""
        return str(self._at("hover", text, line, column)["contents"]["value"])

    def stop(self) -> None:
        """End the server as an editor does."""
        self.ask("shutdown", None)
        self._send("exit", None)
        self._process.wait(timeout=PATIENCE)
        self._reader.join(timeout=PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _at(self, question: str, text: str, line: int, column: int) -> Any:
        place = {"textDocument": {"uri": self._open(text)}, "position": {"line": line, "character": column}}
        return self.ask(f"textDocument/{question}", place)

    def _open(self, text: str) -> str:
        """Open a text under a name of its own: the server remembers what it read under a name before."""
        uri = (self._folder / f"proef-{next(self._numbers)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send("textDocument/didOpen", {"textDocument": document})
        return uri

    def ask(self, method: str, parameters: Any) -> Any:
        """Send a request and wait for its answer."""
        number = next(self._numbers)
        self._write({"id": number, "method": method, "params": parameters})
        while True:
            reply = self._replies.get(timeout=PATIENCE)
            if reply["id"] == number:
                assert "error" not in reply, reply
                return reply["result"]

    def _send(self, method: str, parameters: Any) -> None:
        self._write({"method": method, "params": parameters})

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        while message := self._read():
            if "method" in message and "id" in message:  # unanswered questions of the server hold up its diagnostics
                self._write({"id": message["id"], "result": self._reply(message)})
            elif message.get("method") == "textDocument/publishDiagnostics":
                self._diagnostics.put(message["params"])
            elif "id" in message:
                self._replies.put(message)

    def _reply(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        asked = message["params"]["items"]
        return [{"schemaStore": {"enable": False}} if item.get("section") == "yaml" else None for item in asked]

    def _read(self) -> dict[str, Any] | None:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self._process.stdout.read(length)) if length else None
