"""Words on a plate of their own, for pictures that are busy everywhere."""

from __future__ import annotations

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put, stack
from aquatint.engines.composer.graphics.page import Page, centre
from aquatint.engines.composer.graphics.palette import legible


def paint_label(page: Page) -> None:
    """Words that were asked for, on a plate in the middle."""
    texts = in_order(page.scene.texts)
    if not texts:
        return
    plate_colour = page.palette.paper
    dark = legible(plate_colour, page.palette.ink)
    manner = Manner("classic", plate_colour, dark, dark, dark, biggest=page.measure * 0.12)
    room = page.inner.width * 0.6, page.inner.height * 0.5
    pieces = stack(texts, room, manner)
    pad = page.margin * 0.7
    x, y = centre(page.full)
    page.rectangle(
        Box(
            x - pieces.width / 2 - pad,
            y - pieces.height / 2 - pad,
            pieces.width + 2 * pad,
            pieces.height + 2 * pad,
        ),
        fill(plate_colour),
        pad * 0.4,
    )
    put(page.canvas, pieces, x, y - pieces.height / 2, manner)
