"""What came of a clause: words are told as drawn only where the plan is another one after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Reading, Scene

_QUIET = frozenset({"", "keep"})
"""Operations that ask for nothing by themselves."""
_POINTERS = frozenset({"it", "them", "him", "her", "this", "that"})


@dataclass(frozen=True, slots=True)
class Before:
    """A draft as it was before a clause was followed."""

    scene: Scene
    frame: tuple[float, float] | None
    placed: int
    told: tuple[int, ...]


def state_of(draft: Draft) -> Before:
    """The draft as it is now."""
    return Before(draft.scene, draft.frame, len(draft.placed), _told(draft.ledger.reading()))


def admit_vain(draft: Draft, clause: Clause, before: Before) -> None:
    """Tell a clause after which the plan is what it was ``before`` as not done.

    What it asked in vain is undrawn, even where a part of the rules believed to have followed it: it is night
    already, there is no such thing. Clauses of which no single word asks for something are told as a whole.
    """
    if clause.operation == "keep" or _is_changed(draft, before):
        return
    if before.told == _told(draft.ledger.reading()):
        _note_whole(draft, clause)
        return
    draft.ledger.withdraw(_starts(clause))


def is_description(draft: Draft, clause: Clause, following: Clause, before: Before) -> bool:
    """Whether a clause only says which thing the next one means: "the left apple is rotten, remove it"."""
    lead = [token.folded for token in (*following.tokens[:2], *tokenise(following.verb))]
    points = any(word in _POINTERS for word in lead)
    return points and clause.operation == "" and bool(draft.mentioned) and not _is_changed(draft, before)


def note_description(draft: Draft, clause: Clause) -> None:
    """What is said of a thing only to point at it asks for nothing."""
    for token in clause.tokens:
        draft.ledger.note(token.start, token.text, "silent", overrule=True)


def _is_changed(draft: Draft, before: Before) -> bool:
    if draft.frame != before.frame or len(draft.placed) != before.placed:
        return True
    return draft.scene is not before.scene and draft.scene != before.scene


def _starts(clause: Clause) -> Iterator[int]:
    yield clause.start
    for token in clause.tokens:
        yield token.start


def _told(reading: Reading) -> tuple[int, ...]:
    return len(reading.drawn), len(reading.approximated), len(reading.undrawn)


def _note_whole(draft: Draft, clause: Clause) -> None:
    spoken = [token for token in clause.tokens if token.kind != "mark"]
    if clause.operation not in _QUIET and 1 < len(spoken) < 12:
        text = clause.source[clause.start : spoken[-1].start + len(spoken[-1].text)]
        draft.ledger.note(spoken[0].start, text.lower(), "undrawn", overrule=True)
