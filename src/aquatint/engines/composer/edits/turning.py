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
_UPWARDS = frozenset({"up", "down", "upwards", "downwards", "skyward", "skywards"})
_AROUND = frozenset({"around", "round"})


def follow_turning(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> bool:
    """Follow a clause that asks things to look another way; False if it does not, or cannot be followed."""
    said = {token.folded for token in clause.tokens}
    turns = clause.operation == "flip" or (clause.verb == "turn" and bool(said & _AROUND))
    if draft.scene.kind != "scene" or not (turns or said & words("turns")):
        return False
    named = [part for part in parts if part.kind in ("thing", "group", "pronoun", "one")]
    if any(part.kind == "relation" and part.word not in _TOWARDS | _AROUND for part in parts):
        return False
    ways = [part for part in parts if part.kind == "spot" or (part.spot is not None and part.spot[0] != 0)]
    start = min((token.start for token in clause.tokens if token.folded in words("turns")), default=-1)
    # "The bird on the left looks odd" tells which bird it is.
    ways = [part for part in ways if part.tags[0].tokens[0].start > start]
    sides = [part.spot for part in ways if part.spot is not None and part.spot[0] >= 0]
    if len(named) == len(sides) > 1:
        return _turn_each(draft, parts, named, sides)
    items = draft.refer(named[0]) if named else []
    if turns and not sides:
        # "Turn the fox and the rabbit around."
        items = [item for part in named for item in draft.refer(part)]
    if not items:
        return False
    vain = (said & _UPWARDS and not sides) or ("other" in said and len(items) == 1)
    if not turns and vain and len(named) == 1:
        # No drawing looks up or down, and those of one item all look one way.
        for part in parts:
            draft.note(part, "silent" if part in named else "undrawn")
        return True
    targets = draft.refer(named[1]) if len(named) > 1 else []
    spot = sides[0] if sides else None
    if not (turns or spot or targets or "other" in said):
        # "make it look like a woodcut" is about no direction.
        return False
    items = [now for item in items if (now := draft.scene.item(item.id)) is not None]
    done = [_turn(draft, item, _goal(draft, item, items, targets, spot, said)) for item in items]
    if any(done):
        for part in parts:
            draft.note(part)
        draft.ledger.note(clause.start, clause.verb, "drawn" if turns else "silent")
        draft.mention(items)
    return any(done)


def _turn_each(
    draft: Draft, parts: Sequence[Chunk], named: Sequence[Chunk], sides: Sequence[tuple[float, float]]
) -> bool:
    """ "the robot left and the alien right"."""
    done = False
    for part, side in zip(named, sides, strict=True):
        for item in draft.refer(part):
            if _turn(draft, item, "left" if side[0] < 0.5 else "right"):
                draft.note(part)
                done = True
    for part in parts if done else ():
        if part.kind not in ("thing", "group", "pronoun", "one"):
            draft.note(part)
    return done


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
