"""A picture file as the characters that show it in a terminal."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image

from aquatint.cli.terminal import sixel
from aquatint.cli.terminal.detect import Way

COLUMNS = 48
"""Width of a picture in characters, if the terminal is as wide."""
PIXELS = 480
"""Longer side of a picture that is sent pixel by pixel."""
_CHUNK = 4096
"""Most characters of a piece in kitty's protocol."""


def show(data: bytes, way: Way, columns: int) -> str:
    """The picture file for a terminal of so many columns; "" for "none"."""
    width = max(8, min(COLUMNS, columns - 1))
    return "" if way == "none" else _WAYS[way](data, width)


def _kitty(data: bytes, width: int) -> str:
    return "".join(_kitty_parts(_as_png(data), width)) + "\n"


def _kitty_parts(data: bytes, width: int) -> Iterator[str]:
    text = base64.b64encode(data).decode("ascii")
    for start in range(0, len(text), _CHUNK):
        more = int(start + _CHUNK < len(text))
        head = f"a=T,f=100,c={width},m={more}" if start == 0 else f"m={more}"
        yield f"\x1b_G{head};{text[start : start + _CHUNK]}\x1b\\"


def _iterm(data: bytes, width: int) -> str:
    text = base64.b64encode(data).decode("ascii")
    return f"\x1b]1337;File=inline=1;size={len(data)};width={width};preserveAspectRatio=1:{text}\x07\n"


def _sixel(data: bytes, width: int) -> str:
    picture = _opened(data)
    picture.thumbnail((min(PIXELS, width * 10), PIXELS))
    return sixel.encode(picture) + "\n"


def _blocks(data: bytes, width: int) -> str:
    """Two pixels in each character: the upper in the colour of the text, the lower in that of the ground."""
    picture = _opened(data)
    height = max(2, round(width * picture.height / picture.width) // 2 * 2)
    pixels = np.asarray(picture.resize((width, height), Image.Resampling.LANCZOS)).tolist()
    lines = []
    for upper, lower in zip(pixels[::2], pixels[1::2], strict=True):
        cells = (
            f"\x1b[38;2;{a[0]};{a[1]};{a[2]}m\x1b[48;2;{b[0]};{b[1]};{b[2]}m▀"
            for a, b in zip(upper, lower, strict=True)
        )
        lines.append("".join(cells) + "\x1b[0m")
    return "\n".join(lines) + "\n"


_WAYS: dict[Way, Callable[[bytes, int], str]] = {
    "kitty": _kitty,
    "iterm": _iterm,
    "sixel": _sixel,
    "blocks": _blocks,
}


def _opened(data: bytes) -> Image.Image:
    """RGB, on white."""
    picture = Image.open(io.BytesIO(data)).convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return ground.convert("RGB")


def _as_png(data: bytes) -> bytes:
    if data.startswith(b"\x89PNG"):
        return data
    file = io.BytesIO()
    Image.open(io.BytesIO(data)).save(file, "PNG")
    return file.getvalue()
