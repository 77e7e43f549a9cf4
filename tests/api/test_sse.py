from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from reply_samples import Server, notes, rendered
from wire_samples import files_in

from aquatint.api.eventstream import error_event
from aquatint.api.sse import CompletedImage, EventStream, PartialImage, StreamEvent, StreamHead
from aquatint.errors import InvalidRequest, ServerError

USAGE = {
    "input_tokens": 3,
    "input_tokens_details": {"image_tokens": 0, "text_tokens": 3},
    "output_tokens": 296,
    "total_tokens": 299,
}


def head(**more: Any) -> StreamHead:
    return StreamHead(**{"operation": "generate", "created": 1_790_000_000, "quality": "high", **more})


async def stream_of(*events: StreamEvent | Exception) -> AsyncGenerator[StreamEvent, None]:
    for event in events:
        if isinstance(event, Exception):
            raise event
        yield event


async def text_of(stream: EventStream) -> str:
    server = Server()
    await server.call(stream)
    return server.body.decode()


async def test_events_of_a_generation(tmp_path: Path) -> None:
    big = bytes(range(256)) * 8000
    partial = PartialImage(0, 1, rendered(tmp_path, big, "1"))
    done = CompletedImage(0, rendered(tmp_path, b"done", "2", notes(7, undrawn=("zebra",), plan={"a": 1})), USAGE)
    server = Server()
    await server.call(EventStream(head(), stream_of(partial, done), headers={"x-request-id": "req_1"}))
    first, second = server.body.decode().removesuffix("\n\n").split("\n\n")
    name, data = first.split("\n")
    assert name == "event: image_generation.partial_image"
    fields = json.loads(data.removeprefix("data: "))
    assert base64.b64decode(fields["b64_json"]) == big
    assert list(fields) == [
        *("type", "b64_json", "created_at", "size", "quality", "background", "output_format"),
        *("partial_image_index", "aquatint"),
    ]
    assert (fields["partial_image_index"], fields["aquatint"]) == (1, {"index": 0})
    assert (fields["created_at"], fields["size"], fields["quality"]) == (1_790_000_000, "1536x1024", "high")
    name, data = second.split("\n")
    assert name == "event: image_generation.completed"
    fields = json.loads(data.removeprefix("data: "))
    assert list(fields) == [
        *("type", "b64_json", "created_at", "size", "quality", "background", "output_format"),
        *("usage", "aquatint"),
    ]
    assert fields["usage"] == USAGE
    assert fields["aquatint"] == {
        "index": 0,
        "seed": 7,
        "engine": "composer 1",
        "undrawn": ["zebra"],
        "approximated": [],
    }
    assert server.headers == {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
        "x-request-id": "req_1",
    }
    assert max(len(message["body"]) for message in server.messages[1:]) <= 128 * 1024
    assert files_in(tmp_path) == []


async def test_events_of_an_edit_of_several_pictures(tmp_path: Path) -> None:
    events = [CompletedImage(i, rendered(tmp_path, b"x", str(i), notes(plan={"a": i})), USAGE) for i in (1, 0)]
    text = await text_of(
        EventStream(head(operation="edit", want_plan=True, safety_identifier="u1"), stream_of(*events))
    )
    data = [json.loads(line.removeprefix("data: ")) for line in text.split("\n") if line.startswith("data:")]
    assert [fields["type"] for fields in data] == ["image_edit.completed"] * 2
    assert [fields["aquatint"]["index"] for fields in data] == [1, 0]
    assert [fields["aquatint"]["plan"] for fields in data] == [{"a": 1}, {"a": 0}]
    assert [fields["safety_identifier"] for fields in data] == ["u1", "u1"]
    assert "[DONE]" not in text


async def test_a_failure_in_the_middle(tmp_path: Path) -> None:
    partial = PartialImage(0, 0, rendered(tmp_path, b"x"))
    failure = InvalidRequest("No.", param="prompt", code="c")
    text = await text_of(EventStream(head(), stream_of(partial, failure)))
    name, data = text.removesuffix("\n\n").split("\n\n")[1].split("\n")
    assert name == "event: error"
    assert json.loads(data.removeprefix("data: ")) == {
        "type": "error",
        "code": "c",
        "message": "No.",
        "param": "prompt",
        "error": {"message": "No.", "type": "invalid_request_error", "param": "prompt", "code": "c"},
    }


@pytest.mark.parametrize("failure", [RuntimeError("secret"), FileNotFoundError("/secret")])
async def test_a_failure_that_is_not_for_clients(failure: Exception, caplog: pytest.LogCaptureFixture) -> None:
    text = await text_of(EventStream(head(), stream_of(failure)))
    assert text.startswith("event: error\n")
    assert "secret" not in text
    assert "a stream failed" in caplog.text


