"""A conversation with a server over the Responses API, as a client has it: what is said, drawn, undone, kept."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

import httpx

from aquatint.cli.console import Failure


@dataclass(frozen=True, slots=True)
class Words:
    """A bit of text."""

    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture has been begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A finished picture."""

    id: str
    data: bytes
    output_format: str
    size: str
    prompt: str
    undrawn: tuple[str, ...] = ()


Heard = Words | Drawing | Picture


@dataclass(slots=True)
class _Turn:
    response: str
    pictures: list[Picture] = field(default_factory=list)


class Conversation:
    """One thread. Each turn goes on from the last that was not undone."""

    def __init__(self, url: str, key: str, model: str, tool: dict[str, Any]) -> None:
        """``url`` is the server's, without ``/v1``; ``tool`` holds fields of the image tool."""
        self._http = httpx.Client(
            base_url=url, headers={"authorization": f"Bearer {key}"}, timeout=httpx.Timeout(10.0, read=300.0)
        )
        self._model = model
        self._tool = {"type": "image_generation", **tool}
        self._turns: list[_Turn] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    @property
    def pictures(self) -> list[Picture]:
        """All pictures so far, in order."""
        return [picture for turn in self._turns for picture in turn.pictures]

    def say(self, text: str) -> Iterator[Heard]:
        """Say something and hear the answer as it comes. Raises `Failure`."""
        body: dict[str, Any] = {"model": self._model, "input": text, "stream": True, "tools": [self._tool]}
        if self._turns:
            body["previous_response_id"] = self._turns[-1].response
        turn = _Turn("")
        try:
            with self._http.stream("POST", "/v1/responses", json=body) as reply:
                if reply.status_code != 200:
                    reply.read()
                    raise Failure(_message(reply))
                for event in _events(reply):
                    yield from self._heard(event, turn)
        except httpx.HTTPError as error:
            raise Failure(
                f"The server cannot be reached: {error}. Check the URL, or start one: aquatint serve"
            ) from None

    def undo(self) -> bool:
        """Go back by one turn; false when there is none."""
        if not self._turns:
            return False
        self._turns.pop()
        return True

    def _heard(self, event: dict[str, Any], turn: _Turn) -> Iterator[Heard]:
        kind = event["type"]
        if kind == "response.output_text.delta":
            yield Words(event["delta"])
        elif kind == "response.image_generation_call.generating":
            yield Drawing()
        elif kind == "response.output_item.done" and event["item"]["type"] == "image_generation_call":
            turn.pictures.append(_picture(event["item"]))
            yield turn.pictures[-1]
        elif kind in ("response.completed", "response.incomplete"):
            turn.response = event["response"]["id"]
            self._turns.append(turn)
        elif kind == "response.failed":
            raise Failure(event["response"]["error"]["message"])


def _picture(item: dict[str, Any]) -> Picture:
    return Picture(
        id=item["id"],
        data=base64.b64decode(item["result"]),
        output_format=item["output_format"],
        size=item["size"] or "",
        prompt=item["revised_prompt"] or "",
        undrawn=tuple(item.get("aquatint", {}).get("undrawn", ())),
    )


def _events(reply: httpx.Response) -> Iterator[dict[str, Any]]:
    for line in reply.iter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


def _message(reply: httpx.Response) -> str:
    try:
        return str(reply.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return f"The server answered with status {reply.status_code}."
