"""Who a person is this time: chance fills in what role and words leave open, so there is no default person."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from aquatint.engines.composer.art.figures.tables import table
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, shift

ROLES = ("roles_everyday.toml", "roles_work.toml", "roles_tales.toml", "roles_play.toml")
AGES = {"baby": "baby", "toddler": "child", "child": "child", "young": "young", "adult": "adult", "old": "old"}
HEX = re.compile(r"#[0-9a-f]{6}")


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The clothes of a calling; see the head of roles_everyday.toml."""

    casual: bool = False
    sex: str = ""
    age: str = ""
    build: str = ""
    cut: str = "shirt"
    hem: float = 0.0
    main: tuple[str, ...] = ("#5d8ab5",)
    accent: str = "#f2ece0"
    trim: str = ""
    bottom: str = "trousers"
    bottom_colour: str = "#45546b"
    matching: bool = False
    bare: bool = False
    socks: bool = False
    shoes: str = "#33302f"
    boots: bool = False
    hat: str = ""
    hat_colour: str = ""
    haircut: str = ""
    hair: str = ""
    skin: str = ""
    beard: str = ""
    worn: tuple[str, ...] = ()
    prop: str = ""
    pose: str = ""


class Garb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word for clothes changes about a role's clothes."""

    cut: str
    hem: float = 0.0
    hat: str = ""
    bottom: str = ""
    worn: tuple[str, ...] = ()


class Looks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ranges that chance chooses from."""

    skins: tuple[str, ...]
    hairs: tuple[str, ...]
    old_hairs: tuple[str, ...]
    men_cuts: tuple[str, ...]
    women_cuts: tuple[str, ...]
    beards: tuple[str, ...]
    poses: dict[str, str]
    clothes: dict[str, Garb]
    doing: dict[str, str]
    """What the hand holds for the sake of a pose."""
    handless: tuple[str, ...]
    """Poses that leave no hand for a thing."""


class Stance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pose as angles of bones; see the head of poses.toml."""

    near_arm: tuple[float, float]
    far_arm: tuple[float, float]
    near_leg: tuple[float, float]
    far_leg: tuple[float, float]
    lean: float = 0.0
    nod: float = 0.0
    turn: float = 0.0


@functools.cache
def roles() -> dict[str, Role]:
    """All roles by name."""
    return msgspec.convert(
        {name: row for file in ROLES for name, row in table(__package__, file).items()}, dict[str, Role]
    )


@functools.cache
def looks() -> Looks:
    """The ranges of looks."""
    return msgspec.convert(table(__package__, "looks.toml"), Looks)


@functools.cache
def stances() -> dict[str, Stance]:
    """All poses by name."""
    return msgspec.convert(table(__package__, "poses.toml"), dict[str, Stance])


@dataclass(frozen=True, slots=True)
class Traits:
    """One person, decided."""

    sex: str
    age: str
    build: str
    skin: Colour
    hair: Colour
    haircut: str
    beard: str
    cut: str
    hem: float
    main: Colour
    accent: Colour
    trim: Colour
    bottom: str
    bottom_colour: Colour
    shoes: Colour
    boots: bool
    bare: bool
    socks: bool
    hat: str
    hat_colour: Colour
    worn: tuple[str, ...]
    prop: str
    pose: str
    mood: str

    @property
    def headed(self) -> float:
        """How large the head is against an adult's: children's are larger."""
        return {"baby": 1.9, "child": 1.42, "young": 1.06}.get(self.age, 1.0)

    @property
    def leggy(self) -> float:
        """How long the limbs are against an adult's: children's are shorter."""
        return {"baby": 0.5, "child": 0.8, "old": 0.97}.get(self.age, 1.0)

    @property
    def wide(self) -> float:
        """How wide the trunk is against an average one."""
        return {"slim": 0.9, "broad": 1.12, "heavy": 1.3}.get(self.build, 1.0) * (
            0.92 if self.sex == "woman" else 1.0
        )

    def palette(self) -> dict[str, Colour]:
        """The colours by the names that drawings made of data use."""
        return {
            "main": self.main,
            "accent": self.accent,
            "trim": self.trim,
            "skin": self.skin,
            "hair": self.hair,
            "hat": self.hat_colour,
            "bottom": self.bottom_colour,
        }


CASUAL = (
    ("tee", 0.0, "trousers"),
    ("shirt", 0.0, "trousers"),
    ("sweater", 0.0, "trousers"),
    ("jacket", 0.0, "trousers"),
)
CASUAL_WOMAN = (*CASUAL, ("dress", 0.5, "tights"), ("dress", 0.68, "tights"), ("skirt", 0.42, "tights"))
BUILDS = ("slim", "", "", "broad")
EVERYDAY = (
    "#d9573f",
    "#e6a53a",
    "#4a8fb5",
    "#5d9a6b",
    "#8a6bb0",
    "#d98aa0",
    "#3f5d7d",
    "#e9dfcc",
    "#7d8a4a",
    "#b5593a",
    "#46a39a",
)
TROUSERS = ("#3f5273", "#45454c", "#6b5d48", "#2f3b4f", "#8a7a5d", "#5d6b7d")


