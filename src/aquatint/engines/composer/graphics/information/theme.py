"""Colours of an information layout: a quiet ground, ink that reads on it, tones for data, one accent."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import (
    BLACK,
    WHITE,
    Colour,
    contrast,
    from_oklch,
    luminance,
    mix,
    shift,
    to_oklab,
    to_oklch,
)
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.palette import LEGIBLE, Palette, apart, legible
from aquatint.engines.composer.scene import Scene

DARK_WORDS = ("dark", "black", "night", "midnight", "chalkboard", "blackboard", "neon", "cyberpunk", "moody")
LIGHT_WORDS = ("light", "white", "bright", "clean", "minimal", "minimalist", "airy")
LIGHT = ("paper", "tint", "white", "bright")
GROUNDS = ("paper", "tint", "white", "bright", "bright", "deep", "deep", "dark")
"""What chance chooses from when the words do not say."""
DARKEST = 0.18
"""Luminance below which a ground takes light words."""
SEEN = 1.08
"""Least contrast of plates with the ground."""
TONES = 8
SEPARATION = 0.11
"""Least distance in OKLab between two tones."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours with parts to play; all text colours keep 4.5:1 on ``ground`` and on ``panel``."""

    ground: Colour
    panel: Colour
    """Cards and plates on the ground."""
    ink: Colour
    muted: Colour
    """Quieter words."""
    rule: Colour
    """Hairlines and grids."""
    accent: Colour
    """For shapes."""
    accent_ink: Colour
    """The accent, dark or light enough for words on ground and panel."""
    band: Colour
    """A large field of colour on which `on` gives the ink."""
    tones: tuple[Colour, ...]
    """Eight colours for data, well apart from each other and from the ground."""
    dark: bool

    def on(self, field: Colour) -> Colour:
        """Ink for words on a field of colour."""
        return legible(field, self.ground if self.dark != (luminance(field) > 0.3) else self.ink, WHITE)

    def tone(self, index: int) -> Colour:
        """The tone of a place in a row; they repeat after eight."""
        return self.tones[index % len(self.tones)]

    def pale(self, colour: Colour, amount: float = 0.16) -> Colour:
        """A pale tint of a colour, as a field behind something."""
        return mix(self.panel, colour, amount)

    def word_tone(self, colour: Colour) -> Colour:
        """The colour, moved until words in it read on ground and panel."""
        worse = max((self.ground, self.panel), key=lambda c: -contrast(colour, c))
        return apart(colour, worse, LEGIBLE + 0.15)


def choose_theme(scene: Scene, palette: Palette, chance: Chance, grounds: Sequence[str] = GROUNDS) -> Theme:
    """Light or dark as the words say, else one of the ``grounds`` as chance has it."""
    words = said(scene)
    asked_dark, asked_light = count_said(words, DARK_WORDS), count_said(words, LIGHT_WORDS)
    drawn = chance.choice(list(grounds))
    if asked_dark != asked_light:
        drawn = "dark" if asked_dark > asked_light else ("white" if drawn == "white" else "paper")
    elif scene.palette and drawn in ("dark", "deep"):
        drawn = "bright"
    return make_theme(palette, drawn)


def make_theme(palette: Palette, ground_name: str) -> Theme:
    """The theme on the palette's own ground, or on "paper", "tint", "white", "bright", "deep" or "dark"."""
    ground, panel = _grounds(palette, ground_name)
    if contrast(ground, panel) < SEEN:
        # A plate that is hardly lighter than the ground is made darker than it.
        lightness, chroma, hue = to_oklch(ground)
        panel = from_oklch(lightness - 0.04, max(chroma, 0.012), hue)
    dark = luminance(ground) < DARKEST
    ink = legible(ground, palette.paper if dark else palette.ink)
    accent = apart(palette.accent, ground, 2.4)
    worse = min((ground, panel), key=lambda c: contrast(c, ink))
    return Theme(
        ground=ground,
        panel=panel,
        ink=ink,
        muted=_muted(ink, worse),
        rule=mix(ground, ink, 0.2 if dark else 0.15),
        accent=accent,
        accent_ink=apart(accent, worse, LEGIBLE + 0.15),
        band=apart(_band(palette, dark=dark), ground, 1.45),
        tones=_tones(palette, worse),
        dark=dark,
    )


