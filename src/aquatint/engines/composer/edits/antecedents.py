"""Words that stand for others: "make it gold" after a title, "the icon" of a logo, "in her hand"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, words
from aquatint.engines.composer.edits.operations import live_items
from aquatint.engines.composer.planner.tokens import Token

_OWNERS = frozenset({"her", "his", "its", "their", "the"})
_THEM = {"her": "her", "his": "him", "its": "it", "their": "them"}
_LEADS = frozenset({"in", "into", "on", "onto", "to", "at"})


def resolved(draft: Draft, clause: Clause) -> Clause:
    """The clause with what its words stand for; what was said stays what is told."""
    tokens = _without_limbs(draft, clause.tokens)
    if draft.lettered:
        tokens = _as_lettering(draft, tokens)
    if draft.scene.kind != "scene":
        tokens = _as_things(draft, tokens)
    return clause if tokens is clause.tokens else replace(clause, tokens=tuple(tokens))


def _as_lettering(draft: Draft, tokens: Sequence[Token]) -> Sequence[Token]:
    if not tokens or tokens[0].folded not in ("it", "them"):
        return tokens
    return [tokens[0]._replace(folded=draft.lettered), *tokens[1:]]


def _as_things(draft: Draft, tokens: Sequence[Token]) -> Sequence[Token]:
    """ "the icon" of a logo with one thing is that thing."""
    items = live_items(draft.scene)
    if len(items) != 1:
        return tokens
    found = list(tokens)
    for at in range(1, len(found)):
        if found[at].folded in words("emblems") and found[at - 1].folded in ("the", "its"):
            found[at] = found[at]._replace(folded=items[0].noun)
    return tokens if found == list(tokens) else found


def _without_limbs(draft: Draft, tokens: Sequence[Token]) -> Sequence[Token]:
    """ "in her hand" is "to her"; "on the girl's head" is "on the girl"."""
    limbs = grammar()["limbs"]
    for at in range(2, len(tokens)):
        lead = next((i for i in range(at - 1, max(-1, at - 5), -1) if tokens[i].folded in _LEADS), -1)
        if tokens[at].folded not in limbs or lead < 0 or at - lead < 2:
            continue
        owner = list(tokens[lead + 1 : at])
        if owner[0].folded not in _OWNERS:
            continue
        if len(owner) == 1:
            if owner[0].folded not in _THEM:
                continue
            them = _THEM[owner[0].folded]
            owner = [owner[0]._replace(text=them, folded=them)]
        draft.ledger.note(tokens[at].start, tokens[at].text, "silent")
        way = str(limbs[tokens[at].folded])
        return [*tokens[:lead], tokens[lead]._replace(text=way, folded=way), *owner, *tokens[at + 1 :]]
    return tokens
