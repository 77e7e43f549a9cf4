"""Crayon, pastel and charcoal: dry sticks rubbed over the tooth of a paper, in sheaves of strokes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from aquatint.engines.composer.styles import brushes, noise, strokes
from aquatint.engines.composer.styles.course import course
from aquatint.engines.composer.styles.filters import Planes, blur, blur_all, luma, simplify, smoothstep, value
from aquatint.engines.composer.styles.lines import retraced, ridges, silhouettes, spots
from aquatint.engines.composer.styles.sheet import Sheet, to_pixels
from aquatint.engines.composer.styles.style import Painted

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Stick:
    """How a dry stick is used; sizes in units, all else shares."""

    paper: Triple
    vivid: float
    """Factor on the chroma of the picture."""
    spacing: float
    width: float
    length: float
    follow: float
    """How far strokes lean towards the forms, 0..1; the rest is the hand's own slant."""
    slant: float
    cover: float
    """Opacity of a stroke."""
    ground: float
    """How much colour is rubbed into the paper under the strokes."""
    tooth: float
    """How much of the paper's pits stay bare."""
    line: Triple
    line_width: float
    line_cover: float
    grey: bool = False


CRAYON = Stick(
    paper=(0.985, 0.975, 0.945), vivid=1.35, spacing=11.5, width=9.5, length=62, follow=0.35, slant=-0.8,
    cover=0.84, ground=0.16, tooth=0.85, line=(0.13, 0.11, 0.14), line_width=4.4, line_cover=0.85,
)  # fmt: skip
PASTEL = Stick(
    paper=(0.80, 0.75, 0.69), vivid=1.1, spacing=13.0, width=18.0, length=54, follow=0.6, slant=-0.7, cover=0.8,
    ground=0.72, tooth=0.42, line=(0.24, 0.19, 0.20), line_width=3.0, line_cover=0.3,
)  # fmt: skip
CHARCOAL = Stick(
    paper=(0.93, 0.915, 0.88), vivid=0.0, spacing=13.5, width=18.0, length=70, follow=0.5, slant=-0.75,
    cover=0.55, ground=0.6, tooth=0.55, line=(0.05, 0.05, 0.055), line_width=4.2, line_cover=0.95, grey=True,
)  # fmt: skip


def _tones(colour: Planes, stick: Stick) -> Planes:
    """The sticks at hand: purer colours, or greys from paper to black."""
    bright = luma(colour)
    if not stick.grey:
        return np.clip(bright + (colour - bright) * np.float32(stick.vivid), 0, 1)
    dark = np.clip((np.float32(0.9) - value(colour)) * np.float32(1.3), 0, 1) ** np.float32(1.15)
    paper, black = (np.array(tone, np.float32)[:, None, None] for tone in (stick.paper, stick.line))
    result: Planes = paper + (black - paper) * dark
    return result


def _stroked(ground: Planes, tones: Planes, stick: Stick, sheet: Sheet) -> Planes:
    """Sheaves of strokes in the tones, over a ground."""
    unit, chance = sheet.unit, sheet.chance
    canvas = strokes.painting(sheet.shape, to_pixels(ground))
    seat = strokes.seats(sheet.shape, stick.spacing * unit, chance.fork("strokes"))
    way = course(sheet.colour, unit, chance, sigma=12.0).leaning(stick.slant, stick.follow)
    home = np.stack([seat.at(plane) for plane in tones])
    length = np.float32(stick.length * unit) * (np.float32(0.6) + np.float32(0.8) * seat.dice[1])
    width = np.float32(stick.width * unit) * (np.float32(0.65) + np.float32(0.7) * seat.dice[2])
    points = strokes.spines(seat, way, length, tones, 0.075, steps=4)
    # What is as light as the paper is left to it.
    paper = np.array(stick.paper, np.float32)[:, None]
    away = np.clip(np.abs(home - paper).sum(axis=0) * np.float32(3.5), 0.12, 1)
    tint = home + (seat.dice[0] - np.float32(0.5)) * np.float32(0.07)
    alpha = stick.cover * away * (np.float32(0.7) + np.float32(0.5) * seat.dice[3])
    strokes.Strips(points, width, seat, taper=0.0).draw(canvas.getCanvas(), tint, alpha, brushes.chalk())
    return strokes.read_planes(canvas)


def _paint(stick: Stick, sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 2.0 * unit)
    tooth = noise.paper(shape, 0.6 * unit, chance.fork("paper"))
    paper = np.array(stick.paper, np.float32)[:, None, None] * (np.float32(0.97) + np.float32(0.06) * tooth)
    tones = _tones(colour, stick)
    bare = np.float32(stick.tooth) * smoothstep(0.56, 0.4, tooth)
    rubbed = paper + (blur_all(tones, 2 * unit) - paper) * np.float32(stick.ground)
    yield rubbed
    drawn = _stroked(rubbed, tones, stick, sheet)
    # The darker the stroke, the deeper it was pressed into the pits.
    deep = bare * (np.float32(1) - np.float32(0.55) * (np.float32(1) - luma(drawn)))
    drawn = drawn + (rubbed * np.float32(0.35) + paper * np.float32(0.65) - drawn) * deep
    yield np.clip(drawn, 0, 1)
    outline = np.maximum(
        silhouettes(colour, stick.line_width * unit),
        np.float32(0.6) * ridges(colour, 0.45 * stick.line_width * unit),
    )
    firm, faint = retraced(outline, unit, (2.6, 5.0), chance.fork("hand"))
    line = np.maximum(firm, np.float32(0.5) * faint)
    line = np.maximum(line, spots(luma(colour), unit))
    press = np.float32(0.55) + np.float32(0.8) * noise.clouds(shape, 90 * unit, chance.fork("press"), 2)
    caught = np.float32(1) - np.float32(0.8) * smoothstep(0.52, 0.42, tooth)
    line = np.clip(blur(line, 0.4 * unit) * press * caught * np.float32(1.55), 0, 1) * np.float32(stick.line_cover)
    ink = np.array(stick.line, np.float32)[:, None, None]
    yield np.clip(drawn + (ink - drawn) * line, 0, 1)


CRAYON_DRAWING = Painted("crayon", reach=150.0, paint=partial(_paint, CRAYON))
PASTEL_DRAWING = Painted("pastel", reach=150.0, paint=partial(_paint, PASTEL))
CHARCOAL_DRAWING = Painted("charcoal", reach=150.0, paint=partial(_paint, CHARCOAL))
