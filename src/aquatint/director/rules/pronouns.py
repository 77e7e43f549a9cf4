""" "It" across turns: after "add a boat", "make it red" is about the boat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.director.contract import Card
from aquatint.director.rules import facts
from aquatint.director.rules.retelling import CARRIED
from aquatint.director.rules.words import found
from aquatint.engines.composer.edits.clauses import clauses
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import Item

_IT = re.compile(r"\b(it|them|him|her|its)\b", re.IGNORECASE)
_OF_THINGS = frozenset(
    {"colour", "size", "age", "expression", "pose", "hair", "look", "material", "clothes", "count", "group"}
)
"""Meanings that a thing can take on, and a whole picture cannot."""
_ON_IT = re.compile(
    r"\b(?:on|behind|beside|near|under|above|next to|in front of|over|around) (?:it|them|him|her)\b", re.IGNORECASE
)
_TO_THINGS = ("remove", "move", "resize", "replace")
"""Operations that are done to things."""
_BECOMES = re.compile(r"^(?:make|turn) (?:it|him|her) (?:into )?(?P<what>an? .+)$", re.IGNORECASE)
_COLOURLESS = re.compile(r"\bblack and white\b|\bblack-and-white\b", re.IGNORECASE)
_BEINGS = frozenset({"people", "animals", "fantasy"})
_BOTH_SWAPPED = re.compile(
    r"^(?:swap|exchange|switch) (?:them|the two|both|both of them|their places|places)$", re.IGNORECASE
)
_WISH = r"(?:i want|i'd like|i would like|i need|i'd prefer|i would prefer|i prefer)"
_COUNT = r"(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_IT_OR = r"(it|him|her|them|the [\w-]+)"
_NEAR = r"(on|in|under|behind|beside|next to|near)"
_DISLIKE = r"(?:i (?:don't|do not|don’t) (?:really )?like|i hate|i'm not happy with|i am not happy with|i dislike)"
_GROUND = r"the (?:background|backdrop|place|setting|scenery)"
_TRY = (
    r"(?:,|;|:|\.)?(?: please| maybe| rather| better)? ?"
    r"(?:use|try|make it|put|take|better|rather|how about|what about|maybe|i want|i'd prefer|do|draw)(?: with)?"
)
_ORDERS = tuple(
    (re.compile(pattern, re.IGNORECASE), order)
    for pattern, order in (
        (r"^(?:make|let|have) (.+?) wear (.+)$", r"put \2 on \1"),
        (rf"^{_DISLIKE} {_GROUND}{_TRY} (.+)$", r"change the background to \1"),
        (rf"^{_GROUND} (?:is|looks) [\w ]+{_TRY} (.+)$", r"change the background to \1"),
        (rf"^{_DISLIKE} (?:the|its|that|this) colou?rs?{_TRY} (.+)$", r"make it \1"),
        (rf"^{_DISLIKE} (?:the|its) colou?r of (the [\w -]+?){_TRY} (.+)$", r"make \1 \2"),
        (rf"^{_DISLIKE} (the [\w -]+?){_TRY} (an? .+)$", r"replace \1 with \2"),
        (rf"^{_WISH} {_IT_OR} {_NEAR} (an? .+|the .+)$", r"put \1 \2 \3"),
        (rf"^{_WISH} {_IT_OR} (?:to be )?(.+)$", r"make \1 \2"),
        (rf"^{_WISH} ((?:an?|some|more|another|two|three|four|five) .+)$", r"add \1"),
        (rf"^(?:make|draw) {_COUNT} of (?:it|them|those|these)$", r"make it \1"),
        (rf"^(?:only|just) {_COUNT}$", r"make it \1"),
        (r"^((?:\w+ )?more [\w-]+.*)$", r"add \1"),
    )
)
"""Wishes as orders that the grammar of edits knows."""
_INSTEAD = re.compile(r"^(?:make it |use )?(?P<what>(?:an?|two|three|some) .+?) instead$", re.IGNORECASE)


def is_instead(text: str) -> bool:
    """ "A dog instead": one thing is to take the place of another."""
    return _INSTEAD.match(text) is not None


def with_names(instruction: str, line: Sequence[Card]) -> str:
    """The instruction with "it" replaced by the thing that was spoken of last, where it must mean a thing.

    ``line``: the pictures from which the last of them came; it is the one to be edited.
    """
    scene = facts.scene_of(line[-1])
    if scene is None:
        return instruction
    items = facts.things(scene)
    item = _salient(line, items)
    if item is None:
        return instruction
    name = _name(item)
    becomes = _INSTEAD.match(instruction) or _BECOMES.match(instruction)
    if becomes is not None and _is_thing(becomes["what"]):
        bearer = _salient(line, [each for each in items if each.relation not in CARRIED]) or item
        return f"replace {_name(bearer)} with {becomes['what']}"
    if any(clause.operation == "write" for clause in clauses(instruction)):
        return instruction
    instruction = _as_order(instruction)
    if _BOTH_SWAPPED.match(instruction) and len(items) == 2:
        return f"swap {_name(items[0])} and {_name(items[1])}"
    if scene.kind != "scene":  # a poster is spoken of as a whole
        return instruction
    match = _IT.search(instruction)
    if match is None or facts.named(instruction, items) or not _about_thing(instruction):
        return instruction
    if _names_before(instruction[: match.start()]) and not _ON_IT.search(instruction):
        return instruction
    if match[1].casefold() in ("him", "her"):
        name = _name(_being(line, items) or item)
    if match[1].casefold() == "its":
        name += "'s"
    return f"{instruction[: match.start()]}{name}{instruction[match.end() :]}"


def _being(line: Sequence[Card], items: Sequence[Item]) -> Item | None:
    """Whom "him" and "her" mean: of people and animals the one that was spoken of last."""
    nouns = {item.id: find_noun(item.noun) for item in items}
    beings = [item for item in items if (noun := nouns[item.id]) is not None and noun.group in _BEINGS]
    return _salient(line, beings) or next(iter(beings), None)


def _names_before(text: str) -> bool:
    """Whether the words before a pronoun name something new: "two kids, one of them waving"."""
    return any(each.sense("noun") is not None for each in facts.tags_of(text))


def _name(item: Item) -> str:
    return f"the {facts.plural(item) if item.count > 1 else facts.singular(item)}"


def is_wish(text: str) -> bool:
    """Whether it is one of the wishes that are orders in other words: "only one"."""
    return any(pattern.match(text) for pattern, _ in _ORDERS)


def _is_thing(phrase: str) -> bool:
    """Whether a phrase names a thing, and not a style, a kind of picture, or a time."""
    tags = facts.tags_of(phrase)
    if any(_whole(each) for each in tags):
        return False
    return bool(tags) and tags[-1].sense("noun") is not None


def _as_order(instruction: str) -> str:
    """ "bigger" is "make it bigger"; "make it wear a hat" is "put a hat on it"."""
    for pattern, order in _ORDERS:
        if (match := pattern.match(instruction)) is not None:
            return match.expand(order)
    bare = not any(clause.operation for clause in clauses(instruction)) and not _IT.search(instruction)
    if bare and (found(instruction, grammar()["growth"]) or _is_colour(instruction)):
        return f"make it {instruction}"
    return instruction


def _is_colour(instruction: str) -> bool:
    return all(each.sense("colour") is not None for each in facts.tags_of(instruction))


def _about_thing(instruction: str) -> bool:
    if found(instruction, [*grammar()["growth"], *grammar()["places"]]) or _ON_IT.search(instruction):
        return True
    tags = facts.tags_of(instruction)
    if _COLOURLESS.search(instruction) or any(_whole(each) for each in tags):
        return False
    if any(sense.category in _OF_THINGS for each in tags for sense in each.senses):
        return True
    return any(clause.operation in _TO_THINGS for clause in clauses(instruction)[:1])


def _whole(each: Tag) -> bool:
    return any(
        each.sense(category) for category in ("time", "weather", "season", "style", "kind", "place", "transparent")
    )


def _salient(line: Sequence[Card], items: Sequence[Item]) -> Item | None:
    """What the last words that spoke of things in the picture spoke of first."""
    for card in reversed(line):
        if spoken := facts.named(card.prompt, items):
            return spoken[0]
    return items[0] if len(items) == 1 else None
