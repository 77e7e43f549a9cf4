"""What is said of pictures that were just made: what is missing, and never more than is there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.director.contract import Card
from aquatint.director.rules.facts import number_word
from aquatint.director.rules.words import trimmed

_MOST = 12
"""Words that are listed; a long prompt may lose hundreds."""
_IT_A = re.compile(r"^(?:it|this|that|them)?\s*(?:into\s+|as\s+|to\s+)?(?=an?\b|the\b)", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:that|which|saying|reading|with the (?:words?|text|title|caption))\s", re.IGNORECASE)
_IT = re.compile(r"^(?:it|this|that|them)\s+(?:is\s+|to be\s+)?", re.IGNORECASE)
_OF_IT = re.compile(r"\s+(?:with|of|from|out of|for|using)\s+(?:it|this|that|them)\b", re.IGNORECASE)
_OPENING = re.compile(r"^(?:turn|make|change|convert|transform|redo|use)\s+", re.IGNORECASE)


def on(cards: Sequence[Card], source: Card | None) -> str:
    """A remark on new pictures; ``source`` is what they were edited from."""
    if not cards:
        return "No picture was made."
    if source is not None and same(cards[0], source):
        why = _missing(cards) or " Say which thing you mean, and what is to become of it."
        return f"I could not do that, so the picture is as it was.{why}"
    if source is not None:
        return f"Done.{_missing(cards)}"
    opening = "Here is the picture." if len(cards) == 1 else f"Here are the {number_word(len(cards))} pictures."
    return opening + _missing(cards)


def same(card: Card, source: Card) -> bool:
    """Whether an edit changed nothing of the plan."""
    if card.plan is None and card.size == source.size:
        # Pixels were retouched: nothing came of the words where none of them was drawn.
        return bool(card.undrawn) and not card.drawn and not card.approximated
    if card.plan is None or source.plan is None or card.size != source.size:
        return False
    told = ("prompt", "seed", "instructions")
    return {k: v for k, v in card.plan.items() if k not in told} == {
        k: v for k, v in source.plan.items() if k not in told
    }


def _missing(cards: Sequence[Card]) -> str:
    lost = _listed([word for card in cards for word in card.undrawn])
    near = _listed([word for card in cards for word in card.approximated])
    told = f" Not drawn: {lost}." if lost else ""
    return f"{told} Drawn only roughly: {near}." if near else told


def _listed(found: Sequence[str]) -> str:
    unique = list(dict.fromkeys(found))
    more = f" and {len(unique) - _MOST} more" if len(unique) > _MOST else ""
    return ", ".join(unique[:_MOST]) + more


def without_verb(text: str) -> str:
    """ "make it a poster" is a poster, "turn it into a card" a card."""
    return trimmed(_IT_A.sub("", _OPENING.sub("", text)))


def joined(kind: str, subject: str) -> str:
    """ "a poster that says OPEN" of "a harbour": the subject comes in before what the picture says."""
    kind = _OF_IT.sub("", without_verb(kind))
    if not subject:
        return kind
    if re.match(r"(?:in|on|at|by|under|underwater)\b", subject):
        return f"{kind}, {subject}"
    if not re.match(r"(?:a|an|the|another)\b", kind, re.IGNORECASE):
        return f"{subject}, {_IT.sub('', kind)}"
    match = _TAIL.search(kind)
    if match is None:
        return f"{kind} with {subject}"
    return f"{kind[: match.start()]} of {subject},{kind[match.start() :]}"
