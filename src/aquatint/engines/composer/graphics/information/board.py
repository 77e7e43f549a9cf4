"""The board: a page with its ground painted and its heading set, and the room that is left for the content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aquatint.engines.composer.art import find
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.information.heading import paint_heading
from aquatint.engines.composer.graphics.information.pictured import Picture, open_field, show_things
from aquatint.engines.composer.graphics.information.theme import GROUNDS, Theme, choose_theme
from aquatint.engines.composer.graphics.information.words import Voice
from aquatint.engines.composer.graphics.lettering import type_mood
from aquatint.engines.composer.graphics.page import Page, left, upper
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.graphics.picture import FLAT, paint_group
from aquatint.engines.composer.scene import Scene, Sheet
from aquatint.sizes import Size

QUIET = ("modern", "modern", "modern", "classic", "poster")
"""Moods of type that chance may choose."""
SAID = ("deco", "elegant", "hand", "playful", "comic", "slab", "retro", "tech", "pixel", "gothic")
"""Moods that only words choose."""


@dataclass(frozen=True, slots=True)
class Board:
    """One information layout in the making."""

    page: Page
    theme: Theme
    voice: Voice
    body: Box
    """What the heading leaves, inside the margins."""
    chance: Chance

    @property
    def sheet(self) -> Sheet:
        """The scene's sheet; an empty one if it has none."""
        return self.page.scene.sheet or Sheet()

    @property
    def measure(self) -> float:
        """What type and gaps are sized by, in pixels."""
        return self.page.measure

    @property
    def unit(self) -> float:
        """A thousandth of the measure."""
        return self.page.measure / 1000

    @property
    def label_size(self) -> float:
        """The largest type size of labels."""
        return self.page.measure * LABEL

    def picture(self, art: str, box: Box, name: str) -> bool:
        """Paint a drawing in the middle of a box; False when ``art`` names none. ``name`` seeds its chance."""
        if not art:
            return False
        drawing = find(art)
        height = min(box.height, box.width / drawing.aspect)
        width = height * drawing.aspect
        place = Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
        drawing.paint(self.page.canvas, place, Look(light=FLAT, chance=self.page.chance.fork("picture", name)))
        return True


LABEL = 0.058
"""Largest type size of labels, in measures."""
Painter = Callable[[Board], None]


def open_page(
    canvas: Any, scene: Scene, size: Size, chance: Chance, grounds: Sequence[str] = GROUNDS
) -> tuple[Page, Theme, Voice]:
    """A page with its ground painted, its colours and its faces."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    theme = choose_theme(scene, palette, chance.fork("theme"), grounds)
    voice = Voice(type_mood(scene, (*QUIET, *SAID), chance.fork("type"), QUIET))
    page.paint_ground(theme.ground)
    return page, theme, voice


def _tells(scene: Scene) -> bool:
    """Whether the scene has content; an empty layout shows its things in its middle by itself."""
    sheet, chart = scene.sheet or Sheet(), scene.chart
    return bool(sheet.entries or sheet.rows or sheet.month or chart is not None)


def paint_things(page: Page, body: Box) -> Box:
    """Paint the things of the scene at the foot of a body, or at the right of a wide one; returns the rest."""
    gap = page.measure * 0.04
    if body.width > 1.7 * body.height:
        rest, place = left(body, 0.8, gap)
    else:
        rest, place = upper(body, 0.8, gap)
    paint_group(page, place, light=FLAT)
    return rest


def _things(page: Page, theme: Theme) -> Picture | None:
    """The things of a scene with content."""
    return show_things(page) if page.scene.items and _tells(page.scene) else None


def board_layout(
    painter: Painter,
    *,
    headings: tuple[str, ...] = (),
    picture: Callable[[Page, Theme], Picture | None] = _things,
) -> Any:
    """A layout that sets a heading and then lets ``painter`` fill the rest.

    ``headings`` narrows its manners; ``picture`` says what stands in a field of its own, if anything does.
    """

    def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
        page, theme, voice = open_page(canvas, scene, size, chance)
        yield 0.1, "ground"
        shown = picture(page, theme)
        if shown is not None:
            page = open_field(page, theme, shown)
            yield 0.2, "picture"
        body = paint_heading(page, theme, voice, headings)
        yield 0.3, "title"
        board = Board(page, theme, voice, body, chance.fork("body"))
        painter(board)
        yield 1.0, scene.kind

    return paint