def decide(role: Role, attributes: Mapping[str, str], colour: Colour | None, chance: Chance) -> Traits:
    """The person that role, words and chance make. Each choice has its own stream: one word changes one thing."""
    sex = _sex(role, attributes, chance)
    age = (
        AGES.get(attributes.get("age", ""), "")
        or role.age
        or chance.fork("age").choice(("young", "adult", "adult", "adult"))
    )
    cut, hem, bottom = _garment(role, sex, age, chance)
    worn, hat = role.worn, role.hat
    garb = looks().clothes.get(attributes.get("clothes", ""))
    if garb is not None:
        cut, hem, bottom = (
            garb.cut,
            garb.hem,
            garb.bottom or ("tights" if garb.cut in {"dress", "skirt"} else "trousers"),
        )
        worn, hat = (*worn, *garb.worn), garb.hat or hat
    main = _main_colour(role, attributes, colour, chance)
    bottom_colour = main if role.matching else Colour.of(_bottom(role, chance))
    skin = Colour.of(role.skin or chance.fork("skin").choice(looks().skins))
    return Traits(
        sex=sex,
        age=age,
        build=attributes.get("build", "") or role.build or chance.fork("build").choice(BUILDS),
        skin=skin,
        hair=_hair(role, attributes, age, skin, chance),
        haircut=_haircut(role, attributes, sex, age, chance),
        beard=_beard(role, attributes, sex, age, chance),
        cut=cut,
        hem=hem,
        main=main,
        accent=Colour.of(role.accent),
        trim=Colour.of(role.trim) if role.trim else shift(main, lightness=-0.14),
        bottom=bottom,
        bottom_colour=shift(bottom_colour, lightness=-0.03) if role.matching else bottom_colour,
        shoes=Colour.of(role.shoes),
        boots=role.boots,
        bare=role.bare,
        socks=role.socks,
        hat=hat,
        hat_colour=Colour.of(role.hat_colour) if role.hat_colour else main,
        worn=worn,
        prop=_prop(role, attributes),
        pose=_pose(role, attributes, chance),
        mood=attributes.get("mood", "calm"),
    )


def _prop(role: Role, attributes: Mapping[str, str]) -> str:
    """What the words put into the hand, else what the doing needs, else what the calling carries."""
    if "prop" in attributes:
        return attributes["prop"]
    if attributes.get("holding"):
        return ""
    return looks().doing.get(
        attributes.get("pose", ""), "" if attributes.get("pose") in looks().handless else role.prop
    )


def _sex(role: Role, attributes: Mapping[str, str], chance: Chance) -> str:
    given = attributes.get("sex", "") or role.sex
    if given in {"man", "woman"}:
        return given
    if attributes.get("beard"):
        return "man"
    return chance.fork("sex").choice(("man", "woman"))


def _garment(role: Role, sex: str, age: str, chance: Chance) -> tuple[str, float, str]:
    if not role.casual:
        dressed = role.cut in {"dress", "tutu"} and role.bottom == "trousers"
        return role.cut, role.hem, "tights" if dressed else role.bottom
    cut, hem, bottom = chance.fork("cut").choice(CASUAL_WOMAN if sex == "woman" else CASUAL)
    if age == "child" and cut in {"jacket", "shirt"}:
        return "tee", 0.0, "shorts"
    return cut, hem, bottom


def _main_colour(role: Role, attributes: Mapping[str, str], colour: Colour | None, chance: Chance) -> Colour:
    asked = attributes.get("clothes colour", "")
    if HEX.fullmatch(asked):
        return Colour.of(asked)
    if colour is not None:
        return colour
    return Colour.of(chance.fork("colour").choice(EVERYDAY if role.casual else role.main))


def _bottom(role: Role, chance: Chance) -> str:
    return str(chance.fork("bottom").choice(TROUSERS)) if role.casual else role.bottom_colour


def _hair(role: Role, attributes: Mapping[str, str], age: str, skin: Colour, chance: Chance) -> Colour:
    asked = attributes.get("hair", "")
    if HEX.fullmatch(asked):
        return Colour.of(asked)
    if role.hair:
        return Colour.of(role.hair)
    stream = chance.fork("hair")
    if age == "old":
        return Colour.of(stream.choice(looks().old_hairs))
    # Fair hair grows rarely on dark skin.
    depth = looks().hairs if sum(skin) > 1.95 else looks().hairs[:4]
    return Colour.of(stream.choice(depth))


def _haircut(role: Role, attributes: Mapping[str, str], sex: str, age: str, chance: Chance) -> str:
    asked = attributes.get("haircut", "") or role.haircut
    if asked:
        return asked
    if age == "baby":
        return "crop"
    cuts = [
        cut
        for cut in (looks().women_cuts if sex == "woman" else looks().men_cuts)
        if not (age == "child" and cut == "bald")
    ]
    return str(chance.fork("haircut").choice(cuts))


def _beard(role: Role, attributes: Mapping[str, str], sex: str, age: str, chance: Chance) -> str:
    if attributes.get("beard"):
        return attributes["beard"]
    if sex != "man" or age in {"baby", "child", "young"} or role.skin:
        return ""
    return role.beard or (str(chance.fork("beard").choice(looks().beards)) if role.hat != "space" else "")


def _pose(role: Role, attributes: Mapping[str, str], chance: Chance) -> str:
    asked = looks().poses.get(attributes.get("pose", ""))
    if asked:
        return asked
    if attributes.get("holding"):
        return "holding"
    if role.pose:
        return role.pose
    if role.prop:
        return "holding"
    return str(chance.fork("pose").choice(("standing", "standing", "waiting", "hips", "walking")))
