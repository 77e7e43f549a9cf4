"""A client that hangs up: its work stops, and nothing of it is left."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from contract.proofs import proves
from live.calls import ALL, BASE, EDITS_FORM, GENERATIONS, file_part, made, order
from live.pictures import encoded, gradient
from live.server import Server, until

SLOW = "a fox fake: steps=2000 step_ms=20"
everywhere = pytest.mark.parametrize("place", ALL)


def is_idle(server: Server) -> bool:
    return server.runtime("running") == 0 == server.runtime("queued") and not server.spool_files()


def hang_up(server: Server, place: str, **values: Any) -> None:
    """Order something slow, and leave without the answer."""
    impatient = httpx.Client(base_url=server.url, timeout=httpx.Timeout(10, read=0.3), trust_env=False)
    with impatient, pytest.raises(httpx.ReadTimeout):
        order(impatient, place, prompt=SLOW, **values)


@proves(
    "Server",
    "a client that hangs up",
    "honoured",
    "the work stops at its next step, waiting pictures are given up, no file is left",
)
@everywhere
def test_hanging_up_stops_the_work(fake_server: Server, place: str) -> None:
    restarts = fake_server.runtime("restarts")
    hang_up(fake_server, place, n=4)
    until(lambda: is_idle(fake_server), "the work stopped")
    assert fake_server.runtime("restarts") == restarts
    made(order(fake_server.http, place))


def test_the_work_goes_on_while_the_client_waits(fake_server: Server) -> None:
    with httpx.Client(base_url=fake_server.url, timeout=30, trust_env=False) as patient:
        assert made(order(patient, GENERATIONS, prompt="a fox fake: steps=20 step_ms=20"))["size"] == "1024x640"


@everywhere
def test_hanging_up_before_the_first_event(fake_server: Server, place: str) -> None:
    hang_up(fake_server, place, stream=True, n=3)
    until(lambda: is_idle(fake_server), "the work stopped")


def test_hanging_up_in_the_middle_of_a_stream(fake_server: Server) -> None:
    body = {**BASE, "prompt": "a fox fake: steps=400 step_ms=20", "stream": True, "partial_images": 3, "n": 2}
    with fake_server.http.stream("POST", "/v1/images/generations", json=body) as reply:
        first = next(reply.iter_lines())
        assert first == "event: image_generation.partial_image"
        until(lambda: fake_server.runtime("running") == 2, "both pictures were in the making")
    until(lambda: is_idle(fake_server), "the work stopped, long before its end", seconds=4)


def test_hanging_up_while_the_sources_are_read(fake_server: Server) -> None:
    before = fake_server.log
    picture = encoded(gradient(3000, 3000))
    with httpx.Client(base_url=fake_server.url, timeout=httpx.Timeout(10, read=0.2), trust_env=False) as impatient:
        files = [file_part("image[]", picture)] * 12
        with pytest.raises(httpx.ReadTimeout):
            order(impatient, EDITS_FORM, files=files)
    until(lambda: is_idle(fake_server), "the work stopped")
    # The files went with the client; that a worker then misses them is no trouble to tell of.
    assert fake_server.log == before
