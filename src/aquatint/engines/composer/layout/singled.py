"""One of several: an edit that changes a single drawing of an item says so in the item's ``singles``.

The attribute "facing" is which way all of them look.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from aquatint.engines.composer.layout.measures import Facing
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import ART, RANKED, Item, Single
from aquatint.sizes import Size

FACING = "facing"
_CARRIED = frozenset({"holding", "wearing", "riding"})
LIMIT = 60
"""Drawings of one item of which something may be said."""


def single_of(item: Item, instance: int) -> Single | None:
    """What is said of one of its drawings."""
    return next((single for single in item.singles if single.instance == instance), None)


def singled(
    item: Item,
    instance: int,
    *,
    colour: str | None = None,
    factor: float | None = None,
    gone: bool | None = None,
    at: tuple[float, float] | None = None,
) -> Item | None:
    """The item with something said of one of its drawings; None when it cannot hold any more."""
    known = single_of(item, instance)
    if known is None and len(item.singles) >= LIMIT:
        return None
    single = known or Single(instance=instance)
    said = {
        name: value
        for name, value in (("colour", colour), ("factor", factor), ("gone", gone), ("at", at))
        if value is not None
    }
    changed = msgspec.structs.replace(single, **said)
    others = [each for each in item.singles if each.instance != instance]
    return msgspec.structs.replace(item, singles=sorted([*others, changed], key=lambda each: each.instance))


def unsingled(item: Item, *, colour: bool = False, gone: bool = False) -> Item:
    """The item with all its drawings of one ``colour``, or none of them ``gone``."""
    if not item.singles:
        return item
    alike = {**({"colour": ""} if colour else {}), **({"gone": False} if gone else {})}
    changed = [msgspec.structs.replace(single, **alike) for single in item.singles]
    kept = [single for single in changed if single != Single(instance=single.instance)]
    return msgspec.structs.replace(item, singles=kept)


def seen_count(item: Item) -> int:
    """How many of it are drawn."""
    return item.count - sum(single.gone and single.instance < item.count for single in item.singles)


def with_singles(
    placements: Sequence[Placement],
    facing: Callable[[Item], Facing],
    size: Size,
    metres: Callable[[Item], float] = lambda item: 1.0,
) -> list[Placement]:
    """The placements as their items say of single ones; order and all else stay.

    ``size`` is the picture's; ``metres`` the height of an item as it is drawn, for those that sit down or lie.
    """
    if not any(one.item.singles or FACING in one.item.attributes for one in placements):
        return list(placements)
    turned = _turned(_ranked(placements), facing)
    return [kept for one in turned if (kept := _single(one, size, metres)) is not None]


def _ranked(placements: Sequence[Placement]) -> list[Placement]:
    """The placements with the numbers of those that are told by their place going from left to right.

    Where they are one above the other, they go from the bottom to the top.
    """
    numbers: dict[int, int] = {}
    for name in {one.item.id for one in placements if RANKED in one.item.attributes}:
        row = [at for at, one in enumerate(placements) if one.item.id == name]
        numbers |= {at: number for number, at in enumerate(sorted(row, key=_reading_order(placements, row)))}
    return [replace(one, instance=numbers.get(at, one.instance)) for at, one in enumerate(placements)]


def _reading_order(placements: Sequence[Placement], row: Sequence[int]) -> Callable[[int], float]:
    feet = [placements[at].foot for at in row]
    wide, high = (max(values) - min(values) for values in zip(*feet, strict=True))
    return lambda at: placements[at].foot[0] if wide >= high else -placements[at].foot[1]


def _single(one: Placement, size: Size, metres: Callable[[Item], float]) -> Placement | None:
    single = single_of(one.item, one.instance)
    if single is None:
        return one
    if single.gone:
        return None
    if single.colour:
        one = replace(one, item=msgspec.structs.replace(one.item, colour=single.colour))
    if single.attributes:
        said = {**one.item.attributes, **single.attributes}
        own = msgspec.structs.replace(one.item, art=said.pop(ART, one.item.art), attributes=said)
        one = replace(one, item=own, height=one.height * metres(own) / metres(one.item))
    if single.at is not None:
        one = replace(one, foot=(single.at[0] * size.width, single.at[1] * size.height))
    return one if single.factor == 1 else replace(one, height=one.height * single.factor)


def size_of(one: Placement) -> float:
    """How many times as tall as the others a drawing was asked to be."""
    single = single_of(one.item, one.instance)
    return single.factor if single is not None else 1.0


def _turned(placements: Sequence[Placement], facing: Callable[[Item], Facing]) -> list[Placement]:
    """What is to look the other way mirrored in its place, with what it bears."""
    first = {one.item.id: one for one in reversed(placements)}
    axes: dict[str, float] = {}
    for one in first.values():
        wanted, natural = one.item.attributes.get(FACING), facing(one.item)
        if wanted in ("left", "right") and natural in ("left", "right") and one.flip != (wanted != natural):
            axes[one.item.id] = one.foot[0]
    for one in first.values():
        if one.item.relation in _CARRIED and one.item.target in axes:
            axes[one.item.id] = axes[one.item.target]
    return [_mirrored(one, axes, first) for one in placements]


def _mirrored(one: Placement, axes: dict[str, float], first: dict[str, Placement]) -> Placement:
    if one.item.id not in axes:
        return one
    carried = one.item.relation in _CARRIED and one.item.target in axes
    x = 2 * axes[one.item.id] - one.foot[0] if carried else one.foot[0]
    return replace(one, foot=(x, one.foot[1]), flip=not one.flip, rotation=-one.rotation)
