"""What a plan says, in words: things with their number and colour, the place, the time, the words."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec

from aquatint.director.contract import Card
from aquatint.engines.composer.edits.operations import live_items
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.lexicon.inflect import plurals
from aquatint.engines.composer.lexicon.nouns import find_noun, nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Item, Scene

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TIMES = {"dawn": "at dawn", "day": "by day", "dusk": "at dusk", "night": "at night"}
_WEATHERS = {
    "clear": "clear weather", "cloudy": "clouds", "rain": "rain", "snow": "snow", "fog": "fog", "storm": "a storm",
    "aurora": "northern lights",
}  # fmt: skip


def scene_of(card: Card) -> Scene | None:
    """The plan of a picture as a scene; None for pictures without one that can be read."""
    if card.plan is None:
        return None
    try:
        return Scene.from_plan(card.plan)
    except msgspec.ValidationError:
        return None


def number_word(count: int) -> str:
    """ "three", "40"."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


@functools.cache
def _colour_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, code in table("words/colours")["colours"].items():
        names.setdefault(code, name)
    return names


def colour_name(code: str) -> str:
    """The lexicon's nearest word for a colour "#rrggbb"."""
    names = _colour_names()
    if code in names:
        return names[code]
    wanted = _rgb(code)
    return names[min(names, key=lambda each: sum((a - b) ** 2 for a, b in zip(_rgb(each), wanted, strict=True)))]


def _rgb(code: str) -> tuple[int, int, int]:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def singular(item: Item) -> str:
    """What one of the item is called, in the prompt's own word where that is possible."""
    word = item.word
    if not _is_plural(word):
        return word
    forms = (item.noun, word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y")
    return next((form for form in forms if word in plurals(form)), item.noun)


def plural(item: Item) -> str:
    """What several of the item are called."""
    return item.word if _is_plural(item.word) else plurals(item.word)[0]


def _is_plural(word: str) -> bool:
    tags = tags_of(word)
    return len(tags) == 1 and any(sense.category == "noun" and sense.plural for sense in tags[0].senses)


def the(item: Item) -> str:
    """ "The boat", "The foxes"."""
    return f"The {plural(item) if item.count > 1 else singular(item)}"


def is_or_are(item: Item) -> str:
    """The verb for it."""
    return "are" if item.count > 1 else "is"


def is_told(attribute: str) -> bool:
    """Whether an attribute of an item came from words, and not from the layout's memory."""
    return attribute not in (settled.ADDED, settled.PLANNED_COUNT, settled.PLANNED_SCALE, settled.MOVED)


def counted(item: Item, *, colour: bool = True) -> str:
    """ "a red boat", "two foxes"."""
    shade = f"{colour_name(item.colour)} " if item.colour and colour else ""
    shade = "" if item.word.startswith(shade) else shade
    if item.count > 1:
        return f"{number_word(item.count)} {shade}{plural(item)}"
    word = f"{shade}{singular(item)}"
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def things(scene: Scene) -> list[Item]:
    """The things that can be seen."""
    return live_items(scene)


def setting(scene: Scene) -> str:
    """ "in a place of the kind 'forest', at night, with snow, in winter"."""
    parts = [f"the place is '{scene.backdrop.replace('-', ' ')}'", _TIMES[scene.time]]
    if scene.weather != "clear":
        parts.append(f"with {_WEATHERS[scene.weather]}")
    if scene.season:
        parts.append(f"in {scene.season}")
    return ", ".join(parts)


def time_of(scene: Scene) -> str:
    """ "at dawn"."""
    return _TIMES[scene.time]


def weather_of(scene: Scene) -> str:
    """ "rain"."""
    return _WEATHERS[scene.weather]


def tags_of(text: str) -> list[Tag]:
    """The words of a text with all that they may mean."""
    return tag(tokenise(text))


def named(text: str, items: Sequence[Item]) -> list[Item]:
    """Those of the items that the text names, in the order of the text."""
    found: list[Item] = []
    for each in tags_of(text):
        keys = {sense.value for sense in each.senses if sense.category == "noun"}
        for item in items:
            same = item.noun in keys or each.folded in (item.word, singular(item), plural(item))
            if same and item not in found:
                found.append(item)
    return found


def of_group(text: str, items: Sequence[Item]) -> tuple[str, list[Item]] | None:
    """The items of the group of nouns that the text names ("animals", "people"); None if it names none."""
    groups: dict[str, list[Item]] = {noun.group: [] for noun in nouns().values()}
    for item in items:
        noun = find_noun(item.noun)
        if noun is not None:
            groups[noun.group].append(item)
    for word in text.casefold().split():
        word = word.strip("?.,!")
        for group, members in groups.items():
            if word in (group, group.removesuffix("s")):
                return group, members
    return None


def asked_noun(text: str, *, plural: bool = False) -> str:
    """The thing that the text asks about, if it is one that can be drawn: "fox". Empty for none.

    ``plural`` wants the word for several of them.
    """
    for each in tags_of(text):
        sense = each.sense("noun")
        if sense is not None and each.folded not in ("picture", "image", "drawing", "photo"):
            return plurals(each.word)[0] if plural and not sense.plural else each.word
    return ""
