"""Turning things round: "make the cat face right", "flip the rabbit", "let them look at each other"."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import words
from aquatint.engines.composer.edits.where import first_placement
from aquatint.engines.composer.layout.singled import FACING
from aquatint.engines.composer.lexicon.nouns import facing
from aquatint.engines.composer.scene import Item

_TOWARDS = frozenset({"at", "to", "to the left", "to the right", "on", "facing"})
_AROUND = frozenset({"around", "round"})


def follow_turning(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> bool:
    """Follow a clause that asks things to look another way; False if it does not, or cannot be followed."""
    said = {token.folded for token in clause.tokens}
    turns = clause.operation == "flip" or (clause.verb == "turn" and bool(said & _AROUND))
    if draft.scene.kind != "scene" or not (turns or said & words("turns")):
        return False
    named = [part for part in parts if part.kind in ("thing", "group", "pronoun", "one")]
    if any(part.kind == "relation" and part.word not in _TOWARDS for part in parts):
        return False
    items = draft.refer(named[0]) if named else []
    if not items:
        return False
    targets = draft.refer(named[1]) if len(named) > 1 else []
    spot = next((part.spot for part in parts if part.spot is not None and part.spot[0] >= 0), None)
    done = [_turn(draft, item, _goal(draft, item, items, targets, spot, said)) for item in items]
    if any(done):
        for part in parts:
            draft.note(part)
        draft.ledger.note(clause.start, clause.verb, "drawn" if turns else "silent")
        draft.mention(items)
    return any(done)


def _goal(
    draft: Draft,
    item: Item,
    items: Sequence[Item],
    targets: Sequence[Item],
    spot: tuple[float, float] | None,
    said: set[str],
) -> str:
    """Where an item is to look: "left", "right", "" where nothing is said of it."""
    if spot is not None and spot[0] != 0.5:
        return "left" if spot[0] < 0.5 else "right"
    others = [one for one in targets if one.id != item.id]
    if "other" in said:
        others = [one for one in items if one.id != item.id]
    here = first_placement(draft.scene, draft.size, item.id)
    there = first_placement(draft.scene, draft.size, others[0].id) if others else None
    if here is None:
        return ""
    if there is not None:
        return "left" if there.foot[0] < here.foot[0] else "right"
    now = facing(item) if not here.flip else {"left": "right", "right": "left"}.get(facing(item), "front")
    return {"left": "right", "right": "left"}.get(now, "")


def _turn(draft: Draft, item: Item, goal: str) -> bool:
    """Things that look out of the picture have no other side."""
    if not goal or facing(item) == "front":
        return False
    draft.scene = operations.with_attributes(draft.scene, item.id, {FACING: goal})
    return True
