"""Two things in each other's place: "let the owl and the fox trade places"."""

from __future__ import annotations

from aquatint.engines.composer.edits import moving
from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import longest, words


def follow_trade(draft: Draft, clause: Clause) -> bool:
    """Follow a clause that asks two things to change places; False if it does not, or if they cannot."""
    for at in range(len(clause.tokens)):
        _, length = longest(clause.tokens, at, words("trades"))
        if not length:
            continue
        named = [
            part
            for part in chunks((*clause.tokens[:at], *clause.tokens[at + length :]))
            if part.kind in ("thing", "group", "pronoun")
        ]
        items = [item for part in named for item in draft.refer(part)]
        if len(items) != 2 or not moving.exchange(draft, items[0], items[1]):
            return False
        for part in named:
            draft.note(part)
        for token in clause.tokens[at : at + length]:
            draft.ledger.note(token.start, token.text, "silent")
        draft.mention(items)
        return True
    return False
