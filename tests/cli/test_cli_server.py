"""``aquatint keys``, ``serve`` and ``doctor``, run as a user runs them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from aquatint.cli import main


def aquatint(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aquatint", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_a_key_is_shown_once_listed_without_its_secret_and_revoked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["keys", "--data", str(tmp_path), "create", "team"]) == 0
    secret = capsys.readouterr().out.splitlines()[0]
    assert secret.startswith("sk-aquatint-")
    assert main(["keys", "--data", str(tmp_path), "list"]) == 0
    listed = capsys.readouterr().out
    assert "team" in listed
    assert "valid" in listed
    assert secret not in listed
    assert main(["keys", "--data", str(tmp_path), "revoke", "1"]) == 0
    assert main(["keys", "--data", str(tmp_path), "revoke", "1"]) == 1
    capsys.readouterr()
    main(["keys", "--data", str(tmp_path), "list"])
    assert "revoked" in capsys.readouterr().out


def test_beyond_the_loopback_a_key_must_exist(tmp_path: Path) -> None:
    done = aquatint("serve", "--host", "0.0.0.0", "--port", "0", "--data", str(tmp_path))
    assert done.returncode == 1
    assert "aquatint keys create" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = aquatint("serve", "--port", str(port), "--data", str(tmp_path))
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["--port", "70000"], "port must be"), (["--workers", "0"], "workers must be")],
)
def test_impossible_settings_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], expected: str
) -> None:
    assert main(["serve", "--data", str(tmp_path), *words]) == 1
    assert expected in capsys.readouterr().err


def test_serve_says_ready_when_it_can_answer_and_cleans_up_on_a_signal(tmp_path: Path) -> None:
    spools = tmp_path / "temporary"
    spools.mkdir()
    command = [sys.executable, "-m", "aquatint", "serve", "--port", "0", "--engine", "fake", "--workers", "1"]
    server = subprocess.Popen(
        [*command, "--data", str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(spools)},
    )
    assert server.stdout is not None
    try:
        lines = []
        for line in server.stdout:
            lines.append(line.strip())
            if line.startswith("ready "):
                break
        url = lines[-1].removeprefix("ready ")
        assert httpx.get(f"{url}/healthz").json() == {"status": "ok"}
        assert any(f"{url}/v1/images/generations" in line for line in lines)
        assert len(list(spools.glob("aquatint-*"))) == 1
    finally:
        os.kill(server.pid, signal.SIGTERM)
        server.stdout.close()
        assert server.wait(timeout=30) == 0
    assert list(spools.glob("aquatint-*")) == []


def test_doctor_finds_everything_in_order(tmp_path: Path) -> None:
    done = aquatint("doctor", "--data", str(tmp_path))
    assert done.returncode == 0, done.stdout
    assert "art pack" in done.stdout
    assert "BAD" not in done.stdout


def test_unknown_commands_are_explained() -> None:
    done = aquatint("paint")
    assert done.returncode == 2
    assert "invalid choice: 'paint'" in done.stderr
