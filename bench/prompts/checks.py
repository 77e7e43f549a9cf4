"""Checking a planned scene against one expectation. Each check has an aspect: "count", "colour", "relation"..."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Category, entry_key, vocabulary
from aquatint.engines.composer.planner.author import Authored, choose_aspect
from aquatint.engines.composer.scene import Item

ASPECTS = (
    "thing", "count", "colour", "part", "relation", "action", "absent", "backdrop", "time", "weather", "season",
    "camera", "style", "palette", "kind", "shape", "text", "honesty",
)  # fmt: skip
_INVERTED = {"holding", "wearing"}
"""The scene writes these at the thing that is carried."""
_LOOSE: dict[str, frozenset[str]] = {
    "sitting": frozenset({"seated", "sitting"}),
    "riding": frozenset({"riding", "driving", "cycling"}),
    "climbing": frozenset({"climbing"}),
    "pulling": frozenset({"pulling", "towing"}),
    "hugging": frozenset({"hugging", "cradling"}),
    "dancing": frozenset({"dancing", "waltzing"}),
    "jumping": frozenset({"jumping", "skipping"}),
    "walking": frozenset({"walking", "walking a dog"}),
}


class Finding(NamedTuple):
    """Whether an expectation is met, under its aspect."""

    aspect: str
    met: bool


def _senses(word: str, category: Category) -> set[str]:
    return {sense.value for sense in vocabulary().get(entry_key(word), ()) if sense.category == category}


def _is(item: Item, word: str) -> bool:
    named = entry_key(item.word)
    plural = any(sense.plural for sense in vocabulary().get(named, ()))
    return item.noun in _senses(word, "noun") or word in named or (plural and entry_key(word) in _singulars(named))


def _singulars(named: str) -> set[str]:
    """Entries of which the word is a plural: "old men" -> "old man"."""
    nouns = {sense.value for sense in vocabulary()[named] if sense.category == "noun"}
    return {entry for entry, senses in vocabulary().items() if any(sense.value in nouns for sense in senses)}


def _coloured(item: Item, colour: str) -> bool:
    code = table("words/colours")["colours"].get(colour, "?")
    noun = find_noun(item.noun)
    natural = noun.colours.get(colour) if noun else None
    if colour in entry_key(item.word).split():
        return True
    if item.colour == code or code in item.attributes.values():
        return True
    return (
        natural is not None and not item.colour and item.art in (natural, noun.art if noun and not natural else "")
    )


def _number(item: Item, colour: str) -> int:
    """How many of the item have the colour; all of them where none is asked."""
    if not colour:
        return int(item.count)
    code = table("words/colours")["colours"].get(colour, "?")
    own = sum(bool(single.colour == code) for single in item.singles)
    others: int = item.count - sum(bool(single.colour) for single in item.singles)
    return own + (others if _coloured(item, colour) else 0)


def _shown_by_setting(made: Authored, word: str) -> bool:
    scene = made.scene
    return (
        scene.backdrop in _senses(word, "place")
        or scene.time in _senses(word, "time")
        or scene.weather in _senses(word, "weather")
    )


def _shown_by_pose(made: Authored, word: str) -> bool:
    """Whether the drawing of a person shows the thing: the violin of who plays it."""
    carried = table("words/actions")["carried"]
    people = (item for item in made.scene.items if item.art.startswith(("person:", "beast:")))
    return any(word in carried.get(item.attributes.get("pose", ""), ()) for item in people)


def _thing(made: Authored, expected: str) -> list[Finding]:
    number, _, rest = expected.rpartition("*")
    word, _, colour = rest.partition("/")
    word, colour = word.replace("_", " "), colour.replace("_", " ")
    items = [item for item in made.scene.items if _is(item, word)]
    shown = _shown_by_setting(made, word) or _shown_by_pose(made, word)
    found = [Finding("thing", bool(items) or shown)]
    if colour:
        items = [item for item in items if _number(item, colour)]
        found.append(Finding("colour", bool(items)))
    if number:
        low, _, high = number.partition("-")
        count = sum(_number(item, colour) for item in items)
        found.append(Finding("count", int(low) <= count <= int(high or low)))
    return found


def _relation(made: Authored, expected: str) -> Finding:
    first, relation, second = (part.replace("_", " ") for part in expected.split(">"))
    if relation in _INVERTED:
        first, second = second, first
    for item in made.scene.items:
        if not _is(item, first):
            continue
        if relation == "riding" and _rides_own(item, second):
            return Finding("relation", True)
        target = made.scene.item(item.target)
        if target is not None and item.relation == relation and _is(target, second):
            return Finding("relation", True)
        if relation in ("on", "in", "under", "beside", "behind") and _shown_by_setting(made, second):
            return Finding("relation", True)
    return Finding("relation", False)


def _rides_own(item: Item, vehicle: str) -> bool:
    """Whether the rider's own drawing shows the vehicle."""
    return vehicle in table("words/actions")["carried"].get(item.attributes.get("pose", ""), ())


