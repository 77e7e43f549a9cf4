"""The parts of a clause: things, qualities, places in the picture, comparatives, relations, quotes, words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from aquatint.engines.composer.edits.grammar import grammar, longest, spoken, words
from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.vocabulary import Category, Sense
from aquatint.engines.composer.planner.binding import goes_on_to_noun
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.parse import read
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.senses import MODIFIERS, choose, leads_to_noun
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.tokens import Token

ChunkKind = Literal[
    "thing", "group", "quality", "spot", "nudge", "growth", "share", "relation", "quote", "pronoun", "one",
    "ground", "word",
]  # fmt: skip
_INDEFINITE = frozenset({"a", "an", "some", "another", "any"})
_DEFINITE = frozenset({
    "the", "this", "that", "these", "those", "its", "his", "her", "their", "my", "our", "both", "each",
    "every", "all",
})  # fmt: skip
_PRONOUNS = frozenset({"it", "him", "her", "them", "they", "he", "she", "itself", "both", "they all"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_ONES = frozenset({"one", "ones"})
_OTHERS = frozenset({"other", "others", "other one", "other ones"})
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
    """For places; and for things, where the one stands that is meant."""
    pick: str = ""
    """For things: which one of several is meant, an entry of the table of picks, or "=2" for any two."""
    factor: float = 1.0
    """For comparatives and shares."""
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
    return _some_of(found + _ordinary(plain, grounds))


def _some_of(found: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with "one of the apples" as one thing."""
    merged: list[Chunk] = []
    for part in found:
        if part.kind in ("thing", "pronoun", "group") and len(merged) > 1 and merged[-1].word == "of":
            count = merged[-2]
            number = count.tags[0].sense("count") if count.kind in ("quality", "word") else None
            value = number.value if number is not None else count.word
            if count.word == "both":
                part.tags = (*part.tags, *count.tags)
                merged[-2:] = []
            elif value.isdigit():
                part.tags = (*count.tags, *part.tags)
                part.pick, part.definite = f"={value}", True
                merged[-2:] = []
        merged.append(part)
    return merged


def _special(tokens: Sequence[Token], at: int) -> tuple[Chunk | None, int]:
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
    return before in _INDEFINITE or before in ("of", "the")


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
    if tags[at].folded in _OWNERS and _owns_part(tags, at):
        return at
    while end < len(tags):
        sense = choose(tags, end, "scene")
        if end > at and tags[end].folded in _ONES and _leads_to_one(tags, end):
            return end + 1
        if sense is None and tags[end].kind == "number" and leads_to_noun(tags, end):
            end += 1
        elif sense is not None and sense.category == "noun":
            if _is_manner(tags, end):
                return at
            while not _is_own_colour(tags, end) and goes_on_to_noun(tags, end, sense, "scene"):
                end += 1
                sense = choose(tags, end, "scene") or sense
            return end + 1
        elif _leads(tags, end, sense):
            end += 1
        else:
            return at
    return at


def _leads_to_one(tags: Sequence[Tag], end: int) -> bool:
    """Whether "one" stands for a thing ("the red one") and is no number ("eat one apple")."""
    before = tags[end - 1]
    return (
        before.folded in _DEFINITE | {"other"}
        or before.folded in grammar()["picks"]
        or before.sense("colour") is not None
        or (before.sense("size") is not None)
    )


def _is_own_colour(tags: Sequence[Tag], end: int) -> bool:
    """Whether a noun is followed by its colour ("the fish orange"), or by a part of it ("the barn's roof")."""
    last = end + 2 == len(tags)
    if end + 1 < len(tags) and tags[end].word.endswith(("'s", "’s")) and tags[end + 1].sense("part") is not None:
        return True
    return last and tags[end + 1].sense("colour") is not None


