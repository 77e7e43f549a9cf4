"""A river that comes out of the hills and crosses the picture before a grassy bank."""

from __future__ import annotations

from aquatint.engines.composer.backdrops import framing, grounds, open_sky, ridges, trees, water
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import Point, curve, fill
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


class River(Place):
    """A bank by running water."""

    name = "river"
    turfed = True
    geometry = Geometry(horizon=0.52, ground=(0.78, 0.94), sky=(0.06, 0.38), water=(0.66, 0.74))

    def back(self, easel: Easel) -> None:
        """Sky, hills, woods, the far meadow, the river, the near bank."""
        open_sky.paint_sky(easel.fork("sky"))
        line, tall, nature = easel.horizon, easel.height, easel.air.nature
        blue = mix(nature.grass_far, Colour.of("#6f8fc0"), 0.6)
        ridges.hills(easel.fork("hills", 0), line, 0.14 * tall, blue, 0.62, waves=1.2)
        shape = ridges.hills(
            easel.fork("hills", 1), line + 0.02 * tall, 0.08 * tall, mix(blue, nature.grass, 0.6), 0.4
        )
        ridges.far_wood(easel.fork("wood"), shape, 45 * easel.unit, nature.conifer, 0.42)
        grounds.meadow_ground(easel.fork("far bank"), line + 0.04 * tall, calm=True)
        self._trees(easel, line + 0.065 * tall)
        self._river(easel.fork("river"), line + 0.06 * tall)
        self._near_bank(easel.fork("bank"), line + 0.235 * tall)

    def _trees(self, easel: Easel, foot: float) -> None:
        side = easel.fork("side").chance.choice((0.0, 1.0))
        for i, (off, size) in enumerate(((0.04, 0.24), (0.14, 0.18), (0.22, 0.13), (0.95, 0.2), (0.86, 0.14))):
            one = easel.fork("tree", i)
            place = (abs(side - off) * easel.width, foot + size * 0.08 * easel.height)
            kind = trees.conifer if i in (1, 4) else trees.broadleaf
            kind(one, place, size * 1000 * easel.unit, 0.2)

    def _river(self, easel: Easel, top: float) -> None:
        """A band of water that starts as a thread far away and widens in a bend."""
        width, tall = easel.width, easel.height
        side = easel.chance.choice((0, 1))
        left_edge = [(0.5, 0.0), (0.6, 0.02), (0.36, 0.05), (0.05, 0.09), (-0.1, 0.11)]
        right_edge = [
            (-0.1, 0.27),
            (0.4, 0.2),
            (1.1, 0.2),
            (1.1, 0.12),
            (0.7, 0.075),
            (0.52, 0.045),
            (0.68, 0.02),
            (0.53, 0.0),
        ]

        def at(points: list[Point]) -> list[Point]:
            return [((x if side else 1 - x) * width, top + y * tall) for x, y in points]

        path = curve([*at(left_edge), *at(right_edge)], closed=True)
        bank = easel.lit(mix(easel.air.nature.soil, easel.air.nature.grass_near, 0.3))
        easel.canvas.save()
        easel.canvas.translate(0, -4 * easel.unit)
        easel.canvas.drawPath(path, fill(bank))
        easel.canvas.restore()
        water.sheet(easel.fork("water"), top, top + 0.27 * tall, deep=Colour.of("#2f86a8"), clip=path)

    def _near_bank(self, easel: Easel, top: float) -> None:
        """Grass to stand on, with stones at the water's edge."""
        grounds.meadow_ground(easel, top)
        grounds.flowers(easel.fork("flowers"), top + 0.03 * easel.height, easel.height, 46)
        for i in range(round(8 * easel.span)):
            one = easel.fork("stone", i)
            x = one.chance.random() * easel.width
            size = one.chance.uniform(12, 34) * easel.unit
            y = top + 0.004 * easel.height + size * 0.3
            grey = easel.lit(shift(Colour.of("#8f8f8a"), lightness=one.chance.uniform(-0.08, 0.06)))
            easel.canvas.drawOval(framing.oval(x, y, size, size * 0.6), fill(shift(grey, lightness=-0.12)))
            top_tone = easel.air.snow_colour if easel.air.snow else shift(grey, lightness=0.05)
            easel.canvas.drawOval(
                framing.oval(x + easel.toward * size * 0.15, y - size * 0.16, size * 0.78, size * 0.4),
                fill(top_tone),
            )

    def front(self, easel: Easel) -> None:
        """Reeds in the corners."""
        framing.vignette(easel, 0.25)
        framing.grass_frame(easel, size=140)
