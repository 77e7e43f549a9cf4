"""Perspective within the ground: what stands nearer to the viewer is larger."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aquatint.engines.composer.layout.stage import Stage

SOFTENED = 0.4
"""True ratios of distance are raised to this power, so that far things still read."""
SMALLEST, LARGEST = 0.55, 1.3


def scale_at(stage: Stage, y: float) -> float:
    """The factor on sizes of things that stand at ``y``, 1 in the middle of the ground."""
    return float(scales_at(stage, np.array(y)))


def scales_at(stage: Stage, y: NDArray[np.float64]) -> NDArray[np.float64]:
    """`scale_at` for many places."""
    far, near = stage.ground
    # Standing above the horizon is being infinitely far; a horizon inside the ground is no horizon.
    line = min(stage.horizon, far - 0.12 * (near - far))
    middle = max(1.0, (far + near) / 2 - line)
    part = np.clip((np.clip(y, far, near) - line) / middle, 0.02, None)
    return np.asarray(np.clip(part**SOFTENED, SMALLEST, LARGEST))
