"""Workers that fail, die, hang or are killed: the others' pictures are made, and the worker is replaced."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx
import psutil
import pytest

from contract.proofs import proves
from live.calls import BASE, GENERATIONS, made, order, refused, streamed, told
from live.server import Server, serving, until

SERVER_ERROR = "server_error"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that these tests may hurt."""
    with serving(tmp_path_factory.mktemp("hurt"), "--engine", "fake", "--workers", "2") as server:
        yield server


@pytest.fixture(autouse=True)
def both_workers_before_and_nothing_left_after(server: Server) -> Iterator[None]:
    until(lambda: server.runtime("workers_alive") == 2, "both workers are there")
    yield
    until(lambda: not server.spool_files(), "the spool is empty")


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def in_background(pool: ThreadPoolExecutor, server: Server, prompt: str, **values: Any) -> Future[httpx.Response]:
    """Order a picture without waiting for it."""

    def call() -> httpx.Response:
        with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as http:
            return order(http, GENERATIONS, prompt=prompt, **values)

    return pool.submit(call)


@proves(
    "Server",
    "an engine that crashes",
    "decided",
    "500 `engine_failed`; the worker goes on, the cause is in the log and not in the reply",
)
def test_a_crash(server: Server) -> None:
    pids = server.worker_pids()
    error = refused(order(server.http, GENERATIONS, prompt="a fox fake: crash_at=2"), 500)
    assert told(error) == (SERVER_ERROR, None, "engine_failed")
    assert "told to crash" not in error["message"]
    assert "The test engine was told to crash." in server.log
    assert server.worker_pids() == pids


@proves(
    "Server",
    "a worker that dies",
    "decided",
    "the picture is tried once more by another; then 500 `worker_lost`; workers are replaced",
)
def test_a_picture_that_kills_its_worker(server: Server) -> None:
    restarts = server.runtime("restarts")
    error = refused(order(server.http, GENERATIONS, prompt="a fox fake: die_at=2"), 500)
    assert told(error) == (SERVER_ERROR, None, "worker_lost")
    until(lambda: server.runtime("restarts") == restarts + 2, "two workers were replaced")


@proves(
    "Server",
    "a worker that is killed",
    "honoured",
    "its picture is made by another, the same bytes; the other requests do not notice",
)
def test_a_killed_worker(server: Server, pool: ThreadPoolExecutor) -> None:
    prompt = "a fox fake: steps=60 step_ms=20"
    orders = [in_background(pool, server, prompt, seed=seed) for seed in (1, 2)]
    until(lambda: server.runtime("running") == 2, "both pictures are being made")
    killed = server.worker_pids()[0]
    os.kill(killed, signal.SIGKILL)
    bodies = [made(order.result()) for order in orders]
    again = made(order(server.http, GENERATIONS, prompt=prompt, seed=1))
    assert bodies[0]["data"] == again["data"]
    assert not psutil.pid_exists(killed)


def test_an_idle_worker_that_is_killed(server: Server) -> None:
    for pid in server.worker_pids():
        os.kill(pid, signal.SIGKILL)
    # Health says so, or the replacement was faster; either way the next order is made.
    made(order(server.http, GENERATIONS))
    until(lambda: server.runtime("workers_alive") == 2, "both workers are back")


def test_a_worker_that_dies_in_a_stream(server: Server) -> None:
    values: dict[str, Any] = {"stream": True, "partial_images": 3, "prompt": "a fox fake: die_at=3"}
    *partials, failure = streamed(order(server.http, GENERATIONS, **values))
    assert [event.name for event in partials] == ["image_generation.partial_image"] * 2
    assert failure.name == "error"
    assert failure.data["error"]["code"] == "worker_lost"


@proves(
    "Server",
    "a worker that hangs when its client leaves",
    "decided",
    "it is killed after five seconds and replaced",
)
@pytest.mark.slow
def test_a_hanging_worker(server: Server) -> None:
    restarts = server.runtime("restarts")
    impatient = httpx.Timeout(10, read=0.3)
    body = {**BASE, "prompt": "a fox fake: hang"}
    with pytest.raises(httpx.ReadTimeout):
        server.http.post("/v1/images/generations", json=body, timeout=impatient)
    made(order(server.http, GENERATIONS))
    until(lambda: server.runtime("restarts") == restarts + 1, "the worker was replaced")
    until(lambda: server.runtime("running") == 0, "nothing hangs any more")
