"""Who may call: anybody on the loopback, elsewhere the holders of keys."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from contract.proofs import proves
from live.calls import GENERATIONS, INVALID, made, order, refused, told
from live.server import AQUATINT, Server, serving

PATHS = ["/v1/models", "/v1/models/gpt-image-2", "/metrics"]


def keys(data: Path, *words: str) -> str:
    command = [str(AQUATINT), "keys", "--data", str(data), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def open_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """A server bound to all addresses, and a key of it."""
    folder = tmp_path_factory.mktemp("open")
    secret = keys(folder / "data", "create", "tests").splitlines()[0]
    with serving(folder, "--host", "0.0.0.0", "--engine", "fake", "--workers", "1") as server:
        yield server, secret


def caller(server: Server, **headers: str) -> httpx.Client:
    """A client of its own with these headers; it must be closed."""
    url = server.url.replace("0.0.0.0", "127.0.0.1")
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Client(base_url=url, headers=names, trust_env=False)


@proves(
    "Server", "keys on the loopback", "differs", "none is needed, and any is accepted: only this machine can call"
)
@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer any"}, {"api-key": "any"}])
def test_any_key_on_the_loopback(http: httpx.Client, headers: dict[str, str]) -> None:
    assert http.get("/v1/models", headers=headers).status_code == 200


@proves(
    "Server",
    "another Host header on the loopback",
    "differs",
    "403 `host_not_allowed`: a web page must not reach this server through a name that was pointed here",
)
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", ""])
def test_other_hosts_on_the_loopback(http: httpx.Client, host: str, path: str) -> None:
    error = refused(http.get(path, headers={"host": host}), 403)
    assert told(error) == (INVALID, None, "host_not_allowed")


@proves("Server", "any other address without a key", "differs", "the server does not start until a key exists")
@pytest.mark.parametrize("revoked", [False, True])
def test_no_start_without_a_key(tmp_path: Path, revoked: bool) -> None:
    if revoked:
        keys(tmp_path, "create", "old")
        keys(tmp_path, "revoke", "1")
    command = [str(AQUATINT), "serve", "--host", "0.0.0.0", "--port", "0", "--data", str(tmp_path)]
    done = subprocess.run([*command, "--engine", "fake"], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "aquatint keys create NAME" in done.stderr


@proves(
    "Server",
    "keys elsewhere",
    "honoured",
    "`Authorization: Bearer` or `api-key`; none: 401; a wrong or revoked one: 401 `invalid_api_key`",
)
def test_keys_elsewhere(open_server: tuple[Server, str]) -> None:
    server, secret = open_server
    for headers in ({"authorization": f"Bearer {secret}"}, {"api_key": secret}):
        with caller(server, **headers) as http:
            made(order(http, GENERATIONS))
            assert [http.get(path).status_code for path in PATHS] == [200] * 3


def test_without_a_key(open_server: tuple[Server, str]) -> None:
    with caller(open_server[0]) as http:
        replies = [http.get(path) for path in PATHS]
        replies += [http.post(f"/v1/images/{path}") for path in ("generations", "edits", "variations")]
        for reply in replies:
            error = refused(reply, 401)
            assert told(error) == (INVALID, None, None)
            assert error["message"].startswith("You didn't provide an API key.")
        assert http.get("/healthz").status_code == 200


def test_a_wrong_key(open_server: tuple[Server, str]) -> None:
    server, secret = open_server
    for wrong in (secret[:-1] + ("a" if secret[-1] != "a" else "b"), "x", secret + "x", "sk-" + "é" * 9):
        with caller(server) as http:
            reply = http.get("/v1/models", headers={"authorization": f"Bearer {wrong}".encode()})
        error = refused(reply, 401)
        assert told(error) == (INVALID, None, "invalid_api_key")
        assert wrong not in error["message"]


def test_a_revoked_key(open_server: tuple[Server, str]) -> None:
    server, _ = open_server
    data = server.folder / "data"
    created = keys(data, "create", "leaving")
    secret, number = created.splitlines()[0], created.split("id ")[1].split(",")[0]
    with caller(server, api_key=secret) as http:
        assert http.get("/v1/models").status_code == 200
        keys(data, "revoke", number)
        assert refused(http.get("/v1/models"), 401)["code"] == "invalid_api_key"


def test_keys_are_stored_hashed(open_server: tuple[Server, str]) -> None:
    server, secret = open_server
    files = [path for path in (server.folder / "data").rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if secret[8:].encode() in path.read_bytes()]


def test_the_name_of_an_open_server_does_not_matter(open_server: tuple[Server, str]) -> None:
    server, secret = open_server
    with caller(server, api_key=secret, host="pictures.example") as http:
        assert http.get("/v1/models").status_code == 200


def test_a_port_that_is_taken(start_server: Callable[..., Server]) -> None:
    server = start_server()
    port = server.url.rpartition(":")[2]
    command = [str(AQUATINT), "serve", "--port", port, "--data", str(server.folder / "data"), "--engine", "fake"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert f"Cannot listen on 127.0.0.1 port {port}" in done.stderr
