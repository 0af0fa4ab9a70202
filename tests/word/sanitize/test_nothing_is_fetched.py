"""No Word file of others makes a program fetch anything: LibreOffice converts what comes out, with an ear at the address."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.fetching import CONSTRUCTIONS, linked, picture
from tests.word_files import parts_of

CONTROL = "control"
CLICKED = re.compile(
    rb'<Relationship [^>]*/hyperlink" Target="[^"]*" TargetMode="External"/>|HYPERLINK "[^"]*"|href="[^"]*"'
)


class Listener(ThreadingHTTPServer):
    """Hears which addresses are asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Ear)
        self.asked: list[str] = []

    def address(self, name: str) -> str:
        """An address of its own for each construction, so that a request says where it comes from."""
        return f"http://127.0.0.1:{self.server_port}/{name}"


class Ear(BaseHTTPRequestHandler):
    """Answers every request with nothing."""

    def answer(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = do_POST = do_PUT = answer

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    server = Listener()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="module")
def accepted(listener: Listener) -> dict[str, bytes]:
    """The constructions of which a document can be made, by the number that is in their address."""
    made = {}
    for number, build in enumerate(CONSTRUCTIONS.values()):
        try:
            made[f"n{number}.png"] = compile_template(build(listener.address(f"n{number}.png")), "brief.docx").render(
                {}
            )
        except TemplateError as refused:
            assert str(refused).startswith("sjabloon brief.docx"), refused
    return made


def test_at_least_a_hundred_constructions_are_tried():
    assert len(CONSTRUCTIONS) >= 200


@pytest.mark.network
@pytest.mark.office
def test_libreoffice_asks_for_nothing_that_a_template_of_others_names(listener, accepted, office):
    control = linked(listener.address(CONTROL), picture('<a:blip r:link="rIdF"/>'))
    files = {CONTROL: control} | accepted
    paths = [office.folder / f"{name.split('.')[0]}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    converted = office.pdf(*paths)
    named = list(CONSTRUCTIONS)
    asked = {path.strip("/") for path in listener.asked}
    assert CONTROL in asked, "the ear hears nothing: a linked picture of an unchecked file was not asked for"
    assert [named[int(one[1:-4])] for one in sorted(asked - {CONTROL})] == []
    assert [path.name for path in converted if not path.exists()] == []


@pytest.mark.slow
def test_what_is_accepted_names_the_address_only_where_a_reader_clicks(listener, accepted):
    named = list(CONSTRUCTIONS)
    address = f"127.0.0.1:{listener.server_port}".encode()
    left = [
        (named[int(name[1:-4])], part)
        for name, data in accepted.items()
        for part, content in parts_of(data).items()
        if address in CLICKED.sub(b"", content)
    ]
    assert left == []


@pytest.mark.parametrize("name", ["a link to a web page", "a link in a field to a web page", "a click on a picture"])
def test_a_link_to_a_web_page_stays(name):
    made = compile_template(CONSTRUCTIONS[name]("http://www.example.org/pagina")).render({})
    assert any(b"http://www.example.org/pagina" in content for content in parts_of(made).values())
