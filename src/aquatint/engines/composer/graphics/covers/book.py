"""Book covers: a full picture between title and author, a panel on a patterned cloth, or one block of colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import BLACK, Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, stack, type_mood
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import headline_and_rest, text_share
from aquatint.engines.composer.graphics.staged import paint_fade, paint_stage, staged, telling

MOODS = ("classic", "elegant", "poster", "modern", "slab", "gothic", "playful", "tech", "script", "hand")
FREE_MOODS = ("classic", "elegant", "poster", "modern", "slab")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """One of the three, as the scene allows."""
    scene = staged(page.scene)
    chance = page.chance.fork("book")
    full = scene is not None and (telling(scene) or chance.random() < 0.7)
    ways: list[Callable[[Page, str], Iterator[tuple[float, str]]]] = [_full] if full else [_panel, _block]
    yield from chance.choice(ways)(page, type_mood(page.scene, MOODS, page.chance.fork("type"), FREE_MOODS))


def _rooms(page: Page) -> tuple[Box, Box, Box]:
    """Room for the title at the top, for the rest at the foot, and for the picture between them."""
    head, rest = headline_and_rest(page)
    top = page.inner.height * max(0.2, text_share(head) * 0.9) if head else 0.0
    foot = page.inner.height * max(0.1, text_share(rest) * 0.55) if rest else 0.0
    gap = page.margin * 0.8
    inner = page.inner
    title = Box(inner.x, inner.y, inner.width, top)
    author = Box(inner.x, inner.y + inner.height - foot, inner.width, foot)
    art_top = inner.y + (top + gap if top else 0.0)
    art_end = author.y - (gap if foot else 0.0)
    return title, author, Box(inner.x, art_top, inner.width, max(1.0, art_end - art_top))


def _paint_author(page: Page, manner: Manner, author: Box) -> None:
    _, rest = headline_and_rest(page)
    small = Manner(
        manner.mood, manner.ground, manner.second, manner.second, manner.detail, ratio=1.7, tracking=0.1
    )
    put_inside(page.canvas, rest, author, small, stand=0.9, first=1)


def _full(page: Page, mood: str) -> Iterator[tuple[float, str]]:
    """The scene over the page; it sinks into a tone of the palette above and below."""
    palette = page.palette
    night = page.scene.time == "night" or page.chance.fork("tone").random() < 0.5
    field = mix(palette.ink, BLACK, 0.2) if night else palette.paper
    page.paint_ground(field)
    title, author, _ = _rooms(page)
    yield 0.1, "ground"
    scene = staged(page.scene) or page.scene
    manner = _manner(page, mood, field)
    head, rest = headline_and_rest(page)
    high = title.y + stack(head, (title.width, title.height), manner).height + page.margin if head else 0.0
    low = page.height - author.y + page.margin * 0.4 if rest else 0.0
    soft = page.short * 0.09
    top = max(0.0, high - soft * 0.2)
    paint_stage(page, Box(0.0, top, page.width, page.height - top - low * 0.75), scene)
    if high:
        paint_fade(page, Box(0, 0, page.width, high + soft), field, upwards=True, solid=high / (high + soft))
    if low:
        reach = low + soft
        paint_fade(page, Box(0, page.height - reach, page.width, reach), field, solid=low / reach)
    yield 0.7, scene.backdrop
    put_inside(page.canvas, head, title, manner, stand=0.0)
    _paint_author(page, manner, author)
    yield 1.0, "text"


def _manner(page: Page, mood: str, field: Colour) -> Manner:
    ink = legible(field, page.palette.ink, page.palette.paper)
    second = apart(page.palette.accent, field, 4.6)
    return Manner(mood, field, ink, second, ink, leading=1.04, biggest=page.measure * 0.17)


def _panel(page: Page, mood: str) -> Iterator[tuple[float, str]]:
    """Cloth with a small repeat, a framed panel of paper with everything on it."""
    palette = page.palette
    cloth = page.chance.fork("cloth").choice([palette.main, palette.field, palette.ink, palette.second])
    page.paint_ground(cloth)
    _paint_repeat(page, cloth)
    panel = inset(page.full, page.margin * 0.78)
    page.rectangle(panel, fill(palette.paper))
    page.rectangle(inset(panel, page.margin * 0.16), stroke(apart(cloth, palette.paper, 2), 2.6 * page.unit))
    yield 0.3, "ground"
    title, author, art = _rooms(page)
    title, author, art = (inset(box, page.margin * 0.55, 0.0) for box in (title, author, art))
    title, author = title._replace(y=title.y + page.margin * 0.4), author._replace(y=author.y - page.margin * 0.4)
    art = inset(art, art.width * 0.06, page.margin * 0.4)
    tones = (apart(palette.main, palette.paper, 3), palette.accent, palette.ink)
    paint_subject(page, art, tones, shadow=palette.soft)
    yield 0.7, "art"
    manner = _manner(page, mood, palette.paper)
    put_inside(page.canvas, headline_and_rest(page)[0], title, manner, stand=0.3)
    _paint_author(page, manner, author)
    yield 1.0, "text"


def _paint_repeat(page: Page, cloth: Colour) -> None:
    """A half-drop of leaves or diamonds."""
    tone = apart(mix(cloth, page.palette.paper, 0.22), cloth, 1.25)
    step = page.short * 0.055
    leaf = page.chance.fork("repeat").random() < 0.5
    repeat = skia.Path()
    for row in range(round(page.height / step) + 2):
        for column in range(round(page.width / step) + 2):
            x, y = (column + 0.5 * (row % 2)) * step, row * step
            if leaf:
                repeat.addPath(ornaments.leaf(x, y, step * 0.6, 60 if row % 2 else 120))
            else:
                repeat.addPath(ornaments.regular(x, y, step * 0.2, 4))
    page.path(repeat, fill(tone))


def _block(page: Page, mood: str) -> Iterator[tuple[float, str]]:
    """Two flat fields; the thing stands on their seam."""
    palette = page.palette
    first, second = page.chance.fork("fields").choice(
        [(palette.paper, palette.main), (palette.field, palette.ink), (palette.ink, palette.accent)]
    )
    title, author, art = _rooms(page)
    upper_field, lower_field = upper(page.full, (art.y + art.height * 0.62) / page.height)
    page.rectangle(upper_field, fill(first))
    page.rectangle(lower_field, fill(second))
    yield 0.3, "ground"
    radius = min(art.width, art.height) * 0.52
    middle = (art.x + art.width / 2, art.y + art.height * 0.5)
    page.circle(*middle, radius, fill(mix(palette.soft, palette.paper, 0.4)))
    room = Box(middle[0] - radius * 0.8, middle[1] - radius * 0.76, radius * 1.6, radius * 1.52)
    paint_subject(page, room, (palette.ink, palette.accent, palette.main), shadow=palette.ink)
    yield 0.7, "art"
    put_inside(page.canvas, headline_and_rest(page)[0], title, _manner(page, mood, first), stand=0.3)
    _paint_author(page, _manner(page, mood, second), author)
    yield 1.0, "text"
