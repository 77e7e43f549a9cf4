"""Other ways to say that something goes: "the boat must go", "send the dog away", "take his hat off"."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, longest, verbs, words

_AFTER = frozenset({"please", ",", "completely", "now", "him", "her", "it", "them", "entirely", "again"})
"""What may follow without saying where to."""
_SENDING = frozenset({"move", "change", "remove", ""})


def _led_by_verb(draft: Draft, clause: Clause) -> Clause:
    """ "He should take off his hat" and "let him take his hat off" as what is asked of the hat."""
    for at in range(1, len(clause.tokens)):
        verb, length = longest(clause.tokens, at, verbs())
        if length > 1 and verbs()[verb] == "remove":
            led = replace(clause, operation="remove", verb="remove", tokens=clause.tokens[at + length :])
        elif clause.tokens[at].folded == "take" and clause.verb != "take":
            led = replace(clause, operation="move", verb="take", tokens=clause.tokens[at + 1 :])
        else:
            continue
        for token in clause.tokens[: at + max(1, length)]:
            draft.ledger.note(token.start, token.text, "silent")
        return led
    return clause


def as_removal(draft: Draft, clause: Clause) -> Clause:
    """The clause as one that takes away what it says is to leave; any other clause as it is."""
    if clause.operation not in _SENDING:
        return clause
    clause = _led_by_verb(draft, clause)
    for at in range(1, len(clause.tokens)):
        _, length = longest(clause.tokens, at, words("leavings"))
        if not length and clause.verb in words("senders"):
            _, length = longest(clause.tokens, at, words("ways off"))
        nudged = any(longest(clause.tokens, i, grammar()["nudges"])[1] > at - i for i in range(max(0, at - 2), at))
        rest = clause.tokens[at + length :]
        if not length or nudged or not all(token.folded in _AFTER for token in rest):
            continue
        for token in clause.tokens[at:]:
            draft.ledger.note(token.start, token.text, "silent")
        return replace(clause, operation="remove", verb="remove", tokens=clause.tokens[:at])
    return clause
