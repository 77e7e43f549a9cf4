"""Cinema: the scene over the whole page, sinking into ink where the words stand; wide quiet capitals."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import BLACK, Colour, from_oklch, mix, to_oklch
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, stack, type_mood
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import text_share
from aquatint.engines.composer.graphics.staged import paint_fade, paint_stage, staged

MOODS = ("poster", "elegant", "modern", "tech", "slab")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The scene, the fade, the words."""
    ink = _ink(page)
    texts = page.scene.texts
    page.paint_ground(ink)
    yield 0.1, "ground"
    mood = type_mood(page.scene, MOODS, page.chance.fork("type"))
    title = legible(ink, page.palette.paper)
    second = apart(page.palette.accent, ink, 4.6)
    manner = Manner(
        mood, ink, title, second, title, leading=1.04, ratio=3.0, tracking=0.14, biggest=page.measure * 0.17
    )
    share = max(0.2, text_share(list(texts))) if texts else 0.0
    at_top = page.chance.fork("order").random() < 0.25
    room = _words(page, share, at_top)
    taken = stack(texts, (room.width, room.height), manner).height
    solid = taken + page.margin * 1.7 if texts else 0.0
    _paint_picture(page, solid, at_top)
    yield 0.6, page.scene.backdrop
    if texts:
        _paint_field(page, solid, at_top, ink)
        put_inside(page.canvas, texts, room, manner, stand=0.0 if at_top else 1.0)
    if page.chance.fork("rim").random() < 0.4:
        rim = page.margin * 0.35
        page.rectangle(
            Box(rim, rim, page.width - 2 * rim, page.height - 2 * rim), stroke(title, 1.6 * page.unit, 0.7)
        )
    yield 1.0, "text"


def _ink(page: Page) -> Colour:
    """A near-black that leans towards the palette."""
    _, chroma, hue = to_oklch(page.palette.ink)
    return mix(from_oklch(0.16, min(chroma, 0.05), hue), BLACK, 0.15)


def _words(page: Page, share: float, at_top: bool) -> Box:
    height = page.inner.height * share
    top = page.margin if at_top else page.height - page.margin - height
    return Box(page.inner.x, top, page.inner.width, height)


def _paint_picture(page: Page, solid: float, at_top: bool) -> None:
    """The scene as far as the words let it show, and a little beyond."""
    height = page.height - solid * 0.82
    box = Box(0.0, page.height - height if at_top else 0.0, page.width, height)
    scene = staged(page.scene)
    if scene is not None:
        paint_stage(page, box, scene)
        return
    page.rectangle(box, fill(page.palette.field))
    pad = page.short * 0.1
    room = Box(box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad)
    paint_subject(
        page, room, (page.palette.paper, page.palette.accent, page.palette.main), shadow=page.palette.ink
    )


def _paint_field(page: Page, solid: float, at_top: bool, ink: Colour) -> None:
    reach = solid + page.short * 0.2
    box = Box(0.0, 0.0 if at_top else page.height - reach, page.width, reach)
    paint_fade(page, box, ink, upwards=at_top, solid=solid / reach)
