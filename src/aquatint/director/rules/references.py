"""Which picture of the conversation the words mean: "the second one", "picture 3", "the previous one"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from aquatint.director.contract import Card, Gallery
from aquatint.director.rules.words import words

_NOUN = r"(?:one|picture|image|drawing|version|illustration|painting|photo|sketch|logo|poster|design|option)"
_OURS = r"(?:the |your |my )"
_NO_ARTICLE = r"(?<!\ba )(?<!\banother )"
_NUMBERED = r"(?:picture|image|drawing|version|number)"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the text that points at pictures, and where it points."""

    start: int
    end: int
    kind: str
    """ "number", "previous", "latest", "original", "both"."""
    number: int = 0


@functools.cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    ordinals = "|".join(sorted(words()["ordinals"], key=len, reverse=True))
    numbers = "|".join(key for key in words()["several"]["counts"] if " " not in key and key not in ("a", "an"))
    kinds = [
        ("ordinal", rf"{_NO_ARTICLE}{_OURS}?(?P<word>{ordinals}) {_NOUN}(?: you (?:drew|made|painted))?"),
        ("number", rf"(?:the )?{_NUMBERED}(?: number| no\.?)? ?#?(?P<word>\d+|{numbers})\b"),
        ("previous", rf"{_OURS}?(?:previous|prior|earlier) {_NOUN}"),
        ("previous", rf"the {_NOUN} before(?: (?:that|this|it|the [\w-]+))?"),
        ("latest", rf"{_OURS}?(?:last|latest|current|most recent|newest) {_NOUN}"),
        ("original", rf"{_OURS}?original(?: {_NOUN})?"),
        ("both", rf"both(?: of them)?(?: {_NOUN}s)?|all of them|(?:the|these|those) two {_NOUN}s"),
    ]
    return [(kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)) for kind, pattern in kinds]


def find_reference(text: str) -> Reference | None:
    """The first place in the text that points at a picture."""
    found: list[Reference] = []
    for kind, pattern in _patterns():
        match = pattern.search(text)
        if match is not None:
            number = _number(match.groupdict().get("word"))
            found.append(Reference(match.start(), match.end(), "number" if number else kind, number))
    return min(found, key=lambda each: (each.start, -each.end), default=None)


def _number(word: str | None) -> int:
    if word is None:
        return 0
    folded = word.casefold()
    if folded.isdigit():
        return int(folded[:6])
    known: dict[str, int] = {**words()["several"]["counts"], **words()["ordinals"]}
    return known.get(folded, 0)


async def resolve(reference: Reference, gallery: Gallery, batch: list[Card]) -> list[Card]:
    """The pictures that are meant; empty if there are none such.

    ``batch`` is what the last answer drew: of several pictures drawn together, "the second one" is their second.
    """
    latest = gallery.latest[-1] if gallery.latest else None
    if reference.kind == "number":
        if len(batch) > 1 and reference.number <= len(batch):
            return [batch[reference.number - 1]]
        card = await gallery.number(reference.number)
        return [] if card is None else [card]
    if latest is None:
        return []
    if reference.kind == "both":
        return batch if len(batch) > 1 else list(gallery.latest[-2:])
    if reference.kind == "latest":
        return [latest]
    card = await (original(latest, gallery) if reference.kind == "original" else before(latest, gallery))
    return [] if card is None else [card]


async def before(card: Card, gallery: Gallery) -> Card | None:
    """The picture before this one: what it was edited from, else the one that came before it."""
    if card.copy_of:
        card = await gallery.by_id(card.copy_of) or card
    if card.parent:
        parent = await gallery.by_id(card.parent)
        if parent is not None:
            return parent
    for number in range(card.number - 1, 0, -1):
        earlier = await gallery.number(number)
        if earlier is not None:
            return earlier
    return None


async def after(card: Card, gallery: Gallery) -> Card | None:
    """The last picture that was edited from what a card shows again: what undoing it took away."""
    shown = card.copy_of or card.id
    for number in range(card.number - 1, 0, -1):
        later = await gallery.number(number)
        if later is None or later.copy_of or not later.parent:
            continue
        parent = await gallery.by_id(later.parent)
        if later.parent == shown or (parent is not None and parent.copy_of == shown):
            return later
    return None


async def original(card: Card, gallery: Gallery) -> Card | None:
    """The picture that all edits began with."""
    for earlier in (await line(card, gallery))[:1]:
        return earlier
    return None


async def line(card: Card, gallery: Gallery, longest: int = 40) -> list[Card]:
    """The pictures from which this one came by edits, the first of them first, this one last."""
    found = [card]
    while len(found) < longest:
        first = found[0]
        earlier = await gallery.by_id(first.copy_of or first.parent) if first.copy_of or first.parent else None
        if earlier is None:
            break
        if first.copy_of:
            found[0] = earlier
        else:
            found.insert(0, earlier)
    return found
