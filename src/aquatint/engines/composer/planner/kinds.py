"""Which kind of picture is asked for: a scene, or a poster, card, logo, infographic..."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.lexicon.actions import find_action
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner.ledger import Ledger
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

_HEADS = frozenset({"receipt"})
"""Things that are layouts when a colon and their content follow."""
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


def _tabular(tags: Sequence[Tag]) -> list[tuple[int, Sense]]:
    """A table is a piece of furniture, unless its columns or rows are told, or bars part its cells."""
    told = any(each.folded in ("columns", "rows") for each in tags) or sum(each.folded == "|" for each in tags) > 2
    places = [index for index, each in enumerate(tags) if each.folded == "table"] if told else []
    return [(index, Sense("kind", "table")) for index in places[:1]]


def _headed(tags: Sequence[Tag]) -> list[tuple[int, Sense]]:
    """ "Receipt: milk 2, bread 3" is one, where a receipt on a table is a thing."""
    heads = (
        index for index, each in enumerate(tags[:-1]) if each.folded in _HEADS and tags[index + 1].folded == ":"
    )
    return [(index, Sense("kind", tags[index].folded)) for index in heads][:1]


def find_kind(tags: Sequence[Tag], ledger: Ledger) -> Kind:
    """The kind of picture. Its word is noted in the ledger."""
    found: list[tuple[int, Sense]] = []
    for index, each in enumerate(tags):
        sense = each.sense("kind")
        if sense is not None and not ledger.known(index) and _heads(tags, index) and not _is_thing(tags, index):
            found.append((index, sense))
        elif sense is not None and _flag(sense, "content") and each.sense("noun") is None:
            # A menu on a wall has no art: it is told, unless it becomes part of a text.
            ledger.note(index, each.word, "undrawn")
    if not found:
        found = _tabular(tags) or _headed(tags)
    if not found:
        return Kind("scene", "scene", -1)
    index, sense = next(((i, s) for i, s in found if _flag(s, "specific")), found[0])
    if not _flag(sense, "specific"):
        index, sense = next(((i, s) for i, s in found if s.value not in _WEAK), found[0])
    for i, s in found:
        # An infographic with a timeline is a timeline: the general word has had its say.
        same = _row(s.value).name == _row(sense.value).name or _flag(s, "general")
        ledger.note(i, tags[i].word, "undrawn" if not same else "approximated" if s.near else "drawn")
    parts = table("words/kinds")[sense.value].get("parts", ())
    for i, each in enumerate(tags):
        if each.folded in parts and not ledger.known(i):
            ledger.note(i, "", "silent")
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
