"""Split: half the page is a flat field with flush type, the other half the scene or the thing, cut hard."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, type_mood
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre, inset, left, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import text_share
from aquatint.engines.composer.graphics.staged import paint_stage, staged, telling

MOODS = ("modern", "slab", "poster", "retro", "classic")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The two halves, the picture, the words."""
    palette = page.palette
    picture, words = _halves(page)
    field = page.ground(palette.ink, palette.main, palette.paper, palette.field, name="field")
    page.paint_ground(field)
    yield 0.2, "ground"
    _paint_picture(page, picture, field)
    yield 0.7, "art"
    title = legible(field, palette.paper, palette.ink)
    second = apart(palette.accent, field, 4.6)
    mood = type_mood(page.scene, MOODS, page.chance.fork("type"))
    manner = Manner(mood, field, title, second, title, align="left", leading=1.0, biggest=page.measure * 0.2)
    put_inside(
        page.canvas, page.scene.texts, words, manner, stand=page.chance.fork("stand").choice([0.0, 0.5, 1.0])
    )
    yield 1.0, "text"


def _halves(page: Page) -> tuple[Box, Box]:
    """Room for the picture, to the edges of the page, and for the words, within its margins."""
    if not page.scene.texts:
        return page.full, page.full
    share = 1 - max(0.34, min(0.6, text_share(list(page.scene.texts)) * 1.1))
    other = page.chance.fork("side").random() < 0.5
    if page.aspect > 1.15:
        share = min(share, 0.52)
        first, second = left(page.full, 1 - share if other else share)
    else:
        first, second = upper(page.full, 1 - share if other else share)
    picture, words = (second, first) if other else (first, second)
    return picture, inset(words, page.margin)


def _paint_picture(page: Page, box: Box, field: Colour) -> None:
    scene = staged(page.scene)
    if scene is not None and (telling(scene) or page.chance.fork("scene").random() < 0.75):
        paint_stage(page, box, scene)
        return
    palette = page.palette
    ground = apart(mix(palette.soft, palette.accent, 0.25), field, 1.35)
    page.rectangle(box, fill(ground))
    x, y = centre(box)
    radius = min(box.width, box.height) * 0.4
    page.canvas.save()
    page.clip(box)
    form = page.chance.fork("form").choice(["disc", "arch", "rays"])
    tone = apart(palette.accent, ground, 1.3)
    if form == "disc":
        page.circle(x, y, radius, fill(tone))
    elif form == "arch":
        page.path(ornaments.arch(Box(x - radius, y - radius, 2 * radius, box.height)), fill(tone))
    else:
        page.path(ornaments.rays(x, y, box.width + box.height, 20), fill(tone, 0.5))
    page.canvas.restore()
    room = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    tones = (legible(ground, palette.ink), palette.main, palette.paper)
    paint_subject(page, room, tones, shadow=mix(ground, palette.ink, 0.7))
