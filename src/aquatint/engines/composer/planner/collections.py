"""Sets of a subject: "9 kitchen tools" on icons, stickers or a pattern are nine things of that subject."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import Item

USUAL = {"series": 9, "icon": 9, "sticker": 8, "pattern": 6, "coloring": 5}
"""How many things a set has when nobody says, by the kind of picture that shows sets."""
UNNAMED = (
    "envelope", "camera", "calendar", "telephone", "gear", "heart", "house", "cloud", "magnifying glass", "bell",
    "lock", "shopping cart", "star", "music note", "trash can", "clock",
)  # fmt: skip
"""What icons show if nobody says what."""
MOST = 24
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_SETS = frozenset(
    (
        "set",
        "sets",
        "pack",
        "collection",
        "sheet",
        "icons",
        "stickers",
        "pattern",
        "various",
        "different",
        "assorted",
        "grid",
    )
)
"""Words that ask for several things of a subject."""


@functools.cache
def _subjects() -> dict[str, tuple[str, ...]]:
    """The nouns of each subject that there is art for, by its names."""
    known = nouns()
    return {
        name: tuple(key for key in row["nouns"] if key in known)
        for row in table("words/collections").values()
        for name in row["also"]
    }


def collect(tags: Sequence[Tag], kind: str, ledger: Ledger, named: Sequence[Item]) -> list[Item]:
    """The things of the subject that the text names, or none.

    ``named`` are the things that the text lists itself: more than one of them are the set, whatever its subject.
    """
    if kind not in USUAL:
        return []
    own = [item for item in named if item.word.lower().removeprefix("different ") not in _subjects()]
    if len(own) > 1:
        return _listed(tags, ledger, len(own))
    if not any(word in _SETS for each in tags for word in each.folded.split()) and not _count(tags):
        return []
    found = _find(tags)
    if found is None and kind == "icon" and not own and _count(tags) > 1:
        return _unnamed(tags, ledger)
    if found is None:
        return []
    begin, end, name = found
    for index in range(begin, end):
        ledger.note(index, name if index == begin else "", "drawn" if index == begin else "silent", overrule=True)
    keys = _subjects()[name]
    count = min(_count(tags) or USUAL[kind], MOST, len(keys))
    for index, each in enumerate(tags):
        if _number(each) is not None:
            fate: Fate = "drawn" if count == _number(each) else "approximated"
            ledger.note(index, each.word, fate, overrule=True)
        elif each.folded in _SETS:
            ledger.note(index, "", "silent", overrule=True)
    return [_item(key) for key in keys[:count]]


def _unnamed(tags: Sequence[Tag], ledger: Ledger) -> list[Item]:
    """Icons of which only the number is told: those that most programs have."""
    keys = [key for key in UNNAMED if key in nouns()][: _count(tags)]
    for index, each in enumerate(tags):
        if _number(each) is not None:
            ledger.note(index, each.word, "drawn" if len(keys) == _number(each) else "approximated", overrule=True)
        elif each.folded == "app":
            ledger.note(index, "", "silent", overrule=True)
    return [_item(key) for key in keys]


def _listed(tags: Sequence[Tag], ledger: Ledger, least: int) -> list[Item]:
    """Things of the subject that are listed by words that mean something else elsewhere: "rain, snow, storm"."""
    found = _find(tags)
    if found is None:
        return []
    words = {word for each in tags for word in each.folded.split()}
    keys = [key for key in _subjects()[found[2]] if set(key.split()) <= words]
    if len(keys) <= least:
        return []
    parts = {word for key in keys for word in key.split()}
    for index, each in enumerate(tags):
        if each.folded in parts:
            ledger.note(index, each.word, "drawn", overrule=True)
    ledger.note(found[0], found[2], "drawn", overrule=True)
    return [_item(key) for key in keys]


def _item(key: str) -> Item:
    return Item(id=f"{key.replace(' ', '-')}-1", noun=key, word=key, art=nouns()[key].art)


def _find(tags: Sequence[Tag]) -> tuple[int, int, str] | None:
    """Where the longest name of a subject stands: first tag, the one after the last, the name."""
    best: tuple[int, int, str] | None = None
    for begin in range(len(tags)):
        words = ""
        for end in range(begin, min(len(tags), begin + 4)):
            if tags[end].kind != "word":
                break
            words = f"{words} {tags[end].folded}".strip()
            if words in _subjects() and (best is None or len(words) > len(best[2])):
                best = begin, end + 1, words
    return best


def _count(tags: Sequence[Tag]) -> int:
    """The first number of the text that counts, or 0."""
    return next((number for number in map(_number, tags) if number is not None and 1 < number <= MOST), 0)


def _number(each: Tag) -> int | None:
    if each.kind == "number" and each.tokens[0].text.isdecimal():
        return int(each.tokens[0].text)
    return _NUMBERS.index(each.folded) if each.folded in _NUMBERS else None
