"""Psychedelic: bands of strong colour that ripple out from the picture, the words in a soft field of their own."""

from __future__ import annotations

import math
from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, curve, fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, from_oklch, to_oklch
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, stack
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import divide

BANDS = 15
KNOTS = 48


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The bands, the picture, the words."""
    zones = divide(page, below=True)
    tones = _tones(page)
    page.paint_ground(tones[0])
    heart = centre(zones.art)
    _paint_bands(page, heart, tones)
    yield 0.4, "ground"
    radius = min(zones.art.width, zones.art.height) * 0.4
    disc = page.palette.paper
    page.path(_ripple(heart, radius, page.chance.fork("disc"), 0.05), fill(disc))
    room = Box(heart[0] - radius * 0.8, heart[1] - radius * 0.74, radius * 1.6, radius * 1.48)
    paint_subject(page, room, (apart(tones[1], disc, 3), tones[2], tones[3]), pull=0.25)
    yield 0.7, "art"
    _paint_words(page, zones.words)
    yield 1.0, "text"


def _tones(page: Page) -> list[Colour]:
    """The palette with its chroma turned up."""
    loud = []
    for colour in (page.palette.field, page.palette.main, page.palette.accent, page.palette.second):
        lightness, chroma, hue = to_oklch(colour)
        loud.append(from_oklch(min(0.8, max(0.42, lightness)), max(0.15, chroma * 1.25), hue))
    return loud


def _ripple(heart: Point, radius: float, chance: Chance, swing: float) -> object:
    """A closed wavy line about a point; the same chance gives the same waves at any radius."""
    waves = [(chance.choice([3, 4, 5, 6, 7]), chance.uniform(0, 6.28), chance.uniform(0.4, 1.0)) for _ in range(3)]
    points = []
    for index in range(KNOTS):
        angle = index * 2 * math.pi / KNOTS
        reach = radius * (1 + swing * sum(a * math.sin(n * angle + p) for n, p, a in waves))
        points.append((heart[0] + reach * math.cos(angle), heart[1] + reach * math.sin(angle)))
    return curve(points, closed=True)


def _paint_bands(page: Page, heart: Point, tones: list[Colour]) -> None:
    reach = math.hypot(max(heart[0], page.width - heart[0]), max(heart[1], page.height - heart[1])) * 1.3
    for band in range(BANDS, 0, -1):
        share = band / BANDS
        chance = page.chance.fork("band")
        page.path(_ripple(heart, reach * share, chance, 0.05 + 0.06 * share), fill(tones[band % 4]))


def _paint_words(page: Page, words: Box) -> None:
    if words.height <= 0:
        return
    ground = page.palette.ink
    light = legible(ground, page.palette.paper)
    title = apart(page.palette.accent, ground, 5.0)
    manner = Manner("retro", ground, title, light, light, leading=1.02, biggest=page.measure * 0.2)
    room = inset(words, page.margin * 0.6, page.margin * 0.5)
    taken = stack(page.scene.texts, (room.width, room.height), manner)
    pad = page.margin * 0.75
    top = room.y + (room.height - taken.height) / 2
    width = min(words.width, taken.width + 2.6 * pad)
    block = Box(words.x + (words.width - width) / 2, top - pad, width, taken.height + 2 * pad)
    page.rectangle(block, fill(ground), min(block.height / 2, page.short * 0.09))
    put_inside(page.canvas, page.scene.texts, room, manner)
