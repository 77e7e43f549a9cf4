"""Give a packed drawing another main colour: "a blue car", "a black cat".

The colours written in the SVG are moved, not its pixels, so the result is as sharp as the original and its
details stay what they are. Three steps: weigh every colour by the area it covers; find the main ones (a band of
hues where the drawing is colourful, else its greys, else its darks); move those to the asked hue and chroma, and
their lightness so that the middle one meets the asked lightness while the order from dark to light is kept.
Outlines, eyes, windows and whatever else is of another colour stay.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from aquatint.engines.composer.drawing.colour import Colour, from_oklab, to_oklab, to_oklch

PROBE = 72
"""Pixels along the longer side of the rendering that weighs the colours."""
WRITTEN = re.compile(r'(\b(?:fill|stroke|stop-color)=")(#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?|gray|silver|red)(")')
NAMED = {"gray": "#808080", "silver": "#c0c0c0", "red": "#ff0000"}
COLOURFUL = 0.045
"""OKLab chroma from which a colour has a hue that counts."""
HUE_CORE, HUE_EDGE = 38.0, 62.0
"""Degrees from the main hue within which a colour moves wholly, and beyond which not at all."""
FOLIAGE = 114.0
"""Hue in degrees from which a colour is a leaf's green; a yellow flower or fruit keeps its leaves."""
FOLIAGE_GAP = 30.0
"""Degrees that the step from yellow to leaf green counts for on top."""
BLACKEST = 0.24
"""OKLab lightness below which a colour is an outline or a pupil."""
DARKEST = 0.32
"""Lightness that a black object gets, so that its eyes and outlines still show."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One colour of a drawing in OKLCH, and the share of the drawing that it covers."""

    lightness: float
    chroma: float
    hue: float
    share: float


@dataclass(frozen=True, slots=True)
class Main:
    """The main colours: which they are, and their middle."""

    weigh: Callable[[Tone], float]
    """How much a colour belongs to them, 0..1."""
    lightness: float
    low: float
    high: float
    chroma: float
    hue: float


def recolour(svg: str, colour: Colour) -> str:
    """The SVG with ``colour`` as its main colour. Unchanged when nothing in it can take a colour."""
    main = find_main(weigh_tones(svg))
    if main is None:
        return svg
    moved: dict[str, str] = {}

    def replace(match: re.Match[str]) -> str:
        written = match[2]
        if written not in moved:
            moved[written] = _move(_parse(written), main, colour).hex()
        return match[1] + moved[written] + match[3]

    # A drawing's unpainted shapes are black; that black can be the main colour, too.
    default = _move(Colour(0, 0, 0), main, colour).hex()
    return WRITTEN.sub(replace, svg.replace("<svg ", f'<svg fill="{default}" ', 1))


def weigh_tones(svg: str) -> list[Tone]:
    """The colours that the rendered drawing shows, reduced to 4 bits a channel, with their shares."""
    document = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg.encode(), True))
    surface = skia.Surface(PROBE, PROBE)
    document.setContainerSize(skia.Size(PROBE, PROBE))
    document.render(surface.getCanvas())
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType)
    solid = pixels[pixels[..., 3] > 200][:, :3].astype(np.int64)
    cells, where, counts = np.unique(
        (solid >> 4) @ np.array([256, 16, 1]), return_inverse=True, return_counts=True
    )  # fmt: skip
    sums = np.stack([np.bincount(where, solid[:, channel], len(cells)) for channel in range(3)], axis=1)
    means = sums / counts[:, None] / 255
    total = counts.sum()
    return [
        Tone(*to_oklch(Colour(*map(float, mean))), float(count / total))
        for mean, count in zip(means, counts, strict=True)
    ]  # fmt: skip


def find_main(tones: list[Tone]) -> Main | None:
    """The main colours of a drawing; None when it shows nothing."""
    colourful = sum(tone.share for tone in tones if _has_hue(tone))
    greys = sum(tone.share for tone in tones if not _has_hue(tone) and tone.lightness > 0.42)
    darks = sum(tone.share for tone in tones if not _has_hue(tone) and tone.lightness <= 0.42)
    if colourful >= max(0.18, 0.6 * max(greys, darks)):
        return _measure(tones, _near_hue(_peak_hue(tones)))
    return _measure(tones, _grey_weight if greys >= darks else _dark_weight)


def _has_hue(tone: Tone) -> bool:
    return tone.chroma > COLOURFUL and tone.lightness > BLACKEST


def _peak_hue(tones: list[Tone]) -> float:
    """The hue (degrees) around which most colourful area lies."""
    bins: dict[int, float] = defaultdict(float)
    for tone in tones:
        if _has_hue(tone):
            bins[round(tone.hue / 5) % 72] += tone.share * math.sqrt(tone.chroma)
    smooth = {i: sum(bins.get((i + k) % 72, 0.0) * (6 - abs(k)) for k in range(-5, 6)) for i in range(72)}
    return max(smooth, key=lambda i: smooth[i]) * 5.0


