"""Pictures made for the tests."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from aquatint.imaging.raster import Pixels

MakePicture = Callable[..., Pixels]


@pytest.fixture
def make_picture() -> MakePicture:
    """A function (width, height, channels, seed) -> smooth colours with some noise; alpha takes every value."""

    def make(width: int = 48, height: int = 32, channels: int = 3, seed: int = 0) -> Pixels:
        random = np.random.default_rng(seed)
        across, down = np.meshgrid(np.linspace(0, 200, width), np.linspace(0, 200, height))
        layers = [across, down, (across + down) / 2, 255 - across][:channels]
        noise = random.integers(0, 56, (height, width, channels))
        return np.clip(np.stack(layers, axis=-1) + noise, 0, 255).astype(np.uint8)

    return make
