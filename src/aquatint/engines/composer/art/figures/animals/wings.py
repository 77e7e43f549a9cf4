"""Wings of beasts on legs: feathered ones and ones of skin."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.animals.plumage import add_wing
from aquatint.engines.composer.art.figures.animals.skeleton import Skeleton
from aquatint.engines.composer.art.figures.animals.species import Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import outline, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.drawing.colour import mix

FINGERS = ((0.1, -1.16), (0.56, -1.02), (0.94, -0.7), (1.06, -0.28))
"""Tips of a skin wing's fingers in wing lengths from the shoulder."""
HOLLOWS = ((0.36, -0.9), (0.72, -0.66), (0.86, -0.32), (0.5, -0.04))
"""Where the skin between them draws back."""
SPAN = 0.95


def add_beast_wing(sketch: Sketch, bones: Skeleton, kind: Species, coat: Coat, *, flying: bool, far: bool) -> None:
    """Add one wing at the shoulders; in flight it reaches farther."""
    front = bones.torso[1]
    x, y = front[0] + (0.2 if far else 0.12), front[1] - 0.5 * front[2]
    size = SPAN * (1.5 if flying else 1.2) if kind.wings == "leather" else SPAN
    if kind.wings == "feathered":
        base = coat.get("wing", mix(coat["main"], coat["pale"], 0.5))
        add_wing(sketch, (x, y), size, (base, coat["pale"], coat["main"]), raised=True, far=far)
        return
    shift = 0.14 if far else 0.0
    group = sketch.group(0.8, dim=0.4 if far else 0.0)
    skin = coat.get("membrane", coat["deep"])

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return x + (point[0] + shift) * size, y + point[1] * size

    wrist = at((-0.1, -0.72))
    rim = [wrist]
    for tip, hollow in zip(FINGERS, HOLLOWS, strict=True):
        rim += [at(tip), at(hollow)]
    group.shape(outline([(x, y), *rim], {0, 1, 2, 4, 6, 8}), skin)
    for tip in FINGERS:
        group.rope(stroke_line([wrist, at(tip)]), mix(coat["main"], coat["deep"], 0.4), 0.026 * size)
    group.shape(ribbon([(x, y, 0.055 * size), (*wrist, 0.034 * size)]), coat["main"])
    group.shape(
        ribbon([(*wrist, 0.035 * size), (wrist[0] - 0.05 * size, wrist[1] - 0.1 * size, 0.004)]),
        coat.get("horn", coat["pale"]),
    )
