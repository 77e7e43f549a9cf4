"""The labels of a map: which words name places, and what stands at each of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from aquatint.engines.composer.graphics.lettering import in_order
from aquatint.engines.composer.scene import Item, Scene, Text

_TITLE = re.compile(r"\b(?:titled?|entitled|called|named|map of|headline)\b[^\"“'‘]{0,12}$", re.IGNORECASE)
SYMBOLS: dict[str, tuple[str, ...]] = {
    "mountain": (
        "hill",
        "mountain",
        "mount",
        "peak",
        "peaks",
        "mountains",
        "hills",
        "ridge",
        "volcano",
        "cliffs",
        "heights",
    ),
    "forest": ("forest", "wood", "woods", "grove", "jungle", "trees"),
    "water": (
        "lake",
        "river",
        "bay",
        "sea",
        "harbor",
        "harbour",
        "falls",
        "lagoon",
        "cove",
        "port",
    ),
    "beach": ("beach", "coast", "shore", "palms", "oasis", "sand"),
    "castle": ("castle", "fort", "fortress", "keep", "tower", "palace", "citadel", "ruins"),
    "town": ("town", "village", "city", "inn", "camp", "market", "haven", "bridge"),
    "cave": ("cave", "caves", "cavern", "mine", "grotto", "skull"),
    "swamp": ("swamp", "marsh", "bog", "fen"),
    "desert": ("desert", "dunes", "sands"),
}


class Place(NamedTuple):
    """A label and what stands there."""

    text: Text
    symbol: str
    """One of `SYMBOLS`, or "" for a plain dot."""


def split_texts(scene: Scene) -> tuple[list[Text], list[Place]]:
    """The title of the map, and its places. A single text without a cue is the title."""
    texts = in_order(scene.texts)
    titled = [text for text in texts if _cued(scene.prompt, text)]
    if not titled and len(texts) in (1, 2):
        titled = texts[:1]
    labels = [text for text in texts if text not in titled]
    return titled, [Place(text, symbol_of(text.content)) for text in labels]


def _cued(prompt: str, text: Text) -> bool:
    at = prompt.find(text.content)
    return at > 0 and _TITLE.search(prompt[:at].rstrip("\"'“”‘’ ")) is not None


def symbol_of(words: str) -> str:
    """What a name speaks of: "Misty Mountains" of mountains."""
    said = set(re.findall(r"[a-z]+", words.lower()))
    return next((symbol for symbol, cues in SYMBOLS.items() if said & set(cues)), "")


def landmarks(scene: Scene) -> list[Item]:
    """The things of the scene that stand on the land, without those that the land itself shows."""
    drawn = {
        "mountain",
        "snowy mountain",
        "tree",
        "pine tree",
        "desert island",
        "map",
        "houses",
        "wave",
        "compass",
    }
    return [item for item in scene.items if item.noun not in drawn]
