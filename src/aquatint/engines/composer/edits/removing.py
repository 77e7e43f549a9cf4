"""Taking things away: all of a kind, some of several, all but what is named."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import replace as copied

from aquatint.engines.composer.backdrops.sky import DISCS
from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.bare import bare_heads, bare_wearer, shave
from aquatint.engines.composer.edits.chunks import Chunk, chunks, is_content
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.lacking import leave_out
from aquatint.engines.composer.edits.sentence import with_own_spots
from aquatint.engines.composer.edits.where import foot_of, placements
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Item, Scene

_WITHOUT = frozenset({"no", "without", "no more"})
"""Verbs that also say what is so."""
_SOURCES = frozenset({"from", "off"})
"""Words after which a thing only tells where the others are."""
_EXCEPT = frozenset({"but", "except", "apart"})


def remove(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """ "remove the tree and two apples", "take away half of the apples"."""
    said = [token.folded for token in clause.tokens]
    if not parts and {"it", "them"} & set(clause.verb.split()):
        _take_them(draft, draft.it() if draft.mentioned else [])
        return
    qualifier, first, before = False, None, draft.scene
    said_except = bool(_EXCEPT & set(said))
    if said_except and said[0] in ("all", "everything", "everyone") and _all_but_these(draft, clause):
        return
    owners: list[Item] = []
    for part, following in itertools.zip_longest(walked := with_own_spots(parts), walked[1:]):
        if part.kind == "pronoun" and following is not None and _is_worn_by(following):
            owners = draft.refer(part)
            continue
        if _is_worn_by(part) and part.sense is not None and shave(draft, owners, part.sense.value):
            draft.note(part, "silent")
            continue
        if said_except and part.tags[0].sense("count"):
            draft.note(part, "silent")
        if part.kind == "relation" or part.word in _SOURCES:
            qualifier = True
        elif part.kind in ("thing", "group", "pronoun", "one"):
            if said_except and part is not first and first is not None:
                _spare(draft, part, before)
                said_except = False
            else:
                first = part
                _take_away(draft, part, said, qualifier)
                if clause.verb in _WITHOUT and not draft.ledger.known(part.tags[-1].tokens[0].start):
                    # "A cup, no plate": there is none.
                    draft.note(part, "silent")
            qualifier = False
        elif part.word in ("and", ","):
            qualifier = False


def keep_only(draft: Draft, clause: Clause) -> bool:
    """ "only keep the girl and the cat": everything else goes; False if that is not what is said."""
    parts = with_own_spots(chunks(clause.tokens))
    named = [part for part in parts if part.kind in ("thing", "group", "pronoun", "one")]
    others = [part for part in parts if part not in named and any(is_content(each) for each in part.tags)]
    kept = {item.id for part in named for item in draft.refer(part)}
    if others or not kept or not all(draft.refer(part) for part in named):
        return False
    for item in operations.live_items(draft.scene):
        if item.id not in kept:
            draft.scene = operations.without(draft.scene, item.id)
    _single_out(draft, kept)
    for part in named:
        draft.note(part)
    return True


def all_but(clause: Clause) -> Clause | None:
    """ "keep everything but the rabbit" as the removal of the rabbit; None for anything else."""
    said = [token.folded for token in clause.tokens]
    at = next((i for i, word in enumerate(said) if word in _EXCEPT), 0)
    if not at or said[0] not in ("all", "everything", "everyone"):
        return None
    return copied(clause, operation="remove", verb="remove", tokens=clause.tokens[at + 1 :])


def keep_some(draft: Draft, clause: Clause) -> bool:
    """ "keep three of the penguins": fewer than there are; False if that is not what is said."""
    parts = [part for part in chunks(clause.tokens) if any(is_content(each) for each in part.tags)]
    phrase = parts[0].phrase if len(parts) == 1 and clause.verb == "keep" else None
    items = draft.refer(parts[0]) if phrase is not None else []
    if phrase is None or not items or not phrase.counted or not phrase.count < seen_count(items[0]):
        return False
    draft.picked.pop(items[0].id, None)
    draft.scene = operations.recounted(draft.scene, items[0].id, phrase.count)
    draft.mention(items)
    draft.note(parts[0])
    return True


def _single_out(draft: Draft, kept: Collection[str]) -> None:
    """Of items of which only some drawings are meant, the others go too."""
    for one in list(draft.picked) if draft.scene.kind == "scene" else []:
        if one in kept:
            seen = {each.instance for each in placements(draft.scene, draft.size) if each.item.id == one}
            rest = sorted(seen - set(draft.picked[one]))
            draft.scene = operations.without_some(draft.scene, one, rest) or draft.scene


def _take_them(draft: Draft, items: Sequence[Item]) -> None:
    """Take away items, or those of their drawings that are meant."""
    for item in items:
        if item.id in draft.picked:
            draft.scene = operations.without_some(draft.scene, item.id, draft.picked[item.id]) or draft.scene
        else:
            _let_go(draft, item)
            draft.scene = operations.without(draft.scene, item.id)


def _all_but_these(draft: Draft, clause: Clause) -> bool:
    """ "remove all but the fox": everything goes but what is named with "the"."""
    start = next(token.start for token in clause.tokens if token.folded in _EXCEPT)
    spared = [part for part in with_own_spots(chunks(clause.tokens)) if part.kind in ("thing", "group", "pronoun")]
    spared = [part for part in spared if part.tags[-1].tokens[0].start > start]
    if not spared or not all(part.definite or part.kind != "thing" for part in spared):
        return False
    kept = {item.id for part in spared for item in draft.refer(part)}
    if not kept:
        return False
    everyone = clause.tokens[0].folded == "everyone"
    for item in operations.live_items(draft.scene):
        if item.id not in kept and (not everyone or is_living(item)):
            draft.scene = operations.without(draft.scene, item.id)
    for part in spared:
        draft.note(part)
    return True


def is_living(item: Item) -> bool:
    """Whether "everyone" includes it."""
    noun = find_noun(item.noun)
    return noun is not None and noun.group in ("people", "animals")


def _spare(draft: Draft, part: Chunk, before: Scene) -> None:
    """ "everything except the fox": what was taken away too early is there again."""
    trial = copied(draft, scene=before, picked={})
    for item in trial.refer(part):
        draft.scene = operations.restored(draft.scene, item)
        draft.note(part)


def _is_worn_by(part: Chunk) -> bool:
    """Whether a part is a look of somebody and no thing: a beard."""
    return part.kind == "quality" and part.sense is not None and part.sense.category == "look"


def _take_away(draft: Draft, part: Chunk, said: Sequence[str], qualifier: bool) -> None:
    items = draft.refer(part) or draft.of_group(part.tags[-1].folded)
    if not items:
        if bare_heads(draft, part) or leave_out(draft, part):
            draft.note(part, "silent")
        return
    if items[0].noun in DISCS or (part.phrase is not None and part.phrase.plural):
        leave_out(draft, part)
    draft.note(part, "silent")
    if qualifier:
        return
    draft.mention(items)
    _take_them(draft, [item for item in items if item.id in draft.picked])
    for item in items:
        if item.id in draft.picked:
            continue
        left = _left(part, seen_count(item), said)
        if left <= 0:
            _let_go(draft, item)
        if left != seen_count(item):
            draft.scene = operations.recounted(draft.scene, item.id, left)
        if left <= 0:
            bare_wearer(draft, item)


def _let_go(draft: Draft, host: Item) -> None:
    """Before a thing goes: who rides or sits on it comes to the ground, what it wears and holds goes with it."""
    if draft.scene.kind != "scene":
        return
    foot = foot_of(draft.scene, draft.size, host.id)
    for item in operations.live_items(draft.scene):
        carried = settled.host_of(item) == host.id
        if (item.target != host.id and not carried) or item.id == host.id:
            continue
        if carried:
            _to_the_ground(draft, item, foot)
        elif item.relation in ("wearing", "holding"):
            draft.scene = operations.without(draft.scene, item.id)
        elif item.relation in ("riding", "on") and foot is not None:
            _to_the_ground(draft, item, foot)


def _to_the_ground(draft: Draft, item: Item, foot: tuple[float, float] | None) -> None:
    """Who was on a thing that goes stands where it stood."""
    if item.attributes.get("pose") in ("riding", "seated", "surfing"):
        draft.scene = operations.with_attributes(draft.scene, item.id, {"pose": "standing"})
    if foot is not None:
        draft.scene = operations.moved(draft.scene, item.id, foot, None)


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
