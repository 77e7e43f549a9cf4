"""Chunks that the tables of the grammar name: places in the picture, ways, comparatives, shares, doings."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.chunk import Chunk, ChunkKind
from aquatint.engines.composer.edits.grammar import grammar, longest, spoken, words
from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.planner.tokens import Token

INDEFINITE = frozenset({"a", "an", "some", "another", "any"})


def tabled(tokens: Sequence[Token], at: int) -> tuple[Chunk | None, int]:
    """The chunk of a table that begins at ``at``, and how many tokens it has; (None, 0) if none does."""
    place, length = longest(tokens, at, grammar()["places"])
    if longest(tokens, at, grammar()["nudges"])[1] > length:
        # "to the right a little" is no place.
        length = 0
    if length:
        _, suffix = longest(tokens, at + length, words("frames"))
        after = at + length + suffix
        if after >= len(tokens) or (spoken(tokens[after]) != "of" and _ends_place(tokens, at, length, after)):
            x, y = grammar()["places"][place]
            return Chunk("spot", _as_one(tokens[at:after]), spot=(float(x), float(y))), length + suffix
    if spoken(tokens[at]) == "image" and at + 1 < len(tokens) and tokens[at + 1].folded.isdigit():
        return _image(tokens[at : at + 2]), 2
    nudge, length = longest(tokens, at, grammar()["nudges"])
    if length and (at + length >= len(tokens) or length > 1 or _ends_place(tokens, at, 1, at + 1)):
        x, y = grammar()["nudges"][nudge]
        return Chunk("nudge", _as_one(tokens[at : at + length]), spot=(float(x), float(y))), length
    share, length = longest(tokens, at, grammar()["shares"])
    if length and not longest(tokens, at, grammar()["growth"])[1] and at + length < len(tokens):
        factor = float(grammar()["shares"][share])
        return Chunk("share", _as_one(tokens[at : at + length]), factor=factor), length
    doing, length = longest(tokens, at, grammar()["doing"])
    if length and not _is_named(tokens, at):
        category, value = grammar()["doing"][doing]
        kind: ChunkKind = "relation" if category == "relation" else "quality"
        return Chunk(kind, _as_one(tokens[at : at + length]), sense=Sense(category, value)), length
    growth, length = longest(tokens, at, grammar()["growth"])
    if length:
        factor = float(grammar()["growth"][growth])
        return Chunk("growth", _as_one(tokens[at : at + length]), factor=factor), length
    everything, length = longest(tokens, at, words("everything"))
    if everything:
        return Chunk("group", _as_one(tokens[at : at + length])), length
    return None, 0


def _image(tokens: Sequence[Token]) -> Chunk:
    """An input picture by its number."""
    noun = Noun(key="picture", art="picture:", metres=1.0)
    number = tokens[1].folded[:2]
    phrase = Phrase(noun=noun, word=f"image {number}", index=0, attributes={"image": number})
    return Chunk("thing", _as_one(tokens), phrase=phrase)


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is a verb too stands for a thing: "a wave", "the older"."""
    before = spoken(tokens[at - 1]) if at else ""
    return before in INDEFINITE or before in ("of", "the")


def _as_one(tokens: Sequence[Token]) -> tuple[Tag, ...]:
    return (Tag(tuple(tokens), ()),)


def _ends_place(tokens: Sequence[Token], at: int, length: int, after: int) -> bool:
    """Whether a one-word place ("left") stands like an adverb and not before its noun ("the left apple")."""
    return (
        length > 1
        or tokens[after].kind == "mark"
        or spoken(tokens[after]) in ("and", "in", "on", "at", "of", "a", "so")
    )
