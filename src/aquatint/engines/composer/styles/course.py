"""Which way strokes run in each part of a picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, edges, grain_direction, shrink, smoothstep
from aquatint.engines.composer.styles.noise import Plane

Floats = npt.NDArray[np.float32]


def sample(plane: Plane, x: Floats, y: Floats) -> Floats:
    """Nearest values of the plane at points, which may lie outside."""
    rows = np.clip(y, 0, plane.shape[0] - 1).astype(np.int32)
    columns = np.clip(x, 0, plane.shape[1] - 1).astype(np.int32)
    return np.asarray(plane[rows, columns])


@dataclass(frozen=True, slots=True)
class Course:
    """Lines without direction, as cosine and sine of twice their angle, on a copy ``factor`` times smaller."""

    cosine: Plane
    sine: Plane
    factor: int = 1

    def at(self, x: Floats, y: Floats) -> Floats:
        """Angles in radians (-pi/2..pi/2, clockwise from the right) at points of the picture, in its pixels."""
        share = np.float32(1 / self.factor)
        cosine, sine = (sample(plane, x * share, y * share) for plane in (self.cosine, self.sine))
        return np.asarray(np.float32(0.5) * np.arctan2(sine, cosine))

    def leaning(self, slant: float, follow: float) -> Course:
        """A set slant (radians) that leans towards this course by ``follow``, 0..1."""
        rest = 1 - follow
        cosine = np.float32(follow) * self.cosine + np.float32(rest * math.cos(2 * slant))
        sine = np.float32(follow) * self.sine + np.float32(rest * math.sin(2 * slant))
        return Course(cosine, sine, self.factor)


def course(colour: Planes, unit: float, chance: Chance, sigma: float = 9.0) -> Course:
    """How strokes run: along the forms near them, in slow swirls where nothing is going on.

    Found on a smaller copy: it is as smooth as ``sigma`` units anyway.
    """
    factor = max(1, int(sigma * unit / 4))
    scale = unit / factor
    soft = np.stack([blur(shrink(plane, factor), 2 * scale) for plane in colour])
    angle, clear = grain_direction(soft, sigma * scale)
    near = blur(edges(soft, 0), sigma * scale) * np.float32(scale)
    sure = smoothstep(0.0005, 0.004, near) * clear
    drift = noise.clouds(angle.shape, 560 * scale, chance.fork("swirl"), 2) - np.float32(0.5)
    swirl = np.float32(-0.3) + np.float32(1.5 * math.pi) * drift
    cosine = sure * np.cos(2 * angle) + (np.float32(1) - sure) * np.cos(2 * swirl)
    sine = sure * np.sin(2 * angle) + (np.float32(1) - sure) * np.sin(2 * swirl)
    return Course(cosine, sine, factor)
