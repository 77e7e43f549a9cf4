"""A bough that crosses the picture, seen from near by: who sits on it is large, and what lies behind is soft."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import skia

from aquatint.engines.composer.backdrops.easel import Easel, out_of_focus
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import Point, curve, fill, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

BARK = ("#7a5a41", "#6b5140", "#86654a")
BLOSSOM = ("#f7c9d6", "#fbdfe6", "#f2a9bf")
TOP, TOP_OF_HANGERS = 0.7, 0.16
"""The upper side of the bough, in heights of the picture, for those who sit on it and for those who hang."""
UNDERSIDE = 0.05
"""How far below its upper side those hold on to it who hang, in heights of the picture."""
SOFT = 5.0
"""How far out of focus the place behind is, in units."""
LEAFY = ((0.0, 0.24), (0.8, 1.0))
"""Where along the bough leaves grow: those who sit on it are seen."""
SAMPLES = 24
SHADOWS = 0.45
"""How strong shadows are against those on a floor."""


class Branch(Place):
    """A bough before one of the places ``behind``."""

    name = "branch"
    geometry = Geometry(
        horizon=0.56,
        ground=(0.712, 0.716),
        sky=(0.05, 0.5),
        floor="table",
        metre=1.1,
        clear=(0.1, 0.9),
        tilts=False,
    )

    def __init__(self, behind: Sequence[Place]) -> None:
        """Behind the bough is one of those places, as the seed chooses."""
        self.behind = behind

    def stage(self, scene: Scene, size: Size) -> Stage:
        """No floor but the bough; the sky is seen, and the light is that of the open air."""
        stage = super().stage(scene, size)
        # Shadows fall through the air beside the bough.
        light = replace(stage.light, shadow_strength=SHADOWS * stage.light.shadow_strength)
        # Who hangs has the underside of the bough.
        lower = _top(scene) - TOP + (UNDERSIDE if _top(scene) != TOP else 0.0)
        ground = tuple((part + lower) * size.height for part in self.geometry.ground)
        return replace(stage, outlook=True, perch=True, light=light, ground=(ground[0], ground[1]))

    def back(self, easel: Easel) -> None:
        """What lies behind, the twigs and the bough."""
        place = easel.fork("behind").chance.choice(self.behind)
        stage = replace(place.stage(easel.scene, easel.stage.size), phase=easel.stage.phase)
        out_of_focus(replace(easel.fork("view"), stage=stage), SOFT * easel.unit, place.back)
        _leaves(easel.fork("far leaves"), near=False)
        _bough(easel.fork("bough"))
        _leaves(easel.fork("leaves"), near=True)


def _top(scene: Scene) -> float:
    """Where the bough's upper side is: high up where somebody hangs from it."""
    free = [item for item in scene.items if not item.relation]
    return TOP_OF_HANGERS if any(item.attributes.get("pose") == "hanging" for item in free) else TOP


def _upper(easel: Easel, part: float) -> float:
    """y of the bough's upper side, ``part`` of the way across."""
    sway = math.sin(2.1 + 5.3 * part) * 0.006 + 0.022 * (part - 0.5) ** 2
    return (_top(easel.scene) + sway) * easel.height


def _thickness(easel: Easel, part: float) -> float:
    return (86 - 40 * part + 5 * math.sin(11 * part)) * easel.unit


def _outline(easel: Easel, low: float = 0.0, high: float = 1.0) -> skia.Path:
    """The bough, or the part of its thickness from ``low`` to ``high`` (0 is its upper side)."""
    parts = [i / SAMPLES for i in range(-1, SAMPLES + 2)]
    upper = [(part * easel.width, _upper(easel, part) + low * _thickness(easel, part)) for part in parts]
    lower = [(part * easel.width, _upper(easel, part) + high * _thickness(easel, part)) for part in parts]
    path = curve(upper)
    path.lineTo(*lower[-1])
    for x, y in reversed(lower):
        path.lineTo(x, y)
    path.close()
    return path


def _bough(easel: Easel) -> None:
    """Bark with grain and knots, lit from above, dark below; snow lies on it in winter."""
    chance, unit, canvas = easel.chance, easel.unit, easel.canvas
    bark = easel.lit(Colour.of(chance.choice(BARK)))
    outline = _outline(easel)
    canvas.drawPath(outline, fill(bark))
    middle = _top(easel.scene) * easel.height
    shade = easel.fade(
        (0, middle), (0, middle + 90 * unit), (0, shift(bark, lightness=0.07), 0.9), (0.35, bark, 0.4),
        (1, shift(bark, lightness=-0.13), 1.0),
    )  # fmt: skip
    easel.shade(outline, shade)
    canvas.save()
    canvas.clipPath(outline, True)
    grain = skia.Path()
    for _ in range(46):
        part, deep = chance.uniform(0, 1), chance.uniform(0.16, 0.95)
        x, y = part * easel.width, _upper(easel, part) + deep * _thickness(easel, part)
        length = chance.uniform(30, 110) * unit
        grain.addPath(curve([(x, y), (x + length / 2, y + chance.gauss(0, 4) * unit), (x + length, y)]))
    canvas.drawPath(grain, stroke(shift(bark, lightness=-0.1), 2.4 * unit, 0.5))
    for _ in range(3):
        _knot(easel, chance.uniform(0.06, 0.94), bark)
    canvas.restore()
    rim = [(part / SAMPLES * easel.width, _upper(easel, part / SAMPLES) + 2 * unit) for part in range(SAMPLES + 1)]
    if easel.air.snow:
        canvas.drawPath(_outline(easel, -0.2, 0.2), fill(mix(easel.air.snow_colour, easel.air.sky[2], 0.12)))
    else:
        canvas.drawPath(curve(rim), stroke(mix(bark, easel.stage.light.key, 0.5), 3 * unit, 0.6))


