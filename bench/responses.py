"""What a conversation costs: added latency, threads of a thousand turns, a hundred streams at once.

The engine is the one that ships for tests, so that nothing but the way is measured.
"""

from __future__ import annotations

import asyncio
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import psutil

from bench.table import show

ROUNDS = 60
TURNS = 1000
STREAMS = 100
TOOL = {"type": "image_generation", "size": "1024x640", "seed": 1}
IMAGE = {"model": "gpt-image-2", "prompt": "a red square", "size": "1024x640", "seed": 1}
TURN = {"model": "gpt-5", "input": "draw a red square", "tools": [TOOL]}


@contextmanager
def serving() -> Iterator[tuple[str, psutil.Process]]:
    """A server with the test engine, and its process."""
    with tempfile.TemporaryDirectory() as data:
        options = ["--port", "0", "--engine", "fake", "--workers", "2", "--queue", "500", "--data", data]
        command = [sys.executable, "-m", "aquatint", "serve", *options]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            url = next(m[1] for line in server.stdout if (m := re.match(r"ready (\S+)", line)))
            yield url, psutil.Process(server.pid)
        finally:
            server.terminate()
            server.wait()


def milliseconds(client: httpx.Client, path: str, body: dict[str, Any]) -> tuple[float, dict[str, Any]]:
    """Time of one call, and its reply."""
    started = time.perf_counter()
    reply = client.post(path, json=body)
    taken = 1000 * (time.perf_counter() - started)
    assert reply.status_code == 200, reply.text[:300]
    return taken, json.loads(reply.content)


def latency(client: httpx.Client) -> None:
    """The Responses path beside the Images path, in turns, so that both meet the same machine."""
    paths: list[tuple[str, str, dict[str, Any]]] = [
        ("Images API", "/v1/images/generations", IMAGE),
        ("Responses, store false", "/v1/responses", {**TURN, "store": False}),
        ("Responses, stored", "/v1/responses", TURN),
    ]
    times: dict[str, list[float]] = {name: [] for name, _, _ in paths}
    for number in range(ROUNDS + 5):
        for name, path, body in paths:
            taken, _ = milliseconds(client, path, body)
            if number >= 5:
                times[name].append(taken)
    base = statistics.median(times["Images API"])
    rows = [
        (
            name,
            f"{statistics.median(each):.1f} ms",
            f"{statistics.quantiles(each, n=20)[18]:.1f} ms",
            f"+{statistics.median(each) - base:.1f} ms",
        )
        for name, each in times.items()
    ]
    rows.append(("wanted", "", "", "+10 ms at most"))
    show("Responses beside Images, 1024x640, test engine", ("way", "p50", "p95", "added p50"), rows)


def long_thread(client: httpx.Client) -> None:
    """A thread of a thousand turns, every tenth of them with a picture."""
    previous: str | None = None
    talking: list[float] = []
    drawing: list[float] = []
    for number in range(TURNS):
        draws = number % 10 == 0
        text = "draw a red square" if draws else "what size is it?"
        taken, reply = milliseconds(
            client, "/v1/responses", {**TURN, "input": text, "previous_response_id": previous}
        )
        (drawing if draws else talking).append(taken)
        previous = reply["id"]
    rows = []
    for name, times in (("answers", talking), ("pictures", drawing)):
        tenth = len(times) // 10
        first, last = statistics.median(times[:tenth]), statistics.median(times[-tenth:])
        rows.append((name, f"{first:.1f} ms", f"{last:.1f} ms", f"{last / first:.2f}"))
    rows.append(("wanted", "", "", "1: flat"))
    head = ("turns", "p50 of the first tenth", "p50 of the last tenth", "ratio")
    show(f"A thread of {TURNS} turns", head, rows)


async def _stream(client: httpx.AsyncClient) -> float:
    """Seconds until one stream has ended well."""
    started = time.perf_counter()
    last = b""
    async with client.stream("POST", "/v1/responses", json={**TURN, "stream": True}) as reply:
        assert reply.status_code == 200
        async for chunk in reply.aiter_raw():
            last = (last + chunk)[-200_000:]
    assert b"event: response.completed" in last or len(last) == 200_000
    return time.perf_counter() - started


async def _streams(url: str) -> list[float]:
    limits = httpx.Limits(max_connections=STREAMS)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        return list(await asyncio.gather(*(_stream(client) for _ in range(STREAMS))))


def many_streams(url: str, server: psutil.Process) -> None:
    """A hundred streams at once; the server's memory before and after."""
    before = server.memory_info().rss
    started = time.perf_counter()
    times = asyncio.run(_streams(url))
    whole = time.perf_counter() - started
    grown = (server.memory_info().rss - before) / 1_000_000
    rows = [
        ("all done", f"{whole:.2f} s"),
        ("streams per second", f"{STREAMS / whole:.0f}"),
        ("slowest stream", f"{max(times):.2f} s"),
        ("memory grown", f"{grown:.0f} MB"),
    ]
    show(f"{STREAMS} streams at once, two workers", ("what", "figure"), rows)


def main() -> None:
    """Print the tables."""
    with serving() as (url, server):
        with httpx.Client(base_url=url, timeout=60) as client:
            latency(client)
            long_thread(client)
        many_streams(url, server)


if __name__ == "__main__":
    main()
