"""Mountains over a lake, woods at their foot, a meadow in front."""

from __future__ import annotations

from aquatint.engines.composer.backdrops import framing, grounds, open_sky, ridges, trees, water
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.colour import Colour, mix


class Mountain(Place):
    """High country."""

    name = "mountain"
    turfed = True
    geometry = Geometry(horizon=0.58, ground=(0.74, 0.93), sky=(0.05, 0.3))

    def back(self, easel: Easel) -> None:
        """Sky, two ranges, a wood, a lake, grass."""
        open_sky.paint_sky(easel.fork("sky"), clouds=0.7)
        line, tall, short = easel.horizon, easel.height, 1000 * easel.unit
        rock = Colour.of("#75809a")
        ridges.range_of_mountains(easel.fork("back"), line + 0.01 * tall, 0.3 * short, rock, 0.6, count=5, cap=0.5)
        cap = 0.62 if easel.air.snow else 0.4
        ridges.range_of_mountains(
            easel.fork("main"), line + 0.02 * tall, 0.46 * short, Colour.of("#67708c"), 0.26, count=3, cap=cap
        )
        haze = easel.stage.light.haze
        easel.band(line - 0.08 * tall, line + 0.02 * tall, (0, haze, 0.0), (1, haze, 0.55))
        shore = ridges.rolling(easel.width, line + 0.025 * tall, 0.02 * tall, easel.fork("shore").chance)
        pine = easel.air.nature.conifer
        ridges.far_wood(easel.fork("wood"), shore, 0.06 * short, pine, 0.34)
        lake = line + 0.045 * tall
        bank = easel.lit(pine, 0.5)
        easel.band(line + 0.03 * tall, lake, (0, bank, 0.0), (0.4, bank, 0.9), (1, bank, 0.9))
        water.sheet(easel.fork("lake"), lake, lake + 0.1 * tall, deep=Colour.of("#2f7f98"))
        water.reflection(easel.fork("lake"), lake, 0.045 * tall, mix(easel.lit(pine, 0.3), easel.air.sky[1], 0.2))
        grounds.meadow_ground(easel.fork("ground"), lake + 0.07 * tall)
        grounds.flowers(easel.fork("flowers"), lake + 0.09 * tall, tall, 60)
        self._firs(easel, lake + 0.1 * tall)

    def _firs(self, easel: Easel, foot: float) -> None:
        for i, (x, size) in enumerate(((0.02, 0.36), (0.1, 0.26), (0.97, 0.4), (0.9, 0.24), (0.17, 0.17))):
            one = easel.fork("fir", i)
            trees.conifer(one, (x * easel.width, foot + size * 0.09 * easel.height), size * 1000 * easel.unit, 0.1)

    def front(self, easel: Easel) -> None:
        """Grass in the corners."""
        framing.vignette(easel, 0.25)
        framing.grass_frame(easel, size=90)
