"""Trunk, limbs and the clothes on them."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.joints import Joints, Limb, Point
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.colour import Colour, mix

LONG_SLEEVES = frozenset({"shirt", "sweater", "jacket", "coat", "suit", "robe", "space", "armour"})
OPEN = frozenset({"jacket", "suit", "coat"})
TRIMMED = frozenset({"robe", "space", "armour", "coat"})
"""Garments with coloured cuffs."""
GOWNS = frozenset({"dress", "robe"})
HEMMED = frozenset({"dress", "robe", "coat", "skirt", "tutu"})


def scale_of(traits: Traits) -> float:
    """Thickness of limbs against an adult's of average build."""
    young = {"baby": 0.85, "child": 0.84, "young": 0.95}.get(traits.age, 1.0)
    return (
        young
        * {"slim": 0.9, "broad": 1.1, "heavy": 1.22}.get(traits.build, 1.0)
        * (0.9 if traits.sex == "woman" else 1.0)
    )


def towards(start: Point, end: Point, share: float) -> Point:
    """The point at that share of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def add_leg(group: Group, leg: Limb, traits: Traits) -> None:
    """A leg in trousers, shorts or tights, with its shoe."""
    k = scale_of(traits)
    skin = traits.skin if traits.bottom in {"shorts", "tights"} or traits.bare else traits.bottom_colour
    knee, ankle = leg.middle, leg.end
    if traits.cut in GOWNS:
        # The gown hides the thigh, and would show it at the hip.
        leg = Limb(towards(leg.root, knee, 0.6), knee, ankle, leg.angle)
    group.shape(
        ribbon(
            [
                (*leg.root, 0.05 * k),
                (*towards(leg.root, knee, 0.5), 0.047 * k),
                (*knee, 0.036 * k),
                (*towards(knee, ankle, 0.4), 0.034 * k),
                (*ankle, 0.022 * k),
            ]
        ),
        skin,
    )
    if traits.bottom == "shorts":
        group.shape(
            ribbon(
                [
                    (*leg.root, 0.058 * k),
                    (*towards(leg.root, knee, 0.5), 0.057 * k),
                    (*towards(leg.root, knee, 0.8), 0.056 * k),
                ]
            ),
            traits.bottom_colour,
        )
    elif traits.bottom == "trousers" and not traits.bare:
        group.shape(
            ribbon(
                [
                    (*leg.root, 0.056 * k),
                    (*towards(leg.root, knee, 0.5), 0.052 * k),
                    (*knee, 0.043 * k),
                    (*towards(knee, ankle, 0.5), 0.041 * k),
                    (*towards(knee, ankle, 0.93), 0.037 * k),
                ]
            ),
            traits.bottom_colour,
        )
        fold = shadowed(traits.bottom_colour)
        group.line(stroke_line([(knee[0] + 0.03, knee[1] - 0.012), (knee[0], knee[1] + 0.004)]), fold, 0.006, 0.7)
        group.line(
            stroke_line([(knee[0] + 0.03, knee[1] + 0.014), (knee[0] + 0.008, knee[1] + 0.022)]), fold, 0.005, 0.6
        )
    if traits.socks:
        group.shape(ribbon([(*towards(knee, ankle, 0.4), 0.036 * k), (*ankle, 0.026 * k)]), traits.accent)
    _shoe(group, leg, traits, k)


def _shoe(group: Group, leg: Limb, traits: Traits, k: float) -> None:
    x, y = leg.end
    colour = traits.skin if traits.bare else traits.shoes
    turn = math.radians(leg.angle if abs(leg.angle) > 40 else leg.angle * 0.4)
    points = [
        (0.024, -0.022),
        (0.026, 0.018),
        (0.024, 0.03),
        (-0.075, 0.03),
        (-0.08, 0.016),
        (-0.05, -0.002),
        (-0.022, -0.022),
    ]
    turned = [
        (x + k * (a * math.cos(turn) - b * math.sin(turn)), y + k * (a * math.sin(turn) + b * math.cos(turn)))
        for a, b in points
    ]
    group.shape(outline(turned, {2, 3}), colour)
    if traits.boots:
        group.shape(
            ribbon(
                [
                    (*towards(leg.end, leg.middle, 0.48), 0.042 * k),
                    (*towards(leg.end, leg.middle, 0.2), 0.036 * k),
                    (*leg.end, 0.031 * k),
                ]
            ),
            colour,
        )
    sole = [turned[2], turned[3]]
    group.line(stroke_line(sole), shadowed(colour, 1.6), 0.014 * k, 0.8)


def add_arm(group: Group, arm: Limb, traits: Traits, joints: Joints) -> None:
    """An arm with its sleeve and hand."""
    k = scale_of(traits)
    group.shape(ribbon([(*arm.root, 0.032 * k), (*arm.middle, 0.026 * k), (*arm.end, 0.018 * k)]), traits.skin)
    if traits.cut not in LONG_SLEEVES:
        add_hand(group, arm, traits, k)
    sleeve = traits.main
    if traits.cut in LONG_SLEEVES:
        wide = {"robe": 0.05, "space": 0.042, "coat": 0.034, "armour": 0.03}.get(traits.cut, 0.027) * k
        group.shape(
            ribbon(
                [
                    (*arm.root, 0.034 * k),
                    (*towards(arm.root, arm.middle, 0.4), 0.038 * k),
                    (*arm.middle, 0.034 * k),
                    (*towards(arm.middle, arm.end, 0.5), (0.032 * k + wide) / 2),
                    (*towards(arm.middle, arm.end, 0.9), wide),
                ]
            ),
            sleeve,
        )
        fold = shadowed(sleeve)
        x, y = arm.middle
        group.line(stroke_line([(x + 0.024, y - 0.01), (x, y)]), fold, 0.006, 0.7)
        group.line(stroke_line([(x + 0.022, y + 0.012), (x + 0.004, y + 0.014)]), fold, 0.005, 0.6)
        end = towards(arm.middle, arm.end, 0.9)
        turn = math.radians(arm.angle)
        across = (math.cos(turn) * wide * 1.3, math.sin(turn) * wide * 1.3)
        tip = (end[0] - math.sin(turn) * wide * 0.72, end[1] + math.cos(turn) * wide * 0.72)
        cuff = stroke_line([(tip[0] - across[0], tip[1] - across[1]), (tip[0] + across[0], tip[1] + across[1])])
        group.line(cuff, traits.trim if traits.cut in TRIMMED else shadowed(sleeve, 0.6), 0.024 * k)
        add_hand(group, arm, traits, k)
    elif traits.cut in {"tee", "dress", "skirt"}:
        group.shape(
            ribbon(
                [
                    (*arm.root, 0.034 * k),
                    (*towards(arm.root, arm.middle, 0.25), 0.039 * k),
                    (*towards(arm.root, arm.middle, 0.55), 0.038 * k),
                ]
            ),
            sleeve,
        )
    if traits.cut == "armour":
        group.shape(
            oval(arm.root[0], arm.root[1] + 0.004, 0.05 * k, 0.045 * k), mix(sleeve, Colour(1, 1, 1), 0.15)
        )
        group.shape(oval(arm.middle[0], arm.middle[1], 0.036 * k), mix(sleeve, Colour(1, 1, 1), 0.1))


def add_hand(group: Group, arm: Limb, traits: Traits, k: float) -> None:
    """A simple hand: a mitten and a thumb."""
    turn = math.radians(arm.angle)
    dx, dy = -math.sin(turn), math.cos(turn)
    x, y = arm.end
    gloved = traits.accent if traits.cut in {"space"} else traits.trim if traits.cut == "armour" else traits.skin
    group.shape(
        ribbon(
            [
                (x, y, 0.019 * k),
                (x + dx * 0.022, y + dy * 0.022, 0.022 * k),
                (x + dx * 0.044, y + dy * 0.044, 0.014 * k),
            ]
        ),
        gloved,
    )
    group.shape(
        ribbon(
            [
                (x + dx * 0.01 - dy * 0.01, y + dy * 0.01 + dx * 0.01, 0.009 * k),
                (x + dx * 0.026 - dy * 0.026, y + dy * 0.026 + dx * 0.026, 0.008 * k),
            ]
        ),
        gloved,
    )


def add_trunk(group: Group, joints: Joints, traits: Traits) -> None:
    """The upper body in its garment, with collar, opening and folds."""
    at = joints.trunk
    s, w, h = (
        joints.shoulder,
        joints.waist * (1.14 if traits.cut in {"coat", "sweater", "jacket"} else 1.0),
        joints.hips * 1.14,
    )
    neck = joints.size * 0.42
    bare = traits.cut == "swim" and traits.sex == "man"
    colour = traits.skin if bare else traits.main
    group.shape(
        ribbon(
            [(*at(-0.004, 0.95), neck * 1.05), (joints.head[0] + 0.006, joints.head[1] + joints.size * 0.6, neck)]
        ),
        shadowed(traits.skin, 0.55),
    )
    belly = {"heavy": 0.02, "broad": 0.004}.get(traits.build, 0.0)
    shape = [
        at(-neck * 1.1, 1.1),
        at(-s * 0.7, 1.02),
        at(-s, 0.86),
        at(-s * 0.88, 0.66),
        at(-w - belly, 0.32),
        at(-h, 0.0),
        at(-h * 0.9, -0.14),
        at(h * 0.9, -0.14),
        at(h, 0.0),
        at(w + belly * 0.4, 0.34),
        at(s * 0.9, 0.68),
        at(s, 0.86),
        at(s * 0.7, 1.03),
        at(neck * 1.1, 1.11),
    ]
    tucked = traits.cut in {"shirt", "vest", "swim", "skirt"}
    if tucked:
        shape[5:9] = [at(-w * 1.02, 0.16), at(w * 1.02, 0.16)]
    group.shape(outline(shape), colour)
    _neckline(group, joints, traits, neck)
    fold = shadowed(colour)
    group.line(stroke_line([at(s * 0.86, 0.74), at(s * 0.5, 0.62)]), fold, 0.007, 0.6)
    group.line(stroke_line([at(w, 0.36), at(w * 0.45, 0.3)]), fold, 0.006, 0.5)


def _hips(group: Group, joints: Joints, traits: Traits) -> None:
    """What joins the legs: the seat of the trousers."""
    at, w, h = joints.trunk, joints.waist, joints.hips * 1.1
    colour = traits.bottom_colour if traits.bottom in {"trousers", "shorts"} and not traits.bare else traits.main
    points = [
        at(-w * 0.98, 0.24),
        at(-h, 0.02),
        at(-h * 0.8, -0.08),
        at(h * 0.1, -0.2),
        at(h * 0.9, -0.16),
        at(h, 0.0),
        at(w * 0.98, 0.24),
    ]
    group.shape(outline(points), colour)


def _neckline(group: Group, joints: Joints, traits: Traits, neck: float) -> None:
    at, s = joints.trunk, joints.shoulder
    skin = shadowed(traits.skin, 0.3)
    if traits.cut in OPEN:
        inner = traits.accent
        group.mark(outline([at(-neck * 1.3 - 0.01, 1.1), at(-0.02, 0.42), at(neck * 1.0, 1.1)], {0, 1, 2}), inner)
        group.line(stroke_line([at(-0.02, 0.46), at(-0.02, -0.2)]), shadowed(traits.main), 0.006, 0.8)
        for side in (-1, 1):
            group.mark(
                outline(
                    [
                        at(side * neck * 1.25 - 0.006, 1.1),
                        at(side * s * 0.56, 0.78),
                        at(side * s * 0.4 - 0.005, 0.7),
                        at(-0.02, 0.44),
                    ],
                    {0, 1, 2, 3},
                ),
                mix(traits.main, traits.trim, 0.25) if traits.cut == "suit" else shadowed(traits.main, 0.25),
            )
        group.mark(outline([at(-neck * 0.9, 1.1), at(-0.01, 0.9), at(neck * 0.75, 1.1)], {0, 1, 2}), skin)
    elif traits.cut == "shirt":
        group.mark(outline([at(-neck * 0.9, 1.12), at(-0.012, 0.9), at(neck * 0.7, 1.12)], {0, 1, 2}), skin)
        collar = mix(traits.main, Colour(1, 1, 1), 0.2)
        for side in (-1, 1):
            group.mark(
                outline(
                    [
                        at(side * neck * 1.2, 1.12),
                        at(side * neck * 1.4 - 0.006, 0.94),
                        at(-0.012, 0.88),
                        at(side * neck * 0.7, 1.04),
                    ],
                    {0, 1, 2, 3},
                ),
                collar,
            )
        group.line(stroke_line([at(-0.014, 0.88), at(-0.012, 0.15)]), shadowed(traits.main), 0.004, 0.7)
    elif traits.cut in {"dress", "vest", "swim", "tutu"}:
        group.mark(
            outline(
                [
                    at(-neck * 1.5, 1.14),
                    at(-neck * 1.0, 0.93),
                    at(-0.01, 0.86),
                    at(neck * 0.9, 0.93),
                    at(neck * 1.4, 1.14),
                ]
            ),
            skin,
        )
    elif traits.cut in {"tee"}:
        group.mark(oval(*at(-0.008, 1.08), neck * 1.15, neck * 0.8), skin)
    else:
        group.shape(
            ribbon([(*at(-neck * 0.95, 1.05), 0.013), (*at(-0.006, 1.0), 0.014), (*at(neck * 0.95, 1.06), 0.013)]),
            traits.trim if traits.cut in {"robe", "armour", "space"} else shadowed(traits.main, 0.35),
        )


def add_hem(group: Group, joints: Joints, traits: Traits) -> None:
    """The lower part of a dress, robe, skirt or long coat, following the legs."""
    at, h, w = joints.trunk, joints.hips, joints.waist
    near, far = joints.near_leg, joints.far_leg
    reach = traits.hem
    bent = near.root[1] > near.middle[1] - 0.14 or far.root[1] > far.middle[1] - 0.14
    if bent and traits.cut != "tutu":
        _lap(group, joints, traits)
        return

    def down(leg: Limb, share: float) -> Point:
        return (
            towards(leg.root, leg.middle, share * 2)
            if share < 0.5
            else towards(leg.middle, leg.end, share * 2 - 1)
        )

    left, right = sorted((down(far, reach), down(near, reach)), key=lambda point: point[0])
    flare = {"dress": 0.045, "robe": 0.05, "coat": 0.012, "skirt": 0.03, "tutu": 0.13}.get(
        traits.cut, 0.03
    ) + 0.05 * reach
    mid_left, mid_right = sorted((down(far, reach / 2), down(near, reach / 2)), key=lambda point: point[0])
    low = max(left[1], right[1])
    colour = traits.bottom_colour if traits.cut == "skirt" else traits.main
    hip = h * (1.62 if traits.cut == "coat" else 1.3)
    top = 0.3 if traits.cut != "skirt" else 0.2
    points = [
        at(-w * 1.0, top),
        at(-hip, 0.0),
        (mid_left[0] - h * 0.95 - flare * 0.5, mid_left[1]),
        (left[0] - 0.03 - flare, low * 0.3 + left[1] * 0.7),
        ((left[0] + right[0]) / 2, low + 0.012),
        (right[0] + 0.03 + flare, low * 0.3 + right[1] * 0.7),
        (mid_right[0] + h * 0.95 + flare * 0.5, mid_right[1]),
        at(hip, 0.0),
        at(w * 1.0, top),
    ]
    group.shape(outline(points, {0, 3, 5, 8}), colour)
    fold = shadowed(colour)
    middle = (left[0] + right[0]) / 2
    for share, strength in ((-0.5, 0.55), (0.1, 0.4), (0.6, 0.7)):
        foot = (middle + share * (right[0] - left[0] + 2 * flare) * 0.8, low)
        group.line(
            stroke_line(
                [towards(at(share * w * 0.6, 0.1), foot, 0.25), towards(at(share * w * 0.6, 0.1), foot, 0.97)]
            ),
            fold,
            0.01,
            strength,
        )
    if traits.cut in {"dress", "robe"} and reach > 0.8:
        group.line(stroke_line([points[3], points[4], points[5]]), traits.trim, 0.03)
    if traits.cut == "coat":
        group.line(stroke_line([at(-0.02, 0.3), (middle - 0.012, low)]), fold, 0.007, 0.9)
    if traits.cut == "tutu":
        group.line(stroke_line([points[3], points[4], points[5]]), traits.accent, 0.05, 0.7)


def _lap(group: Group, joints: Joints, traits: Traits) -> None:
    """The lower part of a garment over bent legs."""
    colour = traits.bottom_colour if traits.cut == "skirt" else traits.main
    share = min(0.96, max(0.0, traits.hem * 2 - 1))
    for leg in (joints.far_leg, joints.near_leg):
        spine = [
            (*leg.root, joints.hips * 1.15),
            (*towards(leg.root, leg.middle, 0.6), 0.064),
            (*leg.middle, 0.056),
        ]
        if share > 0.1:
            spine.append((*towards(leg.middle, leg.end, share), 0.06))
        group.shape(ribbon(spine), colour)
        group.line(stroke_line([leg.root, towards(leg.root, leg.middle, 0.9)]), shadowed(colour), 0.007, 0.5)


def dress(sketch: Sketch, joints: Joints, traits: Traits) -> Group:
    """Add legs, trunk and hem; returns the group of the trunk for what is worn above."""
    if traits.pose != "riding":
        # A rider's far leg hangs behind the mount.
        far = sketch.group(0.8, dim=0.4)
        add_leg(far, joints.far_leg, traits)
    near = sketch.group(0.9)
    add_leg(near, joints.near_leg, traits)
    if traits.cut not in {"dress", "robe"}:
        _hips(near, joints, traits)
    trunk = sketch.group(0.9)
    if traits.cut in HEMMED:
        add_hem(trunk, joints, traits)
    add_trunk(trunk, joints, traits)
    return trunk
