"""A studio: a plain backdrop that curves into the floor, with one soft light on it."""

from __future__ import annotations

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import Air
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.colour import WHITE, Colour, from_oklch, mix, multiply, shift, to_oklch
from aquatint.engines.composer.layout.stage import Light

GROUNDS = ("#f3e3d3", "#dfe9ee", "#e9e4f2", "#e4eddd", "#f6e7c8", "#f3dcdc", "#d3e4e2", "#e8d6c4", "#d6dcea")

DARK = (0.25, 0.34)
"""OKLab lightness of grounds before which dark things need a light."""


class Studio(Place):
    """Nothing but light."""

    name = "studio"
    inside = True
    geometry = Geometry(horizon=0.6, ground=(0.68, 0.88), sky=(0.1, 0.5), metre=0.5, tilts=False)

    def light(self, air: Air) -> Light:
        """A large soft lamp; evenings are warm, nights cool and low."""
        outside = air.light
        return Light(
            x=outside.x,
            height=0.75,
            key=mix(outside.key, WHITE, 0.5),
            ambient=mix(outside.ambient, WHITE, 0.65),
            shadow=mix(outside.shadow, Colour.of("#3a3040"), 0.5),
            shadow_strength=0.28,
            haze=mix(outside.haze, WHITE, 0.6),
            darkness=outside.darkness * 0.5,
        )

    def _plain(self, easel: Easel, colour: Colour) -> None:
        """The colour that was asked for, hardly shaded; on a dark one, not black, a light behind the subject."""
        easel.band(0, easel.height, (0, colour, 1.0), (0.6, colour, 1.0), (1, shift(colour, lightness=-0.02), 1.0))
        if DARK[0] < to_oklch(colour)[0] < DARK[1]:
            middle = (easel.width * 0.5, easel.height * 0.48)
            easel.glow(middle, 0.56 * min(easel.width, easel.height), shift(colour, lightness=0.26), 0.8)

    def _ground(self, easel: Easel) -> Colour:
        asked = [Colour.of(text) for text in easel.scene.palette if text]
        if asked:
            lightness, chroma, hue = to_oklch(asked[0])
            colour = from_oklch(0.5 * lightness + 0.42, min(chroma, 0.07), hue)
        else:
            colour = Colour.of(easel.fork("ground").chance.choice(GROUNDS))
        return multiply(colour, easel.stage.light.ambient)

    def back(self, easel: Easel) -> None:
        """One sweep of colour: light behind the subject, a brighter floor, quiet corners."""
        if easel.scene.ground:
            self._plain(easel, Colour.of(easel.scene.ground))
            return
        colour, line, tall = self._ground(easel), easel.horizon, easel.height
        bend = 0.1 * tall
        wall, floor = shift(colour, lightness=-0.045), shift(colour, lightness=0.015)
        easel.band(0, line - bend, (0, shift(colour, lightness=-0.1), 1.0), (1, wall, 1.0))
        easel.band(
            line - bend, line + bend, (0, wall, 1.0), (0.5, shift(colour, lightness=-0.03), 1.0), (1, floor, 1.0)
        )
        easel.band(line + bend, tall, (0, floor, 1.0), (1, shift(colour, lightness=-0.03), 1.0))
        light = mix(colour, WHITE, 0.7)
        reach = max(easel.width, easel.height)
        easel.glow((easel.width * (0.5 + 0.12 * easel.toward), tall * 0.36), 0.62 * reach, light, 0.75)
        easel.glow((easel.width * 0.5, tall * 0.86), 0.5 * reach, light, 0.35)
        for x in (0.0, float(easel.width)):
            easel.glow((x, float(tall)), 0.6 * reach, easel.stage.light.shadow, 0.16)
