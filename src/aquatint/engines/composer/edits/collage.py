"""New scenes of pictures that the composer did not make: "these two objects on a wooden table in a cafe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.edits.lending import lent_by, renamed
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.references import named, with_picture
from aquatint.engines.composer.layout.measures import SCALE_POWER
from aquatint.engines.composer.planner.author import Authored, author
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Item, Reading, Scene
from aquatint.engines.composer.staging import place_items
from aquatint.imaging.raster import Raster
from aquatint.sizes import Size
from aquatint.types import PROMPT_LIMIT

_IMAGES = re.compile(r"\bimage (\d{1,2})\b(?:\s*(?:,|and|&|with)*\s*(?=image))?", re.IGNORECASE)
_OPENING = re.compile(
    r"^[\s,]*(?:please |create |make |draw |generate |design |a picture of |a photo of )*"
    r"(?:an image of |a scene with )?"
    r"(?:(?:put|place|show|add|arrange|set|use|combine|paint|draw|compose) )?(?:the )?",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^[\s,]*(?:and |together |side by side |next to each other |standing |lying |displayed )*", re.IGNORECASE
)
_ON_KIND = re.compile(r"^(?:on|in|onto|into|for|as|at)\s+(?=(?:a|an|the)\b)", re.IGNORECASE)
_PLACED = re.compile(r"(?:on|in|at|under|by|near|beside|inside|onto|into)\b", re.IGNORECASE)
_TRAILING = re.compile(r"\b(?:with|of|featuring|containing|showing|using|and|including)\s*$", re.IGNORECASE)
_SAID = re.compile(
    r"\b(that says|that reads|saying|with the text|with the words?|with the title) ([^\"'“‘,.][^\"“,.]*)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:please )?(?:(?:put|place|show|use|take|arrange|set|combine|draw) )?"
    r"(?:(?:this|my|our) (?!(?:picture|image|photo|scene|drawing|illustration|one|in|on|at|as|by|under)\b)"
    r"[\w-]+(?: [\w-]+)? (?:and (?:this|my|our) [\w-]+(?: [\w-]+)? )?"
    r"(?:on|in|at|under|by|near|beside|into|onto)\b|these\b|both (?:of )?(?:them|these)\b)",
    re.IGNORECASE,
)
_TALL = 0.4
"""Height of the pictures in shorter sides of the new one, for one of them."""


def _described(prompt: str, count: int) -> tuple[str, list[int]] | None:
    """What the words say of the new scene without its pictures, and the numbers of those; None if nothing."""
    text = named(prompt, range(1, count + 1), alone=True)
    numbers = [int(match[1]) for match in _IMAGES.finditer(text) if 1 <= int(match[1]) <= count]
    if not numbers or (len(numbers) == 1 and numbers[0] != 1 and count > 1):
        # "put image 2 in the corner" is about the first picture.
        return None
    opening = _OPENING.match(text)
    first = _IMAGES.search(text)
    assert opening is not None
    assert first is not None
    rest = _IMAGES.sub(" ", text[opening.end() :])
    rest = _TRAILING.sub("", _LEADING.sub("", rest).strip()).strip(" ,.")
    kind = _ON_KIND.sub("", rest)
    if _has(kind, "kind"):
        return kind, list(dict.fromkeys(numbers))
    placed = first.start() <= opening.end() and _PLACED.match(rest) is not None
    return (rest, list(dict.fromkeys(numbers))) if placed and _has(rest, "place") else None


def points_out(prompt: str) -> bool:
    """Whether the words make a new scene of what composed pictures show: "this mug on a beach", "these two"."""
    return _POINTING.match(prompt.strip()) is not None


def _has(text: str, category: str) -> bool:
    tags = tag(tokenise(text))
    surfaces = category == "place" and any(each.folded in ("table", "wooden table", "desk") for each in tags)
    return surfaces or any(sense.category == category for each in tags for sense in each.senses)


def compose_with(
    prompt: str, sources: Sequence[Raster], *, seed: int, size: Size | None = None, transparent: bool = False
) -> Authored | None:
    """The scene that the words describe, with the pictures as its things; None if they describe none.

    Pictures that the words do not mean are listed as undrawn.
    """
    described = _described(prompt, len(sources))
    if described is None:
        return None
    text, numbers = described
    text = _SAID.sub(lambda match: f'{match[1]} "{match[2].strip()}"', text)
    authored = author(text, seed=seed, transparent=transparent)
    scene, reading = replaced(authored.scene, prompt=prompt[:PROMPT_LIMIT]), authored.reading
    added: list[Item] = []
    shown: set[str] = set()
    for number in numbers:
        lent = renamed(lent_by(sources[number - 1]), [item.id for item in scene.items])
        if lent and scene.kind == "scene":
            scene = replaced(scene, items=[*scene.items, *lent])
            added += [item for item in lent if not item.relation]
            shown.add(f"image {number}")
            continue
        made = with_picture(scene, sources[number - 1], number, len(numbers))
        if made is not None:
            scene = replaced(made[0], items=[*made[0].items, made[1]])
            added.append(made[1])
            shown.add(f"image {number}")
    if size is not None and scene.kind == "scene":
        scene = _sized(scene, added, size)
    missing = [f"image {number}" for number in range(1, len(sources) + 1) if f"image {number}" not in shown]
    framed = {each.id for each in scene.pictures if each.framed and scene.kind == "scene"}
    told = Reading(
        drawn=[*(item.word for item in added if item.art not in framed), *reading.drawn],
        approximated=[*(item.word for item in added if item.art in framed), *reading.approximated],
        undrawn=[*reading.undrawn, *missing],
    )
    return Authored(scene, told)


def _sized(scene: Scene, added: Sequence[Item], size: Size) -> Scene:
    """The scene with its pictures at a size that leaves room for all."""
    ids = {item.id for item in added}
    for _ in range(3):
        stage = backdrops.find(scene.backdrop).stage(scene, size)
        tall = {one.item.id: one.height for one in place_items(scene, stage) if one.item.id in ids}
        wanted = _TALL * min(size.width, size.height) / max(1, len(ids)) ** 0.35

        def fitted(item: Item, tall: dict[str, float] = tall, wanted: float = wanted) -> Item:
            if item.id not in tall:
                return item
            scale = item.scale * (wanted / tall[item.id]) ** (1 / SCALE_POWER)
            return replaced(item, scale=min(20.0, max(0.05, scale)))  # type: ignore[no-any-return]

        scene = replaced(scene, items=[fitted(item) for item in scene.items])
    return scene
