from __future__ import annotations

import asyncio
import base64
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from reply_samples import Message, Server, notes, rendered
from wire_samples import files_in

from aquatint.api.reply import ImagesReply, ReplyHead, base64_chunks, base64_length

USAGE = {"input_tokens": 3, "output_tokens": 196, "total_tokens": 199}


def head(**more: Any) -> ReplyHead:
    fields: dict[str, Any] = {
        "created": 1_790_000_000,
        "background": "opaque",
        "output_format": "png",
        "quality": "high",
        "size": "1536x1024",
        "usage": USAGE,
    }
    return ReplyHead(**{**fields, **more})


async def test_fields_and_their_order(tmp_path: Path) -> None:
    pictures = [
        rendered(tmp_path, b"one", "1", notes(7, undrawn=("zebra",), approximated=("carp",), plan={"a": 1})),
        rendered(tmp_path, b"second", "2", notes(8)),
    ]
    server = Server()
    await server.call(ImagesReply(head(safety_identifier='u"1'), pictures, headers={"x-request-id": "req_1"}))
    body = json.loads(server.body)
    assert list(body) == [
        *("created", "background", "data", "output_format", "quality", "size", "usage", "safety_identifier"),
    ]
    assert body["data"] == [
        {
            "b64_json": base64.b64encode(b"one").decode(),
            "aquatint": {"seed": 7, "engine": "composer 1", "undrawn": ["zebra"], "approximated": ["carp"]},
        },
        {
            "b64_json": base64.b64encode(b"second").decode(),
            "aquatint": {"seed": 8, "engine": "composer 1", "undrawn": [], "approximated": []},
        },
    ]
    assert (body["created"], body["size"], body["usage"]) == (1_790_000_000, "1536x1024", USAGE)
    assert body["safety_identifier"] == 'u"1'
    assert server.messages[0]["status"] == 200
    assert server.headers["content-type"] == "application/json"
    assert server.headers["x-request-id"] == "req_1"
    assert server.headers["content-length"] == str(len(server.body))
    assert [message["more_body"] for message in server.messages[-2:]] == [True, False]
    assert files_in(tmp_path) == []


async def test_the_plan_only_on_request(tmp_path: Path) -> None:
    server = Server()
    picture = rendered(tmp_path, b"one", notes=notes(plan={"things": ["fox"]}))
    await server.call(ImagesReply(head(), [picture], want_plan=True))
    body = json.loads(server.body)
    assert body["data"][0]["aquatint"]["plan"] == {"things": ["fox"]}
    assert "safety_identifier" not in body


@pytest.mark.parametrize("length", [0, 1, 2, 3, 4, 98_303, 98_304, 98_305, 2_000_000])
async def test_the_length_is_known_beforehand(length: int, tmp_path: Path) -> None:
    content = bytes(range(251)) * (length // 251 + 1)
    server = Server()
    await server.call(ImagesReply(head(), [rendered(tmp_path, content[:length])]))
    assert server.headers["content-length"] == str(len(server.body))
    assert base64.b64decode(json.loads(server.body)["data"][0]["b64_json"]) == content[:length]


def test_chunks_are_small_and_only_the_last_is_padded(tmp_path: Path) -> None:
    chunks = list(base64_chunks(rendered(tmp_path, b"x" * 2_000_000)))
    assert max(len(chunk) for chunk in chunks) == 128 * 1024
    assert sum(len(chunk) for chunk in chunks) == base64_length(2_000_000)
    assert not any(chunk.endswith(b"=") for chunk in chunks[:-1])


async def test_a_slow_client_costs_no_memory(tmp_path: Path) -> None:
    pictures = [rendered(tmp_path, b"x" * 15_000_000, str(index)) for index in range(3)]
    sent = 0

    async def send(message: Message) -> None:
        nonlocal sent
        sent += len(message.get("body", b""))
        await asyncio.sleep(0)

    tracemalloc.start()
    try:
        await ImagesReply(head(), pictures)({"type": "http"}, Server().receive, send)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sent > 60_000_000
    assert peak < 1_000_000


async def test_a_client_that_is_gone_leaves_no_file(tmp_path: Path) -> None:
    pictures = [rendered(tmp_path, b"x" * 2_000_000, str(index)) for index in range(3)]
    server = Server(send_fails_after=3)
    await server.call(ImagesReply(head(), pictures))
    assert len(server.messages) == 3
    assert files_in(tmp_path) == []


async def test_a_cancelled_reply_leaves_no_file(tmp_path: Path) -> None:
    waiting = asyncio.Event()

    async def send(message: Message) -> None:
        waiting.set()
        await asyncio.Event().wait()

    reply = ImagesReply(head(), [rendered(tmp_path, b"x")])
    task = asyncio.ensure_future(reply({"type": "http"}, Server().receive, send))
    await waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert files_in(tmp_path) == []


async def test_a_picture_that_vanished_is_not_taken_for_a_lost_client(tmp_path: Path) -> None:
    picture = rendered(tmp_path, b"x")
    picture.path.unlink()
    with pytest.raises(FileNotFoundError):
        await Server().call(ImagesReply(head(), [picture]))
