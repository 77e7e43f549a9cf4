"""The reply path: 16 clients fetch a 15 MB PNG as JSON at once; speed and what the server's memory grows by.

The reference in the same run is a plain reply: the whole JSON built in memory by the standard library.
"""

from __future__ import annotations

import base64
import json
import multiprocessing
import os
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from aquatint.api.reply import ImagesReply, ReplyHead
from aquatint.sizes import Size
from aquatint.types import Notes, Rendered
from bench.table import show

PICTURE_BYTES = 15_000_000
CLIENTS = 16
ROUNDS = 3
SIZE = Size(3840, 2160)


class Hand:
    """Replies as the server does, from a spool file of its own for each request."""

    def __init__(self, picture: Path) -> None:
        self._picture = picture

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI call."""
        copy = self._picture.with_name(f"reply-{time.monotonic_ns()}")
        os.link(self._picture, copy)
        notes = Notes(engine="bench", seed=1)
        rendered = Rendered(
            path=copy, byte_count=PICTURE_BYTES, size=SIZE, background="opaque", output_format="png", notes=notes
        )
        head = ReplyHead(
            created=1, background="opaque", output_format="png", quality="high", size=str(SIZE), usage={}
        )
        await ImagesReply(head, [rendered])(scope, receive, send)


class Plain:
    """Replies the usual way: base64 and JSON of the whole picture in memory."""

    def __init__(self, picture: Path) -> None:
        self._picture = picture

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI call."""
        text = base64.b64encode(self._picture.read_bytes()).decode()
        body = json.dumps({"created": 1, "data": [{"b64_json": text}]}).encode()
        await Response(body, media_type="application/json")(scope, receive, send)


def serve(app: Callable[[Path], ASGIApp], picture: Path, listener: socket.socket) -> None:
    """The server process."""
    inner = app(picture)

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await Request(scope, receive).body()
            await inner(scope, receive, send)

    uvicorn.Server(uvicorn.Config(outer, log_level="critical", lifespan="off")).run(sockets=[listener])


def fetch(port: int) -> int:
    """One reply, read and thrown away; returns its bytes."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        buffer, total = bytearray(1 << 20), 0
        while count := connection.recv_into(buffer):
            total += count
        return total


def measure(app: Callable[[Path], ASGIApp], picture: Path) -> tuple[float, float]:
    """Best GB/s over the rounds, and the server's growth of memory in MB."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(app, picture, listener))
    server.start()
    try:
        fetch(port)
        process = psutil.Process(server.pid)
        before, peak, done = process.memory_info().rss, [0], threading.Event()

        def watch() -> None:
            while not done.wait(0.005):
                peak[0] = max(peak[0], process.memory_info().rss)

        watcher = threading.Thread(target=watch)
        watcher.start()
        best = max(one_round(port) for _ in range(ROUNDS))
        done.set()
        watcher.join()
        return best, (max(peak[0], before) - before) / 1e6
    finally:
        server.terminate()
        server.join()


def one_round(port: int) -> float:
    """All clients at once: GB/s of reply bytes."""
    totals: list[int] = []
    clients = [threading.Thread(target=lambda: totals.append(fetch(port))) for _ in range(CLIENTS)]
    started = time.perf_counter()
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return sum(totals) / 1e9 / (time.perf_counter() - started)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "picture"
        picture.write_bytes(np.random.default_rng(1).bytes(PICTURE_BYTES))
        hand_speed, hand_growth = measure(Hand, picture)
        plain_speed, plain_growth = measure(Plain, picture)
    rows = [
        ("hand-streamed (ours)", f"{hand_speed:.2f} GB/s", f"{hand_growth:+.0f} MB", "2 GB/s, 32 MB"),
        ("whole JSON in memory", f"{plain_speed:.2f} GB/s", f"{plain_growth:+.0f} MB", "-"),
        ("ratio", f"{hand_speed / plain_speed:.1f}x", f"{hand_growth / max(plain_growth, 1):.2f}x", ""),
    ]
    show(f"Reply path, {CLIENTS} clients x 15 MB PNG as JSON", ("reply", "speed", "memory", "wanted"), rows)


if __name__ == "__main__":
    main()
