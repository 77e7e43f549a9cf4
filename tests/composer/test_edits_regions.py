"""Things of foreign pictures by their colours; skies and lawns are none; the sides to which a picture grows."""

from __future__ import annotations

import numpy as np
from edits_help import retouched

from aquatint.engines.composer.edits import size_reframed
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size


def garden() -> Pixels:
    """A blue sky, a red house, a blue ball on the grass."""
    y, x = np.mgrid[:128, :192]
    pixels = np.where((y < 70)[..., None], np.array([110, 170, 226]), np.array([80, 130, 60]))
    pixels[40:90, 30:80] = (190, 50, 45)
    pixels[(x - 140) ** 2 + (y - 95) ** 2 < 14**2] = (40, 80, 200)
    return pixels.astype(np.uint8)


def test_a_thing_of_the_skys_colour_is_not_the_sky() -> None:
    before = garden()
    pixels, _ = retouched(before, "turn the blue ball green")
    assert np.array_equal(pixels[:60, 100:, :3], before[:60, 100:])
    assert pixels[95, 140, 1] > pixels[95, 140, 2]
    sky, _ = retouched(before, "make the sky orange")
    assert sky[10, 10, 0] > sky[10, 10, 2]
    assert np.array_equal(sky[95, 140, :3], before[95, 140])


def test_a_thing_without_a_colour_is_not_known() -> None:
    pixels, notes = retouched(garden(), "make the house blue and the ball red")
    assert np.array_equal(pixels[..., :3], garden())
    assert notes.undrawn == ("house", "blue", "ball", "red")


def test_a_picture_grows_to_the_side_that_is_said() -> None:
    before = garden()
    size = size_reframed(Size(192, 128), "expand the canvas to the left by 25%")
    assert size == Size(240, 128)
    pixels, _ = retouched(before, "expand the canvas to the left by 25%", size=size)
    assert np.array_equal(pixels[:, 48:, :3], before)
    assert (pixels[..., 3] == 255).all()


def test_a_tone_is_not_given_to_all_where_one_thing_is_meant() -> None:
    for said in ("make the red house darker", "make the sky darker"):
        pixels, notes = retouched(garden(), said)
        assert np.array_equal(pixels[..., :3], garden())
        assert "darker" in notes.undrawn


def test_where_there_is_no_sea_the_sky_stays() -> None:
    pixels, notes = retouched(garden(), "make the sea purple")
    assert np.array_equal(pixels[..., :3], garden())
    assert "sea" in notes.undrawn
