"""Pictures and an ASGI server's side, shared by the tests of replies and streams."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from aquatint.sizes import Size
from aquatint.types import Notes, Rendered

Message = MutableMapping[str, Any]


def rendered(folder: Path, content: bytes, name: str = "p", notes: Notes | None = None) -> Rendered:
    path = folder / name
    path.write_bytes(content)
    return Rendered(
        path=path,
        byte_count=len(content),
        size=Size(1536, 1024),
        background="opaque",
        output_format="png",
        notes=notes,
    )


def notes(seed: int = 7, **more: Any) -> Notes:
    return Notes(engine="composer 1", seed=seed, **more)


class Server:
    """Collects what a response sends. ``hang_up`` is the client closing the connection."""

    def __init__(self, send_fails_after: int | None = None) -> None:
        self.messages: list[Message] = []
        self._gone = asyncio.Event()
        self._fails_after = send_fails_after

    async def call(self, app: Callable[..., Awaitable[None]]) -> None:
        await app({"type": "http"}, self.receive, self.send)

    async def receive(self) -> Message:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        if self._fails_after is not None and len(self.messages) >= self._fails_after:
            raise OSError("gone")
        self.messages.append(message)
        await asyncio.sleep(0)

    def hang_up(self) -> None:
        self._gone.set()

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.messages[0]["headers"]}

    @property
    def body(self) -> bytes:
        return b"".join(message["body"] for message in self.messages[1:])
