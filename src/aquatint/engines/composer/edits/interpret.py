"""Following a clause of an instruction about things: which handler reads it, and what the handler changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace as copied

from aquatint.engines.composer.edits import changing, operations
from aquatint.engines.composer.edits.adding import add, bestow, is_worn
from aquatint.engines.composer.edits.chunks import Chunk, chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.form import follow_form
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.lettering import follow_lettering
from aquatint.engines.composer.edits.relating import relate
from aquatint.engines.composer.edits.sentence import Walk, with_own_spots
from aquatint.engines.composer.edits.setting import take_settings
from aquatint.engines.composer.edits.steps import follow_steps
from aquatint.engines.composer.edits.turning import follow_turning
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.edits.whole import follow_whole
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Item, Scene

_EXCEPT = frozenset({"but", "except", "apart"})


def follow(draft: Draft, clause: Clause) -> None:
    """Follow one clause as far as it can be followed."""
    if clause.operation == "keep":
        for part in chunks(clause.tokens):
            draft.note(part, "silent")
        return
    if follow_turning(draft, clause, chunks(clause.tokens)) or follow_shares(draft, clause):
        return
    if follow_steps(draft, clause):
        return
    remade = follow_form(draft, clause)
    if remade is None:
        return
    clause = remade
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
    if any(part.more for part in parts):
        add(draft, clause, parts)
        return
    walk = Walk(draft, clause, with_own_spots(parts))
    if walk.starts_anew():
        add(draft, clause, parts)
        return
    walk.run()


def give(draft: Draft, parts: Sequence[Chunk]) -> bool:
    """ "give the dog a hat and her a kite": new things at those that are there; False if nothing is given."""
    receiver: Chunk | None = None
    hosts: list[Item] = []
    done = False
    for part in parts:
        if part.kind in ("group", "pronoun") or (part.kind == "thing" and part.definite):
            receiver, hosts = part, draft.refer(part)
        elif part.kind == "thing" and part.phrase is not None and receiver is not None:
            worn = is_worn(part.phrase.noun.key)
            if bestow(draft, hosts, part, "wearing" if worn else "holding"):
                draft.note(receiver)
                draft.mention(hosts)
                done = True
    return done


def follow_shares(draft: Draft, clause: Clause) -> bool:
    """ "half as many apples", "double the number of pears", "fewer trees"."""
    parts = chunks(clause.tokens)
    at = next((i for i, part in enumerate(parts) if part.kind == "share"), -1)
    if at < 0 or clause.operation in ("remove", "add"):
        return False
    named = [part for part in parts[at:] if part.kind in ("thing", "pronoun", "one")]
    items = draft.refer(named[0]) if named else draft.it()
    if not items:
        return False
    count = seen_count(items[0])
    if not changing.recount(draft, items, max(1, round(count * parts[at].factor))):
        return False
    for part in (parts[at], *named[:1]):
        draft.note(part)
    for part in parts:
        if part.word in ("many", "number"):
            draft.note(part, "silent")
    draft.mention(items)
    return True


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
    qualifier, first, before = False, None, draft.scene
    said_except = bool(_EXCEPT & set(said))
    if said_except and said[0] in ("all", "everything", "everyone") and _all_but_these(draft, clause):
        return
    for part in with_own_spots(parts):
        if said_except and part.tags[0].sense("count"):
            draft.note(part, "drawn" if part.kind == "quality" else "silent")
        if part.kind == "relation":
            qualifier = True
        elif part.kind in ("thing", "group", "pronoun", "one"):
            if said_except and part is not first and first is not None:
                _spare(draft, part, before)
                said_except = False
            else:
                first = part
                _take_away(draft, part, said, qualifier)
            qualifier = False
        elif part.word in ("and", ","):
            qualifier = False


def _all_but_these(draft: Draft, clause: Clause) -> bool:
    """ "remove all but the fox": everything goes but what is named with "the"."""
    spared = [part for part in with_own_spots(chunks(clause.tokens)) if part.kind in ("thing", "group", "pronoun")]
    spared = [part for part in spared if part.groups or part.kind != "group"]
    if not spared or not all(part.definite or part.kind != "thing" for part in spared):
        return False
    kept = {item.id for part in spared for item in draft.refer(part)}
    if not kept:
        return False
    for item in operations.live_items(draft.scene):
        if item.id not in kept:
            draft.scene = operations.without(draft.scene, item.id)
    for part in spared:
        draft.note(part)
    return True


def _spare(draft: Draft, part: Chunk, before: Scene) -> None:
    """ "everything except the fox": what was taken away too early is there again."""
    trial = copied(draft, scene=before, picked={})
    for item in trial.refer(part):
        draft.scene = operations.restored(draft.scene, item)
        draft.note(part)


def _take_away(draft: Draft, part: Chunk, said: Sequence[str], qualifier: bool) -> None:
    items = draft.refer(part)
    if not items:
        return
    draft.note(part)
    if qualifier:
        return
    draft.mention(items)
    for item in items:
        if item.id in draft.picked:
            draft.scene = operations.without_some(draft.scene, item.id, draft.picked[item.id]) or draft.scene
        elif (left := _left(part, seen_count(item), said)) != seen_count(item):
            draft.scene = operations.recounted(draft.scene, item.id, left)


def _left(part: Chunk, count: int, said: Sequence[str]) -> int:
    """How many of ``count`` stay."""
    phrase = part.phrase
    if phrase is None:
        return 0
    if "half" in said:
        return count // 2
    if _EXCEPT & set(said):
        return min(count, _spared(part, said))
    indefinite = not part.definite and not phrase.plural
    if phrase.counted or indefinite:
        return max(0, count - phrase.count)
    return 0


def _spared(part: Chunk, said: Sequence[str]) -> int:
    """The number after "except", else that of the thing: "all but one apple"."""
    after = said[next(i for i, word in enumerate(said) if word in _EXCEPT) + 1 :]
    counts = table("words/counts")["counts"]
    number = next((int(counts[word]) for word in after if word in counts), None)
    phrase = part.phrase
    return number if number is not None else phrase.count if phrase is not None and phrase.counted else 0


def replace(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "replace the dog with a cat", "substitute a cat for the dog", "swap the fox and the bear"."""
    named = [part for part in with_own_spots(parts) if part.kind in ("thing", "group", "pronoun")]
    if len(named) < 2:
        change(draft, clause, parts)
        return
    old, new = named[0], named[1]
    if clause.verb == "substitute" and any(part.word == "for" for part in parts):
        old, new = new, old
    items = _some(draft, old, draft.refer(old))
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


