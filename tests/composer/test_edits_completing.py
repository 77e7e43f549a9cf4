"""Holes and edges completed with patches of the picture: texture goes on, lines go on, things are not doubled."""

from __future__ import annotations

import functools

import numpy as np
import pytest
from edits_help import retouched
from PIL import Image

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.edits.foreign.canvas import Canvas
from aquatint.engines.composer.edits.foreign.completing import complete
from aquatint.imaging.frame import Mask
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIDE = 192


@functools.cache
def texture() -> Pixels:
    """Short strokes in greens, as of grass."""
    random = np.random.default_rng(2)
    cells = random.random((SIDE // 2, SIDE // 6)).astype(np.float32)
    grain = np.asarray(Image.fromarray(cells).resize((SIDE, SIDE), Image.Resampling.BICUBIC))
    fine = random.normal(0, 0.05, (SIDE, SIDE))
    return np.clip(np.array([70, 120, 50]) * (0.5 + grain + fine)[..., None], 0, 255).astype(np.uint8)


def landscape(*, car: bool) -> Pixels:
    """Sky over the texture, with a red thing in the middle."""
    pixels = texture().copy()
    rows = np.linspace(0, 1, SIDE // 2)[:, None, None]
    pixels[: SIDE // 2] = (np.array([110, 160, 215]) + 30 * rows).astype(np.uint8)
    if car:
        pixels[100:130, 70:120] = (200, 30, 35)
    return pixels


def hole(top: int, bottom: int, left: int, right: int) -> Mask:
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[top:bottom, left:right] = True
    return mask


def roughness(pixels: Pixels) -> float:
    return float(np.abs(np.diff(pixels[..., :3].astype(float), axis=0)).mean())


def test_texture_goes_on_as_sharp_as_it_was() -> None:
    mask = hole(60, 130, 60, 130)
    pixels, _ = retouched(texture(), "remove it", mask=mask)
    inside, own = pixels[62:128, 62:128], texture()[62:128, 62:128]
    assert 0.8 < roughness(inside) / roughness(own) < 1.2
    assert np.abs(inside[..., :3].mean(axis=(0, 1)) - own.mean(axis=(0, 1))).max() < 8
    assert np.array_equal(pixels[~mask][:, :3], texture()[~mask])


def test_no_seam_shows_at_the_rim() -> None:
    mask = hole(60, 130, 60, 130)
    pixels, _ = retouched(texture(), "remove it", mask=mask)
    across = np.abs(np.diff(pixels[..., :3].astype(float), axis=1)).mean(axis=2)
    at_rim = across[60:130, [59, 129]].mean()
    assert at_rim < 1.7 * across.mean()


def test_the_horizon_goes_on_through_a_hole() -> None:
    mask = hole(80, 150, 60, 130)
    pixels, _ = retouched(landscape(car=True), "remove it", mask=mask)
    blue = pixels[..., 2].astype(int) > pixels[..., 1]
    heights = blue[:, 65:125].sum(axis=0)
    assert np.abs(heights - SIDE // 2).max() <= 5
    red = (pixels[..., 0] > 150) & (pixels[..., 1] < 80)
    assert not red.any()


@pytest.mark.parametrize("size", [Size(288, 192), Size(192, 288)])
def test_beyond_the_edges_no_thing_stands_twice(size: Size) -> None:
    pixels, _ = retouched(landscape(car=True), "extend it", size=size)
    red = (pixels[..., 0] > 150) & (pixels[..., 1] < 80)
    assert red.sum() == 30 * 50


def test_completing_tells_how_far_it_is_and_is_repeatable() -> None:
    def once() -> tuple[list[float], Pixels]:
        opaque = np.dstack([texture(), np.full((SIDE, SIDE), 255, np.uint8)])
        canvas = Canvas(opaque, np.ones((SIDE, SIDE), np.bool_), False, Chance(3))
        return list(complete(canvas, hole(50, 90, 50, 90))), canvas.pixels

    shares, pixels = once()
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert np.array_equal(pixels, once()[1])
