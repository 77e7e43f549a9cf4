"""Series: one picture of several cells that differ in one thing, or hold one thing each of a set.

"The same tree in spring, summer, autumn and winter", "a cat: happy, sad, angry", "a 3x3 grid of birds".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Category
from aquatint.engines.composer.planner.parts import count_parts, number_of
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.tokens import tokenise

Manner = Literal["place", "panorama", "face", "pose", "colour", "thing"]
_MANNERS: tuple[tuple[Category, int], ...] = (("season", 3), ("time", 3), ("weather", 3))
"""What one scene has one of, and how many of it in a list make a series by themselves."""
_ALSO = {"weather": ("sun",)}
"""Words that count among those of a category in a list of them."""
_CUES = frozenset({"season", "seasons", "times", "hours", "different", "various"})
"""Words without which nothing is said to differ from cell to cell."""
_ALIKE = frozenset({"same", "one"})
_SAID = frozenset(
    {"seasons", "repeated", "times", "versions", "expressions", "emotions", "poses", "moods", "stages"}
)
MOST = 16
"""More cells than this would be dust."""
_HEAD = re.compile(
    r"\b(?:an?|the|in|as)?\s*(?:\d{1,2}\s*[x×]\s*\d{1,2}|(?:two|three|four) by (?:two|three|four))?\s*"
    r"\b(?:expressions?|emotions?|mood|emoji|sprite|pose|contact|picture|image|model)?\s*"
    r"(?:grid|sheet|chart|set|pack|spritesheet|triptych|diptych|polyptych|(?:evolution|growth)\s+stages|"
    r"stages of (?:evolution|growth)|before and after|(?:andy )?warhol(?: style)?)\b\s*"
    r"(?:pictures?\s+)?(?:of|with|showing|from|for)?(?:\s+(?:the|its))?\b(?:\s+evolution of)?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:in\s+)?(?:all\s+)?(?:the\s+)?(?:four|all|different|every|each|through the|the)\s+seasons?\b\s*(?:of)?",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\b(?:at\s+)?(?:all|different|various|four)\s+(?:times|hours) of (?:the )?day\b\s*(?:of)?", re.I
)
_CHANGED = re.compile(
    r"\b(?:with|in|showing|making|having)?\s*(?:\w+\s+)?(?:different|various|many|several|multiple|nine|six|four|eight)"
    r"\s+(?:facial\s+)?(?P<what>expressions|emotions|moods|faces|feelings|poses|positions|colou?rs)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\bbefore\b\s*(?:[:,(–-]|is|shows?)\s*(?P<first>.+?)[\s.,;)]*\b(?:and\s+)?after\b\s*(?:[:,(–-]|is|shows?)?\s*(?P<last>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ITEMS = re.compile(r"\s*(?:[,;/]|->|→)\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_CHANGES: dict[str, Manner] = {
    "poses": "pose", "positions": "pose", "colors": "colour", "colours": "colour",
    "moods": "face", "expressions": "face", "emotions": "face", "faces": "face", "feelings": "face",
}  # fmt: skip


class Series(NamedTuple):
    """What the cells of a series show."""

    subject: str
    """What all of them show, in the words of the prompt."""
    cells: tuple[str, ...]
    """What each of them shows; empty where they differ in a ``manner`` only."""
    manner: Manner
    number: int = 0
    """How many cells are asked for; 0 if the prompt does not say."""


def series_at(tags: Sequence[Tag]) -> int:
    """The tag by which a text asks for a series without naming a sheet; -1 if it does not."""
    words = [each.folded for each in tags]
    if "grid" in words and (at := _grid_at(tags, words)) >= 0:
        return at
    several = [sense.category for each in tags for sense in each.senses]
    alike = not _ALIKE.isdisjoint(words)
    for category, least in _MANNERS:
        if several.count(category) < 2:
            continue
        places = _listed(tags, category)
        values = {sense.value if (sense := tags[i].sense(category)) else tags[i].folded for i in places}
        if len(values) >= (2 if alike else least):
            return places[0]
    opens = [i for i, word in enumerate(words) if word in ("before", "after") and _is_headed(tags, i)]
    if len(opens) == 2 and tags[opens[0]].folded == "before":
        return opens[0]
    if _CUES.isdisjoint(" ".join(words).split()) or {"noun", "place"}.isdisjoint(several):
        return -1
    named = "noun" in several
    return next((i for i in range(len(tags)) if _is_whole(tags, i) or (named and _is_change(tags, i))), -1)


def _grid_at(tags: Sequence[Tag], words: Sequence[str]) -> int:
    """Where a grid is named whose cells are counted, before or after; -1 if none is."""
    grid = count_parts(tags, ("grid",))
    if grid is not None:
        return grid.indices[-1]
    return next((i for i, word in enumerate(words) if word == "grid" and _counts_after(tags, i)), -1)


def _is_headed(tags: Sequence[Tag], index: int) -> bool:
    return index + 1 < len(tags) and tags[index + 1].folded == ":"


def names_series(word: str) -> bool:
    """Whether a word only says that there is a series: "four seasons", "repeated"."""
    return any(pattern.fullmatch(word) for pattern in (_WHOLE, _HOURS, _HEAD)) or word.lower() in _SAID


def _counts_after(tags: Sequence[Tag], index: int) -> bool:
    """Whether what is in a grid is counted, or said to differ: "a grid of nine cats"."""
    after = tags[index + 1 : index + 4]
    if not after or after[0].folded != "of":
        return False
    counted = any(number_of(each) or each.folded in ("different", "various", "colorful") for each in after[1:])
    later = tags[index + 1 :]
    return counted or any(
        (number_of(one) and two.folded in _CHANGES) or (one.folded == "different" and two.folded in _CHANGES)
        for one, two in pairwise(later)
    )


def _is_whole(tags: Sequence[Tag], index: int) -> bool:
    words = " ".join(each.folded for each in tags[index : index + 3])
    found = _WHOLE.match(words) or _HOURS.match(" ".join(each.folded for each in tags[index : index + 5]))
    return found is not None


def _is_change(tags: Sequence[Tag], index: int) -> bool:
    """ "In nine different poses": of colours there may be many in one picture."""
    after = " ".join(each.folded for each in tags[index + 1 : index + 3])
    said = tags[index].folded in ("different", "various")
    return said and re.match(r"(?:facial )?(?:expressions|emotions|moods|poses)\b", after) is not None


def _listed(tags: Sequence[Tag], category: Category) -> list[int]:
    """The words of a category that stand in one list: only marks, "and", "or", "in" and "at" between them."""
    also = _ALSO.get(category, ())
    places = [index for index, each in enumerate(tags) if each.sense(category) or each.folded in also]
    kept = places[:1]
    for index in places[1:]:
        between = tags[kept[-1] + 1 : index]
        if all(each.kind == "mark" or each.folded in ("and", "or", "in", "at", "then", "to") for each in between):
            kept.append(index)
    return kept


def read_series(prompt: str) -> Series:
    """The cells of a series that the prompt asks for."""
    tags = tag(tokenise(prompt))
    parts = (*table("words/kinds")["series"]["parts"], "colors", "colours")
    counted = count_parts(tags, parts, ("grid", "sheet", "set", "chart"))
    number = min(MOST, counted.number) if counted is not None else 0
    if found := _BEFORE.search(prompt):
        return Series("", (found["first"].strip(), found["last"].strip(" .")), "place", 2)
    for category, _ in _MANNERS:
        places = _listed(tags, category)
        if len(places) > 1:
            return Series(prompt, _each(prompt, tags, places), "place", len(places))
    for pattern, values in (
        (_WHOLE, ("spring", "summer", "autumn", "winter")),
        (_HOURS, ("dawn", "day", "dusk", "night")),
    ):
        if pattern.search(prompt):
            rest = _without_head(pattern.sub(" ", prompt))
            return Series(rest, tuple(f"{rest}, {value}" for value in values), "place", 4)
    return _sheet(prompt, number)


def _sheet(prompt: str, number: int) -> Series:
    """Sheets of one subject, or of the things after a colon."""
    manner = _manner(prompt)
    opening, colon, told = prompt.partition(":")
    changed = _CHANGED.search(opening)
    subject = _without_head(_CHANGED.sub(" ", opening) if changed else opening)
    pieces = [piece.strip(" .") for piece in _ITEMS.split(told) if piece.strip(" .")] if colon else []
    if 1 < len(pieces) <= MOST:
        return Series(subject, tuple(pieces), manner if manner != "thing" else _told_manner(pieces), len(pieces))
    return Series(subject or prompt, (), manner, number)


def _told_manner(pieces: Sequence[str]) -> Manner:
    moods = [any(each.sense("expression") for each in tag(tokenise(piece))) for piece in pieces]
    return "face" if sum(moods) > len(pieces) / 2 else "thing"


def _manner(prompt: str) -> Manner:
    """In what the cells of a sheet differ, by its name or by what it says is different."""
    words = prompt.lower()
    if found := _CHANGED.search(prompt):
        return _CHANGES[found["what"].lower()]
    if re.search(r"\b(?:expressions?|emotions?|mood|emojis?)\b", words):
        return "face"
    if re.search(r"\b(?:sprites?|spritesheet|poses?)\b", words):
        return "pose"
    if re.search(r"\b(?:warhol|repeated|repeating)\b", words):
        return "colour"
    if re.search(r"\b(?:triptych|diptych|polyptych)\b", words):
        return "panorama"
    return "place" if re.search(r"\b(?:time lapse|before and after)\b", words) else "thing"


def _each(prompt: str, tags: Sequence[Tag], places: Sequence[int]) -> tuple[str, ...]:
    """The prompt once for each of the listed words, with that one alone in place of the list."""
    start, end = tags[places[0]].tokens[0].start, tags[places[-1]].tokens[-1].end
    values = [prompt[tags[i].tokens[0].start : tags[i].tokens[-1].end] for i in places]
    lead = "in " if values[0].lower().startswith("in ") else ""
    values = [value if value.lower().startswith("in ") else lead + value for value in values]
    return tuple(_without_head(f"{prompt[:start]}{value}{prompt[end:]}") for value in values)


def _without_head(text: str) -> str:
    return " ".join(_HEAD.sub(" ", text).split()).strip(" ,.;:")
