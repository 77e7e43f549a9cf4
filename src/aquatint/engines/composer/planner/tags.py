"""Looking words up: the longest entry of the vocabulary at each place of the text, with all its senses."""

from __future__ import annotations

import functools
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import LONGEST, Category, Sense, vocabulary
from aquatint.engines.composer.planner import features
from aquatint.engines.composer.planner.foreign import to_english
from aquatint.engines.composer.planner.guesses import guess
from aquatint.engines.composer.planner.homonyms import meant
from aquatint.engines.composer.planner.tokens import Token


class Tag(NamedTuple):
    """One or more tokens with the senses that the vocabulary gives them. Unknown words have none."""

    tokens: tuple[Token, ...]
    senses: tuple[Sense, ...]

    @property
    def word(self) -> str:
        """As the text wrote it, in small letters, hyphens kept."""
        tokens = sorted(self.tokens, key=lambda token: token.start)
        parts = [tokens[0].text]
        for before, token in pairwise(tokens):
            parts.append(("-" if token.joined else "" if token.start == before.end else " ") + token.text)
        return "".join(parts).casefold()

    @property
    def folded(self) -> str:
        """The form under which it was looked up."""
        return " ".join(token.folded for token in self.tokens)

    @property
    def kind(self) -> str:
        """Kind of its first token."""
        return self.tokens[0].kind

    def sense(self, category: Category) -> Sense | None:
        """Its sense of that category."""
        return next((sense for sense in self.senses if sense.category == category), None)


def _run_length(tokens: list[Token], at: int) -> int:
    """How many words stand together from ``at``, no mark between them, at most `LONGEST`."""
    end = at
    while end < len(tokens) and end - at < LONGEST and tokens[end].kind in ("word", "number"):
        end += 1
    return end - at


@functools.cache
def _emoji(kind: str) -> dict[str, str]:
    """Entries by emoji, for those whose names are no entries, or by what is tied to them."""
    return {sign: entry for entry, signs in table("words/emoji")[kind].items() for sign in signs}


def _sign_word(token: Token) -> str:
    """The entry that an emoji stands for, listed or by its Unicode name: the fox face is a fox. "" for others."""
    first, *tied = token.text.split("\u200d")
    if listed := (_emoji("tied").get(tied[-1][:1]) if tied else None) or _emoji("stand_for").get(first[:1]):
        return listed
    name = unicodedata.name(first[:1], "").lower()
    names = (name, name.removesuffix(" face"), name.partition(" with ")[0])
    return next((entry for entry in names if entry in vocabulary()), "")


def _css_colour(token: Token) -> str:
    """ "#rrggbb" of a token that gives a colour as CSS does, "" for others."""
    digits = token.folded.removeprefix("#")
    if token.folded == digits or token.kind != "word":
        return ""
    return "#" + ("".join(2 * digit for digit in digits) if len(digits) == 3 else digits)


def _is_coloured_thing(tokens: list[Token], senses: tuple[Sense, ...]) -> bool:
    """Whether a name is only a colour and a noun here: "a white house" in small letters is no parliament."""
    if len(tokens) != 2 or not all(sense.near and sense.category == "noun" for sense in senses):
        return False
    first, second = (vocabulary().get(token.folded, ()) for token in tokens)
    coloured = any(sense.category == "colour" for sense in first)
    return coloured and tokens[1].text.islower() and any(sense.category == "noun" for sense in second)


_OBJECTS = frozenset({"with", "on", "at", "a", "an", "the", "his", "her", "in", "outside"})


def _is_done(tokens: list[Token], at: int, length: int) -> bool:
    """Whether somebody does what is a manner elsewhere: "a child drawing with crayons"."""
    if length != 2 or tokens[at + 1].folded not in ("drawing", "painting") or at + 2 >= len(tokens):
        return False
    person = any(sense.category == "noun" for sense in vocabulary().get(tokens[at].folded, ()))
    return person and tokens[at + 2].folded in _OBJECTS


def _written_apart(tokens: list[Token], at: int) -> tuple[Sense, ...]:
    """The senses of one word that is written as two: "bee keeper", "star fish", "sun bed"."""
    if at + 1 >= len(tokens) or not all(
        each.kind == "word" and each.text.islower() for each in tokens[at : at + 2]
    ):
        return ()
    first, second = tokens[at].folded, tokens[at + 1].folded
    words = vocabulary()
    if len(first) < 3 or len(second) < 3 or f"{first} {second}" in words:
        return ()
    if not any(sense.category == "noun" and not sense.plural for sense in words.get(first, ())):
        return ()
    if any(
        sense.category in ("colour", "size", "age", "count", "material", "pose") for sense in words.get(first, ())
    ):
        return ()
    if any(sense.category == "part" for sense in words.get(second, ())):
        # "A cat tail" is no cattail.
        return ()
    joined = words.get(first + second, ())
    return joined if any(sense.category == "noun" for sense in joined) else ()


def _lists_colours(tags: list[Tag]) -> bool:
    """Whether a list of colours goes on after these tags: "red, black and white" are three."""
    return len(tags) > 1 and tags[-1].folded in (",", "and") and tags[-2].sense("colour") is not None


def _may_be_guessed(tokens: list[Token], at: int) -> bool:
    """Whether the token is a plain word: names and words that hyphens tie together are left alone."""
    token = tokens[at]
    tied = token.joined or (at + 1 < len(tokens) and tokens[at + 1].joined)
    return token.kind == "word" and token.text.islower() and not tied


def tag(tokens: list[Token]) -> list[Tag]:
    """The text as tags: greedy longest match from left to right. Other languages are read as English."""
    words = vocabulary()
    tokens = to_english(tokens)
    bodily = features.mentioned(tokens)
    tags: list[Tag] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind == "other" and (entry := _sign_word(tokens[at])):
            tags.append(Tag((tokens[at],), words[entry]))
            at += 1
            continue
        if colour := _css_colour(tokens[at]):
            tags.append(Tag((tokens[at],), (Sense("colour", colour),)))
            at += 1
            continue
        if joined := _written_apart(tokens, at):
            tags.append(Tag(tuple(tokens[at : at + 2]), joined))
            at += 2
            continue
        if bodily and (described := features.match(tokens, at)):
            tags.append(Tag(tuple(tokens[at : at + described[0]]), (described[1],)))
            at += described[0]
            continue
        length = _run_length(tokens, at)
        while length > 0:
            senses = words.get(" ".join(token.folded for token in tokens[at : at + length]))
            aged = length > 1 and bool(tags) and tags[-1].folded in ("year", "years")
            split = senses is not None and (
                _is_coloured_thing(tokens[at : at + length], senses)
                or _is_done(tokens, at, length)
                or (length == 3 and tokens[at + 1].folded == "and" and _lists_colours(tags))
            )
            if senses is not None and not aged and not split:
                break
            length -= 1
        else:
            length = 1
            senses = guess(tokens[at].folded) if _may_be_guessed(tokens, at) else ()
        if length == 1:
            senses = meant(tokens, at, senses)
        tags.append(Tag(tuple(tokens[at : at + length]), senses))
        at += length
    return tags
