"""Scenic: the place itself in a frame of paper, a field of ink below (or beside) it for the words."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import mix
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, type_mood
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import divide
from aquatint.engines.composer.graphics.staged import paint_stage, staged

MOODS = ("slab", "poster", "classic", "retro")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Paper, the field and the place, the words."""
    palette = page.palette
    night = page.scene.time == "night"
    paper = palette.paper
    dark = night or page.chance.fork("field").random() < 0.6
    field = palette.ground or (mix(palette.ink, palette.main, 0.2) if dark else paper)
    page.paint_ground(paper)
    inner = inset(page.full, page.margin * 0.5)
    page.rectangle(inner, fill(field))
    yield 0.15, "ground"
    zones = divide(page, below=True, room=inset(page.full, page.margin * 1.1), least=0.2)
    frame = _frame(page, inner, zones.words, zones.beside)
    paint_stage(page, frame, staged(page.scene) or page.scene)
    if field == paper:
        page.rectangle(frame, stroke(palette.ink, 3 * page.unit))
    yield 0.8, page.scene.backdrop
    mood = type_mood(page.scene, MOODS, page.chance.fork("type"))
    ink = legible(field, palette.ink, palette.paper)
    manner = Manner(
        mood, field, ink, apart(palette.accent, field, 4.6), ink, leading=1.06, biggest=page.measure * 0.2
    )
    put_inside(page.canvas, page.scene.texts, zones.words, manner)
    yield 1.0, "text"


def _frame(page: Page, inner: Box, words: Box, beside: bool) -> Box:
    """Where the place shows: up to the words, or all of the page inside the border."""
    gap = page.margin * 0.5
    if words.height <= 0:
        return inner
    if beside:
        cut = words.x + words.width + gap
        return Box(cut, inner.y, inner.x + inner.width - cut, inner.height)
    return Box(inner.x, inner.y, inner.width, words.y - gap - inner.y)
