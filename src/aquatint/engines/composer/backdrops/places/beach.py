"""A beach: sand, surf, sea; a palm that leans in where it is warm, dune grass elsewhere."""

from __future__ import annotations

from aquatint.engines.composer.backdrops import framing, grounds, open_sky, ridges, trees, water
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.colour import Colour, mix


class Beach(Place):
    """Sand before the sea."""

    name = "beach"
    geometry = Geometry(horizon=0.46, ground=(0.7, 0.92), sky=(0.06, 0.38), clear=(0.1, 0.9), water=(0.5, 0.6))

    def back(self, easel: Easel) -> None:
        """Sky, headland, turquoise water with surf, sand."""
        open_sky.paint_sky(easel.fork("sky"))
        line, tall = easel.horizon, easel.height
        shore = line + 0.19 * tall
        self._headland(easel.fork("headland"))
        deep = Colour.of("#1f8fae")
        water.sheet(easel.fork("water"), line, shore + 0.06 * tall, deep=deep)
        shallow = easel.lit(Colour.of("#7fd6cf"))
        easel.band(shore - 0.07 * tall, shore + 0.05 * tall, (0, shallow, 0.0), (1, shallow, 0.85))
        edge = ridges.rolling(easel.width, shore + 0.02 * tall, 0.03 * tall, easel.fork("shore").chance, waves=1.3)
        sand = Colour.of("#ecd3a0")
        grounds.sand(easel.fork("sand"), shore, sand, edge)
        wet = easel.lit(mix(sand, Colour.of("#8a7458"), 0.6))
        path = ridges.under(edge, shore + 0.09 * tall)
        easel.shade(path, easel.fade((0, shore), (0, shore + 0.07 * tall), (0, wet, 0.8), (1, wet, 0.0)))
        water.foam_edge(easel.fork("foam"), edge, 7 * easel.unit)

    def _headland(self, easel: Easel) -> None:
        """A wooded point of land on the side away from the sun."""
        short, line = 1000 * easel.unit, easel.horizon
        side = -easel.toward
        edge = 0.0 if side < 0 else float(easel.width)
        chance = easel.chance
        points = []
        for i in range(15):
            part = i / 14
            x = edge - side * part * 0.42 * short
            points.append((x, line - short * 0.11 * (1 - part) ** 1.3 * chance.uniform(0.85, 1.1)))
        easel.paint(ridges.under(points, line + 2), easel.lit(Colour.of("#3f7a5e"), 0.5))

    def front(self, easel: Easel) -> None:
        """A palm from the side, or dune grass and rocks; no palm in storm, snow or winter."""
        framing.vignette(easel, 0.2)
        rough = easel.air.weather in ("storm", "snow", "fog") or easel.air.season in ("winter", "autumn")
        if rough or easel.fork("variant").chance.random() < 0.45:
            framing.grass_frame(easel, size=130)
            return
        side = easel.toward
        edge = 0.0 if side < 0 else float(easel.width)
        foot = (edge + side * 40 * easel.unit, easel.height * 0.98)
        tall = min(0.86 * easel.height, 900 * easel.unit)
        trees.palm(easel.fork("palm"), foot, tall, 0.0, lean=-side * 0.13, dark=True)
