"""A living room: wall with window and pictures, boards, a rug."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import floors, framing, furniture
from aquatint.engines.composer.backdrops.buildings import Block
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift

WALLS = ("#d9cbb3", "#b9c9c2", "#d8bfae", "#bfc8d6", "#cfd0b4")
CLOTHS = ("#c96f52", "#4f7d8c", "#b5893f", "#7d5f86")


class Room(Place):
    """A lived-in room."""

    name = "room"
    inside = True
    geometry = Geometry(horizon=0.5, ground=(0.72, 0.92), sky=(0.08, 0.4), metre=0.32, tilts=False)

    def back(self, easel: Easel) -> None:
        """Wall, window with curtains, pictures, shelf, floor, rug, lamp and plant."""
        edge, chance = 0.66 * easel.height, easel.fork("colours").chance
        wall, cloth = Colour.of(chance.choice(WALLS)), Colour.of(chance.choice(CLOTHS))
        self._wall(easel, wall, edge)
        side = easel.toward
        short, middle = 1000 * easel.unit, easel.width * 0.5
        reach = min(easel.width * 0.5, 0.75 * short)
        scale = min(short, easel.width * 0.9)
        x = middle + side * reach * 0.5
        self._window(easel, x, edge, scale, cloth)
        self._pictures(easel, middle - side * reach * 0.42, edge, scale, cloth)
        self._floor(easel, edge)
        furniture.rug(
            easel, (middle, easel.height * 0.83), min(0.42 * easel.width, 0.5 * short), 0.075 * short, cloth
        )
        self._window_on_floor(easel, middle + side * reach * 0.1, edge)
        self._corners(easel, edge, side, scale)

    def _corners(self, easel: Easel, edge: float, side: float, scale: float) -> None:
        """A lamp in one corner, a plant in the other."""
        foot = edge + 0.03 * easel.height
        lamp_x = easel.width * 0.5 - side * easel.width * 0.44
        furniture.floor_lamp(easel.fork("lamp"), (lamp_x, foot), 0.52 * scale)
        furniture.pot_plant(
            easel.fork("plant"),
            (easel.width * 0.5 + side * easel.width * 0.44, foot + 0.015 * easel.height),
            0.3 * scale,
        )

    def _wall(self, easel: Easel, colour: Colour, edge: float) -> None:
        """Paint with a faint stripe, light from the window side, a skirting board."""
        tone = easel.lit(colour)
        easel.band(0, edge, (0, shift(tone, lightness=-0.07), 1.0), (1, tone, 1.0))
        stripes, step = skia.Path(), 46 * easel.unit
        for i in range(int(easel.width / step) + 1):
            stripes.addRect(skia.Rect.MakeXYWH(i * step, 0, step / 2, edge))
        easel.paint(stripes, shift(tone, lightness=0.03), 0.35)
        easel.glow(
            (easel.width * (0.5 + 0.5 * easel.toward), edge * 0.4),
            0.9 * max(easel.width, edge),
            mix(tone, easel.stage.light.key, 0.7),
            0.4,
        )
        easel.glow(
            (easel.width * (0.5 - 0.6 * easel.toward), 0.0),
            0.9 * max(easel.width, edge),
            easel.stage.light.shadow,
            0.24,
        )

    def _window(self, easel: Easel, x: float, edge: float, scale: float, cloth: Colour) -> None:
        wide, top = 0.15 * scale, edge * 0.5 - 0.24 * scale
        area = Block(x - wide, top, x + wide, top + 0.4 * scale)
        furniture.window(easel.fork("window"), area)
        rod = skia.Rect.MakeLTRB(
            area.left - wide * 0.75, top - 0.045 * scale, area.right + wide * 0.75, top - 0.033 * scale
        )
        for side in (-1, 1):
            inner = area.left + wide * 0.3 if side < 0 else area.right - wide * 0.3
            outer = area.left - wide * 0.65 if side < 0 else area.right + wide * 0.65
            gathered = Block(min(inner, outer), rod.top(), max(inner, outer), area.foot + 0.09 * scale)
            furniture.curtain(easel.fork("curtain", side), gathered, cloth, side=side)
        easel.canvas.drawRect(rod, fill(easel.lit(Colour.of("#5b4636"))))

    def _pictures(self, easel: Easel, x: float, edge: float, scale: float, cloth: Colour) -> None:
        top = edge * 0.5 - 0.2 * scale
        furniture.picture(
            easel.fork("picture", 0),
            Block(x - 0.16 * scale, top, x + 0.02 * scale, top + 0.22 * scale),
            shift(cloth, hue=140),
        )
        furniture.picture(
            easel.fork("picture", 1),
            Block(x + 0.05 * scale, top + 0.05 * scale, x + 0.17 * scale, top + 0.19 * scale),
            cloth,
        )
        furniture.shelf(
            easel.fork("shelf"), Block(x - 0.15 * scale, top + 0.27 * scale, x + 0.16 * scale, top + 0.38 * scale)
        )

    def _floor(self, easel: Easel, edge: float) -> None:
        floors.boards(easel.fork("boards"), edge, Colour.of("#b98a5e"), planks=9)
        white = easel.lit(Colour.of("#efe8da"))
        board = 0.03 * 1000 * easel.unit
        easel.band(edge - board, edge, (0, white, 1.0), (1, shift(white, lightness=-0.08), 1.0))
        easel.band(
            edge, edge + board * 0.8, (0, easel.stage.light.shadow, 0.28), (1, easel.stage.light.shadow, 0.0)
        )

    def _window_on_floor(self, easel: Easel, x: float, edge: float) -> None:
        """Two panes of light on the boards, when there is light outside."""
        power = 0.34 * (1 - easel.air.cover) * (1 - easel.air.light.darkness)
        if power < 0.03:
            return
        lean, tall = -easel.toward * 0.9, easel.height - edge
        for i in (0, 1):
            wide = 0.11 * 1000 * easel.unit
            left, top, bottom = x + (i - 1) * wide * 1.15, edge + 0.25 * tall, edge + 0.8 * tall
            shape = polygon(
                [
                    (left, top),
                    (left + wide, top),
                    (left + wide * 1.5 + lean * (bottom - top), bottom),
                    (left + lean * (bottom - top) + i * wide * 0.2, bottom),
                ]
            )
            easel.canvas.drawPath(
                shape,
                fill(
                    mix(easel.air.light.key, WHITE, 0.2), power, blur=3 * easel.unit, blend=skia.BlendMode.kScreen
                ),
            )

    def front(self, easel: Easel) -> None:
        """Quiet corners."""
        framing.vignette(easel, 0.28)
