"""The open sea with islands on the horizon."""

from __future__ import annotations

from aquatint.engines.composer.backdrops import framing, open_sky, ridges, water
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.colour import Colour


class Sea(Place):
    """Water to the horizon; things float on it."""

    name = "sea"
    geometry = Geometry(horizon=0.5, ground=(0.6, 0.88), sky=(0.06, 0.4), floor="water", metre=0.13)

    def back(self, easel: Easel) -> None:
        """Sky, two islands in the haze, water with swells."""
        open_sky.paint_sky(easel.fork("sky"))
        line, tall = easel.horizon, easel.height
        self._islands(easel.fork("islands"))
        water.sheet(easel.fork("water"), line, tall)
        for i in range(5):
            part = ((i + 1) / 5) ** 1.5
            y = line + (tall - line) * (0.08 + 0.85 * part)
            rough = 2.0 if easel.air.weather == "storm" else 1.0
            water.swell(easel.fork("swell", i), y, (0.005 + 0.016 * part) * tall * rough, near=part)

    def _islands(self, easel: Easel) -> None:
        """Two groups of hills that end in the water, apart from the sun."""
        short, line = 1000 * easel.unit, easel.horizon
        for i, (at, wide, rise, far) in enumerate(((0.82, 0.5, 0.07, 0.72), (0.1, 0.34, 0.05, 0.6))):
            chance = easel.chance.fork(i)
            centre = (at if easel.toward < 0 else 1 - at) * easel.width
            shape = ridges.rolling(wide * short, 0, rise * short, chance, waves=1.2)
            last = len(shape) - 1
            points = [
                (
                    centre + x - wide * short / 2,
                    line + (y - rise * short * 0.1) * min(1.0, 5 * min(k, last - k) / last),
                )
                for k, (x, y) in enumerate(shape)
            ]
            easel.paint(ridges.under(points, line + 2), easel.lit(Colour.of("#4f6f66"), far))

    def front(self, easel: Easel) -> None:
        """Deeper water in the near corners."""
        framing.vignette(easel, 0.3)