def _action(made: Authored, expected: str) -> Finding:
    word, _, pose = expected.replace("_", " ").partition(":")
    accepted = _LOOSE.get(pose, frozenset({pose}))
    met = any(_is(item, word) and item.attributes.get("pose") in accepted for item in made.scene.items)
    return Finding("action", met)


def _part(made: Authored, expected: str) -> Finding:
    word, _, colour = expected.replace("_", " ").partition(".")
    codes = {
        table("words/colours")["colours"].get(colour, "?"),
        table("words/qualities")["hair"].get(f"{colour} hair", "?"),
    }
    met = any(_is(item, word) and codes & set(item.attributes.values()) for item in made.scene.items)
    return Finding("part", met)


def _style(made: Authored, word: str) -> Finding:
    met = made.scene.style in _senses(word, "style") or made.scene.mood in _senses(word, "mood")
    return Finding("style", met)


def _kind(made: Authored, word: str) -> Finding:
    rows = table("words/kinds")
    kinds = {rows[value].get("kind", value) for value in _senses(word, "kind")} | ({word} & {"scene"})
    return Finding("kind", made.scene.kind in kinds)


def _shape(made: Authored, word: str) -> Finding:
    width, height = choose_aspect(made.scene)
    return Finding("shape", {"wide": width > height, "tall": height > width, "square": width == height}[word])


def _text(made: Authored, content: str) -> Finding:
    set_words = [text.content for text in made.scene.texts]
    set_words += [part for step in made.scene.steps for part in (step.label, step.detail)]
    set_words += _chart_words(made)
    return Finding("text", content in set_words)


def _chart_words(made: Authored) -> list[str]:
    """Labels and values of charts, and words of sheets, whatever the scene calls them."""
    plan = made.scene.to_plan()
    return [row for name in ("chart", "charts", "data", "series", "sheet") for row in _flat(plan.get(name))]


def _flat(value: object) -> list[str]:
    if isinstance(value, dict):
        return [word for part in value.values() for word in _flat(part)]
    if isinstance(value, list):
        return [word for part in value for word in _flat(part)]
    return [f"{value:g}" if isinstance(value, float) else str(value)]


def _palette(made: Authored, word: str) -> Finding:
    code = table("words/colours")["colours"].get(word.replace("_", " "), "?")
    return Finding("palette", code in (*made.scene.palette, made.scene.ground))


def _honest(made: Authored, word: str) -> Finding:
    word = word.replace("_", " ")
    told = made.reading.approximated + made.reading.undrawn
    return Finding("honesty", any(word in other for other in told))


def _place(made: Authored, word: str) -> Finding:
    named = word.replace("_", " ")
    places = _senses(named, "place") | {named}
    above, suited = table("words/places")["above"], table("words/places")["suited"]
    places |= {kind for place in places for kind in suited.get(place, ())}
    from_above = {above[place] for place in places if place in above} if made.scene.camera == "aerial" else set()
    return Finding("backdrop", made.scene.backdrop in places | from_above)


def _absent(made: Authored, word: str) -> Finding:
    return Finding("absent", not any(_is(item, word.replace("_", " ")) for item in made.scene.items))


_PREFIXES: dict[str, Callable[[Authored, str], Finding]] = {
    "@": _place, "~": _style, "!": _kind, "^": _shape, "-": _absent, "?": _honest, "p=": _palette,
    "t=": lambda made, word: Finding("time", made.scene.time == word),
    "w=": lambda made, word: Finding("weather", made.scene.weather == word),
    "s=": lambda made, word: Finding("season", made.scene.season == word),
    "c=": lambda made, word: Finding("camera", made.scene.camera == word),
}  # fmt: skip


def check(made: Authored, expected: str) -> list[Finding]:
    """What a scene makes of one expectation: see `cases` for the forms."""
    if expected.startswith('"'):
        return [_text(made, expected.strip('"'))]
    for prefix, checker in _PREFIXES.items():
        if expected.startswith(prefix):
            return [checker(made, expected.removeprefix(prefix).replace("_", " "))]
    if ">" in expected:
        return [_relation(made, expected)]
    if ":" in expected:
        return [_action(made, expected)]
    if "." in expected:
        return [_part(made, expected)]
    return _thing(made, expected)
