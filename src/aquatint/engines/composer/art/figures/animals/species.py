"""What is known of each species and body plan: rows of data files."""

from __future__ import annotations

import functools
from typing import Any

import msgspec

from aquatint.engines.composer.art.figures.tables import table

SPECIES = (
    "species_paws.toml", "species_dogs.toml", "species_bears.toml", "species_hoofs.toml", "species_small.toml",
    "species_wild.toml",
    "species_birds.toml", "species_fish.toml", "species_crawlers.toml", "species_tales.toml",
)  # fmt: skip
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


class Bird(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a bird is built; lengths in about a body's length."""

    length: float = 0.8
    depth: float = 0.24
    """Half the height of the body."""
    tilt: float = 20.0
    """Degrees by which the breast is raised: 0 lies level, 90 stands upright."""
    legs: float = 0.2
    shank: float = 0.03
    """Thickness of a leg."""
    head: float = 0.15
    neck: float = 0.15
    nape: float = 0.13
    """Half the thickness of the neck."""
    rise: float = 20.0
    """Degrees by which the neck leans forwards."""
    curve: bool = False
    """Whether the neck is bent like an S."""
    beak: str = "cone"
    crest: str = "none"
    face: str = ""
    tail: str = "wedge"
    """"wedge", "fork", "fan", "plume", "train" or "none"."""
    tail_size: float = 0.3
    wing: float = 1.0
    """Length of a spread wing."""
    fold: float = 1.0
    """How far a folded wing reaches back; 0 for none that shows."""
    eye: float = 0.18
    bib: float = 0.0
    belly: bool = False
    webbed: bool = False
    flightless: bool = False
    front: bool = False
    """Whether both eyes show."""


class Fish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a swimmer is built; the body is about 1 long."""

    depth: float = 0.22
    """Half the height of the body."""
    snout: float = 0.0
    """How far the head runs out in front: a dolphin's beak, a swordfish's sword."""
    blunt: bool = False
    """Whether the head is as high as the body."""
    tail: str = "fork"
    """"fork", "round", "veil", "shark" or "flukes"."""
    tail_size: float = 0.3
    dorsal: str = "low"
    """"low", "high", "sail", "long" or "none"."""
    belly: float = 0.4
    """How far the pale side reaches up, 0..1."""
    pattern: str = ""
    """"bands", "stripes", "spots", "scales", "orca" or empty."""
    eye: float = 0.045
    mouth: str = "small"
    """"small", "wide", "teeth", "smile" or "baleen"."""
    gills: bool = False
    spout: bool = False


class Species(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One species: a plan and how it departs from it."""

    plan: str
    coat: dict[str, str]
    """Colour roles: main, deep, pale, dark, inner, nose, iris, eye (an iris that the words ask for)..."""
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
    usual: tuple[str, ...] = ()
    """As `sits`, for bodies that are no beasts on legs: "flying", "swimming"."""
    bird: Bird | None = None
    fish: Fish | None = None
    body: str = ""
    """Name of a drawing made of data, for the plan "drawn"."""
    wings: str = ""
    """"feathered" or "leather"."""
    of: str = ""
    """The species of which this is a breed, a colour or a young one: what is not said here is as there."""
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
    rows = {name: row for file in SPECIES for name, row in table(__package__, file).items()}
    return msgspec.convert({name: _whole(row, rows) for name, row in rows.items()}, dict[str, Species])


def _whole(row: dict[str, Any], rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The row with what it takes over from the species it is a kind of; coats are mixed colour by colour."""
    if "of" not in row:
        return row
    kin = _whole(rows[row["of"]], rows)
    kept = {key: value for key, value in kin.items() if key != "also"}
    return {**kept, **row, "coat": {**kin["coat"], **row.get("coat", {})}}


@functools.cache
def tails() -> dict[str, dict[str, Knots]]:
    """Spines of tails by kind and pose, relative to where the tail starts."""
    return msgspec.convert(table(__package__, "tails.toml"), dict[str, dict[str, Knots]])
