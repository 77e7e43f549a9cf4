"""From the name of a drawing to the drawing: "noto:red-apple" is the red apple of the packed set "noto".

Other sets join by adding themselves to `SETS`.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aquatint import pack
from aquatint.engines.composer.art.drawing import Drawing
from aquatint.engines.composer.art.figures.find import (
    animal_names,
    beast_names,
    find_animal,
    find_beast,
    find_bust,
    find_person,
    person_names,
)
from aquatint.engines.composer.art.pictured import find_picture, picture_names
from aquatint.engines.composer.art.shelf import OWN, own_aspect, own_names
from aquatint.engines.composer.art.sprite import Sprite


class UnknownArt(KeyError):
    """No drawing has that name."""

    def __init__(self, art: str) -> None:
        super().__init__(art)
        self.art = art

    def __str__(self) -> str:
        return f"There is no drawing named {self.art!r}"


@dataclass(frozen=True, slots=True)
class ArtSet:
    """A set of drawings: how to find one by the part of its name after the colon, and which names it lists."""

    find: Callable[[str], Drawing]
    """Raises KeyError for a name that the set does not have."""
    names: Callable[[], Iterable[str]]


def find(art: str) -> Drawing:
    """The drawing called "set:name". Raises `UnknownArt`."""
    group, _, name = art.partition(":")
    if group not in SETS:
        raise UnknownArt(art)
    try:
        return SETS[group].find(name)
    except KeyError:
        raise UnknownArt(art) from None


def names() -> frozenset[str]:
    """All names that `find` knows, other names of the same drawing included."""
    return frozenset(f"{group}:{name}" for group, members in SETS.items() for name in members.names())


@functools.cache
def _index() -> dict[str, Any]:
    index: dict[str, Any] = json.loads(pack.read("index.json"))
    return index


def _noto(name: str) -> Sprite:
    return _noto_sprite(_index()["aliases"]["noto"].get(name, name))


@functools.cache
def _noto_sprite(name: str) -> Sprite:
    _, _, width, height = _index()["art"]["noto"][name]
    return Sprite(f"noto:{name}", f"art/noto/{name}.svg", width / height)


def _noto_names() -> list[str]:
    return [*_index()["art"]["noto"], *_index()["aliases"]["noto"]]


@functools.cache
def _own(name: str) -> Sprite:
    return Sprite(f"own:{name}", f"{OWN}{name}.svg", own_aspect(name))


SETS: dict[str, ArtSet] = {
    "noto": ArtSet(_noto, _noto_names),
    "own": ArtSet(_own, own_names),
    "animal": ArtSet(find_animal, animal_names),
    "person": ArtSet(find_person, person_names),
    "beast": ArtSet(find_beast, beast_names),
    "bust": ArtSet(find_bust, person_names),
    "picture": ArtSet(find_picture, picture_names),
}
"""The sets by the part of the name before the colon."""
