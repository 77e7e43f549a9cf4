"""The scene's things on a page: one hero, a pair, a group or a crowd, in a box, each as often as asked."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import skia

from aquatint.engines.composer.art import find
from aquatint.engines.composer.art.drawing import Box, Drawing, Look
from aquatint.engines.composer.drawing.brush import fill, filtered, radial
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.lexicon.nouns import metres
from aquatint.engines.composer.scene import Item

FLAT = Light(shadow_strength=0.0)
"""No modelling: drawings as they are."""
SOFT = Light(x=-0.45, height=0.75, shadow_strength=0.22)
"""A gentle light from the upper left."""
MOST = 60
"""Drawings on one page; crowds beyond it would be dust."""
ROW_STEP, COLUMN_STEP = 0.74, 0.98
"""From one row or column to the next, in heights and widths of a thing."""
SMALLEST = 0.5
"""Height of the smallest thing in a group, in heights of the tallest."""
WIDEST = 0.85
"""Width of the things beside the hero, in widths of the hero."""
ROW_COST = 0.84
"""What another row of standing things must gain in size to be worth it."""
BESIDE = 0.66
"""Height of the things beside the hero, in heights of the hero."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One drawing to be placed."""

    item: Item
    instance: int
    drawing: Drawing


def actors(items: Sequence[Item]) -> list[Actor]:
    """One for each thing that the scene counts, the first item first."""
    found = [Actor(item, i, find(item.art)) for item in items for i in range(min(item.count, MOST))]
    return found[:MOST]


def paint_actor(canvas: Any, actor: Actor, box: Box, chance: Chance, light: Light = SOFT) -> None:
    """Paint one thing so that it fills its box as far as its shape allows, standing at the bottom."""
    item, drawing = actor.item, actor.drawing
    height = min(box.height, box.width / drawing.aspect)
    width = height * drawing.aspect
    place = Box(box.x + (box.width - width) / 2, box.y + box.height - height, width, height)
    look = Look(
        light=light,
        colour=Colour.of(item.colour) if item.colour else None,
        chance=chance.fork(item.id, actor.instance),
        attributes=dict(item.attributes),
    )
    drawing.paint(canvas, place, look)


def pulled(colour: Colour, amount: float) -> Any:
    """A layer paint that draws all colours towards the hue of ``colour`` and keeps how light they are."""
    weights = (0.30, 0.59, 0.11)
    level = sum(c * w for c, w in zip(colour, weights, strict=True))
    rows = []
    for channel in range(3):
        tint = min(1.6, colour[channel] / max(0.05, level)) * amount
        rows += [tint * w + (1 - amount if i == channel else 0.0) for i, w in enumerate(weights)] + [0.0, 0.0]
    return filtered([*rows, 0.0, 0.0, 0.0, 1.0, 0.0])


def arrange(group: Sequence[Actor], box: Box) -> list[Box]:
    """A box for each actor, standing together on the bottom of the room."""
    if not group:
        return []
    kinds = len({actor.item.id for actor in group})
    if 1 < len(group) <= 4 and kinds == len(group):
        return _hero_first(group, box)
    if kinds > 1 and len(group) > 2 and group[0].item.count == 1:
        return _hero_and_crowd(group, box)
    return _in_rows(group, box)


def _hero_first(group: Sequence[Actor], box: Box) -> list[Box]:
    """The first one large in the middle, the others smaller on both sides of it, a little lower and before it."""
    sizes = _sizes(group)
    heights = [sizes[0], *(BESIDE * min(1.3 * sizes[0], size) for size in sizes[1:])]
    widest = heights[0] * group[0].drawing.aspect * WIDEST
    heights = heights[:1] + [
        min(h, widest / a.drawing.aspect) for h, a in zip(heights[1:], group[1:], strict=True)
    ]
    widths = [h * actor.drawing.aspect for h, actor in zip(heights, group, strict=True)]
    lap = 0.84
    scale = min(box.height / max(heights), box.width / (sum(widths) * lap))
    order = _around_first(len(group))
    x = box.x + (box.width - sum(widths) * lap * scale) / 2
    boxes = [box] * len(group)
    for index in order:
        width, height = widths[index] * scale, heights[index] * scale
        left = x - width * (1 - lap) / 2
        boxes[index] = Box(left, box.y + box.height - height, width, height)
        x += width * lap
    return boxes


def _hero_and_crowd(group: Sequence[Actor], box: Box) -> list[Box]:
    """The single first thing behind, the many others in rows before it."""
    hero = box._replace(height=box.height * 0.7)
    crowd = box._replace(y=box.y + box.height * 0.56, height=box.height * 0.44)
    width = min(hero.width, hero.height * group[0].drawing.aspect)
    height = width / group[0].drawing.aspect
    first = Box(box.x + (box.width - width) / 2, hero.y + hero.height - height, width, height)
    return [first, *_in_rows(group[1:], crowd)]


