"""Continuing a picture beyond its edges."""

from __future__ import annotations

import numpy as np

from aquatint.engines.composer.edits.foreign.canvas import Box, Canvas, Work
from aquatint.engines.composer.edits.foreign.completing import complete
from aquatint.sizes import Size


def inner_box(source: Size, size: Size) -> Box:
    """Where a source lies on the canvas: as large as it fits, centred (see `aquatint.imaging.frame`)."""
    scale = min(size.width / source.width, size.height / source.height)
    width = min(max(round(source.width * scale), 1), size.width)
    height = min(max(round(source.height * scale), 1), size.height)
    left, top = (size.width - width) // 2, (size.height - height) // 2
    return Box(left, top, left + width, top + height)


def extend(canvas: Canvas, inner: Box) -> Work:
    """Fill everything outside ``inner`` with a continuation of what is inside; a clear border stays clear."""
    beyond = np.ones(canvas.editable.shape, np.bool_)
    beyond[inner.top : inner.bottom, inner.left : inner.right] = False
    edge = canvas.pixels[inner.top : inner.bottom, inner.left : inner.right, 3]
    if max(edge[0].max(), edge[-1].max(), edge[:, 0].max(), edge[:, -1].max()) > 0:
        yield from complete(canvas, beyond, beyond=True)
