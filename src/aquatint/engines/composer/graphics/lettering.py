"""Words on a page: from the scene's texts to a stack of lines in at most three sizes that fits its room.

All text that graphic layouts show goes through `put` or `put_line`, so tests can watch what is set, and on what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal, NamedTuple

import msgspec

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, contrast
from aquatint.engines.composer.graphics.cues import said
from aquatint.engines.composer.graphics.overprint import hold
from aquatint.engines.composer.graphics.palette import LEGIBLE, legible
from aquatint.engines.composer.scene import Scene, Text, TextRole
from aquatint.engines.composer.type import Block, Face, Layer

Align = Literal["left", "center", "right"]
EDGE = 0.11
"""Width of the edge around letters that would not read without it, in type sizes."""
DEEP = Colour.of("#1c1a22")
SWASH_LEADING = 1.36
"""Least leading of faces with deep loops, in ems."""
TALL_LEADING = 1.4
"""Least leading of words that borrow a face of another script, in ems."""
LONG_TITLE = 9
"""Words above which a title is set in the quieter title face."""
LONGEST_TITLE = 90
"""Characters of a title, likewise: some scripts have no spaces."""
NAME_LIFT = 1.5
"""How much larger a name is set than the greeting before it."""
_RANK: dict[TextRole, int] = {"title": 0, "name": 1, "sign": 2, "subtitle": 3, "caption": 4, "body": 5}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a stack of words is set."""

    mood: str
    """A mood of the type room: decides the faces."""
    ground: Colour
    """What the words stand on."""
    title: Colour
    second: Colour
    detail: Colour
    """Wishes: a colour that does not read on the ground is replaced by one that does."""
    align: Align = "center"
    biggest: float = 1e9
    """Limit of the title's size in pixels."""
    ratio: float = 2.3
    """Title to second size; details are 1.5 times smaller again."""
    leading: float = 1.08
    tracking: float = 0.0
    """Of the second and detail lines, in ems."""


LEGIBLE_LARGE = 3.0
"""The least contrast of large letters, titles, with their ground (WCAG 2.2, level AA)."""


class Piece(NamedTuple):
    """One text, broken into lines, with its face and colour."""

    text: str
    block: Block
    face: Face
    colour: Colour
    gap: float
    """Pixels above it."""
    level: int
    """0 title, 1 second, 2 detail."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts that fit their room, one below the other."""

    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        """From the top of the first ink to the bottom of the last, in pixels."""
        return sum(piece.gap + piece.block.height for piece in self.pieces)

    @property
    def width(self) -> float:
        """Of the widest line, in pixels."""
        return max((piece.block.width for piece in self.pieces), default=0.0)

    @property
    def leftwards(self) -> bool:
        """Whether the words run from right to left, so that lines begin at the right."""
        return bool(self.pieces) and faces.is_right_to_left(self.pieces[0].text)


def in_order(texts: Sequence[Text]) -> list[Text]:
    """Texts that say something, the most important first; equals keep the order of the prompt."""
    return sorted((text for text in texts if text.content.strip()), key=lambda text: _RANK[text.role])


def as_written(scene: Scene) -> list[Text]:
    """Texts that say something, in the order of the prompt, the first as title.

    What a word near a quote calls it ("label", "card") ranks nothing where everything is a label or a card.
    """
    texts = [text for text in scene.texts if text.content.strip()]
    texts.sort(key=lambda text: scene.prompt.find(text.content) % (len(scene.prompt) + 1))
    rest: list[TextRole] = ["body"] * len(texts)
    roles: list[TextRole] = ["title", "subtitle", *rest]
    return [msgspec.structs.replace(text, role=role) for text, role in zip(texts, roles, strict=False)]


def count_words(texts: Sequence[Text]) -> int:
    """Words in all texts."""
    return sum(len(text.content.split()) for text in texts)


