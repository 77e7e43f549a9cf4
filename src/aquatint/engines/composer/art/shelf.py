"""Where the sources of sprites lie: third-party drawings in the pack, our own as SVG files beside this module."""

from __future__ import annotations

import functools
import re
from importlib import resources
from importlib.resources.abc import Traversable

from aquatint import pack

OWN = "own/"
_VIEW_BOX = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


def read_source(member: str) -> str:
    """The SVG of a member: "art/noto/fox.svg" of the pack, or "own/vase.svg". Raises KeyError."""
    if not member.startswith(OWN):
        return pack.read(member).decode()
    if member.removeprefix(OWN).removesuffix(".svg") not in own_names():
        raise KeyError(member)
    return _folder().joinpath(member.removeprefix(OWN)).read_text("utf-8")


@functools.cache
def own_names() -> tuple[str, ...]:
    """The names of our own drawings, in order."""
    files = (file.name for file in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".svg") for name in files if name.endswith(".svg")))


@functools.cache
def own_aspect(name: str) -> float:
    """Width by height of one of our own drawings: its view box is trimmed to it. Raises KeyError."""
    found = _VIEW_BOX.search(read_source(f"{OWN}{name}.svg"))
    assert found is not None, f"own drawing {name} has no view box"
    return float(found[1]) / float(found[2])


def _folder() -> Traversable:
    return resources.files(__package__).joinpath("own")
