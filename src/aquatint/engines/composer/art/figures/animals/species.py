"""What is known of each species and body plan: rows of data files."""

from __future__ import annotations

import functools

import msgspec

from aquatint.engines.composer.art.figures.tables import table

SPECIES = ("species_paws.toml", "species_bears.toml", "species_hoofs.toml", "species_small.toml")
Knots = tuple[tuple[float, float, float], ...]


class Pose(msgspec.Struct, frozen=True):
    """Spines [x, y, radius] of a body in one pose; see the head of plans.toml."""

    belly: float
    torso: Knots
    neck: Knots
    head: tuple[float, float]
    tail: tuple[float, float]
    near_front: Knots
    far_front: Knots
    near_hind: Knots
    far_hind: Knots


class Ear(msgspec.Struct, frozen=True):
    """Ears of a head that is seen from the front: base, tip and width in half widths of the skull."""

    kind: str = "pointed"
    """"pointed", "round", "long" or "drooping"."""
    at: tuple[float, float] = (0.5, -0.5)
    tip: tuple[float, float] = (0.62, -1.35)
    width: float = 0.34
    back: str = "deep"
    inner: str = "inner"


class Patch(msgspec.Struct, frozen=True):
    """A coloured area of a head: points [x, y, z] in half widths of the skull, mirrored unless ``single``."""

    colour: str
    points: Knots
    single: bool = False
    corners: tuple[int, ...] = ()
    alpha: float = 1.0


class Face(msgspec.Struct, frozen=True):
    """A head that is seen from the front or turned; lengths in half widths of the skull, z towards the viewer."""

    contour: Knots
    """Right half of the outline from crown to chin: [x, y, 1 for a corner]."""
    muzzle: tuple[tuple[float, float, float, float], ...]
    """Spine [x, y, z, radius] of the muzzle."""
    muzzle_colour: str = "main"
    bridge: tuple[tuple[float, float, float, float], ...] = ()
    """Spine of what lies over the muzzle in the main colour, from the brow to the nose."""
    nose: tuple[float, float, float, float] = (0.0, 0.4, 1.3, 0.14)
    """Place and radius."""
    eye: tuple[float, float, float, float] = (0.42, -0.04, 0.6, 0.13)
    """Place and radius of the right eye."""
    iris: str = ""
    """Colour role of the iris; none shows a plain dark eye."""
    ear: Ear = Ear()
    patches: tuple[Patch, ...] = ()
    mouth: float = 0.2
    whiskers: bool = False
    yaw: float = 34.0
    """Degrees by which the head is turned to the left on average."""


class Profile(msgspec.Struct, frozen=True):
    """A head that is seen from the side, facing left; the origin is where the neck ends, unit: head length."""

    outline: Knots
    """[x, y, 1 for a corner]."""
    eye: tuple[float, float, float]
    nostril: tuple[float, float]
    mouth: Knots
    ear: Knots
    """Spine of the near ear."""
    patches: tuple[Patch, ...] = ()


class Species(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One species: a plan and how it departs from it."""

    plan: str
    coat: dict[str, str]
    """Colour roles: main, deep, pale, dark, inner, nose, iris..."""
    face: str = ""
    profile: str = ""
    length: float = 1.0
    girth: float = 1.0
    legs: float = 1.0
    limb: float = 1.0
    neck: float = 1.0
    """Length of the neck."""
    nape: float = 1.0
    """Thickness of the neck."""
    rise: float = 0.0
    """Degrees by which the neck is raised."""
    head: float = 0.24
    """Half width of the skull, or head length of a profile, in withers' heights."""
    pitch: float = 0.0
    """Degrees by which a profile is lowered."""
    tail: str = "plain"
    tail_scale: float = 1.0
    socks: float = 0.0
    """Height of dark legs above the ground."""
    sock_colour: str = "dark"
    bib: float = 0.0
    """How far the pale chest reaches down, 0..1."""
    belly: bool = False
    """Whether the belly is pale."""
    pattern: str = ""
    fluff: float = 0.0
    """Length of fur at tail, chest and cheeks."""
    ruff: float = 0.0
    """Radius of a mane around the head in half widths of the skull."""
    mane: str = ""
    """"standing", "flowing" or empty."""
    horns: str = ""
    sits: tuple[str, ...] = ()
    """Poses that chance may choose when the prompt asks for none."""
    also: tuple[str, ...] = ()


@functools.cache
def plans() -> dict[str, dict[str, Pose]]:
    """Poses by plan and name."""
    return msgspec.convert(table(__package__, "plans.toml"), dict[str, dict[str, Pose]])


@functools.cache
def faces() -> dict[str, Face]:
    """Turned heads by name."""
    return msgspec.convert(table(__package__, "faces.toml"), dict[str, Face])


@functools.cache
def profiles() -> dict[str, Profile]:
    """Side heads by name."""
    return msgspec.convert(table(__package__, "profiles.toml"), dict[str, Profile])


@functools.cache
def species() -> dict[str, Species]:
    """All species by name."""
    return msgspec.convert(
        {name: row for file in SPECIES for name, row in table(__package__, file).items()}, dict[str, Species]
    )


@functools.cache
def tails() -> dict[str, dict[str, Knots]]:
    """Spines of tails by kind and pose, relative to where the tail starts."""
    return msgspec.convert(table(__package__, "tails.toml"), dict[str, dict[str, Knots]])
