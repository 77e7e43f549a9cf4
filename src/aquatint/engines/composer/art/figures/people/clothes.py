"""A person's clothes from back to front."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.people.hems import HEMMED, add_hem
from aquatint.engines.composer.art.figures.people.joints import Joints
from aquatint.engines.composer.art.figures.people.limbs import add_leg, gowned
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.people.trunk import TUCKED, add_hips, add_trunk
from aquatint.engines.composer.art.figures.sketch import Group, Sketch


def dress(sketch: Sketch, joints: Joints, traits: Traits) -> Group:
    """Add legs, trunk and hem; returns the group of the trunk for what is worn above."""
    if traits.pose != "riding":
        # A rider's far leg hangs behind the mount.
        far = sketch.group(0.8, dim=0.4)
        add_leg(far, joints.far_leg, traits)
    near = sketch.group(0.9)
    add_leg(near, joints.near_leg, traits)
    if not gowned(traits):
        add_hips(near, joints, traits)
    trunk = sketch.group(0.9)
    low = joints.trunk(0, 0.12 if traits.cut in TUCKED else -0.1)[1]
    if traits.cut in HEMMED:
        add_hem(trunk, joints, traits)
        if traits.cut != "skirt":
            low = max(low, float(trunk.bounds().bottom()))
    add_trunk(trunk, joints, traits, low)
    return trunk
