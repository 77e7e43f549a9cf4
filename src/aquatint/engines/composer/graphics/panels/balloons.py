"""Speech balloons with tails towards who speaks, and caption boxes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, fill, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour
from aquatint.engines.composer.graphics.lettering import put_line
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import legible
from aquatint.engines.composer.graphics.panels.script import Speech
from aquatint.engines.composer.type import Block, Face

SIZE = 0.031
"""Of the letters, in shorter sides of the page."""
CAPTION = Colour.of("#fbeeb8")
LOWEST = 0.6
"""How far down balloons may be moved, in heights of the panel."""
TOP, DEEPEST = 0.05, 0.42
"""Where balloons begin, and how far down they may reach, in heights of the panel."""


@dataclass(frozen=True, slots=True)
class Balloon:
    """One balloon or caption in its place."""

    speech: Speech
    block: Block
    face: Face
    box: Box


@dataclass(frozen=True, slots=True)
class Cast:
    """Where the speakers of a panel are, in pixels of the page."""

    mouths: dict[str, Point]
    heads: tuple[Box, ...]
    """What balloons had better not cover."""


def paint_speeches(page: Page, panel: Box, speeches: Sequence[Speech], cast: Cast, ink: Colour) -> None:
    """Paint the words of a panel: captions, and balloons whose tails lead to the mouths of the cast."""
    balloons = _arranged(page, panel, speeches, cast)
    for balloon in balloons:
        ground = WHITE if balloon.speech.speaker else CAPTION
        if balloon.speech.speaker:
            mouth = cast.mouths.get(balloon.speech.speaker, (panel.x + panel.width / 2, panel.y + panel.height))
            _paint_balloon(page, balloon.box, mouth, ink)
        else:
            page.rectangle(balloon.box, fill(CAPTION))
            page.rectangle(balloon.box, stroke(ink, 3 * page.unit))
        _paint_words(page, balloon, ground, ink)


def _arranged(page: Page, panel: Box, speeches: Sequence[Speech], cast: Cast) -> list[Balloon]:
    """Captions first, across the top; balloons below, each near its speaker; all shrunk until they fit."""
    size = page.short * SIZE
    ordered = sorted(speeches, key=lambda speech: bool(speech.speaker))
    while True:
        balloons, bottom = _stacked(page, panel, ordered, cast, size)
        if bottom <= panel.y + panel.height * (DEEPEST + 0.13 * len(speeches)) or size < page.short * 0.008:
            return _lowered(balloons, cast, panel, size)
        size *= 0.9


def _lowered(balloons: list[Balloon], cast: Cast, panel: Box, size: float) -> list[Balloon]:
    """Balloons moved down towards the heads of who speaks, so that tails are short; captions stay at the top."""
    spoken = [balloon for balloon in balloons if balloon.speech.speaker]
    if not spoken or not cast.heads:
        return balloons
    bottom = max(balloon.box.y + balloon.box.height for balloon in spoken)
    crown = min(head.y for head in cast.heads)
    drop = max(0.0, min(crown - 1.6 * size - bottom, panel.height * LOWEST - bottom + panel.y))
    return [
        replace(each, box=each.box._replace(y=each.box.y + drop)) if each.speech.speaker else each
        for each in balloons
    ]


def _stacked(
    page: Page, panel: Box, speeches: Sequence[Speech], cast: Cast, size: float
) -> tuple[list[Balloon], float]:
    y = panel.y + panel.height * TOP
    edge = panel.width * 0.045
    balloons = []
    for index, speech in enumerate(speeches):
        face = faces.face("strong", "comic" if speech.speaker else "friendly")
        share = 0.74 if speech.speaker else 0.9
        block = faces.measure_block(speech.text.content, face, size, panel.width * share - 2 * size, leading=1.16)
        dx, dy = (size * 0.95, size * 0.75) if speech.speaker else (size * 0.6, size * 0.5)
        width, height = block.width + 2 * dx, block.height + 2 * dy
        x = panel.x + edge
        if speech.speaker:
            wish = cast.mouths.get(speech.speaker, (panel.x + panel.width * (0.3 + 0.4 * (index % 2)), 0.0))[0]
            room = (x, panel.x + panel.width - edge - width)
            x = _clear(Box(x, y, width, height), wish - width / 2, room, cast.heads)
        balloons.append(Balloon(speech, block, face, Box(x, y, width, height)))
        y += height + size * 0.7
    return balloons, y


def _clear(box: Box, wish: float, room: tuple[float, float], heads: Sequence[Box]) -> float:
    """The left edge, as near to the wish as can be, where the balloon covers least of the heads."""
    low, high = room[0], max(room)
    steps = [low + (high - low) * step / 12 for step in range(13)] + [min(max(wish, low), high)]

    def cost(x: float) -> tuple[float, float]:
        return round(sum(_overlap(box._replace(x=x), head) for head in heads)), abs(x - wish)

    return min(steps, key=cost)


def _overlap(one: Box, other: Box) -> float:
    """Square pixels that two boxes share."""
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    tall = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0.0, wide) * max(0.0, tall)


def _paint_balloon(page: Page, box: Box, mouth: Point, ink: Colour) -> None:
    """A soft-cornered balloon and its tail as one outline."""
    shape = skia.Path()
    radius = min(box.height / 2, box.width / 2, page.short * 0.035)
    shape.addRoundRect(skia.Rect.MakeXYWH(*box), radius, radius)
    joined = skia.Op(shape, _tail(box, mouth, radius), skia.PathOp.kUnion_PathOp)
    page.path(joined, fill(WHITE))
    page.path(joined, stroke(ink, 3.4 * page.unit))


def _tail(box: Box, mouth: Point, radius: float) -> object:
    """From the lower edge most of the way to the mouth, never past it."""
    bottom = box.y + box.height
    root = min(max(mouth[0], box.x + radius + box.width * 0.12), box.x + box.width - radius - box.width * 0.12)
    gap = max(0.0, mouth[1] - bottom)
    reach = min(gap * 0.7, box.height * 1.1) if gap else box.height * 0.3
    angle = math.atan2(max(1.0, gap), mouth[0] - root)
    tip = (root + math.cos(angle) * reach, bottom + max(box.height * 0.18, math.sin(angle) * reach))
    half = min(box.width * 0.09, box.height * 0.22)
    tail = skia.Path()
    tail.moveTo(root - half, bottom - 2)
    tail.quadTo(root - half * 0.2, bottom + (tip[1] - bottom) * 0.5, *tip)
    tail.quadTo(root + half * 0.9, bottom + (tip[1] - bottom) * 0.4, root + half, bottom - 2)
    tail.close()
    return tail


def _paint_words(page: Page, balloon: Balloon, ground: Colour, ink: Colour) -> None:
    box, block, text = balloon.box, balloon.block, balloon.speech.text
    colour = legible(ground, Colour.of(text.colour) if text.colour else ink, ink)
    baseline = box.y + (box.height - block.height) / 2 + block.first_baseline
    for index, line in enumerate(block.lines):
        at = (box.x + box.width / 2, baseline + index * block.leading)
        put_line(page.canvas, line, balloon.face, block.size, at, fill(colour))
