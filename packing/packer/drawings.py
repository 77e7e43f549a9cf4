"""Noto Emoji: one SVG per drawing, its view box cut to what is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import skia

from packer.modules import Module

PACKAGE = "@iconify-json/noto"
SET = "noto"
PROBE = 384
"""Pixels along each side of the rendering that finds the edges of a drawing."""
VISIBLE = 10
"""Alpha 0..255 above which a pixel belongs to the drawing."""
UNWANTED = re.compile(
    r"skin-tone|-tone\d|^keycap|^flag-|^digit-|^\d$|^(asterisk|pound|pound-symbol)$|-haired$|^bald$"
)
REFERENCE = re.compile(r'(?<= )href="#')
"""Skia follows references only under their older name, xlink:href."""
OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{}">{}</svg>'
)

Box = tuple[float, float, float, float]


def wanted(name: str) -> bool:
    """Whether a drawing is kept: skin tone variants, key caps, digits and flags of places are not."""
    return UNWANTED.search(name) is None


def trim_box(svg: str, side: float) -> Box | None:
    """Left, top, width and height of what an SVG of ``side`` by ``side`` units draws; None when it is empty."""
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg.encode(), True))
    surface = skia.Surface(PROBE, PROBE)
    dom.setContainerSize(skia.Size(PROBE, PROBE))
    dom.render(surface.getCanvas())
    alpha = surface.toarray()[..., 3] > VISIBLE
    columns, rows = np.flatnonzero(alpha.any(axis=0)), np.flatnonzero(alpha.any(axis=1))
    if not len(columns):
        return None
    unit = side / PROBE
    left, right = columns[0] * unit, (columns[-1] + 1) * unit
    top, bottom = rows[0] * unit, (rows[-1] + 1) * unit
    return left, top, right - left, bottom - top


def count(module: Module) -> int:
    """How many drawings are kept, those that turn out empty included."""
    return sum(wanted(name) for name in module.json("icons.json")["icons"])


def drawings(module: Module) -> Iterator[tuple[str, str, Box]]:
    """Name, trimmed SVG and box (in units of the set's square) of each drawing that is kept and not empty."""
    icons = module.json("icons.json")
    side = icons["width"]
    for name, icon in sorted(icons["icons"].items()):
        if not wanted(name):
            continue
        body = REFERENCE.sub('xlink:href="#', icon["body"])
        box = trim_box(OPENING.format(f"0 0 {side} {side}", body), side)
        if box:
            view = " ".join(f"{edge:.4g}" for edge in box)
            yield name, OPENING.format(view, body), box


def aliases(module: Module) -> dict[str, str]:
    """Other names of the drawings that are kept."""
    pairs: dict[str, Any] = module.json("icons.json")["aliases"]
    return {other: entry["parent"] for other, entry in sorted(pairs.items()) if wanted(other)}
