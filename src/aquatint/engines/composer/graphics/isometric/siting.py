"""Siting things on a plot: the large in the middle and at the back, the rest before them, nothing hidden."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.isometric.plot import Box, Plot, Strip, choose, features, middle, strip_for
from aquatint.engines.composer.graphics.isometric.sight import hides
from aquatint.engines.composer.graphics.isometric.stands import Stand, Want
from aquatint.engines.composer.graphics.isometric.strewing import add_extras
from aquatint.engines.composer.scene import Scene

STEP = 0.4
"""Least distance between the places that are tried, in metres."""
MOST_STEPS = 24
"""Places that are tried along each side."""
GROW, TRIES = 1.07, 60
"""What each try multiplies the sides with, and how many tries there are."""
ROAD, RAILS, WATER, RIVER = 4.2, 3.2, 5.4, 4.4
"""Width of strips in metres."""
STRICT = 12
"""Tries in which a place behind something tall is none."""
HIDDEN = -40.0
"""Worth of a place below which what stands there is not seen."""
SPACE_FOR = 1.4
"""Land per footprint of what stands on it."""


def lay_out(scene: Scene, wants: Sequence[Want], chance: Chance) -> Plot:
    """The smallest plot of the asked kind on which all things have their place, with what it wants besides."""
    kind = choose(scene, wants)
    wants = [*(want.outdoors() for want in wants), *features(scene, kind, wants)]
    order = sorted(wants, key=lambda want: -area(want))
    need = SPACE_FOR * sum(area(want) for want in order if strip_for(kind, want, order) == "land")
    least = 3.0 if kind == "plinth" else 5.6 if order else 9.0
    side = max(least, math.sqrt(need) + (0.6 if kind == "plinth" else 0.2 if len(order) == 1 else 1.0))
    phases = tuple(chance.uniform(0, 2 * math.pi) for _ in range(3))
    for attempt in range(TRIES):
        plot = _empty(kind, side * GROW**attempt, order, phases)
        if all(place(plot, want, order, strict=attempt < STRICT) for want in order):
            break
    _pave(plot)
    add_extras(plot, scene, order, chance)
    if chance.fork("side").random() < 0.5 and not scene.texts:
        _mirror(plot)
    return plot


def area(want: Want) -> float:
    width, depth = want.footprint()
    return (width + 0.9) * (depth + 0.9)


def _empty(kind: str, side: float, wants: Sequence[Want], phases: tuple[float, ...]) -> Plot:
    """Land of that side, its strips before and through it."""
    if kind in ("plinth", "sea"):
        longest = max((max(want.footprint()) for want in wants), default=0.0)
        return Plot(kind, max(side, longest + 1.2), max(side, longest + 1.2))
    if kind == "island":
        return Plot(kind, side * 1.5, side * 1.5, phases=phases)
    needed = {strip_for(kind, want, wants) for want in wants}
    along = {
        name: [w.footprint()[1] for w in wants if strip_for(kind, w, wants) == name] for name in ("road", "rails")
    }
    longest = max(sum(along["rails"]), sum(along["road"]) / 2 + max(along["road"], default=0.0) / 2)
    width = max(side, longest + 2.0)
    side = (
        max(side * side / width, max((min(w.footprint()) for w in wants), default=0.0) + 2.0)
        if width > side
        else side
    )
    strips: list[Strip] = []
    y = side
    if kind == "river" or "river" in needed:
        middle = side * 0.5
        strips.append(Strip("river", middle, middle + RIVER))
        y = side + RIVER
    for name, wide, there in (
        ("rails", RAILS, kind == "railway"),
        ("road", ROAD, kind == "street"),
        ("sea", WATER, False),
    ):
        if name in needed or there:
            strips.append(Strip(name, y, y + wide))
            y += wide + (0.8 if name != "sea" else 0.0)
    return Plot(kind, width, y, strips)


def place(plot: Plot, want: Want, wants: Sequence[Want], *, strict: bool = False) -> bool:
    """The best free place for one thing. False when there is none, or, if ``strict``, none in view."""
    ground = strip_for(plot.kind, want, wants)
    if ground == "bridge":
        return _span(plot, want)
    quarter = 1 if ground in ("road", "rails", "river") else _look(want)
    margin = 0.45 if want.model is None or not want.model.flag("building") else 0.8
    if ground in ("road", "rails"):
        margin = 0.15
    best: tuple[float, float, float] | None = None
    for x, y in _candidates(plot, want, quarter):
        width, depth = want.footprint(quarter)
        box = (x, y, x + width, y + depth)
        if not plot.fits(box, ground, margin):
            continue
        worth = _worth(plot, want, box, wants)
        if best is None or worth > best[0] + 1e-9:
            best = (worth, x, y)
    if best is None or (strict and best[0] < HIDDEN):
        return False
    plot.put(want, best[1], best[2], quarter)
    return True


def _look(want: Want) -> int:
    """Animals and people look this way and that, all else to the front."""
    return want.actor.instance % 2 if want.model is not None and want.model.at == "middle" else 0


def _candidates(plot: Plot, want: Want, quarter: int) -> Iterator[tuple[float, float]]:
    width, depth = want.footprint(quarter)
    step = max(STEP, plot.width / MOST_STEPS)
    for i in range(int((plot.width - width) / step) + 1):
        for j in range(int((plot.depth - depth) / step) + 1):
            yield 0.2 + i * step, 0.2 + j * step


def _span(plot: Plot, want: Want) -> bool:
    """A bridge across the river, or over the ground where there is none."""
    river = next((strip for strip in plot.strips if strip.kind in ("river", "sea")), None)
    width, depth = want.footprint()
    if river is None:
        return False
    x, y = (plot.width - width) / 2, (river.start + river.end - depth) / 2
    plot.put(want, x, y, 0)
    return True


def _worth(plot: Plot, want: Want, box: Box, wants: Sequence[Want]) -> float:
    """How good a place is: the large in the middle and at the back, the rest spread before it, nothing hidden."""
    a, b, c, d = box
    x, y = (a + c) / 2, (b + d) / 2
    land = next((strip.start for strip in plot.strips), plot.depth)
    tall = want.height > 3.2 or (want.model is not None and want.model.flag("building"))
    nearest = min((math.dist((x, y), middle(stand)) for stand in plot.stands), default=4.0)
    if tall:
        goal = (plot.width * 0.5, land * 0.45)
        others = [stand for stand in plot.stands if stand.want.height > 3.2]
        spread = 0.35 * min(nearest, 7.0) if others else 0.0
        covered = _hidden(plot, box, want.height) + _hiding(plot, box, want)
        return spread - 2.5 * covered - 0.35 * math.dist((x, y), goal) - 0.12 * (x + y) * bool(others)
    hidden = _hidden(plot, box, want.height) + _hiding(plot, box, want)
    goal = (plot.width * 0.55, plot.depth * 0.6)
    return 0.6 * min(nearest, 2.6) - 0.22 * math.dist((x, y), goal) - 50.0 * hidden


def _hidden(plot: Plot, box: Box, height: float) -> int:
    """How many things stand before a place and cover what is to stand there."""
    return sum(hides(_foot(stand), stand.bounds[1][2], box, height) for stand in plot.stands)


def _hiding(plot: Plot, box: Box, want: Want) -> int:
    """How many things that are asked for it would cover."""
    stands = [stand for stand in plot.stands if stand.want.asked]
    return sum(hides(box, want.height, _foot(stand), stand.want.height) for stand in stands)


def _foot(stand: Stand) -> Box:
    (a, b, _), (c, d, _) = stand.bounds
    return (a, b, c, d)


def _pave(plot: Plot) -> None:
    """Ground under and before buildings of a town."""
    if plot.kind not in ("plaza", "street"):
        return
    for stand in plot.stands:
        if stand.want.model is not None and stand.want.model.flag("building"):
            (a, b, _), (c, d, _) = stand.bounds
            plot.pads.append((max(0.3, a - 0.4), max(0.3, b - 0.4), min(plot.width - 0.3, c + 0.4), d + 1.0))


def _mirror(plot: Plot) -> None:
    """The same plot seen from the other side: x and y change places."""
    plot.mirrored = True
    plot.width, plot.depth = plot.depth, plot.width
    plot.stands = [replace(s, x=s.y, y=s.x, quarter=s.quarter ^ 1) for s in plot.stands]
    plot.pads = [(b, a, d, c) for a, b, c, d in plot.pads]
