"""Grounds for sport: a tennis court, an ice rink, a running track, a green with its flag."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.framing import oval
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone
from aquatint.engines.composer.drawing.brush import Point, fill, polygon
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift

Mark = tuple[float, float, float, float]
"""A line from (across, along) to (across, along): across -1..1 from side to side, along 0 far .. 1 near."""
TENNIS: tuple[Mark, ...] = (
    (-1, 0, 1, 0), (-1, 0, -1, 1), (1, 0, 1, 1), (-0.75, 0, -0.75, 1), (0.75, 0, 0.75, 1),
    (-0.75, 0.24, 0.75, 0.24), (-0.75, 0.78, 0.75, 0.78), (0, 0.24, 0, 0.78),
)  # fmt: skip
RINK: tuple[Mark, ...] = ((-1, 0.34, 1, 0.34), (-1, 0.72, 1, 0.72))


class Plan:
    """A flat rectangle laid in depth."""

    def __init__(self, easel: Easel, one: Step) -> None:
        """From ``y`` (``far_wide``) to ``to`` or the lower edge (``near_wide``)."""
        self.top = level(easel, one.number("y", 0.08))
        self.foot = level(easel, one.number("to")) if "to" in one.options else easel.height * 1.02
        self.far, self.near = (
            short(easel, one.number("far_wide", 0.7)) / 2,
            short(easel, one.number("near_wide", 1.3)) / 2,
        )
        self.middle, self.unit = easel.width / 2, easel.unit

    def at(self, across_: float, along: float) -> Point:
        """Where a place of it is seen."""
        ratio = self.far / self.near
        part = along * ratio / (along * ratio + (1 - along))
        half = self.far + (self.near - self.far) * part
        return self.middle + across_ * half, self.top + (self.foot - self.top) * part

    def strip(self, mark: Mark, thick: float) -> Sequence[Point]:
        """A line as thick as it is there: ``thick`` pixels at the near edge."""
        (x0, y0), (x1, y1) = self.at(mark[0], mark[1]), self.at(mark[2], mark[3])
        w0, w1 = (thick * (0.3 + 0.7 * (y - self.top) / max(1.0, self.foot - self.top)) / 2 for y in (y0, y1))
        if abs(y1 - y0) > abs(x1 - x0) * 0.2:
            return [(x0 - w0, y0), (x0 + w0, y0), (x1 + w1, y1), (x1 - w1, y1)]
        return [(x0, y0 - w0 * 0.6), (x1, y1 - w1 * 0.6), (x1, y1 + w1 * 0.6), (x0, y0 + w0 * 0.6)]


def _floor(easel: Easel, colour: Colour, top: float) -> None:
    base = easel.lit(colour)
    base = mix(base, easel.air.snow_colour, 0.75) if easel.air.snow else base
    far, near = mix(shift(base, lightness=0.02), easel.stage.light.haze, 0.16), shift(base, lightness=-0.04)
    easel.band(top, easel.height, (0, far, 1.0), (1, near, 1.0))


def court(easel: Easel, one: Step, roles: Roles) -> None:
    """A tennis court seen from its near end: the surround in a ``tone``, the court in an ``inner`` one."""
    plan = Plan(easel, one)
    _floor(easel, tone(easel, one, "#4f8f6b|#3f7f9a"), plan.top - short(easel, 0.02))
    inner = easel.lit(tone(easel, one.named("inner"), "#c9704a|#3f6fa8"))
    inner = mix(inner, easel.air.snow_colour, 0.6) if easel.air.snow else inner
    easel.paint(polygon([plan.at(-1, 0), plan.at(1, 0), plan.at(1, 1), plan.at(-1, 1)]), inner)
    white = easel.lit(Colour.of("#f6f6f0"))
    for mark in TENNIS:
        easel.paint(polygon(list(plan.strip(mark, 12 * easel.unit))), white, 0.9)
    _net(easel, plan, white)


def _net(easel: Easel, plan: Plan, white: Colour) -> None:
    (left, y), (right, _) = plan.at(-1.1, 0.42), plan.at(1.1, 0.42)
    tall, dark = short(easel, 0.055), easel.lit(Colour.of("#3a4048"))
    easel.canvas.drawOval(
        oval((left + right) / 2, y, (right - left) / 2, tall * 0.12), fill(easel.stage.light.shadow, 0.22)
    )
    count = 44
    for i in range(count + 1):
        x = left + (right - left) * i / count
        easel.line(polygon([(x, y - tall), (x, y)], closed=False), dark, 1.1 * easel.unit, 0.5)
    for i in range(1, 6):
        at = y - tall * i / 6
        easel.line(polygon([(left, at), (right, at)], closed=False), dark, 1.1 * easel.unit, 0.5)
    easel.paint(
        polygon(
            [(left, y - tall * 1.08), (right, y - tall * 1.08), (right, y - tall * 0.9), (left, y - tall * 0.9)]
        ),
        white,
    )
    for x in (left, right):
        post = [
            (x - 4 * easel.unit, y - tall * 1.14),
            (x + 4 * easel.unit, y - tall * 1.14),
            (x + 4 * easel.unit, y),
            (x - 4 * easel.unit, y),
        ]
        easel.paint(polygon(post), dark)


def rink(easel: Easel, one: Step, roles: Roles) -> None:
    """Smooth ice with its lines and the traces of skates."""
    plan = Plan(easel, one)
    ice = easel.lit(Colour.of("#e3eff6"))
    easel.band(
        plan.top, easel.height, (0, mix(ice, easel.air.sky[2], 0.25), 1.0), (1, shift(ice, lightness=-0.02), 1.0)
    )
    for mark, code in zip(RINK, ("#c9433a", "#3f6fb0"), strict=True):
        wide = (mark[0] * 3, mark[1], mark[2] * 3, mark[3])
        easel.paint(
            polygon(list(plan.strip(wide, 22 * easel.unit))), mix(easel.lit(Colour.of(code)), ice, 0.35), 0.8
        )
    for i in range(int(26 * easel.span)):
        chance = easel.chance.fork(i)
        x, part = chance.random() * easel.width, chance.random() ** 1.3
        y = plan.top + (easel.height - plan.top) * part
        easel.paint(lens(x, y, short(easel, 0.2) * (0.3 + part), 2.4 * easel.unit), WHITE, 0.5)
    easel.glow((easel.width * (0.5 + 0.2 * easel.toward), easel.height * 0.86), 0.5 * easel.width, WHITE, 0.35)


def lanes(easel: Easel, one: Step, roles: Roles) -> None:
    """A running track toward the viewer: ``count`` lanes."""
    plan, count = Plan(easel, one), int(one.number("count", 6))
    _floor(easel, easel.air.nature.grass, plan.top)
    red = easel.lit(tone(easel, one, "#b5523f|#c05f45"))
    red = mix(red, easel.air.snow_colour, 0.6) if easel.air.snow else red
    easel.paint(polygon([plan.at(-1, 0), plan.at(1, 0), plan.at(1, 1), plan.at(-1, 1)]), red)
    white = easel.lit(Colour.of("#f6f2ea"))
    for i in range(count + 1):
        at = 2 * i / count - 1
        easel.paint(polygon(list(plan.strip((at, 0, at, 1), 12 * easel.unit))), white, 0.85)
    easel.paint(polygon(list(plan.strip((-1, 0.5, 1, 0.5), 12 * easel.unit))), white, 0.7)


def bunker(easel: Easel, one: Step, roles: Roles) -> None:
    """A hollow of sand in the grass at ``at`` and ``y``."""
    x, y, half = (
        across(easel, one.number("at", 0.5), roles),
        level(easel, one.number("y", 0.14)),
        short(easel, 0.16),
    )
    sand = easel.lit(Colour.of("#ecd9ab"))
    easel.canvas.drawOval(oval(x, y, half * 1.06, half * 0.24), fill(easel.lit(easel.air.nature.grass_near)))
    easel.canvas.drawOval(oval(x, y + half * 0.03, half, half * 0.19), fill(shift(sand, lightness=-0.05)))
    easel.canvas.drawOval(oval(x + half * 0.05, y + half * 0.06, half * 0.92, half * 0.15), fill(sand))
