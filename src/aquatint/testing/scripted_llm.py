"""A language model for tests: an OpenAI-compatible server on the loopback that plays a script.

    with ScriptedModel([calls(("draw_picture", {"prompt": "a fox"})), says("A fox.")]) as model:
        ...  # model.url is the base URL, model.requests what it was asked

It speaks chat completions and the Responses API, streamed and whole. Each request takes the next line of the
script; when there is none left it answers with status 500.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One answer: text, function calls, or a failure with an HTTP status; ``delay`` seconds late."""

    text: str = ""
    calls: tuple[tuple[str, str], ...] = ()
    """Names and arguments as JSON text."""
    status: int = 200
    delay: float = 0.0


def says(text: str) -> Line:
    """An answer in words."""
    return Line(text=text)


def calls(*wanted: tuple[str, dict[str, Any]], text: str = "") -> Line:
    """An answer that calls functions."""
    return Line(text=text, calls=tuple((name, json.dumps(arguments)) for name, arguments in wanted))


def fails(status: int) -> Line:
    """A failure."""
    return Line(status=status)


def late(seconds: float) -> Line:
    """An answer that comes too late."""
    return Line(text="late", delay=seconds)


@dataclass(slots=True)
class Asked:
    """One request as it came."""

    path: str
    body: dict[str, Any]
    key: str = ""


@dataclass
class ScriptedModel:
    """The server. A context manager: it listens inside."""

    script: Sequence[Line]
    requests: list[Asked] = field(default_factory=list)
    url: str = ""

    def __enter__(self) -> Self:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        server.daemon_threads = True
        self._server = server
        self.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def next_line(self, asked: Asked) -> Line:
        """Take a request down, and the line that answers it."""
        number = len(self.requests)
        self.requests.append(asked)
        return self.script[number] if number < len(self.script) else Line(status=500)


def _handler(model: ScriptedModel) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            key = self.headers.get("authorization", "").removeprefix("Bearer ")
            line = model.next_line(Asked(self.path, body, key))
            time.sleep(line.delay)
            if line.status != 200:
                self._send(line.status, "application/json", [json.dumps({"error": {"message": "scripted"}})])
                return
            answer = _chat if self.path.endswith("/chat/completions") else _responses
            kind = "text/event-stream" if body.get("stream") else "application/json"
            self._send(200, kind, list(answer(line, bool(body.get("stream")))))

        def _send(self, status: int, kind: str, parts: list[str]) -> None:
            data = "".join(parts).encode()
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            try:
                self.wfile.write(data)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    return Handler


_CHAT_USAGE = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
_USAGE = {
    "input_tokens": 100, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": 10,
    "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 110,
}  # fmt: skip


def _words(text: str) -> list[str]:
    """Text in the bits in which it is streamed."""
    return [word + " " for word in text.split(" ")[:-1]] + text.split(" ")[-1:] if text else []


def _chat(line: Line, stream: bool) -> Iterator[str]:
    wanted = [
        {"index": index, "id": f"call_{index}", "type": "function", "function": {"name": name, "arguments": text}}
        for index, (name, text) in enumerate(line.calls)
    ]
    head = {"id": "chatcmpl_1", "created": 0, "model": "scripted"}
    if not stream:
        message = {"role": "assistant", "content": line.text or None, "tool_calls": wanted or None}
        choice = {"index": 0, "message": message, "finish_reason": "tool_calls" if wanted else "stop"}
        yield json.dumps({**head, "object": "chat.completion", "choices": [choice], "usage": _CHAT_USAGE})
        return
    deltas: list[dict[str, Any]] = [{"content": word} for word in _words(line.text)]
    for call in wanted:
        # Arguments come in two halves, as real servers send them in fragments.
        function: Any = call["function"]
        half = len(function["arguments"]) // 2
        deltas.append(
            {"tool_calls": [{**call, "function": {**function, "arguments": function["arguments"][:half]}}]}
        )
        rest = {"index": call["index"], "function": {"arguments": function["arguments"][half:]}}
        deltas.append({"tool_calls": [rest]})
    head = {**head, "object": "chat.completion.chunk"}
    for delta in deltas:
        yield _event({**head, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
    yield _event({**head, "choices": [], "usage": _CHAT_USAGE})
    yield "data: [DONE]\n\n"


def _responses(line: Line, stream: bool) -> Iterator[str]:
    output: list[dict[str, Any]] = []
    if line.text:
        part = {"type": "output_text", "text": line.text, "annotations": [], "logprobs": []}
        message = {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": [part]}
        output.append(message)
    for index, (name, text) in enumerate(line.calls):
        call = {"type": "function_call", "id": f"fc_{index}", "call_id": f"call_{index}", "name": name}
        output.append({**call, "arguments": text, "status": "completed"})
    body = {
        "id": "resp_1", "object": "response", "created_at": 0, "model": "scripted", "status": "completed",
        "output": output, "usage": _USAGE, "parallel_tool_calls": True, "tool_choice": "auto", "tools": [],
    }  # fmt: skip
    if not stream:
        yield json.dumps(body)
        return
    place = {"item_id": "msg_1", "output_index": 0, "content_index": 0, "logprobs": []}
    for word in _words(line.text):
        yield _event({"type": "response.output_text.delta", **place, "delta": word, "sequence_number": 0})
    for index, item in enumerate(output):
        done = {"type": "response.output_item.done", "output_index": index, "item": item, "sequence_number": 0}
        yield _event(done)
    yield _event({"type": "response.completed", "response": body, "sequence_number": 0})


def _event(body: dict[str, Any]) -> str:
    name = f"event: {body['type']}\n" if "type" in body else ""
    return f"{name}data: {json.dumps(body)}\n\n"
