"""What land wants besides what was asked: trees, lamps, benches, where they hide nothing."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.cues import data, said
from aquatint.engines.composer.graphics.isometric.models import catalogue
from aquatint.engines.composer.graphics.isometric.naming import is_snowy
from aquatint.engines.composer.graphics.isometric.plot import Box, Plot
from aquatint.engines.composer.graphics.isometric.sight import hides
from aquatint.engines.composer.graphics.isometric.stands import Stand, Want, own
from aquatint.engines.composer.scene import Scene

REPEATS = 2
"""Times that the same bench or lamp is strewn; trees are as many as there is room for."""


def add_extras(plot: Plot, scene: Scene, wants: Sequence[Want], chance: Chance) -> None:
    """Trees and what else the land wants, where they hide nothing that was asked for."""
    names = data("models")["extras"].get(plot.kind, [])
    words = said(scene)
    asked = {want.model.name for want in wants if want.model is not None}
    theme = [_themed(name, scene) for name in names if name not in asked and not _refused(name, words)]
    land = plot.width * plot.depth - sum((c - a) * (d - b) for a, b, c, d in plot.taken)
    want_count = min(26, int(land / (6.0 if plot.kind != "forest" else 2.6)))
    tries = chance.fork("extras")
    for index in range(want_count if theme else 0):
        name = theme[index % len(theme)]
        if not catalogue()[name].flag("tree") and index // len(theme) >= REPEATS:
            continue
        extra = own(name, 1, first=index)[0]
        _strew(plot, extra, tries.fork(index))


def _refused(name: str, words: str) -> bool:
    return any(f" {no} {noun}" in words for no in ("no", "without") for noun in (name, f"{name}s"))


def _themed(name: str, scene: Scene) -> str:
    """Conifers in the snow."""
    if is_snowy(scene) and name in ("tree", "palm", "bush", "flowers"):
        return "pine" if name != "flowers" else "rock"
    return name


def _strew(plot: Plot, want: Want, chance: Chance) -> None:
    """One thing at a free place by chance, at the edges rather than in the middle."""
    width, depth = want.footprint()
    best: tuple[float, float, float] | None = None
    for _ in range(14):
        x, y = chance.uniform(0.2, plot.width - width - 0.2), chance.uniform(0.2, plot.depth - depth - 0.2)
        box = (x, y, x + width, y + depth)
        if not plot.fits(box, "land", 0.25) or any(_in(box, pad) for pad in plot.pads if want.height > 2):
            continue
        if any(_hides(box, want.height, stand) for stand in plot.stands if stand.want.asked):
            continue
        edge = min(x, y, plot.width - x - width, plot.depth - y - depth)
        worth = -edge - 0.15 * (x + y) * (want.height < 1.2) + 0.1 * (x + y) * (want.height < 1.2)
        if best is None or worth > best[0]:
            best = (worth, x, y)
    if best is not None:
        plot.put(want, best[1], best[2], 0)


def _in(box: Box, pad: Box) -> bool:
    return box[0] < pad[2] and pad[0] < box[2] and box[1] < pad[3] and pad[1] < box[3]


def _hides(box: Box, height: float, stand: Stand) -> bool:
    """Whether something so tall at this place would stand before a thing, as it is seen."""
    (a, b, _), (c, d, top) = stand.bounds
    wide = (box[0] - 0.4, box[1] - 0.4, box[2] + 0.4, box[3] + 0.4)
    shares = ((0.5, 0.5), (0.15, 0.85), (0.85, 0.15), (0.85, 0.85))
    places = [(a + u * (c - a), b + v * (d - b)) for u, v in shares]
    return height > 0.6 and any(hides(wide, height, (x, y, x, y), top * 0.5) for x, y in places)
