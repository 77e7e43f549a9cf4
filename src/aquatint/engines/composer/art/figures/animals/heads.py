"""Heads: turned ones from landmarks in three dimensions, side ones from outlines."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from aquatint.engines.composer.art.figures.animals.species import Ear, Face, Patch, Profile, Species
from aquatint.engines.composer.art.figures.animals.voices import open_mouth
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.colour import Colour, mix

Project = Callable[[float, float, float], tuple[float, float]]
GLINT = Colour(1.0, 1.0, 0.98)
INK = Colour(0.11, 0.08, 0.09)


def projection(centre: tuple[float, float], size: float, yaw: float, tilt: float) -> Project:
    """Landmarks of a head to figure space: turned left by ``yaw`` degrees, then tilted by ``tilt`` degrees."""
    turn, lean = math.radians(yaw), math.radians(tilt)

    def project(x: float, y: float, z: float) -> tuple[float, float]:
        # The skull is round, so its outline narrows less than a flat mask would.
        across = x * (0.35 + 0.65 * math.cos(turn)) - z * math.sin(turn) * 0.78
        right = size * (across * math.cos(lean) - y * math.sin(lean))
        down = size * (across * math.sin(lean) + y * math.cos(lean))
        return centre[0] + right, centre[1] + down

    return project


def turned_head(
    sketch: Sketch, kind: Species, face: Face, coat: Coat, project: Project, mood: str, asleep: bool
) -> None:
    """Add a head that looks out of the picture or half out of it."""
    size = kind.head
    ears = sketch.group(0.8)
    for side in (-1, 1):
        _ear(ears, face.ear, coat, project, size, side)
    if kind.ruff:
        _ruff(sketch, kind, coat, project)
        ears = sketch.group(0.8)
        for side in (-1, 1):
            _ear(ears, face.ear, coat, project, size, side)
    head = sketch.group(0.9)
    half = [(x, y, corner) for x, y, corner in face.contour]
    whole = half + [(-x, y, corner) for x, y, corner in reversed(half) if x > 0]
    corners = {i for i, knot in enumerate(whole) if knot[2]}
    skull = outline([project(x, y, 0.0) for x, y, _ in whole], corners)
    head.shape(skull, coat["main"])
    for patch in face.patches:
        _patch(head, patch, coat, project)
    head.line(skull, mix(coat["deep"], coat["dark"], 0.3), 0.09 * size, 0.3, blur=0.02 * size)
    muzzle = [(*project(x, y, z), r * size) for x, y, z, r in face.muzzle]
    bridge = coat[face.muzzle_colour]
    head.shape(ribbon(muzzle), mix(bridge, coat["deep"], 0.12) if face.muzzle_colour == "main" else bridge)
    if face.bridge:
        spine = [(*project(x, y, z), r * size) for x, y, z, r in face.bridge]
        head.mark(ribbon(spine), coat["main"])
        head.mark(
            ribbon([(x, y - 0.2 * r, 0.4 * r) for x, y, r in spine]),
            mix(coat["main"], coat["pale"], 0.3),
            0.5,
            blur=0.06 * size,
        )
    _nose_and_mouth(sketch, head, face, coat, project, size, kind, mood)
    _eyes(sketch, head, face, coat, project, size, mood, asleep)


def _ear(group: Group, ear: Ear, coat: Coat, project: Project, size: float, side: int) -> None:
    (bx, by), (tx, ty), width = ear.at, ear.tip, ear.width
    base, tip = project(side * bx, by, 0.0), project(side * tx, ty, -0.15)
    if ear.kind == "round":
        x, y = (base[0] + tip[0]) / 2, (base[1] + tip[1]) / 2
        group.shape(oval(x, y, width * 1.15 * size), coat[ear.back])
        group.shape(oval(x - 0.02 * size, y + 0.05 * size, width * 0.68 * size), coat[ear.inner])
        return
    if ear.kind == "long":
        for share, colour in ((1.0, coat[ear.back]), (0.55, coat[ear.inner])):
            middle = ((base[0] + tip[0]) / 2 + side * 0.06 * size, (base[1] + tip[1]) / 2)
            end = (tip[0] * 0.94 + base[0] * 0.06, tip[1] * 0.94 + base[1] * 0.06) if share < 1 else tip
            r = width * size * share
            group.shape(ribbon([(*base, r * 0.7), (*middle, r), (*end, r * 0.35)]), colour)
        return
    if ear.kind == "drooping":
        middle = project(side * (tx + 0.02), (by + ty) / 2 - 0.1, 0.05)
        group.shape(
            ribbon([(*base, width * 0.6 * size), (*middle, width * size), (*tip, width * 0.7 * size)]),
            coat[ear.back],
        )
        return
    inner, outer = (
        project(side * (bx - width), by - 0.14, 0.1),
        project(side * (bx + width * 0.86), by + 0.24, -0.1),
    )
    for share, colour in ((1.0, coat[ear.back]), (0.62, coat[ear.inner])):
        foot = ((inner[0] + outer[0]) / 2, (inner[1] + outer[1]) / 2 + 0.1 * size)
        a, b, c = (_towards(foot, point, share) for point in (inner, tip, outer))
        bulge = (c[0] * 0.6 + b[0] * 0.4 + side * 0.07 * size * share, c[1] * 0.6 + b[1] * 0.4)
        hollow = (a[0] * 0.55 + b[0] * 0.45 + side * 0.01 * size, a[1] * 0.55 + b[1] * 0.45)
        group.shape(outline([a, hollow, b, bulge, c, foot], {0, 2, 4}), colour)


def _towards(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _ruff(sketch: Sketch, kind: Species, coat: Coat, project: Project) -> None:
    """A mane around the head: two rings of locks."""
    group = sketch.group(0.9)
    for share, colour, locks in ((1.0, coat["deep"], 17), (0.76, mix(coat["deep"], coat["main"], 0.4), 15)):
        points, corners = [], set()
        for i in range(locks * 2):
            angle = math.pi * i / locks
            radius = kind.ruff * share * (1.0 if i % 2 == 0 else 0.84)
            x, y = math.sin(angle) * radius * 0.86, -math.cos(angle) * radius * 0.96 + 0.24 * share
            points.append(project(x + (0.08 if i % 2 == 0 else 0), y + (0.12 if i % 2 == 0 else 0), -0.4))
            if i % 2 == 0:
                corners.add(i)
        group.shape(outline(points, corners), colour)


def _patch(head: Group, patch: Patch, coat: Coat, project: Project) -> None:
    for side in (1,) if patch.single else (1, -1):
        points = [project(side * x, y, z) for x, y, z in patch.points]
        head.mark(outline(points, patch.corners), coat[patch.colour], patch.alpha)


def _nose_and_mouth(
    sketch: Sketch, head: Group, face: Face, coat: Coat, project: Project, size: float, kind: Species, mood: str
) -> None:
    x, y, z, r = face.nose
    low = y + (face.muzzle[-1][3] + 0.02 if face.muzzle else 0.3)
    lip = project(0.0, low, z - 0.12)
    nose = project(x, y, z)
    dark = mix(coat["nose"], INK, 0.4)
    width = 0.045 * size
    if mood == "roaring":
        open_mouth(sketch.group(0.2), (lip[0], lip[1] + 0.02 * size), size)
    elif face.mouth:
        drop = {"sad": -0.1, "angry": -0.06}.get(mood, 0.08 if mood == "happy" else 0.03)
        left, right = (
            project(-face.mouth, low + 0.1 - drop, z - 0.3),
            project(face.mouth, low + 0.1 - drop, z - 0.3),
        )
        middle = (lip[0], lip[1] + (0.1 + drop * 0.6) * size)
        marks = sketch.group(0.0)
        marks.rope(stroke_line([nose, middle]), dark, width, 0.8)
        marks.rope(
            stroke_line([left, (left[0] * 0.5 + middle[0] * 0.5, middle[1] + 0.01 * size), middle]),
            dark,
            width,
            0.8,
        )
        marks.rope(
            stroke_line([middle, (right[0] * 0.5 + middle[0] * 0.5, middle[1] + 0.01 * size), right]),
            dark,
            width,
            0.8,
        )
    if r:
        tip = sketch.group(0.3)
        tip.shape(
            outline(
                [
                    (nose[0] - r * size, nose[1] - 0.55 * r * size),
                    (nose[0], nose[1] - 0.8 * r * size),
                    (nose[0] + r * size, nose[1] - 0.5 * r * size),
                    (nose[0] + 0.5 * r * size, nose[1] + 0.5 * r * size),
                    (nose[0], nose[1] + 0.8 * r * size),
                    (nose[0] - 0.55 * r * size, nose[1] + 0.45 * r * size),
                ]
            ),
            coat["nose"],
        )
        tip.mark(
            oval(nose[0] - 0.25 * r * size, nose[1] - 0.4 * r * size, 0.28 * r * size, 0.16 * r * size),
            GLINT,
            0.55,
        )
    if face.whiskers:
        hairs = sketch.group(0.0)
        for side in (-1, 1):
            for k in (-1, 0, 1):
                root = project(side * 0.28, y + 0.16 + 0.07 * k, z - 0.2)
                end = project(side * 1.25, y + 0.12 + 0.22 * k, z - 0.7)
                hairs.rope(stroke_line([root, end]), GLINT, 0.022 * size, 0.75)


def _eyes(
    sketch: Sketch, head: Group, face: Face, coat: Coat, project: Project, size: float, mood: str, asleep: bool
) -> None:
    ex, ey, ez, r = face.eye
    group = sketch.group(0.0)
    for side in (-1, 1):
        x, y = project(side * ex, ey, ez)
        wide = r * size * (0.86 if side < 0 else 1.0)
        tall = r * size * 1.1
        if asleep or mood == "sleepy":
            group.rope(
                stroke_line([(x - wide * 1.2, y), (x, y + 0.7 * tall), (x + wide * 1.2, y - 0.1 * tall)]),
                INK,
                0.07 * size,
            )
            continue
        lean = 16.0 * side
        group.shape(oval(x, y, wide, tall, lean), INK)
        iris = coat.get("eye") or (coat[face.iris] if face.iris else None)
        if iris is not None:
            group.shape(oval(x, y, wide * 0.78, tall * 0.8, lean), iris)
            group.shape(oval(x, y, wide * 0.42, tall * 0.62), INK)
        else:
            group.shape(oval(x, y + 0.3 * tall, wide * 0.62, tall * 0.5, lean), coat["iris"], 0.55)
            group.shape(oval(x, y - 0.06 * tall, wide * 0.6, tall * 0.62, lean), INK)
        group.shape(oval(x - 0.32 * wide, y - 0.36 * tall, wide * 0.28), GLINT)
        if mood == "angry":
            group.rope(
                stroke_line([(x - side * wide * 1.3, y - tall * 0.7), (x + side * wide * 1.2, y - tall * 1.6)]),
                INK,
                0.07 * size,
            )


def side_head(
    sketch: Sketch,
    kind: Species,
    profile: Profile,
    coat: Coat,
    centre: tuple[float, float],
    pitch: float,
    asleep: bool,
) -> Callable[[float, float], tuple[float, float]]:
    """Add a head in profile, lowered by ``pitch`` degrees; returns how its own points map to figure space."""
    angle = math.radians(-pitch)

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            centre[0] + kind.head * (x * math.cos(angle) - y * math.sin(angle)),
            centre[1] + kind.head * (x * math.sin(angle) + y * math.cos(angle)),
        )

    def spine(knots: Sequence[Sequence[float]]) -> list[tuple[float, float, float]]:
        return [(*place(x, y), r * kind.head) for x, y, r in knots]

    skin = coat.get("skin", coat["main"])
    far = sketch.group(0.6, dim=0.4)
    far.shape(ribbon([(x - 0.06 * kind.head, y - 0.01, r) for x, y, r in spine(profile.ear)]), skin)
    head = sketch.group(0.7)
    corners = {i for i, knot in enumerate(profile.outline) if knot[2]}
    head.shape(outline([place(x, y) for x, y, _ in profile.outline], corners), skin)
    for patch in profile.patches:
        head.mark(outline([place(x, y) for x, y, _ in patch.points]), coat[patch.colour], patch.alpha)
    if "skin" not in coat and not profile.patches:
        head.mark(oval(*place(-0.92, 0.62), 0.26 * kind.head), coat["dark"], 0.35, blur=0.05 * kind.head)
    head.line(stroke_line([place(x, y) for x, y, _ in profile.mouth]), coat["nose"], 0.026 * kind.head, 0.8)
    head.mark(oval(*place(*profile.nostril), 0.035 * kind.head, 0.026 * kind.head), coat["nose"], 0.9)
    head.line(
        stroke_line([place(-0.28, 0.42), place(-0.08, 0.3), place(0.0, 0.06)]),
        coat["deep"],
        0.05 * kind.head,
        0.35,
        blur=0.03 * kind.head,
    )
    if profile.ear[0][2] < 0.1 or kind.horns != "tusks":
        ear = sketch.group(0.6)
        ear.shape(ribbon(spine(profile.ear)), skin)
        ear.mark(ribbon([(x, y, r * 0.5) for x, y, r in spine(profile.ear)]), coat["inner"])
    add_side_eye(sketch, kind, profile, place, asleep)
    return place


def add_side_eye(
    sketch: Sketch,
    kind: Species,
    profile: Profile,
    place: Callable[[float, float], tuple[float, float]],
    asleep: bool,
) -> None:
    """Add the eye of a head in profile."""
    x, y = place(profile.eye[0], profile.eye[1])
    r = profile.eye[2] * kind.head
    group = sketch.group(0.0)
    if asleep:
        group.rope(stroke_line([(x - r, y), (x, y + 0.6 * r), (x + r, y)]), INK, 0.5 * r)
        return
    group.shape(oval(x, y, r, r * 0.95), INK)
    group.shape(oval(x - 0.3 * r, y - 0.35 * r, 0.3 * r), GLINT)
    group.rope(
        stroke_line([(x - 1.3 * r, y - 0.5 * r), (x, y - 1.15 * r), (x + 1.4 * r, y - 0.2 * r)]),
        INK,
        0.28 * r,
        0.8,
    )
