"""Headings of information layouts: on the left, centred, on a band, or on a panel beside the content."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.information.theme import Theme
from aquatint.engines.composer.graphics.information.words import Voice
from aquatint.engines.composer.graphics.lettering import Align, Manner, in_order, put, stack
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.scene import Text

WIDE = 1.9
"""Pages wider than this have their heading beside the content."""
MANNERS = ("left", "center", "band", "rule")
LONG = 90
"""Characters above which words do not go on a band."""
GAP = 0.08
"""Between heading and content, in short sides."""


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
    if page.aspect > WIDE:
        return _beside(page, theme, voice, texts)
    manner = page.chance.fork("heading").choice(list(allowed or MANNERS))
    if manner == "band" and sum(len(text.content) for text in texts) > LONG:
        manner = "left"
    if manner == "band":
        return _band(page, theme, voice, texts)
    return _above(page, theme, voice, texts, manner)


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
        biggest=page.short * 0.088,
        ratio=2.0,
    )


def _above(page: Page, theme: Theme, voice: Voice, texts: Sequence[Text], how: str) -> Box:
    inner, unit = page.inner, page.unit
    align: Align = "center" if how == "center" else "left"
    manner = _manner(page, theme, voice, theme.ground, align)
    long = sum(len(text.content) for text in texts) > LONG
    pieces = stack(texts, (inner.width, page.height * (0.28 if long else 0.19)), manner)
    top = inner.y
    if how == "left":
        page.rectangle(Box(inner.x, top, 74 * unit, 9 * unit), fill(theme.accent))
        top += 30 * unit
    x = inner.x + (inner.width / 2 if align == "center" else 0)
    put(page.canvas, pieces, x, top, manner)
    bottom = top + pieces.height
    if how == "rule":
        bottom += 26 * unit
        page.rectangle(Box(inner.x, bottom, inner.width, 3 * unit), fill(theme.ink))
    elif how == "center":
        bottom += 24 * unit
        page.rectangle(Box(page.width / 2 - 34 * unit, bottom, 68 * unit, 6 * unit), fill(theme.accent))
    bottom += page.short * GAP
    return Box(inner.x, bottom, inner.width, inner.y + inner.height - bottom)


def _band(page: Page, theme: Theme, voice: Voice, texts: Sequence[Text]) -> Box:
    inner = page.inner
    align: Align = page.chance.fork("heading", "align").choice(["left", "center"])
    manner = _manner(page, theme, voice, theme.band, align)
    pieces = stack(texts, (inner.width, page.height * 0.2), manner)
    height = pieces.height + page.margin * 1.8
    page.rectangle(Box(0, 0, page.width, height), fill(theme.band))
    x = inner.x + (inner.width / 2 if align == "center" else 0)
    put(page.canvas, pieces, x, (height - pieces.height) / 2, manner)
    top = height + page.short * GAP
    return Box(inner.x, top, inner.width, page.height - page.margin - top)


def _beside(page: Page, theme: Theme, voice: Voice, texts: Sequence[Text]) -> Box:
    """A panel of colour on the left, or the bare ground, with the words at its top."""
    inner = page.inner
    long = sum(len(text.content) for text in texts) > LONG
    width = page.width * (0.3 if long else 0.23)
    panel = page.chance.fork("heading").choice([True, False])
    ground = theme.band if panel else theme.ground
    manner = _manner(page, theme, voice, ground, "left")
    if panel:
        page.rectangle(Box(0, 0, width, page.height), fill(ground))
    pieces = stack(texts, (width - 2 * page.margin, inner.height * 0.9), manner)
    put(page.canvas, pieces, inner.x, inner.y + (inner.height - pieces.height) * (0.5 if panel else 0.06), manner)
    left = width + (page.margin if panel else 0)
    return Box(left, inner.y, page.width - page.margin - left, inner.height)


def _paint_feet(page: Page, theme: Theme, voice: Voice, texts: Sequence[Text], body: Box) -> Box:
    """Captions at the foot of the content."""
    if not texts:
        return body
    manner = _manner(page, theme, voice, theme.ground, "left")
    pieces = stack(texts, (body.width, body.height * 0.12), manner, first=2)
    put(page.canvas, pieces, body.x, body.y + body.height - pieces.height, manner)
    return body._replace(height=body.height - pieces.height - page.short * 0.03)
