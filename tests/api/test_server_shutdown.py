"""SIGTERM: no new work is taken, pictures in the making are finished, nothing is left."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import psutil

from contract.proofs import proves
from live.calls import GENERATIONS, made, order, streamed
from live.server import Server, until

SLOW = "a fox fake: steps=60 step_ms=20"


def ask(server: Server, **values: Any) -> httpx.Response:
    with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as http:
        return order(http, GENERATIONS, prompt=SLOW, **values)


@proves(
    "Server",
    "SIGTERM",
    "honoured",
    "pictures in the making and waiting are finished and delivered, new "
    "connections are refused, then the server ends with all its workers",
)
def test_shutdown_drains(start_server: Callable[..., Server]) -> None:
    server = start_server()
    workers = server.worker_pids()
    with ThreadPoolExecutor(3) as pool:
        running = pool.submit(ask, server)
        until(lambda: server.runtime("running") == 1, "the first is being made")
        waiting, streaming = pool.submit(ask, server), pool.submit(ask, server, stream=True, partial_images=2)
        until(lambda: server.runtime("queued") == 2, "the others wait")
        server.terminate()
        until(lambda: not _connects(server), "the door is closed")
        for reply in (running.result(), waiting.result()):
            assert made(reply)["size"] == "1024x640"
        events = streamed(streaming.result())
    assert [event.name.rpartition(".")[2] for event in events] == ["partial_image", "partial_image", "completed"]
    assert server.process.wait(20) == 0
    assert not [pid for pid in workers if psutil.pid_exists(pid)]
    assert list((server.folder / "spool").iterdir()) == []
    assert "Traceback" not in server.log


def test_an_idle_server_ends_at_once(start_server: Callable[..., Server]) -> None:
    server = start_server(workers=2)
    workers = server.worker_pids()
    assert len(workers) == 2
    server.terminate()
    assert server.process.wait(10) == 0
    assert not [pid for pid in workers if psutil.pid_exists(pid)]


def _connects(server: Server) -> bool:
    try:
        with httpx.Client(base_url=server.url, timeout=1, trust_env=False) as http:
            http.get("/healthz")
    except httpx.TransportError:
        return False
    return True
