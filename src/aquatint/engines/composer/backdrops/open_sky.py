"""The whole sky of a picture: gradient, stars, sun or moon in the picture or beside it, clouds, lightning."""

from __future__ import annotations

from aquatint.engines.composer.backdrops.aurora import northern_lights
from aquatint.engines.composer.backdrops.clouds import clouds as paint_clouds
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.sky import ceiling, disc, gradient, named_discs, stars
from aquatint.engines.composer.backdrops.weather import lightning

CLOSED = frozenset({"cloudy", "rain", "storm", "snow"})
"""Weathers with a roof of cloud."""


def paint_sky(easel: Easel, *, clouds: float = 1.0) -> None:
    """The whole sky down to the horizon, and its horizon colour below. ``clouds`` scales their number."""
    easel.band(0, easel.horizon, *gradient(easel))
    bottom = easel.air.sky[3]
    easel.band(easel.horizon, easel.height, (0, bottom, 1.0), (1, bottom, 1.0))
    if easel.air.stars > 0.02:
        stars(easel.fork("stars"), easel.air.stars)
    if easel.air.weather == "aurora" and easel.air.time in ("night", "dusk"):
        northern_lights(easel.fork("aurora"))
    if easel.air.disc or named_discs(easel):
        disc(easel)
    else:
        _light_beside(easel)
    if easel.air.weather in CLOSED:
        ceiling(easel.fork("ceiling"))
    if easel.air.weather not in ("fog", "aurora") and not easel.lacks("clouds"):
        paint_clouds(easel.fork("clouds"), clouds)
    if easel.air.weather == "storm":
        lightning(easel.fork("lightning"))


def _light_beside(easel: Easel) -> None:
    """The brightness of a sun or a moon that stands beside the picture, on its side of the sky."""
    light = easel.stage.light
    x = easel.width * (0.5 + 0.62 * (1 if light.x > 0 else -1))
    y = easel.horizon * max(0.05, 0.8 - light.height)
    reach = min(1.1 * easel.width, 1.5 * easel.height)
    easel.glow((x, y), reach, easel.air.sun, 0.12 + 0.42 * (1 - easel.air.cover), add=True)
