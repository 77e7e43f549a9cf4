"""Connections that break: in the middle of an upload, in the middle of a reply; and bodies without a length."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import httpx
import pytest

from contract.proofs import proves
from live.calls import BASE, SOURCE, made
from live.pictures import data_url
from live.server import Server, until

PICTURE = b'--edge\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n' + SOURCE
BODIES = {
    "form": ("edits", "multipart/form-data; boundary=edge", PICTURE),
    "JSON with a picture": (
        "edits",
        "application/json",
        json.dumps({**BASE, "images": [{"image_url": data_url(SOURCE)}]}).encode()[:-10],
    ),
    "JSON": ("generations", "application/json", b'{"model": "gpt-image-2", "prompt": "a f'),
}


@pytest.fixture(autouse=True)
def nothing_left_and_nothing_logged(fake_server: Server) -> Iterator[None]:
    """Whatever breaks, the server takes it calmly."""
    before = fake_server.log
    yield
    until(lambda: fake_server.runtime("running") == 0, "the work stopped")
    until(lambda: not fake_server.spool_files(), "the spool is empty")
    assert fake_server.log == before


def connection(server: Server) -> socket.socket:
    """A bare connection to the server."""
    host, port = server.url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=10)


def head(path: str, content_type: str, length: int) -> bytes:
    """The head of a request."""
    lines = [f"POST /v1/images/{path} HTTP/1.1", "Host: localhost", f"Content-Type: {content_type}"]
    return "\r\n".join([*lines, f"Content-Length: {length}", "", ""]).encode()


@proves(
    "Server",
    "a connection that breaks",
    "decided",
    "in an upload or in a reply: its files are removed, its work stops, nothing else happens",
)
@pytest.mark.parametrize("name", list(BODIES))
def test_a_broken_upload(fake_server: Server, name: str) -> None:
    path, content_type, body = BODIES[name]
    with connection(fake_server) as line:
        line.sendall(head(path, content_type, len(body) + 1_000_000) + body)
        if name != "JSON":
            until(lambda: bool(fake_server.spool_files()), "the picture arrives")


def test_a_broken_reply(fake_server: Server) -> None:
    body = json.dumps({**BASE, "size": "3840x2160", "n": 4}).encode()
    with connection(fake_server) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.sendall(head("generations", "application/json", len(body)) + body)
        assert line.recv(64).startswith(b"HTTP/1.1 200")


def test_a_body_in_chunks_without_a_length(http: httpx.Client) -> None:
    def chunks() -> Iterator[bytes]:
        text = json.dumps({**BASE, "images": [{"image_url": data_url(SOURCE)}]}).encode()
        for start in range(0, len(text), 1000):
            yield text[start : start + 1000]

    reply = http.post("/v1/images/edits", content=chunks(), headers={"content-type": "application/json"})
    assert made(reply)["size"] == "1024x640"
