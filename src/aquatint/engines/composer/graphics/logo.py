"""Logos, badges, crests and stamps: a mark and words in few colours, on white, on a colour or on nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, luminance
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.lettering import Manner, type_mood
from aquatint.engines.composer.graphics.lockups import contained, simple
from aquatint.engines.composer.graphics.lockups.look import Look, paint_mark, room_of, square
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import Palette, apart, choose_palette, legible
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

WIDE = 1.55
"""Width by height from which the words stand beside the mark."""
MOODS = ("modern", "classic", "deco", "elegant", "retro", "slab", "friendly", "tech", "script", "poster", "gothic")
FREE_MOODS = ("modern", "classic", "elegant", "slab", "retro")
Lockup = Callable[[Page, Look], None]
NAMED: tuple[tuple[Lockup, tuple[str, ...]], ...] = (
    (simple.monogram, ("monogram", "initials", "lettermark")),
    (contained.crest, ("crest", "coat of arms", "shield", "heraldic", "football club", "university", "academy")),
    (contained.stamp, ("stamp", "postage")),
    (contained.badge, ("badge", "seal", "round", "circle", "emblem", "patch", "insignia", "pin")),
    (simple.wordmark, ("wordmark", "logotype", "lettering", "typographic", "text only")),
    (simple.framed, ("vintage", "retro", "heritage", "classic", "est", "traditional")),
)
"""Lockups by the words that ask for them, the more particular first."""
FREE: tuple[Lockup, ...] = (simple.stacked, simple.stacked, simple.row, simple.wordmark, contained.enclosed)


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground (none when transparent), then mark and words in their lockup."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    ground = WHITE if scene.transparent else _ground(page)
    if not scene.transparent:
        page.paint_ground(ground)
    yield 0.2, "ground"
    look = look_of(page, ground)
    yield 0.3, "palette"
    if scene.texts:
        choose(page)(page, look)
    else:
        paint_mark(page, square(room_of(page)), look)
    yield 1.0, "logo"


def choose(page: Page) -> Lockup:
    """The lockup that the words name, else the one that the shape asks for, else any."""
    words = said(page.scene)
    named = next((lockup for lockup, cues in NAMED if count_said(words, cues)), None)
    if named is not None:
        return named
    if page.aspect > WIDE:
        return simple.row
    tall = page.aspect < 1 / WIDE
    return simple.stacked if tall else page.chance.fork("lockup").choice(list(FREE))


def look_of(page: Page, ground: Colour) -> Look:
    """The colours and the type of a page's logo on a ground."""
    palette = page.palette
    colours = _colours(palette, ground)
    mood = type_mood(page.scene, MOODS, page.chance.fork("type"), FREE_MOODS)
    manner = Manner(
        mood,
        ground,
        title=legible(ground, palette.ink, colours[0]),
        second=legible(ground, colours[1], palette.second, palette.ink),
        detail=palette.ink,
        ratio=2.9,
        tracking=0.12,
        biggest=page.measure * 0.23,
    )
    return Look(ground, colours, manner)


def _colours(palette: Palette, ground: Colour) -> tuple[Colour, Colour, Colour]:
    """The emblem's colours: its body, an accent, a third."""
    dark = luminance(ground) < 0.2 and palette.name != "asked"
    body = palette.paper if dark else apart(palette.main, ground, 4.5)
    return body, apart(palette.accent, ground, 2.0), apart(palette.second, ground, 2.2)


def _ground(page: Page) -> Colour:
    """Mostly light; now and then the ink."""
    palette = page.palette
    if palette.ground is not None:
        return palette.ground
    if count_said(said(page.scene), ("dark", "night")):
        return palette.ink
    return page.chance.fork("ground").choice([palette.paper, palette.paper, palette.paper, palette.ink])
