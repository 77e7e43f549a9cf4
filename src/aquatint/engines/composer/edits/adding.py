"""Adding things: where the words, the mask or the layout say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from aquatint.engines.composer.edits import changing, operations
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.setting import IN_THE_SKY
from aquatint.engines.composer.edits.where import at_spot, foot_of, in_proportion, inside, with_room
from aquatint.engines.composer.lexicon.nouns import role
from aquatint.engines.composer.planner.author import items_of
from aquatint.engines.composer.scene import Item, RelationName, Scene

GIVEN = "to"
"""Stands for the relation of what is given to something: worn if it can be, else held."""


def is_worn(noun: str) -> bool:
    """Whether things of that noun are worn."""
    return noun in grammar()["worn"]["nouns"]


def add(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "add two birds in the sky and a cat on the sofa", "another apple"."""
    del clause
    last: list[Item] = []
    relation = ""
    fresh: list[Item] = []
    for part in parts:
        if part.kind == "relation" and part.sense is not None:
            relation = part.sense.value
        elif part.word in ("to", "for") and last:
            relation = GIVEN
        elif part.kind in ("thing", "group", "pronoun"):
            found = _one(draft, part, relation, last)
            if found and not relation:
                fresh += found
            last, relation = found or last, ""
        elif part.kind == "spot" and part.spot is not None:
            _place(draft, last, part.spot)
            draft.note(part)
            fresh = [item for item in fresh if item not in last]
        elif part.word in ("and", ",", "with"):
            relation = ""
    _into_area(draft, fresh)
    draft.mention(last)


def _one(draft: Draft, part: Chunk, relation: str, before: Sequence[Item]) -> list[Item]:
    """Follow one thing that is named: a new one, more of one, or the target of the one before."""
    there = draft.refer(part)
    if relation and before:
        return _relate(draft, part, relation, before, there)
    if part.phrase is None:
        return []
    if part.more and there and changing.recount(draft, there, there[0].count + part.phrase.count):
        draft.note(part)
        return []
    return _new(draft, part)


def _new(draft: Draft, part: Chunk) -> list[Item]:
    assert part.phrase is not None
    if len(draft.scene.items) >= operations.ITEM_LIMIT:
        return []
    item = items_of([part.phrase], [one.id for one in draft.scene.items])[0]
    item = operations.replaced(item, relation="", target="")
    draft.scene = operations.with_new(draft.scene, item)
    if draft.scene.kind == "scene":
        draft.scene = in_proportion(draft.scene, draft.size, item.id)
    draft.note(part, "approximated" if part.phrase.near else "drawn")
    return [item]


def bestow(draft: Draft, receiver: Chunk, gift: Chunk, relation: RelationName) -> list[Item]:
    """Add a thing on or in the hand of one that is there; gives the new items."""
    hosts = draft.refer(receiver)
    made = _new(draft, gift) if hosts else []
    for item in made:
        draft.scene = operations.with_item(draft.scene, item.id, _bound(relation, hosts[0].id))
        draft.note(receiver)
    return made


def _relate(draft: Draft, part: Chunk, relation: str, before: Sequence[Item], there: list[Item]) -> list[Item]:
    """Bind what was added to what is named now, which is added too if it is not there yet."""
    targets = there or (_new(draft, part) if part.phrase is not None else [])
    if not targets:
        return []
    draft.note(part)
    # What is held or worn belongs to who holds or wears it, whichever of them the words name first.
    turned = relation.startswith("-") or relation in ("holding", "wearing")
    if relation in (GIVEN, "on") and is_worn(before[0].noun):
        relation = "wearing"
    name = cast(RelationName, "holding" if relation == GIVEN else relation.lstrip("-"))
    subjects, target = (targets, before[0]) if turned else (list(before), targets[0])
    for item in subjects:
        if item.id != target.id:
            draft.scene = operations.with_item(draft.scene, item.id, _bound(name, target.id))
    _target_first(draft, target.id)
    return [] if there else list(before)


def _bound(relation: RelationName, target: str) -> changing.ItemChange:
    return lambda one: cast(Item, operations.replaced(one, relation=relation, target=target))


def _target_first(draft: Draft, target: str) -> None:
    """Late things take their places in order, so a target stands before what hangs on it."""
    items = draft.scene.items
    if items[-1].id == target:
        hanging = next((i for i, item in enumerate(items) if item.target == target), len(items) - 1)
        draft.scene = operations.replaced(draft.scene, items=[*items[:hanging], items[-1], *items[hanging:-1]])


def _place(draft: Draft, items: Sequence[Item], spot: tuple[float, float]) -> None:
    if draft.scene.kind != "scene":
        return
    for item in items:
        if spot == IN_THE_SKY:
            draft.scene = _aloft(draft.scene, item)
            continue
        foot = foot_of(draft.scene, draft.size, item.id)
        if foot is not None:
            where = at_spot(foot, [spot])
            if spot[1] < 0:
                draft.scene = operations.with_item(draft.scene, item.id, _pinned(where))
                where = with_room(draft.scene, draft.size, item.id, where)
            draft.scene = operations.with_item(draft.scene, item.id, _pinned(where))


def _aloft(scene: Scene, item: Item) -> Scene:
    """The scene with an item in the air, if it is not one that is there by nature."""
    natural = role(item) in ("flies", "sky")
    return scene if natural else operations.with_attributes(scene, item.id, {"pose": "floating"})


def _pinned(foot: tuple[float, float]) -> changing.ItemChange:
    return lambda one: cast(Item, operations.replaced(one, position=foot))


def _into_area(draft: Draft, items: Sequence[Item]) -> None:
    """What the words place nowhere goes into the mask, side by side."""
    if draft.area is None or draft.scene.kind != "scene":
        return
    left, top, right, bottom = draft.area
    for index, item in enumerate(items):
        step = (right - left) / len(items)
        part = draft.area._replace(
            left=left + index * step, right=left + (index + 1) * step, top=top, bottom=bottom
        )
        draft.scene = inside(draft.scene, item.id, part, draft.size)
