"""Cutting an instruction into clauses: each opens with a verb and says what it is done to."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from aquatint.engines.composer.edits.grammar import grammar, longest, verbs, words
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.tokens import Token, tokenise

_MEASURES = frozenset({"many", "much", "big", "large", "tall", "small", "few", "wide", "high", "long"})
"""Words before which "as" compares."""
CLAUSE_LIMIT, WORD_LIMIT = 40, 240
"""Clauses, and words of one clause, that are followed; what goes beyond is reported as not drawn."""
TOLD = 80
"""Characters by which a clause that was left unread is told."""
_STOPS = frozenset(".;!?")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is asked."""

    operation: str
    """A name of the table of verbs; "" for a clause without verb: "in winter"."""
    verb: str
    tokens: tuple[Token, ...]
    """Everything after the verb."""
    start: int
    """Where it begins in the instruction."""
    source: str
    """The whole instruction; tokens know their place in it."""

    def text(self, first: int, last: int | None = None) -> str:
        """The source from token ``first`` up to, not including, token ``last``, as it was written."""
        chosen = self.tokens[first:last]
        return self.source[chosen[0].start : chosen[-1].end] if chosen else ""


def clauses(instruction: str) -> list[Clause]:
    """The clauses of an instruction, in order, as far as they are followed."""
    return [replace(each, tokens=each.tokens[:WORD_LIMIT]) for each in islice(_clauses(instruction), CLAUSE_LIMIT)]


def unread(instruction: str) -> Iterator[tuple[int, str]]:
    """What of an instruction is not followed because it is too long: where each piece begins, and its words."""
    for number, clause in enumerate(_clauses(instruction)):
        left = clause.tokens if number >= CLAUSE_LIMIT else clause.tokens[WORD_LIMIT:]
        if left:
            start = clause.start if number >= CLAUSE_LIMIT else left[0].start
            yield left[0].start, instruction[start : left[-1].end][:TOLD].strip().lower()


def _clauses(instruction: str) -> Iterator[Clause]:
    tokens = tokenise(instruction)
    operation, verb, held, at, fresh = "", "", list[Token](), 0, True
    start = 0
    while at < len(tokens):
        opening = _opening(tokens, at, fresh)
        if opening is not None:
            if held or operation:
                yield Clause(operation, verb, tuple(held), start, instruction)
            verb, length = opening
            operation, held, fresh = verbs()[verb], [], False
            at += length
            start = tokens[at - 1].start
            continue
        coloured = operation == "change" and any(token.folded in _colours() for token in held)
        if (operation in ("add", "write") or coloured) and held and _next_text(tokens, at):
            yield Clause(operation, verb, tuple(held), start, instruction)
            held, start = [], tokens[at + 1].start
            at += 1
        stop = _is_stop(tokens[at], instruction)
        if stop and (held or operation):
            yield Clause(operation, verb, tuple(held), start, instruction)
            operation, verb, held = "", "", []
        fresh = stop or (fresh and not held and not operation)
        if not stop:
            held.append(tokens[at])
        at += 1
    if held or operation:
        yield Clause(operation, verb, tuple(held), start, instruction)


def _colours() -> Container[str]:
    found: dict[str, str] = table("words/colours")["colours"]
    return found


def _next_text(tokens: list[Token], at: int) -> bool:
    """Whether another text is named: "... and the caption 'today'"; it has a place and a colour of its own."""
    if tokens[at].folded not in ("and", ",") or at + 2 >= len(tokens):
        return False
    end = at + 1 + (tokens[at + 1].folded in ("the", "a"))
    return end > at + 1 and longest(tokens, end, grammar()["lettering"])[1] > 0


def _is_stop(token: Token, source: str) -> bool:
    """Whether a mark ends a clause; the full stop in an address does not."""
    if token.kind != "mark":
        return False
    inside = token.folded[0] == "." and source[token.start + 1 : token.start + 2].isalnum()
    return (token.folded[0] in _STOPS and not inside) or token.folded[0] == "\n"


def _opening(tokens: list[Token], at: int, fresh: bool) -> tuple[str, int] | None:
    """The verb that opens a clause at ``at``, and how many tokens it and what leads to it have."""
    end = at
    joined = tokens[at].kind == "mark" and tokens[at].folded == ","
    end += joined
    while True:
        _, length = longest(tokens, end, words("openers"))
        if not length or longest(tokens, end, verbs())[1] > length:
            # "only" opens a clause, "only keep" is its verb.
            break
        end, joined = end + length, True
    if (joined or fresh) and (refused := _refusal(tokens, end)):
        return "keep", end + refused - at
    verb, length = longest(tokens, end, verbs())
    if not length or not (joined or fresh or verb in words("everywhere")):
        return None
    if verb == "with" and not fresh and tokens[at].folded not in ("but", ","):
        return None
    if verb == "as" and end + 1 < len(tokens) and tokens[end + 1].folded in _MEASURES:
        return None
    if verb in ("no", "as", "have", "the rest", "place", "cut out", "with") and end + length >= len(tokens):
        return None
    return verb, end + length - at


def _refusal(tokens: list[Token], at: int) -> int:
    """How many tokens of "do not paint" stand at ``at``; 0 where a verb of its own ("do not change") does."""
    _, refused = longest(tokens, at, words("refusals"))
    if not refused or longest(tokens, at, verbs())[1] > refused:
        return 0
    return refused + longest(tokens, at + refused, verbs())[1]
