"""Which kind of picture is asked for: a scene, or a poster, card, logo, infographic..."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.lexicon.actions import find_action
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner.graphic.guides import cycle_at, guide_at
from aquatint.engines.composer.planner.graphic.labelled import labelled_at
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.parts import Counted, count_parts, number_of
from aquatint.engines.composer.planner.series import series_at
from aquatint.engines.composer.planner.tags import Tag


class Kind(NamedTuple):
    """A kind of picture, and where the text names it (-1 for a plain scene)."""

    name: str
    entry: str
    """The row of the table: a banner is a poster of another shape."""
    at: int
    occasion: str = ""
    """What its word says besides: a birthday card is for a birthday."""


_WEAK = frozenset({"abstract", "portrait", "isometric", "icon", "pattern"})
"""Kinds that give way to others named with them: an abstract poster is a poster."""
LOOK_BACK = 40
"""How many words before a kind are read to see whether it names the picture."""
_GATHERINGS = frozenset({"set", "pack", "collection", "sheet", "series", "page", "bundle"})
"""What a kind may come in: "a set of icons" are icons."""
_FORMS = frozenset({"isometric", "abstract"})


def _heads(tags: Sequence[Tag], at: int) -> bool:
    """Whether the word names the picture and not a thing in it: "a logo for", not "holding a card"."""
    if any(sense.value == "infographic" for sense in tags[at].senses):
        return True
    for i in range(at - 1, max(-1, at - LOOK_BACK), -1):
        if tags[i].kind == "mark" and tags[i].folded[0] in ".;!?\n":
            return True
        if tags[i].folded == ",":
            return tags[i + 1].sense("article") is None
        if tags[i].sense("pose") is not None and _acts_on(tags[i]):
            return False
        if tags[i].sense("article") is not None and i and tags[i - 1].sense("pose") is not None:
            return False
        if tags[i].folded == "by" and i and number_of(tags[i - 1]) is not None:
            # "A two by two comic".
            continue
        if tags[i].sense("relation") is not None:
            return tags[i].folded == "in" and any(sense.value in _FORMS for sense in tags[at].senses)
        if tags[i].folded == "of" and i and tags[i - 1].folded in _GATHERINGS:
            return True
        if tags[i].folded in ("with", "has"):
            return False
        if tags[i].folded == "and" and tags[i - 1].sense("colour") and tags[i + 1].sense("colour"):
            # "A gold and black logo".
            continue
        if tags[i].folded in ("of", "and") and not _named_between(tags, i + 1, at):
            return False
    return True


def _acts_on(tag: Tag) -> bool:
    """Whether somebody in the picture does something to what follows: "looking at a poster"."""
    action = find_action(tag.folded)
    return action is not None and bool(action.object) and tag.folded.partition(" ")[0].endswith("ing")


def _named_between(tags: Sequence[Tag], start: int, at: int) -> bool:
    """Whether words before the kind name its use: "of the month" in "employee of the month certificate"."""
    own = any(
        table("words/kinds")[sense.value].get("content") for sense in tags[at].senses if sense.category == "kind"
    )
    return own and any(not each.senses or each.sense("noun") or each.sense("time") for each in tags[start:at])


def _row(name: str) -> Kind:
    row = table("words/kinds")[name]
    return Kind(row.get("kind", name), name, -1)


def _flag(sense: Sense, name: str) -> bool:
    return bool(table("words/kinds")[sense.value].get(name, False))


_OPENS = frozenset({"about", "titled", "with", "showing", "design", "for", "of"})

_ANNOUNCED = frozenset({"table", "receipt", "ticket", "resume"})
"""Things that are documents where the prompt begins with them and a colon."""
_THINGS = frozenset({"funnel"})
"""Names of layouts that are things too, without art of their own."""


def _is_thing(tags: Sequence[Tag], at: int) -> bool:
    """Whether a word for a layout stands for the thing of that name: "a slide in a playground"."""
    each, kind = tags[at], tags[at].sense("kind")
    if kind is None or len(each.tokens) > 1 or not _flag(kind, "content"):
        return False
    if at + 1 < len(tags) and tags[at + 1].sense("noun") is not None and tags[at + 1].sense("kind") is None:
        # A recipe book is a book.
        return True
    noun = each.sense("noun")
    if (noun is None or noun.near) and each.folded not in _THINGS:
        return False
    if at + 1 >= len(tags):
        return each.folded in _THINGS
    return tags[at + 1].kind in ("word", "number") and tags[at + 1].folded not in _OPENS


def _is_manner(tags: Sequence[Tag], each: Tag) -> bool:
    """Whether a word for a kind says how things are shown that are named: a cubist fox is no abstract picture."""
    kind = each.sense("kind")
    near = kind is not None and kind.near and kind.value == "abstract"
    return near and each.sense("style") is not None and any(other.sense("noun") for other in tags)


def _tabular(tags: Sequence[Tag]) -> list[tuple[int, Sense]]:
    """A table is a piece of furniture, unless its columns or rows are told, or bars part its cells."""
    told = any(each.folded in ("columns", "rows") for each in tags) or sum(each.folded == "|" for each in tags) > 2
    places = [index for index, each in enumerate(tags) if each.folded == "table"] if told else []
    opened = next((index for index, each in enumerate(tags[:7]) if each.folded == ":"), 0)
    marks = [each.folded for each in tags[opened:]]
    listed = opened == 1 or (";" in marks and marks.count(",") > 1)
    if not places and opened and listed and tags[0].folded in _ANNOUNCED:
        # "Table of cities: country, capital; France, Paris" is no furniture.
        return [(0, Sense("kind", tags[0].folded))]
    return [(index, Sense("kind", "table")) for index in places[:1]]


_WITHIN = frozenset({"in", "into", "across", "over"})
"""What leads from a story to the parts it is told in."""


def parts_of(tags: Sequence[Tag], entry: str) -> Counted | None:
    """How many parts the text asks of a kind of picture, None where it does not say or the kind has none."""
    row = table("words/kinds").get(entry, {})
    wholes = (*row.get("counted", ()), *row.get("also", ()), "grid")
    return count_parts(tags, row["parts"], wholes) if "parts" in row else None


@functools.cache
def _with_parts() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """The kinds that counted parts may name: the name, words for the parts, and words that go with them."""
    rows = table("words/kinds").items()
    return tuple(
        (name, frozenset(row["parts"]), frozenset(row["counted"])) for name, row in rows if "counted" in row
    )


def _by_parts(tags: Sequence[Tag]) -> list[tuple[int, Sense]]:
    """A manga or a story is a page of panels where its panels are counted; so are panels by themselves."""
    words = [each.folded for each in tags]
    for name, parts, wholes in _with_parts():
        if parts.isdisjoint(words) and wholes.isdisjoint(words):
            continue
        at = _place_by_parts(tags, words, name, wholes)
        if at >= 0:
            return [(at, Sense("kind", name))]
    return []


def _place_by_parts(tags: Sequence[Tag], words: Sequence[str], name: str, wholes: frozenset[str]) -> int:
    """The tag that names the kind, or -1."""
    counted = parts_of(tags, name)
    places = [index for index, word in enumerate(words) if word in wholes and _heads(tags, index)]
    if counted is None:
        # "A comic: the cat wakes up, it yawns".
        return next((i for i in places[:1] if i + 1 < len(words) and words[i + 1] == ":"), -1)
    if places:
        return places[0]
    row, first, part = table("words/kinds")[name], counted.indices[0], counted.indices[-1]
    told_in = first > 0 and words[first - 1] in _WITHIN
    alone = row.get("bare") and words[part] in row["parts"] and (told_in or _heads(tags, first))
    return part if alone else -1


_NUMBERED = {"panel": "comic", "frame": "storyboard", "shot": "storyboard"}
"""Parts that make a page where they are numbered: "Panel 1: ... Panel 2: ..."."""


def _by_numbers(tags: Sequence[Tag]) -> list[tuple[int, Sense]]:
    """Numbered panels or shots by themselves are a page of them."""
    for part, name in _NUMBERED.items():
        places = [
            i for i, each in enumerate(tags[:-1]) if each.folded == part and number_of(tags[i + 1]) is not None
        ]
        if len(places) > 1 and number_of(tags[places[0] + 1]) == 1:
            return [(places[0], Sense("kind", name))]
    return []


def _by_series(tags: Sequence[Tag]) -> list[tuple[int, Sense]]:
    """Several seasons or hours of one thing, and grids, are cells of a series."""
    at = series_at(tags)
    return [(at, Sense("kind", "series"))] if at >= 0 else []


def _by_guide(tags: Sequence[Tag]) -> list[tuple[int, Sense]]:
    """ "How to plant a tree in five steps" and "the phases of the moon" are explained on a page."""
    if (at := cycle_at(tags)) >= 0:
        return [(at, Sense("kind", "cycle"))]
    at = guide_at(tags)
    at = at if at >= 0 else labelled_at(tags)
    return [(at, Sense("kind", "infographic"))] if at >= 0 else []


def _note_parts(tags: Sequence[Tag], entry: str, ledger: Ledger) -> None:
    """Words for the parts ask for nothing but their number, which holds; nor do their own numbers: "panel 2"."""
    parts = table("words/kinds")[entry].get("parts", ())
    counted = parts_of(tags, entry)
    for index in range(counted.indices[0], counted.indices[-1] + 1) if counted is not None else ():
        ledger.note(index, tags[index].word, "silent")
    for index, each in enumerate(tags):
        if each.folded in parts or each.folded == "grid":
            ledger.note(index, "", "silent")
            for beside in (index - 1, index + 1):
                if 0 <= beside < len(tags) and (tags[beside].kind == "number" or tags[beside].sense("ordinal")):
                    ledger.note(beside, "", "silent")


def find_kind(tags: Sequence[Tag], ledger: Ledger) -> Kind:
    """The kind of picture. Its word is noted in the ledger."""
    found: list[tuple[int, Sense]] = []
    for index, each in enumerate(tags):
        sense = None if _is_manner(tags, each) else each.sense("kind")
        if sense is not None and not ledger.known(index) and _heads(tags, index) and not _is_thing(tags, index):
            found.append((index, sense))
        elif sense is not None and _flag(sense, "content") and each.sense("noun") is None:
            # A menu on a wall has no art: it is told, unless it becomes part of a text.
            ledger.note(index, each.word, "undrawn")
    found = found or _tabular(tags) or _by_parts(tags) or _by_numbers(tags) or _by_series(tags)
    guided, found = not found, found or _by_guide(tags)
    if not found:
        return Kind("scene", "scene", -1)
    index, sense = next(((i, s) for i, s in found if _flag(s, "specific")), found[0])
    if not _flag(sense, "specific"):
        index, sense = next(((i, s) for i, s in found if s.value not in _WEAK), found[0])
    for i, s in found:
        # An infographic with a timeline is a timeline: the general word has had its say.
        same = _row(s.value).name == _row(sense.value).name or _flag(s, "general")
        # The portraits of a grid are still portraits.
        same = same or (sense.value == "series" and s.value in _WEAK)
        fate: Fate = "undrawn" if not same else "approximated" if s.near else "drawn"
        if not guided:
            # "How" of "how to plant a tree" names no kind by itself: it is set.
            ledger.note(i, tags[i].word, fate)
    _note_parts(tags, sense.value, ledger)
    occasion = tags[index].sense("occasion")
    return _row(sense.value)._replace(at=index, occasion=occasion.value if occasion else "")


def shape(entry: str) -> tuple[int, int]:
    """Width and height for size auto."""
    size = table("words/kinds").get(entry, {}).get("size", (1024, 1024))
    return size[0], size[1]


def shows_place(entry: str) -> bool:
    """Whether pictures of the kind show a backdrop."""
    return bool(table("words/kinds").get(entry, {}).get("backdrop", True))


def own_style(entry: str) -> str:
    """The style of a kind of picture when the prompt names none."""
    return str(table("words/kinds").get(entry, {}).get("style", "storybook"))
