"""What an edit adds: new items at their size, bound to who holds or wears them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from aquatint.engines.composer.edits import changing, moving, operations
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.references import NOUN
from aquatint.engines.composer.edits.where import as_exhibit, in_proportion
from aquatint.engines.composer.layout import singled
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Item, RelationName

NEWCOMERS = 16
"""Things that one instruction adds at most: each has to find its place among all others."""


def is_worn(noun: str) -> bool:
    """Whether things of that noun are worn."""
    return noun in grammar()["worn"]["nouns"] or noun in table("words/qualities")["wearables"]["names"]


def is_vain_exchange(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> bool:
    """Whether in a layout something is to become another thing that is not there: words that it does not set."""
    named = [part for part in parts if part.kind == "thing"]
    turned = clause.verb == "change" and any(part.word in ("to", "into") for part in parts)
    return draft.scene.kind != "scene" and turned and len(named) > 1 and not draft.refer(named[0])


def fit_pictures(draft: Draft) -> None:
    """Callers' pictures get their size when they have their place."""
    for item in draft.scene.items if draft.scene.kind == "scene" else []:
        if item.noun == NOUN and item.word in {f"image {number}" for number in draft.placed}:
            draft.scene = as_exhibit(draft.scene, draft.size, item.id)


def add_new(draft: Draft, part: Chunk) -> list[Item]:
    """Add what a part names; gives the new item, none where the picture is full."""
    assert part.phrase is not None
    if len(draft.scene.items) >= operations.ITEM_LIMIT or draft.newcomers >= NEWCOMERS:
        draft.note(part, "undrawn")
        return []
    draft.newcomers += 1
    item = draft.picture_for(part) or draft.make(part.phrase)
    if item is None:
        draft.note(part, "undrawn")
        return []
    item = operations.replaced(item, relation="", target="")
    draft.scene = operations.with_new(draft.scene, item)
    if draft.scene.kind == "scene":
        fit = as_exhibit if item.noun == NOUN else in_proportion
        draft.scene = fit(draft.scene, draft.size, item.id)
    draft.note(part, "approximated" if part.phrase.near else "drawn")
    return [item]


def bestow(draft: Draft, hosts: Sequence[Item], gift: Chunk, relation: RelationName) -> list[Item]:
    """Add a thing on or in the hand of the first of those that are there; gives the new items."""
    alone = _alone(draft, hosts)
    # Of several that are one item, those that are meant are items of their own now; each gets its own.
    receivers = alone if alone is not hosts else alone[:1]
    made = [item for host in receivers for item in _bestow_one(draft, host, gift, relation)]
    fit_pictures(draft)
    return made


def _bestow_one(draft: Draft, host: Item, gift: Chunk, relation: RelationName) -> list[Item]:
    made = add_new(draft, gift)
    for item in made:
        number = 1 if draft.picked.get(host.id) else _one_each(draft, gift, host)
        draft.scene = operations.with_item(draft.scene, item.id, counted(number))
        draft.scene = operations.with_item(draft.scene, item.id, bound(relation, host.id))
    if made and relation == "holding":
        changing.take_up(draft, host, "holding")
    return made


def _alone(draft: Draft, hosts: Sequence[Item]) -> Sequence[Item]:
    """One of several who gets something becomes an item of its own: what is borne goes to the first of an item."""
    first = hosts[0] if hosts else None
    if first is None or draft.picked.get(first.id, [0]) == [0] or draft.scene.kind != "scene":
        return hosts
    return moving.apart(draft, hosts[:1]) or hosts


def bound(relation: RelationName, target: str) -> changing.ItemChange:
    """Bind an item to another one. What is worn has the size that its wearer asks for."""
    sizes = {"scale": 1.0} if relation == "wearing" else {}
    return lambda one: cast(Item, operations.replaced(one, relation=relation, target=target, **sizes))


def counted(count: int) -> changing.ItemChange:
    """Give an item another number."""
    return lambda one: cast(Item, operations.replaced(one, count=count))


def _one_each(draft: Draft, gift: Chunk, host: Item) -> int:
    """How many of a gift there are: "a scarf" for four penguins is one for each, unless their number is told."""
    phrase = gift.phrase
    told = phrase is None or phrase.noun.key == NOUN or (phrase.counted and phrase.count > 1)
    count = 0 if phrase is None else phrase.count
    return count if told or host.id in draft.picked else max(1, singled.seen_count(host))
