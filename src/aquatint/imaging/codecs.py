"""Decoding what comes in, within bounds, and encoding JPEG and WebP. PNG is written by `png`.

Embedded colour profiles are not applied: the numbers in the file are taken as sRGB, so that a picture that
goes through unchanged comes out unchanged.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import numpy as np
from PIL import ExifTags, Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from aquatint.errors import InvalidImageFile
from aquatint.imaging import webp_chunks
from aquatint.imaging.metadata import extract
from aquatint.imaging.raster import Pixels, Raster
from aquatint.imaging.sniff import sniff
from aquatint.types import OutputFormat

MAX_PIXELS = 64_000_000
"""More than the largest phone cameras make; 256 MB as RGBA."""
_MOST_SCANS = 100
"""A progressive JPEG has about ten scans. Each costs a pass over the whole picture, at almost no bytes."""
_START_OF_SCAN = b"\xff\xda"
_FULL_COLOUR_QUALITY = 90
"""From this quality on JPEG keeps colour at full resolution (4:4:4)."""

_READERS: dict[OutputFormat, type[ImageFile.ImageFile]] = {
    "png": PngImagePlugin.PngImageFile,
    "jpeg": JpegImagePlugin.JpegImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture of this Exif orientation upright."""


class _Refused(Exception):
    """The file is not one that is decoded here."""


def read_picture(path: Path, label: str, *, max_pixels: int = MAX_PIXELS) -> Raster:
    """Decode the still PNG, JPEG or WebP at ``path``, upright, as 8-bit RGB or RGBA, with the plan it carries.

    The size is checked before anything is decoded. 16-bit values lose their low byte; 8-bit RGB and RGBA come
    through bit for bit. Raises `InvalidImageFile`, which calls the file ``label``, for everything else: other
    formats whatever their name says, broken and cut files, animations, more than ``max_pixels`` pixels.
    """
    return decode_picture(path.read_bytes(), label, max_pixels=max_pixels)


def decode_picture(data: bytes, label: str, *, max_pixels: int = MAX_PIXELS) -> Raster:
    """As `read_picture`, for a file in memory."""
    file_format = sniff(data)
    if file_format is None:
        raise InvalidImageFile(label)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pixels = _decode(data, file_format, max_pixels)
    # Pillow raises OSError, ValueError, SyntaxError, struct.error, KeyError and more for broken files.
    except Exception as cause:
        raise InvalidImageFile(label) from cause
    return Raster(pixels, _plan(data, file_format))


def encode(pixels: Pixels, output_format: OutputFormat, compression: int) -> bytes:
    """``pixels`` as a JPEG or WebP file; ``compression`` is the quality, 0..100.

    JPEG has no alpha: give RGB. From 90 on it keeps colour at full resolution. WebP at 100 is lossless, clear
    pixels' colours included, so that nothing at all is lost at the highest setting; below, alpha stays exact.
    """
    file = io.BytesIO()
    image = Image.fromarray(pixels)
    if output_format == "jpeg":
        subsampling = "4:4:4" if compression >= _FULL_COLOUR_QUALITY else "4:2:0"
        image.save(file, "JPEG", quality=compression, subsampling=subsampling)
    elif compression == 100:
        # Quality is effort here. One step of method more takes 4 to 10 times as long and saves a fifth.
        image.save(file, "WEBP", lossless=True, quality=0, method=0, exact=True)
    else:
        image.save(file, "WEBP", quality=compression, method=2)
    return file.getvalue()


def _decode(data: bytes, file_format: OutputFormat, max_pixels: int) -> Pixels:
    _check_before_opening(data, file_format, max_pixels)
    with _READERS[file_format](io.BytesIO(data)) as image:
        if image.width * image.height > max_pixels or getattr(image, "n_frames", 1) > 1:
            raise _Refused
        image.load()
        return _pixels(_upright(image))


def _check_before_opening(data: bytes, file_format: OutputFormat, max_pixels: int) -> None:
    """What must be known before Pillow opens the file: its WebP reader makes room for the picture at once."""
    if file_format == "webp":
        canvas = webp_chunks.read_canvas(data)
        if canvas.animated or canvas.size.pixels > max_pixels:
            raise _Refused
    elif file_format == "jpeg" and data.count(_START_OF_SCAN) > _MOST_SCANS:
        raise _Refused


def _upright(image: Image.Image) -> Image.Image:
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation)
    # A picture is fine without its Exif block, and there are many ways for one to be broken.
    except Exception:
        return image
    method = _UPRIGHT.get(orientation) if isinstance(orientation, int) else None
    return image if method is None else image.transpose(method)


def _pixels(image: Image.Image) -> Pixels:
    if image.mode.startswith("I"):
        return _from_grey_16(image)
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return np.array(image if image.mode == mode else image.convert(mode))


def _from_grey_16(image: Image.Image) -> Pixels:
    """16-bit grey, perhaps with one value that counts as clear."""
    values = np.asarray(image).astype(np.uint16)
    grey = (values >> 8).astype(np.uint8)
    clear = image.info.get("transparency")
    if clear is None:
        return np.stack((grey, grey, grey), axis=-1)
    alpha = np.where(values == clear, 0, 255).astype(np.uint8)
    return np.stack((grey, grey, grey, alpha), axis=-1)


def _plan(data: bytes, file_format: OutputFormat) -> dict[str, object] | None:
    record = extract(data, file_format)
    plan = record.get("plan") if record else None
    return plan if isinstance(plan, dict) else None