def stack(texts: Sequence[Text], room: tuple[float, float], manner: Manner, first: int = 0) -> Stack:
    """Set the texts in a room of (width, height) pixels, as large as fits.

    ``first`` is the level of the first text: 0 sets it as the title.
    """
    texts = in_order(texts)
    if not texts:
        return Stack(())
    size = _title_size(texts[0], room, manner, 0.6 if len(texts) > 1 else 1.0)
    pieces = _pieces(texts, room, manner, size, first)
    while Stack(pieces).height > room[1] and size > 1:
        size *= max(0.6, min(0.95, (room[1] / Stack(pieces).height) ** 0.5))
        pieces = _pieces(texts, room, manner, size, first)
    return Stack(pieces)


def _title_size(text: Text, room: tuple[float, float], manner: Manner, share: float) -> float:
    face = _face(text, 0, manner)
    box = (room[0], room[1] * share)
    return faces.fit_block(
        text.content,
        face,
        box,
        max(1.0, min(manner.biggest, room[1] * share)),
        leading=max(manner.leading, _least_leading(text.content, face)),
    ).size


def _pieces(
    texts: Sequence[Text], room: tuple[float, float], manner: Manner, size: float, first: int
) -> tuple[Piece, ...]:
    levels = _levels(texts, first)
    return tuple(
        _piece(text, level, index, room, manner, size)
        for index, (text, level) in enumerate(zip(texts, levels, strict=True))
    )


def _levels(texts: Sequence[Text], first: int) -> list[int]:
    """0, 1, 2, 2...; a name that follows a title ("Happy Birthday", "Maya") is its equal and takes no step."""
    levels: list[int] = []
    step = first
    for index, text in enumerate(texts):
        equal = index == 1 and first == 0 and text.role == "name"
        levels.append(0 if equal else min(2, step))
        step += 0 if equal else 1
    return levels


def _piece(text: Text, level: int, index: int, room: tuple[float, float], manner: Manner, size: float) -> Piece:
    face = _face(text, level, manner)
    scale = (1.0, 1 / manner.ratio, 1 / (manner.ratio * 1.5))[level]
    leading = max(manner.leading, _least_leading(text.content, face)) if level == 0 else 1.32
    tracking = 0.0 if level == 0 else manner.tracking
    floor = 0.0 if level == 0 else min(size, room[0] / 20)
    wanted = max(
        size * scale * (NAME_LIFT if level == 0 and index else 1.0), floor * (1.0 if level == 1 else 0.72)
    )
    block = faces.fit_block(text.content, face, (room[0], 1e6), wanted, leading=leading, tracking=tracking)
    colour = Colour.of(text.colour) if text.colour else _tone(level, index, manner)
    gap = 0.0 if index == 0 else max(block.size * 0.75, size * 0.26)
    return Piece(text.content, block, face, colour, gap, level)


def _least_leading(text: str, face: Face) -> float:
    """Room for deep loops, and for the marks above and below the letters of other scripts."""
    if any(c.isalpha() and ord(c) not in face.covered for c in text):
        return TALL_LEADING
    return SWASH_LEADING if face.ascent + face.descent > 1.7 else 0.0


def _tone(level: int, index: int, manner: Manner) -> Colour:
    wish = (manner.second if index else manner.title, manner.second, manner.detail)[level]
    return legible(manner.ground, wish, manner.title, manner.detail)


def _face(text: Text, level: int, manner: Manner) -> Face:
    if text.font in faces.face_names():
        return faces.load_face(text.font)
    mood = faces.mood_of(text.font) or manner.mood
    if level == 0:
        wordy = len(text.content.split()) > LONG_TITLE or len(text.content) > LONGEST_TITLE
        return faces.face("title" if wordy else "display", mood)
    return faces.face("strong" if level == 1 else "text", mood)


def type_mood(scene: Scene, choices: Sequence[str], chance: Chance, free: Sequence[str] = ()) -> str:
    """The mood of type that the words of a scene name, else one of the choices that are ``free`` (all of them)."""
    asked = scene.style if scene.style in scene.prompt.lower() else ""
    words = [word.removesuffix("'s") for word in said(scene).split() if asked or word != scene.style]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    named = (faces.mood_of(word) for word in (scene.mood, asked, *pairs, *words))
    chosen = chance.choice(list(free or choices))
    return next((mood for mood in named if mood is not None and mood in choices), chosen)


