"""High in the air: banks of cloud below, clear sky above."""

from __future__ import annotations

from aquatint.engines.composer.backdrops import open_sky, sky
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.colour import mix


class Sky(Place):
    """Above the clouds."""

    name = "sky"
    geometry = Geometry(horizon=0.86, ground=(0.3, 0.78), sky=(0.08, 0.8), floor="air", metre=0.16, tilts=False)

    def back(self, easel: Easel) -> None:
        """Sky, then four banks of cloud that grow toward the viewer."""
        open_sky.paint_sky(easel.fork("sky"), clouds=0.6)
        haze = easel.air.sky[3]
        for row, (y, size, far) in enumerate(
            ((0.82, 0.2, 0.8), (0.87, 0.3, 0.5), (0.94, 0.42, 0.25), (1.03, 0.55, 0.0))
        ):
            base = y * easel.height
            easel.band(
                base - 0.05 * easel.height,
                easel.height,
                (0, haze, 0.0),
                (1, mix(haze, easel.air.sky[2], 0.3), 0.5),
            )
            cloud_bank(easel.fork("bank", row), base, size, far)


def cloud_bank(easel: Easel, base: float, size: float, far: float) -> None:
    """Heaps of cloud side by side on a line at ``base``, each about ``size`` shorter sides wide."""
    width = size * 1000 * easel.unit
    x = -easel.chance.random() * width
    index = 0
    while x < easel.width + width:
        one = easel.fork(index)
        foot = (x, base + one.chance.uniform(-0.02, 0.02) * easel.height)
        sky.cumulus(easel, foot, one.chance.vary(width, 0.25), far, one.chance)
        x += width * one.chance.uniform(0.5, 0.8)
        index += 1
