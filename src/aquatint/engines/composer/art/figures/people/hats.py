"""What people wear on their heads."""

from __future__ import annotations

import functools

from aquatint.engines.composer.art.figures.parts import Frame, draw_parts
from aquatint.engines.composer.art.figures.people.head import head_frame
from aquatint.engines.composer.art.figures.people.joints import Joints
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.art.figures.tables import Parts, parts_table

FILES = ("hats.toml", "hats_more.toml")
HAIRLESS = frozenset(
    {"space", "mask", "veil", "swim", "hood", "hijab", "turban", "diver", "pharaoh", "ghost-sheet"}
)
"""Hats under which no hair shows in front."""
CLEAR = frozenset(
    {
        "",
        "crown",
        "tiara",
        "halo",
        "nurse",
        "bridal",
        "headphones",
        "laurel",
        "horns",
        "goggles",
        "hero-mask",
        "feathers",
    }
)
"""Hats that leave the hair as it is; all others press it down."""
BULKY = frozenset({"bun", "high-bun", "curly", "afro", "mohawk", "quiff", "dreads", "wavy"})
"""Haircuts that stick out through a hat."""


@functools.cache
def hats() -> dict[str, Parts]:
    """All hats by name."""
    return {name: parts for file in FILES for name, parts in parts_table(__package__, file).items()}


def add_hat(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Add the person's hat, if there is one."""
    add_hat_in(sketch, head_frame(joints), traits)


def add_hat_in(sketch: Sketch, frame: Frame, traits: Traits) -> None:
    """Add the person's hat to a head that lies in the frame."""
    if traits.hat in hats():
        draw_parts(sketch.group(0.9), hats()[traits.hat], frame, traits.palette())