def put(
    canvas: Any, pieces: Stack, x: float, top: float, manner: Manner, coats: Sequence[Layer] = ()
) -> list[Box]:
    """Draw a stack whose first ink begins at ``top``; ``x`` is what ``manner.align`` names.

    ``coats`` are painted under the title: a shadow, a glow. Returns the ink box of each line.
    """
    if manner.align == "left" and pieces.leftwards:
        x, manner = x + pieces.width, replace(manner, align="right")
    boxes: list[Box] = []
    for piece in pieces.pieces:
        top += piece.gap
        boxes += _put_piece(canvas, piece, x, top, manner, coats if piece.level == 0 else ())
        top += piece.block.height
    return boxes


def _put_piece(
    canvas: Any, piece: Piece, x: float, top: float, manner: Manner, coats: Sequence[Layer]
) -> list[Box]:
    if contrast(piece.colour, manner.ground) < (LEGIBLE_LARGE if piece.level == 0 else LEGIBLE):
        coats = (_outline(piece),)
    layers = [*coats, Layer(fill(piece.colour))]
    block, baseline = piece.block, top + piece.block.first_baseline
    boxes = []
    for index, line in enumerate(block.lines):
        at = (x, baseline + index * block.leading)
        boxes.append(put_line(canvas, line, piece.face, block.size, at, layers, manner.align, block.tracking))
    return boxes


def _outline(piece: Piece) -> Layer:
    """An edge around letters whose asked colour does not read on the ground: dark around light ones."""
    edge = max((DEEP, WHITE), key=lambda c: contrast(c, piece.colour))
    return Layer(stroke(edge, EDGE * piece.block.size))


def put_line(
    canvas: Any,
    text: str,
    face: Face,
    size: float,
    at: tuple[float, float],
    paint: Any,
    align: Align = "center",
    tracking: float = 0.0,
) -> Box:
    """Draw one line at (x, baseline); the only place where graphic layouts draw words. Returns its ink box."""
    if not text.strip():
        return Box(at[0], at[1], 0.0, 0.0)
    path = faces.as_path(text, face, size, at[0], at[1], align, tracking)
    if hold(canvas, path, paint if isinstance(paint, Sequence) else (Layer(paint),)):
        bounds = path.computeTightBounds()
        return Box(bounds.left(), bounds.top(), bounds.width(), bounds.height())
    return faces.draw_line(canvas, text, face, size, at[0], at[1], paint, align, tracking)


def put_sign(canvas: Any, path: Any, paint: Any) -> None:
    """Draw a sign that is read with the words, such as a leader: where they wait for the style, it waits too."""
    if not path.isEmpty() and not hold(canvas, path, (Layer(paint),)):
        canvas.drawPath(path, paint)


def put_inside(
    canvas: Any,
    texts: Sequence[Text],
    box: Box,
    manner: Manner,
    *,
    stand: float = 0.5,
    coats: Sequence[Layer] = (),
    first: int = 0,
) -> Box:
    """Set texts in a box and draw them there. ``stand`` is 0 at its top, 0.5 in the middle, 1 at the bottom.

    Returns the box that the words take.
    """
    set_texts = stack(texts, (box.width, box.height), manner, first)
    if manner.align == "left" and set_texts.leftwards:
        manner = replace(manner, align="right")
    x = {"left": box.x, "center": box.x + box.width / 2, "right": box.x + box.width}[manner.align]
    top = box.y + (box.height - set_texts.height) * stand
    put(canvas, set_texts, x, top, manner, coats)
    return Box(box.x, top, box.width, set_texts.height)


def on_ground(manner: Manner, ground: Colour) -> Manner:
    """The same manner on another ground."""
    return replace(manner, ground=ground)
