"""Sizes that relations ask for: a hedgehog under a mushroom wants a mushroom that is larger than it really is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.scene import Item

ROOF = 1.7
"""How many times as tall as what is under it a thing is at the least."""
STRETCHED = 6.0
"""No thing is made more than so many times as tall as it really is."""


def demanded(items: Sequence[Item], metres: Callable[[Item], float]) -> Callable[[Item], float]:
    """Real heights in metres, greater for what others are said to be under and could not be."""
    by_id = {item.id: item for item in items}
    wanted: dict[str, float] = {}
    for item in items:
        host = by_id.get(item.target)
        if item.relation != "under" or host is None or host.spread or group_of(host) in LIVING:
            continue
        own, tall = metres(item), metres(host)
        if tall < ROOF * own <= STRETCHED * tall:
            wanted[host.id] = max(wanted.get(host.id, 0.0), ROOF * own)
    return (lambda item: wanted.get(item.id) or metres(item)) if wanted else metres
