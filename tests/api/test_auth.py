"""Who is let in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from starlette.requests import Request

from aquatint.api.auth import LOCAL_PROJECT, identify, names_loopback, presented_key
from aquatint.api.services import Services
from aquatint.errors import HostNotAllowed, InvalidApiKey, MissingApiKey
from aquatint.foundry.keys import KeyStore
from aquatint.settings import Settings


@dataclass
class House:
    """The two services that `identify` asks."""

    settings: Settings
    keys: KeyStore


def request_with(**headers: str) -> Request:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": "/", "headers": pairs}
    return Request(scope)


def who(request: Request, folder: Path, host: str) -> str:
    with KeyStore(folder / "keys") as keys:
        return identify(request, cast(Services, House(Settings(data=folder, host=host), keys)))


@pytest.mark.parametrize("key", ["", "Bearer anything", "Bearer sk-wrong"])
def test_on_the_loopback_anybody_is_let_in(tmp_path: Path, key: str) -> None:
    request = request_with(host="localhost:8000", authorization=key)
    assert who(request, tmp_path, "127.0.0.1") == LOCAL_PROJECT


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "192.168.1.2", "localhost.evil.example", ""]
)
def test_on_the_loopback_other_names_are_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(HostNotAllowed):
        who(request_with(host=host), tmp_path, "127.0.0.1")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1", "127.9.9.9:1", "[::1]", "[::1]:8000"])
def test_names_of_the_loopback(host: str) -> None:
    assert names_loopback(host)


def test_elsewhere_a_valid_key_names_the_project(tmp_path: Path) -> None:
    with KeyStore(tmp_path / "keys") as keys:
        key, secret = keys.create("team", 1.0)
    for request in (request_with(authorization=f"Bearer {secret}"), request_with(api_key=secret)):
        assert who(request, tmp_path, "0.0.0.0") == str(key.id)


def test_elsewhere_wrong_revoked_and_missing_keys_are_refused(tmp_path: Path) -> None:
    with KeyStore(tmp_path / "keys") as keys:
        key, secret = keys.create("team", 1.0)
        keys.revoke(key.id, 2.0)
    for refused in (secret, "sk-aquatint-wrong", "x"):
        with pytest.raises(InvalidApiKey):
            who(request_with(authorization=f"Bearer {refused}"), tmp_path, "0.0.0.0")
    with pytest.raises(MissingApiKey):
        who(request_with(host="localhost"), tmp_path, "0.0.0.0")


def test_an_error_shows_only_the_ends_of_a_key() -> None:
    secret = "sk-aquatint-abcdefghijklmnopqrstuvwxyz"
    assert "sk-aquat***wxyz" in InvalidApiKey(secret).message
    assert "short-key" not in InvalidApiKey("short-key").message


def test_the_bearer_scheme_is_read_in_any_case_and_nothing_else() -> None:
    assert presented_key(request_with(authorization="bearer abc")) == "abc"
    assert presented_key(request_with(authorization="Basic abc")) == ""
