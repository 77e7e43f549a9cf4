"""The labels of a map: which words name places, and what stands at each of them."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from aquatint.engines.composer.graphics.lettering import in_order
from aquatint.engines.composer.scene import Item, Scene, Text, TextRole

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


DRAWINGS, MOST = 3, 6
"""Drawings of one landmark, and of all, at most."""


class Sites(NamedTuple):
    """What stands on a map, by when it came there: edits leave what was there before where it is."""

    first: list[str]
    """Keys of what the prompt asks for, in the order of their spots; some may have gone since."""
    later: list[str]
    """Keys of what edits have added."""


class Place(NamedTuple):
    """A label and what stands there."""

    text: Text
    symbol: str
    """One of `SYMBOLS`, or "" for a plain dot."""


def split_texts(scene: Scene) -> tuple[list[Text], list[Place]]:
    """The title of the map, and its places. A single text without a cue is the title."""
    texts = in_order(scene.texts)
    if scene.instructions:
        # An edit has told them apart; see `with_plain_labels`.
        titled = [text for text in texts if text.role == "title"]
    else:
        titled = [text for text in texts if _cued(scene.prompt, text)]
        titled = titled or (texts[:1] if len(texts) in (1, 2) else [])
    labels = [text for text in texts if text not in titled]
    return titled, [Place(text, symbol_of(text.content)) for text in labels]


def with_plain_labels(scene: Scene) -> Scene:
    """The scene with the roles of its texts as the map shows them, so that a renamed label is no title."""
    titled = split_texts(scene)[0]
    roles: list[TextRole] = ["title" if text in titled else "body" for text in scene.texts]
    texts = [msgspec.structs.replace(text, role=role) for text, role in zip(scene.texts, roles, strict=True)]
    return msgspec.structs.replace(scene, texts=texts)


def _cued(prompt: str, text: Text) -> bool:
    at = prompt.find(text.content)
    return at > 0 and _TITLE.search(prompt[:at].rstrip("\"'“”‘’ ")) is not None


def sites_of(scene: Scene, planned: Scene) -> Sites:
    """The sites of a scene that edits made of what was ``planned``."""
    before, now = keys_of(planned), keys_of(scene, planned)
    return Sites(before, [key for key in now if key not in set(before)])


def keys_of(scene: Scene, planned: Scene | None = None) -> list[str]:
    """A key for each label and then for each drawing of the landmarks; a label with another name keeps its own."""
    labels = [place.text.content for place in split_texts(scene)[1]]
    before = labels if planned is None else [place.text.content for place in split_texts(planned)[1]]
    if len(before) == len(labels):
        labels = before
    drawings = [(item.id, at) for item in landmarks(scene) for at in range(min(DRAWINGS, item.count))]
    return [*(f"place {label}" for label in labels), *(f"thing {name} {at}" for name, at in drawings[:MOST])]


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
