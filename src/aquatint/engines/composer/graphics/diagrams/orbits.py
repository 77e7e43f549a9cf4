"""Bodies about the first of them, each on the ring of its place, with its name: the solar system."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, Stop, fill, radial, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry

SWING = (-0.5, 0.42, -0.22, 0.62, -0.62, 0.3, -0.36, 0.55)
"""How far from the middle line each body stands, in halves of the room across: no two neighbours side by side."""
LARGEST = 0.25
"""Diameter of the largest body but the first, as a share of the room across."""


def paint_orbits(board: Board) -> None:
    """The first body at one end of the longer side, the others on rings about it."""
    body, entries = board.body, board.sheet.entries
    upright = body.height > body.width
    along, across = (body.height, body.width) if upright else (body.width, body.height)
    diameter = min(across * 0.62, along * 0.3)
    hub = (body.x + diameter * 0.36, body.y + body.height / 2)
    if upright:
        hub = (body.x + body.width / 2, body.y + diameter * 0.36)
    spots, sizes = _spots(entries[1:], hub, (along, across), diameter, upright=upright)
    tone = mix(board.theme.ground, board.theme.ink, 0.26)
    board.page.canvas.save()
    board.page.clip(Box(0.0, body.y - board.measure * 0.02, board.page.width, board.page.height))
    for spot in spots:
        board.page.circle(*hub, math.dist(hub, spot), stroke(tone, max(1.0, board.measure * 0.002)))
    board.page.canvas.restore()
    room = across * 0.3 if upright else along / len(entries) * 1.7
    names = [(entry.label, (room, board.measure)) for entry in entries]
    size = shared_size(names, board.voice.strong, board.measure * 0.034, lines=1)
    _paint_body(board, entries[0], hub, diameter, size, 0)
    for index, (entry, spot) in enumerate(zip(entries[1:], spots, strict=True)):
        _paint_body(board, entry, spot, sizes[index], size, index + 1)


def _spots(
    entries: Sequence[Entry], hub: Point, room: tuple[float, float], diameter: float, *, upright: bool
) -> tuple[list[Point], list[float]]:
    """Middles and diameters of the bodies, in pixels."""
    along, across = room
    start, end = diameter * 0.92, along - diameter * 0.36
    step = (end - start) / len(entries)
    largest = min(across * LARGEST, step * 1.7)
    sizes = [largest * entry.scale for entry in entries]
    spots = []
    for index in range(len(entries)):
        far = start + step * (index + 0.5)
        aside = SWING[index % len(SWING)] * across * 0.5 * min(1.0, far / across + 0.25)
        spots.append((hub[0] + aside, hub[1] + far) if upright else (hub[0] + far, hub[1] + aside))
    return spots, sizes


def _paint_body(board: Board, entry: Entry, spot: Point, diameter: float, size: float, index: int) -> None:
    x, y = spot
    box = Box(x - diameter / 2, y - diameter / 2, diameter, diameter)
    if not board.picture(entry.art, box, entry.label):
        _paint_ball(board, spot, diameter / 2, apart(board.theme.tone(index), board.theme.ground, 2.2))
    width = board.measure * 0.3
    words = Box(x - width / 2, y + diameter / 2 + size * 0.35, width, size * 1.3)
    set_words(board.page, entry.label, board.voice.strong, size, words, board.theme.ink, stand=0.0)


def _paint_ball(board: Board, middle: Point, radius: float, colour: Colour) -> None:
    """A shaded ball for a body without a drawing of its own."""
    light = (middle[0] - radius * 0.35, middle[1] - radius * 0.4)
    stops: list[Stop] = [
        (0.0, mix(colour, WHITE, 0.35), 1.0),
        (0.55, colour, 1.0),
        (1.0, shift(colour, lightness=-0.16), 1.0),
    ]
    path = skia.Path()
    path.addCircle(*middle, radius)
    board.page.path(path, fill(shader=radial(light, radius * 1.5, stops)))
