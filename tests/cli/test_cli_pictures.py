"""``aquatint draw`` and ``edit``, run as a user runs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

pytestmark = pytest.mark.slow

PROMPT = "three green apples on a wooden table"


def aquatint(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aquatint", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False)


def test_draw_writes_a_png_and_says_what_it_did(tmp_path: Path) -> None:
    done = aquatint("draw", PROMPT, "--seed", "7", "--size", "1024x640", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    with Image.open(tmp_path / lines[0]) as picture:
        assert (picture.format, picture.size) == ("PNG", (1024, 640))
    report = {line.split(":")[0].strip(): line.split(":", 1)[1].strip() for line in lines[1:]}
    assert "apples" in report["drawn"]
    assert report["size"].startswith("1024x640")
    assert report["seed"].startswith("7 ")
    assert report["time"].endswith(" s")


def test_words_that_cannot_be_drawn_are_listed(tmp_path: Path) -> None:
    done = aquatint("draw", "a red apple and a flurbelwitz", "--size", "1024x640", cwd=tmp_path)
    assert "not drawn:     flurbelwitz" in done.stdout


def test_the_same_seed_gives_the_same_bytes_and_nothing_is_overwritten(tmp_path: Path) -> None:
    names = []
    for _ in range(2):
        done = aquatint("draw", PROMPT, "--seed", "5", "--size", "1024x640", cwd=tmp_path)
        names.append(done.stdout.splitlines()[0])
    assert len(set(names)) == 2
    first, second = ((tmp_path / name).read_bytes() for name in names)
    assert first == second


def test_the_output_may_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    done = aquatint("draw", PROMPT, "-o", "out", "--size", "1024x640", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.splitlines()[0]) == Path("out/three-green-apples-on-a-wooden-table.png")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["three-green-apples-on-a-wooden-table.png"]


def test_the_output_file_decides_the_format(tmp_path: Path) -> None:
    done = aquatint("draw", PROMPT, "-o", "apples.jpg", "--size", "1024x640", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "apples.jpg") as picture:
        assert picture.format == "JPEG"


def test_an_svg_and_a_gif(tmp_path: Path) -> None:
    assert aquatint("draw", PROMPT, "-o", "a.svg", "--svg-text", "text", cwd=tmp_path).returncode == 0
    assert (tmp_path / "a.svg").read_text().startswith("<svg ")
    done = aquatint(
        "draw", PROMPT, "-o", "a.gif", "--frames", "3", "--frame-ms", "120", "--size", "320x240", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "a.gif") as picture:
        assert (picture.format, picture.size, picture.info["duration"]) == ("GIF", (320, 240), 120)
        assert getattr(picture, "n_frames", 1) == 3


def test_several_pictures_have_seeds_in_a_row(tmp_path: Path) -> None:
    done = aquatint("draw", PROMPT, "-n", "2", "--seed", "3", "-o", "a.png", "--size", "1024x640", cwd=tmp_path)
    assert done.stdout.splitlines()[0] == "a-1.png"
    assert "--seed 4)" in done.stdout
    assert (tmp_path / "a-2.png").exists()


def test_a_drawn_picture_is_edited_by_instruction(tmp_path: Path) -> None:
    aquatint("draw", PROMPT, "-o", "a.png", "--seed", "7", "--size", "1024x640", cwd=tmp_path)
    done = aquatint("edit", "a.png", "make the apples red", "-o", "b.png", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "a.png") as before, Image.open(tmp_path / "b.png") as after:
        assert after.size == before.size
        assert after.tobytes() != before.tobytes()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["draw", "  "], "the prompt is empty"),
        (["draw", "a " * 16_001], "32,002 characters; at most 32,000"),
        (["draw", "caf\udcff cat"], "not UTF-8 text"),
        (["draw", PROMPT, "--size", "17x17"], "divisible by 16"),
        (["draw", PROMPT, "-n", "11"], "-n must be 1..10"),
        (["draw", PROMPT, "--seed", "-1"], "--seed must be"),
        (["draw", PROMPT, "-o", "picture.bmp"], "Cannot tell the format"),
        (["draw", PROMPT, "-o", "picture.jpg", "--background", "transparent"], "JPEG has no transparency"),
        (["draw", PROMPT, "--frames", "3"], "only for GIF"),
        (["draw", PROMPT, "-o", "a.gif", "--frames", "17"], "--frames must be 2..16"),
        (["draw", PROMPT, "-o", "a.gif", "--size", "1024x1024"], "above the current maximum pixel budget"),
        (["draw", PROMPT, "--svg-text", "text"], "only for SVG"),
        (
            ["draw", PROMPT, "-o", "missing/folder.png", "--size", "1024x640"],
            "There is no folder missing. Make it first: mkdir -p missing",
        ),
        (["edit", "make it blue"], "Name a picture and an instruction"),
        (["edit", "missing.png", "make it blue"], "There is no file missing.png"),
        (["edit", "text.png", "make it blue"], "Invalid image file or mode for image 1"),
        (["edit", "fox.svg", "make it blue"], "fox.svg is a SVG file. PNG, JPEG and WebP can be edited"),
    ],
)
def test_failures_are_one_clear_line(tmp_path: Path, words: list[str], expected: str) -> None:
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "fox.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    done = aquatint(*words, cwd=tmp_path)
    assert done.returncode == 1
    assert expected in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
