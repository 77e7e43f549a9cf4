"""Sheets on a desk of colour: what certificates, tickets, cards, badges, receipts and quotes share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import BLACK, Colour
from aquatint.engines.composer.graphics.information.board import Board, open_page
from aquatint.engines.composer.graphics.information.theme import LIGHT
from aquatint.engines.composer.graphics.lettering import Manner
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

Stages = Iterator[tuple[float, str]]


def open_sheet(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Board:
    """A page on a light ground, unless the words ask for a dark one."""
    page, theme, voice = open_page(canvas, scene, size, chance, LIGHT)
    return Board(page, theme, voice, page.inner, chance.fork("body"))


def manner_on(
    board: Board, ground: Colour, align: Any = "center", biggest: float = 0.1, ratio: float = 2.2
) -> Manner:
    """How words are set on a ground; ``biggest`` in short sides."""
    ink = board.theme.on(ground) if ground not in (board.theme.ground, board.theme.panel) else board.theme.ink
    quiet = board.theme.muted if ground in (board.theme.ground, board.theme.panel) else ink
    return Manner(
        board.voice.mood, ground, ink, ink, quiet, align=align, biggest=board.measure * biggest, ratio=ratio
    )


def paint_shadow(board: Board, box: Box, radius: float) -> None:
    """A soft shadow under a sheet."""
    lifted = box._replace(y=box.y + 8 * board.unit)
    board.page.rectangle(lifted, fill(BLACK, 0.22, blur=12 * board.unit), radius)


def fitted(box: Box, aspect: float) -> Box:
    """The largest box of an aspect in the middle of another."""
    width, height = min(box.width, box.height * aspect), min(box.height, box.width / aspect)
    return Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
