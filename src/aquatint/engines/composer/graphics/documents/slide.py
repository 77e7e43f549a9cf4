"""Slides: a title with bullets, the picture of the topic in a field of its own; or a title alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.documents.led import BULLETS, fill_body, look_of
from aquatint.engines.composer.graphics.documents.opening import title_mark, title_slide
from aquatint.engines.composer.graphics.documents.rows import generous, groups_of
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.pictured import Picture, show_art, show_mark, show_things
from aquatint.engines.composer.graphics.information.theme import Theme
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

LARGEST = 0.06
"""Type size of bullets in measures, where they are many."""


def _paint_bullets(board: Board) -> None:
    groups = groups_of(board.sheet.entries)
    if groups:
        limit = generous(board, board.measure * LARGEST, len(board.sheet.entries))
        fill_body(board, groups, BULLETS, "bullet", limit, look_of(board, groups))


def _picture(page: Page, theme: Theme) -> Picture | None:
    """The slide's own picture, else its things, else the sign of what its title says."""
    scene = page.scene
    if scene.sheet is not None and scene.sheet.art:
        return show_art(page, scene.sheet.art)
    if scene.items:
        return show_things(page)
    # The bullets are not what the slide is about.
    mark = title_mark(scene)
    return show_mark(page, theme, mark) if mark else None


_bullets = board_layout(_paint_bullets, picture=_picture)


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """A slide with bullets, or a title slide when there are words for a title alone."""
    told = scene.sheet is not None and bool(scene.sheet.entries or scene.sheet.art)
    if scene.texts and not told and not scene.items:
        yield from title_slide(canvas, scene, size, chance)
    else:
        yield from _bullets(canvas, scene, size, chance)
