"""Pictures in a terminal: each way says what it should, and the terminal is told apart by what it tells."""

from __future__ import annotations

import base64
import io
import re

import numpy as np
import pytest
from PIL import Image

from aquatint.cli.terminal.detect import Way, read_attributes, way_of
from aquatint.cli.terminal.graphics import show


def picture(width: int = 96, height: int = 48, kind: str = "PNG") -> bytes:
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2] = (220, 30, 30)
    pixels[:, width // 2 :] = (30, 30, 220)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("environ", "way"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, "kitty"),
        ({"TERM_PROGRAM": "ghostty"}, "kitty"),
        ({"TERM_PROGRAM": "iTerm.app"}, "iterm"),
        ({"TERM_PROGRAM": "WezTerm"}, "iterm"),
        ({"TERM": "foot"}, "sixel"),
        ({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, "blocks"),
        ({"TERM": "xterm-256color"}, None),
        ({}, None),
    ],
)
def test_terminals_are_told_apart(environ: dict[str, str], way: Way | None) -> None:
    assert way_of(environ) == way


@pytest.mark.parametrize(
    ("answer", "attributes"), [("\x1b[?62;4;22c", ["62", "4", "22"]), ("", []), ("\x1b[?6c", ["6"]), ("junk", [])]
)
def test_device_attributes(answer: str, attributes: list[str]) -> None:
    assert read_attributes(answer) == attributes


def test_kitty_gets_the_png_in_pieces() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).save(file, "PNG")
    parts = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", show(file.getvalue(), "kitty", 80))
    assert len(parts) > 1
    assert parts[0][0] == "a=T,f=100,c=48,m=1"
    assert [head for head, _ in parts[1:]] == ["m=1"] * (len(parts) - 2) + ["m=0"]
    assert all(len(text) <= 4096 for _, text in parts)
    assert base64.b64decode("".join(text for _, text in parts)) == file.getvalue()


def test_kitty_gets_other_formats_as_png() -> None:
    text = show(picture(kind="JPEG"), "kitty", 80)
    assert base64.b64decode(re.findall(r";([^\x1b]*)\x1b", text)[0]).startswith(b"\x89PNG")


def test_iterm_gets_the_file() -> None:
    match = re.fullmatch(
        r"\x1b\]1337;File=inline=1;size=(\d+);width=48;[^:]*:([^\x07]*)\x07\n", show(picture(), "iterm", 80)
    )
    assert match is not None
    assert base64.b64decode(match[2]) == picture()
    assert int(match[1]) == len(picture())


def test_blocks_have_two_pixels_each() -> None:
    lines = show(picture(), "blocks", 41).splitlines()
    assert len(lines) == 10
    assert all(line.count("▀") == 40 for line in lines)
    assert lines[0].startswith("\x1b[38;2;220;30;30m\x1b[48;2;220;30;30m")
    assert lines[0].endswith("\x1b[48;2;30;30;220m▀\x1b[0m")


def test_a_sixel_picture_comes_out_again() -> None:
    pixels = decoded(show(picture(), "sixel", 80))
    assert pixels.shape == (48, 96, 3)
    assert np.abs(pixels[24, 10].astype(int) - (220, 30, 30)).max() < 12
    assert np.abs(pixels[24, 90].astype(int) - (30, 30, 220)).max() < 12


def decoded(text: str) -> np.ndarray:
    """What a terminal draws of a sixel sequence."""
    match = re.fullmatch(r'\x1bPq"1;1;(\d+);(\d+)(.*)\x1b\\\n', text, re.DOTALL)
    assert match is not None
    width, height = int(match[1]), int(match[2])
    palette = {
        int(i): [int(v) * 255 // 100 for v in rgb.split(";")]
        for i, rgb in re.findall(r"#(\d+);2;([\d;]+)", match[3])
    }
    body = re.sub(r"#\d+;2;\d+;\d+;\d+", "", match[3])
    pixels = np.zeros((height + 6, width, 3), np.uint8)
    for top, band in enumerate(body.split("-")):
        for line in band.split("$"):
            colour, at = 0, 0
            for number, count, sign in re.findall(r"#(\d+)|(?:!(\d+))?([?-~])", line):
                if number:
                    colour = int(number)
                    continue
                for _ in range(int(count or 1)):
                    for bit in range(6):
                        if ord(sign) - 63 >> bit & 1:
                            pixels[top * 6 + bit, at] = palette[colour]
                    at += 1
    return pixels[:height]


def test_nothing_is_shown_to_nobody() -> None:
    assert show(picture(), "none", 80) == ""
