"""A meadow: hills behind hills, a wood, grass with flowers."""

from __future__ import annotations

from aquatint.engines.composer.backdrops import framing, grounds, open_sky, ridges, trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


class Meadow(Place):
    """Open country."""

    name = "meadow"
    turfed = True
    geometry = Geometry(horizon=0.56, ground=(0.68, 0.92), sky=(0.07, 0.42))

    def back(self, easel: Easel) -> None:
        """Sky, three ranges of hills, a tree or two at the side, grass."""
        open_sky.paint_sky(easel.fork("sky"))
        line, tall, nature = easel.horizon, easel.height, easel.air.nature
        blue = mix(nature.grass_far, Colour.of("#6f8fc0"), 0.6)
        ridges.hills(easel.fork("hills", 0), line - 0.005 * tall, 0.15 * tall, blue, 0.62, waves=1.2)
        woods = ridges.hills(
            easel.fork("hills", 1), line + 0.02 * tall, 0.06 * tall, mix(blue, nature.grass, 0.55), 0.42
        )
        wood = mix(nature.conifer, nature.bush, 0.4)
        ridges.far_wood(easel.fork("wood"), woods, 0.03 * 1000 * easel.unit, wood, 0.45, pointed=False)
        near = ridges.hills(
            easel.fork("hills", 2), line + 0.065 * tall, 0.05 * tall, shift(nature.grass, lightness=0.02), 0.2
        )
        self._trees(easel, near)
        ground = easel.fork("ground")
        grounds.meadow_ground(ground, line + 0.07 * tall)
        side = easel.fork("side").chance.choice((0.0, 1.0))
        grounds.path(ground.fork("path"), line + 0.075 * tall, start=abs(side - 0.62), end=abs(side - 0.86))
        grounds.flowers(ground.fork("flowers"), line + 0.1 * tall, tall, 90)

    def _trees(self, easel: Easel, line: list[tuple[float, float]]) -> None:
        """A clump of trees on one side of the middle distance, one alone on the other."""
        side = easel.fork("side").chance.choice((0.0, 1.0))
        for i, (off, size) in enumerate(((0.3, 0.08), (0.05, 0.23), (0.2, 0.13), (0.13, 0.18), (0.93, 0.15))):
            one = easel.fork("tree", i)
            x = abs(side - off - one.chance.uniform(-0.02, 0.02)) * easel.width
            foot = (x, ridges.height_on(line, x) + 0.02 * easel.height)
            trees.broadleaf(one, foot, one.chance.vary(size, 0.15) * 1000 * easel.unit, 0.24)
            trees.bush(
                one.fork("bush"),
                (x + 0.03 * 1000 * easel.unit, foot[1] + 4 * easel.unit),
                0.022 * 1000 * easel.unit,
                0.22,
            )

    def front(self, easel: Easel) -> None:
        """Tall grass in the corners."""
        framing.vignette(easel, 0.22)
        framing.grass_frame(easel)
