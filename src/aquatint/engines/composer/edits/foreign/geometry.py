"""Another frame for a foreign picture: cropped or turned by a quarter, to the pixel, or larger."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from aquatint.engines.composer.edits.clauses import Clause, clauses
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.edits.orders import in_orders
from aquatint.engines.composer.edits.shaping import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.scene import Scene
from aquatint.imaging.raster import Pixels
from aquatint.imaging.resize import resize
from aquatint.sizes import Size

GROWTH = 2.0
"""How much larger a picture becomes when nobody says how much."""
MOST_PIXELS = 8_294_400
"""Of an enlarged picture."""
LEAST = 16
"""Pixels of either side that cropping leaves at least."""
_RATIO = re.compile(r"(\d{1,2}) ?(?::|x|by) ?(\d{1,2})\b")
_LARGER = frozenset({"larger", "bigger", "upscale", "upscaled", "enlarge", "magnify", "resolution"})
_UP = frozenset({"upscale", "scale up", "enlarge", "magnify", "blow up"})
_TIMES = {
    "twice": 2.0,
    "double": 2.0,
    "2x": 2.0,
    "2": 2.0,
    "3x": 3.0,
    "three": 3.0,
    "triple": 3.0,
    "4x": 4.0,
    "4": 4.0,
}
_PERCENT = re.compile(r"(\d{1,3}) ?(?:%|percent)")
_EXTENDED = frozenset(
    {"to", "the", "on", "at", "by", "side", "sides", "both", "%", "percent", "of", "and", "a", "bit", "please"}
)
_FIRSTS = frozenset({"left", "top", "up", "upward", "upwards"})
_QUARTERS = re.compile(r"\b(90|270)(?: ?°| degrees?)?|\bquarter turn\b|\bsideways\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:left|counter-? ?clockwise|anti-? ?clockwise)\b", re.IGNORECASE)


class Reframing(NamedTuple):
    """What a clause asks of the frame, and of which clause."""

    clause: Clause
    change: Callable[[Pixels], Pixels]
    """Gives the reframed picture, (h, w, 3 or 4)."""


def reframings(instruction: str) -> list[Reframing]:
    """What an instruction asks of the frame of a picture, in order."""
    found = []
    for clause in clauses(instruction):
        change = _cropping(clause) or _turning(clause) or _enlarging(clause) or _extending(clause)
        if change is not None:
            found.append(Reframing(clause, change))
    return found


def reframed(pixels: Pixels, instruction: str) -> Pixels:
    """The picture in the frame that an instruction asks for; the same if it asks for none."""
    for each in reframings(instruction):
        pixels = each.change(pixels)
    return pixels


def size_reframed(size: Size, instruction: str) -> Size:
    """The size of a picture after that."""
    asked = reframings(in_orders(instruction, Scene(prompt="", seed=0)))
    if not asked:
        return size
    blank = np.zeros((size.height, size.width, 1), np.uint8)
    for each in asked:
        blank = each.change(blank)
    return Size(blank.shape[1], blank.shape[0])


def _cropping(clause: Clause) -> Callable[[Pixels], Pixels] | None:
    """ "crop to a square", "crop the left half", "crop it to 16:9"; what shows a thing is not known."""
    if clause.operation != "crop" and clause.verb not in ("zoom in", "make"):
        return None
    if clause.verb == "zoom in":
        return lambda pixels: _boxed(pixels, tuple(table()["parts"]["tighter"])) if not clause.tokens else pixels
    for at in range(len(clause.tokens)):
        shape, length = longest(clause.tokens, at, table()["shapes"])
        if length and (clause.operation == "crop" or shape in ("square", "a square")):
            ratio = float(table()["shapes"][shape])
            return lambda pixels: _shaped(pixels, ratio)
        part, length = longest(clause.tokens, at, table()["parts"])
        if length and clause.operation == "crop":
            box = tuple(table()["parts"][part])
            return lambda pixels: _boxed(pixels, box)
    match = _RATIO.search(clause.source[clause.start :])
    if match is None or clause.operation != "crop" or not int(match[1]) * int(match[2]):
        return None
    wanted = int(match[1]) / int(match[2])
    return lambda pixels: _shaped(pixels, wanted)


def _shaped(pixels: Pixels, ratio: float) -> Pixels:
    """The largest part of a shape (width by height) in the middle."""
    height, width = pixels.shape[:2]
    wide, tall = min(width, max(LEAST, round(height * ratio))), min(height, max(LEAST, round(width / ratio)))
    left, top = (width - wide) // 2, (height - tall) // 2
    return np.ascontiguousarray(pixels[top : top + tall, left : left + wide])


def _boxed(pixels: Pixels, box: tuple[float, ...]) -> Pixels:
    """The part in a box of shares: left, top, right, bottom."""
    height, width = pixels.shape[:2]
    left, right = round(box[0] * width), round(box[2] * width)
    top, bottom = round(box[1] * height), round(box[3] * height)
    if right - left < LEAST or bottom - top < LEAST:
        return pixels
    return np.ascontiguousarray(pixels[top:bottom, left:right])


def _turning(clause: Clause) -> Callable[[Pixels], Pixels] | None:
    """ "rotate it 90 degrees", "turn it 90 degrees to the left"."""
    text = (
        clause.source[clause.start : clause.tokens[-1].start + len(clause.tokens[-1].text)]
        if clause.tokens
        else ""
    )
    match = _QUARTERS.search(text)
    if clause.verb not in ("rotate", "turn", "turn around", "flip") or match is None:
        return None
    left = (_LEFT.search(text) is not None) != (match[1] == "270")
    return lambda pixels: np.ascontiguousarray(np.rot90(pixels, 1 if left else -1))


def _enlarging(clause: Clause) -> Callable[[Pixels], Pixels] | None:
    """ "upscale it", "make it twice as large": the whole picture, not a thing in it."""
    said = [token.folded for token in clause.tokens if token.kind != "mark"]
    whole = frozenset(table()["picture"]["words"])
    verb = clause.verb in _UP or (bool(said) and said[0] in _UP)
    times = bool(_TIMES.keys() & set(said)) and bool({"large", "big", "size"} & set(said))
    if not verb and not (clause.verb in ("make", "increase", "double") and (_LARGER & set(said) or times)):
        return None
    known = (
        whole | _LARGER | set(_TIMES) | {"times", "as", "its", "x", "big", "large", "much", "please", "upscale"}
    )
    if not set(said) <= known:
        return None
    factor = next((_TIMES[word] for word in said if word in _TIMES), GROWTH)
    return lambda pixels: _grown(pixels, factor)


def _grown(pixels: Pixels, factor: float) -> Pixels:
    height, width = pixels.shape[:2]
    factor = min(factor, (MOST_PIXELS / (width * height)) ** 0.5)
    if factor <= 1:
        return pixels
    size = Size(round(width * factor), round(height * factor))
    if pixels.shape[2] == 1:
        return np.zeros((size.height, size.width, 1), np.uint8)
    return resize(pixels, size)


def _extending(clause: Clause) -> Callable[[Pixels], Pixels] | None:
    """ "Extend it to the left": a clear strip there, which is filled with a continuation of the picture."""
    said = [token.folded for token in clause.tokens]
    sides = {word for word in said if word in table()["sides"]}
    known = frozenset(table()["picture"]["words"]) | _EXTENDED | {word for word in said if word[:1].isdigit()}
    if clause.operation != "extend" or not sides or not set(said) - sides <= known:
        # Where no side is said, the size that the caller wishes says it.
        return None
    percent = _PERCENT.search(clause.source[clause.start :])
    share = min(200, int(percent[1])) / 100 if percent else 0.5
    return lambda pixels: _padded(pixels, sides, share)


def _padded(pixels: Pixels, sides: set[str], share: float) -> Pixels:
    """The picture with clear strips at its sides, together a share of it; it is not made larger than allowed."""
    height, width = pixels.shape[:2]
    axes = {table()["sides"][side] for side in sides}
    more = {"across": round(width * share), "down": round(height * share)}
    ends = {"across": ("left", "right"), "down": ("top", "bottom")}
    pads = {"across": (0, 0), "down": (0, 0)}
    for axis in axes:
        first = bool(sides & _FIRSTS)
        last = bool(sides & {ends[axis][1], "down", "downward", "downwards"})
        half = more[axis] // 2
        pads[axis] = (half, more[axis] - half) if first == last else (more[axis], 0) if first else (0, more[axis])
    if (height + sum(pads["down"])) * (width + sum(pads["across"])) > MOST_PIXELS:
        return pixels
    if pixels.shape[2] == 3:
        pixels = np.dstack([pixels, np.full((height, width), 255, np.uint8)])
    return np.pad(pixels, (pads["down"], pads["across"], (0, 0)))


def note_frame(ledger: Ledger, each: Reframing) -> None:
    """Take down that a clause about the frame was followed: its first words tell it, the others are silent."""
    words = [token for token in each.clause.tokens if token.kind != "mark"]
    if each.clause.verb not in ("", "make"):
        ledger.note(each.clause.start, each.clause.verb, "drawn")
    whole = table()["picture"]["words"]
    for token in words:
        framing = each.clause.operation in ("crop", "flip") and token.folded not in whole
        told = framing or token.folded in _LARGER | table()["shapes"].keys()
        ledger.note(token.start, token.text.lower(), "drawn" if told else "silent")
