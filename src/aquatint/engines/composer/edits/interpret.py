"""Following a clause of an instruction about things: which handler reads it, and what the handler changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from aquatint.engines.composer.edits import changing, operations
from aquatint.engines.composer.edits.adding import add, bestow, is_worn
from aquatint.engines.composer.edits.chunks import Chunk, chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.lettering import follow_lettering
from aquatint.engines.composer.edits.sentence import Walk, with_own_spots
from aquatint.engines.composer.edits.setting import take_settings
from aquatint.engines.composer.edits.whole import follow_whole
from aquatint.engines.composer.scene import RelationName


def follow(draft: Draft, clause: Clause) -> None:
    """Follow one clause as far as it can be followed."""
    if clause.operation == "keep":
        for part in chunks(clause.tokens):
            draft.note(part, "silent")
        return
    rest = follow_lettering(draft, clause)
    if rest is not None:
        take_settings(draft, clause.operation, rest)
        return
    about_things = follow_whole(draft, clause)
    if about_things is None:
        return
    clause = about_things
    parts = take_settings(draft, clause.operation, chunks(clause.tokens))
    _HANDLERS.get(clause.operation, change)(draft, clause, parts)


def change(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "make the fox blue and bigger", "turn it into a cat", "make it five apples", "a blue fox instead"."""
    if clause.verb == "give" and give(draft, parts):
        return
    walk = Walk(draft, clause, with_own_spots(parts))
    if walk.starts_anew():
        add(draft, clause, parts)
        return
    walk.run()


def give(draft: Draft, parts: Sequence[Chunk]) -> bool:
    """ "give the dog a hat": a new thing at one that is there; False if the clause gives no thing."""
    named = [part for part in parts if part.kind in ("thing", "group", "pronoun")]
    if len(named) != 2 or named[1].phrase is None:
        return False
    worn = is_worn(named[1].phrase.noun.key)
    return bool(bestow(draft, named[0], named[1], "wearing" if worn else "holding"))


def plain(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """A clause without verb: "a blue fox instead", "a wolf instead of the fox", "in winter"."""
    at = next((i for i, part in enumerate(parts) if part.word.startswith("instead")), len(parts))
    after = [part for part in parts[at + 1 :] if part.word != "of"]
    if after:
        replace(draft, clause, [*after, *parts[:at]])
        return
    change(draft, clause, parts)


def remove(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "remove the tree and two apples", "take away half of the apples"."""
    said = [token.folded for token in clause.tokens]
    qualifier = False
    for part in with_own_spots(parts):
        if part.kind == "relation":
            qualifier = True
        elif part.kind in ("thing", "group", "pronoun"):
            _take_away(draft, part, said, qualifier)
            qualifier = False
        elif part.word in ("and", ","):
            qualifier = False


def _take_away(draft: Draft, part: Chunk, said: Sequence[str], qualifier: bool) -> None:
    items = draft.refer(part)
    if not items:
        return
    draft.note(part)
    if qualifier:
        return
    draft.mention(items)
    for item in items:
        draft.scene = operations.recounted(draft.scene, item.id, _left(part, item.count, said))


def _left(part: Chunk, count: int, said: Sequence[str]) -> int:
    """How many of ``count`` stay."""
    phrase = part.phrase
    if phrase is None:
        return 0
    if "half" in said:
        return count // 2
    if "but" in said or "except" in said:
        return min(count, phrase.count)
    indefinite = not part.definite and not phrase.plural
    if phrase.counted or indefinite:
        return max(0, count - phrase.count)
    return 0


def replace(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "replace the dog with a cat", "substitute a cat for the dog", "swap the fox and the bear"."""
    named = [part for part in with_own_spots(parts) if part.kind in ("thing", "group", "pronoun")]
    if len(named) < 2:
        change(draft, clause, parts)
        return
    old, new = named[0], named[1]
    if clause.verb == "substitute" and any(part.word == "for" for part in parts):
        old, new = new, old
    items = draft.refer(old)
    if not items:
        return
    others = draft.refer(new) if new.kind == "thing" and new.definite else []
    if others and changing.exchange(draft, items[0], others[0]):
        draft.note(old)
        draft.note(new)
    elif new.phrase is not None and (made := changing.transform(draft, items, new.phrase)):
        draft.note(old)
        draft.note(new)
        draft.mention(made)


def move(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "move the boat to the left", "put the cat on the sofa"; new things are added there."""
    named = [part for part in parts if part.kind in ("thing", "group", "pronoun")]
    spots = [part.spot for part in parts if part.spot is not None]
    if clause.verb in ("centre", "center"):
        spots.append((0.5, -1.0))
    if not named:
        return
    subject = named[0]
    items = draft.refer(subject)
    if not items or not (subject.definite or subject.kind != "thing"):
        add(draft, clause, parts)
        return
    relation = next((part.sense.value for part in parts if part.kind == "relation" and part.sense is not None), "")
    if relation and len(named) > 1:
        targets = draft.refer(named[-1])
        name = cast(RelationName, relation.lstrip("-"))
        done = bool(targets) and changing.move_beside(draft, items[0], name, targets[0])
        told = [subject, named[-1]]
    else:
        items = [item for part in named for item in draft.refer(part)]
        done = bool(spots) and changing.move(draft, items, spots)
        told = [*named, *(part for part in parts if part.kind == "spot")]
    draft.mention(items)
    for part in told if done else []:
        draft.note(part)


def resize(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "enlarge the fox", "shrink the tree and the house"."""
    growth = next((part.factor for part in parts if part.kind == "growth"), None)
    factor = growth or float(grammar()["factors"].get(clause.verb, 0))
    if not factor:
        change(draft, clause, parts)
        return
    for part in with_own_spots(parts):
        if part.kind in ("thing", "group", "pronoun") and changing.resize(
            draft, items := draft.refer(part), factor
        ):
            draft.note(part)
            draft.mention(items)


_HANDLERS: dict[str, Callable[[Draft, Clause, Sequence[Chunk]], None]] = {
    "": plain,
    "add": add,
    "change": change,
    "move": move,
    "remove": remove,
    "replace": replace,
    "resize": resize,
}
