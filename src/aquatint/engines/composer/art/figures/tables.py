"""Reading the data files of figures."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

import msgspec

from aquatint.engines.composer.art.figures.parts import Part

Parts = tuple[Part, ...]


def table(package: str | None, name: str) -> dict[str, Any]:
    """The content of a TOML file that lies beside a module; ``package`` is the module's ``__package__``."""
    if package is None:
        raise ValueError("Data files belong to packages")
    return tomllib.loads(resources.files(package).joinpath(name).read_text(encoding="utf-8"))


@functools.cache
def parts_table(package: str | None, name: str) -> dict[str, Parts]:
    """Drawings made of data by name. Raises `msgspec.ValidationError` for parts that cannot be drawn."""
    return msgspec.convert(table(package, name), dict[str, Parts])
