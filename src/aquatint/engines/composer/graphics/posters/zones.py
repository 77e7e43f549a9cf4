"""Where words and pictures go on a poster, for any shape of page and any amount of text."""

from __future__ import annotations

from typing import NamedTuple

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.graphics.lettering import count_words, in_order
from aquatint.engines.composer.graphics.page import Page, left, upper
from aquatint.engines.composer.scene import Text


class Zones(NamedTuple):
    """The rooms of a poster. A page without words has no room for them, and the picture takes all."""

    words: Box
    art: Box
    beside: bool
    """Whether words stand beside the picture and not above or below it."""


def text_share(texts: list[Text]) -> float:
    """Which share of the page words need."""
    count = count_words(texts)
    return 0.0 if count == 0 else min(0.6, 0.25 + 0.011 * count)


def divide(page: Page, *, below: bool = False, room: Box | None = None, least: float = 0.0) -> Zones:
    """Rooms for words and picture: one above the other on tall pages, side by side on wide ones.

    ``below`` puts the words under the picture. ``least`` is the least share for words, where there are any.
    """
    room = room or page.inner
    texts = in_order(page.scene.texts)
    share = max(text_share(texts), least) if texts else 0.0
    if not share:
        return Zones(Box(room.x, room.y, room.width, 0.0), room, False)
    gap = page.short * 0.045
    if room.width > 1.25 * room.height:
        words, art = left(room, min(0.66, max(0.44, share * 1.3)), gap)
        return Zones(words, art, True)
    if below:
        art, words = upper(room, 1 - share, gap)
    else:
        words, art = upper(room, share, gap)
    return Zones(words, art, False)


def headline_and_rest(page: Page) -> tuple[list[Text], list[Text]]:
    """The most important text, and the others."""
    texts = in_order(page.scene.texts)
    return texts[:1], texts[1:]
