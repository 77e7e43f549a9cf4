"""Reading the lexicon's data files."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The data file ``data/<name>.toml`` as a dict. Callers must not change it."""
    text = files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@functools.cache
def noun_tables() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Name and content of every file of nouns, in order of name."""
    folder = files(__package__).joinpath("data", "nouns")
    names = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple((name, table(f"nouns/{name}")) for name in names)


@functools.cache
def place_rows() -> dict[str, Any]:
    """The words for all places by backdrop, and what else the tables of places say."""
    return {**table("words/spots"), **table("words/places"), **table("words/cities")}
