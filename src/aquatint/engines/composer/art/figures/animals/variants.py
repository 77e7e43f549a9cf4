"""Species as words change them: young ones, and coats with other markings."""

from __future__ import annotations

import functools
import re

from msgspec.structs import replace

from aquatint.engines.composer.art.figures.animals.species import Species, species

YOUNG = frozenset({"baby", "toddler", "child"})
"""Ages of young animals."""
MARKS = {
    "spotted": "spots",
    "spots": "spots",
    "dotted": "spots",
    "dots": "spots",
    "striped": "stripes",
    "stripes": "stripes",
    "patches": "patches",
    "patched": "patches",
}
"""Words for markings to the patterns that coats know."""
SHAPES = frozenset({"fleece", "trunk", "humps", "one hump", "hump", "plates", "quills", "pompons"})
"""Patterns that are shapes of the body and cannot be painted over."""
HEX = re.compile(r"#[0-9a-f]{6}")


@functools.lru_cache(maxsize=256)
def variant_of(name: str, young: bool, marks: str, mark_colour: str, eyes: str = "") -> Species:
    """The species of that name, young, marked or with ``eyes`` of a colour. Raises KeyError.

    ``mark_colour`` and ``eyes`` are "#rrggbb" or empty.
    """
    kind = species()[name]
    if young:
        kind = _young(kind)
    if marks:
        kind = _marked(kind, marks, mark_colour)
    return _eyed(kind, eyes) if HEX.fullmatch(eyes) else kind


def _eyed(kind: Species, colour: str) -> Species:
    return replace(kind, coat={**kind.coat, "iris": colour, "eye": colour})


def _young(kind: Species) -> Species:
    """Large head, short legs, short muzzle of a life just begun; antlers come later."""
    if kind.bird is not None:
        bird = kind.bird
        small = replace(
            bird,
            head=bird.head * 1.28,
            neck=bird.neck * 0.72,
            legs=bird.legs * 0.8,
            tail_size=bird.tail_size * 0.5,
        )
        return replace(kind, bird=small)
    if kind.fish is not None:
        return replace(kind, fish=replace(kind.fish, depth=kind.fish.depth * 1.18, eye=kind.fish.eye * 1.5))
    horns = kind.horns if kind.horns == "spiral" else ""
    return replace(
        kind, head=kind.head * 1.26, length=kind.length * 0.86, legs=kind.legs * 0.86, neck=kind.neck * 0.8,
        tail_scale=kind.tail_scale * 0.76, ruff=0.0, horns=horns,
    )  # fmt: skip


def _marked(kind: Species, marks: str, colour: str) -> Species:
    coat = {**kind.coat, "dark": colour, "mark": colour} if HEX.fullmatch(colour) else kind.coat
    if kind.fish is not None:
        return replace(kind, coat=coat, fish=replace(kind.fish, pattern=marks))
    return replace(kind, coat=coat) if kind.pattern in SHAPES else replace(kind, coat=coat, pattern=marks)
