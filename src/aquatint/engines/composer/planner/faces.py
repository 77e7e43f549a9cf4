"""Whether a close-up is of somebody's face: then it is a portrait."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import Tag

_FACES = frozenset(
    {
        "face",
        "faces",
        "head",
        "heads",
        "headshot",
        "muzzle",
        "snout",
        "eyes",
        "eye",
        "mane",
        "beak",
        "nose",
        "mouth",
        "whiskers",
        "smile",
    }
)
_FACED = frozenset({"people", "animals", "fantasy"})
"""Groups of nouns that have faces."""


def closes_on_face(tags: Sequence[Tag], phrases: Sequence[Phrase]) -> bool:
    """Whether the words name the face of the first thing: "a tiger's face", "the head of a horse"."""
    if not phrases or phrases[0].noun.group not in _FACED or len(phrases) > 2:
        return False
    for at, each in enumerate(tags):
        if each.folded not in _FACES:
            continue
        owned = at > 0 and tags[at - 1].sense("noun") is not None
        if owned or (at + 1 < len(tags) and tags[at + 1].folded == "of"):
            return True
    return False
