"""One dictionary of all words that mean something to the composer, and what each may mean."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from aquatint.engines.composer.lexicon.actions import finite, inflected, passive
from aquatint.engines.composer.lexicon.ensembles import ensembles
from aquatint.engines.composer.lexicon.inflect import plurals
from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.situations import situations
from aquatint.engines.composer.lexicon.tables import place_rows, table

Category = Literal[
    "noun", "colour", "count", "group", "portion", "spread", "size", "age", "expression", "pose", "hair", "look",
    "material", "clothes", "part", "relation", "time", "weather", "season", "camera", "mood", "place", "style",
    "kind", "occasion", "situation", "ensemble", "formation", "passive", "shape", "state", "ordinal", "lettering",
    "emblem", "medium", "transparent", "article", "pronoun", "stop", "undrawn", "assorted",
]  # fmt: skip

NOT_PLACES = frozenset(
    {
        "implies",
        "natural",
        "edges",
        "together",
        "part_of",
        "tables",
        "hinted",
        "above",
        "above_words",
        "suited",
        "suited_many",
    }
)
"""Tables among the places that are none."""
ENSEMBLES = ("team", "band", "choir", "orchestra", "crew", "squad", "class", "troupe", "couple")
"""Ends of words for ensembles that have a plural."""
MOST_COLOURS = 8
"""Colours in "balloons in three colours"."""
LONGEST = 5
"""Words in the longest entry that is looked up."""


class Sense(Struct, frozen=True):
    """One meaning of a word or compound."""

    category: Category
    value: str
    """The canonical name: a noun's key, a colour's "#rrggbb", a backdrop, a pose."""
    plural: bool = False
    near: bool = False
    """Whether this is only the nearest thing the composer has: reported as approximated."""
    after: tuple[str, ...] = ()
    """Prepositions of which one must stand before the word for this meaning, if it has another one."""
    strict: bool = False
    """Whether one of ``after`` must stand before it in any case: "on a plate", but no "plate"."""


def fold(word: str) -> str:
    """The form under which words are looked up: small letters, no accents, no possessive, plain apostrophes."""
    word = word.replace("’", "'").casefold()
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in decomposed if not unicodedata.combining(c))
    return word.removesuffix("'s").removesuffix("'")


def entry_key(phrase: str) -> str:
    """The dictionary form of a phrase: folded words joined by single spaces, hyphens opened."""
    return " ".join(fold(word) for word in re.split(r"[\s-]+", phrase.strip()))


def _own_forms(noun: Noun) -> Iterator[tuple[str, Sense]]:
    yield noun.key, Sense("noun", noun.key, near=noun.near)
    for form in plurals(noun.key) if noun.plural is None else noun.plural:
        yield form, Sense("noun", noun.key, plural=True, near=noun.near)


def _other_forms(noun: Noun) -> Iterator[tuple[str, Sense]]:
    for words, near in ((noun.also, noun.near), (noun.like, True)):
        for word in words:
            yield word, Sense("noun", noun.key, near=near)
            for form in plurals(word):
                yield form, Sense("noun", noun.key, plural=True, near=near)


def _thing_senses() -> Iterator[tuple[str, Sense]]:
    # Keys come first, so that no synonym or plural takes a noun's own name. Unchanged plurals are singular.
    for reader in (_own_forms, _other_forms):
        for noun in nouns().values():
            yield from reader(noun)


def _garment_senses() -> Iterator[tuple[str, Sense]]:
    """Garments with a word before them that says which kind: "leather jacket", "wedding dress"."""
    clothes = set(table("words/qualities")["clothes"]["names"])
    for noun in nouns().values():
        for form in (noun.key, *noun.also, *noun.like):
            last = form.rpartition(" ")[2]
            if " " in form and last in clothes:
                yield form, Sense("clothes", last)
            for many in plurals(form):
                last = many.rpartition(" ")[2]
                if " " in many and last in clothes:
                    yield many, Sense("clothes", last, plural=True)
    for word, garment in table("words/qualities")["footwear"].items():
        yield word, Sense("clothes", garment, near=word.rstrip("s") != garment.rstrip("s"))


def _people_senses() -> Iterator[tuple[str, Sense]]:
    """People that have no drawing of their own: somebody all the same."""
    for word in table("words/guesses")["people"]["words"]:
        yield word, Sense("noun", "person", near=True)
        for form in plurals(word):
            yield form, Sense("noun", "person", plural=True, near=True)


def _counting_senses() -> Iterator[tuple[str, Sense]]:
    counts = table("words/counts")
    for word, number in counts["counts"].items():
        yield word, Sense("count", str(number))
    for word, number in counts["groups"].items():
        yield word, Sense("group", str(number))
        for form in plurals(word):
            yield form, Sense("group", str(2 * number), plural=True)
    for word in counts["portions"]["names"]:
        yield word, Sense("portion", word)
        for form in plurals(word):
            yield form, Sense("portion", word, plural=True)
    for word in table("words/spreads")["spreads"]:
        yield word, Sense("spread", word)
    for word in table("words/spreads")["everywhere"]["words"]:
        yield word, Sense("spread", "everywhere")


def _quality_senses() -> Iterator[tuple[str, Sense]]:
    for word, code in table("words/colours")["colours"].items():
        yield word, Sense("colour", code)
    for word in table("words/colours")["assortment"]["words"]:
        yield word, Sense("assorted", "many")
    for word in table("words/colours")["assortment"]["pale_words"]:
        yield word, Sense("assorted", "pale")
    for word, number in table("words/counts")["counts"].items():
        if 1 < number <= MOST_COLOURS and " " not in word:
            yield f"{word} colours", Sense("assorted", str(number))
            yield f"{word} colors", Sense("assorted", str(number))
    data = table("words/qualities")
    singular: tuple[tuple[str, Category], ...] = (
        ("sizes", "size"), ("ages", "age"), ("moods", "expression"), ("poses", "pose"), ("hair", "hair"),
    )  # fmt: skip
    for name, category in singular:
        for word, value in data[name].items():
            yield word, Sense(category, str(value))
    for word in data["looks"]:
        yield word, Sense("look", word)
    listed: tuple[tuple[str, Category], ...] = (
        ("materials", "material"),
        ("clothes", "clothes"),
        ("parts", "part"),
    )
    for name, category in listed:
        for word in data[name]["names"]:
            yield word, Sense(category, word)
    for word in data["clothes"]["names"]:
        for form in plurals(word):
            yield form, Sense("clothes", word, plural=True)


def _setting_senses() -> Iterator[tuple[str, Sense]]:
    data = table("words/settings")
    categories: tuple[Category, ...] = ("time", "weather", "season", "camera", "mood")
    for category in categories:
        for value, words in data[category].items():
            for word in words:
                yield word, Sense(category, value)
    for place, row in place_rows().items():
        if place in NOT_PLACES:
            continue
        for words, near in ((row.get("also", ()), False), (row.get("like", ()), True)):
            for word in words:
                after = tuple(row.get("after", {}).get(word, ()))
                yield word, Sense("place", place, near=near, after=after, strict=word in row.get("strict", ()))


def _manner_senses() -> Iterator[tuple[str, Sense]]:
    styles = table("words/styles")
    for word, kin in table("words/movements")["movements"].items():
        name = next((name for name in kin if name in styles), None)
        if name is not None:
            yield word, Sense("style", name, near=entry_key(name) != entry_key(word))
    manners: tuple[Category, ...] = ("style", "kind", "occasion")
    for category in manners:
        for name, row in table(f"words/{category}s").items():
            for word in row.get("also", ()):
                yield word, Sense(category, name)
            for word in row.get("like", ()):
                yield word, Sense(category, name, near=True)


def _topic_senses() -> Iterator[tuple[str, Sense]]:
    topics = table("words/topics")
    for word in topics["emblems"]:
        yield word, Sense("emblem", word, near=True)


def _state_senses() -> Iterator[tuple[str, Sense]]:
    for name in ("shown", "drawings"):
        for word in table("words/states")[name]:
            yield word, Sense("state", word)
    for word in table("words/counts")["ordinals"]:
        yield word, Sense("ordinal", word)
    for word in table("words/texts")["lettering"]["names"]:
        yield word, Sense("lettering", word)
    for word, formation in table("words/formations")["words"].items():
        yield word, Sense("formation", formation)
    for word, whole in table("words/states")["wholes"].items():
        for form in (word, *plurals(word)):
            yield form, Sense("noun", whole, plural=form != word, near=True)
    for shape, words in table("words/shapes")["shapes"].items():
        for word in words:
            yield word, Sense("shape", shape)


def _doing_senses() -> Iterator[tuple[str, Sense]]:
    for form, action in inflected().items():
        yield form, Sense("pose", action.pose, near=action.near)
    for form, action in passive().items():
        yield form, Sense("passive", action.object)
    for name, ensemble in ensembles().items():
        for word in (name, *ensemble.also):
            yield word, Sense("ensemble", name, near=ensemble.near)
            if word.endswith(ENSEMBLES):
                yield f"{word}s", Sense("ensemble", name, plural=True, near=ensemble.near)
    for name, situation in situations().items():
        for word in (name, *situation.also):
            yield word, Sense("situation", name, near=not situation.plain)


def _plain_verb_senses() -> Iterator[tuple[str, Sense]]:
    for form, action in finite().items():
        yield form, Sense("pose", action.pose, near=action.near)


def _is_verb_too(senses: dict[Category, Sense]) -> bool:
    """Whether all that the word means besides is a noun that is known to be a verb ("watches")."""
    noun = senses.get("noun")
    others = set(senses) - {"noun", "part"}
    return not others and (noun is None or nouns()[noun.value].verb)


def _relation_senses() -> Iterator[tuple[str, Sense]]:
    data = table("words/relations")
    for name, words in data["relations"].items():
        for word in words:
            yield word, Sense("relation", name)
    for word, name in data["reversed"].items():
        yield word, Sense("relation", f"-{name}")
    for name in ("likenesses", "roles"):
        for word in data[name]["words"]:
            yield word, Sense("stop", word)


def _stop_senses() -> Iterator[tuple[str, Sense]]:
    data = table("words/stop")
    for word in table("words/undrawn")["names"]:
        for form in (word, *plurals(word)):
            yield form, Sense("undrawn", word)
    names: tuple[tuple[str, Category], ...] = (
        ("media", "medium"), ("transparent", "transparent"), ("articles", "article"), ("pronouns", "pronoun"),
        ("taste", "stop"), ("words", "stop"),
    )  # fmt: skip
    for name, category in names:
        for word in data[name]:
            yield word, Sense(category, word)


@functools.cache
def vocabulary() -> dict[str, tuple[Sense, ...]]:
    """All senses of every entry, by its folded form ("hot air balloon"). At most one per category and entry."""
    found: dict[str, dict[Category, Sense]] = {}
    readers = (
        _thing_senses, _garment_senses, _people_senses, _counting_senses, _quality_senses, _setting_senses,
        _manner_senses, _topic_senses, _state_senses, _doing_senses, _relation_senses, _stop_senses,
    )  # fmt: skip
    for reader in readers:
        for phrase, sense in reader():
            known = found.setdefault(entry_key(phrase), {})
            if sense.category not in known or (known[sense.category].near and not sense.near):
                known[sense.category] = sense
    for phrase, sense in _plain_verb_senses():
        known = found.setdefault(entry_key(phrase), {})
        if _is_verb_too(known):
            known[sense.category] = sense
    for senses in found.values():
        if "noun" in senses:
            # A compound that has art by now need not be kept from being taken for one of its words.
            senses.pop("undrawn", None)
    return {phrase: tuple(senses.values()) for phrase, senses in found.items()}
