"""Callers' pictures as drawings: cut out by their alpha, or whole in a frame.

They travel in plans as small WebP files. A plan comes from outside, so a file is decoded only as WebP, only when
its header says that it is small, and is known by the digest of its bytes.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia
from PIL import Image, UnidentifiedImageError

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import WHITE, Colour
from aquatint.engines.composer.drawing.surface import as_image
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.scene import Inset
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

LONGEST = 512
"""Pixels along the longer side that a plan keeps."""
TOTAL = 600_000
"""Characters of all pictures of a plan together."""
SHELF = 64
"""How many decoded pictures are kept at hand."""
MOUNT = 0.045
"""Width of a frame in longer sides of its picture."""
SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
_shelf: OrderedDict[str, Pictured] = OrderedDict()


class BrokenInset(KeyError):
    """A picture in a plan is not what a composer wrote."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A caller's picture. Follows `art.drawing.Drawing`."""

    image: Any
    source: str
    """The data of the `Inset`."""
    framed: bool

    @property
    def aspect(self) -> float:
        """Width divided by height, the frame included."""
        width, height = self.image.width(), self.image.height()
        edge = MOUNT * max(width, height) * self.framed
        return float((width + 2 * edge) / (height + 2 * edge))

    def paint(self, canvas: Any, box: Box, look: Look) -> None:
        """Paint into the box, in the colour of the light."""
        inner = self._inner(box)
        if self.framed:
            canvas.drawRect(skia.Rect.MakeXYWH(*box), fill(_lit(WHITE, look.light.ambient)))
        vector = vector_of(canvas)
        if vector is not None:
            vector.draw_symbol(self._svg(), inner, flip=look.flip and not self.framed)
            return
        paint = skia.Paint(AntiAlias=True, ColorFilter=_ambient(look.light.ambient))
        canvas.save()
        if look.flip and not self.framed:
            canvas.translate(2 * inner.x + inner.width, 0)
            canvas.scale(-1, 1)
        canvas.drawImageRect(self.image, skia.Rect.MakeXYWH(*inner), SMOOTH, paint)
        canvas.restore()

    def _inner(self, box: Box) -> Box:
        width, height = self.image.width(), self.image.height()
        edge = MOUNT * max(width, height) * self.framed
        scale = box.height / (height + 2 * edge)
        return Box(box.x + edge * scale, box.y + edge * scale, width * scale, height * scale)

    def _svg(self) -> str:
        width, height = self.image.width(), self.image.height()
        href = f"data:image/webp;base64,{self.source}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
            f'<image width="{width}" height="{height}" href="{href}"/></svg>'
        )


def _lit(colour: Colour, ambient: Colour) -> Colour:
    return Colour(*(a * b for a, b in zip(colour, ambient, strict=True)))


def _ambient(ambient: Colour) -> Any:
    r, g, b = ambient
    return skia.ColorFilters.Matrix([r, 0, 0, 0, 0, 0, g, 0, 0, 0, 0, 0, b, 0, 0, 0, 0, 0, 1, 0])


def encode(pixels: Pixels, *, framed: bool, budget: int) -> Inset | None:
    """The picture as a plan keeps it, in at most ``budget`` characters; None where it does not go in.

    ``pixels`` is (H, W, 3 or 4) sRGB with straight alpha; empty edges of a cut-out are trimmed.
    """
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    if not framed and pixels.shape[2] == 4 and (solid := picture.getchannel("A").getbbox()):
        picture = picture.crop(solid)
    for side, quality in ((LONGEST, 90), (LONGEST, 75), (384, 70), (256, 60), (160, 50)):
        small = picture.copy()
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        file = io.BytesIO()
        small.save(file, "WEBP", quality=quality, method=4, exact=False)
        data = base64.b64encode(file.getvalue()).decode("ascii")
        if len(data) <= budget:
            return Inset(id=_id(data), data=data, framed=framed)
    return None


def _id(data: str) -> str:
    return f"picture:{hashlib.sha256(data.encode()).hexdigest()[:24]}"


def shelve(pictures: Sequence[Inset]) -> None:
    """Have the pictures of a scene at hand for `find`. Raises `BrokenInset` for what was not written here."""
    if sum(len(each.data) for each in pictures) > TOTAL:
        raise BrokenInset("too large")
    for each in pictures:
        if each.id in _shelf:
            _shelf.move_to_end(each.id)
            continue
        if each.id != _id(each.data):
            raise BrokenInset(each.id)
        _shelf[each.id] = Pictured(as_image(_decoded(each.data)), each.data, each.framed)
    while len(_shelf) > SHELF:
        _shelf.popitem(last=False)


def _decoded(data: str) -> Pixels:
    try:
        with Image.open(io.BytesIO(base64.b64decode(data, validate=True)), formats=["WEBP"]) as file:
            size = Size(*file.size)
            if max(size.width, size.height) > LONGEST or getattr(file, "n_frames", 1) != 1:
                raise BrokenInset("size")
            return np.ascontiguousarray(np.asarray(file.convert("RGBA")))
    except (binascii.Error, UnidentifiedImageError, OSError, ValueError) as error:
        raise BrokenInset("data") from error


def find_picture(name: str) -> Pictured:
    """The picture of a scene that was put on the shelf, by the digest in its id. Raises KeyError."""
    return _shelf[f"picture:{name}"]


def picture_names() -> list[str]:
    """Callers' pictures belong to their scenes and are not listed."""
    return []
