"""Things by another word than theirs: "the boat" is the sailing boat, "the bird" the owl."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.scene import Item


def kin_of(items: Sequence[Item], phrase: Phrase) -> list[Item]:
    """The items that a phrase means which is nobody's name: of the last word of their name, or of that kind."""
    word = _single(phrase.word.split()[-1].lower()) if phrase.word else ""
    names = {phrase.noun.key, word}
    named = [item for item in items if names & {_last(item.noun), _last(item.word)}]
    if named:
        return named
    kinds = {noun for name in names for noun in grammar()["kinds"].get(name, ())}
    return [item for item in items if item.noun in kinds]


def _last(name: str) -> str:
    return _single(name.replace("-", " ").split()[-1].lower()) if name else ""


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
