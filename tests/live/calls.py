"""The three ways to order a picture over HTTP, so that one test can try all of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import httpx

from live.pictures import data_url, encoded, gradient

GENERATIONS = "generations"
EDITS_FORM = "edits, multipart"
EDITS_JSON = "edits, JSON"
ALL = (GENERATIONS, EDITS_FORM, EDITS_JSON)
EDITS = (EDITS_FORM, EDITS_JSON)
JSON_PLACES = (GENERATIONS, EDITS_JSON)

SMALL = "1024x640"
SOURCE = encoded(gradient(320, 240))
"""A small picture to edit; a size that no profile allows, so that it cannot be mistaken for the reply's."""
BASE: dict[str, Any] = {"model": "gpt-image-2", "prompt": "a red fox", "size": SMALL}

Parts = list[tuple[str, tuple[str, bytes, str]]]


def file_part(name: str, data: bytes, filename: str = "picture.png", kind: str = "image/png") -> Any:
    """One file of a form, as httpx takes it."""
    return (name, (filename, data, kind))


def order(http: httpx.Client, place: str, files: Parts | None = None, **values: Any) -> httpx.Response:
    """Order a picture with ``values`` over `BASE`; ``...`` leaves one out. Edits get `SOURCE` if nothing else."""
    body = {key: value for key, value in {**BASE, **values}.items() if value is not ...}
    if place == GENERATIONS:
        return http.post("/v1/images/generations", json=body)
    if place == EDITS_JSON:
        body.setdefault("images", [{"image_url": data_url(SOURCE)}])
        return http.post("/v1/images/edits", json=body)
    files = [file_part("image", SOURCE)] if files is None else files
    return http.post("/v1/images/edits", data={name: as_field(value) for name, value in body.items()}, files=files)


def as_field(value: Any) -> str:
    """A value as a form carries it."""
    return value if isinstance(value, str) else json.dumps(value)


def made(reply: httpx.Response) -> Any:
    """The body of a reply that must have pictures."""
    assert reply.status_code == 200, reply.text[:500]
    return reply.json()


def refused(reply: httpx.Response, status: int = 400) -> dict[str, Any]:
    """The error of a reply that must be a refusal, its envelope checked."""
    assert reply.status_code == status, reply.text[:500]
    body = reply.json()
    assert list(body) == ["error"]
    assert set(body["error"]) == {"message", "type", "param", "code"}
    assert reply.headers["x-request-id"].startswith("req_")
    return dict(body["error"])


def told(error: dict[str, Any]) -> tuple[str, str | None, str | None]:
    """Type, param and code of an error."""
    return error["type"], error["param"], error["code"]


INVALID = "invalid_request_error"
USER_ERROR = "image_generation_user_error"


@dataclass
class Event:
    """One server-sent event."""

    name: str = ""
    data: dict[str, Any] = field(default_factory=dict)


def events_of(text: str) -> list[Event]:
    """The events of a whole stream. Comments are left out."""
    events = []
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if line and not line.startswith(":"))
        if lines:
            assert set(lines) == {"event", "data"}, block[:200]
            events.append(Event(lines["event"], json.loads(lines["data"])))
    return events


def streamed(reply: httpx.Response) -> list[Event]:
    """The events of a reply that must be a stream."""
    assert reply.status_code == 200, reply.text[:500]
    assert reply.headers["content-type"].startswith("text/event-stream")
    return events_of(reply.text)
