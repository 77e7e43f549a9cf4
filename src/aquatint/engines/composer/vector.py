"""From a scene to an SVG document."""

from __future__ import annotations

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.vector import NotVector, VectorCanvas
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.render import compose, window
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.errors import FormatNotSupported
from aquatint.sizes import Size
from aquatint.types import SvgText

VECTOR_STYLES = frozenset({"flat", "storybook"})
"""Styles that draw nothing which vectors cannot say. The others work on pixels; an SVG is drawn flat instead."""
FADED = frozenset({"retro"})
"""Tones without which a picture still is what was asked: its inks are only fresher than they should be."""


def write_svg(scene: Scene, size: Size, text: SvgText) -> str:
    """The scene as an SVG document. Raises `FormatNotSupported` for layouts that are made of pixels."""
    whole = size if scene.view is None else Size(*scene.view.frame)
    canvas = VectorCanvas(whole, keep_text=text == "text")
    if set(scene.tones) - FADED:
        raise FormatNotSupported("svg")
    try:
        for _ in compose(canvas, scene, whole, Chance(scene.seed)):
            pass
    except NotVector as reason:
        raise FormatNotSupported("svg") from reason
    if scene.view is None:
        return canvas.document()
    left, top, right, bottom = window(scene.view)
    return canvas.document(size, (left, top, right - left, bottom - top))


def admit_flat(scene: Scene, reading: Reading) -> None:
    """A painted style and a scene's palette do not reach an SVG: they count as approximated. In place."""
    if scene.kind == "scene" and scene.palette:
        reading.approximated.append("palette")
    if scene.tones:
        _approximate(reading, set(table("words/settings")["mood"]["retro"]), scene.tones[0])
    if scene.style in VECTOR_STYLES:
        return
    style = scene.style.replace("-", " ")
    _approximate(reading, {word for word in reading.drawn if style in word.lower().replace("-", " ")}, scene.style)


def _approximate(reading: Reading, words: set[str], name: str) -> None:
    """Move the words from what was drawn; where none of them is there, tell the name."""
    near = [word for word in reading.drawn if word in words]
    reading.drawn[:] = [word for word in reading.drawn if word not in words]
    reading.approximated += near or [name]
