"""Animations as GIF files: one palette for all frames, ordered dither, so that what is still stays still."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import GifImagePlugin, Image

from aquatint.imaging.alpha import is_opaque, on_white
from aquatint.imaging.raster import Pixels

Indices = npt.NDArray[np.uint8]
"""(H, W) places in the palette."""
COLOURS = 255
"""Colours of the palette; one place more stays for transparency."""
CLEAR = 255
"""Index of the transparent colour."""
SAMPLES = 400_000
"""Pixels, of all frames together, from which the palette is chosen."""
SPREAD = 10.0
"""How far the dither moves a colour at most, in steps of 0..255."""
COMMENT_LIMIT = 60_000
"""Most bytes of the record in the file's comment."""


def encode_film(frames: Sequence[Pixels], frame_ms: int, record: Mapping[str, Any]) -> bytes:
    """The frames, (H, W, 3 or 4) uint8 sRGB of one shape, as a GIF that loops for ever.

    Every frame is shown for ``frame_ms`` milliseconds, in hundredths of a second. GIF knows no half transparency:
    pixels below half opacity are clear, others opaque. ``record`` goes into the file's comment as JSON, without
    its plan if that is too large.
    """
    if not frames:
        raise ValueError("an animation has at least one frame")
    clear = [None if is_opaque(frame) else frame[..., 3] < 128 for frame in frames]
    solid = [on_white(frame) for frame in frames]
    palette = _palette(solid)
    indexed = [_indexed(frame, hole, palette) for frame, hole in zip(solid, clear, strict=True)]
    see_through = any(hole is not None for hole in clear)
    return b"".join(_file(indexed, palette, frame_ms, see_through, _comment(record)))


def _file(
    frames: Sequence[Indices], palette: Image.Image, frame_ms: int, see_through: bool, comment: bytes
) -> Iterator[bytes]:
    """The parts of the file. Pillow would drop frames that equal the one before; here all of them are kept."""
    colours = palette.getpalette() or []
    table = bytes((colours[: 3 * COLOURS] + [0] * 768)[:768])
    height, width = frames[0].shape
    yield b"GIF89a" + struct.pack("<HHBBB", width, height, 0xF7, 0, 0) + table
    yield b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    yield b"\x21\xfe" + b"".join(bytes([len(part)]) + part for part in _blocks(comment)) + b"\x00"
    before: Indices | None = None
    for frame in frames:
        left, top, right, bottom = _changed(frame, None if see_through else before)
        part = Image.fromarray(np.ascontiguousarray(frame[top:bottom, left:right]), "P")
        part.putpalette(table)
        yield b"\x21\xf9\x04" + _control(frame_ms, see_through)
        yield b"".join(GifImagePlugin.getdata(part, (left, top)))
        before = frame
    yield b"\x3b"


def _control(frame_ms: int, see_through: bool) -> bytes:
    """How long a frame stays, and what becomes of it: see-through ones are cleared, others built upon."""
    flags = (2 << 2 | 1) if see_through else 1 << 2
    return struct.pack("<BHBB", flags, frame_ms // 10, CLEAR if see_through else 0, 0)


def _changed(frame: Indices, before: Indices | None) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what differs from the frame before; never empty."""
    height, width = frame.shape
    if before is None:
        return 0, 0, width, height
    differs = frame != before
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _blocks(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), 255):
        yield data[start : start + 255]


def _palette(frames: Sequence[Pixels]) -> Image.Image:
    """The colours that serve all frames, as a Pillow palette image."""
    pixels = np.concatenate([frame.reshape(-1, 3) for frame in frames])
    step = max(1, len(pixels) // SAMPLES)
    chosen = np.ascontiguousarray(pixels[::step])
    return Image.fromarray(chosen[None]).quantize(COLOURS, Image.Quantize.MEDIANCUT)


def _indexed(frame: Pixels, hole: npt.NDArray[np.bool_] | None, palette: Image.Image) -> Indices:
    height, width = frame.shape[:2]
    tiled = np.tile(_thresholds(), (-(-height // 8), -(-width // 8)))[:height, :width, None]
    moved = np.clip(frame.astype(np.int16) + tiled, 0, 255).astype(np.uint8)
    indices: Indices = np.array(Image.fromarray(moved).quantize(palette=palette, dither=Image.Dither.NONE))
    if hole is not None:
        indices[hole] = CLEAR
    return indices


def _thresholds() -> npt.NDArray[np.int16]:
    """An 8 x 8 Bayer matrix, centred on 0."""
    matrix = np.zeros((1, 1))
    for _ in range(3):
        matrix = np.block([[4 * matrix, 4 * matrix + 2], [4 * matrix + 3, 4 * matrix + 1]])
    return np.round(((matrix + 0.5) / 64 - 0.5) * SPREAD).astype(np.int16)


def _comment(record: Mapping[str, Any]) -> bytes:
    whole = json.dumps(dict(record), separators=(",", ":")).encode()
    if len(whole) <= COMMENT_LIMIT:
        return whole
    return json.dumps({**record, "plan": None}, separators=(",", ":")).encode()
