"""The parts of a clause: things, qualities, places in the picture, comparatives, relations, quotes, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from aquatint.engines.composer.edits.grammar import grammar, longest, spoken, words
from aquatint.engines.composer.lexicon.vocabulary import Category, Sense
from aquatint.engines.composer.planner.binding import goes_on_to_noun
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.parse import read
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.senses import MODIFIERS, choose, leads_to_noun
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.tokens import Token

ChunkKind = Literal[
    "thing", "group", "quality", "spot", "growth", "relation", "quote", "pronoun", "ground", "word"
]
_INDEFINITE = frozenset({"a", "an", "some", "another", "any"})
_DEFINITE = frozenset(
    {
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "my",
        "our",
        "both",
        "each",
        "every",
        "all",
    }
)
_PRONOUNS = frozenset({"it", "him", "her", "them", "they", "he", "she", "itself"})
_SETTING: tuple[Category, ...] = ("time", "weather", "season", "style", "place")


@dataclass(slots=True)
class Chunk:
    """One part of a clause."""

    kind: ChunkKind
    tags: tuple[Tag, ...]
    """The words it is made of."""
    phrase: Phrase | None = None
    """For things."""
    definite: bool = False
    """For things: whether the words point at something that is there ("the fox")."""
    more: bool = False
    """For things: whether the words ask for more of them ("another fox")."""
    sense: Sense | None = None
    """For qualities."""
    spot: tuple[float, float] | None = None
    factor: float = 1.0
    """For comparatives."""
    groups: tuple[str, ...] = field(default=())
    """For groups: the nouns' groups; empty for everything."""

    @property
    def word(self) -> str:
        """As the text wrote it."""
        return " ".join(each.word for each in self.tags)


def chunks(tokens: Sequence[Token]) -> list[Chunk]:
    """The chunks of a clause's tokens, in order. Entries of the tables of places and comparatives go first."""
    found: list[Chunk] = []
    plain: list[Token] = []
    grounds = any(token.folded in words("grounds") for token in tokens)
    at = 0
    while at < len(tokens):
        special, length = _special(tokens, at)
        if special is None:
            plain.append(tokens[at])
            at += 1
            continue
        found += _ordinary(plain, grounds)
        plain = []
        found.append(special)
        at += length
    return found + _ordinary(plain, grounds)


def _special(tokens: Sequence[Token], at: int) -> tuple[Chunk | None, int]:
    place, length = longest(tokens, at, grammar()["places"])
    if length:
        _, suffix = longest(tokens, at + length, words("frames"))
        after = at + length + suffix
        if after >= len(tokens) or (spoken(tokens[after]) != "of" and _ends_place(tokens, at, length, after)):
            x, y = grammar()["places"][place]
            return Chunk("spot", _as_one(tokens[at:after]), spot=(float(x), float(y))), length + suffix
    growth, length = longest(tokens, at, grammar()["growth"])
    if length:
        factor = float(grammar()["growth"][growth])
        return Chunk("growth", _as_one(tokens[at : at + length]), factor=factor), length
    everything, length = longest(tokens, at, words("everything"))
    if everything:
        return Chunk("group", _as_one(tokens[at : at + length])), length
    return None, 0


def _as_one(tokens: Sequence[Token]) -> tuple[Tag, ...]:
    return (Tag(tuple(tokens), ()),)


def _ends_place(tokens: Sequence[Token], at: int, length: int, after: int) -> bool:
    """Whether a one-word place ("left") stands like an adverb and not before its noun ("the left apple")."""
    return (
        length > 1
        or tokens[after].kind == "mark"
        or spoken(tokens[after]) in ("and", "in", "on", "at", "of", "a", "so")
    )


def _ordinary(tokens: list[Token], grounds: bool) -> list[Chunk]:
    tags = tag(tokens)
    found: list[Chunk] = []
    at = 0
    while at < len(tags):
        end = _thing_end(tags, at)
        if end > at:
            found.append(_thing(tags[at:end], tags[:at]))
            at = end
        else:
            found.append(_single(tags, at, grounds))
            at += 1
    return found


