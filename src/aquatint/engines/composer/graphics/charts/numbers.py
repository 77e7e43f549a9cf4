"""Numbers on axes and labels: round ticks, and how a value is written."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from aquatint.engines.composer.scene import Chart

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MINUS = "−"


class Axis(NamedTuple):
    """A scale from ``low`` to ``high``, both on round ticks."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """Where a value lies: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """The round numbers from low to high."""
        count = round((self.high - self.low) / self.step)
        return [self.low + index * self.step for index in range(count + 1)]


def axis_for(values: Iterable[float], most: int = 6, *, zero: bool = True) -> Axis:
    """A scale for the values with at most about ``most`` steps; it holds zero unless told otherwise."""
    known = list(values) or [0.0, 1.0]
    low, high = min(known), max(known)
    if zero:
        low, high = min(0.0, low), max(0.0, high)
    if high == low:
        high = low + (abs(low) or 1.0)
    step = _round_step((high - low) / max(1, most))
    return Axis(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step)


def _round_step(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    return next(step * power for step in STEPS if step * power >= raw * 0.999999)


def written(value: float, chart: Chart, decimals: int | None = None) -> str:
    """A value as the chart's numbers are written: sign, currency, groups of three digits, unit."""
    places = chart.decimals if decimals is None else decimals
    digits = f"{abs(value):,.{places}f}"
    if abs(value) < 10_000 and not chart.prefix:
        digits = digits.replace(",", "")
    if not value and chart.suffix.strip().lower() in ("k", "m", "mn", "bn", "b"):
        return f"{chart.prefix}0"
    sign = MINUS if value < 0 and digits.strip("0.,") else ""
    return f"{sign}{chart.prefix}{digits}{chart.suffix}"


def tick_written(value: float, axis: Axis, chart: Chart) -> str:
    """A tick as it is written: with as many decimals as its step needs."""
    exponent = math.floor(math.log10(axis.step))
    places = max(0, -exponent)
    if round(axis.step, places) != axis.step and abs(round(axis.step, places) - axis.step) > 1e-12 * axis.step:
        places += 1
    return written(value, chart, places)
