"""Things that another composed picture lends: its plan tells them, so that nothing is cut out of its pixels."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.operations import live_items, replaced
from aquatint.engines.composer.edits.plans import scene_of
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import Item
from aquatint.imaging.raster import Raster

_CARRIED = frozenset({"holding", "wearing", "riding"})
MOST = 6
"""Things that one picture lends at most."""


def lent_by(raster: Raster, name: str = "") -> list[Item]:
    """The things that a composed picture shows: those of a ``name``, else all, the first of them first.

    Empty for pictures without a plan, for layouts (a logo is lent as it stands), and where none has that name.
    """
    scene = scene_of(raster)
    if scene is None or scene.kind != "scene":
        return []
    items = live_items(scene)
    if name:
        named = [item for item in items if name in (item.noun, item.word.casefold()) or _is_kind(item, name)]
        items = [item for item in items if item in named[:1] or _is_of(item, named[:1])]
    return [_freed(item, items) for item in items[:MOST]]


def _is_kind(item: Item, name: str) -> bool:
    noun = find_noun(name)
    return noun is not None and noun.key == item.noun


def _is_of(item: Item, owners: Sequence[Item]) -> bool:
    """Whether somebody holds or wears it."""
    return item.relation in _CARRIED and any(item.target == owner.id for owner in owners)


def _freed(item: Item, items: Sequence[Item]) -> Item:
    """The item without what the layout of its picture remembers of it."""
    looks = {key: value for key, value in item.attributes.items() if not settled.is_own(key)}
    tied = item.target in {one.id for one in items}
    return replaced(  # type: ignore[no-any-return]
        item,
        attributes=looks,
        singles=[],
        position=None,
        count=max(1, seen_count(item)),
        relation=item.relation if tied else "",
        target=item.target if tied else "",
        second_target="",
    )


def renamed(items: Sequence[Item], taken: Sequence[str]) -> list[Item]:
    """The items under ids that are not ``taken``, their relations kept."""
    used, names = set(taken), dict[str, str]()
    for item in items:
        names[item.id] = next(name for n in range(1, 999) if (name := f"{item.noun}-{n}") not in used)
        used.add(names[item.id])
    return [replaced(item, id=names[item.id], target=names.get(item.target, "")) for item in items]
