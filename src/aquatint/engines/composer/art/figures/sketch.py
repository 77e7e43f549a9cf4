"""A figure as a list of shapes in figure space, with known bounds, that can be painted into any box."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix
from aquatint.engines.composer.layout.stage import Light

LIT, DARK = 0.20, 0.36
"""Strongest opacity of the lit and the dark side of a form under a strong light."""
ATOP = skia.BlendMode.kSrcATop


@dataclass(frozen=True, slots=True)
class Stroke:
    """One fill or line. ``atop``: only where the group has paint already."""

    path: Any
    colour: Colour
    alpha: float = 1.0
    width: float = 0.0
    blur: float = 0.0
    atop: bool = False


@dataclass(slots=True)
class Group:
    """Shapes that one light models as one form: a head, a trunk with its near legs..."""

    form: float = 1.0
    """How strongly the light models it, 0 for flat things such as eyes."""
    dim: float = 0.0
    """How far it lies in the shade of the rest, 0..1: far legs, far arms."""
    strokes: list[Stroke] = field(default_factory=list)

    def shape(self, path: Any, colour: Colour, alpha: float = 1.0) -> Group:
        """Add a filled shape."""
        self.strokes.append(Stroke(path, colour, alpha))
        return self

    def mark(self, path: Any, colour: Colour, alpha: float = 1.0, blur: float = 0.0) -> Group:
        """Add a filled patch that stays inside what the group has painted so far."""
        self.strokes.append(Stroke(path, colour, alpha, blur=blur, atop=True))
        return self

    def line(self, path: Any, colour: Colour, width: float, alpha: float = 1.0, blur: float = 0.0) -> Group:
        """Add a line that stays inside what the group has painted so far."""
        self.strokes.append(Stroke(path, colour, alpha, width, blur, atop=True))
        return self

    def rope(self, path: Any, colour: Colour, width: float, alpha: float = 1.0) -> Group:
        """Add a free line: whiskers, strings, the shaft of a tool."""
        self.strokes.append(Stroke(path, colour, alpha, width))
        return self

    def bounds(self) -> Any:
        """The rectangle (Skia, figure space) that the group paints; empty without shapes."""
        whole = skia.Rect.MakeEmpty()
        for one in self.strokes:
            if not one.atop:
                area = one.path.computeTightBounds()
                area.outset(one.width / 2, one.width / 2)
                whole.join(area)
        return whole


@dataclass(slots=True)
class Sketch:
    """A figure: groups from back to front, and places that others may hold on to."""

    groups: list[Group] = field(default_factory=list)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Named points in figure space: "hand", "back", "head"."""

    def group(self, form: float = 1.0, dim: float = 0.0) -> Group:
        """Start the next group in front of all before."""
        made = Group(form, dim)
        self.groups.append(made)
        return made

    def bounds(self) -> Any:
        """The rectangle (Skia, figure space) that the figure fills."""
        whole = skia.Rect.MakeEmpty()
        for group in self.groups:
            whole.join(group.bounds())
        return whole

    def scaled(self, scale: float, x: float, y: float) -> Sketch:
        """The figure ``scale`` times as large, then moved by (x, y); without its places."""
        matrix = skia.Matrix()
        matrix.setScaleTranslate(scale, scale, x, y)
        return self._mapped(matrix, scale)

    def _mapped(self, matrix: Any, scale: float) -> Sketch:
        made = Sketch()
        for group in self.groups:
            mapped = made.group(group.form, group.dim)
            for one in group.strokes:
                path = skia.Path()
                one.path.transform(matrix, path)
                width, blur = one.width * scale, one.blur * scale
                mapped.strokes.append(Stroke(path, one.colour, one.alpha, width, blur, one.atop))
        return made

    def turned(self, degrees: float) -> Sketch:
        """The whole figure turned clockwise about the origin: lying, leaping."""
        matrix = skia.Matrix()
        matrix.setRotate(degrees)
        made = self._mapped(matrix, 1.0)
        angle = math.radians(degrees)
        made.places = {
            name: (x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle))
            for name, (x, y) in self.places.items()
        }
        return made

    def place_in(self, box: Box, name: str, flip: bool) -> tuple[float, float]:
        """Where a named place lies when the figure is painted into the box. Raises KeyError."""
        scale, left, top = fit(self.bounds(), box)
        x, y = self.places[name]
        across = left + (x - self.bounds().left()) * scale
        return (2 * box.x + box.width - across if flip else across), top + (y - self.bounds().top()) * scale

    def paint(self, canvas: Any, box: Box, light: Light, flip: bool = False) -> None:
        """Paint the figure into the box, without distortion, standing on its lower edge; mirrored if asked."""
        area = self.bounds()
        scale, left, top = fit(area, box)
        seen = Light(x=-light.x, **_rest(light)) if flip else light
        canvas.save()
        if flip:
            canvas.translate(2 * box.x + box.width, 0)
            canvas.scale(-1, 1)
        canvas.translate(left, top)
        canvas.scale(scale, scale)
        canvas.translate(-area.left(), -area.top())
        for group in self.groups:
            _paint_group(canvas, group, seen, area)
        canvas.restore()


