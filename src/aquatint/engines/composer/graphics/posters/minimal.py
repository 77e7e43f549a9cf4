"""Minimal: one flat ground, one thing, huge type and a lot of air."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import mix
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import divide


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """A ground, one thing on a quiet disc, the words."""
    palette = page.palette
    ground = page.ground(palette.paper, palette.field, palette.soft)
    page.paint_ground(ground)
    yield 0.2, "ground"
    zones = divide(page, below=page.chance.fork("order").random() < 0.6)
    x, y = centre(zones.art)
    radius = min(zones.art.width, zones.art.height) * 0.46
    disc = mix(ground, palette.accent if page.scene.items else palette.main, 0.24)
    page.circle(x, y, radius, fill(disc))
    room = Box(x - radius * 0.95, y - radius * 0.9, radius * 1.9, radius * 1.72)
    tones = (apart(palette.main, disc, 3), apart(palette.accent, disc, 1.8), palette.ink)
    paint_subject(page, room, tones, shadow=mix(disc, palette.ink, 0.8))
    yield 0.7, "art"
    dark = legible(ground, palette.ink, palette.paper)
    manner = Manner("modern", ground, dark, palette.second, dark, leading=1.0, biggest=page.measure * 0.26)
    put_inside(page.canvas, page.scene.texts, zones.words, manner, stand=0.5)
    yield 1.0, "text"
