"""The tone of a whole picture: "in black and white", "sepia", "monochrome"."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.senses import leads_to_noun
from aquatint.engines.composer.planner.tags import Tag

_TONES: dict[str, tuple[str, Fate]] = {
    "black and white": ("black and white", "drawn"),
    "monochrome": ("monochrome", "drawn"),
    "monochromatic": ("monochrome", "drawn"),
    "grayscale": ("grayscale", "drawn"),
    "greyscale": ("grayscale", "drawn"),
    "sepia": ("sepia", "drawn"),
    "noir": ("black and white", "approximated"),
    "film noir": ("black and white", "approximated"),
}
"""Words for a tone, the tone of `styles.grading`, and how near it comes."""
_OF_MOODS = {"retro": ["retro"]}
"""Moods that fade what is printed, whatever it shows."""
_PRINTED = frozenset({"poster", "flyer", "card", "cover", "banner", "social"})
_LONGEST = 3
_PIED = frozenset(
    "cow zebra panda penguin skunk badger dalmatian orca magpie lemur piano puffin".split()  # noqa: SIM905
) | {"soccer ball", "border collie"}
"""What is black and white by nature, so that the words change nothing."""


def _is_pied(tags: Sequence[Tag], start: int) -> bool:
    """Whether the noun to come is black and white by nature."""
    nouns = (noun for each in tags[start:] if (noun := each.sense("noun")) is not None)
    return getattr(next(nouns, None), "value", "") in _PIED


def tones_of_mood(mood: str, kind: str) -> list[str]:
    """The tones of a layout that is asked for in a mood: an old poster has the inks of its time."""
    return _OF_MOODS.get(mood, []) if kind in _PRINTED else []


def find_tones(tags: Sequence[Tag], ledger: Ledger) -> list[str]:
    """The tones that the text asks of the whole picture. Their words are noted.

    "A black and white cat" asks for a cat of that colour.
    """
    for index in range(len(tags)):
        for length in range(_LONGEST, 0, -1):
            said = tags[index : index + length]
            words = " ".join(each.folded for each in said)
            if words not in _TONES or any(ledger.known(index + i) for i in range(length)):
                continue
            if index > 1 and tags[index - 1].folded in (",", "and") and tags[index - 2].sense("colour"):
                # "In red, black and white" lists colours.
                continue
            after = index + length
            named = after < len(tags) and not ledger.known(after) and leads_to_noun(tags, after - 1)
            if words == "black and white" and named and not _is_pied(tags, after):
                continue
            tone, fate = _TONES[words]
            ledger.note(index, words, fate)
            for other in range(index + 1, index + length):
                ledger.note(other, "", "silent")
            return [] if named and words == "black and white" else [tone]
    return []