def _rest(light: Light) -> dict[str, Any]:
    return {name: getattr(light, name) for name in light.__slots__ if name != "x"}


def fit(area: Any, box: Box) -> tuple[float, float, float]:
    """Scale, left and top of an area in a box: as large as fits, in the middle, on the lower edge."""
    scale = min(box.width / area.width(), box.height / area.height())
    left = box.x + (box.width - area.width() * scale) / 2
    return scale, left, box.y + box.height - area.height() * scale


def _paint_group(canvas: Any, group: Group, light: Light, whole: Any) -> None:
    area = group.bounds()
    if area.isEmpty():
        return
    padded = area.makeOutset(0.02 * whole.width(), 0.02 * whole.height())
    layered = group.form > 0 or group.dim > 0 or any(one.atop for one in group.strokes)
    if layered:
        canvas.saveLayer(padded)
    for one in group.strokes:
        canvas.drawPath(one.path, _paint(one))
    if group.form > 0 and light.shadow_strength > 0:
        _model(canvas, area, light, group.form)
    if group.dim > 0:
        canvas.drawRect(padded, fill(mix(light.shadow, Colour(0.2, 0.15, 0.25), 0.5), 0.5 * group.dim, blend=ATOP))
    if layered:
        canvas.restore()


def _paint(one: Stroke) -> Any:
    if one.width > 0:
        paint = stroke(one.colour, one.width, one.alpha, blur=one.blur)
    else:
        paint = fill(one.colour, one.alpha, blur=one.blur)
    if one.atop:
        paint.setBlendMode(ATOP)
    return paint


def _model(canvas: Any, area: Any, light: Light, form: float) -> None:
    """A lit side and a dark side: a gradient through the form along the light."""
    strength = form * min(1.0, 0.45 + 1.2 * light.shadow_strength)
    lift = 0.35 + 0.65 * light.height
    length = math.hypot(light.x, lift)
    across, down = light.x / length, -lift / length
    reach = (abs(across) * area.width() + abs(down) * area.height()) / 2
    x, y = area.centerX(), area.centerY()
    lit = mix(light.key, WHITE, 0.4)
    dark = mix(light.shadow, Colour(0.25, 0.12, 0.25), 0.35)
    stops = [
        (0.0, lit, LIT * strength),
        (0.42, lit, 0.0),
        (0.5, dark, 0.0),
        (1.0, dark, DARK * strength),
    ]
    start = (x + across * reach, y + down * reach)
    end = (x - across * reach, y - down * reach)
    wide = area.makeOutset(0.1 * area.width(), 0.1 * area.height())
    canvas.drawRect(wide, fill(shader=linear(start, end, stops), blend=ATOP))