def _near_hue(hue: float) -> Callable[[Tone], float]:
    def weigh(tone: Tone) -> float:
        distance = abs((tone.hue - hue + 180) % 360 - 180)
        if hue < FOLIAGE <= tone.hue < 180:
            distance += FOLIAGE_GAP
        near = _ramp(distance, HUE_EDGE, HUE_CORE)
        return near * _ramp(tone.chroma, 0.012, 0.04) * _ramp(tone.lightness, BLACKEST - 0.06, BLACKEST + 0.04)

    return weigh


def _grey_weight(tone: Tone) -> float:
    return _ramp(tone.chroma, 0.10, 0.06) * _ramp(tone.lightness, 0.36, 0.48)


def _dark_weight(tone: Tone) -> float:
    return _ramp(tone.chroma, 0.10, 0.06) * _ramp(tone.lightness, 0.66, 0.52)


def _ramp(value: float, low: float, high: float) -> float:
    """0 at ``low``, 1 at ``high``, straight between; falling when ``low`` is the larger."""
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _measure(tones: list[Tone], weigh: Callable[[Tone], float]) -> Main | None:
    weighed = [(tone, weigh(tone) * tone.share) for tone in tones]
    weighed = [(tone, weight) for tone, weight in weighed if weight > 0]
    total = sum(weight for _, weight in weighed)
    if total <= 0:
        return None
    chroma = sum(tone.chroma * weight for tone, weight in weighed) / total
    x = sum(math.cos(math.radians(tone.hue)) * tone.chroma * weight for tone, weight in weighed)
    y = sum(math.sin(math.radians(tone.hue)) * tone.chroma * weight for tone, weight in weighed)
    low, middle, high = (_quantile(weighed, total * share) for share in (0.05, 0.5, 0.95))
    return Main(weigh, middle, low, high, chroma, math.degrees(math.atan2(y, x)) % 360)


def _quantile(weighed: list[tuple[Tone, float]], upto: float) -> float:
    """The lightness below which ``upto`` of the weight lies."""
    passed = 0.0
    for tone, weight in sorted(weighed, key=lambda pair: pair[0].lightness):
        passed += weight
        if passed >= upto:
            return tone.lightness
    return weighed[-1][0].lightness


def _parse(written: str) -> Colour:
    digits = NAMED.get(written, written)
    if len(digits) == 4:
        digits = "#" + "".join(digit * 2 for digit in digits[1:])
    return Colour.of(digits.lower())


def _move(old: Colour, main: Main, asked: Colour) -> Colour:
    """Where a colour of the drawing goes."""
    tone = Tone(*to_oklch(old), 0.0)
    weight = main.weigh(tone)
    lightness, chroma, hue = to_oklch(asked)
    if weight <= 0:
        return _blackened(old) if lightness < DARKEST and tone.lightness < DARKEST else old
    lightness = max(lightness, DARKEST)
    new_lightness = _move_lightness(tone.lightness, main, lightness)
    richness = min(1.25, max(0.55, tone.chroma / main.chroma)) if main.chroma > COLOURFUL else 1.0
    turn = (tone.hue - main.hue + 180) % 360 - 180 if main.chroma > COLOURFUL else 0.0
    new = _inside_gamut(new_lightness, chroma * richness, hue + 0.3 * turn)
    return _blend(old, new, weight)


def _blackened(old: Colour) -> Colour:
    """An outline or a pupil on a black object: blacker than the object."""
    lightness, a, b = to_oklab(old)
    return from_oklab(lightness * 0.6, a * 0.6, b * 0.6)


def _move_lightness(lightness: float, main: Main, asked: float) -> float:
    """The asked lightness for the middle of the main colours; the others around it, squeezed where room ends."""
    offset = lightness - main.lightness
    room = 0.975 - asked if offset > 0 else asked - 0.14
    reach = max(0.02, main.high - main.lightness if offset > 0 else main.lightness - main.low)
    gain = min(0.95, room / reach)
    return min(0.985, max(0.1, asked + offset * gain))


def _inside_gamut(lightness: float, chroma: float, hue: float) -> Colour:
    """The colour, with as much of its chroma as sRGB can show at that lightness and hue."""
    angle = math.radians(hue)
    for share in (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):
        a, b = chroma * share * math.cos(angle), chroma * share * math.sin(angle)
        colour = from_oklab(lightness, a, b)
        if abs(to_oklab(colour)[0] - lightness) < 0.012 and _same_hue(colour, a, b):
            return colour
    return from_oklab(lightness, 0.0, 0.0)


def _same_hue(colour: Colour, a: float, b: float) -> bool:
    _, shown_a, shown_b = to_oklab(colour)
    return math.hypot(shown_a - a, shown_b - b) < 0.02


def _blend(old: Colour, new: Colour, amount: float) -> Colour:
    pairs = zip(to_oklab(old), to_oklab(new), strict=True)
    return from_oklab(*(x + (y - x) * amount for x, y in pairs))
