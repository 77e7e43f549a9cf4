"""A party: bunting above, balloons at both sides, confetti, the picture on a table below the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics import ornaments, party
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.lettering import Manner, count_words
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.picture import paint_group, paint_pool
from aquatint.engines.composer.scene import Item

CAKE = Item(id="cake", noun="cake", word="cake", art="noto:birthday-cake")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground with rays and confetti, the table and the balloons, the words."""
    palette = page.palette
    ground = palette.ground or mix(palette.paper, palette.field, 0.4)
    balloons = [item for item in page.scene.items if "balloon" in item.noun]
    things = [item for item in page.scene.items if item not in balloons]
    words, art = _rooms(page)
    _paint_ground(page, ground, words)
    yield 0.3, "ground"
    _paint_table(page, art, things)
    _paint_balloons(page, words, art, balloons)
    yield 0.75, "art"
    manner = Manner(
        "birthday", ground, apart(palette.main, ground, 5), apart(palette.second, ground, 5),
        legible(ground, palette.ink),
        ratio=2.1, leading=1.12,
    )  # fmt: skip
    if _long(page):
        page.rectangle(inset(words, -page.margin * 0.4), fill(ground), page.margin * 0.4)
    paint_words(page, words, manner, accent=palette.accent)
    yield 1.0, "text"


def _rooms(page: Page) -> tuple[Box, Box]:
    """Words in the clear middle above, the picture below; on wide pages the picture stands at the right."""
    inner = page.inner
    if page.aspect > 1.5:
        words = _part(inner, 0.12, 0.13, 0.44, 0.6)
        return words, _part(inner, 0.53, 0.2, 0.42, 0.8)
    if _long(page):
        return _part(inner, 0.04, 0.13, 0.92, 0.5), _part(inner, 0.0, 0.68, 1.0, 0.3)
    side = 0.17 if page.aspect > 0.8 else 0.14
    return _part(inner, side, 0.09, 1 - 2 * side, 0.47), _part(inner, 0.0, 0.58, 1.0, 0.4)


def _long(page: Page) -> bool:
    """Whether there is too much to read for words between balloons."""
    return count_words(page.scene.texts) > 14


def _part(box: Box, x: float, y: float, width: float, height: float) -> Box:
    """A part of a box, in shares of it."""
    return Box(box.x + box.width * x, box.y + box.height * y, box.width * width, box.height * height)


def _paint_ground(page: Page, ground: Colour, words: Box) -> None:
    palette = page.palette
    page.paint_ground(ground)
    heart = (words.x + words.width / 2, words.y + words.height / 2)
    page.path(ornaments.rays(*heart, page.width + page.height, 20), fill(palette.paper, 0.55))
    edge = page.short * 0.058
    lines = 2 if page.aspect > 1.2 else 1
    colours = [palette.main, palette.soft, palette.second, palette.accent]
    for line in range(lines):
        x0, x1 = page.width * line / lines, page.width * (line + 1) / lines
        party.bunting(page.canvas, (x0, -0.1 * edge), (x1, -0.1 * edge), page.short * 0.06, edge, colours)
    chance = page.chance.fork("confetti")
    scraps = Box(0, page.height * 0.1, page.width, page.height * 0.62)
    inner = inset(words, -page.margin * 0.3)
    _strew(page, scraps, inner, chance.randrange(2**30))


def _strew(page: Page, box: Box, clear: Box, seed: int) -> None:
    """Confetti everywhere but where the words go."""
    palette = page.palette
    chance = page.chance.fork("scraps", seed)
    count = round(70 * max(page.aspect, 1 / page.aspect) ** 0.5)
    page.canvas.save()
    page.canvas.clipRect(skia.Rect.MakeXYWH(*clear), skia.ClipOp.kDifference, True)
    colours = [shift(colour, lightness=0.04) for colour in palette.lively]
    party.confetti(page.canvas, box, count, page.short * 0.017, colours, chance)
    page.canvas.restore()


def _paint_table(page: Page, art: Box, things: Sequence[Item]) -> None:
    palette = page.palette
    top = page.height - (page.height - art.y) * 0.26
    cloth = linear(
        (0, top), (0, page.height), [(0, palette.main, 1), (1, shift(palette.main, lightness=-0.08), 1)]
    )
    page.rectangle(Box(0, top, page.width, page.height - top), fill(shader=cloth))
    page.rectangle(Box(0, top, page.width, 5 * page.unit), fill(shift(palette.main, lightness=0.08)))
    stand = Box(
        art.x + art.width * 0.16, art.y, art.width * 0.68, page.height - (page.height - top) * 0.38 - art.y
    )
    shade = shift(palette.main, lightness=-0.3)
    boxes = paint_group(page, stand, items=things or [CAKE], shadow=shade)
    if not any("gift" in item.noun or "present" in item.noun for item in things):
        _paint_presents(page, top, (min(box.x for box in boxes), max(box.x + box.width for box in boxes)))


def _paint_presents(page: Page, top: float, taken: tuple[float, float]) -> None:
    """A present at each side, where there is room."""
    palette = page.palette
    foot = page.height - (page.height - top) * 0.34
    for index, side in enumerate((0, 1)):
        room = (taken[0] - page.margin * 0.6, page.width - taken[1] - page.margin * 0.6)[side] - page.margin * 0.5
        size = min(room, page.short * 0.15)
        if size < page.short * 0.06:
            continue
        x = taken[0] - page.margin * 0.6 - size if side == 0 else taken[1] + page.margin * 0.6
        tall = size * (1.0 + 0.15 * index)
        box = Box(x, foot - tall, size, tall)
        paint_pool(page, box, 1.0, shift(palette.main, lightness=-0.3))
        party.present(page.canvas, box, (palette.second, palette.soft)[index], palette.accent)


def _paint_balloons(page: Page, words: Box, art: Box, asked: Sequence[Item]) -> None:
    chance = page.chance.fork("balloons")
    palette = page.palette
    count = sum(item.count for item in asked) if asked else 6
    colours = [Colour.of(item.colour) if item.colour else None for item in asked for _ in range(item.count)]
    lively = [palette.main, palette.soft, palette.accent, palette.second]
    gutter = max(words.x, page.margin * 2.2)
    size = min(gutter * 0.9, page.short * 0.19, (page.height * 1.2) / max(3, (count + 1) // 2))
    for index in range(count):
        own = chance.fork(index)
        side, row, rows = index % 2, index // 2, (count + 1) // 2
        x = gutter * (own.uniform(0.38, 0.43) if (row + side) % 2 else own.uniform(0.5, 0.56))
        y = (
            page.height * (0.17 + 0.50 * (row + own.uniform(-0.06, 0.06)) / max(1, rows - 0.5))
            + size * 0.25 * side
        )
        colour = (colours[index] if asked else None) or lively[(index + side) % 4]
        party.balloon(page.canvas, page.width - x if side else x, y, own.vary(size, 0.12), colour, own)
