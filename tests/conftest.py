"""Servers for the tests that speak HTTP. Each test process has its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from live.server import Server, serving, until

StartServer = Callable[..., Server]


_SERVERS = {"fake_server", "composer_server", "start_server"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that talk to a server: `make check` leaves them to `make test`."""
    for item in items:
        if _SERVERS & set(getattr(item, "fixturenames", ())):
            item.add_marker("wire")


@pytest.fixture(scope="session")
def fake_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose engine is the one for tests, with two workers. Nothing may go wrong inside it."""
    folder = tmp_path_factory.mktemp("fake")
    with serving(folder, "--engine", "fake", "--workers", "2") as server:
        until(lambda: server.runtime("workers_alive") == 2, "both workers are there")
        yield server
        assert "Traceback" not in server.log


@pytest.fixture(scope="session")
def composer_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server as it comes: the composer draws."""
    folder = tmp_path_factory.mktemp("composer")
    with serving(folder, "--workers", "1") as server:
        yield server


@pytest.fixture
def http(fake_server: Server) -> httpx.Client:
    """A client of the server with the test engine."""
    return fake_server.http


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Start servers of the test's own, with options of ``aquatint serve``; they stop when the test ends."""
    with ExitStack() as stack:
        count = iter(range(100))

        def start(*options: str, engine: str = "fake", workers: int = 1) -> Server:
            folder = tmp_path / f"server-{next(count)}"
            everything = ("--engine", engine, "--workers", str(workers), *options)
            return stack.enter_context(serving(folder, *everything))

        yield start


@pytest.fixture
def spool_stays_clean(fake_server: Server) -> Iterator[None]:
    """When the test is over, no picture may be left in the server's spool."""
    yield
    until(lambda: not fake_server.spool_files(), "the spool is empty")
