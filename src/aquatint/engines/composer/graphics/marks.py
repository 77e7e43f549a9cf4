"""Geometric marks: a library of simple emblems in one to three colours, found by the words of the scene.

Marks are drawn on a square of 100 units. Each shape has a part: "a", "b" and "c" take the first, second and third
colour; "cut" takes away what lies under it, so that marks work on any ground and on none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import BLACK, Colour
from aquatint.engines.composer.graphics.cues import count_said, data, said
from aquatint.engines.composer.graphics.figure import paint_figure
from aquatint.engines.composer.graphics.outline import outline
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.picture import SOFT, paint_group
from aquatint.engines.composer.graphics.scenery import has_place, paint_scenery
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.scene import Item, Scene

SIDE = 100.0
OWN_NAMES = {"cover": ("book", "novel", "story", "record", "film", "magazine"), "card": ("school",)}
"""Words that name a kind of picture and not what it is about."""


def mark_names() -> list[str]:
    """All marks of the library."""
    return list(data("marks"))


def find_mark(scene: Scene) -> str:
    """The mark that the words of a scene call for, or ""."""
    words = _without_names(scene)
    scores = {name: count_said(words, entry["words"]) for name, entry in data("marks").items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else ""


def mark_for(item: Item) -> str:
    """The mark that shows one thing, or ""."""
    table = data("marks")
    name = item.noun.replace(" ", "-")
    if name in table:
        return name
    return next((name for name, entry in table.items() if item.noun in entry.get("things", ())), "")


def _without_names(scene: Scene) -> str:
    """What the scene is about. Words to be set count only when nothing else says it: "Ember" may mean a flame."""
    whole = said(scene)
    for kind in OWN_NAMES.get(scene.kind, ()):
        whole = whole.replace(f" {kind} ", " ")
    words = whole
    for text in scene.texts:
        words = words.replace(f" {text.content.lower()} ", " ")
    if any(count_said(words, entry["words"]) for entry in data("marks").values()):
        return words
    return whole


def paint_mark(canvas: Any, name: str, box: Box, colours: Sequence[Colour]) -> None:
    """Paint a mark as large as its box allows, in the middle of it, trimmed to its shapes.

    Takes one to three ``colours``; with fewer than the mark has parts, the last one serves for the rest.
    """
    shapes = data("marks")[name]["shapes"]
    bounds = _bounds(shapes)
    scale = min(box.width / bounds.width(), box.height / bounds.height())
    canvas.save()
    canvas.translate(box.x + box.width / 2, box.y + box.height / 2)
    canvas.scale(scale, scale)
    canvas.translate(-bounds.centerX(), -bounds.centerY())
    canvas.saveLayer(bounds.makeOutset(1, 1))
    for shape in shapes:
        canvas.drawPath(outline(shape[1]), _coat(shape, colours))
    canvas.restore()
    canvas.restore()


def mark_aspect(name: str) -> float:
    """Width of a mark divided by its height."""
    bounds = _bounds(data("marks")[name]["shapes"])
    return float(bounds.width() / bounds.height())


def _bounds(shapes: Sequence[Sequence[Any]]) -> Any:
    around = skia.Rect.MakeEmpty()
    for shape in shapes:
        if shape[0] != "cut":
            area = outline(shape[1]).computeTightBounds()
            spread = shape[2] / 2 if len(shape) > 2 else 0.0
            around.join(area.makeOutset(spread, spread))
    return around


def _coat(shape: Sequence[Any], colours: Sequence[Colour]) -> Any:
    part = shape[0]
    if part == "cut":
        paint = fill(BLACK, blend=skia.BlendMode.kDstOut)
    else:
        paint = fill(colours[min(len(colours) - 1, "abc".index(part))])
    if len(shape) > 2:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(shape[2])
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def paint_subject(
    page: Page,
    box: Box,
    colours: Sequence[Colour],
    *,
    shadow: Colour | None = None,
    light: Light = SOFT,
    pull: float = 0.12,
    stand: float = 0.5,
    figure: bool = True,
) -> None:
    """Paint what the page is about: its place in a round window, or its things, else a mark for its words.

    When there is nothing of that, ``figure`` allows some figure.

    ``pull`` is how far the colours of things move towards the palette's main colour; ``stand`` is 1 for things on
    the bottom of the box and 0.5 for things in its middle.
    """
    if has_place(page.scene):
        _paint_window(page, box, stand)
        return
    if page.scene.items:
        paint_group(page, box, shadow=shadow, light=light, pull=(page.palette.main, pull), stand=stand)
        return
    inner = Box(box.x + box.width * 0.14, box.y + box.height * 0.14, box.width * 0.72, box.height * 0.72)
    name = find_mark(page.scene)
    if name:
        paint_mark(page.canvas, name, inner, colours)
    elif figure:
        paint_figure(page.canvas, inner, colours, page.chance.fork("figure"))


def _paint_window(page: Page, box: Box, stand: float) -> None:
    """The scene at its place, in a disc as large as the box allows."""
    radius = min(box.width, box.height) / 2
    x, y = box.x + box.width / 2, box.y + radius + (box.height - 2 * radius) * stand
    disc = skia.Path()
    disc.addCircle(x, y, radius)
    page.canvas.save()
    page.canvas.clipPath(disc, True)
    paint_scenery(page, Box(x - radius, y - radius, 2 * radius, 2 * radius))
    page.canvas.restore()
