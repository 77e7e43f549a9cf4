"""A wooden table before a wall on which a window throws its light."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import skia

from aquatint.engines.composer.backdrops import floors, furniture, pieces
from aquatint.engines.composer.backdrops.easel import Easel, out_of_focus
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

ROOMS = (
    ("#d9c7ae", "#b9794a"), ("#c3cfbf", "#a8744a"), ("#b4c4cc", "#c79a6c"), ("#e3c9bd", "#9a6342"),
    ("#ded6cb", "#d0aa7c"), ("#8fa094", "#8c5a3c"), ("#64788a", "#b5835a"), ("#e6cf9a", "#a5703f"),
)  # fmt: skip
"""Walls, each with the wood that goes with it."""
JARS = ("#c9b08c", "#8fa39a", "#b5715a", "#d9cdb8", "#7f8fa0")
WOOD = Colour.of("#b9794a")
BEHIND: dict[str, tuple[tuple[str, float, float], ...]] = {
    "window": (("blind_window", 0.5, 14.0), ("snake_plant", -0.92, -8.0)),
    "curtains": (("draped_window", 0.7, 30.0), ("snake_plant", -0.94, -8.0)),
    "pictures": (("gallery_wall", -0.72, 26.0), ("fig_tree", 0.86, -30.0)),
    "crockery": (("plate_rack", 0.46, 42.0), ("hanging_plants", -0.7, 40.0)),
    "mirror": (("round_mirror", 0.5, 26.0), ("plant_shelf", -0.6, 40.0)),
}
"""Pieces behind a table: name, place toward the side away from the light, centimetres over its edge."""


class Table(Place):
    """Near things at table height, for still lifes."""

    name = "table"
    inside = True
    geometry = Geometry(
        horizon=0.36,
        ground=(0.6, 0.87),
        sky=(0.08, 0.36),
        floor="table",
        metre=1.55,
        clear=(0.08, 0.92),
        tilts=False,
    )

    def stage(self, scene: Scene, size: Size) -> Stage:
        """From above the whole picture is the table top."""
        stage = super().stage(scene, size)
        if scene.camera != "aerial":
            return stage
        return replace(stage, horizon=-4.0 * size.height, ground=(0.16 * size.height, 0.93 * size.height))

    def back(self, easel: Easel) -> None:
        """Wall and what is before it, out of focus, light from a window, the table top."""
        wall, wood = ROOMS[easel.fork("room").chance.randrange(len(ROOMS))]
        if easel.stage.from_above:
            self.top(easel.fork("top"), 0.0, Colour.of(wood))
            return
        edge = 0.5 * easel.height
        self._wall(easel.fork("wall"), edge, Colour.of(wall))
        behind = easel.fork("kind").chance.choice(("jars", "jars", *BEHIND))
        draw = self._jars if behind == "jars" else partial(self._pieces, BEHIND[behind])
        out_of_focus(easel.fork("behind"), 5.5 * easel.unit, lambda soft: draw(soft, edge))
        if behind not in ("window", "curtains"):
            self._window_light(easel.fork("window"), edge)
        self.top(easel.fork("top"), edge, Colour.of(wood))

    def top(self, easel: Easel, edge: float, wood: Colour) -> None:
        """What things stand on, from ``edge`` down."""
        table_top(easel, edge, wood)

    def _pieces(self, rows: tuple[tuple[str, float, float], ...], easel: Easel, edge: float) -> None:
        """Pieces of a room on the wall behind the table."""
        side, scale = -easel.toward, 0.0038 * 1000 * easel.unit
        reach = min(0.5 * easel.width, 0.8 * 1000 * easel.unit)
        for index, (name, at, up) in enumerate(rows):
            foot = (easel.width * 0.5 + side * at * reach, edge - up * scale)
            pieces.draw_plain(easel.fork(index), name, foot, scale)

    def _tone(self, easel: Easel, colour: Colour) -> Colour:
        ambient = easel.stage.light.ambient
        return Colour(*(c * a for c, a in zip(colour, ambient, strict=True)))

    def _wall(self, easel: Easel, edge: float, colour: Colour) -> None:
        """A plastered wall, lighter toward the window, with a faint dado."""
        base = self._tone(easel, colour)
        easel.band(0, edge, (0, shift(base, lightness=-0.07), 1.0), (1, shift(base, lightness=0.01), 1.0))
        bright = (easel.width * (0.5 + 0.5 * easel.toward), edge * 0.1)
        easel.glow(bright, max(easel.width, edge) * 1.1, mix(base, easel.stage.light.key, 0.7), 0.75)
        far_corner = (easel.width * (0.5 - 0.55 * easel.toward), edge)
        easel.glow(far_corner, max(easel.width, edge) * 0.8, easel.stage.light.shadow, 0.26)

    def _jars(self, easel: Easel, edge: float) -> None:
        """A shelf with jars and a plant on a sideboard, far enough to be soft."""
        short, side = 1000 * easel.unit, -easel.toward
        chance = easel.chance
        middle = easel.width * 0.5 + side * min(0.38 * easel.width, 0.75 * short)
        shelf = edge - min(0.27 * short, 0.55 * edge)
        wood = easel.lit(Colour.of("#a87b55"))
        x = middle - 0.16 * short
        for i in range(5):
            wide, tall = chance.uniform(0.035, 0.055) * short, chance.uniform(0.06, 0.11) * short
            tone = easel.lit(Colour.of(JARS[(i + chance.randrange(2)) % len(JARS)]))
            jar = skia.Rect.MakeLTRB(x, shelf - tall, x + wide, shelf)
            easel.canvas.drawRRect(skia.RRect.MakeRectXY(jar, wide * 0.2, wide * 0.2), fill(tone))
            x += wide * chance.uniform(1.1, 1.4)
        board = skia.Rect.MakeLTRB(middle - 0.19 * short, shelf, middle + 0.17 * short, shelf + 0.02 * short)
        easel.canvas.drawRect(board, fill(wood))
        shade = skia.Rect.MakeLTRB(board.left(), board.bottom(), board.right(), board.bottom() + 0.025 * short)
        easel.canvas.drawRect(shade, fill(easel.stage.light.shadow, 0.16))
        plant = easel.width * 0.5 - side * (easel.width * 0.5 - 0.07 * short)
        furniture.pot_plant(easel.fork("plant"), (plant, edge + 0.01 * short), min(0.34 * short, 0.75 * edge))

    def _window_light(self, easel: Easel, edge: float) -> None:
        """Six panes of light on the wall, leaning away from the window; warm at dusk, pale at night."""
        light = easel.stage.light
        power = 0.62 * (1 - 0.75 * easel.air.cover) * (1 - 0.45 * light.darkness)
        colour = mix(easel.air.light.key, WHITE, 0.25)
        pane = min(0.14 * 1000 * easel.unit, edge * 0.27)
        x0, y0 = easel.width * (0.5 + 0.04 * easel.toward) - pane, edge * 0.16
        lean = -easel.toward * 0.22
        path = skia.Path()
        for column in range(2):
            for row in range(2):
                x, y = x0 + column * pane * 1.08, y0 + row * pane * 1.16
                corners = [(x, y), (x + pane, y), (x + pane, y + pane * 1.08), (x, y + pane * 1.08)]
                path.addPath(
                    polygon([(px + (py - y0) * lean, py + (px - x0) * 0.1 * easel.toward) for px, py in corners])
                )
        soft = fill(colour, power, blur=3.2 * easel.unit, blend=skia.BlendMode.kSoftLight)
        easel.canvas.drawPath(path, soft)
        easel.canvas.drawPath(path, fill(colour, power * 0.45, blur=3.2 * easel.unit))
        easel.glow((x0 + pane, y0 + pane), pane * 3.2, colour, 0.16 * power, add=True)


def table_top(easel: Easel, edge: float, colour: Colour = WOOD) -> None:
    """Boards across from ``edge`` down, and the light on them."""
    floors.boards(easel, edge, colour, planks=5, across=True)
    light_on_top(easel, edge, colour)


def light_on_top(easel: Easel, edge: float, colour: Colour) -> None:
    """The lit back edge of a table top of that colour, a pool of light, darker front corners."""
    light, wood = easel.stage.light, easel.lit(colour)
    easel.band(edge - 14 * easel.unit, edge, (0, light.shadow, 0.0), (1, light.shadow, 0.3))
    rim = (0, mix(wood, light.key, 0.55), 0.9), (1, mix(wood, light.key, 0.3), 0.0)
    easel.band(edge, edge + 5 * easel.unit, *rim)
    pool = (easel.width * (0.5 + 0.16 * easel.toward), easel.height * 0.68)
    easel.glow(pool, 0.62 * max(easel.width * 0.8, easel.height * 0.6), light.key, 0.28, add=True)
    for x in (0.0, float(easel.width)):
        easel.glow((x, float(easel.height)), 0.6 * max(easel.width, easel.height), light.shadow, 0.34)
