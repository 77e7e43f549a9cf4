"""Finishing touches on the whole picture: frames, round corners, vignette, negative, pixels, less noise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour
from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.foreign.canvas import Canvas, Work, to_bytes, to_planes
from aquatint.engines.composer.edits.foreign.tones import tables
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.styles.filters import simplify, smoothstep
from aquatint.imaging.raster import Pixels
from aquatint.imaging.resize import resize
from aquatint.sizes import Size

if TYPE_CHECKING:
    from aquatint.engines.composer.edits.foreign.requests import Requests

FRAME, FOOT = 0.045, 0.16
"""Width of a frame, and of the foot of an instant photograph's, in shorter sides."""
ROUND = 0.06
"""Radius of round corners in shorter sides."""
DARKEST = 0.55
"""How much of the light a vignette takes from the corners."""
_NOISE = frozenset({"noise", "grain"})
COARSE = 64
"""Blocks along the shorter side of a picture shown as pixels."""


def take_finish(requests: Requests, clause: Clause) -> Clause:
    """Follow what a clause says of a finish; gives the rest of it."""
    noisy = clause.operation in ("remove", "resize") and {token.folded for token in clause.tokens} & _NOISE
    if clause.operation not in ("add", "change", "") and not noisy:
        return clause
    for at in range(len(clause.tokens)):
        word, length = longest(clause.tokens, at, tables()["finishes"])
        if noisy and clause.tokens[at].folded in _NOISE:
            word, length = clause.tokens[at].folded, 1
        if length:
            return _take(requests, clause, at, word, length)
    return clause


def _take(requests: Requests, clause: Clause, at: int, word: str, length: int) -> Clause:
    name = "calm" if word in _NOISE else str(tables()["finishes"][word])
    before = clause.tokens[:at]
    colour = next((p for p in chunks(before) if p.sense and p.sense.category == "colour"), None)
    code = colour.sense.value if colour is not None and colour.sense is not None else ""
    requests.add(word, partial(_finished, name=name, code=code))
    if colour is not None:
        requests.draft.note(colour)
    requests.draft.ledger.note(clause.tokens[at].start, word, "drawn")
    for token in clause.tokens[at + 1 : at + length]:
        requests.draft.ledger.note(token.start, "", "silent")
    return replace(clause, tokens=clause.tokens[at + length :])


def _finished(canvas: Canvas, name: str, code: str) -> Work:
    before = canvas.pixels.copy()
    after = _FINISHES[name](before, Colour.of(code) if code else None)
    np.copyto(canvas.pixels, after, where=canvas.editable[..., np.newaxis])
    yield 1.0


def _short(pixels: Pixels) -> int:
    return int(min(pixels.shape[:2]))


def _framed(pixels: Pixels, colour: Colour | None, foot: float = FRAME) -> Pixels:
    """A border of one colour over the picture's edges."""
    side, low = max(2, round(FRAME * _short(pixels))), max(2, round(foot * _short(pixels)))
    result = pixels.copy()
    paint = [*(round(255 * part) for part in (colour or WHITE)[:3]), 255]
    result[:side], result[-low:], result[:, :side], result[:, -side:] = paint, paint, paint, paint
    return result


def _instant(pixels: Pixels, colour: Colour | None) -> Pixels:
    return _framed(pixels, colour, FOOT)


def _rounded(pixels: Pixels, colour: Colour | None) -> Pixels:
    """Clear outside round corners."""
    height, width = pixels.shape[:2]
    radius = ROUND * _short(pixels)
    y, x = np.mgrid[:height, :width]
    across = np.maximum(0, np.maximum(radius - x - 0.5, x + 0.5 - (width - radius)))
    down = np.maximum(0, np.maximum(radius - y - 0.5, y + 0.5 - (height - radius)))
    inside = np.clip(radius + 0.5 - np.hypot(across, down), 0, 1)
    result = pixels.copy()
    result[..., 3] = np.round(result[..., 3] * inside).astype(np.uint8)
    return result


def _shaded(pixels: Pixels, colour: Colour | None) -> Pixels:
    """Darker, or of another colour, towards the corners."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    share = DARKEST * smoothstep(0.55, 1.5, np.hypot(x, y).astype(np.float32))
    ink = np.array((colour or BLACK)[:3], np.float32)[:, None, None]
    planes = to_planes(pixels)
    return np.dstack([to_bytes(planes + share * (ink - planes)), pixels[..., 3]])


def _negative(pixels: Pixels, colour: Colour | None) -> Pixels:
    return np.dstack([255 - pixels[..., :3], pixels[..., 3]])


def _blocks(pixels: Pixels, colour: Colour | None) -> Pixels:
    """Large pixels, each of the mean colour beneath it."""
    height, width = pixels.shape[:2]
    step = max(2, round(_short(pixels) / COARSE))
    small = resize(pixels, Size(max(1, round(width / step)), max(1, round(height / step))))
    rows = np.minimum(np.arange(height) * small.shape[0] // height, small.shape[0] - 1)
    columns = np.minimum(np.arange(width) * small.shape[1] // width, small.shape[1] - 1)
    return np.ascontiguousarray(small[rows[:, None], columns])


def _calmed(pixels: Pixels, colour: Colour | None) -> Pixels:
    """Less noise: small differences go, edges stay."""
    return np.dstack([to_bytes(simplify(to_planes(pixels), 2.0)), pixels[..., 3]])


_FINISHES: dict[str, Callable[[Pixels, Colour | None], Pixels]] = {
    "frame": _framed,
    "instant": _instant,
    "corners": _rounded,
    "vignette": _shaded,
    "negative": _negative,
    "pixels": _blocks,
    "calm": _calmed,
}
