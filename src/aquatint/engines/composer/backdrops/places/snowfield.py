"""A field of snow: white hills, far peaks, a few firs; northern lights at night."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.backdrops import framing, grounds, open_sky, ridges, trees
from aquatint.engines.composer.backdrops.aurora import northern_lights
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import Air, air_of, nature_of
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.scene import Scene


class Snowfield(Place):
    """Winter, whatever the season."""

    name = "snowfield"
    turfed = True
    geometry = Geometry(horizon=0.54, ground=(0.68, 0.92), sky=(0.06, 0.4))

    def air(self, scene: Scene) -> Air:
        """The air of the scene with snow on everything."""
        return replace(air_of(scene), season="winter", snow=True, nature=nature_of("winter"))

    def back(self, easel: Easel) -> None:
        """Sky, peaks, white hills with firs on them, snow."""
        open_sky.paint_sky(easel.fork("sky"), clouds=0.6)
        if easel.air.time == "night" and easel.air.cover < 0.5 and easel.air.weather != "aurora":
            northern_lights(easel.fork("aurora"))
        line, tall, short = easel.horizon, easel.height, 1000 * easel.unit
        rock = Colour.of("#7f90ac")
        ridges.range_of_mountains(
            easel.fork("peaks"), line + 0.02 * tall, 0.26 * short, rock, 0.5, count=4, cap=0.7
        )
        snow = easel.air.nature.grass
        for i, (y, rise, far) in enumerate(((0.02, 0.05, 0.5), (0.05, 0.06, 0.3))):
            one = easel.fork("hill", i)
            hill = ridges.hills(one, line + y * tall, rise * tall, snow, far)
            if i == 0:
                ridges.far_wood(one.fork("wood"), hill, 0.035 * short, easel.air.nature.conifer, 0.52)
        for i, (x, size) in enumerate(((0.06, 0.3), (0.14, 0.2), (0.94, 0.34), (0.86, 0.22), (0.8, 0.14))):
            one = easel.fork("fir", i)
            foot = line + (0.1 + 0.07 * size) * tall
            trees.conifer(one, (x * easel.width, foot), size * short, 0.26 - 0.5 * (size - 0.14))
        grounds.meadow_ground(easel.fork("ground"), line + 0.1 * tall)

    def front(self, easel: Easel) -> None:
        """Drifts in the corners."""
        framing.vignette(easel, 0.2)
        framing.grass_frame(easel)
