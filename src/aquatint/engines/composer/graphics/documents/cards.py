"""Business cards and name badges."""

from __future__ import annotations

from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.documents.sheets import Stages, fitted, manner_on, open_sheet, paint_shadow
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.lettering import in_order, put_inside
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.graphics.picture import FLAT, paint_group
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size


def paint_business_card(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A card: a field of colour on one side, the name and its lines on the other."""
    board = open_sheet(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    page.paint_ground(page.palette.ground or theme.pale(theme.tone(0), 0.3))
    yield 0.1, "ground"
    card = fitted(page.inner, 1.72 if page.aspect >= 1 else 0.62)
    paint_shadow(board, card, 0)
    page.rectangle(card, fill(theme.panel))
    wide = card.width > card.height
    form = board.chance.fork("card").choice(["side", "line", "corner"])
    if scene.items:
        form = "side"
    side = card._replace(width=card.width * 0.3) if wide else card._replace(height=card.height * 0.34)
    words = inset(card, min(card.width, card.height) * 0.12)
    if form == "side":
        page.rectangle(side, fill(theme.pale(theme.tone(0), 0.4) if scene.items else theme.band))
        paint_group(page, inset(side, side.width * 0.14, side.height * 0.14), light=FLAT, stand=0.5)
        if wide:
            words = words._replace(x=side.x + side.width + card.width * 0.07, width=card.width * 0.57)
        else:
            words = words._replace(y=side.y + side.height + card.height * 0.06, height=card.height * 0.52)
    elif form == "corner":
        page.canvas.save()
        page.clip(card)
        reach = min(card.width, card.height) * 0.42
        page.circle(card.x + card.width, card.y, reach, fill(theme.accent))
        page.circle(card.x + card.width, card.y, reach * 0.62, fill(theme.band))
        page.canvas.restore()
        words = (
            words._replace(y=words.y + words.height * 0.3, height=words.height * 0.7)
            if not wide
            else words._replace(width=words.width * 0.76)
        )
    else:
        page.rectangle(
            Box(card.x, card.y + card.height * 0.94, card.width, card.height * 0.06), fill(theme.accent)
        )
        words = words._replace(height=words.height * 0.94)
    yield 0.4, "card"
    _card_words(board, words)
    yield 1.0, "words"


def _card_words(board: Board, box: Box) -> None:
    """The name large, the first line below it, the others at the foot."""
    entries = board.sheet.entries
    texts = in_order(board.page.scene.texts)
    manner = manner_on(board, board.theme.panel, "left", 0.125)
    extra = [Text(role="subtitle", content=entry.label) for entry in entries[:1]]
    top = box._replace(height=box.height * (0.5 if len(entries) > 1 else 1.0))
    put_inside(board.page.canvas, [*texts, *extra], top, manner, stand=0.0 if len(entries) > 1 else 0.5)
    if len(entries) < 2:
        return
    lines = [f"{entry.mark}: {entry.label}" if entry.mark else entry.label for entry in entries[1:]]
    foot = Box(box.x, box.y + box.height * 0.56, box.width, box.height * 0.44)
    step = min(foot.height / len(lines), board.measure * 0.075)
    size = shared_size(
        [(line, (foot.width, step * 0.8)) for line in lines], board.voice.text, board.measure * 0.046
    )
    y = foot.y + foot.height - step * len(lines)
    for index, line in enumerate(lines):
        room = Box(foot.x, y + index * step, foot.width, step)
        set_words(board.page, line, board.voice.text, size, room, board.theme.ink, align="left")


def paint_badge(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A badge with a slot for its band and the name as large as it can be."""
    board = open_sheet(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    page.paint_ground(page.palette.ground or theme.pale(theme.tone(0), 0.3))
    yield 0.1, "ground"
    card = fitted(page.inner, 1.45 if page.aspect > 1.25 else 0.78)
    radius = board.measure * 0.035
    paint_shadow(board, card, radius)
    page.rectangle(card, fill(theme.panel), radius)
    band = card._replace(height=card.height * 0.26)
    page.canvas.save()
    page.clip(band)
    page.rectangle(card, fill(theme.band), radius)
    page.canvas.restore()
    slot = Box(
        card.x + card.width / 2 - card.width * 0.09,
        card.y + card.height * 0.05,
        card.width * 0.18,
        card.height * 0.035,
    )
    page.rectangle(slot, fill(page.palette.ground or theme.pale(theme.tone(0), 0.3)), slot.height / 2)
    page.rectangle(Box(card.x, card.y + card.height * 0.26, card.width, 8 * board.unit), fill(theme.accent))
    yield 0.4, "badge"
    texts = in_order(scene.texts)
    lines = [
        Text(role="subtitle" if index == 0 else "body", content=entry.label)
        for index, entry in enumerate(board.sheet.entries)
    ]
    room = Box(card.x + card.width * 0.09, card.y + card.height * 0.34, card.width * 0.82, card.height * 0.58)
    put_inside(page.canvas, [*texts, *lines], room, manner_on(board, theme.panel, "center", 0.17))
    yield 1.0, "words"
