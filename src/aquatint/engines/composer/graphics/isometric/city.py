"""A city: four blocks between crossing roads, one of them green."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.isometric.plot import Plot, Strip
from aquatint.engines.composer.graphics.isometric.siting import place
from aquatint.engines.composer.graphics.isometric.stands import Want, own
from aquatint.engines.composer.graphics.isometric.strewing import add_extras
from aquatint.engines.composer.scene import Scene

LOT = 4.4
"""Side of the ground of one house, in metres."""


def lay_out_city(scene: Scene, wants: Sequence[Want], chance: Chance) -> Plot:
    """Four blocks between crossing roads: houses at the back, a green one in front, what is asked among them."""
    block, road = 9.4, 3.6
    side = 2 * block + road
    plot = Plot("city", side, side, [Strip("road", block, block + road)])
    big = [w for w in wants if w.model is not None and w.model.flag("building")]
    rest = [w for w in wants if w not in big]
    cars = [w for w in rest if w.model is not None and w.model.flag("vehicle")]
    others = [w for w in rest if w not in cars]
    lots = [
        (bx + dx, by + dy)
        for bx, by in ((0.0, 0.0), (block + road, 0.0), (0.0, block + road))
        for dx in (0.2, 4.8)
        for dy in (0.2, 4.8)
    ]
    lots.sort(key=lambda lot: lot[0] + lot[1])
    green = block + road
    heroes = [w for w in big if max(w.footprint()) > 4.5]
    for want in heroes[:1]:
        width, depth = want.footprint()
        plot.put(want, green + (block - width) / 2, green + (block - depth) / 2 - 0.6, 0)
    for index, want in enumerate([w for w in big if w not in heroes[:1]]):
        if not lots:
            break
        x, y = lots.pop(min(len(lots) - 1, len(lots) // 2))
        if max(want.footprint()) <= 4.5:
            plot.put(want, x, y, index % 2)
    outside = _fill_park(plot, scene, others, green, block, chance)
    while outside and lots:
        outside = _fill_lot(plot, outside, lots.pop())
    kinds = ("office-building", "skyscraper", "step-tower", "row-house", "office-building")
    for index, (x, y) in enumerate(lots):
        front = x + y > 15
        name = chance.fork("lot", index).choice(("row-house", "office-building") if front else kinds)
        want = own(name, 1, first=index)[0]
        width, depth = want.footprint()
        plot.put(want, x + (4.4 - width) / 2, y + (4.4 - depth) / 2, chance.fork("turn", index).choice((0, 1)))
    _drive(plot, cars or own("car", 4), block, road)
    return plot


def _fill_park(
    plot: Plot, scene: Scene, wants: Sequence[Want], green: float, block: float, chance: Chance
) -> list[Want]:
    """Put what is asked on the green block, and what such a block has besides; gives what found no room there."""
    inner = (green + 0.3, green + 0.3)
    park = Plot("park", block - 0.6, block - 0.6)
    park.taken += [
        (a - inner[0], b - inner[1], c - inner[0], d - inner[1])
        for a, b, c, d in plot.taken
        if a >= green and b >= green
    ]
    outside = [want for want in wants if not place(park, want, wants)]
    add_extras(park, scene, wants, chance)
    plot.stands += [replace(s, x=s.x + inner[0], y=s.y + inner[1]) for s in park.stands]
    return outside


def _fill_lot(plot: Plot, wants: Sequence[Want], lot: tuple[float, float]) -> list[Want]:
    """A green instead of a house, for what the park has no room for; gives what is left over still."""
    park = Plot("park", LOT, LOT)
    outside = [want for want in wants if not place(park, want, wants)]
    plot.stands += [replace(s, x=s.x + lot[0], y=s.y + lot[1]) for s in park.stands]
    return outside


def _drive(plot: Plot, cars: Sequence[Want], block: float, road: float) -> None:
    """Cars on both roads, each in its lane."""
    for index, want in enumerate(cars):
        width, depth = want.footprint()
        # The first ones drive on the near halves of the roads, where no house hides them.
        along = 1.0 + (index // 4) * (depth + 1.6) + (block + road if index % 4 < 2 else 2.0)
        along = min(along, plot.width - depth - 0.4)
        lane = block + (0.2 if index % 4 in (0, 3) else road / 2) + (road / 2 - 0.2 - width) / 2
        if index % 2 == 0:
            plot.put(want, lane, along, 0)
        else:
            plot.put(want, along, lane, 1)
