"""Who climbs something: up a trunk, up a wall, and one above the other up a ladder."""

from __future__ import annotations

import math
from dataclasses import replace

from aquatint.engines.composer.layout.attachment import STEP, Attachment, at_host
from aquatint.engines.composer.layout.carrying import true_height
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.stage import Placement

LEAST, LARGEST, FEET, FEET_ON_TRUNK = 0.16, 0.6, 0.3, 0.1
"""Height of a climber in heights of what is climbed; how far up the feet of a lone one are, on trees and not."""
SLENDER = 0.5
"""Up to this width by height those who climb a thing are one above the other; on wider ones side by side."""
LOWEST, HIGHEST, PITCH = 0.04, 0.64, 0.95
"""Where the feet of the first and the last of them are, in heights of the ladder; how far apart they are at the
least, in their own."""
STAGGERED = 0.16
"""How much higher every second one is who climbs beside others."""
HANDS = 0.16
"""How far before the middle of a climber the hands are, in heights."""


def climb(bond: Attachment) -> list[Placement]:
    """On the way up: before the middle of the target, with room above."""
    return [_climber(bond, instance) for instance in range(bond.count)]


def _climber(bond: Attachment, instance: int) -> Placement:
    host, box = bond.host(instance), bond.box(instance)
    tall = box.bottom - box.top
    total, order = _company(bond, instance)
    seen = bond.ruler.height(bond.item) * bond.perspective()
    height = min(max(true_height(bond, host), seen, LEAST * tall), LARGEST * tall)
    middle = (box.left + box.right) / 2
    if total > 1 and bond.target_aspect <= SLENDER:
        height = min(height, tall * (HIGHEST - LOWEST) / (PITCH * (total - 1)))
        up = LOWEST + (HIGHEST - LOWEST) * order / (total - 1)
        x = middle
    else:
        one = bond.chance.fork("climb", instance)
        up = (FEET_ON_TRUNK if group_of(host.item) == "plants" else FEET) + 0.06 * one.uniform(-1, 1)
        up += STAGGERED * (order % 2) if total > 1 else 0.0
        x = box.left + box.width * (0.5 + ((order + 0.5) / total - 0.5) * 0.82)
    # Where the hands are is where the trunk or the ladder is.
    x += (-1.0 if host.flip else 1.0) * HANDS * height
    foot = _along(host, box, (x, box.bottom - up * tall), height)
    return replace(at_host(bond, instance, foot, height, STEP * (1 + 0.01 * order)), rotation=host.rotation)


def _company(bond: Attachment, instance: int) -> tuple[int, int]:
    """How many climb the target, and which of them an instance is."""
    if len(bond.target) > 1:
        return 1, 0
    return max(1, bond.company.total), bond.company.first + instance


def _along(host: Placement, box: Rect, foot: tuple[float, float], height: float) -> tuple[float, float]:
    """The foot of a climber of that height, turned with a ladder that leans about its middle."""
    if not host.rotation:
        return foot
    angle = math.radians(host.rotation)
    across, down = foot[0] - (box.left + box.right) / 2, foot[1] - height / 2 - (box.top + box.bottom) / 2
    x = across * math.cos(angle) - down * math.sin(angle)
    y = across * math.sin(angle) + down * math.cos(angle)
    return (box.left + box.right) / 2 + x, (box.top + box.bottom) / 2 + y + height / 2
