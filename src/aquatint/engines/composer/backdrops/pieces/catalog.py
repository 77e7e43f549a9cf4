"""All pieces there are, by name: the tables of data/pieces-*.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from aquatint.engines.composer.backdrops.pieces.palette import Roles
from aquatint.engines.composer.backdrops.pieces.shapes import Shape, parse

PACKAGE = "aquatint.engines.composer.backdrops"


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A thing of a place."""

    name: str
    width: float
    """In centimetres, for its shadow and for rows of it."""
    shapes: tuple[Shape, ...]
    roles: Roles
    shadow: bool
    """Whether it stands on the floor."""
    lights: float
    """How far in centimetres its lamps light the ground in the dark; 0 for no lamps."""


class UnknownPiece(KeyError):
    """There is no piece of that name."""


@cache
def _rows() -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for file in sorted(resources.files(PACKAGE).joinpath("data").iterdir(), key=lambda one: one.name):
        if file.name.startswith("pieces-"):
            rows |= tomllib.loads(file.read_text("utf-8"))
    return rows


@cache
def find(name: str) -> Piece:
    """The piece of that name. Raises `UnknownPiece`."""
    try:
        row = _rows()[name]
    except KeyError:
        raise UnknownPiece(name) from None
    return Piece(
        name=name,
        width=row["width"],
        shapes=parse(row["draw"]),
        roles=row.get("roles", {}),
        shadow=row.get("shadow", True),
        lights=row.get("lights", 0.0),
    )


def names() -> list[str]:
    """All pieces."""
    return list(_rows())
