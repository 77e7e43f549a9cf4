"""Databases for the store's tests: SQLite always, PostgreSQL where its programs are installed."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from aquatint.store.blobs import FolderBlobs
from aquatint.store.database import Database
from aquatint.store.store import Store

NOW = 1_790_000_000
DAY = 86_400


class Clock:
    """Time as a test says it."""

    def __init__(self) -> None:
        self.now = float(NOW)

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server of this test run's own."""
    programs = [shutil.which(name) for name in ("initdb", "postgres")]
    if None in programs:
        pytest.skip("PostgreSQL is not installed")
    # Not below the tests' own folders, which nobody but their owner may enter.
    folder = Path(tempfile.mkdtemp(prefix="aquatint-postgres-"))
    user: dict[str, Any] = {}
    if os.getuid() == 0:  # it refuses to run as root
        other = next((name for name in ("postgres", "nobody") if _exists(name)), None)
        if other is None:
            pytest.skip("PostgreSQL does not run as root")
        shutil.chown(folder, other)
        user = {"user": other}
    data, port = folder / "data", _free_port()
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **user}
    subprocess.run([programs[0], "-D", data, "-U", "aquatint", "-A", "trust", "-N"], check=True, **quiet)
    options = ["-p", str(port), "-k", str(folder), "-h", "127.0.0.1", "-F"]
    server = subprocess.Popen([programs[1], "-D", data, *options], **quiet)
    try:
        _wait(port, server)
        yield f"postgresql://aquatint@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, server: subprocess.Popen[Any]) -> None:
    for _ in range(600):
        if server.poll() is not None:
            pytest.skip("PostgreSQL does not start here")
        ready = subprocess.run(
            ["pg_isready", "-h", "127.0.0.1", "-p", str(port)], capture_output=True, check=False
        )
        if ready.returncode == 0:
            return
    raise RuntimeError("PostgreSQL does not answer")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite3'}"
    url: str = request.getfixturevalue("postgres")
    name = f"test_{abs(hash(tmp_path))}"
    command = ["psql", "-q", "-X", url, "-c", f"CREATE DATABASE {name}"]
    subprocess.run(command, check=True, capture_output=True)
    return url.replace("/postgres", f"/{name}")


@pytest.fixture
def clock() -> Clock:
    """The store's clock."""
    return Clock()


MakeStore = Callable[[], Store]


@pytest.fixture
def new_store(database_url: str, tmp_path: Path, clock: Clock) -> MakeStore:
    """Makes stores on the same database and folder, one server each; not open yet."""
    numbers = itertools.count(1)

    def make() -> Store:
        return Store(
            Database(database_url),
            FolderBlobs(tmp_path / "blobs"),
            clock=clock,
            new_id=lambda start: f"{start}{next(numbers)}",
            retention_seconds=30 * DAY,
        )

    return make


@pytest_asyncio.fixture
async def store(new_store: MakeStore) -> AsyncIterator[Store]:
    """An open store."""
    store = new_store()
    await store.open()
    yield store
    await store.close()
