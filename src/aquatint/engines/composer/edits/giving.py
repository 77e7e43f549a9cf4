"""Giving things: "give the dog a hat and her a kite"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as copied

from aquatint.engines.composer.edits import changing
from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.newcomers import bestow, is_worn
from aquatint.engines.composer.scene import Item


def give(draft: Draft, parts: Sequence[Chunk]) -> bool:
    """ "give the dog a hat and her a kite": new things at those that are there; False if nothing is given."""
    receiver: Chunk | None = None
    hosts: list[Item] = []
    done = False
    for part in _with_owner_apart(parts):
        if part.kind in ("group", "pronoun") or (part.kind == "thing" and part.definite):
            receiver, hosts = part, draft.refer(part)
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
