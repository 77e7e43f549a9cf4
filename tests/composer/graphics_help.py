"""What the tests of graphic layouts share: scenes, painting, and a watch on every line of text that is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

import numpy as np
import skia

from aquatint.engines.composer import graphics
from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.scene import Item, Scene, Step, Text
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIXTY = (
    "Every spring the whole valley comes together for three long days of food and music under the old trees by "
    "the river bring your friends and your neighbours bring a blanket and something to share there will be "
    "dancing until the lamps go out and on the last morning we all walk up the hill and watch the sun rise again"
)
WORDS = SIXTY.split()


@dataclass(frozen=True)
class Drawn:
    """One line of text as it was drawn: its ink box, its colour, and the pixels that lay under it."""

    text: str
    box: Box
    size: float
    colour: tuple[float, float, float]
    ground: Pixels

    def contrasts(self) -> np.ndarray[Any, Any]:
        """WCAG contrast of the text with each pixel under its box."""
        behind = _luminance(self.ground[..., :3].reshape(-1, 3).astype(float) / 255)
        ink = float(_luminance(np.array([self.colour]))[0])
        light, dark = np.maximum(behind, ink), np.minimum(behind, ink)
        return (light + 0.05) / (dark + 0.05)


@dataclass
class Watch:
    """What was drawn so far."""

    lines: list[Drawn] = field(default_factory=list)


def _luminance(rgb: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


@contextmanager
def watched(surface: Any) -> Iterator[Watch]:
    """Watch every line that is drawn on the surface."""
    watch = Watch()
    draw = faces.draw_line

    def drawing(canvas: Any, text: str, face: Any, size: float, x: float, y: float, paint: Any, *rest: Any) -> Box:
        before = surface.makeImageSnapshot()
        box = draw(canvas, text, face, size, x, y, paint, *rest)
        ink = paint[-1].paint if isinstance(paint, Sequence) else paint
        colour = ink.getColor4f()
        area = skia.IRect.MakeXYWH(int(box.x), int(box.y), max(1, int(box.width)), max(1, int(box.height)))
        under = before.makeSubset(area)
        ground = under.toarray(colorType=skia.kRGBA_8888_ColorType) if under else np.zeros((0, 0, 4), np.uint8)
        watch.lines.append(Drawn(text, box, size, (colour.fR, colour.fG, colour.fB), ground))
        return box

    with mock.patch.object(faces, "draw_line", drawing):
        yield watch


def paint(scene: Scene, size: Size) -> tuple[Pixels, list[tuple[float, str]], Watch]:
    """The pixels, the stages and the text of a scene's layout."""
    surface = new_surface(size)
    layout = graphics.find(scene.kind)
    with watched(surface) as watch:
        stages = list(layout(surface.getCanvas(), scene, size, Chance(scene.seed)))
    return read_pixels(surface), stages, watch


def item(noun: str, count: int = 1, **changes: Any) -> Item:
    """A thing drawn by the packed set."""
    art = changes.pop("art", f"noto:{noun.replace(' ', '-')}")
    return Item(id=f"{noun}-1", noun=noun, word=noun, art=art, count=count, **changes)


def scene(kind: str, *texts: str, seed: int = 1, prompt: str = "", **changes: Any) -> Scene:
    """A scene whose texts are a title, a subtitle and body lines."""
    roles = ("title", "subtitle", "body", "body", "body")
    return Scene(
        prompt=prompt or kind,
        seed=seed,
        kind=kind,
        texts=[Text(role=role, content=content) for role, content in zip(roles, texts, strict=False)],
        **changes,
    )


def steps(count: int) -> list[Step]:
    """Steps with a label, a longer detail and a picture."""
    return [
        Step(label=f"Stage {chr(65 + i)}", detail="Water rises as vapour and comes down again", art="noto:droplet")
        for i in range(count)
    ]


def alpha_at_corners(pixels: Pixels) -> list[int]:
    """Alpha of the four corner pixels."""
    return [int(pixels[y, x, 3]) for y in (0, -1) for x in (0, -1)]
