"""Following a clause of an instruction about things: which handler reads it, and what the handler changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace as copied

from aquatint.engines.composer.edits import changing, moving
from aquatint.engines.composer.edits.adding import add
from aquatint.engines.composer.edits.antecedents import resolved
from aquatint.engines.composer.edits.approaching import follow_approach, follow_below
from aquatint.engines.composer.edits.chunks import Chunk, chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.conditions import conditioned, without_denials
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.exchanging import follow_trade
from aquatint.engines.composer.edits.fewer import follow_fewer
from aquatint.engines.composer.edits.form import follow_form
from aquatint.engines.composer.edits.giving import give, needs
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.information.follow import follow_information
from aquatint.engines.composer.edits.leaving import as_removal
from aquatint.engines.composer.edits.lettering import follow_lettering
from aquatint.engines.composer.edits.newcomers import is_vain_exchange, is_worn
from aquatint.engines.composer.edits.patterns import without_patterns
from aquatint.engines.composer.edits.relating import relate
from aquatint.engines.composer.edits.removing import all_but, keep_only, keep_some, remove
from aquatint.engines.composer.edits.returning import follow_return
from aquatint.engines.composer.edits.roomier import follow_room
from aquatint.engines.composer.edits.seeing import as_seen
from aquatint.engines.composer.edits.sentence import Walk, with_own_spots
from aquatint.engines.composer.edits.setting import take_settings
from aquatint.engines.composer.edits.sharing import follow_sharing
from aquatint.engines.composer.edits.turning import follow_turning
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.edits.whole import follow_whole
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.scene import Item


def follow(draft: Draft, clause: Clause) -> None:
    """Follow one clause as far as it can be followed."""
    if draft.barred:
        draft.barred = False
        return
    clause, holds = conditioned(draft, resolved(draft, clause))
    if not holds or (clause.operation == "" and not clause.tokens):
        draft.barred = not holds and clause.operation == "" and not clause.tokens
        return
    clause = without_denials(draft, clause)
    if clause.operation == "" and clause.tokens and clause.tokens[0].folded in _SPEAKERS:
        # "I don't like the bicycle, take it out": what is spoken of.
        _speak_of(draft, clause)
        return
    if clause.operation == "keep":
        if (excepted := all_but(clause)) is not None:
            remove(draft, excepted, as_seen(draft.scene, chunks(excepted.tokens)))
        elif not keep_some(draft, clause):
            _speak_of(draft, clause)
        return
    if clause.operation == "only":
        if keep_only(draft, clause):
            return
        clause = copied(clause, operation="change", verb="make")
    if follow_information(draft, clause) or follow_return(draft, clause):
        return
    if follow_room(draft, clause):
        return
    if follow_approach(draft, clause) or follow_below(draft, clause) or follow_fewer(draft, clause):
        return
    if follow_trade(draft, clause) or follow_sharing(draft, clause):
        return
    clause = as_removal(draft, clause)
    if follow_turning(draft, clause, as_seen(draft.scene, chunks(clause.tokens))) or follow_shares(draft, clause):
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
    if clause.verb == "hide" and any(part.kind == "relation" for part in chunks(clause.tokens)):
        # "hide the farmer behind the barn" takes nothing away.
        clause = copied(clause, operation="move")
    parts = as_seen(draft.scene, take_settings(draft, clause.operation, chunks(clause.tokens)))
    instead = clause.verb == "take" and any(part.word.startswith("instead") for part in parts)
    (plain if instead else _HANDLERS.get(clause.operation, change))(draft, clause, parts)


_SPEAKERS = frozenset({"i", "we"})


def _speak_of(draft: Draft, clause: Clause) -> None:
    parts = chunks(clause.tokens)
    for part in parts:
        draft.note(part, "silent")
    draft.mention([item for part in parts if part.kind == "thing" for item in draft.refer(part)])


def change(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "make the fox blue and bigger", "turn it into a cat", "make it five apples", "a blue fox instead"."""
    if is_vain_exchange(draft, clause, parts):
        return
    if (clause.verb == "give" or needs(parts)) and give(draft, parts):
        return
    parts = without_patterns(draft, parts)
    if any(part.more and not _is_shade(part, parts) for part in parts):
        add(draft, clause, parts)
        return
    parts = [part for part in parts if not _is_shade(part, parts)]
    walk = Walk(draft, clause, with_own_spots(parts))
    if walk.starts_anew():
        add(draft, clause, parts)
        return
    walk.run()


