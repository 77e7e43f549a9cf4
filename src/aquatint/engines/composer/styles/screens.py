"""Halftone screens: dots whose size says how dark it is."""

from __future__ import annotations

import math

import numpy as np

from aquatint.engines.composer.styles.noise import Plane


def dots(shape: tuple[int, int], pitch: float, degrees: float) -> Plane:
    """Threshold plane 0..1 of a dot screen: ink where the wanted coverage is larger than it.

    ``pitch`` is the distance of dots in pixels. Calibrated: a coverage of t inks about t of the area.
    """
    turn = math.radians(degrees)
    scale = 2 * math.pi / pitch
    x = np.arange(shape[1], dtype=np.float32)[None, :]
    y = np.arange(shape[0], dtype=np.float32)[:, None]
    u = (x * np.float32(math.cos(turn)) + y * np.float32(math.sin(turn))) * np.float32(scale)
    v = (y * np.float32(math.cos(turn)) - x * np.float32(math.sin(turn))) * np.float32(scale)
    wave = (np.cos(u) + np.cos(v)) * np.float32(0.25) + np.float32(0.5)
    result: Plane = np.float32(1) - np.float32(0.5) * (
        np.float32(1) - np.cos(wave * np.float32(math.pi))
    ) * np.float32(1.0)
    return result


def screened(cover: Plane, screen: Plane, softness: float) -> Plane:
    """Ink 0..1 for a wanted coverage 0..1, its dot edges ``softness`` wide in units of the threshold."""
    threshold = screen * np.float32(1 - softness) + np.float32(softness / 2)
    gap = (cover - threshold) * np.float32(1 / softness) + np.float32(0.5)
    result: Plane = np.clip(gap, np.float32(0), np.float32(1))
    return result
