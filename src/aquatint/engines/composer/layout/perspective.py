"""Perspective within the ground: what stands nearer to the viewer is larger."""

from __future__ import annotations

from aquatint.engines.composer.layout.stage import Stage

SOFTENED = 0.4
"""True ratios of distance are raised to this power, so that far things still read."""
SMALLEST, LARGEST = 0.55, 1.3
NEAREST_TO_INFINITY = 0.02
"""The least distance from the horizon, in those of the middle of the ground."""


def scale_at(stage: Stage, y: float) -> float:
    """The factor on sizes of things that stand at ``y``, 1 in the middle of the ground."""
    far, near = stage.ground
    line, middle = horizon_of(stage)
    part = max(NEAREST_TO_INFINITY, (min(max(y, far), near) - line) / middle)
    return float(min(LARGEST, max(SMALLEST, part**SOFTENED)))


def horizon_of(stage: Stage) -> tuple[float, float]:
    """y of the horizon as the ground has it, and how far below it the middle of the ground is, in pixels."""
    far, near = stage.ground
    # Standing above the horizon is being infinitely far; a horizon inside the ground is no horizon.
    line = min(stage.horizon, far - 0.12 * (near - far))
    return line, max(1.0, (far + near) / 2 - line)
