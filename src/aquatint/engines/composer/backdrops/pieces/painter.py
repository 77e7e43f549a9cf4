"""Painting pieces: the canvas is turned to centimetres with y up, each shape is filled in the scene's light."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from aquatint.engines.composer.backdrops.buildings import LAMP
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.framing import oval
from aquatint.engines.composer.backdrops.ground_light import soft_oval
from aquatint.engines.composer.backdrops.pieces import fillings
from aquatint.engines.composer.backdrops.pieces.catalog import Piece, find
from aquatint.engines.composer.backdrops.pieces.palette import Roles, choose, resolve, shades
from aquatint.engines.composer.backdrops.pieces.said import is_said
from aquatint.engines.composer.backdrops.pieces.shapes import Shape
from aquatint.engines.composer.drawing.brush import Point, fill, linear, stroke

_NO: Roles = MappingProxyType({})
FLAT_BELOW = 7.0
"""Centimetres under which a shape is too narrow for a lit and a shaded side."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What painting one piece takes: easel, colours, distance, which side its light comes from."""

    easel: Easel
    roles: Roles
    far: float
    toward: float
    """-1 or 1 in the piece's own coordinates."""

    def tone(self, token: str) -> Any:
        """The colour of a token here."""
        return resolve(token, self.easel, self.roles, self.far)


def draw(
    easel: Easel,
    name: str,
    foot: Point,
    scale: float,
    *,
    far: float = 0.0,
    flip: bool = False,
    roles: Roles = _NO,
) -> None:
    """Paint a piece that stands on ``foot``; ``scale`` is pixels per centimetre. ``roles`` go before its own."""
    piece = find(name)
    if piece.shadow and not is_said(easel.scene, name):
        _contact(easel, piece, foot, scale)
    dark = easel.air.light.darkness
    if piece.lights and dark > 0.3:
        reach = piece.lights * scale
        soft_oval(easel, foot, (reach, max(2.0, reach * 0.26)), LAMP, 0.62 * dark * (1 - 0.6 * far), add=True)
    draw_plain(easel, name, foot, scale, far=far, flip=flip, roles=roles)


def draw_plain(
    easel: Easel,
    name: str,
    foot: Point,
    scale: float,
    *,
    far: float = 0.0,
    flip: bool = False,
    roles: Roles = _NO,
) -> None:
    """Paint a piece without a shadow under it; nothing where a thing of the scene is the same."""
    if is_said(easel.scene, name):
        return
    piece, canvas = find(name), easel.canvas
    chosen = {**choose(piece.roles, easel.chance), **roles}
    hand = Hand(easel, chosen, far, -easel.toward if flip else easel.toward)
    canvas.save()
    canvas.translate(*foot)
    canvas.scale(-scale if flip else scale, -scale)
    for index, shape in enumerate(piece.shapes):
        if _shown(shape, easel):
            _paint(replace(hand, easel=easel.fork(index)) if shape.path is None else hand, shape)
    canvas.restore()


def _shown(shape: Shape, easel: Easel) -> bool:
    match shape.when:
        case "snow":
            return easel.air.snow
        case "dark":
            return easel.air.light.darkness > 0.3
        case "day":
            return easel.air.light.darkness <= 0.3
        case "bare":
            return easel.air.season == "winter"
        case "leafy":
            return easel.air.season != "winter"
        case _:
            return True


def _contact(easel: Easel, piece: Piece, foot: Point, scale: float) -> None:
    """The dark of a thing's foot on the floor, drawn away from the light."""
    half = piece.width * scale * 0.54
    x = foot[0] - easel.toward * half * 0.12
    strength = max(0.16, easel.stage.light.shadow_strength * 0.75)
    soft = fill(easel.stage.light.shadow, strength, blur=half * 0.07)
    easel.canvas.drawOval(oval(x, foot[1], half, min(half * 0.16, 14 * easel.unit)), soft)


def _paint(hand: Hand, shape: Shape) -> None:
    if shape.verb == "use":
        _use(hand, shape)
    elif shape.path is None:
        _FILLINGS[shape.verb](hand.easel, shape, hand.tone, hand.far)
    elif shape.verb in ("line", "bend"):
        hand.easel.canvas.drawPath(shape.path, stroke(hand.tone(shape.colour), shape.numbers[0], shape.alpha))
    else:
        hand.easel.canvas.drawPath(shape.path, _solid(hand, shape))


def _solid(hand: Hand, shape: Shape) -> Any:
    """One colour, or a lit and a shaded side where the shape is wide enough to have them."""
    tone, bounds = hand.tone(shape.colour), shape.path.getBounds()
    if "flat" in shape.options or shape.colour.startswith("!") or bounds.width() < FLAT_BELOW:
        return fill(tone, shape.alpha)
    bright, dull = shades(tone)
    if "down" in shape.options:
        start, end = (0.0, bounds.bottom()), (0.0, bounds.top())
    else:
        edges = (bounds.left(), bounds.right())
        start, end = ((edge, 0.0) for edge in (edges if hand.toward < 0 else edges[::-1]))
    return fill(shader=linear(start, end, [(0.0, bright, shape.alpha), (1.0, dull, shape.alpha)]))


def _use(hand: Hand, shape: Shape) -> None:
    x, y, scale = shape.numbers
    canvas = hand.easel.canvas
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(scale, abs(scale))
    piece = find(shape.name)
    roles = {**choose(piece.roles, hand.easel.chance.fork(piece.name)), **hand.roles}
    inner = replace(hand, roles=roles, toward=hand.toward if scale > 0 else -hand.toward)
    for index, part in enumerate(piece.shapes):
        if _shown(part, hand.easel):
            _paint(replace(inner, easel=hand.easel.fork(index)) if part.path is None else inner, part)
    canvas.restore()


Filling = Callable[[Easel, Shape, Callable[[str], Any], float], None]
_FILLINGS: dict[str, Filling] = {
    "panes": fillings.panes,
    "books": fillings.books,
    "goods": fillings.goods,
    "loaves": fillings.loaves,
    "bottles": fillings.bottles,
    "leaves": fillings.leaves,
    "flowers": fillings.flowers,
    "view": fillings.view,
    "stars": fillings.stars,
    "light": fillings.light,
}
"""What chance completes: rows of books, panes of which some are lit, views through a window."""
