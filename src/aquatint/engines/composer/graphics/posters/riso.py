"""Risograph: two spot inks that overprint, a dot screen, the picture in one ink, a little out of register."""

from __future__ import annotations

from collections.abc import Iterator

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, filtered
from aquatint.engines.composer.drawing.colour import Colour, shift
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.figure import paint_figure
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.marks import find_mark, paint_mark
from aquatint.engines.composer.graphics.page import Page, centre, inset
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.graphics.picture import FLAT, duotone, paint_group
from aquatint.engines.composer.graphics.posters.zones import divide
from aquatint.engines.composer.graphics.scenery import has_place, paint_scenery


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Paper, blocks of the light ink, the picture in the dark ink, the words."""
    palette = page.palette
    page.paint_ground(palette.paper)
    light = apart(palette.accent, palette.paper, 1.5)
    dark = apart(palette.ink if page.scene.items else palette.main, palette.paper, 6)
    zones = divide(page, below=page.chance.fork("order").random() < 0.35)
    _paint_blocks(page, zones.art, light)
    yield 0.4, "ground"
    _print_picture(page, zones.art, dark)
    yield 0.75, "art"
    manner = Manner(
        "poster", palette.paper, dark, apart(light, palette.paper, 4.5), dark, align="left", leading=0.98
    )
    put_inside(page.canvas, page.scene.texts, zones.words, manner, stand=0.5)
    yield 1.0, "text"


def _over(colour: Colour, alpha: float = 1.0) -> object:
    """An ink that darkens what lies under it."""
    return fill(colour, alpha, blend=skia.BlendMode.kMultiply)


def _paint_blocks(page: Page, box: Box, light: Colour) -> None:
    """A disc and a block of the light ink, and a screen of the third tone."""
    chance = page.chance.fork("blocks")
    x, y = centre(box)
    radius = min(box.width, box.height) * 0.46
    block = inset(box, box.width * 0.02, box.height * 0.06)
    side = chance.choice([-1, 1])
    half = block._replace(width=block.width * 0.62, x=block.x + (block.width * 0.38 if side > 0 else 0))
    tint = shift(page.palette.soft, chroma=1.1)
    page.rectangle(half, _over(tint))
    screen = ornaments.dots(half, page.short * 0.016, (0.46, 0.12) if side > 0 else (0.12, 0.46))
    page.canvas.save()
    page.clip(half)
    page.path(screen, _over(light, 0.75))
    page.canvas.restore()
    page.circle(x - side * box.width * 0.06, y, radius, _over(light))


def _print_picture(page: Page, box: Box, dark: Colour) -> None:
    if has_place(page.scene):
        page.canvas.saveLayer(skia.Rect.MakeXYWH(*box), duotone(dark))
        paint_scenery(page, inset(box, box.width * 0.08, box.height * 0.08))
        page.canvas.restore()
        return
    x, y = centre(box)
    size = min(box.width, box.height) * 0.88
    room = Box(x - size * 0.56, y - size / 2, size * 1.12, size)
    if not page.scene.items:
        name = find_mark(page.scene)
        if name:
            paint_mark(page.canvas, name, inset(room, size * 0.2), (dark, page.palette.paper))
        else:
            paint_figure(page.canvas, inset(room, size * 0.2), (dark,), page.chance.fork("figure"))
        return
    slip = 4 * page.unit
    page.canvas.save()
    page.canvas.translate(slip, slip)
    paint_group(page, room, light=FLAT, coat=lambda: _whitened())
    page.canvas.restore()
    paint_group(page, room, light=FLAT, coat=lambda: duotone(dark))


def _whitened() -> object:
    """A layer paint that lets the paper through under the picture, so that its lights stay light."""
    return filtered([0, 0, 0, 0, 1, 0, 0, 0, 0, 0.985, 0, 0, 0, 0, 0.95, 0, 0, 0, 0.62, 0])
