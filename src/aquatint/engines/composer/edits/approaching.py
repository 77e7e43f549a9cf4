"""Bringing things nearer to each other or further apart."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from aquatint.engines.composer.edits import moving, operations
from aquatint.engines.composer.edits.chunks import Chunk, chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, longest, words
from aquatint.engines.composer.edits.where import feet_of, group_box, with_room
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.scene import Item

SIDEWAYS = 0.5
"""How much less things come nearer in depth than across: behind others they would not be seen."""
GAP = 0.01
"""Share of the picture that stays free between things that come together."""
_NAMED = ("thing", "group", "pronoun", "one")


def follow_approach(draft: Draft, clause: Clause) -> bool:
    """Follow "move the dog closer to the car", "put them closer together"."""
    if draft.scene.kind != "scene" or clause.operation not in ("move", "change", ""):
        return False
    for at in range(len(clause.tokens)):
        for table, follow in (("gatherings", _gather), ("approaches", _approach)):
            entry, length = longest(clause.tokens, at, grammar()[table])
            if not length:
                continue
            before, after = clause.tokens[:at], clause.tokens[at + length :]
            if follow(draft, before, after, grammar()[table][entry]):
                draft.ledger.note(clause.tokens[at].start, entry, "drawn")
                for token in clause.tokens[at + 1 : at + length]:
                    draft.ledger.note(token.start, "", "silent")
                return True
    return False


def follow_below(draft: Draft, clause: Clause) -> bool:
    """Follow "put the cat on the floor": what is upon another thing comes down; False where nothing is."""
    if draft.scene.kind != "scene" or clause.operation not in ("move", "change"):
        return False
    for at in range(len(clause.tokens)):
        phrase, length = longest(clause.tokens, at, words("below"))
        if not length or at + length < len(clause.tokens):
            continue
        items, told = _things(draft, clause.tokens[:at])
        if not items or not moving.put_down(draft, items):
            return False
        draft.mention(items)
        for part in told:
            draft.note(part)
        draft.ledger.note(clause.tokens[at].start, phrase, "drawn")
        for token in clause.tokens[at + 1 : at + length]:
            draft.ledger.note(token.start, "", "silent")
        return True
    return False


def _things(draft: Draft, tokens: Sequence[Token]) -> tuple[list[Item], list[Chunk]]:
    parts = [part for part in chunks(tokens) if part.kind in _NAMED]
    found: list[Item] = []
    for part in parts:
        found += [item for item in draft.refer(part) if item not in found]
    return found, parts


def _approach(draft: Draft, before: Sequence[Token], after: Sequence[Token], share: float) -> bool:
    items, told = _things(draft, before)
    targets, named = _things(draft, after)
    items = [item for item in items or draft.it() if item not in targets]
    if not items or not targets:
        return False
    for item in moving.apart(draft, items):
        _bring(draft, item, targets[0], share)
    draft.mention(items)
    for part in (*told, *named):
        draft.note(part)
    return True


def _bring(draft: Draft, item: Item, target: Item, share: float) -> None:
    """Go a share of the way to another thing, but not into it; away from it by that share of the way."""
    feet = feet_of(draft.scene, draft.size)
    own, other = group_box(draft.scene, draft.size, item.id), group_box(draft.scene, draft.size, target.id)
    if own is None or other is None:
        return
    (x, y), (to_x, to_y) = feet[item.id], feet[target.id]
    way_x, way_y = share * (to_x - x), share * (to_y - y)
    room = max(0.0, other.left - own.right if to_x > x else own.left - other.right) - GAP
    if share > 0:
        way_x = max(-room, min(room, way_x)) if room > 0 else 0.0
    moving.nudge(draft, [item], (way_x, SIDEWAYS * way_y if share > 0 else 0.0))
    foot = feet_of(draft.scene, draft.size)[item.id]
    roomy = with_room(draft.scene, draft.size, item.id, foot)
    if roomy != foot:
        draft.scene = operations.moved(draft.scene, item.id, roomy)


def _gather(draft: Draft, before: Sequence[Token], after: Sequence[Token], factor: float) -> bool:
    if after:
        return False
    items, told = _things(draft, before)
    items = items or draft.it("them")
    feet = feet_of(draft.scene, draft.size)
    items = [item for item in items if item.id in feet]
    if len(items) < 2:
        return False
    middle = sum(feet[item.id][0] for item in items) / len(items)
    closing = _closest(draft, items, factor)
    for item in items:
        moving.nudge(draft, [item], ((closing - 1) * (feet[item.id][0] - middle), 0.0))
    draft.mention(items)
    for part in told:
        draft.note(part)
    return True


def _closest(draft: Draft, items: Sequence[Item], factor: float) -> float:
    """The factor, or the smallest one with which neighbours do not cover each other."""
    if factor >= 1:
        return factor
    boxes = [box for item in items if (box := group_box(draft.scene, draft.size, item.id)) is not None]
    boxes.sort(key=lambda box: box.left + box.right)
    least = factor
    for one, other in itertools.pairwise(boxes):
        apart = (other.left + other.right - one.left - one.right) / 2
        needed = (one.right - one.left + other.right - other.left) / 2 + GAP
        least = max(least, min(1.0, needed / max(1e-6, apart)))
    return least
