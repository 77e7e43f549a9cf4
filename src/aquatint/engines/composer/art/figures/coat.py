"""Named colours of a figure, and how they all move when the prompt asks for another main colour."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from aquatint.engines.composer.drawing.colour import Colour, from_oklch, to_oklch

DARKEST, LIGHTEST = 0.27, 0.965
"""OKLab lightness range of an asked colour, so that light and shade still show on it."""
SPREAD = 0.8
"""How much of the steps of lightness between the colours is kept."""


class Coat(dict[str, Colour]):
    """Colours by what they are for: "main", "deep", "pale", "dark"..."""


def coat_of(colours: Mapping[str, str]) -> Coat:
    """The coat of colours written as "#rrggbb"."""
    return Coat({name: Colour.of(value) for name, value in colours.items()})


def dyed(coat: Coat, colour: Colour | None, roles: Collection[str], main: str = "main") -> Coat:
    """The coat with ``colour`` as its main colour; other ``roles`` keep their steps from it, the rest stays."""
    if colour is None:
        return coat
    lightness, chroma, hue = to_oklch(colour)
    lightness = min(LIGHTEST, max(DARKEST, lightness))
    base = to_oklch(coat[main])
    moved = Coat(coat)
    for role in roles:
        if role in coat:
            own = to_oklch(coat[role])
            level = lightness + (own[0] - base[0]) * SPREAD
            richness = min(1.15, max(0.5, own[1] / base[1])) if base[1] > 0.03 else 1.0
            moved[role] = from_oklch(min(0.98, max(0.12, level)), chroma * richness, hue)
    return moved
