"""Chunks that the tables of the grammar name: places in the picture, ways, comparatives, shares, doings."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.chunk import Chunk, ChunkKind
from aquatint.engines.composer.edits.grammar import grammar, longest, spoken, words
from aquatint.engines.composer.lexicon.actions import actions
from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.planner.tokens import Token

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "some"})
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
    _, length = longest(tokens, at, words("likenesses"))
    if length and at + length < len(tokens):
        return Chunk("alike", _as_one(tokens[at : at + length])), length
    if (aged := _age(tokens, at)) is not None:
        return aged, len(aged.tags[0].tokens)
    if (acting := _acting(tokens, at)) is not None:
        return acting, 1
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


def _age(tokens: Sequence[Token], at: int) -> Chunk | None:
    """An age in years: "30 years younger", "80 years old"."""
    if at + 2 >= len(tokens) or tokens[at + 1].folded not in ("year", "years"):
        return None
    number, said = _number(tokens[at]), tokens[at + 2].folded
    if number is None or said not in ("old", "older", "younger"):
        return None
    ages = grammar()["ages"]
    value = ages[said] if said in ages else next(age for age, below in ages["below"].items() if number < below)
    return Chunk("quality", _as_one(tokens[at : at + 3]), sense=Sense("age", str(value)))


def _number(token: Token) -> int | None:
    said = str(table("words/counts")["counts"].get(token.folded, token.folded))
    return int(said) if said.isdigit() and len(said) < 4 else None


def _acting(tokens: Sequence[Token], at: int) -> Chunk | None:
    """A verb in its base form after who is to do it: "him smoke a pipe", "the girl drink a cup of tea"."""
    action = actions().get(tokens[at].folded)
    known = tokens[at].folded in grammar()["doing"] or tokens[at].folded in words("turns")
    if action is None or known or not at:
        return None
    before = spoken(tokens[at - 1])
    after = spoken(tokens[at + 1]) if at + 1 < len(tokens) else ""
    named = at > 1 and spoken(tokens[at - 2]) in DETERMINERS and after in DETERMINERS
    if before not in words("doers") and not named and not (before == "her" and after in DETERMINERS):
        return None
    if at + 1 < len(tokens) and action.object in ("holding", "riding", "wearing"):
        return Chunk("relation", _as_one(tokens[at : at + 1]), sense=Sense("relation", action.object))
    return (
        Chunk("quality", _as_one(tokens[at : at + 1]), sense=Sense("pose", action.pose)) if action.pose else None
    )


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
