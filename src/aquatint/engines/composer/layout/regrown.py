"""Things on others that an edit made larger or smaller: they stay on them, in them, in their hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from aquatint.engines.composer.layout.stage import Opening, Placement, Rim, Tether

FITTED = frozenset({"in", "wearing"})
"""Relations of what grows with its host; other things only go along."""
BORNE = frozenset({"in", "on", "holding", "wearing", "riding", "leaning on", "through", "hanging from"})

Known = Mapping[str, Sequence[Placement]]


def carried_along(found: Sequence[Placement], before: Known) -> list[Placement]:
    """The placements with all that hangs on a thing of another size where it was on that thing.

    ``before`` holds all drawings as the layout made them, by id; ``found`` those that are seen, some of them of
    another size on the same foot.
    """
    now = {(one.item.id, one.instance): one for one in found}
    grown = [key for key, one in now.items() if _was(before, key) is not None and _ratio(before, one) != 1]
    for key in grown:
        old = _was(before, key)
        assert old is not None
        _carry(now, before, key, old, now[key].height / old.height)
    return [now[(one.item.id, one.instance)] for one in found]


def _was(before: Known, key: tuple[str, int]) -> Placement | None:
    return next((one for one in before.get(key[0], ()) if one.instance == key[1]), None)


def _ratio(before: Known, one: Placement) -> float:
    old = _was(before, (one.item.id, one.instance))
    return 1.0 if old is None else round(one.height / old.height, 6)


def _carry(
    now: dict[tuple[str, int], Placement], before: Known, host: tuple[str, int], old: Placement, ratio: float
) -> None:
    """Scale what hangs on one drawing about its foot, and what hangs on that."""
    for key, one in list(now.items()):
        hosts = before.get(one.item.target, ())
        if one.item.relation not in BORNE or one.item.target != host[0] or not hosts:
            continue
        if hosts[one.instance % len(hosts)].instance != host[1]:
            continue
        size = ratio if one.item.relation in FITTED else 1.0
        now[key] = _scaled(one, old.foot, now[host].foot, ratio, size)
        _carry(now, before, key, one, size)


def _scaled(
    one: Placement, about: tuple[float, float], goal: tuple[float, float], ratio: float, size: float
) -> Placement:
    """A placement with all its points ``ratio`` times as far from ``about``, which comes to ``goal``."""

    def point(x: float, y: float) -> tuple[float, float]:
        return goal[0] + ratio * (x - about[0]), goal[1] + ratio * (y - about[1])

    cover, tether = one.cover, one.tether
    if isinstance(cover, Rim):
        (left, y), (right, _) = point(cover.left, cover.y), point(cover.right, cover.y)
        cover = Rim(left, right, y, ratio * cover.dip)
    elif isinstance(cover, Opening):
        (left, top), (right, bottom) = point(cover.left, cover.top), point(cover.right, cover.bottom)
        cover = Opening(left, top, right, bottom)
    foot = point(*one.foot)
    if tether is not None:
        tether = Tether(point(*tether.hand), tether.tie, tether.stem)
    return replace(one, foot=foot, height=one.height * size, cover=cover, tether=tether)
