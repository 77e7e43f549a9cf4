"""One palette for a whole scene: colours go to the nearest ink, lightness stays, edits stay local."""

from __future__ import annotations

import msgspec
import numpy as np

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.engines.composer.styles.filters import luma
from aquatint.engines.composer.styles.oklab import to_oklab
from aquatint.engines.composer.styles.palette import pulled
from aquatint.engines.composer.styles.sheet import to_planes
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

TEAL_AND_ORANGE = ("#0f766e", "#f59e0b")


def rainbow() -> Pixels:
    steps = np.linspace(0, 255, 24).astype(np.uint8)
    red, green, blue = np.meshgrid(steps, steps, steps)
    alpha = np.full(red.size, 200, np.uint8)
    return np.stack([red.ravel(), green.ravel(), blue.ravel(), alpha], axis=-1).reshape(96, 144, 4)


def test_colours_come_nearer_and_lightness_stays() -> None:
    before, after = rainbow(), pulled(rainbow(), TEAL_AND_ORANGE, 0.7)
    spread = [float(np.hypot(*to_oklab(to_planes(p))[1:]).std()) for p in (before, after)]
    assert spread[1] < 0.7 * spread[0]
    lights = [to_oklab(to_planes(p))[0] for p in (before, after)]
    assert float(np.abs(lights[0] - lights[1]).mean()) < 0.03
    assert (after[..., 3] == 200).all()


def test_black_and_white_stay() -> None:
    pixels = np.array([[[0, 0, 0, 255], [255, 255, 255, 255]]], np.uint8)
    assert np.abs(pulled(pixels, TEAL_AND_ORANGE, 0.8).astype(int) - pixels).max() <= 6


def test_a_scene_is_drawn_in_its_palette() -> None:
    plain = author("a fox in a forest", seed=7).scene
    tinted = msgspec.structs.replace(plain, palette=["#9ca3af"])
    colourful = [float(np.ptp(look(scene)[..., :3].astype(int), axis=2).mean()) for scene in (plain, tinted)]
    assert colourful[1] < 0.5 * colourful[0]
    assert abs(float(luma(to_planes(look(plain))).mean()) - float(luma(to_planes(look(tinted))).mean())) < 0.05


def look(scene: object) -> Pixels:
    *_, last = render(scene, Size(320, 320))  # type: ignore[arg-type]
    return last.look()