def _grounds(palette: Palette, name: str) -> tuple[Colour, Colour]:
    _, chroma, hue = to_oklch(palette.field)
    if palette.ground is not None:
        return palette.ground, _lifted(palette.ground)
    if name == "bright":
        lively = min(max(chroma, 0.0), 0.095)
        return from_oklch(0.9, lively, hue), from_oklch(0.965, lively * 0.32, hue)
    if name == "deep":
        _, own, own_hue = to_oklch(palette.main)
        return from_oklch(0.33, min(own, 0.085), own_hue), from_oklch(0.395, min(own, 0.085), own_hue)
    if name == "dark":
        _, own, own_hue = to_oklch(palette.ink)
        return from_oklch(0.22, min(own, 0.045), own_hue), from_oklch(0.29, min(own, 0.05), own_hue)
    if name == "white":
        return WHITE, from_oklch(0.965, min(0.012, chroma * 0.3), hue)
    if name == "tint":
        return from_oklch(0.945, min(0.026, chroma * 0.5), hue), mix(from_oklch(0.97, 0.008, hue), WHITE, 0.7)
    paper = palette.paper if luminance(palette.paper) > 0.75 else from_oklch(0.96, 0.012, hue)
    return paper, mix(paper, WHITE, 0.72)


def _lifted(ground: Colour) -> Colour:
    """A plate on an asked ground, away from the ink, so that the same ink reads on it."""
    if luminance(ground) < 0.05:
        return mix(ground, WHITE, 0.12)
    if contrast(ground, WHITE) > contrast(ground, BLACK):
        return mix(ground, BLACK, 0.16)
    return mix(ground, WHITE, 0.5)


def _muted(ink: Colour, ground: Colour) -> Colour:
    share = 0.34
    while share > 0 and contrast(mix(ink, ground, share), ground) < LEGIBLE + 0.2:
        share -= 0.04
    return mix(ink, ground, max(0.0, share))


def _band(palette: Palette, *, dark: bool) -> Colour:
    band = apart(palette.main, WHITE, LEGIBLE)
    return mix(band, palette.ink, 0.35) if dark else band


def _tones(palette: Palette, ground: Colour) -> tuple[Colour, ...]:
    main, second, accent, soft = palette.lively
    wishes = [main, accent, second, soft]
    wishes += [shift(main, hue=70), shift(second, hue=-75), shift(accent, hue=110), shift(main, hue=-120)]
    wishes += [shift(main, lightness=0.17), shift(second, lightness=-0.16), shift(accent, lightness=0.12, hue=30)]
    chosen: list[Colour] = []
    for wish in wishes:
        tone = _clear(wish, ground)
        if all(_distance(tone, other) > SEPARATION for other in chosen):
            chosen.append(tone)
    while len(chosen) < TONES:
        chosen.append(_another(chosen, ground))
    return tuple(chosen[:TONES])


def _clear(wish: Colour, ground: Colour) -> Colour:
    """The colour, clear of the ground; on a dark one it is lighter than that, and than the plates on it."""
    lightness, chroma, hue = to_oklch(wish)
    if luminance(ground) < DARKEST and luminance(wish) < luminance(ground):
        wish = from_oklch(max(0.62, 1 - lightness), chroma, hue)
    return apart(wish, ground, 1.9)


def _another(chosen: Sequence[Colour], ground: Colour) -> Colour:
    """Another tone, as far as can be from those chosen, at the lightness and chroma of the first."""
    lightness, chroma, hue = to_oklch(chosen[0])
    options = [
        _clear(from_oklch(min(0.8, max(0.35, lightness + step)), max(0.04, chroma), hue + turn), ground)
        for turn in range(0, 360, 30)
        for step in (-0.2, 0.0, 0.2)
    ]
    return max(options, key=lambda option: min(_distance(option, other) for other in chosen))


def _distance(first: Colour, second: Colour) -> float:
    return math.dist(to_oklab(first), to_oklab(second))
