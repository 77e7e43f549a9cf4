"""Bringing things together: sit on, stand under, hold, ride, wear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from aquatint.engines.composer.edits import changing, moving, operations
from aquatint.engines.composer.edits.adding import put_between
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.newcomers import add_new, bestow, is_worn
from aquatint.engines.composer.edits.where import foot_of
from aquatint.engines.composer.scene import Item, RelationName

_BORNE = frozenset({"holding", "wearing"})


def relate(draft: Draft, subjects: Sequence[Item], said: str, part: Chunk, others: Sequence[Chunk] = ()) -> bool:
    """Let the subjects have a relation to what a part names, which is added if it is not there.

    ``others`` are the further ends of "between the owl and the fox".
    """
    ids = {item.id for item in subjects}
    there = [item for item in draft.refer(part) if item.id not in ids]
    name = cast(RelationName, said.lstrip("-"))
    if part.kind == "thing" and not there and part.tags[-1].sense("part") is not None:
        return False
    if name == "between":
        ends = [*there, *(item for other in others for item in draft.refer(other) if item.id not in ids)]
        return bool(subjects) and put_between(draft, subjects, ends)
    if not subjects or (not there and part.phrase is None):
        return False
    if said.startswith("-"):
        return bool(there) and moving.move_beside(draft, there[0], name, subjects[0])
    if name in _BORNE:
        if there:
            return _bear(draft, subjects[0], name, part, there)
        borne = [_bear(draft, subject, name, part, there) for subject in subjects]
        return any(borne)
    mounts = name == "on" and bool(there) and there[0].art.startswith("animal:")
    if name == "riding" or (mounts and changing.is_person(subjects[0])):
        return _mount(draft, subjects[0], part, there)
    targets = there or ([] if part.definite else add_new(draft, part))
    moved = [_bring(draft, item, name, targets[0]) for item in subjects if targets]
    if sum(moved) > 1:
        moving.spread(draft, [item for item, done in zip(subjects, moved, strict=True) if done])
    return any(moved)


def _bring(draft: Draft, item: Item, name: RelationName, target: Item) -> bool:
    """Several things that go upon another one are laid out there anew; others are moved as they are."""
    if item.count == 1 or name not in ("on", "in", "around") or item.art.startswith(("person:", "animal:")):
        return moving.move_beside(draft, item, name, target)
    if draft.scene.kind != "scene" or len(draft.scene.items) >= operations.ITEM_LIMIT:
        return False
    fresh = moving.fresh_id(draft.scene, item.noun)
    draft.scene = operations.without(draft.scene, item.id)
    twin = operations.replaced(item, id=fresh, relation=name, target=target.id, position=None, attributes={})
    draft.scene = operations.with_new(draft.scene, twin)
    draft.mention([twin])
    return True


def _bear(draft: Draft, bearer: Item, name: RelationName, part: Chunk, there: Sequence[Item]) -> bool:
    if there and moving.move_beside(draft, there[0], name, bearer):
        if name == "holding":
            changing.take_up(draft, bearer, "holding")
        return True
    if part.phrase is None or draft.scene.kind not in ("scene", "portrait"):
        return False
    if name == "wearing" and not is_worn(part.phrase.noun.key):
        return False
    return bool(bestow(draft, [bearer], part, name))


def _mount(draft: Draft, rider: Item, part: Chunk, there: Sequence[Item]) -> bool:
    """Put somebody on what they ride; a new mount stands where they stood."""
    if draft.scene.kind != "scene":
        return False
    mount = there[0] if there else None
    if mount is None:
        foot = foot_of(draft.scene, draft.size, rider.id)
        made = add_new(draft, part)
        if not made or foot is None:
            return False
        mount = made[0]
        draft.scene = operations.with_item(
            draft.scene, mount.id, lambda one: cast(Item, operations.replaced(one, position=foot))
        )
    changing.take_up(draft, rider, "riding")
    current = draft.scene.item(rider.id)
    return current is not None and moving.move_beside(draft, current, "riding", mount)
