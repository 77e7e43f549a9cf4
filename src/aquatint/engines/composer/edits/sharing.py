"""Sharing out: "one balloon red, one yellow, one blue", "make one blue and the other green"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.edits import changing
from aquatint.engines.composer.edits.chunks import Chunk, chunks, is_content
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import Item

_REST = frozenset({"other", "others", "rest"})
_NEXT = frozenset({"one", "another"})
_SILENT = frozenset({"and", ",", "the", "a", "be", "should", "is", "are", "another", "of", "them", "to", "paint"})


class Share(NamedTuple):
    """So many drawings, and what is said of them; ``number`` is 0 for all that are left."""

    number: int
    pick: str
    """Which one it is, an entry of the table of picks; "" where the words do not say."""
    said: Chunk


def follow_sharing(draft: Draft, clause: Clause) -> bool:
    """Follow a clause that says different things of several drawings of one item; False if it does not."""
    if draft.scene.kind != "scene" or clause.operation not in ("", "change"):
        return False
    parts = chunks(clause.tokens)
    shares, item = _shares(parts), _shared(draft, parts)
    alone = len(shares) == 1 and not any(part.kind == "thing" for part in parts)
    if item is None or not (len(shares) > 1 or (alone and 0 < shares[0].number < item.count)):
        return False
    seen = [one for one in placements(draft.scene, draft.size) if one.item.id == item.id]
    left = [one.instance for one in sorted(seen, key=lambda one: one.foot[0])]
    if sum(share.number for share in shares) > len(left):
        return False
    everyone = list(left)
    for share in shares:
        own = _picked(everyone, share.pick) or left[: share.number or None]
        left = [instance for instance in left if instance not in own]
        _give(draft, item, own, share.said)
    draft.picked.pop(item.id, None)
    draft.mention([item])
    for part in parts:
        draft.note(part)
    return True


def _picked(everyone: Sequence[int], pick: str) -> list[int]:
    """The drawing that a pick means, of all from left to right."""
    if pick.isdigit():
        return list(everyone[int(pick) - 1 : int(pick)])
    at = {"left": 0, "right": len(everyone) - 1, "middle": len(everyone) // 2}.get(pick, -1)
    return list(everyone[at : at + 1]) if at >= 0 else []


def _give(draft: Draft, item: Item, instances: Sequence[int], said: Chunk) -> None:
    current = draft.scene.item(item.id)
    if current is None or not instances or said.sense is None:
        return
    draft.picked[item.id] = list(instances)
    if said.sense.category == "colour":
        changing.recolour(draft, [current], said.sense.value, said.tags[0].folded)
    else:
        changing.resize(draft, [current], float(said.sense.value))


def _shared(draft: Draft, parts: Sequence[Chunk]) -> Item | None:
    """The one item that is spoken of: it is named once, or it is what there is several times."""
    named = [part for part in parts if part.kind == "thing" and part.phrase is not None]
    found: dict[str, Item] = {}
    for part in named:
        found |= {item.id: item for item in draft.refer(part)}
        draft.picked.clear()
    if named and len(found) != 1:
        return None
    items = list(found.values()) if found else [item for item in draft.it("them") if item.count > 1]
    several = [item for item in items if item.count > 1 and find_noun(item.noun) is not None]
    return several[0] if len(several) == 1 else None


def _shares(parts: Sequence[Chunk]) -> list[Share]:
    """The shares of a clause that consists of nothing else; none if a word asks for something else."""
    found: list[Share] = []
    count, pick = -1, ""
    for part in parts:
        if part.kind == "quality" and part.sense is not None and part.sense.category in ("colour", "size"):
            if count < 0:
                return []
            found.append(Share(count, pick, part))
            count, pick = -1, ""
        elif (told := _number(part)) is not None:
            count, pick = told
        elif any(is_content(each) and each.folded not in _SILENT for each in part.tags):
            return []
    return found


def _number(part: Chunk) -> tuple[int, str] | None:
    """How many a part means, and which; None if it does not say."""
    words = {each.folded for each in part.tags}
    if words & _REST:
        return 0, ""
    order = part.pick or next((str(grammar()["picks"][word]) for word in words if word in grammar()["picks"]), "")
    if part.pick.startswith("="):
        return int(part.pick[1:]), ""
    if order.isdigit() or order in ("left", "right", "middle"):
        return 1, order
    if part.kind == "thing" and part.phrase is not None and part.phrase.counted and not part.phrase.colour:
        return part.phrase.count, ""
    sense = part.sense
    if part.kind == "quality" and sense is not None and sense.category == "count" and sense.value.isdigit():
        return int(sense.value), ""
    return (1, "") if part.kind == "one" or (words and words <= _NEXT) else None