def _is_shade(part: Chunk, parts: Sequence[Chunk]) -> bool:
    """ "make the sunset more orange" asks for no fruit."""
    coloured = part.more and part.tags[-1].sense("colour") is not None
    return coloured and parts[0] is not part and not (part.phrase is not None and part.phrase.plural)


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
    if (turned := _place_last(parts)) is not None:
        add(draft, clause, turned)
        return
    at = next((i for i, part in enumerate(parts) if part.word.startswith("instead")), len(parts))
    after = [part for part in parts[at + 1 :] if part.word != "of"]
    if after:
        replace(draft, clause, [*after, *parts[:at]])
        return
    change(draft, clause, parts)


def _place_last(parts: Sequence[Chunk]) -> list[Chunk] | None:
    """ "Behind him a dragon" as "a dragon behind him"; None for anything else."""
    kinds = [part.kind for part in parts if part.kind != "word"]
    said = [part for part in parts if part.kind != "word"]
    if kinds[:1] != ["relation"] or kinds[1:] not in (
        ["pronoun", "thing"],
        ["thing", "thing"],
        ["group", "thing"],
    ):
        return None
    return [said[2], said[0], said[1]] if not said[2].definite or said[2].phrase is None else None


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
    if others and moving.exchange(draft, items[0], others[0]):
        draft.note(old)
        draft.note(new)
    elif new.phrase is not None and (made := changing.transform(draft, items, new.phrase)):
        draft.note(old, "silent")
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


def _move_each(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "put the fox on the left and the cat on the right": each thing with the place after it."""
    start = 0
    for at, part in enumerate(parts):
        if part.kind == "spot":
            move(draft, clause, parts[start : at + 1])
            start = at + 1


def move(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "move the boat to the left", "put the cat on the sofa"; new things are added there."""
    named = [part for part in parts if part.kind in ("thing", "group", "pronoun", "one")]
    spots = [part.spot for part in parts if part.kind == "spot" and part.spot is not None]
    ways = [part.spot for part in parts if part.kind == "nudge" and part.spot is not None]
    if clause.verb in ("centre", "center"):
        spots.append((0.5, -1.0))
    if not named:
        return
    if len(named) == len(spots) > 1:
        _move_each(draft, clause, parts)
        return
    subject = named[0]
    items = draft.refer(subject)
    if not items and subject.definite and clause.verb in _FROM_PLACE_TO_PLACE and not draft.pictures:
        # What is not there cannot be moved.
        return
    if not items or not (subject.definite or subject.kind != "thing" or ways):
        add(draft, clause, parts)
        return
    if _hand_over(draft, parts, named, items):
        return
    tied = next((at for at, part in enumerate(parts) if part.kind == "relation"), len(parts))
    ends = [part for part in parts[tied:] if part in named]
    subjects = named if not ends else [part for part in named if part not in ends]
    if not subjects:
        return
    items = [item for part in subjects for item in draft.refer(part)]
    if ends:
        sense = parts[tied].sense
        relation = sense.value if sense is not None else ""
        done, told = relate(draft, items, relation, ends[-1], ends[:-1]), named
    else:
        done = bool(spots) and moving.move(draft, items, spots)
        if ways:
            done = moving.nudge(draft, [draft.scene.item(item.id) or item for item in items], ways[0]) or done
        told = [*named, *(part for part in parts if part.kind in ("nudge", "spot"))]
    draft.mention(items)
    for part in told if done else []:
        draft.note(part)


_FROM_PLACE_TO_PLACE = frozenset(
    {"move", "shift", "slide", "drag", "push", "pull", "relocate", "centre", "center"}
)


def _hand_over(draft: Draft, parts: Sequence[Chunk], named: Sequence[Chunk], items: Sequence[Item]) -> bool:
    """ "put the balloon to her": held, or worn, by who is there."""
    leads = [at for at, part in enumerate(parts) if part.word == "to"]
    if not leads or len(named) < 2 or named[1] not in parts[leads[0] :]:
        return False
    bearers = [item for item in draft.refer(named[1]) if item.id != items[0].id]
    how = "wearing" if is_worn(items[0].noun) else "holding"
    if not bearers or not relate(draft, bearers[:1], how, named[0]):
        return False
    for part in named[:2]:
        draft.note(part)
    return True


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
