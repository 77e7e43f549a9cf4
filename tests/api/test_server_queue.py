"""The queue is bounded: who comes too late is told when to come back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx

from contract.proofs import proves
from live.calls import EDITS_FORM, GENERATIONS, made, order, refused, told
from live.server import Server, until

SLOW = "a fox fake: steps=50 step_ms=20"


@proves(
    "Server",
    "more orders than the queue takes",
    "honoured",
    "429 `rate_limit_exceeded` with `retry-after` and "
    "`retry-after-ms`, all pictures of an order or none; type `server_busy`, for it is not an account's limit",
)
def test_a_full_queue(start_server: Callable[..., Server]) -> None:
    server = start_server("--queue", "2")

    def call(prompt: str) -> httpx.Response:
        with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as http:
            return order(http, GENERATIONS, prompt=prompt)

    with ThreadPoolExecutor(3) as pool:
        accepted = [pool.submit(call, SLOW) for _ in range(3)]
        until(lambda: server.runtime("queued") == 2, "the queue is full")
        for place in (GENERATIONS, EDITS_FORM):
            reply = order(server.http, place)
            error = refused(reply, 429)
            assert told(error) == ("server_busy", None, "rate_limit_exceeded")
            seconds = int(reply.headers["retry-after"])
            assert 1 <= seconds <= 60
            assert abs(int(reply.headers["retry-after-ms"]) - 1000 * seconds) <= 1000
        assert len(server.spool_files()) == 0
        assert [made(reply.result())["size"] for reply in accepted] == ["1024x640"] * 3
    made(order(server.http, GENERATIONS))


def test_all_pictures_of_an_order_or_none(start_server: Callable[..., Server]) -> None:
    server = start_server("--queue", "2")
    until(lambda: server.runtime("workers_alive") == 1, "the worker is there")
    assert refused(order(server.http, GENERATIONS, n=4), 429)["code"] == "rate_limit_exceeded"
    assert server.runtime("queued") == 0
    assert len(made(order(server.http, GENERATIONS, n=3))["data"]) == 3
