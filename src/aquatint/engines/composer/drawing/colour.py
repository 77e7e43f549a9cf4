"""Colours: sRGB triples in 0..1, moved about in OKLab, where equal steps look equal.

Formulas: Björn Ottosson, "A perceptual color space for image processing" (2020); WCAG 2.2 contrast ratio.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Colour(NamedTuple):
    """An opaque sRGB colour, each channel 0..1."""

    red: float
    green: float
    blue: float

    @classmethod
    def of(cls, text: str) -> Colour:
        """The colour written as "#rrggbb"."""
        return cls(*(int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)))

    def hex(self) -> str:
        """As "#rrggbb"."""
        return "#" + "".join(f"{round(min(1.0, max(0.0, c)) * 255):02x}" for c in self)


WHITE = Colour(1.0, 1.0, 1.0)
BLACK = Colour(0.0, 0.0, 0.0)


def to_linear(c: float) -> float:
    """sRGB channel 0..1 to linear light."""
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def from_linear(c: float) -> float:
    """Linear light to sRGB channel, clipped to 0..1."""
    c = min(1.0, max(0.0, c))
    return c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055


def to_oklab(colour: Colour) -> tuple[float, float, float]:
    """OKLab of a colour: lightness 0..1, a and b about -0.4..0.4."""
    r, g, b = (to_linear(c) for c in colour)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_oklab(lightness: float, a: float, b: float) -> Colour:
    """The nearest sRGB colour (channels clipped)."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return Colour(
        from_linear(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        from_linear(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        from_linear(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def to_oklch(colour: Colour) -> tuple[float, float, float]:
    """Lightness 0..1, chroma 0..0.4, hue in degrees 0..360."""
    lightness, a, b = to_oklab(colour)
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def from_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """The nearest sRGB colour of a lightness, chroma and hue (degrees)."""
    angle = math.radians(hue)
    return from_oklab(lightness, chroma * math.cos(angle), chroma * math.sin(angle))


def mix(first: Colour, second: Colour, amount: float) -> Colour:
    """From ``first`` (amount 0) to ``second`` (amount 1), in OKLab."""
    pairs = zip(to_oklab(first), to_oklab(second), strict=True)
    lightness, a, b = (x + (y - x) * amount for x, y in pairs)
    return from_oklab(lightness, a, b)


def multiply(colour: Colour, light: Colour) -> Colour:
    """A surface of ``colour`` seen under coloured ``light``."""
    return Colour(*(c * l for c, l in zip(colour, light, strict=True)))


def shift(colour: Colour, *, lightness: float = 0.0, chroma: float = 1.0, hue: float = 0.0) -> Colour:
    """Lightness added, chroma multiplied, hue turned by degrees."""
    l, c, h = to_oklch(colour)
    return from_oklch(min(1.0, max(0.0, l + lightness)), c * chroma, h + hue)


def luminance(colour: Colour) -> float:
    """Relative luminance 0..1 (WCAG)."""
    r, g, b = (to_linear(c) for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(first: Colour, second: Colour) -> float:
    """WCAG contrast ratio 1..21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def readable_on(ground: Colour, *choices: Colour) -> Colour:
    """The choice with the best contrast on ``ground``; black or white when no choice reaches 4.5:1."""
    best = max(choices, key=lambda c: contrast(c, ground)) if choices else ground
    if contrast(best, ground) >= 4.5:
        return best
    return max((BLACK, WHITE), key=lambda c: contrast(c, ground))
