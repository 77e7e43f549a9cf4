"""Filling a hole so that every small patch in and around it looks like one that is known.

From coarse to fine: for each patch that touches the hole the likest known patch is sought (good finds go on to
neighbours, and random others are tried), and every pixel becomes what the patches over it agree on.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.edits.foreign.canvas import grown
from aquatint.engines.composer.edits.foreign.patches import (
    RADIUS,
    Field,
    Floats,
    Level,
    Numbers,
    offsets,
    trait_count,
    traits_at,
)
from aquatint.engines.composer.styles.filters import Planes

EXACT = 1_000_000
"""So many pairs of patches are all compared."""
FARNESS = 0.004
"""Cost (squared sRGB over a patch) of a source as far away as the picture is high: near ones are likelier."""
FADING, DEEPEST = 0.8, 20
"""What a patch counts for each pixel between it and what is known, down to so many pixels."""
ROUNDS = (6, 3)
"""Rounds of search and agreement on the coarsest and the finest level."""


def match(levels: list[Level], chance: Chance) -> Iterator[tuple[float, Level, Field]]:
    """Fill the levels one after the other; yields the share done 0..1, the level, and where its patches are found.

    The coarsest level begins with the colours that it has.
    """
    random = chance.array()
    field: Field | None = None
    last = levels[0]
    for number, level in enumerate(levels):
        if field is not None:
            field = _refined(field, last, level, random)
            level.colour = _agreed(level, field)
        places = np.flatnonzero(level.sources)
        table = np.zeros((level.hole.size, trait_count()), np.float32)
        table[places] = traits_at(level, places)
        for _ in range(round(np.interp(number, [0, max(1, len(levels) - 1)], ROUNDS))):
            field = _searched(level, field, places, table, random)
            level.colour = _agreed(level, field)
        assert field is not None
        last = level
        yield (number + 1) / len(levels), level, field


def _targets(level: Level) -> Numbers:
    return np.flatnonzero(grown(level.hole, RADIUS))


def _searched(
    level: Level, field: Field | None, places: Numbers, table: Floats, random: np.random.Generator
) -> Field:
    """A better field for the level as it looks now."""
    targets = _targets(level)
    wanted = traits_at(level, targets)
    if len(targets) * len(places) <= EXACT:
        return _exact(level, targets, wanted, places, table[places])
    found = field.found if field is not None else places[random.integers(0, len(places), len(targets))]
    search = _Search(level, targets, wanted, table, found)
    for step in (4, 1, 2, 1):
        search.spread(step)
        search.scatter(random)
    return Field(targets, search.found, search.cost)


def _exact(level: Level, targets: Numbers, wanted: Floats, places: Numbers, known: Floats) -> Field:
    cost = (wanted * wanted).sum(axis=1)[:, None] - 2 * wanted @ known.T + (known * known).sum(axis=1)[None]
    cost += _farness(level, targets[:, None], places[None])
    best = cost.argmin(axis=1)
    return Field(targets, places[best], cost[np.arange(len(targets)), best])


def _farness(level: Level, targets: Numbers, places: Numbers) -> Floats:
    """What a source costs by its distance, most of all up and down: the ground changes with distance."""
    down = (targets // level.shape[1] - places // level.shape[1]) / level.shape[0]
    across = (targets % level.shape[1] - places % level.shape[1]) / level.shape[0]
    side = np.float32(3 * (2 * RADIUS + 1) ** 2 * FARNESS)
    return (side * (4 * down * down + 0.5 * across * across)).astype(np.float32)


class _Search:
    """The likest patches so far, and ways to better ones."""

    def __init__(self, level: Level, targets: Numbers, wanted: Floats, table: Floats, found: Numbers) -> None:
        self.level, self.targets, self.wanted, self.table = level, targets, wanted, table
        self.found = found.copy()
        self.cost = self._costs(np.arange(len(targets)), self.found)
        self.index = np.full(level.hole.size, -1, np.int64)
        self.index[targets] = np.arange(len(targets))
        self.allowed = level.sources.ravel()

    def _costs(self, which: Numbers, places: Numbers) -> Floats:
        apart = self.wanted[which] - self.table[places]
        own = np.einsum("ij,ij->i", apart, apart)
        return np.asarray(own + _farness(self.level, self.targets[which], places), np.float32)

    def _try(self, which: Numbers, rows: Numbers, columns: Numbers) -> None:
        """Take sources at those rows and columns where they are likelier."""
        height, width = self.level.shape
        inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
        which, places = which[inside], rows[inside] * width + columns[inside]
        allowed = self.allowed[places]
        which, places = which[allowed], places[allowed]
        cost = self._costs(which, places)
        better = cost < self.cost[which]
        self.found[which[better]] = places[better]
        self.cost[which[better]] = cost[better]

    def spread(self, step: int) -> None:
        """Try where the neighbours ``step`` pixels away found theirs."""
        height, width = self.level.shape
        rows, columns = np.divmod(self.targets, width)
        for down, across in ((-step, 0), (0, -step), (step, 0), (0, step)):
            y, x = rows + down, columns + across
            inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
            which = np.flatnonzero(inside)
            neighbour = self.index[y[which] * width + x[which]]
            which, neighbour = which[neighbour >= 0], neighbour[neighbour >= 0]
            place_rows, place_columns = np.divmod(self.found[neighbour], width)
            self._try(which, place_rows - down, place_columns - across)

    def scatter(self, random: np.random.Generator) -> None:
        """Try places around the present ones, ever nearer."""
        height, width = self.level.shape
        which = np.arange(len(self.targets))
        reach = max(height, width) / 2
        while reach >= 2:
            rows, columns = np.divmod(self.found, width)
            ways = random.random((2, len(which)), np.float32) * 2 - 1
            self._try(
                which, rows + (reach * ways[0]).astype(np.int64), columns + (reach * ways[1]).astype(np.int64)
            )
            reach /= 4


def _refined(field: Field, last: Level, level: Level, random: np.random.Generator) -> Field:
    """The field of a coarser level on a finer one: neighbours keep their way to their sources."""
    (height, width), (old_height, old_width) = level.shape, last.shape
    table = np.zeros(last.hole.size, np.int64)
    table[field.targets] = field.found
    known = np.zeros(last.hole.size, np.bool_)
    known[field.targets] = True
    targets = _targets(level)
    rows, columns = np.divmod(targets, width)
    old_rows = np.minimum(rows * old_height // height, old_height - 1)
    old_columns = np.minimum(columns * old_width // width, old_width - 1)
    old = old_rows * old_width + old_columns
    from_rows, from_columns = np.divmod(table[old], old_width)
    new_rows = rows + np.round((from_rows - old_rows) * (height / old_height)).astype(np.int64)
    new_columns = columns + np.round((from_columns - old_columns) * (width / old_width)).astype(np.int64)
    new_rows = np.clip(new_rows, 0, height - 1)
    new_columns = np.clip(new_columns, 0, width - 1)
    found = new_rows * width + new_columns
    lost = ~known[old] | ~level.sources.ravel()[found]
    places = np.flatnonzero(level.sources)
    found[lost] = places[random.integers(0, len(places), int(lost.sum()))]
    return Field(targets, found, np.zeros(len(targets), np.float32))


def _certainty(level: Level) -> Floats:
    """What a patch counts by where its middle lies: less with every pixel that it is away from what is known."""
    inside, certainty = level.hole.copy(), np.ones(level.shape, np.float32)
    for _ in range(DEEPEST):
        if not inside.any():
            break
        certainty[inside] *= np.float32(FADING)
        inside &= ~grown(~inside, 1)
    return certainty


def _agreed(level: Level, field: Field) -> Planes:
    """The level with each pixel of its hole as the patches over it agree, good ones counting most."""
    height, width = level.shape
    flat = level.colour.reshape(3, -1)
    rows, columns = np.divmod(field.targets, width)
    typical = max(1e-6, float(np.percentile(field.cost, 75))) if field.cost.any() else 1.0
    doubt = np.clip(field.cost, 0, None) / np.float32(0.7 * typical)
    likely = np.exp(-doubt).astype(np.float32) + np.float32(1e-4)
    weight = likely * _certainty(level).ravel()[field.targets]
    total, amount = np.zeros_like(flat), np.zeros(flat.shape[1], np.float32)
    for down, across in offsets():
        y, x = rows + down, columns + across
        inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
        at = y[inside] * width + x[inside]
        source = field.found[inside] + down * width + across
        # Each target is named once for one offset, so plain indexing adds up.
        total[:, at] += flat[:, source] * weight[inside]
        amount[at] += weight[inside]
    agreed = total / np.maximum(amount, np.float32(1e-6))
    return np.where(
        level.hole & (amount > 0).reshape(level.shape), agreed.reshape(level.colour.shape), level.colour
    )
