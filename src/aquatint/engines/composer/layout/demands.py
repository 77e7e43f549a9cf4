"""Sizes that relations ask for: a mushroom over a hedgehog is large, a monster under a bed is small.

A tree that something hangs from is no giant, or what hangs could not be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.ties import PEEKS
from aquatint.engines.composer.scene import Item

ROOF = 1.7
"""How many times as tall as what is under it a thing is at the least."""
STRETCHED = 6.0
"""No thing is made more than so many times as tall, or as low, as it really is."""
GROWING = frozenset({"plants", "foods"})
"""Groups of what may be larger than it is; under other things what is there is smaller."""
ROOFS = frozenset({"umbrella", "beach umbrella", "tent"})
"""What else one is under in whole."""
HUNG_TREE, OVER_HUNG = 4.5, 2.0
"""Height in metres of a tree from which something hangs, at the most, or so many heights of that."""
TALL_ENOUGH, LOOKED_OVER = 0.5, 0.7
"""Who is so tall, in metres, looks over a thing that is no higher than so many heights of theirs."""
BELOW = 0.75
"""How tall it is then, in heights of what it is under."""


def demanded(items: Sequence[Item], metres: Callable[[Item], float]) -> Callable[[Item], float]:
    """Real heights in metres, others for what is said to be under something and could not be, or for that."""
    by_id = {item.id: item for item in items}
    wanted: dict[str, float] = {}
    for item in items:
        host = by_id.get(item.target)
        if host is not None and item.relation == "hanging from" and group_of(host) == "plants":
            wanted[host.id] = min(metres(host), max(HUNG_TREE, OVER_HUNG * metres(item)))
        if host is not None and item.attributes.get(PEEKS) and metres(item) > TALL_ENOUGH:
            wanted[host.id] = min(metres(host), LOOKED_OVER * metres(item))
        if item.relation != "under" or host is None or host.spread or group_of(host) in LIVING:
            continue
        own, tall = metres(item), metres(host)
        grows = group_of(host) in GROWING or host.noun in ROOFS
        if grows and tall < ROOF * own <= STRETCHED * tall:
            wanted[host.id] = max(wanted.get(host.id, 0.0), ROOF * own)
        elif not grows and BELOW * tall < own <= STRETCHED * tall and item.count == 1:
            wanted[item.id] = BELOW * tall
    return (lambda item: wanted.get(item.id) or metres(item)) if wanted else metres
