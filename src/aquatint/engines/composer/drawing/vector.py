"""A canvas that writes SVG: it takes the calls of a Skia canvas and turns them into vector elements.

Everything is written in the picture's own pixels, so no element depends on where it stands. Paints must come from
`brush`, which remembers what Skia does not tell (gradients, blurs, colour matrices). What cannot be said in
vectors raises `NotVector`; code that paints with pixels asks `vector_of` first and does it another way.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import skia

from aquatint.engines.composer.drawing.brush import Ink
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.svg_path import number, path_data
from aquatint.engines.composer.drawing.vector_defs import Definitions, transform_of
from aquatint.sizes import Size

_BLENDS = {
    skia.BlendMode.kScreen: "screen", skia.BlendMode.kMultiply: "multiply", skia.BlendMode.kOverlay: "overlay",
    skia.BlendMode.kSoftLight: "soft-light", skia.BlendMode.kHardLight: "hard-light",
    skia.BlendMode.kDarken: "darken", skia.BlendMode.kLighten: "lighten", skia.BlendMode.kPlus: "plus-lighter",
    skia.BlendMode.kColorDodge: "color-dodge", skia.BlendMode.kModulate: "multiply",
    skia.BlendMode.kLuminosity: "luminosity", skia.BlendMode.kColor: "color", skia.BlendMode.kHue: "hue",
}  # fmt: skip
_CUTS = frozenset({skia.BlendMode.kDstOut, skia.BlendMode.kClear})
_CAPS = {skia.Paint.kRound_Cap: "round", skia.Paint.kSquare_Cap: "square"}
_JOINS = {skia.Paint.kRound_Join: "round", skia.Paint.kBevel_Join: "bevel"}


class NotVector(Exception):
    """This drawing cannot be written as vectors."""


@dataclass(slots=True)
class _Layer:
    """A group whose shapes may be painted over within their outline."""

    start: int
    """Where in the document it begins."""
    shapes: list[str] = field(default_factory=list)
    """Ids of what was painted so far."""
    clip: str = ""
    """Id of the clip path that holds them, if it is up to date."""


@dataclass(slots=True)
class _State:
    matrix: Any
    groups: int = 0
    """Groups to close on restore."""
    layers: int = 0


class VectorCanvas:
    """Takes Skia's drawing calls; `document` is what came of them. Sizes are pixels."""

    def __init__(self, size: Size, *, keep_text: bool = False) -> None:
        self.size = size
        self.keep_text = keep_text
        """Whether lines of type are written as text instead of outlines."""
        self._matrix = skia.Matrix()
        self._states: list[_State] = []
        self._layers: list[_Layer] = []
        self._body: list[str] = []
        self._defs = Definitions()

    def document(self, shown: Size | None = None, window: tuple[int, int, int, int] | None = None) -> str:
        """The SVG document. ``window`` (left, top, width, height) is what is seen of it, at the size ``shown``."""
        width, height = (shown or self.size).width, (shown or self.size).height
        view = " ".join(map(str, window or (0, 0, width, height)))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" '
            f'height="{height}" viewBox="{view}">'
            f"<defs>{''.join(self._defs.written)}</defs>{''.join(self._body)}</svg>"
        )

    # -- state

    def save(self) -> int:
        """As Skia's."""
        self._states.append(_State(_copy(self._matrix)))
        return len(self._states)

    def restore(self) -> None:
        """As Skia's."""
        state = self._states.pop()
        self._matrix = state.matrix
        self._body += ["</g>"] * state.groups
        if state.layers:
            del self._layers[-state.layers :]

    def saveLayer(self, bounds: Any = None, paint: Any = None) -> int:
        """As Skia's: what follows is one thing, with the paint's opacity, blending and colour matrix."""
        count = self.save()
        self._open(self._effects(paint) if paint is not None else "")
        self._layers.append(_Layer(len(self._body)))
        self._states[-1].layers += 1
        return count

    def translate(self, dx: float, dy: float) -> None:
        """As Skia's."""
        self._matrix.preTranslate(dx, dy)

    def scale(self, sx: float, sy: float) -> None:
        """As Skia's."""
        self._matrix.preScale(sx, sy)

    def rotate(self, degrees: float, px: float = 0.0, py: float = 0.0) -> None:
        """As Skia's."""
        self._matrix.preRotate(degrees, px, py)

    def skew(self, sx: float, sy: float) -> None:
        """As Skia's."""
        self._matrix.preSkew(sx, sy)

    def concat(self, matrix: Any) -> None:
        """As Skia's."""
        self._matrix.preConcat(matrix)

    def getTotalMatrix(self) -> Any:
        """As Skia's."""
        return _copy(self._matrix)

    def clipRect(self, rect: Any, *_: Any) -> None:
        """As Skia's, to intersect."""
        path = skia.Path()
        path.addRect(rect)
        self.clipPath(path)

    def clipRRect(self, shape: Any, *_: Any) -> None:
        """As Skia's, to intersect."""
        path = skia.Path()
        path.addRRect(shape)
        self.clipPath(path)

    def clipPath(self, path: Any, *how: Any) -> None:
        """As Skia's, to intersect."""
        if any(mode == skia.ClipOp.kDifference for mode in how):
            outside = skia.Path()
            outside.addRect(skia.Rect.MakeWH(self.size.width, self.size.height))
            path = skia.Op(outside, self._placed(path), skia.PathOp.kDifference_PathOp)
        else:
            path = self._placed(path)
        rule = ' clip-rule="evenodd"' if _even_odd(path) else ""
        clip = self._defs.add("clipPath", f'<path d="{path_data(path)}"{rule}/>')
        if not self._states:
            self.save()
        self._open(f' clip-path="url(#{clip})"')

    # -- shapes

    def drawPath(self, path: Any, paint: Any) -> None:
        """As Skia's."""
        if path.isEmpty():
            return
        if paint.getPathEffect() is not None or (_is_stroke(paint) and not self._keeps_shape()):
            outline = skia.Path()
            if paint.getPathEffect() is not None or _is_stroke(paint):
                paint.getFillPath(path, outline)
            self._emit(self._placed(outline), paint, filled=not _effect_strokes(paint))
            return
        self._emit(self._placed(path), paint, filled=not _is_stroke(paint))

    def drawRect(self, rect: Any, paint: Any) -> None:
        """As Skia's."""
        self.drawPath(_path("addRect", rect), paint)

    def drawRoundRect(self, rect: Any, rx: float, ry: float, paint: Any) -> None:
        """As Skia's."""
        self.drawPath(_path("addRoundRect", rect, rx, ry), paint)

    def drawRRect(self, shape: Any, paint: Any) -> None:
        """As Skia's."""
        self.drawPath(_path("addRRect", shape), paint)

    def drawOval(self, rect: Any, paint: Any) -> None:
        """As Skia's."""
        self.drawPath(_path("addOval", rect), paint)

    def drawCircle(self, *values: Any) -> None:
        """As Skia's: x, y, radius and paint, or a point, radius and paint."""
        *where, radius, paint = values
        x, y = where if len(where) == 2 else (where[0][0], where[0][1])
        self.drawPath(_path("addCircle", x, y, radius), paint)

    def drawLine(self, *values: Any) -> None:
        """As Skia's: four numbers or two points, and the paint."""
        *ends, paint = values
        x0, y0, x1, y1 = ends if len(ends) == 4 else (*ends[0], *ends[1])
        path = skia.Path()
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
        if _is_stroke(paint):
            self.drawPath(path, paint)

    def drawArc(self, rect: Any, start: float, sweep: float, wedge: bool, paint: Any) -> None:
        """As Skia's."""
        path = skia.Path()
        if wedge:
            path.moveTo(rect.centerX(), rect.centerY())
        path.arcTo(rect, start, sweep, not wedge)
        if wedge:
            path.close()
        self.drawPath(path, paint)

    def drawPaint(self, paint: Any) -> None:
        """As Skia's: over the whole picture."""
        path = _path("addRect", skia.Rect.MakeWH(self.size.width, self.size.height))
        self._emit(path, paint, filled=True)

    def drawColor(self, colour: Any, blend: Any = None) -> None:
        """As Skia's: over the whole picture."""
        value = skia.Color4f(colour) if isinstance(colour, int) else colour
        paint = Ink(Color4f=value)
        if blend is not None:
            paint.setBlendMode(blend)
        self.drawPaint(paint)

    def clear(self, colour: Any) -> None:
        """As Skia's, on an empty canvas."""
        self.drawColor(colour)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("draw"):
            raise NotVector(f"{name} paints pixels")
        raise AttributeError(name)

    # -- pieces that Skia has no call for

    def draw_symbol(
        self, source: str, box: tuple[float, float, float, float], *, flip: bool, effects: str = ""
    ) -> None:
        """A whole SVG drawing stretched into a box (x, y, width, height), mirrored if asked."""
        symbol = self._defs.symbol(source)
        x, y, width, height = box
        matrix = self.getTotalMatrix()
        if flip:
            matrix.preTranslate(2 * x + width, 0)
            matrix.preScale(-1, 1)
        self._body.append(
            f'<g transform="{transform_of(matrix)}"><use href="#{symbol}" x="{number(x)}" y="{number(y)}" '
            f'width="{number(width)}" height="{number(height)}"/></g>'
        )

    @contextmanager
    def captured(self) -> Iterator[list[str]]:
        """What is drawn meanwhile goes into the list that this gives, and not into the picture."""
        outer, self._body = self._body, []
        inner = self._body
        try:
            yield inner
        finally:
            self._body = outer

    def define_group(self, parts: Sequence[str]) -> str:
        """Captured parts under a name, for `draw_use`."""
        return self._defs.add("g", "".join(parts))

    def draw_use(self, name: str, dx: float = 0.0, dy: float = 0.0, effects: str = "") -> None:
        """A named group again, moved by picture pixels."""
        self._body.append(f'<g{effects}><use href="#{name}" x="{number(dx)}" y="{number(dy)}"/></g>')

    def draw_tiles(self, parts: Sequence[str], width: float, height: float) -> None:
        """Captured parts, repeated in tiles over the whole picture."""
        attributes = f'patternUnits="userSpaceOnUse" width="{number(width)}" height="{number(height)}"'
        tile = self._defs.add("pattern", "".join(parts), attributes)
        self._body.append(f'<rect width="{self.size.width}" height="{self.size.height}" fill="url(#{tile})"/>')

    def draw_stain(self, parts: Sequence[str], matrix: Any, colour: Colour, alpha: float, sigma: float) -> None:
        """Captured parts as a soft stain of one colour: a shadow, moved by ``matrix`` in picture pixels."""
        r, g, b = (number(c, 3) for c in colour)
        values = f"0 0 0 0 {r} 0 0 0 0 {g} 0 0 0 0 {b} 0 0 0 {number(alpha, 3)} 0"
        name = self._defs.filter(f'<feColorMatrix values="{values}"/>', sigma)
        self._body.append(f'<g transform="{transform_of(matrix)}" filter="url(#{name})">{"".join(parts)}</g>')

    def draw_text(
        self, text: str, x: float, y: float, size: float, family: str, advance: float, paint: Any
    ) -> None:
        """A line of type on the baseline ``y`` from ``x``, ``advance`` pixels long, as text."""
        matrix = f' transform="{transform_of(self._matrix)}"'
        length = f' textLength="{number(advance)}" lengthAdjust="spacingAndGlyphs"' if advance > 0 else ""
        self._body.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" xml:space="preserve" {family}'
            f"{length}{matrix}{self._look(paint, filled=not _is_stroke(paint))}>{html.escape(text)}</text>"
        )

    @contextmanager
    def effect(self, effects: str) -> Iterator[None]:
        """What is drawn meanwhile is one group with these attributes; none without any."""
        if effects:
            self._body.append(f"<g{effects}>")
        yield
        if effects:
            self._body.append("</g>")

    def soft(self, sigma: float) -> str:
        """Attributes of a group that is blurred by ``sigma`` pixels of the picture."""
        return f' filter="url(#{self._defs.filter("", sigma)})"' if sigma > 0 else ""

    def colour_matrix(self, rows: Sequence[float]) -> str:
        """Attributes of a group whose colours go through a 4 x 5 matrix (sRGB 0..1, straight alpha)."""
        values = " ".join(number(value, 4) for value in rows)
        return f' filter="url(#{self._defs.filter(f"<feColorMatrix values={chr(34)}{values}{chr(34)}/>", 0)})"'

    # -- how

    def _emit(self, path: Any, paint: Any, *, filled: bool) -> None:
        if path.isEmpty():
            return
        look = self._look(paint, filled=filled)
        rule = ' fill-rule="evenodd"' if filled and _even_odd(path) else ""
        inside = paint.getBlendMode() == skia.BlendMode.kSrcATop
        if paint.getBlendMode() in _CUTS:
            self._cut(path, filled=filled, paint=paint)
            return
        if self._layers and not inside:
            rule += self._remember(path, paint, filled=filled)
        element = f'<path d="{path_data(path)}"{rule}{look}/>'
        if inside and self._layers:
            clip = self._inside(self._layers[-1])
            element = f'<g clip-path="url(#{clip})">{element}</g>' if clip else ""
        self._body.append(element)

    def _remember(self, path: Any, paint: Any, *, filled: bool) -> str:
        """Note a shape of the layer, and return the attribute that names its element, if that is the shape."""
        layer = self._layers[-1]
        layer.clip = ""
        if filled:
            layer.shapes.append(self._defs.name("p"))
            return f' id="{layer.shapes[-1]}"'
        # Within a clip path only insides count, so a line goes in as its outline.
        pen = skia.Paint(
            Style=skia.Paint.kStroke_Style, StrokeWidth=paint.getStrokeWidth() * self._zoom(),
            StrokeCap=paint.getStrokeCap(), StrokeJoin=paint.getStrokeJoin(),
        )  # fmt: skip
        outline = skia.Path()
        pen.getFillPath(path, outline)
        layer.shapes.append(self._defs.add("path", "", f'd="{path_data(outline)}"'))
        return ""

    def _cut(self, path: Any, *, filled: bool, paint: Any) -> None:
        """Take a shape out of what was painted in the layer so far."""
        if not self._layers:
            raise NotVector("erasing outside of a layer")
        width, height = self.size.width, self.size.height
        line = f' fill="none" stroke="#000" stroke-width="{number(paint.getStrokeWidth() * self._zoom())}"'
        hole = f'<path d="{path_data(path)}"{"" if filled else line}/>'
        area = f'x="0" y="0" width="{width}" height="{height}"'
        mask = self._defs.add("mask", f'<rect {area} fill="#fff"/>{hole}', f'maskUnits="userSpaceOnUse" {area}')
        self._body.insert(self._layers[-1].start, f'<g mask="url(#{mask})">')
        self._body.append("</g>")

    def _inside(self, layer: _Layer) -> str:
        """The clip path of everything painted in the layer so far; "" when there is nothing."""
        if not layer.clip and layer.shapes:
            layer.clip = self._defs.add("clipPath", "".join(f'<use href="#{name}"/>' for name in layer.shapes))
        return layer.clip

    def _look(self, paint: Any, *, filled: bool) -> str:
        """The attributes of a paint."""
        alpha = float(paint.getAlphaf())
        source = self._source(paint)
        parts = [f' fill="{source}"'] if filled else [f' fill="none" stroke="{source}"']
        if not filled:
            width = max(0.25, paint.getStrokeWidth() * self._zoom())
            parts.append(f' stroke-width="{number(width)}"')
            if cap := _CAPS.get(paint.getStrokeCap()):
                parts.append(f' stroke-linecap="{cap}"')
            if join := _JOINS.get(paint.getStrokeJoin()):
                parts.append(f' stroke-linejoin="{join}"')
        if alpha < 1 and source[0] == "#":
            parts.append(f' {"fill" if filled else "stroke"}-opacity="{number(alpha, 3)}"')
        elif alpha < 1:
            parts.append(f' opacity="{number(alpha, 3)}"')
        return "".join(parts) + self._blur(paint) + _blend(paint)

    def _source(self, paint: Any) -> str:
        gradient = getattr(paint, "gradient", None)
        if gradient is not None:
            return f"url(#{self._defs.gradient(gradient, self._matrix)})"
        if paint.getShader() is not None:
            raise NotVector("a shader that is no gradient")
        return _hex(paint.getColor4f())

    def _effects(self, paint: Any) -> str:
        """Attributes of a group drawn with a layer's paint."""
        parts = []
        if paint.getAlphaf() < 1:
            parts.append(f' opacity="{number(paint.getAlphaf(), 3)}"')
        matrix = getattr(paint, "matrix", None)
        if matrix is not None:
            parts.append(self.colour_matrix(matrix))
        elif paint.getColorFilter() is not None or paint.getImageFilter() is not None:
            raise NotVector("a filter that is no colour matrix")
        return "".join(parts) + _blend(paint)

    def _blur(self, paint: Any) -> str:
        sigma = getattr(paint, "blur", 0.0) * self._zoom()
        if sigma <= 0 and paint.getMaskFilter() is not None:
            raise NotVector("an unknown mask filter")
        return f' filter="url(#{self._defs.filter("", sigma)})"' if sigma > 0 else ""

    def _open(self, attributes: str) -> None:
        self._body.append(f"<g{attributes}>")
        self._states[-1].groups += 1

    def _placed(self, path: Any) -> Any:
        placed = skia.Path()
        path.transform(self._matrix, placed)
        return placed

    def _zoom(self) -> float:
        m = self._matrix
        return float(abs(m.getScaleX() * m.getScaleY() - m.getSkewX() * m.getSkewY()) ** 0.5)

    def _keeps_shape(self) -> bool:
        """Whether a round pen stays round: no stretching, no slanting."""
        m = self._matrix
        even = abs(abs(m.getScaleX()) - abs(m.getScaleY())) < 1e-3 * (abs(m.getScaleX()) + 1e-9)
        return bool(even and abs(abs(m.getSkewX()) - abs(m.getSkewY())) < 1e-3)


def vector_of(canvas: Any) -> VectorCanvas | None:
    """The canvas, if it writes vectors."""
    return canvas if isinstance(canvas, VectorCanvas) else None


def _path(add: str, *values: Any) -> Any:
    path = skia.Path()
    getattr(path, add)(*values)
    return path


def _is_stroke(paint: Any) -> bool:
    return bool(paint.getStyle() == skia.Paint.kStroke_Style)


def _effect_strokes(paint: Any) -> bool:
    """Whether `getFillPath` leaves a line to be stroked: a hair line."""
    return bool(_is_stroke(paint) and paint.getStrokeWidth() <= 0)


def _even_odd(path: Any) -> bool:
    return bool(path.getFillType() == skia.PathFillType.kEvenOdd)


def _blend(paint: Any) -> str:
    mode = paint.getBlendMode()
    return f' style="mix-blend-mode:{_BLENDS[mode]}"' if mode in _BLENDS else ""


def _hex(colour: Any) -> str:
    parts = (colour.fR, colour.fG, colour.fB)
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in parts)


def _copy(matrix: Any) -> Any:
    return skia.Matrix.Concat(matrix, skia.Matrix())
