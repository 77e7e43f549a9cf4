"""Pictures and colours for labels: only where the label names the thing, never a near miss."""

from __future__ import annotations

import functools

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise

_DRAWN = ("noto:", "animal:", "own:", "person:")
_LONGEST = 5
"""Words in a label above which it is a sentence and names no single thing."""


@functools.lru_cache(maxsize=2048)
def emblem_of(label: str) -> str:
    """The art of the thing that a label names: its last word must be that thing. "" for none."""
    tags = [each for each in tag(tokenise(label[:120])) if each.kind in ("word", "number", "other")]
    if not tags or len(tags) > _LONGEST:
        return ""
    sense = tags[-1].sense("noun")
    if sense is None or sense.near or (nouns()[sense.value].verb and len(tags) > 1):
        return ""
    if any(_says_more(each) for each in tags[:-1]):
        return ""
    art = nouns()[sense.value].art
    return art if art.startswith(_DRAWN) else ""


def _says_more(each: object) -> bool:
    """Whether a word before the noun makes it another thing: "sleeping" in "sleeping bag"."""
    senses = getattr(each, "senses", ())
    if not senses:
        return True
    quiet = ("colour", "size", "count", "article", "stop", "age", "look", "material", "portion")
    return not any(sense.category in quiet for sense in senses)


def swatch_of(label: str) -> str:
    """The colour of that name, "#rrggbb", be it the name of a thing too (an orange); "" for none."""
    tags = tag(tokenise(label[:60]))
    sense = tags[0].sense("colour") if len(tags) == 1 else None
    return sense.value if sense is not None else ""


@functools.lru_cache(maxsize=2048)
def colour_of(label: str) -> str:
    """The colour that a label is the name of, "#rrggbb"; "" for none."""
    tags = tag(tokenise(label[:60]))
    if len(tags) != 1:
        return ""
    sense = tags[0].sense("colour")
    return sense.value if sense is not None and tags[0].sense("noun") is None else ""
