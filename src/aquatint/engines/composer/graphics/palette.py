"""Palettes of seven colours with roles: curated as data, or grown in OKLCH around colours of the prompt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import (
    Colour,
    contrast,
    from_oklch,
    luminance,
    readable_on,
    to_oklch,
)
from aquatint.engines.composer.graphics.cues import choose, data, said
from aquatint.engines.composer.graphics.grounds import asked_ground, without_ground
from aquatint.engines.composer.scene import Scene

PALEST = 0.01
"""Chroma of a colour that cannot pale further."""
LEGIBLE = 4.5
"""The least contrast ratio between text and its ground (WCAG 2.2, level AA)."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Seven sRGB colours, each with a part to play."""

    name: str
    paper: Colour
    """The lightest: a ground, or text on dark."""
    ink: Colour
    """The darkest: text, or a night ground."""
    field: Colour
    """A large ground with a voice of its own."""
    main: Colour
    """The largest shapes."""
    second: Colour
    """What stands beside them."""
    accent: Colour
    """The strongest chroma, for one thing."""
    soft: Colour
    """A quiet tone for what lies behind."""
    ground: Colour | None = None
    """The ground that the prompt asks for, if it asks for one: it goes before any that a layout would take."""

    @property
    def lively(self) -> tuple[Colour, ...]:
        """The colours for shapes: main, second, accent, soft."""
        return (self.main, self.second, self.accent, self.soft)


def choose_palette(scene: Scene, chance: Chance, only: Sequence[str] = ()) -> Palette:
    """The palette of a scene: its named colours first, else curated by its words, else by chance.

    ``only`` narrows the curated palettes to those of that name.
    """
    table = data("palettes")
    options = {name: entry["words"] for name, entry in table.items() if not only or name in only}
    free = [name for name in options if only or table[name].get("free", True)]
    name = choose(said(scene), options, free, chance)
    curated = Palette(name, *(Colour.of(table[name][role]) for role in _ROLES))
    ground = asked_ground(scene)
    named = [Colour.of(text) for text in (scene.palette if ground is None else without_ground(scene)) if text]
    return replace(grow(named, curated) if named else curated, ground=ground)


_ROLES = ("paper", "ink", "field", "main", "second", "accent", "soft")


def grow(named: Sequence[Colour], base: Palette) -> Palette:
    """A palette around one or more named colours, which stay exact; lightness of the rest comes from ``base``."""
    coloured = [c for c in named if to_oklch(c)[1] > 0.03] or list(named)
    lead = max(coloured, key=lambda c: to_oklch(c)[1]) if len(coloured) == 1 else coloured[0]
    _, chroma, hue = to_oklch(lead)
    quiet = min(chroma, 0.05)
    others = [c for c in coloured if c != lead]
    accent = max(others, key=lambda c: to_oklch(c)[1]) if others else _companion(lead)
    rest = [c for c in others if c != accent]
    light, dark = max(named, key=luminance), min(named, key=luminance)
    return Palette(
        name="asked",
        paper=light if luminance(light) > 0.75 else from_oklch(0.965, min(quiet, 0.015), hue),
        ink=dark if luminance(dark) < 0.03 else from_oklch(0.22, quiet, hue),
        field=lead,
        main=lead,
        second=rest[0] if rest else from_oklch(0.5, min(chroma, 0.1), hue),
        accent=accent,
        soft=rest[1] if len(rest) > 1 else from_oklch(0.82, min(chroma, 0.07), hue),
    )


def _companion(colour: Colour) -> Colour:
    """An accent for a palette of one colour: the same hue, well apart in lightness."""
    lightness, chroma, hue = to_oklch(colour)
    return from_oklch(lightness + (0.26 if lightness < 0.62 else -0.26), max(0.05, chroma * 0.9), hue)


def legible(ground: Colour, *wishes: Colour) -> Colour:
    """The first wish that reads on the ground, else the wish, black or white that reads best."""
    for wish in wishes:
        if contrast(wish, ground) >= LEGIBLE:
            return wish
    return readable_on(ground, *wishes)


def apart(colour: Colour, ground: Colour, ratio: float = 1.6) -> Colour:
    """The colour, made lighter or darker until its contrast with the ground is at least ``ratio``."""
    lightness, chroma, hue = to_oklch(colour)
    step = 0.03 if luminance(ground) < 0.2 else -0.03
    while contrast(colour, ground) < ratio and 0.0 < lightness < 1.0:
        lightness += step
        colour = from_oklch(min(1.0, max(0.0, lightness)), chroma, hue)
    while contrast(colour, ground) < ratio and chroma > PALEST:
        # As light or as dark as it gets: what is left is to pale.
        chroma *= 0.7
        colour = from_oklch(min(1.0, max(0.0, lightness)), chroma, hue)
    return colour