def _some(draft: Draft, part: Chunk, items: list[Item]) -> list[Item]:
    """ "replace one cow": the last ones of several, if it is not said which."""
    phrase = part.phrase
    if phrase is None or part.definite or phrase.plural > phrase.counted or not items:
        return items
    count = seen_count(items[0])
    if draft.scene.kind == "scene" and phrase.count < count and items[0].id not in draft.picked:
        found = [one.instance for one in placements(draft.scene, draft.size) if one.item.id == items[0].id]
        draft.picked[items[0].id] = sorted(found)[-phrase.count :]
        return items[:1]
    return items


def move(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "move the boat to the left", "put the cat on the sofa"; new things are added there."""
    named = [part for part in parts if part.kind in ("thing", "group", "pronoun", "one")]
    spots = [part.spot for part in parts if part.kind == "spot" and part.spot is not None]
    ways = [part.spot for part in parts if part.kind == "nudge" and part.spot is not None]
    if clause.verb in ("centre", "center"):
        spots.append((0.5, -1.0))
    if not named:
        return
    subject = named[0]
    items = draft.refer(subject)
    if not items or not (subject.definite or subject.kind != "thing" or ways):
        add(draft, clause, parts)
        return
    relation = next((part.sense.value for part in parts if part.kind == "relation" and part.sense is not None), "")
    if relation and len(named) > 1:
        done = relate(draft, items, relation, named[-1])
        told = [subject, named[-1]]
    elif ways:
        items = [item for part in named for item in draft.refer(part)]
        done = bool(spots) and changing.move(draft, items, spots)
        done = changing.nudge(draft, [draft.scene.item(item.id) or item for item in items], ways[0]) or done
        told = [*named, *(part for part in parts if part.kind in ("nudge", "spot"))]
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
