"""What the words of a scene ask of a graphic layout: one of its variants, a palette, a mark."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.scene import Scene

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@functools.cache
def data(name: str) -> dict[str, Any]:
    """The table ``data/<name>.toml`` of this room."""
    text = resources.files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def said(scene: Scene) -> str:
    """All words that describe the scene, lower case, single blanks around each.

    Its things are not among them (the prompt names them): an edit that adds one must not change all the rest.
    """
    text = f"{scene.prompt} {scene.subject} {scene.mood} {scene.style}".lower().replace("’", "'")
    return f" {' '.join(_WORD.findall(text))} "


def count_said(words: str, phrases: Iterable[str]) -> int:
    """How many of the phrases occur among the ``words`` that `said` gave; longer phrases weigh more."""
    return sum(
        1 + phrase.count(" ") for phrase in phrases if any(f" {phrase}{end} " in words for end in ("", "s", "'s"))
    )


def choose(words: str, options: Mapping[str, Sequence[str]], free: Sequence[str], chance: Chance) -> str:
    """The option whose phrases are said most; among equals, and when none is said, chance decides.

    ``free`` are the options that may be taken unasked.
    """
    scores = {name: count_said(words, phrases) for name, phrases in options.items()}
    best = max(scores.values(), default=0)
    if best == 0:
        return chance.choice(list(free))
    return chance.choice([name for name, score in scores.items() if score == best])


def named_variant(scene: Scene, kind: str) -> str:
    """The variant that the prompt names by its style ("art deco"), or "" when it names none."""
    words = said(scene)
    scores = {name: count_said(words, entry.get("names", ())) for name, entry in data("variants")[kind].items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else ""


def choose_variant(scene: Scene, kind: str, chance: Chance) -> str:
    """The variant of a kind of layout, from ``data/variants.toml``."""
    table = data("variants")[kind]
    options = {name: entry["words"] for name, entry in table.items()}
    free = [name for name, entry in table.items() if entry.get("free", True)]
    return choose(said(scene), options, free, chance)
