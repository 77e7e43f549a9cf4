"""Headings of information layouts: on the left, centred, on a band, or on a panel beside the content."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.information.theme import Theme
from aquatint.engines.composer.graphics.information.words import Voice
from aquatint.engines.composer.graphics.lettering import Align, Manner, in_order, put, stack
from aquatint.engines.composer.graphics.marks import find_mark, paint_mark
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Chart, Scene, Sheet, Text

WIDE = 1.9
"""Pages wider than this have their heading beside the content."""
BROAD = 1.3
"""Pages wider than this may have it there."""
MANNERS = ("left", "center", "band", "rule")
SCALES = ((3, 0.13, 0.27), (6, 0.115, 0.23), (10, 0.1, 0.2), (10_000, 0.086, 0.18))
"""Type size of a title in measures, and the share of the height that it may take, by the parts of the content."""
LONG = 90
"""Characters above which words do not go on a band."""
AIR = 0.36
"""Between a title and its rule, in type sizes."""
GAP = 0.065
"""Between heading and content, in measures."""


def paint_heading(page: Page, theme: Theme, voice: Voice, allowed: Sequence[str] = ()) -> Box:
    """Set the scene's texts and return the room that is left."""
    texts = in_order(page.scene.texts)
    if not texts:
        return page.inner
    feet = [text for text in texts if text.role == "caption"] if len(texts) > 1 else []
    heads = [text for text in texts if text not in feet]
    body = _paint_heads(page, theme, voice, heads or texts, allowed)
    return _paint_feet(page, theme, voice, feet, body) if heads else body


def _paint_heads(page: Page, theme: Theme, voice: Voice, texts: Sequence[Text], allowed: Sequence[str]) -> Box:
    chance = page.chance.fork("heading")
    letters = sum(len(text.content) for text in texts)
    if page.aspect > WIDE:
        return paint_beside(page, theme, voice, texts)
    broad = page.aspect > BROAD and not allowed and letters <= LONG
    manner = chance.choice([*(allowed or MANNERS), *(("beside", "beside") if broad else ())])
    if manner == "beside":
        return paint_beside(page, theme, voice, texts, panel=True)
    if manner == "band" and letters > LONG:
        manner = "left"
    if manner == "band":
        return _band(page, theme, voice, texts)
    return _above(page, theme, voice, texts, manner)


def _parts(scene: Scene) -> int:
    """How many parts the content has."""
    sheet, chart = scene.sheet or Sheet(), scene.chart or Chart()
    month = 12 if sheet.month else 0
    return max(len(sheet.entries), len(sheet.rows), len(chart.labels), len(scene.steps), month)


def _scale(page: Page) -> tuple[float, float]:
    """Type size of the title in measures, and its share of the height: the less there is to tell, the larger."""
    count = _parts(page.scene)
    return next((size, share) for most, size, share in SCALES if count <= most)


def _manner(page: Page, theme: Theme, voice: Voice, ground: Colour, align: Align) -> Manner:
    on_ground = ground == theme.ground
    ink = theme.ink if on_ground else theme.on(ground)
    return Manner(
        voice.mood,
        ground,
        ink,
        theme.muted if on_ground else ink,
        theme.muted if on_ground else ink,
        align=align,
        biggest=page.measure * _scale(page)[0],
        ratio=2.2,
    )


def _above(page: Page, theme: Theme, voice: Voice, texts: Sequence[Text], how: str) -> Box:
    inner, unit = page.inner, page.unit
    align: Align = "center" if how == "center" else "left"
    manner = _manner(page, theme, voice, theme.ground, align)
    long = sum(len(text.content) for text in texts) > LONG
    pieces = stack(texts, (inner.width, page.height * (0.28 if long else _scale(page)[1])), manner)
    top, air = inner.y, max(22 * unit, pieces.pieces[0].block.size * AIR)
    x = inner.x + (inner.width / 2 if align == "center" else 0)
    if pieces.leftwards and align == "left":
        x = inner.x + inner.width - pieces.width
    if how == "left":
        bar = inner.x + inner.width - 96 * unit if pieces.leftwards else inner.x
        page.rectangle(Box(bar, top, 96 * unit, 11 * unit), fill(theme.accent))
        top += 11 * unit + air
    put(page.canvas, pieces, x, top, manner)
    bottom = top + pieces.height
    if how == "rule":
        bottom += air
        page.rectangle(Box(inner.x, bottom, inner.width, 4 * unit), fill(theme.ink))
    elif how == "center":
        bottom += air
        page.rectangle(Box(page.width / 2 - 48 * unit, bottom, 96 * unit, 8 * unit), fill(theme.accent))
    bottom += page.measure * GAP
    return Box(inner.x, bottom, inner.width, inner.y + inner.height - bottom)


