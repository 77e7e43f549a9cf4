"""Pixels become outlines."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from aquatint.engines.composer.graphics.tracing import trace

SIDE = 96


def disc(radius: float, x: float = 48.0, y: float = 48.0) -> np.ndarray:
    """Alpha of a soft-edged disc."""
    ys, xs = np.mgrid[:SIDE, :SIDE] + 0.5
    return np.clip((radius - np.hypot(xs - x, ys - y) + 0.5) * 255, 0, 255).astype(np.uint8)


def filled(path: skia.Path) -> np.ndarray:
    surface = skia.Surface(SIDE, SIDE)
    surface.getCanvas().drawPath(path, skia.Paint(AntiAlias=True))
    alpha: np.ndarray = surface.toarray()[..., 3]
    return alpha


RING = disc(40) - disc(20)
CORNER = np.zeros((SIDE, SIDE), np.uint8)
CORNER[:30, :20] = 255
TOUCHING = np.zeros((SIDE, SIDE), np.uint8)
TOUCHING[20:40, 20:40] = TOUCHING[40:60, 40:60] = 255


@pytest.mark.parametrize(
    "alpha", [disc(30), RING, CORNER, TOUCHING, np.maximum(disc(12, 20, 20), disc(9, 70, 60))]
)
def test_the_outline_filled_is_what_was_traced(alpha: np.ndarray) -> None:
    difference = np.abs(filled(trace(alpha)).astype(int) - alpha)
    assert difference.mean() < 1
    assert (difference > 128).sum() <= 8


def test_nothing_gives_no_outline() -> None:
    assert trace(np.zeros((SIDE, SIDE), np.uint8)).isEmpty()


def test_smooth_outlines_have_few_points() -> None:
    assert trace(disc(40)).countPoints() < 60
