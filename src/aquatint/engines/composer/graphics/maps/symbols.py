"""Signs of hand-drawn maps: mountains, trees, castles, towns, caves, marshes, dunes, waves, a rose, a cross."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.drawing.brush import curve, fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics import ornaments


class Pen:
    """An ink on a ground, and the size of the signs in pixels."""

    def __init__(self, canvas: Any, ink: Colour, land: Colour, accent: Colour, size: float) -> None:
        self.canvas = canvas
        self.ink = ink
        self.land = land
        self.accent = accent
        self.size = size

    def line(self, width: float = 0.05) -> Any:
        """A paint for lines, as wide as that share of a sign."""
        return stroke(self.ink, max(1.0, self.size * width))

    def shape(self, path: Any, colour: Colour) -> None:
        """A filled shape with an outline."""
        self.canvas.drawPath(path, fill(colour))
        self.canvas.drawPath(path, self.line())

    def mountain(self, x: float, y: float, scale: float = 1.0) -> None:
        """A peak that stands on (x, y), hatched on its dark side."""
        w, h = self.size * 0.62 * scale, self.size * 0.9 * scale
        self.shape(polygon([(x - w, y), (x, y - h), (x + w, y)], closed=False), mix(self.land, self.ink, 0.1))
        snow = [(x - w * 0.3, y - h * 0.7), (x, y - h), (x + w * 0.3, y - h * 0.7), (x + w * 0.1, y - h * 0.62),
                (x, y - h * 0.74), (x - w * 0.12, y - h * 0.6)]  # fmt: skip
        self.canvas.drawPath(polygon(snow), fill(mix(self.land, Colour(1, 1, 1), 0.75)))
        for share in (0.3, 0.5, 0.7):
            top = (x + w * share * 0.75, y - h * (1 - share * 0.78))
            self.canvas.drawLine(*top, x + w * (share * 0.75 - 0.12), y - h * 0.08, self.line(0.03))

    def tree(self, x: float, y: float, scale: float = 1.0) -> None:
        """A small round or pointed tree."""
        r = self.size * 0.27 * scale
        green = mix(self.land, Colour.of("#3f7a46"), 0.62)
        self.canvas.drawLine(x, y, x, y - r * 0.9, self.line(0.06))
        crown = skia.Path()
        crown.addCircle(x, y - r * 1.5, r)
        self.shape(crown, green)

    def pine(self, x: float, y: float, scale: float = 1.0) -> None:
        """A small conifer."""
        r = self.size * 0.26 * scale
        green = mix(self.land, Colour.of("#2f6147"), 0.68)
        self.canvas.drawLine(x, y, x, y - r * 0.5, self.line(0.06))
        self.shape(polygon([(x - r, y - r * 0.4), (x, y - r * 2.6), (x + r, y - r * 0.4)]), green)

    def palm(self, x: float, y: float, scale: float = 1.0) -> None:
        """A small palm."""
        h = self.size * 0.8 * scale
        self.canvas.drawPath(curve([(x, y), (x + h * 0.06, y - h * 0.5), (x + h * 0.2, y - h)]), self.line(0.09))
        green = mix(self.land, Colour.of("#3f7a46"), 0.75)
        for angle in (-200, -160, -110, -60, -15, 25):
            frond = ornaments.leaf(x + h * 0.2, y - h, h * 0.52, angle, 0.26)
            self.canvas.drawPath(frond, fill(green))
            self.canvas.drawPath(frond, self.line(0.022))

    def town(self, x: float, y: float) -> None:
        """Three small houses."""
        s = self.size * 0.3
        for dx, dy in ((-1.0, 0.0), (0.9, -0.1), (0.0, 0.35)):
            a, b = x + dx * s, y + dy * s
            self.shape(
                polygon([(a - s / 2, b), (a - s / 2, b - s * 0.6), (a + s / 2, b - s * 0.6), (a + s / 2, b)]),
                self.land,
            )
            self.shape(
                polygon([(a - s * 0.65, b - s * 0.6), (a, b - s * 1.2), (a + s * 0.65, b - s * 0.6)]), self.accent
            )

    def castle(self, x: float, y: float) -> None:
        """A keep with two towers and flags."""
        s = self.size * 0.42
        wall = mix(self.land, self.ink, 0.18)
        self.shape(polygon([(x - s, y), (x - s, y - s * 0.9), (x + s, y - s * 0.9), (x + s, y)]), wall)
        for side in (-1, 1):
            a = x + side * s
            tower = [
                (a - s * 0.34, y),
                (a - s * 0.34, y - s * 1.5),
                (a + s * 0.34, y - s * 1.5),
                (a + s * 0.34, y),
            ]
            self.shape(polygon(tower), wall)
            self.shape(
                polygon([(a - s * 0.46, y - s * 1.5), (a, y - s * 2.2), (a + s * 0.46, y - s * 1.5)]), self.accent
            )
        door = skia.Path()
        door.addArc(skia.Rect.MakeLTRB(x - s * 0.3, y - s * 0.62, x + s * 0.3, y + s * 0.62), 180, 180)
        self.canvas.drawPath(door, fill(self.ink))

    def cave(self, x: float, y: float) -> None:
        """A rock with a dark mouth."""
        s = self.size * 0.62
        rock = curve(
            [(x - s, y), (x - s * 0.7, y - s * 0.8), (x, y - s * 1.05), (x + s * 0.8, y - s * 0.7), (x + s, y)]
        )
        self.shape(rock, mix(self.land, self.ink, 0.22))
        mouth = skia.Path()
        mouth.addArc(skia.Rect.MakeLTRB(x - s * 0.4, y - s * 0.62, x + s * 0.4, y + s * 0.62), 180, 180)
        self.canvas.drawPath(mouth, fill(self.ink))

    def tufts(self, x: float, y: float, chance: Chance) -> None:
        """Reeds of a marsh."""
        for index in range(5):
            a, b = x + (index - 2) * self.size * 0.3, y + chance.uniform(-0.2, 0.2) * self.size
            for lean in (-0.12, 0.0, 0.12):
                self.canvas.drawLine(a, b, a + lean * self.size, b - self.size * 0.26, self.line(0.035))

    def dunes(self, x: float, y: float) -> None:
        """Rows of sand."""
        s = self.size * 0.3
        for row, shifted in ((0, 0.0), (1, 0.8)):
            for index in (-1, 0, 1):
                a, b = x + (index * 1.6 + shifted) * s, y + row * s * 0.7
                self.canvas.drawPath(
                    curve([(a - s, b), (a - s * 0.2, b - s * 0.55), (a + s * 0.7, b)]), self.line(0.04)
                )

    def cross(self, x: float, y: float, colour: Colour) -> None:
        """The X that marks the spot."""
        s = self.size * 0.34
        for way in (-1, 1):
            line = curve([(x - s, y - way * s), (x + s * 0.1, y), (x + s, y + way * s)])
            self.canvas.drawPath(line, stroke(colour, self.size * 0.17))

    def compass(self, x: float, y: float, radius: float) -> None:
        """A compass rose without letters, its north arm in the accent."""
        self.canvas.drawCircle(x, y, radius * 0.62, stroke(self.ink, radius * 0.03))
        self.canvas.drawCircle(x, y, radius * 0.54, stroke(self.ink, radius * 0.015))
        for index in range(8):
            angle = index * 45 - 90
            reach = radius * (1.0 if index % 2 == 0 else 0.6)
            tip, base = ornaments.polar(x, y, reach, angle), radius * 0.17
            for side, tone in ((-45, self.ink), (45, self.accent if index == 0 else self.land)):
                arm = polygon([(x, y), ornaments.polar(x, y, base, angle + side), tip])
                self.canvas.drawPath(arm, fill(tone))
                self.canvas.drawPath(arm, stroke(self.ink, radius * 0.02))

    def waves(self, x: float, y: float) -> None:
        """Two short wavelets on the sea."""
        s = self.size * 0.3
        for dx, dy in ((0.0, 0.0), (0.7, 0.55)):
            points = [
                (x + (dx + t - 1.5) * s, y + dy * s + math.sin(t * math.pi) * s * 0.2)
                for t in (0, 0.5, 1, 1.5, 2, 2.5, 3)
            ]
            self.canvas.drawPath(curve(points), stroke(self.ink, max(1.0, s * 0.09), 0.5))
