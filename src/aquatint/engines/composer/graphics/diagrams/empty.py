"""What a layout shows when the prompt gives it nothing to tell: the things that it names, or an empty panel."""

from __future__ import annotations

from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.graphics.picture import FLAT


def paint_empty(board: Board) -> None:
    """A panel with the things of the scene, or with nothing."""
    board.page.rectangle(board.body, fill(board.theme.panel), board.measure * 0.02)
    inner = inset(board.body, board.body.width * 0.12, board.body.height * 0.12)
    colours = [apart(board.theme.tone(index), board.theme.panel, 2.0) for index in range(3)]
    paint_subject(board.page, inner, colours, light=FLAT, figure=False)