async def test_the_official_client_reads_events_and_raises_failures(tmp_path: Path) -> None:
    partial = PartialImage(0, 0, rendered(tmp_path, b"half", "1"))
    done = CompletedImage(0, rendered(tmp_path, b"done", "2", notes()), USAGE)
    text = await text_of(EventStream(head(), stream_of(partial, done)))
    events, error = read_with_openai(text.encode())
    assert error is None
    assert [event.type for event in events] == ["image_generation.partial_image", "image_generation.completed"]
    assert events[0].partial_image_index == 0
    assert base64.b64decode(events[1].b64_json) == b"done"
    assert events[1].usage.total_tokens == 299
    events, error = read_with_openai(error_event(ServerError("A worker died.")))
    assert events == []
    assert error is not None
    assert error.message == "A worker died."
    assert error.type == "server_error"


def read_with_openai(body: bytes) -> tuple[list[Any], openai.APIError | None]:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=body, headers={"content-type": "text/event-stream"})

    http = httpx.Client(transport=httpx.MockTransport(answer))
    events: list[Any] = []
    with openai.OpenAI(api_key="k", base_url="http://x/v1", http_client=http, max_retries=0) as client:
        try:
            events.extend(client.images.generate(model="gpt-image-2", prompt="a", stream=True))
        except openai.APIError as error:
            return events, error
    return events, None


class Endless:
    """Events that never come; knows whether it was closed, and by whom it was run."""

    def __init__(self, *first: StreamEvent) -> None:
        self.first = first
        self.waiting = asyncio.Event()
        self.closed = False

    async def events(self) -> AsyncGenerator[StreamEvent, None]:
        try:
            for event in self.first:
                yield event
            self.waiting.set()
            await asyncio.Event().wait()
        finally:
            self.closed = True


async def test_hanging_up_closes_the_events(tmp_path: Path) -> None:
    source = Endless(PartialImage(0, 0, rendered(tmp_path, b"x")))
    server = Server()
    task = asyncio.ensure_future(server.call(EventStream(head(), source.events())))
    await source.waiting.wait()
    server.hang_up()
    await task
    assert source.closed
    assert files_in(tmp_path) == []


async def test_hanging_up_while_an_event_is_sent(tmp_path: Path) -> None:
    source = Endless(PartialImage(0, 0, rendered(tmp_path, b"x" * 5_000_000)))
    server = Server()
    stuck = asyncio.Event()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            stuck.set()
            await asyncio.Event().wait()

    task = asyncio.ensure_future(EventStream(head(), source.events())({"type": "http"}, server.receive, send))
    await stuck.wait()
    server.hang_up()
    await task
    assert source.closed
    assert files_in(tmp_path) == []


async def test_a_send_that_fails_closes_the_events(tmp_path: Path) -> None:
    source = Endless(PartialImage(0, 0, rendered(tmp_path, b"x")))
    await Server(send_fails_after=2).call(EventStream(head(), source.events()))
    assert source.closed
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("fails_after", [0, 1, None])
async def test_the_end_is_always_told(fails_after: int | None, tmp_path: Path) -> None:
    closed = []

    async def on_close() -> None:
        closed.append(True)

    events = stream_of(CompletedImage(0, rendered(tmp_path, b"x", notes=notes()), USAGE))
    await Server(send_fails_after=fails_after).call(EventStream(head(), events, on_close=on_close))
    assert closed == [True]


async def test_cancelling_closes_the_events(tmp_path: Path) -> None:
    source = Endless()
    task = asyncio.ensure_future(Server().call(EventStream(head(), source.events())))
    await source.waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert source.closed


async def test_a_quiet_stream_is_kept_alive_between_events(tmp_path: Path) -> None:
    server = Server()
    pulsed = asyncio.Event()

    async def events() -> AsyncGenerator[StreamEvent, None]:
        await pulsed.wait()
        yield CompletedImage(0, rendered(tmp_path, b"x" * 3_000_000, notes=notes()), USAGE)

    async def send(message: Any) -> None:
        await server.send(message)
        if message.get("body") == b": keep-alive\n\n":
            pulsed.set()

    await EventStream(head(), events(), keep_alive_seconds=0.001)({"type": "http"}, server.receive, send)
    text = server.body.decode()
    assert text.startswith(": keep-alive\n\n")
    blocks = [block for block in text.split("\n\n") if block and block != ": keep-alive"]
    assert len(blocks) == 1
    assert ": keep-alive" not in blocks[0]
