"""What a logo or a sticker shows of the things that its prompt names: heads alone, and not what it is for."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import Tag

_HEADS = frozenset({"head", "heads", "face", "faces"})
_SHOWN = frozenset({"with", "of", "showing", "featuring"})
"""Words before what is shown."""
_WHOLE = frozenset({"scene", "portrait", "comic", "storyboard", "isometric", "map", "labelled"})
"""Kinds of picture that show creatures whole, or see to their heads themselves."""


def show_heads(tags: Sequence[Tag], phrases: Sequence[Phrase], kind: str, ledger: Ledger) -> None:
    """A "wolf head" and "the face of a cat" are drawn as heads; changes the phrases."""
    heads: dict[str, str] = table("words/heads")["heads"]
    for phrase in phrases if kind not in _WHOLE else ():
        at = _head_of(tags, phrase.index)
        if at is not None and phrase.noun.key in heads:
            phrase.art = heads[phrase.noun.key]
            ledger.note(at, tags[at].word, "drawn", overrule=True)


def _head_of(tags: Sequence[Tag], index: int) -> int | None:
    """The tag that says that only the head of the thing at ``index`` is meant."""
    if index + 1 < len(tags) and tags[index + 1].folded in _HEADS:
        return index + 1
    before = index - 1
    while before > 0 and (tags[before].sense("article") or tags[before].sense("colour")):
        before -= 1
    owned = before > 0 and tags[before].folded == "of" and tags[before - 1].folded in _HEADS
    return before - 1 if owned else None


def without_purpose(tags: Sequence[Tag], phrases: list[Phrase], kind: str, ledger: Ledger) -> list[Phrase]:
    """A logo shows what it is of: "a horse logo for a riding school" shows no school."""
    if kind != "logo" or len(phrases) < 2:
        return phrases
    lost = [phrase for phrase in phrases if _is_purpose(tags, phrase, phrases)]
    kept = [phrase for phrase in phrases if phrase not in lost]
    for phrase in lost:
        ledger.note(phrase.index, tags[phrase.index].word, "undrawn", overrule=True)
    return kept


def _is_purpose(tags: Sequence[Tag], phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether the thing stands after "for", and another before it."""
    for at in range(phrase.index - 1, -1, -1):
        each = tags[at]
        if each.folded == "for":
            return any(other.index < at for other in phrases)
        if each.kind == "mark" or each.folded in _SHOWN:
            return False
    return False
