"""Pictures that the tests send, and what comes back, decoded."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8]


def gradient(width: int = 1024, height: int = 1024, channels: int = 3) -> Pixels:
    """(height, width, channels): colours that differ from pixel to pixel; alpha is 255."""
    down, across = np.mgrid[0:height, 0:width]
    layers = [across % 256, down % 256, (across + 3 * down) % 256, np.full_like(across, 255)]
    return np.stack(layers[:channels], axis=-1).astype(np.uint8)


def encoded(pixels: Pixels, kind: str = "PNG") -> bytes:
    """A picture file."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind, compress_level=1)
    return file.getvalue()


def mask_png(width: int = 1024, height: int = 1024, *, hole: tuple[int, int, int, int] | None = None) -> bytes:
    """A mask whose ``hole`` (left, top, right, bottom) may change; by default the left half."""
    left, top, right, bottom = hole or (0, 0, width // 2, height)
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[top:bottom, left:right, 3] = 0
    return encoded(pixels)


def bomb_png(width: int = 50_000, height: int = 50_000) -> bytes:
    """A small file that claims to be a huge picture and would unpack to its first rows at least."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    rows = zlib.compress(bytes(1 + 4 * width) * 64, 9)
    chunks = [(b"IHDR", header), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def data_url(data: bytes, kind: str = "png") -> str:
    """The picture as a JSON body carries it."""
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def decoded(b64: str | None) -> Image.Image:
    """The picture behind ``b64_json``, loaded."""
    assert b64 is not None
    image = Image.open(io.BytesIO(base64.b64decode(b64, validate=True)))
    image.load()
    return image


def pictures_of(body: Any) -> list[Image.Image]:
    """All pictures of a reply."""
    return [decoded(datum["b64_json"]) for datum in body["data"]]


def array(image: Image.Image, mode: str = "RGB") -> Pixels:
    """Its pixels."""
    return np.asarray(image.convert(mode))
