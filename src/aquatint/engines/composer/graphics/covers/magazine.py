"""Magazine covers: a masthead across the top, one large picture before it, cover lines in a column or a foot."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put_inside, put_line, type_mood
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, left, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.portrait import paint_sitters
from aquatint.engines.composer.graphics.posters.zones import text_share
from aquatint.engines.composer.graphics.staged import paint_stage, staged, telling
from aquatint.engines.composer.scene import Text

MOODS = ("classic", "modern", "poster", "elegant")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground, masthead, picture, cover lines."""
    palette = page.palette
    ground = page.ground(palette.paper, palette.soft, palette.field, palette.accent)
    page.paint_ground(ground)
    yield 0.1, "ground"
    texts = in_order(page.scene.texts)
    dark = legible(ground, palette.ink, palette.paper)
    mood = type_mood(page.scene, MOODS, page.chance.fork("type"))
    manner = Manner(mood, ground, dark, dark, dark, align="left", ratio=1.5, leading=1.02)
    foot = _paint_masthead(page, texts[:1], manner)
    lines, art = _rooms(page, foot, texts[1:])
    _paint_picture(page, art, ground)
    yield 0.7, "art"
    if texts[1:]:
        _paint_lines(page, lines, texts[1:], manner)
    yield 1.0, "text"


def _paint_masthead(page: Page, texts: list[Text], manner: Manner) -> float:
    """The name of the magazine as wide as the page; returns where it ends."""
    if not texts:
        return 0.0
    title = texts[0]
    face = faces.face("display", manner.mood)
    size = faces.fit_line(title.content, face, page.inner.width, page.height * 0.27)
    if len(title.content) > 24 or title.font:
        box = Box(page.inner.x, page.inner.y, page.inner.width, page.height * 0.24)
        taken = put_inside(page.canvas, texts, box, manner, stand=0.0)
        return taken.y + taken.height + page.margin * 0.5
    ink = faces.shape(title.content, face).ink
    baseline = page.inner.y - ink.top * size
    wish = Colour.of(title.colour) if title.colour else manner.title
    tone = legible(manner.ground, wish, manner.title)
    at = (page.width / 2, baseline)
    put_line(page.canvas, title.content, face, size, at, fill(tone))
    end = baseline + max(0.0, ink.bottom) * size + page.margin * 0.45
    rule = stroke(manner.title, 2 * page.unit)
    page.canvas.drawLine(page.inner.x, end, page.inner.x + page.inner.width, end, rule)
    return end + page.margin * 0.3


def _rooms(page: Page, top: float, texts: list[Text]) -> tuple[Box, Box]:
    """A column at the left for the cover lines on some pages, a foot on others; the picture takes the rest."""
    room = Box(0.0, top, page.width, page.height - top)
    if not texts:
        return Box(0, 0, 0, 0), room
    column = page.aspect > 0.9 and page.chance.fork("column").random() < 0.5
    if column:
        lines, art = left(room, 0.36)
        inner = Box(page.inner.x, top + page.margin * 0.4, lines.width - page.inner.x - page.margin * 0.3,
                    page.inner.y + page.inner.height - top - page.margin * 0.4)  # fmt: skip
        return inner, art
    share = max(0.2, text_share(texts) * 0.7)
    art, lines = upper(room, 1 - share)
    inner = Box(page.inner.x, lines.y + page.margin * 0.5, page.inner.width, lines.height - page.margin * 1.5)
    return inner, art


def _paint_picture(page: Page, box: Box, ground: Colour) -> None:
    """A person as a bust, a scene at its place, or a thing on a tone of its own."""
    scene = staged(page.scene)
    person = bool(page.scene.items) and page.scene.items[0].art.startswith("person:")
    if scene is not None and not (person and not telling(scene)):
        paint_stage(page, box, scene)
        return
    tone = apart(mix(ground, page.palette.main, 0.3), ground, 1.2)
    page.rectangle(box, fill(tone))
    page.canvas.save()
    page.clip(box)
    if person:
        page.circle(box.x + box.width / 2, box.y + box.height * 0.5, min(box.width, box.height) * 0.44,
                    fill(mix(tone, page.palette.paper, 0.35)))  # fmt: skip
        paint_sitters(page, box)
    else:
        pad = min(box.width, box.height) * 0.1
        room = Box(box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad)
        tones = (page.palette.ink, page.palette.accent, page.palette.paper)
        paint_subject(page, room, tones, shadow=page.palette.ink)
    page.canvas.restore()


def _paint_lines(page: Page, room: Box, texts: list[Text], manner: Manner) -> None:
    put_inside(page.canvas, texts, room, manner, stand=0.5, first=1)
