"""Steps of the data files in which places are written: a name and options, ``bookcase at=-0.6,0.2 odds=0.5``."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One line of a recipe."""

    name: str
    """What is painted; several with "|" between them leave the choice to the seed."""
    options: Mapping[str, str]

    def number(self, key: str, default: float = 0.0) -> float:
        """A number option."""
        return float(self.options.get(key, default))

    def text(self, key: str, default: str = "") -> str:
        """A word option."""
        return self.options.get(key, default)

    def chosen(self, key: str, chance: Chance, default: str = "") -> str:
        """A word option of which the seed chooses one of those between "|"."""
        return chance.choice(self.text(key, default).split("|"))

    def numbers(self, key: str, default: str = "") -> list[float]:
        """The numbers of a list option: "-0.5,0.2"; empty without it."""
        text = self.options.get(key, default)
        return [float(part) for part in text.split(",")] if text else []

    def named(self, key: str) -> Step:
        """The step with what its option ``key`` says as its tone: the rock below the grass."""
        return Step(self.name, {"tone": self.options[key]} if key in self.options else {})

    def pair(self, key: str, default: str) -> tuple[float, float]:
        """The ends of a range option: "0.2..0.5"; one number is both."""
        low, _, high = self.options.get(key, default).partition("..")
        return float(low), float(high or low)


@functools.cache
def step(line: str) -> Step:
    """A step as written. Raises ValueError for an option without "="."""
    name, *words = line.split()
    if any("=" not in word for word in words):
        raise ValueError(line)
    return Step(name, dict(word.split("=", 1) for word in words))


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The data file of that name in this package's data folder."""
    text = (
        resources.files("aquatint.engines.composer.backdrops").joinpath("data", f"{name}.toml").read_text("utf-8")
    )
    return tomllib.loads(text)
