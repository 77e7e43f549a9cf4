"""Other ways to say that something goes: "the boat must go", "send the dog away", "take his hat off"."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, longest, words

_SENDING = frozenset({"move", "change", "remove", ""})


def as_removal(draft: Draft, clause: Clause) -> Clause:
    """The clause as one that takes away what it says is to leave; any other clause as it is."""
    if clause.operation not in _SENDING:
        return clause
    for at in range(1, len(clause.tokens)):
        _, length = longest(clause.tokens, at, words("leavings"))
        if not length and clause.verb in words("senders"):
            _, length = longest(clause.tokens, at, words("ways off"))
        nudged = any(longest(clause.tokens, i, grammar()["nudges"])[1] > at - i for i in range(max(0, at - 2), at))
        rest = clause.tokens[at + length :]
        if not length or nudged or not all(token.folded in ("please", ",", "completely", "now") for token in rest):
            continue
        for token in clause.tokens[at:]:
            draft.ledger.note(token.start, token.text, "silent")
        return replace(clause, operation="remove", verb="remove", tokens=clause.tokens[:at])
    return clause