def _around_first(count: int) -> list[int]:
    """Left to right: 1 0, then 1 0 2, then 3 1 0 2..."""
    order = [0]
    for index in range(1, count):
        if index % 2:
            order.insert(0, index)
        else:
            order.append(index)
    return order


def _in_rows(group: Sequence[Actor], box: Box) -> list[Box]:
    """Rows of equal size, as large as can be, the rear ones partly behind the front one; the last row is in front.

    A short row is centred.
    """
    count = len(group)
    aspect = sum(actor.drawing.aspect for actor in group) / count
    columns = max(
        range(1, count + 1), key=lambda n: _cell(n, count, aspect, box) * ROW_COST ** (math.ceil(count / n) - 1)
    )
    rows = math.ceil(count / columns)
    tall = _cell(columns, count, aspect, box)
    sizes = _sizes(group)
    wide = tall * aspect
    full = tall * (1 + ROW_STEP * (rows - 1))
    short = columns * rows - count
    boxes = []
    for index in range(count):
        row, column = divmod(index + short, columns)
        in_row, column = (columns - short, column - short) if row == 0 else (columns, column)
        span = wide * (1 + COLUMN_STEP * (in_row - 1))
        x = box.x + (box.width - span) / 2 + column * wide * COLUMN_STEP
        foot = box.y + box.height - full + row * tall * ROW_STEP + tall
        size = sizes[index]
        boxes.append(Box(x + wide * (1 - size) / 2, foot - tall * size, wide * size, tall * size))
    return boxes


def _sizes(group: Sequence[Actor]) -> list[float]:
    """Heights as shares of the tallest: real sizes much compressed, so that the smallest still shows."""
    real = [math.pow(max(0.01, metres(actor.item)), 0.22) * math.sqrt(actor.item.scale) for actor in group]
    return [max(SMALLEST, size / max(real)) for size in real]


def _cell(columns: int, count: int, aspect: float, box: Box) -> float:
    """Height of each thing when there are that many columns."""
    rows = math.ceil(count / columns)
    return min(box.height / (1 + ROW_STEP * (rows - 1)), box.width / (aspect * (1 + COLUMN_STEP * (columns - 1))))


def paint_group(
    page: Page,
    box: Box,
    *,
    items: Sequence[Item] | None = None,
    light: Light = SOFT,
    stand: float = 1.0,
    shadow: Colour | None = None,
    pull: tuple[Colour, float] | None = None,
    coat: Callable[[], Any] | None = None,
) -> list[Box]:
    """Paint the things of the scene (or ``items``) into the box and return where each stands.

    ``stand`` is 1 for a group at the bottom of the box, 0.5 for one in its middle; ``shadow`` is the colour of a
    soft pool under each; ``pull`` draws colours that the prompt did not name towards one, by a share; ``coat``
    gives the paint of a layer around all of them.
    """
    group = actors(page.scene.items if items is None else items)
    boxes = arrange(group, box)
    spare = min((place.y for place in boxes), default=box.y) - box.y
    boxes = [place._replace(y=place.y - spare * (1 - stand)) for place in boxes]
    canvas = page.canvas
    if coat is not None:
        canvas.saveLayer(skia.Rect.MakeXYWH(*inset(box, -0.05 * box.width)), coat())
    pairs = zip(group, boxes, strict=True)
    for actor, place in sorted(pairs, key=lambda pair: (pair[1].y + pair[1].height, -pair[1].height)):
        if shadow is not None:
            paint_pool(page, place, actor.drawing.aspect, shadow)
        if pull is None or actor.item.colour:
            paint_actor(canvas, actor, place, page.chance, light)
            continue
        canvas.saveLayer(skia.Rect.MakeXYWH(*inset(place, -0.04 * place.width)), pulled(*pull))
        paint_actor(canvas, actor, place, page.chance, light)
        canvas.restore()
    if coat is not None:
        canvas.restore()
    return boxes


def paint_pool(page: Page, box: Box, aspect: float, colour: Colour) -> None:
    """A soft flat shadow where a thing stands."""
    width = min(box.width, box.height * aspect)
    page.canvas.save()
    page.canvas.translate(box.x + box.width / 2, box.y + box.height - 0.01 * box.height)
    page.canvas.scale(1.0, 0.14)
    glow = radial((0, 0), width * 0.56, [(0, colour, 0.55), (0.55, colour, 0.32), (1, colour, 0)])
    page.canvas.drawCircle(0, 0, width * 0.56, fill(shader=glow))
    page.canvas.restore()


def duotone(colour: Colour, dark: float = 0.96, light: float = 0.06) -> Any:
    """A layer paint that prints what is drawn in one ink: dark places fully, light ones hardly."""
    r, g, b = colour
    spread = dark - light
    return filtered([
        0, 0, 0, 0, r,
        0, 0, 0, 0, g,
        0, 0, 0, 0, b,
        -0.30 * spread, -0.59 * spread, -0.11 * spread, dark, 0,
    ])  # fmt: skip
