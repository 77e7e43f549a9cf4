"""JSON with pictures in it, composed around files that are never read as a whole."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from aquatint.api import documents
from aquatint.api.documents import DocumentReply, FileReply, Slot, compose


def slot(folder: Path, data: bytes, prefix: str = "") -> Slot:
    """A slot for a file of these bytes."""
    path = folder / f"f{len(list(folder.iterdir()))}"
    path.write_bytes(data)
    return Slot(path, len(data), prefix)


async def sent(response: Any) -> tuple[dict[str, str], bytes]:
    """Headers and body as an ASGI server sees them."""
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    async def receive() -> Any:
        raise AssertionError("nothing is read")

    await response({"type": "http"}, receive, send)
    headers = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
    assert messages[-1] == {"type": "http.response.body", "body": b"", "more_body": False}
    return headers, b"".join(message.get("body", b"") for message in messages)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 98_303, 98_304, 98_305, 500_000])
def test_what_is_composed_is_the_json_with_the_pictures_in_base64(tmp_path: Path, size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    picture = slot(tmp_path, data[:size])
    url = slot(tmp_path, b"abc", "data:image/png;base64,")
    value = {"a": [picture, {"b": None, "c": 'ü\u2028"\\'}], "url": url, "again": picture}
    document = compose(value)
    body = b"".join(document.chunks())
    assert len(body) == document.length
    encoded = base64.b64encode(data[:size]).decode()
    assert json.loads(body) == {
        "a": [encoded, {"b": None, "c": 'ü\u2028"\\'}],
        "url": "data:image/png;base64,YWJj",
        "again": encoded,
    }


def test_no_text_passes_for_a_picture(tmp_path: Path) -> None:
    forged = [":0:", "0", "slot:0", f"{'0' * 32}:0:"]
    body = b"".join(compose({"texts": forged, "picture": slot(tmp_path, b"abc")}).chunks())
    assert json.loads(body) == {"texts": forged, "picture": "YWJj"}
    assert documents._MARK.encode() not in body


def test_nothing_else_can_be_composed() -> None:
    with pytest.raises(TypeError):
        compose({"a": object()})


def test_no_chunk_is_large(tmp_path: Path) -> None:
    chunks = list(compose({"picture": slot(tmp_path, bytes(1_000_000))}).chunks())
    assert max(len(chunk) for chunk in chunks) <= 128 * 1024


async def test_a_reply_says_its_length_and_removes_its_files(tmp_path: Path) -> None:
    picture = slot(tmp_path, b"abc")
    closed = []

    async def close() -> None:
        closed.append(True)

    headers, body = await sent(DocumentReply({"picture": picture}, owned=[picture.path], on_close=close))
    assert headers == {"content-length": str(len(body)), "content-type": "application/json"}
    assert json.loads(body) == {"picture": "YWJj"}
    assert (closed, picture.path.exists()) == ([True], False)


async def test_files_are_removed_when_nobody_is_there_any_more(tmp_path: Path) -> None:
    picture = slot(tmp_path, b"abc")

    async def send(_: Any) -> None:
        raise OSError("gone")

    await DocumentReply({"picture": picture}, owned=[picture.path])({"type": "http"}, sent, send)  # type: ignore[arg-type]
    assert not picture.path.exists()


async def test_a_file_is_sent_as_it_is(tmp_path: Path) -> None:
    path = slot(tmp_path, bytes(300_000)).path
    headers, body = await sent(FileReply(path, "image/png", headers={"x-a": "b"}))
    assert (headers["content-length"], headers["content-type"], headers["x-a"]) == ("300000", "image/png", "b")
    assert body == bytes(300_000)
    assert not path.exists()
