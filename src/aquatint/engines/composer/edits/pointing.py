"""Which things words point at: "the left one", "two of the apples", "her", "both"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import Item

if TYPE_CHECKING:
    from aquatint.engines.composer.edits.draft import Draft

_SHE, _HE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})
_SEVERAL = frozenset({"they", "them", "their", "both", "they all"})
_LIVING = frozenset({"people", "animals", "fantasy"})
_ORDERS: dict[str, Callable[[Placement], float]] = {
    "left": lambda one: one.foot[0],
    "right": lambda one: -one.foot[0],
    "front": lambda one: -one.foot[1],
    "back": lambda one: one.foot[1],
    "high": lambda one: one.foot[1] - one.height,
    "tall": lambda one: -one.height,
    "small": lambda one: one.height,
}
"""What the first of several is measured by."""


def who(word: str, said: Sequence[Item], live: Sequence[Item]) -> list[Item]:
    """Whom a pronoun means: ``said`` was mentioned last, ``live`` is all there is."""
    if word in _SHE | _HE:
        people = [item for item in said if _group(item) == "people"] or [
            item for item in live if _group(item) == "people"
        ]
        known = grammar()["gender"]["she" if word in _SHE else "he"]
        others = grammar()["gender"]["he" if word in _SHE else "she"]
        sure = [item for item in people if item.noun in known]
        return (sure or [item for item in people if item.noun not in others] or list(said))[:1]
    if said:
        return list(said)
    if word in _SEVERAL:
        living = [item for item in live if _group(item) in _LIVING]
        several = living if sum(item.count for item in living) > 1 else list(live)
        return several if word != "both" or sum(item.count for item in several) == 2 else []
    free = [item for item in live if item.relation not in ("wearing", "holding")]
    return free if len(free) == 1 else []


def _group(item: Item) -> str:
    noun = find_noun(item.noun)
    return noun.group if noun is not None else ""


def select(draft: Draft, chunk: Chunk, items: list[Item], before: Mapping[str, Sequence[int]]) -> list[Item]:
    """Of the items meant, those that the words pick; ``draft.picked`` tells where only some drawings are.

    ``before`` holds the drawings that were meant last, by their items: "the other" is one that was not.
    """
    several = len(items) > 1 or any(item.count > 1 for item in items)
    if not several or draft.scene.kind != "scene" or not (chunk.pick or chunk.spot is not None):
        return items
    ids = {item.id for item in items}
    seen = [one for one in placements(draft.scene, draft.size) if one.item.id in ids]
    if chunk.pick == "other":
        chosen = [one for one in seen if one.item.id in before and one.instance not in before[one.item.id]]
    else:
        chosen = _chosen(draft, chunk, seen)
    found: list[Item] = []
    for item in items:
        own = sorted(one.instance for one in chosen if one.item.id == item.id)
        if own:
            found.append(item)
            if len(own) < item.count:
                draft.picked[item.id] = own
    return found


def _chosen(draft: Draft, chunk: Chunk, seen: Sequence[Placement]) -> list[Placement]:
    if chunk.spot is not None:
        x, y = chunk.spot

        def far(one: Placement) -> float:
            across = abs(x - one.foot[0] / draft.size.width) if x >= 0 else 0.0
            return across + (abs(y - one.foot[1] / draft.size.height) if y >= 0 else 0.0)

        return sorted(seen, key=far)[:1]
    pick = chunk.pick
    if pick.startswith("="):
        return sorted(seen, key=lambda one: (one.item.id, one.instance))[: int(pick[1:])]
    if draft.scene.mirrored:
        pick = {"left": "right", "right": "left"}.get(pick, pick)
    across = sorted(seen, key=_ORDERS["right" if draft.scene.mirrored else "left"])
    if pick.isdigit():
        return across[int(pick) - 1 : int(pick)]
    if pick == "middle":
        return across[len(across) // 2 : len(across) // 2 + 1]
    return sorted(seen, key=_ORDERS[pick])[:1]
