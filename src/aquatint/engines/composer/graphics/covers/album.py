"""Album covers: the picture is all, the words small in a corner or on a strip; without things an abstract."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.abstracts import bauhaus, circles, flow, strata
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, stack, type_mood
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.staged import paint_stage, staged

MOODS = ("modern", "poster", "classic", "retro", "hand", "gothic", "tech", "script")
STRIP = 0.24
"""Largest height of the strip, of the page."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The picture to the edges, then the strip or the frame with the words."""
    framed = page.chance.fork("frame").random() < 0.4
    texts = page.scene.texts
    ground = page.ground(page.palette.ink, page.palette.paper)
    dark = legible(ground, page.palette.ink, page.palette.paper)
    mood = type_mood(page.scene, MOODS, page.chance.fork("type"), MOODS[:4])
    manner = Manner(
        mood,
        ground,
        dark,
        apart(page.palette.accent, ground, 4.6),
        dark,
        align="left",
        ratio=1.8,
        biggest=page.measure * 0.09,
    )
    room = (page.inner.width, page.height * STRIP)
    taken = stack(texts, room, manner).height + page.margin * 1.5 if texts else 0.0
    page.paint_ground(ground)
    yield 0.1, "ground"
    picture = Box(0.0, 0.0, page.width, page.height - taken)
    if framed:
        edge = page.margin if texts else page.margin * 0.8
        picture = Box(edge, edge, page.width - 2 * edge, page.height - edge - max(edge, taken))
    _paint_picture(page, picture)
    yield 0.8, "art"
    foot = Box(page.inner.x, page.height - taken + page.margin * 0.5, page.inner.width, taken - page.margin * 1.5)
    if texts:
        put_inside(page.canvas, texts, foot, manner, stand=0.5)
    yield 1.0, "text"


def _paint_picture(page: Page, box: Box) -> None:
    scene = staged(page.scene)
    if scene is not None:
        paint_stage(page, box, scene)
        return
    page.canvas.save()
    page.clip(box)
    if page.scene.items:
        _paint_things(page, box)
    else:
        way = page.chance.fork("abstract").choice([flow, circles, bauhaus, strata])
        for _ in way.paint(page):
            pass
    page.canvas.restore()


def _paint_things(page: Page, box: Box) -> None:
    """The things on rings of the palette that fill the picture."""
    palette = page.palette
    x, y = box.x + box.width / 2, box.y + box.height / 2
    tones: list[Colour] = [palette.field, palette.main, palette.second, palette.accent, palette.soft]
    reach = max(box.width, box.height) * 0.75
    start = page.chance.fork("rings").randrange(5)
    for ring in range(7, 0, -1):
        page.circle(x, y, reach * ring / 7, fill(tones[(ring + start) % 5]))
    inner = tones[(1 + start) % 5]
    page.circle(x, y, reach * 0.5, fill(mix(inner, palette.paper, 0.55)))
    room = inset(box, box.width * 0.2, box.height * 0.16)
    paint_subject(page, room, (palette.ink, palette.accent, palette.main), shadow=palette.ink)
