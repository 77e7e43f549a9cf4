"""One of several: an edit that changes a single drawing of an item says so in the item's attributes.

"3 colour": the fourth drawing has a colour of its own; "3 size": it is that many times as tall; "3 at": its foot
is there, in shares of the picture; "3 gone": it is not drawn. "facing" is which way all of them look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from aquatint.engines.composer.layout.measures import Facing
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Item
from aquatint.sizes import Size

COLOUR, SIZE, AT, GONE = "colour", "size", "at", "gone"
FACING = "facing"
_CODE = re.compile(r"#[0-9a-f]{6}")
_OWN = re.compile(r"\d{1,3} (colour|size|at|gone)")
_CARRIED = frozenset({"holding", "wearing", "riding"})
ATTRIBUTE_LIMIT = 16


def singled(item: Item, instance: int, what: str, value: str) -> Item | None:
    """The item with something said of one of its drawings; None when it cannot hold any more."""
    key = f"{instance} {what}"
    if key not in item.attributes and len(item.attributes) >= ATTRIBUTE_LIMIT:
        return None
    return msgspec.structs.replace(item, attributes={**item.attributes, key: value})


def unsingled(item: Item, what: str) -> Item:
    """The item with all its drawings alike in that respect."""
    kept = {key: value for key, value in item.attributes.items() if not _says(key, what)}
    return item if kept == item.attributes else msgspec.structs.replace(item, attributes=kept)


def seen_count(item: Item) -> int:
    """How many of it are drawn."""
    return item.count - sum(_says(key, GONE) and int(key.split()[0]) < item.count for key in item.attributes)


def _says(key: str, what: str) -> bool:
    match = _OWN.fullmatch(key)
    return match is not None and match[1] == what


def with_singles(placements: Sequence[Placement], facing: Callable[[Item], Facing], size: Size) -> list[Placement]:
    """The placements as the attributes of their items say; order and all else stay. ``size`` is the picture's."""
    plain = not any(_is_special(one.item) for one in placements)
    if plain:
        return list(placements)
    turned = _turned(placements, facing)
    return [kept for one in turned if (kept := _single(one, size)) is not None]


def _is_special(item: Item) -> bool:
    return any(key == FACING or _OWN.fullmatch(key) for key in item.attributes)


def _single(one: Placement, size: Size) -> Placement | None:
    said = one.item.attributes
    if f"{one.instance} {GONE}" in said:
        return None
    code = said.get(f"{one.instance} {COLOUR}", "")
    if _CODE.fullmatch(code):
        one = replace(one, item=msgspec.structs.replace(one.item, colour=code))
    if (foot := _foot(said.get(f"{one.instance} {AT}", ""))) is not None:
        one = replace(one, foot=(foot[0] * size.width, foot[1] * size.height))
    factor = size_of(one)
    return one if factor == 1 else replace(one, height=one.height * factor)


def size_of(one: Placement) -> float:
    """How many times as tall as the others a drawing was asked to be."""
    return _factor(one.item.attributes.get(f"{one.instance} {SIZE}", ""))


def _factor(text: str) -> float:
    # Plans come from outside too, so the text may be anything.
    try:
        value = float(text)
    except ValueError:
        return 1.0
    return value if 0.1 <= value <= 10 else 1.0


def _foot(text: str) -> tuple[float, float] | None:
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return (x, y) if -1 <= x <= 2 and -1 <= y <= 2 else None


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
