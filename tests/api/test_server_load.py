"""Many clients at once, good ones, bad ones and impatient ones: each gets its own answer, and nothing is left."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from live.calls import ALL, EDITS_JSON, made, order, refused, streamed
from live.pictures import array, pictures_of
from live.server import Server, until

CLIENTS = 8
CALLS = 12


def good(http: httpx.Client, place: str, seed: int) -> None:
    body = made(order(http, place, n=2, seed=seed))
    assert [datum["aquatint"]["seed"] for datum in body["data"]] == [seed, seed + 1]
    first, second = (array(image)[0, 0].tolist() for image in pictures_of(body))
    assert first != second


def streaming(http: httpx.Client, place: str, seed: int) -> None:
    events = streamed(order(http, place, n=2, seed=seed, stream=True, partial_images=2))
    completed = [event.data["aquatint"]["seed"] for event in events if event.name.endswith("completed")]
    assert sorted(completed) == [seed, seed + 1]
    assert len(events) == 6


def bad(http: httpx.Client, place: str, seed: int) -> None:
    if place == EDITS_JSON:
        refused(order(http, place, images=[{"image_url": "data:image/png;base64,aGVsbG8="}], seed=seed))
    else:
        refused(order(http, place, size="123x456", seed=seed))


def failing(http: httpx.Client, place: str, seed: int) -> None:
    assert refused(order(http, place, prompt="a fox fake: fail_at=3", seed=seed))["param"] == "prompt"


def impatient(http: httpx.Client, place: str, seed: int) -> None:
    hasty = httpx.Client(base_url=http.base_url, timeout=httpx.Timeout(60, read=0.2), trust_env=False)
    with hasty, pytest.raises(httpx.ReadTimeout):
        order(hasty, place, prompt="a fox fake: steps=900 step_ms=20", seed=seed)


ACTIONS: tuple[Callable[[httpx.Client, str, int], None], ...] = (good, streaming, bad, failing, impatient)


def client_of(server: Server, number: int) -> None:
    """One client and all its calls."""
    chance = random.Random(number)
    with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as http:
        for call in range(CALLS):
            chance.choice(ACTIONS)(http, chance.choice(ALL), 1000 * number + 2 * call)


def test_many_clients(start_server: Callable[..., Server]) -> None:
    server = start_server(workers=2)
    until(lambda: server.runtime("workers_alive") == 2, "both workers are there")
    with ThreadPoolExecutor(CLIENTS) as pool:
        for done in [pool.submit(client_of, server, number) for number in range(CLIENTS)]:
            done.result()
    until(lambda: server.runtime("running") == 0 == server.runtime("queued"), "nobody works any more")
    until(lambda: not server.spool_files(), "the spool is empty")
    assert server.runtime("restarts") == 0
    assert "Traceback" not in server.log