def _band(page: Page, theme: Theme, voice: Voice, texts: Sequence[Text]) -> Box:
    inner = page.inner
    align: Align = page.chance.fork("heading", "align").choice(["left", "center"])
    manner = _manner(page, theme, voice, theme.band, align)
    pieces = stack(texts, (inner.width, page.height * _scale(page)[1]), manner)
    height = pieces.height + page.margin * 1.8
    page.rectangle(Box(0, 0, page.width, height), fill(theme.band))
    x = inner.x + (inner.width / 2 if align == "center" else 0)
    put(page.canvas, pieces, x, (height - pieces.height) / 2, manner)
    top = height + page.measure * GAP
    return Box(inner.x, top, inner.width, page.height - page.margin - top)


def paint_beside(
    page: Page, theme: Theme, voice: Voice, texts: Sequence[Text], *, panel: bool | None = None
) -> Box:
    """The words beside the content, on a panel of colour or on the bare ground; returns the room that is left.

    Without ``panel`` chance decides.
    """
    inner = page.inner
    long = sum(len(text.content) for text in texts) > LONG
    width = page.width * (0.34 if page.aspect < WIDE else 0.3 if long else 0.27)
    if panel is None:
        panel = page.chance.fork("heading").choice([True, True, False])
    ground = theme.band if panel else theme.ground
    manner = _manner(page, theme, voice, ground, "left")
    if panel:
        page.rectangle(Box(0, 0, width, page.height), fill(ground))
    bar = page.measure * 0.05
    pieces = stack(texts, (width - 2 * page.margin, inner.height * 0.9 - bar), manner)
    top = inner.y + bar
    free = inner.height - bar - pieces.height - page.margin
    if free < inner.height * 0.4:
        top = inner.y + bar + (inner.height - bar - pieces.height) / 2
    page.rectangle(
        Box(inner.x, top - bar, page.measure * 0.08, page.measure * 0.011), fill(_bar_tone(theme, ground))
    )
    put(page.canvas, pieces, inner.x, top, manner)
    if panel and free >= inner.height * 0.4:
        paint_corner(page, theme, Box(0.0, page.height - free, width, free))
    left = width + page.margin * (1 if panel else 0.4)
    return Box(left, inner.y, page.width - page.margin - left, inner.height)


def _bar_tone(theme: Theme, ground: Colour) -> Colour:
    return theme.accent if ground == theme.ground else apart(theme.accent, ground, 2.0)


def paint_corner(page: Page, theme: Theme, box: Box) -> None:
    """The sign of what the page is about at the foot of a panel, or rings about its corner."""
    scene = page.scene
    words = " ".join(text.content for text in scene.texts if text.role == "title")
    mark = find_mark(msgspec.structs.replace(scene, prompt=words, subject="", texts=[]))
    tone = mix(theme.band, theme.on(theme.band), 0.24)
    if mark:
        side = min(box.width * 0.6, box.height * 0.78, page.measure * 0.3)
        place = Box(page.margin, page.height - page.margin - side, side, side)
        paint_mark(page.canvas, mark, place, [theme.on(theme.band), apart(theme.accent, theme.band, 1.8), tone])
        return
    page.canvas.save()
    page.clip(box)
    reach = min(box.width * 0.8, box.height * 0.86)
    for share, colour in (
        (1.0, mix(theme.band, tone, 0.45)),
        (0.68, tone),
        (0.36, apart(theme.accent, theme.band, 1.6)),
    ):
        page.circle(box.x + box.width, page.height, reach * share, fill(colour))
    page.canvas.restore()


def _paint_feet(page: Page, theme: Theme, voice: Voice, texts: Sequence[Text], body: Box) -> Box:
    """Captions at the foot of the content."""
    if not texts:
        return body
    manner = _manner(page, theme, voice, theme.ground, "left")
    pieces = stack(texts, (body.width, body.height * 0.12), manner, first=2)
    put(page.canvas, pieces, body.x, body.y + body.height - pieces.height, manner)
    return body._replace(height=body.height - pieces.height - page.measure * 0.03)
