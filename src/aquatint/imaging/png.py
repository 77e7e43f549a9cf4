"""A fast PNG writer for 8-bit RGB and RGBA.

Rows are filtered with "Up" (PNG specification, section 9.2: the byte above is subtracted, modulo 256), which
numpy does at memory speed and which makes both flat areas and smooth gradients small, and are deflated by
ISA-L, which is several times faster than zlib at about the same size. The picture goes through in bands of
rows, so that beside the pixels only about a megabyte is held.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from isal import isal_zlib

from aquatint.imaging.raster import Pixels

SIGNATURE = b"\x89PNG\r\n\x1a\n"
FILTER_UP = 2
BAND_BYTES = 1 << 20
"""About how many filtered bytes are deflated at once; a band that fits the processor's cache is fastest."""
_COLOUR_TYPES = {3: 2, 4: 6}
_WIDE = np.ones(64, np.float32)


def chunk(kind: bytes, body: bytes) -> bytes:
    """One PNG chunk: length, ``kind`` (four letters), ``body``, CRC."""
    checksum = zlib.crc32(body, zlib.crc32(kind))
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)


END = chunk(b"IEND", b"")
"""The last chunk of every PNG."""


def png_parts(pixels: Pixels, *, level: int = 1, texts: Mapping[str, str] | None = None) -> Iterator[bytes]:
    """The bytes of a PNG file, piece by piece; the last piece is `END`.

    ``pixels`` is (H, W, 3 or 4) uint8; decoding gives it back bit for bit. ``level`` is ISA-L's, 0..3.
    ``texts`` become tEXt chunks: Latin-1, keywords of 1 to 79 letters.
    """
    height, width, channels = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPES[channels], 0, 0, 0)
    yield SIGNATURE + chunk(b"IHDR", header) + _text_chunks(texts or {})
    deflate = isal_zlib.compressobj(level)
    for band in _filtered_bands(pixels.reshape(height, width * channels)):
        data = deflate.compress(band)
        _rest_wide_registers()
        if data:
            yield chunk(b"IDAT", data)
    last = deflate.flush()
    _rest_wide_registers()
    yield chunk(b"IDAT", last)
    yield END


def write_png(file: BinaryIO, pixels: Pixels, *, level: int = 1, texts: Mapping[str, str] | None = None) -> int:
    """Write a PNG to ``file`` as `png_parts` makes it, and return how many bytes were written."""
    return sum(file.write(part) for part in png_parts(pixels, level=level, texts=texts))


def encode_png(pixels: Pixels, *, level: int = 1) -> bytes:
    """A whole PNG in memory; for small pictures and tests, see `write_png` for large ones."""
    return b"".join(png_parts(pixels, level=level))


def _rest_wide_registers() -> None:
    """Clear the upper halves of the processor's vector registers, which ISA-L leaves in use.

    Until something clears them, all older vector code of this thread (Skia's, for one) runs at a third of its
    speed on x86-64. numpy's own loops end with the instruction that does.
    """
    np.multiply(_WIDE, _WIDE, out=_WIDE)


def _text_chunks(texts: Mapping[str, str]) -> bytes:
    bodies = (key.encode("latin-1") + b"\0" + text.encode("latin-1") for key, text in texts.items())
    return b"".join(chunk(b"tEXt", body) for body in bodies)


def _filtered_bands(rows: npt.NDArray[np.uint8]) -> Iterator[npt.NDArray[np.uint8]]:
    """Bands of filtered rows, each row with its filter byte. A band's memory is used again for the next one."""
    height, stride = rows.shape
    band_rows = max(1, min(height, BAND_BYTES // (stride + 1)))
    band = np.empty((band_rows, 1 + stride), np.uint8)
    band[:, 0] = FILTER_UP
    for top in range(0, height, band_rows):
        count = min(band_rows, height - top)
        _subtract_row_above(rows, top, count, band[:count, 1:])
        yield band[:count].reshape(-1)


def _subtract_row_above(rows: npt.NDArray[np.uint8], top: int, count: int, out: npt.NDArray[np.uint8]) -> None:
    # The row above the first one counts as zeros.
    if top == 0:
        out[0] = rows[0]
        np.subtract(rows[1:count], rows[: count - 1], out=out[1:])
    else:
        np.subtract(rows[top : top + count], rows[top - 1 : top + count - 1], out=out)