def _owns_part(tags: Sequence[Tag], at: int) -> bool:
    """Whether "her" is followed by a part of her and not by a thing: "her hair", "her red coat"."""
    following = tags[at + 1 : at + 3]
    parts = (each.sense("part") or each.sense("clothes") or each.folded == "hair" for each in following)
    return any(parts)


def _leads(tags: Sequence[Tag], at: int, sense: Sense | None) -> bool:
    if tags[at].folded in words("more"):
        return True
    if tags[at].folded in grammar()["picks"] and at + 1 < len(tags) and _names(tags, at + 1):
        return True
    if (
        at + 1 < len(tags)
        and tags[at + 1].folded in words("more")
        and (tags[at].sense("count") or tags[at].kind == "number")
    ):
        return True
    return sense is not None and sense.category in MODIFIERS and leads_to_noun(tags, at)


def _names(tags: Sequence[Tag], at: int) -> bool:
    """Whether a noun phrase goes on at ``at``."""
    return tags[at].sense("noun") is not None or tags[at].folded in _ONES or leads_to_noun(tags, at)


def _is_manner(tags: Sequence[Tag], at: int) -> bool:
    """Whether a noun is only the medium of the whole picture."""
    return tags[at].sense("medium") is not None


def _thing(tags: Sequence[Tag], before: Sequence[Tag]) -> Chunk:
    more = any(each.folded in words("more") for each in tags)
    own = tuple(each for each in tags if each.folded not in words("more"))
    picks = [each for each in own if each.folded in grammar()["picks"] and not each.sense("noun")]
    pick = str(grammar()["picks"][picks[0].folded]) if picks else ""
    own = tuple(each for each in own if each not in picks)
    if own and own[-1].folded in _ONES and any(each.folded == "other" for each in own):
        return Chunk("one", own, definite=True, pick="other")
    if own and own[-1].folded in _ONES:
        return Chunk("one", (*picks, *own), definite=True, pick=pick)
    phrases = read(own, Ledger()).phrases
    group = grammar()["groups"].get(own[-1].folded)
    definite = any(each.folded in _DEFINITE for each in own)
    if group is not None and (definite or not phrases):
        return Chunk("group", own, groups=tuple(group), pick=pick)
    if not phrases:
        return Chunk("word", tags if isinstance(tags, tuple) else tuple(tags))
    bare = not any(each.folded in _INDEFINITE or each.sense("count") or each.kind == "number" for each in own)
    definite = definite or bool(pick) or (bare and phrases[-1].plural)
    return Chunk("thing", (*picks, *own), phrase=phrases[-1], definite=definite, more=more, pick=pick)


def _single(tags: Sequence[Tag], at: int, grounds: bool) -> Chunk:
    each = tags[at]
    if each.folded in _OTHERS and at and tags[at - 1].folded == "the":
        return Chunk("one", (each,), definite=True, pick="other")
    if each.kind == "quote":
        return Chunk("quote", (each,))
    if each.folded in words("grounds"):
        return Chunk("ground", (each,))
    if each.folded in _PRONOUNS or each.folded in _OWNERS:
        return Chunk("pronoun", (each,))
    if each.folded in grammar()["groups"]:
        pick = str(grammar()["picks"].get(tags[at - 1].folded, "")) if at else ""
        own = (tags[at - 1], each) if pick else (each,)
        return Chunk("group", own, groups=tuple(grammar()["groups"][each.folded]), pick=pick)
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
    if each.folded in words("carriers") or each.folded in words("more") or each.folded in _ONES | _PRONOUNS:
        return False
    return not any(each.sense(category) for category in ("article", "pronoun", "stop", "relation"))


def says_only(parts: Sequence[Chunk], said: Sequence[Chunk]) -> bool:
    """Whether there is no content in the parts but what was ``said``: nothing else that they could be about."""
    known = {id(part) for part in said}
    others = [part for part in parts if id(part) not in known and part.kind not in ("spot", "pronoun")]
    return not any(is_content(each) for part in others for each in part.tags)
