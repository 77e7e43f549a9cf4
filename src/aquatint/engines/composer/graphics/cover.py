"""Covers: which of the three kinds the words name."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.covers import album, book, magazine
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

KINDS: dict[str, tuple[ModuleType, tuple[str, ...]]] = {
    "magazine": (magazine, ("magazine", "journal", "periodical", "zine")),
    "album": (album, ("album", "record", "vinyl", "single", "ep", "playlist", "podcast", "mixtape", "lp")),
    "book": (book, ("book", "novel", "paperback", "ebook")),
}
"""Each has ``paint(page)``; the last is what a cover is if no word says."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The cover that the words name."""
    words = said(scene)
    name = next((name for name, (_, cues) in KINDS.items() if count_said(words, cues)), "book")
    palette = choose_palette(scene, chance.fork("palette"))
    yield from KINDS[name][0].paint(Page(canvas, scene, size, chance.fork(name), palette))