def _thing_end(tags: Sequence[Tag], at: int) -> int:
    """Where the noun phrase that begins at ``at`` ends, or ``at`` if none begins there."""
    end = at
    while end < len(tags):
        sense = choose(tags, end, "scene")
        if sense is None and tags[end].kind == "number" and leads_to_noun(tags, end):
            end += 1
        elif sense is not None and sense.category == "noun":
            if _is_manner(tags, end):
                return at
            while goes_on_to_noun(tags, end, sense, "scene"):
                end += 1
                sense = choose(tags, end, "scene") or sense
            return end + 1
        elif _leads(tags, end, sense):
            end += 1
        else:
            return at
    return at


def _leads(tags: Sequence[Tag], at: int, sense: Sense | None) -> bool:
    if tags[at].folded in words("more"):
        return True
    if (
        at + 1 < len(tags)
        and tags[at + 1].folded in words("more")
        and (tags[at].sense("count") or tags[at].kind == "number")
    ):
        return True
    return sense is not None and sense.category in MODIFIERS and leads_to_noun(tags, at)


def _is_manner(tags: Sequence[Tag], at: int) -> bool:
    """Whether a noun is only the medium of the whole picture."""
    return tags[at].sense("medium") is not None


def _thing(tags: Sequence[Tag], before: Sequence[Tag]) -> Chunk:
    more = any(each.folded in words("more") for each in tags)
    own = tuple(each for each in tags if each.folded not in words("more"))
    phrases = read(own, Ledger()).phrases
    group = grammar()["groups"].get(own[-1].folded)
    definite = any(each.folded in _DEFINITE for each in own)
    if group is not None and (definite or not phrases):
        return Chunk("group", own, groups=tuple(group))
    if not phrases:
        return Chunk("word", own)
    bare = not any(each.folded in _INDEFINITE or each.sense("count") or each.kind == "number" for each in own)
    return Chunk("thing", own, phrase=phrases[-1], definite=definite or (bare and phrases[-1].plural), more=more)


def _single(tags: Sequence[Tag], at: int, grounds: bool) -> Chunk:
    each = tags[at]
    if each.kind == "quote":
        return Chunk("quote", (each,))
    if each.folded in words("grounds"):
        return Chunk("ground", (each,))
    if each.folded in _PRONOUNS:
        return Chunk("pronoun", (each,))
    if each.folded in grammar()["groups"]:
        return Chunk("group", (each,), groups=tuple(grammar()["groups"][each.folded]))
    sense = choose(tags, at, "scene")
    if grounds and (place := each.sense("place")):
        sense = place
    if sense is None and (place := each.sense("place")):
        sense = place
    if sense is None and each.kind == "number" and each.folded.isdigit():
        sense = Sense("count", each.folded)
    if sense is not None and sense.category == "relation":
        return Chunk("relation", (each,), sense=sense)
    if sense is None or sense.category in ("article", "stop", "pronoun"):
        return Chunk("word", (each,))
    return Chunk("quality", (each,), sense=sense)


def is_content(each: Tag) -> bool:
    """Whether a word asks for something, so that the reading must say what became of it."""
    if each.kind not in ("word", "quote", "number"):
        return False
    if each.kind == "quote":
        return True
    if each.folded in words("carriers") or each.folded in words("more"):
        return False
    return not any(each.sense(category) for category in ("article", "pronoun", "stop", "relation"))


def says_only(parts: Sequence[Chunk], said: Sequence[Chunk]) -> bool:
    """Whether there is no content in the parts but what was ``said``: nothing else that they could be about."""
    known = {id(part) for part in said}
    others = [part for part in parts if id(part) not in known and part.kind not in ("spot", "pronoun")]
    return not any(is_content(each) for part in others for each in part.tags)
