"""The settings object."""

from __future__ import annotations

from pathlib import Path

import pytest

from aquatint.settings import Settings, default_data_folder


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("192.168.1.2", False),
        ("::", False),
        ("example.org", False),
    ],
)
def test_only_the_loopback_needs_no_keys(host: str, expected: bool) -> None:
    assert Settings(data=Path("data"), host=host).is_loopback is expected


@pytest.mark.parametrize("wrong", [{"port": -1}, {"port": 65536}, {"workers": 0}, {"workers": 257}])
def test_impossible_values_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=str(next(iter(wrong.values())))):
        Settings(data=Path("data"), **wrong)


def test_the_data_folder_comes_from_the_environment_in_order() -> None:
    assert default_data_folder({"AQUATINT_DATA": "/a", "XDG_DATA_HOME": "/b"}) == Path("/a")
    assert default_data_folder({"XDG_DATA_HOME": "/b"}) == Path("/b/aquatint")
    assert default_data_folder({}) == Path.home() / ".local/share/aquatint"
