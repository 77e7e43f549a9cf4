"""``aquatint chat``, as somebody types it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from live.server import Server

pytestmark = pytest.mark.slow


def chat(lines: str, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aquatint", "chat", *words]
    return subprocess.run(command, cwd=cwd, input=lines, capture_output=True, text=True, timeout=120, check=False)


def test_draw_save_and_undo(fake_server: Server, tmp_path: Path) -> None:
    lines = "draw a red fox\n/save\n/save 1 first.png\n/undo\n/undo\n/save\n/quit\nnever said\n"
    done = chat(lines, tmp_path, "--url", fake_server.url, "--size", "1024x640")
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[0].startswith("[picture 1, 1024x640")
    assert said[-4:] == [
        "Saved picture-1.png",
        "Saved first.png",
        "Back by one turn.",
        "There is nothing to undo.",
    ]
    assert "There is no picture yet." in done.stderr
    for name in ("picture-1.png", "first.png"):
        with Image.open(tmp_path / name) as picture:
            assert picture.size == (1024, 640)


def test_several_pictures_of_a_turn_are_numbered(composer_server: Server, tmp_path: Path) -> None:
    done = chat("draw a fox\ndraw two pictures: a cat and a dog\n", tmp_path, "--url", composer_server.url)
    numbers = [line.partition(",")[0] for line in done.stdout.splitlines() if line.startswith("[picture ")]
    assert numbers == ["[picture 1", "[picture 2", "[picture 3"]


def test_pictures_are_shown_where_the_terminal_can(fake_server: Server, tmp_path: Path) -> None:
    done = chat("draw a fox\n", tmp_path, "--url", fake_server.url + "/v1", "--pictures", "blocks")
    assert "▀" in done.stdout


def test_mistakes_are_one_line_and_the_talk_goes_on(fake_server: Server, tmp_path: Path) -> None:
    lines = "/fly\ndraw a fox fake: fail_at=1 error=no_more_paint\n/help\n/new\n/undo\n"
    done = chat(lines, tmp_path, "--url", fake_server.url)
    assert done.returncode == 0
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["aquatint", "aquatint"]
    assert "no more paint" in done.stderr
    assert "/save [FILE]" in done.stdout
    assert done.stdout.splitlines()[-1] == "There is nothing to undo."


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    done = chat("hello\n", tmp_path, "--url", "http://127.0.0.1:1")
    assert "cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_brings_its_own_server(tmp_path: Path) -> None:
    done = chat("draw a red apple\n/save apple.png\n", tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["apple.png"]
