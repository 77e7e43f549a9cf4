"""Conditions and denials: "add a unicorn, but only if there is a bowl", "it should be red and not blue"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import longest, verbs, words
from aquatint.engines.composer.planner.tokens import Token

_CLOSES = frozenset({",", "then"})
"""What closes a condition."""
_ENDS = frozenset({",", "but", "and"})
"""What ends a denial."""
_NOT = frozenset({"no", "not", "isn't", "aren't", "without", "don't", "doesn't", "unless"})


def conditioned(draft: Draft, clause: Clause) -> tuple[Clause, bool]:
    """The clause without the condition in it, and whether the condition holds in the scene as it is.

    The words of a condition ask for nothing. One that speaks of no thing ("if you can") always holds.
    """
    for at in range(len(clause.tokens)):
        entry, length = longest(clause.tokens, at, words("conditions"))
        if not length:
            continue
        said = clause.tokens[at + length :]
        end = next((i for i in range(len(said)) if _ends_condition(said, i)), len(said))
        for token in clause.tokens[at : at + length + end]:
            draft.ledger.note(token.start, token.text, "silent")
        holds = _holds(draft, said[:end]) != (entry == "unless")
        rest = said[end + (end < len(said) and said[end].folded in _CLOSES) :]
        return _reopened(replace(clause, tokens=(*_without_joint(clause.tokens[:at]), *rest)), at), holds
    return clause, True


def _ends_condition(said: Sequence[Token], at: int) -> bool:
    """Whether a condition ends before a token: at a comma, or at the verb of what is asked."""
    verb, length = longest(said, at, verbs())
    return said[at].folded in _CLOSES or (at > 0 and length > 0 and verb not in words("verbs within"))


def _reopened(clause: Clause, at: int) -> Clause:
    """The clause with the verb that follows its condition as its own, where it began with the condition."""
    verb, length = longest(clause.tokens, 0, verbs()) if at == 0 and clause.operation == "" else ("", 0)
    if not length:
        return clause
    return replace(clause, operation=verbs()[verb], verb=verb, tokens=clause.tokens[length:])


def without_denials(draft: Draft, clause: Clause) -> Clause:
    """The clause without what it says is not to be: "red and not blue", "the teapot should not be red"."""
    if clause.operation not in ("", "change"):
        return clause
    for at, token in enumerate(clause.tokens):
        if token.folded not in words("denials") or not at:
            continue
        after = range(at + 1, len(clause.tokens))
        end = next((i for i in after if clause.tokens[i].folded in _ENDS), len(clause.tokens))
        for denied in clause.tokens[at:end]:
            draft.ledger.note(denied.start, denied.text, "silent")
        kept = (*_without_joint(clause.tokens[:at]), *clause.tokens[end:])
        return without_denials(draft, replace(clause, tokens=kept))
    return clause


def _without_joint(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands before a condition, without "but only" and a comma."""
    end = len(tokens)
    while end and tokens[end - 1].folded in ("but", "only", ",", "and"):
        end -= 1
    return tokens[:end]


def _holds(draft: Draft, said: Sequence[Token]) -> bool:
    picked = dict(draft.picked)
    named = [part for part in chunks(said) if part.kind in ("thing", "group")]
    there = all(draft.refer(part) for part in named)
    draft.picked = picked
    refused = any(token.folded in _NOT for token in said)
    return there != refused if named else True
