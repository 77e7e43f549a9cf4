"""People before a stage, seen from behind: dark heads and shoulders along the lower edge, some with hands up."""

from __future__ import annotations

import math
import re

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.framing import near_tone
from aquatint.engines.composer.drawing.brush import curve, fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Scene

CLOTH = Colour.of("#3d3550")
ROWS = ((0.15, 62.0, 0.5), (0.06, 84.0, 0.75))
"""Of each row: how high its shoulders are above the lower edge, in heights of the picture; its pitch in units; how
dark it is."""
RAISED = 0.45
"""How many have their hands up."""
_WORD = re.compile(r"[a-z]+")


def has_audience(scene: Scene) -> bool:
    """Whether a crowd before a stage is spoken of."""
    data = table("words/postures")["audience"]
    return scene.backdrop in data["places"] and not set(data["words"]).isdisjoint(
        _WORD.findall(scene.prompt.lower())
    )


def paint_audience(easel: Easel) -> None:
    """Two rows, the nearer one larger and darker, with a rim of the stage's light."""
    for number, (up, pitch, depth) in enumerate(ROWS):
        row, wide = easel.fork("row", number), pitch * easel.unit
        body, arms = skia.Path(), skia.Path()
        count = math.ceil(easel.width / wide) + 1
        for place in range(count):
            one = row.chance.fork(place)
            x = (place + 0.5 * number + one.uniform(-0.14, 0.14)) * wide
            _person(body, arms, (x, easel.height * (1 - up) + one.uniform(-0.2, 0.2) * wide), wide, one)
        tone = near_tone(easel, CLOTH, depth)
        rim = mix(tone, easel.stage.light.key, 0.35)
        thick = 0.17 * wide
        easel.line(arms, rim, thick + 3 * easel.unit)
        easel.line(arms, tone, thick)
        easel.line(body, rim, 3 * easel.unit)
        easel.paint(body, tone)
        foot = skia.Rect.MakeLTRB(0, easel.height * (1 - up) + 0.5 * wide, easel.width, easel.height)
        easel.canvas.drawRect(foot, fill(tone))


def _person(body: skia.Path, arms: skia.Path, at: tuple[float, float], wide: float, chance: Chance) -> None:
    """One from behind, with the shoulders at a point."""
    x, y = at
    head = 0.22 * wide
    body.addOval(skia.Rect.MakeLTRB(x - head, y - 2.6 * head, x + head, y - 0.3 * head))
    shoulders = skia.Rect.MakeLTRB(x - 0.46 * wide, y - 0.1 * wide, x + 0.46 * wide, y + 1.4 * wide)
    body.addRRect(skia.RRect.MakeRectXY(shoulders, 0.3 * wide, 0.34 * wide))
    if chance.random() > RAISED:
        return
    for side in (-1, 1):
        if side > 0 and chance.random() < 0.4:
            continue
        root, reach = (x + side * 0.38 * wide, y + 0.12 * wide), chance.uniform(0.8, 1.15) * wide
        elbow = root[0] + side * 0.14 * wide, root[1] - 0.45 * reach
        hand = root[0] + side * chance.uniform(-0.05, 0.16) * wide, root[1] - reach
        arms.addPath(curve([root, elbow, hand]))
        body.addOval(
            skia.Rect.MakeLTRB(hand[0] - 0.1 * wide, hand[1] - 0.16 * wide, hand[0] + 0.1 * wide, hand[1])
        )
