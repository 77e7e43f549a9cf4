"""Logos: an emblem and a wordmark, in few colours, on white, on a colour or on nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import skia

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, luminance
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.emblem import paint_emblem
from aquatint.engines.composer.graphics.lettering import Manner, Stack, in_order, put, put_line, stack, type_mood
from aquatint.engines.composer.graphics.page import Page, inset, left, upper
from aquatint.engines.composer.graphics.palette import Palette, apart, choose_palette, legible
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

WIDE = 1.55
"""Width by height from which the wordmark stands beside the emblem."""
MOODS = ("modern", "classic", "deco", "elegant", "retro", "slab", "friendly", "tech", "script", "poster")
FREE_MOODS = ("modern", "classic", "elegant", "slab", "retro")


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground (none when transparent), emblem, wordmark."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    ground = WHITE if scene.transparent else _ground(page)
    if not scene.transparent:
        page.paint_ground(ground)
    yield 0.2, "ground"
    colours = _colours(palette, ground)
    mood = (
        type_mood(scene, MOODS, chance.fork("type"))
        if _names_mood(scene)
        else chance.fork("type").choice(FREE_MOODS)
    )
    second = legible(ground, colours[1], palette.second, palette.ink)
    manner = Manner(
        mood,
        ground,
        title=legible(ground, palette.ink, colours[0]),
        second=second,
        detail=palette.ink,
        align="left" if page.aspect > WIDE else "center",
        ratio=2.9,
        tracking=0.12,
        biggest=page.short * 0.19,
    )
    mark, words, pieces = _rooms(page, manner)
    _paint_mark(page, mark, colours, ground)
    yield 0.6, "art"
    put(canvas, pieces, words.x + (words.width / 2 if manner.align == "center" else 0), words.y, manner)
    yield 1.0, "text"


def _colours(palette: Palette, ground: Colour) -> tuple[Colour, Colour, Colour]:
    """The emblem's colours: its body, an accent, a third."""
    body = (
        palette.paper if luminance(ground) < 0.2 and palette.name != "asked" else apart(palette.main, ground, 4.5)
    )
    return body, apart(palette.accent, ground, 2.0), apart(palette.second, ground, 2.2)


def _names_mood(scene: Scene) -> bool:
    return any(faces.mood_of(word) in MOODS for word in (scene.mood, scene.style, *said(scene).split()))


def _ground(page: Page) -> Colour:
    """Mostly light; now and then the ink, or the field where the emblem stands out on it."""
    palette = page.palette
    if count_said(said(page.scene), ("dark", "black background", "on black", "night")):
        return palette.ink
    if count_said(said(page.scene), ("white background", "on white")):
        return WHITE
    return page.chance.fork("ground").choice([palette.paper, palette.paper, palette.paper, palette.ink])


def _rooms(page: Page, manner: Manner) -> tuple[Box, Box, Stack]:
    """Rooms for emblem and words, which are centred together: stacked, or side by side on wide pages."""
    texts = in_order(page.scene.texts)
    room = inset(page.inner, page.inner.width * 0.06, page.inner.height * 0.07)
    if not texts:
        return _square(inset(room, room.width * 0.08, room.height * 0.08)), room, Stack(())
    if manner.align == "left":
        mark, words = left(room, min(0.4, 0.8 * room.height / room.width), page.margin * 0.8)
        pieces = stack(texts, (words.width, words.height), manner)
        mark = _square(mark)
        shift = (words.width - pieces.width) / 2
        top = words.y + (words.height - pieces.height) / 2
        return mark._replace(x=mark.x + shift), Box(words.x + shift, top, words.width, pieces.height), pieces
    mark, words = upper(room, 0.62, page.margin * 0.8)
    pieces = stack(texts, (words.width, words.height), manner)
    mark = _square(mark)
    shift = (words.height - pieces.height) / 2
    mark = mark._replace(y=mark.y + shift)
    top = mark.y + mark.height + page.margin * 0.8
    return mark, Box(words.x, top, words.width, pieces.height), pieces


def _square(box: Box) -> Box:
    side = min(box.width, box.height)
    return Box(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side)


def _paint_mark(page: Page, box: Box, colours: Sequence[Colour], ground: Colour) -> None:
    """The emblem free, in a ring, or as a light figure on a solid shape."""
    words = said(page.scene)
    form = page.chance.fork("form").choice(["free", "free", "ring", "solid"])
    if count_said(words, ("badge", "round", "circle", "emblem", "seal", "crest")):
        form = "ring"
    if count_said(words, ("monogram", "initials")):
        _paint_monogram(page, box, colours, ground)
    elif form == "ring":
        x, y, radius = box.x + box.width / 2, box.y + box.height / 2, box.width / 2
        page.circle(x, y, radius * 0.97, stroke(colours[0], radius * 0.045))
        page.circle(x, y, radius * 0.88, stroke(colours[1], radius * 0.016))
        paint_emblem(page, inset(box, box.width * 0.22), colours)
    elif form == "solid":
        _paint_solid(page, box, colours[0])
        light = legible(colours[0], page.palette.paper, WHITE)
        paint_emblem(page, inset(box, box.width * 0.23), (light, apart(colours[1], colours[0], 1.9), light))
    else:
        paint_emblem(page, inset(box, box.width * 0.07), colours)


def _paint_solid(page: Page, box: Box, colour: Colour) -> None:
    form = page.chance.fork("solid").choice(["disc", "hexagon", "squircle"])
    x, y = box.x + box.width / 2, box.y + box.height / 2
    if form == "disc":
        page.circle(x, y, box.width / 2, fill(colour))
    elif form == "hexagon":
        page.path(ornaments.regular(x, y, box.width * 0.53, 6), _rounded(colour, box.width * 0.06))
    else:
        page.rectangle(box, fill(colour), box.width * 0.27)


def _rounded(colour: Colour, radius: float) -> Any:
    paint = fill(colour)
    paint.setPathEffect(skia.CornerPathEffect.Make(radius))
    return paint


def _paint_monogram(page: Page, box: Box, colours: Sequence[Colour], ground: Colour) -> None:
    """The initials of the name on a solid shape."""
    _paint_solid(page, box, colours[0])
    texts = in_order(page.scene.texts)
    initials = "".join(word[0] for word in texts[0].content.split()[:3]) if texts else ""
    if not initials:
        paint_emblem(page, inset(box, box.width * 0.24), (ground, colours[1]))
        return
    face = faces.face("display", "elegant")
    size = faces.fit_line(initials, face, box.width * 0.6, box.width * 0.6)
    middle = (box.x + box.width / 2, box.y + box.height / 2 + size * face.cap_height / 2)
    put_line(page.canvas, initials, face, size, middle, fill(legible(colours[0], page.palette.paper, ground)))
