"""Giving things: "give the dog a hat and her a kite"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as copied

from aquatint.engines.composer.edits import changing
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.newcomers import bestow, is_worn
from aquatint.engines.composer.edits.relating import relate
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import Item

_NEEDING = frozenset({"needs", "need", "gets", "get"})


def needs(parts: Sequence[Chunk]) -> bool:
    """Whether a clause says that somebody who is there is to get a thing: "the girl needs a hat"."""
    needing = any(part.word in _NEEDING for part in parts)
    return needing and parts[0].kind in ("thing", "pronoun", "group")


def _is_living(item: Item) -> bool:
    noun = find_noun(item.noun)
    return noun is not None and noun.group in ("people", "animals", "fantasy")


def give(draft: Draft, parts: Sequence[Chunk]) -> bool:
    """ "give the dog a hat and her a kite": new things at those that are there; False if nothing is given."""
    receiver: Chunk | None = None
    hosts: list[Item] = []
    done, before = False, ""
    for part in _with_owner_apart(parts):
        gift = part.kind == "thing" and bool(hosts) and before not in ("and", ",")
        if gift and part.definite and (things := draft.refer(part)) and not _is_living(things[0]):
            # "Give the girl the ball" that is there.
            how = "wearing" if is_worn(things[0].noun) else "holding"
            if relate(draft, hosts[:1], how, part):
                for told in (part, receiver) if receiver is not None else (part,):
                    draft.note(told)
                draft.mention(hosts)
                done = True
            before = part.word
            continue
        if part.kind in ("group", "pronoun") or (part.kind == "thing" and part.definite):
            receiver, hosts = part, draft.refer(part)
        before = part.word
        if part.kind == "thing" and part.phrase is not None and receiver is not None and part is not receiver:
            worn = is_worn(part.phrase.noun.key)
            if changing.garb(draft, hosts, part) or bestow(draft, hosts, part, "wearing" if worn else "holding"):
                draft.note(receiver)
                draft.mention(hosts)
                done = True
    return done


def _with_owner_apart(parts: Sequence[Chunk]) -> list[Chunk]:
    """The parts with "her sunglasses" as who gets them, and what she gets."""
    found: list[Chunk] = []
    for part in parts:
        if part.kind == "thing" and part.tags[0].folded in ("her", "him", "it", "them") and len(part.tags) > 1:
            found += [Chunk("pronoun", part.tags[:1]), copied(part, tags=part.tags[1:], definite=False)]
        else:
            found.append(part)
    return found
