"""What the words of a prompt say of the models of an isometric picture: buildings, rooms and colours."""

from __future__ import annotations

import functools
from typing import NamedTuple

from aquatint.engines.composer.graphics import cues
from aquatint.engines.composer.graphics.isometric.models import catalogue
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.scene import Scene

LONGEST = 3
"""Words of the longest name."""
BEFORE = 3
"""Words before a thing among which its colour is looked for."""
_REFUSING = frozenset({"no", "without", "not"})


class Named(NamedTuple):
    """A name in the prompt."""

    words: tuple[str, ...]
    model: str
    """Of what the planner may have no drawing of, mostly buildings, or ""."""
    room: str
    """The kind of room that it may mean, or ""."""


@functools.cache
def _names() -> dict[str, tuple[str, str]]:
    """Every name that models, rooms and nouns have: its model, if it counts by its name alone, and its room."""
    besides = cues.data("models")["places"]["besides"]
    found: dict[str, tuple[str, str]] = dict.fromkeys((key for key in nouns() if " " in key), ("", ""))
    for name, model in catalogue().items():
        for noun in model.entry["nouns"]:
            found[noun] = (name if model.flag("building") or name in besides else "", "")
    for name, room in cues.data("models")["rooms"].items():
        for word in room["words"]:
            found[word] = (found.get(word, ("", ""))[0], name)
    return found


@functools.lru_cache(maxsize=64)
def named(prompt: str) -> tuple[Named, ...]:
    """Names of buildings and rooms in the prompt, the longest at each word, none that is refused."""
    words = cues.said(Scene(prompt=prompt, seed=0)).split()
    words = words[: words.index("storybook")] if words and words[-1] == "storybook" else words
    found: list[Named] = []
    at = 0
    while at < len(words):
        length = next((n for n in range(LONGEST, 0, -1) if _entry(words[at : at + n])), 1)
        entry = _entry(words[at : at + length])
        if entry is not None and any(entry) and not _REFUSING & set(words[max(0, at - 2) : at]):
            found.append(Named(tuple(words[at : at + length]), *entry))
        at += length
    return tuple(found)


def _entry(words: list[str]) -> tuple[str, str] | None:
    name = " ".join(words)
    return next(
        (_names()[each] for each in (name, name.removesuffix("s"), name.removesuffix("es")) if each in _names()),
        None,
    )


def is_snowy(scene: Scene) -> bool:
    """Whether snow lies on the land."""
    cold = cues.count_said(cues.said(scene), ("snow", "snowy", "winter", "arctic", "ski", "frozen"))
    return scene.weather == "snow" or scene.season == "winter" or bool(cold)
