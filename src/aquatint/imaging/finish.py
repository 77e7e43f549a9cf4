"""From what an engine drew to the file that is sent: the mask's promise, the background, encoding, metadata."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import numpy as np

from aquatint import __version__
from aquatint.errors import ServerError
from aquatint.imaging.alpha import is_opaque, on_white, with_alpha, without_alpha
from aquatint.imaging.codecs import encode
from aquatint.imaging.frame import Frame
from aquatint.imaging.metadata import embed, write_png_with_record
from aquatint.imaging.png import write_png
from aquatint.imaging.raster import Pixels
from aquatint.imaging.record import RecordTooLarge
from aquatint.sizes import Size
from aquatint.types import Background, ImageRequest, Notes

SOFTWARE = f"Aquatint {__version__}"
_PNG_TEXTS = {"Software": SOFTWARE}


def finish(pixels: Pixels, *, size: Size, frame: Frame | None, background: Background) -> Pixels:
    """The picture that is sent, from ``pixels`` as an engine made them, (H, W, 3 or 4) uint8 sRGB, straight alpha.

    Where the mask of ``frame`` keeps the source, its pixels are put back, colour and alpha, bit for bit.
    "opaque" gives RGB; "auto" and "transparent" give RGBA only if a pixel is not opaque, so that a picture never
    passes for transparent when nothing in it is. An opaque
    picture cannot hold see-through pixels: there, those that the mask keeps are the source over white too, and
    opaque ones still are the source bit for bit. The result may be ``pixels`` itself.

    Raises ServerError when the engine made another size than ``size``.
    """
    _check(pixels, size)
    if frame is not None and frame.masked:
        pixels = _keep(pixels, frame)
    if background == "opaque":
        return on_white(pixels)
    return without_alpha(pixels) if is_opaque(pixels) else pixels


def write_rendered(
    pixels: Pixels, request: ImageRequest, notes: Notes | None, path: Path
) -> tuple[int, Literal["transparent", "opaque"]]:
    """Encode finished ``pixels`` to ``path`` as ``request`` says, and return the bytes written and the background.

    ``notes`` go into the file's metadata as a record (software, version, engine, seed, plan); None, for previews,
    leaves it out. A plan that is too large for a record is left out too. JPEG flattens alpha on white. The
    background is "transparent" when the file has an alpha channel.

    PNG, and WebP at compression 100, hold ``pixels`` bit for bit; JPEG and other WebP are approximations, of what
    the mask keeps too.
    """
    if request.output_format == "jpeg":
        pixels = on_white(pixels)
    record = None if notes is None else record_of(notes)
    try:
        byte_count = _write(pixels, request, record, path)
    except RecordTooLarge:
        byte_count = _write(pixels, request, {**(record or {}), "plan": None}, path)
    return byte_count, "transparent" if pixels.shape[2] == 4 else "opaque"


def record_of(notes: Notes) -> dict[str, Any]:
    """What a picture's metadata says of how it was made."""
    return {
        "software": "Aquatint",
        "version": __version__,
        "engine": notes.engine,
        "seed": notes.seed,
        "plan": notes.plan,
    }


def _check(pixels: Pixels, size: Size) -> None:
    shapes = ((size.height, size.width, 3), (size.height, size.width, 4))
    if pixels.shape not in shapes or pixels.dtype != np.uint8:
        made = f"an array of {pixels.dtype} with shape {pixels.shape}"
        raise ServerError(f"The engine made {made} where a picture of {size} was ordered.")


def _keep(pixels: Pixels, frame: Frame) -> Pixels:
    """A copy of ``pixels`` as RGBA in which everything that may not change is the frame's."""
    canvas = with_alpha(pixels)
    # A pixel's four bytes move as one number.
    np.copyto(canvas.view(np.uint32), frame.pixels.view(np.uint32), where=~frame.editable[..., np.newaxis])
    return canvas


def _write(pixels: Pixels, request: ImageRequest, record: dict[str, Any] | None, path: Path) -> int:
    if request.output_format != "png":
        data = encode(pixels, request.output_format, request.output_compression)
        return path.write_bytes(data if record is None else embed(data, request.output_format, record))
    with path.open("wb") as file:
        if record is None:
            return write_png(file, pixels, texts=_PNG_TEXTS)
        return write_png_with_record(file, pixels, record, texts=_PNG_TEXTS)
