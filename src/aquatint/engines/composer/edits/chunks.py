"""The parts of a clause: things, qualities, places in the picture, comparatives, relations, quotes, words."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.chunk import Chunk
from aquatint.engines.composer.edits.grammar import grammar, words
from aquatint.engines.composer.edits.tabled import INDEFINITE, tabled
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Category, Sense
from aquatint.engines.composer.planner.binding import goes_on_to_noun
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.parse import read
from aquatint.engines.composer.planner.senses import MODIFIERS, choose, leads_to_noun
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.tokens import Token

__all__ = ["Chunk", "chunks", "is_content", "says_only"]

_DEFINITE = frozenset({
    "the", "this", "that", "these", "those", "its", "his", "her", "their", "my", "our", "both", "each",
    "every", "all",
})  # fmt: skip
_PRONOUNS = frozenset({"it", "him", "her", "them", "they", "he", "she", "itself", "both", "they all"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_ONES = frozenset({"one", "ones"})
_OTHERS = frozenset({"other", "others", "other one", "other ones"})
CONTENT = Sense("relation", "-in")
"""What "of" says between a vessel and what is in it."""
_SETTING: tuple[Category, ...] = ("time", "weather", "season", "style", "place")


def chunks(tokens: Sequence[Token]) -> list[Chunk]:
    """The chunks of a clause's tokens, in order. Entries of the tables of places and comparatives go first."""
    found: list[Chunk] = []
    plain: list[Token] = []
    grounds = any(token.folded in words("grounds") for token in tokens)
    at = 0
    while at < len(tokens):
        special, length = tabled(tokens, at)
        if special is None:
            plain.append(tokens[at])
            at += 1
            if _owns(tokens, at):
                # "The princess's dress" is no kind of dress where a colour is said of it.
                found += _ordinary(plain, grounds)
                plain = []
            continue
        found += _ordinary(plain, grounds)
        plain = []
        found.append(special)
        at += length
    return _some_of(found + _ordinary(plain, grounds))


def _owns(tokens: Sequence[Token], end: int) -> bool:
    """Whether the token before ``end`` is a possessive of whose part or clothes a colour is said."""
    colours = table("words/colours")["colours"]
    possessive = tokens[end - 1].text.endswith(("'s", "’s"))
    return possessive and any(token.folded in colours for token in tokens[end + 1 :])


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


def _ordinary(tokens: list[Token], grounds: bool) -> list[Chunk]:
    tags = tag(tokens)
    found: list[Chunk] = []
    at = 0
    while at < len(tags):
        end = _thing_end(tags, at)
        if (vessel := _vessel_end(tags, at)) > at:
            found += [_thing(tags[at:vessel], tags[:at]), Chunk("relation", (tags[vessel],), sense=CONTENT)]
            at = vessel + 1
        elif end > at:
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
            if _is_manner(tags, end) or _is_dye(tags, end):
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


def _vessel_end(tags: Sequence[Tag], at: int) -> int:
    """Where "a vase" ends that is followed by "of tulips"; ``at`` for anything else."""
    end = at
    while end < len(tags) and (tags[end].sense("article") or tags[end].sense("colour") or tags[end].sense("size")):
        end += 1
    holders = table("words/counts")["portions"]["holders"]
    noun = tags[end].sense("noun") if end < len(tags) else None
    holds = noun is not None and noun.value in holders and tags[end].sense("portion") is not None
    return end + 1 if holds and end + 2 < len(tags) and tags[end + 1].folded == "of" else at


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
    if end + 1 < len(tags) and tags[end].word.endswith(("'s", "’s")) and _is_owned(tags, end + 1):
        return True
    return last and tags[end + 1].sense("colour") is not None


def _is_dye(tags: Sequence[Tag], at: int) -> bool:
    """Whether a noun is the colour of hair before it: "the beard ginger"."""
    if not at:
        return False
    owned = tags[at - 1].sense("look") or tags[at - 1].sense("hair") or tags[at - 1].folded == "hair"
    return bool(owned) and tags[at].sense("colour") is not None and at + 1 == len(tags)


def _is_owned(tags: Sequence[Tag], at: int) -> bool:
    """Whether what follows "the girl's" is a part of her, or clothes of which a colour is said."""
    coloured = any(each.sense("colour") for each in tags[at:])
    return tags[at].sense("part") is not None or (tags[at].sense("clothes") is not None and coloured)


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
    if pick.isdigit() and any(each.folded in ("a", "an") for each in own):
        # "A second owl" is one more.
        pick, more = "", True
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
    bare = not any(each.folded in INDEFINITE or each.sense("count") or each.kind == "number" for each in own)
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
    if sense is not None and sense.category == "noun" and _is_dye(tags, at):
        sense = each.sense("colour")
    if sense is None and each.kind == "number" and each.folded.isdigit():
        sense = Sense("count", each.folded)
    if sense is not None and sense.category == "relation":
        return Chunk("relation", (each,), sense=sense)
    order = (
        str(grammar()["picks"].get(each.folded.split()[0], "")) if sense and sense.category == "ordinal" else ""
    )
    if order:
        return Chunk("one", (each,), definite=True, pick=order)
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