def _knot(easel: Easel, part: float, bark: Colour) -> None:
    x, y = part * easel.width, _upper(easel, part) + 0.5 * _thickness(easel, part)
    wide = 15 * easel.unit
    for size, alpha in ((1.0, 0.45), (0.55, 0.8)):
        oval = skia.Rect.MakeLTRB(x - wide * size, y - 0.6 * wide * size, x + wide * size, y + 0.6 * wide * size)
        easel.canvas.drawOval(oval, fill(shift(bark, lightness=-0.14), alpha))


def _leaves(easel: Easel, *, near: bool) -> None:
    """Twigs with leaves at both ends of the bough, behind it and before it; blossom in spring, none in winter."""
    if easel.air.season == "winter":
        return
    chance, unit = easel.chance, easel.unit
    for first, last in LEAFY:
        for number in range(5 if near else 8):
            part = chance.uniform(first, last)
            root = (part * easel.width, _upper(easel, part) + chance.uniform(0.1, 0.8) * _thickness(easel, part))
            steep = chance.uniform(0.5, 1.3) * (-1 if not near or number % 2 else 1)
            lean = chance.uniform(-0.5, 0.5)
            length = chance.uniform(110, 230) * unit * (0.7 if near else 1.1)
            tip = (root[0] + lean * length, root[1] + steep * 0.7 * length)
            _twig(easel.fork("twig", int(near), number, int(first * 10)), root, tip, near=near)


def _twig(easel: Easel, root: Point, tip: Point, *, near: bool) -> None:
    chance, unit = easel.chance, easel.unit
    bow = ((root[0] + tip[0]) / 2 + chance.gauss(0, 12) * unit, (root[1] + tip[1]) / 2)
    line = [root, bow, tip]
    wood = easel.lit(Colour.of(BARK[1]))
    easel.canvas.drawPath(curve(line), stroke(wood, 6 * unit))
    spring = easel.air.season == "spring"
    greens = easel.air.nature.leaves
    for number in range(7):
        part = (number + 0.6) / 7
        x = (1 - part) ** 2 * root[0] + 2 * part * (1 - part) * bow[0] + part**2 * tip[0]
        y = (1 - part) ** 2 * root[1] + 2 * part * (1 - part) * bow[1] + part**2 * tip[1]
        if spring and chance.random() < 0.6:
            _flower(easel, (x, y), chance.uniform(11, 17) * unit)
            continue
        heading = math.atan2(tip[1] - root[1], tip[0] - root[0]) + chance.uniform(0.4, 1.1) * (-1) ** number
        tone = easel.lit(shift(chance.choice(greens), lightness=chance.uniform(-0.04, 0.04)))
        tone = tone if near else mix(tone, easel.stage.light.haze, 0.18)
        _leaf(easel, (x, y), chance.uniform(44, 70) * unit, heading, tone)


def _leaf(easel: Easel, root: Point, length: float, heading: float, tone: Colour) -> None:
    """One leaf with its rib."""
    along, across = (math.cos(heading), math.sin(heading)), (-math.sin(heading), math.cos(heading))
    tip = (root[0] + along[0] * length, root[1] + along[1] * length)
    middle = (root[0] + along[0] * length * 0.45, root[1] + along[1] * length * 0.45)
    path = skia.Path()
    path.moveTo(*root)
    wide = 0.36 * length
    path.quadTo(middle[0] + across[0] * wide, middle[1] + across[1] * wide, *tip)
    path.quadTo(middle[0] - across[0] * wide, middle[1] - across[1] * wide, *root)
    easel.canvas.drawPath(path, fill(tone))
    easel.canvas.drawPath(curve([root, middle, tip]), stroke(shift(tone, lightness=-0.09), 1.8 * easel.unit, 0.7))


def _flower(easel: Easel, centre: Point, radius: float) -> None:
    """A blossom of five petals."""
    tone = easel.lit(Colour.of(easel.chance.choice(BLOSSOM)))
    petals = skia.Path()
    for number in range(5):
        angle = math.tau * number / 5
        petals.addCircle(centre[0] + math.cos(angle) * radius, centre[1] + math.sin(angle) * radius, 0.8 * radius)
    easel.canvas.drawPath(petals, fill(tone))
    easel.canvas.drawCircle(*centre, 0.42 * radius, fill(easel.lit(Colour.of("#d9838f"))))
